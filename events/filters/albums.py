"""The filters of the gallery: by year, and by country and kind of the event that an album is of."""

from collections import defaultdict
from functools import cached_property

from django.utils.translation import gettext_lazy as _

from events.filters.counted import CountedFilters


class AlbumFilters(CountedFilters):
    """The filters of the gallery: ``albums`` and ``events`` are querysets of what the reader may see.

    An album is in every year that its days touch. Of an album whose event the reader may not see, neither country nor
    kind is told: no value of these two filters keeps it, and no count includes it.
    """

    headings = {
        "year": (_("Year"), _("All years")),
        "country": (_("Country"), _("All countries")),
        "kind": (_("Kind of event"), _("All kinds")),
    }

    def __init__(self, query, albums, events):
        rows = albums.newest_first().values("pk", "taken_on", "taken_until", "event")
        self._rows = {row["pk"]: row for row in rows}
        super().__init__(query, self._rows)
        events = events.filter(albums__in=albums).order_by().values("pk", "kind", "country")
        self._events = {row["pk"]: row for row in events}

    def newest_first(self) -> list[int]:
        """Return the albums that pass every chosen filter, the newest first."""
        kept = self.kept()
        return [pk for pk in self._rows if pk in kept]

    @cached_property
    def sets(self) -> dict[str, dict[str, set[int]]]:
        """For each filter the albums that each value keeps."""
        sets = {name: defaultdict(set) for name in self.headings}
        for pk, row in self._rows.items():
            last = row["taken_until"] or row["taken_on"]
            for year in range(row["taken_on"].year, last.year + 1):
                sets["year"][str(year)].add(pk)
            if event := self._events.get(row["event"]):
                sets["kind"][event["kind"]].add(pk)
                if event["country"]:
                    sets["country"][event["country"]].add(pk)
        return sets
