"""The desk of albums, their photographs and the people in them, and of attached files."""

from django.contrib import admin, messages
from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from ciss_site.editing import DeskAdmin, DeskForm, PublishableAdmin, TableInline, state_filters
from ciss_site.editing.files import THUMBNAIL, file_address
from events.admin.photographs import (
    AlbumPhotographs,
    drop_zone,
    hidden_sentences,
    lacking_of,
    photographs_address,
    progress_of,
)
from events.models import Album, Attachment, Photo, PhotoPerson


def thumbnail(photo):
    """Return the photograph at its smallest width, as the desk shows it."""
    if not photo.pk or not photo.image:
        return ""
    address = file_address(photo.image, THUMBNAIL)
    return format_html('<img class="thumbnail" src="{}" alt="{}" loading="lazy">', address, photo)


@admin.register(Album)
class AlbumAdmin(AlbumPhotographs, PublishableAdmin):
    """Photographs that belong together."""

    change_form_template = "admin/events/album_form.html"
    desk_order = 40
    list_display = ("__str__", "event", "taken_on", "photographs", "states")
    list_filter = state_filters()
    list_select_related = ("event",)
    search_fields = ("title", "intro", "event__title", "slug")
    date_hierarchy = "taken_on"
    ordering = ("-taken_on", "order", "-pk")
    autocomplete_fields = ("event",)
    refused_at = {"events_album_dates": "taken_until", "events_album_slug_ascii": "slug"}
    fieldsets = (
        (None, {"fields": ("title", ("taken_on", "taken_until"), "event", "intro")}),
        (_("Cover, address and language"), {"fields": (("cover", "order"), ("slug", "source_language"))}),
    )

    def get_queryset(self, request):
        # A count beside each row of the page, not a join of all albums with all photographs.
        photos = Photo.objects.filter(album=OuterRef("pk")).order_by().values("album")
        count = Subquery(photos.annotate(count=Count("pk")).values("count"))
        albums = super().get_queryset(request).select_related("event")
        return albums.annotate(photo_count=Coalesce(count, 0))

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change, **kwargs)
        if "cover" in form.base_fields:
            own = Photo.objects.filter(album=obj) if obj else Photo.objects.none()
            form.base_fields["cover"].queryset = own
            form.base_fields["cover"].widget.can_add_related = False
        return form

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj and self.may_fill(request, obj):
            photos = list(obj.photos.in_order())
            context |= {
                "photos": [(photo, thumbnail(photo)) for photo in photos],
                "lacking": lacking_of(photos),
            }
            context |= {"progress": progress_of(obj), **drop_zone(obj, self.opts, photos)}
        return super().render_change_form(request, context, add, change, form_url, obj)

    @admin.display(description=_("photographs"), ordering="photo_count")
    def photographs(self, album):
        """Show how many photographs the album holds, and lead to them."""
        words = ngettext("%(count)d photograph", "%(count)d photographs", album.photo_count)
        return format_html(
            '<a href="{}">{}</a>', photographs_address(album), words % {"count": album.photo_count}
        )


class PhotoPersonInline(TableInline):
    """Who is in the photograph, from the left."""

    model = PhotoPerson
    autocomplete_fields = ("person",)
    form_related = ("person",)
    refused_at = {"events_photoperson_once": "person"}
    fields = ("place", "person")


class PhotoForm(DeskForm):
    """A photograph whose album must not have it already."""

    def _get_validation_exclusions(self):
        """Keep the fingerprint under validation, though no input shows it: the same photograph is taken once."""
        return super()._get_validation_exclusions() - {"fingerprint"}


@admin.register(Photo)
class PhotoAdmin(DeskAdmin):
    """One photograph and the people in it."""

    form = PhotoForm
    desk_order = 50
    list_display = ("picture", "__str__", "album", "taken_on", "order")
    list_display_links = ("picture", "__str__")
    list_select_related = ("album",)
    search_fields = ("alt", "caption", "credit", "album__title")
    date_hierarchy = "album__taken_on"
    ordering = ("-album__taken_on", "order", "pk")
    autocomplete_fields = ("album",)
    inlines = (PhotoPersonInline,)
    refused_at = {"events_photo_focal_point": "focal_y", "events_photo_once": "image"}
    fieldsets = (
        (None, {"fields": ("image", ("album", "order"), "alt", "caption", "credit")}),
        (
            _("More"),
            {"fields": ("is_decorative", ("taken_on", "rights"), "people_named_by", ("focal_x", "focal_y"))},
        ),
    )

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("album")

    def save_related(self, request, form, formsets, change):
        """Save the people in it as well; say so when the public does not see what it would."""
        super().save_related(request, form, formsets, change)
        if not form.instance.is_public():
            for sentence in hidden_sentences(form.instance.album):
                messages.warning(request, sentence)

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
