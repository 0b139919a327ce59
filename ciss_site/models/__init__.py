"""The ground's records: accounts, topics and plain pages."""

from ciss_site.models.page import Page
from ciss_site.models.topic import Topic
from ciss_site.models.user import User

__all__ = ["Page", "Topic", "User"]
