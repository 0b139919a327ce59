"""Short passages of longer texts: the first words, the words around what was looked for, and those words marked."""

import re

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from ciss_site.richtext import plain

FIRST_PARAGRAPH = re.compile(r"<p\b[^>]*>(.*?)</p>", re.DOTALL)
TAG = re.compile(r"(<[^>]*>)")
LOOSE_ENDS = " ،,;؛:.–-"


def first_paragraph(html: str) -> str:
    """Return the words of the first paragraph of rich text that has any, or all its words if it has no paragraph."""
    paragraphs = [words for part in FIRST_PARAGRAPH.findall(html) if (words := plain(part))]
    return paragraphs[0] if paragraphs else plain(html)


def shorten(words: str, length: int) -> str:
    """Return ``words`` on one line, cut after the last whole word within ``length`` and then ending in “…”."""
    words = " ".join(words.split())
    if len(words) <= length:
        return words
    return words[: length + 1].rsplit(" ", 1)[0].rstrip(LOOSE_ENDS) + " …"


def holds(words: str, wanted: list[str]) -> bool:
    """Say whether any of the words looked for stands in ``words``, small and capital letters alike."""
    return bool(wanted) and _pattern(wanted).search(words) is not None


def passage(words: str, wanted: list[str], length: int = 200) -> str:
    """Return the part of ``words`` around the first word looked for, or its beginning if there is none.

    It begins and ends with a whole word; “…” stands where something was left out.
    """
    words = " ".join(words.split())
    match = _pattern(wanted).search(words) if wanted else None
    if match is None or match.end() <= length * 2 // 3:
        return shorten(words, length)
    start = words.find(" ", max(0, match.start() - length // 3), match.start()) + 1 or match.start()
    return "… " + shorten(words[start:], length)


def mark_words(html: str, wanted: list[str]) -> SafeString:
    """Return escaped ``html`` with each word looked for inside a ``mark``; tags and entities are left alone."""
    if not wanted:
        return mark_safe(html)
    found = re.compile(
        f"(?P<found>{'|'.join(_longest_first(escape(word) for word in wanted))})|&#?\\w+;", re.IGNORECASE
    )

    def marked(match: re.Match) -> str:
        return f"<mark>{match[0]}</mark>" if match["found"] else match[0]

    pieces = [piece if piece.startswith("<") else found.sub(marked, piece) for piece in TAG.split(html)]
    return mark_safe("".join(pieces))


def _pattern(wanted: list[str]) -> re.Pattern:
    return re.compile("|".join(_longest_first(wanted)), re.IGNORECASE)


def _longest_first(wanted) -> list[str]:
    return [re.escape(word) for word in sorted(wanted, key=len, reverse=True)]
