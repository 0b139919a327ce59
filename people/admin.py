"""The desk of people, with their posts, degrees, publications and links."""

from django.contrib import admin
from django.db.models import Prefetch
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from ciss_site.editing import (
    CountryFilter,
    DeskFormSet,
    PublishableAdmin,
    RowsInline,
    TableInline,
    sentence_of,
    state_filters,
)
from ciss_site.languages import any_words, column, current
from people.models import Degree, Person, Position, ProfileLink, Publication


class PositionFormSet(DeskFormSet):
    """Posts: one of them is the main one."""

    only_once = ((("is_main",), "is_main", sentence_of(Position, "people_position_one_main")),)


class PositionInline(RowsInline):
    """Posts held now and before."""

    model = Position
    formset = PositionFormSet
    autocomplete_fields = ("institution",)
    form_related = ("institution",)
    refused_at = {"people_position_dates": "ended", "people_position_one_main": "is_main"}
    fields = (
        "title",
        "institution",
        "department",
        ("started", "ended", "order"),
        ("is_main", "is_former"),
    )


class DegreeInline(RowsInline):
    """Degrees held and pursued."""

    model = Degree
    autocomplete_fields = ("institution",)
    form_related = ("institution",)
    refused_at = {"people_degree_year": "year"}
    fields = (("level", "year", "in_progress"), "subject", ("institution", "order"))


class PublicationInline(RowsInline):
    """Books and articles."""

    model = Publication
    autocomplete_fields = ("outlet",)
    form_related = ("outlet",)
    refused_at = {"people_publication_says_what": "title"}
    fields = (("kind", "language", "year"), "title", "authors", ("outlet", "order"), "url")


class ProfileLinkInline(TableInline):
    """Where else the person is found."""

    model = ProfileLink
    refused_at = {"people_profilelink_once": "handle"}
    fields = ("service", "handle")


@admin.register(Person)
class PersonAdmin(PublishableAdmin):
    """Staff, scholars, officials, guests."""

    desk_order = 10
    list_display = ("__str__", "rank", "post", "country", "needs_review", "states")
    list_filter = (
        "needs_review",
        CountryFilter,
        ("positions__institution", admin.RelatedOnlyFieldListFilter),
    )
    list_filter += tuple(state_filters())
    search_fields = ("name", "sort_name", "other_names", "slug")
    autocomplete_fields = ("interests",)
    inlines = (PositionInline, DegreeInline, PublicationInline, ProfileLinkInline)
    refused_at = {"people_person_slug_ascii": "slug"}
    fieldsets = (
        (None, {"fields": ("honorific", "name", ("country", "needs_review"), "other_names")}),
        (_("What readers are told"), {"fields": ("lead", "bio", "interests", "portrait")}),
        (_("For the office only"), {"fields": (("email", "phone"),)}),
        (_("Sorting, address and language"), {"fields": ("sort_name", ("slug", "source_language"))}),
    )
    quick_fieldsets = ((None, {"fields": ("honorific", "name", ("country", "needs_review"), "other_names")}),)

    def get_ordering(self, request):
        return (column("sort_key", current().code), "pk")

    def get_queryset(self, request):
        posts = Prefetch("positions", Position.objects.select_related("institution"))
        return super().get_queryset(request).prefetch_related(posts)

    @admin.display(description=_("title or rank"))
    def rank(self, person):
        """Show the title or rank."""
        return any_words(person, "honorific")

    @admin.display(description=_("post"))
    def post(self, person):
        """Show the first of the posts and where it is held."""
        held = [post for post in person.positions.all() if not post.is_former]
        if not held:
            return ""
        title = any_words(held[0], "title")
        comma = pgettext("between the parts of a line", ", ")
        return f"{title}{comma}{held[0].institution}" if title else str(held[0].institution)

    def tell_apart(self, person):
        """Say which post the person holds, else the country."""
        return self.post(person) or str(person.country.name or "")
