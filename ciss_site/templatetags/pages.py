"""Tags and filters that every page uses: text with its language, addresses, days, pictures."""

import re
from bisect import bisect
from datetime import datetime

from django import template
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, override

from ciss_site.dates import Days, time_range
from ciss_site.excerpts import shorten
from ciss_site.images import PictureFile
from ciss_site.images.recipe import CONTENT_TYPES, FULL
from ciss_site.languages import REGISTRY, Language, codes, current, default_code, normalise, words_in
from ciss_site.publishing import State, may_change
from ciss_site.runs import mark_runs
from ciss_site.texts import Text, text_of

register = template.Library()

SOCIAL_WIDTH = FALLBACK_WIDTH = 960
SHAPES = ("r-2x3", "r-4x5", "r-1x1", "r-4x3", "r-3x2", "r-2x1")
RATIOS = (0.6667, 0.8, 1.0, 1.3333, 1.5, 1.8)
SHAPE_LIMITS = (0.73, 0.9, 1.16, 1.41, 1.64)


def _user(context):
    request = context.get("request")
    return getattr(request, "user", None)


# Text ------------------------------------------------------------------------------------------


@register.simple_tag(takes_context=True)
def text(context, record, field: str) -> SafeString | str:
    """``{% text event "title" %}``: one line, marked with its language when it is not the page's."""
    return text_of(record, field, _user(context)).as_line(current().code) if record else ""


@register.simple_tag(takes_context=True)
def words(context, record, field: str) -> str:
    """``{% words event "title" as title %}``: the bare words, for attributes and the browser's tab."""
    return text_of(record, field, _user(context)).words if record else ""


@register.simple_tag(takes_context=True)
def paragraphs(context, record, field: str) -> SafeString:
    """``{% paragraphs event "summary" %}``: plain text as paragraphs."""
    return text_of(record, field, _user(context)).as_paragraphs(current().code)


@register.simple_tag(takes_context=True)
def prose(context, record, field: str, anchors: bool = False) -> SafeString:
    """``{% prose event "body" %}``: rich text, cleaned once more; with ``anchors=True`` its headings can be linked to."""
    return text_of(record, field, _user(context)).as_prose(current().code, anchors=anchors)


@register.filter
def line(found: Text) -> SafeString:
    """``{{ entry.words|line }}``: a Text on one line, marked with its language when it is not the page's."""
    return found.as_line(current().code)


@register.simple_tag(takes_context=True)
def shown_language(context, record) -> Language | None:
    """``{% shown_language event as other %}``: the language the record is shown in, when it is not the page's."""
    code = record.language_to_show(current().code, _user(context))
    return None if code == current().code else REGISTRY[code]


@register.simple_tag
def abbreviation(record) -> SafeString | str:
    """``{% abbreviation home %}``: the short name in the site's first language, as it stands in the masthead everywhere."""
    code = default_code()
    return Text(words_in(record, "short_name", code), code).as_line(current().code) if record else ""


@register.filter
def runs(value) -> SafeString:
    """``{{ name|runs }}``: a line of the page's language with runs of another script isolated."""
    return mark_runs(str(value or ""), current().code)


@register.filter
def excerpt(value, length: int = 160) -> str:
    """Shorten plain words at a word's end, with an ellipsis."""
    return shorten(str(value), length)


@register.simple_tag(takes_context=True)
def initials(context, record, field: str = "name") -> SafeString:
    """``{% initials person %}``: the first letters of the first and last word, apart so that Arabic does not join them."""
    found: Text = text_of(record, field, _user(context))
    parts = [re.sub(r"^ال(?=\S{2})", "", word) for word in re.findall(r"[^\W\d_]+", found.words)]
    letters = [part[0] for part in (parts[:1] + parts[-1:] if len(parts) > 1 else parts)]
    return format_html('<span lang="{}">{}</span>', found.code, " ".join(letters))


# Addresses ------------------------------------------------------------------------------------


@register.simple_tag(takes_context=True)
def address(context, record) -> str:
    """``{% address event %}``: the record's page in the language of the page, whatever language is being shown."""
    language = context.get("page_language")
    with override(language.code if language else get_language()):
        return record.get_absolute_url()


@register.simple_tag(takes_context=True)
def page_address(context, name: str, *args) -> str:
    """``{% page_address "event_list" %}``: a page by name, in the language of the page."""
    from django.urls import reverse

    language = context.get("page_language")
    with override(language.code if language else get_language()):
        return reverse(name, args=args)


@register.simple_tag(takes_context=True)
def has_page(context, record) -> bool:
    """``{% has_page person as linked %}``: whether this reader finds a page at the record's address."""
    return bool(record) and bool(record.readable_languages(_user(context)))


@register.simple_tag(takes_context=True)
def query_with(context, **changes) -> str:
    """``{% query_with page=2 %}``: the present query with some values set, or taken out where None."""
    query = context["request"].GET.copy()
    for name, value in changes.items():
        if value in (None, ""):
            query.pop(name, None)
        else:
            query[name] = value
    return _as_query(query)


@register.simple_tag(takes_context=True)
def query_without(context, *names: str) -> str:
    """``{% query_without filter.name "page" %}``: the present query with these taken out."""
    query = context["request"].GET.copy()
    for name in names:
        query.pop(name, None)
    return _as_query(query)


def _as_query(query) -> str:
    encoded = query.urlencode()
    return f"?{encoded}" if encoded else "?"


@register.filter
def page_numbers(page) -> list[int | str]:
    """``{{ page|page_numbers }}``: the numbers a pager shows, with an ellipsis where some are left out."""
    return list(page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1))


# The desk --------------------------------------------------------------------------------------


@register.simple_tag(takes_context=True)
def desk_states(context, record) -> dict | None:
    """``{% desk_states event as desk %}``: for those who may change the record, where each language stands."""
    if not record or not may_change(_user(context), type(record)):
        return None
    states = [
        {
            "code": code,
            "label": State(record.state_in(code)).label,
            "scheduled_for": record.published_at_in(code) if record.is_scheduled_in(code) else None,
        }
        for code in codes()
    ]
    name = f"admin:{record._meta.app_label}_{record._meta.model_name}_change"
    return {"states": states, "is_public": record.is_public(), "url": page_address(context, name, record.pk)}


@register.simple_tag
def stale_since(record) -> datetime | None:
    """``{% stale_since event as changed %}``: when the original changed after the translation that is being shown."""
    return record.stale_since(current().code)


# Days ------------------------------------------------------------------------------------------


@register.filter
def days(record) -> Days:
    """``{{ event|days }}``: the days of an event, or of an album."""
    return record.days


@register.simple_tag
def hours(record) -> SafeString | str:
    """``{% hours event %}``: from when to when, or nothing where it is not recorded."""
    return time_range(record.start_time, record.end_time)


# Pictures --------------------------------------------------------------------------------------


@register.simple_tag
def picture(
    file: PictureFile, alt, sizes: str = "100vw", eager: bool = False, css: str = "", crop: str = ""
) -> SafeString:
    """``{% picture photo.image alt sizes="…" %}``: a responsive picture, lazy unless it is the page's eager one.

    ``alt`` is a Text (its language is marked) or words in the page's language. With ``crop="card"`` it is that cut,
    once it is made. Of a picture whose sizes are still to be made it shows what there is. No file is opened.
    ``sizes`` says how wide it stands; a browser that knows ``auto`` measures a lazy one itself. On phones it may say
    3% less than is true: at 412 points, the most common width, 640 or 960 pixels then serve where they all but fill it.
    """
    endings = file.endings()
    if not endings:
        return SafeString("")
    kind = crop if file.widths(crop) else FULL
    sizes = sizes if eager else f"auto, {sizes}"
    sources = [
        f'<source type="{CONTENT_TYPES[ending]}" srcset="{_source_set(file, ending, kind)}" sizes="{sizes}">'
        for ending in endings[:-1]
    ]
    image = _image(file, kind, sizes)
    if marks := _marks(file, kind, css):
        image += f' class="{marks}"'
    image += ' loading="eager" fetchpriority="high"' if eager else ' loading="lazy"'
    alt = alt if isinstance(alt, Text) else Text(str(alt), current().code)
    image += f' alt="{escape(alt.words)}"'
    if alt.words and normalise(alt.code) != current().code:
        image += f' lang="{alt.code}"'
    # Of all this only the alternative text was typed by somebody: the rest are numbers, names of ours and sizes from templates.
    html = f"<img {image}>"
    return SafeString(f"<picture>{''.join(sources)}{html}</picture>" if sources else html)


def _source_set(file: PictureFile, ending: str, kind: str) -> str:
    return ", ".join(f"{one.address} {one.width}w" for one in file.sources(ending, kind))


def _image(file: PictureFile, kind: str, sizes: str) -> str:
    """Return the first attributes of the ``img`` itself: the format that every browser reads."""
    sources = file.sources(file.endings()[-1], kind)
    width, height = file.measures(kind)
    image = f'src="{min(sources, key=lambda one: abs(one.width - FALLBACK_WIDTH)).address}"'
    if len(sources) > 1:
        image += f' srcset="{_source_set(file, file.endings()[-1], kind)}" sizes="{sizes}"'
    return f'{image} width="{width}" height="{height}" decoding="async"'


def _marks(file: PictureFile, kind: str, css: str) -> str:
    """Return the classes of an ``img``: its own, the colour until it has come, the point to keep when it is cut."""
    marks = [css] if css else []
    if colour := file.colour:
        marks += [f"r{colour[1]}", f"g{colour[3]}", f"b{colour[5]}"]
    if kind == FULL and file.focal != (0.5, 0.5):
        across, down = file.focal
        marks += [f"fx{round(across * 10)}", f"fy{round(down * 10)}"]
    return " ".join(marks)


@register.simple_tag
def rough_sizes(file: PictureFile) -> str:
    """``{% rough_sizes photo.image as sizes %}``: about how wide a picture stands in the rows of a gallery.

    How much a row grows depends on its neighbours: about a sixth on a wide page, a quarter on a phone.
    """
    ratio = RATIOS[bisect(SHAPE_LIMITS, _ratio(file))]
    return f"(min-width:64rem) {round(ratio * 308)}px, (min-width:40rem) {round(ratio * 160)}px, {round(ratio * 195)}px"


@register.simple_tag(takes_context=True)
def text_with_language(context, record, field: str) -> Text:
    """``{% text_with_language photo "alt" as alt %}``: words and their language together, for ``picture``."""
    return text_of(record, field, _user(context))


@register.simple_tag(takes_context=True)
def social_picture(context, file: PictureFile) -> str:
    """``{% social_picture photo.image %}``: the full address of the picture that stands for the page elsewhere."""
    return context["request"].build_absolute_uri(file.base_address() + file.nearest(SOCIAL_WIDTH))


@register.filter
def ratio_class(file: PictureFile) -> str:
    """Return the class of a picture's shape, the nearest of six steps from upright to wide."""
    return SHAPES[bisect(SHAPE_LIMITS, _ratio(file))]


def _ratio(file: PictureFile) -> float:
    return file.width / file.height if file.height else 1.5
