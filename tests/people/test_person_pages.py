"""The public pages of people: who stands where, what is told of them, what is never told, and what it costs."""

import datetime

import pytest
from django.test import Client

from ciss_site.languages import set_words
from people.models import Degree, Position, ProfileLink, Publication
from tests.factories import (
    bilingual,
    make_event,
    make_institution,
    make_participation,
    make_person,
    make_topic,
    publisher,
)

pytestmark = pytest.mark.django_db

LIST_QUERIES = 3
DETAIL_QUERIES = 8


def shown(language: str, path: str, client: Client | None = None) -> str:
    response = (client or Client()).get(f"/{language}{path}")
    assert response.status_code == 200, path
    return response.content.decode()


def hold_post(person, institution, english="Research Officer", arabic="باحث", department=("", ""), **values):
    post = Position(person=person, institution=institution, **values)
    set_words(post, "title", **bilingual(english, arabic))
    set_words(post, "department", **bilingual(*department))
    post.save()
    return post


@pytest.fixture
def center():
    return make_institution("The Center", "المركز", slug="center", is_home=True)


@pytest.fixture
def anum(center):
    person = make_person(
        "Anum Riaz",
        "أنعم رياض",
        slug="anum",
        email="hidden@example.org",
        phone="+92 51 000 0000",
        country="PK",
    )
    set_words(person, "honorific", **bilingual("Dr", "د."))
    set_words(person, "lead", **bilingual("She works on restraint.", "تعمل على ضبط النفس."))
    person.save()
    hold_post(person, center, "Associate Director", "المديرة المشاركة", is_main=True)
    return person


# The list ---------------------------------------------------------------------------------------


def test_staff_stand_by_department_in_the_order_of_the_list(language, center):
    for order, english, arabic, department in (
        (3, "Third Person", "الشخص الثالث", ("Research", "البحوث")),
        (1, "First Person", "الشخص الأول", ("Direction", "الإدارة")),
        (2, "Second Person", "الشخص الثاني", ("Research", "البحوث")),
    ):
        hold_post(make_person(english, arabic), center, department=department, order=order)

    page = shown(language, "/people/")

    expected = {
        "en": ["Direction", "First Person", "Research", "Second Person", "Third Person"],
        "ar": ["الإدارة", "الشخص الأول", "البحوث", "الشخص الثاني", "الشخص الثالث"],
    }[language]
    places = [page.index(f">{words}<") for words in expected]
    assert places == sorted(places)


def test_those_of_other_institutions_are_no_staff(center):
    hold_post(make_person("A Guest", "ضيف"), make_institution())
    hold_post(make_person("A Colleague", "زميل"), center)

    page = shown("en", "/people/")

    assert "A Colleague" in page
    assert "A Guest" not in page


def test_topic_keeps_those_who_work_on_it(language, center):
    topic = make_topic("Nuclear non-proliferation", "منع الانتشار النووي", slug="non-proliferation")
    expert, other = make_person("Anum Riaz", "أنعم رياض"), make_person("Mobeen Mir", "مبين مير")
    for person in (expert, other):
        hold_post(person, center)
    expert.interests.add(topic)

    page = shown(language, "/people/?topic=non-proliferation")

    assert expert.words("name", language) in page
    assert other.words("name", language) not in page
    assert '<option value="non-proliferation" selected>' in page


def test_unknown_topic_says_that_nobody_works_on_it(anum):
    anum.interests.add(make_topic())

    page = shown("en", "/people/?topic=%3Cscript%3E")

    assert "Nobody on the staff works on that topic." in page
    assert "&lt;script&gt;" in page and "<bdi><script>" not in page


def test_draft_person_is_hidden_everywhere_until_published(center, editor):
    hidden = make_person("Hidden Person", "شخص خفي", slug="hidden", languages=[])
    hold_post(hidden, center)
    client = Client()
    client.force_login(editor)
    assert "Hidden Person" in shown("en", "/people/", client)
    assert "Hidden Person" in shown("en", "/people/hidden/", client)

    assert "Hidden Person" not in shown("en", "/people/")
    assert Client().get("/en/people/hidden/").status_code == 404
    assert "Hidden Person" not in shown("en", "/")
    hidden.publish("en", by=publisher())
    assert "Hidden Person" in shown("en", "/people/")


# One person -------------------------------------------------------------------------------------


def test_page_tells_post_rank_lead_and_place(language, anum):
    page = shown(language, "/people/anum/")

    heading = {"en": "<h1>Dr Anum Riaz</h1>", "ar": "<h1>د. أنعم رياض</h1>"}[language]
    post = {"en": "Associate Director", "ar": "المديرة المشاركة"}[language]
    assert heading in page
    assert f'<p class="kind">{post}</p>' in page
    assert f'<a href="/{language}/institutions/center/">' in page
    assert {"en": "She works on restraint.", "ar": "تعمل على ضبط النفس."}[language] in page


def test_rank_known_in_another_language_only_is_left_out(anum):
    set_words(anum, "honorific", en="Dr", ar=None)
    anum.save()

    assert "<h1>أنعم رياض</h1>" in shown("ar", "/people/anum/")


def test_private_fields_stand_on_no_page(anum):
    anum.needs_review = True
    anum.save()
    page = shown("en", "/people/anum/")

    assert "Anum Riaz" in page
    for secret in ("hidden@example.org", "+92 51", "needs review", "Needs review"):
        assert secret not in page


def test_interests_lead_to_those_who_share_them(language, anum):
    topic = make_topic(slug="arms")
    other, draft = make_person("Mobeen Mir", "مبين مير"), make_person("Not Yet", "ليس بعد", languages=[])
    for person in (anum, other, draft):
        person.interests.add(topic)

    page = shown(language, "/people/anum/")

    assert f'<a href="/{language}/people/?topic=arms">' in page
    assert other.words("name", language) in page
    assert draft.words("name", language) not in page


def test_degrees_name_the_university_and_say_what_is_in_progress(anum):
    university = make_institution("City University", "جامعة المدينة", slug="city")
    school = make_institution("School of Peace", "كلية السلم", parent=university)
    Degree.objects.create(person=anum, level="doctorate", institution=school, in_progress=True)
    Degree.objects.create(person=anum, level="msc", institution=university, year=2009)

    page = shown("en", "/people/anum/")

    assert page.count('<p class="meta">In progress</p>') == 1
    assert ">School of Peace</a>, <a" in page and "MSc, 2009" in page
    assert 'href="/en/institutions/city/"' in page


def test_titles_of_works_keep_their_language_in_the_quotation_marks_of_the_page(anum):
    Publication.objects.create(
        person=anum, title="Restraint <in> Asia", language="en", year=2021, url="https://example.org/a"
    )
    Publication.objects.create(person=anum, kind="outlet", outlet=make_institution("The Daily", "اليومية"))

    english, arabic = shown("en", "/people/anum/"), shown("ar", "/people/anum/")

    title = '<bdi lang="en" dir="ltr">Restraint &lt;in&gt; Asia</bdi>'
    assert f'“<a class="linked" href="https://example.org/a">{title}</a>”, 2021' in english
    assert f'«<a class="linked" href="https://example.org/a">{title}</a>»' in arabic
    assert "The Daily" in english and "اليومية" in arabic


@pytest.mark.parametrize(
    ("service", "handle", "address", "words"),
    [
        ("x", "anum", "https://x.com/anum", "@anum"),
        ("orcid", "0000-0001", "https://orcid.org/0000-0001", "0000-0001"),
        ("website", "https://www.example.org/anum/", "https://www.example.org/anum/", "example.org/anum"),
    ],
)
def test_links_stand_apart_from_left_to_right(anum, service, handle, address, words):
    ProfileLink.objects.create(person=anum, service=service, handle=handle)

    page = shown("ar", "/people/anum/")

    assert f'<a href="{address}" rel="me noopener"><bdi dir="ltr" class="address">{words}</bdi></a>' in page


def test_engagements_are_told_with_the_post_of_that_day(language, anum):
    visit = make_event("A visit to Moscow", "زيارة إلى موسكو", slug="visit")
    draft = make_event("A plan", "خطة", languages=[])
    for event in (visit, draft):
        make_participation(event, anum, institution=make_institution("Old Office", "المكتب القديم"))

    page = shown(language, "/people/anum/")

    assert f'href="/{language}/events/visit/"' in page
    assert {"en": "Director, Old Office", "ar": "المكتب القديم"}[language] in page
    assert draft.words("title", language) not in page


def test_former_posts_are_told_apart(anum, center):
    hold_post(
        anum,
        make_institution("City University", "جامعة المدينة"),
        "Lecturer",
        "محاضرة",
        ended=datetime.date(2015, 6, 1),
    )

    page = shown("en", "/people/anum/")

    assert page.index("<dt>Before</dt>") < page.index("Lecturer, City University") < page.index("–2015")
    assert '<p class="kind">Associate Director</p>' in page


def test_person_of_one_language_is_shown_in_it_with_a_notice(center):
    person = make_person("Jane Doe", "", slug="jane", languages=[])
    set_words(person, "name", en="Jane Doe", ar=None)
    set_words(person, "bio", en="<p>A scholar.</p>", ar=None)
    person.save()
    person.publish("en", by=publisher())
    hold_post(person, center)

    page = shown("ar", "/people/jane/")

    assert '<aside class="notice"' in page
    assert '<article class="original record record--person" lang="en" dir="ltr">' in page
    assert '<p class="kind">Research Officer</p><h1>Jane Doe</h1>' in page
    assert 'href="/ar/institutions/center/"' in page


# Cost -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("rows", [1, 30])
def test_list_takes_the_same_queries_whatever_its_length(rows, center, django_assert_num_queries):
    for _ in range(rows):
        person = make_person()
        hold_post(person, center)
        person.interests.add(make_topic())

    with django_assert_num_queries(LIST_QUERIES):
        shown("en", "/people/")


@pytest.mark.parametrize("rows", [1, 30])
def test_page_takes_the_same_queries_whatever_it_tells(rows, anum, django_assert_num_queries):
    for number in range(rows):
        topic = make_topic()
        for person in (anum, make_person()):
            person.interests.add(topic)
        institute = make_institution(parent=make_institution())
        hold_post(anum, institute, ended=datetime.date(2000, 1, 1))
        Degree.objects.create(person=anum, level="msc", institution=institute)
        Publication.objects.create(person=anum, title=f"Work {number}", outlet=institute)
        ProfileLink.objects.create(person=anum, handle=f"anum{number}")
        make_participation(make_event(), anum, institution=institute)

    with django_assert_num_queries(DETAIL_QUERIES):
        page = shown("en", "/people/anum/")
    assert page.count('class="event-row"') == rows
