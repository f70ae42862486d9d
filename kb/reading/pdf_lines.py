"""The lines of a PDF page, where they stand, and which of them belong together. Lengths are points (1/72 inch) from the lower left."""

from __future__ import annotations

import itertools
import re
import statistics
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

HYPHENS = "\ufffe\x02\u00ad"  # what stands for a hyphen at a line end: PDFium's own marks, and the soft hyphen
BREAK = re.compile(rf"\r\n|\n|\r|(?<=[{HYPHENS}])")
UNWANTED = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\u00ad]")
NUMBERS = re.compile(r"\d+|\b[ivxlc]+\b")
EDGE = 2  # lines at the top and foot of a page that may be running heads
ENDS = re.compile(r"[.!?…:][”’\"')\]]*$")


class Line(NamedTuple):
    """One line: its words, page, and box. `hyphen`: it ends within a word; the hyphen stands in the words."""

    text: str
    page: int
    left: float = 0.0
    right: float = 0.0
    bottom: float = 0.0
    height: float = 0.0
    hyphen: bool = False

    def kind(self, usual: Usual) -> str:
        """Lines set larger than the rest are titles; the largest of the first page is the headline."""
        if not usual.height or self.height < 1.25 * usual.height or len(self.text) > 200:
            return ""
        return "headline" if self.page == 1 and self.height >= 0.98 * usual.largest else "heading"


class Usual(NamedTuple):
    """What most lines of a file are like: their height, the way from one to the next, their left and right edges; and the largest height on page 1."""

    height: float
    pitch: float
    left: float
    right: float
    largest: float


def typical(pages: Sequence[Sequence[Line]]) -> Usual:
    lines = [line for page in pages for line in page if line.height > 0]
    if not lines:
        return Usual(0, 0, 0, 0, 0)
    height = most_common([line.height for line in lines for _ in range(min(len(line.text), 80) // 20 + 1)])
    pitches = [above.bottom - line.bottom for page in pages for above, line in itertools.pairwise(page)]
    near = [pitch for pitch in pitches if 0.8 * height < pitch < 2.5 * height]
    body = [line for line in lines if abs(line.height - height) < 1]
    on_first = [line.height for line in lines if line.page == 1]
    return Usual(
        height,
        min(most_common(near), statistics.median(near)) if near else 1.2 * height,
        most_common([line.left for line in body]),
        max(line.right for line in body),
        max(on_first, default=0),
    )


def most_common(lengths: Sequence[float]) -> float:
    """The length met most often, to half a point."""
    return Counter(round(2 * length) / 2 for length in lengths).most_common(1)[0][0]


def begins_paragraph(above: Line, line: Line, usual: Usual) -> bool:
    """Whether a line begins a new paragraph: another size, a gap, an indent, or a line above that ends a sentence short of the edge."""
    if not usual.height or not line.height or not above.height:
        return bool(ENDS.search(above.text))
    if abs(line.height - above.height) > 0.15 * usual.height:
        return True
    down = above.bottom - line.bottom
    if line.page != above.page or down < 0:  # the next page, or the next column
        return bool(ENDS.search(above.text)) or not (line.text[0].islower() or above.hyphen or above.right > 0.8 * usual.right)
    if down > 1.35 * max(usual.pitch, above.height):
        return True
    ended = bool(ENDS.search(above.text))
    indented = line.left - above.left > 0.8 * usual.height and not line.text[0].islower()
    short = above.right < usual.left + 0.75 * (usual.right - usual.left)
    return ended and (indented or short)


def without_running_heads(pages: Sequence[Sequence[Line]]) -> tuple[list[list[Line]], int]:
    """The pages without running heads, and how many lines went.

    A running head stands at the top or foot of at least three pages (of two, where there are no more than three), at one height,
    in the same words but for numbers. So chapter titles and heads that differ on left and right pages are known too.
    """
    shapes: Counter[tuple[str, int]] = Counter()
    for lines in pages:
        shapes.update({shape(line) for line in edges(lines)})
    needed = 3 if len(pages) > 3 else 2
    kept, dropped = [], 0
    for number, lines in enumerate(pages, 1):
        heads = {
            id(line) for line in edges(lines) if shapes[shape(line)] >= needed or (line.text.strip("-– ") == str(number) and len(lines) > 1)
        }
        kept.append([line for line in lines if id(line) not in heads])
        dropped += len(heads)
    return kept, dropped


def edges(lines: Sequence[Line]) -> list[Line]:
    return [*lines[:EDGE], *lines[max(EDGE, len(lines) - EDGE) :]]


def shape(line: Line) -> tuple[str, int]:
    """The line with its numbers made alike, so that page 3 and page 4 are one, and the height it stands at, to four points."""
    return NUMBERS.sub("#", line.text.lower()).strip(), round(line.bottom / 4)
