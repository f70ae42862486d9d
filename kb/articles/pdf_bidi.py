"""Put the glyphs of right-to-left text in the order of reading, by where they stand on the page.

PDFium gives such text in the order in which it is drawn, cut between words and within them, and turns the two letters of a ligature
about. Where the glyphs stand is certain, so the order is taken from there: from right to left, numbers and Latin words from left to
right. White space is where a gap is. Pure; lengths are points (1/72 inch).
"""

from __future__ import annotations

import itertools
import re
import statistics
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from kb.articles.pdf_glyphs import Glyph

SPACE = 0.14  # of the height of the type; a wider gap divides words
CELL = 1.0  # of the height; a wider gap divides columns or cells
LAM, ALEFS = "\u0644", "\u0622\u0623\u0625\u0627"
OPENING, CLOSING = "([{«‹", ")]}»›"


def leftwards(char: str) -> bool:
    """Whether a character belongs to a script that is written from right to left."""
    return unicodedata.bidirectional(char) in ("R", "AL")


def runs_leftwards(chars: Iterable[str]) -> bool:
    """Whether most of the letters are of a script that is written from right to left."""
    letters = [char for char in chars if char.isalpha()]
    return sum(map(leftwards, letters)) > 0.4 * len(letters) if letters else False


def rows(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """Yield the glyphs of each line from the top down, from right to left."""
    height = statistics.median(glyph.height for glyph in glyphs)
    row: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda one: -one.y):
        if row and statistics.median(one.y for one in row) - glyph.y > 0.5 * height:
            yield from_the_right(row)
            row = []
        row.append(glyph)
    if row:
        yield from_the_right(row)


def from_the_right(row: Sequence[Glyph]) -> list[Glyph]:
    """Return the glyphs of a line from right to left. Lam comes before the alef of the same ligature, which has the same place."""
    ordered = sorted(row, key=place, reverse=True)
    for at, (one, other) in enumerate(itertools.pairwise(ordered)):
        if one.origin == other.origin and one.char in ALEFS and other.char == LAM:
            ordered[at : at + 2] = other, one
    return ordered


def cells(row: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """Yield the glyphs of a line, which are sorted from right to left, divided at gaps that are wider than those between words."""
    height = max(glyph.height for glyph in row)
    cell: list[Glyph] = []
    for glyph in row:
        if cell and min(cell[-1].left, cell[-1].origin) - glyph.right > CELL * height:
            yield cell
            cell = []
        cell.append(glyph)
    yield cell


def place(glyph: Glyph) -> float:
    """Return the middle of a glyph, by which it comes before or after others."""
    return (glyph.left + glyph.right) / 2


def logical(row: Sequence[Glyph]) -> list[str]:
    """Return the characters of a line, whose glyphs are sorted from right to left, in the order of reading, with spaces between words."""
    height = max(glyph.height for glyph in row)  # PDFium gives some glyphs the box of their ink, which is lower
    pieces: list[tuple[str, bool]] = []
    for at, glyph in enumerate(row):
        gap = min(row[at - 1].left, row[at - 1].origin) - glyph.right if at else 0
        pieces.append((unicodedata.normalize("NFKC", glyph.char), gap > SPACE * height))
    ordered = turn_numbers(pieces)
    text = "".join(" " * space + char for char, space in ordered)
    return list(unicodedata.normalize("NFC", paired(text)))


def paired(text: str) -> str:
    """Return a line with its brackets opening and closing in turn, as far as they pair: files and PDFium turn some of them about."""
    for opening, closing in zip(OPENING, CLOSING, strict=True):
        pieces = re.split(f"[{re.escape(opening + closing)}]", text)
        if len(pieces) % 2:
            text = "".join(piece + (opening, closing, "")[at % 2 if at < len(pieces) - 1 else 2] for at, piece in enumerate(pieces))
    return text


def turn_numbers(pieces: Sequence[tuple[str, bool]]) -> list[tuple[str, bool]]:
    """Return the pieces (characters, whether a space stands before) with each run of figures and Latin words turned to run rightwards."""
    ordered: list[tuple[str, bool]] = []
    run: list[tuple[str, bool]] = []
    for at, piece in enumerate([*pieces, ("\u05d0", False)]):
        if run and piece[1] and not any(latin(char) for char, _ in [*run, piece]):
            ordered += turned(run)  # numbers side by side follow one another leftwards
            run = []
        if rightwards(piece[0]) or (run and joins(piece[0]) and at + 1 < len(pieces) and rightwards(pieces[at + 1][0])):
            run.append(piece)
            continue
        ordered += [*turned(run), piece]
        run = []
    return ordered[:-1]


def turned(run: Sequence[tuple[str, bool]]) -> list[tuple[str, bool]]:
    """Return a run the other way round, with its spaces between the same characters as before."""
    spaces = [space for _, space in run[:1]] + [space for _, space in reversed(run[1:])]
    return list(zip((char for char, _ in reversed(run)), spaces, strict=True))


def latin(char: str) -> bool:
    """Whether a character belongs to a script that is written from left to right."""
    return unicodedata.bidirectional(char[0]) == "L"


def rightwards(char: str) -> bool:
    """Whether a character is a figure or belongs to a script that is written from left to right."""
    return unicodedata.bidirectional(char[0]) in ("L", "EN", "AN")


def joins(char: str) -> bool:
    """Whether a character between figures or Latin letters belongs to them, as a decimal point or a space does."""
    return unicodedata.bidirectional(char[0]) in ("CS", "ES", "ET")
