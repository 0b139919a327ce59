"""Condition 11: arrows and chevrons are mirrored on a page that runs from the right, logos and photographs are not.

An arrow is a sign (→ ‹ ▸) in text or generated content, or an icon whose class, id, file or symbol says arrow, chevron,
caret, next, prev, back, forward; up and down do not count. A drawn logo says logo, wordmark, brand or emblem. Where an
arrow should point comes from its link: `rel` or class with next, more or forward goes onward, prev or back goes back.
Without either, an icon named prev, back, start or left goes back and any other onward. The signs ‹ and › are turned by
the writing itself and must not be turned again.
"""

from __future__ import annotations

import re

from .finding import Finding, shorten
from .snapshot import Snapshot

_ARROW = re.compile(r"(?<![a-z])(?:arrow|chevron|caret|next|prev|previous|back|forward)(?![a-z])", re.I)
_UPRIGHT = re.compile(r"(?<![a-z])(?:up|down|top|bottom|external|download)(?![a-z])", re.I)
_BACKWARD = re.compile(r"(?<![a-z])(?:prev|previous|back|start|left)(?![a-z])", re.I)
_ONWARD = re.compile(r"(?<![a-z])(?:next|more|forward|onward)(?![a-z])", re.I)
_LOGO = re.compile(r"logo|wordmark|brand|emblem", re.I)
_LEFT_SIGNS = "\u2190\u27f5\u21d0\u2039\u25c0\u25c2\u25c4\u276e"
_TURNED_BY_WRITING = "\u2039\u203a"


def arrows_point_the_right_way(snapshot: Snapshot) -> list[Finding]:
    """11: every arrow points onward or back as its page reads; no logo or photograph is mirrored."""
    found = []
    for mark in snapshot["marks"]:
        if mark["turn"] == 0:
            continue
        arrow = mark["glyph"] or (_ARROW.search(mark["words"]) and not _UPRIGHT.search(mark["words"]))
        if not arrow:
            drawn = mark["tag"] in ("img", "picture", "video") or (
                mark["tag"] == "svg" and _LOGO.search(mark["words"])
            )
            if mark["turn"] < 0 and drawn:
                found.append(Finding(11, "A picture or logo is mirrored.", shorten(mark["html"])))
            continue
        sense = _sense(mark)
        if _points(mark) != (
            sense if mark["direction"] == "ltr" else {"left": "right", "right": "left"}[sense]
        ):
            going = "onward" if sense == "right" else "back"
            found.append(
                Finding(
                    11,
                    f"An arrow that leads {going} points the wrong way on a {mark['direction']} page.",
                    shorten(mark["html"]),
                )
            )
    return list(dict.fromkeys(found))


def _sense(mark: dict) -> str:
    """Where the arrow leads, said as on a page from the left: right is onward."""
    if _BACKWARD.search(mark["rel"]):
        return "left"
    if _ONWARD.search(mark["rel"]):
        return "right"
    if mark["glyph"]:
        # A lone sign says nothing but its own shape: on a page from the right, onward is drawn to the left.
        drawn = "left" if mark["glyph"] in _LEFT_SIGNS else "right"
        return drawn if mark["direction"] == "ltr" or mark["glyph"] in _TURNED_BY_WRITING else "right"
    return "left" if _BACKWARD.search(mark["words"]) else "right"


def _points(mark: dict) -> str:
    """Where the arrow points on the screen."""
    if mark["glyph"]:
        left = mark["glyph"] in _LEFT_SIGNS
        if mark["glyph"] in _TURNED_BY_WRITING and mark["direction"] == "rtl":
            left = not left
    else:
        left = bool(_BACKWARD.search(mark["words"]))
    return "left" if left == (mark["turn"] > 0) else "right"
