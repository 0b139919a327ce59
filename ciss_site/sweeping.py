"""Comparing what is stored with what the rows name: files without rows, rows without files, empty folders.

Nothing is changed here; ``mending`` does that. Each field's folder is listed once, then the rows are read a few hundred
at a time, and each picture's own folder is looked into. So the memory grows with the names in one folder (280 bytes for a
photograph, measured: 140 MB for 500,000), not with what is noted on the rows.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from enum import Enum

from django.apps import apps
from django.core.files.storage import Storage
from django.db import models
from django.db.models import Q
from django.utils import timezone

from ciss_site.images import PictureField, PictureFile

ROWS = 500  # read at a time
FILES = 200  # asked about at a time
FEW = 20  # so many losses are never doubted

NOT_THERE = "Is the store in its place? The folder {folder} is not in it, though records name files there."
MANY_LOST = "That is more than half of the {total} files that records name there. Is this the right store?"
MANY_ORPHANS = "More than half of what lies in {folder} is in no record. Is this the right database?"


class Kind(Enum):
    """What can be wrong between the rows and the store."""

    ORPHAN = "files that no record needs"
    EMPTY = "empty folders"
    RENDITIONS = "pictures that lack sizes"
    ORIGINAL = "pictures that lack their original"
    LOST = "pictures of which nothing is left"
    DOCUMENT = "documents that are missing"


@dataclass(frozen=True)
class Found:
    """One thing that is wrong: a stored name that no row needs, or a row of a field whose files are missing.

    ``noted`` is what the row named when it was looked at; ``doubt`` says why it is not to be mended unseen.
    """

    kind: Kind
    storage: Storage
    name: str
    field: models.FileField | None = None
    pk: object = None
    missing: tuple[str, ...] = ()
    noted: tuple[str, ...] = ()
    doubt: str = ""

    def record(self) -> str:
        """Return the record in words: its kind, its key and what it is called."""
        row = self.field.model._base_manager.filter(pk=self.pk).first()
        label = f"{self.field.model._meta.label} {self.pk}"
        return f"{label} “{row}”" if row else label

    def sentence(self) -> str:
        """Say what is wrong, and with which record."""
        match self.kind:
            case Kind.ORPHAN:
                return f"No record needs the file {self.name}."
            case Kind.EMPTY:
                return f"The folder {self.name} is empty."
            case Kind.RENDITIONS:
                count = len(self.missing)
                rest = f" and {count - 1} more" if count > 1 else ""
                return f"{self.record()} lacks the size {self.missing[0]}{rest}."
            case Kind.ORIGINAL:
                return f"{self.record()} lacks its original {self.name}; smaller sizes are left."
            case Kind.LOST:
                return f"{self.record()} lacks its picture {self.name}; nothing of it is left."
            case Kind.DOCUMENT:
                return f"{self.record()} lacks its document {self.name}."


# What is compared ---------------------------------------------------------------------------------


def file_fields() -> list[models.FileField]:
    """Return the fields of all records that name stored files."""
    return [
        one
        for model in apps.get_models()
        for one in model._meta.local_concrete_fields
        if isinstance(one, models.FileField)
    ]


@dataclass
class Place:
    """A folder of a storage, and the fields whose files lie in it. Without a name it is only asked for single files."""

    storage: Storage
    folder: str
    fields: list[models.FileField] = field(default_factory=list)


def places() -> list[Place]:
    """Return the folders of all fields."""
    found: list[Place] = []
    for one in file_fields():
        folder = getattr(one, "folder", "").strip("/")
        same = (place for place in found if place.folder == folder and place.storage == one.storage)
        place = next(same, None)
        if place is None:
            found.append(place := Place(one.storage, folder))
        place.fields.append(one)
    return found


def names_of(file) -> list[str]:
    """Return every stored name that a record's file needs."""
    if not file:
        return []
    return file.stored_names() if isinstance(file, PictureFile) else [file.name]


def needed(names: Iterable[str]) -> set[str]:
    """Return those of these names that a row of any field needs now, asked of the database."""
    names = set(names)
    folders = {name.rpartition("/")[0] for name in names}
    found: set[str] = set()
    for one in file_fields():
        asked = Q(**{f"{one.name}__in": names})
        if isinstance(one, PictureField):
            asked |= Q(**{f"{one.renditions_field}__folder__in": folders})
        for row in _rows(one).filter(asked).iterator(ROWS):
            found.update(names_of(getattr(row, one.attname)))
    return names & found


def _rows(one: models.FileField):
    """Return the rows of a field that name a file, without the columns nobody asks for here."""
    columns = ["pk", one.name]
    if isinstance(one, PictureField):
        columns.append(one.renditions_field)
    rows = one.model._base_manager.only(*columns)
    return rows.exclude(**{one.name: ""}).exclude(**{f"{one.name}__isnull": True})


def _in_batches(one: models.FileField) -> Iterator[list]:
    """Yield all rows, by their keys, so that no question is open for long and new rows are met too."""
    rows = _rows(one).order_by("pk")
    batch = list(rows[:ROWS])
    while batch:
        yield batch
        batch = list(rows.filter(pk__gt=batch[-1].pk)[:ROWS])


def walk(storage: Storage, folder: str) -> tuple[list[str], list[str]]:
    """Return the files below a folder, and the folders without any, innermost first (itself among them)."""
    folders, files = _listed(storage, folder)
    files = [f"{folder}/{name}" for name in files]
    empty: list[str] = []
    for inner in folders:
        more, without = walk(storage, f"{folder}/{inner}")
        files += more
        empty += without
    return files, empty if files else [*empty, folder]


def _listed(storage: Storage, folder: str) -> tuple[list[str], list[str]]:
    try:
        folders, files = storage.listdir(folder)
    except (FileNotFoundError, NotADirectoryError):
        return [], []
    # Object stores list the folder itself, as "".
    return list(filter(None, folders)), list(filter(None, files))


# One row ------------------------------------------------------------------------------------------


def look_at(one: models.FileField, row) -> tuple[Found | None, bool]:
    """Return what a row lacks, if anything, and whether just its files lie in a picture's own folder.

    A row that changes meanwhile is looked at again: its former files go as soon as the change is committed.
    """
    while row is not None:
        file = getattr(row, one.attname)
        noted = names_of(file)
        missing, alone = _compare(one, file, noted)
        if not missing:
            return None, alone
        again = _rows(one).filter(pk=row.pk).first()
        if again is not None and names_of(getattr(again, one.attname)) == noted:
            return _lacking(one, row, file, noted, missing), False
        row = again
    return None, False


def _compare(one: models.FileField, file, noted: list[str]) -> tuple[list[str], bool]:
    present, empty = [], ["unknown"]
    if _has_own_folder(one, file):
        present, empty = walk(file.storage, file.folder)
    here = set(present)
    missing = [name for name in noted if name not in here and not file.storage.exists(name)]
    return missing, not empty and here == set(noted)


def _has_own_folder(one: models.FileField, file) -> bool:
    if not isinstance(file, PictureFile):
        return False
    above, _, own = file.folder.rpartition("/")
    return bool(own) and above == one.folder.strip("/")


def _lacking(one: models.FileField, row, file, noted: list[str], missing: list[str]) -> Found:
    if not isinstance(file, PictureFile):
        kind = Kind.DOCUMENT
    elif file.name not in missing:
        kind = Kind.RENDITIONS
    elif any(name not in missing for name in whole_sizes(file)):
        kind = Kind.ORIGINAL
    else:
        kind = Kind.LOST
    return Found(kind, file.storage, file.name, one, row.pk, tuple(missing), tuple(noted))


def whole_sizes(file: PictureFile) -> list[str]:
    """Return the stored names of the noted sizes of the whole picture: the best to restore an original from first."""
    return [
        file.stored_name(f"{width}.{ending}")
        for ending in ("jpg", "webp", "avif")
        if ending in file.endings()
        for width in sorted(file.widths(), reverse=True)
    ]


# Everything ---------------------------------------------------------------------------------------


class _Entries:
    """What lies directly in a place: what no row has named yet, and what a row named but may hold more than its files.

    Folders end in a slash.
    """

    def __init__(self, place: Place):
        self.folder = place.folder
        folders, files = _listed(place.storage, place.folder) if place.folder else ([], [])
        self.unknown = {f"{name}/" for name in folders} | set(files)
        self.doubtful: set[str] = set()
        self.total = len(self.unknown)
        self.is_there = bool(self.total) or place.folder.split("/")[0] in _listed(place.storage, "")[0]

    def holds(self, name: str) -> bool:
        """Say whether a file lies directly in the place and nobody else named it."""
        return self._entry(name) == name.rpartition("/")[2] and self._entry(name) in self.unknown

    def settle(self, name: str) -> None:
        """Note that a row needs this, and nothing else lies with it."""
        self.unknown.discard(self._entry(name))

    def doubt(self, name: str) -> None:
        """Note that a row needs this, and that more may lie with it."""
        if (entry := self._entry(name)) in self.unknown:
            self.unknown.remove(entry)
            self.doubtful.add(entry)

    def _entry(self, name: str) -> str:
        inside = name.removeprefix(f"{self.folder}/")
        if not self.folder or inside == name:
            return ""
        first, slash, _rest = inside.partition("/")
        return first + slash


class Sweep:
    """One comparison of everything. Files younger than ``older_than`` may be in the making: no row can need them yet."""

    def __init__(self, older_than: timedelta):
        self.older_than = older_than
        self.records = self.files = self.young = 0
        self.strange: list[str] = []

    def batches(self) -> Iterator[list[Found]]:
        """Yield what is wrong, a few at a time, so that each batch can be mended before the next is looked for."""
        everywhere = places()
        for place in everywhere:
            yield from self._place(place)
        self._note_strange(everywhere)

    def _place(self, place: Place) -> Iterator[list[Found]]:
        entries = _Entries(place)
        for one in place.fields:
            yield from self._rows_of(one, entries)
        if place.folder:
            yield from self._files_of(place, entries)

    def _rows_of(self, one: models.FileField, entries: _Entries) -> Iterator[list[Found]]:
        lost, count = [], 0
        for batch in _in_batches(one):
            count += len(batch)
            for row in batch:
                found = self._row(one, row, entries)
                if found and found.kind is Kind.LOST:
                    lost.append(row.pk)
                elif found:
                    yield [found]
        self.records += count
        doubt = self._doubt_loss(entries, len(lost), count)
        for pk in lost:
            row = _rows(one).filter(pk=pk).first()
            found, _alone = look_at(one, row)
            if found:
                yield [replace(found, doubt=doubt if found.kind is Kind.LOST else "")]

    def _row(self, one: models.FileField, row, entries: _Entries) -> Found | None:
        file = getattr(row, one.attname)
        if not isinstance(one, PictureField) and entries.holds(file.name):
            entries.settle(file.name)
            self.files += 1
            return None
        found, alone = look_at(one, row)
        for name in names_of(file):
            (entries.settle if alone else entries.doubt)(name)
        self.files += len(names_of(file)) - len(found.missing if found else ())
        return found

    def _doubt_loss(self, entries: _Entries, lost: int, total: int) -> str:
        if lost and entries.folder and not entries.is_there:
            return NOT_THERE.format(folder=entries.folder)
        return MANY_LOST.format(total=total) if lost > FEW and lost * 2 > total else ""

    # Files ----------------------------------------------------------------------------------------

    def _files_of(self, place: Place, entries: _Entries) -> Iterator[list[Found]]:
        many = len(entries.unknown) > FEW and len(entries.unknown) * 2 > entries.total
        doubt = MANY_ORPHANS.format(folder=place.folder) if many else ""
        yield from self._unneeded(place, entries.unknown, doubt)
        yield from self._unneeded(place, entries.doubtful, "")

    def _unneeded(self, place: Place, entries: set[str], doubt: str) -> Iterator[list[Found]]:
        for some in _chunks(sorted(entries)):
            files: list[str] = []
            for entry in some:
                name = f"{place.folder}/{entry}".rstrip("/")
                inside, empty = walk(place.storage, name) if entry.endswith("/") else ([name], [])
                files += inside
                yield self._old(Kind.EMPTY, place, empty, doubt)
            for names in _chunks(files):
                wanted = needed(names)
                yield self._old(Kind.ORPHAN, place, [name for name in names if name not in wanted], doubt)

    def _old(self, kind: Kind, place: Place, names: list[str], doubt: str) -> list[Found]:
        """Return what was found, without what may still be in the making."""
        old = [name for name in names if not is_young(place.storage, name, self.older_than)]
        self.young += len(names) - len(old)
        return [Found(kind, place.storage, name, doubt=doubt) for name in old]

    def _note_strange(self, everywhere: list[Place]) -> None:
        """Note what lies in the storages beside the fields' folders; nobody here knows whose it is."""
        for number, place in enumerate(everywhere):
            if any(place.storage == before.storage for before in everywhere[:number]):
                continue
            ours = {one.folder.split("/")[0] for one in everywhere if one.storage == place.storage}
            folders, files = _listed(place.storage, "")
            self.strange += [name for name in sorted([*folders, *files]) if name not in ours]


def _chunks(names: list[str]) -> Iterator[list[str]]:
    return (names[start : start + FILES] for start in range(0, len(names), FILES))


def is_young(storage: Storage, name: str, older_than: timedelta) -> bool:
    """Say whether a file or folder was made so short a time ago that its row may not stand yet."""
    if not older_than:
        return False
    try:
        return storage.get_modified_time(name) > timezone.now() - older_than
    except Exception:  # it has just gone, or the storage cannot tell: it is left alone
        return True
