"""Pictures in every mode a file can be in: inks, greys, palettes, alpha, sixteen bits, halved colours, interlaced."""

import random
import struct
import zlib

from PIL import Image

from .arithmetic import flat_grey
from .containers import chunk, place_of, png, segment, with_chunks
from .odd_files import (
    BLUE,
    GREEN,
    HIGH,
    RED,
    WIDE,
    YELLOW,
    OddFile,
    Taken,
    quarters,
    saved,
    scene,
    showing,
    the_scene,
    written,
)  # fmt: skip

PURE = ((255, 0, 0), (0, 255, 0), (0, 0, 255), (128, 128, 128))
INKS = ((0, 255, 255, 0), (255, 0, 255, 0), (255, 255, 0, 0), (0, 0, 0, 127))
GREYS = (20, 90, 160, 230)
WHITE = (255, 255, 255)


def grey(*levels: int, **facts) -> Taken:
    """Return the end of a file that is taken and shows four quarters of grey."""
    return showing(*((level, level, level) for level in levels), **facts)


def _inks() -> bytes:
    return written(quarters(*INKS, mode="CMYK"), "JPEG")


def _inks_of_an_editor() -> bytes:
    """Return inks written as light and colours (YCCK), as image editors do."""
    inks = quarters(*INKS, mode="CMYK").split()
    light = Image.merge("RGB", inks[:3]).convert("YCbCr").split()
    upside_down = [band.point(lambda level: 255 - level) for band in light]
    plain = written(Image.merge("CMYK", [*upside_down, inks[3]]), "JPEG")
    place = place_of(plain, 0xEE)
    return plain[: place + 15] + b"\x02" + plain[place + 16 :]


def _without(jpeg: bytes, code: int) -> bytes:
    place = place_of(jpeg, code)
    return jpeg[:place] + jpeg[place + 2 + struct.unpack_from(">H", jpeg, place + 2)[0] :]


def _flat_grey(factors: tuple[int, int]) -> bytes:
    """Return a JPEG with that many points of light to one of colour; each code is one bit, and all bits are nought."""
    across, down = factors
    blocks = -(-WIDE // (8 * across)) * -(-HIGH // (8 * down)) * (across * down + 2)
    one_code = b"\x01" + b"\0" * 15 + b"\0"
    parts = b"".join(bytes([n, across << 4 | down if n == 1 else 0x11, 0]) for n in (1, 2, 3))
    return (
        b"\xff\xd8"
        + segment(0xDB, b"\0" + b"\x08" * 64)
        + segment(0xC0, struct.pack(">BHHB", 8, HIGH, WIDE, 3) + parts)
        + segment(0xC4, b"\0" + one_code + b"\x10" + one_code)
        + segment(0xDA, b"\x03\x01\0\x02\0\x03\0\0\x3f\0")
        + bytes(-(-blocks * 2 // 8))
        + b"\xff\xd9"
    )


def _gaudy_noise() -> bytes:
    """Return a picture whose every point is one of the eight purest colours: more bytes than pixels as JPEG."""
    size, chance = (1200, 900), random.Random(3)
    bands = [Image.frombytes("L", size, chance.randbytes(size[0] * size[1])) for _band in range(3)]
    noise = Image.merge("RGB", [band.point(lambda level: 255 * (level > 127)) for band in bands])
    return written(noise, "PNG", compress_level=1)


def _rows(pixel, bytes_a_pixel: int) -> bytes:
    """Return unfiltered rows of four quarters; `pixel` makes the bytes of a quarter."""
    rows = []
    for low in (0, 1):
        half = b"".join(pixel(2 * low + side) * (WIDE // 2) for side in (0, 1))
        assert len(half) == WIDE * bytes_a_pixel
        rows += [b"\0" + half] * (HIGH // 2)
    return b"".join(rows)


def _deep(colour: int, before=()) -> bytes:
    """Return a PNG of sixteen bits a level: grey, colours, each with or without alpha."""
    colours = (RED, GREEN, BLUE, YELLOW)
    levels = {
        0: lambda n: [GREYS[n]],
        2: lambda n: colours[n],
        4: lambda n: [GREYS[n], 255],
        6: lambda n: [*colours[n], 255],
    }[colour]
    rows = _rows(lambda n: b"".join(bytes([level, 0x7F]) for level in levels(n)), 2 * len(levels(0)))
    return png(WIDE, HIGH, rows, depth=16, colour=colour, before=before)


def _palette(*, clear: bytes = b"", wrong: bool = False) -> bytes:
    """Return a PNG of four colours of a palette; `wrong` asks for colours it does not have."""
    palette = b"".join(bytes(colour) for colour in (RED, GREEN, BLUE, YELLOW))
    before = [chunk(b"PLTE", palette[:6] if wrong else palette)] + ([chunk(b"tRNS", clear)] if clear else [])
    return png(WIDE, HIGH, _rows(lambda n: bytes([n]), 1), colour=3, before=before)


def _two_bits() -> bytes:
    rows = b"".join(
        b"\0" + b"".join(bytes([0b01010101 * (2 * low + side)]) * (WIDE // 8) for side in (0, 1))
        for low in (0, 1)
        for _ in range(HIGH // 2)
    )
    return png(WIDE, HIGH, rows, depth=2, colour=0)


def _clear_half(mode: str, kind: str, **options) -> bytes:
    """Return a picture whose lower half is clear, though its hidden points are black."""
    image = scene("RGBA")
    image.paste((0, 0, 0, 0), (0, HIGH // 2, WIDE, HIGH))
    return written(image.convert(mode), kind, **options)


def _interlaced() -> bytes:
    """Return a PNG in seven passes, each flat."""
    starts = (
        (0, 0, 8, 8),
        (4, 0, 8, 8),
        (0, 4, 4, 8),
        (2, 0, 4, 4),
        (0, 2, 2, 4),
        (1, 0, 2, 2),
        (0, 1, 1, 2),
    )
    rows = b""
    for across, down, step, leap in starts:
        rows += (b"\0" + bytes(RED) * len(range(across, WIDE, step))) * len(range(down, HIGH, leap))
    return png(WIDE, HIGH, rows, interlace=1)


def _many_pieces() -> bytes:
    packed = zlib.compress(_rows(lambda n: bytes((RED, GREEN, BLUE, YELLOW)[n]), 3))
    pieces = b"".join(chunk(b"IDAT", packed[place : place + 1]) for place in range(len(packed)))
    return png(WIDE, HIGH, b"", packed=b"").replace(chunk(b"IEND", b""), pieces + chunk(b"IEND", b""))


HALF_CLEAR = showing(RED, GREEN, WHITE, WHITE)

MODES = {
    "JPEG of inks": ("jpg", _inks, showing(*PURE)),
    "JPEG of inks that does not say who wrote it": ("jpg", lambda: _without(_inks(), 0xEE), Taken()),
    "JPEG of inks as light and colours": ("jpg", _inks_of_an_editor, showing(*PURE)),
    "JPEG of grey": ("jpg", lambda: written(quarters(*GREYS, mode="L"), "JPEG"), grey(*GREYS)),
    "JPEG in passes": ("jpg", lambda: saved(progressive=True), the_scene()),
    "JPEG of grey in passes": (
        "jpg",
        lambda: written(quarters(*GREYS, mode="L"), "JPEG", progressive=True),
        grey(*GREYS),
    ),
    "JPEG with marks to restart at": ("jpg", lambda: saved(restart_marker_blocks=4), the_scene()),
    "JPEG with colours halved across": ("jpg", lambda: saved(subsampling="4:2:2"), the_scene()),
    "JPEG with colours halved both ways": ("jpg", lambda: saved(subsampling="4:2:0"), the_scene()),
    "JPEG with colours quartered across": ("jpg", lambda: _flat_grey((4, 1)), grey(128, 128, 128, 128)),
    "JPEG with colours halved downward": ("jpg", lambda: _flat_grey((1, 2)), grey(128, 128, 128, 128)),
    "JPEG with colours quartered downward": ("jpg", lambda: _flat_grey((1, 4)), grey(128, 128, 128, 128)),
    "JPEG of the poorest quality": ("jpg", lambda: saved(quality=1), the_scene(near=70)),
    "JPEG of plain red, green and blue": ("jpg", lambda: saved(keep_rgb=True), the_scene()),
    "JPEG without a head of JFIF": ("jpg", lambda: _without(saved(), 0xE0), the_scene()),
    "JPEG packed by arithmetic": ("jpg", lambda: flat_grey(WIDE, HIGH), grey(128, 128, 128, 128)),
    "PNG of grey": ("png", lambda: written(quarters(*GREYS, mode="L"), "PNG"), grey(*GREYS)),
    "PNG of two bits": ("png", _two_bits, grey(0, 85, 170, 255)),
    "PNG of black and white": (
        "png",
        lambda: written(quarters(0, 255, 255, 0, mode="L").convert("1"), "PNG"),
        grey(0, 255, 255, 0),
    ),
    "PNG of sixteen bits, grey": ("png", lambda: _deep(0), grey(*GREYS)),
    "PNG of sixteen bits, grey with a clear level": (
        "png",
        lambda: _deep(0, [chunk(b"tRNS", b"\x14\x7f")]),
        Taken(colours=dict(list(grey(*GREYS).colours.items())[1:])),
    ),
    "PNG of sixteen bits, colours": ("png", lambda: _deep(2), the_scene()),
    "PNG of sixteen bits, grey and alpha": ("png", lambda: _deep(4), grey(*GREYS)),
    "PNG of sixteen bits, colours and alpha": ("png", lambda: _deep(6), the_scene()),
    "PNG with clear parts": ("png", lambda: _clear_half("RGBA", "PNG"), HALF_CLEAR),
    "PNG of grey with clear parts": (
        "png",
        lambda: written(Image.merge("LA", [quarters(*GREYS, mode="L"), quarters(255, 255, 0, 0, mode="L")]), "PNG"),
        grey(20, 90, 255, 255),
    ),
    "PNG with one clear colour": (
        "png",
        lambda: with_chunks(saved("PNG"), chunk(b"tRNS", struct.pack(">3H", *BLUE))),
        showing(RED, GREEN, WHITE, YELLOW),
    ),
    "PNG of black and white with one clear colour": (
        "png",
        lambda: with_chunks(
            written(quarters(0, 255, 255, 0, mode="L").convert("1"), "PNG"), chunk(b"tRNS", b"\0\0")
        ),
        grey(255, 255, 255, 255),
    ),
    "PNG of a palette": ("png", _palette, the_scene()),
    "PNG of a palette with clear colours": (
        "png",
        lambda: _palette(clear=b"\xff\xff\0\0"),
        showing(RED, GREEN, WHITE, WHITE),
    ),
    "PNG of a palette with one clear colour": (
        "png",
        lambda: _palette(clear=b"\xff\0\xff\xff"),
        showing(RED, WHITE, BLUE, YELLOW),
    ),
    "PNG of gaudy noise": ("png", _gaudy_noise, Taken(size=(1200, 900))),
    "PNG interlaced": ("png", _interlaced, showing(RED, RED, RED, RED)),
    "PNG in pieces of one byte": ("png", _many_pieces, the_scene()),
    "PNG that says its gamma": ("png", lambda: with_chunks(saved("PNG"), chunk(b"gAMA", struct.pack(">I", 45455))), the_scene()),
    "WebP": ("webp", lambda: saved("WEBP", quality=95), the_scene(near=30)),
    "WebP without loss": ("webp", lambda: saved("WEBP", lossless=True), the_scene()),
    "WebP with clear parts": ("webp", lambda: _clear_half("RGBA", "WEBP", lossless=True), HALF_CLEAR),
}  # fmt: skip

FILES = [OddFile(case, f"scan.{ending}", make, end) for case, (ending, make, end) in MODES.items()]
