"""The desk of institutions and agreements."""

from django.contrib import admin
from django.db.models import Prefetch
from django.utils.html import format_html_join
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from ciss_site.editing import CountryFilter, DeskAdmin, PublishableAdmin, state_filters
from ciss_site.languages import any_words, column, current
from institutions.models import Agreement, Institution

NAMES = ("name", "short_name", "other_names")


@admin.register(Institution)
class InstitutionAdmin(PublishableAdmin):
    """Think tanks, universities, ministries and their centres."""

    desk_order = 10
    list_display = ("__str__", "short", "kind", "parent", "country", "is_partner", "states")
    list_filter = ("kind", "is_partner", CountryFilter, *state_filters())
    list_select_related = ("parent",)
    search_fields = (*NAMES, "slug")
    autocomplete_fields = ("parent",)
    refused_at = {
        "institutions_institution_one_home": "is_home",
        "institutions_institution_not_own_parent": "parent",
        "institutions_institution_slug_ascii": "slug",
    }
    fieldsets = (
        (None, {"fields": ("name", "short_name", ("kind", "parent"), ("country", "website"), "city")}),
        (_("What readers are told"), {"fields": ("description", "logo", ("is_partner", "is_home"))}),
        (_("Finding it"), {"fields": ("other_names", ("slug", "source_language"))}),
    )
    quick_fieldsets = (
        (None, {"fields": ("name", "short_name", ("kind", "parent"), "country", "other_names")}),
    )

    def get_ordering(self, request):
        return (column("sort_key", current().code), "pk")

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("parent")

    def tell_apart(self, institution):
        """Name the institution it stands in, else its city or country."""
        if institution.parent_id:
            return str(institution.parent)
        return any_words(institution, "city") or str(institution.country.name or "")

    @admin.display(description=_("short name"))
    def short(self, institution):
        """Show the abbreviation in the reader's language, else in any."""
        return any_words(institution, "short_name")


@admin.register(Agreement)
class AgreementAdmin(DeskAdmin):
    """Memoranda, fellowships and other undertakings: how each one stands."""

    desk_order = 20
    list_display = (
        "__str__",
        "kind",
        "state",
        "sides",
        "drafted_by",
        "signed_on",
        "valid_until",
        "is_public",
    )
    list_filter = ("state", "kind", "is_public")
    list_select_related = ("drafted_by",)
    search_fields = ("title", *(f"parties__{name}" for name in NAMES))
    autocomplete_fields = ("parties", "drafted_by")
    date_hierarchy = "signed_on"
    refused_at = {"institutions_agreement_dates": "valid_until"}
    fieldsets = (
        (None, {"fields": ("title", ("kind", "state"), "parties", "drafted_by")}),
        (_("Dates"), {"fields": (("signed_on", "valid_until"),)}),
        (_("For the office"), {"fields": ("document", "notes", "is_public")}),
    )
    quick_fieldsets = ((None, {"fields": ("title", ("kind", "state"), "parties", "drafted_by")}),)

    def get_queryset(self, request):
        parties = Prefetch("parties", Institution.objects.alphabetical())
        return super().get_queryset(request).prefetch_related(parties)

    @admin.display(description=_("parties"))
    def sides(self, agreement):
        """Name all sides."""
        semicolon = pgettext("between the parts of a line", "; ")
        return format_html_join(semicolon, "<bdi>{}</bdi>", ((party,) for party in agreement.parties.all()))

    def tell_apart(self, agreement):
        """Say how far it has come."""
        return agreement.get_state_display()
