"""The project's own checks of a page: two languages, accessibility, valid HTML, nothing fetched elsewhere, no need of JavaScript.

They know nothing of the site's models; they are given addresses of a running site, texts or paths, and answer with
findings. In a test of the site (`live_server` of pytest-django, the `browser` fixture of fixtures.py, which tests/conftest.py imports):

    asked = {}                         # the answer of each link, asked once a run

    @pytest.mark.browser
    @pytest.mark.parametrize("path", every_public_path())
    def test_every_page_passes(browser, live_server, path, language):
        url = f"{live_server.url}/{language}{path}"
        findings = check_page(browser, url, language=language)
        findings += check_without_javascript(browser, url, language=language, asked=asked)
        assert not findings, report(findings)

    @pytest.mark.validator
    def test_html_is_valid(client):    # one start of the checker for all pages; check_page(documents={}) collects them too
        findings = validate({path: client.get(path).content.decode() for path in every_address()})
        assert not findings, report(findings)

A page opens at 320 and at 1280 px. All rules of axe run in light at both widths, those of colour again in dark.

| condition | judged by |
| --- | --- |
| 1 to 9, 11 to 14, 20, 22, 24 | `check_page` |
| 10 | `check_page` for words left on a page; `catalogue_faults("locale/ar/LC_MESSAGES/django.po")` for the catalogue |
| 12 | `physical_files("static", "templates")` besides `check_page` |
| 15, 16 | `check_page` (asks the other language's address once) |
| 17 | `check_page(..., original="en")` at the address of the language that is missing |
| 18 | `check_page(..., changed_on="2026-05-03")` on a translation whose original changed that day |
| 19 | `front_door_chooses(live_server.url, paths)` |
| 21 | `names_sort_rightly(in_order)` with a function that stores names and lists them, on each database; `sort_key_faults(key)` |
| 22 | `direction_overrides(text)` for stored text, `overrides_in_files(root)` for files |
| 23 | `hand_written_languages(root)` |
| 24 | `unfinished(paragraph)` for stored text, besides `check_page` |

What no page can show and its owner must test: that an editor's form refuses what 22 and 24 forbid, that a stale
translation is known as stale (18), that `x-default` is the language the office chose (15), that the English and Arabic
words mean the same.
"""

from .addresses import front_door_chooses
from .bilingual import direction_overrides, unfinished
from .browser import find_browser, launch, opened
from .catalogue import catalogue_faults
from .finding import Finding, report
from .markup import ValidatorMissingError, validate
from .names import names_sort_rightly, sort_key_faults
from .source import hand_written_languages, overrides_in_files
from .styles import physical_files
from .visit import check_page, check_without_javascript

__all__ = [
    "Finding",
    "ValidatorMissingError",
    "catalogue_faults",
    "check_page",
    "check_without_javascript",
    "direction_overrides",
    "find_browser",
    "front_door_chooses",
    "hand_written_languages",
    "launch",
    "names_sort_rightly",
    "opened",
    "overrides_in_files",
    "physical_files",
    "report",
    "sort_key_faults",
    "unfinished",
    "validate",
]
