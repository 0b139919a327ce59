"""EXIF written by hand: position, device, people, dates and a thumbnail, in the order of bytes that is asked for."""

import struct

from .containers import segment
from .odd_files import SECRET, saved

ORIENTATION, EXIF_LIST, PLACE_LIST = 0x0112, 0x8769, 0x8825
DATES = (0x9003, 0x9004)
DAY = b"2018:04:03 10:20:30\0"
# 33 degrees, 41 minutes, 37.7412 seconds and 73 degrees, 3 minutes, 54.8676 seconds: the digits of LATITUDE, LONGITUDE.
NORTH = struct.pack("<6I", 33, 1, 41, 1, 377412, 10000)
EAST = struct.pack("<6I", 73, 1, 3, 1, 548676, 10000)
Entry = tuple[int, int, bytes]


def ascii_entry(words: str) -> Entry:
    """Return an entry of text."""
    content = words.encode() + b"\0"
    return 2, len(content), content


def short(number: int) -> Entry:
    """Return an entry of one number."""
    return 3, 1, struct.pack("<HH", number, 0)


def _list(entries: dict[int, Entry], place: int, following: int = 0) -> bytes:
    """Return a list of entries that begins at `place`, with what does not fit into four bytes behind it."""
    rows, behind = b"", b""
    start = place + 2 + 12 * len(entries) + 4
    for tag, (kind, count, content) in sorted(entries.items()):
        if len(content) > 4:
            where = struct.pack("<I", start + len(behind))
            behind += content + b"\0" * (len(content) % 2)
        else:
            where = content.ljust(4, b"\0")
        rows += struct.pack("<HHI", tag, kind, count) + where
    return struct.pack("<H", len(entries)) + rows + struct.pack("<I", following) + behind


def people_and_device() -> dict[int, Entry]:
    """Return the entries that name who took the picture and with what."""
    names = {
        0x010E: "At the house of",
        0x010F: "Phone of",
        0x0110: "Model",
        0x0131: "App",
        0x013B: "By",
        0x8298: "Copyright",
    }
    entries = {tag: ascii_entry(f"{words} {SECRET}") for tag, words in names.items()}
    wide = SECRET.encode("utf-16-le") + b"\0\0"  # what Windows writes into its own entries
    return entries | {tag: (1, len(wide), wide) for tag in (0x9C9B, 0x9C9C, 0x9C9D, 0x9C9E)}


def private_entries(day: bytes | None) -> dict[int, Entry]:
    """Return the second list: the dates, the owner's comment, the maker's note, the serial number."""
    comment = b"UNICODE\0" + SECRET.encode("utf-16-le")
    note = b"Nikon\0" + SECRET.encode() * 3
    entries = {
        0x9286: (7, len(comment), comment),
        0x927C: (7, len(note), note),
        0xA430: ascii_entry(SECRET),
        0xA431: ascii_entry(f"serial {SECRET}"),
    }
    return entries | ({tag: (2, len(day), day) for tag in DATES} if day is not None else {})


def place_entries() -> dict[int, Entry]:
    """Return the list with the position."""
    return {
        1: (2, 2, b"N\0"),
        2: (5, 3, NORTH),
        3: (2, 2, b"E\0"),
        4: (5, 3, EAST),
        0x1D: ascii_entry("2018:04:03"),
    }


def tiff(
    *,
    orientation: int = 1,
    day: bytes | None = DAY,
    thumbnail: bytes = b"",
    raw: dict[int, Entry] | None = None,
) -> bytes:
    """Return EXIF data with everything a camera may say; entries of `raw` stand instead of its own."""
    entries = {ORIENTATION: short(orientation), **people_and_device()}
    entries |= {EXIF_LIST: (4, 1, b"\0\0\0\0"), PLACE_LIST: (4, 1, b"\0\0\0\0")}
    entries |= raw or {}
    first = _list(entries, 8)
    second = _list(private_entries(day), 8 + len(first))
    third = _list(place_entries(), 8 + len(first) + len(second))
    places = {EXIF_LIST: 8 + len(first), PLACE_LIST: 8 + len(first) + len(second)}
    for tag, place in places.items():
        if tag not in (raw or {}):
            entries[tag] = (4, 1, struct.pack("<I", place))
    end = places[PLACE_LIST] + len(third)
    first = _list(entries, 8, end if thumbnail else 0)
    return (
        b"II*\0\x08\0\0\0" + first + second + third + (_thumbnail_list(thumbnail, end) if thumbnail else b"")
    )


def _thumbnail_list(thumbnail: bytes, place: int) -> bytes:
    start = place + 2 + 12 * 3 + 4
    entries = {
        0x0103: short(6),
        0x0201: (4, 1, struct.pack("<I", start)),
        0x0202: (4, 1, struct.pack("<I", len(thumbnail))),
    }
    return _list(entries, place) + thumbnail


def exif(**facts) -> bytes:
    """Return the segment of a JPEG with everything a camera may say."""
    return segment(0xE1, b"Exif\0\0" + tiff(**facts))


def small_jpeg() -> bytes:
    """Return a thumbnail with a comment inside."""
    plain = saved(size=(160, 120))
    return plain[:2] + segment(0xFE, f"thumbnail of {SECRET}".encode()) + plain[2:]
