"""Institutions and the agreements with them.

Queries stand above the model they belong to. schema.org: Organization.
"""

from functools import reduce
from operator import or_

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django_countries.fields import CountryField

from ciss_site.images import PictureField, RenditionsField, WorkMarkField
from ciss_site.languages import any_words, codes, words_in
from ciss_site.plaintext import LineField, ParagraphsField
from ciss_site.publishing import Publishable, PublishedQuerySet, may_change, published_needs
from ciss_site.richtext import RichTextField
from ciss_site.sorting import Sorted, SortedQuerySet
from ciss_site.uploads import DocumentField


class InstitutionQuerySet(PublishedQuerySet, SortedQuerySet):
    """Questions asked of the register of institutions."""

    def partners(self):
        """Keep the institutions the office counts among its partners."""
        return self.filter(is_partner=True)

    def home(self):
        """Return the office's own institution, or None while none is recorded."""
        return self.filter(is_home=True).first()

    def with_centres_of(self, institution):
        """Keep the institution and everything inside it, three levels down."""
        return self._at_or_inside(pk=institution.pk)

    def with_centres_at(self, slug: str):
        """Keep the institution with that address and everything inside it, three levels down."""
        return self._at_or_inside(slug=slug)

    def _at_or_inside(self, **condition):
        [(field, value)] = condition.items()
        levels = ("", "parent__", "parent__parent__", "parent__parent__parent__")
        return self.filter(reduce(or_, (Q(**{f"{level}{field}": value}) for level in levels)))


class InstitutionKind(models.TextChoices):
    """What sort of body an institution is."""

    THINK_TANK = "think_tank", _("Think tank")
    RESEARCH_INSTITUTE = "research_institute", _("Research institute")
    UNIVERSITY = "university", _("University")
    MINISTRY = "ministry", _("Ministry")
    EMBASSY = "embassy", _("Embassy")
    ACADEMY = "academy", _("Academy of sciences")
    INTERNATIONAL = "international", _("International organisation")
    MEDIA = "media", _("Media")
    PUBLISHER = "publisher", _("Publisher")
    OTHER = "other", _("Other body")


class Institution(Sorted, Publishable):
    """A think tank, university, ministry or other body that the office meets, or is."""

    Kind = InstitutionKind

    title_field = "name"
    prose_fields = ("description",)
    search_fields = ("name", "short_name", "description")
    url_name = "institution_detail"

    name = LineField(_("name"), blank=True, help_text=_("In full, as the institution writes it itself."))
    short_name = LineField(
        _("short name"),
        max_length=60,
        blank=True,
        help_text=_("The abbreviation it is known by, such as RIAC."),
    )
    other_names = ParagraphsField(
        _("other names"),
        blank=True,
        help_text=_(
            "Other spellings and former names, one a line, in any script. They help to find it and to notice doubles."
        ),
    )
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, default=Kind.THINK_TANK)
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="centres",
        verbose_name=_("part of"),
        help_text=_("The larger institution it stands in, for a centre or a department."),
    )
    country = CountryField(_("country"), blank=True)
    city = LineField(_("city"), max_length=120, blank=True)
    website = models.URLField(
        _("website"), blank=True, help_text=_("Its own address, beginning with https://.")
    )
    logo = PictureField(
        _("logo"),
        folder="logos",
        url_name="logo_file",
        width_field="logo_width",
        height_field="logo_height",
        renditions_field="logo_renditions",
        rendered_field="logo_rendered",
        blank=True,
        help_text=_("JPEG, PNG or WebP, at least 200 pixels each way."),
    )
    logo_width = models.PositiveIntegerField(null=True, editable=False)
    logo_height = models.PositiveIntegerField(null=True, editable=False)
    logo_renditions = RenditionsField()
    logo_rendered = WorkMarkField()
    description = RichTextField(
        _("description"), blank=True, help_text=_("What it is and does, in two or three sentences.")
    )
    is_partner = models.BooleanField(
        _("partner"), default=False, help_text=_("Shown among the partners on the home page.")
    )
    is_home = models.BooleanField(
        _("the office's own institution"),
        default=False,
        help_text=_("Exactly one institution is the office's own: its name stands at the top of every page."),
    )

    objects = InstitutionQuerySet.as_manager()

    class Meta(Publishable.Meta):
        verbose_name = _("institution")
        verbose_name_plural = _("institutions")
        constraints = [
            *Publishable.Meta.constraints,
            *published_needs("name"),
            models.UniqueConstraint(
                fields=["is_home"],
                condition=Q(is_home=True),
                name="institutions_institution_one_home",
                violation_error_message=_(
                    "Another institution is already marked as the office's own. Take the mark off there first."
                ),
            ),
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")),
                name="institutions_institution_not_own_parent",
                violation_error_message=_(
                    "An institution cannot be part of itself. Choose another, or none."
                ),
            ),
        ]

    def clean(self) -> None:
        super().clean()
        self._refuse_circle()

    def _refuse_circle(self) -> None:
        """Refuse a parent that stands, at any depth, inside this institution."""
        above = self.parent
        while above is not None:
            if self.pk and above.pk == self.pk:
                raise ValidationError(
                    {"parent": _("That institution is itself part of this one. Choose another, or none.")}
                )
            above = above.parent

    def all_names(self) -> list[str]:
        """Return every recorded name and spelling, without doubles."""
        named = [words_in(self, field, code) for field in ("name", "short_name") for code in codes()]
        return [name for name in dict.fromkeys([*named, *self.other_names.splitlines()]) if name.strip()]


class AgreementQuerySet(models.QuerySet):
    """Questions asked of the agreements."""

    def visible_to(self, user):
        """Keep those said to be public, and all for those who may change them."""
        return self if may_change(user, self.model) else self.filter(is_public=True)

    def with_institution(self, institution):
        """Keep the agreements to which the institution, or a centre inside it, is a party."""
        inside = Institution.objects.with_centres_of(institution).values("pk")
        return self.filter(
            pk__in=Agreement.parties.through.objects.filter(institution__in=inside).values("agreement")
        )


class AgreementKind(models.TextChoices):
    """What sort of undertaking it is."""

    MEMORANDUM = "memorandum", _("Memorandum of understanding")
    LETTER_OF_INTENT = "letter_of_intent", _("Letter of intent")
    FELLOWSHIP = "fellowship", _("Fellowship")
    EXCHANGE = "exchange", _("Exchange")
    JOINT_PUBLICATION = "joint_publication", _("Joint publication")


class AgreementState(models.TextChoices):
    """How far an undertaking has come."""

    IDEA = "idea", _("Idea")
    DISCUSSED = "discussed", _("Discussed")
    DRAFT_AWAITED = "draft_awaited", _("Draft awaited")
    DRAFT_RECEIVED = "draft_received", _("Draft received")
    UNDER_REVIEW = "under_review", _("Under review")
    AGREED = "agreed", _("Agreed")
    SIGNED = "signed", _("Signed")
    IN_FORCE = "in_force", _("In force")
    EXPIRED = "expired", _("Expired")
    LAPSED = "lapsed", _("Lapsed")


class Agreement(models.Model):
    """A memorandum, fellowship or other undertaking between institutions, from idea to expiry. Private unless said otherwise."""

    Kind = AgreementKind
    State = AgreementState
    title = LineField(
        _("title"), blank=True, help_text=_("What it is called, with the other side's name in it.")
    )
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, default=Kind.MEMORANDUM)
    parties = models.ManyToManyField(
        Institution,
        related_name="agreements",
        verbose_name=_("parties"),
        help_text=_("All sides, the office's own institution included."),
    )
    state = models.CharField(
        _("state"),
        max_length=20,
        choices=State.choices,
        default=State.IDEA,
        help_text=_("How far it has come. Change it the day it changes."),
    )
    drafted_by = models.ForeignKey(
        Institution,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="agreements_drafted",
        verbose_name=_("drafted by"),
        help_text=_("The side that writes, or is to write, the draft."),
    )
    signed_on = models.DateField(_("signed on"), null=True, blank=True)
    valid_until = models.DateField(
        _("valid until"), null=True, blank=True, help_text=_("Leave it empty if no end is agreed.")
    )
    document = DocumentField(
        _("document"), folder="agreements", blank=True, help_text=_("Never shown to the public.")
    )
    notes = ParagraphsField(_("notes"), blank=True, help_text=_("For the office only."))
    is_public = models.BooleanField(
        _("public"),
        default=False,
        help_text=_(
            "Say so only when both sides have made it known: its title and state then stand on their pages."
        ),
    )

    objects = AgreementQuerySet.as_manager()

    class Meta:
        verbose_name = _("agreement")
        verbose_name_plural = _("agreements")
        ordering = ["-signed_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(signed_on__isnull=True)
                | Q(valid_until__isnull=True)
                | Q(valid_until__gte=F("signed_on")),
                name="institutions_agreement_dates",
                violation_error_message=_(
                    "“Valid until” is before “signed on”. Change one of the two dates."
                ),
            ),
            models.CheckConstraint(
                condition=Q(state__in=AgreementState.values, kind__in=AgreementKind.values),
                name="institutions_agreement_choices",
            ),
        ]

    def __str__(self) -> str:
        return any_words(self, "title") or str(self.get_kind_display())
