"""Who is in a photograph, and how a caption names them: by name, with the post they held that day, or by it alone."""

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import pgettext

from ciss_site.languages import current
from ciss_site.texts import text_of
from events.models import Participation, Photo, PhotoPerson
from events.models.gallery import NamedBy
from people.models import Position


def people_in(photo: Photo) -> list[PhotoPerson]:
    """Return the people in a photograph from the left, each with ``holds``: a record with the post of that day, or None.

    It is how they took part in the album's event; for who is not recorded there, the post held on the day.
    """
    people = list(photo.photo_people.select_related("person"))
    if not people:
        return people
    keys = [one.person_id for one in people]
    rows = Participation.objects.filter(event=photo.album.event_id, person__in=keys)
    give_posts(photo, people, list(rows.order_by("-order", "-pk")) if photo.album.event_id else [])
    _give_positions(photo, [one for one in people if one.holds is None])
    return people


def give_posts(photo: Photo, people: list[PhotoPerson], rows: list[Participation]) -> None:
    """Give each of the people ``holds``: their row among the participations of the event, the first in its order."""
    took_part = {row.person_id: row for row in rows}
    for one in people:
        one.photo = photo
        one.holds = took_part.get(one.person_id)
        if one.holds:
            one.holds.event = photo.album.event


def _give_positions(photo: Photo, people: list[PhotoPerson]) -> None:
    day = photo.taken_on or photo.album.taken_on
    held: dict[int, Position] = {}
    if people:
        positions = Position.objects.filter(person__in=[one.person_id for one in people])
        for position in positions:  # the main one first
            if _was_held(position, day):
                held.setdefault(position.person_id, position)
    for one in people:
        one.holds = held.get(one.person_id)


def _was_held(position: Position, day) -> bool:
    """Say whether a post was held on a day that may be long past: then its end must be known, or still to come."""
    begun = position.started is not None and position.started <= day
    return (
        begun
        and not (position.is_former and position.ended is None)
        and (position.ended is None or position.ended >= day)
    )


def post_of(one: PhotoPerson, user) -> SafeString | str:
    """Return the post of one of the people on that day, as a line, or nothing."""
    if getattr(one, "holds", None) is None:
        return ""
    field = "title_at_the_time" if isinstance(one.holds, Participation) else "title"
    return text_of(one.holds, field, user).as_line(current().code)


def named(one: PhotoPerson, user) -> SafeString | str:
    """Return one of the people as the photograph's caption names them."""
    name = text_of(one.person, "name", user).as_line(current().code)
    post = post_of(one, user)
    how = one.photo.people_named_by
    if not post or how == NamedBy.NAME:
        return name
    if how == NamedBy.POST:
        return post
    return format_html(pgettext("a person in a caption", "{name} ({post})"), name=name, post=post)
