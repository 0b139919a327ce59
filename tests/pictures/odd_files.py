"""What a file of the corpus is, the ends it may meet, and the scene that most of them show."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from functools import cache
from io import BytesIO

from PIL import Image

SECRET = "SECRETNAME"  # stands in every text that a file brings along besides its pixels
LATITUDE, LONGITUDE = "33.693817", "73.065241"  # the place that must not be found again
CAMERA_DAY = datetime.date(2018, 4, 3)

WIDE, HIGH = (
    240,
    208,
)  # the scene; both sides are multiples of 16, so that no block of a JPEG mixes two quarters
RED, GREEN, BLUE, YELLOW = (230, 30, 30), (30, 180, 50), (40, 60, 220), (240, 220, 40)


class Cause(Enum):
    """Why a file is refused, by the code of its refusal: one for each sentence an editor may read."""

    NOT_A_PICTURE = "kind"
    HEIC = "heic"
    EMPTY = "empty"
    DAMAGED = "damaged"
    TOO_HEAVY = "bytes"
    TOO_MANY_PIXELS = "pixels"
    TOO_SMALL = "small"
    TOO_LONG = "long"
    ANIMATED = "animated"


@dataclass(frozen=True)
class Taken:
    """The file becomes a picture: of that size, with these colours at places counted as parts of a side.

    `camera_day` is left open (`...`) where a file may be read either way.
    """

    size: tuple[int, int] = (WIDE, HIGH)
    colours: dict[tuple[float, float], tuple[int, int, int]] = field(default_factory=dict)
    near: int = 14
    camera_day: datetime.date | None = None


@dataclass(frozen=True)
class Refused:
    """The file is refused for one of these causes."""

    causes: tuple[Cause, ...]


@dataclass(frozen=True)
class Either:
    """The file may be taken or refused, but only with a sentence."""


@dataclass(frozen=True)
class OddFile:
    """One file of the corpus: its case, the name its owner gave it, how its bytes are made, and its end."""

    case: str
    name: str
    make: Callable[[], bytes]
    end: Taken | Refused | Either
    shown: str = (
        ""  # the part of the name by which its owner knows the file in a refusal; empty means the name
    )

    @property
    def content(self) -> bytes:
        """The bytes, made when they are asked for."""
        return self.make()


def refused(*causes: Cause) -> Refused:
    """Return the end of a file that is refused for one of these causes."""
    return Refused(causes)


def scene(mode: str = "RGB", size: tuple[int, int] = (WIDE, HIGH)) -> Image.Image:
    """Return four quarters: red and green above, blue and yellow below."""
    return quarters(RED, GREEN, BLUE, YELLOW, size=size).convert(mode)


def quarters(*colours, mode: str = "RGB", size: tuple[int, int] = (WIDE, HIGH)) -> Image.Image:
    """Return a picture of four flat quarters, from the upper start to the lower end."""
    small = Image.new(mode, (2, 2))
    small.putdata(colours)
    return small.resize(size, Image.Resampling.NEAREST)


CORNERS = ((0.25, 0.25), (0.75, 0.25), (0.25, 0.75), (0.75, 0.75))


def showing(*colours, **facts) -> Taken:
    """Return the end of a file that is taken and shows these four quarters."""
    return Taken(colours=dict(zip(CORNERS, colours, strict=True)), **facts)


def the_scene(**facts) -> Taken:
    """Return the end of a file that is taken and shows the scene upright."""
    return showing(RED, GREEN, BLUE, YELLOW, **facts)


@cache
def saved(kind: str = "JPEG", mode: str = "RGB", size: tuple[int, int] = (WIDE, HIGH), **options) -> bytes:
    """Return the scene as a plain file of that kind."""
    return written(scene(mode, size), kind, **options)


def written(image: Image.Image, kind: str, **options) -> bytes:
    """Return a picture as a file of that kind; a JPEG without halved colours, so that quarters stay flat."""
    if kind == "JPEG":
        options = {"quality": 95, "subsampling": 0, **options}
    buffer = BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()
