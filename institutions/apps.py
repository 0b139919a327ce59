"""How Django knows the floor of institutions."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class InstitutionsConfig(AppConfig):
    """The floor of institutions."""

    name = "institutions"
    verbose_name = _("Institutions")
