"""Where a paragraph quotes: pairs of quotation marks, curly, straight or typed as two apostrophes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

MARK = re.compile(r"[“”„«»\"]|''|``|(?<!\w)[‘'](?=\w)|(?<=[\w.,!?…])[’'](?!\w)")
OPENING = frozenset("“„«‘") | {"``"}
CLOSING = frozenset("”»’")
SINGLE = frozenset("‘’'")


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation, marks included, in code points of the paragraph; `closed` is false where it runs on to the paragraph's end."""

    start: int
    end: int
    closed: bool
    inner: str

    @property
    def words(self) -> int:
        return len(self.inner.split())

    @property
    def full(self) -> bool:
        """Whether it reads like something said, rather than like words picked out of it."""
        inside = self.inner.strip()
        ends_like_speech = inside[-1:] in ",.?!—-…" or not self.closed
        return bool(inside) and ((ends_like_speech and (self.words >= 2 or inside[-1] in "?!,.")) or self.words >= 8)


def find(text: str) -> list[Quote]:
    """The outermost quotations of a paragraph, in order. Single marks count only where no others stand around them."""
    marks = list(MARK.finditer(text))
    double = pair(text, [mark for mark in marks if mark.group() not in SINGLE])
    if double:
        return double
    return [quote for quote in pair(text, [mark for mark in marks if mark.group() in SINGLE]) if quote.closed]


def pair(text: str, marks: Sequence[re.Match[str]]) -> list[Quote]:
    """Opening marks with the next mark that closes; an opening mark while one is open counts as within it."""
    found: list[Quote] = []
    opened: re.Match[str] | None = None
    depth = 0
    for mark in marks:
        if opened is None:
            if opens(text, mark):
                opened, depth = mark, 0
            continue
        if mark.group() in OPENING and opened.group() == mark.group():
            depth += 1
        elif depth and mark.group() in CLOSING:
            depth -= 1
        elif closes(opened.group(), mark.group()):
            found.append(Quote(opened.start(), mark.end(), True, text[opened.end() : mark.start()]))
            opened = None
    if opened is not None and opened.group() not in SINGLE:
        found.append(Quote(opened.start(), len(text), False, text[opened.end() :]))
    return found


def opens(text: str, mark: re.Match[str]) -> bool:
    """A mark that can only open, or a straight one with white space (or nothing) before it and a word behind it."""
    if mark.group() in OPENING:
        return True
    if mark.group() in CLOSING:
        return False
    before, behind = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
    return bool(behind) and not behind.isspace() and (not before or before.isspace() or before in "([—–-:,‘'")


def closes(opened: str, mark: str) -> bool:
    """Curly marks close curly ones; straight ones close each other, and whatever somebody opened otherwise."""
    return mark not in OPENING and (mark in CLOSING or opened not in OPENING or mark in ('"', "''"))
