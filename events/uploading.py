"""Taking photographs into an album, one file at a time: what is in it already is noticed, and a refusal says why."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Max, Q
from django.utils import formats
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ciss_site.disposal import delete_files
from ciss_site.images import CleanPicture
from ciss_site.images.intake import shown_name
from ciss_site.languages import codes, set_words, words_in
from events.models import Album, Event, Photo

LAST_PLACE = 32_000


@dataclass(frozen=True)
class Taken:
    """A photograph taken in, and what its editor should know of it besides."""

    photo: Photo
    remark: str = ""


def take_in(album: Album, name: str, picture: CleanPicture, place: int | None = None) -> Taken:
    """Add a picture that was read from the file of that name to the album, at that place or as the last.

    Raises ``ValidationError`` with the cause and what to do; its code is ``already`` when the album has the
    photograph, whatever was noted in its file.
    """
    if there := album.photos.filter(fingerprint=picture.fingerprint).first():
        raise _already(there, name)
    photo = Photo(album=album, order=_place(album, place))
    # Before the transaction: a slow store must not keep everybody else from writing.
    Photo._meta.get_field("image").give(photo, picture)
    try:
        with transaction.atomic():
            photo.save()
    except BaseException as trouble:
        delete_files(photo.image.storage, photo.image.stored_names())
        if isinstance(trouble, IntegrityError) and (refusal := _overtaken(album, picture.fingerprint, name)):
            raise refusal from trouble
        raise
    return Taken(photo, _elsewhere(photo) or _other_day(photo))


def album_for(event: Event) -> Album:
    """Return the event's album, the first if it has several; make one under its title and days if it has none."""
    with transaction.atomic():
        Event.objects.select_for_update().get(pk=event.pk)  # of sixty files at once, one makes the album
        if album := event.albums.order_by("order", "taken_on", "pk").first():
            return album
        until = event.ends_on if event.ends_on and event.ends_on != event.starts_on else None
        album = Album(event=event, taken_on=event.starts_on, taken_until=until)
        set_words(album, "title", **{code: words_in(event, "title", code) for code in codes()})
        album.source_language = event.source_language
        album.save()
    return album


def _place(album: Album, place: int | None) -> int:
    if place is not None:
        return min(max(place, 0), LAST_PLACE)
    last = album.photos.aggregate(last=Max("order"))["last"]
    return min((last or 0) + 1, LAST_PLACE)


def _overtaken(album: Album, fingerprint: str, name: str) -> ValidationError | None:
    """Say what came in between: the same file a second time, or the deletion of the album."""
    if there := album.photos.filter(fingerprint=fingerprint).first():
        return _already(there, name)
    if not Album.objects.filter(pk=album.pk).exists():
        return ValidationError(
            _("“%(name)s” was not taken: the album has been deleted meanwhile."),
            code="gone",
            params={"name": shown_name(name)},
        )
    return None


def _already(there: Photo, name: str) -> ValidationError:
    before = Q(order__lt=there.order) | Q(order=there.order, pk__lt=there.pk)
    number = there.album.photos.filter(before).count() + 1
    return ValidationError(
        _("“%(name)s” is in this album already, as number %(number)d. It was not added again."),
        code="already",
        params={"name": shown_name(name), "number": number, "photo": there},
    )


def _elsewhere(photo: Photo) -> str:
    other = Photo.objects.filter(fingerprint=photo.fingerprint).exclude(album=photo.album_id)
    found = other.select_related("album").first()
    return gettext("It is also in the album “%(album)s”.") % {"album": found.album} if found else ""


def _other_day(photo: Photo) -> str:
    """Say so when the camera's date is none of the album's days: its clock may be wrong."""
    day, album = photo.camera_date, photo.album
    if day is None or day in album.days:
        return ""
    return gettext("The camera says %(day)s, which is none of the album's days.") % {
        "day": formats.date_format(day, "DATE_FORMAT")
    }
