"""One engagement as its page shows it: facts, sittings in order with their people by side, contents, photographs."""

from dataclasses import dataclass, field
from functools import cached_property

from django.db.models import Q

from ciss_site.models import Topic
from events.models import Event, EventInstitution, Meeting, Participation, Photo
from events.models.event import EventInstitutionRole
from events.models.meeting import MeetingKind
from events.models.participation import ParticipationSide

BILATERAL = (MeetingKind.BILATERAL, MeetingKind.COURTESY_CALL)


@dataclass
class Rows:
    """The rows of one side, role or session in a table of people, under one heading.

    ``heading`` says what the heading is: the institution spoken for, the session, or the participants' role.
    """

    people: list[Participation]
    institution: object = None
    session: Meeting | None = None
    side: str = ""
    role: str = ""


@dataclass
class Sitting:
    """A meeting or conference with its tables of people; ``number`` is its place among the bilateral meetings."""

    meeting: Meeting
    number: int = 0
    of: int = 0
    sessions: list[Meeting] = field(default_factory=list)
    rows: list[Rows] = field(default_factory=list)

    @property
    def anchor(self) -> str:
        return f"meeting-{self.meeting.pk}"


class Report:
    """Everything the page of one engagement shows, in a fixed number of queries whatever its size."""

    def __init__(self, event: Event, user):
        self.event, self.user = event, user

    @cached_property
    def parts(self) -> dict[str, list[EventInstitution]]:
        """The institutions by the part they had, in the order of the roles."""
        rows = list(self.event.event_institutions.select_related("institution", "institution__parent"))
        return {role: found for role in EventInstitutionRole if (found := [row for row in rows if row.role == role])}

    @cached_property
    def _meetings(self) -> list[Meeting]:
        related = ("institution", "institution__parent", "institution__parent__parent")
        meetings = list(self.event.meetings.select_related(*related))
        for meeting in meetings:
            meeting.event = self.event
        return meetings

    @cached_property
    def _participations(self) -> list[Participation]:
        rows = list(self.event.participations.select_related("person", "institution").in_protocol_order())
        for row in rows:
            row.event = self.event
        return rows

    @cached_property
    def sittings(self) -> list[Sitting]:
        """The meetings and conferences in order, each with its sessions and its people."""
        own = [meeting for meeting in self._meetings if meeting.parent_id is None]
        bilateral = [meeting for meeting in own if meeting.kind in BILATERAL]
        sittings = []
        for meeting in own:
            number = bilateral.index(meeting) + 1 if meeting in bilateral and len(bilateral) > 1 else 0
            sessions = [one for one in self._meetings if one.parent_id == meeting.pk]
            sittings.append(Sitting(meeting, number, len(bilateral), sessions, self._rows_of(meeting, sessions)))
        return sittings

    @cached_property
    def rows(self) -> list[Rows]:
        """Those who took part in the engagement as a whole."""
        return self._rows_of(None, [])

    def _rows_of(self, meeting: Meeting | None, sessions: list[Meeting]) -> list[Rows]:
        pk = meeting.pk if meeting else None
        rows = _by_side([one for one in self._participations if one.meeting_id == pk])
        for session in sessions:
            people = [one for one in self._participations if one.meeting_id == session.pk]
            if people:
                rows.append(Rows(people, session=session))
        return rows

    @cached_property
    def occasions(self) -> list[Meeting]:
        """The conferences that the engagement attended."""
        return [meeting for meeting in self._meetings if meeting.kind == MeetingKind.CONFERENCE]

    @cached_property
    def topics(self) -> list[Topic]:
        """The topics of the engagement and of its meetings, each once, in alphabetical order."""
        about = Q(pk__in=Event.topics.through.objects.filter(event=self.event).values("topic"))
        about |= Q(pk__in=Meeting.topics.through.objects.filter(meeting__event=self.event).values("topic"))
        return list(Topic.objects.filter(about).alphabetical())

    @cached_property
    def photos(self) -> list[Photo]:
        """The photographs of the engagement's albums that the reader may see, in the albums' order."""
        photos = Photo.objects.visible_to(self.user).filter(album__event=self.event)
        photos = photos.select_related("album").prefetch_related("photo_people__person")
        return list(photos.order_by("album__order", "album__taken_on", "album", "order", "pk"))

    @cached_property
    def lead(self) -> Photo | None:
        """The lead photograph: the one chosen, if the reader may see it."""
        return next((photo for photo in self.photos if photo.pk == self.event.cover_id), None)

    @cached_property
    def attachments(self) -> list:
        """The files the reader is offered."""
        rows = list(self.event.attachments.visible_to(self.user))
        for row in rows:
            row.event = self.event
        return rows

    @cached_property
    def related(self) -> list[Event]:
        """Up to three other engagements with the same institutions or topics, the latest first."""
        institutions = {row.institution_id for rows in self.parts.values() for row in rows}
        institutions |= {meeting.institution_id for meeting in self._meetings if meeting.institution_id}
        same = Q(pk__in=EventInstitution.objects.filter(institution__in=institutions, institution__is_home=False).values("event"))
        same |= Q(pk__in=Event.topics.through.objects.filter(topic__in=[topic.pk for topic in self.topics]).values("event"))
        events = Event.objects.visible_to(self.user).filter(same).exclude(pk=self.event.pk)
        return list(events.select_related("cover__album").newest_first()[:3])


def _by_side(people: list[Participation]) -> list[Rows]:
    """Return the people by the side they were on and the institution they spoke for, counterparts first."""
    groups: dict[tuple, Rows] = {}
    order = [ParticipationSide.COUNTERPART, ParticipationSide.OURS, ParticipationSide.OTHER]
    for person in sorted(people, key=lambda one: order.index(one.side)):
        key = (person.side, person.institution_id, "" if person.institution_id else person.role)
        rows = groups.setdefault(key, Rows([], institution=person.institution, side=person.side, role=person.role))
        rows.people.append(person)
    return list(groups.values())
