"""How Django knows the floor of people."""

from django.apps import AppConfig
from django.utils.translation import pgettext_lazy


class PeopleConfig(AppConfig):
    """The floor of people."""

    name = "people"
    verbose_name = pgettext_lazy("the register of people", "People")
