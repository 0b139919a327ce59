"""The cast: people whose rights everyone knows, and the fixtures that run a test in both languages."""

import pytest
from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.core.cache import cache
from django.utils import translation

from ciss_site.languages import codes
from ciss_site.models import User
from tests.page_checks.fixtures import browser  # noqa: F401 - one browser for the whole session

PASSWORD = "margalla hills in april"


def pytest_collection_modifyitems(config, items):
    """Leave out on PostgreSQL what asks no database; keep together what shares a running site."""
    if settings.DATABASES["default"]["ENGINE"].endswith("postgresql"):
        asking = [item for item in items if asks_the_database(item)]
        config.hook.pytest_deselected(items=[item for item in items if item not in asking])
        items[:] = asking
    for item in items:
        if item.get_closest_marker("browser"):
            language = getattr(item, "callspec", None) and item.callspec.params.get("language")
            apart = language if item.path.name == "test_every_page.py" else ""
            item.add_marker(pytest.mark.xdist_group(f"{item.path.name} {apart or ''}".strip()))


def asks_the_database(item) -> bool:
    """Say whether a test uses the database of the run."""
    return bool({"db", "transactional_db", "django_db_setup"} & set(item.fixturenames)) or bool(
        item.get_closest_marker("django_db")
    )


@pytest.fixture(autouse=True)
def media_of_its_own(settings, tmp_path):
    """Give each test a folder of data of its own, English as the language at its start, and an empty cache."""
    settings.DATA_DIR, settings.MEDIA_ROOT = tmp_path, tmp_path / "media"  # the worker's lock is in the first
    cache.clear()
    with translation.override(settings.LANGUAGE_CODE):
        yield


@pytest.fixture(params=codes())
def language(request):
    """Run the test once in each language of the site, which is active meanwhile."""
    with translation.override(request.param):
        yield request.param


@pytest.fixture
def editor(db):
    """Aisha, who may do everything with the records of the office."""
    user = User.objects.create_user("aisha", "aisha@example.org", PASSWORD, is_staff=True)
    group = Group.objects.create(name="All records")
    apps = ("ciss_site", "institutions", "people", "events")
    group.permissions.set(Permission.objects.filter(content_type__app_label__in=apps))
    user.groups.add(group)
    return user


@pytest.fixture
def clerk(db):
    """Bashir, who may log in to the desk and has no right to any record."""
    return User.objects.create_user("bashir", "bashir@example.org", PASSWORD, is_staff=True)


@pytest.fixture
def reader(db):
    """Carol, who has an account but no place at the desk."""
    return User.objects.create_user("carol", "carol@example.org", PASSWORD)
