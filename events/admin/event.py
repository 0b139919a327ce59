"""The desk of events: facts, texts, and everything that belongs to one engagement on one form."""

from django.contrib import admin
from django.db.models import Count
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _

from ciss_site.editing import CountryFilter, PublishableAdmin, RowsInline, TableInline, state_filters
from ciss_site.languages import any_words
from events.admin.photographs import EventPhotographs, drop_zone
from events.admin.rows import FollowUpInline, ParticipationInline, offer_own_meetings
from events.models import Album, Attachment, Event, EventInstitution, Meeting, Photo


class EventInstitutionInline(TableInline):
    """Who invited, hosted, organised."""

    model = EventInstitution
    autocomplete_fields = ("institution",)
    form_related = ("institution",)
    refused_at = {"events_eventinstitution_once": "institution"}
    fields = ("role", "institution", "order")


class MeetingInline(RowsInline):
    """The meetings of a visit and the sessions of a conference; the rest of each is on its own form."""

    model = Meeting
    autocomplete_fields = ("institution",)
    form_related = ("institution",)
    readonly_fields = ("own_form",)
    refused_at = {"events_meeting_same_event": "parent", "events_meeting_not_own_parent": "parent"}
    fields = (
        ("kind", "parent", "institution"),
        "title",
        ("held_on", "starts_at", "minutes_state", "order"),
        "venue",
        "summary",
        "own_form",
    )

    def get_formset(self, request, obj=None, **kwargs):
        formset = super().get_formset(request, obj, **kwargs)
        offer_own_meetings(formset.form.base_fields["parent"], obj)
        return formset

    @admin.display(description=_("more"))
    def own_form(self, meeting):
        """Link the meeting's own form."""
        if not meeting.pk:
            return gettext("After saving: people, notes and minutes of this meeting.")
        address = reverse("admin:events_meeting_change", args=[meeting.pk])
        return format_html(
            '<a href="{}">{}</a>', address, gettext("People, notes and minutes of this meeting")
        )


class AttachmentInline(RowsInline):
    """Programmes, statements, papers."""

    model = Attachment
    fields = ("title", "file", ("language", "is_public", "order"))


@admin.register(Event)
class EventAdmin(EventPhotographs, PublishableAdmin):
    """Visits, conferences, roundtables and the like."""

    change_form_template = "admin/events/event_form.html"
    desk_order = 10
    list_display = ("__str__", "kind", "starts_on", "ends_on", "place", "country", "states")
    list_filter = ("kind", *state_filters(), CountryFilter, "format")
    search_fields = ("title", "series", "venue", "city", "slug")
    date_hierarchy = "starts_on"
    ordering = ("-starts_on", "-pk")
    autocomplete_fields = ("topics",)
    readonly_fields = ("albums",)
    inlines = (
        EventInstitutionInline,
        MeetingInline,
        ParticipationInline,
        FollowUpInline,
        AttachmentInline,
    )
    refused_at = {
        "events_event_dates": "ends_on",
        "events_event_old_address": "old_address",
        "events_event_slug_ascii": "slug",
    }
    fieldsets = (
        (
            _("Facts"),
            {
                "fields": (
                    "title",
                    ("kind", "format"),
                    ("starts_on", "ends_on", "date_precision"),
                    ("start_time", "end_time", "timezone"),
                    "venue",
                    "city",
                    "country",
                    "topics",
                )
            },
        ),
        (_("Texts"), {"fields": ("summary", "body", "sources")}),
        (_("Series, pictures, recording"), {"fields": ("series", "round", "cover", "albums", "video_url")}),
        (
            _("Address, language and notes"),
            {"fields": (("slug", "source_language"), "old_address", "notes")},
        ),
    )

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change, **kwargs)
        if "cover" in form.base_fields:
            own = Photo.objects.filter(album__event=obj) if obj else Photo.objects.none()
            form.base_fields["cover"].queryset = own
            form.base_fields["cover"].widget.can_add_related = False
        return form

    @admin.display(description=_("place"))
    def place(self, event):
        """Show hall and city in the reader's language, else in any."""
        return format_html_join(
            pgettext("between the parts of a line", ", "),
            "<bdi>{}</bdi>",
            ((words,) for field in ("venue", "city") if (words := any_words(event, field))),
        )

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj and self.may_fill(request, obj):
            context |= drop_zone(obj, self.opts)
        return super().render_change_form(request, context, add, change, form_url, obj)

    @admin.display(description=_("albums"))
    def albums(self, event):
        """Link the albums of the event, each with the number of its photographs."""
        if not event.pk:
            return gettext("After saving, albums are added here.")
        albums = Album.objects.filter(event=event).annotate(count=Count("photos")).newest_first()
        links = [
            (reverse("admin:events_album_change", args=[album.pk]), str(album), album.count)
            for album in albums
        ]
        add = f"{reverse('admin:events_album_add')}?event={event.pk}&taken_on={event.starts_on:%Y-%m-%d}"
        listed = format_html_join("", '<li><a href="{}">{}</a> ({})</li>', links)
        return format_html('<ul>{}<li><a href="{}">{}</a></li></ul>', listed, add, gettext("Add an album"))
