"""Condition 21: names sort without ال and without regard to hamza, the same on every database."""

from __future__ import annotations

from collections.abc import Callable

from .finding import Finding, shorten

# As a reader of Arabic looks them up: by the first letter after the article, every hamza as its bare letter.
SORTED_NAMES = [
    "إبراهيم",
    "أحمد",
    "آدم",
    "إلهام",
    "آمنة",
    "الأمين",
    "أنور",
    "البخاري",
    "بكر",
    "الحسن",
    "خالد",
    "الرياض",
    "زينب",
    "عمر",
    "المعهد",
    "ناصر",
]
# Each pair differs only in hamza or the article, and sorts as one name.
SAME_NAMES = [
    ("أحمد", "احمد"),
    ("إبراهيم", "ابراهيم"),
    ("آدم", "ادم"),
    ("المعهد", "معهد"),
    ("الأمين", "امين"),
]


def names_sort_rightly(in_order: Callable[[list[str]], list[str]]) -> list[Finding]:
    """21: `in_order` stores the names it is given and returns them as the site lists them; run it on each database."""
    given = SORTED_NAMES[::-2] + SORTED_NAMES[::2]
    came = list(in_order(given))
    if sorted(came) != sorted(given):
        return [Finding(21, "Names were lost or doubled while sorting.", shorten("، ".join(came), 200))]
    if came != SORTED_NAMES:
        first = next(
            index
            for index, (name, wanted) in enumerate(zip(came, SORTED_NAMES, strict=True))
            if name != wanted
        )
        return [
            Finding(
                21,
                f"Names are out of order: {came[first]} stands where {SORTED_NAMES[first]} belongs.",
                shorten("، ".join(came), 200),
            )
        ]
    return []


def sort_key_faults(key: Callable[[str], str]) -> list[Finding]:
    """21, for the function alone: it orders the known names, and names that differ in ال or hamza alone are one."""
    found = names_sort_rightly(lambda names: sorted(names, key=key))
    return found + [
        Finding(21, f"{one} and {other} have different sort keys.", f"{key(one)!r} {key(other)!r}")
        for one, other in SAME_NAMES
        if key(one) != key(other)
    ]
