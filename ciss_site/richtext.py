"""Rich text: the field, and the one allowlist that the editor offers and the sanitiser keeps.

The cleaning stands in ``get_db_prep_save`` and again in ``show``, so nothing reaches a page uncleaned.
"""

import re
from html import escape, unescape
from itertools import count

import nh3
from django.utils.html import strip_tags
from django.utils.safestring import SafeString, mark_safe
from django_prose_editor.fields import ProseEditorField

from ciss_site.plaintext import clean_paragraphs

EXTENSIONS = {
    "Bold": True,
    "Heading": {"levels": [2, 3]},
    "BulletList": True,
    "OrderedList": True,
    "Blockquote": True,
    "Link": {"enableTarget": False, "protocols": ["https", "http", "mailto", "tel"]},
    "Table": True,
    "HardBreak": True,
}
TAGS = {
    "p",
    "br",
    "strong",
    "h2",
    "h3",
    "ul",
    "ol",
    "li",
    "blockquote",
    "a",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "span",
}
ATTRIBUTES = {
    "a": {"href", "title"},
    "ol": {"start", "type"},
    "th": {"rowspan", "colspan"},
    "td": {"rowspan", "colspan"},
    "span": {"lang", "dir"},
    "p": {"lang", "dir"},
}
VALUES = {
    "lang": re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})?"),
    "dir": re.compile(r"ltr|rtl"),
    "start": re.compile(r"\d{1,4}"),
    "type": re.compile(r"[1aAiI]"),
    "rowspan": re.compile(r"\d{1,3}"),
    "colspan": re.compile(r"\d{1,3}"),
}


def _keep_value(_tag: str, attribute: str, value: str) -> str | None:
    """Return the value of an attribute if it is of the form expected, else drop the attribute."""
    form = VALUES.get(attribute)
    return value if form is None or form.fullmatch(value) else None


_CLEANER = nh3.Cleaner(
    tags=TAGS,
    attributes=ATTRIBUTES,
    attribute_filter=_keep_value,
    url_schemes={"https", "http", "mailto", "tel"},
    link_rel="noopener noreferrer",
    clean_content_tags={"script", "style"},
)
EMPTY_BLOCK = re.compile(r"<(p|h2|h3|blockquote)>(\s|&nbsp;|<br>)*</\1>")


def clean(html: str) -> str:
    """Return ``html`` with only what the allowlist names; blocks without content are dropped."""
    return EMPTY_BLOCK.sub("", _CLEANER.clean(clean_paragraphs(html))).strip()


def plain(html: str) -> str:
    """Return the words of rich text on one line, as search and summaries need them."""
    return " ".join(unescape(strip_tags(re.sub(r"</(p|h2|h3|li|td|th|blockquote)>|<br>", " ", html))).split())


def from_paragraphs(text: str) -> str:
    """Return plain text as rich text: blank lines part paragraphs."""
    return "".join(
        f"<p>{escape(part.strip(), quote=False)}</p>" for part in text.split("\n\n") if part.strip()
    )


def show(html: str) -> SafeString:
    """Return rich text as it may stand on a page, cleaned once more."""
    return mark_safe(clean(html))


SECTION_HEADING = re.compile(r"<h2>(.*?)</h2>", re.DOTALL)


def with_anchors(html: str) -> SafeString:
    """Return clean rich text whose section headings carry ids made from their order: ``section-1`` and on."""
    numbers = count(1)
    return mark_safe(
        SECTION_HEADING.sub(lambda match: f'<h2 id="section-{next(numbers)}">{match[1]}</h2>', html)
    )


def section_headings(html: str) -> list[tuple[str, str]]:
    """Return (id, words) of each section heading, with the ids that ``with_anchors`` gives."""
    found = SECTION_HEADING.findall(show(html))
    return [(f"section-{number}", plain(heading)) for number, heading in enumerate(found, 1)]


class RichTextField(ProseEditorField):
    """Formatted text of several paragraphs, cleaned wherever it is stored."""

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("config", {"extensions": EXTENSIONS})
        kwargs.setdefault("sanitize", clean)
        super().__init__(*args, **kwargs)

    def get_db_prep_save(self, value, connection):
        return super().get_db_prep_save(clean(value) if isinstance(value, str) else value, connection)
