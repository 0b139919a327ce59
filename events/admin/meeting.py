"""The desk of meetings: who was there, what was said, and where the minutes are."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from ciss_site.dates import Days
from ciss_site.editing import DeskAdmin
from events.admin.rows import FollowUpInline, ParticipationInline, offer_own_meetings
from events.models import Meeting


class MinutesFilter(admin.SimpleListFilter):
    """Filter by where the minutes are, with those still outstanding as one choice."""

    title = _("minutes")
    parameter_name = "minutes"

    def lookups(self, request, model_admin):
        return [("outstanding", _("Still to come or to be passed on")), *Meeting.Minutes.choices]

    def queryset(self, request, queryset):
        if self.value() == "outstanding":
            return queryset.minutes_outstanding()
        return queryset.filter(minutes_state=self.value()) if self.value() else queryset


@admin.register(Meeting)
class MeetingAdmin(DeskAdmin):
    """One meeting or session with its people, notes, minutes and promises."""

    desk_order = 20
    list_display = (
        "__str__",
        "event",
        "since",
        "institution",
        "minutes_state",
        "minutes_from",
        "minutes_note",
    )
    list_filter = (MinutesFilter, "kind", ("institution", admin.RelatedOnlyFieldListFilter))
    list_select_related = ("event", "institution", "minutes_institution", "minutes_person")
    search_fields = (
        "title",
        "institution__name",
        "institution__short_name",
        "institution__other_names",
        "event__title",
    )
    date_hierarchy = "event__starts_on"
    ordering = ("-event__starts_on", "order", "pk")
    autocomplete_fields = (
        "event",
        "institution",
        "minutes_institution",
        "minutes_person",
        "topics",
        "agreements",
    )
    inlines = (ParticipationInline, FollowUpInline)
    refused_at = {"events_meeting_same_event": "parent", "events_meeting_not_own_parent": "parent"}
    fieldsets = (
        (
            None,
            {
                "fields": (
                    ("event", "parent"),
                    ("kind", "institution"),
                    "title",
                    ("held_on", "starts_at", "order"),
                    "venue",
                )
            },
        ),
        (_("What was said"), {"fields": ("summary", "topics", "notes")}),
        (
            _("Minutes and agreements"),
            {
                "fields": (
                    ("minutes_state", "minutes_institution", "minutes_person"),
                    "minutes_note",
                    "minutes_file",
                    "agreements",
                )
            },
        ),
    )

    def get_queryset(self, request):
        return super().get_queryset(request).select_related(*self.list_select_related)

    def get_readonly_fields(self, request, obj=None):
        """A meeting stays with its event: its people and promises are of that event too."""
        return ("event",) if obj else ()

    def get_inlines(self, request, obj):
        return super().get_inlines(request, obj) if obj else ()

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change, **kwargs)
        if "parent" in form.base_fields:
            offer_own_meetings(form.base_fields["parent"], obj and obj.event, but=obj)
        return form

    @admin.display(description=_("day"), ordering="event__starts_on")
    def since(self, meeting):
        """Show the day of the meeting; where it is not known, the days of its event."""
        return (Days(meeting.held_on) if meeting.held_on else meeting.event.days).in_full()

    @admin.display(description=_("minutes from"))
    def minutes_from(self, meeting):
        """Name who writes or sends the minutes."""
        return meeting.minutes_person or meeting.minutes_institution
