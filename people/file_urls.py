"""Addresses of the people's portraits, the same in every language."""

from django.urls import path

from people import views

urlpatterns = [path("portraits/<int:pk>/<str:rendition>", views.portrait_file, name="portrait_file")]
