"""Notes at the foot of a PDF's pages, and the raised figures that refer to them or are exponents.

A note is small type below the text, from a line that begins with a mark to the end of the column. A raised figure that has its note
on the page refers to it; what any other is, the words around it decide (kb.articles.marks).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kb.articles import marks
from kb.articles.document import LeftOut
from kb.articles.marks import Position, Run
from kb.articles.pdf_lines import RAISED, Line, Usual

SMALL = 0.93  # of the usual height of type; notes are set in no more
BODY = re.compile(
    rf"(?:{RAISED[0]}(?P<raised>[^{RAISED[1]}]{{1,4}}){RAISED[1]}|(?P<plain>\d{{1,3}})[.)\]]?(?=\s)|(?P<sign>[*†‡§¶]{{1,3}}))\s*(?=\S)"
)
PIECE = re.compile(rf"{RAISED[0]}([^{RAISED[1]}]*){RAISED[1]}|([^{RAISED[0]}]+)")
MARK = re.compile(r"\d+|[a-z]|[*†‡§¶]+")


@dataclass
class Notes:
    """The pages without their notes, the notes of each page as lists of lines, and what is to be told."""

    pages: list[list[Line]] = field(default_factory=list)
    notes: list[list[list[Line]]] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)


def set_apart_notes(pages: Sequence[Sequence[Line]], usual: Usual, keep_all: bool = False) -> Notes:
    """Return the pages with their notes set apart, and raised figures taken out or written as exponents, or all kept with `keep_all`."""
    result = Notes()
    bodies: list[dict[str, int]] = []
    for lines in pages:
        text, notes = [], []
        for column in columns(lines):
            at = foot(column, usual, bool(result.notes and result.notes[-1]))
            text += column[:at]
            notes += divided_notes(column[at:])
        result.pages.append(text)
        result.notes.append(notes)
        bodies.append(Counter(mark for note in notes if (mark := mark_of(note[0].text))))
    for number, lines in enumerate(result.pages):
        written = Words(lines, set(bodies[number]), keep_all)
        result.pages[number] = [line for line in map(written.line, lines) if line.text]
        result.notes[number] = [[written.line(line) for line in note] for note in result.notes[number]]
        result.left_out += written.left_out
    return result


def columns(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield the lines of a page in stretches that run down it."""
    column: list[Line] = []
    for line in lines:
        if column and line.bottom > column[-1].bottom + line.height:
            yield column
            column = []
        column.append(line)
    if column:
        yield column


def foot(column: Sequence[Line], usual: Usual, goes_on: bool) -> int:
    """Return the position of the first line of the notes at the foot of a column, its length where there are none.

    `goes_on` is whether the page before has notes, of which the last may go on here without a mark.
    """
    at = len(column)
    while at and 0 < column[at - 1].height <= SMALL * usual.height:
        at -= 1
    first = next((place for place in range(at, len(column)) if BODY.match(column[place].text)), len(column))
    return at if goes_on and first < len(column) and at else first


def divided_notes(lines: Sequence[Line]) -> list[list[Line]]:
    """Return the lines in groups, each of which begins with the mark of a note."""
    groups: list[list[Line]] = []
    for line in lines:
        if not groups or BODY.match(line.text):
            groups.append([])
        groups[-1].append(line)
    return groups


def mark_of(text: str) -> str:
    """Return the mark with which a note begins, or ""."""
    match = BODY.match(text)
    return next((found.strip(" .)[]") for found in match.groups() if found), "") if match else ""


class Words:
    """Writes the lines of a page. `left_out` are the marks of notes that were taken out of them, `on_page` those that notes begin with."""

    def __init__(self, lines: Sequence[Line], on_page: set[str], keep_all: bool) -> None:
        self.on_page, self.keep_all = on_page, keep_all
        self.left_out: list[LeftOut] = []
        self.times = Counter(piece[1].strip() for line in lines for piece in PIECE.finditer(line.text) if piece[1])

    def line(self, line: Line) -> Line:
        """Return a line with its raised figures written in its words or taken out."""
        if RAISED[0] not in line.text:
            return line
        runs = [self.run(piece[1]) if piece[1] else Run(piece[2] or "") for piece in PIECE.finditer(line.text)]
        words, left_out = marks.compose(runs, keep_all=self.keep_all)
        self.left_out += left_out
        return line._replace(text=words.rstrip(), cells=())

    def run(self, raised: str) -> Run:
        """Return a raised run, known as a mark where its note stands on the page and nothing else there is marked so."""
        known = set(MARK.findall(raised))
        return Run(raised, Position.RAISED, bool(known) and known <= self.on_page and self.times[raised.strip()] == 1)
