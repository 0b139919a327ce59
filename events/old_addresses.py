"""Addresses of the former site: each leads for good to the report that took its place."""

from django.urls import re_path

from events import views

urlpatterns = [re_path(r"^(?P<path>[^/].*/)$", views.old_address, name="old_address")]
