"""A rendered page read once: its texts, blocks, labels and marks with the language, direction and style each has there."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

READ_PAGE = (Path(__file__).parent / "snapshot.js").read_text(encoding="utf-8")

MEASURE = """(held, pieces) => pieces.map(([index, start, end]) => {
  const range = document.createRange();
  range.setStart(held.nodes[index], start);
  range.setEnd(held.nodes[index], end);
  const boxes = [...range.getClientRects()].filter((box) => box.width > 0);
  const lines = [];
  for (const box of boxes) if (!lines.some((top) => Math.abs(top - box.top) < box.height / 2)) lines.push(box.top);
  return {
    lines: lines.length, width: boxes.reduce((sum, box) => sum + box.width, 0),
    left: boxes.length ? Math.min(...boxes.map((box) => box.left)) : 0, top: boxes.length ? boxes[0].top : 0,
  };
})"""


@dataclass
class Snapshot:
    """The page as data (see snapshot.js for the names); `measure` asks the page itself for the boxes of pieces of text."""

    data: dict
    held: object = None

    def __getitem__(self, name: str):
        return self.data[name]

    def measure(self, pieces: list[tuple[int, int, int]]) -> list[dict]:
        """Lines, width and place of each (text index, start, end)."""
        return self.held.evaluate(MEASURE, [list(piece) for piece in pieces]) if pieces else []


def take_snapshot(page) -> Snapshot:
    """Read the page as it stands now, at its present width and colour scheme."""
    held = page.evaluate_handle(READ_PAGE)
    # As one string: Playwright walks every value of an object it carries over, which takes longer than the reading.
    return Snapshot(json.loads(held.evaluate("held => JSON.stringify(held.data)")), held)
