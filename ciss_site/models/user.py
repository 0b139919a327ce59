"""The people who work at the desk."""

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _


class User(AbstractUser):
    """An account at the desk. A one-time password lets in once: its owner then chooses another."""

    must_change_password = models.BooleanField(
        _("must choose a new password"),
        default=False,
        help_text=_(
            "The present password was given out by somebody else: at the next log-in a new one is asked for."
        ),
    )

    class Meta(AbstractUser.Meta):
        verbose_name = _("account")
        verbose_name_plural = _("accounts")

    def set_password(self, raw_password: str | None) -> None:
        """Set the password; the person who chose it needs to choose no other."""
        super().set_password(raw_password)
        self.must_change_password = False

    def give_one_time_password(self, raw_password: str) -> None:
        """Set a password that lets in, and then only to the page where a new one is chosen. Saves."""
        self.set_password(raw_password)
        self.must_change_password = True
        self.save()
