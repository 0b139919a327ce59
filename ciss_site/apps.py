"""How Django knows the ground floor, and the desk above it."""

from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig
from django.utils.translation import gettext_lazy as _


class GroundConfig(AppConfig):
    """The ground floor."""

    name = "ciss_site"
    verbose_name = _("The site")

    def ready(self) -> None:
        from ciss_site import checks  # noqa: F401 - registers the checks


class DeskConfig(AdminConfig):
    """Django's admin, as the office's desk."""

    default_site = "ciss_site.desk.Desk"
