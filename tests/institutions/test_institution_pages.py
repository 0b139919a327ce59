"""The public pages of institutions: what they show in each language, what they hide, and what they cost."""

import datetime

import pytest
import time_machine
from django.test import Client

from ciss_site.languages import set_words
from institutions.models import Agreement
from people.models import Degree
from tests.factories import (
    bilingual,
    make_album,
    make_event,
    make_institution,
    make_meeting,
    make_participation,
    make_person,
    make_photo,
    publisher,
)

pytestmark = pytest.mark.django_db

LIST_QUERIES = 2
DETAIL_QUERIES = 8


def shown(language: str, path: str, client: Client | None = None) -> str:
    response = (client or Client()).get(f"/{language}{path}")
    assert response.status_code == 200, path
    return response.content.decode()


@pytest.fixture
def academy():
    return make_academy()


def make_academy():
    """Return an academy with an institute inside it, and a visit to a centre inside the institute."""
    academy = make_institution(
        "Academy of Sciences", "أكاديمية العلوم", slug="academy", kind="academy", country="RU"
    )
    institute = make_institution(
        "Oriental Institute", "معهد الاستشراق", slug="institute", parent=academy, country="RU"
    )
    centre = make_institution(
        "Pakistan Centre", "مركز باكستان", slug="centre", parent=institute, country="RU"
    )
    visit = make_event(
        "A visit to Moscow", "زيارة إلى موسكو", slug="visit", ends_on=datetime.date(2018, 4, 5)
    )
    meeting = make_meeting(visit, institution=centre)
    set_words(
        meeting,
        "summary",
        **bilingual(
            "<p>They spoke of peace.</p><p>And of tea.</p>", "<p>تحدثوا عن السلم.</p><p>وعن الشاي.</p>"
        ),
    )
    meeting.notes = "a secret note"
    meeting.save()
    scholar = make_person(
        "Sergey Kamenev", "سيرغي كامينيف", email="hidden@example.org", phone="+7 495 000 0000"
    )
    make_participation(visit, scholar, meeting=meeting, institution=centre)
    return academy


# The list ---------------------------------------------------------------------------------------


def test_list_groups_by_country_and_names_parent_and_city(language, academy):
    home = make_institution("The Center", "المركز", is_home=True, country="PK")
    page = shown(language, "/institutions/")

    country = {"en": "Russia", "ar": "روسيا"}[language]
    assert page.count(f">{country}</h2>") == 1
    assert page.count(academy.words("name", language)) >= 2  # its own line, and its institute's
    assert home.words("name", language) not in page.partition("<main")[2].partition("</main>")[0]


def test_list_keeps_one_kind(academy):
    make_institution("City University", "جامعة المدينة", kind="university", country="PK")

    page = shown("en", "/institutions/?kind=university")

    assert "City University" in page
    assert "Oriental Institute" not in page
    assert '<option value="university" selected>' in page
    assert "Oriental Institute" in shown("en", "/institutions/?kind=nonsense")


def test_list_hides_a_draft_until_it_is_published(editor):
    hidden = make_institution("Hidden House", "بيت خفي", languages=[])
    client = Client()
    client.force_login(editor)
    assert "Hidden House" in shown("en", "/institutions/", client)

    assert "Hidden House" not in shown("en", "/institutions/")
    assert Client().get(hidden.url_in("en")).status_code == 404
    hidden.publish("en", by=publisher())
    assert "Hidden House" in shown("en", "/institutions/")


# One institution --------------------------------------------------------------------------------


def test_page_tells_the_whole_history_centres_included(language, academy):
    page = shown(language, "/institutions/academy/")

    words = {
        "en": (
            "A visit to Moscow",
            "They spoke of peace.",
            "Sergey Kamenev",
            "Director, Pakistan Centre",
            "Oriental Institute",
        ),
        "ar": ("زيارة إلى موسكو", "تحدثوا عن السلم.", "سيرغي كامينيف", "مركز باكستان", "معهد الاستشراق"),
    }[language]
    for one in words:
        assert one in page
    assert f'href="/{language}/events/visit/"' in page
    assert f'href="/{language}/institutions/centre/"' in page
    assert "And of tea" not in page and "وعن الشاي" not in page


def test_page_leads_up_to_the_institution_it_stands_in(language, academy):
    page = shown(language, "/institutions/institute/")

    assert f'<a class="back" href="/{language}/institutions/academy/">' in page
    assert f'<a href="/{language}/institutions/academy/">' in page


def test_parent_without_a_page_is_named_but_not_linked():
    make_institution("Quiet Academy", "أكاديمية هادئة", slug="quiet", languages=[])
    from institutions.models import Institution

    make_institution("Loud Institute", "معهد عال", slug="loud", parent=Institution.objects.get(slug="quiet"))

    page = shown("en", "/institutions/loud/")

    assert "Quiet Academy" in page
    assert "/institutions/quiet/" not in page


@time_machine.travel("2021-06-01")
def test_years_without_engagement_are_drawn_together():
    make_academy()

    page = shown("en", "/institutions/academy/")

    assert "<b>2019–2021</b> <span>Nothing recorded</span>" in page
    assert '<li class="is-active"><b>1</b>2018</li>' in page
    assert "<li><b>0</b>2020</li>" in page


def test_private_words_stand_on_no_page(academy):
    page = shown("en", "/institutions/academy/")

    assert "Sergey Kamenev" in page
    for secret in ("a secret note", "hidden@example.org", "+7 495"):
        assert secret not in page


def test_only_public_agreements_are_shown_with_their_state(academy, editor):
    for title, is_public in (("Open memorandum", True), ("Quiet memorandum", False)):
        agreement = Agreement(
            is_public=is_public, state="signed", signed_on=datetime.date(2019, 3, 4), notes="office only"
        )
        set_words(agreement, "title", **bilingual(title, title))
        agreement.save()
        agreement.parties.add(academy)

    page = shown("en", "/institutions/academy/")

    assert "Open memorandum" in page and 'Signed, <time datetime="2019-03-04">4 March 2019</time>' in page
    assert "Quiet memorandum" not in page and "office only" not in page
    client = Client()
    client.force_login(editor)
    assert "Quiet memorandum" not in shown("en", "/institutions/academy/", client)


def test_draft_engagement_is_not_told(academy, editor):
    draft = make_event("A plan for autumn", "خطة للخريف", languages=[])
    make_meeting(draft, institution=academy)
    client = Client()
    client.force_login(editor)
    assert "A plan for autumn" in shown("en", "/institutions/academy/", client)

    assert "A plan for autumn" not in shown("en", "/institutions/academy/")


def test_other_names_are_each_in_their_own_script_and_escaped():
    others = "RAS <b>\nАкадемия"
    make_institution(
        "Academy", "أكاديمية", slug="names", other_names=others, website="https://www.example.org/"
    )

    page = shown("en", "/institutions/names/")

    assert '<bdi><bdi lang="ar" dir="rtl">أكاديمية</bdi></bdi>' in page
    assert '<bdi lang="und-Cyrl">Академия</bdi>' in page
    assert "RAS &lt;b&gt;" in page and "RAS <b>" not in page
    assert (
        '<a href="https://www.example.org/" rel="noopener"><bdi dir="ltr" class="address">example.org</bdi></a>'
        in page
    )


def test_university_names_those_who_hold_or_pursue_its_degrees(language):
    university = make_institution("City University", "جامعة المدينة", slug="city", kind="university")
    school = make_institution("School of Peace", "كلية السلم", parent=university)
    graduate, student, hidden = (
        make_person("Anum Riaz", "أنعم رياض"),
        make_person("Mobeen Mir", "مبين مير"),
        make_person("Nobody Yet", "لا أحد بعد", languages=[]),
    )
    Degree.objects.create(person=graduate, level="doctorate", institution=university)
    Degree.objects.create(person=student, level="mphil", institution=school, in_progress=True)
    Degree.objects.create(person=hidden, level="msc", institution=university)

    page = shown(language, "/institutions/city/")

    assert graduate.words("name", language) in page and student.words("name", language) in page
    assert school.words("name", language) in page
    assert hidden.words("name", language) not in page
    if language == "en":
        assert '<p class="meta">In progress</p>' in page


def test_institution_of_one_language_is_shown_in_it_with_a_notice():
    parent = make_institution("Academy", "أكاديمية", slug="above")
    only = make_institution("Oriental Institute", "", slug="only", languages=[], parent=parent)
    set_words(only, "name", en="Oriental Institute", ar=None)
    set_words(only, "description", en="<p>It studies the East.</p>", ar=None)
    only.save()
    only.publish("en", by=publisher())

    page = shown("ar", "/institutions/only/")

    assert '<html lang="ar" dir="rtl">' in page
    assert '<aside class="notice"' in page
    assert '<article class="original" lang="en" dir="ltr">' in page
    assert "Part of" in page and "It studies the East." in page
    assert '<a href="/ar/institutions/above/">Academy</a>' in page
    assert '<meta name="robots" content="noindex">' in page


# Cost -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("rows", [1, 30])
def test_list_takes_the_same_queries_whatever_its_length(rows, django_assert_num_queries):
    for _ in range(rows):
        make_institution(parent=make_institution(country="RU"), country="RU")

    with django_assert_num_queries(LIST_QUERIES):
        shown("en", "/institutions/")


@pytest.mark.parametrize("rows", [1, 30])
def test_page_takes_the_same_queries_whatever_its_history(rows, django_assert_num_queries):
    academy = make_institution(slug="academy")
    for number in range(rows):
        centre = make_institution(parent=academy)
        event = make_event(starts_on=datetime.date(2018 - number % 9, 4, 3))
        meeting = make_meeting(event, institution=centre)
        person = make_person()
        make_participation(event, person, meeting=meeting, institution=centre)
        make_participation(event, institution=academy)
        Degree.objects.create(person=person, level="msc", institution=centre)
        agreement = Agreement(is_public=True)
        set_words(agreement, "title", **bilingual(f"Memorandum {number}", f"مذكرة {number}"))
        agreement.save()
        agreement.parties.add(centre)
        if number < 3:
            make_photo(make_album(event=event))

    with django_assert_num_queries(DETAIL_QUERIES):
        page = shown("en", "/institutions/academy/")
    assert page.count("<h4 ") == rows
