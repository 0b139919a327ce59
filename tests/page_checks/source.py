"""Conditions 22 and 23 in the project's files: no direction overrides, no language written by hand into a name.

Condition 23 reads every Python file of an app and every template: `title_ar`, `name_en` and the like, in names, attributes,
keywords and strings. Comments and docstrings are not code. Exempt are the files where a language may be named: migrations,
translation registries (`translation.py`) and the registry of languages (`languages.py`), tests, demonstration data
(a file or folder beginning with `demo`), settings, the message catalogue, vendored files.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from .bilingual import direction_overrides
from .finding import Finding, shorten

APPS = ("ciss_site", "institutions", "people", "events")
_EXEMPT_FOLDERS = {"migrations", "tests", "locale", "vendor", "node_modules", "__pycache__", "docs"}
_EXEMPT_FILES = {"translation.py", "languages.py", "settings.py", "conftest.py"}


def hand_written_languages(
    root: Path | str, languages: Iterable[str] = ("en", "ar"), folders: Iterable[str] = (*APPS, "templates")
) -> list[Finding]:
    """23: every `_ar` or `_en` written by hand in templates, views, search, forms and the rest of the apps."""
    suffix = re.compile(rf"\b[A-Za-z]\w*_(?:{'|'.join(languages)})\b")
    found = []
    for file in _files(Path(root), folders, (".py", ".html", ".txt", ".xml")):
        text = file.read_text(encoding="utf-8")
        pieces = _python_words(text) if file.suffix == ".py" else _template_words(text)
        for line, words in pieces:
            found += [
                Finding(
                    23,
                    "A name carries a language written by hand; ask the registry or a template tag.",
                    f"{match.group()} · {shorten(words, 70)}",
                    f"{file.relative_to(root)}:{line}",
                )
                for match in suffix.finditer(words)
            ]
    return list(dict.fromkeys(found))


def overrides_in_files(
    root: Path | str, folders: Iterable[str] = (*APPS, "templates", "locale", "static")
) -> list[Finding]:
    """22: direction-override characters in templates, catalogues, code and demonstration data."""
    found = []
    for file in _files(
        Path(root),
        folders,
        (".py", ".html", ".po", ".txt", ".md", ".css", ".js", ".json", ".toml"),
        exempt=False,
    ):
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            found += direction_overrides(line, f"{file.relative_to(root)}:{number}")
    return found


def _files(
    root: Path, folders: Iterable[str], suffixes: tuple[str, ...], exempt: bool = True
) -> Iterator[Path]:
    for folder in folders:
        for file in sorted((root / folder).rglob("*")):
            parts = file.relative_to(root).parts
            if (
                not file.is_file()
                or file.suffix not in suffixes
                or {"vendor", "node_modules", "__pycache__"}.intersection(parts)
            ):
                continue
            if exempt and (
                _EXEMPT_FOLDERS.intersection(parts)
                or file.name in _EXEMPT_FILES
                or any(part.startswith("demo") for part in parts)
            ):
                continue
            yield file


def _python_words(text: str) -> Iterator[tuple[int, str]]:
    tree = ast.parse(text)
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef))
        and node.body
        and isinstance(node.body[0], ast.Expr)
        and isinstance(node.body[0].value, ast.Constant)
    }
    for node in ast.walk(tree):
        line = getattr(node, "lineno", 0)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield line, node.value
        elif isinstance(node, ast.Name):
            yield line, node.id
        elif isinstance(node, ast.Attribute):
            yield line, node.attr
        elif isinstance(node, (ast.keyword, ast.arg)):
            yield line, node.arg or ""
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            yield line, node.name
        elif isinstance(node, ast.alias):
            yield line, node.asname or node.name.rpartition(".")[2]


def _template_words(text: str) -> Iterator[tuple[int, str]]:
    blank = lambda match: re.sub(r"[^\n]", " ", match.group())  # noqa: E731
    plain = re.sub(r"\{#.*?#\}|\{%\s*comment\b.*?endcomment\s*%\}|<!--.*?-->", blank, text, flags=re.S)
    yield from enumerate(plain.splitlines(), 1)
