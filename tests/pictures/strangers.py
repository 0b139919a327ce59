"""Files that are no JPEG, PNG or WebP whatever they are called, and those that are two things at once."""

import gzip
import struct
import zipfile
import zlib
from io import BytesIO

from .containers import PNG, box, chunk, chunks_of, png, segment, with_chunks, with_segments
from .odd_files import HIGH, SECRET, WIDE, Cause, Either, OddFile, Taken, refused, saved, the_scene

STRANGER = refused(Cause.NOT_A_PICTURE)
SCRIPT = f"<script>document.title='{SECRET}'</script>"
HTML = f"<!doctype html><html><body>{SCRIPT}</body></html>".encode()
SVG = f'<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400">{SCRIPT}</svg>'.encode()
PHP = f"<?php system($_GET['{SECRET}']); ?>".encode()
PDF = f"%PDF-1.4\n1 0 obj<</Type/Catalog/Author({SECRET})>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n".encode()


def _zip() -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(zipfile.ZipInfo("index.html"), HTML)
    return buffer.getvalue()


def _moving_image_file(brand: bytes) -> bytes:
    size = struct.pack(">III", 0, 4032, 3024)
    properties = box(b"iprp", box(b"ipco", box(b"ispe", size)))
    return (
        box(b"ftyp", brand + b"\0\0\0\0mif1" + brand)
        + box(b"meta", b"\0\0\0\0" + properties)
        + box(b"mdat", b"\0" * 900)
    )


def _direct_draw() -> bytes:
    return (
        b"DDS "
        + struct.pack("<7I", 124, 0x1007, 256, 256, 1024, 0, 0)
        + b"\0" * 44
        + struct.pack("<2I", 32, 4)
        + b"DXT1"
        + b"\0" * 40
        + b"\0" * 32768
    )


def _photoshop() -> bytes:
    return (
        b"8BPS\0\x01" + b"\0" * 6 + struct.pack(">HIIHH", 3, 400, 400, 8, 3) + b"\0" * 14 + b"\x11" * 480000
    )


OTHER = {
    "GIF": ("logo.gif", lambda: saved("GIF")),
    "BMP": ("scan.bmp", lambda: saved("BMP")),
    "TIFF": ("scan.tif", lambda: saved("TIFF")),
    "an icon": ("favicon.ico", lambda: saved("ICO", size=(256, 256))),
    "SVG": ("logo.svg", lambda: SVG),
    "SVG, packed": ("logo.svgz", lambda: gzip.compress(SVG, mtime=0)),
    "HTML": ("page.html", lambda: HTML),
    "PDF": ("paper.pdf", lambda: PDF),
    "Photoshop": ("poster.psd", _photoshop),
    "HEIC of a phone": ("IMG_0001.HEIC", lambda: _moving_image_file(b"heic")),
    "HEIC named JPEG": ("IMG_0002.jpg", lambda: _moving_image_file(b"mif1")),
    "AVIF": ("photo.avif", lambda: saved("AVIF")),
    "JPEG 2000": ("photo.jp2", lambda: saved("JPEG2000")),
    "JPEG XL": ("photo.jxl", lambda: b"\xff\x0a" + b"\x11" * 800),
    "PostScript": (
        "drawing.eps",
        lambda: f"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 400 400\n({SECRET}) run\n".encode(),
    ),
    "PPM": ("scan.ppm", lambda: saved("PPM")),
    "Targa": ("render.tga", lambda: saved("TGA")),
    "DirectDraw": ("texture.dds", _direct_draw),
    "a film in WebM": (
        "film.webm",
        lambda: b"\x1aE\xdf\xa3\x9fB\x86\x81\x01B\xf7\x81\x01B\x82\x84webm" + b"\0" * 900,
    ),
    "a film in MP4": ("film.mp4", lambda: _moving_image_file(b"isom")),
    "sound in RIFF": (
        "speech.wav",
        lambda: b"RIFF" + struct.pack("<I", 36) + b"WAVEfmt \x10\0\0\0\1\0\1\0" + b"\0" * 900,
    ),
    "an archive": ("photos.zip", _zip),
    "text": ("notes.txt", lambda: "From left to right: \nمن اليمين إلى اليسار\n".encode()),
    "an empty file": ("empty.jpg", lambda: b""),
    "one byte": ("one.jpg", lambda: b"\xff"),
    "noughts": ("card.jpg", lambda: b"\0" * 20000),
    "HTML named JPEG": ("photo.jpg", lambda: HTML * 2),
    "PDF named JPEG": ("paper.jpg", lambda: PDF * 3),
    "SVG named PNG": ("logo.png", lambda: b"<?xml version='1.0'?>" + SVG),
    "PHP named JPEG": ("shell.php.jpg", lambda: PHP),
    "GIF and script at once": (
        "banner.gif",
        lambda: b"GIF89a/*" + saved("GIF")[8:] + f"*/=1;alert('{SECRET}')".encode(),
    ),
    "a program for Windows": ("photo.jpg.exe", lambda: b"MZ\x90\0" + b"\0" * 900),
    "the shadow that a Mac leaves": (
        "._IMG_0001.JPG",
        lambda: b"\0\x05\x16\x07\0\x02\0\0Mac OS X        " + b"\0" * 60 + SECRET.encode(),
    ),
    "a list of pictures that Pillow could follow": ("picture.fli", lambda: b"\0\0\0\0\x11\xaf" + b"\0" * 300),
    "a lossless JPEG": ("xray.jpg", lambda: saved().replace(b"\xff\xc0\0\x11", b"\xff\xc3\0\x11")),
    "a JPEG of twelve bits": (
        "xray12.jpg",
        lambda: saved().replace(b"\xff\xc0\0\x11\x08", b"\xff\xc1\0\x11\x0c"),
    ),
    "a JPEG of a scanner (JPEG-LS)": (
        "xrayls.jpg",
        lambda: saved().replace(b"\xff\xc0\0\x11", b"\xff\xf7\0\x11"),
    ),
}
MAY_SEEM_DAMAGED = ("a lossless", "a JPEG of")

MISNAMED = {
    "PNG named JPEG": ("photo.jpg", lambda: saved("PNG")),
    "JPEG named PNG": ("photo.png", lambda: saved()),
    "WebP named JPEG": ("photo.jpg", lambda: saved("WEBP", lossless=True, method=0, quality=10)),
    "JPEG named HTML": ("photo.html", lambda: saved(quality=81)),
    "JPEG named SVG": ("photo.svg", lambda: saved(quality=82)),
    "JPEG named HEIC": ("IMG_0009.HEIC", lambda: saved(quality=83)),
}


def _script_as_head() -> bytes:
    """Return a JPEG whose first segment is so long that a browser told it is script may run its end."""
    plain, script = saved(), f"*/=1;alert('{SECRET}')/*".encode()
    length = int.from_bytes(b"/*")  # the length of the segment opens a comment
    return with_segments(plain, segment(0xE0, b"JFIF\0\1\1".ljust(length - 2 - len(script), b"\0") + script))


def _php_in_pixels() -> bytes:
    """Return a PNG whose pixels, stored without packing, spell a program."""
    row = (PHP * 40)[: WIDE * 3]
    rows = b"".join(b"\0" + row for _row in range(HIGH))
    return png(WIDE, HIGH, b"", packed=zlib.compress(rows, 0))


def _pdf_and_png() -> bytes:
    return with_chunks(saved("PNG"), chunk(b"puPd", PDF)) + PDF


def _jpeg_in_png() -> bytes:
    parts = chunks_of(saved("PNG"))
    return PNG + b"".join(chunk(*part) for part in parts[:-1]) + saved() + chunk(*parts[-1])


TWO_AT_ONCE = {
    "JPEG with HTML in its comment": (
        "a.jpg",
        lambda: with_segments(saved(), segment(0xFE, HTML)),
        the_scene(),
    ),
    "JPEG with an archive behind": ("b.jpg", lambda: saved() + _zip(), the_scene()),
    "JPEG with PHP behind": ("c.php.jpg", lambda: saved() + PHP, the_scene()),
    "JPEG whose head is script": ("d.jpg", _script_as_head, the_scene()),
    "JPEG with PDF behind": ("e.jpg", lambda: saved() + PDF, the_scene()),
    "PNG with PHP in its text": (
        "f.png",
        lambda: with_chunks(saved("PNG"), chunk(b"tEXt", b"Comment\0" + PHP)),
        the_scene(),
    ),
    "PNG with PHP in its pixels": ("g.png", _php_in_pixels, Taken()),
    "PNG with PDF": ("h.png", _pdf_and_png, the_scene()),
    "PNG with HTML behind": ("i.png", lambda: saved("PNG") + HTML, the_scene()),
    "WebP with script behind": ("j.webp", lambda: saved("WEBP", lossless=True) + HTML, the_scene()),
    "PNG with a JPEG among its chunks": ("k.png", _jpeg_in_png, Either()),
    "HTML before a JPEG": ("l.jpg", lambda: HTML + saved(), STRANGER),
    "PDF with a JPEG inside": ("m.jpg", lambda: PDF + saved() + PDF, STRANGER),
}


def end_of_other(case: str):
    """Return the end of a file of another kind: a few have a sentence of their own."""
    if case.startswith("HEIC"):
        return refused(Cause.HEIC)
    if case == "an empty file":
        return refused(Cause.EMPTY)
    return refused(Cause.NOT_A_PICTURE, Cause.DAMAGED) if case.startswith(MAY_SEEM_DAMAGED) else STRANGER


FILES = (
    [OddFile(case, name, make, end_of_other(case)) for case, (name, make) in OTHER.items()]
    + [OddFile(case, name, make, the_scene()) for case, (name, make) in MISNAMED.items()]
    + [OddFile(case, name, make, end) for case, (name, make, end) in TWO_AT_ONCE.items()]
)
