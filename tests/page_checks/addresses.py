"""Conditions 15 to 19: what a page says of its other addresses, the language switch, one-language pages, the front door."""

from __future__ import annotations

import re
import urllib.error
import urllib.request
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from urllib.parse import parse_qsl, urljoin, urlsplit

from .finding import Finding, shorten
from .scripts import NAMES, count, script_of
from .snapshot import Snapshot

_FLAG = re.compile("[\U0001f1e6-\U0001f1ff]{2}|\U0001f3f4|\U0001f3f3")


@dataclass
class Answer:
    """What an address answered: status, headers with lower-case names, text."""

    status: int
    headers: dict[str, str]
    text: str


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args, **kwargs):
        return None


def get(url: str, accept_language: str = "", timeout: float = 20) -> Answer:
    """Ask an address once, following no redirect and through no proxy."""
    opener = urllib.request.build_opener(_Stay, urllib.request.ProxyHandler({}))
    headers = {"Accept-Language": accept_language} if accept_language else {}
    request = urllib.request.Request(url, headers=headers)  # noqa: S310 - the address is one of the tested site
    try:
        with opener.open(request, timeout=timeout) as response:
            return Answer(
                response.status,
                {k.lower(): v for k, v in response.headers.items()},
                response.read().decode(errors="replace"),
            )
    except urllib.error.HTTPError as error:
        with error:
            return Answer(
                error.code,
                {k.lower(): v for k, v in error.headers.items()},
                error.read().decode(errors="replace"),
            )


def in_language(path: str, language: str) -> str:
    """The address of the same page in another language: its first part is the language."""
    return re.sub(r"^/[a-z]{2,3}(?:-[A-Za-z]+)?(?=/|$)", f"/{language}", path)


def is_counterpart(one: str, other: str) -> bool:
    """Whether two addresses are one page in two languages."""
    return in_language(urlsplit(one).path, "xx") == in_language(urlsplit(other).path, "xx")


def head_names_the_addresses(
    snapshot: Snapshot, languages: Iterable[str] = ("en", "ar"), indexed: bool = True
) -> list[Finding]:
    """15: hreflang for each language and x-default, canonical the page itself, og:locale the page's language.

    Addresses are absolute; only path and query are compared, for a site may know itself by another host than the one
    tested. A canonical may drop the filters of a list but never its `page`. An error page or one marked noindex
    (`indexed=False`) may say none of this, but what it says must be true.
    """
    here, found, languages = urlsplit(snapshot["url"]), [], tuple(languages)
    canonicals, alternates = snapshot["canonical"], snapshot["alternates"]
    if len(canonicals) > 1 or (indexed and not canonicals):
        found.append(
            Finding(
                15,
                "The page has no canonical address."
                if not canonicals
                else "The page names more than one canonical address.",
                " ".join(canonicals),
            )
        )
    for address in canonicals:
        there = urlsplit(address)
        if not there.scheme.startswith("http"):
            found.append(Finding(15, "The canonical address is not absolute.", address))
        mine, said = parse_qsl(here.query), parse_qsl(there.query)
        kept = all(pair in said for pair in mine if pair[0] == "page" and pair[1] != "1")
        if there.path != here.path or not set(said) <= set(mine) or not kept:
            found.append(Finding(15, "The canonical address is not the page itself.", address))
    named = [alternate["hreflang"].lower() for alternate in alternates]
    if indexed or named:
        # A page that exists in one language alone names no other.
        owed = dict.fromkeys((*languages, "x-default"), 1) if len(languages) > 1 else {}
        for language in {*owed, *(named if not owed else ())}:
            if named.count(language) != owed.get(language, 0):
                found.append(
                    Finding(
                        15,
                        f"hreflang {language} is named {named.count(language)} times; "
                        f"{owed.get(language, 0)} is right.",
                    )
                )
    for alternate in alternates:
        there = urlsplit(alternate["href"])
        if not there.scheme.startswith("http"):
            found.append(Finding(15, "An hreflang address is not absolute.", alternate["href"]))
        if alternate["hreflang"] in languages and there.path != in_language(here.path, alternate["hreflang"]):
            found.append(
                Finding(15, f"hreflang {alternate['hreflang']} leads to another page.", alternate["href"])
            )
    return found + _locale_faults(snapshot, indexed)


def _locale_faults(snapshot: Snapshot, indexed: bool) -> list[Finding]:
    language = (snapshot["lang"] or "").split("-")[0]
    said = [locale.split("_")[0] for locale in snapshot["locale"]]
    if said != [language] and (indexed or said):
        return [
            Finding(
                15,
                f"og:locale does not agree with html lang={language}.",
                " ".join(snapshot["locale"]) or "none",
            )
        ]
    if language in (locale.split("_")[0] for locale in snapshot["otherLocales"]):
        return [
            Finding(
                15, "og:locale:alternate names the page's own language.", " ".join(snapshot["otherLocales"])
            )
        ]
    return []


def alternates_are_reciprocal(snapshot: Snapshot, fetch: Callable[[str], Answer] = get) -> list[Finding]:
    """15, reciprocal: each language's page answers 200 and names the same set of addresses. Asks each other address once."""
    here = urlsplit(snapshot["url"])
    mine = {(each["hreflang"], _path(each["href"])) for each in snapshot["alternates"]}
    found = []
    for hreflang, path in sorted(mine):
        if hreflang == "x-default" or path == _path(snapshot["url"]):
            continue
        answer = fetch(f"{here.scheme}://{here.netloc}{path}")
        if answer.status != 200:
            found.append(Finding(15, f"The page named by hreflang {hreflang} answers {answer.status}.", path))
        elif (theirs := _alternates_in(answer.text)) != mine:
            found.append(
                Finding(
                    15,
                    f"The page named by hreflang {hreflang} does not name the same addresses back.",
                    f"{path}: {sorted(theirs ^ mine)}",
                )
            )
    return found


def _alternates_in(html: str) -> set[tuple[str, str]]:
    pairs = set()
    for tag in re.findall(r"<link\b[^>]*>", html):
        said = {
            name.lower(): one or two or three
            for name, one, two, three in re.findall(r"([\w-]+)=(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))", tag)
        }
        if "alternate" in said.get("rel", "").split() and "hreflang" in said:
            pairs.add((said["hreflang"], _path(said["href"].replace("&amp;", "&"))))
    return pairs


def _path(address: str) -> str:
    parts = urlsplit(address)
    return parts.path + (f"?{parts.query}" if parts.query else "")


def switch_keeps_the_page(
    snapshot: Snapshot, languages: Iterable[str] = ("en", "ar"), exact: bool = True
) -> list[Finding]:
    """16: for each other language a link to this page with its query, named in itself, with `lang` and `hreflang`, no flag.

    The switch is any link with `hreflang` outside `main`; a page may carry it twice (header and footer).
    An error page has no counterpart: there the switch may lead elsewhere (`exact=False`).
    """
    here, found = urlsplit(snapshot["url"]), []
    outside = [link for link in snapshot["links"] if not link["main"]]
    for language in languages:
        if language == (snapshot["lang"] or "").split("-")[0]:
            continue
        named = [
            link
            for link in outside
            if link["hreflang"] == language or (link["text"] == NAMES.get(language) and not link["hreflang"])
        ]
        if not any(link["rendered"] for link in named) and not named:
            found.append(Finding(16, f"The page has no language switch to {language}."))
        for link in named:
            there = urlsplit(link["href"])
            if link["hreflang"] != language or link["lang"] != language:
                found.append(
                    Finding(16, "The language switch lacks lang or hreflang.", shorten(link["html"]))
                )
            queries = [sorted(parse_qsl(parts.query, keep_blank_values=True)) for parts in (here, there)]
            if exact and (there.path != in_language(here.path, language) or queries[0] != queries[1]):
                found.append(
                    Finding(
                        16,
                        "The language switch leads to another page or drops the query.",
                        f"{here.path}?{here.query} → {link['raw']}",
                    )
                )
            if (language in NAMES and NAMES[language] not in link["text"]) or not count(
                link["text"], script_of(language)
            ):
                found.append(
                    Finding(
                        16,
                        f"The language switch does not name {language} in itself.",
                        shorten(link["text"] or link["html"]),
                    )
                )
            if _FLAG.search(link["text"]) or re.search(
                r"(?:class|src|href|id)=\"[^\"]*\bflags?\b", link["html"] + link["inner"], re.I
            ):
                found.append(Finding(16, "The language switch shows a flag.", shorten(link["html"])))
    return list(dict.fromkeys(found))


def one_language_page_is_honest(snapshot: Snapshot, original: str, status: int = 200) -> list[Finding]:
    """17: a page whose content exists only in `original`, read at the other language's address.

    200; interface in the reader's language; a notice in that language (class with "notice", role note or status, inside
    `main`) with a link to the original's address; the original in an element with its own `lang` and `dir`; canonical to
    the original; noindex; no hreflang.
    """
    here, reader, found = urlsplit(snapshot["url"]), (snapshot["lang"] or "").split("-")[0], []
    if status != 200:
        found.append(Finding(17, f"A page that exists in one language only answers {status}; 200 is right."))
    if reader == original or not here.path.startswith(f"/{reader}/"):
        found.append(
            Finding(
                17,
                "The interface is not in the reader's language.",
                f"lang={snapshot['lang']} at {here.path}",
            )
        )
    notices = [notice for notice in snapshot["notices"] if count(notice["text"], script_of(reader)) >= 10]
    if not notices:
        found.append(
            Finding(17, "No notice in the reader's language says that the page exists in another only.")
        )
    elif not any(
        urlsplit(link["href"]).path == in_language(here.path, original)
        for notice in notices
        for link in notice["links"]
    ):
        found.append(
            Finding(17, "The notice does not lead to the original's address.", shorten(notices[0]["text"]))
        )
    bodies = [
        each for each in snapshot["originals"] if each["lang"].split("-")[0] == original and each["dir"]
    ]
    if not bodies or max(each["length"] for each in bodies) < 0.3 * snapshot["mainLength"]:
        found.append(
            Finding(17, "The original's text does not stand in an element with its own lang and dir.")
        )
    if [urlsplit(each).path for each in snapshot["canonical"]] != [in_language(here.path, original)]:
        found.append(
            Finding(
                17, "The canonical address is not the original's.", " ".join(snapshot["canonical"]) or "none"
            )
        )
    if "noindex" not in snapshot["robots"]:
        found.append(Finding(17, "The page lacks noindex.", snapshot["robots"]))
    if snapshot["alternates"]:
        found.append(Finding(17, "The page names hreflang addresses though it has no translation."))
    return found


def stale_translation_says_so(snapshot: Snapshot, changed_on: str) -> list[Finding]:
    """18: a notice in the page's language with the day (`changed_on`, ISO) the original changed, in `time`."""
    script = script_of(snapshot["lang"])
    for notice in snapshot["notices"]:
        if count(notice["text"], script) >= 10 and any(
            each.startswith(changed_on) for each in notice["times"]
        ):
            return []
    return [
        Finding(
            18,
            f"No notice says that the original changed on {changed_on}.",
            "; ".join(shorten(notice["text"]) for notice in snapshot["notices"]),
        )
    ]


def front_door_chooses(
    origin: str,
    paths: Iterable[str] = (),
    languages: Iterable[str] = ("en", "ar"),
    default: str = "en",
    fetch: Callable[..., Answer] = get,
) -> list[Finding]:
    """19: `/` chooses by Accept-Language, varies on it and is no permanent redirect; an address with a prefix never redirects by
    language."""
    languages, found = list(languages), []
    asked = {language: language for language in languages} | {
        f"{language}-XX,{language};q=0.9": language for language in languages
    }
    asked |= {
        f"xx, {second};q=0.8, {first};q=0.2": second
        for first in languages
        for second in languages
        if first != second
    }
    asked |= {"xx": default, "": default}
    for header, wanted in asked.items():
        answer = fetch(urljoin(origin, "/"), header)
        leads = urlsplit(answer.headers.get("location", "")).path
        if answer.status not in (302, 303, 307) or leads != f"/{wanted}/":
            found.append(
                Finding(
                    19,
                    f"/ does not lead to /{wanted}/ by a temporary redirect.",
                    f"Accept-Language: {header or 'none'} → {answer.status} {leads}",
                )
            )
        if "accept-language" not in answer.headers.get("vary", "").lower():
            found.append(Finding(19, "The answer of / does not vary on Accept-Language."))
    for path in [f"/{language}/" for language in languages] + list(paths):
        for language in languages:
            answer = fetch(urljoin(origin, path), language)
            if 300 <= answer.status < 400:
                found.append(
                    Finding(
                        19,
                        "An address with a language in it redirects a reader of another language.",
                        f"{path} for {language} → {answer.headers.get('location')}",
                    )
                )
            elif f'lang="{path.split("/")[1]}"' not in answer.text[:2000]:
                found.append(
                    Finding(
                        19, "An address with a language in it answers in another.", f"{path} for {language}"
                    )
                )
    return list(dict.fromkeys(found))
