"""Addresses of the former site: each leads for good to the report that took its place."""

from django.urls import re_path

from ciss_site.languages import codes
from events import views

# What begins with a language or names a file is an address of this site, never of the former one.
OURS = "|".join([*codes(), "files", "static"])

urlpatterns = [re_path(rf"^(?!(?:{OURS})/)(?P<path>[^/].*/)$", views.old_address, name="old_address")]
