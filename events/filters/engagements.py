"""The filters of the list of engagements: by kind, year, country, topic, institution and person.

An institution keeps what its centres were part of too.
"""

from collections import defaultdict
from functools import cached_property

from django.db.models import F, QuerySet, Value
from django.utils.translation import gettext_lazy as _

from ciss_site.languages import columns, current, reading_order, words_in
from ciss_site.models import Topic
from ciss_site.texts import Text
from events.filters.counted import CountedFilters
from events.models import Event, EventInstitution, Meeting, Participation
from institutions.models import Institution
from people.models import Person


class EventFilters(CountedFilters):
    """The filters of the list of engagements: ``events`` is a queryset of what the reader may see."""

    headings = {
        "kind": (_("Kind"), _("All kinds")),
        "year": (_("Year"), _("All years")),
        "country": (_("Country"), _("All countries")),
        "topic": (_("Topic"), _("All topics")),
        "institution": (_("Institution"), _("All institutions")),
        "person": (_("Person"), _("Anyone")),
    }

    def __init__(self, query, events):
        rows = events.order_by().values("pk", "kind", "starts_on", "ends_on", "country")
        self._rows = {row["pk"]: row for row in rows}
        super().__init__(query, self._rows)

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

    # Where the sets come from ---------------------------------------------------------------------

    @cached_property
    def sets(self) -> dict[str, dict[str, set[int]]]:
        """For each filter the engagements that each value keeps."""
        sets = {name: defaultdict(set) for name in self.headings}
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

    @property
    def labels(self) -> dict[tuple[str, str], Text]:
        """The words of each (filter, value)."""
        labels = super().labels
        for name, subjects in self._subjects.items():
            labels |= {(name, subject.slug): _name_of(subject) for subject in subjects.values()}
        return labels


def _name_of(subject) -> Text:
    codes_with_words = (code for code in reading_order(current().code) if words_in(subject, "name", code))
    code = next(codes_with_words, current().code)
    return Text(words_in(subject, "name", code), code)
