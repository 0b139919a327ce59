"""What may be published: a state and a time per language, asked of the clock at every read.

Each language of a record has its own life. Published means: the state says so and the time has come.
"""

import hashlib
from datetime import datetime

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from ciss_site.languages import (
    REGISTRY,
    codes,
    column,
    current,
    default_code,
    language_choices,
    normalise,
    reading_order,
    words_in,
)


class State(models.TextChoices):
    """Where one language of a record stands."""

    DRAFT = "draft", _("Draft")
    REVIEW = "review", _("In review")
    PUBLISHED = "published", _("Published")
    ARCHIVED = "archived", _("Archived")


def default_language() -> str:
    """Return the code a new record's original language begins with."""
    return default_code()


def is_published(code: str, at: datetime | None = None) -> Q:
    """Return the condition: published in the language ``code`` at the time ``at`` (now unless said)."""
    return Q(
        **{
            column("state", code): State.PUBLISHED,
            f"{column('published_at', code)}__lte": at or timezone.now(),
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


class AsciiSlug(models.Func):
    """A condition in the database: the slug has only a-z, 0-9 and hyphens.

    GLOB and ~ are the databases' own, so plain tools can open and check the file (a REGEXP that only
    Django defines could not be).
    """

    output_field = models.BooleanField()
    conditional = True

    def as_sqlite(self, compiler, connection, **context):
        return self.as_sql(
            compiler, connection, template="NOT (%(expressions)s GLOB '*[^a-z0-9-]*')", **context
        )

    def as_postgresql(self, compiler, connection, **context):
        return self.as_sql(compiler, connection, template="%(expressions)s ~ '^[a-z0-9-]+$'", **context)


def publication_constraints() -> list[models.BaseConstraint]:
    """Return what the database itself holds of every Publishable, for each language."""
    rules: list[models.BaseConstraint] = [
        models.CheckConstraint(
            condition=AsciiSlug("slug"),
            name="%(app_label)s_%(class)s_slug_ascii",
            violation_error_message=_(
                "The address may hold only small Latin letters, digits and hyphens. Write it again in those."
            ),
        )
    ]
    for code in codes():
        state, at, by = column("state", code), column("published_at", code), column("published_by", code)
        rules.append(
            models.CheckConstraint(
                condition=Q(**{f"{state}__in": State.values}),
                name=f"%(app_label)s_%(class)s_state_{code}",
                violation_error_message=_(
                    "The state is none of draft, in review, published and archived. Choose one of them."
                ),
            )
        )
        both = Q(**{f"{at}__isnull": False, f"{by}__isnull": False})
        neither = Q(**{f"{at}__isnull": True, f"{by}__isnull": True})
        unpublished = Q(**{f"{state}__in": [State.DRAFT, State.REVIEW]})
        rules.append(
            models.CheckConstraint(
                condition=both | (neither & unpublished),
                name=f"%(app_label)s_%(class)s_when_{code}",
                violation_error_message=_(
                    "A published text needs the time and the person of its publication. Use the publish button."
                ),
            )
        )
    return rules


def published_needs(*fields: str) -> list[models.CheckConstraint]:
    """Return constraints: what is published in a language has words in each of ``fields`` there."""
    rules = []
    for code in codes():
        for field in fields:
            words = column(field, code)
            rules.append(
                models.CheckConstraint(
                    condition=~Q(**{column("state", code): State.PUBLISHED})
                    | (Q(**{f"{words}__isnull": False}) & ~Q(**{words: ""})),
                    name=f"%(app_label)s_%(class)s_{field}_{code}",
                    violation_error_message=_(
                        "A language is published only with all that a reader needs in it. Fill the empty field or take the text back to draft."
                    ),
                )
            )
    return rules


def publication_indexes() -> list[models.Index]:
    """Return the indexes behind feeds and lists of what is published, for each language."""
    return [
        models.Index(
            fields=[column("state", code), f"-{column('published_at', code)}"], name=f"%(class)s_feed_{code}"
        )
        for code in codes()
    ]


class Publishable(models.Model):
    """A record with a page of its own in each language.

    A subclass names its title field in ``title_field``, the translated prose that belongs to the published
    text in ``prose_fields``, what publication requires in ``required_to_publish``, and its page in ``url_name``. Its own
    ``Meta`` inherits ``Publishable.Meta`` and adds to its constraints and indexes.
    """

    title_field = "title"
    prose_fields: tuple[str, ...] = ()
    required_to_publish: tuple[str, ...] = ()
    search_fields: tuple[str, ...] = ()
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

    def publish(self, code: str, *, by, at: datetime | None = None) -> None:
        """Publish the language ``code`` now or at the time given, and save.

        A text that was public before keeps the time it was first published. Raises ``ValidationError``
        with a sentence for the editor when a field that publication needs is empty.
        """
        if missing := self.missing_to_publish(code):
            names = ", ".join(
                str(self._meta.get_field(column(field, code)).verbose_name) for field in missing
            )
            raise ValidationError(
                _("%(language)s cannot be published yet: %(fields)s is empty. Fill it and publish again.")
                % {"language": REGISTRY[code].name, "fields": names}
            )
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
        if state == State.ARCHIVED and self.published_at_in(code) is None:
            raise ValidationError(
                _("Only what was published can be archived. Delete the draft, or leave it a draft.")
            )
        setattr(self, column("state", code), state)
        if when is not None:
            setattr(self, column("published_at", code), when)
            setattr(self, column("published_by", code), by)
        self.save()

    # Staleness --------------------------------------------------------------------------------

    def stale_since(self, code: str) -> datetime | None:
        """Return when the original changed after this translation was made, or None if it still says the same.

        Computed from what each field was translated from (``text_history``), never ticked.
        """
        original = self.text_history.get(self.source_language, {})
        translation = self.text_history.get(code, {})
        if code == self.source_language:
            return None
        changes = [
            original[field]["changed_at"]
            for field, entry in translation.items()
            if field in original
            and entry.get("from") != original[field]["hash"]
            and words_in(self, field, code)
        ]
        return datetime.fromisoformat(max(changes)) if changes else None

    def _remember_texts(self) -> None:
        """Note for each translated text when it changed and from which original it was made.

        Shape: ``{code: {field: {"hash", "changed_at", "from"}}}``; "from" is the hash of the original's text.
        """
        now = timezone.now().isoformat(timespec="seconds")
        fields = (self.title_field, *self.prose_fields)
        current_hashes = {
            code: {field: _hash(words_in(self, field, code)) for field in fields} for code in codes()
        }
        history = {code: dict(entries) for code, entries in self.text_history.items()}
        for code, hashes in current_hashes.items():
            entries = history.setdefault(code, {})
            for field, now_hash in hashes.items():
                if entries.get(field, {}).get("hash") != now_hash:
                    source_hash = current_hashes[self.source_language][field]
                    entries[field] = {"hash": now_hash, "changed_at": now, "from": source_hash}
        self.text_history = history

    # Saving and addresses -----------------------------------------------------------------------

    def clean(self) -> None:
        super().clean()
        if not self.slug:
            self.slug = self.free_slug()

    def save(self, *args, update_fields=None, **kwargs) -> None:
        if not self.slug:
            self.slug = self.free_slug()
        self._remember_texts()
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
        from anyascii import anyascii

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


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


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
