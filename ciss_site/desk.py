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

        An admin with a ``desk_section`` stands in a section of that name, after the apps.
        """
        found = super().get_app_list(request, app_label)
        floors = [config.label for config in apps.get_app_configs()]
        ours = [app for app in found if _admin_module(app).startswith(tuple(self._own_modules()))]
        others = [app for app in found if app not in ours]
        ours.sort(key=lambda app: -floors.index(app["app_label"]))
        sections = {}
        for app in [*ours, *others]:
            for model in app["models"]:
                admin = self.get_model_admin(model["model"])
                if not getattr(admin, "on_first_page", True):
                    continue
                title = getattr(admin, "desk_section", None) or (_("Accounts") if app in others else app["name"])
                section = sections.setdefault(str(title), {**app, "name": title, "models": []})
                section["models"].append((getattr(admin, "desk_order", 50), model))
        for section in sections.values():
            section["models"] = [model for _order, model in sorted(section["models"], key=lambda one: one[0])]
        return list(sections.values())

    def _own_modules(self):
        from django.conf import settings

        return [config.name for config in apps.get_app_configs() if settings.BASE_DIR in _path(config).parents]


def _path(config):
    from pathlib import Path

    return Path(config.path)


def _admin_module(app) -> str:
    return app["models"][0]["model"].__module__
