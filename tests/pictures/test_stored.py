"""What is stored of each file that is taken: pixels under generated names, read back without the library that wrote them."""

import re
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db import transaction

from events.models import Photo
from tests.factories import make_album
from tests.pictures.corpus import corpus
from tests.pictures.exiftool import EXIFTOOL, strange_tags
from tests.pictures.odd_files import Either, OddFile, Refused, Taken
from tests.pictures.reading import MoreThanPixelsError, assert_only_pixels

# The decoder complains of what it leaves aside; that is its part.
pytestmark = [
    pytest.mark.filterwarnings(f"ignore::UserWarning:PIL.{name}ImagePlugin")
    for name in ("Tiff", "Jpeg", "Png")
]

# photographs/<random>/original.jpg, photographs/<random>/640.jpg, photographs/<random>/<random>/card-640.avif
GENERATED = re.compile(
    r"photographs/[0-9a-f]{32}/([0-9a-f]+/)?(original|((card|portrait)-)?\d+)\.(jpg|webp|avif)"
)
RENDERED = (
    "JPEG: EXIF with everything",
    "JPEG: several pictures with an index",
    "a wide gamut of a phone, in JPEG",
)


def stored(odd: OddFile) -> Photo | None:
    """Save a file as the photograph of an album of its own; return nothing when it is refused, as it may be."""
    photo = Photo(album=make_album(), image=ContentFile(odd.content, odd.name))
    try:
        with transaction.atomic():
            photo.save()
    except ValidationError:
        assert isinstance(odd.end, Either)
        return None
    return photo


def files_below(folder: Path) -> list[Path]:
    """Return every file below a folder."""
    return sorted(path for path in folder.rglob("*") if path.is_file())


def check_pixels(odd: OddFile, folder: Path) -> None:
    """Read every file below a folder with the reader that knows nothing of Pillow."""
    for path in files_below(folder):
        try:
            assert_only_pixels(path.read_bytes())
        except MoreThanPixelsError as error:
            raise AssertionError(f"{odd.case}: {path.name}: {error}") from error


@pytest.mark.django_db
def test_nothing_but_pixels_is_stored_of_any_file(settings):
    media = Path(settings.MEDIA_ROOT)
    names = []
    for odd in corpus():
        if isinstance(odd.end, Refused):
            continue
        photo = stored(odd)
        if photo:
            names.append(odd.name)
            check_pixels(odd, (media / photo.image.name).parent)
    assert len(names) >= sum(isinstance(odd.end, Taken) for odd in corpus())
    paths = [path.relative_to(media).as_posix() for path in files_below(media)]
    assert len(paths) >= 2 * len(names)
    assert [path for path in paths if not GENERATED.fullmatch(path)] == []
    assert len(files_below(media.parent)) == len(paths), "something was stored outside the folder of media"
    if EXIFTOOL:
        assert strange_tags(media) == {}


@pytest.mark.django_db
def test_nothing_but_pixels_is_in_the_renditions(settings):
    media = Path(settings.MEDIA_ROOT)
    chosen = [odd for odd in corpus() if odd.case in RENDERED]
    assert len(chosen) == len(RENDERED)
    folders = [(media / stored(odd).image.name).parent for odd in chosen]
    call_command("make_renditions", verbosity=0)
    for odd, folder in zip(chosen, folders, strict=True):
        assert {path.suffix for path in files_below(folder)} == {".avif", ".webp", ".jpg"}
        assert len(files_below(folder)) >= 6
        check_pixels(odd, folder)
    assert [
        path for path in files_below(media) if not GENERATED.fullmatch(path.relative_to(media).as_posix())
    ] == []
    if EXIFTOOL:
        assert strange_tags(media) == {}
