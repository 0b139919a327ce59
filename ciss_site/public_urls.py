"""Addresses of the ground's own pages below a language; the plain pages come last because they take any word."""

from django.urls import path

from ciss_site import views

urlpatterns = [
    path("", views.home, name="home"),
    path("search/", views.search, name="search"),
    path("<slug:slug>/", views.page_detail, name="page_detail"),
]
