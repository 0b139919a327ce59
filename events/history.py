"""The history of engagement with one institution, its centres included, year by year."""

from dataclasses import dataclass, field

from django.utils import timezone

from events.models import Event, Meeting, Participation
from institutions.models import Institution


@dataclass
class Engagement:
    """One engagement as the institution's page tells it: its meetings there, and the people met, in their posts then."""

    event: Event
    meetings: list[Meeting] = field(default_factory=list)
    people: list[Participation] = field(default_factory=list)


@dataclass
class YearSpan:
    """One year with its engagements, or a span of years in which nothing is recorded."""

    first: int
    last: int
    engagements: list[Engagement] = field(default_factory=list)


def engagements_with(institution: Institution, user) -> list[Engagement]:
    """Return the engagements with the institution that ``user`` may see, the latest first."""
    events = Event.objects.visible_to(user).with_institution(institution).newest_first()
    found = {event.pk: Engagement(event) for event in events}
    meetings = Meeting.objects.filter(event__in=list(found)).with_institution(institution)
    for meeting in meetings.select_related("institution").order_by("order", "pk"):
        meeting.event = found[meeting.event_id].event
        found[meeting.event_id].meetings.append(meeting)
    people = Participation.objects.filter(event__in=list(found)).for_institution(institution)
    for person in people.select_related("person", "institution").in_protocol_order():
        person.event = found[person.event_id].event
        if all(
            person.person_id is None or one.person_id != person.person_id
            for one in found[person.event_id].people
        ):
            found[person.event_id].people.append(person)
    return list(found.values())


def year_strip(engagements: list[Engagement]) -> list[tuple[int, int]]:
    """Return (year, number of engagements) from the present year down to the first, zeros included."""
    years = [one.event.starts_on.year for one in engagements]
    if not years:
        return []
    latest = max([timezone.localdate().year, *years])
    return [(year, years.count(year)) for year in range(latest, min(years) - 1, -1)]


def year_by_year(engagements: list[Engagement]) -> list[YearSpan]:
    """Return the years from now to the first, years without an engagement drawn together."""
    spans: list[YearSpan] = []
    for year, count in year_strip(engagements):
        if count:
            spans.append(
                YearSpan(year, year, [one for one in engagements if one.event.starts_on.year == year])
            )
        elif spans and not spans[-1].engagements:
            spans[-1].first = year
        else:
            spans.append(YearSpan(year, year))
    return spans
