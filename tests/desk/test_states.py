"""The state of each language, changed from the form: what was typed is saved first, whatever becomes of the state."""

import re

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils import timezone, translation

from ciss_site.publishing import State
from events.models import Event
from tests.factories import make_event


def form_of(event):
    return reverse("admin:events_event_change", args=[event.pk])


def buttons(html):
    return re.findall(r'<button type="submit" name="_state" value="([^"]+)"', html)


def said(response):
    return [str(message) for message in response.context["messages"]]


def test_publish_saves_what_was_typed_and_publishes_that_language_alone(desk, filled, visit, editor):
    data = filled(form_of(visit), title_en="Three days in Moscow", _state="publish:en")

    response = desk.post(form_of(visit), data, follow=True)

    visit.refresh_from_db()
    assert said(response) == ["English is published."]
    assert (visit.title_en, visit.state_en, visit.state_ar) == (
        "Three days in Moscow",
        State.PUBLISHED,
        State.DRAFT,
    )
    assert visit.published_by_en == editor


def test_publish_that_fails_keeps_what_was_typed_and_names_the_empty_field(desk, filled, visit, language):
    data = filled(form_of(visit), title_en="Typed", summary_en="", _state="publish:en")

    response = desk.post(form_of(visit), data, follow=True)

    visit.refresh_from_db()
    assert (visit.title_en, visit.summary_en or "", visit.state_en) == ("Typed", "", State.DRAFT)
    with translation.override(language):
        name = str(Event._meta.get_field("summary").verbose_name)
    assert [name in sentence for sentence in said(response)] == [True]


def test_publish_later_keeps_the_language_from_the_public_until_then(desk, filled, visit):
    data = filled(form_of(visit), _state="schedule:ar", _publish_at_ar="2099-05-01T09:30")

    desk.post(form_of(visit), data)

    visit.refresh_from_db()
    assert visit.is_scheduled_in("ar") is True
    assert timezone.localtime(visit.published_at_ar).strftime("%Y-%m-%d %H:%M") == "2099-05-01 09:30"


@pytest.mark.parametrize("when", ["", "next week"])
def test_publish_later_without_a_time_says_what_to_do(desk, filled, visit, when):
    data = filled(form_of(visit), _state="schedule:ar", _publish_at_ar=when)

    response = desk.post(form_of(visit), data, follow=True)

    visit.refresh_from_db()
    assert visit.state_ar == State.DRAFT
    assert [sentence.startswith("Say when it is to be published") for sentence in said(response)] == [True]


def test_review_draft_and_archive_follow_each_other(desk, filled, visit):
    went_through = []
    for button in ("review:en", "withdraw:en", "publish:en", "archive:en", "publish:en", "withdraw:en"):
        desk.post(form_of(visit), filled(form_of(visit), _state=button))
        visit.refresh_from_db()
        went_through.append(visit.state_en)

    assert went_through == ["review", "draft", "published", "archived", "published", "draft"]


def test_buttons_are_those_the_state_allows(desk, visit):
    assert buttons(desk.get(form_of(visit)).content.decode()) == [
        "publish:en",
        "review:en",
        "schedule:en",
        "publish:ar",
        "review:ar",
        "schedule:ar",
    ]


def test_who_may_not_publish_has_no_button_for_it_and_cannot_post_it(desk, filled, visit, editor):
    right = Permission.objects.get(codename="publish_event")
    editor.groups.get().permissions.remove(right)
    data = filled(form_of(visit), _state="publish:en")

    page = desk.get(form_of(visit)).content.decode()
    response = desk.post(form_of(visit), data)

    visit.refresh_from_db()
    assert buttons(page) == ["review:en", "review:ar"]
    assert (response.status_code, visit.state_en) == (403, State.DRAFT)


def test_new_event_in_arabic_only_is_saved_and_published_at_once(desk, filled):
    new = reverse("admin:events_event_add")
    typed = {
        "title_ar": "مائدة مستديرة حول ضبط التسلح",
        "summary_ar": "ملخص قصير.",
        "starts_on": "2025-04-17",
    }

    desk.post(new, filled(new, **typed, kind="roundtable", _state="publish:ar"))

    event = Event.objects.get()
    assert (event.title_ar, event.title_en or "", event.source_language) == (typed["title_ar"], "", "ar")
    assert event.published_languages() == ["ar"]
    assert event.slug == "roundtable-2025-04-17"


def test_emptied_words_are_gone_whatever_language_the_desk_speaks(desk, filled, visit, language):
    desk.post(form_of(visit), filled(form_of(visit), title_en="", title_ar="زيارة"))

    visit.refresh_from_db()
    assert (visit.title_en or "", visit.title_ar) == ("", "زيارة")


@pytest.mark.parametrize("words", ["title_en", "title_ar", "summary_en", "summary_ar"])
def test_published_words_cannot_be_emptied_and_the_field_says_so(desk, filled, words):
    event = make_event()
    before = getattr(event, words)

    response = desk.post(form_of(event), filled(form_of(event), **{words: ""}))

    assert list(response.context["adminform"].form.errors) == [words]
    event.refresh_from_db()
    assert getattr(event, words) == before


def test_enter_key_saves_and_never_publishes(desk, visit):
    html = desk.get(form_of(visit)).content.decode()

    assert html.index('name="_save"') < html.index('name="_state"')
