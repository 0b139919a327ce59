"""Accounts at the desk: a one-time password leads to the page where its owner chooses another."""

from django.shortcuts import redirect
from django.urls import reverse


class OneTimePasswordMiddleware:
    """Send who came in with a one-time password to the page that asks for a new one, and nowhere else."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.session.session_key and getattr(request.user, "must_change_password", False):
            allowed = {reverse("admin:password_change"), reverse("admin:logout"), reverse("admin:jsi18n")}
            if request.path not in allowed and not request.path.startswith("/static/"):
                return redirect("admin:password_change")
        return self.get_response(request)
