"""Lines of PDF pages with their positions, and rules that join them into paragraphs. Lengths are points (1/72 inch) from the lower left."""

from __future__ import annotations

import itertools
import re
import statistics
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

RAISED = "\ufdd0\ufdd1"  # the marks around raised figures while they are not yet known as notes or exponents; no text holds them
ENDS = re.compile(r"[.!?…:。！？：][”’\"')\]」』）]*$")
BULLET = re.compile(r"[•●▪■◦‣\uf0b7]\s")
ROWS = 3  # lines with cells that make a table
FILLS = 0.85  # the share of a column's lines, sorted by their right ends, whose end is taken for the column's edge


class Line(NamedTuple):
    """A line of a page with its words and box.

    `hyphen` is whether it ends within a word, whose hyphen is part of `text`. `cells` are the offsets in `text` where its cells begin,
    for a line with wide gaps in it. `edge` is the right edge of its column, 0 while unknown, `indent` how far it is set in from the left one.
    """

    text: str
    page: int
    left: float = 0.0
    right: float = 0.0
    bottom: float = 0.0
    height: float = 0.0
    hyphen: bool = False
    cells: tuple[int, ...] = ()
    edge: float = 0.0
    indent: float = 0.0

    def kind(self, usual: Usual) -> str:
        """Return "headline" for a line in the largest type of page 1, "heading" for another large line, else ""."""
        if not usual.height or self.height < 1.25 * usual.height or len(self.text) > 200:
            return ""
        return "headline" if self.page == 1 and self.height >= 0.98 * usual.largest else "heading"


class Usual(NamedTuple):
    """The typical height, pitch and edges of the lines of a file, and the largest height on page 1."""

    height: float
    pitch: float
    left: float
    right: float
    largest: float


def typical(pages: Sequence[Sequence[Line]]) -> Usual:
    """Return the typical measures of a file's lines, all 0 where no line has a height."""
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
    """Return the most frequent length, rounded to half a point."""
    return Counter(round(2 * length) / 2 for length in lengths).most_common(1)[0][0]


def with_edges(lines: Sequence[Line]) -> list[Line]:
    """Return the lines of a page with the edges of their columns: where most lines that begin about the same place begin and end."""
    result = []
    for line in lines:
        column = [other for other in lines if abs(other.left - line.left) <= 2 * line.height]
        rights = sorted(other.right for other in column)
        edge, left = rights[min(int(FILLS * len(rights)), len(rights) - 1)], most_common([other.left for other in column])
        result.append(line._replace(edge=edge, indent=max(0.0, line.left - left)))
    return result


def with_rows(lines: Sequence[Line]) -> list[Line]:
    """Return the lines with cells only where they are rows of a table: several in a row, whose cells hold a few words each."""
    result: list[Line] = []
    for cells, group in itertools.groupby(lines, key=lambda line: len(line.cells) > 1):
        rows = list(group)
        words = sum(len(line.text.split()) for line in rows) / max(1, sum(len(line.cells) for line in rows))
        table = cells and len(rows) >= ROWS and words <= 4
        result += map(tabbed, rows) if table else (line._replace(cells=()) for line in rows)
    return result


def tabbed(row: Line) -> Line:
    """Return a row of a table with a tab before each of its cells but the first."""
    edges = [*row.cells, len(row.text)]
    return row._replace(text="\t".join(row.text[start:end].strip() for start, end in itertools.pairwise(edges)))


def begins_paragraph(above: Line, line: Line, usual: Usual) -> bool:
    """Whether a line begins a new paragraph, as another size, a gap, an indent, or a short line above that ends a sentence shows."""
    if not usual.height or not line.height or not above.height:
        return bool(ENDS.search(above.text))
    down = above.bottom - line.bottom
    ended = bool(ENDS.search(above.text))
    in_mid_sentence = not ended and line.text[0].islower() and 0 < down <= 1.2 * usual.pitch  # whatever font its words are in
    if BULLET.match(line.text) or (abs(line.height - above.height) > 0.15 * usual.height and not in_mid_sentence):
        return True
    filled = above.right > (0.8 * above.edge if above.edge else 0.8 * usual.right)
    if line.page != above.page or down < 0:  # the next page, or the next column
        flush = above.edge and above.right >= 0.99 * above.edge and line.indent < 0.5 * usual.height
        return (ended and not flush) or not (line.text[0].islower() or above.hyphen or filled)
    if down > 1.35 * max(usual.pitch, above.height):
        return True
    if bool(line.cells) != bool(above.cells):
        return True
    indented = line.left - above.left > 0.8 * usual.height and not line.text[0].islower()
    short = above.right < above.left + 0.75 * (above.edge - above.left) if above.edge else above.right < 0.75 * usual.right
    return ended and (indented or short)
