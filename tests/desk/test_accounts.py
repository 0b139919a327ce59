"""The first account: made once with a one-time password, which lets in and then asks for another."""

import io
import re

import pytest
from django.core.management import call_command
from django.urls import reverse

from ciss_site.models import User

pytestmark = pytest.mark.django_db
CHOSEN = "margalla hills in april"


def editor_account(*options):
    out = io.StringIO()
    call_command("editor_account", *options, stdout=out)
    return out.getvalue()


def password_in(printed):
    return re.search(r"One-time password: (\S+)", printed)[1]


def test_editor_account_is_made_once_and_its_password_printed_once():
    first, second = editor_account(), editor_account()

    account = User.objects.get(username="editor")
    assert account.check_password(password_in(first)) is True
    assert (account.is_staff, account.is_superuser, account.must_change_password) == (True, False, True)
    assert "One-time password" not in second


def test_reset_gives_another_password_and_the_first_lets_in_no_more():
    first, second = editor_account(), editor_account("--reset")

    account = User.objects.get(username="editor")
    assert account.check_password(password_in(second)) is True
    assert account.check_password(password_in(first)) is False


def test_editors_may_do_everything_with_records_and_nothing_with_accounts():
    editor_account()

    account = User.objects.get(username="editor")
    rights = [
        f"{app}.{right}"
        for app, right in [
            ("events", "publish_event"),
            ("events", "delete_photo"),
            ("people", "add_person"),
            ("institutions", "change_agreement"),
            ("ciss_site", "publish_page"),
        ]
    ]
    assert account.has_perms(rights) is True
    assert [right for right in account.get_all_permissions() if right.endswith(("_user", "_group"))] == []


def test_group_is_put_in_step_again():
    editor_account()
    group = User.objects.get(username="editor").groups.get()
    before = set(group.permissions.all())
    group.permissions.clear()

    editor_account()

    assert set(group.permissions.all()) == before != set()


def test_one_time_password_leads_to_the_choice_of_another_and_then_to_the_desk(client):
    password = password_in(editor_account())
    first_page, choose = reverse("admin:index"), reverse("admin:password_change")
    log_in = {"username": "editor", "password": password, "next": first_page}

    landed = client.post(reverse("admin:login"), log_in, follow=True)
    assert landed.redirect_chain[-1][0] == choose
    refused = client.get(reverse("admin:events_event_changelist"))
    assert refused["Location"] == choose

    chosen = {"old_password": password, "new_password1": CHOSEN, "new_password2": CHOSEN}
    done = client.post(choose, chosen, follow=True)
    assert done.redirect_chain[-1][0] == reverse("admin:password_change_done")
    assert client.get(first_page).status_code == 200
    assert User.objects.get(username="editor").must_change_password is False


def test_password_given_by_somebody_else_lets_in_once(admin_client):
    data = {"username": "carol", "usable_password": "true", "password1": CHOSEN, "password2": CHOSEN}

    admin_client.post(reverse("admin:ciss_site_user_add"), data)

    assert User.objects.get(username="carol").must_change_password is True
