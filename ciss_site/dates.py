"""Days written out: ranges whole, in the right order for each language, exact only as far as they are known."""

import datetime
from dataclasses import dataclass

from django.utils.dateformat import format as format_date
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext, pgettext

YEAR, MONTH, DAY = "year", "month", "day"


@dataclass(frozen=True)
class Days:
    """The first and last day of something, and how exactly they are known: day, month or year."""

    first: datetime.date
    last: datetime.date | None = None
    precision: str = DAY

    @property
    def is_range(self) -> bool:
        return self.last is not None and self.last != self.first

    def __contains__(self, day: datetime.date) -> bool:
        return self.first <= day <= (self.last or self.first)

    def figure(self) -> str:
        """Return what stands large in the date column: 17, 3–5, or the year when no more is known."""
        if self.precision == YEAR:
            return str(self.first.year)
        if self.precision == MONTH:
            return ""
        return f"{self.first.day}–{self.last.day}" if self.is_range else str(self.first.day)

    def machine(self) -> str:
        """Return the first day for ``datetime``, as exactly as it is known."""
        return self.first.strftime({YEAR: "%Y", MONTH: "%Y-%m"}.get(self.precision, "%Y-%m-%d"))

    def below_figure(self) -> str:
        """Return what stands below the figure: the month or months with the year."""
        if self.precision == YEAR:
            return ""
        if not self.is_range or (self.first.year, self.first.month) == (self.last.year, self.last.month):
            return format_date(self.first, "F Y")
        if self.first.year == self.last.year:
            return f"{format_date(self.first, 'F')}–{format_date(self.last, 'F Y')}"
        return f"{format_date(self.first, 'F Y')}–{format_date(self.last, 'F Y')}"

    def in_full(self) -> SafeString:
        """Return the range as a sentence's part with ``time`` elements: “3 to 5 April 2018”."""
        if self.precision == YEAR:
            return _time(self.first, "Y", "%Y")
        if self.precision == MONTH:
            return _time(self.first, "F Y", "%Y-%m")
        if not self.is_range:
            return _time(self.first, "j F Y", "%Y-%m-%d")
        first_form = "j F Y"
        if self.first.year == self.last.year:
            first_form = "j" if self.first.month == self.last.month else "j F"
        return format_html(
            pgettext("a range of days", "{first} to {last}"),
            first=_time(self.first, first_form, "%Y-%m-%d"),
            last=_time(self.last, "j F Y", "%Y-%m-%d"),
        )


def _time(day: datetime.date, form: str, machine_form: str) -> SafeString:
    return format_html('<time datetime="{}">{}</time>', day.strftime(machine_form), format_date(day, form))


def time_range(start: datetime.time | None, end: datetime.time | None) -> SafeString | str:
    """Return “10:00 to 12:30” with ``time`` elements, or an empty string."""
    if start is None:
        return ""
    one = _clock(start)
    if end is None:
        return one
    return format_html(gettext("{start} to {end}"), start=one, end=_clock(end))


def _clock(time: datetime.time) -> SafeString:
    return format_html('<time datetime="{0}">{0}</time>', time.strftime("%H:%M"))
