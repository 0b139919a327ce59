"""Bad input: refused at its field with the model's sentence, and nothing that was typed is lost."""

import pytest
from django.urls import reverse
from django.utils.translation import gettext

from events.models import Event, Participation
from institutions.models import Institution
from people.models import Position
from tests.factories import make_event, make_institution, make_person


def form_of(record):
    options = record._meta
    return reverse(f"admin:{options.app_label}_{options.model_name}_change", args=[record.pk])


def row(prefix, number, **values):
    """One more row of an inline, as the browser sends it."""
    return {
        f"{prefix}-TOTAL_FORMS": number + 1,
        **{f"{prefix}-{number}-{name}": value for name, value in values.items()},
    }


def errors_of(response, prefix=None):
    """The errors of the form, or of the rows of one inline, each as its field and first sentence."""
    if prefix is None:
        found = [response.context["adminform"].form.errors]
    else:
        formsets = [inline.formset for inline in response.context["inline_admin_formsets"]]
        found = next(formset for formset in formsets if formset.prefix == prefix).errors
    return [(field, sentences[0]) for errors in found for field, sentences in errors.items()]


def test_last_day_before_the_first_is_refused_at_the_last_day(desk, filled, visit):
    data = filled(form_of(visit), ends_on="2018-04-01", title_en="Typed just now")

    response = desk.post(form_of(visit), data)

    assert errors_of(response) == [
        ("ends_on", "The last day is before the first day. Change one of the two dates.")
    ]
    assert response.context["adminform"].form["title_en"].value() == "Typed just now"


def test_participation_of_nobody_is_refused_at_the_person(desk, filled, visit):
    new = row("participations", 2, side="ours", role="speaker", order="0", talk_title_en="On deterrence")

    response = desk.post(form_of(visit), filled(form_of(visit), **new))

    sentence = "This line names nobody. Choose a person, or say in words who it was."
    assert errors_of(response, "participations") == [("person", sentence)]
    assert b"On deterrence" in response.content


@pytest.mark.parametrize("prefix", ["participations", "followups"])
def test_meeting_of_another_event_is_refused_at_the_meeting(desk, filled, visit, other_event, prefix):
    elsewhere = other_event.meetings.get()

    response = desk.post(form_of(visit), filled(form_of(visit), **{f"{prefix}-0-meeting": elsewhere.pk}))

    sentence = "That meeting belongs to another event. Choose one of this event's own meetings, or none."
    assert errors_of(response, prefix) == [("meeting", sentence)]


def test_choice_of_meetings_holds_this_events_alone(desk, visit, other_event):
    formsets = [inline.formset for inline in desk.get(form_of(visit)).context["inline_admin_formsets"]]
    rows = [form for formset in formsets for form in formset.forms if "meeting" in form.fields]
    offered = [[value for value, _words in form.fields["meeting"].choices] for form in rows]

    assert offered == [["", *visit.meetings.values_list("pk", flat=True)]] * 3


def test_second_home_institution_is_refused_at_its_mark(desk, filled, db):
    make_institution(is_home=True)
    other = make_institution()

    response = desk.post(form_of(other), filled(form_of(other), is_home="on"))

    sentence = "Another institution is already marked as the office's own. Take the mark off there first."
    assert errors_of(response) == [("is_home", sentence)]
    assert Institution.objects.filter(is_home=True).count() == 1


def test_taken_address_is_refused_at_the_address(desk, filled, visit):
    other = make_event()

    response = desk.post(form_of(other), filled(form_of(other), slug="visit-to-moscow"))

    sentence = "Another record already has this address. Change a word in it, or add the year."
    assert errors_of(response) == [("slug", sentence)]


def test_same_person_twice_in_new_rows_is_refused_at_the_second(desk, filled, visit):
    person = make_person()
    twice = row("participations", 2, person=person.pk, side="ours", role="speaker", order="0")
    twice |= row("participations", 3, person=person.pk, side="ours", role="speaker", order="0")

    response = desk.post(form_of(visit), filled(form_of(visit), **twice))

    sentence = "This person is already recorded there in the same role. Delete one of the two lines."
    assert errors_of(response, "participations") == [("person", sentence)]


def test_two_main_posts_in_new_rows_are_refused(desk, filled, db):
    person, institute = make_person(), make_institution()
    posts = row("positions", 0, institution=institute.pk, order="0", is_main="on")
    posts |= row("positions", 1, institution=institute.pk, order="0", is_main="on")

    response = desk.post(form_of(person), filled(form_of(person), **posts))

    assert [field for field, _sentence in errors_of(response, "positions")] == ["is_main"]
    assert Position.objects.count() == 0


def test_new_participation_takes_the_post_of_that_day(desk, filled, visit):
    person, institute = make_person(), make_institution("Council", "المجلس")
    Position.objects.create(person=person, institution=institute, title_en="Director", title_ar="المدير")
    new = row("participations", 2, person=person.pk, side="counterpart", role="speaker", order="0")

    desk.post(form_of(visit), filled(form_of(visit), **new))

    took_part = Participation.objects.get(person=person)
    assert (took_part.title_at_the_time_en, took_part.title_at_the_time_ar) == ("Director", "المدير")
    assert took_part.institution == institute


def test_people_and_promises_of_a_meeting_are_of_its_event(desk, filled, visit):
    meeting, person = visit.meetings.first(), make_person()
    new = row("participations", 1, person=person.pk, side="ours", role="visitor", order="0")

    desk.post(form_of(meeting), filled(form_of(meeting), **new))

    took_part = Participation.objects.get(person=person)
    assert (took_part.event, took_part.meeting) == (visit, meeting)


def test_refusal_speaks_the_editors_language(desk, filled, visit, language):
    response = desk.post(form_of(visit), filled(form_of(visit), starts_on=""))

    assert errors_of(response) == [("starts_on", gettext("This field is required."))]
    assert Event.objects.get(pk=visit.pk).starts_on == visit.starts_on
