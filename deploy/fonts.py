"""Cut IBM Plex and Source Serif to the letters the site draws, named "Outreach": both names are reserved font names.

Run by hand, only when the faces or the letters change: `python deploy/fonts.py PACKAGES`, where PACKAGES holds
the npm packages named in static/fonts/README.md, unpacked. Needs fonttools and brotli, which the site does not.
"""

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter, parse_unicodes
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

FONTS = Path(__file__).resolve().parent.parent / "static" / "fonts"
STYLES = {400: "Regular", 600: "SemiBold"}

# No wider than the unicode-range of the face in css/fonts.css, or the browser never asks for the rest.
LATIN = (
    "20-7E A0-FF 131 152-153 2BB-2BC 2C6 2DA 2DC 2010-2015 2018-201E 2020-2022 2026 202F 2030"
    " 2032-2033 2039-203A 2044 20AC 2122 2191 2193 2212"
)
# What Latin there is on a page in Arabic script, but for letters with accents: those come from the whole file.
PLAIN = "20-7E A0 A7 A9 AB B0 B7 BB 2010-2014 2018-2019 201C-201D 2022 2026 202F 20AC 2212"
# Figures, and the points and brackets of a sentence in Naskh: on each of its pages, so in a file that is small.
FIGURES = "20-22 25-3A 5B 5D A0 AB BB 2010-2014 2018-2019 201C-201D 2026 2212"
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
    ("outreach-sans-latin-plain", "ibm-plex-sans", "IBM Plex Sans", "Outreach Sans", PLAIN),
    ("outreach-sans-latin-ext", "ibm-plex-sans", "IBM Plex Sans", "Outreach Sans", LATIN_EXTENDED),
    ("outreach-sans-arabic", "ibm-plex-sans-arabic", "IBM Plex Sans Arabic", "Outreach Sans Arabic", ARABIC),
]
SERIF = ("source-serif-4", "source-serif-4-latin-wght-normal.woff2", "Source Serif 4", "Outreach Serif")
SERIF_WEIGHTS = (300, 400, 600)
SERIF_CUTS = [
    ("outreach-serif-latin", LATIN),
    ("outreach-serif-latin-plain", PLAIN),
    ("outreach-serif-figures", FIGURES),
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


def keep_weights(font, weights):
    """Keep these of the weights (least, the file's own, most), and no names for them: a style sheet asks by number."""
    font = instantiateVariableFont(font, {"wght": weights})
    font["fvar"].instances = []
    del font["STAT"]
    return font


def write(font, name):
    """Write the face beside the others."""
    font.flavor = "woff2"
    font.save(FONTS / f"{name}.woff2")


def cut_sans(packages):
    """Write the two weights of each cut of the sans."""
    for target, package, was, family, characters in CUTS:
        for weight, style in STYLES.items():
            face = f"{was.replace(' ', '')}-{style}.woff2"
            font = TTFont(packages / package / "fonts" / "complete" / "woff2" / face, recalcTimestamp=False)
            cut(font, characters)
            rename(font, was, family, style)
            write(font, f"{target}-{weight}")


def cut_serif(packages):
    """Write the cuts of the serif, which is one file for its weights."""
    package, face, was, family = SERIF
    for target, characters in SERIF_CUTS:
        font = keep_weights(TTFont(packages / package / "files" / face, recalcTimestamp=False), SERIF_WEIGHTS)
        cut(font, characters)
        rename(font, was, family, "Regular")
        font["name"].setName("Weight", font["fvar"].axes[0].axisNameID, 3, 1, 0x409)
        write(font, f"{target}-wght")


def main(packages):
    """Write the files of both families beside the other faces."""
    cut_sans(packages)
    cut_serif(packages)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
