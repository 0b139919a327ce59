"""The three containers taken apart and put together by hand: segments of JPEG, chunks of PNG, chunks of WebP."""

import struct
import zlib

PNG = b"\x89PNG\r\n\x1a\n"


def segment(code: int, payload: bytes) -> bytes:
    """Return a segment of a JPEG."""
    return struct.pack(">BBH", 0xFF, code, len(payload) + 2) + payload


def with_segments(jpeg: bytes, *segments: bytes) -> bytes:
    """Return the JPEG with these segments right behind its start."""
    return jpeg[:2] + b"".join(segments) + jpeg[2:]


def place_of(jpeg: bytes, *codes: int) -> int:
    """Return where the first segment with one of these codes begins in a JPEG."""
    place = 2
    while jpeg[place + 1] not in codes:
        place += 2 + struct.unpack_from(">H", jpeg, place + 2)[0]
    return place


def with_size(jpeg: bytes, width: int, height: int) -> bytes:
    """Return the JPEG with another size written into its frame header."""
    place = place_of(jpeg, 0xC0, 0xC1, 0xC2)
    return jpeg[: place + 5] + struct.pack(">HH", height, width) + jpeg[place + 9 :]


def chunk(kind: bytes, content: bytes, crc: int | None = None) -> bytes:
    """Return a chunk of a PNG, with its own check sum unless another is given."""
    crc = zlib.crc32(kind + content) if crc is None else crc
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", crc)


def png(width, height, rows: bytes, *, depth=8, colour=2, before=(), packed=None, interlace=0) -> bytes:
    """Return a PNG of these filtered rows; `before` stands between its header and its pixels."""
    header = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, interlace)
    packed = zlib.compress(rows, 9) if packed is None else packed
    return (
        PNG
        + chunk(b"IHDR", header)
        + b"".join(before)
        + (chunk(b"IDAT", packed) if packed else b"")
        + chunk(b"IEND", b"")
    )


def with_chunks(content: bytes, *chunks: bytes) -> bytes:
    """Return the PNG with these chunks right behind its header."""
    return content[:33] + b"".join(chunks) + content[33:]


def chunks_of(content: bytes) -> list[tuple[bytes, bytes]]:
    """Return the chunks of a PNG: kind and content."""
    found, place = [], 8
    while place < len(content):
        length = struct.unpack_from(">I", content, place)[0]
        found.append((content[place + 4 : place + 8], content[place + 8 : place + 8 + length]))
        place += 12 + length
    return found


def riff(*chunks: tuple[bytes, bytes]) -> bytes:
    """Return a WebP of these chunks."""
    body = b"".join(
        kind + struct.pack("<I", len(content)) + content + b"\0" * (len(content) % 2)
        for kind, content in chunks
    )
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body


def vp8x(width: int, height: int, flags: int) -> tuple[bytes, bytes]:
    """Return the extended header of a WebP."""
    sides = struct.pack("<I", width - 1)[:3] + struct.pack("<I", height - 1)[:3]
    return b"VP8X", bytes([flags, 0, 0, 0]) + sides


def pixels_of(webp: bytes) -> tuple[bytes, bytes]:
    """Return the chunk with the pixels of a simple WebP."""
    return webp[12:16], webp[20 : 20 + struct.unpack_from("<I", webp, 16)[0]]


def box(kind: bytes, content: bytes) -> bytes:
    """Return a box of an ISO base media file (HEIC, AVIF, MP4, JPEG 2000)."""
    return struct.pack(">I", len(content) + 8) + kind + content
