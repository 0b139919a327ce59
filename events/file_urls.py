"""Addresses of photographs and documents, the same in every language."""

from django.urls import path

from events import views

urlpatterns = [
    path("photographs/<int:pk>/download/", views.photo_download, name="photo_download"),
    path("photographs/<int:pk>/<str:rendition>", views.photo_file, name="photo_file"),
    path("attachments/<int:pk>/", views.attachment_file, name="attachment_file"),
    path("minutes/<int:pk>/", views.minutes_file, name="minutes_file"),
]
