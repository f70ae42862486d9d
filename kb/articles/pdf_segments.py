"""Runs of glyphs on one baseline of a page, with raised figures in them. Pure; lengths are points (1/72 inch)."""

from __future__ import annotations

import statistics
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from kb.articles.pdf_glyphs import Glyph

WORDS_APART = 0.65  # of the height of the type; across a wider gap another word may be drawn later
SPACE = 0.15  # of the height; a gap of a space at least
SUPERSCRIPTS = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789", strict=True))


class Segment(NamedTuple):
    """A run of glyphs on one baseline. `raised` are the positions of glyphs that stand higher in smaller type."""

    glyphs: tuple[Glyph, ...]
    raised: frozenset[int]
    left: float
    right: float
    y: float
    height: float

    @property
    def words(self) -> str:
        """The characters, with a space wherever one shows."""
        return "".join(" " * bool(glyph.space and at) + glyph.char for at, glyph in enumerate(self.glyphs))


class Open:
    """A segment that may go on."""

    def __init__(self, glyph: Glyph) -> None:
        self.glyphs, self.raised = [glyph], set[int]()
        self.y, self.height = glyph.y, glyph.height
        if glyph.char in SUPERSCRIPTS:
            self.raised.add(0)

    def takes(self, glyph: Glyph) -> bool:
        """Add a glyph that goes on with this segment, and return whether it does."""
        last, tall = self.glyphs[-1], max(self.height, glyph.height)
        part = glyph.origin == last.origin and glyph.y == last.y and glyph.left == last.left  # of a ligature
        if not part and not -0.6 * tall <= glyph.left - last.right <= WORDS_APART * tall:
            return False
        up, smaller = glyph.y - self.y, 0.45 * self.height < glyph.height < 0.85 * self.height
        if smaller and 0.12 * self.height < up < 0.8 * self.height:
            self.raised.add(len(self.glyphs))
        elif self.height < 0.85 * glyph.height and 0.1 * glyph.height < -up < 0.8 * glyph.height and len(self.glyphs) <= 4:
            self.raised.update(range(len(self.glyphs)))  # a mark of a note, before the note itself
            self.y, self.height = glyph.y, glyph.height
        elif abs(up) > (0.4 if smaller else 0.15) * self.height or (up > 0.15 * self.height):
            return False
        elif glyph.char in SUPERSCRIPTS:
            self.raised.add(len(self.glyphs))
        apart = glyph.cut and not glyph.space and glyph.left - last.right > SPACE * tall  # PDFium begins a line here, and so sees no space
        self.glyphs.append(glyph._replace(space="made") if apart else glyph)
        return True

    def closed(self) -> Segment:
        plain = [glyph for at, glyph in enumerate(self.glyphs) if at not in self.raised] or self.glyphs
        height = statistics.median(glyph.height for glyph in plain)
        return Segment(tuple(self.glyphs), frozenset(self.raised), self.glyphs[0].left, self.glyphs[-1].right, self.y, height)


def segments(glyphs: Iterable[Glyph]) -> Iterator[Segment]:
    """Yield the segments in the order in which they are drawn."""
    now: Open | None = None
    for glyph in glyphs:
        if now is None or not now.takes(glyph):
            if now:
                yield now.closed()
            now = Open(glyph)
    if now:
        yield now.closed()


def whole(drawn: Sequence[Segment]) -> list[Segment]:
    """Return the segments with neighbours joined that were cut at a gap in which nothing else stands, as between words set far apart."""
    rows: dict[int, list[Segment]] = defaultdict(list)
    for one in drawn:
        rows[round(one.y)].append(one)
    result: list[Segment] = []
    for one in drawn:
        last = result[-1] if result else None
        if last and abs(one.y - last.y) <= 0.15 * one.height and 0 <= one.left - last.right <= max(one.height, last.height):
            near = [other for key in (-1, 0, 1) for other in rows[round(one.y) + key]]
            if not any(last.right <= (other.left + other.right) / 2 <= one.left for other in near):
                result[-1] = joined(last, one)
                continue
        result.append(one)
    return result


def joined(one: Segment, other: Segment) -> Segment:
    """Return two segments of a line as one, with white space between them."""
    first = other.glyphs[0]._replace(space=other.glyphs[0].space or "made")
    raised = one.raised | {at + len(one.glyphs) for at in other.raised}
    return one._replace(glyphs=(*one.glyphs, first, *other.glyphs[1:]), raised=raised, right=other.right)


def with_initials(drawn: list[Segment]) -> list[Segment]:
    """Return the segments with each drop cap put before the words that it begins."""
    usual = statistics.median([one.height for one in drawn] or [0])
    for cap in [one for one in drawn if len(one.glyphs) == 1 and one.glyphs[0].char.isalpha() and one.height > 1.7 * usual]:
        beside = [
            one
            for one in drawn
            if one is not cap and 0 <= one.left - cap.right < 1.5 * usual and cap.y - 0.2 * usual <= one.y < cap.y + cap.height
        ]
        if len(beside) >= 2:
            first = max(beside, key=lambda one: one.y)
            drawn[drawn.index(first)] = first._replace(
                glyphs=(cap.glyphs[0], first.glyphs[0]._replace(space=""), *first.glyphs[1:]),
                raised=frozenset(at + 1 for at in first.raised),
            )
            drawn.remove(cap)
    return drawn
