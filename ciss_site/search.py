"""Search by title and text: one question to every Publishable, found through Django's registry of apps.

Nobody finds a record by words they may not read: prose is searched only in the languages that are public.
"""

from dataclasses import dataclass

from django.apps import apps
from django.db.models import Q
from django.utils.safestring import SafeString

from ciss_site.checks import publishable_models
from ciss_site.excerpts import holds, mark_words, passage
from ciss_site.languages import codes, column, current, reading_order, words_in
from ciss_site.publishing import Publishable, PublishedQuerySet, is_published, may_change
from ciss_site.richtext import RichTextField, plain
from ciss_site.texts import Text, text_of

MOST_OF_A_KIND = 20


@dataclass(frozen=True)
class Found:
    """One record as the results show it: its title and a passage, the words looked for marked in both."""

    record: Publishable
    title: SafeString
    passage: SafeString
    code: str


@dataclass(frozen=True)
class Group:
    """What was found of one kind of record; ``more`` says that not all is shown."""

    model: type[Publishable]
    found: list[Found]
    more: bool

    @property
    def name(self) -> str:
        return self.model._meta.verbose_name_plural

    @property
    def kind(self) -> str:
        return self.model._meta.model_name


def search(question: str, user) -> list[Group]:
    """Return the records ``user`` may see that hold every word of the question, grouped by kind."""
    wanted = question.split()[:8]
    if not wanted:
        return []
    groups = []
    for model in publishable_models():
        records = _matching(model, wanted, user).prefetch_related(*model.search_prefetch).order_by("-pk")
        if found := [_found(record, wanted, user) for record in records[: MOST_OF_A_KIND + 1]]:
            groups.append(Group(model, found[:MOST_OF_A_KIND], len(found) > MOST_OF_A_KIND))
    floors = list(apps.app_configs)
    return sorted(groups, key=lambda group: -floors.index(group.model._meta.app_label))


def _matching(model: type[Publishable], wanted: list[str], user) -> PublishedQuerySet:
    records = model.objects.visible_to(user)
    for word in wanted:
        holds_word = Q()
        for field in model.search_fields:
            for code in codes():
                holds_word |= Q(**{f"{column(field, code)}__icontains": word}) & _readable(
                    model, field, code, user
                )
        if hasattr(model, "other_names"):
            holds_word |= Q(other_names__icontains=word)
        records = records.filter(holds_word)
    return records


def _readable(model: type[Publishable], field: str, code: str, user) -> Q:
    """Return the condition under which ``user`` may read the field in that language: names are facts."""
    if may_change(user, model) or not (field in model.prose_fields or field == "title"):
        return Q()
    return is_published(code)


def _found(record: Publishable, wanted: list[str], user) -> Found:
    around = current().code
    title = text_of(record, record.title_field, user)
    text = _passage(record, wanted, user)
    return Found(
        record,
        mark_words(title.as_line(around), wanted),
        mark_words(text.as_line(around), wanted),
        text.code if text else title.code,
    )


def _passage(record: Publishable, wanted: list[str], user) -> Text:
    """Return the part of the record's text that holds a word looked for, in the reader's language if it can be."""
    fields = [field for field in record.search_fields if field in record.prose_fields]
    readable = record.readable_languages(user)
    order = [code for code in reading_order(current().code, record.source_language) if code in readable]
    texts = [
        Text(words, code)
        for code in order
        for field in fields
        if (words := _plain_words(record, field, code))
    ]
    text = next(
        (text for text in texts if holds(text.words, wanted)), texts[0] if texts else Text("", current().code)
    )
    return Text(passage(text.words, wanted), text.code)


def _plain_words(record: Publishable, field: str, code: str) -> str:
    words = words_in(record, field, code)
    return plain(words) if isinstance(record._meta.get_field(field), RichTextField) else words
