"""Addresses, language switch, one-language pages and the front door: right ones pass, planted faults are found."""

import pytest

from .addresses import front_door_chooses
from .finding import report
from .samples import good_page, with_fault
from .snapshot import take_snapshot
from .visit import judge_addresses

FAULTS = [
    (15, 'rel="canonical" href="{o}/ar/events/"', 'rel="canonical" href="{o}/en/events/"'),
    (15, 'rel="canonical" href="{o}/ar/events/"', 'rel="canonical" href="/ar/events/"'),
    (15, '<link rel="canonical" href="{o}/ar/events/">', ""),
    (15, '<link rel="alternate" hreflang="x-default" href="{o}/en/events/">', ""),
    (15, 'hreflang="en" href="{o}/en/events/"', 'hreflang="en" href="{o}/en/"'),
    (15, "ar_AR", "en_GB"),
    (16, ' lang="en" hreflang="en">English', ' hreflang="en">English'),
    (16, ' lang="en" hreflang="en">English', ' lang="en" hreflang="en">الإنجليزية'),
    (16, ' lang="en" hreflang="en">English', ' lang="en" hreflang="en">🇬🇧 English'),
    (16, '<a href="/en/events/" lang="en" hreflang="en">', '<a href="/en/" lang="en" hreflang="en">'),
    (16, '<a href="/en/events/" lang="en" hreflang="en">English</a>', ""),
]


def visit(page, url, **asked):
    page.goto(url)
    return judge_addresses(take_snapshot(page), **asked)


@pytest.mark.browser
def test_right_addresses_have_no_finding(paper, site):
    assert visit(paper, f"{site.url}/ar/events/") == []


@pytest.mark.browser
@pytest.mark.parametrize(("condition", "right", "wrong"), FAULTS)
def test_planted_fault_is_found(paper, site, condition, right, wrong):
    page = with_fault(
        good_page("ar", site.url), right.replace("{o}", site.url), wrong.replace("{o}", site.url)
    )
    site.pages["/ar/events/"] = (200, {}, page)

    findings = visit(paper, f"{site.url}/ar/events/")

    assert condition in {finding.condition for finding in findings}, report(findings)


@pytest.mark.browser
def test_switch_that_drops_the_query_is_found(paper, site):
    findings = visit(paper, f"{site.url}/ar/events/?year=2018")

    assert [finding.condition for finding in findings] == [16]


@pytest.mark.browser
@pytest.mark.parametrize("fault", ["gone", "silent"])
def test_counterpart_that_does_not_answer_in_kind_is_found(paper, site, fault):
    english = good_page("en", site.url)
    site.pages["/en/events/"] = (
        (404, {}, "")
        if fault == "gone"
        else (200, {}, english.replace('hreflang="ar" href', 'hreflang="fr" href'))
    )

    assert 15 in {finding.condition for finding in visit(paper, f"{site.url}/ar/events/")}


def one_language_page(origin):
    page = good_page("ar", origin)
    start, end = page.index("<link rel"), page.index("<meta property")
    page = (
        page[:start]
        + f'<meta name="robots" content="noindex"><link rel="canonical" href="{origin}/en/events/">'
        + page[end:]
    )
    body = "They spoke of cooperation in research and training. " * 40
    notice = '<p class="notice">هذا التقرير متاح بالإنجليزية وحدها. <a href="/en/events/" hreflang="en">اقرأ الأصل</a></p>'
    return page.replace(
        "<h1>", f'{notice}<article lang="en" dir="ltr"><h2>Visit</h2><p>{body}</p></article><h1>'
    )


@pytest.mark.browser
@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (None, None),
        ("noindex", "index"),
        ('class="notice"', 'class="other"'),
        ("هذا التقرير متاح بالإنجليزية وحدها.", "Only in English."),
        ('<a href="/en/events/" hreflang="en">اقرأ', '<a href="/en/">اقرأ'),
        ('<article lang="en" dir="ltr">', '<article lang="en">'),
        ('<article lang="en" dir="ltr">', '<article dir="ltr">'),
        ('rel="canonical" href="{o}/en/', 'rel="canonical" href="{o}/ar/'),
        ("</title>", '</title><link rel="alternate" hreflang="en" href="{o}/en/events/">'),
        ('<html lang="ar" dir="rtl">', '<html lang="en" dir="ltr">'),
    ],
)
def test_one_language_page_is_judged(paper, site, right, wrong):
    page = one_language_page(site.url)
    if right:
        page = with_fault(page, right.replace("{o}", site.url), wrong.replace("{o}", site.url))
    site.pages["/ar/events/"] = (200, {}, page)

    findings = [
        finding
        for finding in visit(paper, f"{site.url}/ar/events/", original="en")
        if finding.condition == 17
    ]

    assert bool(findings) == bool(right), report(findings)


@pytest.mark.browser
def test_one_language_page_that_answers_404_is_found(paper, site):
    site.pages["/ar/events/"] = (404, {}, one_language_page(site.url))

    assert 17 in {
        finding.condition for finding in visit(paper, f"{site.url}/ar/events/", original="en", status=404)
    }


@pytest.mark.browser
def test_stale_translation_must_say_so_with_the_date(paper, site):
    notice = (
        '<p class="notice">تغيّر الأصل الإنجليزي في <time datetime="2026-05-03">3 مايو 2026</time>.</p><h1>'
    )
    site.pages["/ar/events/"] = (200, {}, good_page("ar", site.url).replace("<h1>", notice))

    assert visit(paper, f"{site.url}/ar/events/", changed_on="2026-05-03") == []
    assert [
        finding.condition for finding in visit(paper, f"{site.url}/ar/events/", changed_on="2026-06-01")
    ] == [18]


def door(preferred=None, status=302, vary="Accept-Language"):
    def answer(request):
        parts = [
            part.split(";q=")
            for part in request.headers.get("Accept-Language", "").replace(" ", "").split(",")
        ]
        parts.sort(key=lambda part: -float(part[1] if len(part) > 1 else 1))
        chosen = preferred or next((part[0][:2] for part in parts if part[0][:2] in ("en", "ar")), "en")
        return status, {"Location": f"/{chosen}/", "Vary": vary}, ""

    return answer


def homes(site):
    return {f"/{language}/": (200, {}, good_page(language, site.url)) for language in ("en", "ar")}


def test_front_door_passes_when_it_chooses_by_the_reader(site):
    site.pages |= {"/": door(), **homes(site)}

    assert front_door_chooses(site.url, ["/ar/events/"]) == []


@pytest.mark.parametrize("wrong", [{"preferred": "en"}, {"status": 301}, {"vary": "Cookie"}])
def test_front_door_that_does_not_choose_is_found(site, wrong):
    site.pages |= {"/": door(**wrong), **homes(site)}

    assert {finding.condition for finding in front_door_chooses(site.url)} == {19}


def test_prefixed_address_that_redirects_by_language_is_found(site):
    site.pages |= {"/": door(), **homes(site)}
    site.pages["/ar/"] = lambda request: (
        (302, {"Location": "/en/"}, "")
        if request.headers["Accept-Language"] == "en"
        else (200, {}, good_page("ar"))
    )

    assert [finding.condition for finding in front_door_chooses(site.url)] == [19]
