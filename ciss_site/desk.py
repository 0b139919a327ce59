"""The desk: Django's admin site under the office's name."""

from django.contrib.admin import AdminSite
from django.utils.translation import gettext_lazy as _


class Desk(AdminSite):
    """The admin site of the office."""

    site_title = _("Outreach desk")
    site_header = _("Outreach desk")
    index_title = _("What the office keeps")
    empty_value_display = "–"
