"""Which fields of people and their posts hold words in each language."""

from modeltranslation.translator import TranslationOptions, register

from people.models import Degree, Person, Position


@register(Person)
class PersonWords(TranslationOptions):
    fields = ("name", "honorific", "sort_name", "lead", "bio")


@register(Position)
class PositionWords(TranslationOptions):
    fields = ("title", "department")


@register(Degree)
class DegreeWords(TranslationOptions):
    fields = ("subject",)
