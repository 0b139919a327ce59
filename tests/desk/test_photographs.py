"""Photographs at the desk: the door for one file, and the form on which an album is described."""

import datetime
import itertools
import re
from types import SimpleNamespace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django.asserts import assertRedirects

from events.models import Album, Photo, PhotoPerson
from tests.factories import jpeg, make_album, make_event, make_person, make_photo

SCRIPT = {"Accept": "application/json"}
_numbers = itertools.count(1000)


def door(record):
    return reverse(f"admin:events_{record._meta.model_name}_add_photograph", args=[record.pk])


def screen(record):
    return reverse(f"admin:events_{record._meta.model_name}_photographs", args=[record.pk])


def file(name="IMG_1.JPG", content=None):
    return SimpleUploadedFile(name, jpeg(number=next(_numbers)) if content is None else content)


def send(client, record, upload, **values):
    """Send one file as the script does."""
    return client.post(door(record), {"file": upload, **values}, headers=SCRIPT)


def said(response):
    return [str(message) for message in response.context["messages"]]


@pytest.fixture
def album(db):
    """A draft album of three days."""
    return make_album("Three days", "ثلاثة أيام", languages=[], taken_until=datetime.date(2018, 4, 5))


@pytest.fixture
def three(album):
    """Three described photographs in it, in their order."""
    return [make_photo(album, order=order) for order in (1, 2, 3)]


# The door -----------------------------------------------------------------------------------------


def test_one_file_is_taken_as_the_last_photograph(desk, album):
    make_photo(album, order=4)

    response = send(desk, album, file())

    added = album.photos.latest("pk")
    assert (response.status_code, response.json()) == (
        201,
        {"photo": added.pk, "remark": "", "album": screen(album)},
    )
    assert (added.order, added.width, added.image.storage.exists(added.image.name)) == (5, 800, True)


def test_a_place_is_kept_and_the_row_comes_where_it_is_asked_for(desk, album):
    response = send(desk, album, file(), place="17", row="1")

    added = album.photos.get()
    assert added.order == 17
    assert response.json()["row"].startswith(f'<li class="photograph" id="photo-{added.pk}" data-photograph>')
    assert f'name="photo-{added.pk}-alt_en"' in response.json()["row"]


def test_a_bad_file_is_refused_with_its_sentence_and_leaves_nothing(desk, album):
    response = send(desk, album, file("page.jpg", b"<html>"))

    sentence = "“page.jpg” is not a JPEG, PNG or WebP picture. Save it as JPEG and choose it again."
    assert (response.status_code, response.json()) == (400, {"refusal": sentence, "code": "kind"})
    assert not album.photos.exists()


def test_a_request_without_a_file_or_with_two_is_refused(desk, album):
    answers = [
        desk.post(door(album), {"file": files}, headers=SCRIPT)
        for files in ([], [file("a.jpg"), file("b.jpg")])
    ]

    sentence = "No file came with it. Choose the photographs again."
    assert [(one.status_code, one.json()["refusal"]) for one in answers] == [(400, sentence)] * 2
    assert not album.photos.exists()


def test_a_photograph_that_is_there_is_named_with_its_number_and_its_row_is_sent_again(desk, album):
    content = jpeg(number=next(_numbers))
    make_photo(album, order=1)
    first = send(desk, album, file("one.jpg", content)).json()

    response = send(desk, album, file("copy.jpg", content), row="1")

    sentence = "“copy.jpg” is in this album already, as number 2. It was not added again."
    assert (response.status_code, response.json()["refusal"], response.json()["code"]) == (
        400,
        sentence,
        "already",
    )
    assert f'id="photo-{first["photo"]}"' in response.json()["row"]
    assert album.photos.count() == 2


def test_a_photograph_of_another_album_is_taken_with_a_remark(desk, album):
    content = jpeg(number=next(_numbers))
    send(desk, make_album("The day before"), file("one.jpg", content))

    response = send(desk, album, file("two.jpg", content))

    assert (response.status_code, response.json()["remark"]) == (
        201,
        "It is also in the album “The day before”.",
    )


def test_without_the_script_several_files_are_taken_and_each_refusal_is_said(desk, album):
    files = [file("good.jpg"), file("bad.jpg", b"no picture"), file("other.jpg")]

    response = desk.post(door(album), {"file": files}, follow=True)

    assertRedirects(response, screen(album))
    assert said(response) == [
        "“good.jpg” is in the album.",
        "“bad.jpg” is not a JPEG, PNG or WebP picture. Save it as JPEG and choose it again.",
        "“other.jpg” is in the album.",
    ]
    assert album.photos.count() == 2


def test_a_file_that_is_refused_makes_no_album(desk):
    event = make_event()

    by_script = send(desk, event, file("notes.jpg", b"no picture at all"))
    by_form = desk.post(door(event), {"file": file("notes.jpg", b"no picture at all")}, follow=True)

    assert (by_script.status_code, by_script.json()["code"]) == (400, "kind")
    assert said(by_form) == [by_script.json()["refusal"]]
    assert Album.objects.count() == 0


def test_a_photograph_dropped_on_an_event_makes_its_album_once(desk):
    event = make_event(
        "Visit", "زيارة", starts_on=datetime.date(2018, 4, 3), ends_on=datetime.date(2018, 4, 5)
    )

    answers = [send(desk, event, file()) for _ in range(2)]

    made = Album.objects.get()
    assert [(one.status_code, one.json()["album"]) for one in answers] == [(201, screen(made))] * 2
    assert (made.event, made.title_en, made.title_ar, made.taken_on, made.taken_until, made.is_public()) == (
        event,
        "Visit",
        "زيارة",
        datetime.date(2018, 4, 3),
        datetime.date(2018, 4, 5),
        False,
    )
    assert made.photos.count() == 2
    assertRedirects(desk.get(screen(event)), screen(made))


# Who may ------------------------------------------------------------------------------------------


@pytest.fixture
def places(album):
    """Every address of the screen, with how it is asked."""
    event = make_event()
    progress = reverse("admin:events_album_progress", args=[album.pk])
    asked = [("get", screen(album)), ("get", screen(event)), ("get", progress), ("post", screen(album))]
    return [*asked, ("post", door(album)), ("post", door(event))]


def test_who_may_not_change_albums_is_refused_everywhere(client, clerk, places):
    client.force_login(clerk)

    assert [getattr(client, how)(address).status_code for how, address in places] == [403] * 6


def test_who_is_not_logged_in_is_led_to_the_log_in_everywhere(client, places):
    answers = [getattr(client, how)(address) for how, address in places]

    assert [one.status_code for one in answers] == [302] * 6
    assert [one.url.partition("?")[0] for one in answers] == [reverse("admin:login")] * 6


def test_the_door_takes_nothing_by_a_link_and_the_progress_nothing_by_a_form(desk, album):
    progress = reverse("admin:events_album_progress", args=[album.pk])

    assert [desk.get(door(album)).status_code, desk.post(progress).status_code] == [405, 405]
    assert desk.get(progress).json() == {"count": 0, "ready": 0, "sentence": ""}


def test_an_album_that_is_gone_is_no_address(desk, album):
    nowhere = SimpleNamespace(_meta=album._meta, pk=album.pk + 1)

    assert [desk.get(screen(nowhere)).status_code, send(desk, nowhere, file()).status_code] == [404, 404]


# The form -----------------------------------------------------------------------------------------


def typed(photos, **changes):
    """What a browser sends for these photographs in this order; ``changes`` name the input of one as ``<place>-<input>``."""
    data = {"photo": [photo.pk for photo in photos]}
    for photo in photos:
        words = {"alt_en": photo.alt_en, "alt_ar": photo.alt_ar, "caption_en": photo.caption_en}
        plain = {"people_named_by": "name", "focal_x": "0.5", "focal_y": "0.5"}
        data |= {f"photo-{photo.pk}-{name}": value or "" for name, value in {**words, **plain}.items()}
    for name, value in changes.items():
        place, _, field = name.partition("_")
        data[f"photo-{photos[int(place[1:]) - 1].pk}-{field}"] = value
    return data


def test_all_is_saved_at_once(desk, album, three):
    first, second, third = three
    people = [make_person() for _ in range(3)]
    PhotoPerson.objects.create(photo=second, person=people[0], place=1)
    data = typed(
        [third, second, first],
        n1_alt_en="A hall.",
        n1_taken_on="2018-04-04",
        n2_people=[people[2].pk, people[1].pk, people[2].pk],
        n2_people_named_by="post",
        n3_is_decorative="on",
        n3_focal_x="0.25",
    )

    response = desk.post(screen(album), {**data, "cover": second.pk}, follow=True)

    assert said(response) == ["3 photographs are saved."]
    album.refresh_from_db()
    assert [one.pk for one in album.photos.in_order()] == [third.pk, second.pk, first.pk]
    assert album.cover == second
    for photo in three:
        photo.refresh_from_db()
    assert (third.alt_en, third.alt_ar, str(third.taken_on)) == ("A hall.", "طاولة طويلة", "2018-04-04")
    assert [one.person for one in second.photo_people.all()] == [people[2], people[1]]
    assert (second.people_named_by, first.is_decorative, float(first.focal_x)) == ("post", True, 0.25)


def test_a_ticked_photograph_is_deleted_with_its_file(desk, album, three, django_capture_on_commit_callbacks):
    files = three[1].image.stored_names()
    assert all(three[1].image.storage.exists(name) for name in files)

    with django_capture_on_commit_callbacks(execute=True):
        desk.post(screen(album), {**typed(three, n2_DELETE="on"), "cover": three[1].pk})

    assert [(one.pk, one.order) for one in album.photos.in_order()] == [(three[0].pk, 1), (three[2].pk, 2)]
    assert not any(three[1].image.storage.exists(name) for name in files)
    album.refresh_from_db()
    assert album.cover is None


def test_what_is_refused_saves_nothing_and_keeps_all_that_was_typed(desk, album, three):
    person = make_person("Irina Serenko")
    data = typed(
        three[::-1],
        n1_focal_y="7",
        n2_caption_en="Typed just now",
        n2_people=[person.pk],
        n3_alt_en="x" * 401,
    )

    response = desk.post(screen(album), {**data, "cover": three[0].pk})

    assert said(response) == ["Nothing has been saved yet. Correct what is marked below, then save again."]
    rows = [row["row"] for row in response.context["rows"]]
    assert [row.photo.pk for row in rows] == [photo.pk for photo in three[::-1]]
    assert [dict(row.form.errors) for row in rows] == [
        {"focal_y": ["The focal point lies outside the picture. Both numbers are between 0 and 1."]},
        {},
        {"alt_en": ["Ensure this value has at most 400 characters (it has 401)."]},
    ]
    html = response.content.decode()
    assert "Typed just now" in html and "Irina Serenko" in html
    assert re.search(rf'name="cover" value="{three[0].pk}"[^>]* checked', html)
    assert [photo.caption_en for photo in album.photos.in_order()] == ["The meeting room"] * 3
    assert [photo.pk for photo in album.photos.in_order()] == [photo.pk for photo in three]


def test_a_photograph_deleted_meanwhile_is_said_and_the_rest_is_saved(desk, album, three):
    data = typed(three, n1_caption_en="New")
    Photo.objects.get(pk=three[1].pk).delete()

    response = desk.post(screen(album), data, follow=True)

    assert said(response) == ["2 photographs are saved.", "1 photograph had been deleted meanwhile."]
    assert [(one.caption_en, one.order) for one in album.photos.in_order()] == [
        ("New", 1),
        ("The meeting room", 2),
    ]


def test_a_photograph_added_meanwhile_is_left_as_it_is(desk, album, three):
    added = make_photo(album, order=4)

    desk.post(screen(album), typed(three[::-1]))

    assert [one.pk for one in album.photos.in_order()] == [*[photo.pk for photo in three[::-1]], added.pk]


def test_photographs_of_another_album_cannot_be_changed_from_here(desk, album, three):
    other = make_photo(make_album())

    desk.post(screen(album), {**typed([*three, other], n4_caption_en="Changed"), "cover": other.pk})

    other.refresh_from_db()
    album.refresh_from_db()
    assert (other.caption_en, other.album == album, album.cover) == ("The meeting room", False, None)


def test_the_day_of_the_camera_is_offered_and_an_odd_one_is_pointed_at(desk, album, three):
    Photo.objects.filter(pk=three[0].pk).update(camera_date=datetime.date(2018, 4, 4))
    Photo.objects.filter(pk=three[1].pk).update(camera_date=datetime.date(2011, 1, 1))

    response = desk.get(screen(album))

    offered = [
        (row["form"]["taken_on"].value(), row["camera_date_is_odd"]) for row in response.context["rows"]
    ]
    assert [(str(day), bool(odd)) for day, odd in offered] == [
        ("2018-04-04", False),
        ("2011-01-01", True),
        ("None", False),
    ]


# Publication --------------------------------------------------------------------------------------

REFUSED = {
    "en": (
        "English cannot be published yet. 2 photographs lack the text for those who cannot see them: numbers 1, 3. "
        "Describe them, or mark them as decoration, and publish again. What was typed is saved, and the state is as before."
    ),
    "ar": (
        "العربية: لا يمكن النشر بعد، فصورتان ينقصهما وصف لمن لا يراهما، ورقماهما 1، 3. "
        "صِفهما أو علّمهما صورتين للزينة، ثم انشر من جديد. حُفظ ما كُتب، وبقيت الحالة كما كانت."
    ),
}


def test_an_album_is_not_published_in_a_language_in_which_photographs_are_not_described(
    desk, filled, album, three, language
):
    column = f"alt_{language}"
    Photo.objects.filter(pk__in=[three[0].pk, three[2].pk]).update(**{column: ""})
    form = reverse("admin:events_album_change", args=[album.pk])

    response = desk.post(form, filled(form, _state=f"publish:{language}"), follow=True)

    album.refresh_from_db()
    assert (said(response), album.is_public()) == ([REFUSED[language]], False)
    [(lacking, numbers)] = desk.get(screen(album)).context["lacking"]
    assert (lacking.code, [number for number, _ in numbers]) == (language, [1, 3])

    Photo.objects.filter(pk=three[0].pk).update(**{column: "x"})
    Photo.objects.filter(pk=three[2].pk).update(is_decorative=True)
    desk.post(form, filled(form, _state=f"publish:{language}"))
    album.refresh_from_db()
    assert album.published_languages() == [language]


def test_a_photograph_added_to_a_public_album_is_hidden_until_it_is_described(desk):
    public = make_album()
    make_photo(public, order=1)
    visitor = Client()
    page = public.get_absolute_url()
    assert visitor.get(page).context["album"] == public

    pk = send(desk, public, file()).json()["photo"]
    address = reverse("photo_file", args=[pk, "640.jpg"])
    assert desk.get(address).status_code == 200
    assert visitor.get(address).status_code == 404
    sentence = (
        "1 photograph is not shown to the public yet: in a language the album is published in it lacks the text for "
        "those who cannot see it."
    )
    assert said(desk.get(screen(public))) == [sentence]

    photos = list(public.photos.in_order())
    desk.post(screen(public), typed(photos, n2_alt_en="A room.", n2_alt_ar=""), follow=True)
    assert visitor.get(address).status_code == 404
    response = desk.post(screen(public), typed(photos, n2_alt_en="A room.", n2_alt_ar="قاعة."), follow=True)
    assert visitor.get(address).status_code == 200
    assert said(response) == ["2 photographs are saved."]


# Queries ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("count", [9, 90])
def test_the_screen_asks_the_database_no_more_for_ninety_photographs_than_for_nine(
    desk, album, count, django_assert_num_queries
):
    person = make_person()
    Photo.objects.bulk_create(
        Photo(album=album, order=order, image=f"photographs/{order}/original.jpg", width=4, height=3)
        for order in range(count)
    )
    PhotoPerson.objects.bulk_create(PhotoPerson(photo=photo, person=person) for photo in album.photos.all())
    desk.get(screen(album))

    with django_assert_num_queries(11):
        response = desk.get(screen(album))

    assert len(response.context["rows"]) == count
