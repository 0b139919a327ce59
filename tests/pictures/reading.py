"""An independent reader of stored pictures: it walks segments, chunks and boxes, and lets pass nothing but pixels.

It knows nothing of the library that wrote the file. What is not on the short list of a container is named and refused.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from .odd_files import LATITUDE, LONGITUDE, SECRET

SECRETS = (
    SECRET,
    LATITUDE,
    LONGITUDE,
    "33,41.6",
    "<script",
    "<?php",
    "%PDF-",
    "<svg",
    "adobe:ns:meta",
    "tiff:Orientation",
)

FRAMES = {0xC0: "SOF0", 0xC1: "SOF1", 0xC2: "SOF2"}
PIXEL_SEGMENTS = {**FRAMES, 0xC4: "DHT", 0xDB: "DQT", 0xDD: "DRI", 0xDA: "SOS"}
PIXEL_CHUNKS = {"VP8 ", "VP8L"}
PIXEL_PNG_CHUNKS = {"IHDR", "PLTE", "IDAT", "IEND"}
HOLDERS = {"meta": 4, "iprp": 0, "ipco": 0, "iinf": 6, "dinf": 0}
PIXEL_BOXES = {
    *("ftyp", "mdat", "meta", "meta/hdlr", "meta/pitm", "meta/iloc", "meta/iinf", "meta/iinf/infe", "meta/iprp"),
    *("meta/iprp/ipma", "meta/iprp/ipco", "meta/iprp/ipco/ispe", "meta/iprp/ipco/pixi"),
    *("meta/iprp/ipco/av1C", "meta/iprp/ipco/colr:nclx", "meta/iprp/ipco/pasp"),
}  # fmt: skip


class MoreThanPixelsError(AssertionError):
    """A stored file holds something besides its pixels."""


@dataclass
class Reading:
    """What a file is made of: the names of its parts in their order, what is wrong, and how many bytes follow its end."""

    kind: str
    parts: list[str] = field(default_factory=list)
    strange: list[str] = field(default_factory=list)
    trailing: int = 0


def read_parts(content: bytes) -> Reading:
    """Return what the file is made of."""
    if content[:2] == b"\xff\xd8":
        return _read_jpeg(content)
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return _read_webp(content)
    if content[:8] == b"\x89PNG\r\n\x1a\n":
        return _read_png(content)
    if content[4:8] == b"ftyp":
        return _read_avif(content)
    return Reading("unknown", strange=["no container that is stored here"])


def assert_only_pixels(content: bytes) -> None:
    """Raise `MoreThanPixelsError` when the file holds anything besides pixels, or bytes behind its end."""
    reading = read_parts(content)
    found = list(reading.strange)
    if reading.trailing:
        found.append(f"{reading.trailing} bytes behind the end")
    found += secrets_in(content)
    if found:
        raise MoreThanPixelsError(f"{reading.kind}: {'; '.join(found)}")


def secrets_in(content: bytes) -> list[str]:
    """Return the planted words and markup found in the file, written in any of three ways."""
    low = content.lower()
    return [
        f"“{secret}” in {way}"
        for secret in SECRETS
        for way in ("utf-8", "utf-16-le", "utf-16-be")
        if secret.lower().encode(way) in low
    ]


def _read_jpeg(content: bytes) -> Reading:
    reading, place = Reading("JPEG", ["SOI"]), 2
    while place + 2 <= len(content):
        if content[place] != 0xFF:
            reading.strange.append(f"no marker at byte {place}")
            return reading
        code = content[place + 1]
        if code == 0xD9:
            reading.parts.append("EOI")
            reading.trailing = len(content) - place - 2
            return reading
        if place + 4 > len(content):
            break
        length = struct.unpack_from(">H", content, place + 2)[0]
        _note_segment(reading, code, content[place + 4 : place + 2 + length])
        place += 2 + length
        if code == 0xDA:
            place = _end_of_scan(content, place)
    reading.strange.append("no end")
    return reading


def _note_segment(reading: Reading, code: int, payload: bytes) -> None:
    name = PIXEL_SEGMENTS.get(code) or (
        "COM" if code == 0xFE else f"APP{code - 0xE0}" if 0xE0 <= code < 0xF0 else f"{code:02X}"
    )
    if code == 0xE0 and payload[:5] == b"JFIF\0" and reading.parts == ["SOI"]:
        name = "JFIF"
        if len(payload) != 14 or payload[12:] != b"\0\0":
            reading.strange.append("a thumbnail in the JFIF segment")
    elif code not in PIXEL_SEGMENTS:
        reading.strange.append(f"a segment {name} ({payload[:12]!r})")
    reading.parts.append(name)


def _end_of_scan(content: bytes, place: int) -> int:
    """Return where the packed pixels end: at the first marker that is neither a stuffed byte nor a restart."""
    while (place := content.find(b"\xff", place)) >= 0:
        if place + 1 < len(content) and content[place + 1] != 0 and not 0xD0 <= content[place + 1] <= 0xD7:
            return place
        place += 2
    return len(content)


def _read_webp(content: bytes) -> Reading:
    reading = Reading("WebP")
    end = 8 + struct.unpack_from("<I", content, 4)[0]
    reading.trailing = len(content) - end
    place = 12
    while place + 8 <= min(end, len(content)):
        name = content[place : place + 4].decode("latin-1")
        length = struct.unpack_from("<I", content, place + 4)[0]
        reading.parts.append(name)
        if name not in PIXEL_CHUNKS:
            reading.strange.append(f"a chunk {name}")
        place += 8 + length + length % 2
    if place != end or end > len(content):
        reading.strange.append("chunks that do not fill the file")
    if len(reading.parts) != 1:
        reading.strange.append(f"{len(reading.parts)} chunks instead of one")
    return reading


def _read_png(content: bytes) -> Reading:
    reading, place = Reading("PNG"), 8
    while place + 12 <= len(content) and reading.parts[-1:] != ["IEND"]:
        length = struct.unpack_from(">I", content, place)[0]
        name = content[place + 4 : place + 8].decode("latin-1")
        reading.parts.append(name)
        if name not in PIXEL_PNG_CHUNKS:
            reading.strange.append(f"a chunk {name}")
        place += 12 + length
    if reading.parts[-1:] != ["IEND"]:
        reading.strange.append("no end")
    reading.trailing = max(0, len(content) - place)
    return reading


@dataclass(frozen=True)
class _Box:
    path: str
    start: int
    end: int


def _boxes(content: bytes, place: int, end: int, above: str = "") -> Iterator[_Box]:
    """Go through the boxes, the outer before the inner ones. A box that does not fit ends the walk with its name."""
    while place < end:
        if place + 8 > end:
            yield _Box(f"{above}(rest)", place, end)
            return
        length, name = (
            struct.unpack_from(">I", content, place)[0],
            content[place + 4 : place + 8].decode("latin-1"),
        )
        head = 8
        if length == 1:
            length, head = struct.unpack_from(">Q", content, place + 8)[0], 16
        if length == 0:
            length = end - place
        if length < head or place + length > end:
            yield _Box(f"{above}{name}(broken)", place, end)
            return
        path, start = f"{above}{name}", place + head
        if name == "colr":
            path += f":{content[start : start + 4].decode('latin-1')}"
        yield _Box(path, start, place + length)
        if name in HOLDERS:
            yield from _boxes(content, start + HOLDERS[name], place + length, f"{path}/")
        place += length


def _read_avif(content: bytes) -> Reading:
    reading, held = Reading("AVIF"), []
    for box in _boxes(content, 0, len(content)):
        reading.parts.append(box.path)
        body = content[box.start : box.end]
        if box.path not in PIXEL_BOXES:
            reading.strange.append(f"a box {box.path}")
        elif box.path == "ftyp" and body[:4] != b"avif":
            reading.strange.append(f"a file of {body[:4]!r}")
        elif box.path == "meta/hdlr" and body[8:].strip(b"\0") not in (b"pict", b"pict".ljust(16, b"\0")):
            reading.strange.append(f"a handler with a name ({body[8:40]!r})")
        elif box.path == "meta/iinf/infe":
            _note_item(reading, body)
        elif box.path == "meta/iloc":
            held = _extents(body)
        elif box.path == "mdat" and box.end != len(content):
            reading.trailing = len(content) - box.end
    if not reading.strange:
        reading.strange += _not_pointed_at(content, held)
    return reading


def _note_item(reading: Reading, body: bytes) -> None:
    """Let pass an item of coded pixels without a name of its own."""
    wide = body[0] >= 3
    place = 4 + (4 if wide else 2) + 2
    kind, name = body[place : place + 4], body[place + 4 :].split(b"\0")[0]
    if kind not in (b"av01", b"grid"):
        reading.strange.append(f"an item {kind.decode('latin-1')}")
    elif name not in (b"", b"Color"):
        reading.strange.append(f"an item named {name!r}")


def _extents(body: bytes) -> list[tuple[int, int]]:
    """Return the ranges of the file that items point at (iloc, versions 0 to 2)."""
    version, sizes = body[0], struct.unpack_from(">H", body, 4)[0]
    offset_size, length_size, base_size, index_size = (sizes >> shift & 15 for shift in (12, 8, 4, 0))
    place = 6

    def number(size: int) -> int:
        nonlocal place
        place += size
        return int.from_bytes(body[place - size : place], "big")

    found = []
    for _item in range(number(4 if version == 2 else 2)):
        number(4 if version == 2 else 2)
        if version:
            number(2)
        number(2)
        base = number(base_size)
        for _extent in range(number(2)):
            if version and index_size:
                number(index_size)
            start = base + number(offset_size)
            found.append((start, start + number(length_size)))
    return found


def _not_pointed_at(content: bytes, held: list[tuple[int, int]]) -> list[str]:
    """Return a finding when bytes of the data box belong to no item."""
    findings = []
    for box in _boxes(content, 0, len(content)):
        if box.path == "mdat":
            place = box.start
            for start, end in sorted(held):
                if start > place:
                    break
                place = max(place, end)
            if place != box.end:
                findings.append(f"{box.end - place} bytes of data that belong to no item")
    return findings
