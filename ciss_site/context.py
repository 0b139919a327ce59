"""What every page's template is given."""

from django.utils.functional import SimpleLazyObject

from ciss_site.addresses import language_switch, of_interface
from ciss_site.languages import current


def page(request) -> dict:
    """Return the language of the page and its addresses; a view of a record gives its own ``addresses``."""
    return {
        "page_language": current(),
        "addresses": SimpleLazyObject(lambda: of_interface(request)),
        "language_switch": SimpleLazyObject(lambda: language_switch(request)),
    }
