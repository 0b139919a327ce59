"""The recipe of renditions: the widths, formats and crops that pages use. A changed recipe is a reason to make all anew."""

import hashlib
import re
from dataclasses import dataclass

WIDTHS = (320, 640, 960, 1600)
FIRST_WIDTH = 640
ORIGINAL_QUALITY = 92
FIRST_QUALITY = 80

# Ending of the file -> format and options of Pillow. AVIF at speed 8 takes a third of the time of 6 for 3% more
# bytes; one thread each, because the worker shares the machine with those who answer readers.
FORMATS = {
    "avif": ("AVIF", {"quality": 60, "speed": 8, "max_threads": 1}),
    "webp": ("WEBP", {"quality": 78, "method": 4}),
    "jpg": ("JPEG", {"quality": 80, "optimize": True, "progressive": True}),
}
CONTENT_TYPES = {"avif": "image/avif", "webp": "image/webp", "jpg": "image/jpeg"}
FULL = "full"


@dataclass(frozen=True)
class Shape:
    """A cut of a picture: across to down, and the widths it is made in."""

    across: int
    down: int
    widths: tuple[int, ...]

    def height(self, width: int) -> int:
        """Return the height that belongs to a width."""
        return round(width * self.down / self.across)

    def box(self, size: tuple[int, int], focal: tuple[float, float]) -> tuple[int, int, int, int]:
        """Return the largest cut of this shape from a picture of that size, as near the focal point as fits.

        ``focal`` is (across, down), each from 0 (left, top) to 1; the box is (left, top, right, bottom) in pixels.
        """
        width, height = size
        cut_width = min(width, round(height * self.across / self.down))
        cut_height = min(height, round(width * self.down / self.across))
        start = round(min(max(focal[0] * width - cut_width / 2, 0), width - cut_width))
        top = round(min(max(focal[1] * height - cut_height / 2, 0), height - cut_height))
        return start, top, start + cut_width, top + cut_height


CROPS = {"card": Shape(3, 2, (320, 640)), "portrait": Shape(4, 5, (320, 640))}
NAME = re.compile(
    rf"(?:(?P<crop>{'|'.join(CROPS)})-)?(?P<width>[1-9]\d{{1,3}})\.(?P<ending>{'|'.join(FORMATS)})"
)


def ladder(width: int, widths: tuple[int, ...] = WIDTHS) -> list[int]:
    """Return the widths a picture of that width is made in, smallest first: never wider than it is."""
    rungs = [one for one in widths if one <= width]
    if not rungs or (rungs[-1] != widths[-1] and width > 1.15 * rungs[-1]):
        rungs.append(min(width, widths[-1]))
    return rungs


def file_name(kind: str, width: int, ending: str) -> str:
    """Return the name of one rendition: ``640.avif``, ``card-320.webp``."""
    return f"{width}.{ending}" if kind == FULL else f"{kind}-{width}.{ending}"


def mark_of(crops: tuple[str, ...]) -> str:
    """Return the mark of the recipe with these crops: it changes with anything that would change a file."""
    recipe = repr((WIDTHS, FORMATS, [(name, CROPS[name]) for name in crops]))
    return hashlib.sha256(recipe.encode()).hexdigest()[:12]
