"""Cut IBM Plex to the letters the site draws, and name the result "Outreach Sans": "Plex" is a reserved font name.

Run by hand, only when the faces or the letters change: `python deploy/fonts.py PACKAGES`, where PACKAGES holds
the two npm packages named in static/fonts/README.md, unpacked. Needs fonttools and brotli, which the site does not.
"""

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter, parse_unicodes
from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parent.parent / "static" / "fonts"
STYLES = {400: "Regular", 600: "SemiBold"}

# No wider than the unicode-range of the face in css/fonts.css, or the browser never asks for the rest.
LATIN = (
    "20-7E A0-FF 131 152-153 2BB-2BC 2C6 2DA 2DC 2010-2015 2018-201E 2020-2022 2026 202F 2030"
    " 2032-2033 2039-203A 2044 20AC 2122 2191 2193 2212"
)
# Names from other Latin alphabets, and Arabic and Urdu names written with marks: fetched only where one stands.
LATIN_EXTENDED = "100-130 132-151 154-17F 192 1CD-1DC 1E6-1EB 218-21B 259 2B9-2BA 1E00-1E99 1E9E 1EF2-1EF9"
# No Latin digits or points: beside Arabic they are drawn from the Latin face, a little smaller.
ARABIC = (
    "20 A0 60C 61B 61F 621-63A 640-655 660-66D 670-671 679 67E 686 688 691 698 6A9 6AF 6BA 6BE"
    " 6C0-6C3 6CC 6D2-6D4 6F0-6F9 200C-200F"
)
# File written, package and face it is cut from, family it is afterwards, characters kept.
CUTS = [
    ("outreach-sans-latin", "ibm-plex-sans", "IBM Plex Sans", "Outreach Sans", LATIN),
    ("outreach-sans-latin-ext", "ibm-plex-sans", "IBM Plex Sans", "Outreach Sans", LATIN_EXTENDED),
    ("outreach-sans-arabic", "ibm-plex-sans-arabic", "IBM Plex Sans Arabic", "Outreach Sans Arabic", ARABIC),
]
FEATURES = ["init", "medi", "fina", "isol", "rlig", "liga", "calt", "ccmp", "locl", "mark", "mkmk", "kern"]
COPYRIGHT, DESCRIPTION, LICENCE, LICENCE_ADDRESS = 0, 10, 13, 14


def cut(font, characters):
    """Keep these characters, and every glyph and rule that shaping them needs."""
    subsetter = Subsetter(Options(layout_features=FEATURES, notdef_outline=True, name_IDs=["*"]))
    subsetter.populate(unicodes=parse_unicodes(characters))
    subsetter.subset(font)


def rename(font, was, family, style):
    """Give the face our own name in every record; copyright and licence stay, and it says what it was."""
    names = font["name"]
    version = names.getDebugName(5)
    kept = (COPYRIGHT, LICENCE, LICENCE_ADDRESS)
    names.names = [record for record in names.names if record.nameID in kept and record.platformID == 3]
    full, postscript = f"{family} {style}", f"{family.replace(' ', '')}-{style}"
    note = f"A modified version of {was}: cut to fewer characters and renamed."
    words = {1: family, 2: "Regular", 3: f"{version}; {postscript}", 4: full, 5: version, 6: postscript}
    words |= {DESCRIPTION: note, 16: family, 17: style}
    if style != "Regular":
        words[1] = full
    for number, text in words.items():
        names.setName(text, number, 3, 1, 0x409)


def main(packages):
    """Write the six files beside the other faces."""
    for target, package, was, family, characters in CUTS:
        for weight, style in STYLES.items():
            face = f"{was.replace(' ', '')}-{style}.woff2"
            source = Path(packages) / package / "fonts" / "complete" / "woff2" / face
            font = TTFont(source, recalcTimestamp=False)
            cut(font, characters)
            rename(font, was, family, style)
            font.flavor = "woff2"
            font.save(FONTS / f"{target}-{weight}.woff2")


if __name__ == "__main__":
    main(sys.argv[1])
