"""Addresses of the engagements and the gallery."""

from django.urls import path

from events import views

urlpatterns = [
    path("events/", views.event_list, name="event_list"),
    path("events/<slug:slug>/", views.event_detail, name="event_detail"),
    path("events/<slug:slug>/calendar.ics", views.event_calendar, name="event_calendar"),
    path("gallery/", views.album_list, name="album_list"),
    path("gallery/<slug:slug>/", views.album_detail, name="album_detail"),
    path("gallery/<slug:slug>/<int:pk>/", views.photo_detail, name="photo_detail"),
]
