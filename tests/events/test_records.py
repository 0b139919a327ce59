"""The records of engagements: what the database and the forms refuse, and the questions they answer."""

import datetime

import pytest
import time_machine
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from ciss_site.texts import text_of
from events.models import Event, EventInstitution, FollowUp, Meeting, Participation, Photo
from institutions.models import Agreement, Institution
from people.models import Degree, Person, Position
from tests.factories import (
    make_album,
    make_event,
    make_followup,
    make_institution,
    make_meeting,
    make_participation,
    make_person,
    make_photo,
    make_topic,
    publisher,
    set_words,
)

pytestmark = pytest.mark.django_db


def refused_by_the_database(write) -> bool:
    """Say whether the database refuses what ``write`` does, deferred constraints included."""
    try:
        with transaction.atomic():
            write()
            connection.check_constraints()
    except IntegrityError:
        return True
    return False


def complaints(record) -> dict[str, list[str]]:
    """Return what the record's own checks say, by field."""
    with pytest.raises(ValidationError) as refusal:
        record.full_clean()
    return refusal.value.message_dict


def test_a_participation_of_nobody_is_refused():
    event = make_event()
    assert refused_by_the_database(lambda: Participation.objects.create(event=event))
    assert refused_by_the_database(lambda: Participation.objects.create(event=event, who_en="", who_ar=""))
    assert complaints(Participation(event=event)) == {
        "__all__": ["This line names nobody. Choose a person, or say in words who it was."]
    }
    assert not refused_by_the_database(lambda: Participation.objects.create(event=event, who_ar="المدير"))


@pytest.mark.parametrize("make", [make_participation, make_followup])
def test_a_meeting_of_another_event_is_refused(make):
    event, other = make_event(), make_event()
    theirs, ours = make_meeting(other), make_meeting(event)
    assert not refused_by_the_database(lambda: make(event, meeting=ours))
    assert refused_by_the_database(lambda: make(event, meeting=theirs))
    record = make(event)
    record.meeting = theirs
    assert complaints(record)["meeting"] == [
        "That meeting belongs to another event. Choose one of this event's own meetings, or none."
    ]


def test_a_session_within_a_conference_of_another_event_is_refused():
    event, other = make_event(), make_event()
    theirs = make_meeting(other, kind="conference")
    assert refused_by_the_database(lambda: make_meeting(event, kind="session", parent=theirs))


def test_the_same_person_twice_in_the_same_role_is_refused_also_for_the_event_as_a_whole():
    event, person = make_event(), make_person()
    make_participation(event, person)
    assert refused_by_the_database(lambda: make_participation(event, person))
    assert not refused_by_the_database(lambda: make_participation(event, person, role="speaker"))


def test_a_second_home_institution_is_refused():
    make_institution(is_home=True)
    assert refused_by_the_database(lambda: make_institution(is_home=True))
    assert "Another institution is already marked as the office's own. Take the mark off there first." in str(
        complaints(Institution(slug="second", is_home=True))
    )


def test_an_institution_inside_itself_is_refused():
    academy = make_institution()
    centre = make_institution(parent=academy)
    academy.parent = centre
    assert complaints(academy) == {
        "parent": ["That institution is itself part of this one. Choose another, or none."]
    }
    assert refused_by_the_database(
        lambda: Institution.objects.filter(pk=academy.pk).update(parent=academy.pk)
    )


@pytest.mark.parametrize(
    ("record", "field"),
    [
        (
            lambda: Event(slug="x", starts_on=datetime.date(2018, 4, 3), ends_on=datetime.date(2018, 4, 1)),
            "last day is before",
        ),
        (
            lambda: Agreement(signed_on=datetime.date(2020, 1, 1), valid_until=datetime.date(2019, 1, 1)),
            "is before",
        ),
        (lambda: Position(started=datetime.date(2020, 1, 1), ended=datetime.date(2019, 1, 1)), "is before"),
    ],
)
def test_a_wrong_range_of_dates_is_refused_with_a_sentence(record, field):
    assert field in str(complaints(record()))


def test_a_second_main_post_is_refused():
    person, home = make_person(), make_institution()
    Position.objects.create(person=person, institution=home, is_main=True)
    assert refused_by_the_database(
        lambda: Position.objects.create(person=person, institution=home, is_main=True)
    )


def test_with_institution_finds_what_its_centres_did_and_nothing_else():
    academy = make_institution("Academy", "الأكاديمية")
    institute = make_institution("Institute", "المعهد", parent=academy)
    centre = make_institution("Centre", "المركز", parent=institute)
    visited, met, spoke, elsewhere = (make_event() for _ in range(4))
    EventInstitution.objects.create(event=visited, institution=institute, role="visited")
    make_meeting(met, institution=centre)
    make_participation(spoke, institution=centre)
    make_meeting(elsewhere, institution=make_institution())
    assert set(Event.objects.with_institution(academy)) == {visited, met, spoke}
    assert set(Event.objects.with_institution(institute)) == {visited, met, spoke}
    assert set(Event.objects.with_institution(centre)) == {met, spoke}


def test_about_finds_topics_of_the_event_and_of_its_meetings():
    topic = make_topic()
    whole, part, other = make_event(), make_event(), make_event()
    whole.topics.add(topic)
    make_meeting(part).topics.add(topic)
    make_meeting(other)
    assert set(Event.objects.about(topic)) == {whole, part}


def test_upcoming_and_past_part_at_the_offices_midnight_and_count_the_last_day():
    running = make_event(starts_on=datetime.date(2026, 3, 1), ends_on=datetime.date(2026, 3, 5))
    single = make_event(starts_on=datetime.date(2026, 3, 4))
    with time_machine.travel("2026-03-04T20:00:00+00:00", tick=False):  # already 5 March in Islamabad
        assert list(Event.objects.upcoming()) == [running]
        assert list(Event.objects.past()) == [single]


def test_remember_post_copies_the_post_of_that_day_and_keeps_it_when_the_person_moves_on():
    institute, person = make_institution(), make_person()
    set_words(person, "honorific", en="Dr", ar="د.")
    person.save()
    old = Position(
        person=person,
        institution=institute,
        started=datetime.date(2015, 1, 1),
        ended=datetime.date(2018, 12, 31),
    )
    set_words(old, "title", en="Senior Scholar", ar="باحث أول")
    old.save()
    new = Position(
        person=person, institution=make_institution(), started=datetime.date(2019, 1, 1), is_main=True
    )
    set_words(new, "title", en="Director", ar="المدير")
    new.save()
    row = Participation(event=make_event(), person=person)
    row.remember_post()
    row.save()
    person.honorific_en = "Professor"
    person.save()
    row.refresh_from_db()
    assert (row.title_at_the_time_en, row.title_at_the_time_ar) == ("Senior Scholar", "باحث أول")
    assert (row.honorific_at_the_time_en, row.institution) == ("Dr", institute)


def test_remember_post_leaves_alone_what_the_editor_wrote():
    row = make_participation(make_event(), make_person())
    row.remember_post()
    assert row.title_at_the_time_en == "Director"


def test_owed_to_us_is_what_is_open_and_waits_on_them_the_oldest_first():
    recent, old = make_event(starts_on=datetime.date(2020, 1, 1)), make_event()
    theirs = make_followup(recent, waiting_on="them")
    older = make_followup(old, waiting_on="them", state="chased")
    make_followup(old, waiting_on="them", state="done")
    ours = make_followup(old, waiting_on="us")
    assert list(FollowUp.objects.owed_to_us()) == [older, theirs]
    assert list(FollowUp.objects.owed_by_us()) == [ours]


@pytest.mark.parametrize(
    ("due", "precision", "overdue"),
    [
        (datetime.date(2018, 12, 30), "day", True),
        (datetime.date(2018, 12, 31), "day", False),
        (datetime.date(2018, 11, 1), "month", True),
        (datetime.date(2018, 12, 1), "month", False),
        (datetime.date(2018, 1, 1), "year", False),
        (datetime.date(2017, 1, 1), "year", True),
        (datetime.date(2017, 1, 1), "words", False),
        (None, "day", False),
    ],
)
def test_overdue_is_as_exact_as_the_date(due, precision, overdue):
    followup = FollowUp(due_on=due, due_precision=precision)
    with time_machine.travel("2018-12-31T12:00:00+00:00", tick=False):
        assert followup.is_overdue is overdue


def test_minutes_outstanding_are_those_not_yet_passed_on():
    event = make_event()
    waiting = [
        make_meeting(event, minutes_state=state) for state in ("awaited", "in_preparation", "received")
    ]
    for state in ("none", "forwarded", "filed"):
        make_meeting(event, minutes_state=state)
    assert list(Meeting.objects.minutes_outstanding()) == waiting


def test_private_records_are_hidden_from_the_public_and_shown_to_those_who_may_change_them(editor):
    public, draft = make_event(), make_event(languages=[])
    secret = make_followup(public)
    told = make_followup(public, is_public=True)
    of_draft = make_followup(draft, is_public=True)
    memorandum = Agreement.objects.create(title_en="Memorandum")
    photo, hidden = make_photo(make_album()), make_photo(make_album(languages=[]))
    anyone = AnonymousUser()
    assert list(FollowUp.objects.visible_to(anyone)) == [told]
    assert set(FollowUp.objects.visible_to(editor)) == {secret, told, of_draft}
    assert list(Agreement.objects.visible_to(anyone)) == []
    assert list(Agreement.objects.visible_to(editor)) == [memorandum]
    assert list(Photo.objects.visible_to(anyone)) == [photo]
    assert set(Photo.objects.visible_to(editor)) == {photo, hidden}
    hers, theirs = make_participation(public), make_participation(draft)
    assert list(Participation.objects.visible_to(anyone)) == [hers]
    assert set(Participation.objects.visible_to(editor)) == {hers, theirs}


def test_degree_of_a_centre_counts_for_its_university():
    university = make_institution()
    school = make_institution(parent=university)
    holds, pursues, other = make_person(), make_person(), make_person()
    Degree.objects.create(person=holds, level="doctorate", institution=university)
    Degree.objects.create(person=pursues, level="mphil", institution=school, in_progress=True)
    Degree.objects.create(person=other, level="mphil", institution=make_institution())
    assert set(Person.objects.with_degree_of(university)) == {holds, pursues}


def test_staff_are_those_who_hold_a_post_at_home_today():
    home = make_institution(is_home=True)
    now, former, gone, elsewhere = (make_person() for _ in range(4))
    Position.objects.create(person=now, institution=home)
    Position.objects.create(person=former, institution=home, is_former=True)
    Position.objects.create(person=gone, institution=home, ended=datetime.date(2020, 1, 1))
    Position.objects.create(person=elsewhere, institution=make_institution())
    assert list(Person.objects.staff()) == [now]


def test_a_lead_photograph_of_another_event_is_refused():
    event, other = make_event(), make_event()
    event.cover = make_photo(make_album(event=other))
    assert complaints(event) == {
        "cover": ["That photograph is in an album of another event. Choose one of this event's own."]
    }


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"timezone": "Moscow"}, "timezone"),
        ({"start_time": datetime.time(12), "end_time": datetime.time(11)}, "end_time"),
    ],
)
def test_odd_times_are_refused(values, field):
    event = make_event(languages=[])
    for name, value in values.items():
        setattr(event, name, value)
    assert list(complaints(event)) == [field]


def test_a_session_within_a_session_is_refused():
    event = make_event()
    conference = make_meeting(event, kind="conference")
    session = make_meeting(event, kind="session", parent=conference)
    assert complaints(Meeting(event=event, kind="session", parent=session)) == {
        "parent": ["That is itself a session. Choose the conference it belongs to, or none."]
    }


@pytest.mark.parametrize(
    ("precision", "last"),
    [("day", None), ("month", datetime.date(2028, 2, 29)), ("year", datetime.date(2028, 12, 31))],
)
def test_what_is_known_to_the_month_or_year_may_come_until_its_end(precision, last):
    event = make_event(languages=[], starts_on=datetime.date(2028, 2, 1), date_precision=precision)
    event.full_clean()
    assert event.ends_on == last


def test_sources_of_an_unpublished_language_stay_hidden():
    event = make_event(languages=["en"])
    set_words(event, "sources", ar="مصدر لم ينشر بعد")
    event.save()
    assert text_of(event, "sources", AnonymousUser()).words == ""
    event.publish("ar", by=publisher())
    assert text_of(event, "sources", AnonymousUser()).words == "مصدر لم ينشر بعد"
