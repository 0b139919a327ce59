"""The one browser of a test session, which the conftest of all tests imports: two would be two event loops in one thread."""

import pytest

from .browser import find_browser, launch


@pytest.fixture(scope="session")
def browser():
    """A running browser; skips where there is none."""
    if not find_browser():
        pytest.skip("no browser on this machine")
    with launch() as running:
        yield running
