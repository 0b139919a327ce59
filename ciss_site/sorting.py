"""Names in alphabetical order, in each language, the same on every database."""

from django.db import models

from ciss_site.languages import SORT_KEY_LENGTH, codes, column, current, reading_order, sort_key, words_in


class SortedQuerySet(models.QuerySet):
    """Records that have a name and can stand in the order of it."""

    def alphabetical(self, code: str | None = None):
        """Order by name as a reader of the language (the active one unless said) expects."""
        return self.order_by(column("sort_key", code or current().code), "pk")


class Sorted(models.Model):
    """A record with a translated ``name`` and, per language, a key to sort it by, kept when it is saved."""

    class Meta:
        abstract = True

    def words_to_sort(self, code: str) -> str:
        """Return the words the record is sorted by in that language, or in another if it has none there."""
        return next((words for one in reading_order(code) if (words := words_in(self, "name", one))), "")

    def save(self, *args, update_fields=None, **kwargs):
        for code in codes():
            setattr(self, column("sort_key", code), sort_key(self.words_to_sort(code), code))
        if update_fields is not None:
            update_fields = {*update_fields, *(column("sort_key", code) for code in codes())}
        super().save(*args, update_fields=update_fields, **kwargs)


for _code in codes():
    Sorted.add_to_class(
        column("sort_key", _code),
        models.CharField(max_length=SORT_KEY_LENGTH, blank=True, default="", editable=False, db_index=True),
    )
