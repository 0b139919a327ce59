"""The states of a language, the question whether it is public now, and who may see what is not."""

from datetime import datetime

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ciss_site.languages import codes, column, normalise


class State(models.TextChoices):
    """Where one language of a record stands."""

    DRAFT = "draft", _("Draft")
    REVIEW = "review", _("In review")
    PUBLISHED = "published", _("Published")
    ARCHIVED = "archived", _("Archived")


def is_published(code: str, at: datetime | None = None, via: str = "") -> Q:
    """Return the condition: published in the language ``code`` at the time ``at`` (now unless said).

    ``via`` is the way to the record from the one that is asked for: ``"album__"``.
    """
    return Q(
        **{
            via + column("state", code): State.PUBLISHED,
            f"{via}{column('published_at', code)}__lte": at or timezone.now(),
        }
    )


def is_published_anywhere(at: datetime | None = None) -> Q:
    """Return the condition: published in at least one language."""
    at = at or timezone.now()
    condition = Q()
    for code in codes():
        condition |= is_published(code, at)
    return condition


class PublishedQuerySet(models.QuerySet):
    """Records whose languages are published one by one."""

    def published(self, code: str | None = None, at: datetime | None = None):
        """Keep what the public can read: in the language given, or in at least one."""
        if code is None:
            return self.filter(is_published_anywhere(at))
        return self.filter(is_published(normalise(code), at))

    def in_language(self, code: str):
        """Keep what is published in that language now."""
        return self.published(code)

    def visible_to(self, user):
        """Keep what ``user`` may see: the published, and everything for those who may change it."""
        return self if may_change(user, self.model) else self.published()

    def update(self, **values):
        """Update as Django does, and raise the version of each record so that an open form notices."""
        values.setdefault("version", models.F("version") + 1)
        return super().update(**values)


def may_change(user, model) -> bool:
    """Say whether ``user`` may change records of ``model`` at the desk, and so may see its drafts."""
    if user is None or not user.is_active or not user.is_staff:
        return False
    return user.has_perm(f"{model._meta.app_label}.change_{model._meta.model_name}")
