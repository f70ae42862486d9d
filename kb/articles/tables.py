"""Write a table as lines of text, a row each, with a tab between cells as browsers and Word copy them.

A row with the heads comes first where the table has one. A cell that spans rows is written in each of them, so that every line says by
itself what its figures are of.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

WIDEST = 200  # columns that are told apart; spans are cut to it, since a hostile file may claim millions


@dataclass(frozen=True)
class Cell:
    """The words of a cell, and how many columns and rows it spans."""

    words: str
    columns: int = 1
    rows: int = 1


def lines(rows: Iterable[Sequence[Cell]]) -> str:
    """Return the rows that have words, a line each."""
    hanging: dict[int, tuple[str, int]] = {}  # by column, the words that hang down from a row above and for how many rows more
    out = []
    for row in rows:
        line: list[str] = []
        for cell in [*row, None]:
            while (above := hanging.pop(len(line), None)) is not None:
                words, left = above
                if left > 1:
                    hanging[len(line)] = (words, left - 1)
                line.append(words)
            if cell is None or len(line) >= WIDEST:
                break
            place(cell, line, hanging)
        text = "\t".join(line).rstrip("\t")
        if text.strip():
            out.append(text)
    return "\n".join(out)


def place(cell: Cell, line: list[str], hanging: dict[int, tuple[str, int]]) -> None:
    """Append a cell to its line, with an empty cell for each more column that it spans, and note what hangs into later rows."""
    words = " ".join(cell.words.split())
    start = len(line)
    line += [words, *[""] * min(cell.columns - 1, WIDEST - start - 1)]
    if cell.rows > 1:
        hanging |= {column: (line[column], cell.rows - 1) for column in range(start, len(line))}
