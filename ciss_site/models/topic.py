"""What an engagement is about: a theme or a region."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ciss_site.languages import any_words
from ciss_site.plaintext import LineField
from ciss_site.publishing import AsciiSlug
from ciss_site.sorting import Sorted, SortedQuerySet


class Topic(Sorted):
    """A theme or region that events, meetings and people are about. schema.org: about, knowsAbout."""

    class Kind(models.TextChoices):
        THEME = "theme", _("Theme")
        REGION = "region", _("Region")

    name = LineField(
        _("name"),
        max_length=120,
        blank=True,
        help_text=_("Short, as it should stand in a list of topics: “Arms control”."),
    )
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices, default=Kind.THEME)
    slug = models.SlugField(
        _("address"),
        max_length=120,
        unique=True,
        error_messages={"unique": _("Another topic already has this address. Change a word in it.")},
        help_text=_("Used in the addresses of filtered lists."),
    )

    objects = SortedQuerySet.as_manager()

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        constraints = [
            models.CheckConstraint(
                condition=AsciiSlug("slug"),
                name="ciss_site_topic_slug_ascii",
                violation_error_message=_(
                    "The address may hold only small Latin letters, digits and hyphens."
                ),
            )
        ]

    def __str__(self) -> str:
        return any_words(self, "name") or self.slug
