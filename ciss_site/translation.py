"""Which fields of the ground's records hold words in each language."""

from modeltranslation.translator import TranslationOptions, register

from ciss_site.models import Page, Topic


@register(Topic)
class TopicWords(TranslationOptions):
    fields = ("name",)


@register(Page)
class PageWords(TranslationOptions):
    fields = ("title", "body")
