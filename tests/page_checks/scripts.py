"""Which script a language is written in, and the runs of letters of each script in a text."""

from __future__ import annotations

import re

ARABIC_LETTER = "\u0620-\u064a\u066e-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff\u0750-\u077f\u08a0-\u08c9\ufb50-\ufdfb\ufe70-\ufefc"
LATIN_LETTER = "A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
CYRILLIC_LETTER = "\u0400-\u052f"
LETTERS = {"Arab": ARABIC_LETTER, "Latn": LATIN_LETTER, "Cyrl": CYRILLIC_LETTER}
# Fewer letters than this are a sign (km, S-400), not a word of another language.
LEAST = {"Arab": 2, "Latn": 3, "Cyrl": 3}

ARABIC_SCRIPT = {"ar", "fa", "ur", "ps", "sd", "ug", "ckb", "ks", "dv"}
CYRILLIC_SCRIPT = {"ru", "uk", "be", "bg", "mk", "kk", "ky", "mn", "tg"}
OTHER_SCRIPT = {"zh", "ja", "ko", "he", "hi", "bn", "el", "ka", "hy", "th"}

NAMES = {
    "en": "English",
    "ar": "العربية",
    "ur": "اردو",
    "fa": "فارسی",
    "ru": "Русский",
    "fr": "Français",
    "tr": "Türkçe",
    "de": "Deutsch",
}

# Marks stand on a letter, and a run goes on over what parts its words.
_MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u0640\u0300-\u036f"
_BETWEEN = r"[\s\d.,:;!?'’ʼ\"“”()/&+–—-]*"
RUNS = {
    script: re.compile(f"[{letters}][{letters}{_MARKS}]*(?:{_BETWEEN}[{letters}][{letters}{_MARKS}]*)*")
    for script, letters in LETTERS.items()
}
_LETTER = {script: re.compile(f"[{letters}]") for script, letters in LETTERS.items()}


def script_of(language: str | None) -> str:
    """The script a language tag is written in; empty when the tag does not say."""
    parts = (language or "").split("-")
    for part in parts[1:]:
        if len(part) == 4 and part.isalpha():
            return part.title()
    base = parts[0].lower()
    if base in ("", "und"):
        return ""
    if base in ARABIC_SCRIPT:
        return "Arab"
    if base in CYRILLIC_SCRIPT:
        return "Cyrl"
    return "Zzzz" if base in OTHER_SCRIPT else "Latn"


def direction_of(language: str | None) -> str:
    """rtl or ltr, by the script of the language."""
    return direction_of_script(script_of(language))


def direction_of_script(script: str) -> str:
    """rtl or ltr."""
    return "rtl" if script in ("Arab", "Hebr", "Thaa") else "ltr"


def count(text: str, script: str) -> int:
    """How many letters of the script stand in the text."""
    return len(_LETTER[script].findall(text))


def foreign_runs(text: str, language: str | None) -> list[tuple[str, re.Match]]:
    """The runs long enough to be words of a script that is not the language's: (script, match)."""
    home = script_of(language)
    return [
        (script, match)
        for script, pattern in RUNS.items()
        if script != home
        for match in pattern.finditer(text)
        if count(match.group(), script) >= LEAST[script]
    ]


def has_words(text: str, script: str) -> bool:
    """Whether the text holds a word of the script."""
    return count(text, script) >= LEAST.get(script, 3) if script in LETTERS else True
