"""What a reader takes from a public page in a browser: facts, tables of people, lists, the notice, the way from link to link."""

from __future__ import annotations

LINES = "element => element.innerText.split(/\\n+/).map(line => line.trim()).filter(Boolean)"
FACTS = f"""all => Object.fromEntries(all.map(one => [
  one.querySelector('dt').innerText.trim(),
  Array.from(one.querySelectorAll('dd'), dd => ({LINES})(dd).join(' | ')),
]))"""
TABLE = f"""table => Array.from(table.tBodies, body => {{
  const side = body.querySelector('th[scope=rowgroup]')
  return Array.from(body.rows, row => [
    ...(side ? [side.innerText.trim()] : []),
    ...Array.from(row.cells).filter(cell => cell !== side).map(cell => ({LINES})(cell).join(' | ')),
  ])
}}).flat()"""


def lines(locator) -> list[str]:
    """Return the lines of a part of the page as a reader sees them."""
    return locator.evaluate(LINES)


def facts(page) -> dict[str, list[str]]:
    """Return the facts beside a record: what each is called, and its lines."""
    return page.locator("main dl.facts > div").evaluate_all(FACTS)


def table(locator) -> list[list[str]]:
    """Return the rows of a table of people, each beginning with the side they were on."""
    return locator.evaluate(TABLE)


def sittings(page) -> dict[str, list[list[str]]]:
    """Return who was at each part of an engagement, by its heading."""
    found = {}
    for section in page.locator("section.meeting").all():
        rows = section.locator("table.programme")
        found[section.locator("h2").inner_text().strip()] = table(rows) if rows.count() else []
    return found


def said_in(page, heading: str) -> list[str]:
    """Return the paragraphs on what was said in the part of an engagement under that heading."""
    section = page.locator("section.meeting").filter(
        has=page.get_by_role("heading", name=heading, exact=True)
    )
    return section.locator(".text p").all_inner_texts()


def follow(page, words: str, within: str = "main") -> None:
    """Follow the link with those words."""
    with page.expect_navigation():
        page.locator(within).get_by_role("link", name=words, exact=True).first.click()
