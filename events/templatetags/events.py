"""What the floor of engagements brings to pages below it: strips for home, histories for institutions and people."""

from django import template
from django.db.models import Window
from django.db.models.functions import RowNumber
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import pgettext

from ciss_site.languages import current
from ciss_site.texts import in_a_row, text_of
from events.captions import named, post_of
from events.history import engagements_with, year_by_year, year_strip
from events.lists import with_hosts
from events.models import Album, Event, Participation, Photo, PhotoPerson
from institutions.models import Institution

register = template.Library()

UNNAMED_ROLES = {Participation.Role.PARTICIPANT, Participation.Role.VISITOR, Participation.Role.HOST}
WITHOUT_ARTICLE = {
    Institution.Kind.UNIVERSITY,
    Institution.Kind.MEDIA,
    Institution.Kind.PUBLISHER,
    Institution.Kind.OTHER,
}


def _user(context):
    return getattr(context.get("request"), "user", None)


@register.simple_tag
def upcoming_events(most: int = 3) -> list[Event]:
    """``{% upcoming_events 3 as coming %}``: public announcements, the nearest first."""
    return list(Event.objects.published().upcoming().select_related("cover__album")[:most])


@register.simple_tag
def latest_reports(most: int = 5) -> list[Event]:
    """``{% latest_reports 5 as reports %}``: public reports, the latest first, with their hosts."""
    return with_hosts(list(Event.objects.published().past().select_related("cover__album")[:most]))


@register.simple_tag
def latest_photos(most: int = 4) -> list[Photo]:
    """``{% latest_photos 4 as photos %}``: one public photograph of each of the newest albums, then more of them."""
    newest = Album.objects.in_gallery(None).newest_first().values("pk")[:most]
    place = Window(RowNumber(), partition_by="album", order_by=["order", "pk"])
    photos = Photo.objects.visible_to(None).filter(album__in=newest).annotate(place=place)
    photos = photos.filter(place__lte=most).select_related("album")
    photos = photos.order_by("-album__taken_on", "album__order", "-album__pk", "place")
    return sorted(photos, key=lambda photo: photo.place > 1)[:most]  # otherwise in the order they are in


@register.simple_tag(takes_context=True)
def engagement_history(context, institution) -> dict:
    """``{% engagement_history institution as history %}``: engagements, the strip of years, and year by year."""
    engagements = engagements_with(institution, _user(context))
    return {"engagements": engagements, "strip": year_strip(engagements), "years": year_by_year(engagements)}


@register.simple_tag(takes_context=True)
def photos_of(context, engagements, most: int = 4) -> list[Photo]:
    """``{% photos_of history.engagements 4 as photos %}``: photographs from these engagements that the reader may see."""
    events = [one.event.pk for one in engagements]
    photos = Photo.objects.visible_to(_user(context)).filter(album__event__in=events).select_related("album")
    return list(photos.order_by("-album__taken_on", "order", "pk")[:most])


@register.simple_tag(takes_context=True)
def engagements_of(context, person, most: int = 30) -> list[Participation]:
    """``{% engagements_of person as rows %}``: where the person took part, with the post held then, each event once."""
    rows = Participation.objects.visible_to(_user(context)).filter(person=person)
    rows = rows.select_related("event__cover__album", "meeting__institution", "institution").order_by(
        "-event__starts_on", "-event", "order", "pk"
    )
    once: dict[int, Participation] = {}
    for row in rows[: most * 3]:
        once.setdefault(row.event_id, row)
    return list(once.values())[:most]


@register.filter
def cover_of(event: Event | None) -> Photo | None:
    """``{{ event|cover_of }}``: the lead photograph, if the public may see it."""
    return event.cover if event and event.cover_id and event.cover.is_public() else None


# Names and places ------------------------------------------------------------------------------


def _parts(context, *parts) -> list[SafeString]:
    """Return the words of (record, field) pairs as lines, the empty left out."""
    lines = [text_of(record, field, _user(context)).as_line(current().code) for record, field in parts]
    return [one for one in lines if one]


def _beside_each_other(pieces: list) -> SafeString | str:
    whole, *rest = pieces or [""]
    for piece in rest:
        whole = format_html(pgettext("parts of a place", "{larger}, {part}"), larger=whole, part=piece)
    return whole


def _is_known_by_short_name(institution: Institution, user) -> bool:
    short = text_of(institution, "short_name", user)
    return bool(short) and short.code == current().code


def short_or_name(context, institution: Institution) -> SafeString:
    """Return the abbreviation the institution has in the language of the page, else its name."""
    field = "short_name" if _is_known_by_short_name(institution, _user(context)) else "name"
    return text_of(institution, field, _user(context)).as_line(current().code)


@register.simple_tag(takes_context=True)
def for_side(context, institution: Institution) -> SafeString:
    """``{% for_side rows.institution %}``: the heading of those who spoke for it: “For RIAC”."""
    name = short_or_name(context, institution)
    if _is_known_by_short_name(institution, _user(context)) or institution.kind in WITHOUT_ARTICLE:
        return format_html(pgettext("side at a meeting", "For {institution}"), institution=name)
    return format_html(
        pgettext("side at a meeting, by its full name", "For the {institution}"), institution=name
    )


@register.simple_tag(takes_context=True)
def place(context, event: Event) -> SafeString | str:
    """``{% place event %}``: venue, city and country on one line."""
    pieces = _parts(context, (event, "venue"), (event, "city"))
    return _beside_each_other([*pieces, event.country.name] if event.country else pieces)


@register.simple_tag(takes_context=True)
def around(context, sitting) -> SafeString | str:
    """``{% around sitting %}``: what stands below the title of a meeting, the city last."""
    parts = [
        one
        for one in sitting.around
        if one[1] != "short_name" or _is_known_by_short_name(one[0], _user(context))
    ]
    institution = sitting.meeting.institution
    if not sitting.is_inside_institute:
        parts.append(
            (institution, "city")
            if institution and _parts(context, (institution, "city"))
            else (sitting.meeting.event, "city")
        )
    return _beside_each_other(_parts(context, *parts))


@register.simple_tag(takes_context=True)
def host_names(context, institutions: list) -> SafeString | str:
    """``{% host_names event.hosts %}``: several institutions on one line, by their short names."""
    return _beside_each_other([short_or_name(context, one) for one in institutions])


@register.filter
def named_role(participation: Participation) -> str:
    """``{{ one|named_role }}``: what somebody was there as, unless it was only to be there."""
    return "" if participation.role in UNNAMED_ROLES else participation.get_role_display()


# People in photographs --------------------------------------------------------------------------


@register.filter
def in_reading_order(people) -> list[PhotoPerson]:
    """``{{ photo.photo_people.all|in_reading_order }}``: from the left, or from the right where one reads so."""
    people = list(people)
    return people[::-1] if current().direction == "rtl" else people


@register.simple_tag(takes_context=True)
def people_line(context, people) -> SafeString:
    """``{% people_line people %}``: the people in a photograph, named as its caption names them, as a list in a sentence."""
    return in_a_row([name for one in people if (name := named(one, _user(context)))])


@register.simple_tag(takes_context=True)
def post_held(context, one: PhotoPerson) -> SafeString | str:
    """``{% post_held one %}``: the post of that day of somebody in a photograph."""
    return post_of(one, _user(context))
