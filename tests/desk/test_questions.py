"""What an officer asks the desk: what is owed, where the minutes are, how the memorandum stands; who is found by typing."""

import datetime
import re

import pytest
from django.urls import reverse

from ciss_site.languages import set_words
from events.models import FollowUp
from institutions.models import Agreement
from tests.factories import make_followup, make_institution, make_meeting, make_person


def rows(response):
    """The rows of a list as their words, column by column."""
    body = re.search(r"<tbody>(.*)</tbody>", response.content.decode(), re.DOTALL)
    cells = (
        [
            re.findall(r"<t[hd] class=\"field[^>]*>(.*?)</t[hd]>", row, re.DOTALL)
            for row in body[1].split("</tr>")
        ]
        if body
        else []
    )
    return [[re.sub(r"<[^>]+>", "", cell).strip() for cell in row] for row in cells if row]


@pytest.fixture
def promises(visit):
    FollowUp.objects.all().delete()
    riss = make_institution("Russian Institute for Strategic Studies", "المعهد الروسي للدراسات الاستراتيجية")
    for what, waiting_on, state in [
        ("Draft memorandum", "them", "open"),
        ("Letter of thanks", "us", "chased"),
        ("Programme", "them", "done"),
    ]:
        promise = make_followup(visit, institution=riss, waiting_on=waiting_on, state=state)
        set_words(promise, "what", en=what, ar=None)
        promise.save()


@pytest.mark.parametrize(
    ("asked", "answered"),
    [
        ("", ["Draft memorandum", "Letter of thanks"]),
        ("?owed=to_us", ["Draft memorandum"]),
        ("?owed=by_us", ["Letter of thanks"]),
        ("?owed=all", ["Draft memorandum", "Letter of thanks", "Programme"]),
    ],
)
def test_list_of_promises_shows_what_is_still_owed(desk, promises, asked, answered):
    found = rows(desk.get(reverse("admin:events_followup_changelist") + asked))

    assert [row[0] for row in found] == answered


def test_list_of_promises_says_by_whom_and_since_when(desk, promises):
    found = rows(desk.get(reverse("admin:events_followup_changelist") + "?owed=to_us"))

    assert [row[:4] for row in found] == [
        ["Draft memorandum", "Them", "Russian Institute for Strategic Studies", "3 April 2018"]
    ]


def test_list_of_meetings_says_where_the_minutes_are(desk, visit):
    embassy = make_institution("Embassy of Pakistan in Moscow", "سفارة باكستان في موسكو")
    visit.meetings.update(minutes_state="filed")
    make_meeting(visit, minutes_state="awaited", minutes_institution=embassy)

    found = rows(desk.get(reverse("admin:events_meeting_changelist") + "?minutes=outstanding"))

    assert [(row[4], row[5]) for row in found] == [("Awaited", "Embassy of Pakistan in Moscow")]


def test_list_of_agreements_says_how_each_stands(desk, db):
    memorandum = Agreement(state="draft_awaited", drafted_by=make_institution("RISS", "المعهد"))
    set_words(memorandum, "title", en="Memorandum with RISS", ar="مذكرة تفاهم")
    memorandum.save()

    found = rows(desk.get(reverse("admin:institutions_agreement_changelist")))

    assert [(row[0], row[2], row[4]) for row in found] == [("Memorandum with RISS", "Draft awaited", "RISS")]


def test_title_in_another_language_stands_where_the_editors_is_missing(desk, visit, language):
    set_words(visit, "title", en=None, ar="زيارة إلى موسكو")
    visit.save()

    assert rows(desk.get(reverse("admin:events_event_changelist")))[0][0] == "زيارة إلى موسكو"


def found_by_typing(desk, term, model="participation", field="person"):
    asked = {"term": term, "app_label": "events", "model_name": model, "field_name": field}
    return [one["text"] for one in desk.get(reverse("admin:autocomplete"), asked).json()["results"]]


@pytest.mark.parametrize("typed", ["Khor", "خوري", "Хорев"])
def test_person_is_found_in_any_script(desk, db, typed):
    make_person("Albert Khorev", "ألبرت خوريف", other_names="Альберт Хорев")
    make_person("Sergey Ryabkov", "سيرغي ريابكوف")

    assert found_by_typing(desk, typed) == ["Albert Khorev"]


def test_namesakes_are_told_apart_by_what_they_stand_in(desk, db):
    academy = make_institution("Academy of Sciences", "الأكاديمية")
    make_institution("Asia Centre", "مركز آسيا", parent=academy)
    make_institution("Asia Centre", "مركز آسيا", country="CN")

    found = found_by_typing(desk, "Asia", field="institution")
    assert sorted(found) == ["Asia Centre (Academy of Sciences)", "Asia Centre (China)"]


@pytest.mark.parametrize("place", ["people_person", "institutions_institution"])
def test_record_is_created_on_the_spot_with_few_fields(desk, filled, db, place):
    page = reverse(f"admin:{place}_add") + "?_popup=1"

    data = filled(page, name_ar="ألبرت خوريف")
    response = desk.post(page, data)

    assert "slug" not in data and "bio_en" not in data
    assert "ألبرت خوريف" in response.context["popup_response_data"].encode().decode("unicode_escape")


def test_date_of_a_promise_is_as_exact_as_it_is_known(desk, visit):
    FollowUp.objects.all().delete()
    make_followup(visit, due_on=datetime.date(2018, 6, 1), due_precision="month")

    assert rows(desk.get(reverse("admin:events_followup_changelist")))[0][4] == "June 2018 overdue"


def test_line_of_the_log_is_by_its_writer(desk, filled, visit, editor):
    promise = FollowUp.objects.get()
    page = reverse("admin:events_followup_change", args=[promise.pk])

    desk.post(
        page, filled(page, **{"log-TOTAL_FORMS": 1, "log-0-on": "2018-06-01", "log-0-text": "Wrote to them"})
    )

    assert [(line.text, line.by) for line in promise.log.all()] == [("Wrote to them", editor)]
