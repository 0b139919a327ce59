"""The desk: Django's admin site under the office's name, in the office's order."""

from django.apps import apps
from django.contrib.admin import AdminSite
from django.urls import translate_url
from django.utils.translation import gettext_lazy as _

from ciss_site.languages import REGISTRY, codes, current


class Desk(AdminSite):
    """The admin site of the office."""

    site_title = _("Outreach desk")
    site_header = _("Outreach desk")
    index_title = _("What the office keeps")
    empty_value_display = "–"
    enable_nav_sidebar = False

    def each_context(self, request) -> dict:
        """Return the context of every page, with the same page in the other languages."""
        here = request.get_full_path()
        others = [
            {"language": REGISTRY[code], "url": translate_url(here, code)}
            for code in codes()
            if code != current().code
        ]
        return {**super().each_context(request), "other_languages": others, "language": current()}

    def autocomplete_view(self, request):
        """Answer what was found by typing, each record told from its namesakes."""
        from ciss_site.editing.choosing import FoundView

        return FoundView.as_view(admin_site=self)(request)

    def get_app_list(self, request, app_label=None):
        """Return what is kept, the upper floors first, and within an app in its admins' ``desk_order``.

        What is no record of the office's work stands last, under accounts.
        """
        floors = [config.label for config in apps.get_app_configs()]
        ours, accounts = [], {}
        for app in sorted(
            super().get_app_list(request, app_label), key=lambda app: -floors.index(app["app_label"])
        ):
            kept = [(self._order(model), model) for model in app["models"]]
            if models := [model for order, model in sorted(kept, key=lambda one: one[0] or 0) if order]:
                ours.append({**app, "models": models})
            if models := [model for order, model in kept if order is None]:
                accounts = {**app, "name": _("Accounts"), "models": [*accounts.get("models", []), *models]}
        return [*ours, accounts] if accounts else ours

    def _order(self, model: dict) -> int | None:
        """Return the place of a kind of record in its section: 0 is none, and None is among the accounts."""
        return getattr(self.get_model_admin(model["model"]), "desk_order", None)
