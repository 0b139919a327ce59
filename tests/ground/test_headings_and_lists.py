"""Small things pages are written with: headings that can be linked to, names in a row, hours of the day."""

import datetime

import pytest

from ciss_site.dates import Days, time_range
from ciss_site.richtext import section_headings, with_anchors
from ciss_site.texts import in_a_row

REPORT = "<h2>The <strong>first</strong> day</h2><p>Talks.</p><h3>Morning</h3><h2>What came of it</h2>"


def test_section_headings_carry_ids_by_their_order():
    assert with_anchors(REPORT) == (
        '<h2 id="section-1">The <strong>first</strong> day</h2><p>Talks.</p>'
        '<h3>Morning</h3><h2 id="section-2">What came of it</h2>'
    )


def test_section_headings_are_listed_with_the_ids_they_carry():
    assert section_headings(REPORT) == [("section-1", "The first day"), ("section-2", "What came of it")]
    assert section_headings("<p>Only text.</p>") == []


@pytest.mark.parametrize(
    ("names", "written"),
    [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "<B>", "C"], "A, &lt;B&gt; and C")],
)
def test_names_stand_in_a_row(names, written):
    assert in_a_row(names) == written


def test_hours_stand_in_time_elements():
    ten, noon = datetime.time(10), datetime.time(12, 30)
    assert (
        time_range(ten, noon) == '<time datetime="10:00">10:00</time> to <time datetime="12:30">12:30</time>'
    )
    assert time_range(ten, None) == '<time datetime="10:00">10:00</time>'
    assert time_range(None, None) == ""


@pytest.mark.parametrize(
    ("precision", "written"), [("day", "2018-04-03"), ("month", "2018-04"), ("year", "2018")]
)
def test_a_day_is_as_exact_for_machines_as_it_is_known(precision, written):
    assert Days(datetime.date(2018, 4, 3), precision=precision).machine() == written
