"""The one registry of languages: what the site knows of each language it can speak.

A language is added by a row here, its code in the setting SITE_LANGUAGES and one generated migration.
Settings read this module, so it imports nothing of Django's that needs settings to be ready.
"""

import re
import unicodedata
from dataclasses import dataclass


@dataclass(frozen=True)
class Language:
    """One language of the site.

    ``code`` is the address prefix and the suffix of its columns; ``name`` is what it calls itself;
    ``letters`` is the inside of a regular-expression class of its script's letters; ``article`` is a
    regular expression of what is passed over at the start of a name when sorting.
    """

    code: str
    name: str
    english_name: str
    direction: str
    script: str
    letters: str
    locale: str
    quotes: tuple[str, str]
    article: str = ""


LATIN = "A-Za-z\u00c0-\u024f"
ARABIC = "\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff"

REGISTRY = {
    row.code: row
    for row in (
        Language("en", "English", "English", "ltr", "Latin", LATIN, "en_GB", ("“", "”"), r"(?:the|a|an) "),
        Language("ar", "العربية", "Arabic", "rtl", "Arabic", ARABIC, "ar_AR", ("«", "»"), r"ال(?=\S{2})"),
    )
}


def chosen(codes) -> list[tuple[str, str]]:
    """Return Django's LANGUAGES for the given codes, in their order.

    Raises ``LookupError`` with a sentence when a code has no row in the registry.
    """
    missing = [code for code in codes if code not in REGISTRY]
    if missing:
        raise LookupError(
            f"SITE_LANGUAGES names {', '.join(missing)}, which has no row in ciss_site/languages.py. "
            "Add the row or take the code out."
        )
    return [(code, REGISTRY[code].name) for code in codes]


def codes() -> list[str]:
    """Return the codes of the site's languages, in the order of the settings."""
    from django.conf import settings

    return [code for code, _name in settings.LANGUAGES]


def default_code() -> str:
    """Return the code of the first language of the site."""
    return codes()[0]


def normalise(code: str | None) -> str:
    """Return the site's code for any language tag: ``en-gb`` is ``en``, unknown or none is the default."""
    known = codes()
    if code in known:
        return code
    base = (code or "").split("-")[0].lower()
    return base if base in known else known[0]


def current() -> Language:
    """Return the language now active, as a row of the registry."""
    from django.utils.translation import get_language

    return REGISTRY[normalise(get_language())]


def column(field: str, code: str) -> str:
    """Return the name of the column that holds ``field`` in the language ``code``."""
    return f"{field}_{code.replace('-', '_')}"


def columns(field: str) -> list[str]:
    """Return the columns of ``field`` in every language of the site."""
    return [column(field, code) for code in codes()]


def words_in(record, field: str, code: str) -> str:
    """Return what ``record`` says for ``field`` in exactly that language, or an empty string."""
    return getattr(record, column(field, code)) or ""


def set_words(record, field: str, **words: str) -> None:
    """Set ``field`` of ``record`` in the languages given: ``set_words(event, "title", en="…", ar="…")``."""
    for code, text in words.items():
        setattr(record, column(field, code), text)


def reading_order(first: str | None = None, then: str = "") -> list[str]:
    """Return all codes, beginning with ``first`` and ``then``: where to look for words, in which order."""
    wanted = [normalise(first), then]
    return [*dict.fromkeys([code for code in wanted if code in codes()] + codes())]


def language_choices() -> list[tuple[str, str]]:
    """Return (code, name in itself) of each language: choices that leave no list in migrations."""
    return [(code, REGISTRY[code].name) for code in codes()]


def any_words(record, field: str, code: str | None = None) -> str:
    """Return the field's words in the language given (the active one unless said), else in whichever has any."""
    return next(
        (words for one in reading_order(code or current().code) if (words := words_in(record, field, one))),
        "",
    )


# Sorting -----------------------------------------------------------------------------------------

_FOLDED = str.maketrans(
    {
        "أ": "ا",
        "إ": "ا",
        "آ": "ا",
        "ٱ": "ا",
        "ؤ": "و",
        "ئ": "ي",
        "ى": "ي",
        "ی": "ي",
        "ة": "ه",
        "ک": "ك",
        "ہ": "ه",
        "ـ": "",
    }
)
SORT_KEY_LENGTH = 240


def sort_key(text: str, code: str) -> str:
    """Return a key that sorts ``text`` as a reader of the language expects, the same on every database.

    The article, case, accents, hamza and harakat are passed over. The key is lower-case hexadecimal, because
    databases collate letters each in their own way but all agree on the digits 0-9 and a-f.
    """
    # The article goes first: once hamza is folded, ألبرت would look as if it had one.
    words = " ".join(unicodedata.normalize("NFC", text.casefold()).split())
    if article := REGISTRY[normalise(code)].article:
        words = re.sub(rf"^{article}", "", words)
    folded = unicodedata.normalize("NFKD", words.translate(_FOLDED))
    folded = "".join(letter for letter in folded if not unicodedata.combining(letter))
    folded = " ".join(re.sub(r"[^\w\s]", "", folded).split())
    return folded.encode("utf-16-be", "surrogatepass").hex()[:SORT_KEY_LENGTH]
