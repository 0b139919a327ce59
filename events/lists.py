"""Rows of lists in a fixed number of queries: engagements with the institutions they were with, albums with their cover."""

from itertools import groupby

from events.models import Album, Event, EventInstitution, Photo

HOSTS = [role for role in EventInstitution.Role if role != EventInstitution.Role.INVITED_BY]


def rows_of(ids: list[int]) -> list[Event]:
    """Return the engagements of these ids, in this order, ready for ``_event_row.html``."""
    found = Event.objects.select_related("cover__album").in_bulk(ids)
    return with_hosts([found[pk] for pk in ids if pk in found])


def with_hosts(events: list[Event]) -> list[Event]:
    """Give each engagement ``hosts``: the institutions it was at or with, the office's own left out."""
    parts = EventInstitution.objects.filter(event__in=events, role__in=HOSTS, institution__is_home=False)
    hosts: dict[int, list] = {}
    for part in parts.select_related("institution"):
        row = hosts.setdefault(part.event_id, [])
        if part.institution not in row:
            row.append(part.institution)
    for event in events:
        event.hosts = hosts.get(event.pk, [])
    return events


def by_year(events: list[Event]) -> list[tuple[int, list[Event]]]:
    """Return (year, its engagements) in the order given."""
    return [(year, list(rows)) for year, rows in groupby(events, key=lambda event: event.starts_on.year)]


def albums_of(ids: list[int], user) -> list[Album]:
    """Return the albums of these ids, in this order, as ``user`` may see them.

    Each has ``photo_count`` and ``shown_cover``: its cover, or its first photograph where none is chosen.
    """
    found = Album.objects.with_photos_seen_by(user).in_bulk(ids)
    albums = [found[pk] for pk in ids if pk in found]
    covers = Photo.objects.in_bulk([album.shown_cover_id for album in albums if album.shown_cover_id])
    for album in albums:
        album.shown_cover = covers.get(album.shown_cover_id)
        if album.shown_cover:
            album.shown_cover.album = album
    return albums
