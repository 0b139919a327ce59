"""What may be uploaded besides pictures, how large, and under which generated name it is stored."""

import uuid
from pathlib import PurePosixPath

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.signals import post_delete
from django.template.defaultfilters import filesizeformat
from django.utils.deconstruct import deconstructible
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from ciss_site.disposal import delete_when_committed

# What a file of each kind begins with; a wrong ending is refused before anybody is handed the file.
SIGNATURES = {
    "pdf": (b"%PDF-",),
    "docx": (b"PK\x03\x04",),
    "xlsx": (b"PK\x03\x04",),
    "pptx": (b"PK\x03\x04",),
    "odt": (b"PK\x03\x04",),
    "ods": (b"PK\x03\x04",),
    "odp": (b"PK\x03\x04",),
    "doc": (b"\xd0\xcf\x11\xe0",),
    "xls": (b"\xd0\xcf\x11\xe0",),
    "rtf": (b"{\\rtf",),
}


@deconstructible
class GeneratedName:
    """Name a stored file ``<folder>/<random>.<ending>``: nothing of the given name is kept in the address."""

    def __init__(self, folder: str):
        self.folder = folder

    def __call__(self, _record, given_name: str) -> str:
        ending = PurePosixPath(given_name).suffix.lower()
        return f"{self.folder}/{uuid.uuid4().hex}{ending}"

    def __eq__(self, other) -> bool:
        return isinstance(other, GeneratedName) and other.folder == self.folder

    __hash__ = None


def check_document(file) -> None:
    """Raise ``ValidationError`` with the cause and the limit when ``file`` is no document we take."""
    if getattr(file, "_committed", False):
        return
    ending = PurePosixPath(file.name).suffix.lower().lstrip(".")
    if ending not in SIGNATURES:
        raise ValidationError(
            _("“%(name)s” is not a kind of document that can be kept here. Save it as one of: %(kinds)s."),
            params={
                "name": file.name,
                "kinds": pgettext("between the parts of a line", ", ").join(SIGNATURES),
            },
        )
    if file.size > settings.UPLOAD_DOCUMENT_BYTES:
        raise ValidationError(
            _("“%(name)s” is %(size)s; the limit is %(limit)s. Save it smaller, or in parts."),
            params={
                "name": file.name,
                "size": filesizeformat(file.size),
                "limit": filesizeformat(settings.UPLOAD_DOCUMENT_BYTES),
            },
        )
    file.seek(0)
    start = file.read(8)
    file.seek(0)
    if not start.startswith(SIGNATURES[ending]):
        raise ValidationError(
            _(
                "“%(name)s” ends in .%(ending)s but is not such a document inside. Open it in its program and save it again."
            ),
            params={"name": file.name, "ending": ending},
        )


class DocumentField(models.FileField):
    """An uploaded document: of a known kind, within the limit, under a generated name.

    A replaced file, and that of a deleted record, goes when the transaction is committed.
    """

    def __init__(self, *args, folder: str = "documents", **kwargs):
        self.folder = folder
        kwargs.setdefault("upload_to", GeneratedName(folder))
        kwargs.setdefault("validators", [check_document])
        super().__init__(*args, **kwargs)

    def deconstruct(self):
        name, _path, args, kwargs = super().deconstruct()
        kwargs.pop("validators", None)
        return name, "django.db.models.FileField", args, kwargs

    def contribute_to_class(self, cls, name, **kwargs):
        super().contribute_to_class(cls, name, **kwargs)
        if not cls._meta.abstract:  # as Django's own ImageField does: a deletion by cascade calls no method
            post_delete.connect(self._forget_file, sender=cls, dispatch_uid=f"{cls._meta.label}.{name}")

    def pre_save(self, model_instance, add):
        file = getattr(model_instance, self.attname)
        if not add and not (file and file._committed):
            before = self.model._base_manager.filter(pk=model_instance.pk).first()
            if before is not None:
                self._forget_file(instance=before)
        return super().pre_save(model_instance, add)

    def _forget_file(self, *, instance, **_kwargs) -> None:
        file = getattr(instance, self.attname)
        delete_when_committed(file.storage, [file.name] if file else [])
