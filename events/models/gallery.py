"""Albums, photographs with the people in them, and files attached to an event. schema.org: ImageGallery, ImageObject."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ciss_site.dates import Days
from ciss_site.images import PictureField
from ciss_site.languages import any_words, language_choices
from ciss_site.plaintext import LineField, ParagraphsField
from ciss_site.publishing import Publishable, PublishedQuerySet, may_change, published_needs
from ciss_site.uploads import DocumentField
from events.models.event import Event
from people.models import Person


class AlbumQuerySet(PublishedQuerySet):
    """Questions asked of the albums."""

    def newest_first(self):
        """Order by date, the latest first."""
        return self.order_by("-taken_on", "order", "-pk")


class Album(Publishable):
    """Photographs that belong together, of an event or on their own."""

    title_field = "title"
    prose_fields = ("intro",)
    search_fields = ("title", "intro")
    url_name = "album_detail"

    title = LineField(
        _("title"), blank=True, help_text=_("What a reader sees in the gallery: the place and the occasion.")
    )
    event = models.ForeignKey(
        Event,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="albums",
        verbose_name=_("event"),
        help_text=_("The event the photographs are of; its page then shows them."),
    )
    taken_on = models.DateField(
        _("first day"), help_text=_("The day of the photographs; the gallery is ordered by it.")
    )
    taken_until = models.DateField(
        _("last day"), null=True, blank=True, help_text=_("Leave it empty for a single day.")
    )
    intro = ParagraphsField(
        _("introduction"), blank=True, help_text=_("One or two sentences above the photographs.")
    )
    cover = models.ForeignKey(
        "events.Photo",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("cover"),
        help_text=_("The photograph that stands for the album. Empty means the first."),
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = AlbumQuerySet.as_manager()

    class Meta(Publishable.Meta):
        verbose_name = _("album")
        verbose_name_plural = _("albums")
        constraints = [
            *Publishable.Meta.constraints,
            *published_needs("title"),
            models.CheckConstraint(
                condition=Q(taken_until__isnull=True) | Q(taken_until__gte=models.F("taken_on")),
                name="events_album_dates",
                violation_error_message=_(
                    "The last day is before the first day. Change one of the two dates."
                ),
            ),
        ]

    @property
    def days(self) -> Days:
        """The days the photographs are of."""
        return Days(self.taken_on, self.taken_until)

    def clean(self) -> None:
        super().clean()
        if self.cover and self.pk and self.cover.album_id != self.pk:
            raise ValidationError(
                {"cover": _("That photograph is in another album. Choose one of this album's own.")}
            )


class PhotoQuerySet(models.QuerySet):
    """Questions asked of the photographs."""

    def visible_to(self, user):
        """Keep the photographs of the albums that ``user`` may see."""
        return self if may_change(user, Album) else self.filter(album__in=Album.objects.published())

    def in_order(self):
        """Order as the editor put them."""
        return self.order_by("order", "pk")


class Photo(models.Model):
    """One photograph, with what a reader and a screen reader need to know of it."""

    album = models.ForeignKey(Album, models.CASCADE, related_name="photos", verbose_name=_("album"))
    image = PictureField(
        _("photograph"),
        folder="photographs",
        url_name="photo_file",
        width_field="width",
        height_field="height",
        colour_field="dominant_colour",
        help_text=_("JPEG, PNG or WebP. Position, device and names inside the file are not kept."),
    )
    width = models.PositiveIntegerField(null=True, editable=False)
    height = models.PositiveIntegerField(null=True, editable=False)
    dominant_colour = models.CharField(max_length=7, blank=True, editable=False)
    alt = LineField(
        _("text for those who cannot see it"),
        max_length=400,
        blank=True,
        help_text=_("What the picture shows, in one sentence. Not the caption."),
    )
    caption = LineField(
        _("caption"),
        max_length=500,
        blank=True,
        help_text=_("The occasion and the place. The people are named below, from left to right."),
    )
    credit = LineField(_("credit"), max_length=200, blank=True, help_text=_("Who took it."))
    rights = LineField(
        _("rights"), max_length=200, blank=True, help_text=_("Under which terms it may be used.")
    )
    taken_on = models.DateField(_("taken on"), null=True, blank=True)
    focal_x = models.DecimalField(
        _("focal point, across"),
        max_digits=4,
        decimal_places=3,
        default=0.5,
        help_text=_("0 is the left edge, 1 the right."),
    )
    focal_y = models.DecimalField(
        _("focal point, down"),
        max_digits=4,
        decimal_places=3,
        default=0.5,
        help_text=_("0 is the top, 1 the bottom."),
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    people = models.ManyToManyField(
        Person, through="PhotoPerson", related_name="photos", verbose_name=_("people")
    )

    objects = PhotoQuerySet.as_manager()

    class Meta:
        verbose_name = _("photograph")
        verbose_name_plural = _("photographs")
        ordering = ["order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(focal_x__gte=0, focal_x__lte=1, focal_y__gte=0, focal_y__lte=1),
                name="events_photo_focal_point",
                violation_error_message=_(
                    "The focal point lies outside the picture. Both numbers are between 0 and 1."
                ),
            )
        ]

    @property
    def published_with(self) -> Publishable:
        """The record whose publication decides which languages of these words are public."""
        return self.album

    def __str__(self) -> str:
        return (
            any_words(self, "caption")
            or any_words(self, "alt")
            or f"{self._meta.verbose_name} {self.pk or ''}".strip()
        )


class PhotoPerson(models.Model):
    """One of the people in a photograph, counted from the left of the picture."""

    photo = models.ForeignKey(
        Photo, models.CASCADE, related_name="photo_people", verbose_name=_("photograph")
    )
    person = models.ForeignKey(Person, models.CASCADE, related_name="photo_people", verbose_name=_("person"))
    place = models.PositiveSmallIntegerField(
        _("place from the left"), default=1, help_text=_("1 is the leftmost, in every language.")
    )

    class Meta:
        verbose_name = _("person in the photograph")
        verbose_name_plural = _("people in the photograph")
        ordering = ["place", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["photo", "person"],
                name="events_photoperson_once",
                violation_error_message=_(
                    "This person is already named in the photograph. Delete one of the two lines."
                ),
            )
        ]

    def __str__(self) -> str:
        return f"{self.place}. {self.person}"


class AttachmentQuerySet(models.QuerySet):
    """Questions asked of the attached files."""

    def visible_to(self, user):
        """Keep the public files of public events, and all for those who may change events."""
        if may_change(user, Event):
            return self
        return self.filter(is_public=True, event__in=Event.objects.published())


class Attachment(models.Model):
    """A file that belongs to an event: a programme, a statement, a paper."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="attachments", verbose_name=_("event"))
    file = DocumentField(_("file"), folder="attachments")
    title = LineField(
        _("title"), blank=True, help_text=_("What the file is: “Programme”, “Statement of the minister”.")
    )
    language = models.CharField(
        _("language of the file"), max_length=12, choices=language_choices, default="en"
    )
    is_public = models.BooleanField(_("public"), default=False, help_text=_("Offered on the event's page."))
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = AttachmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("attached file")
        verbose_name_plural = _("attached files")
        ordering = ["order", "pk"]

    @property
    def published_with(self) -> Publishable:
        """The record whose publication decides which languages of these words are public."""
        return self.event

    def __str__(self) -> str:
        return any_words(self, "title") or str(self._meta.verbose_name)
