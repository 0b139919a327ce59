"""Files of every size: too heavy, too many pixels, bombs that unpack to much more than they are, too small, too thin."""

import struct
import zlib

from PIL import Image

from .containers import chunk, png, riff, segment, vp8x, with_chunks, with_segments, with_size
from .odd_files import Cause, Either, OddFile, Taken, refused, saved, written

TOO_MANY = refused(Cause.TOO_MANY_PIXELS)
TOO_SMALL = refused(Cause.TOO_SMALL)
TOO_LONG = refused(Cause.TOO_LONG)
HEAVY = refused(Cause.TOO_HEAVY)
LIMIT = 25 * 1024 * 1024  # UPLOAD_IMAGE_BYTES, as a site is delivered


def _flat(kind: str, width: int, height: int, **options) -> bytes:
    return written(Image.new("RGB", (width, height), "#557766"), kind, **options)


def _line(width: int) -> bytes:
    """Return a PNG of black, 200 pixels high and as long as asked."""
    return png(width, 200, bytes((-(-width // 8) + 1) * 200), depth=1, colour=0)


def _packed_noughts(count: int) -> bytes:
    """Return so many noughts packed, made a piece at a time."""
    packer, piece = zlib.compressobj(9), bytes(1 << 20)
    packed = b"".join(packer.compress(piece) for _piece in range(count >> 20))
    return packed + packer.compress(bytes(count % (1 << 20))) + packer.flush()


def _bomb(side: int) -> bytes:
    """Return a PNG of black and white with so many pixels each way, all the same."""
    return png(side, side, b"", depth=1, colour=0, packed=_packed_noughts((side // 8 + 1) * side))


def _claim(width: int, height: int, colour: int = 2) -> bytes:
    """Return a PNG that claims a size and holds next to nothing."""
    return png(width, height, b"", colour=colour, packed=zlib.compress(bytes(1000)))


def _lossless_claim(width: int, height: int) -> bytes:
    bits = (width - 1) | (height - 1) << 14
    return riff((b"VP8L", b"\x2f" + struct.pack("<I", bits) + b"\0" * 60))


def _lossy_claim(width: int, height: int) -> bytes:
    return riff((b"VP8 ", b"\x30\x01\0\x9d\x01\x2a" + struct.pack("<HH", width, height) + b"\0" * 60))


def _text_bomb() -> bytes:
    return with_chunks(saved("PNG"), chunk(b"iTXt", b"Comment\0\1\0\0\0" + _packed_noughts(96 << 20)))


def _profile_bomb() -> bytes:
    return with_chunks(saved("PNG"), chunk(b"iCCP", b"profile\0\0" + _packed_noughts(96 << 20)))


def _many_text_bombs() -> bytes:
    text = chunk(b"zTXt", b"Comment\0\0" + _packed_noughts(900 << 10))
    return with_chunks(saved("PNG"), *[text] * 90)


def _padded(by: int) -> bytes:
    return with_segments(saved(), *[segment(0xFE, b"A" * 65000)] * (by // 65004))


def _row_too_long() -> bytes:
    return png(300, 300, b"", packed=_packed_noughts(64 << 20))


CASES = {
    "just large enough": ("png", lambda: _flat("PNG", 200, 200), Taken(size=(200, 200))),
    "one pixel too narrow": ("png", lambda: _flat("PNG", 199, 200), TOO_SMALL),
    "one pixel too low": ("jpg", lambda: _flat("JPEG", 200, 199), TOO_SMALL),
    "one pixel": ("png", lambda: _flat("PNG", 1, 1), TOO_SMALL),
    "a dot in JPEG": ("jpg", lambda: _flat("JPEG", 1, 1), TOO_SMALL),
    "a dot in WebP": ("webp", lambda: _flat("WEBP", 1, 1), TOO_SMALL),
    "a thread, upright": ("png", lambda: _flat("PNG", 1, 20000), TOO_SMALL),
    "a thread, lying": ("jpg", lambda: _flat("JPEG", 20000, 1), TOO_SMALL),
    "a ribbon": ("jpg", lambda: _flat("JPEG", 6000, 200), Taken(size=(6000, 200))),
    "a tower": ("png", lambda: _flat("PNG", 201, 5000), Taken(size=(201, 5000))),
    "as long as can be": ("png", lambda: _line(16383), Taken(size=(16383, 200))),
    "a pixel longer than can be": ("png", lambda: _line(16384), TOO_LONG),
    "longer than a JPEG can be": ("png", lambda: _line(70000), TOO_LONG),
    "higher than a JPEG can be": ("png", lambda: png(200, 70000, bytes(26 * 70000), depth=1, colour=0), TOO_LONG),
    "no width in PNG": ("png", lambda: _claim(0, 300), refused(Cause.DAMAGED, Cause.TOO_SMALL)),
    "no size in PNG": ("png", lambda: _claim(0, 0), refused(Cause.DAMAGED, Cause.TOO_SMALL)),
    "no size in JPEG": ("jpg", lambda: with_size(saved(), 0, 0), refused(Cause.DAMAGED, Cause.TOO_SMALL)),
    "no height in JPEG": ("jpg", lambda: with_size(saved(), 240, 0), refused(Cause.DAMAGED, Cause.TOO_SMALL)),
    "no size in WebP": ("webp", lambda: _lossy_claim(0, 0), refused(Cause.DAMAGED, Cause.TOO_SMALL, Cause.NOT_A_PICTURE)),
    "a PNG bomb of 400 million pixels": ("png", lambda: _bomb(20000), TOO_MANY),
    "a PNG that claims four thousand million pixels": ("png", lambda: _claim(65535, 65535), TOO_MANY),
    "a PNG that claims all that its header can": (
        "png",
        lambda: _claim(0x7FFFFFFF, 0x7FFFFFFF),
        refused(Cause.TOO_MANY_PIXELS, Cause.DAMAGED),
    ),
    "a PNG that claims a side below nought": (
        "png",
        lambda: _claim(0xFFFFFFFF, 300),
        refused(Cause.TOO_MANY_PIXELS, Cause.DAMAGED),
    ),
    "a PNG just above the limit": ("png", lambda: _claim(7747, 7747, 0), TOO_MANY),
    "a JPEG that claims 65535 pixels each way": ("jpg", lambda: with_size(saved(), 65535, 65535), TOO_MANY),
    "a JPEG that claims 65500 by 1000": ("jpg", lambda: with_size(saved(), 65500, 1000), TOO_MANY),
    "a JPEG that claims more rows than it has": ("jpg", lambda: with_size(saved(), 240, 2080), Either()),
    "a JPEG that claims fewer rows than it has": ("jpg", lambda: with_size(saved(), 240, 200), Either()),
    "a WebP that claims 16383 pixels each way": ("webp", lambda: _lossless_claim(16383, 16383), TOO_MANY),
    "a WebP with loss that claims as much": ("webp", lambda: _lossy_claim(16383, 16383), TOO_MANY),
    "a WebP whose header claims sixteen million each way": (
        "webp",
        lambda: riff(vp8x(1 << 24, 1 << 24, 0), (b"VP8L", b"\x2f" + b"\0" * 60)),
        refused(Cause.TOO_MANY_PIXELS, Cause.DAMAGED, Cause.NOT_A_PICTURE),
    ),
    "text that unpacks to 96 MB": ("png", _text_bomb, refused(Cause.DAMAGED)),
    "a profile that unpacks to 96 MB": ("png", _profile_bomb, refused(Cause.DAMAGED)),
    "ninety texts of nearly a megabyte": ("png", _many_text_bombs, refused(Cause.DAMAGED)),
    "pixels that unpack to 64 MB more than they fill": ("png", _row_too_long, Either()),
    "just heavier than the limit": ("jpg", lambda: _padded(LIMIT + 70000), HEAVY),
    "a small picture and 26 MB behind": ("jpg", lambda: saved() + b"\0" * (LIMIT + 1), HEAVY),
    "nearly as heavy as the limit": ("jpg", lambda: _padded(LIMIT - 200000), Taken()),
}  # fmt: skip

FILES = [OddFile(case, f"size.{ending}", make, end) for case, (ending, make, end) in CASES.items()]
