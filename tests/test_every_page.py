"""Every public page in a real browser: both languages, 320 and 1280 px, light and dark, with and without JavaScript."""

import itertools

import pytest
from django.core.management import call_command
from PIL import Image

from tests.page_checks import check_page, check_without_javascript, front_door_chooses, report, validate
from tests.running_site import running

PAGES = {
    "home": "/",
    "events": "/events/",
    "events filtered": "/events/?kind=visit&year=2018",
    "events, nothing found": "/events/?kind=lecture&year=2018&country=RU",
    "visit": "/events/{visit}/",
    "roundtable": "/events/{roundtable}/",
    "institutions": "/institutions/",
    "institutions of a kind": "/institutions/?kind=university",
    "institute with history": "/institutions/{institute}/",
    "university": "/institutions/{university}/",
    "people": "/people/",
    "person": "/people/{person}/",
    "gallery": "/gallery/",
    "gallery filtered": "/gallery/?year=2018&country=RU",
    "gallery, nothing found": "/gallery/?kind=roundtable&country=RU",
    "album": "/gallery/{album}/",
    "photograph": "/gallery/{album}/{photo}/",
    "search": "/search/",
    "search, found": "/search/?q=CISS",
    "search, nothing found": "/search/?q=%D8%B3%D9%85%D9%83%D8%A9",
    "about": "/about/",
    "contact": "/contact/",
    "privacy": "/privacy/",
    "accessibility": "/accessibility/",
}
FIND = """
from events.models import Album, Event
from institutions.models import Institution
from people.models import Person
visit = Event.objects.get(kind="visit", starts_on="2018-04-03")
album = visit.albums.first()
print(visit.slug)
print(Event.objects.get(kind="roundtable", starts_on="2025-04-17").slug)
print(Institution.objects.get(short_name_en="RIAC").slug)
print(Institution.objects.get(name_en="Quaid-i-Azam University").slug)
print(Person.objects.get(name_en="Anum Riaz").slug)
print(album.slug)
print(album.photos.in_order()[1].pk)
"""
NAMES = ("visit", "roundtable", "institute", "university", "person", "album", "photo")
ONE_LANGUAGE = """
import datetime
from ciss_site.models import User
from events.models import Event
event = Event(slug="only-{code}", kind="lecture", starts_on=datetime.date(2019, 5, 6), source_language="{code}")
event.title_en, event.title_ar = "A lecture on restraint", "محاضرة في ضبط النفس"
event.summary_en, event.summary_ar = "What was said at noon.", "ما قيل عند الظهر."
event.body_en, event.body_ar = "<p>The hall was full and the questions were many.</p>", "<p>كانت القاعة ممتلئة والأسئلة كثيرة.</p>"
event.save()
event.publish("{code}", by=User.objects.get(username="demonstration"))
"""
STALE = """
import datetime
import time_machine
from ciss_site.models import User
from events.models import Event
by = User.objects.get(username="demonstration")
with time_machine.travel("2026-05-01T08:00:00+00:00"):
    event = Event(slug="stale", kind="lecture", starts_on=datetime.date(2019, 5, 7), source_language="en")
    event.title_en, event.title_ar = "A second lecture", "محاضرة ثانية"
    event.summary_en, event.summary_ar = "What was said at noon.", "ما قيل عند الظهر."
    event.save()
    event.publish("en", by=by)
    event.publish("ar", by=by)
with time_machine.travel("2026-05-03T08:00:00+00:00"):
    event.summary_en = "What was said at noon, corrected."
    event.save()
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The site with its demonstration content, a report in each single language and a stale translation."""
    with running(tmp_path_factory.mktemp("site"), sample=6) as site:
        site.names = dict(zip(NAMES, site.run(FIND).split(), strict=True))
        for code in ("en", "ar"):
            site.run(ONE_LANGUAGE.replace("{code}", code))
        site.run(STALE)
        yield site


@pytest.mark.browser
@pytest.mark.parametrize("name", PAGES)
def test_every_page_passes_every_check(browser, site, name, language):
    url = f"{site.url}/{language}{PAGES[name].format(**site.names)}"
    main = {}
    findings = check_page(browser, url, language=language, main=main)
    findings += check_without_javascript(browser, url, language=language, asked=site.asked, main=main)
    assert not findings, report(findings)


@pytest.mark.browser
@pytest.mark.parametrize("address", ["/nothing/", "/events/nothing/", "/gallery/nothing/"])
def test_a_page_that_is_not_there_says_so_in_the_readers_language(browser, site, address, language):
    findings = check_page(browser, f"{site.url}/{language}{address}", language=language, status=404)
    assert not findings, report(findings)


@pytest.mark.browser
def test_a_report_in_one_language_is_shown_with_a_notice_in_the_other(browser, site, language):
    original = "ar" if language == "en" else "en"
    findings = check_page(
        browser, f"{site.url}/{language}/events/only-{original}/", language=language, original=original
    )
    assert not findings, report(findings)


@pytest.mark.browser
def test_the_original_of_a_report_in_one_language_is_a_page_like_any_other(browser, site, language):
    url = f"{site.url}/{language}/events/only-{language}/"
    findings = check_page(browser, url, language=language, published=[language])
    assert not findings, report(findings)


@pytest.mark.browser
def test_a_translation_older_than_its_original_says_so_with_the_date(browser, site):
    findings = check_page(browser, f"{site.url}/ar/events/stale/", language="ar", changed_on="2026-05-03")
    assert not findings, report(findings)


PICTURES = {
    "home": ("/en/", ".newest img"),
    "gallery": ("/en/gallery/", ".album-card img"),
    "album": ("/ar/gallery/moscow-april-2018/", ".gallery img[loading=lazy]"),
    "report": ("/en/events/executive-director-in-moscow-april-2018/", ".plate img"),
    "photograph": ("/ar/gallery/moscow-april-2018/{photo}/", ".photo__picture img"),
}


@pytest.mark.browser
@pytest.mark.parametrize("kind", PICTURES)
def test_pictures_say_how_wide_they_are(browser, site, kind):
    path, pictures = PICTURES[kind]
    for width in (320, 390, 768, 1024, 1280, 1600):
        page = browser.new_page(viewport={"width": width, "height": 3000})
        page.goto(site.url + path.format(**site.names))
        page.wait_for_function(
            "which => [...document.querySelectorAll(which)].every(one => one.complete && one.naturalWidth)",
            arg=pictures,
        )
        # Where there is a srcset, the natural width is what `sizes` says; "auto" says it to the point.
        pairs = page.eval_on_selector_all(
            pictures, "all => all.map(one => [one.naturalWidth, one.clientWidth, one.srcset !== ''])"
        )
        page.close()
        assert pairs and all(pair[2] for pair in pairs)
        assert [(width, pair) for pair in pairs if abs(pair[0] - pair[1]) > pair[1] / 10] == []


@pytest.mark.browser
def test_the_first_address_chooses_the_readers_language(browser, site):
    findings = front_door_chooses(site.url, ["/en/", "/ar/", "/ar/events/"])
    assert not findings, report(findings)


@pytest.fixture
def quick_pictures(monkeypatch):
    """Small plain pictures in place of the drawn ones, no two the same."""
    shades = itertools.count()

    def plain_picture(*_how) -> Image.Image:
        return Image.new("RGB", (700, 467), (11, 93, next(shades) * 5 % 256))

    monkeypatch.setattr("events.demo.albums.draw", plain_picture)
    monkeypatch.setattr("events.demo.samples.draw_variant", plain_picture)


@pytest.mark.validator
@pytest.mark.django_db
def test_the_html_of_every_page_is_valid(client, quick_pictures, capsys):
    call_command("demo_content", sample=6, verbosity=0)
    for code in ("en", "ar"):
        exec(ONE_LANGUAGE.replace("{code}", code), {})  # noqa: S102 - this file's own lines
    exec(STALE, {})  # noqa: S102
    capsys.readouterr()
    exec(FIND, {})  # noqa: S102
    names = dict(zip(NAMES, capsys.readouterr().out.split(), strict=True))
    addresses = [f"/{code}{path.format(**names)}" for code in ("en", "ar") for path in PAGES.values()]
    addresses += [
        "/en/events/only-ar/",
        "/ar/events/only-en/",
        "/ar/events/stale/",
        "/en/nothing/",
        "/ar/nothing/",
    ]
    documents = {address: client.get(address).content.decode() for address in addresses}
    findings = validate(documents)
    assert not findings, report(findings)
