"""Albums, photographs with the people in them, and files attached to an event. schema.org: ImageGallery, ImageObject."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Count, Exists, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext

from ciss_site.dates import Days
from ciss_site.images import (
    FOCAL_ACROSS,
    FOCAL_DOWN,
    FocalField,
    PictureField,
    RenditionsField,
    WorkMarkField,
)
from ciss_site.languages import REGISTRY, any_words, codes, column, language_choices, words_in
from ciss_site.plaintext import LineField, ParagraphsField
from ciss_site.publishing import Publishable, PublishedQuerySet, is_published, may_change, published_needs
from ciss_site.uploads import DocumentField
from events.models.event import Event
from people.models import Person


class AlbumQuerySet(PublishedQuerySet):
    """Questions asked of the albums."""

    def newest_first(self):
        """Order by date, the latest first."""
        return self.order_by("-taken_on", "order", "-pk")

    def in_gallery(self, user):
        """Keep what the gallery shows to ``user``: albums with a photograph they may see, and all for those who may change them."""
        shown = self.visible_to(user)
        if may_change(user, Album):
            return shown
        return shown.filter(Exists(Photo.objects.visible_to(user).filter(album=OuterRef("pk"))))

    def with_photos_seen_by(self, user):
        """Give each album ``photo_count`` and ``shown_cover_id``, of the photographs that ``user`` may see."""
        photos = Photo.objects.visible_to(user).filter(album=OuterRef("pk"))
        count = photos.order_by().values("album").annotate(count=Count("pk")).values("count")
        cover = photos.filter(pk=OuterRef("cover")).values("pk")
        first = photos.in_order().values("pk")[:1]
        return self.annotate(
            photo_count=Coalesce(Subquery(count), 0),
            shown_cover_id=Coalesce(Subquery(cover), Subquery(first)),
        )


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

    def refuse_to_publish(self, code: str) -> None:
        """Raise ``ValidationError`` also when photographs are not described in the language ``code``."""
        super().refuse_to_publish(code)
        if numbers := self.undescribed(code):
            raise ValidationError(
                ngettext(
                    "%(language)s cannot be published yet. One photograph lacks the text for those who cannot see it: "
                    "number %(numbers)s. Describe it, or mark it as decoration, and publish again.",
                    "%(language)s cannot be published yet. %(count)d photographs lack the text for those who cannot see them: "
                    "numbers %(numbers)s. Describe them, or mark them as decoration, and publish again.",
                    len(numbers),
                )
                % {
                    "language": REGISTRY[code].name,
                    "count": len(numbers),
                    "numbers": pgettext("between the parts of a line", ", ").join(map(str, numbers)),
                }
            )

    def undescribed(self, code: str) -> list[int]:
        """Return the places, from 1, of the photographs without alternative text in the language ``code``."""
        photos = self.photos.in_order() if self.pk else []
        return [number for number, photo in enumerate(photos, start=1) if not photo.is_described_in(code)]


def described_in(code: str) -> Q:
    """Return the condition: a photograph has alternative text in the language ``code``, or needs none."""
    alt = column("alt", code)
    return Q(is_decorative=True) | (Q(**{f"{alt}__isnull": False}) & ~Q(**{alt: ""}))


class PhotoQuerySet(models.QuerySet):
    """Questions asked of the photographs."""

    def visible_to(self, user):
        """Keep the photographs that ``user`` may see: all those with a file for who may change albums.

        The public sees those of public albums, and of them what is described in each language the album is
        public in: a photograph that was added to a public album waits until then.
        """
        photos = self.exclude(image="")
        return photos if may_change(user, Album) else photos.filter(_shown_to_all())

    def in_order(self):
        """Order as the editor put them."""
        return self.order_by("order", "pk")


def _shown_to_all() -> Q:
    anywhere, everywhere = Q(), Q()
    for code in codes():
        public = is_published(code, via="album__")
        anywhere |= public
        everywhere &= ~public | described_in(code)
    return anywhere & everywhere


class NamedBy(models.TextChoices):
    """How a caption names the people in a photograph."""

    NAME = "name", _("By name")
    NAME_AND_POST = "name_and_post", _("By name and the post of that day")
    POST = "post", _("By the post of that day alone")


class Photo(models.Model):
    """One photograph, with what a reader and a screen reader need to know of it."""

    album = models.ForeignKey(Album, models.CASCADE, related_name="photos", verbose_name=_("album"))
    image = PictureField(
        _("photograph"),
        folder="photographs",
        url_name="photo_file",
        width_field="width",
        height_field="height",
        renditions_field="renditions",
        rendered_field="rendered",
        colour_field="dominant_colour",
        fingerprint_field="fingerprint",
        camera_date_field="camera_date",
        focal_fields=("focal_x", "focal_y"),
        crops=("card",),
        help_text=_("JPEG, PNG or WebP. Position, device and names inside the file are not kept."),
    )
    width = models.PositiveIntegerField(null=True, editable=False)
    height = models.PositiveIntegerField(null=True, editable=False)
    dominant_colour = models.CharField(max_length=7, blank=True, editable=False)
    fingerprint = models.CharField(max_length=64, blank=True, editable=False, db_index=True)
    camera_date = models.DateField(null=True, editable=False)
    alt = LineField(
        _("text for those who cannot see it"),
        max_length=400,
        blank=True,
        help_text=_("What the picture shows, in one sentence. Not the caption."),
    )
    is_decorative = models.BooleanField(
        _("decoration"),
        default=False,
        help_text=_("It shows nothing that a reader would miss: screen readers pass over it."),
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
    focal_x = FocalField(_("focal point, across"), help_text=FOCAL_ACROSS)
    focal_y = FocalField(_("focal point, down"), help_text=FOCAL_DOWN)
    renditions = RenditionsField()
    rendered = WorkMarkField()
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    people = models.ManyToManyField(
        Person, through="PhotoPerson", related_name="photos", verbose_name=_("people")
    )
    people_named_by = models.CharField(
        _("people are named"),
        max_length=16,
        choices=NamedBy.choices,
        default=NamedBy.NAME,
        help_text=_("How the caption names those in the photograph."),
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
            ),
            models.UniqueConstraint(
                fields=["album", "fingerprint"],
                condition=~Q(fingerprint=""),
                name="events_photo_once",
                violation_error_message=_("This photograph is already in the album. Delete one of the two."),
            ),
        ]

    @property
    def published_with(self) -> Publishable:
        """The record whose publication decides which languages of these words are public."""
        return self.album

    def is_described_in(self, code: str) -> bool:
        """Say whether it has alternative text in the language ``code``, or needs none."""
        return self.is_decorative or bool(words_in(self, "alt", code))

    def is_public(self) -> bool:
        """Say whether the public sees it: as ``visible_to`` asks the database."""
        languages = self.album.published_languages()
        return bool(self.image) and bool(languages) and all(map(self.is_described_in, languages))

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
