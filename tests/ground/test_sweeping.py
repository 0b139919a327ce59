"""Sweeping: each thing that can be wrong between rows and files is made, found and mended, and nothing else is touched."""

import os
import time
from datetime import timedelta
from io import BytesIO, StringIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from PIL import Image

from ciss_site import mending, sweeping
from ciss_site.images.waiting import count_waiting
from ciss_site.mending import mend, what_is_left
from ciss_site.sweeping import Kind, Sweep, walk
from events.models import Attachment, Photo
from tests.factories import (
    jpeg,
    make_album,
    make_event,
    make_institution,
    make_meeting,
    make_person,
    make_photo,
)

pytestmark = pytest.mark.django_db
AT_ONCE = timedelta(0)
PDF = b"%PDF-1.7 a few words"


@pytest.fixture
def photo() -> Photo:
    """A photograph with its renditions, and beside it one of everything else that has a file."""
    event = make_event()
    make_person(portrait=ContentFile(jpeg(500, 600), "p.jpg"))
    make_institution(logo=ContentFile(jpeg(400, 300), "l.jpg"))
    Attachment.objects.create(event=event, file=ContentFile(PDF, "programme.pdf"), is_public=True)
    make_meeting(event, minutes_file=ContentFile(PDF, "minutes.pdf"))
    make_photo(make_album(event=event), width=1200, height=800)
    call_command("make_renditions", quiet=True)
    return Photo.objects.get()


def stored() -> dict[str, bytes]:
    """Return every file in the store, with its content."""
    return {
        name.removeprefix("./"): default_storage.open(name).read() for name in walk(default_storage, ".")[0]
    }


def put(name: str) -> str:
    return default_storage.save(name, ContentFile(b"left over"))


def found(older_than=AT_ONCE) -> list[tuple[Kind, str]]:
    return [(one.kind, one.name) for batch in Sweep(older_than).batches() for one in batch]


def sweep(*arguments: str) -> tuple[int, str]:
    """Run the command and return how it ended and what it printed."""
    out = StringIO()
    try:
        call_command("sweep_media", *arguments, stdout=out)
    except CommandError as end:
        return end.returncode, f"{out.getvalue()}{end}"
    return 0, out.getvalue()


def fix(*arguments: str) -> tuple[int, str]:
    return sweep("--fix", "--older-than", "0", *arguments)


def make_older(name: str, minutes: int) -> None:
    moment = time.time() - minutes * 60
    os.utime(default_storage.path(name), (moment, moment))


# Nothing wrong ------------------------------------------------------------------------------------


def test_a_sound_site_is_found_sound_and_left_as_it_is(photo):
    before = stored()
    assert found() == []
    code, said = fix()
    assert code == 0
    assert said.splitlines() == [
        f"Compared: 5 records with a file, {len(before)} files in their place.",
        "Nothing is wrong.",
    ]
    assert stored() == before


def test_an_empty_site_is_sound():
    assert sweep() == (0, "Compared: 0 records with a file, 0 files in their place.\nNothing is wrong.\n")


# Files without rows -------------------------------------------------------------------------------


def test_files_that_no_record_needs_are_found_and_deleted_and_nothing_else_is(photo):
    before = stored()
    left_over = [
        put("photographs/0a1b/original.jpg"),
        put("photographs/0a1b/640.jpg"),
        put("photographs/loose.jpg"),
        put(f"{photo.image.folder}/deadbeef/320.avif"),
        put(f"{photo.renditions['folder']}/2000.avif"),
        put("portraits/0a1b/original.jpg"),
        put("attachments/0a1b.pdf"),
        put("minutes/2019/0a1b.pdf"),
    ]
    assert set(found()) == {(Kind.ORPHAN, name) for name in left_over}
    assert len(found()) == len(left_over)
    assert sweep("--older-than", "0")[0] == 1
    assert set(stored()) == {*before, *left_over}
    code, said = fix()
    assert code == 0
    for name in left_over:
        assert f"No record needs the file {name}. Deleted.\n" in said
    assert said.endswith("files that no record needs: 8\nEverything was mended.\n")
    assert stored() == before
    assert found() == []
    assert default_storage.exists("photographs/0a1b") is False


def test_what_is_younger_than_an_hour_is_left_because_its_row_may_not_stand_yet(photo):
    old, young = put("photographs/0a1b/original.jpg"), put("photographs/0a1b/640.jpg")
    make_older(old, 61)
    make_older(young, 59)
    code, said = sweep()
    assert (code, said.count("No record needs"), "left alone: 1." in said) == (1, 1, True)
    assert sweep("--fix")[0] == 0
    assert (default_storage.exists(old), default_storage.exists(young)) == (False, True)
    assert sweep()[0] == 0
    assert fix()[0] == 0
    assert default_storage.exists(young) is False


def test_a_file_that_a_record_needs_by_the_time_it_is_deleted_stays(photo):
    name = put("photographs/0a1b/original.jpg")
    batch = next(batch for batch in Sweep(AT_ONCE).batches() if batch)
    assert [one.name for one in batch] == [name]
    Photo.objects.create(album=photo.album)
    Photo.objects.filter(image="").update(image=name)
    assert [one.sentence for one in mend(batch)] == ["A record needs it now; it was left alone."]
    assert default_storage.exists(name)


def test_renditions_stored_beside_the_originals_folder_are_needed_too(photo):
    elsewhere = put("photographs/elsewhere/320.jpg")
    noted = {"folder": "photographs/elsewhere", "endings": ["jpg"], "full": [320]}
    before = photo.image.stored_names()[1:]
    Photo.objects.update(renditions=noted)
    assert sorted(name for _kind, name in found()) == sorted(before)
    assert fix()[0] == 0
    assert default_storage.exists(elsewhere)


def test_what_lies_beside_the_folders_of_records_is_named_and_left(photo):
    put("backup/notes.txt")
    put("readme.txt")
    code, said = fix()
    assert (code, said.splitlines()[0]) == (0, "Of nobody here, left alone: backup, readme.txt.")
    assert default_storage.exists("backup/notes.txt")


def test_a_file_that_cannot_be_deleted_is_said_and_stops_nothing(photo, monkeypatch):
    stuck, other = put("photographs/0a1b/original.jpg"), put("photographs/0a1c/original.jpg")
    delete = default_storage.delete

    def refuse(name):
        if name == stuck:
            raise PermissionError("not allowed")
        delete(name)

    monkeypatch.setattr(default_storage, "delete", refuse)
    code, said = fix()
    assert (code, f"{stuck}. It could not be deleted: not allowed" in said) == (1, True)
    assert (default_storage.exists(stuck), default_storage.exists(other)) == (True, False)


def test_empty_folders_are_found_and_removed(photo, settings):
    before = stored()
    for folder in ("photographs/0a1b/deadbeef", f"{photo.image.folder}/deadbeef"):
        (settings.MEDIA_ROOT / folder).mkdir(parents=True)
    assert set(found()) == {
        (Kind.EMPTY, "photographs/0a1b"),
        (Kind.EMPTY, "photographs/0a1b/deadbeef"),
        (Kind.EMPTY, f"{photo.image.folder}/deadbeef"),
    }
    assert found(timedelta(hours=1)) == []
    assert fix()[0] == 0
    assert (found(), stored()) == ([], before)
    assert default_storage.exists("photographs/0a1b") is False


# Rows without files -------------------------------------------------------------------------------


def test_a_missing_rendition_is_made_anew_and_pages_do_without_it_meanwhile(photo):
    default_storage.delete(photo.image.stored_name("960.webp"))
    assert found() == [(Kind.RENDITIONS, photo.image.name)]
    code, said = sweep()
    assert (code, f"events.Photo {photo.pk} “The meeting room” lacks the size" in said) == (1, True)
    assert fix()[0] == 0
    photo.refresh_from_db()
    assert (count_waiting(), photo.image.widths(), photo.image.widths("card")) == (
        1,
        [320, 640, 1200],
        [320, 640],
    )
    assert found() == []
    call_command("make_renditions", quiet=True)
    photo.refresh_from_db()
    assert (photo.image.is_ready, photo.image.widths()) == (True, [320, 640, 960, 1200])
    assert found() == []


def test_a_picture_without_any_rendition_is_made_anew(photo, client):
    for name in photo.image.stored_names()[1:]:
        default_storage.delete(name)
    folder = photo.renditions["folder"]
    assert found() == [(Kind.RENDITIONS, photo.image.name), (Kind.EMPTY, folder)]
    assert fix()[0] == 0
    photo.refresh_from_db()
    assert photo.renditions == {}
    for page in (f"/en/gallery/{photo.album.slug}/", f"/en/gallery/{photo.album.slug}/{photo.pk}/", "/en/"):
        assert client.get(page).status_code == 200
    call_command("make_renditions", quiet=True)
    photo.refresh_from_db()
    assert (photo.image.is_ready, found()) == (True, [])


def test_no_version_is_raised_by_mending():
    person = make_person(portrait=ContentFile(jpeg(500, 600), "p.jpg"))
    before = person.version
    default_storage.delete(person.portrait.stored_names()[1])
    assert fix()[0] == 0
    person.refresh_from_db()
    assert (person.version, count_waiting()) == (before, 1)


@pytest.mark.parametrize(
    ("missing", "endings", "full"),
    [
        ([], ["avif", "webp", "jpg"], [320, 640]),
        (["640.avif"], ["avif", "webp", "jpg"], [320]),
        (["320.avif", "640.avif"], ["jpg"], [320, 640]),
        (["320.jpg", "640.jpg"], ["webp"], [320, 640]),
        (["320.jpg", "640.webp", "640.avif"], ["jpg"], [640]),
        (["320.jpg", "640.jpg", "320.webp", "640.webp"], ["avif"], [320, 640]),
        (["card-320.jpg"], ["avif", "webp", "jpg"], [320, 640]),
    ],
)
def test_the_note_of_renditions_keeps_what_pages_can_use(missing, endings, full):
    noted = {"folder": "a/b", "endings": ["avif", "webp", "jpg"], "full": [320, 640], "card": [320, 640]}
    left = what_is_left(noted, {f"a/b/{name}" for name in missing})
    assert (left["endings"], left["full"]) == (endings, full)
    assert left["card"] == ([640] if "card-320.jpg" in missing else [320, 640])


def test_of_a_picture_without_its_original_the_largest_jpeg_becomes_the_original(photo):
    lost = photo.image.name
    Photo.objects.update(camera_date="2018-04-03", focal_x="0.2")
    default_storage.delete(lost)
    default_storage.delete(photo.image.stored_name("1200.jpg"))
    assert found() == [(Kind.ORIGINAL, lost)]
    code, said = fix()
    assert (code, "960.jpg is its original now, 960 × 640 pixels." in said) == (1, True)
    fingerprint = photo.fingerprint
    photo.refresh_from_db()
    image = Image.open(BytesIO(default_storage.open(photo.image.name).read()))
    assert (image.format, image.size) == ("JPEG", (960, 640))
    assert (photo.width, photo.height, photo.image.widths(), photo.rendered) == (960, 640, [640], "")
    assert (str(photo.camera_date), str(photo.focal_x), photo.caption_en) == (
        "2018-04-03",
        "0.200",
        "The meeting room",
    )
    assert photo.fingerprint != fingerprint  # so that the full picture is not taken for a double of itself
    assert (found(), fix()[0]) == ([], 0)
    call_command("make_renditions", quiet=True)
    photo.refresh_from_db()
    assert (photo.image.is_ready, photo.image.widths(), found()) == (True, [320, 640, 960], [])


@pytest.mark.parametrize(("left", "size"), [("960.webp", (960, 640)), ("320.avif", (320, 213))])
def test_where_no_jpeg_is_left_another_format_becomes_the_original(photo, left, size):
    kept = photo.image.stored_name(left)
    for name in photo.image.stored_names():
        if name != kept:
            default_storage.delete(name)
    assert fix()[0] == 1
    photo.refresh_from_db()
    assert ((photo.width, photo.height), found()) == (size, [])


def test_a_damaged_rendition_is_not_made_the_original(photo):
    default_storage.delete(photo.image.name)
    for name in (photo.image.stored_name("1200.jpg"), photo.image.stored_name("960.jpg")):
        default_storage.delete(name)
        default_storage.save(name, ContentFile(b"\xff\xd8\xff cut short"))
    fix()
    photo.refresh_from_db()
    assert (photo.width, found()) == (640, [])


def test_of_a_picture_without_any_file_the_row_keeps_its_words(photo, client):
    page = f"/en/gallery/{photo.album.slug}/{photo.pk}/"
    assert client.get(page).status_code == 200
    for name in photo.image.stored_names():
        default_storage.delete(name)
    kinds = [kind for kind, _name in found()]
    assert Kind.LOST in kinds
    assert set(kinds) <= {Kind.LOST, Kind.EMPTY}
    code, said = fix()
    assert (
        code,
        f"events.Photo {photo.pk} “The meeting room” lacks its picture {photo.image.name};" in said,
    ) == (
        1,
        True,
    )
    assert "upload the picture again" in said
    photo.refresh_from_db()
    assert (photo.image.name, photo.width, photo.fingerprint, photo.renditions) == ("", None, "", {})
    assert photo.caption_en == "The meeting room"
    assert client.get(page).status_code == 404
    assert (found(), fix()[0], count_waiting()) == ([], 0, 0)


def test_the_pages_and_the_desk_bear_a_photograph_without_a_picture(photo, client, editor):
    for name in photo.image.stored_names():
        default_storage.delete(name)
    photo.album.cover = photo
    photo.album.save()
    assert fix()[0] == 1
    album = photo.album
    public = ["/en/", "/en/gallery/", f"/en/gallery/{album.slug}/", f"/ar/events/{album.event.slug}/"]
    desk = [
        "/en/admin/events/photo/",
        f"/en/admin/events/photo/{photo.pk}/change/",
        f"/en/admin/events/album/{album.pk}/change/",
        f"/ar/admin/events/album/{album.pk}/photographs/",
        f"/en/admin/events/event/{album.event.pk}/change/",
    ]
    for address in public:
        assert client.get(address).status_code == 200, address
    client.force_login(editor)
    for address in [*public, *desk]:
        assert client.get(address).status_code == 200, address


def test_a_portrait_and_a_logo_are_emptied_too():
    person = make_person(portrait=ContentFile(jpeg(500, 600), "p.jpg"))
    institution = make_institution(logo=ContentFile(jpeg(400, 300), "l.jpg"))
    for file in (person.portrait, institution.logo):
        for name in file.stored_names():
            default_storage.delete(name)
    assert fix()[0] == 1
    person.refresh_from_db()
    institution.refresh_from_db()
    assert (person.portrait.name, institution.logo.name, found()) == ("", "", [])


@pytest.mark.parametrize("blank", [True, False])
def test_a_missing_document_is_named_and_its_row_left(photo, blank):
    event = photo.album.event
    row, name = (event.meetings.get(), "minutes_file") if blank else (event.attachments.get(), "file")
    lost = getattr(row, name).name
    default_storage.delete(lost)
    assert found() == [(Kind.DOCUMENT, lost)]
    for _time in range(2):
        code, said = fix()
        assert (code, f"lacks its document {lost}. It was left: put the file back" in said) == (1, True)
        row.refresh_from_db()
        assert getattr(row, name).name == lost
    put(lost)
    assert fix()[0] == 0


# What changes meanwhile ---------------------------------------------------------------------------


def test_a_picture_replaced_while_it_is_looked_at_is_looked_at_again(
    photo, monkeypatch, django_capture_on_commit_callbacks
):
    compare = sweeping._compare

    def replaced_meanwhile(one, file, noted):
        if file.name == photo.image.name:
            with django_capture_on_commit_callbacks(execute=True):
                other = Photo.objects.get()
                other.image = ContentFile(jpeg(900, 600, number=77), "other.jpg")
                other.save()
        return compare(one, file, noted)

    monkeypatch.setattr(sweeping, "_compare", replaced_meanwhile)
    assert found() == []
    assert Photo.objects.get().image.name != photo.image.name


@pytest.mark.parametrize("harm", ["rendition", "original", "everything"])
def test_a_row_that_changed_since_it_was_found_is_not_mended(photo, harm):
    names = {
        "rendition": [photo.image.stored_name("960.webp")],
        "original": [photo.image.name],
        "everything": photo.image.stored_names(),
    }[harm]
    for name in names:
        default_storage.delete(name)
    batch = next(batch for batch in Sweep(AT_ONCE).batches() if batch)
    other = Photo.objects.get()
    other.image = ContentFile(jpeg(900, 600, number=77), "other.jpg")
    other.save()
    before = stored()
    assert [one.sentence for one in mend(batch)] == [mending.CHANGED]
    photo.refresh_from_db()
    assert (photo.image.name, stored()) == (other.image.name, before)


def test_an_original_restored_while_the_row_changes_leaves_no_file(photo, monkeypatch):
    default_storage.delete(photo.image.name)
    batch = next(batch for batch in Sweep(AT_ONCE).batches() if batch)
    write, before = mending._write, stored()

    def changed_meanwhile(*given):
        Photo.objects.update(rendered="", renditions={})
        return write(*given)

    monkeypatch.setattr(mending, "_write", changed_meanwhile)
    assert [one.sentence for one in mend(batch)] == [mending.CHANGED]
    assert stored() == before


# The wrong store, the wrong database --------------------------------------------------------------


def test_without_its_store_no_record_is_emptied(photo, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "not mounted"
    code, said = fix()
    assert (code, said.count("Is the store in its place?")) == (1, 3)
    assert Photo.objects.exclude(image="").count() == 1
    settings.MEDIA_ROOT = tmp_path / "media"
    assert found() == []


def test_a_loss_of_more_than_half_is_mended_only_when_told(monkeypatch):
    monkeypatch.setattr(sweeping, "FEW", 2)
    album = make_album()
    photos = [make_photo(album, width=300, height=200) for _ in range(5)]
    for photo in photos[:3]:
        for name in photo.image.stored_names():
            default_storage.delete(name)
    code, said = fix()
    assert (code, said.count("Left as it is. That is more than half of the 5 files")) == (1, 3)
    assert Photo.objects.filter(image="").count() == 0
    assert fix("--however-many")[0] == 1
    assert Photo.objects.filter(image="").count() == 3


def test_a_store_that_is_mostly_unknown_is_deleted_only_when_told(photo, monkeypatch):
    monkeypatch.setattr(sweeping, "FEW", 2)
    names = [put(f"photographs/{number}/original.jpg") for number in range(3)]
    code, said = fix()
    assert (code, said.count("Is this the right database?")) == (1, 3)
    assert all(map(default_storage.exists, names))
    assert fix("--however-many")[0] == 0
    assert not any(map(default_storage.exists, names))


# The size of it -----------------------------------------------------------------------------------


@pytest.mark.parametrize("count", [3, 30])
def test_the_number_of_queries_does_not_grow_with_sound_records(count, django_assert_num_queries):
    album = make_album()
    for _ in range(count):
        make_photo(album, width=300, height=200)
    with django_assert_num_queries(len(sweeping.file_fields()) + 1):
        assert found() == []


def test_rows_and_files_are_asked_for_a_few_at_a_time(monkeypatch, django_assert_max_num_queries):
    monkeypatch.setattr(sweeping, "ROWS", 4)
    monkeypatch.setattr(sweeping, "FILES", 5)
    album = make_album()
    photos = [make_photo(album, width=300, height=200) for _ in range(10)]
    left_over = [put(f"photographs/{number}/original.jpg") for number in range(12)]
    for photo in photos:
        default_storage.delete(photo.image.stored_names()[1])
    with django_assert_max_num_queries(60):
        result = found()
    assert sorted(name for _kind, name in result) == sorted([*(one.image.name for one in photos), *left_over])


def test_it_asks_for_a_sensible_age():
    assert sweep("--older-than=-1")[0] == 1
