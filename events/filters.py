"""The filters of the list of engagements: combined, counted, plain GET.

Every filter is a mapping from a value to the set of engagements it keeps, so filters combine by intersection
and each option's count is exact: an institution keeps what its centres were part of too.
"""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from django.db.models import F, QuerySet, Value
from django.utils.translation import gettext_lazy as _
from django_countries import countries

from ciss_site.languages import columns, current, reading_order, sort_key, words_in
from ciss_site.models import Topic
from ciss_site.texts import Text
from events.models import Event, EventInstitution, Meeting, Participation
from events.models.event import EventKind
from institutions.models import Institution
from people.models import Person

LABELS = {
    "kind": (_("Kind"), _("All kinds")),
    "year": (_("Year"), _("All years")),
    "country": (_("Country"), _("All countries")),
    "topic": (_("Topic"), _("All topics")),
    "institution": (_("Institution"), _("All institutions")),
    "person": (_("Person"), _("Anyone")),
}


@dataclass(frozen=True)
class Option:
    """One value of a filter, with its words, their language, and how many engagements it would leave."""

    value: str
    label: str
    count: int
    chosen: bool
    code: str = ""

    @property
    def text(self) -> Text:
        return Text(self.label, self.code)


@dataclass(frozen=True)
class Filter:
    """One filter: its name in the query, its label, the words for no choice, and its options."""

    name: str
    label: str
    everything: str
    options: list[Option]

    @property
    def chosen(self) -> Option | None:
        return next((option for option in self.options if option.chosen), None)


class EventFilters:
    """What a reader chose in the list of engagements, and what could be chosen beside it.

    ``query`` maps names of filters to values (a request's GET); ``events`` is what the reader may see.
    A value that keeps nothing is kept as chosen, so the reader sees why the list is empty.
    """

    def __init__(self, query, events):
        self.chosen = {name: value[:120] for name in LABELS if (value := query.get(name, "").strip())}
        self._rows = {
            row["pk"]: row
            for row in events.order_by().values("pk", "kind", "starts_on", "ends_on", "country")
        }

    def kept(self, without: str = "") -> set[int]:
        """Return the engagements that pass every chosen filter, but for the one named in ``without``."""
        ids = set(self._rows)
        for name, value in self.chosen.items():
            if name != without:
                ids &= self._sets[name].get(value, set())
        return ids

    def split(self, today) -> tuple[list[int], list[int]]:
        """Return the ids that passed as two lists: still to come, the nearest first, and past, the latest first."""
        dated = [
            (row["starts_on"], pk, (row["ends_on"] or row["starts_on"]) >= today)
            for pk in self.kept()
            if (row := self._rows[pk])
        ]
        coming = [pk for _day, pk, is_coming in sorted(dated) if is_coming]
        past = [pk for _day, pk, is_coming in sorted(dated, reverse=True) if not is_coming]
        return coming, past

    @property
    def total(self) -> int:
        """How many engagements there are without any filter."""
        return len(self._rows)

    def all(self) -> list[Filter]:
        """Return every filter with its options counted."""
        return [
            Filter(name, str(label), str(everything), self._options(name))
            for name, (label, everything) in LABELS.items()
        ]

    def _options(self, name: str) -> list[Option]:
        rest = self.kept(without=name)
        chosen = self.chosen.get(name)
        counted = {value: len(ids & rest) for value, ids in self._sets[name].items()}
        if chosen is not None:
            counted.setdefault(chosen, 0)
        options = [
            self._option(name, value, count, value == chosen)
            for value, count in counted.items()
            if count or value == chosen
        ]
        language = current().code
        if name == "year":
            return sorted(options, key=lambda option: option.value, reverse=True)
        return sorted(options, key=lambda option: sort_key(option.label, language))

    def _option(self, name: str, value: str, count: int, chosen: bool) -> Option:
        label = self._labels.get((name, value)) or Text(value, current().code)
        return Option(value, label.words, count, chosen, label.code)

    # Where the sets come from ---------------------------------------------------------------------

    @cached_property
    def _sets(self) -> dict[str, dict[str, set[int]]]:
        sets = {name: defaultdict(set) for name in LABELS}
        for pk, row in self._rows.items():
            sets["kind"][row["kind"]].add(pk)
            sets["year"][str(row["starts_on"].year)].add(pk)
            if row["country"]:
                sets["country"][row["country"]].add(pk)
        for name, key, event in self._links:
            if event in self._rows:
                for subject in self._with_parents(name, key):
                    sets[name][subject.slug].add(event)
        return sets

    @cached_property
    def _links(self) -> list[tuple[str, int, int]]:
        """Rows of (filter, subject, engagement) from every table that ties one to the other, in one query."""
        # Plain querysets: modeltranslation's put the columns in an order of their own, and a union goes by their order.
        sources = [
            ("topic", QuerySet(Event.topics.through), "topic_id", "event_id"),
            ("topic", QuerySet(Meeting.topics.through), "topic_id", "meeting__event_id"),
            ("institution", QuerySet(EventInstitution), "institution_id", "event_id"),
            ("institution", QuerySet(Meeting).exclude(institution=None), "institution_id", "event_id"),
            ("institution", QuerySet(Participation).exclude(institution=None), "institution_id", "event_id"),
            ("person", QuerySet(Participation).exclude(person=None), "person_id", "event_id"),
        ]
        first, *others = [
            rows.order_by()
            .annotate(of=Value(name), subject=F(subject), about=F(event))
            .values_list("of", "subject", "about")
            for name, rows, subject, event in sources
        ]
        return list(first.union(*others))

    @cached_property
    def _subjects(self) -> dict[str, dict[int, Topic | Institution | Person]]:
        fields = {"topic": (Topic, []), "institution": (Institution, ["parent"]), "person": (Person, [])}
        return {
            name: {row.pk: row for row in model.objects.only("slug", *columns("name"), *more)}
            for name, (model, more) in fields.items()
        }

    def _with_parents(self, name: str, key: int):
        subject = self._subjects[name].get(key)
        seen = set()
        while subject is not None and subject.pk not in seen:
            seen.add(subject.pk)
            yield subject
            subject = self._subjects[name].get(getattr(subject, "parent_id", None))

    @cached_property
    def _labels(self) -> dict[tuple[str, str], Text]:
        language = current().code
        labels = {("kind", value): Text(str(label), language) for value, label in EventKind.choices}
        labels |= {("country", code): Text(name, language) for code, name in countries}
        for name, subjects in self._subjects.items():
            labels |= {(name, subject.slug): _name_of(subject) for subject in subjects.values()}
        return labels


def _name_of(subject) -> Text:
    codes_with_words = (code for code in reading_order(current().code) if words_in(subject, "name", code))
    code = next(codes_with_words, current().code)
    return Text(words_in(subject, "name", code), code)
