"""What may be published: a state and a time per language, asked of the clock at every read.

Each language of a record has its own life. Published means: the state says so and the time has come.
"""

from ciss_site.publishing.publishable import Publishable
from ciss_site.publishing.rules import AsciiSlug, published_needs
from ciss_site.publishing.states import PublishedQuerySet, State, is_published, may_change

__all__ = [
    "AsciiSlug",
    "Publishable",
    "PublishedQuerySet",
    "State",
    "is_published",
    "may_change",
    "published_needs",
]
