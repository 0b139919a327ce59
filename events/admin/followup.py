"""The desk of promises: what is still owed, by whom, since when."""

from django.contrib import admin
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from ciss_site.editing import DeskAdmin, TableInline
from ciss_site.languages import any_words
from events.admin.rows import offer_own_meetings
from events.models import FollowUp, FollowUpEntry


class OwedFilter(admin.SimpleListFilter):
    """What is still owed; unless asked otherwise the list shows only that."""

    title = _("still owed")
    parameter_name = "owed"
    CHOICES = (
        (None, _("All that is still owed")),
        ("to_us", _("Owed to us")),
        ("by_us", _("Owed by us")),
        ("all", _("Done and dropped too")),
    )

    def lookups(self, request, model_admin):
        return self.CHOICES[1:]

    def choices(self, changelist):
        for value, title in self.CHOICES:
            new, gone = ({self.parameter_name: value}, []) if value else ({}, [self.parameter_name])
            yield {
                "selected": self.value() == value,
                "query_string": changelist.get_query_string(new, gone),
                "display": title,
            }

    def queryset(self, request, queryset):
        if self.value() == "all":
            return queryset
        owed = {"to_us": queryset.owed_to_us, "by_us": queryset.owed_by_us}
        return owed.get(self.value(), queryset.still_open)()


class EntryInline(TableInline):
    """The dated log of a promise."""

    model = FollowUpEntry
    fields = ("on", "text")


@admin.register(FollowUp)
class FollowUpAdmin(DeskAdmin):
    """Promises, interests and tasks that engagements left behind."""

    desk_order = 30
    list_display = (
        "__str__",
        "waiting_on",
        "by_whom",
        "since",
        "due",
        "state",
        "strength",
        "came_from",
        "agreement",
    )
    list_filter = (
        OwedFilter,
        "waiting_on",
        "state",
        "strength",
        "kind",
        ("institution", admin.RelatedOnlyFieldListFilter),
    )
    list_select_related = ("event", "meeting__institution", "person", "institution", "agreement")
    search_fields = (
        "what",
        "person__name",
        "person__other_names",
        "institution__name",
        "institution__short_name",
        "institution__other_names",
        "event__title",
    )
    date_hierarchy = "event__starts_on"
    ordering = ("event__starts_on", "order", "pk")
    autocomplete_fields = ("event", "person", "institution", "agreement")
    inlines = (EntryInline,)
    refused_at = {"events_followup_same_event": "meeting"}
    fieldsets = (
        (
            None,
            {
                "fields": (
                    "what",
                    ("event", "meeting"),
                    ("kind", "strength"),
                    ("state", "waiting_on", "last_chased_on"),
                    ("person", "institution"),
                    "agreement",
                )
            },
        ),
        (_("When"), {"fields": (("due_on", "due_precision"), "due_words")}),
        (_("For the office"), {"fields": ("owner", "sentence", "order")}),
    )

    def get_queryset(self, request):
        return super().get_queryset(request).select_related(*self.list_select_related)

    def get_readonly_fields(self, request, obj=None):
        """A promise stays with its event; another event's is another promise."""
        return ("event",) if obj else ()

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change, **kwargs)
        if "meeting" in form.base_fields:
            offer_own_meetings(form.base_fields["meeting"], obj and obj.event)
        return form

    def save_formset(self, request, form, formset, change):
        """Each new line of the log is by whoever writes it."""
        for row in formset.forms:
            if isinstance(row.instance, FollowUpEntry) and not row.instance.pk:
                row.instance.by = request.user
        super().save_formset(request, form, formset, change)

    @admin.display(description=_("by whom"))
    def by_whom(self, followup):
        """Name the person and the institution it waits on."""
        named = [one for one in (followup.person, followup.institution) if one]
        comma = pgettext("between the parts of a line", ", ")
        return format_html_join(comma, "<bdi>{}</bdi>", ((one,) for one in named))

    @admin.display(description=_("from"))
    def came_from(self, followup):
        """Link the meeting in which it was said, else the event."""
        kind = "meeting" if followup.meeting_id else "event"
        address = reverse(f"admin:events_{kind}_change", args=[getattr(followup, f"{kind}_id")])
        return format_html('<a href="{}">{}</a>', address, getattr(followup, kind))

    @admin.display(description=_("since"), ordering="event__starts_on")
    def since(self, followup):
        """Show the first day of the event it comes from."""
        return followup.event.starts_on

    @admin.display(description=_("due"), ordering="due_on")
    def due(self, followup):
        """Show when it is due, as exactly as it is known, and whether that has passed."""
        words = any_words(followup, "due_words")
        if followup.due_on and followup.due_precision != FollowUp.DuePrecision.WORDS:
            formats = {"day": "DATE_FORMAT", "month": "YEAR_MONTH_FORMAT", "year": "Y"}
            words = date_format(followup.due_on, formats[followup.due_precision])
        if followup.is_overdue:
            return format_html('{} <span class="overdue">{}</span>', words, _("overdue"))
        return words
