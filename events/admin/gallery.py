"""The desk of albums, their photographs and the people in them, and of attached files."""

from django.contrib import admin
from django.db.models import Count
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from ciss_site.editing import DeskAdmin, PublishableAdmin, RowsInline, TableInline, state_filters
from ciss_site.editing.files import file_address
from events.models import Album, Attachment, Photo, PhotoPerson


def thumbnail(photo):
    """Return the photograph at its smallest width, as the desk shows it."""
    if not photo.pk or not photo.image:
        return ""
    widths = photo.image.widths()
    address = file_address(photo.image, widths[0] if widths else None)
    return format_html('<img class="thumbnail" src="{}" alt="{}" loading="lazy">', address, photo)


class PhotoInline(RowsInline):
    """The photographs of an album; who is in each is said on its own form."""

    model = Photo
    readonly_fields = ("own_form",)
    refused_at = {"events_photo_focal_point": "focal_y"}
    fields = (("image", "own_form"), "alt", "caption", "credit", ("taken_on", "order"))

    @admin.display(description=_("more"))
    def own_form(self, photo):
        """Link the photograph's own form."""
        if not photo.pk:
            return gettext("After saving: the people in this photograph.")
        address = reverse("admin:events_photo_change", args=[photo.pk])
        return format_html(
            '<a href="{}">{}</a>', address, gettext("The people in this photograph, and the rest")
        )


@admin.register(Album)
class AlbumAdmin(PublishableAdmin):
    """Photographs that belong together."""

    desk_order = 40
    list_display = ("__str__", "event", "taken_on", "photographs", "states")
    list_filter = state_filters()
    list_select_related = ("event",)
    search_fields = ("title", "intro", "event__title", "slug")
    date_hierarchy = "taken_on"
    ordering = ("-taken_on", "order", "-pk")
    autocomplete_fields = ("event",)
    inlines = (PhotoInline,)
    refused_at = {"events_album_dates": "taken_until", "events_album_slug_ascii": "slug"}
    fieldsets = (
        (None, {"fields": ("title", ("taken_on", "taken_until"), "event", "intro")}),
        (_("Cover, address and language"), {"fields": (("cover", "order"), ("slug", "source_language"))}),
    )

    def get_queryset(self, request):
        albums = super().get_queryset(request).select_related("event")
        return albums.annotate(photo_count=Count("photos"))

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change, **kwargs)
        if "cover" in form.base_fields:
            own = Photo.objects.filter(album=obj) if obj else Photo.objects.none()
            form.base_fields["cover"].queryset = own
            form.base_fields["cover"].widget.can_add_related = False
        return form

    @admin.display(description=_("photographs"), ordering="photo_count")
    def photographs(self, album):
        """Show how many photographs the album holds."""
        return ngettext("%(count)d photograph", "%(count)d photographs", album.photo_count) % {
            "count": album.photo_count
        }


class PhotoPersonInline(TableInline):
    """Who is in the photograph, from the left."""

    model = PhotoPerson
    autocomplete_fields = ("person",)
    form_related = ("person",)
    refused_at = {"events_photoperson_once": "person"}
    fields = ("place", "person")


@admin.register(Photo)
class PhotoAdmin(DeskAdmin):
    """One photograph and the people in it."""

    desk_order = 50
    list_display = ("picture", "__str__", "album", "taken_on", "order")
    list_display_links = ("picture", "__str__")
    list_select_related = ("album",)
    search_fields = ("alt", "caption", "credit", "album__title")
    date_hierarchy = "album__taken_on"
    ordering = ("-album__taken_on", "order", "pk")
    autocomplete_fields = ("album",)
    inlines = (PhotoPersonInline,)
    refused_at = {"events_photo_focal_point": "focal_y"}
    fieldsets = (
        (None, {"fields": ("image", ("album", "order"), "alt", "caption", "credit")}),
        (_("More"), {"fields": (("taken_on", "rights"), ("focal_x", "focal_y"))}),
    )

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("album")

    @admin.display(description=_("photograph"))
    def picture(self, photo):
        """Show the photograph, small."""
        return thumbnail(photo)


@admin.register(Attachment)
class AttachmentAdmin(DeskAdmin):
    """Files of events: they are kept on the event's form, and handed out from here."""

    desk_order = 0
    list_display = ("__str__", "event", "language", "is_public")
    list_filter = ("is_public", "language")
    list_select_related = ("event",)
    search_fields = ("title", "event__title")
    autocomplete_fields = ("event",)
    fields = ("event", "title", "file", ("language", "is_public", "order"))
