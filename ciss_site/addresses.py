"""Addresses of a page in every language: canonical, alternates, and the language switch."""

from dataclasses import dataclass, field

from ciss_site.languages import REGISTRY, codes, current, default_code


@dataclass(frozen=True)
class Alternate:
    """The same page in another language: ``hreflang`` and its full address."""

    hreflang: str
    url: str


@dataclass(frozen=True)
class Addresses:
    """What a page's head says of its addresses. ``indexed`` is False where search engines should look elsewhere."""

    canonical: str
    alternates: list[Alternate] = field(default_factory=list)
    indexed: bool = True


def in_language(path: str, code: str) -> str:
    """Return ``path`` (with its query) below another language's prefix."""
    prefix, _slash, rest = path.lstrip("/").partition("/")
    return f"/{code}/{rest}" if prefix in codes() else f"/{code}/"


def of_interface(request) -> Addresses:
    """Return the addresses of a page that exists in every language, such as a list."""
    return _addresses(request, codes(), current().code)


def of_record(request, record) -> Addresses:
    """Return the addresses of a record's page: alternates only among the languages it is published in.

    In a language it does not exist in, the page points to the original and asks not to be indexed.
    """
    published = record.published_languages()
    shown = record.language_to_show(current().code, request.user)
    if current().code in published:
        return _addresses(request, published, current().code)
    canonical = request.build_absolute_uri(in_language(request.path, shown))
    return Addresses(canonical, indexed=False)


def _addresses(request, available: list[str], code: str) -> Addresses:
    path = request.get_full_path()
    canonical = request.build_absolute_uri(in_language(path, code))
    if len(available) < 2:
        return Addresses(canonical)
    alternates = [Alternate(one, request.build_absolute_uri(in_language(path, one))) for one in available]
    default = default_code() if default_code() in available else available[0]
    alternates.append(Alternate("x-default", request.build_absolute_uri(in_language(path, default))))
    return Addresses(canonical, alternates)


def language_switch(request) -> list[dict]:
    """Return for each language its row of the registry, this page's address in it, and whether it is the present one."""
    path = request.get_full_path()
    return [
        {
            "code": code,
            "language": REGISTRY[code],
            "name": REGISTRY[code].name,
            "dir": REGISTRY[code].direction,
            "url": in_language(path, code),
            "current": code == current().code,
        }
        for code in codes()
    ]
