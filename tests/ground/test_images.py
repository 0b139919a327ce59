"""Pictures that come in are decoded whole, stand upright, and bring nothing along but their pixels."""

from datetime import date
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from PIL import Image

from ciss_site.images import read_picture
from ciss_site.images.intake import shown_name
from tests.factories import jpeg, make_album, make_photo


def file(content: bytes, name="holiday.jpg") -> ContentFile:
    return ContentFile(content, name)


def with_exif(width=800, height=533, day="") -> bytes:
    """Return a JPEG that lies on its side and says where, by what and by whom it was taken."""
    image = Image.new("RGB", (width, height), "#884422")
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by 90 degrees
    exif[0x010F] = "SecretPhone"
    exif[0x013B] = "Secret Name"
    exif.get_ifd(0x8769)[0x9003] = day
    exif.get_ifd(0x8825).update({1: "N", 2: (33.0, 41.0, 0.0), 3: "E", 4: (73.0, 3.0, 0.0)})
    buffer = BytesIO()
    image.save(buffer, "JPEG", exif=exif, comment=b"secret comment")
    return buffer.getvalue()


@pytest.mark.django_db
def test_stored_pictures_are_upright_and_hold_nothing_but_pixels(settings):
    photo = make_photo(make_album())
    photo.image = file(with_exif())
    photo.save()
    assert (photo.width, photo.height) == (533, 800)
    stored = sorted(photo.image.storage.listdir(photo.image.folder)[1])
    assert stored == ["533.jpg", "original.jpg"]
    for name in stored:
        content = photo.image.storage.open(f"{photo.image.folder}/{name}").read()
        assert b"ecret" not in content
        assert len(Image.open(BytesIO(content)).getexif()) == 0
    assert "holiday" not in photo.image.name


@pytest.mark.django_db
def test_measures_colour_and_the_first_form_are_stored():
    photo = make_photo(make_album(), width=1200, height=800)
    photo.refresh_from_db()
    assert (photo.width, photo.height, photo.dominant_colour) == (1200, 800, "#557766")
    assert (photo.image.endings(), photo.image.widths(), photo.image.is_ready) == (["jpg"], [640], False)


def test_the_day_the_camera_noted_is_read_before_all_is_forgotten():
    assert read_picture(file(with_exif(day="2018:04:04 11:20:00"))).camera_date == date(2018, 4, 4)
    for nonsense in ("0000:00:00 00:00:00", "2999:01:01 00:00:00", "yesterday", ""):
        assert read_picture(file(with_exif(day=nonsense))).camera_date is None


def test_the_same_pixels_have_the_same_fingerprint_whatever_was_noted_with_them():
    one, other = with_exif(day="2018:04:04 11:20:00"), with_exif(day="2019:01:01 00:00:00")
    assert one != other
    assert read_picture(file(one)).fingerprint == read_picture(file(other)).fingerprint
    assert read_picture(file(jpeg())).fingerprint != read_picture(file(jpeg(number=1))).fingerprint


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("../../etc/passwd.jpg", "passwd.jpg"),
        ("C:\\Users\\me\\IMG 1.jpg", "IMG 1.jpg"),
        ("gpj.\u202eexe\x07", "gpj.exe"),
        ("صورة.jpg", "صورة.jpg"),
        ("n" * 300 + ".jpg", "n" * 68 + "…" + "n" * 6 + ".jpg"),
        ("", "?"),
    ],
)
def test_a_given_name_is_shown_without_what_could_mislead(given, shown):
    assert shown_name(given) == shown


@pytest.mark.parametrize(
    ("content", "name", "sentence"),
    [
        (
            b"<svg/>",
            "logo.svg",
            "“logo.svg” is not a JPEG, PNG or WebP picture. Save it as JPEG and choose it again.",
        ),
        (
            jpeg()[:3000],
            "cut.jpg",
            "“cut.jpg” is damaged or cut short: it cannot be read to its end. Copy it again from the camera or phone.",
        ),
        (
            jpeg(90, 90),
            "dot.jpg",
            "“dot.jpg” has only 90 × 90 pixels; it needs 200 each way to be shown. Choose a larger version.",
        ),
    ],
)
def test_a_picture_that_cannot_be_shown_is_refused_with_its_cause(content, name, sentence):
    with pytest.raises(ValidationError) as refusal:
        read_picture(file(content, name))
    assert refusal.value.messages == [sentence]


def test_a_picture_too_large_is_refused_before_it_is_decoded(settings):
    settings.UPLOAD_IMAGE_PIXELS = 1_000_000
    with pytest.raises(ValidationError) as refusal:
        read_picture(file(jpeg(1200, 900), "wide.jpg"))
    assert refusal.value.messages == [
        "“wide.jpg” has 1200 × 900 pixels; the limit is 1 million in all. Save it smaller and choose it again."
    ]
    settings.UPLOAD_IMAGE_BYTES = 100
    with pytest.raises(ValidationError) as refusal:
        read_picture(file(jpeg(), "heavy.jpg"))
    assert "the limit is 100" in refusal.value.messages[0]


@pytest.mark.parametrize("mode", ["RGBA", "P", "L", "LA", "CMYK", "I;16", "1"])
def test_every_colour_mode_becomes_plain_rgb(mode):
    kind = "JPEG" if mode == "CMYK" else "PNG"
    buffer = BytesIO()
    (Image.new("L", (300, 300), 120).convert("I;16") if mode == "I;16" else Image.new(mode, (300, 300))).save(
        buffer, kind
    )
    picture = read_picture(file(buffer.getvalue(), "odd.png"))
    assert (Image.open(BytesIO(picture.original)).mode, picture.size) == ("RGB", (300, 300))
