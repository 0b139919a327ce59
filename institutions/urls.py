"""Addresses of the register of institutions."""

from django.urls import path

from institutions import views

urlpatterns = [
    path("institutions/", views.institution_list, name="institution_list"),
    path("institutions/<slug:slug>/", views.institution_detail, name="institution_detail"),
]
