"""One engagement as its page shows it: facts, sittings in order with their people by side, contents, photographs."""

from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby

from django.db.models import Prefetch, Q
from django.utils.translation import gettext

from ciss_site.dates import Days
from ciss_site.languages import any_words, current
from ciss_site.models import Topic
from ciss_site.richtext import section_headings
from ciss_site.texts import Text, text_of
from events.captions import give_posts
from events.models import Album, Event, EventInstitution, Meeting, Participation, Photo, PhotoPerson
from events.models.event import EventInstitutionRole
from events.models.meeting import MeetingKind
from events.models.participation import ParticipationSide

STRIP = 3
CONTENTS_FROM = 4
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

    @property
    def heading_is_no_role(self) -> bool:
        """Whether each one's role is still to be said beside the name."""
        return bool(self.institution or self.session) or self.side == ParticipationSide.OURS


@dataclass
class Entry:
    """One line of the contents list: what it leads to, and the words in their language."""

    anchor: str
    words: Text
    number: int = 0


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

    @property
    def days(self) -> Days | None:
        """The day of the sitting, if it is known."""
        return Days(self.meeting.held_on) if self.meeting.held_on else None

    @property
    def is_inside_institute(self) -> bool:
        """Whether it was held with a centre two levels down: the institute between them is its title then."""
        institution = self.meeting.institution
        return bool(institution and institution.parent and institution.parent.parent)

    @property
    def heading(self) -> tuple[object, str]:
        """The record and its field that stand as the title: what it is called, or the institution met."""
        meeting = self.meeting
        if any_words(meeting, "title") or meeting.institution is None:
            return meeting, "title"
        return (meeting.institution.parent if self.is_inside_institute else meeting.institution), "name"

    @property
    def around(self) -> list[tuple[object, str]]:
        """What stands in one line below the title: the larger institution, the centre, the venue."""
        meeting, institution = self.meeting, self.meeting.institution
        line = []
        if institution and self.heading[0] is meeting:
            line = [(institution, "name")]
        elif self.is_inside_institute:
            line = [(institution.parent.parent, "name"), (institution, "name")]
        elif institution:
            line = [(institution, "short_name")]
            if institution.parent:
                line.append((institution.parent, "name"))
        return [*line, (meeting, "venue")]

    @property
    def bare_sessions(self) -> list[Meeting]:
        """The sessions with something to read below the table, or that no row of the table names."""
        named = {rows.session.pk for rows in self.rows if rows.session}
        return [one for one in self.sessions if any_words(one, "summary") or one.pk not in named]


class Report:
    """Everything the page of one engagement shows, in a fixed number of queries whatever its size."""

    def __init__(self, event: Event, user):
        self.event, self.user = event, user

    @cached_property
    def parts(self) -> dict[str, list[EventInstitution]]:
        """The institutions by the part they had, in the order of the roles."""
        rows = list(self.event.event_institutions.select_related("institution", "institution__parent"))
        return {
            role: found
            for role in EventInstitutionRole
            if (found := [row for row in rows if row.role == role])
        }

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
            sittings.append(
                Sitting(meeting, number, len(bilateral), sessions, self._rows_of(meeting, sessions))
            )
        return sittings

    @cached_property
    def rows(self) -> list[Rows]:
        """Those who took part in the engagement as a whole."""
        return self._rows_of(None, [])

    def _rows_of(self, meeting: Meeting | None, sessions: list[Meeting]) -> list[Rows]:
        pk = meeting.pk if meeting else None
        met = meeting.institution if meeting and meeting.kind in BILATERAL else None
        rows = _by_side([one for one in self._participations if one.meeting_id == pk], met)
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
        people = Prefetch("photo_people", PhotoPerson.objects.select_related("person"))
        photos = photos.select_related("album").prefetch_related(people)
        return list(photos.order_by("album__order", "album__taken_on", "album", "order", "pk"))

    @cached_property
    def lead(self) -> Photo | None:
        """The lead photograph: the one chosen, if the reader may see it."""
        lead = next((photo for photo in self.photos if photo.pk == self.event.cover_id), None)
        if lead:
            lead.album.event = self.event
            give_posts(lead, lead.photo_people.all(), self._participations[::-1])
        return lead

    @cached_property
    def albums(self) -> list[tuple[Album, list[Photo]]]:
        """The albums with their photographs."""
        return [
            (album, list(photos)) for album, photos in groupby(self.photos, key=lambda photo: photo.album)
        ]

    @property
    def strip(self) -> list[Photo]:
        """The photographs shown on the page itself: the first few but the lead."""
        return [photo for photo in self.photos if photo is not self.lead][:STRIP]

    @cached_property
    def contents(self) -> list[Entry]:
        """What the page holds, when it is long enough to need a list of it."""
        body = text_of(self.event, "body", self.user)
        entries = [Entry(anchor, Text(words, body.code)) for anchor, words in section_headings(body.words)]
        for sitting in self.sittings:
            record, field_name = sitting.heading
            words = text_of(record, field_name, self.user) or Text(
                sitting.meeting.get_kind_display(), current().code
            )
            entries.append(Entry(sitting.anchor, words, sitting.number))
        if self.strip:
            entries.append(Entry("photographs", Text(gettext("Photographs"), current().code)))
        return entries if len(entries) >= CONTENTS_FROM else []

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
        same = Q(
            pk__in=EventInstitution.objects.filter(
                institution__in=institutions, institution__is_home=False
            ).values("event")
        )
        same |= Q(
            pk__in=Event.topics.through.objects.filter(topic__in=[topic.pk for topic in self.topics]).values(
                "event"
            )
        )
        events = Event.objects.visible_to(self.user).filter(same).exclude(pk=self.event.pk)
        return list(events.select_related("cover__album").newest_first()[:3])


def _by_side(people: list[Participation], met=None) -> list[Rows]:
    """Return the people by the side they were on and the institution they spoke for, counterparts first.

    A counterpart whose institution is not said spoke for the one that was ``met``.
    """
    groups: dict[tuple, Rows] = {}
    order = [ParticipationSide.COUNTERPART, ParticipationSide.OURS, ParticipationSide.OTHER]
    for person in sorted(people, key=lambda one: order.index(one.side)):
        institution = person.institution or (met if person.side == ParticipationSide.COUNTERPART else None)
        key = (person.side, institution, "" if institution else person.role)
        rows = groups.setdefault(key, Rows([], institution=institution, side=person.side, role=person.role))
        rows.people.append(person)
    return list(groups.values())
