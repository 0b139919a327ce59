"""Every page of the desk: it answers in both languages, in few queries, with each input in its own language."""

import re

import pytest
from django.contrib import admin
from django.urls import reverse

from ciss_site.editing.panes import translated_names
from ciss_site.languages import REGISTRY, codes, column
from events.models import Event
from tests.desk.conftest import Inputs
from tests.factories import (
    make_album,
    make_institution,
    make_meeting,
    make_page,
    make_participation,
    make_person,
    make_photo,
    make_topic,
)

OURS = sorted(
    (model for model in admin.site._registry if model._meta.app_label != "auth" and model.__name__ != "User"),
    key=lambda model: model._meta.label,
)
QUERIES = 16
EXTERNAL = re.compile(r"""(?:src|href|action)=["'](?:https?:)?//(?!testserver)[^"']+""")


def address(model, view, *arguments):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{view}", args=arguments)


@pytest.fixture
def something_of_each(visit):
    make_page()
    make_topic()
    album = make_album(event=visit)
    make_photo(album)
    from institutions.models import Agreement

    agreement = Agreement(state="draft_awaited")
    agreement.save()
    agreement.parties.add(make_institution())
    visit.attachments.create(file="attachments/a.pdf")


@pytest.mark.parametrize("model", OURS, ids=lambda model: model.__name__)
def test_list_add_and_change_pages_answer_in_few_queries(
    model, desk, something_of_each, language, django_assert_max_num_queries
):
    record = model._default_manager.first()
    for page in (address(model, "changelist"), address(model, "add"), address(model, "change", record.pk)):
        with django_assert_max_num_queries(QUERIES):
            response = desk.get(page)

        html = response.content.decode()
        direction = REGISTRY[language].direction
        assert (page, response.status_code) == (page, 200)
        assert re.search(r"<html [^>]+>", html)[0] == f'<html lang="{language}" dir="{direction}">'
        assert EXTERNAL.findall(html) == []
        assert "style=" not in html and "<style" not in html
        assert [
            tag for tag in re.findall(r"<script[^>]*>", html) if "src=" not in tag and "nonce=" not in tag
        ] == []


@pytest.mark.parametrize("model", OURS, ids=lambda model: model.__name__)
def test_translated_fields_stand_in_each_language_with_its_direction(model, desk, something_of_each):
    record = model._default_manager.first()
    for page in (address(model, "add"), address(model, "change", record.pk)):
        controls = Inputs(desk.get(page).content.decode()).controls

        for field in translated_names(model):
            assert field not in controls
            for code in codes():
                shown = controls[column(field, code)]
                assert (shown["lang"], shown["dir"]) == (code, REGISTRY[code].direction)
                assert "required" not in shown


def test_rows_of_an_event_stand_in_each_language_with_its_direction(desk, visit):
    controls = Inputs(desk.get(address(Event, "change", visit.pk)).content.decode()).controls

    in_arabic = {
        name: shown for name, shown in controls.items() if name.endswith("_ar") and not name.startswith("_")
    }
    assert {"meetings-0-summary_ar", "participations-0-who_ar", "followups-0-what_ar"} <= in_arabic.keys()
    assert {(shown.get("lang"), shown.get("dir")) for shown in in_arabic.values()} == {("ar", "rtl")}


def test_labels_name_the_field_and_the_language_in_itself(desk, db, language):
    html = desk.get(address(Event, "add")).content.decode()

    labels = re.findall(r'<label[^>]* for="id_title_\w+"[^>]*>.*?</label>', html)
    names = [re.search(r"<bdi[^>]*>([^<]+)</bdi>", label)[1] for label in labels]
    assert names == [REGISTRY[code].name for code in codes()]


def test_event_with_more_people_opens_in_as_many_queries(desk, visit, django_assert_max_num_queries):
    page = address(Event, "change", visit.pk)
    desk.get(page)
    with django_assert_max_num_queries(QUERIES) as few:
        desk.get(page)
    meeting = make_meeting(visit, institution=make_institution())
    for _number in range(12):
        make_participation(visit, make_person(), meeting=meeting, institution=meeting.institution)

    with django_assert_max_num_queries(QUERIES) as many:
        html = desk.get(page).content.decode()

    assert html.count('name="participations-') > 12 * 8
    assert len(many) == len(few)


@pytest.mark.parametrize(
    ("label", "make"), [("event", None), ("person", make_person), ("institution", make_institution)]
)
def test_lists_take_as_many_queries_for_more_rows(label, make, desk, visit, django_assert_max_num_queries):
    from tests.factories import make_event

    page = {
        "event": reverse("admin:events_event_changelist"),
        "person": reverse("admin:people_person_changelist"),
        "institution": reverse("admin:institutions_institution_changelist"),
    }[label]
    desk.get(page)
    with django_assert_max_num_queries(QUERIES) as few:
        desk.get(page)
    for _number in range(20):
        (make or make_event)()

    with django_assert_max_num_queries(QUERIES) as many:
        desk.get(page)

    assert len(many) == len(few)


def test_first_page_stands_in_the_order_of_the_office(desk, db):
    sections = desk.get(reverse("admin:index")).context["app_list"]

    found = [
        (str(section["name"]), [str(model["name"]) for model in section["models"]]) for section in sections
    ]
    assert found[:4] == [
        ("Events", ["Events", "Meetings and sessions", "Follow-ups", "Albums", "Photographs"]),
        ("People", ["People"]),
        ("Institutions", ["Institutions", "Agreements"]),
        ("The site", ["Pages", "Topics"]),
    ]


def test_accounts_stand_last_for_those_who_may_change_them(admin_client):
    sections = admin_client.get(reverse("admin:index")).context["app_list"]

    assert str(sections[-1]["name"]) == "Accounts"
    assert "Accounts" in [str(model["name"]) for model in sections[-1]["models"]]


def test_language_switch_leads_to_the_same_page(desk, visit):
    here = f"{address(Event, 'changelist')}?kind__exact=visit"
    html = desk.get(here).content.decode()

    there = here.replace("/en/", "/ar/", 1)
    assert f'<a href="{there}" lang="ar" dir="rtl" hreflang="ar">العربية</a>' in html


def test_files_are_handed_out_to_those_who_may_see_the_record(desk, client, clerk, something_of_each):
    from events.models import Photo

    photo = Photo.objects.get()
    page = reverse("admin:events_photo_file", args=[photo.pk, "image"])

    assert desk.get(page)["Content-Type"] == "image/jpeg"
    small, whole = (b"".join(desk.get(page + asked).streaming_content) for asked in ("?width=320", ""))
    assert len(small) < len(whole)
    assert desk.get(reverse("admin:events_photo_file", args=[photo.pk, "album"])).status_code == 404
    client.force_login(clerk)
    assert client.get(page).status_code == 403
