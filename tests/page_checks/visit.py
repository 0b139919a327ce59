"""All checks on one address: `check_page`, and the same page without JavaScript: `check_without_javascript`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urldefrag, urlsplit

from . import addresses, arrows, bilingual, dates
from .axe import axe_findings
from .browser import opened
from .finding import Finding, shorten, without_repeats
from .network import Requests, references_elsewhere, stays
from .snapshot import Snapshot, take_snapshot

WIDTHS = (320, 1280)

ON_EVERY_WIDTH = (
    bilingual.runs_carry_their_lang,
    bilingual.foreign_runs_are_isolated,
    bilingual.machine_strings_stand_apart,
    bilingual.counters_read_rightly,
    bilingual.arabic_is_set_as_arabic,
    bilingual.arabic_has_its_punctuation,
    dates.dates_stand_in_time,
    bilingual.no_untranslated_words,
    arrows.arrows_point_the_right_way,
    bilingual.markers_stand_at_the_start,
    bilingual.no_sideways_scroll,
    bilingual.labels_are_in_the_language,
    bilingual.no_direction_overrides,
    bilingual.paragraphs_are_finished,
)


def check_page(
    browser,
    url: str,
    *,
    language: str,
    status: int = 200,
    original: str | None = None,
    changed_on: str | None = None,
    languages: Iterable[str] = ("en", "ar"),
    published: Iterable[str] | None = None,
    digits: str = "latn",
    documents: dict[str, str] | None = None,
    main: dict | None = None,
    cookies: list[dict] | None = None,
    hold_fonts: bool = True,
    bilingual_only: bool = False,
) -> list[Finding]:
    """Every check that applies to one address, at 320 and 1280 px, light and dark, one navigation a width.

    `status`: what the address should answer; an error page is judged like any other but owes no hreflang.
    `original`: the only language this content exists in, when that is not `language` (condition 17).
    `published`: the languages this content exists in, where they are fewer than those of the site (condition 15).
    `changed_on`: the ISO day on which the original of this translation changed since (condition 18).
    `documents`: the answered HTML is put here under the url, for one `markup.validate(documents)` after all pages.
    `main`: what `main` and the links say with JavaScript is put here, for `check_without_javascript(main=...)`.
    `hold_fonts`: fonts are kept back until the first paint, so that a shift on their arrival is seen on a fast host.
    `bilingual_only`: leave axe out.
    """
    found: list[Finding] = []
    languages = tuple(languages)
    for width in WIDTHS:
        with opened(browser, width=width, language=language, cookies=cookies) as page:
            requests = Requests(page)
            response = _go(page, url, hold_fonts)
            seen: list[Finding] = []
            if response.status != status:
                seen.append(
                    Finding("status", f"The address answers {response.status}; {status} was awaited.")
                )
            seen += bilingual.no_shift(page)
            snapshot = take_snapshot(page)
            seen += judge(snapshot, language=language, digits=digits)
            if width == WIDTHS[0]:
                if documents is not None:
                    documents[url] = response.text()
                seen += judge_addresses(
                    snapshot,
                    status=response.status,
                    original=original,
                    changed_on=changed_on,
                    languages=languages,
                    published=published,
                )
                seen += references_elsewhere(page, url)
            elif main is not None:
                main.update(page.evaluate(READ_MAIN))
            if not bilingual_only:
                seen += axe_findings(page)
                page.emulate_media(color_scheme="dark")
                seen += [
                    finding.at(f"{urlsplit(url).path} {width} px dark")
                    for finding in axe_findings(page, colours_only=True)
                ]
            seen += requests.leaving(url) + requests.broken
            found += [finding.at(f"{urlsplit(url).path} {width} px") for finding in seen]
    return without_repeats(found)


def judge(snapshot: Snapshot, *, language: str, digits: str = "latn") -> list[Finding]:
    """The conditions a rendered page shows by itself: 1 to 13, 20, 22, 24."""
    found = bilingual.lang_and_dir_of_html(snapshot, language) + bilingual.one_system_of_digits(
        snapshot, digits
    )
    for check in ON_EVERY_WIDTH:
        found += check(snapshot)
    return found


def judge_addresses(
    snapshot: Snapshot,
    *,
    status: int = 200,
    original: str | None = None,
    changed_on: str | None = None,
    languages: Iterable[str] = ("en", "ar"),
    published: Iterable[str] | None = None,
    fetch=addresses.get,
) -> list[Finding]:
    """The conditions of the page's addresses: 15, 16, and 17 or 18 where the caller says they apply."""
    # An error of the server itself is a page without anything asked: it may have no switch.
    found = addresses.switch_keeps_the_page(snapshot, languages, exact=status < 400) if status < 500 else []
    if original:
        found += addresses.one_language_page_is_honest(snapshot, original, status)
    else:
        indexed = status == 200 and "noindex" not in snapshot["robots"]
        found += addresses.head_names_the_addresses(snapshot, published or languages, indexed)
        found += addresses.alternates_are_reciprocal(snapshot, fetch)
    if changed_on:
        found += addresses.stale_translation_says_so(snapshot, changed_on)
    return found


def _go(page, url: str, hold_fonts: bool):
    """Open the address; fonts kept back until something is painted, then everything awaited."""
    if not hold_fonts:
        return page.goto(url, wait_until="load")
    held: list = []
    painted = False

    def font(route) -> None:
        if painted:
            route.continue_()
        else:
            held.append(route)

    page.route(re.compile(r"\.(?:woff2?|ttf|otf)(?:\?|$)"), font)
    response = page.goto(url, wait_until="domcontentloaded")
    page.evaluate(
        """() => new Promise((done) => {
          const painted = () => performance.getEntriesByName("first-contentful-paint").length > 0;
          const next = (step) => requestAnimationFrame(step);
          const frames = (left) => painted() || left === 0 ? next(() => done()) : next(() => frames(left - 1));
          frames(60);
        })"""
    )
    painted = True
    for route in held:
        route.continue_()
    page.wait_for_load_state("load")
    return response


READ_MAIN = """() => {
  const main = document.querySelector("main") || document.body;
  const shown = (element) => element.checkVisibility({ visibilityProperty: true });
  const lines = [];
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (parent.closest("script, style, noscript, template, button, dialog, [aria-live]") || !node.data.trim() || !shown(parent)) continue;
    lines.push(node.data.replace(/\\s+/g, " ").trim());
  }
  return {
    lines,
    links: [...document.querySelectorAll("a[href]")].filter(shown).map((link) => ({
      href: link.href, raw: link.getAttribute("href"), html: link.cloneNode(false).outerHTML.slice(0, 120),
    })),
    dead: [...document.querySelectorAll("button, [role=button]")].filter(shown).filter((button) =>
      !button.closest("summary") && !button.hasAttribute("popovertarget") && !button.hasAttribute("commandfor")
      && !(button.form && ["submit", "reset"].includes(button.type))).map((button) => button.outerHTML.slice(0, 120)),
  };
}"""


def check_without_javascript(
    browser,
    url: str,
    *,
    language: str = "en",
    cookies: list[dict] | None = None,
    asked: dict[str, int] | None = None,
    main: dict | None = None,
    fetch=addresses.get,
) -> list[Finding]:
    """The page without JavaScript says the same in `main`, keeps its links, every link on this host answers, no button is dead.

    `asked` remembers the status of each link across pages: give the same dict for every address of a run.
    `main` is what `check_page` read with JavaScript, where it has just visited the page.
    """
    asked = {} if asked is None else asked
    read = {True: main} if main else {}
    for scripts in {True, False} - set(read):
        with opened(browser, scripts=scripts, language=language, cookies=cookies) as page:
            status = page.goto(url, wait_until="load").status
            read[scripts] = page.evaluate(READ_MAIN)
    found = [
        Finding("no script", "A text is missing without JavaScript.", shorten(line))
        for line in _missing(read[True]["lines"], read[False]["lines"])
    ]
    kept = {link["href"] for link in read[False]["links"]}
    found += [
        Finding("no script", "A link is missing without JavaScript.", shorten(link["html"]))
        for link in read[True]["links"]
        if link["href"] not in kept
    ]
    found += [
        Finding("no script", "A button shown without JavaScript does nothing.", shorten(html))
        for html in read[False]["dead"]
    ]
    for link in read[False]["links"]:
        # The other language of an address that fails, fails as well.
        if status < 400 or not addresses.is_counterpart(link["href"], url):
            found += _dead_link(link, url, asked, fetch)
    return [finding.at(urlsplit(url).path) for finding in without_repeats(found)]


def _missing(wanted: list[str], there: list[str]) -> list[str]:
    left = list(there)
    missing = []
    for line in wanted:
        if line in left:
            left.remove(line)
        else:
            missing.append(line)
    return missing


def _dead_link(link: dict, url: str, asked: dict[str, int], fetch) -> list[Finding]:
    address = urldefrag(link["href"]).url
    if link["raw"].strip() in ("#", "") or link["raw"].startswith("javascript:"):
        return [Finding("no script", "A link leads nowhere without JavaScript.", shorten(link["html"]))]
    if (
        urlsplit(address).scheme not in ("http", "https")
        or not stays(address, url)
        or address == urldefrag(url).url
    ):
        return []
    if address not in asked:
        asked[address] = fetch(address).status
    return (
        [Finding("no script", f"A link answers {asked[address]}.", shorten(link["html"]))]
        if asked[address] >= 400
        else []
    )
