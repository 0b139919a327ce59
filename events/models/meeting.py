"""A meeting within a visit, or a session within a conference. schema.org: subEvent."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ciss_site.constraints import OF_ANOTHER_EVENT, SameParent
from ciss_site.languages import any_words
from ciss_site.models import Topic
from ciss_site.plaintext import LineField, ParagraphsField
from ciss_site.publishing import Publishable, may_change
from ciss_site.richtext import RichTextField
from ciss_site.uploads import DocumentField
from events.models.event import Event
from institutions.models import Agreement, Institution


class MeetingQuerySet(models.QuerySet):
    """Questions asked of the meetings."""

    def visible_to(self, user):
        """Keep the meetings of the events that ``user`` may see."""
        return self if may_change(user, Event) else self.filter(event__in=Event.objects.published())

    def with_institution(self, institution):
        """Keep the meetings at or with the institution or a centre inside it."""
        return self.filter(institution__in=Institution.objects.with_centres_of(institution).values("pk"))

    def minutes_outstanding(self):
        """Keep the meetings whose minutes are still to come or still to be passed on, the oldest first."""
        waiting = [Meeting.Minutes.AWAITED, Meeting.Minutes.IN_PREPARATION, Meeting.Minutes.RECEIVED]
        return self.filter(minutes_state__in=waiting).order_by("event__starts_on", "order", "pk")


class MeetingKind(models.TextChoices):
    """What sort of sitting it is."""

    BILATERAL = "bilateral", _("Bilateral meeting")
    CONFERENCE = "conference", _("Conference")
    SESSION = "session", _("Session")
    PLENARY = "plenary", _("Plenary")
    COURTESY_CALL = "courtesy_call", _("Courtesy call")
    LECTURE = "lecture", _("Lecture")


class MeetingMinutes(models.TextChoices):
    """Where the minutes of a sitting are."""

    NONE = "none", _("No minutes")
    AWAITED = "awaited", _("Awaited")
    IN_PREPARATION = "in_preparation", _("In preparation")
    RECEIVED = "received", _("Received")
    FORWARDED = "forwarded", _("Forwarded")
    FILED = "filed", _("Filed")


class Meeting(models.Model):
    """One sitting within an engagement, with its own host, people, topics, minutes and promises."""

    Kind = MeetingKind
    Minutes = MeetingMinutes
    event = models.ForeignKey(Event, models.CASCADE, related_name="meetings", verbose_name=_("event"))
    parent = models.ForeignKey(
        "self",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="sessions",
        verbose_name=_("within"),
        help_text=_("The conference this session belongs to. Empty for a meeting of its own."),
    )
    order = models.PositiveSmallIntegerField(
        _("order"), default=0, help_text=_("The place in the programme: small numbers first.")
    )
    kind = models.CharField(_("kind"), max_length=14, choices=Kind.choices, default=Kind.BILATERAL)
    title = LineField(
        _("title"),
        blank=True,
        help_text=_(
            "The title of a session or lecture. A bilateral meeting needs none: the institution's name stands there."
        ),
    )
    institution = models.ForeignKey(
        Institution,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="meetings",
        verbose_name=_("institution met, or host"),
        help_text=_(
            "Type a few letters of its name. If it is a centre inside an institute, choose the centre."
        ),
    )
    held_on = models.DateField(
        _("day"), null=True, blank=True, help_text=_("Leave it empty if it is not known.")
    )
    starts_at = models.TimeField(_("time"), null=True, blank=True, help_text=_("Local time of the place."))
    venue = LineField(_("venue"), blank=True)
    summary = RichTextField(
        _("what was said"),
        blank=True,
        help_text=_("Public, with the event. Promises belong to the follow-ups."),
    )
    topics = models.ManyToManyField(Topic, blank=True, related_name="meetings", verbose_name=_("topics"))
    notes = ParagraphsField(_("notes"), blank=True, help_text=_("For the office only; never on a page."))
    minutes_state = models.CharField(
        _("minutes"),
        max_length=14,
        choices=Minutes.choices,
        default=Minutes.NONE,
        help_text=_("Where the minutes are. For the office only."),
    )
    minutes_institution = models.ForeignKey(
        Institution,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("minutes from"),
        help_text=_("Who writes or sends them."),
    )
    minutes_person = models.ForeignKey(
        "people.Person",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("minutes by"),
        help_text=_("The person, if known."),
    )
    minutes_note = LineField(
        _("about the minutes"),
        blank=True,
        help_text=_("What was said about them: “detailed; being prepared by an official”."),
    )
    minutes_file = DocumentField(
        _("minutes as a file"), folder="minutes", blank=True, help_text=_("Never shown to the public.")
    )
    agreements = models.ManyToManyField(
        Agreement, blank=True, related_name="meetings", verbose_name=_("agreements spoken of")
    )

    objects = MeetingQuerySet.as_manager()

    class Meta:
        verbose_name = _("meeting or session")
        verbose_name_plural = _("meetings and sessions")
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["event", "id"], name="events_meeting_of_event"),
            SameParent(
                parent="event",
                child="parent",
                name="events_meeting_same_event",
                violation_error_message=OF_ANOTHER_EVENT,
            ),
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")),
                name="events_meeting_not_own_parent",
                violation_error_message=_(
                    "A session cannot be within itself. Choose the conference, or none."
                ),
            ),
            models.CheckConstraint(
                condition=Q(kind__in=MeetingKind.values, minutes_state__in=MeetingMinutes.values),
                name="events_meeting_choices",
            ),
        ]

    def clean(self) -> None:
        super().clean()
        if self.parent_id and self.parent.parent_id:
            raise ValidationError(
                {"parent": _("That is itself a session. Choose the conference it belongs to, or none.")}
            )

    @property
    def published_with(self) -> Publishable:
        """The record whose publication decides which languages of these words are public."""
        return self.event

    def __str__(self) -> str:
        title = any_words(self, "title") or (str(self.institution) if self.institution_id else "")
        return f"{self.get_kind_display()}: {title}" if title else str(self.get_kind_display())
