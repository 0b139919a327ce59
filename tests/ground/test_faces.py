"""What a page fetches of the faces before its style sheet asks: what it shows, and no more than the limits."""

import re
from pathlib import Path

import pytest
from django.test import Client

from tests.factories import make_event

STATIC = Path(__file__).parents[2] / "static"
SHEET = (STATIC / "css" / "fonts.css").read_text()
LIMITS = {"en": 100_000, "ar": 150_000}
LATIN_SERIF = "outreach-serif-latin-plain-wght.woff2"


def preloaded(path: str) -> list[str]:
    page = Client().get(path).content.decode()
    return re.findall(
        r'<link rel="preload" href="[^"]*/fonts/([^"/]+)" as="font"', page.partition("</head>")[0]
    )


@pytest.mark.django_db
def test_a_report_shown_in_latin_script_on_an_arabic_page_brings_its_face():
    event = make_event("Not yet translated", languages=["en"])
    assert preloaded(f"/ar/events/{event.slug}/").count(LATIN_SERIF) == 1
    assert LATIN_SERIF not in preloaded(f"/en/events/{event.slug}/")
    assert LATIN_SERIF not in preloaded("/ar/events/")


@pytest.mark.django_db
@pytest.mark.parametrize("language", LIMITS)
def test_what_is_preloaded_is_used_and_within_the_limit(language):
    event = make_event("Not yet translated", languages=["en"])
    files = preloaded(f"/{language}/events/{event.slug}/")
    assert len(files) == len(set(files)) > 0
    assert [name for name in files if f'url("../fonts/{name}")' not in SHEET] == []
    assert sum((STATIC / "fonts" / name).stat().st_size for name in files) <= LIMITS[language]


def test_every_face_of_the_style_sheet_stands_beside_its_licence_and_no_other():
    asked = set(re.findall(r'url\("\.\./fonts/([^"]+)"\)', SHEET))
    assert asked == {path.name for path in (STATIC / "fonts").glob("*.woff2")}


def test_small_faces_leave_no_letter_to_two_files():
    """Of one family and weight, one file for each letter, or a late file brings the other with it."""
    seen, twice = {}, []
    for rule in re.findall(r"@font-face \{([^}]*)\}", SHEET):
        family, weight = (
            re.search(r'font-family: "([^"]+)"', rule)[1],
            re.search(r"font-weight: ([\d ]+)", rule)[1],
        )
        if "url(" not in rule or not re.search("Plain|Text", family):
            continue
        weights = ("400", "600") if " " in weight else (weight,)
        for first, last in re.findall(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", rule):
            for character in range(int(first, 16), int(last or first, 16) + 1):
                for one in weights:
                    if seen.setdefault((family, one, character), rule) is not rule:
                        twice.append(f"{family} {one} U+{character:X}")
    assert seen and twice == []
