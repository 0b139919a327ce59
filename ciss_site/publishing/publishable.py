"""The base of every record with a page of its own: its words, its states, its address."""

from datetime import datetime

from anyascii import anyascii
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext, override, pgettext
from django.utils.translation import gettext_lazy as _

from ciss_site.languages import (
    REGISTRY,
    codes,
    column,
    current,
    default_code,
    language_choices,
    reading_order,
    words_in,
)
from ciss_site.publishing.rules import publication_constraints, publication_indexes
from ciss_site.publishing.staleness import remember_texts, stale_since
from ciss_site.publishing.states import PublishedQuerySet, State, may_change


def default_language() -> str:
    """Return the code a new record's original language begins with."""
    return default_code()


class Publishable(models.Model):
    """A record with a page of its own in each language.

    A subclass names its title field in ``title_field``, the translated prose that belongs to the published
    text in ``prose_fields``, what publication requires in ``required_to_publish``, what search reads in
    ``search_fields`` and the relations its results show in ``search_prefetch``, and its page in ``url_name``. Its own
    ``Meta`` inherits ``Publishable.Meta`` and adds to its constraints and indexes.
    """

    title_field = "title"
    prose_fields: tuple[str, ...] = ()
    required_to_publish: tuple[str, ...] = ()
    search_fields: tuple[str, ...] = ()
    search_prefetch: tuple[str, ...] = ()
    url_name = ""

    slug = models.SlugField(
        _("address"),
        max_length=120,
        unique=True,
        blank=True,
        validators=[RegexValidator(r"^[a-z0-9-]+\Z", _("Use only small Latin letters, digits and hyphens."))],
        error_messages={
            "unique": _("Another record already has this address. Change a word in it, or add the year.")
        },
        help_text=_(
            "The last part of the page's address, the same in every language. Leave it empty and it is made from the title."
        ),
    )
    source_language = models.CharField(
        _("original language"),
        max_length=12,
        choices=language_choices,
        default=default_language,
        help_text=_("The language it was first written in. The others are translations of it."),
    )
    version = models.PositiveIntegerField(default=1, editable=False)
    text_history = models.JSONField(default=dict, blank=True, editable=False)
    created_at = models.DateTimeField(_("recorded"), auto_now_add=True)
    changed_at = models.DateTimeField(_("last changed"), auto_now=True)

    objects = PublishedQuerySet.as_manager()

    class Meta:
        abstract = True
        default_permissions = ("add", "change", "delete", "view", "publish")

    def __str__(self) -> str:
        return self.words(self.title_field) or gettext("Untitled %(what)s") % {
            "what": self._meta.verbose_name
        }

    # Words ------------------------------------------------------------------------------------

    def words(self, field: str, code: str | None = None) -> str:
        """Return the field's words in the language given, else the active one, else whichever has any."""
        order = reading_order(code or current().code, self.source_language)
        return next((words for one in order if (words := words_in(self, field, one))), "")

    def readable_languages(self, user=None) -> list[str]:
        """Return the languages in which ``user`` may read this record's prose."""
        if user is not None and may_change(user, type(self)):
            return [code for code in codes() if words_in(self, self.title_field, code)] or codes()[:1]
        return self.published_languages()

    def published_languages(self, at: datetime | None = None) -> list[str]:
        """Return the languages the record is published in."""
        return [code for code in codes() if self.is_published_in(code, at)]

    def language_to_show(self, code: str, user=None) -> str:
        """Return the language in which a reader of ``code`` is shown the prose: theirs, else the original."""
        readable = self.readable_languages(user)
        return next((one for one in reading_order(code, self.source_language) if one in readable), code)

    # State ------------------------------------------------------------------------------------

    def state_in(self, code: str) -> str:
        """Return the state of the language ``code``."""
        return getattr(self, column("state", code))

    def published_at_in(self, code: str) -> datetime | None:
        """Return when the language ``code`` is or was first to be public."""
        return getattr(self, column("published_at", code))

    def is_published_in(self, code: str, at: datetime | None = None) -> bool:
        """Say whether the public can read the language ``code`` at the time given (now unless said)."""
        when = self.published_at_in(code)
        return self.state_in(code) == State.PUBLISHED and when is not None and when <= (at or timezone.now())

    def is_scheduled_in(self, code: str) -> bool:
        """Say whether the language ``code`` is to become public at a time still to come."""
        when = self.published_at_in(code)
        return self.state_in(code) == State.PUBLISHED and when is not None and when > timezone.now()

    def is_public(self) -> bool:
        """Say whether the public can read the record in at least one language."""
        return bool(self.published_languages())

    def missing_to_publish(self, code: str) -> list[str]:
        """Return the names of the fields that are empty in ``code`` and that publication needs."""
        needed = (self.title_field, *self.required_to_publish)
        return [field for field in dict.fromkeys(needed) if not words_in(self, field, code).strip()]

    def refuse_to_publish(self, code: str) -> None:
        """Raise ``ValidationError`` with a sentence for the editor when something that publication needs is missing."""
        if missing := self.missing_to_publish(code):
            names = pgettext("between the parts of a line", ", ").join(
                str(self._meta.get_field(field).verbose_name) for field in missing
            )
            raise ValidationError(
                _(
                    "%(language)s cannot be published yet. Still empty: %(fields)s. Fill what is empty and publish again."
                )
                % {"language": REGISTRY[code].name, "fields": names}
            )

    def publish(self, code: str, *, by, at: datetime | None = None) -> None:
        """Publish the language ``code`` now or at the time given, and save.

        A text that was public before keeps the time it was first published. Raises ``ValidationError``
        as ``refuse_to_publish`` does.
        """
        self.refuse_to_publish(code)
        now = timezone.now()
        before = self.published_at_in(code)
        was_public = before is not None and before <= now
        self._enter(code, State.PUBLISHED, when=at or (before if was_public else now), by=by)

    def send_to_review(self, code: str) -> None:
        """Ask for a second pair of eyes on the language ``code``, and save."""
        self._enter(code, State.REVIEW)

    def withdraw(self, code: str) -> None:
        """Take the language ``code`` back to draft, and save. Its page is gone at the next request."""
        self._enter(code, State.DRAFT)

    def archive(self, code: str) -> None:
        """Put the language ``code`` away, and save; it keeps the time it was first published."""
        self._enter(code, State.ARCHIVED)

    def _enter(self, code: str, state: State, when: datetime | None = None, by=None) -> None:
        before = self.published_at_in(code)
        was_public = before is not None and before <= timezone.now()
        if state == State.ARCHIVED and not was_public:
            raise ValidationError(
                _("Only what was published can be archived. Delete the draft, or leave it a draft.")
            )
        setattr(self, column("state", code), state)
        # A time that never came is no time of publication: it goes when the text is taken back.
        if when is not None or not was_public:
            setattr(self, column("published_at", code), when)
            setattr(self, column("published_by", code), by)
        self.save()

    # Staleness --------------------------------------------------------------------------------

    def stale_since(self, code: str) -> datetime | None:
        """Return when the original changed after this translation was made, or None if it still says the same."""
        return stale_since(self, code)

    # Saving and addresses -----------------------------------------------------------------------

    def clean(self) -> None:
        super().clean()
        if not self.slug:
            self.slug = self.free_slug()

    def save(self, *args, update_fields=None, **kwargs) -> None:
        if not self.slug:
            self.slug = self.free_slug()
        remember_texts(self)
        if not self._state.adding:
            self.version += 1
        if update_fields is not None:
            update_fields = {*update_fields, "slug", "version", "text_history", "changed_at"}
        super().save(*args, update_fields=update_fields, **kwargs)

    def slug_words(self) -> str:
        """Return the words a new address is made from: the title in Latin letters if there is one."""
        title = next(
            (
                words
                for code in codes()
                if (words := words_in(self, self.title_field, code)).isascii() and words
            ),
            "",
        )
        return title or self.words(self.title_field)

    def free_slug(self) -> str:
        """Return an address made from the title that no other record of this kind has."""
        base = slugify(anyascii(self.slug_words()))[:100].strip("-") or self._meta.model_name
        taken = set(
            type(self)
            .objects.filter(slug__startswith=base)
            .exclude(pk=self.pk)
            .values_list("slug", flat=True)
        )
        return next(
            slug for slug in [base, *(f"{base}-{n}" for n in range(2, len(taken) + 3))] if slug not in taken
        )

    def get_absolute_url(self) -> str:
        """Return the address of the page in the active language."""
        return reverse(self.url_name, args=[self.slug])

    def url_in(self, code: str) -> str:
        """Return the address of the page in the language ``code``."""
        with override(code):
            return self.get_absolute_url()


for _code in codes():
    Publishable.add_to_class(
        column("state", _code),
        models.CharField(
            _("state"), max_length=12, choices=State.choices, default=State.DRAFT, editable=False
        ),
    )
    Publishable.add_to_class(
        column("published_at", _code),
        models.DateTimeField(_("published"), null=True, blank=True, editable=False),
    )
    Publishable.add_to_class(
        column("published_by", _code),
        models.ForeignKey(
            settings.AUTH_USER_MODEL,
            models.PROTECT,
            null=True,
            blank=True,
            editable=False,
            related_name="+",
            verbose_name=_("published by"),
        ),
    )
Publishable.Meta.constraints = publication_constraints()
Publishable.Meta.indexes = publication_indexes()
