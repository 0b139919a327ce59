"""Filters that combine, with every option counted: what the filters of each list have in common.

Every filter is a mapping from a value to the set of records it keeps, so filters combine by intersection
and each option's count is exact.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django_countries import countries

from ciss_site.languages import current, sort_key
from ciss_site.texts import Text
from events.models.event import EventKind

LONGEST = 120


@dataclass(frozen=True)
class Option:
    """One value of a filter, with its words, their language, and how many records it would leave."""

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


class CountedFilters:
    """What a reader chose in a list, and what could be chosen beside it.

    ``query`` maps names of filters to values (a request's GET); ``records`` are the keys of what the reader may see.
    A value that keeps nothing is kept as chosen, so the reader sees why the list is empty.

    A subclass names its filters in ``headings`` (for each its label and the words for no choice) and says in
    ``sets`` which records each value keeps; ``labels`` has the words of the values.
    """

    headings: dict[str, tuple[str, str]]
    sets: dict[str, dict[str, set[int]]]

    def __init__(self, query, records: Iterable[int]):
        self.records = frozenset(records)
        self.chosen = {
            name: value[:LONGEST] for name in self.headings if (value := query.get(name, "").strip())
        }

    @property
    def labels(self) -> dict[tuple[str, str], Text]:
        """The words of each (filter, value): kinds and countries, which no table holds."""
        language = current().code
        kinds = {("kind", value): Text(str(label), language) for value, label in EventKind.choices}
        return kinds | {("country", code): Text(name, language) for code, name in countries}

    @property
    def total(self) -> int:
        """How many records there are without any filter."""
        return len(self.records)

    def kept(self, without: str = "") -> set[int]:
        """Return the records that pass every chosen filter, but for the one named in ``without``."""
        keys = set(self.records)
        for name, value in self.chosen.items():
            if name != without:
                keys &= self.sets[name].get(value, set())
        return keys

    def all(self) -> list[Filter]:
        """Return every filter with its options counted."""
        labels = self.labels
        return [
            Filter(name, str(label), str(everything), self._options(name, labels))
            for name, (label, everything) in self.headings.items()
        ]

    def _options(self, name: str, labels: dict[tuple[str, str], Text]) -> list[Option]:
        rest = self.kept(without=name)
        chosen = self.chosen.get(name)
        counted = {value: len(keys & rest) for value, keys in self.sets[name].items()}
        if chosen is not None:
            counted.setdefault(chosen, 0)
        language = current().code
        options = []
        for value, count in counted.items():
            if count or value == chosen:
                label = labels.get((name, value)) or Text(value, language)
                options.append(Option(value, label.words, count, value == chosen, label.code))
        if name == "year":
            return sorted(options, key=lambda option: option.value, reverse=True)
        return sorted(options, key=lambda option: sort_key(option.label, language))
