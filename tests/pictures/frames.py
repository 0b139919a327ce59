"""Files of several pictures: animations, which are refused, and those that hold one picture after all."""

import struct
import zlib

from .containers import PNG, chunk, chunks_of, pixels_of, riff, vp8x, with_chunks
from .odd_files import HIGH, SECRET, WIDE, Cause, OddFile, quarters, refused, saved, scene, the_scene, written

ANIMATED = refused(Cause.ANIMATED)
FOREIGN = refused(Cause.NOT_A_PICTURE, Cause.ANIMATED)


def _frames(count: int) -> list:
    return [scene()] + [quarters(*[(n * 40, 90, 90)] * 4) for n in range(1, count)]


def _moving(kind: str, count: int, **options) -> bytes:
    first, *others = _frames(count)
    return written(first, kind, save_all=True, append_images=others, duration=90, **options)


def _single_frame_webp() -> bytes:
    pixels = pixels_of(saved("WEBP", lossless=True))
    frame = b"\0" * 6 + struct.pack("<I", WIDE - 1)[:3] + struct.pack("<I", HIGH - 1)[:3] + b"\x5a\0\0\0"
    frame += pixels[0] + struct.pack("<I", len(pixels[1])) + pixels[1] + b"\0" * (len(pixels[1]) % 2)
    return riff(vp8x(WIDE, HIGH, 0x02), (b"ANIM", b"\xff\xff\xff\xff\0\0"), (b"ANMF", frame))


def _png_that_says_it_moves(count: int) -> bytes:
    """Return a PNG with the head of an animation and one frame only."""
    control = struct.pack(">IIIIIHHBB", 0, WIDE, HIGH, 0, 0, 1, 10, 0, 0)
    return with_chunks(saved("PNG"), chunk(b"acTL", struct.pack(">II", count, 0)), chunk(b"fcTL", control))


def _hidden_first_picture() -> bytes:
    """Return an animation in PNG whose still picture is not one of its frames."""
    still = chunks_of(saved("PNG"))
    frame = struct.pack(">IIIIHHBB", WIDE, HIGH, 0, 0, 1, 10, 0, 0)
    packed = zlib.compress((b"\0" + bytes(WIDE * 3)) * HIGH)
    body = [still[0], (b"acTL", struct.pack(">II", 2, 0)), *still[1:-1]]
    for number in (0, 1):
        body.append((b"fcTL", struct.pack(">I", 2 * number) + frame))
        body.append((b"fdAT", struct.pack(">I", 2 * number + 1) + packed))
    return PNG + b"".join(chunk(*part) for part in [*body, still[-1]])


FILES = [
    OddFile("an animation in GIF", "dance.gif", lambda: _moving("GIF", 3), FOREIGN),
    OddFile("an animation in WebP", "dance.webp", lambda: _moving("WEBP", 3), ANIMATED),
    OddFile("an animation in WebP, named JPEG", "dance.jpg", lambda: _moving("WEBP", 2), ANIMATED),
    OddFile("an animation in PNG", "dance.png", lambda: _moving("PNG", 3), ANIMATED),
    OddFile("an animation in PNG beside a still picture", "sticker.png", _hidden_first_picture, ANIMATED),
    OddFile("an animation in WebP of one frame", "still.webp", _single_frame_webp, the_scene()),
    OddFile("an animation in PNG of one frame", "still.png", lambda: _png_that_says_it_moves(1), the_scene()),
    OddFile(
        "a PNG that claims a million frames",
        "many.png",
        lambda: _png_that_says_it_moves(1_000_000),
        refused(Cause.ANIMATED, Cause.DAMAGED),
    ),
    OddFile("several pages in TIFF", "pages.tif", lambda: _moving("TIFF", 2), FOREIGN),
    OddFile(
        "several pictures in JPEG (MPO)",
        "IMG_2001.MPO",
        lambda: written(
            scene(),
            "MPO",
            quality=95,
            subsampling=0,
            save_all=True,
            append_images=_frames(2)[1:],
            comment=SECRET.encode(),
        ),
        the_scene(),
    ),
]
