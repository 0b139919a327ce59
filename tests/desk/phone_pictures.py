"""What a phone holds after a visit: large photographs, each another one, and files that are no good photographs."""

import struct
import zlib
from functools import cache
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw

TWELVE_MEGAPIXELS = (4000, 3000)
DAY = "2018:04:04 10:11:12"
GPS = 0x8825
PLACE = {1: "N", 2: (55.0, 45.0, 0.0), 3: "E", 4: (37.0, 37.0, 0.0)}


@cache
def _ground(size: tuple[int, int]) -> Image.Image:
    """A calm sky: quick to pack, and little when packed."""
    return Image.linear_gradient("L").resize(size).convert("RGB")


def photograph(number: int, size=TWELVE_MEGAPIXELS, *, dated=False, placed=False) -> bytes:
    """Return a photograph that shows its number, with the day and the place that a phone notes where asked for."""
    image = _ground(size).copy()
    drawing = ImageDraw.Draw(image)
    side = size[0] // 10
    for place in (place for place in range(16) if number >> place & 1):
        across, down = (place % 8 + 1) * side, (place // 8 * 2 + 1) * side
        drawing.rectangle((across, down, across + side - 8, down + side), fill="#204060")
    noted = image.getexif()
    if dated:
        noted.get_ifd(0x8769)[0x9003] = DAY
    if placed:
        noted.get_ifd(GPS).update(PLACE)
    buffer = BytesIO()
    image.save(buffer, "JPEG", quality=60, exif=noted)
    return buffer.getvalue()


def small(number: int) -> bytes:
    """Return a photograph that is quickly sent and read."""
    return photograph(number, (640, 480))


def huge_png() -> bytes:
    """Return the beginning of a PNG that claims 30,000 by 30,000 pixels."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return (
            struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
        )

    head = struct.pack(">IIBBBBB", 30_000, 30_000, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"\0" * 100_000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def _gif() -> bytes:
    buffer = BytesIO()
    Image.new("P", (640, 480)).save(buffer, "GIF")
    return buffer.getvalue()


def bad_ones() -> dict[str, bytes]:
    """Return six files that are refused, by name."""
    whole = photograph(99)
    return {
        "cut.jpg": whole[: len(whole) // 2],
        "page.jpg": b"<!doctype html><title>Saved from a page</title>",
        "moving.gif": _gif(),
        "tiny.jpg": photograph(98, (160, 120)),
        "bomb.png": huge_png(),
        "empty.jpg": b"",
    }


def written(folder: Path, files: dict[str, bytes]) -> list[Path]:
    """Write the files, and return where they are in the order given."""
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return [folder / name for name in files]


def sixty_files(folder: Path) -> list[Path]:
    """Write 54 photographs of 12 megapixels, with six bad files strewn among them."""
    good = {
        f"IMG_{number:04}.JPG": photograph(number, dated=number % 2 == 0, placed=number % 3 == 0)
        for number in range(1, 55)
    }
    files = list(good.items())
    for place, bad in enumerate(bad_ones().items()):
        files.insert(place * 9 + 4, bad)
    return written(folder, dict(files))
