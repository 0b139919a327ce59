"""Everything a file may bring along besides its pixels, each carrier with the secret or the place in it."""

import struct
import zlib

from .containers import box, chunk, pixels_of, riff, segment, vp8x, with_chunks, with_segments
from .exif import exif, small_jpeg, tiff
from .odd_files import (
    CAMERA_DAY,
    HIGH,
    LATITUDE,
    LONGITUDE,
    SECRET,
    WIDE,
    OddFile,
    saved,
    the_scene,
)

XMP = (
    '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:exif="http://ns.adobe.com/exif/1.0/" '
    f'dc:creator="{SECRET}" exif:GPSLatitude="33,41.62902N" exif:GPSLongitude="73,3.91446E"/></rdf:RDF></x:xmpmeta>'
).encode()
IPTC = b"".join(
    struct.pack(">BBBH", 0x1C, 2, dataset, len(SECRET)) + SECRET.encode()
    for dataset in (5, 80, 90, 105, 116, 120)
)
PHOTOSHOP = (
    b"Photoshop 3.0\x008BIM\x04\x04\0\0" + struct.pack(">I", len(IPTC)) + IPTC + b"\0" * (len(IPTC) % 2)
)
PLACE = f"geo:{LATITUDE},{LONGITUDE}"
MOVIE = box(b"ftyp", b"mp42\0\0\0\0isommp42") + box(
    b"moov", box(b"udta", f"+{LATITUDE}+{LONGITUDE}/{SECRET}".encode())
)


def _extended_xmp() -> list[bytes]:
    mark = b"0123456789ABCDEF0123456789ABCDEF"
    first = XMP.replace(b"dc:creator=", b'xmpNote:HasExtendedXMP="' + mark + b'" dc:creator=')
    head = b"http://ns.adobe.com/xmp/extension/\0" + mark + struct.pack(">II", len(XMP), 0)
    return [segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + first), segment(0xE1, head + XMP)]


def _jfif_thumbnail() -> bytes:
    """Return a JPEG whose first segment holds a thumbnail of plain points that spell the secret."""
    points = (SECRET.encode() * 3)[:30]
    plain = saved()
    old = 2 + 2 + struct.unpack_from(">H", plain, 4)[0]
    head = segment(0xE0, b"JFIF\0\x01\x02\x01\0\x48\0\x48" + bytes([10, 1]) + points)
    return plain[:2] + head + plain[old:]


def _multi_picture(count: int, second: bytes, *, number_of_images: bytes | None = None) -> bytes:
    """Return a JPEG followed by a second picture, with the index that phones write."""
    plain = with_segments(saved(), exif())
    entries = b"".join(struct.pack("<IIIHH", 0x030000 if n == 0 else 0, 0, 0, 0, 0) for n in range(count))
    head = b"II*\0\x08\0\0\0" + struct.pack("<H", 3)
    head += struct.pack("<HHI", 0xB000, 7, 4) + b"0100"
    head += struct.pack("<HHI", 0xB001, 4, 1) + (number_of_images or struct.pack("<I", count))
    head += struct.pack("<HHII", 0xB002, 7, 16 * count, 8 + 2 + 36 + 4) + b"\0\0\0\0"
    index = segment(0xE2, b"MPF\0" + head + entries)
    return with_segments(plain, index) + second


def _iptc_in_png() -> bytes:
    words = f"\niptc\n{len(IPTC):8}\n{IPTC.hex()}\n".encode()
    return chunk(b"zTXt", b"Raw profile type iptc\0\0" + zlib.compress(words))


def _exif_in_png_text() -> bytes:
    content = b"Exif\0\0" + tiff()
    words = f"\nexif\n{len(content):8}\n{content.hex()}\n".encode()
    return chunk(b"zTXt", b"Raw profile type exif\0\0" + zlib.compress(words))


def _itxt(key: bytes, words: bytes, *, packed: bool = False) -> bytes:
    return chunk(
        b"iTXt",
        key + (b"\0\1\0\0\0" if packed else b"\0\0\0\0\0") + (zlib.compress(words) if packed else words),
    )


def _webp(*behind, flags: int, before=()) -> bytes:
    picture = pixels_of(saved("WEBP", lossless=True))
    return riff(vp8x(WIDE, HIGH, flags), *before, picture, *behind)


JPEG = {
    "EXIF with everything": lambda: with_segments(saved(quality=94), exif()),
    "EXIF with a thumbnail": lambda: with_segments(saved(), exif(thumbnail=small_jpeg())),
    "two EXIF segments": lambda: with_segments(saved(), exif(), exif()),
    "XMP": lambda: with_segments(saved(), segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + XMP)),
    "extended XMP": lambda: with_segments(saved(), *_extended_xmp()),
    "IPTC in a Photoshop segment": lambda: with_segments(saved(), segment(0xED, PHOTOSHOP)),
    "a Photoshop segment cut short": lambda: with_segments(saved(), segment(0xED, PHOTOSHOP[:24])),
    "a comment": lambda: with_segments(saved(), segment(0xFE, f"{SECRET} {PLACE}".encode())),
    "a hundred comments": lambda: with_segments(saved(), *[segment(0xFE, SECRET.encode() * 99)] * 100),
    "a thumbnail in the JFIF segment": _jfif_thumbnail,
    "a thumbnail in a JFXX segment": lambda: with_segments(
        saved(), segment(0xE0, b"JFXX\0\x10" + small_jpeg())
    ),
    "a segment of each kind for programs": lambda: with_segments(
        saved(), *[segment(code, SECRET.encode()) for code in range(0xE1, 0xF0) if code != 0xEE]
    ),
    "a second picture behind the end": lambda: saved() + small_jpeg(),
    "a film behind the end": lambda: with_segments(saved(), exif()) + MOVIE,
    "text behind the end": lambda: saved() + f"{SECRET} {PLACE}".encode() * 100,
    "several pictures with an index": lambda: _multi_picture(2, small_jpeg()),
    "several pictures of which the others are missing": lambda: _multi_picture(3, b""),
    "an index of pictures that counts too many": lambda: _multi_picture(
        2, small_jpeg(), number_of_images=b"\xff\xff\xff\x7f"
    ),
    "a camera's segment of several pictures that is no index": lambda: with_segments(
        saved(), segment(0xE2, b"MPF\0" + SECRET.encode())
    ),
}

PNG = {
    "tEXt": lambda: with_chunks(saved("PNG"), chunk(b"tEXt", f"Author\0{SECRET}".encode())),
    "zTXt": lambda: with_chunks(
        saved("PNG"), chunk(b"zTXt", b"Comment\0\0" + zlib.compress(SECRET.encode() * 9))
    ),
    "iTXt": lambda: with_chunks(saved("PNG"), _itxt(b"Title", SECRET.encode())),
    "iTXt, packed": lambda: with_chunks(saved("PNG"), _itxt(b"Title", SECRET.encode() * 9, packed=True)),
    "XMP in iTXt": lambda: with_chunks(saved("PNG"), _itxt(b"XML:com.adobe.xmp", XMP)),
    "eXIf": lambda: with_chunks(saved("PNG", compress_level=1), chunk(b"eXIf", tiff())),
    "EXIF packed as text": lambda: with_chunks(saved("PNG"), _exif_in_png_text()),
    "IPTC packed as text": lambda: with_chunks(saved("PNG"), _iptc_in_png()),
    "tIME and pHYs": lambda: with_chunks(
        saved("PNG"),
        chunk(b"tIME", struct.pack(">H5B", 2018, 4, 3, 10, 0, 0)),
        chunk(b"pHYs", struct.pack(">IIB", 2835, 2835, 1)),
    ),
    "a chunk of a program": lambda: with_chunks(saved("PNG"), chunk(b"prVt", SECRET.encode())),
    "text behind IEND": lambda: saved("PNG") + f"{SECRET} {PLACE}".encode(),
    "a chunk behind IEND": lambda: saved("PNG") + chunk(b"tEXt", f"Author\0{SECRET}".encode()),
    "text that is not of its alphabet": lambda: with_chunks(
        saved("PNG"), _itxt(b"Title", b"\xff\xfe" + SECRET.encode())
    ),
    "text without an end of its key": lambda: with_chunks(saved("PNG"), chunk(b"zTXt", SECRET.encode())),
}

WEBP = {
    "EXIF": lambda: _webp((b"EXIF", tiff(thumbnail=small_jpeg())), flags=0x08),
    "EXIF with the head of JPEG": lambda: _webp((b"EXIF", b"Exif\0\0" + tiff()), flags=0x08),
    "XMP": lambda: _webp((b"XMP ", XMP), flags=0x04),
    "an unknown chunk": lambda: _webp((b"ABCD", SECRET.encode()), flags=0),
    "text behind the end": lambda: saved("WEBP") + SECRET.encode(),
}

WITH_A_DAY = ("EXIF", "two EXIF", "eXIf", "a film", "several pictures", "an index of")


def _day(case: str):
    # Whether the other ways to write a day are read is left open.
    return CAMERA_DAY if case.startswith(WITH_A_DAY) else ... if "XMP" in case else None


DAYS = {
    "a day of the camera, in its last second": (b"2018:04:03 23:59:59\0", CAMERA_DAY),
    "a day of noughts": (b"0000:00:00 00:00:00\0", None),
    "a day of blanks": (b"    :  :     :  :  \0", None),
    "a thirty-first of February": (b"2018:02:31 10:20:30\0", None),
    "a day that is text": (SECRET.encode() + b"\0", None),
    "a day in other signs": ("٢٠١٨:٠٤:٠٣ 10:20:30\0".encode(), ...),
    "no day": (None, None),
    "a day of one byte": (b"2", None),
    "a day far to come": (b"9999:12:31 10:20:30\0", ...),
    "a day written with hyphens": (b"2018-04-03 10:20:30\0", ...),
}

FILES = [
    OddFile(f"{kind}: {case}", f"photo.{ending}", make, the_scene(camera_day=_day(case)))
    for kind, ending, cases in (("JPEG", "jpg", JPEG), ("PNG", "png", PNG), ("WebP", "webp", WEBP))
    for case, make in cases.items()
] + [
    OddFile(
        case, "day.jpg", lambda day=day: with_segments(saved(), exif(day=day)), the_scene(camera_day=wanted)
    )
    for case, (day, wanted) in DAYS.items()
]
