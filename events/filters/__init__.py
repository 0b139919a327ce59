"""The filters of lists: combined, counted, plain GET."""

from events.filters.engagements import EventFilters

__all__ = ["EventFilters"]
