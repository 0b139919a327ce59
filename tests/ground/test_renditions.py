"""Renditions: what the worker makes of a picture, when it makes it anew, and that rows and files change together."""

import re
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.test import Client
from PIL import Image

from ciss_site.images import recipe
from ciss_site.images.field import renditions_in
from ciss_site.images.recipe import CROPS, Shape, ladder
from ciss_site.images.waiting import Waiting, count_waiting, make, mark_outdated, waiting
from ciss_site.templatetags.pages import picture
from events.models import Photo
from tests.factories import jpeg, make_album, make_institution, make_person, make_photo

pytestmark = pytest.mark.django_db


def stored_files() -> list[str]:
    """Return every file in the store, by name."""
    found, folders = [], [""]
    while folders:
        folder = folders.pop()
        inner, files = default_storage.listdir(folder)
        found += [f"{folder}/{name}".lstrip("/") for name in files]
        folders += [f"{folder}/{name}".lstrip("/") for name in inner]
    return sorted(found)


def open_rendition(photo, name: str) -> Image.Image:
    image = Image.open(BytesIO(photo.image.storage.open(photo.image.stored_name(name)).read()))
    image.load()
    return image


@pytest.fixture
def made() -> Photo:
    """A photograph of 1200 by 800 with its renditions."""
    make_photo(make_album(), width=1200, height=800)
    call_command("make_renditions", quiet=True)
    return Photo.objects.get()


def test_the_worker_makes_every_width_and_crop_in_three_formats(made):
    assert made.image.is_ready
    assert (made.image.endings(), made.image.widths(), made.image.widths("card")) == (
        ["avif", "webp", "jpg"],
        [320, 640, 960, 1200],
        [320, 640],
    )
    measures = {}
    for name in [one.rpartition("/")[2] for one in renditions_in(made.renditions)]:
        image = open_rendition(made, name)
        measures[name] = (image.format, image.size)
    endings = {"avif": "AVIF", "webp": "WEBP", "jpg": "JPEG"}
    sizes = {"320": (320, 213), "640": (640, 427), "960": (960, 640), "1200": (1200, 800)}
    sizes |= {"card-320": (320, 213), "card-640": (640, 427)}
    assert measures == {
        f"{name}.{ending}": (kind, size) for ending, kind in endings.items() for name, size in sizes.items()
    }


def test_the_store_holds_the_original_and_the_renditions_and_nothing_else(made):
    assert stored_files() == sorted(made.image.stored_names())
    assert len(stored_files()) == 1 + 3 * 6


@pytest.mark.parametrize(
    ("width", "rungs"),
    [
        (200, [200]),
        (320, [320]),
        (360, [320]),
        (500, [320, 500]),
        (1600, [320, 640, 960, 1600]),
        (4000, [320, 640, 960, 1600]),
        (1100, [320, 640, 960]),
        (1200, [320, 640, 960, 1200]),
    ],
)
def test_no_rendition_is_wider_than_the_picture(width, rungs):
    assert ladder(width) == rungs


def test_crops_stay_near_the_focal_point_and_inside_the_picture():
    card = Shape(3, 2, (320,))
    assert card.box((1000, 1000), (0.5, 0.5)) == (0, 166, 1000, 833)
    assert card.box((1000, 1000), (0.5, 0.0)) == (0, 0, 1000, 667)
    assert card.box((3000, 1000), (1.0, 0.5)) == (1500, 0, 3000, 1000)
    assert CROPS["portrait"].box((800, 1000), (0.2, 0.9)) == (0, 0, 800, 1000)


def test_a_new_focal_point_has_the_crops_cut_anew():
    image = Image.new("RGB", (1200, 400), "#ffffff")
    image.paste("#000000", (800, 0, 1200, 400))
    buffer = BytesIO()
    image.save(buffer, "JPEG")
    photo = Photo(album=make_album(), image=ContentFile(buffer.getvalue(), "wide.jpg"))
    photo.save()
    call_command("make_renditions", quiet=True)
    photo.refresh_from_db()
    assert open_rendition(photo, "card-320.jpg").convert("L").getpixel((10, 100)) > 200
    photo.focal_x = "1.0"
    photo.save()
    assert count_waiting() == 1
    call_command("make_renditions", quiet=True)
    photo.refresh_from_db()
    assert open_rendition(photo, "card-320.jpg").convert("L").getpixel((300, 100)) < 50
    assert open_rendition(photo, "card-320.jpg").convert("L").getpixel((200, 100)) < 50
    assert stored_files() == sorted(photo.image.stored_names())


def test_saving_a_record_does_not_undo_what_the_worker_noted_meanwhile():
    photo = make_photo(make_album(), width=700, height=500)
    call_command("make_renditions", quiet=True)
    photo.credit_en = "A. N. Editor"
    photo.save()
    photo.refresh_from_db()
    assert (photo.credit_en, photo.image.is_ready, photo.image.widths()) == ("A. N. Editor", True, [320, 640])


def test_a_replaced_picture_takes_its_files_along(made, django_capture_on_commit_callbacks):
    before = stored_files()
    with django_capture_on_commit_callbacks(execute=True):
        made.image = ContentFile(jpeg(900, 600, number=77), "other.jpg")
        made.save()
    after = stored_files()
    assert set(before) & set(after) == set()
    assert after == sorted(made.image.stored_names())
    assert (len(after), count_waiting()) == (2, 1)


def test_a_deleted_record_takes_its_files_along(made, django_capture_on_commit_callbacks):
    assert stored_files() != []
    with django_capture_on_commit_callbacks(execute=True):
        made.album.delete()
    assert default_storage.listdir("photographs") == ([], [])


def test_a_picture_replaced_while_it_was_made_keeps_the_new_one(monkeypatch):
    photo = make_photo(make_album(), width=700, height=500)
    one = next(waiting())

    def replaced_meanwhile(*args):
        Photo.objects.filter(pk=photo.pk).update(image="photographs/other/original.jpg")
        return iter([("full", 320, "320.jpg", b"old")])

    monkeypatch.setattr("ciss_site.images.waiting.renditions", replaced_meanwhile)
    assert make(one) is False
    assert Photo.objects.get().rendered == ""
    assert [name for name in stored_files() if name.endswith("320.jpg")] == []


def test_of_two_workers_that_make_the_same_the_row_takes_one_and_no_file_is_left_over(monkeypatch):
    photo = make_photo(make_album(), width=700, height=500)
    one = Waiting(Photo._meta.get_field("image"), photo.pk)
    from ciss_site.images import waiting as work

    write = work._write

    def overtaken(*args):
        write(*args)
        monkeypatch.setattr(work, "_write", write)
        assert make(one) is True

    monkeypatch.setattr(work, "_write", overtaken)
    assert make(one) is False
    photo.refresh_from_db()
    assert stored_files() == sorted(photo.image.stored_names())


def test_what_fails_goes_on_waiting_and_stops_nobody_else(capsys):
    broken, sound = (make_photo(make_album(), width=700, height=500) for _ in range(2))
    broken.image.storage.delete(broken.image.name)
    with pytest.raises(CommandError, match="1 pictures could not be made"):
        call_command("make_renditions", quiet=True)
    broken.refresh_from_db()
    sound.refresh_from_db()
    assert (broken.image.is_ready, sound.image.is_ready) == (False, True)
    assert f"events.Photo {broken.pk} could not be made: FileNotFoundError" in capsys.readouterr().err


def test_a_changed_recipe_has_everything_made_anew(made, monkeypatch):
    assert mark_outdated() == 0
    monkeypatch.setitem(recipe.FORMATS, "jpg", ("JPEG", {"quality": 50}))
    call_command("remake_renditions")
    assert count_waiting() == 1
    before = made.renditions["folder"]
    call_command("make_renditions", quiet=True)
    made.refresh_from_db()
    assert made.renditions["folder"] != before
    assert stored_files() == sorted(made.image.stored_names())


def test_remake_renditions_can_take_everything(made):
    call_command("remake_renditions", all=True)
    assert count_waiting() == 1


def test_portraits_and_logos_are_made_too():
    person = make_person(portrait=ContentFile(jpeg(500, 600), "p.jpg"))
    institution = make_institution(logo=ContentFile(jpeg(400, 300), "l.jpg"))
    versions = (person.version, institution.version)
    call_command("make_renditions", quiet=True)
    person.refresh_from_db()
    institution.refresh_from_db()
    assert (person.portrait.widths("portrait"), person.portrait.widths()) == ([320, 480], [320, 500])
    assert institution.logo.widths() == [320, 400]
    assert (person.version, institution.version) == versions


# Markup and addresses -----------------------------------------------------------------------------


def test_markup_offers_every_format_and_costs_neither_a_query_nor_a_file(
    made, django_assert_num_queries, monkeypatch
):
    monkeypatch.setattr("django.core.files.storage.FileSystemStorage.open", None)
    with django_assert_num_queries(0):
        html = picture(made.image, "A table", sizes="50vw", eager=True)
    base = f"/files/photographs/{made.pk}/"
    sets = {
        ending: ", ".join(f"{base}{width}.{ending} {width}w" for width in (320, 640, 960, 1200))
        for ending in ("avif", "webp", "jpg")
    }
    assert html == (
        f'<picture><source type="image/avif" srcset="{sets["avif"]}" sizes="50vw">'
        f'<source type="image/webp" srcset="{sets["webp"]}" sizes="50vw">'
        f'<img src="{base}960.jpg" srcset="{sets["jpg"]}" sizes="50vw" width="1200" height="800" decoding="async" '
        f'class="r5 g7 b6" loading="eager" fetchpriority="high" alt="A table"></picture>'
    )


def test_markup_shows_the_first_form_until_the_rest_is_made():
    photo = make_photo(make_album(), width=1200, height=800, focal_x="0.8")
    assert picture(photo.image, "A table", crop="card") == (
        f'<img src="/files/photographs/{photo.pk}/640.jpg" width="1200" height="800" decoding="async" '
        f'class="r5 g7 b6 fx8 fy5" loading="lazy" alt="A table">'
    )


def test_markup_of_a_crop(made):
    html = picture(made.image, "", sizes="10rem", crop="card")
    assert f"/files/photographs/{made.pk}/card-320.avif 320w" in html
    assert 'width="640" height="427"' in html
    assert html.count('sizes="auto, 10rem"') == 3


def test_each_rendition_is_served_in_its_kind_and_nothing_else_is(made):
    client = Client()
    base = f"/files/photographs/{made.pk}/"
    kinds = {
        name: client.get(base + name)["Content-Type"]
        for name in ("320.avif", "960.webp", "card-320.jpg", "1200.jpg")
    }
    assert kinds == {
        "320.avif": "image/avif",
        "960.webp": "image/webp",
        "card-320.jpg": "image/jpeg",
        "1200.jpg": "image/jpeg",
    }
    for name in ("original.jpg", "1600.jpg", "portrait-320.jpg", "320.png", "..%2f320.jpg", "0320.jpg", "x"):
        assert client.get(base + name).status_code == 404


def test_the_clean_original_is_downloaded_under_a_name_that_says_what_it_is(made):
    response = Client().get(f"/files/photographs/{made.pk}/download/")
    assert response["Content-Disposition"] == f'attachment; filename="{made.album.slug}-1.jpg"'
    image = Image.open(BytesIO(b"".join(response.streaming_content)))
    assert (image.format, image.size) == ("JPEG", (1200, 800))


def test_what_comes_in_while_much_waits_is_among_the_next_few():
    album = make_album()
    Photo.objects.bulk_create(Photo(album=album, image=f"photographs/{n}/original.jpg") for n in range(200))
    field = Photo._meta.get_field("image")
    order, new = [], None
    for one in waiting():
        order.append(one.pk)
        Photo.objects.filter(pk=one.pk).update(rendered=field.mark)
        if len(order) == 61:
            new = make_photo(make_album()).pk
    assert len(order) == len(set(order)) == 201
    assert order.index(new) < 61 + 2 * 20


def test_what_goes_on_waiting_is_yielded_once():
    album = make_album()
    Photo.objects.bulk_create(Photo(album=album, image=f"photographs/{n}/original.jpg") for n in range(50))
    assert sorted(one.pk for one in waiting()) == sorted(Photo.objects.values_list("pk", flat=True))


def test_a_picture_of_an_older_release_is_shown_everywhere_before_it_is_made_anew(client, editor):
    photo = make_photo(make_album(), width=900, height=600)
    folder = photo.image.folder
    for width in (320, 640):
        default_storage.save(f"{folder}/{width}.webp", ContentFile(b"RIFF"))
    noted = {"folder": folder, "endings": ["webp"], "full": [320, 640]}
    Photo.objects.filter(pk=photo.pk).update(renditions=noted)
    page = client.get(photo.album.get_absolute_url()).content.decode()
    [social] = re.findall(r'og:image" content="http://testserver([^"]+)"', page)
    assert (social, client.get(social).status_code) == (f"/files/photographs/{photo.pk}/640.webp", 200)
    client.force_login(editor)
    at_the_desk = client.get(f"/en/admin/events/photo/{photo.pk}/file/image/?width=320")
    assert (at_the_desk.status_code, at_the_desk["Content-Type"]) == (200, "image/webp")
