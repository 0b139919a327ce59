"""Text fields that hold clean text: NFC, without NUL, and on one line without hidden direction marks.

The cleaning stands in ``get_db_prep_save``, so save, bulk_create, update and importers all pass through it.
"""

import re
import unicodedata

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

DIRECTION_OVERRIDES = re.compile("[\u202a-\u202e\u2066-\u2069]")
STACKED_MARKS = re.compile(
    r"([\u0300-\u036f\u0610-\u061a\u064b-\u065f]{6})[\u0300-\u036f\u0610-\u061a\u064b-\u065f]+"
)


def clean_paragraphs(text: str) -> str:
    """Return ``text`` in NFC with at most six combining marks on a letter.

    Raises ``ValidationError`` on a NUL character, which PostgreSQL cannot store.
    """
    if "\x00" in text:
        raise ValidationError(
            _("The text holds a NUL character. Copy it again from its source, as plain text.")
        )
    return STACKED_MARKS.sub(r"\1", unicodedata.normalize("NFC", text)).replace("\r\n", "\n")


def clean_line(text: str) -> str:
    """Return ``text`` as one clean line: as ``clean_paragraphs``, no direction overrides, single spaces."""
    return " ".join(DIRECTION_OVERRIDES.sub("", clean_paragraphs(text)).split())


class _LeavesNoTrace:
    """A field that stands in migrations as Django's own field of the same column."""

    def deconstruct(self):
        name, _path, args, kwargs = super().deconstruct()
        return name, f"django.db.models.{self.column_class.__name__}", args, kwargs


class LineField(_LeavesNoTrace, models.CharField):
    """One line of text."""

    column_class = models.CharField

    def __init__(self, *args, max_length: int = 250, **kwargs):
        super().__init__(*args, max_length=max_length, **kwargs)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {**kwargs, "max_length": self.max_length}

    def get_db_prep_save(self, value, connection):
        return super().get_db_prep_save(clean_line(value) if isinstance(value, str) else value, connection)


class ParagraphsField(_LeavesNoTrace, models.TextField):
    """Several lines of plain text."""

    column_class = models.TextField

    def get_db_prep_save(self, value, connection):
        return super().get_db_prep_save(
            clean_paragraphs(value) if isinstance(value, str) else value, connection
        )
