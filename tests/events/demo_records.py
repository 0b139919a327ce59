"""The demonstration's records, as the tests ask for them."""

import datetime

from modeltranslation.translator import translator

from ciss_site.languages import words_in
from ciss_site.models import Page, Topic
from events.models import Album, Event, EventInstitution, FollowUp, Meeting, Participation, Photo
from institutions.models import Agreement, Institution
from people.models import Degree, Person, Position, ProfileLink, Publication

MODELS = (
    Topic,
    Page,
    Institution,
    Agreement,
    Person,
    Position,
    Degree,
    Publication,
    ProfileLink,
    Event,
    EventInstitution,
    Meeting,
    Participation,
    FollowUp,
    Album,
    Photo,
)


def visit() -> Event:
    """Return the visit to Moscow."""
    return Event.objects.get(starts_on=datetime.date(2018, 4, 3))


def roundtable() -> Event:
    """Return the roundtable in Islamabad."""
    return Event.objects.get(starts_on=datetime.date(2025, 4, 17))


def named(name: str) -> Institution:
    """Return the institution of that English name."""
    return Institution.objects.get(name_en=name)


def known(name: str) -> Person:
    """Return the person of that English name."""
    return Person.objects.get(name_en=name)


def texts_of(record) -> dict[str, dict[str, str]]:
    """Return the record's translated fields that have words, with the words by language."""
    fields = translator.get_options_for_model(type(record)).get_field_names()
    words = {field: {code: words_in(record, field, code) for code in ("en", "ar")} for field in fields}
    return {field: by_code for field, by_code in words.items() if any(by_code.values())}


def everything() -> list:
    """Return every record of the demonstration."""
    return [record for model in MODELS for record in model.objects.all()]


def bilingual_records() -> list:
    """Return every record of the demonstration that has words in each language."""
    translated = translator.get_registered_models()
    return [record for record in everything() if type(record) in translated]
