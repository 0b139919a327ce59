"""ICC profiles: wide gamuts that must be converted, a secret in their copyright, and those that are broken or lie."""

import struct

from .containers import chunk, pixels_of, riff, vp8x, with_chunks
from .odd_files import HIGH, SECRET, WIDE, OddFile, Taken, quarters, saved, scene, showing, the_scene, written

P3 = ((0.51512, 0.24120, -0.00105), (0.29198, 0.69225, 0.04189), (0.15710, 0.06657, 0.78407))
ADOBE = ((0.60974, 0.31111, 0.01947), (0.20528, 0.62567, 0.06087), (0.14919, 0.06322, 0.74457))
PAPER_D50 = (0.9642, 1.0, 0.8249)
# Pure red, green and blue of sRGB, as the wide gamuts write them; a grey is the same in all.
IN_P3 = ((234, 51, 35), (117, 251, 76), (0, 0, 245), (120, 120, 120))
IN_ADOBE = ((219, 0, 0), (144, 255, 60), (0, 0, 250), (128, 128, 128))
IN_SRGB = ((255, 0, 0), (0, 255, 0), (0, 0, 255), (122, 122, 122))


def _fixed(*numbers: float) -> bytes:
    return b"".join(struct.pack(">i", round(number * 65536)) for number in numbers)


def _curve(levels: list[int]) -> bytes:
    return b"curv\0\0\0\0" + struct.pack(f">I{len(levels)}H", len(levels), *levels)


def _text(words: str) -> bytes:
    return b"text\0\0\0\0" + words.encode() + b"\0"


def _described(words: str) -> bytes:
    plain = words.encode() + b"\0"
    return b"desc\0\0\0\0" + struct.pack(">I", len(plain)) + plain + b"\0" * 78


def profile(space: bytes, connection: bytes, kind: bytes, tags: dict[bytes, bytes]) -> bytes:
    """Return an ICC profile of these tags, with the secret as its name and copyright."""
    tags = {
        b"desc": _described(f"Display of {SECRET}"),
        b"cprt": _text(f"Copyright {SECRET}"),
        b"wtpt": b"XYZ \0\0\0\0" + _fixed(*PAPER_D50),
        **tags,
    }
    place, table, body = 128 + 4 + 12 * len(tags), b"", b""
    for name, content in tags.items():
        content += b"\0" * (-len(content) % 4)
        table += name + struct.pack(">II", place + len(body), len(content))
        body += content
    size = place + len(body)
    header = struct.pack(">I4s4s4s4s4s", size, b"lcms", b"\x02\x40\0\0", kind, space, connection)
    header += struct.pack(">6H", 2018, 4, 3, 10, 0, 0) + b"acsp" + b"\0" * 28 + _fixed(*PAPER_D50)
    return header.ljust(128, b"\0") + struct.pack(">I", len(tags)) + table + body


def matrix_profile(primaries, levels: list[int]) -> bytes:
    """Return an RGB profile of three primaries and one curve."""
    columns = dict(zip((b"rXYZ", b"gXYZ", b"bXYZ"), primaries, strict=True))
    tags = {name: b"XYZ \0\0\0\0" + _fixed(*column) for name, column in columns.items()}
    tags |= dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), _curve(levels))
    return profile(b"RGB ", b"XYZ ", b"mntr", tags)


def _srgb_levels() -> list[int]:
    parts = [step / 1023 for step in range(1024)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return [round(65535 * part) for part in linear]


def display_p3() -> bytes:
    """Return the profile that phones write."""
    return matrix_profile(P3, _srgb_levels())


def adobe_rgb() -> bytes:
    """Return the profile that cameras write."""
    return matrix_profile(ADOBE, [563])  # a gamma of 563/256


def grey_profile() -> bytes:
    """Return a profile of grey alone."""
    return profile(b"GRAY", b"XYZ ", b"mntr", {b"kTRC": _curve([563])})


def press_profile() -> bytes:
    """Return the profile of a printing press that lays dull inks: its cyan is (0, 145, 214), not (0, 255, 255)."""
    inks = {0: (-40, -31, -48), 1: (-47, 74, -5), 2: (-6, -5, 93), 3: (-79, 0, 0)}
    points = b""
    for point in range(16):
        laid = [ink for ink in range(4) if point >> (3 - ink) & 1]
        light, red, yellow = (part + sum(inks[ink][n] for ink in laid) for n, part in enumerate((95, 0, 0)))
        points += bytes([round(max(0, light) * 2.55), max(0, red + 128), min(255, yellow + 128)])
    table = b"mft1\0\0\0\0" + bytes([4, 3, 2, 0]) + _fixed(1, 0, 0, 0, 1, 0, 0, 0, 1)
    table += bytes(range(256)) * 4 + points + bytes(range(256)) * 3
    return profile(b"CMYK", b"Lab ", b"prtr", {b"A2B0": table})


def _wide(colours, icc: bytes, kind="JPEG", mode="RGB") -> bytes:
    return written(quarters(*colours).convert(mode), kind, icc_profile=icc)


def _palette_with_profile() -> bytes:
    numbers = quarters(0, 1, 2, 3, mode="P")
    numbers.putpalette([level for colour in IN_P3 for level in colour])
    return written(numbers, "PNG", icc_profile=display_p3())


def _webp_with(icc: bytes) -> bytes:
    picture = pixels_of(written(quarters(*IN_P3), "WEBP", lossless=True))
    return riff(vp8x(WIDE, HIGH, 0x20), (b"ICCP", icc), picture)


def _press(**options) -> bytes:
    inks = quarters((0, 0, 0, 0), (255, 0, 0, 0), (0, 255, 0, 0), (0, 0, 255, 0), mode="CMYK")
    return written(inks, "JPEG", **options)


def _png_with_profile(packed: bytes) -> bytes:
    return with_chunks(saved("PNG"), chunk(b"iCCP", b"profile\0\0" + packed))


def _damaged(icc: bytes) -> bytes:
    middle = len(icc) // 3
    return icc[:middle] + bytes(byte ^ 0xA5 for byte in icc[middle : 2 * middle]) + icc[2 * middle :]


WIDE_FILES = [
    OddFile(
        "a wide gamut of a phone, in JPEG",
        "p3.jpg",
        lambda: _wide(IN_P3, display_p3()),
        showing(*IN_SRGB, near=20),
    ),
    OddFile(
        "a wide gamut of a camera, in JPEG",
        "adobe.jpg",
        lambda: _wide(IN_ADOBE, adobe_rgb()),
        showing((255, 0, 0), (0, 255, 0), (0, 0, 255), (128, 128, 128), near=20),
    ),
    OddFile(
        "a wide gamut in PNG", "p3.png", lambda: _wide(IN_P3, display_p3(), "PNG"), showing(*IN_SRGB, near=20)
    ),
    OddFile(
        "a wide gamut in PNG with an alpha channel",
        "p3a.png",
        lambda: _wide(IN_P3, display_p3(), "PNG", "RGBA"),
        showing(*IN_SRGB, near=20),
    ),
    OddFile(
        "a wide gamut in PNG with a palette",
        "p3p.png",
        _palette_with_profile,
        showing(*IN_SRGB, near=20),
    ),
    OddFile("a wide gamut in WebP", "p3.webp", lambda: _webp_with(display_p3()), showing(*IN_SRGB, near=20)),
    OddFile(
        "inks with the profile of their press",
        "press.jpg",
        lambda: _press(icc_profile=press_profile()),
        showing((240, 240, 240), (0, 145, 214), (205, 0, 120), (248, 225, 0), near=40),
    ),
    OddFile(
        "grey with a profile of grey",
        "grey.jpg",
        lambda: written(scene("L"), "JPEG", icc_profile=grey_profile()),
        Taken(),
    ),
]

LYING = {
    "an RGB profile on inks": (lambda: _press(icc_profile=display_p3()), Taken()),
    "a profile of inks on RGB": (lambda: saved(icc_profile=press_profile()), the_scene()),
    "a profile of grey on RGB": (lambda: saved(icc_profile=grey_profile()), the_scene()),
    "an RGB profile on grey": (
        lambda: written(scene("L"), "JPEG", icc_profile=display_p3()),
        Taken(),
    ),
    "a profile that is text": (
        lambda: saved(icc_profile=f"no profile but {SECRET}".encode() * 20),
        the_scene(),
    ),
    "a profile cut short": (lambda: saved(icc_profile=display_p3()[:200]), the_scene()),
    "a profile of its header alone": (lambda: saved(icc_profile=display_p3()[:128]), the_scene()),
    "a profile damaged inside": (lambda: saved(icc_profile=_damaged(adobe_rgb())), Taken()),
    "a profile of no bytes in PNG": (lambda: _png_with_profile(b""), the_scene()),
    "a profile that does not unpack in PNG": (lambda: _png_with_profile(b"not zlib at all"), the_scene()),
}

FILES = WIDE_FILES + [OddFile(case, "holiday.jpg", make, end) for case, (make, end) in LYING.items()]
