"""Files cut short, turned bits, wrong check sums, and headers that promise what does not follow."""

import random
import struct
import zlib

from .containers import (
    PNG,
    chunk,
    chunks_of,
    pixels_of,
    place_of,
    png,
    riff,
    segment,
    vp8x,
    with_chunks,
    with_segments,
)  # fmt: skip
from .exif import exif, tiff
from .odd_files import HIGH, WIDE, Cause, Either, OddFile, Taken, refused, saved, scene, written

DAMAGED = refused(Cause.DAMAGED)
START_ONLY = refused(Cause.DAMAGED, Cause.NOT_A_PICTURE)  # too little is left to say what it was
EITHER = Either()


def _noisy(kind: str, **options) -> bytes:
    """Return a file whose pixels take room, so that a cut falls among them."""
    image = scene()
    image.frombytes(random.Random(3).randbytes(WIDE * HIGH * 3))
    return written(image, kind, **options)


KINDS = {
    "jpg": lambda: _noisy("JPEG", quality=60),
    "jpeg": lambda: _noisy("JPEG", quality=60, progressive=True),
    "png": lambda: _noisy("PNG"),
    "webp": lambda: _noisy("WEBP", quality=60),
    "lossless.webp": lambda: _noisy("WEBP", lossless=True),
}
SAME_START = ("jpeg", "lossless.webp")  # begin as the kinds before them
CUTS = {
    "four bytes": 4,
    "thirty bytes": 30,
    "a tenth": 0.1,
    "a half": 0.5,
    "nine tenths": 0.9,
    "all but 200 bytes": -200,
}


def _cut(content: bytes, where: float) -> bytes:
    return content[: int(len(content) * where) if isinstance(where, float) else where]


def _turned_bits(content: bytes, seed: int) -> bytes:
    """Return the file with a few bits turned, always the same for a seed, the first twelve bytes left alone."""
    chance, content = random.Random(seed), bytearray(content)
    for _bit in range(1 + seed % 5):
        content[chance.randrange(12, len(content))] ^= 1 << chance.randrange(8)
    return bytes(content)


def _with_metadata(kind: str) -> bytes:
    """Return a small file with everything in it that a decoder reads."""
    if kind == "jpg":
        return with_segments(saved(), exif(orientation=6))
    if kind == "png":
        return with_chunks(saved("PNG"), chunk(b"eXIf", tiff(orientation=6)), chunk(b"gAMA", b"\0\0\xb1\x8f"))
    return riff(vp8x(WIDE, HIGH, 8), pixels_of(saved("WEBP", lossless=True)), (b"EXIF", tiff(orientation=6)))


def _turned_in_exif(seed: int) -> bytes:
    """Return a JPEG with bits turned in its EXIF alone."""
    data, chance = bytearray(tiff(orientation=6)), random.Random(seed)
    for _bit in range(6):
        data[chance.randrange(8, len(data))] = chance.randrange(256)
    return with_segments(saved(), segment(0xE1, b"Exif\0\0" + bytes(data)))


def _wrong_sum(kind: bytes) -> bytes:
    parts = [
        chunk(*part) if part[0] != kind else chunk(*part, crc=0x12345678) for part in chunks_of(saved("PNG"))
    ]
    return PNG + b"".join(parts)


def _rows(height: int, filter_kind: int = 0) -> bytes:
    return (bytes([filter_kind]) + b"\x88" * (WIDE * 3)) * height


def _cut_and_ended(**options) -> bytes:
    """Return a JPEG that lost its lower half and was given an end all the same."""
    content = _noisy("JPEG", quality=60, **options)
    return content[: len(content) // 2] + b"\xff\xd9"


def _noughts_at_the_end(kind: str) -> bytes:
    """Return a file of its right length whose second half is noughts, as a copy broken off leaves it."""
    content = KINDS[kind]()
    return content[: len(content) // 2].ljust(len(content), b"\0")


def _endless_scans() -> bytes:
    """Return a JPEG in passes that repeats a pass two thousand times: little to store, much to decode."""
    content = saved(progressive=True)
    place = content.rindex(b"\xff\xda")
    tables = content.rindex(b"\xff\xc4", 0, place)
    return content[:-2] + content[tables:-2] * 2000 + b"\xff\xd9"


def _missing(code: int) -> bytes:
    """Return a JPEG without the segments of one kind."""
    content = saved()
    while code in (content[place + 1] for place in _places(content)):
        place = place_of(content, code)
        content = content[:place] + content[place + 2 + struct.unpack_from(">H", content, place + 2)[0] :]
    return content


def _places(content: bytes) -> list[int]:
    places = [2]
    while content[places[-1] + 1] != 0xDA:
        places.append(places[-1] + 2 + struct.unpack_from(">H", content, places[-1] + 2)[0])
    return places[:-1]


def _half_of_a_webp() -> bytes:
    """Return a WebP that gives its true shorter length at its head: the end is missing all the same."""
    kind, content = pixels_of(_noisy("WEBP", quality=60))
    return riff((kind, content[: len(content) // 2]))


OTHER = {
    "JPEG cut in the middle, with an end put on": ("jpg", _cut_and_ended, EITHER),
    "JPEG in passes cut in the middle, with an end put on": ("jpg", lambda: _cut_and_ended(progressive=True), EITHER),
    "JPEG with noughts for its second half": ("jpg", lambda: _noughts_at_the_end("jpg"), DAMAGED),
    "PNG with noughts for its second half": ("png", lambda: _noughts_at_the_end("png"), DAMAGED),
    "WebP with noughts for its second half": ("webp", lambda: _noughts_at_the_end("webp"), EITHER),
    "JPEG without its last two bytes": ("jpg", lambda: _noisy("JPEG")[:-2], Either()),
    "JPEG of two thousand passes": ("jpg", _endless_scans, DAMAGED),
    "JPEG without tables to unpack": ("jpg", lambda: _missing(0xC4), EITHER),
    "JPEG without tables of its levels": ("jpg", lambda: _missing(0xDB), EITHER),
    "JPEG without its frame": ("jpg", lambda: _missing(0xC0), DAMAGED),
    "JPEG with a segment of length nought": ("jpg", lambda: saved()[:2] + b"\xff\xe1\0\0" + saved()[2:], EITHER),
    "JPEG with a segment past its end": ("jpg", lambda: saved()[:2] + b"\xff\xe1\xff\xff" + saved()[2:900], DAMAGED),
    "JPEG of two heads": ("jpg", lambda: saved()[:2] + saved(), EITHER),
    "JPEG of a start and an end": ("jpg", lambda: b"\xff\xd8\xff\xd9", START_ONLY),
    "JPEG with an entry of EXIF too many": ("jpg", lambda: with_segments(saved(), exif()[:-40]), EITHER),
    "PNG with a wrong sum in its header": ("png", lambda: _wrong_sum(b"IHDR"), DAMAGED),
    "PNG with a wrong sum in its pixels": ("png", lambda: _wrong_sum(b"IDAT"), EITHER),
    "PNG with a wrong sum at its end": ("png", lambda: _wrong_sum(b"IEND"), EITHER),
    "PNG with a filter there is not": ("png", lambda: png(WIDE, HIGH, _rows(HIGH, 9)), DAMAGED),
    "PNG with too few rows": ("png", lambda: png(WIDE, HIGH, _rows(HIGH // 2)), EITHER),
    "PNG with too many rows": ("png", lambda: png(WIDE, HIGH, _rows(HIGH * 2)), EITHER),
    "PNG without pixels": ("png", lambda: png(WIDE, HIGH, b"", packed=b""), DAMAGED),
    "PNG without a palette": ("png", lambda: png(WIDE, HIGH, (b"\0" + bytes(WIDE)) * HIGH, colour=3), EITHER),
    "PNG of colours beyond its palette": (
        "png",
        lambda: png(WIDE, HIGH, (b"\0" + b"\x09" * WIDE) * HIGH, colour=3, before=[chunk(b"PLTE", b"\xff\0\0")]),
        EITHER,
    ),
    "PNG of a mode there is not": ("png", lambda: png(WIDE, HIGH, _rows(HIGH), depth=3, colour=5), START_ONLY),
    "PNG without its end": ("png", lambda: saved("PNG")[:-12], EITHER),
    "PNG with a chunk of four gigabytes": ("png", lambda: saved("PNG")[:33] + b"\xff\xff\xff\xfftEXtabc", DAMAGED),
    "PNG with its header twice": ("png", lambda: saved("PNG")[:33] + saved("PNG")[8:], EITHER),
    "PNG with a wrong sum in its text": (
        "png",
        lambda: with_chunks(saved("PNG"), chunk(b"tEXt", b"Title\0words", crc=1)),
        EITHER,
    ),
    "PNG with a sum of its packing wrong": (
        "png",
        lambda: png(WIDE, HIGH, b"", packed=zlib.compress(_rows(HIGH))[:-4] + b"abcd"),
        EITHER,
    ),
    "WebP that claims to be longer": ("webp", lambda: b"RIFF\xff\xff\xff\x7f" + saved("WEBP")[8:], EITHER),
    "WebP that claims to be shorter": ("webp", lambda: b"RIFF\x10\0\0\0" + saved("WEBP")[8:], EITHER),
    "WebP that lost its second half": ("webp", _half_of_a_webp, DAMAGED),
    "WebP of a header alone": ("webp", lambda: riff(vp8x(WIDE, HIGH, 0)), DAMAGED),
    "WebP of no chunks": ("webp", lambda: b"RIFF\x04\0\0\0WEBP", START_ONLY),
    "WebP with a header of another size": (
        "webp",
        lambda: riff(vp8x(WIDE * 3, HIGH * 3, 0), pixels_of(saved("WEBP"))),
        EITHER,
    ),
    "WebP with EXIF that is none": (
        "webp",
        lambda: riff(vp8x(WIDE, HIGH, 8), pixels_of(saved("WEBP", lossless=True)), (b"EXIF", b"abc")),
        Taken(camera_day=None),
    ),
}  # fmt: skip

FILES = (
    [
        OddFile(
            f"{kind} cut after {case}",
            f"cut.{kind}",
            lambda make=make, where=where: _cut(make(), where),
            START_ONLY if isinstance(where, int) and where > 0 else DAMAGED,
        )
        for kind, make in KINDS.items()
        for case, where in CUTS.items()
        if not (isinstance(where, int) and where > 0 and kind in SAME_START)
    ]
    + [
        OddFile(
            f"{kind} with turned bits, {seed}",
            f"bits-{seed}.{kind}",
            lambda kind=kind, seed=seed: _turned_bits(_with_metadata(kind), seed),
            EITHER,
        )
        for kind in ("jpg", "png", "webp")
        for seed in range(12)
    ]
    + [
        OddFile(f"EXIF with turned bits, {seed}", "exif.jpg", lambda seed=seed: _turned_in_exif(seed), EITHER)
        for seed in range(12)
    ]
    + [OddFile(case, f"damaged.{ending}", make, end) for case, (ending, make, end) in OTHER.items()]
)
