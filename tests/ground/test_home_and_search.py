"""The home page, the search, the plain pages and the pages for what went wrong."""

import datetime

import pytest
import time_machine
from django.test import Client, override_settings

from ciss_site.excerpts import first_paragraph, holds, mark_words, passage, shorten
from ciss_site.languages import set_words
from people.models import Position
from tests.factories import (
    bilingual,
    make_album,
    make_event,
    make_institution,
    make_page,
    make_person,
    make_photo,
    make_topic,
    publisher,
)

HOME_QUERIES = 8
SEARCH_QUERIES = 7


def shown(language: str, path: str, client: Client | None = None) -> str:
    response = (client or Client()).get(f"/{language}{path}")
    assert response.status_code == 200, path
    return response.content.decode()


def main_of(page: str) -> str:
    return page.partition("<main")[2].partition("</main>")[0]


def hold_post(person, institution):
    post = Position(person=person, institution=institution)
    set_words(post, "title", **bilingual("Research Officer", "باحث"))
    post.save()


def report_with_picture(english="The newest report", arabic="أحدث تقرير", **values):
    event = make_event(english, arabic, **values)
    event.cover = make_photo(make_album(event=event, taken_on=event.starts_on))
    event.save()
    return event


# Home -------------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_empty_site_has_a_dignified_home(language):
    page = shown(language, "/")

    assert page.count("<h1") == 1
    assert main_of(page).count("<h2") == 1
    assert "<h2></h2>" not in page and "None" not in page and 'href=""' not in page
    if language == "en":
        assert "<title>Record of meetings</title>" in page
        assert "No report has been published yet." in page


@pytest.mark.django_db
def test_home_says_who_the_office_is_in_its_own_words(language):
    home = make_institution("The Center", "المركز", is_home=True)
    if language == "en":
        assert "The Center meets scholars and officials of many countries." in shown(language, "/")
    set_words(
        home,
        "description",
        **bilingual("<p>A <strong>house</strong> of study.</p><p>More.</p>", "<p>بيت للدراسة.</p>"),
    )
    home.save()

    say = {"en": "A house of study.", "ar": "بيت للدراسة."}[language]
    assert f'<h1 class="say">{say}</h1>' in shown(language, "/")


@pytest.mark.django_db
@time_machine.travel("2026-03-01")
def test_home_shows_the_newest_report_what_comes_and_the_strips(language):
    home = make_institution("The Center", "المركز", is_home=True)
    newest = report_with_picture(starts_on=datetime.date(2025, 4, 17))
    older = make_event("An older report", "تقرير أقدم", starts_on=datetime.date(2018, 4, 3))
    coming = make_event("A seminar to come", "ندوة قادمة", starts_on=datetime.date(2026, 12, 9))
    partner = make_institution("A partner", "شريك", is_partner=True)
    expert = make_person("An expert", "خبير")
    hold_post(expert, home)

    page = main_of(shown(language, "/"))

    names = [
        newest.words("title", language),
        coming.words("title", language),
        older.words("title", language),
        partner.words("name", language),
        expert.words("name", language),
    ]
    places = [page.index(name) for name in names]
    assert places == sorted(places)
    assert page.count(names[0]) == 1
    assert page.count('loading="eager"') == 1
    assert '<article class="newest">' in page


@pytest.mark.django_db
def test_newest_report_without_a_picture_leads_the_list():
    make_event("A report in words", "تقرير مكتوب")

    page = shown("en", "/")

    assert '<article class="newest">' not in page
    assert page.count("A report in words") == 1


@pytest.mark.django_db
def test_home_hides_what_is_not_public(editor):
    draft = make_event("A hidden plan", "خطة خفية", languages=[])
    album = make_album("Hidden album", "ألبوم خفي", languages=[])
    photo = make_photo(album)
    assert "A hidden plan" not in shown("en", "/")
    assert f"/{photo.pk}/" not in shown("en", "/")

    draft.publish("en", by=publisher())
    album.publish("en", by=publisher())

    assert "A hidden plan" in shown("en", "/")
    assert f"/{photo.pk}/" in shown("en", "/")


@pytest.mark.django_db
def test_report_in_one_language_says_so_on_the_other_home():
    event = report_with_picture(languages=[])
    event.publish("ar", by=publisher())

    page = shown("en", "/")

    assert '<span class="kind__when">In Arabic</span>' in page
    assert '<span lang="ar" dir="rtl">أحدث تقرير</span>' in page


@pytest.mark.django_db
@time_machine.travel("2026-03-01")
@pytest.mark.parametrize("rows", [1, 30])
def test_home_takes_the_same_queries_whatever_there_is(rows, django_assert_num_queries):
    home = make_institution(is_home=True)
    for number in range(rows):
        (report_with_picture if number < 4 else make_event)(starts_on=datetime.date(2025, 4, 3))
        make_event(starts_on=datetime.date(2026, 4, 3))
        make_institution(is_partner=True, parent=make_institution())
        person = make_person()
        hold_post(person, home)
        person.interests.add(make_topic())

    with django_assert_num_queries(HOME_QUERIES):
        shown("en", "/")


# Search -----------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_empty_question_shows_the_form_only(language):
    make_event()
    page = main_of(shown(language, "/search/?q=+"))

    assert page.count("<form") == 1
    assert '<label for="q">' in page and 'id="q"' in page
    assert "search-group" not in page


@pytest.mark.django_db
def test_results_are_grouped_counted_and_marked(language):
    word, other = {"en": ("restraint", "RESTRAINT"), "ar": ("الردع", "الردع")}[language]
    for _ in range(2):
        event = make_event("About restraint", "عن الردع")
    person = make_person("A scholar", "باحثة", slug="scholar")
    set_words(person, "bio", **bilingual("<p>Writes on restraint &amp; peace.</p>", "<p>تكتب عن الردع.</p>"))
    person.save()

    page = main_of(shown(language, f"/search/?q={other}"))

    assert page.count('<section class="search-group') == 2
    assert page.count(f"<mark>{word}</mark>") == 3
    assert page.index('id="found-event"') < page.index('id="found-person"')
    assert event.url_in(language) in page and "/people/scholar/" in page
    if language == "en":
        assert "3 results" in page and "<p>2 results</p>" in page and "<p>1 result</p>" in page
        assert "<mark>restraint</mark> &amp; peace." in page


@pytest.mark.django_db
def test_nothing_found_says_what_to_do_and_echoes_safely():
    page = main_of(shown("en", "/search/?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E"))

    assert "Nothing on record holds" in page and "Try fewer words" in page
    assert "<script>alert" not in page
    assert 'href="/en/events/"' in page


@pytest.mark.django_db
def test_drafts_are_found_by_editors_only(editor):
    draft = make_event("A hidden plan", "خطة خفية", languages=[])
    client = Client()
    client.force_login(editor)
    assert "/events/" + draft.slug in shown("en", "/search/?q=hidden", client)

    assert "/events/" + draft.slug not in shown("en", "/search/?q=hidden")
    draft.publish("en", by=publisher())
    assert "/events/" + draft.slug in shown("en", "/search/?q=hidden")


@pytest.mark.django_db
def test_words_of_a_draft_translation_do_not_betray_it(editor):
    event = make_event("Open words", "كلمات سرية", languages=["en"])
    client = Client()
    client.force_login(editor)
    assert event.slug in shown("en", "/search/?q=سرية", client)

    assert event.slug not in main_of(shown("en", "/search/?q=سرية"))
    assert event.slug in main_of(shown("en", "/search/?q=open"))


@pytest.mark.django_db
@pytest.mark.parametrize("rows", [1, 30])
def test_search_takes_the_same_queries_whatever_it_finds(rows, django_assert_num_queries):
    home = make_institution("Common house", is_home=True)
    for _ in range(rows):
        make_event("Common visit")
        make_album("Common album")
        make_institution("Common institute")
        hold_post(make_person("Common person"), home)

    with django_assert_num_queries(SEARCH_QUERIES):
        shown("en", "/search/?q=common")


# Passages ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "length", "short"),
    [
        ("One two three", 20, "One two three"),
        ("One two three", 9, "One two …"),
        ("One two, three", 9, "One two …"),
        ("One  two\n\nthree", 20, "One two three"),
        ("", 5, ""),
    ],
)
def test_shorten_cuts_at_whole_words(words, length, short):
    assert shorten(words, length) == short


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<p></p><h2>Title</h2><p>First &amp; <strong>best</strong>.</p><p>Second.</p>", "First & best."),
        ('<p lang="ar" dir="rtl">أول</p>', "أول"),
        ("<ul><li>One</li><li>Two</li></ul>", "One Two"),
        ("", ""),
    ],
)
def test_first_paragraph_is_plain_words(html, words):
    assert first_paragraph(html) == words


def test_passage_surrounds_the_first_word_found():
    text = "word " * 100 + "needle in the hay " + "word " * 100

    part = passage(text, ["NEEDLE"], 60)

    assert part.startswith("… word") and part.endswith("word …")
    assert "needle in the hay" in part
    assert len(part) < 80


@pytest.mark.parametrize("wanted", [[], ["absent"], ["beginning"]])
def test_passage_begins_at_the_beginning_where_nothing_calls_it_further(wanted):
    assert passage("The beginning of a text that goes on and on", wanted, 20) == "The beginning of a …"


@pytest.mark.parametrize(
    ("html", "wanted", "marked"),
    [
        ("Arms and arms", ["arms"], "<mark>Arms</mark> and <mark>arms</mark>"),
        ('<span lang="ar">a span</span>', ["span"], '<span lang="ar">a <mark>span</mark></span>'),
        ("R&amp;D amp", ["amp"], "R&amp;D <mark>amp</mark>"),
        ("R&amp;D", ["r&d"], "<mark>R&amp;D</mark>"),
        ("1 &lt; 2", ["<"], "1 <mark>&lt;</mark> 2"),
        ("a.b axb", ["a.b"], "<mark>a.b</mark> axb"),
        ("restraints", ["rest", "restraint"], "<mark>restraint</mark>s"),
        ("السياسة النووية", ["النووية"], "السياسة <mark>النووية</mark>"),
        ("as it came", [], "as it came"),
    ],
)
def test_words_found_are_marked_in_text_alone(html, wanted, marked):
    assert mark_words(html, wanted) == marked


def test_holds_asks_for_any_word_in_any_case():
    assert holds("Arms control", ["peace", "ARMS"])
    assert not holds("Arms control", ["peace"])
    assert not holds("Arms control", [])


# Plain pages and errors -------------------------------------------------------------------------


@pytest.mark.django_db
def test_plain_page_is_shown_in_the_readers_language(language):
    page = make_page("about")

    shown_page = shown(language, "/about/")

    assert f"<h1>{page.words('title', language)}</h1>" in shown_page
    assert {"en": "What we are.", "ar": "من نحن."}[language] in shown_page


@pytest.mark.django_db
def test_plain_page_of_one_language_is_shown_in_it_with_a_notice():
    make_page("about", languages=["en"])

    page = shown("ar", "/about/")

    assert '<aside class="notice"' in page
    assert '<article class="original" lang="en" dir="ltr">' in page


@pytest.mark.django_db
def test_draft_page_is_not_there(editor):
    make_page("about", languages=[])
    client = Client()
    client.force_login(editor)
    assert client.get("/en/about/").status_code == 200
    assert Client().get("/en/about/").status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path", ["/nothing-here/", "/events/nothing/", "/people/nobody/", "/institutions/none/"]
)
def test_what_is_not_there_says_so_with_ways_on(language, path):
    response = Client().get(f"/{language}{path}")

    page = response.content.decode()
    assert response.status_code == 404
    assert f'<html lang="{language}"' in page
    assert f'<li><a href="/{language}/events/">' in main_of(
        page
    ) and f'<li><a href="/{language}/search/">' in main_of(page)
    assert 'content="noindex"' in page and "canonical" not in page


@pytest.mark.django_db
def test_form_from_elsewhere_is_told_that_nothing_was_stored():
    response = Client(enforce_csrf_checks=True).post("/en/admin/login/", {"username": "a", "password": "b"})

    assert response.status_code == 403
    assert "Nothing was stored" in response.content.decode()


@override_settings(DEBUG=False)
def test_fault_of_ours_is_told_in_every_language_without_a_database(rf):
    from ciss_site.views import server_error

    response = server_error(rf.get("/en/"))

    page = response.content.decode()
    assert response.status_code == 500
    assert '<section lang="en" dir="ltr">' in page and '<section lang="ar" dir="rtl">' in page
    assert 'href="/en/"' in page and 'href="/ar/"' in page
