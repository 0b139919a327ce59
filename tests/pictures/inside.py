"""Inside a site whose processes are killed: answers questions about its rows and files, one JSON line each.

Started once beside the processes that are killed, as ``python -m tests.pictures.inside``, because each start takes a second.
"""

import json
import sys
from datetime import timedelta

import django

django.setup()

from django.core.files.storage import default_storage  # noqa: E402 - after the set-up
from django.core.management import CommandError, call_command  # noqa: E402
from django.test import Client  # noqa: E402

from ciss_site.images.waiting import count_waiting, mark_outdated  # noqa: E402
from ciss_site.models import User  # noqa: E402
from ciss_site.sweeping import Kind, Sweep, walk  # noqa: E402
from events.models import Photo  # noqa: E402
from tests.factories import make_album, make_photo  # noqa: E402

NO_ROW = (Kind.ORPHAN, Kind.EMPTY)


def prepare(photographs: int) -> dict:
    """Make the database, an album with photographs that wait, and an editor; return what an upload needs."""
    call_command("migrate", verbosity=0)
    album = make_album()
    for _ in range(photographs):
        make_photo(album, width=700, height=500)
    editor = User.objects.create_superuser("aisha", "aisha@example.org", "not asked for")
    client = Client()
    client.force_login(editor)
    return {"album": album.pk, "session": client.cookies["sessionid"].value}


def rows_without_files() -> list[str]:
    """Return what the rows lack."""
    return [one.sentence() for one in everything_wrong() if one.kind not in NO_ROW]


def left_over() -> int:
    """Return how many files and folders no row needs."""
    return sum(one.kind in NO_ROW for one in everything_wrong())


def everything_wrong() -> list:
    return [one for batch in Sweep(timedelta(0)).batches() for one in batch]


def sweep() -> str:
    """Mend everything now, and return what had to be left."""
    try:
        call_command("sweep_media", "--fix", "--older-than", "0", "--however-many", stdout=sys.stderr)
    except CommandError as end:
        return str(end)
    return ""


def files_beside_rows() -> list[str]:
    """Return the names that are only stored or only noted: asked without the code that sweeps."""
    noted = {name for photo in Photo.objects.all() for name in photo.image.stored_names()}
    stored = {name.removeprefix("./") for name in walk(default_storage, ".")[0]}
    return sorted(noted ^ stored)


def have_waiting(least: int) -> int:
    """Have everything made anew when fewer than these wait; return how many wait."""
    if count_waiting() < least:
        mark_outdated(everything=True)
    return count_waiting()


def progress() -> list[int]:
    """Return how many photographs there are, and how many have all their sizes."""
    photos = Photo.objects.all()
    return [len(photos), sum(photo.image.is_ready for photo in photos)]


def without_row_or_file(keys: list[int]) -> list[int]:
    """Return those of these photographs that are not there with all their files."""
    photos = Photo.objects.in_bulk(keys)
    return [
        key
        for key in keys
        if key not in photos or not all(map(default_storage.exists, photos[key].image.stored_names()))
    ]


QUESTIONS = (
    prepare,
    rows_without_files,
    left_over,
    sweep,
    files_beside_rows,
    have_waiting,
    progress,
    without_row_or_file,
)

if __name__ == "__main__":
    asked = {one.__name__: one for one in QUESTIONS}
    for line in sys.stdin:
        name, *given = json.loads(line)
        print(json.dumps(asked[name](*given)), flush=True)
