"""`manage.py editor_account`: the editors' group put in step, and an account to begin with."""

import secrets
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.core.management.base import BaseCommand
from django.db import transaction

from ciss_site.models import User

ACCOUNT, GROUP = "editor", "Editors"


def content_permissions():
    """Return every right on the records of the office's work: all of our apps', but for accounts."""
    ours = [
        config.label for config in apps.get_app_configs() if Path(config.path).parent == settings.BASE_DIR
    ]
    accounts = {"content_type__app_label": User._meta.app_label, "content_type__model": User._meta.model_name}
    return Permission.objects.filter(content_type__app_label__in=ours).exclude(**accounts)


class Command(BaseCommand):
    """Make the account "editor" once, with a one-time password; with --reset give it another."""

    help = 'Puts the group "Editors" in step and makes the account "editor" with a one-time password.'

    def add_arguments(self, parser):
        parser.add_argument(
            "--reset", action="store_true", help="Give the account another one-time password, and print it."
        )

    @transaction.atomic
    def handle(self, *args, reset=False, **options):
        group, _made = Group.objects.get_or_create(name=GROUP)
        group.permissions.set(content_permissions())
        account, made = User.objects.get_or_create(username=ACCOUNT, defaults={"is_staff": True})
        if not made and not reset:
            self.stdout.write(f'The account "{ACCOUNT}" is there. For another one-time password: --reset')
            return
        password = secrets.token_urlsafe(12)
        account.is_staff = account.is_active = True
        account.give_one_time_password(password)
        account.groups.add(group)
        self.stdout.write(f"Account:           {ACCOUNT}\nOne-time password: {password}")
        self.stdout.write("It lets in once, and then asks for a new one.")
