"""Addresses of the institutions' files, the same in every language."""

from django.urls import path

from institutions import views

urlpatterns = [
    path("logos/<int:pk>/<str:rendition>", views.logo_file, name="logo_file"),
    path("agreements/<int:pk>/", views.agreement_file, name="agreement_file"),
]
