"""Captions name the people in a photograph in the reading order, by name or by the post they held that day."""

import datetime
import re

import pytest
from django.test import Client

from ciss_site.languages import set_words
from events.models import PhotoPerson
from people.models import Position
from tests.factories import (
    make_album,
    make_event,
    make_institution,
    make_participation,
    make_person,
    make_photo,
)

pytestmark = pytest.mark.django_db


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


@pytest.fixture
def photo():
    """Two people at a table: the first took part in the event, the second was only on the staff that year."""
    event = make_event(slug="visit")
    photo = make_photo(make_album(slug="album", event=event))
    first, second = make_person("Andrey Orlov", "أندريه أورلوف"), make_person("Bilal Khan", "بلال خان")
    make_participation(event, first)
    post = Position(person=second, institution=make_institution(), started=datetime.date(2015, 1, 1))
    set_words(post, "title", en="Research Officer", ar="باحث")
    post.save()
    later = Position(
        person=second, institution=make_institution(), started=datetime.date(2020, 1, 1), is_main=True
    )
    set_words(later, "title", en="Ambassador", ar="سفير")
    later.save()
    for place, person in enumerate((first, second), start=1):
        PhotoPerson.objects.create(photo=photo, person=person, place=place)
    event.cover = photo
    event.save()
    return photo


def listed(code: str) -> list[str]:
    """Return the people as the photograph's page lists them."""
    html = Client().get(f"/{code}/gallery/album/{PhotoPerson.objects.first().photo_id}/").content.decode()
    items = re.findall(r"<li>(.*?)</li>", html.split('class="photo-people"')[1].split("</ol>")[0], re.S)
    return [words(item) for item in items]


def test_the_page_lists_them_with_the_posts_of_that_day_in_the_reading_order(photo):
    assert listed("en") == ["Andrey Orlov Director", "Bilal Khan Research Officer"]
    assert listed("ar") == ["بلال خان باحث", "أندريه أورلوف المدير"]


@pytest.mark.parametrize(
    ("how", "english", "arabic"),
    [
        ("name", "From left: Andrey Orlov and Bilal Khan.", "من اليمين: بلال خان، وأندريه أورلوف."),
        (
            "name_and_post",
            "From left: Andrey Orlov (Director) and Bilal Khan.",
            "من اليمين: بلال خان، وأندريه أورلوف (المدير).",
        ),
        ("post", "From left: Director and Bilal Khan.", "من اليمين: بلال خان، والمدير."),
    ],
)
def test_the_reports_caption_names_them_as_the_photograph_says(photo, how, english, arabic):
    photo.people_named_by = how
    photo.save()
    for code, sentence in (("en", english), ("ar", arabic)):
        html = Client().get(f"/{code}/events/visit/").content.decode()
        caption = re.search(r'<span class="caption__people">(.*?)</p>', html, re.S)[1]
        assert words(caption).replace(" .", ".") == sentence


def test_a_post_alone_leads_to_the_person(photo):
    photo.people_named_by = "post"
    photo.save()
    assert listed("en") == ["Director", "Research Officer"]


def test_a_post_of_unknown_beginning_is_not_said_of_a_day_in_the_past(photo):
    Position.objects.update(started=None)
    assert listed("en") == ["Andrey Orlov Director", "Bilal Khan"]
