"""The pictures whose renditions wait to be made, and making them: the rows themselves are the queue.

A row waits while its mark is empty. Its new files lie in a folder of their own until one update notes them, and
that update holds only if the row still has the picture they were made of: killed at any moment, nothing is half
made, and the row is still waiting at the next start.
"""

import random
import secrets
from collections.abc import Iterator
from dataclasses import dataclass

from django.core.files.base import ContentFile
from django.db.models import Q

from ciss_site.disposal import delete_files
from ciss_site.images.field import PictureField, picture_fields, renditions_in
from ciss_site.images.recipe import FORMATS
from ciss_site.images.rendering import renditions

FEW = 20


@dataclass(frozen=True)
class Waiting:
    """A picture to be made: the field it is in, and the key of its record."""

    field: PictureField
    pk: int

    def __str__(self) -> str:
        return f"{self.field.model._meta.label} {self.pk}"


def rows_waiting(field: PictureField):
    """Return the rows of a field whose renditions wait to be made."""
    rows = field.model._base_manager.filter(**{field.rendered_field: ""})
    return rows.exclude(Q(**{field.name: ""}) | Q(**{f"{field.name}__isnull": True}))


def count_waiting() -> int:
    """Return how many pictures wait."""
    return sum(rows_waiting(field).count() for field in picture_fields())


def waiting(but: set[Waiting] = frozenset()) -> Iterator[Waiting]:
    """Yield what waits, a few of each kind at a time and the newest first, without ``but``, until nothing is left.

    What comes in meanwhile is in the next few, however much waits; what was yielded and goes on waiting is not yielded
    again. Several workers begin at different places of the few, so that they seldom make the same.
    """
    left_out = {field: {one.pk for one in but if one.field == field} for field in picture_fields()}
    found = True
    while found:
        found = False
        for field, without in left_out.items():
            batch = _newest_waiting(field, without)
            found = found or bool(batch)
            random.shuffle(batch)
            for pk in batch:
                yield Waiting(field, pk)
            without.update(rows_waiting(field).filter(pk__in=batch).values_list("pk", flat=True))


def _newest_waiting(field: PictureField, without: set[int]) -> list[int]:
    keys = rows_waiting(field).order_by("-pk").values_list("pk", flat=True)
    return [pk for pk in keys[: FEW + len(without)] if pk not in without][:FEW]


def mark_outdated(everything: bool = False) -> int:
    """Set waiting what was made by another recipe than today's, or everything; return how many."""
    count = 0
    for field in picture_fields():
        rows = field.model._base_manager.exclude(**{field.rendered_field: ""})
        if not everything:
            rows = rows.exclude(**{field.rendered_field: field.mark})
        count += rows.exclude(**{field.name: ""}).update(**{field.rendered_field: ""})
    return count


def make(one: Waiting) -> bool:
    """Make the renditions of one picture; return False when the row has gone or changed meanwhile.

    Raises what the storage or the decoder raises; the row then goes on waiting.
    """
    field = one.field
    record = field.model._base_manager.filter(pk=one.pk).first()
    file = record and getattr(record, field.attname)
    if not file:
        return False
    before = getattr(record, field.renditions_field) or {}
    after = {
        "folder": f"{file.folder}/{secrets.token_hex(4)}",
        "endings": list(FORMATS),
        "focal": list(file.focal),
    }
    try:
        _write(file, after, field.crops)
        noted = _note(field, record, after)
    except BaseException:
        delete_files(file.storage, renditions_in(after))
        raise
    delete_files(file.storage, renditions_in(before if noted else after))
    return noted


def _write(file, noted: dict, crops: tuple[str, ...]) -> None:
    with file.storage.open(file.name) as original:
        for kind, width, name, content in renditions(original, crops, file.focal):
            if width not in noted.setdefault(kind, []):
                noted[kind].insert(0, width)  # they come widest first
            file.storage.save(f"{noted['folder']}/{name}", ContentFile(content))


def _note(field: PictureField, record, noted: dict) -> bool:
    """Note the new files on the row, if it still holds what they were made of."""
    same = {"pk": record.pk, field.name: getattr(record, field.attname).name, field.rendered_field: ""}
    same |= {name: getattr(record, name) for name in field.focal_fields}
    rows = field.model._base_manager.filter(**same)
    return bool(rows.update(**{field.renditions_field: noted, field.rendered_field: field.mark}))
