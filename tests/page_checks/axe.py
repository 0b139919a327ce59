"""Accessibility by axe-core: WCAG 2.0 to 2.2 A and AA, and its best practices."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from .finding import Finding, shorten

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# What a change of colour scheme can change.
COLOUR_RULES = ["color-contrast", "link-in-text-block"]


@cache
def axe_source() -> str:
    """axe-core as its Python package carries it: nothing is fetched."""
    import axe_playwright_python

    return (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")


def axe_findings(page, colours_only: bool = False) -> list[Finding]:
    """What axe reports as violations on the page as it stands; `colours_only` runs the rules a colour scheme can change."""
    if not page.evaluate("() => typeof window.axe === 'object'"):
        page.evaluate(axe_source())
    # target-size is switched off in axe itself until it is asked for.
    options = {"runOnly": {"type": "tag", "values": TAGS}, "rules": {"target-size": {"enabled": True}}}
    if colours_only:
        options = {"runOnly": {"type": "rule", "values": COLOUR_RULES}}
    options |= {"resultTypes": ["violations"], "preload": False, "iframes": False}
    violations = page.evaluate("async (options) => (await axe.run(document, options)).violations", options)
    return [
        Finding(
            "axe", f"{rule['help']} ({rule['id']}).", f"{shorten(node['html'], 90)} · {shorten(_why(node))}"
        )
        for rule in violations
        for node in rule["nodes"]
    ]


def _why(node: dict) -> str:
    return "; ".join(check["message"] for check in node["any"] + node["all"] + node["none"])
