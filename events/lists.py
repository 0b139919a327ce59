"""Rows of engagements for lists: each with the institutions it was with, in a fixed number of queries."""

from itertools import groupby

from events.models import Event, EventInstitution

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
