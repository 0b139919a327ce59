"""Pictures: decoded whole and encoded anew when they come in, in a few widths for pages.

Nothing of an uploaded file but its pixels is stored: no position, name, device, comment or thumbnail.
"""

import uuid
import warnings
from dataclasses import dataclass
from io import BytesIO

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import models
from django.db.models.fields.files import FieldFile
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

WIDTHS = (320, 640, 960, 1600)
FORMATS = ("JPEG", "PNG", "WEBP")
SMALLEST = 200


@dataclass(frozen=True)
class CleanPicture:
    """A picture that is nothing but pixels: an upright sRGB image and its dominant colour as ``#rrggbb``."""

    image: Image.Image
    colour: str

    @property
    def size(self) -> tuple[int, int]:
        return self.image.size

    def as_jpeg(self) -> bytes:
        """Return the picture in full size as JPEG, to be kept as the original."""
        return _encoded(self.image, "JPEG", quality=92, optimize=True, progressive=True)

    def as_webp(self, width: int) -> bytes:
        """Return the picture at that width as WebP."""
        height = max(1, round(self.image.height * width / self.image.width))
        return _encoded(
            self.image.resize((width, height), Image.Resampling.LANCZOS), "WEBP", quality=80, method=4
        )


def _encoded(image: Image.Image, kind: str, **options) -> bytes:
    buffer = BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def read_picture(file) -> CleanPicture:
    """Decode an uploaded picture whole and return its pixels.

    Raises ``ValidationError`` that names the file, the cause and the limit.
    """
    _refuse_large(file)
    file.seek(0)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            image = Image.open(file, formats=FORMATS)
        _refuse_pixels(image, file.name)
        image.load()
        image = _upright_srgb(image)
    except (UnidentifiedImageError, Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        if isinstance(error, UnidentifiedImageError):
            message = _("“%(name)s” is not a JPEG, PNG or WebP picture. Save it as JPEG and choose it again.")
        else:
            message = _(
                "“%(name)s” unpacks to more than a picture should. Save it smaller and choose it again."
            )
        raise ValidationError(message, params={"name": file.name}) from error
    except (OSError, SyntaxError, ValueError, ImageCms.PyCMSError) as error:
        raise ValidationError(
            _(
                "“%(name)s” is damaged or cut short: it cannot be read to its end. Copy it again from the camera or phone."
            ),
            params={"name": file.name},
        ) from error
    return CleanPicture(image, _dominant_colour(image))


def _refuse_large(file) -> None:
    if file.size > settings.UPLOAD_IMAGE_BYTES:
        raise ValidationError(
            _("“%(name)s” is %(size)s; the limit is %(limit)s. Save it smaller and choose it again."),
            params={
                "name": file.name,
                "size": filesizeformat(file.size),
                "limit": filesizeformat(settings.UPLOAD_IMAGE_BYTES),
            },
        )


def _refuse_pixels(image: Image.Image, name: str) -> None:
    width, height = image.size
    if width * height > settings.UPLOAD_IMAGE_PIXELS:
        raise ValidationError(
            _(
                "“%(name)s” has %(width)d × %(height)d pixels; the limit is %(limit)d million in all. Save it smaller and choose it again."
            ),
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
            params={"name": name, "width": width, "height": height, "least": SMALLEST},
        )


def _upright_srgb(image: Image.Image) -> Image.Image:
    profile = image.info.get("icc_profile")
    image = ImageOps.exif_transpose(image)
    if profile and image.mode in ("RGB", "CMYK"):
        image = ImageCms.profileToProfile(
            image,
            ImageCms.ImageCmsProfile(BytesIO(profile)),
            ImageCms.createProfile("sRGB"),
            outputMode="RGB",
        )
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        image = image.convert("RGBA")
        white = Image.new("RGBA", image.size, "white")
        image = Image.alpha_composite(white, image)
    if image.mode.startswith("I;16") or image.mode == "I":
        image = image.convert("I").point(lambda level: level / 256).convert("L")
    clean = Image.new("RGB", image.size)
    clean.paste(image.convert("RGB"))
    return clean


def _dominant_colour(image: Image.Image) -> str:
    red, green, blue = image.resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))
    return f"#{red:02x}{green:02x}{blue:02x}"


class PictureFile(FieldFile):
    """A stored picture: the original as JPEG and beside it, as WebP, the widths that pages use."""

    @property
    def width(self) -> int:
        """The width of the original in points, as recorded."""
        return getattr(self.instance, self.field.width_field) or 0

    @property
    def height(self) -> int:
        """The height of the original in points, as recorded."""
        return getattr(self.instance, self.field.height_field) or 0

    def widths(self) -> list[int]:
        """Return the widths the picture is stored in besides its own, smallest first."""
        return [width for width in WIDTHS if width < self.width]

    def address(self, width: int) -> str:
        """Return where the picture is served at that width; its view asks whether the record may be seen."""
        return reverse(self.field.url_name, args=[self.instance.pk, width])

    def rendition_name(self, width: int) -> str:
        """Return the stored name of the picture at that width."""
        return f"{self.name.rpartition('/')[0]}/{width}.webp"

    def delete(self, save=True):
        if self:
            for width in self.widths():
                self.storage.delete(self.rendition_name(width))
        super().delete(save=save)


class PictureField(models.FileField):
    """An uploaded picture, cleaned and stored in its widths at the moment the record is saved.

    The model declares the fields named in ``width_field``, ``height_field`` and ``colour_field`` below this
    one, because Django saves fields in their order.
    """

    attr_class = PictureFile

    def __init__(
        self,
        *args,
        folder: str = "pictures",
        url_name: str = "",
        width_field: str = "",
        height_field: str = "",
        colour_field: str = "",
        **kwargs,
    ):
        self.folder, self.url_name = folder, url_name
        self.width_field, self.height_field, self.colour_field = width_field, height_field, colour_field
        kwargs.setdefault("max_length", 200)
        super().__init__(*args, **kwargs)

    def deconstruct(self):
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.FileField", args, kwargs

    def formfield(self, **kwargs):
        field = super().formfield(**kwargs)
        field.widget.attrs["accept"] = "image/jpeg,image/png,image/webp"
        return field

    def clean(self, value, model_instance):
        value = super().clean(value, model_instance)
        if value and not value._committed:
            value.clean_picture = read_picture(value.file)
        return value

    def pre_save(self, model_instance, add):
        file = getattr(model_instance, self.attname)
        if file and not file._committed:
            self._store(model_instance, file)
        elif not file:
            self._describe(model_instance, None, None, "")
        return getattr(model_instance, self.attname)

    def _store(self, record, file) -> None:
        picture = getattr(file, "clean_picture", None) or read_picture(file.file)
        folder = f"{self.folder}/{uuid.uuid4().hex}"
        name = file.storage.save(f"{folder}/original.jpg", ContentFile(picture.as_jpeg()))
        for width in WIDTHS:
            if width < picture.size[0]:
                file.storage.save(f"{folder}/{width}.webp", ContentFile(picture.as_webp(width)))
        setattr(record, self.attname, name)
        self._describe(record, *picture.size, picture.colour)

    def _describe(self, record, width: int | None, height: int | None, colour: str) -> None:
        setattr(record, self.width_field, width)
        setattr(record, self.height_field, height)
        if self.colour_field:
            setattr(record, self.colour_field, colour)
