"""The desk as a person works it in a browser: links followed, fields filled, records found by typing or created on the spot.

Fields are named as on the form; one with words in each language takes its language too: ``fill("title", "en", "…")``.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.page_checks import opened

PATIENCE = 90_000  # milliseconds that one step may take on a busy machine
NEW_PASSWORD = "under the margalla hills in april"


def one_time_password(printed: str) -> str:
    """Return the password in what ``manage.py editor_account`` printed."""
    return printed.split("One-time password:")[1].split()[0]


class Form:
    """A form of the desk, or one row of it: on the page itself, or in the window a green plus opens."""

    def __init__(self, page, prefix: str = ""):
        self.page, self.prefix = page, prefix

    def __enter__(self) -> Form:
        return self

    def __exit__(self, *_error) -> None:
        """A row is worked on in a block of its own; it needs no closing."""

    def field(self, name: str, language: str = ""):
        """Return the input of a field, in the language given."""
        return self.page.locator(f"#id_{self.prefix}{name}{f'_{language}' if language else ''}")

    def value(self, name: str, language: str = "") -> str:
        """Return what stands in a field."""
        return self.field(name, language).input_value()

    def fill(self, name: str, language: str, text: str) -> None:
        """Type words in one language."""
        self.field(name, language).fill(text)

    def enter(self, **values: str) -> None:
        """Type or pick in fields without a language. A choice is picked by its words or its value."""
        for name, value in values.items():
            field = self.field(name)
            if field.evaluate("element => element.localName") == "select":
                field.select_option(value)
            elif value is True:
                field.check()
            else:
                field.fill(value)

    def chosen(self, name: str) -> list[str]:
        """Return the words of what is chosen."""
        return self.field(name).evaluate("element => Array.from(element.selectedOptions, one => one.text)")

    def choose(self, name: str, letters: str, found: str) -> None:
        """Type a few letters where a record is chosen, and take the one found under that name."""
        box = self.page.locator(f"#id_{self.prefix}{name} + .select2-container")
        with self.page.expect_response(lambda answer: _is_search(answer.url, name, letters)):
            box.click()
            self.page.locator(".select2-container--open .select2-search__field").press_sequentially(letters)
        options = self.page.locator(".select2-container--open .select2-results__option:not(.loading-results)")
        options.filter(has_text=found).first.click()

    @contextmanager
    def created_on_the_spot(self, name: str) -> Iterator[Form]:
        """Open the window behind a field's green plus; at the end save there, and what was made stands chosen here."""
        with self.page.expect_popup() as opening:
            self.page.locator(f"#add_id_{self.prefix}{name}").click()
        window = opening.value
        yield Form(window)
        button = window.locator("[name=_save]")
        with window.expect_event("close"):
            button.click()

    def create_on_the_spot(
        self, name: str, words: dict[str, str], language: str = "en", **values: str
    ) -> None:
        """Create a record through the green plus from ``words`` in one language and other values."""
        with self.created_on_the_spot(name) as new:
            for field, text in words.items():
                new.fill(field, language, text)
            new.enter(**values)

    def write(self, name: str, language: str, *paragraphs: str) -> None:
        """Type paragraphs into an editor of formatted text. One that begins with ``# `` becomes a heading by the menu."""
        box = self.page.locator(f".prose-editor:has(#id_{self.prefix}{name}_{language})")
        box.locator("[contenteditable=true]").click()
        for number, paragraph in enumerate(paragraphs):
            if number:
                self.page.keyboard.press("Enter")
            if paragraph.startswith("# "):
                box.locator(".prose-menubar__selected").click()
                box.locator(".prose-menubar__option[data-name=heading2]").click()
            self.page.keyboard.insert_text(paragraph.removeprefix("# "))

    def write_report(self, language: str, *paragraphs: str) -> None:
        """Write the report of an event."""
        self.write("body", language, *paragraphs)

    def add_row(self, inline: str) -> Form:
        """Add a row to what belongs to the record, and return it."""
        number = self.page.locator(f"#id_{inline}-TOTAL_FORMS").input_value()
        self.page.locator(f"#{inline}-group .add-row a").click()
        return Form(self.page, f"{inline}-{number}-")


class Desk(Form):
    """The whole desk in one window, in one language."""

    def __init__(self, page, url: str, language: str):
        super().__init__(page)
        self.home = f"{url}/{language}/admin/"
        page.goto(self.home)

    def log_in(self, password: str, name: str = "editor") -> None:
        """Log in where the desk asks for it."""
        self.enter(username=name, password=password)
        self._go(self.page.locator("#login-form [type=submit]"))

    def choose_new_password(self, old: str, new: str = NEW_PASSWORD) -> None:
        """Give the old password once and the new one twice."""
        self.enter(old_password=old, new_password1=new, new_password2=new)
        self._go(self.page.locator("[type=submit].default, [type=submit]").last)

    def begin(self, kind: str) -> None:
        """Go to the first page and from there to an empty form for a record of that kind."""
        self._first_page_link(kind, "addlink")

    def list(self, kind: str) -> None:
        """Go to the first page and from there to the list of that kind."""
        self._first_page_link(kind, "changelink")

    def _first_page_link(self, kind: str, link: str) -> None:
        self._go(self.page.locator("#site-name a"))
        self._go(self.page.locator(f".model-{kind} .{link}"))

    def follow(self, words: str, within: str = "#content") -> None:
        """Follow the link with those words."""
        self._go(self.page.locator(within).get_by_role("link", name=words, exact=True).first)

    def back_to(self, name: str) -> None:
        """Follow the link in a field that is shown and not typed in."""
        self._go(self.page.locator(f".field-{name} .readonly a"))

    def unfold(self, inline: str, number: int) -> None:
        """Open a saved row that stands closed under its name."""
        self.page.locator(f"#{inline}-{number} summary").click()

    def filter(self, words: str) -> None:
        """Filter the list on the page by one of the choices beside it."""
        self.follow(words, within="#changelist-filter")

    def rows(self) -> list[list[str]]:
        """Return the cells of the list on the page, without the boxes for actions."""
        return self.page.locator("#result_list tbody tr").evaluate_all(
            "rows => rows.map(row => Array.from(row.querySelectorAll('th, td:not(.action-checkbox)'),"
            " cell => cell.innerText.trim()))"
        )

    def save(self) -> None:
        """Save and stay on the form; a refusal fails here, with its sentences."""
        self._saved(self.page.locator("[name=_continue]"))

    def press(self, what: str, language: str) -> None:
        """Press a state button, such as "publish", which also saves."""
        self._saved(self.page.locator(f"button[name=_state][value='{what}:{language}']"))

    def try_to_save(self) -> None:
        """Save what will be refused."""
        self._go(self.page.locator("[name=_continue]"))

    def refusals(self) -> dict[str, list[str]]:
        """Return the sentences of refusal by the field each stands at."""
        lists = self.page.locator("ul.errorlist")
        return dict(
            lists.evaluate_all(
                "all => all.map(one => [one.id.replace(/^id_|_error$/g, ''), Array.from(one.children, line => line.innerText.trim())])"
            )
        )

    def said(self) -> list[str]:
        """Return the messages at the head of the page."""
        return self.page.locator(".messagelist li").all_inner_texts()

    def states(self) -> dict[str, str]:
        """Return the state the panel shows for each language."""
        sections = self.page.locator(".language-state")
        return dict(
            sections.evaluate_all(
                "all => all.map(one => [one.querySelector('bdi').lang, one.querySelector('.state-badge').innerText.trim()])"
            )
        )

    def public_address(self, language: str) -> str:
        """Return where the panel's link to the public page leads."""
        return self.page.locator(f".language-state a.on-site[hreflang={language}]").get_attribute("href")

    def _saved(self, button) -> None:
        self._go(button)
        refusals = self.refusals()
        assert not refusals, refusals
        failed = self.page.locator(".messagelist .error").all_inner_texts()
        assert not failed, failed

    def _go(self, target) -> None:
        with self.page.expect_navigation():
            target.click()


def screen_of(page, url: str, language: str, album: int) -> Screen:
    """Go to the photographs of an album."""
    page.goto(f"{url}/{language}/admin/events/album/{album}/photographs/")
    return Screen(page)


class Screen:
    """The screen of an album's photographs: what is dropped on it, what became of each file, and its rows."""

    def __init__(self, page):
        self.page, self.address = page, page.url

    def choose(self, *files: Path) -> None:
        """Choose files in the browser's own dialog."""
        self.page.locator("[data-files]").set_input_files(list(files))

    def drop(self, *files: Path) -> None:
        """Drop files on the zone."""
        self.page.evaluate(
            "() => { const hand = document.createElement('input'); hand.type = 'file'; hand.multiple = true;"
            " hand.id = 'hand'; document.body.append(hand) }"
        )
        self.page.locator("#hand").set_input_files(list(files))
        self.page.evaluate(
            "() => { const hand = document.getElementById('hand'); const dataTransfer = new DataTransfer();"
            " for (const file of hand.files) dataTransfer.items.add(file);"
            " const zone = document.querySelector('.drop-zone__target');"
            " for (const name of ['dragenter', 'dragover', 'drop'])"
            "   zone.dispatchEvent(new DragEvent(name, { dataTransfer, bubbles: true, cancelable: true }));"
            " hand.remove() }"
        )

    def be_impatient(self) -> None:
        """Try again at once when a connection is lost."""
        self.page.locator("[data-drop-zone]").evaluate("zone => zone.dataset.pauses = '0 0 0'")

    def lines(self) -> dict[str, tuple[str, str]]:
        """Return what is shown of each file: how it ended, and the words beside it."""
        found = self.page.locator("[data-drop-zone] [data-list] > li").evaluate_all(
            "all => all.map(one => [one.querySelector('[data-name]').innerText, one.dataset.end,"
            " one.querySelector('[data-state]').innerText])"
        )
        return {name: (end, words) for name, end, words in found}

    def until_all(self, *ends: str, timeout: int = PATIENCE) -> dict[str, tuple[str, str]]:
        """Wait until there are files and each has come to one of these ends, and return what is shown of each."""
        self.page.wait_for_function(
            "ends => { const all = [...document.querySelectorAll('[data-drop-zone] [data-list] > li')];"
            " return all.length && all.every(one => ends.includes(one.dataset.end)) }",
            arg=list(ends),
            timeout=timeout,
        )
        return self.lines()

    def summary(self) -> str:
        """Return the line that counts."""
        return self.page.locator("[data-summary]").inner_text()

    def row(self, number: int):
        """Return the row that stands at that place now."""
        return self.page.locator("[data-photographs] > li").nth(number - 1)

    def order(self) -> list[str]:
        """Return the ids of the rows as they stand."""
        return self.page.locator("[data-photographs] > li").evaluate_all("all => all.map(one => one.id)")

    def numbers(self) -> list[str]:
        """Return the numbers the rows show."""
        return self.page.locator("[data-photographs] [data-number]").all_inner_texts()

    def form(self, number: int) -> Form:
        """Return the inputs of the row at that place."""
        return Form(self.page, f"{self.row(number).get_attribute('id')}-")

    def people(self, number: int) -> list[str]:
        """Return the people named in a row, from the left."""
        return self.row(number).locator("[data-person-name]").all_inner_texts()

    def said(self) -> str:
        """Return what those who listen were told last of the rows."""
        return self.page.locator("form [data-said]").text_content()

    def drag(self, number: int, to: int) -> None:
        """Drag a row by its handle to the place of another."""
        handle = self.row(number).locator("[data-handle]")
        handle.scroll_into_view_if_needed()
        box = handle.bounding_box()
        self.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        self.page.mouse.down()
        target = self.row(to).bounding_box()  # the rows are small from here on
        past = 0.75 if to > number else 0.25
        self.page.mouse.move(box["x"] + box["width"] / 2, target["y"] + target["height"] * past, steps=4)
        self.page.wait_for_function(
            "([id, to]) => [...document.querySelectorAll('[data-photograph]')].findIndex(one => one.id === id) === to",
            arg=[self.page.locator(".is-dragged").get_attribute("id"), to - 1],
        )
        self.page.mouse.up()

    def save(self) -> list[str]:
        """Save all, and return what the desk says."""
        with self.page.expect_navigation():
            self.page.locator("[data-save-row] [type=submit]").click()
        return self.page.locator(".messagelist li").all_inner_texts()


def _is_search(url: str, field: str, letters: str) -> bool:
    query = parse_qs(urlsplit(url).query)
    return query.get("term") == [letters] and query.get("field_name") == [field]


# Fixtures: a module that imports them has a fixture ``site`` of its own, and the ``browser`` of the page checks. ------------


@pytest.fixture(scope="module")
def editor_cookies(site, browser) -> list[dict]:
    """What keeps the editor logged in, who came with the one-time password and was led to choose another."""
    given = one_time_password(site.manage("editor_account"))
    with opened(browser) as page:
        page.context.set_default_timeout(PATIENCE)
        desk = Desk(page, site.url, "en")
        desk.log_in(given)
        page.goto(desk.home)
        assert page.url == f"{desk.home}password_change/"
        desk.choose_new_password(given)
        page.goto(desk.home)
        assert page.url == desk.home
        return page.context.cookies()


@pytest.fixture
def at_the_desk(site, browser, editor_cookies):
    """Open the desk in a language, logged in as the editor, in a window of its own."""
    with ExitStack() as windows:

        def sit_down(language: str = "en") -> Desk:
            page = windows.enter_context(opened(browser, language=language, cookies=editor_cookies))
            page.context.set_default_timeout(PATIENCE)
            return Desk(page, site.url, language)

        yield sit_down


@pytest.fixture
def reader(browser):
    """A page of somebody who is not logged in."""
    with opened(browser) as page:
        page.context.set_default_timeout(PATIENCE)
        yield page
