"""Which language of a record a reader is shown: text and its language always go together."""

from dataclasses import dataclass

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import pgettext

from ciss_site.languages import REGISTRY, current, reading_order, words_in
from ciss_site.publishing import Publishable
from ciss_site.richtext import show, with_anchors
from ciss_site.runs import mark_runs, mark_runs_in_html


@dataclass(frozen=True)
class Text:
    """Words and the language they are in. Empty words say that there are none to show."""

    words: str
    code: str

    def __bool__(self) -> bool:
        return bool(self.words)

    def as_line(self, around: str) -> SafeString:
        """Return one line of text for a page of the language ``around``; a foreign one says what it is."""
        if not self.words:
            return SafeString("")
        inner = mark_runs(self.words, self.code)
        if self.code == around:
            return inner
        return format_html(
            '<span lang="{}" dir="{}">{}</span>', self.code, REGISTRY[self.code].direction, inner
        )

    def as_paragraphs(self, around: str) -> SafeString:
        """Return plain text of several paragraphs."""
        paragraphs = [mark_runs(part.strip(), self.code) for part in self.words.split("\n\n") if part.strip()]
        mark = self._mark(around)
        return SafeString("".join(format_html("<p{}>{}</p>", mark, paragraph) for paragraph in paragraphs))

    def as_prose(self, around: str, anchors: bool = False) -> SafeString:
        """Return rich text in a ``div`` of class prose text; with ``anchors`` its headings carry ids."""
        if not self.words:
            return SafeString("")
        html = with_anchors(show(self.words)) if anchors else show(self.words)
        return format_html(
            '<div class="prose text"{}>{}</div>', self._mark(around), mark_runs_in_html(html, self.code)
        )

    def _mark(self, around: str) -> SafeString:
        if self.code == around:
            return SafeString("")
        return format_html(' lang="{}" dir="{}"', self.code, REGISTRY[self.code].direction)


def text_of(record, field: str, user=None, around: str | None = None) -> Text:
    """Return the field of ``record`` in the language a reader of ``around`` may and can be shown.

    Names are facts: they are shown in any language they are recorded in. Prose belongs to a published text:
    it is shown only in languages that are public, or to those who may change it.
    """
    around = around or current().code
    owner = _owner(record, field)
    if owner is None:
        order = reading_order(around)
    else:
        readable = owner.readable_languages(user)
        order = [code for code in reading_order(around, owner.source_language) if code in readable]
    for code in order:
        if words := words_in(record, field, code):
            return Text(words, code)
    return Text("", around)


def in_a_row(pieces: list) -> SafeString:
    """Return names as a list in a sentence: “A”, “A and B”, “A, B and C”."""
    if len(pieces) < 2:
        return conditional_escape(pieces[0]) if pieces else SafeString("")
    *first, last = pieces
    begun = first[0]
    for piece in first[1:]:
        begun = format_html(pgettext("within a list of names", "{before}, {name}"), before=begun, name=piece)
    return format_html(pgettext("end of a list of names", "{before} and {name}"), before=begun, name=last)


def _owner(record, field: str) -> Publishable | None:
    """Return the record whose publication decides about the field, or None for a plain fact."""
    if isinstance(record, Publishable):
        belongs = field in record.prose_fields or (field == record.title_field and field == "title")
        return record if belongs else None
    return getattr(record, "published_with", None)


def language_line(record: Publishable, user=None) -> dict | None:
    """Return what a page must say when ``record`` is not in the reader's language: the row of the one shown."""
    around = current().code
    shown = record.language_to_show(around, user)
    return None if shown == around else {"around": REGISTRY[around], "shown": REGISTRY[shown]}
