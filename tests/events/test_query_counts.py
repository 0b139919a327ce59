"""Every page of engagements and photographs takes the same number of queries for one related row and for thirty."""

import datetime

import pytest
from django.core.files.base import ContentFile

from events.models import Album, Attachment, Event, EventInstitution, Photo, PhotoPerson
from tests.factories import (
    bilingual,
    make_album,
    make_event,
    make_institution,
    make_meeting,
    make_participation,
    make_person,
    make_photo,
    make_topic,
    set_words,
)

pytestmark = pytest.mark.django_db

QUERIES = {"event_list": 8, "event_detail": 10, "album_list": 5, "album_detail": 3, "photo_detail": 6}


@pytest.fixture(params=[1, 30])
def event(request) -> Event:
    """A visit with one or thirty of everything that its pages show, beside as many other visits and albums."""
    many = request.param
    make_institution("The Center", "المركز", is_home=True)
    event = make_event(slug="visit")
    album = make_album(slug="album", event=event)
    first = make_photo(album, width=400, height=300)
    for number in range(many):
        photo = first if number == 0 else same_picture(first, album, number)
        add_people(event, photo)
        Attachment.objects.create(
            event=event,
            file=ContentFile(b"%PDF-1.4\n%%EOF\n", "programme.pdf"),
            is_public=True,
            title_en="Programme",
        )
        other = make_event(starts_on=datetime.date(2017, 1, 1) + datetime.timedelta(days=number))
        other.topics.add(event.topics.first())
        EventInstitution.objects.create(event=other, institution=make_institution(), role="visited")
        other_album = make_album(event=other)
        other.cover = same_picture(first, other_album, 0)
        other.save()
    Event.objects.filter(pk=event.pk).update(cover=first)
    Album.objects.filter(pk=album.pk).update(cover=first)
    return event


def same_picture(first: Photo, album: Album, number: int) -> Photo:
    """Return another photograph of the same stored picture, so that nothing is encoded again."""
    photo = Photo(album=album, order=number)
    set_words(photo, "alt", **bilingual("A table", "طاولة"))
    photo.save()
    fields = ("image", "width", "height", "dominant_colour", "renditions", "rendered")
    stored = {field: getattr(first, field) for field in fields}
    Photo.objects.filter(pk=photo.pk).update(**stored)
    return photo


def add_people(event: Event, photo: Photo) -> None:
    """Add one meeting with its two people, an institution with a part, a topic, and a person to the photograph."""
    academy = make_institution()
    institution = make_institution(parent=academy)
    EventInstitution.objects.create(event=event, institution=institution, role="visited")
    event.topics.add(make_topic())
    meeting = make_meeting(event, institution=institution)
    session = make_meeting(event, parent=meeting, kind="session")
    person = make_person()
    make_participation(event, person, meeting=meeting, institution=institution)
    make_participation(event, meeting=session, side="ours")
    make_participation(event, make_person(), side="other", role="chair")
    PhotoPerson.objects.create(photo=photo, person=person)
    PhotoPerson.objects.create(photo=Photo.objects.order_by("pk").first(), person=make_person())


def test_event_list(client, event, django_assert_num_queries):
    with django_assert_num_queries(QUERIES["event_list"]):
        assert client.get("/ar/events/").status_code == 200


def test_event_detail(client, event, django_assert_num_queries):
    with django_assert_num_queries(QUERIES["event_detail"]):
        assert client.get("/ar/events/visit/").status_code == 200


def test_album_list(client, event, django_assert_num_queries):
    with django_assert_num_queries(QUERIES["album_list"]):
        assert client.get("/ar/gallery/").status_code == 200


def test_album_list_with_filters(client, event, django_assert_num_queries):
    with django_assert_num_queries(QUERIES["album_list"]):
        assert client.get("/ar/gallery/?year=2018&country=RU&kind=visit").status_code == 200


def test_album_detail(client, event, django_assert_num_queries):
    with django_assert_num_queries(QUERIES["album_detail"]):
        assert client.get("/ar/gallery/album/").status_code == 200


def test_photo_detail(client, event, django_assert_num_queries):
    photo = Photo.objects.order_by("pk").first()
    with django_assert_num_queries(QUERIES["photo_detail"]):
        assert client.get(f"/ar/gallery/album/{photo.pk}/").status_code == 200
