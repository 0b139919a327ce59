"""Taking pictures in: what is no sound picture is refused with its cause, and of the rest only the pixels are kept.

No position, name, device, comment or thumbnail passes from the uploaded file to what is stored.
"""

import hashlib
import re
import threading
import unicodedata
import warnings
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from io import BytesIO

from django.conf import settings
from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from PIL import ExifTags, Image, ImageCms, UnidentifiedImageError

from ciss_site.images.recipe import FIRST_QUALITY, FIRST_WIDTH, ORIGINAL_QUALITY, ladder

FORMATS = ("JPEG", "PNG", "WEBP")
SMALLEST = 200
LONGEST = 16_383  # what a WebP can hold; a JPEG, by which the original is kept, ends at 65,500
# A JPEG in passes has about ten; thousands in a few bytes each would keep the decoder busy for hours.
MOST_PASSES = 100
MARKER = re.compile(
    rb"\xff[\xc0-\xcf\xd8-\xfe]"
)  # in packed pixels: not a stuffed byte, not a mark to restart at
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
HEIC_BRANDS = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"heif")
EARLIEST_CAMERA = date(1990, 1, 1)
BAND = 256  # rows of a picture that are hashed at a time
NAME_LENGTH = 80

# One picture is unpacked at a time in a process, so that sixty uploads at once need the memory of one.
_one_at_a_time = threading.Lock()


@dataclass(frozen=True)
class CleanPicture:
    """What is kept of an uploaded picture.

    ``original`` and ``first`` are JPEG files, in full size and in ``first_width``; ``size`` is (width, height) in
    pixels when upright; ``colour`` the dominant colour as ``#rrggbb``; ``fingerprint`` the same for the same pixels;
    ``camera_date`` the day the camera noted, if it did.
    """

    original: bytes
    first: bytes
    first_width: int
    size: tuple[int, int]
    colour: str
    fingerprint: str
    camera_date: date | None


def read_picture(file) -> CleanPicture:
    """Decode an uploaded picture whole and return what is kept of it.

    Raises ``ValidationError`` that names the file, the cause and the limit.
    """
    name = shown_name(file.name)
    _refuse_large(file, name)
    with _one_at_a_time:
        image = _decoded(file, name)
        camera_date = _camera_date(image)
        image = _pixels(image, name)
        return _kept(image, camera_date)


def read_rendition(file) -> CleanPicture:
    """Return what is kept of a picture that was made here, of any measures, to make it an original again.

    Raises what the decoder raises when it is damaged.
    """
    with _one_at_a_time:
        image = Image.open(file, formats=("JPEG", "WEBP", "AVIF"))
        image = image.convert("RGB")
        image.info = {}
        return _kept(image, camera_date=None)


def shown_name(name: str | None) -> str:
    """Return a file's given name as it may stand in a sentence: without folders, signs nobody sees, or great length."""
    base = (name or "").replace("\\", "/").rpartition("/")[2]
    seen = "".join(sign for sign in base if not unicodedata.category(sign).startswith("C")).strip()
    if len(seen) > NAME_LENGTH:
        seen = f"{seen[: NAME_LENGTH - 12]}…{seen[-10:]}"
    return seen or "?"


def _refuse_large(file, name: str) -> None:
    if file.size > settings.UPLOAD_IMAGE_BYTES:
        raise ValidationError(
            _("“%(name)s” is %(size)s; the limit is %(limit)s. Save it smaller and choose it again."),
            code="bytes",
            params={
                "name": name,
                "size": filesizeformat(file.size),
                "limit": filesizeformat(settings.UPLOAD_IMAGE_BYTES),
            },
        )


def _decoded(file, name: str) -> Image.Image:
    """Return the picture, unpacked to its last pixel, after its measures were found within the limits."""
    try:
        file.seek(0)
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            image = Image.open(file, formats=FORMATS)
    except UnidentifiedImageError as error:
        raise _no_picture(file, name) from error
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_many_pixels(name) from error
    except Exception as error:  # a decoder may raise anything over bytes made to break it
        raise _damaged(name) from error
    _refuse_measures(image, name)
    try:
        if image.format != "MPO" and getattr(image, "n_frames", 1) > 1:
            raise ValidationError(
                _("“%(name)s” is an animation. Save one picture of it as JPEG and choose that."),
                code="animated",
                params={"name": name},
            )
        if image.format in ("JPEG", "MPO"):
            _refuse_unsound_jpeg(file)
        image.load()
    except ValidationError:
        raise
    except Exception as error:
        raise _damaged(name) from error
    return image


def _refuse_unsound_jpeg(file) -> None:
    """Raise ``ValueError`` over a JPEG that has no end, as a copy broken off leaves it, or passes without end.

    The decoder would fill up what is missing with grey, and go through every pass.
    """
    at = file.tell()
    file.seek(0)
    content = file.read()
    file.seek(at)
    place, passes = 2, 0
    while found := MARKER.search(content, place):
        code = content[found.start() + 1]
        if code == 0xD9:
            return
        passes += code == 0xDA
        if passes > MOST_PASSES:
            raise ValueError("passes without end")
        length = 0 if code == 0xD8 else int.from_bytes(content[found.end() : found.end() + 2])
        place = found.end() + length
    raise ValueError("no end")


def _no_picture(file, name: str) -> ValidationError:
    file.seek(0)
    start = file.read(12)
    if start[4:8] == b"ftyp" and start[8:12] in HEIC_BRANDS:
        return ValidationError(
            _(
                "“%(name)s” is a HEIC picture, which cannot be read here. Export it as JPEG and choose it again; "
                "an iPhone takes JPEG under Settings, Camera, Formats, Most Compatible."
            ),
            code="heic",
            params={"name": name},
        )
    if not start:
        return ValidationError(
            _("“%(name)s” is empty. Copy it again from the camera or phone."),
            code="empty",
            params={"name": name},
        )
    if start.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")) or start[:4] + start[8:] == b"RIFFWEBP":
        return _damaged(name)  # it begins as a picture that is taken, and does not go on as one
    return ValidationError(
        _("“%(name)s” is not a JPEG, PNG or WebP picture. Save it as JPEG and choose it again."),
        code="kind",
        params={"name": name},
    )


def _damaged(name: str) -> ValidationError:
    return ValidationError(
        _(
            "“%(name)s” is damaged or cut short: it cannot be read to its end. Copy it again from the camera or phone."
        ),
        code="damaged",
        params={"name": name},
    )


def _too_many_pixels(name: str) -> ValidationError:
    return ValidationError(
        _(
            "“%(name)s” unpacks to more than %(limit)d million pixels, which is the limit. Save it smaller and choose it again."
        ),
        code="pixels",
        params={"name": name, "limit": settings.UPLOAD_IMAGE_PIXELS // 1_000_000},
    )


def _refuse_measures(image: Image.Image, name: str) -> None:
    width, height = image.size
    if width * height > settings.UPLOAD_IMAGE_PIXELS:
        raise ValidationError(
            _(
                "“%(name)s” has %(width)d × %(height)d pixels; the limit is %(limit)d million in all. Save it smaller and choose it again."
            ),
            code="pixels",
            params={
                "name": name,
                "width": width,
                "height": height,
                "limit": settings.UPLOAD_IMAGE_PIXELS // 1_000_000,
            },
        )
    if min(width, height) < SMALLEST:
        raise ValidationError(
            _(
                "“%(name)s” has only %(width)d × %(height)d pixels; it needs %(least)d each way to be shown. Choose a larger version."
            ),
            code="small",
            params={"name": name, "width": width, "height": height, "least": SMALLEST},
        )
    if max(width, height) > LONGEST:
        raise ValidationError(
            _(
                "“%(name)s” has %(width)d × %(height)d pixels; neither side may have more than %(limit)d. Save it smaller or in parts."
            ),
            code="long",
            params={"name": name, "width": width, "height": height, "limit": LONGEST},
        )


def _camera_date(image: Image.Image) -> date | None:
    """Return the day on which the camera says it took the picture, unless it cannot be."""
    try:
        noted = image.getexif().get_ifd(0x8769)
        said = noted.get(0x9003) or noted.get(0x9004)
        day = datetime.strptime(str(said)[:10], "%Y:%m:%d").date()
    except Exception:  # no date is worth losing a good picture
        return None
    return day if EARLIEST_CAMERA <= day <= timezone.localdate() + timedelta(days=1) else None


def _pixels(image: Image.Image, name: str) -> Image.Image:
    """Return the bare pixels: upright, in sRGB, without transparency and without anything noted in the file."""
    try:
        profile = image.info.get("icc_profile")
        image = _upright(image)
        image = _in_srgb(image, profile)
        image = _opaque(image)
    except Exception as error:
        raise _damaged(name) from error
    image.info = {}
    return image


def _upright(image: Image.Image) -> Image.Image:
    """Turn the picture as its camera was held; nothing else noted in the file can keep it from being turned.

    ``ImageOps.exif_transpose`` would write the rest of the EXIF anew, and fail over entries it cannot write.
    """
    try:
        turn = TURNS.get(image.getexif().get(ExifTags.Base.Orientation))
    except Exception:  # no note is worth losing a good picture
        turn = None
    return image if turn is None else image.transpose(turn)


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Convert the colours as the profile says; one that is broken or of another kind of picture is left aside."""
    if profile and image.mode == "P":
        image = image.convert("RGBA" if "transparency" in image.info else "RGB")
    if profile and image.mode in ("RGB", "RGBA", "CMYK"):
        try:
            given, ours = ImageCms.ImageCmsProfile(BytesIO(profile)), ImageCms.createProfile("sRGB")
            if image.mode == "CMYK":
                return ImageCms.profileToProfile(image, given, ours, outputMode="RGB")
            ImageCms.profileToProfile(image, given, ours, inPlace=True)  # without another copy
        except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
            return image
    return image


def _opaque(image: Image.Image) -> Image.Image:
    if image.mode.startswith("I"):  # grey in 16 bits, where a clear level cannot be told any more
        deep = image if image.mode == "I;16" else image.convert("I")
        return deep.point(lambda level: level / 256).convert("L").convert("RGB")
    if image.mode in ("RGBA", "LA", "PA", "RGBa", "La") or "transparency" in image.info:
        image = image if image.mode == "RGBA" else image.convert("RGBA")
        white = Image.new("RGB", image.size, "white")
        white.paste(image, mask=image.getchannel("A"))  # a composite would be two more copies
        return white
    return image if image.mode == "RGB" else image.convert("RGB")


def _kept(image: Image.Image, camera_date: date | None) -> CleanPicture:
    first_width = ladder(min(image.width, FIRST_WIDTH))[-1]
    first_height = round(image.height * first_width / image.width)
    return CleanPicture(
        original=_jpeg(image, ORIGINAL_QUALITY),
        first=_jpeg(narrowed(image, first_width, first_height), FIRST_QUALITY),
        first_width=first_width,
        size=image.size,
        colour=_dominant_colour(image),
        fingerprint=_fingerprint(image),
        camera_date=camera_date,
    )


def narrowed(image: Image.Image, width: int, height: int) -> Image.Image:
    """Return the picture in these measures, which are its own shape's."""
    if (width, height) == image.size:
        return image
    return image.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=2.0)


def _jpeg(image: Image.Image, quality: int) -> bytes:
    try:
        return _written(image, quality=quality, optimize=True)
    except OSError:  # mere noise: more bytes than pixels, for which the encoder that goes twice has no room
        return _written(image, quality=quality)


def _written(image: Image.Image, **options) -> bytes:
    buffer = BytesIO()
    image.save(buffer, "JPEG", **options)
    return buffer.getvalue()


def _dominant_colour(image: Image.Image) -> str:
    red, green, blue = image.resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))
    return f"#{red:02x}{green:02x}{blue:02x}"


def _fingerprint(image: Image.Image) -> str:
    """Return a hash of the pixels: the same photograph is known again whatever was noted in its file."""
    found = hashlib.sha256(repr(image.size).encode())
    for top in range(0, image.height, BAND):
        band = image.crop((0, top, image.width, min(top + BAND, image.height)))
        found.update(band.tobytes())
    return found.hexdigest()
