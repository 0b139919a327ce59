"""Mending what ``sweeping`` finds: each step asks the row again first, and may be interrupted or repeated."""

import logging
from dataclasses import dataclass

from django.db import IntegrityError, transaction

from ciss_site.disposal import delete_empty_folders, delete_files
from ciss_site.images import PictureFile, read_rendition
from ciss_site.images.recipe import CROPS, FULL, file_name
from ciss_site.sweeping import Found, Kind, names_of, needed, whole_sizes

log = logging.getLogger(__name__)

CHANGED = "The record has changed meanwhile; it was left alone."


@dataclass(frozen=True)
class Mended:
    """What became of one thing that was wrong, in a sentence, and whether a person still has to do something."""

    sentence: str
    for_a_person: bool = False


def mend(batch: list[Found], however_many: bool = False) -> list[Mended]:
    """Mend what was found together and return, for each, what became of it. What is in doubt is left, unless told."""
    held = [found for found in batch if found.doubt and not however_many]
    orphans = [found for found in batch if found.kind is Kind.ORPHAN and found not in held]
    still = needed(found.name for found in orphans) if orphans else set()
    return [
        Mended(f"Left as it is. {found.doubt}", for_a_person=True)
        if found in held
        else Mended("A record needs it now; it was left alone.")
        if found.name in still and found.kind is Kind.ORPHAN
        else _WAYS[found.kind](found)
        for found in batch
    ]


# Files and folders --------------------------------------------------------------------------------


def _delete(found: Found) -> Mended:
    try:
        found.storage.delete(found.name)
    except Exception as trouble:  # each storage raises errors of its own, and one file must not stop the rest
        return Mended(f"It could not be deleted: {trouble}", for_a_person=True)
    delete_empty_folders(found.storage, [found.name])
    return Mended("Deleted.")


def _delete_folder(found: Found) -> Mended:
    delete_empty_folders(found.storage, [f"{found.name}/"])  # where something has come into it, it stays
    return Mended("Deleted.")


# Rows ---------------------------------------------------------------------------------------------


def _write(found: Found, columns) -> bool:
    """Write the columns that ``columns(row)`` returns, if the row still names what was found; return whether it did.

    The row is held meanwhile, so that neither the worker nor an editor changes it in between. No version is raised.
    """
    with transaction.atomic():
        rows = found.field.model._base_manager.filter(pk=found.pk)
        row = rows.select_for_update().first()
        if row is None or tuple(names_of(getattr(row, found.field.attname))) != found.noted:
            return False
        rows.update(**columns(row))
        return True


def _have_made_anew(found: Found) -> Mended:
    field = found.field

    def columns(row) -> dict:
        noted = what_is_left(getattr(row, field.renditions_field), set(found.missing))
        return {field.renditions_field: noted, field.rendered_field: ""}

    return Mended("The worker makes it anew.") if _write(found, columns) else Mended(CHANGED)


def what_is_left(noted: dict, missing: set[str]) -> dict:
    """Return the note of renditions without those that are missing, so that pages ask for none of these.

    A width stays if it is there in every format that stays; with none of the whole picture, nothing is noted.
    """

    def widths(kind: str, endings: list[str]) -> list[int]:
        names = {width: {file_name(kind, width, one) for one in endings} for width in noted.get(kind, [])}
        return [one for one in names if not {f"{noted['folder']}/{name}" for name in names[one]} & missing]

    for endings in (noted["endings"], ["jpg"], ["webp"], ["avif"]):
        if set(endings) <= set(noted["endings"]) and widths(FULL, endings):
            kinds = {kind: widths(kind, endings) for kind in (FULL, *CROPS)}
            return {**noted, "endings": endings, **{kind: kinds[kind] for kind in kinds if kind in noted}}
    return {}


def _restore(found: Found) -> Mended:
    """Make the best size that is left the original; without a sound one, empty the field."""
    row = found.field.model._base_manager.filter(pk=found.pk).first()
    file = row and getattr(row, found.field.attname)
    if not file or tuple(names_of(file)) != found.noted:
        return Mended(CHANGED)
    for name in whole_sizes(file):
        if name in found.missing:
            continue
        try:
            with file.storage.open(name) as left:
                picture = read_rendition(left)
        except Exception:  # a decoder may raise anything over damaged bytes; the next size may be sound
            log.warning("No original can be made of %s: it cannot be read", name)
            continue
        return _restored_from(found, row, name, picture)
    return _empty(found)


def _restored_from(found: Found, row, name: str, picture) -> Mended:
    columns = found.field.give(row, picture)
    stored: PictureFile = getattr(row, found.field.attname)
    written = False
    try:
        written = _write(found, lambda _row: columns)
    except IntegrityError as trouble:
        return Mended(f"It could not be restored from {name}: {trouble}", for_a_person=True)
    finally:
        if not written:
            delete_files(stored.storage, stored.stored_names())
    if not written:
        return Mended(CHANGED)
    width, height = picture.size
    return Mended(
        f"{name} is its original now, {width} × {height} pixels. Upload the picture again if you have it larger.",
        for_a_person=True,
    )


def _empty(found: Found) -> Mended:
    if not _write(found, lambda row: found.field.give(row, None)):
        return Mended(CHANGED)
    return Mended("Its words are kept and its picture is empty: upload the picture again.", for_a_person=True)


def _leave_document(_found: Found) -> Mended:
    # The name is what a backup is searched by, and emptied it would look as if there had never been a document.
    return Mended(
        "It was left: put the file back from a backup, or upload the document again.", for_a_person=True
    )


_WAYS = {
    Kind.ORPHAN: _delete,
    Kind.EMPTY: _delete_folder,
    Kind.RENDITIONS: _have_made_anew,
    Kind.ORIGINAL: _restore,
    Kind.LOST: _empty,
    Kind.DOCUMENT: _leave_document,
}
