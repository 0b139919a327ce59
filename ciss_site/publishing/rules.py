"""What the database itself holds of everything that may be published: constraints and indexes, for each language."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ciss_site.languages import codes, column
from ciss_site.publishing.states import State


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
                        "A language is published only with all that a reader needs in it. "
                        "Fill the empty field or take the text back to draft."
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
