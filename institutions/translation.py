"""Which fields of institutions and agreements hold words in each language."""

from modeltranslation.translator import TranslationOptions, register

from institutions.models import Agreement, Institution


@register(Institution)
class InstitutionWords(TranslationOptions):
    fields = ("name", "short_name", "city", "description")


@register(Agreement)
class AgreementWords(TranslationOptions):
    fields = ("title",)
