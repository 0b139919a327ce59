"""Filters of lists: by the state of a language, by the countries that occur."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from django_countries import countries

from ciss_site.languages import REGISTRY, codes, column


class StateFilter(admin.ChoicesFieldListFilter):
    """Filter by the state of one language."""

    def __init__(self, field, request, params, model, model_admin, field_path):
        super().__init__(field, request, params, model, model_admin, field_path)
        code = next(one for one in codes() if column("state", one) == field_path)
        self.title = REGISTRY[code].name


def state_filters() -> list:
    """Return one filter a language."""
    return [(column("state", code), StateFilter) for code in codes()]


class CountryFilter(admin.SimpleListFilter):
    """Filter by country: only those that occur are offered."""

    title = _("country")
    parameter_name = "country"

    def lookups(self, request, model_admin):
        occurring = model_admin.model._default_manager.order_by().values_list("country", flat=True).distinct()
        named = [(code, countries.name(code)) for code in occurring if code]
        return sorted(named, key=lambda pair: pair[1])

    def queryset(self, request, queryset):
        return queryset.filter(country=self.value()) if self.value() else queryset
