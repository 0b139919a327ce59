"""Photographs at the desk: who may do what with them, and what comes in between two people at work on one album."""

import pytest
from django.contrib.auth.models import Permission
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.http import QueryDict

from ciss_site.images import read_picture
from ciss_site.models import User
from events.admin.describing import batch_as_typed, form_class
from events.models import Album, Photo
from events.uploading import take_in
from tests.factories import jpeg, make_album, make_event, make_photo

pytestmark = pytest.mark.django_db
SCREEN_RIGHTS = ("add_photo", "change_photo", "change_album")


def upload(number: int) -> SimpleUploadedFile:
    return SimpleUploadedFile("table.jpg", jpeg(number=number))


@pytest.fixture
def signed_in(client):
    """Sign in somebody at the desk with these rights and no others, and return the client."""

    def sign_in(*names):
        user = User.objects.create_user("dana", "dana@example.org", "quetta road in may", is_staff=True)
        user.user_permissions.set(Permission.objects.filter(codename__in=names))
        client.force_login(user)
        return client

    return sign_in


def typed(*photos, **changes) -> dict:
    """Return what the screen sends for photographs; ``changes`` are sent for the first of them."""
    data = {"photo": [str(photo.pk) for photo in photos]}
    for photo in photos:
        words = {"alt_en": photo.alt_en, "alt_ar": photo.alt_ar, "caption_en": photo.caption_en}
        words |= {"caption_ar": photo.caption_ar, "credit_en": photo.credit_en, "credit_ar": photo.credit_ar}
        facts = {"people_named_by": "name", "focal_x": "0.5", "focal_y": "0.5"}
        changed = changes if photo is photos[0] else {}
        data |= {f"photo-{photo.pk}-{name}": value for name, value in (words | facts | changed).items()}
    return data


def screen(record, door="") -> str:
    return f"/en/admin/events/{record._meta.model_name}/{record.pk}/photographs/{door}"


# Rights -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lacking", SCREEN_RIGHTS)
def test_without_one_of_the_rights_every_door_of_the_screen_is_shut(signed_in, lacking):
    album = make_album(languages=[])
    photo = make_photo(album)
    client = signed_in(
        "view_album", "view_photo", "delete_photo", *(one for one in SCREEN_RIGHTS if one != lacking)
    )
    answers = [
        client.get(screen(album)),
        client.post(screen(album), typed(photo, alt_en="Changed", DELETE="on")),
        client.get(screen(album, "progress/")),
        client.post(screen(album, "add/"), {"file": upload(9)}, headers={"accept": "application/json"}),
    ]
    assert [answer.status_code for answer in answers] == [403] * 4
    assert [one.alt_en for one in Photo.objects.all()] == ["A long table"]


def test_who_may_not_delete_photographs_describes_them_and_deletes_none(signed_in):
    album = make_album(languages=[])
    photo = make_photo(album)
    client = signed_in(*SCREEN_RIGHTS)
    assert f"photo-{photo.pk}-DELETE" not in client.get(screen(album)).content.decode()
    assert client.post(screen(album), typed(photo, alt_en="Changed", DELETE="on")).status_code == 302
    assert [one.alt_en for one in Photo.objects.all()] == ["Changed"]


def test_who_may_delete_photographs_does_so_on_the_screen(signed_in):
    album = make_album(languages=[])
    photo = make_photo(album)
    client = signed_in(*SCREEN_RIGHTS, "delete_photo")
    assert f"photo-{photo.pk}-DELETE" in client.get(screen(album)).content.decode()
    assert client.post(screen(album), typed(photo, DELETE="on")).status_code == 302
    assert Photo.objects.count() == 0


def test_an_event_gets_no_album_from_who_may_add_none(signed_in):
    event = make_event()
    client = signed_in(*SCREEN_RIGHTS, "change_event")
    send = {"headers": {"accept": "application/json"}}
    assert client.post(screen(event, "add/"), {"file": upload(9)}, **send).status_code == 403
    assert "data-drop-zone" not in client.get(f"/en/admin/events/event/{event.pk}/change/").content.decode()
    assert Album.objects.count() == 0
    make_album(event=event)
    assert client.post(screen(event, "add/"), {"file": upload(9)}, **send).status_code == 201
    assert "data-drop-zone" in client.get(f"/en/admin/events/event/{event.pk}/change/").content.decode()


# What a form may send -----------------------------------------------------------------------------


@pytest.mark.parametrize("key", ["9" * 30, "9" * 5000])
def test_a_key_that_no_record_can_have_is_passed_over(desk, key):
    album = make_album(languages=[])
    photo = make_photo(album)
    answer = desk.post(screen(album), {**typed(photo, people=key, alt_en="Changed"), "cover": key})
    assert (answer.status_code, Photo.objects.get().alt_en) == (302, "Changed")


def own_form(photo, **changes) -> dict:
    rows = {"photo_people-TOTAL_FORMS": "0", "photo_people-INITIAL_FORMS": "0"}
    words = {"alt_en": "A table", "alt_ar": "طاولة", "people_named_by": "name"}
    return {
        "album": photo.album_id,
        "order": "0",
        "focal_x": "0.5",
        "focal_y": "0.5",
        **words,
        **rows,
        **changes,
    }


def test_the_own_form_refuses_what_the_album_has_already(desk):
    album, other = make_album(languages=[]), make_album(languages=[])
    first = Photo.objects.create(album=album, image=ContentFile(jpeg(number=5), "a.jpg"))
    second = Photo.objects.create(album=album, image=ContentFile(jpeg(number=6), "b.jpg"))
    elsewhere = Photo.objects.create(album=other, image=ContentFile(jpeg(number=5), "a.jpg"))
    answers = [
        desk.post("/en/admin/events/photo/add/", own_form(first, image=upload(5))),
        desk.post(f"/en/admin/events/photo/{second.pk}/change/", own_form(second, image=upload(5))),
        desk.post(f"/en/admin/events/photo/{elsewhere.pk}/change/", own_form(elsewhere, album=album.pk)),
    ]
    sentence = "This photograph is already in the album. Delete one of the two."
    assert [answer.status_code for answer in answers] == [200] * 3
    assert [list(answer.context["adminform"].errors.get("image", [])) for answer in answers] == [
        [sentence]
    ] * 3
    assert Photo.objects.count() == 3


def test_the_own_form_says_that_the_public_no_longer_sees_a_photograph(desk):
    photo = make_photo(make_album())
    address = f"/en/admin/events/photo/{photo.pk}/change/"
    kept = desk.post(address, own_form(photo), follow=True)
    assert ["not shown" in str(one) for one in kept.context["messages"]] == [False]
    hidden = desk.post(address, own_form(photo, alt_ar=""), follow=True)
    assert ["not shown" in str(one) for one in hidden.context["messages"]] == [True, False]
    assert Photo.objects.visible_to(None).count() == 0


# Two at work on one album --------------------------------------------------------------------------


def batch_of(album, photos, rf, editor, **changes):
    from django.contrib.admin import site

    request = rf.post(screen(album))
    request.user = editor
    data = QueryDict(mutable=True)
    for name, value in typed(*photos, **changes).items():
        data.setlist(name, value if isinstance(value, list) else [value])
    batch = batch_as_typed(album, form_class(site.get_model_admin(Photo), request), data, may_delete=True)
    assert batch.is_valid
    return batch


def test_a_photograph_deleted_while_it_is_described_stays_deleted(rf, editor):
    album = make_album(languages=[])
    kept, gone = make_photo(album), make_photo(album)
    batch = batch_of(album, [gone, kept], rf, editor, alt_en="Changed")
    Photo.objects.get(pk=gone.pk).delete()
    batch.save()
    assert [one.pk for one in Photo.objects.all()] == [kept.pk]
    assert (batch.gone, len(batch.rows)) == (1, 1)


def test_a_photograph_replaced_while_it_is_described_keeps_its_new_file(
    rf, editor, django_capture_on_commit_callbacks
):
    photo = make_photo(make_album(languages=[]))
    batch = batch_of(photo.album, [photo], rf, editor, alt_en="Changed")
    with django_capture_on_commit_callbacks(execute=True):
        replaced = Photo.objects.get(pk=photo.pk)
        replaced.image = ContentFile(jpeg(900, 600, number=4), "other.jpg")
        replaced.save()
    batch.save()
    stored = Photo.objects.get()
    assert (stored.alt_en, stored.image.name, stored.width) == ("Changed", replaced.image.name, 900)
    assert default_storage.exists(stored.image.name)


def test_another_focal_point_has_the_crops_cut_anew(rf, editor):
    photo = make_photo(make_album(languages=[]))
    field = Photo._meta.get_field("image")
    Photo.objects.update(rendered=field.mark)
    batch_of(photo.album, [photo], rf, editor, alt_en="Changed").save()
    assert Photo.objects.get().image.is_ready
    batch_of(photo.album, [photo], rf, editor, focal_x="0.3").save()
    stored = Photo.objects.get()
    assert (float(stored.focal_x), stored.rendered) == (0.3, "")


@pytest.mark.django_db(transaction=True)
def test_files_are_stored_before_the_transaction_begins(monkeypatch):
    album = make_album(languages=[])
    within = []
    save = default_storage.save

    def noting(*args, **kwargs):
        within.append(connection.in_atomic_block)
        return save(*args, **kwargs)

    monkeypatch.setattr("django.core.files.storage.FileSystemStorage.save", lambda self, *args: noting(*args))
    file = upload(3)
    taken = take_in(album, file.name, read_picture(file))
    assert within == [False, False]
    assert (taken.photo.fingerprint != "", taken.photo.width, Photo.objects.get().image.is_ready) == (
        True,
        800,
        False,
    )


@pytest.mark.django_db(transaction=True)
def test_a_photograph_for_an_album_deleted_meanwhile_is_refused_and_leaves_no_file(desk, monkeypatch):
    album = make_album(languages=[])
    from events import uploading

    place = uploading._place

    def deleted_meanwhile(*args):
        found = place(*args)
        Album.objects.filter(pk=album.pk).delete()
        return found

    monkeypatch.setattr(uploading, "_place", deleted_meanwhile)
    send = {"headers": {"accept": "application/json"}}
    answer = desk.post(screen(album, "add/"), {"file": upload(3)}, **send)
    assert (answer.status_code, answer.json()) == (
        400,
        {"refusal": "“table.jpg” was not taken: the album has been deleted meanwhile.", "code": "gone"},
    )
    assert default_storage.listdir("photographs")[0] == []
