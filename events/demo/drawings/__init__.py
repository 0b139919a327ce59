"""Drawn stand-ins for photographs: quiet pictures of places, halls and tables, always the same."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from PIL import Image

from . import buildings, cities, flags, halls, moods, rooms, round_table, tables
from .canvas import Canvas

LARGEST_SIDE = 2400
LANDSCAPE, PANORAMA, WIDE = (2400, 1600), (2400, 1200), (2400, 1350)
TALL, PORTRAIT, SQUARE = (1600, 2400), (1920, 2400), (2400, 2400)


@dataclass(frozen=True)
class Scene:
    """One drawable scene: what it shows, its default size and how it is drawn."""

    shows: str
    size: tuple[int, int]
    paint: Callable[[Canvas], None]
    mirrored: bool = True
    """Whether a variant may show it from the other side; a flag may not be mirrored."""


SCENES: dict[str, Scene] = {
    "moscow-dusk": Scene(
        "The towers and domes of Moscow across the river at dusk.", PANORAMA, cities.moscow_dusk
    ),
    "conference-hall": Scene(
        "A large conference hall before the opening, its stage and screen seen over rows of empty seats.",
        LANDSCAPE,
        halls.conference_hall,
    ),
    "academy": Scene(
        "The columned front of an academy building in afternoon light.", TALL, buildings.academy
    ),
    "meeting-table": Scene(
        "A long wooden meeting table with papers, glasses and name plates, the chairs still empty.",
        LANDSCAPE,
        tables.meeting_table,
    ),
    "library": Scene("A library wall of books and a desk with a lit reading lamp.", TALL, rooms.library),
    "lectern": Scene("A lectern with a microphone on the stage of a lit hall.", LANDSCAPE, halls.lectern),
    "institute-april": Scene(
        "An institute’s façade behind bare trees while the last April snow melts.",
        LANDSCAPE,
        buildings.institute_april,
    ),
    "corridor": Scene("A corridor with tall windows and sunlight on its floor.", PORTRAIT, rooms.corridor),
    "islamabad-morning": Scene(
        "The Margalla hills in morning haze above a modern white building in Islamabad.",
        LANDSCAPE,
        cities.islamabad_morning,
    ),
    "round-table": Scene(
        "A round table with papers and microphones, seen from above.", SQUARE, round_table.round_table
    ),
    "courtyard": Scene("A garden courtyard with arches around a long pool.", LANDSCAPE, buildings.courtyard),
    "embassy-gate": Scene("The gate of an embassy under tall trees.", LANDSCAPE, buildings.embassy_gate),
    "interpreters": Scene(
        "The interpreters’ booths of a hall, lit behind their glass.", LANDSCAPE, halls.interpreters
    ),
    "bridge-night": Scene(
        "An arched bridge at night, its lamps reflected in the river.", WIDE, cities.bridge_night
    ),
    "table-flags": Scene(
        "Small table flags of Pakistan and Russia side by side on a meeting table.",
        LANDSCAPE,
        flags.table_flags,
        mirrored=False,
    ),
}


def draw(key: str, width: int | None = None, seed: int = 0) -> Image.Image:
    """The scene as an RGB picture, ``width`` pixels wide; the same arguments give the same picture."""
    scene = SCENES[key]
    full_width, full_height = scene.size
    width = width or full_width
    size = (width, max(1, round(width * full_height / full_width)))
    detail = 2 if max(size) <= LARGEST_SIDE // 3 else 1
    canvas = Canvas((size[0] * detail, size[1] * detail), Random(f"{key}/{seed}"))
    scene.paint(canvas)
    canvas.finish()
    return canvas.image if detail == 1 else canvas.image.resize(size, Image.Resampling.LANCZOS)


def draw_variant(key: str, seed: int, width: int | None = None) -> Image.Image:
    """The scene in another light, from a slightly different place; the seed chooses both."""
    return moods.relight(draw(key, width, seed), seed, SCENES[key].mirrored)
