"""Dates against TempEval-3's TimeBank and AQUAINT (TimeML files), scored as its task A was.

Compared are the TIMEX3 of the text (DATE, TIME, DURATION, SET; not the time of creation). Relaxed: each gold expression takes the
first of ours that overlaps it and was not taken. Value: the taken one has, letter for letter, the same value. Both figures are F1, in per
cent, over all files together. A range is one Date for us and two TIMEX3 there, so its parts are compared.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from pathlib import Path

from kb.propose import dates

TIMEX = re.compile(r"<TIMEX3\b([^>]*)>|</TIMEX3>|<[^>]+>")
VALUE = re.compile(r'value="([^"]*)"')


@dataclass(frozen=True)
class Expression:
    """A stretch of the text, in code points, and its TIMEX3 value."""

    start: int
    end: int
    value: str


@dataclass(frozen=True)
class Document:
    """The words of a TimeML file without its marks, its date of creation, and what the annotators marked."""

    name: str
    text: str
    created: str
    gold: tuple[Expression, ...]


def read(path: Path) -> Document:
    whole = path.read_text(encoding="utf-8")
    created = re.search(r"<DCT>.*?value=\"([^\"]*)\"", whole, re.DOTALL)
    body = re.search(r"<TEXT>(.*?)</TEXT>", whole, re.DOTALL)
    assert body is not None
    text = ""
    gold: list[Expression] = []
    opened: list[tuple[int, str]] = []
    last = 0
    for mark in TIMEX.finditer(body[1]):
        text += html.unescape(body[1][last : mark.start()])
        last = mark.end()
        value = VALUE.search(mark[1] or "")
        if mark[1] is not None:
            opened.append((len(text), value[1] if value else ""))
        elif mark[0] == "</TIMEX3>":
            start, found = opened.pop()
            gold.append(Expression(start, len(text), found))
    text += html.unescape(body[1][last:])
    return Document(path.name, text, created[1] if created else "", tuple(one for one in gold if one.end > one.start))


def ours(document: Document) -> list[Expression]:
    found: list[Expression] = []
    for date in dates.find(document.text, document.created[:10]):
        found.extend(Expression(one.span.start, one.span.end, one.timex) for one in (date.parts or (date,)))
    return found


def pairs(gold: tuple[Expression, ...], found: list[Expression]) -> list[tuple[Expression, Expression]]:
    """Each gold expression with the first of ours that overlaps it and is not taken yet."""
    free = list(found)
    taken = []
    for one in gold:
        match = next((other for other in free if other.start < one.end and one.start < other.end), None)
        if match is not None:
            free.remove(match)
            taken.append((one, match))
    return taken


def files(folder: Path) -> list[Path]:
    return sorted(folder.glob("tempeval3/TBAQ-cleaned/*/*.tml"))


def score(folder: Path, only: slice = slice(None)) -> dict[str, float]:
    """F1 in per cent over the files under `folder` (the corpora's); `only` takes a part of them, to develop on one half."""
    gold = found = overlap = same = 0
    for path in files(Path(folder))[only]:
        document = read(path)
        mine = ours(document)
        taken = pairs(document.gold, mine)
        gold, found, overlap = gold + len(document.gold), found + len(mine), overlap + len(taken)
        same += sum(one.value == other.value for one, other in taken)
    total = max(gold + found, 1)
    return {"value F1": 200 * same / total, "relaxed F1": 200 * overlap / total}
