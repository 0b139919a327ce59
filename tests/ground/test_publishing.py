"""A state and a time per language, held by the database and asked of the clock."""

import datetime
from io import StringIO

import pytest
import time_machine
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.utils import timezone

from ciss_site.languages import sort_key
from ciss_site.publishing import State
from events.models import Event
from people.models import Person
from tests.factories import make_event, make_person, publisher

pytestmark = pytest.mark.django_db
TOMORROW = datetime.timedelta(days=1)


def test_each_language_is_published_alone():
    event = make_event(languages=["en"])
    assert event.published_languages() == ["en"]
    assert list(Event.objects.published("en")) == [event]
    assert list(Event.objects.published("ar")) == []
    assert list(Event.objects.in_language("en-gb")) == [event]


def test_publish_at_a_later_time_becomes_public_by_the_clock_alone():
    event = make_event(languages=[])
    event.publish("ar", by=publisher(), at=timezone.now() + TOMORROW)
    assert event.is_scheduled_in("ar")
    assert list(Event.objects.published()) == []
    with time_machine.travel(timezone.now() + TOMORROW * 2, tick=False):
        assert list(Event.objects.published()) == [event]
        assert event.published_languages() == ["ar"]


@pytest.mark.parametrize(
    ("bring", "state"),
    [
        (lambda event: None, State.DRAFT),
        (lambda event: event.send_to_review("en"), State.REVIEW),
        (lambda event: event.publish("en", by=publisher(), at=timezone.now() + TOMORROW), State.PUBLISHED),
        (lambda event: (event.publish("en", by=publisher()), event.archive("en")), State.ARCHIVED),
    ],
)
def test_what_is_not_public_is_seen_by_those_who_may_change_it_and_nobody_else(
    bring, state, editor, clerk, reader
):
    seen = make_event()
    hidden = make_event(languages=[])
    bring(hidden)
    assert hidden.state_in("en") == state
    for user in (AnonymousUser(), reader, clerk, None):
        assert list(Event.objects.visible_to(user)) == [seen]
    assert set(Event.objects.visible_to(editor)) == {seen, hidden}


def test_a_disabled_editor_sees_only_what_is_public(editor):
    make_event(languages=[])
    editor.is_active = False
    assert list(Event.objects.visible_to(editor)) == []


def test_publish_refuses_an_empty_summary_and_says_which_field():
    event = make_event(languages=[])
    event.summary_ar = " "
    with pytest.raises(ValidationError) as refusal:
        event.publish("ar", by=publisher())
    assert refusal.value.messages == [
        "العربية cannot be published yet. Still empty: summary. Fill what is empty and publish again."
    ]
    assert Event.objects.get(pk=event.pk).state_ar == State.DRAFT


def test_archive_keeps_the_time_of_first_publication_and_so_does_publishing_again():
    event = make_event(languages=["en"])
    first = event.published_at_en
    event.archive("en")
    assert event.published_at_en == first
    event.publish("en", by=publisher())
    assert event.published_at_en == first


@pytest.mark.parametrize("take_back", ["withdraw", "send_to_review"])
def test_a_time_that_never_came_is_forgotten_when_the_text_is_taken_back(take_back):
    event = make_event(languages=[])
    now = timezone.now()
    event.publish("en", by=publisher(), at=now + TOMORROW)
    with pytest.raises(ValidationError):
        event.archive("en")
    getattr(event, take_back)("en")
    assert (event.published_at_en, event.published_by_en) == (None, None)
    with time_machine.travel(now + TOMORROW * 2, tick=False):
        event.publish("en", by=publisher())
        assert event.published_at_en == timezone.now()


def test_archive_refuses_what_was_never_published():
    event = make_event(languages=[])
    with pytest.raises(ValidationError):
        event.archive("en")


@pytest.mark.parametrize(
    "values",
    [
        {"state_en": "gone"},
        {"state_en": "published", "published_at_en": None},
        {"published_by_en": None},
        {"published_at_en": None},
        {"title_en": ""},
        {"title_en": None},
        {"summary_en": None},
        {"slug": "زيارة"},
        {"slug": "Visit"},
        {"ends_on": datetime.date(2018, 4, 1)},
        {"kind": "party"},
    ],
)
def test_the_database_itself_refuses(values):
    event = make_event(languages=["en"])
    with pytest.raises(IntegrityError), transaction.atomic():
        Event.objects.filter(pk=event.pk).update(**values)


def test_the_database_refuses_a_second_record_at_the_same_address():
    make_event(slug="moscow")
    with pytest.raises(IntegrityError), transaction.atomic():
        make_event(slug="moscow")


def test_version_rises_with_every_change():
    event = make_event(languages=[])
    assert event.version == 1
    event.save()
    event.publish("en", by=publisher())
    Event.objects.filter(pk=event.pk).update(kind="lecture")
    event.refresh_from_db()
    assert event.version == 4


def test_address_is_made_from_the_latin_title_or_the_kind_and_day_and_never_taken_twice():
    english = make_event("The visit to Moscow", slug="")
    again = make_event("The visit to Moscow", slug="")
    arabic = Event(kind="roundtable", starts_on=datetime.date(2025, 4, 17), title_ar="مائدة مستديرة")
    arabic.save()
    assert [english.slug, again.slug, arabic.slug] == [
        "the-visit-to-moscow",
        "the-visit-to-moscow-2",
        "roundtable-2025-04-17",
    ]


def test_a_translation_is_stale_once_the_original_changes_and_not_before():
    event = make_event()
    assert event.stale_since("ar") is None
    with time_machine.travel(timezone.now() + TOMORROW, tick=False):
        event.summary_en = "What really happened there."
        event.save()
        changed = timezone.now().replace(microsecond=0)
    assert event.stale_since("ar") == changed
    assert event.stale_since("en") is None
    event.summary_ar = "ما جرى هناك حقا."
    event.save()
    assert event.stale_since("ar") is None


def test_refresh_sort_keys_gives_names_their_keys_and_leaves_the_rest_alone():
    person = make_person("Zubair", "زبير")
    Person.objects.filter(pk=person.pk).update(sort_key_en="", sort_key_ar="", version=7)
    call_command("refresh_sort_keys", verbosity=0, stdout=StringIO())
    renewed = Person.objects.get(pk=person.pk)
    assert (renewed.sort_key_en, renewed.sort_key_ar) == (sort_key("Zubair", "en"), sort_key("زبير", "ar"))
    assert renewed.version == 7


def test_language_to_show_is_the_readers_if_public_else_the_original():
    event = make_event(languages=["ar"])
    event.source_language = "ar"
    assert event.language_to_show("ar") == "ar"
    assert event.language_to_show("en") == "ar"
