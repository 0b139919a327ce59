"""The filters of the lists of engagements and albums: combined, counted, plain GET."""

from events.filters.albums import AlbumFilters
from events.filters.engagements import EventFilters

__all__ = ["AlbumFilters", "EventFilters"]
