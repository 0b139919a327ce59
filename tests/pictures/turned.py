"""Pictures that lie on their side, and what a camera says of it: all eight ways, in three containers, true and untrue."""

from PIL import Image

from .containers import chunk, pixels_of, riff, segment, vp8x, with_chunks, with_segments
from .exif import exif, tiff
from .odd_files import CAMERA_DAY, OddFile, Taken, saved, scene, the_scene, written

Turn = Image.Transpose
# How the upright scene is laid down so that the number of the orientation turns it up again.
LAID_DOWN = {
    1: None,
    2: Turn.FLIP_LEFT_RIGHT,
    3: Turn.ROTATE_180,
    4: Turn.FLIP_TOP_BOTTOM,
    5: Turn.TRANSPOSE,
    6: Turn.ROTATE_90,
    7: Turn.TRANSVERSE,
    8: Turn.ROTATE_270,
}


def laid_down(orientation: int) -> Image.Image:
    """Return the scene as the sensor of a camera held that way sees it."""
    turn = LAID_DOWN[orientation]
    return scene() if turn is None else scene().transpose(turn)


def _jpeg(orientation: int) -> bytes:
    return with_segments(written(laid_down(orientation), "JPEG"), exif(orientation=orientation))


def _png(orientation: int) -> bytes:
    laid = written(laid_down(orientation), "PNG")
    return with_chunks(laid, chunk(b"eXIf", tiff(orientation=orientation)))


def _webp(orientation: int) -> bytes:
    laid = laid_down(orientation)
    picture = pixels_of(written(laid, "WEBP", lossless=True))
    return riff(vp8x(*laid.size, 0x08), picture, (b"EXIF", tiff(orientation=orientation)))


def _with_tag(tag: bytes) -> bytes:
    return with_segments(saved(), segment(0xE1, b"Exif\0\0" + tag))


def _xmp_orientation() -> bytes:
    words = b'<x:xmpmeta><rdf:Description tiff:Orientation="6"/></x:xmpmeta>'
    return with_segments(saved(), segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + words))


TURNED = [
    OddFile(
        f"turned, orientation {n}, {kind}",
        f"IMG_{n}.{kind}",
        lambda n=n, m=make: m(n),
        the_scene(camera_day=CAMERA_DAY),
    )
    for kind, make in {"jpg": _jpeg, "png": _png, "webp": _webp}.items()
    for n in LAID_DOWN
]

UNTRUE = {
    "orientation 0": lambda: with_segments(saved(), exif(orientation=0)),
    "orientation 9": lambda: with_segments(saved(), exif(orientation=9)),
    "orientation 65535": lambda: with_segments(saved(), exif(orientation=65535)),
    "an orientation written as text": lambda: _with_tag(tiff(raw={0x0112: (2, 2, b"6\0\0\0")})),
    "an orientation of many numbers": lambda: _with_tag(tiff(raw={0x0112: (3, 60000, b"\xff\xff\xff\x7f")})),
    "an orientation written as a fraction by nothing": lambda: _with_tag(
        tiff(raw={0x0112: (5, 1, b"\0\0\0\0")})
    ),
    "EXIF that is cut short": lambda: _with_tag(tiff()[:40]),
    "EXIF that is not EXIF": lambda: _with_tag(b"no such thing at all"),
    "EXIF of nothing": lambda: _with_tag(b""),
    "EXIF whose list points at itself": lambda: _with_tag(tiff(raw={0x8769: (4, 1, b"\x08\0\0\0")})),
    "EXIF whose list points far outside": lambda: _with_tag(tiff(raw={0x8769: (4, 1, b"\xff\xff\xff\xff")})),
    "EXIF of sixty thousand entries": lambda: _with_tag(b"II*\0\x08\0\0\0\x60\xea" + b"\xff" * 400),
}

FILES = TURNED + [
    OddFile(case, "DSC_0007.JPG", make, the_scene(camera_day=...)) for case, make in UNTRUE.items()
]
# Turning is what XMP asks for too; programs do not agree on whether to listen.
FILES.append(
    OddFile("an orientation in XMP alone", "edited.jpg", _xmp_orientation, Taken(size=..., camera_day=...))
)
# Entries that a program reads without complaint and cannot write again: tag, kind, count, value.
UNWRITABLE = {
    "text as a fraction": {0x010E: (5, 1, b"\1\0\0\0")},
    "text as a number with a point": {0x010E: (11, 1, b"\1\0\0\0")},
    "a resolution as text": {0x011A: (2, 1, b"1\0\0\0")},
    "a resolution below nought": {0x011A: (9, 1, b"\xff\xff\xff\xff")},
    "a unit as bytes": {0x0128: (1, 1, b"\1\0\0\0")},
    "a unit too large": {0x0128: (4, 1, b"\xff\xff\xff\xff")},
    "places of strips too large": {0x0111: (4, 1, b"\xff\xff\xff\xff")},
    "words of a program as text": {0x02BC: (2, 1, b"1\0\0\0")},
    "words of a program as a number": {0x02BC: (11, 1, b"\1\0\0\0")},
    "a list of the place below nought": {0x8825: (9, 1, b"\xff\xff\xff\xff")},
    "an unknown kind of entry": {0x010E: (200, 3, b"\1\2\3\4")},
}


def _unwritable(raw: dict) -> bytes:
    return with_segments(written(laid_down(6), "JPEG"), exif(orientation=6, raw=raw))


FILES += [
    OddFile(
        f"turned, and {case}", f"IMG_00{n}.jpg", lambda raw=raw: _unwritable(raw), the_scene(camera_day=...)
    )
    for n, (case, raw) in enumerate(UNWRITABLE.items())
]
