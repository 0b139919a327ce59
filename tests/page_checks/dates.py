"""Condition 9: dates stand in `<time datetime>`, in the right order for each language.

A date inside a sentence that an editor wrote is prose and stays as it is. A date that is most of its block (a fact, a
cell, a byline) is the page's own and belongs in `time`; in headings, captions and links only when it is nearly all of it.
"""

from __future__ import annotations

import re

from . import machine
from .bilingual import prose
from .finding import Finding, shorten
from .scripts import script_of
from .snapshot import Snapshot

_ENGLISH = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_SHORT = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_ARABIC = [
    "يناير",
    "فبراير",
    "مارس",
    "أبريل",
    "مايو",
    "يونيو",
    "يوليو",
    "أغسطس",
    "سبتمبر",
    "أكتوبر",
    "نوفمبر",
    "ديسمبر",
]
_LEVANTINE = [
    "كانون الثاني",
    "شباط",
    "آذار",
    "نيسان",
    "أيار",
    "حزيران",
    "تموز",
    "آب",
    "أيلول",
    "تشرين الأول",
    "تشرين الثاني",
    "كانون الأول",
]
MONTHS = {
    name: number for names in (_SHORT, _ENGLISH, _ARABIC, _LEVANTINE) for number, name in enumerate(names, 1)
}
MONTHS |= {"إبريل": 4, "يونيه": 6, "يوليه": 7, "Sept": 9}

_MONTH = r"(?<!\w)(?:" + "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True)) + r")(?!\w)\.?"
_DAY = r"(?<!\d)\d{1,2}(?!\d)"
_DASH = r"\s*(?:[–—-]|to|إلى|and|و)\s*"
DAY_FIRST = re.compile(
    rf"(?P<first>{_DAY})(?:{_DASH}(?P<last>{_DAY}))?\s+(?P<month>{_MONTH})(?:,?\s+(?P<year>\d{{4}}))?"
)
MONTH_FIRST = re.compile(
    rf"(?P<month>{_MONTH})\s+(?P<first>{_DAY})(?:{_DASH}(?P<last>{_DAY}))?(?:,?\s+(?P<year>\d{{4}}))?"
)
MONTH_YEAR = re.compile(rf"{_MONTH}\s+\d{{4}}")
YEAR_FIRST = re.compile(rf"(?<!\d)(?:19|20)\d\d[,،]?\s+(?:{_MONTH}\s+{_DAY}|{_DAY}\s+{_MONTH})")
NUMERIC = re.compile(
    r"(?<![\d/.-])(?:(?:19|20)\d\d-\d\d-\d\d|\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d|(?:19|20)\d\d/\d{1,2}/\d{1,2})(?![\d/-])"
)
DATETIME = re.compile(
    r"(?:\d{4}(?:-\d\d(?:-\d\d)?)?"
    r"(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?|\d{4}-W\d\d|\d\d:\d\d(?::\d\d)?|(?:--)?\d\d-\d\d|P[\dDTHMS.]+)$"
)


def dates_stand_in_time(snapshot: Snapshot) -> list[Finding]:
    """9: every date of the page's own in `time datetime`, whose words agree with it and stand in the language's order."""
    found: list[Finding] = []
    for text in snapshot["texts"]:
        if text["time"] is None:
            found += _bare_dates(text, snapshot["blocks"][text["block"]])
        else:
            found += _faults_of_time(text)
    return list(dict.fromkeys(found))


def _bare_dates(text: dict, block: dict) -> list[Finding]:
    read = prose(text)
    if NUMERIC.search(read):
        return [Finding(9, "A date stands in bare numbers outside time.", shorten(block["text"]))]
    dates = [match for pattern in (DAY_FIRST, MONTH_FIRST, MONTH_YEAR) for match in pattern.finditer(read)]
    if not dates:
        return []
    longest = max(dates, key=lambda match: len(match.group()))
    share = len(longest.group()) / max(1, len(block["text"]))
    written = text["heading"] or {"figcaption", "a", "caption", "title", "option"}.intersection(
        text["inside"]
    )
    if "option" in text["inside"] or share < (0.9 if written else 0.5):
        return []
    found = [Finding(9, "A date stands outside time.", shorten(block["text"]))]
    return found + _wrong_order(read, text["lang"])


def _faults_of_time(text: dict) -> list[Finding]:
    words, value = machine.without(text["timeText"]), text["time"].strip()
    if not DATETIME.match(value):
        return [
            Finding(
                9,
                "A time element has no datetime that machines can read.",
                f'datetime="{value}" · {shorten(words)}',
            )
        ]
    found = _wrong_order(words, text["lang"])
    if NUMERIC.search(words):
        found.append(
            Finding(9, "A date is shown in bare numbers; write the month as a word.", shorten(words))
        )
    if script_of(text["lang"]) == "Arab" and re.search(_MONTH, words) and text["timeDirection"] == "ltr":
        found.append(Finding(9, "An Arabic date is forced to run from the left.", shorten(words)))
    if not _agrees(words, value):
        found.append(
            Finding(
                9,
                "The words of a time element say another date than its datetime.",
                f"{value} · {shorten(words)}",
            )
        )
    return found


def _wrong_order(words: str, lang: str) -> list[Finding]:
    found = []
    backwards = [
        match
        for match in (*DAY_FIRST.finditer(words), *MONTH_FIRST.finditer(words))
        if match["last"] and int(match["first"]) > int(match["last"])
    ]
    if backwards:
        found.append(Finding(9, "A range of days runs backwards.", shorten(words)))
    if script_of(lang) == "Arab" and not DAY_FIRST.search(words) and MONTH_FIRST.search(words):
        found.append(Finding(9, "An Arabic date has the month before the day.", shorten(words)))
    if YEAR_FIRST.search(words):
        found.append(Finding(9, "A date begins with its year.", shorten(words)))
    return found


def _agrees(words: str, value: str) -> bool:
    """Whether the year, month and first day that the words name are those of the datetime."""
    parts = re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", value)
    if not parts:
        return True
    year, month, day = (int(part) if part else None for part in parts.groups())
    years = [int(each) for each in re.findall(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)", words)]
    months = [MONTHS[each.rstrip(".")] for each in re.findall(_MONTH, words)]
    dated = DAY_FIRST.search(words) or MONTH_FIRST.search(words)
    days = [int(each) for each in (dated["first"], dated["last"]) if each] if dated else []
    return (
        (not years or year in years)
        and (not months or not month or month in months)
        and (not days or not day or day in days or len(months) > 1)
    )
