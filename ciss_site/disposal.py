"""Stored files that no row needs any more: deleted when the change of the row is committed, with their empty folders."""

import logging

from django.core.files.storage import FileSystemStorage
from django.db import transaction

log = logging.getLogger(__name__)


def delete_when_committed(storage, names: list[str]) -> None:
    """Delete these files once the running transaction holds; at once where there is none."""
    if names:
        transaction.on_commit(lambda: delete_files(storage, names), robust=True)


def delete_files(storage, names: list[str]) -> None:
    """Delete these files and the folders that are empty without them. What fails is left to ``sweep_media``."""
    for name in names:
        try:
            storage.delete(name)
        except OSError:
            log.warning("A file that no row needs could not be deleted: %s", name)
    delete_empty_folders(storage, names)


def delete_empty_folders(storage, names: list[str]) -> None:
    """Delete the folders that these files were in, where nothing else is in them."""
    if not isinstance(storage, FileSystemStorage):
        return  # an object store has no folders, only names with slashes in them
    for folder in sorted(_folders(names), key=len, reverse=True):
        try:
            storage.delete(folder)  # removes an empty folder and refuses any other
        except OSError:
            continue


def _folders(names: list[str]) -> set[str]:
    """Return the folders of these files, without the first one, which is its field's own."""
    parts = [name.split("/")[:-1] for name in names]
    return {"/".join(path[:depth]) for path in parts for depth in range(2, len(path) + 1)}
