"""Describing the photographs of an album on one form: their words in each language, people, order and cover, saved at once."""

from dataclasses import dataclass

from django import forms
from django.contrib.admin.widgets import AutocompleteSelect
from django.db import transaction
from django.forms import modelform_factory
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ciss_site.editing.panes import translated_names
from ciss_site.editing.records import DeskForm
from ciss_site.languages import codes, columns
from events.models import Album, Photo, PhotoPerson
from people.models import Person

WORDS = ("alt", "caption", "credit", "rights")
SENTENCES = ("alt", "caption")
PLAIN = ("is_decorative", "taken_on", "people_named_by", "focal_x", "focal_y")
DELETE = "DELETE"


LONGEST_KEY = 18  # digits that every database takes for a number


def is_key(sent: str) -> bool:
    """Say whether what a form sent can be the key of a record."""
    return sent.isdecimal() and len(sent) <= LONGEST_KEY


def prefix_of(photo: Photo) -> str:
    """Return what the names of a photograph's inputs begin with."""
    return f"photo-{photo.pk}"


def form_class(photo_admin, request):
    """Return the form of one photograph, with the desk's inputs and their languages."""
    person = forms.ModelChoiceField(
        Person.objects.all(),
        required=False,
        label=_("Name the next person from the left"),
        widget=AutocompleteSelect(PhotoPerson._meta.get_field("person"), photo_admin.admin_site),
    )
    translated = translated_names(Photo)
    names = [one for name in WORDS for one in (columns(name) if name in translated else [name])]
    form = modelform_factory(
        Photo,
        form=type("PhotoForm", (DeskForm,), {"person": person}),
        fields=[*names, *PLAIN],
        widgets=_inputs(),
        formfield_callback=lambda db_field, **kwargs: photo_admin.formfield_for_dbfield(
            db_field, request=request, **kwargs
        ),
    )
    form.refused_at = {"events_photo_focal_point": "focal_y"}
    return form


def _inputs() -> dict:
    """Return the inputs that differ from the desk's own: sentences are seen whole, and days picked in the browser's calendar."""
    sentences = [one for name in SENTENCES for one in columns(name)]
    return {
        "taken_on": forms.DateInput({"type": "date"}, "%Y-%m-%d"),
        **{name: forms.Textarea({"rows": 2}) for name in sentences},
    }


def panes_of(form) -> list[list]:
    """Return the inputs for words: one list a field (alternative text first), in it one input a language."""
    return [[form[name] for name in (*columns(one), one) if name in form.fields] for one in WORDS]


@dataclass
class Described:
    """One photograph on the form: its inputs, its people from the left, whether it is to be deleted."""

    photo: Photo
    form: DeskForm
    people: list[Person]
    is_deleted: bool = False

    @property
    def prefix(self) -> str:
        return prefix_of(self.photo)

    @property
    def panes(self) -> list[list]:
        """The inputs for words: one list a field, one input a language."""
        return panes_of(self.form)

    @property
    def lacking(self) -> list[str]:
        """The languages whose alternative text is still missing, as it is stored."""
        return [code for code in codes() if not self.photo.is_described_in(code)]


@dataclass
class Batch:
    """The photographs of an album as they stand on the form, in its order."""

    album: Album
    rows: list[Described]
    cover: int | None
    gone: int = 0

    @property
    def is_valid(self) -> bool:
        """Whether everything typed can be saved."""
        refused = [row for row in self.rows if not row.is_deleted and not row.form.is_valid()]
        return not refused

    @transaction.atomic
    def save(self) -> None:
        """Save what was typed: words, people, order, cover, deletions. What was deleted meanwhile stays deleted."""
        self._leave_out_what_has_gone()
        kept = []
        for row in self.rows:
            if row.is_deleted:
                row.photo.delete()
            else:
                kept.append(row)
        for number, row in enumerate(kept, start=1):
            _save(row, number)
        cover = next((row.photo.pk for row in kept if row.photo.pk == self.cover), None)
        if cover != self.album.cover_id:
            Album.objects.filter(pk=self.album.pk).update(cover=cover, changed_at=timezone.now())

    def _leave_out_what_has_gone(self) -> None:
        """Hold the photographs until all is saved, so that none is deleted while it is written."""
        held = self.album.photos.select_for_update().order_by("pk")
        there = set(held.values_list("pk", flat=True))
        sent = len(self.rows)
        self.rows = [row for row in self.rows if row.photo.pk in there]
        self.gone += sent - len(self.rows)


def _save(row: Described, number: int) -> None:
    """Write what was changed and nothing else: the file may have been replaced since the form was read."""
    changed = [name for name in row.form.changed_data if name in row.form._meta.fields]
    if changed or row.photo.order != number:
        row.photo.order = number
        if {"focal_x", "focal_y"} & set(changed):
            changed.append(Photo._meta.get_field("image").have_made_anew(row.photo))
        row.photo.save(update_fields=[*changed, "order"])
    before = [one.person_id for one in row.photo.photo_people.all()]
    if before != [person.pk for person in row.people]:
        row.photo.photo_people.all().delete()
        PhotoPerson.objects.bulk_create(
            PhotoPerson(photo=row.photo, person=person, place=place)
            for place, person in enumerate(row.people, start=1)
        )


def batch_as_stored(album: Album, form_type) -> Batch:
    """Return the form as the records are; a date that the camera noted is offered."""
    rows = [described(photo, form_type) for photo in _photos(album)]
    return Batch(album, rows, album.cover_id)


def described(photo: Photo, form_type) -> Described:
    """Return one photograph as its record is."""
    offered = {} if photo.taken_on else {"taken_on": photo.camera_date}
    form = form_type(instance=photo, prefix=prefix_of(photo), initial=offered)
    return Described(photo, form, [one.person for one in photo.photo_people.all()])


def batch_as_typed(album: Album, form_type, data, may_delete: bool) -> Batch:
    """Return the form as it was sent: photographs that have gone meanwhile are counted and left out."""
    photos = {str(photo.pk): photo for photo in _photos(album)}
    sent = list(dict.fromkeys(data.getlist("photo")))
    named = {key for pk in sent for key in _people_sent(data, pk)}
    people = {str(person.pk): person for person in Person.objects.filter(pk__in=named)}
    rows = []
    for pk in sent:
        if pk not in photos:
            continue
        photo = photos[pk]
        offered = {} if photo.taken_on else {"taken_on": None}
        form = form_type(data, instance=photo, prefix=prefix_of(photo), initial=offered)
        found = [people[key] for key in _people_sent(data, pk) if key in people]
        is_deleted = may_delete and f"{prefix_of(photo)}-{DELETE}" in data
        rows.append(Described(photo, form, found, is_deleted))
    cover = data.get("cover", "")
    return Batch(album, rows, int(cover) if is_key(cover) else None, len(sent) - len(rows))


def _people_sent(data, pk: str) -> list[str]:
    keys = [*data.getlist(f"photo-{pk}-people"), *data.getlist(f"photo-{pk}-person")]
    return [key for key in dict.fromkeys(keys) if is_key(key)]


def _photos(album: Album) -> list[Photo]:
    photos = list(album.photos.in_order().prefetch_related("photo_people__person"))
    for photo in photos:
        photo.album = album
    return photos
