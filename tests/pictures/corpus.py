"""The whole corpus: every odd and hostile file, by its case."""

from . import damage, frames, metadata, modes, names, profiles, sizes, strangers, turned
from .odd_files import OddFile

SUBJECTS = (turned, metadata, profiles, modes, frames, strangers, damage, sizes, names)


def corpus() -> list[OddFile]:
    """Return every file, none of them made yet."""
    return [file for subject in SUBJECTS for file in subject.FILES]
