"""Runs of another script inside a text: each is isolated and says its own language.

Without this a Latin abbreviation in an Arabic sentence drags its brackets and full stops to the wrong side,
and a screen reader pronounces it in the wrong language.
"""

import re
from functools import cache

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from ciss_site.languages import REGISTRY, codes, normalise

ADDRESS = r"(?:https?://[^\s<>«»“”]*[\w/]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\w@])@\w+|\+\d[\d ()-]{6,}\d)"
BETWEEN_WORDS = r"[ \u00a0'’.,&/:+_–-]{1,2}"
MARKS = "\u064b-\u065f\u0670"
TAG = re.compile(r"(<[^>]*>)")


@cache
def _foreign(script: str) -> list[tuple[re.Pattern, str, str]]:
    """Return (pattern, language, direction) for runs that are in none of the letters of ``script``."""
    rows = {}
    for row in [REGISTRY[code] for code in codes()]:
        if row.script != script:
            rows.setdefault(row.script, row)
    patterns = []
    for row in rows.values():
        word = rf"[{row.letters}][{row.letters}{MARKS}\d]*(?:[-.]\d+)?"
        run = rf"{word}(?:{BETWEEN_WORDS}\d*{word})*"
        patterns.append((re.compile(rf"(?P<address>{ADDRESS})|(?P<run>{run})"), row.code, row.direction))
    return patterns or [(re.compile(rf"(?P<address>{ADDRESS})|(?P<run>(?!))"), "", "")]


def mark_runs(text: str, code: str) -> SafeString:
    """Return plain ``text`` of the language ``code``, escaped, with runs of another script and addresses isolated."""
    return mark_safe(_marked(str(text), normalise(code)))


def mark_runs_in_html(html: str, code: str) -> SafeString:
    """Return clean ``html`` of the language ``code`` with the foreign runs of its text isolated.

    A run inside an element with a ``lang`` of its own is left alone when that language has its script.
    """
    open_languages = [normalise(code)]
    tags: list[tuple[str, bool]] = []
    out = []
    for piece in TAG.split(html):
        if not piece.startswith("<"):
            out.append(_marked_html(piece, open_languages[-1], in_link=any(name == "a" for name, _ in tags)))
            continue
        out.append(piece)
        name = re.match(r"</?(\w+)", piece)
        if name is None or name[1] == "br":
            continue
        if piece.startswith("</"):
            while tags:
                closed, had_language = tags.pop()
                if had_language:
                    open_languages.pop()
                if closed == name[1]:
                    break
            continue
        language = re.search(r'\blang="([\w-]+)"', piece)
        tags.append((name[1], bool(language)))
        if language:
            open_languages.append(language[1].split("-")[0])
    return mark_safe("".join(out))


def _marked(text: str, code: str) -> str:
    return _replace(text, code, escape)


def _marked_html(text: str, code: str, in_link: bool) -> str:
    # Entities are already in place here; `&amp;` must not be taken for a Latin word.
    pieces = re.split(r"(&\w+;|&#\d+;)", text)
    return "".join(
        piece if piece.startswith("&") and piece.endswith(";") else _replace(piece, code, str)
        for piece in pieces
    )


def _replace(text: str, code: str, safe) -> str:
    row = REGISTRY.get(code)
    if row is None:
        return safe(text)
    for pattern, language, direction in _foreign(row.script):
        pieces, end = [], 0
        for match in pattern.finditer(text):
            pieces += [safe(text[end : match.start()]), _isolated(match, language, direction, safe)]
            end = match.end()
        # The registry knows two scripts; with a third, the first foreign pattern found in a text marks it.
        if pieces:
            return "".join(map(str, [*pieces, safe(text[end:])]))
    return str(safe(text))


def _isolated(match: re.Match, language: str, direction: str, safe) -> str:
    if match["address"]:
        return f'<bdi dir="ltr" class="address">{safe(match["address"])}</bdi>'
    return f'<bdi lang="{language}" dir="{direction}">{safe(match["run"])}</bdi>'
