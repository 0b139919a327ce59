"""Strings written for machines, which are no language: addresses, e-mails, telephone numbers, handles, identifiers."""

from __future__ import annotations

import re

_TLD = r"(?:org|com|net|edu|gov|int|info|io|eu|uk|us|pk|ru|cn|de|fr|ir|sa|ae|qa|eg|tr|in)"
URL = (
    r"https?://[^\s<>«»،]+|(?<![\w@.])www\.[^\s<>«»،]+|(?<![\w@.-])(?:[a-z0-9][a-z0-9-]*\.)+"
    + _TLD
    + r"(?:/[^\s<>«»،]*)?(?![\w@-])"
)
EMAIL = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
HANDLE = r"(?<![\w@/.])@[A-Za-z]\w+"
PHONE = (
    r"(?<![\w+])(?:\+|00)\d[\d ().\u00a0-]{5,}\d|"
    r"(?<![\w+])\(0\d{1,4}\)[\d \u00a0-]{5,}\d|"
    r"(?<![\w+-])0\d{1,4}[- \u00a0]\d{3,4}[- \u00a0]?\d{3,5}(?![\w-])"
)
DOI = r"(?<!\w)10\.\d{4,}/[^\s<>«»،]+"
ORCID = r"(?<![\w-])\d{4}-\d{4}-\d{4}-\d{3}[\dX](?![\w-])"

MACHINE = re.compile("|".join(f"(?:{each})" for each in (EMAIL, URL, DOI, ORCID, HANDLE, PHONE)))
FILE_NAME = re.compile(
    r"(?<!\w)[\w-]+\.(?:pdf|docx?|xlsx?|pptx?|jpe?g|png|webp|avif|zip|csv|ics|txt|mp[34])\b", re.I
)
CODE_TAGS = {"code", "pre", "kbd", "samp", "var"}


def find(text: str) -> list[re.Match]:
    """Every string for machines in the text."""
    return list(MACHINE.finditer(text))


def without(text: str, file_names: bool = False) -> str:
    """The text with strings for machines blanked, every place kept."""
    blank = lambda match: " " * len(match.group())  # noqa: E731
    text = MACHINE.sub(blank, text)
    return FILE_NAME.sub(blank, text) if file_names else text
