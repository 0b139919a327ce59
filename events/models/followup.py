"""What was promised, by whom, by when, and what became of it. Private unless said otherwise. schema.org: PlanAction."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ciss_site.constraints import OF_ANOTHER_EVENT, SameParent
from ciss_site.languages import any_words
from ciss_site.plaintext import LineField, ParagraphsField
from ciss_site.publishing import may_change
from events.models.event import Event
from events.models.meeting import Meeting
from institutions.models import Agreement, Institution
from people.models import Person


class FollowUpQuerySet(models.QuerySet):
    """Questions asked of the promises."""

    def visible_to(self, user):
        """Keep those said to be public whose event is, and all for those who may change them."""
        if may_change(user, self.model):
            return self
        return self.filter(is_public=True, event__in=Event.objects.published())

    def still_open(self):
        """Keep what is neither done nor dropped, the oldest engagement first."""
        return self.filter(state__in=[FollowUp.State.OPEN, FollowUp.State.CHASED]).order_by(
            "event__starts_on", "order", "pk"
        )

    def owed_to_us(self):
        """Keep what is open and waits on the other side."""
        return self.still_open().filter(waiting_on=FollowUp.WaitingOn.THEM)

    def owed_by_us(self):
        """Keep what is open and waits on the office."""
        return self.still_open().filter(waiting_on=FollowUp.WaitingOn.US)


class FollowUpKind(models.TextChoices):
    """What is to come."""

    MINUTES = "minutes", _("Minutes")
    DRAFT = "draft", _("Draft")
    VISIT = "visit", _("Visit")
    INVITATION = "invitation", _("Invitation")
    PUBLICATION = "publication", _("Publication")
    REPLY = "reply", _("Reply")
    INTRODUCTION = "introduction", _("Introduction")
    COOPERATION = "cooperation", _("Cooperation")


class FollowUpWaitingOn(models.TextChoices):
    """Whose turn it is."""

    US = "us", _("Us")
    THEM = "them", _("Them")


class FollowUpStrength(models.TextChoices):
    """How firmly it was said."""

    DISCUSSED = "discussed", _("Discussed")
    INTEREST = "interest", _("Interest shown")
    PROMISED = "promised", _("Promised")
    AGREED = "agreed", _("Agreed")


class FollowUpState(models.TextChoices):
    """What became of it."""

    OPEN = "open", _("Open")
    CHASED = "chased", _("Chased")
    DONE = "done", _("Done")
    DROPPED = "dropped", _("Dropped")


class FollowUpDuePrecision(models.TextChoices):
    """How exactly the due date is known."""

    DAY = "day", _("On that day")
    MONTH = "month", _("In that month")
    YEAR = "year", _("In that year")
    WORDS = "words", _("As in the words")


class FollowUp(models.Model):
    """One promise, interest or task that an engagement left behind."""

    Kind = FollowUpKind
    WaitingOn = FollowUpWaitingOn
    Strength = FollowUpStrength
    State = FollowUpState
    DuePrecision = FollowUpDuePrecision

    event = models.ForeignKey(Event, models.CASCADE, related_name="followups", verbose_name=_("event"))
    meeting = models.ForeignKey(
        Meeting,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="followups",
        verbose_name=_("meeting"),
        help_text=_("The meeting of this event in which it was said, if one."),
    )
    what = LineField(
        _("what"),
        max_length=400,
        blank=True,
        help_text=_("In one line: “Draft memorandum of understanding with RISS”."),
    )
    kind = models.CharField(_("kind"), max_length=14, choices=Kind.choices, default=Kind.REPLY)
    waiting_on = models.CharField(
        _("waiting on"),
        max_length=6,
        choices=WaitingOn.choices,
        default=WaitingOn.THEM,
        help_text=_("Whose turn it is."),
    )
    person = models.ForeignKey(
        Person,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="followups",
        verbose_name=_("person"),
        help_text=_("Who is to do it, if known."),
    )
    institution = models.ForeignKey(
        Institution,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="followups",
        verbose_name=_("institution"),
        help_text=_("Which side owes it."),
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="followups",
        verbose_name=_("looked after by"),
        help_text=_("Who in the office keeps an eye on it."),
    )
    due_on = models.DateField(
        _("due"),
        null=True,
        blank=True,
        help_text=_("If only the month or year is known, write its first day."),
    )
    due_precision = models.CharField(
        _("how exact"), max_length=6, choices=DuePrecision.choices, default=DuePrecision.DAY
    )
    due_words = LineField(_("due, in words"), blank=True, help_text=_("“On his next visit to Pakistan”."))
    strength = models.CharField(
        _("strength"),
        max_length=10,
        choices=Strength.choices,
        default=Strength.PROMISED,
        help_text=_("How firmly it was said."),
    )
    state = models.CharField(
        _("state"),
        max_length=8,
        choices=State.choices,
        default=State.OPEN,
        help_text=_("Done and dropped leave the list of what is owed."),
    )
    last_chased_on = models.DateField(
        _("last asked"), null=True, blank=True, help_text=_("When the office last asked about it.")
    )
    agreement = models.ForeignKey(
        Agreement,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="followups",
        verbose_name=_("agreement"),
        help_text=_("If it is a step towards one."),
    )
    sentence = ParagraphsField(
        _("where it was said"),
        blank=True,
        help_text=_("The sentence of the memo or report it was taken from."),
    )
    is_public = models.BooleanField(
        _("public"), default=False, help_text=_("Only if both sides have made it known.")
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = FollowUpQuerySet.as_manager()

    class Meta:
        verbose_name = _("follow-up")
        verbose_name_plural = _("follow-ups")
        ordering = ["order", "pk"]
        constraints = [
            SameParent(
                parent="event",
                child="meeting",
                name="events_followup_same_event",
                violation_error_message=OF_ANOTHER_EVENT,
            ),
            models.CheckConstraint(
                condition=Q(
                    kind__in=FollowUpKind.values,
                    waiting_on__in=FollowUpWaitingOn.values,
                    strength__in=FollowUpStrength.values,
                    state__in=FollowUpState.values,
                    due_precision__in=FollowUpDuePrecision.values,
                ),
                name="events_followup_choices",
            ),
        ]

    def __str__(self) -> str:
        return any_words(self, "what") or str(self.get_kind_display())

    @property
    def is_open(self) -> bool:
        """Whether it still waits to be done."""
        return self.state in (self.State.OPEN, self.State.CHASED)

    @property
    def is_overdue(self) -> bool:
        """Whether it is open and its day, month or year has passed."""
        if not self.is_open or self.due_on is None or self.due_precision == self.DuePrecision.WORDS:
            return False
        today = timezone.localdate()
        if self.due_precision == self.DuePrecision.YEAR:
            return self.due_on.year < today.year
        if self.due_precision == self.DuePrecision.MONTH:
            return (self.due_on.year, self.due_on.month) < (today.year, today.month)
        return self.due_on < today


class FollowUpEntry(models.Model):
    """One dated line in the log of a promise."""

    followup = models.ForeignKey(FollowUp, models.CASCADE, related_name="log", verbose_name=_("follow-up"))
    on = models.DateField(_("day"), default=timezone.localdate)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("by"),
    )
    text = ParagraphsField(
        _("what happened"), help_text=_("“Wrote to Dr Kokarev's office”; “draft received by e-mail”.")
    )

    class Meta:
        verbose_name = _("log entry")
        verbose_name_plural = _("log")
        ordering = ["-on", "-pk"]

    def __str__(self) -> str:
        return f"{self.on:%Y-%m-%d}: {self.text[:60]}"
