"""The public pages of engagements and the gallery, and the files that belong to them."""

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from ciss_site.addresses import of_record
from ciss_site.languages import current
from ciss_site.publishing import may_change
from ciss_site.serving import document_response, original_response, picture_response
from ciss_site.texts import language_line, text_of
from events.calendar import as_calendar
from events.captions import people_in
from events.filters import AlbumFilters, EventFilters
from events.lists import albums_of, by_year, rows_of
from events.models import Album, Attachment, Event, Meeting, Photo
from events.models.event import EventPrecision
from events.report import Report

EVENTS_A_PAGE = 20
ALBUMS_A_PAGE = 24


@require_safe
def event_list(request):
    """Show announcements and reports, filtered by plain GET: the coming ones first, then year by year."""
    filters = EventFilters(request.GET, Event.objects.visible_to(request.user))
    choices = filters.all()
    coming, past = filters.split(timezone.localdate())
    page = Paginator(past, EVENTS_A_PAGE).get_page(request.GET.get("page"))
    shown_coming = coming if page.number == 1 else []
    rows = rows_of([*shown_coming, *page.object_list])
    context = {
        "section": "events",
        "filters": choices,
        "active": [one for one in choices if one.chosen],
        "coming": rows[: len(shown_coming)],
        "years": by_year(rows[len(shown_coming) :]),
        "page": page,
        "count": len(coming) + len(past),
        "total": filters.total,
    }
    return render(request, "events/event_list.html", context)


@require_safe
def event_detail(request, slug: str):
    """Show one engagement: facts, meetings with their people, the report, photographs, files."""
    event = get_object_or_404(Event.objects.visible_to(request.user), slug=slug)
    context = {
        "section": "events",
        "event": event,
        "record": event,
        "report": Report(event, request.user),
        "notice": language_line(event, request.user),
        "shown": event.language_to_show(current().code, request.user),
        "addresses": of_record(request, event),
    }
    return render(request, "events/event_detail.html", context)


@require_safe
def event_calendar(request, slug: str):
    """Hand out one engagement as a calendar file, if its day is known."""
    known = Event.objects.visible_to(request.user).filter(date_precision=EventPrecision.DAY)
    event = get_object_or_404(known, slug=slug)
    text = {
        field: text_of(event, field, request.user).words for field in ("title", "summary", "venue", "city")
    }
    place = pgettext("between the parts of a place", ", ").join(
        part for part in (text["venue"], text["city"], event.country.name) if part
    )
    url = request.build_absolute_uri(event.url_in(current().code))
    body = as_calendar(event, title=text["title"], summary=text["summary"], place=place, url=url)
    response = HttpResponse(body, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{event.slug}.ics"'
    return response


@require_safe
def old_address(request, path: str):
    """Lead a reader who comes by an address of the former site to the report that took its place."""
    if "\x00" in path:  # PostgreSQL cannot be asked for it
        raise Http404
    event = get_object_or_404(Event.objects.visible_to(request.user), old_address=f"/{path}")
    shown = event.language_to_show(current().code, request.user)
    return redirect(event.url_in(shown), permanent=True)


@require_safe
def album_list(request):
    """Show the albums, filtered by plain GET, the newest first."""
    albums = Album.objects.in_gallery(request.user)
    filters = AlbumFilters(request.GET, albums, Event.objects.visible_to(request.user))
    choices = filters.all()
    found = filters.newest_first()
    page = Paginator(found, ALBUMS_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "section": "gallery",
        "filters": choices,
        "active": [one for one in choices if one.chosen],
        "albums": albums_of(page.object_list, request.user),
        "page": page,
        "count": len(found),
        "total": filters.total,
    }
    return render(request, "events/album_list.html", context)


@require_safe
def album_detail(request, slug: str):
    """Show the photographs of one album in rows."""
    album = get_object_or_404(Album.objects.visible_to(request.user).select_related("event"), slug=slug)
    photos = list(album.photos.visible_to(request.user).in_order())
    for photo in photos:
        photo.album = album
    context = {
        "section": "gallery",
        "album": album,
        "record": album,
        "photos": photos,
        "cover": next(
            (photo for photo in photos if photo.pk == album.cover_id), photos[0] if photos else None
        ),
        "notice": language_line(album, request.user),
        "shown": album.language_to_show(current().code, request.user),
        "addresses": of_record(request, album),
    }
    return render(request, "events/album_detail.html", context)


@require_safe
def photo_detail(request, slug: str, pk: int):
    """Show one photograph with its caption, its people and the way to the next."""
    photos = Photo.objects.visible_to(request.user).select_related("album__event")
    photo = get_object_or_404(photos, album__slug=slug, pk=pk)
    ids, place = _places(request, photo)
    context = {
        "section": "gallery",
        "photo": photo,
        "album": photo.album,
        "record": photo.album,
        "people": people_in(photo),
        "number": place + 1,
        "count": len(ids),
        "previous": ids[place - 1] if place else None,
        "next": ids[place + 1] if place + 1 < len(ids) else None,
        "notice": language_line(photo.album, request.user),
        "shown": photo.album.language_to_show(current().code, request.user),
        "addresses": of_record(request, photo.album),
    }
    return render(request, "events/photo_detail.html", context)


def _places(request, photo: Photo) -> tuple[list[int], int]:
    """Return the keys of the photographs in the same album that the reader may see, in order, and its place there."""
    shown = photo.album.photos.visible_to(request.user).in_order()
    ids = list(shown.values_list("pk", flat=True))
    if photo.pk not in ids:  # it has just been hidden or deleted
        raise Http404
    return ids, ids.index(photo.pk)


# Files ------------------------------------------------------------------------------------------


@require_safe
def photo_file(request, pk: int, rendition: str):
    """Hand out a photograph of an album that the reader may see."""
    photo = get_object_or_404(Photo.objects.visible_to(request.user), pk=pk)
    return picture_response(request, photo.image, rendition)


@require_safe
def photo_download(request, pk: int):
    """Hand out the clean original of a photograph, named after its album and its place there."""
    photos = Photo.objects.visible_to(request.user).select_related("album")
    photo = get_object_or_404(photos, pk=pk)
    _ids, place = _places(request, photo)
    return original_response(request, photo.image, f"{photo.album.slug}-{place + 1}")


@require_safe
def attachment_file(request, pk: int):
    """Hand out a file attached to an event, if it is public or the reader may change events."""
    record = get_object_or_404(Attachment.objects.visible_to(request.user), pk=pk)
    return document_response(request, record.file, str(record))


@require_safe
def minutes_file(request, pk: int):
    """Hand out the minutes of a meeting to those who may change meetings, and to nobody else."""
    if not may_change(request.user, Meeting):
        raise Http404
    record = get_object_or_404(Meeting.objects.exclude(minutes_file=""), pk=pk)
    return document_response(request, record.minutes_file, str(record))
