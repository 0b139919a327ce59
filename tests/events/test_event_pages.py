"""What readers find on the pages of engagements and photographs, in each language, and what is hidden from them."""

import datetime
import re
from html import unescape

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone
from django.utils.html import strip_tags

from ciss_site.languages import codes, column
from events.models import Attachment, Event, EventInstitution, PhotoPerson
from people.models import Position
from tests.factories import (
    bilingual,
    make_album,
    make_event,
    make_institution,
    make_meeting,
    make_participation,
    make_person,
    make_photo,
    make_topic,
    published,
    publisher,
    set_words,
)

pytestmark = pytest.mark.django_db


def words(html: str) -> str:
    """Return the words of a piece of HTML on one line."""
    return " ".join(unescape(strip_tags(html)).split())


def facts(html: str) -> dict[str, list[str]]:
    """Return the facts of an engagement's page: term and values."""
    pairs = re.findall(
        r"<div><dt>(.*?)</dt>(.*?)</div>", re.search(r'<dl class="facts">.*?</dl>', html, re.S)[0], re.S
    )
    return {
        words(term): [words(value) for value in re.findall(r"<dd>(.*?)</dd>", values, re.S)]
        for term, values in pairs
    }


def programme(html: str) -> list[tuple[str, list[list[str]]]]:
    """Return the tables of people: for each side its heading, and name and post of each."""
    groups = []
    for body in re.findall(r"<tbody>(.*?)</tbody>", html, re.S):
        rows = [
            [words(cell) for cell in re.findall(r"<td.*?</td>", row, re.S)]
            for row in re.findall(r"<tr>.*?</tr>", body, re.S)
        ]
        groups.append((words(re.search(r"<th.*?</th>", body, re.S)[0]), rows))
    return groups


def titles(html: str) -> list[str]:
    """Return the titles of the rows in a list of engagements."""
    return [words(title) for title in re.findall(r'<h3 class="event-row__title">(.*?)</h3>', html, re.S)]


def page(client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


@pytest.fixture
def home():
    home = make_institution("Center for International Strategic Studies", "المركز", is_home=True)
    set_words(home, "short_name", en="CISS", ar="المركز")
    home.save()
    return home


@pytest.fixture
def visit(home) -> Event:
    """A visit to Moscow with an invitation, a conference with its session, and a meeting with a centre."""
    event = make_event(
        "Moscow", "موسكو", slug="moscow", ends_on=datetime.date(2018, 4, 5), start_time=datetime.time(10)
    )
    ministry = make_institution("Ministry of Defence", "وزارة الدفاع", kind="ministry", languages=[])
    academy = make_institution("Russian Academy of Sciences", "أكاديمية العلوم")
    institute = make_institution("Institute of Oriental Studies", "معهد الاستشراق", parent=academy)
    centre = make_institution("Centre of Pakistan Studies", "مركز الدراسات الباكستانية", parent=institute)
    EventInstitution.objects.create(event=event, institution=ministry, role="invited_by")
    EventInstitution.objects.create(event=event, institution=institute, role="visited")
    event.topics.add(make_topic("Soft power", "القوة الناعمة", slug="soft-power"))

    conference = make_meeting(event, kind="conference", order=1)
    set_words(conference, "title", **bilingual("A conference on security", "مؤتمر الأمن"))
    conference.save()
    session = make_meeting(event, kind="session", order=2, parent=conference)
    set_words(session, "title", **bilingual("On soft power", "القوة الناعمة"))
    session.save()
    make_participation(event, meeting=session, side="ours", role="speaker", institution=home)

    met = make_meeting(event, kind="bilateral", order=3, institution=centre)
    make_meeting(event, kind="courtesy_call", order=4, institution=academy)
    director = make_person("Sergey Kamenev", "سيرغي كامينيف", slug="kamenev")
    row = make_participation(event, director, meeting=met, institution=centre)
    set_words(row, "honorific_at_the_time", **bilingual("Dr", "د."))
    row.save()
    Position.objects.create(person=director, institution=centre, title_en="Retired since", title_ar="متقاعد")
    make_participation(event, make_person("Irina Serenko", "إيرينا سيرينكو", languages=[]), meeting=met)
    make_participation(event, meeting=met, side="ours")
    return event


def test_facts_stand_beside_the_report_and_empty_ones_are_left_out(client, visit):
    assert facts(page(client, "/en/events/moscow/")) == {
        "When": ["3 to 5 April 2018", "10:00"],
        "Where": ["Moscow, Russia"],
        "Invited by": ["Ministry of Defence"],
        "Occasion": ["A conference on security"],
        "Visited": ["Institute of Oriental Studies"],
        "Topics": ["Soft power"],
    }


def test_only_institutions_with_a_page_are_linked(client, visit):
    html = page(client, "/en/events/moscow/")
    links = re.findall(r'<a href="(/en/institutions/[^"]+)">', html)
    assert links == [EventInstitution.objects.get(role="visited").institution.get_absolute_url()]


def test_people_stand_by_side_in_the_posts_of_that_day(client, visit):
    assert programme(page(client, "/en/events/moscow/")) == [
        (
            "On soft power",
            [["The Executive Director", "Director Center for International Strategic Studies Speaker"]],
        ),
        (
            "For the Centre of Pakistan Studies",
            [["Dr Sergey Kamenev", "Director"], ["Irina Serenko", "Director"]],
        ),
        ("For CISS", [["The Executive Director", "Director"]]),
    ]


def test_only_people_with_a_page_are_linked(client, visit):
    assert re.findall(r'<a href="(/ar/people/[^"]+)">', page(client, "/ar/events/moscow/")) == [
        "/ar/people/kamenev/"
    ]


def test_meetings_are_numbered_and_a_centre_stands_below_its_institute(client, visit):
    html = page(client, "/en/events/moscow/")
    heads = re.findall(
        r'meeting__label kind">(.*?)</p>.*?<h2[^>]*>(.*?)</h2>\s*<p class="meeting__where">(.*?)</p>',
        html,
        re.S,
    )
    assert [tuple(words(part) for part in head) for head in heads] == [
        ("Conference", "A conference on security", "Moscow"),
        (
            "Meeting 1 of 2 Bilateral meeting",
            "Institute of Oriental Studies",
            "Russian Academy of Sciences, Centre of Pakistan Studies",
        ),
        ("Meeting 2 of 2 Courtesy call", "Russian Academy of Sciences", "Moscow"),
    ]


def test_a_contents_list_leads_to_headings_only_on_a_long_report(client, visit):
    assert 'class="contents"' not in page(client, "/en/events/moscow/")
    set_words(
        visit,
        "body",
        **bilingual("<h2>What came of it</h2><p>Much.</p>", "<h2>ما أسفرت عنه</h2><p>الكثير.</p>"),
    )
    visit.save()
    html = page(client, "/en/events/moscow/")
    anchors = re.findall(r'<li><a href="#([^"]+)">', html)
    assert len(anchors) == 4
    assert anchors[0] == "section-1"
    assert all(html.count(f'id="{anchor}"') == 1 for anchor in anchors)


def test_filters_combine_and_are_counted(client, visit):
    make_event("A lecture", "محاضرة", kind="lecture", starts_on=datetime.date(2018, 6, 1)).topics.add(
        visit.topics.first()
    )
    make_event("Another visit", "زيارة أخرى")
    both = page(client, "/en/events/?topic=soft-power&kind=visit")
    assert titles(both) == ["Moscow"]
    assert "1 of 3 events" in words(both)
    assert '<option value="lecture">Lecture (1)</option>' in both
    assert re.findall(r'<li><a href="([^"]+)">(?:Visit|Soft power)', both) == [
        "?topic=soft-power",
        "?kind=visit",
    ]
    assert titles(page(client, "/en/events/?topic=soft-power")) == ["A lecture", "Moscow"]


def test_filters_that_keep_nothing_say_so_and_can_be_cleared(client, visit):
    html = page(client, "/en/events/?kind=lecture&topic=soft-power")
    assert titles(html) == []
    assert "No event matches all of these filters. Clear the filters" in words(html)
    assert '<a class="more" href="/en/events/">' in html


def test_coming_stands_first_and_pages_keep_the_query(client, home):
    tomorrow = timezone.localdate() + datetime.timedelta(days=1)
    make_event("To come", "قادمة", starts_on=tomorrow)
    for number in range(21):
        make_event(
            f"Report {number}", "تقرير", starts_on=datetime.date(2016, 1, 1) + datetime.timedelta(days=number)
        )
    first = page(client, "/en/events/?kind=visit")
    assert titles(first)[:2] == ["To come", "Report 20"]
    assert '<a href="?kind=visit&amp;page=2" rel="next">' in first
    second = page(client, "/en/events/?kind=visit&page=2")
    assert titles(second) == ["Report 0"]
    assert '<a href="?kind=visit" rel="prev">' in second


@pytest.fixture
def arabic_only(home) -> Event:
    event = make_event(
        "", "مائدة مستديرة", slug="roundtable", kind="roundtable", source_language="ar", languages=[]
    )
    set_words(event, "summary", en="", ar="التقى الجانبان.")
    return published(event, "ar")


def test_a_report_in_one_language_is_announced_and_shown_in_its_own(client, arabic_only):
    html = page(client, "/en/events/roundtable/")
    assert words(re.search(r'<aside class="notice".*?<p>(.*?)</p>', html, re.S)[1]).startswith(
        "This report exists in Arabic only."
    )
    assert '<a href="/ar/events/roundtable/" hreflang="ar">' in html
    article = re.search(r'<article class="original" lang="ar" dir="rtl">.*</article>', html, re.S)[0]
    assert "<h1>مائدة مستديرة</h1>" in article
    assert "روسيا" in article
    assert '<a href="/ar/' not in article


def test_the_same_report_needs_no_notice_in_its_own_language(client, arabic_only):
    html = page(client, "/ar/events/roundtable/")
    assert 'class="notice"' not in html
    assert "<h1>مائدة مستديرة</h1>" in html


def test_a_report_in_another_language_is_marked_in_the_list(client, arabic_only):
    html = page(client, "/en/events/")
    assert '<span lang="ar" dir="rtl">مائدة مستديرة</span></a>' in html
    assert '<span class="kind__when">In Arabic</span>' in html


def test_a_translation_older_than_its_original_says_so_with_the_day(client, visit):
    assert 'class="notice"' not in page(client, "/ar/events/moscow/")
    set_words(visit, "summary", en="It happened otherwise.")
    visit.save()
    today = timezone.localdate()
    notice = re.search(r'<aside class="notice".*?</aside>', page(client, "/ar/events/moscow/"), re.S)[0]
    assert f'<time datetime="{today:%Y-%m-%d}">' in notice
    assert 'class="notice"' not in page(client, "/en/events/moscow/")


def test_people_in_a_photograph_are_counted_in_reading_order(client, visit):
    photo = make_photo(make_album(slug="album", event=visit))
    for place, name in enumerate(("First", "Second"), 1):
        PhotoPerson.objects.create(photo=photo, person=make_person(name, name), place=place)
    listed = r'<ol class="photo-people">(.*?)</ol>'
    path = f"gallery/album/{photo.pk}/"
    assert words(re.search(listed, page(client, f"/en/{path}"), re.S)[1]) == "First Second"
    assert words(re.search(listed, page(client, f"/ar/{path}"), re.S)[1]) == "Second First"


def test_a_photograph_leads_to_its_neighbours_its_original_and_the_report(client, visit):
    album = make_album(slug="album", event=visit)
    first, middle, last = (make_photo(album, order=number, width=700, height=400) for number in range(3))
    html = page(client, f"/en/gallery/album/{middle.pk}/")
    assert "2 of 3" in words(html)
    assert f'<a href="/en/gallery/album/{first.pk}/" rel="prev"' in html
    assert f'<a href="/en/gallery/album/{last.pk}/" rel="next"' in html
    assert f'<a href="/files/photographs/{middle.pk}/download/" download>' in html
    assert '<a href="/en/events/moscow/">The report</a>' in html


@pytest.fixture(params=["draft", "review", "scheduled", "archived"])
def hidden(request, home) -> list[str]:
    """Every address of an engagement, its album, photograph and file, none of them public; first they were."""
    event = make_event(slug="hidden")
    album = make_album(slug="hidden", event=event)
    photo = make_photo(album, width=400, height=300)
    file = Attachment.objects.create(
        event=event, is_public=True, file=ContentFile(b"%PDF-1.4\n%%EOF\n", "paper.pdf")
    )
    for record in (event, album):
        for code in codes():
            hide(record, code, request.param)
    pages = ("events/hidden/", "events/hidden/calendar.ics", "gallery/hidden/", f"gallery/hidden/{photo.pk}/")
    files = (
        f"/files/photographs/{photo.pk}/400.jpg",
        f"/files/photographs/{photo.pk}/download/",
        f"/files/attachments/{file.pk}/",
    )
    return [*(f"/{code}/{path}" for code in codes() for path in pages), *files]


def hide(record, code: str, state: str) -> None:
    if state == "draft":
        record.withdraw(code)
    elif state == "review":
        record.send_to_review(code)
    elif state == "archived":
        record.archive(code)
    else:
        later = timezone.now() + datetime.timedelta(days=1)
        type(record).objects.filter(pk=record.pk).update(**{column("published_at", code): later})


def test_what_is_not_public_is_seen_by_those_who_may_change_it_alone(client, hidden, editor, clerk, reader):
    for nobody in (None, clerk, reader):
        if nobody:
            client.force_login(nobody)
        assert {path: client.get(path).status_code for path in hidden} == dict.fromkeys(hidden, 404)
    client.force_login(editor)
    assert {path: client.get(path).status_code for path in hidden} == dict.fromkeys(hidden, 200)


def test_those_who_may_change_it_are_told_the_state_of_each_language(client, home, editor):
    event = make_event(slug="half", languages=["en"])
    event.publish("ar", by=publisher(), at=timezone.now() + datetime.timedelta(days=2))
    bar = r'<div class="state-bar".*?</div></div>'
    assert not re.search(bar, page(client, "/en/events/half/"), re.S)
    client.force_login(editor)
    said = re.search(bar, page(client, "/en/events/half/"), re.S)[0]
    assert words(said).startswith("English: Published · Arabic: to be published on ")
    assert f'<a href="/en/admin/events/event/{event.pk}/change/">' in said


def test_hidden_engagements_are_in_no_list(client, home):
    event = make_event("Seen", "ظاهرة")
    event.topics.add(make_topic(slug="topic"))
    assert titles(page(client, "/en/events/")) == ["Seen"]
    event.withdraw("en")
    event.withdraw("ar")
    html = page(client, "/en/events/")
    assert titles(html) == []
    assert "No event has been published yet." in words(html)
    assert 'value="topic"' not in html
