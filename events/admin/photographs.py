"""The screen of an album's photographs: many files dropped at once, each with its own end; then all described on one form."""

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import path, reverse
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from ciss_site.editing.files import THUMBNAIL, file_address
from ciss_site.images import read_picture
from ciss_site.images.intake import shown_name
from ciss_site.languages import REGISTRY, codes
from events.admin.describing import (
    Batch,
    Described,
    batch_as_stored,
    batch_as_typed,
    described,
    form_class,
    panes_of,
)
from events.models import Album, Photo
from events.uploading import album_for, take_in

NO_FILE = _("No file came with it. Choose the photographs again.")


# Adding photographs and describing them is one and the same screen; deleting them there takes its own right.
RIGHTS = ("events.add_photo", "events.change_photo", "events.change_album")
DELETES = "events.delete_photo"


class TakesPhotographs:
    """Mixin of the admin of an album or an event: the door for one uploaded file, and the screen around it."""

    def get_urls(self):
        name = f"{self.opts.app_label}_{self.opts.model_name}"
        wrap = self.admin_site.admin_view
        return [
            path("<path:object_id>/photographs/", wrap(self.photographs_view), name=f"{name}_photographs"),
            path(
                "<path:object_id>/photographs/add/",
                wrap(require_POST(self.add_photograph_view)),
                name=f"{name}_add_photograph",
            ),
            *super().get_urls(),
        ]

    def record_or_refuse(self, request, object_id):
        """Return the album or event, or refuse: 404 where there is none, 403 for who may not fill it."""
        record = self.get_object(request, unquote(object_id))
        if record is None:
            raise Http404
        if not self.may_fill(request, record):
            raise PermissionDenied
        return record

    def may_fill(self, request, record) -> bool:
        """Say whether this user may drop photographs on the album or event."""
        return request.user.has_perms(RIGHTS) and self.has_change_permission(request, record)

    def album_to_fill(self, record) -> Album:
        """Return the album that a photograph dropped here belongs to."""
        return record

    def add_photograph_view(self, request, object_id):
        """Take in what was sent: one file from the script, or several from a form without it."""
        record = self.record_or_refuse(request, object_id)
        files = request.FILES.getlist("file")
        place = request.POST.get("place", "")
        if "application/json" in request.headers.get("Accept", ""):
            return self._answer_script(request, record, files, int(place[:6]) if place.isdecimal() else None)
        album = record
        for file in files:
            try:
                picture = read_picture(file)  # first: a file that is refused makes no album
                album = self.album_to_fill(record)
                messages.success(request, _said_of(take_in(album, file.name, picture), file))
            except ValidationError as refusal:
                messages.error(request, refusal.messages[0])
        if not files:
            messages.error(request, NO_FILE)
        return HttpResponseRedirect(photographs_address(album))

    def _answer_script(self, request, record, files, place):
        if len(files) != 1:
            return JsonResponse({"refusal": str(NO_FILE), "code": "none"}, status=400)
        [file] = files
        try:
            picture = read_picture(file)  # first: a file that is refused makes no album
            album = self.album_to_fill(record)
            taken = take_in(album, file.name, picture, place)
        except ValidationError as refusal:
            return JsonResponse(self._refusal(request, refusal), status=400)
        answer = {"photo": taken.photo.pk, "remark": taken.remark, "album": photographs_address(album)}
        if "row" in request.POST:
            answer["row"] = self._row(request, taken.photo)
        return JsonResponse(answer, status=201)

    def _refusal(self, request, refusal: ValidationError) -> dict:
        [error] = refusal.error_list
        answer = {"refusal": refusal.messages[0], "code": error.code}
        # It may have come in while the screen was closed.
        if error.code == "already" and "row" in request.POST:
            answer["row"] = self._row(request, error.params["photo"])
        return answer

    def _row(self, request, photo: Photo) -> str:
        form_type = form_class(self.admin_site.get_model_admin(Photo), request)
        row = shown_row(described(photo, form_type), photo.album, photo.album.cover_id)
        context = {"row": row, "may_delete": request.user.has_perm(DELETES)}
        return render_to_string("admin/events/_photograph.html", context, request)


class AlbumPhotographs(TakesPhotographs):
    """Mixin of the album's admin: the form on which all its photographs are described, and how far their sizes are."""

    def get_urls(self):
        wrap = self.admin_site.admin_view
        progress = wrap(require_safe(self.progress_view))
        return [
            path("<path:object_id>/photographs/progress/", progress, name="events_album_progress"),
            *super().get_urls(),
        ]

    def photographs_view(self, request, object_id):
        """Show the photographs of the album with their words; save all of them at once."""
        album = self.record_or_refuse(request, object_id)
        form_type = form_class(self.admin_site.get_model_admin(Photo), request)
        if request.method != "POST":
            return self._show(request, album, batch_as_stored(album, form_type))
        batch = batch_as_typed(album, form_type, request.POST, request.user.has_perm(DELETES))
        if not batch.is_valid:
            messages.error(
                request, gettext("Nothing has been saved yet. Correct what is marked below, then save again.")
            )
            return self._show(request, album, batch)
        batch.save()
        self.log_change(request, album, gettext("Described the photographs."))
        self._say_saved(request, album, batch)
        return HttpResponseRedirect(request.path)

    def _show(self, request, album: Album, batch: Batch):
        site = self.admin_site
        rows = [shown_row(row, album, batch.cover) for row in batch.rows]
        blank = form_class(site.get_model_admin(Photo), request)(prefix="all")
        if not request.POST:
            for sentence in hidden_sentences(album):
                messages.warning(request, sentence)
        context = {
            **site.each_context(request),
            "title": gettext("Photographs of “%(album)s”") % {"album": album},
            "opts": self.opts,
            "original": album,
            "album": album,
            "batch": batch,
            "rows": rows,
            "may_delete": request.user.has_perm(DELETES),
            "progress": progress_of(album),
            "lacking": lacking_of(list(album.photos.in_order())),
            "blank": blank,
            "blank_panes": panes_of(blank)[1:],
            "media": self.media + blank.media,
            **drop_zone(album, self.opts, [row.photo for row in batch.rows]),
        }
        return render(request, "admin/events/photographs.html", context)

    def _say_saved(self, request, album: Album, batch: Batch) -> None:
        count = sum(not row.is_deleted for row in batch.rows)
        messages.success(
            request,
            ngettext("%(count)d photograph is saved.", "%(count)d photographs are saved.", count)
            % {"count": count},
        )
        if batch.gone:
            messages.warning(
                request,
                ngettext(
                    "%(count)d photograph had been deleted meanwhile.",
                    "%(count)d photographs had been deleted meanwhile.",
                    batch.gone,
                )
                % {"count": batch.gone},
            )

    def progress_view(self, request, object_id):
        """Answer how many photographs of the album have all their sizes."""
        return JsonResponse(progress_of(self.record_or_refuse(request, object_id)))


class EventPhotographs(TakesPhotographs):
    """Mixin of the event's admin: photographs dropped on an event go into its album, which is made if there is none."""

    def may_fill(self, request, record) -> bool:
        may = super().may_fill(request, record)
        return may and (request.user.has_perm("events.add_album") or record.albums.exists())

    def album_to_fill(self, record) -> Album:
        return album_for(record)

    def photographs_view(self, request, object_id):
        """Lead to the event's album, let choose among several, or offer to drop the first photographs."""
        event = self.record_or_refuse(request, object_id)
        albums = list(event.albums.order_by("order", "taken_on", "pk"))
        if len(albums) == 1:
            return HttpResponseRedirect(photographs_address(albums[0]))
        context = {
            **self.admin_site.each_context(request),
            "title": gettext("Photographs of “%(event)s”") % {"event": event},
            "opts": self.opts,
            "original": event,
            "albums": [(album, photographs_address(album)) for album in albums],
            "media": self.media,
            **drop_zone(event, self.opts),
        }
        return render(request, "admin/events/event_photographs.html", context)


# What the templates show ------------------------------------------------------------------------------


def photographs_address(record) -> str:
    """Return the screen of the photographs of an album or an event."""
    return reverse(f"admin:events_{record._meta.model_name}_photographs", args=[record.pk])


def drop_zone(record, opts, photos=None) -> dict:
    """Return what ``_drop_zone.html`` needs: where files go, and under which name a browser keeps what waits.

    Where the photographs there are not at hand, the next place is left out, and the script sends one file after the other.
    """
    return {
        "upload_address": reverse(f"admin:events_{opts.model_name}_add_photograph", args=[record.pk]),
        "queue_name": f"{opts.model_name}-{record.pk}",
        "photographs_address": photographs_address(record),
        "next_place": max((photo.order for photo in photos), default=0) + 1 if photos is not None else "",
    }


def shown_row(row: Described, album: Album, cover: int | None) -> dict:
    """Return one photograph as ``_photograph.html`` shows it."""
    photo = row.photo
    day = photo.camera_date
    return {
        "row": row,
        "photo": photo,
        "prefix": row.prefix,
        "form": row.form,
        "thumbnail": file_address(photo.image, THUMBNAIL) if photo.image else "",
        "own_form": reverse("admin:events_photo_change", args=[photo.pk]),
        "camera_date_is_odd": day is not None and photo.taken_on is None and day not in album.days,
        "is_cover": photo.pk == cover,
        "lacking": [REGISTRY[code] for code in row.lacking],
    }


def progress_of(album: Album) -> dict:
    """Return how many photographs there are and how many have all their sizes, and the sentence that says it."""
    mark = Photo._meta.get_field("image").mark
    photos = album.photos.exclude(image="")
    count, ready = photos.count(), photos.filter(rendered=mark).count()
    return {"count": count, "ready": ready, "sentence": _progress_sentence(count, ready)}


def _progress_sentence(count: int, ready: int) -> str:
    if not count:
        return ""
    if count == ready:
        return gettext("All sizes of the photographs are made.")
    return ngettext(
        "The sizes of %(ready)d of %(count)d photograph are made. Nothing has to wait for them.",
        "The sizes of %(ready)d of %(count)d photographs are made. Nothing has to wait for them.",
        count,
    ) % {"ready": ready, "count": count}


def lacking_of(photos: list[Photo]) -> list[tuple]:
    """Return (language, [(place, photograph) without alternative text in it]), where there are any."""
    places = list(enumerate(photos, start=1))
    found = [
        (REGISTRY[code], [(number, photo) for number, photo in places if not photo.is_described_in(code)])
        for code in codes()
    ]
    return [(language, rows) for language, rows in found if rows]


def hidden_sentences(album: Album) -> list[str]:
    """Say how many photographs of a public album the public does not see yet."""
    if not album.is_public():
        return []
    hidden = sum(not photo.is_public() for photo in album.photos.select_related("album"))
    if not hidden:
        return []
    return [
        ngettext(
            "%(count)d photograph is not shown to the public yet: in a language the album is published in it lacks "
            "the text for those who cannot see it.",
            "%(count)d photographs are not shown to the public yet: in a language the album is published in they lack "
            "the text for those who cannot see them.",
            hidden,
        )
        % {"count": hidden}
    ]


def _said_of(taken, file) -> str:
    said = gettext("“%(name)s” is in the album.") % {"name": shown_name(file.name)}
    return f"{said} {taken.remark}".strip()
