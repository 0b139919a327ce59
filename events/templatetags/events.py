"""What the floor of engagements brings to pages below it: strips for home, histories for institutions and people."""

from django import template

from events.history import engagements_with, year_by_year, year_strip
from events.lists import with_hosts
from events.models import Event, Participation, Photo

register = template.Library()


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
    photos = Photo.objects.visible_to(None).select_related("album").order_by("-album__taken_on", "-album", "order", "pk")
    photos = list(photos[: most * 6])
    firsts = {photo.album_id: photo for photo in reversed(photos)}
    chosen = [photo for photo in photos if firsts[photo.album_id] is photo]
    return [*chosen, *(photo for photo in photos if photo not in chosen)][:most]


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
    rows = rows.select_related("event", "meeting__institution", "institution").order_by("-event__starts_on", "-event", "order", "pk")
    once: dict[int, Participation] = {}
    for row in rows[: most * 3]:
        once.setdefault(row.event_id, row)
    return list(once.values())[:most]


@register.filter
def cover_of(event: Event) -> Photo | None:
    """``{{ event|cover_of }}``: the lead photograph, if its album is public."""
    return event.cover if event.cover_id and event.cover.album.is_public() else None
