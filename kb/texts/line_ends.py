"""Tell line ends inside the paragraphs of a text from those between them. Pure; offsets are code points.

Press agencies, e-mail and old word processors break lines at a column of their choice. Such a line end is a space, and a sentence goes
over it. Elsewhere a line end is the end of a paragraph, a heading, a verse or a row. What tells them apart is that a wrapped line is
full: the first word of the next line would have gone beyond the width of the others. A line that stops in mid-sentence, before a small
letter, goes on as well.
"""

from __future__ import annotations

import functools
import itertools
import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

WIDEST = 120  # code points; no text is wrapped at a greater width
NARROWEST = 30
RAGGED = 0.1  # of the width; lines may end so much before it, where a longer word was divided or a rule of thumb broke them
WRAPPED = 0.4  # of the full lines must go on with a small letter, and of all lines be full, for a text to be wrapped
MANY = 10  # lines from which on a few overlong ones, such as web addresses, are left aside
LONG = 40  # code points of a line that goes on before a small letter in a text that is not wrapped
LINE = re.compile(r"[^\n\r\f]*[^\s][^\n\r\f]*")
LINE_END = re.compile(r"\r\n|\n|\r")
TERMINAL = re.compile(r"[.!?…:;。！？][”’\"'»)\]」』]*$")
ITEM = re.compile(r"[-*•·>#|]|\(?\w{1,3}[.)]\s")  # the beginning of an item of a list, a heading or a quoted line
OPENING = "“‘\"'«„([—–"


class Gap(NamedTuple):
    """The white space between two lines that have words, with the lines, and its place in the text."""

    start: int
    end: int
    above: str
    below: str

    @property
    def full(self) -> int:
        """The length of the line above with the first word of the line below, which a wrapped text has no room for."""
        return len(self.above) + 1 + len(self.below.split(None, 1)[0]) if not unspaced(self.below.lstrip()[0]) else len(self.above) + 1

    @property
    def goes_on(self) -> bool:
        """Whether the line above stops in mid-sentence: without an end, before a small letter or within Chinese or Japanese."""
        following = self.below.lstrip().lstrip(OPENING)[:1]
        return not TERMINAL.search(self.above) and (following.islower() or (unspaced(following) and unspaced(self.above[-1])))


@functools.lru_cache(maxsize=2)
def flowing(text: str) -> str:
    """Return a text of the same length, with spaces for the line ends that lie inside paragraphs."""
    pieces, at = [], 0
    for gap in inner(list(gaps(text))):
        pieces += [text[at : gap.start], " " * (gap.end - gap.start)]
        at = gap.end
    return "".join([*pieces, text[at:]]) if pieces else text


def gaps(text: str) -> Iterator[Gap]:
    """Yield each gap that may lie inside a paragraph: one line end, or the end of a page in mid-sentence."""
    for above, below in itertools.pairwise(LINE.finditer(text)):
        start, end = above.start() + len(above[0].rstrip()), below.end() - len(below[0].lstrip())
        between = text[above.end() : below.start()]
        gap = Gap(start, end, above[0].rstrip(), below[0].rstrip())
        line_ends, page_end = len(LINE_END.findall(between)), "\f" in between
        if "\t" in gap.above.strip() or "\t" in gap.below.strip() or ITEM.match(gap.below.lstrip()):
            continue
        if (line_ends == 1 and not page_end) or (page_end and line_ends <= 2 and gap.goes_on):
            yield gap


def inner(candidates: Sequence[Gap]) -> list[Gap]:
    """Return the gaps that lie inside paragraphs."""
    wide = width(candidates)
    full = [gap for gap in candidates if wide and gap.full > (1 - RAGGED) * wide]
    wrapped = len(full) >= WRAPPED * len(candidates) and sum(gap.goes_on for gap in full) >= WRAPPED * len(full)
    if not full or not wrapped:
        return [gap for gap in candidates if gap.goes_on and LONG <= len(gap.above) <= WIDEST]
    filled = {gap.start for gap in full if not indented(gap)}
    return [gap for gap in candidates if gap.start in filled or gap.goes_on]


def width(candidates: Sequence[Gap]) -> int:
    """Return the width at which the lines seem to be wrapped, 0 where they are longer or shorter than wrapped lines are."""
    lengths = sorted(len(gap.above) for gap in candidates)
    if not lengths:
        return 0
    widest = lengths[int(0.9 * (len(lengths) - 1))] if len(lengths) >= MANY else lengths[-1]
    least = NARROWEST / 2 if unspaced(candidates[0].above[-1]) else NARROWEST
    return widest if least <= widest <= WIDEST else 0


def indented(gap: Gap) -> bool:
    """Whether the line below is set in from the line above, as the first line of a paragraph may be."""
    return indent(gap.below) > indent(gap.above) + 1 and not gap.goes_on


def indent(line: str) -> int:
    """Return the number of white-space characters at the beginning of a line."""
    return len(line) - len(line.lstrip())


def unspaced(char: str) -> bool:
    """Whether a character is a Chinese one, a kana, or punctuation of their width."""
    return unicodedata.east_asian_width(char) in ("W", "F") and not "\uac00" <= char <= "\ud7a3" if char else False
