"""Tags for lists: the first words of a text, the parts of a line, and the name of the language a text is shown in."""

import datetime
import re
import unicodedata

from django import template
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language_info, gettext, pgettext

from ciss_site.dates import Days
from ciss_site.excerpts import first_paragraph, shorten
from ciss_site.languages import current
from ciss_site.richtext import RichTextField
from ciss_site.runs import mark_runs
from ciss_site.texts import Text, text_of

register = template.Library()

SCRIPTS = {
    "CYRILLIC": "Cyrl",
    "GREEK": "Grek",
    "HEBREW": "Hebr",
    "DEVANAGARI": "Deva",
    "CJK": "Hani",
    "HANGUL": "Hang",
    "HIRAGANA": "Jpan",
}


def _text(context, record, field: str) -> Text:
    return text_of(record, field, getattr(context.get("request"), "user", None))


@register.simple_tag(takes_context=True)
def plain_excerpt(context, record, field: str, length: int = 280) -> SafeString:
    """``{% plain_excerpt meeting "summary" %}``: the first paragraph in plain words, marked with its language."""
    found = _text(context, record, field)
    is_rich = isinstance(record._meta.get_field(field), RichTextField)
    words = first_paragraph(found.words) if is_rich else found.words
    return Text(shorten(words, length), found.code).as_line(current().code)


@register.simple_tag(takes_context=True)
def excerpt_words(context, record, field: str, length: int = 160) -> str:
    """``{% excerpt_words person "lead" %}``: the same as bare words, for the description in a page's head."""
    found = _text(context, record, field)
    is_rich = isinstance(record._meta.get_field(field), RichTextField)
    return shorten(first_paragraph(found.words) if is_rich else found.words, length)


@register.simple_tag(takes_context=True)
def language_label(context, record, field: str) -> SafeString | str:
    """``{% language_label event "title" %}``: “In Arabic” where the field is not shown in the page's language."""
    found = _text(context, record, field)
    return in_language(found.code) if found else ""


@register.filter
def in_language(code: str) -> SafeString | str:
    """``{{ code|in_language }}``: what a list says beside a text in that language; nothing in the page's own."""
    if code == current().code:
        return ""
    words = gettext("In %(language)s") % {"language": get_language_info(code)["name_translated"]}
    return format_html('<span class="kind__when">{}</span>', words)


@register.simple_tag
def joined(*parts) -> SafeString:
    """``{% joined kind city %}``: the parts that are not empty, with the comma of the language between them."""
    comma = pgettext("between the parts of a line", ", ")
    return mark_safe(comma.join(conditional_escape(part) for part in parts if part))


@register.filter
def own_script(name: str) -> SafeString:
    """``{{ name|own_script }}``: a name in any script, isolated; one no language of the site is written in says its script."""
    letter = next((letter for letter in name if letter.isalpha()), " ")
    script = SCRIPTS.get(unicodedata.name(letter, "").partition(" ")[0])
    if script:
        return format_html('<bdi lang="und-{}">{}</bdi>', script, name)
    return format_html("<bdi>{}</bdi>", mark_runs(name, current().code))


@register.filter
def bare_address(url: str) -> str:
    """``{{ institution.website|bare_address }}``: the address as people say it, without https:// and www."""
    return re.sub(r"^https?://(www\.)?", "", url).rstrip("/")


@register.filter
def one_day(day: datetime.date) -> SafeString:
    """``{{ agreement.signed_on|one_day }}``: a single day written out in a ``time`` element."""
    return Days(day).in_full()
