"""Editing records at the desk: what every admin and every inline of the site is made of."""

from ciss_site.editing.listing import CountryFilter, StateFilter, state_filters
from ciss_site.editing.records import DeskAdmin, DeskForm, DeskFormSet, RowsInline, TableInline, sentence_of
from ciss_site.editing.states import PublishableAdmin

__all__ = [
    "CountryFilter",
    "DeskAdmin",
    "DeskForm",
    "DeskFormSet",
    "PublishableAdmin",
    "RowsInline",
    "StateFilter",
    "TableInline",
    "sentence_of",
    "state_filters",
]
