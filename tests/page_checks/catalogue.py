"""Condition 10 in the message catalogue: complete, not fuzzy, six Arabic plural forms, passed by msgfmt."""

from __future__ import annotations

import ast
import gettext
import re
import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

from .finding import Finding, shorten
from .scripts import LETTERS, count, script_of

# n, and the Arabic form it asks for: zero, one, two, few, many, other.
ARABIC_FORMS = {0: 0, 1: 1, 2: 2, 3: 3, 10: 3, 11: 4, 99: 4, 100: 5, 102: 5, 103: 3}
_PLACEHOLDER = re.compile(r"%\(\w+\)[sdf]|%[sd]|\{\w*\}|<[^>]+>|&\w+;|https?://\S+|[\w.+-]+@[\w.-]+")


@dataclass
class Message:
    """One entry of a catalogue."""

    line: int
    flags: set = field(default_factory=set)
    texts: dict = field(default_factory=dict)

    @property
    def source(self) -> str:
        return self.texts.get("msgid", "")

    @property
    def forms(self) -> dict[int, str]:
        return {int(key[7:-1] or 0): text for key, text in self.texts.items() if key.startswith("msgstr[")}


def read_catalogue(text: str) -> list[Message]:
    """The entries of a .po file, obsolete ones left out; the first is the header."""
    messages: list[Message] = []
    message, key = Message(1), ""
    for number, line in enumerate([*text.splitlines(), ""], 1):
        line = line.strip()
        if line.startswith("#~"):
            continue
        if line.startswith("#,"):
            if "msgstr" in message.texts or "msgstr[0]" in message.texts:
                messages.append(message)
                message = Message(number)
            message.flags |= {flag.strip() for flag in line[2:].split(",")}
        elif match := re.match(r'(msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?)\s+(".*")$', line):
            key = match[1]
            if key in ("msgctxt", "msgid") and ("msgstr" in message.texts or "msgstr[0]" in message.texts):
                messages.append(message)
                message = Message(number)
            message.texts[key] = ast.literal_eval(match[2])
        elif line.startswith('"') and key:
            message.texts[key] += ast.literal_eval(line)
    if message.texts:
        messages.append(message)
    return messages


def catalogue_faults(
    path: Path | str, language: str = "ar", same: frozenset[str] | set[str] = frozenset()
) -> list[Finding]:
    """10: the faults of one .po file. `same` lists the few messages that are rightly alike in both languages (CISS, PDF)."""
    path = Path(path)
    if not path.exists():
        return [Finding(10, "There is no message catalogue.", where=str(path))]
    messages = read_catalogue(path.read_text(encoding="utf-8"))
    header = messages[0].texts.get("msgstr", "") if messages and messages[0].source == "" else ""
    found = _header_faults(header, language)
    plurals = _number_of_forms(header)
    for message in messages[1:] if header else messages:
        where = f"{path.name}:{message.line}"
        found += [
            Finding(10, sentence, shorten(message.source), where)
            for sentence in _message_faults(message, plurals, script_of(language), same)
        ]
    return [finding.at(path.name) for finding in found] + _msgfmt(path)


def _number_of_forms(header: str) -> int:
    match = re.search(r"nplurals\s*=\s*(\d+)", header)
    return int(match[1]) if match else 0


def _header_faults(header: str, language: str) -> list[Finding]:
    rule = re.search(r"^Plural-Forms:.*?\bplural\s*=\s*([^;\n]+)", header, flags=re.M)
    if not rule:
        return [Finding(10, "The catalogue says no plural rule.")]
    if language != "ar":
        return []
    if _number_of_forms(header) != 6:
        return [
            Finding(
                10,
                "Arabic has six plural forms; the header says another number.",
                f"nplurals={_number_of_forms(header)}",
            )
        ]
    choose = gettext.c2py(rule[1].strip())
    return [
        Finding(
            10, f"The plural rule gives form {choose(n)} at n = {n}; Arabic asks for form {form}.", rule[1]
        )
        for n, form in ARABIC_FORMS.items()
        if choose(n) != form
    ]


def _message_faults(message: Message, plurals: int, script: str, same) -> list[str]:
    faults = ["is marked fuzzy, so readers see the original"] if "fuzzy" in message.flags else []
    forms = message.forms if "msgid_plural" in message.texts else {0: message.texts.get("msgstr", "")}
    wanted = plurals if "msgid_plural" in message.texts else 1
    missing = [str(number) for number in range(wanted) if not forms.get(number, "").strip()]
    if missing:
        faults.append(
            f"has no translation in form {', '.join(missing)}" if wanted > 1 else "has no translation"
        )
    for text in forms.values():
        words, original = (_PLACEHOLDER.sub("", each) for each in (text, message.source))
        if (
            text
            and script in LETTERS
            and count(original, "Latn") >= 3
            and not count(words, script)
            and message.source not in same
        ):
            faults.append("is left in the original language")
            break
    return [f"A message {fault}." for fault in faults]


def _msgfmt(path: Path) -> list[Finding]:
    program = shutil.which("msgfmt")
    if not program:
        return [
            Finding(
                10,
                "msgfmt is not on this machine: install gettext, for it alone checks the forms of every plural.",
                where=path.name,
            )
        ]
    result = subprocess.run([program, "-c", "-o", "-", str(path)], capture_output=True, check=False)
    if result.returncode == 0:
        return []
    return [
        Finding(
            10,
            "msgfmt -c refuses the catalogue.",
            shorten(result.stderr.decode(errors="replace").replace(str(path), path.name), 300),
            path.name,
        )
    ]
