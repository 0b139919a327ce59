"""Condition 12 in style sheets and scripts: no physical margin, padding, left, right or float."""

from __future__ import annotations

import re
from pathlib import Path

from .finding import Finding, shorten

_PHYSICAL = re.compile(
    r"(?:scroll-)?(?:margin|padding)-(?:left|right)|left|right"
    r"|border-(?:left|right)(?:-(?:color|style|width))?|border-(?:top|bottom)-(?:left|right)-radius"
)
_SIDES = re.compile(r"(?:scroll-)?(?:margin|padding)|inset|border-(?:width|style|color)")
_VALUES = {
    "float": {"left", "right"},
    "clear": {"left", "right"},
    "text-align": {"left", "right"},
    "text-align-last": {"left", "right"},
    "justify-content": {"left", "right"},
    "justify-items": {"left", "right"},
    "justify-self": {"left", "right"},
    "caption-side": {"left", "right"},
}
_DECLARATION = re.compile(r"(?:^|[{;])\s*(?P<property>[a-z-]+)\s*:\s*(?P<value>[^;{}]*)(?=[;}]|$)", re.I)
_SCRIPT = re.compile(
    r"\.style\.(?:left|right|cssFloat|(?:margin|padding|border)(?:Left|Right)\w*)\b|setProperty\(\s*[\"'](?:left|right|float|(?:margin|padding|border)-(?:left|right))"
)


def physical_properties(css: str, where: str = "", declarations: bool = False) -> list[Finding]:
    """12: the physical declarations of a style sheet, or of a style attribute (`declarations=True`).

    A shorthand of four values is physical when its second and fourth differ, for it then tells right from left.
    """
    blank = lambda match: re.sub(r"[^\n]", " ", match.group())  # noqa: E731
    plain = re.sub(r"/\*.*?\*/", blank, css, flags=re.S)
    plain = re.sub(
        r"\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'|url\([^)]*\)", lambda match: "_" * len(match.group()), plain
    )
    found, position = [], 0
    while match := _DECLARATION.search(plain, position):
        position = match.end()
        name, value = (
            match["property"].lower(),
            " ".join(match["value"].split()).lower().removesuffix("!important").strip(),
        )
        if _is_physical(name, value):
            line = "" if declarations else f":{plain.count(chr(10), 0, match.start('property')) + 1}"
            found.append(
                Finding(
                    12,
                    f"{name} is physical; use the logical property.",
                    shorten(f"{name}: {value}"),
                    f"{where}{line}",
                )
            )
    return found


def _is_physical(name: str, value: str) -> bool:
    if _PHYSICAL.fullmatch(name) or value in _VALUES.get(name, ()):
        return True
    sides = re.findall(r"(?:[^\s()]|\([^()]*(?:\([^()]*\)[^()]*)*\))+", value)
    return bool(_SIDES.fullmatch(name)) and len(sides) == 4 and sides[1] != sides[3]


def physical_scripts(script: str, where: str = "") -> list[Finding]:
    """12, in scripts: a style set by hand with a physical name (reading scrollLeft is right: it has no logical name)."""
    plain = re.sub(r"/\*.*?\*/|(?m:^\s*//[^\n]*)", "", script, flags=re.S)
    return [
        Finding(12, "A script sets a physical property; set the logical one.", match.group(), where)
        for match in _SCRIPT.finditer(plain)
    ]


def physical_files(*folders: Path | str) -> list[Finding]:
    """12, for the project: every .css and .js below the folders, and style in templates; vendored files are not ours."""
    found = []
    for folder in map(Path, folders):
        for file in sorted(folder.rglob("*")):
            if {"vendor", "node_modules"}.intersection(file.parts) or file.suffix not in (
                ".css",
                ".js",
                ".html",
                ".svg",
            ):
                continue
            text, where = file.read_text(encoding="utf-8"), str(file.relative_to(folder))
            if file.suffix == ".css":
                found += physical_properties(text, where)
            elif file.suffix == ".js":
                found += physical_scripts(text, where)
            else:
                for style in re.findall(r"\sstyle=(?:\"([^\"]*)\"|'([^']*)')", text):
                    found += physical_properties("".join(style), where, declarations=True)
                for sheet in re.findall(r"<style[^>]*>(.*?)</style>", text, flags=re.S):
                    found += physical_properties(sheet, where)
    return found
