"""Who took part, in the post and rank of that day. schema.org: performer, attendee."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ciss_site.constraints import OF_ANOTHER_EVENT, SameParent
from ciss_site.languages import any_words, codes, column, set_words, words_in
from ciss_site.plaintext import LineField
from ciss_site.publishing import Publishable, may_change
from events.models.event import Event
from events.models.meeting import Meeting
from institutions.models import Institution
from people.models import Person

TWICE = _("This person is already recorded there in the same role. Delete one of the two lines.")


def says_who() -> Q:
    """Return the condition: a person on record, or words in at least one language."""
    condition = Q(person__isnull=False)
    for code in codes():
        words = column("who", code)
        condition |= Q(**{f"{words}__isnull": False}) & ~Q(**{words: ""})
    return condition


class ParticipationQuerySet(models.QuerySet):
    """Questions asked of who took part."""

    def visible_to(self, user):
        """Keep the participations in events that ``user`` may see."""
        return self if may_change(user, Event) else self.filter(event__in=Event.objects.published())

    def for_institution(self, institution):
        """Keep those who spoke for the institution or a centre inside it."""
        return self.filter(institution__in=Institution.objects.with_centres_of(institution).values("pk"))

    def in_protocol_order(self):
        """Order by side and protocol."""
        return self.order_by("order", "pk")


class ParticipationSide(models.TextChoices):
    """For which side somebody was there."""

    COUNTERPART = "counterpart", _("Counterpart")
    OURS = "ours", _("Our side")
    OTHER = "other", _("Other")


class ParticipationRole(models.TextChoices):
    """What somebody was there as."""

    PARTICIPANT = "participant", _("Participant")
    VISITOR = "visitor", _("Visitor")
    HOST = "host", _("Host")
    CHAIR = "chair", _("Chair")
    MODERATOR = "moderator", _("Moderator")
    KEYNOTE = "keynote", _("Keynote speaker")
    SPEAKER = "speaker", _("Speaker")
    PANELLIST = "panellist", _("Panellist")
    DISCUSSANT = "discussant", _("Discussant")


class Participation(models.Model):
    """One person, office or group at an engagement or one of its meetings, as of that day."""

    Side = ParticipationSide
    Role = ParticipationRole
    event = models.ForeignKey(Event, models.CASCADE, related_name="participations", verbose_name=_("event"))
    meeting = models.ForeignKey(
        Meeting,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="participations",
        verbose_name=_("meeting"),
        help_text=_("One of this event's meetings; empty for the event as a whole."),
    )
    person = models.ForeignKey(
        Person,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="participations",
        verbose_name=_("person"),
        help_text=_("Type a few letters of the name, in either script."),
    )
    who = LineField(
        _("or in words"),
        blank=True,
        help_text=_(
            "For somebody known by office only, or a group: “senior officials of the foreign ministry”."
        ),
    )
    honorific_at_the_time = LineField(
        _("rank or title then"),
        max_length=60,
        blank=True,
        help_text=_("Left empty, it is taken from the person's record."),
    )
    title_at_the_time = LineField(
        _("post then"),
        blank=True,
        help_text=_("The post of that day. Left empty, it is taken from the person's posts."),
    )
    institution = models.ForeignKey(
        Institution,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="participations",
        verbose_name=_("institution represented"),
        help_text=_("On that day. Left empty, it is taken from the person's posts."),
    )
    side = models.CharField(
        _("side"),
        max_length=12,
        choices=Side.choices,
        default=Side.COUNTERPART,
        help_text=_("For whom the person was there."),
    )
    role = models.CharField(_("role"), max_length=12, choices=Role.choices, default=Role.PARTICIPANT)
    talk_title = LineField(_("title of the talk"), blank=True, help_text=_("Or what the person spoke on."))
    order = models.PositiveSmallIntegerField(
        _("order"), default=0, help_text=_("Protocol order: small numbers first.")
    )

    objects = ParticipationQuerySet.as_manager()

    class Meta:
        verbose_name = _("participation")
        verbose_name_plural = _("participations")
        ordering = ["order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=says_who(),
                name="events_participation_says_who",
                violation_error_message=_(
                    "This line names nobody. Choose a person, or say in words who it was."
                ),
            ),
            SameParent(
                parent="event",
                child="meeting",
                name="events_participation_same_event",
                violation_error_message=OF_ANOTHER_EVENT,
            ),
            models.UniqueConstraint(
                fields=["meeting", "person", "role"],
                name="events_participation_once",
                violation_error_message=TWICE,
            ),
            # A unique constraint passes over empty columns: the event as a whole needs one of its own.
            models.UniqueConstraint(
                fields=["event", "person", "role"],
                condition=Q(meeting__isnull=True),
                name="events_participation_once_whole",
                violation_error_message=TWICE,
            ),
            models.CheckConstraint(
                condition=Q(side__in=ParticipationSide.values, role__in=ParticipationRole.values),
                name="events_participation_choices",
            ),
        ]

    @property
    def published_with(self) -> Publishable:
        """The record whose publication decides which languages of these words are public."""
        return self.event

    def __str__(self) -> str:
        return str(self.person) if self.person_id else any_words(self, "who")

    def remember_post(self) -> None:
        """Copy rank, post and institution of that day from the person's record, where they are left empty.

        They stay as they are when the person moves on. Call it before saving a new participation.
        """
        if not self.person_id:
            return
        for code in codes():
            if not any(words_in(self, "honorific_at_the_time", one) for one in [code]):
                set_words(self, "honorific_at_the_time", **{code: words_in(self.person, "honorific", code)})
        if any(words_in(self, "title_at_the_time", code) for code in codes()):
            return
        held = self.person.positions_on(self.event.starts_on)
        position = next((one for one in held if self.institution_id in (None, one.institution_id)), None)
        if position is None:
            return
        self.institution = self.institution or position.institution
        for code in codes():
            set_words(self, "title_at_the_time", **{code: words_in(position, "title", code)})
