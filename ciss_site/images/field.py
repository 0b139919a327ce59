"""The field of a picture: what is stored when a record is saved, and what pages ask of it without opening a file."""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from django.apps import apps
from django.core.files.base import ContentFile
from django.db import models
from django.db.models.fields.files import FieldFile
from django.db.models.signals import post_delete
from django.urls import get_script_prefix, reverse

from ciss_site.disposal import delete_files, delete_when_committed
from ciss_site.images.intake import CleanPicture, read_picture
from ciss_site.images.recipe import CROPS, FULL, NAME, file_name, mark_of


@dataclass(frozen=True)
class Source:
    """One size of a picture as markup needs it: its address and its width in pixels."""

    address: str
    width: int


class PictureFile(FieldFile):
    """A stored picture: the clean original as JPEG, and the renditions noted on its record."""

    @property
    def width(self) -> int:
        """The width of the original in points, as recorded."""
        return getattr(self.instance, self.field.width_field) or 0

    @property
    def height(self) -> int:
        """The height of the original in points, as recorded."""
        return getattr(self.instance, self.field.height_field) or 0

    @property
    def colour(self) -> str:
        """The dominant colour as ``#rrggbb``, or nothing."""
        return getattr(self.instance, self.field.colour_field) if self.field.colour_field else ""

    @property
    def focal(self) -> tuple[float, float]:
        """The point that crops keep in view: across and down, from 0 to 1."""
        if not self.field.focal_fields:
            return (0.5, 0.5)
        across, down = (getattr(self.instance, name) for name in self.field.focal_fields)
        return (float(across), float(down))

    @property
    def _noted(self) -> dict:
        return getattr(self.instance, self.field.renditions_field) or {}

    @property
    def is_ready(self) -> bool:
        """Whether the worker has made the renditions, as today's recipe says."""
        return getattr(self.instance, self.field.rendered_field) == self.field.mark

    # What there is -------------------------------------------------------------------------------

    def endings(self) -> list[str]:
        """Return the formats there are, by the ending of their files, the smallest files first."""
        return self._noted.get("endings", [])

    def widths(self, kind: str = FULL) -> list[int]:
        """Return the widths there are of the whole picture or of a crop, smallest first."""
        return self._noted.get(kind, [])

    def measures(self, kind: str = FULL) -> tuple[int, int]:
        """Return (width, height) of the whole picture, or numbers in the same proportion for a crop."""
        if kind == FULL:
            return self.width, self.height
        width = CROPS[kind].widths[-1]
        return width, CROPS[kind].height(width)

    def sources(self, ending: str, kind: str = FULL) -> list[Source]:
        """Return the sizes there are in one format."""
        base = self.base_address()
        return [Source(base + file_name(kind, width, ending), width) for width in self.widths(kind)]

    def base_address(self) -> str:
        """Return the address of the picture's files, up to their names; the view behind it asks who may see them."""
        return _addresses(self.field.url_name, get_script_prefix()).format(self.instance.pk)

    def nearest(self, width: int, kind: str = FULL) -> str:
        """Return the name of the rendition whose width is nearest, or nothing where there is none.

        It is a JPEG, which everybody reads; only what an older release stored has no such format until it is made anew.
        """
        widths, endings = self.widths(kind), self.endings()
        if not widths or not endings:
            return ""
        return file_name(kind, min(widths, key=lambda one: abs(one - width)), endings[-1])

    # Where it is stored ----------------------------------------------------------------------------

    @property
    def folder(self) -> str:
        """The stored folder of the picture: one of its own, under a random name."""
        return self.name.rpartition("/")[0]

    def stored_name(self, rendition: str) -> str:
        """Return where a rendition is stored, or nothing when there is none of that name."""
        found = NAME.fullmatch(rendition)
        if not self or not found or found["ending"] not in self.endings():
            return ""
        if int(found["width"]) not in self.widths(found["crop"] or FULL):
            return ""
        return f"{self._noted['folder']}/{rendition}"

    def stored_names(self) -> list[str]:
        """Return every file that belongs to the picture: the original and the renditions noted."""
        return [self.name, *renditions_in(self._noted)] if self else []

    def delete(self, save=True):
        """Delete the original and the renditions."""
        names = self.stored_names()[1:]
        super().delete(save=save)
        delete_files(self.storage, names)


@cache
def _addresses(url_name: str, _prefix: str) -> str:
    """Return the pattern of addresses of that name: asked of Django once, since a gallery needs hundreds."""
    return reverse(url_name, args=[0, "x"])[: -len("0/x")] + "{}/"


def renditions_in(noted: dict) -> list[str]:
    """Return the stored names of the renditions that a record notes."""
    return [
        f"{noted['folder']}/{file_name(kind, width, ending)}"
        for kind in (FULL, *CROPS)
        for width in noted.get(kind, [])
        for ending in noted["endings"]
    ]


class _WorkersColumn:
    """A column that the worker writes beside the editors: saving a record leaves it as it is in the database.

    Only a new picture, or ``PictureField`` for another reason, sets it (``put``).
    """

    def put(self, record, value) -> None:
        """Give the column a value that the next save writes."""
        setattr(record, self.attname, value)
        record.__dict__.setdefault("_put_columns", set()).add(self.attname)

    def pre_save(self, model_instance, add):
        put = model_instance.__dict__.get("_put_columns", set())
        if add or self.attname in put:
            put.discard(self.attname)
            return super().pre_save(model_instance, add)
        return models.F(self.attname)


class RenditionsField(_WorkersColumn, models.JSONField):
    """The renditions there are: ``{"folder", "endings": ["avif", …], "full": [320, …], "card": […]}``."""

    def __init__(self, **kwargs):
        super().__init__(**{"default": dict, "blank": True, "editable": False, **kwargs})

    def deconstruct(self):
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.JSONField", args, kwargs


class WorkMarkField(_WorkersColumn, models.CharField):
    """The mark of the recipe by which the renditions were made; empty while they wait to be made."""

    def __init__(self, **kwargs):
        super().__init__(**{"max_length": 12, "blank": True, "editable": False, "db_index": True, **kwargs})

    def deconstruct(self):
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.CharField", args, kwargs


class PictureField(models.FileField):
    """An uploaded picture, cleaned and stored at the moment the record is saved; its renditions are made later.

    The model declares below it, because Django saves fields in their order, the fields named here: width and
    height, ``RenditionsField``, ``WorkMarkField``, and where wanted the dominant colour, the fingerprint, the
    camera's date and the two numbers of the focal point. Files of a replaced picture or a deleted record go
    when the transaction is committed.
    """

    attr_class = PictureFile

    def __init__(
        self,
        *args,
        folder: str = "pictures",
        url_name: str = "",
        width_field: str = "",
        height_field: str = "",
        renditions_field: str = "",
        rendered_field: str = "",
        colour_field: str = "",
        fingerprint_field: str = "",
        camera_date_field: str = "",
        focal_fields: tuple[str, ...] = (),
        crops: tuple[str, ...] = (),
        **kwargs,
    ):
        self.folder, self.url_name, self.crops = folder, url_name, crops
        self.width_field, self.height_field, self.colour_field = width_field, height_field, colour_field
        self.renditions_field, self.rendered_field = renditions_field, rendered_field
        self.fingerprint_field, self.camera_date_field = fingerprint_field, camera_date_field
        self.focal_fields = focal_fields
        kwargs.setdefault("max_length", 200)
        super().__init__(*args, **kwargs)

    @property
    def mark(self) -> str:
        """The mark of the recipe of this field's renditions."""
        return mark_of(self.crops)

    def deconstruct(self):
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.FileField", args, kwargs

    def contribute_to_class(self, cls, name, **kwargs):
        super().contribute_to_class(cls, name, **kwargs)
        if not cls._meta.abstract:  # as Django's own ImageField does: a deletion by cascade calls no method
            post_delete.connect(self._forget_files, sender=cls, dispatch_uid=f"{cls._meta.label}.{name}")

    def formfield(self, **kwargs):
        # Names are generated, so the length of the given one does not matter.
        field = super().formfield(**{"max_length": None, **kwargs})
        field.widget.attrs["accept"] = "image/jpeg,image/png,image/webp"
        return field

    def clean(self, value, model_instance):
        value = super().clean(value, model_instance)
        if value and not value._committed:
            value.clean_picture = read_picture(value.file)
            if self.fingerprint_field:
                # Noted now, so that a constraint is asked of this picture.
                setattr(model_instance, self.fingerprint_field, value.clean_picture.fingerprint)
        return value

    def pre_save(self, model_instance, add):
        file = getattr(model_instance, self.attname)
        if file and not file._committed:
            self._forget_replaced(model_instance, add)
            self._store(model_instance, file)
        elif not file:
            self._forget_replaced(model_instance, add)
            self._describe(model_instance, None, {})
        elif self.focal_fields and list(file.focal) != file._noted.get("focal", [0.5, 0.5]):
            self.have_made_anew(model_instance)  # the crops are to be cut otherwise
        return getattr(model_instance, self.attname)

    def _store(self, record, file) -> None:
        picture = getattr(file, "clean_picture", None) or read_picture(file.file)
        folder = f"{self.folder}/{uuid.uuid4().hex}"
        first = file.storage.save(
            f"{folder}/{file_name(FULL, picture.first_width, 'jpg')}", ContentFile(picture.first)
        )
        name = file.storage.save(f"{folder}/original.jpg", ContentFile(picture.original))
        setattr(record, self.attname, name)
        noted = {"folder": first.rpartition("/")[0], "endings": ["jpg"], FULL: [picture.first_width]}
        self._describe(record, picture, noted)

    def give(self, record, picture: CleanPicture | None) -> dict:
        """Give ``record`` another picture that is stored now, or none, and return the columns to be written.

        The row is not written, and the camera's date stays.
        """
        if picture:
            file = getattr(record, self.attname)
            file.clean_picture = picture
            self._store(record, file)
        else:
            setattr(record, self.attname, "")
            self._describe(record, None, {})
        names = (self.attname, self.width_field, self.height_field, self.colour_field, self.fingerprint_field)
        columns = (*names, self.renditions_field, self.rendered_field)
        return {name: self._column(name).get_prep_value(getattr(record, name)) for name in columns if name}

    def have_made_anew(self, record) -> str:
        """Have the next save of ``record`` set its renditions waiting, and return the column to be written."""
        self._column(self.rendered_field).put(record, "")
        return self.rendered_field

    def _describe(self, record, picture: CleanPicture | None, noted: dict) -> None:
        width, height = picture.size if picture else (None, None)
        setattr(record, self.width_field, width)
        setattr(record, self.height_field, height)
        for field, value in (
            (self.colour_field, picture.colour if picture else ""),
            (self.fingerprint_field, picture.fingerprint if picture else ""),
            (self.camera_date_field, picture.camera_date if picture else None),
        ):
            if field:
                setattr(record, field, value)
        self._column(self.renditions_field).put(record, noted)
        self._column(self.rendered_field).put(record, "" if picture else self.mark)

    def _column(self, name: str) -> models.Field:
        return self.model._meta.get_field(name)

    # Files go with their rows ----------------------------------------------------------------------

    def _forget_replaced(self, record, add: bool) -> None:
        if add or not getattr(record, self.width_field):
            return  # there was none
        before = self.model._base_manager.filter(pk=record.pk).first()
        if before is not None:
            self._forget_files(instance=before)

    def _forget_files(self, *, instance, **_kwargs) -> None:
        file = getattr(instance, self.attname)
        delete_when_committed(file.storage, file.stored_names())


def picture_fields() -> Iterator[PictureField]:
    """Yield the picture fields of all records."""
    for model in apps.get_models():
        yield from (field for field in model._meta.get_fields() if isinstance(field, PictureField))
