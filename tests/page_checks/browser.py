"""The browser the checks run in: found on the PATH, started once, cut off from every host but this one."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

PROGRAMS = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
)
OPTIONS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-sync",
    "--disable-extensions",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--font-render-hinting=none",
    # No other host has an address here: a page that asks for one fails at once instead of waiting.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1, EXCLUDE testserver",
]
_running: list = []


def find_browser() -> str | None:
    """The program to run: the environment's CHROMIUM, else the first known name on the PATH."""
    named = os.environ.get("CHROMIUM")
    return named or next((path for path in map(shutil.which, PROGRAMS) if path), None)


@contextmanager
def launch() -> Iterator:
    """A running browser. Asked for again while one runs (two fixtures of a session), it gives the same one.

    Playwright keeps an event loop in this thread, and Django then refuses the database to it unless it is told that
    the loop runs nothing else: hence DJANGO_ALLOW_ASYNC_UNSAFE.
    """
    if _running:
        yield _running[0]
        return
    from playwright.sync_api import sync_playwright

    program = find_browser()
    if not program:
        raise RuntimeError("No browser is here: install chromium, or name one in CHROMIUM.")
    os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=OPTIONS)
        _running.append(browser)
        try:
            yield browser
        finally:
            _running.clear()
            browser.close()


@contextmanager
def opened(
    browser,
    width: int = 1280,
    height: int = 900,
    scheme: str = "light",
    scripts: bool = True,
    language: str = "en",
    cookies: list[dict] | None = None,
) -> Iterator:
    """A fresh page of a reader of `language` at a width, in a colour scheme, with or without JavaScript."""
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme=scheme,
        reduced_motion="reduce",
        java_script_enabled=scripts,
        locale=language,
        service_workers="block",
    )
    try:
        if cookies:
            context.add_cookies(cookies)
        yield context.new_page()
    finally:
        context.close()
