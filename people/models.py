"""People: their posts, degrees, publications and links.

Queries stand above the model they belong to. schema.org: Person.
"""

import datetime

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext
from django_countries.fields import CountryField

from ciss_site.images import (
    FOCAL_ACROSS,
    FOCAL_DOWN,
    FocalField,
    PictureField,
    RenditionsField,
    WorkMarkField,
)
from ciss_site.languages import any_words, codes, words_in
from ciss_site.models import Topic
from ciss_site.plaintext import LineField, ParagraphsField
from ciss_site.publishing import Publishable, PublishedQuerySet, published_needs
from ciss_site.richtext import RichTextField
from ciss_site.sorting import Sorted, SortedQuerySet
from institutions.models import Institution


class PersonQuerySet(PublishedQuerySet, SortedQuerySet):
    """Questions asked of the register of people."""

    def staff(self, on: datetime.date | None = None):
        """Keep those who hold a post at the home institution on that day (today unless said)."""
        held = Position.objects.held_on(on).filter(institution__is_home=True)
        return self.filter(pk__in=held.values("person"))

    def with_degree_of(self, institution):
        """Keep those who hold or pursue a degree of the institution or of a centre inside it."""
        inside = Institution.objects.with_centres_of(institution).values("pk")
        return self.filter(pk__in=Degree.objects.filter(institution__in=inside).values("person"))


class Person(Sorted, Publishable):
    """A person on record: of the office's own staff, a scholar, an official, a guest."""

    title_field = "name"
    prose_fields = ("lead", "bio")
    required_to_publish = ("bio",)
    search_fields = ("name", "lead", "bio")
    url_name = "person_detail"
    search_prefetch = ("positions",)

    name = LineField(_("name"), blank=True, help_text=_("Without title or rank, in the order it is said."))
    honorific = LineField(
        _("title or rank"),
        max_length=60,
        blank=True,
        help_text=_("Dr, Ambassador, Lt Gen (Retd): as it is today."),
    )
    sort_name = LineField(
        _("name for sorting"),
        blank=True,
        help_text=_("Only where lists should sort it otherwise than it is said: “Mir, Mobeen Jafar”."),
    )
    other_names = ParagraphsField(
        _("other spellings"),
        blank=True,
        help_text=_("One a line, in any script. They help to find the person and to notice doubles."),
    )
    country = CountryField(_("country"), blank=True)
    portrait = PictureField(
        _("portrait"),
        folder="portraits",
        url_name="portrait_file",
        width_field="portrait_width",
        height_field="portrait_height",
        renditions_field="portrait_renditions",
        rendered_field="portrait_rendered",
        colour_field="portrait_colour",
        focal_fields=("portrait_focal_x", "portrait_focal_y"),
        crops=("portrait",),
        blank=True,
        help_text=_(
            "JPEG, PNG or WebP, at least 200 pixels each way; upright, 4 to 5, looks best. Without one the initials are shown."
        ),
    )
    portrait_width = models.PositiveIntegerField(null=True, editable=False)
    portrait_height = models.PositiveIntegerField(null=True, editable=False)
    portrait_colour = models.CharField(max_length=7, blank=True, editable=False)
    portrait_focal_x = FocalField(_("focal point, across"), help_text=FOCAL_ACROSS)
    portrait_focal_y = FocalField(_("focal point, down"), help_text=FOCAL_DOWN)
    portrait_renditions = RenditionsField()
    portrait_rendered = WorkMarkField()
    lead = LineField(
        _("in one sentence"),
        max_length=400,
        blank=True,
        help_text=_("What the person works on: it stands below the name and in lists."),
    )
    bio = RichTextField(
        _("biography"), blank=True, help_text=_("A person has a public page only with a biography.")
    )
    interests = models.ManyToManyField(
        Topic,
        blank=True,
        related_name="people",
        verbose_name=_("interests"),
        help_text=_("What the person works on: readers find experts by them."),
    )
    email = models.EmailField(_("e-mail"), blank=True, help_text=_("For the office only; never on a page."))
    phone = LineField(
        _("phone"), max_length=60, blank=True, help_text=_("For the office only; never on a page.")
    )
    needs_review = models.BooleanField(
        _("needs review"),
        default=False,
        help_text=_(
            "Something essential is unknown, such as the first name. Take the mark off when it is found."
        ),
    )

    objects = PersonQuerySet.as_manager()

    class Meta(Publishable.Meta):
        verbose_name = _("person")
        verbose_name_plural = _("people")
        constraints = [*Publishable.Meta.constraints, *published_needs("name", "bio")]

    def words_to_sort(self, code: str) -> str:
        return words_in(self, "sort_name", code) or super().words_to_sort(code)

    def all_names(self) -> list[str]:
        """Return every recorded name and spelling, without doubles."""
        named = [words_in(self, "name", code) for code in codes()]
        return [name for name in dict.fromkeys([*named, *self.other_names.splitlines()]) if name.strip()]

    def positions_on(self, day: datetime.date) -> list["Position"]:
        """Return the posts held on that day, the main one first."""
        return list(self.positions.held_on(day).order_by("-is_main", "order", "pk"))


class PositionQuerySet(models.QuerySet):
    """Questions asked of the posts people hold and held."""

    def held_on(self, day: datetime.date | None = None):
        """Keep the posts held on that day (today unless said); a post without dates is held always."""
        day = day or timezone.localdate()
        return self.filter(
            Q(started__isnull=True) | Q(started__lte=day),
            Q(ended__isnull=True) | Q(ended__gte=day),
            is_former=False,
        )


class Position(models.Model):
    """A post that a person holds or held. schema.org: OrganizationRole."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="positions", verbose_name=_("person"))
    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="positions", verbose_name=_("institution")
    )
    title = LineField(
        _("post"),
        blank=True,
        help_text=_("As it stands on the visiting card: “Associate Director Research”."),
    )
    department = LineField(_("department"), blank=True, help_text=_("The staff list is parted by it."))
    started = models.DateField(
        _("from"), null=True, blank=True, help_text=_("Leave it empty if it is not known.")
    )
    ended = models.DateField(
        _("until"), null=True, blank=True, help_text=_("Leave it empty while the post is held.")
    )
    is_former = models.BooleanField(
        _("former"), default=False, help_text=_("The post is no longer held, though nobody knows since when.")
    )
    is_main = models.BooleanField(
        _("main post"), default=False, help_text=_("The one that stands first where there is room for one.")
    )
    order = models.PositiveSmallIntegerField(
        _("order"), default=0, help_text=_("The place in the staff list: small numbers first.")
    )

    objects = PositionQuerySet.as_manager()

    class Meta:
        verbose_name = _("post")
        verbose_name_plural = _("posts")
        ordering = ["-is_main", "order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(started__isnull=True) | Q(ended__isnull=True) | Q(ended__gte=F("started")),
                name="people_position_dates",
                violation_error_message=_("“Until” is before “from”. Change one of the two dates."),
            ),
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(is_main=True),
                name="people_position_one_main",
                violation_error_message=_(
                    "Another post of this person is already the main one. Take the mark off there first."
                ),
            ),
        ]

    def __str__(self) -> str:
        return any_words(self, "title") or str(self.institution)

    def is_held(self, day: datetime.date | None = None) -> bool:
        """Say whether the post is held on that day (today unless said)."""
        day = day or timezone.localdate()
        begun = self.started is None or self.started <= day
        return begun and not self.is_former and (self.ended is None or self.ended >= day)


class Degree(models.Model):
    """An academic degree held or pursued. schema.org: EducationalOccupationalCredential."""

    class Level(models.TextChoices):
        DOCTORATE = "doctorate", _("PhD")
        MPHIL = "mphil", _("MPhil")
        MASTER = "master", _("Master")
        MSC = "msc", _("MSc")
        BACHELOR = "bachelor", _("Bachelor")
        DIPLOMA = "diploma", _("Diploma")

    person = models.ForeignKey(Person, models.CASCADE, related_name="degrees", verbose_name=_("person"))
    level = models.CharField(_("degree"), max_length=12, choices=Level.choices)
    subject = LineField(_("subject"), blank=True)
    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="degrees", verbose_name=_("university")
    )
    year = models.PositiveSmallIntegerField(
        _("year"), null=True, blank=True, help_text=_("Leave it empty if it is not known.")
    )
    in_progress = models.BooleanField(
        _("in progress"), default=False, help_text=_("Pursued now, not yet awarded.")
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("degree")
        verbose_name_plural = _("degrees")
        ordering = ["order", "-year", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(year__isnull=True) | Q(year__gte=1900, year__lte=2200),
                name="people_degree_year",
                violation_error_message=_(
                    "The year of the degree is not between 1900 and 2200. Write it with four digits."
                ),
            )
        ]

    def __str__(self) -> str:
        return pgettext("between the parts of a line", ", ").join(
            part for part in (str(self.get_level_display()), any_words(self, "subject")) if part
        )


class Publication(models.Model):
    """Something a person wrote. The title stands as printed, in its own language. schema.org: Book, Article."""

    class Kind(models.TextChoices):
        BOOK = "book", _("Book")
        CHAPTER = "chapter", _("Chapter")
        ARTICLE = "article", _("Article")
        COLUMN = "column", _("Newspaper or web article")
        REPORT = "report", _("Report")
        OUTLET = "outlet", _("Writes for")

    person = models.ForeignKey(Person, models.CASCADE, related_name="publications", verbose_name=_("person"))
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices, default=Kind.ARTICLE)
    title = LineField(
        _("title"),
        max_length=400,
        blank=True,
        help_text=_("As printed. Empty where only the outlet is known."),
    )
    language = models.CharField(
        _("language of the title"),
        max_length=12,
        default="en",
        help_text=_("Its code, such as en, ar, ur or ru."),
    )
    outlet = models.ForeignKey(
        Institution,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="publications",
        verbose_name=_("publisher or outlet"),
    )
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)
    url = models.URLField(_("address"), blank=True)
    authors = LineField(
        _("authors"), max_length=400, blank=True, help_text=_("Only where there are several, as printed.")
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("publication")
        verbose_name_plural = _("publications")
        ordering = ["order", "-year", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(title="") | Q(outlet__isnull=False),
                name="people_publication_says_what",
                violation_error_message=_(
                    "A publication needs a title, or at least the publisher or outlet. Fill one of them."
                ),
            )
        ]

    def __str__(self) -> str:
        return self.title or str(self.outlet)

    def clean(self) -> None:
        super().clean()
        if self.year and not 1900 <= self.year <= 2200:
            raise ValidationError({"year": _("Write the year with four digits.")})


class ProfileLink(models.Model):
    """Where else a person is found. schema.org: sameAs."""

    class Service(models.TextChoices):
        X = "x", _("X (Twitter)")
        LINKEDIN = "linkedin", _("LinkedIn")
        ORCID = "orcid", _("ORCID")
        SCHOLAR = "scholar", _("Google Scholar")
        WEBSITE = "website", _("Website")

    ADDRESSES = {
        Service.X: "https://x.com/{}",
        Service.LINKEDIN: "https://www.linkedin.com/in/{}",
        Service.ORCID: "https://orcid.org/{}",
        Service.SCHOLAR: "https://scholar.google.com/citations?user={}",
        Service.WEBSITE: "{}",
    }

    person = models.ForeignKey(Person, models.CASCADE, related_name="links", verbose_name=_("person"))
    service = models.CharField(_("service"), max_length=12, choices=Service.choices, default=Service.X)
    handle = LineField(
        _("handle or address"),
        max_length=200,
        help_text=_("The name there, with or without @; for a website its address."),
    )

    class Meta:
        verbose_name = _("link")
        verbose_name_plural = _("links")
        constraints = [
            models.UniqueConstraint(fields=["person", "service", "handle"], name="people_profilelink_once")
        ]

    def __str__(self) -> str:
        return self.handle

    @property
    def url(self) -> str:
        """The full address of the profile."""
        if self.handle.startswith(("https://", "http://")):
            return self.handle
        return self.ADDRESSES[self.Service(self.service)].format(self.handle.lstrip("@"))

    def clean(self) -> None:
        super().clean()
        bare = "://" not in self.handle
        if self.service == self.Service.WEBSITE and bare:
            raise ValidationError(
                {"handle": _("Write the website's whole address, beginning with https://.")}
            )
        if not bare and not self.handle.startswith(("https://", "http://")):
            raise ValidationError(
                {"handle": _("Only addresses that begin with https:// or http:// can be linked.")}
            )
