"""An engagement: a visit, a conference, a roundtable, and the institutions with a part in it. schema.org: Event."""

import datetime
from calendar import monthrange

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_countries.fields import CountryField

from ciss_site.dates import Days
from ciss_site.languages import codes, column
from ciss_site.models import Topic
from ciss_site.plaintext import LineField, ParagraphsField
from ciss_site.publishing import Publishable, PublishedQuerySet, State, published_needs
from ciss_site.richtext import RichTextField
from institutions.models import Institution


class EventQuerySet(PublishedQuerySet):
    """Questions asked of the engagements."""

    def newest_first(self):
        """Order by day, the latest first."""
        return self.order_by("-starts_on", "-pk")

    def upcoming(self, today: datetime.date | None = None):
        """Keep what is still to come or going on, the nearest first."""
        today = today or timezone.localdate()
        return self.filter(Q(ends_on__gte=today) | Q(ends_on__isnull=True, starts_on__gte=today)).order_by(
            "starts_on", "pk"
        )

    def past(self, today: datetime.date | None = None):
        """Keep what is over, the latest first."""
        today = today or timezone.localdate()
        return self.filter(Q(ends_on__lt=today) | Q(ends_on__isnull=True, starts_on__lt=today)).newest_first()

    def with_institution(self, institution):
        """Keep the engagements in which the institution, or a centre inside it, had any part."""
        inside = Institution.objects.with_centres_of(institution).values("pk")
        return self._any_of(
            event_institutions__institution__in=inside,
            meetings__institution__in=inside,
            participations__institution__in=inside,
        )

    def about(self, topic):
        """Keep the engagements about the topic, in the whole or in one of their meetings."""
        return self._any_of(topics=topic, meetings__topics=topic)

    def _any_of(self, **conditions):
        """Keep, each once, the engagements that meet at least one condition on what belongs to them."""
        found = Q()
        for path, value in conditions.items():
            found |= Q(pk__in=models.QuerySet(self.model).filter(**{path: value}).values("pk"))
        return self.filter(found)


class EventKind(models.TextChoices):
    """What sort of engagement it is."""

    VISIT = "visit", _("Visit")
    CONFERENCE = "conference", _("Conference")
    ROUNDTABLE = "roundtable", _("Roundtable")
    SEMINAR = "seminar", _("Seminar")
    LECTURE = "lecture", _("Lecture")
    WEBINAR = "webinar", _("Webinar")
    DIALOGUE = "dialogue", _("Dialogue")
    DELEGATION = "delegation", _("Delegation received")
    BOOK_LAUNCH = "book_launch", _("Book launch")
    BRIEFING = "briefing", _("Briefing")


class EventFormat(models.TextChoices):
    """Whether people came together."""

    IN_PERSON = "in_person", _("In person")
    ONLINE = "online", _("Online")
    HYBRID = "hybrid", _("In person and online")


class EventPrecision(models.TextChoices):
    """How exactly the days of an engagement are known."""

    DAY = "day", _("The day is known")
    MONTH = "month", _("Only the month is known")
    YEAR = "year", _("Only the year is known")


class Event(Publishable):
    """One engagement of the office, with everything that belongs to it."""

    Kind = EventKind
    Format = EventFormat
    Precision = EventPrecision

    title_field = "title"
    prose_fields = ("summary", "body", "sources")
    required_to_publish = ("summary",)
    search_fields = ("title", "summary", "body")
    url_name = "event_detail"

    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices, default=Kind.VISIT)
    title = LineField(
        _("title"), blank=True, help_text=_("What a reader sees in lists: who met whom, where, about what.")
    )
    starts_on = models.DateField(
        _("first day"),
        help_text=_("If only the month or year is known, write its first day and say so beside it."),
    )
    ends_on = models.DateField(
        _("last day"), null=True, blank=True, help_text=_("Leave it empty for a single day.")
    )
    date_precision = models.CharField(
        _("how exact"),
        max_length=6,
        choices=Precision.choices,
        default=Precision.DAY,
        help_text=_("Readers are shown no more than is known."),
    )
    start_time = models.TimeField(_("from"), null=True, blank=True, help_text=_("Local time of the place."))
    end_time = models.TimeField(_("to"), null=True, blank=True)
    timezone = models.CharField(
        _("time zone"),
        max_length=60,
        blank=True,
        help_text=_("Such as Asia/Karachi or Europe/Moscow. Empty means the office's own."),
    )
    venue = LineField(_("venue"), blank=True, help_text=_("The building or hall."))
    city = LineField(_("city"), max_length=120, blank=True)
    country = CountryField(_("country"), blank=True)
    format = models.CharField(_("form"), max_length=10, choices=Format.choices, default=Format.IN_PERSON)
    series = LineField(
        _("series"),
        blank=True,
        help_text=_("The name of a series of rounds: “Pakistan-Russia Consultative Group”."),
    )
    round = models.PositiveSmallIntegerField(
        _("round"), null=True, blank=True, help_text=_("The number within the series.")
    )
    summary = ParagraphsField(
        _("summary"),
        blank=True,
        help_text=_("Two or three sentences: they stand below the title and in lists."),
    )
    body = RichTextField(
        _("report"),
        blank=True,
        help_text=_("The report itself. What was said in one meeting belongs to that meeting below."),
    )
    sources = ParagraphsField(
        _("sources"),
        blank=True,
        help_text=_(
            "Where facts come from that are not the office's own record. Shown at the end of the report."
        ),
    )
    topics = models.ManyToManyField(
        Topic,
        blank=True,
        related_name="events",
        verbose_name=_("topics"),
        help_text=_("What it was about: readers find it by them."),
    )
    institutions = models.ManyToManyField(
        Institution, through="EventInstitution", related_name="events", verbose_name=_("institutions")
    )
    cover = models.ForeignKey(
        "events.Photo",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("lead photograph"),
        help_text=_("One of the photographs of this event's albums."),
    )
    video_url = models.URLField(_("video"), blank=True, help_text=_("The address of a recording."))
    old_address = models.CharField(
        _("old address"),
        max_length=300,
        blank=True,
        help_text=_(
            "The path on the former site, such as /visit-to-moscow/. Readers who come by it are sent here."
        ),
    )
    notes = ParagraphsField(_("notes"), blank=True, help_text=_("For the office only; never on a page."))

    objects = EventQuerySet.as_manager()

    class Meta(Publishable.Meta):
        verbose_name = _("event")
        verbose_name_plural = _("events")
        constraints = [
            *Publishable.Meta.constraints,
            *published_needs("title", "summary"),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="events_event_dates",
                violation_error_message=_(
                    "The last day is before the first day. Change one of the two dates."
                ),
            ),
            models.CheckConstraint(
                condition=Q(
                    kind__in=EventKind.values,
                    format__in=EventFormat.values,
                    date_precision__in=EventPrecision.values,
                ),
                name="events_event_choices",
            ),
            models.UniqueConstraint(
                fields=["old_address"],
                condition=~Q(old_address=""),
                name="events_event_old_address",
                violation_error_message=_(
                    "Another event already answers at that old address. Take it out there first."
                ),
            ),
        ]
        indexes = [
            *Publishable.Meta.indexes,
            *(
                models.Index(
                    F("starts_on").desc(),
                    F("id").desc(),
                    condition=Q(**{column("state", code): State.PUBLISHED}),
                    name=f"event_days_{code}",
                )
                for code in codes()
            ),
        ]

    def clean(self) -> None:
        super().clean()
        errors = {}
        if self.start_time and self.end_time and not self.ends_on and self.end_time <= self.start_time:
            errors["end_time"] = _(
                "It ends before it begins. Change one of the two times, or give the last day."
            )
        if self.timezone and not _is_timezone(self.timezone):
            errors["timezone"] = _(
                "No such time zone is known. Write it as continent and city, such as Europe/Moscow."
            )
        if self.old_address:
            self.old_address = "/" + self.old_address.strip().strip("/") + "/"
        if self.cover and self.pk and self.cover.album.event_id != self.pk:
            errors["cover"] = _(
                "That photograph is in an album of another event. Choose one of this event's own."
            )
        if errors:
            raise ValidationError(errors)
        if self.ends_on is None:
            self.ends_on = self._end_of_what_is_known()

    def _end_of_what_is_known(self) -> datetime.date | None:
        """Return the last day of the month or year where no more is known: until then it may still be to come."""
        if self.starts_on is None or self.date_precision == self.Precision.DAY:
            return None
        if self.date_precision == self.Precision.YEAR:
            return self.starts_on.replace(month=12, day=31)
        return self.starts_on.replace(day=monthrange(self.starts_on.year, self.starts_on.month)[1])

    def slug_words(self) -> str:
        words = super().slug_words()
        return (
            words
            if words.isascii()
            else f"{self.kind.replace('_', '-')} {self.starts_on:%Y-%m-%d}"
            if self.starts_on
            else words
        )

    @property
    def days(self) -> Days:
        """The days as they are written, exact only as far as they are known."""
        return Days(self.starts_on, self.ends_on, self.date_precision)

    @property
    def last_day(self) -> datetime.date:
        """The last day, which for a single day is the first."""
        return self.ends_on or self.starts_on

    @property
    def is_over(self) -> bool:
        """Whether the last day has passed in the office's zone."""
        return self.last_day < timezone.localdate()


def _is_timezone(name: str) -> bool:
    from zoneinfo import available_timezones

    return name in available_timezones()


class EventInstitutionRole(models.TextChoices):
    """The part an institution can have."""

    INVITED_BY = "invited_by", _("Invited by")
    HOST = "host", _("Host")
    ORGANISER = "organiser", _("Organiser")
    CO_ORGANISER = "co_organiser", _("Co-organiser")
    SUPPORTED_BY = "supported_by", _("Supported by")
    VISITED = "visited", _("Visited")


class EventInstitution(models.Model):
    """The part an institution had in an engagement."""

    Role = EventInstitutionRole
    event = models.ForeignKey(
        Event, models.CASCADE, related_name="event_institutions", verbose_name=_("event")
    )
    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="event_institutions", verbose_name=_("institution")
    )
    role = models.CharField(_("part"), max_length=14, choices=Role.choices, default=Role.HOST)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("institution’s part")
        verbose_name_plural = _("institutions and their parts")
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "institution", "role"],
                name="events_eventinstitution_once",
                violation_error_message=_(
                    "This institution is already recorded with the same part. Delete one of the two lines."
                ),
            ),
            models.CheckConstraint(
                condition=Q(role__in=EventInstitutionRole.values),
                name="events_eventinstitution_role",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()}: {self.institution}"
