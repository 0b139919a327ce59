"""`manage.py refresh_sort_keys`: compute the sort keys of all names anew, as after adding a language."""

from django.apps import apps
from django.core.management.base import BaseCommand
from django.db.models import QuerySet

from ciss_site.languages import codes, column, sort_key
from ciss_site.sorting import Sorted


class Command(BaseCommand):
    """Write the keys that names are sorted by, without touching anything else of the records."""

    help = "Compute the sort keys of all names anew. Run it after adding a language or changing how it sorts."

    def handle(self, *args, **options):
        keys = [column("sort_key", code) for code in codes()]
        for model in (model for model in apps.get_models() if issubclass(model, Sorted)):
            records = list(model.objects.all())
            for record in records:
                for code in codes():
                    setattr(record, column("sort_key", code), sort_key(record.words_to_sort(code), code))
            # A plain queryset: the order of names is no change of the record, and raises no version.
            QuerySet(model).bulk_update(records, keys, batch_size=500)
            self.stdout.write(f"{model._meta.verbose_name_plural}: {len(records)}")
