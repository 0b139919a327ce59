"""Which fields of engagements and photographs hold words in each language."""

from modeltranslation.translator import TranslationOptions, register

from events.models import Album, Attachment, Event, FollowUp, Meeting, Participation, Photo


@register(Event)
class EventWords(TranslationOptions):
    fields = ("title", "venue", "city", "series", "summary", "body", "sources")


@register(Meeting)
class MeetingWords(TranslationOptions):
    fields = ("title", "venue", "summary")


@register(Participation)
class ParticipationWords(TranslationOptions):
    fields = ("who", "honorific_at_the_time", "title_at_the_time", "talk_title")


@register(FollowUp)
class FollowUpWords(TranslationOptions):
    fields = ("what", "due_words")


@register(Album)
class AlbumWords(TranslationOptions):
    fields = ("title", "intro")


@register(Photo)
class PhotoWords(TranslationOptions):
    fields = ("alt", "caption", "credit")


@register(Attachment)
class AttachmentWords(TranslationOptions):
    fields = ("title",)
