"""What a check says when it finds a fault."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Finding:
    """One fault: the condition it breaks, a sentence for a person, the piece of the page or file, and where it was seen."""

    condition: int | str
    sentence: str
    excerpt: str = ""
    where: str = ""

    def __str__(self) -> str:
        excerpt = f"\n      {self.excerpt}" if self.excerpt else ""
        where = f" ({self.where})" if self.where else ""
        return f"[{self.condition}] {self.sentence}{where}{excerpt}"

    def at(self, where: str) -> Finding:
        """The same finding with the place it was seen, when it does not carry one yet."""
        return self if self.where else replace(self, where=where)


def shorten(text: str, length: int = 110) -> str:
    """One line of `text`, short enough to stand in a report."""
    line = " ".join(str(text).split())
    return line if len(line) <= length else line[: length - 1] + "…"


def without_repeats(findings: Iterable[Finding]) -> list[Finding]:
    """The findings in order, each said once although several widths or schemes saw it."""
    seen: dict[tuple, Finding] = {}
    for finding in findings:
        seen.setdefault((finding.condition, finding.sentence, finding.excerpt), finding)
    return list(seen.values())


def report(findings: Iterable[Finding]) -> str:
    """All findings as text, for `assert not findings, report(findings)`."""
    listed = list(findings)
    return "\n".join([f"{len(listed)} finding(s):", *(f"  {finding}" for finding in listed)])
