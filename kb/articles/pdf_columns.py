"""Columns of running text on a page, told from the cells of a table. Pure; lengths are points (1/72 inch).

Segments side by side are columns, which are read one after the other, or cells, which are read row by row. Which of the two they are
shows in their words: a column is filled by lines of several words, a table is not.
"""

from __future__ import annotations

import itertools
import statistics
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from kb.articles.pdf_segments import Segment

GAP = 0.8  # of the height of the type; a wider gap within a line divides cells or columns
CROSSED = 0.3  # of the gaps at a gutter; so many lines may run across it, such as headings
MATES = 3  # rows with a gap at the same place that make a gutter


def neighbours(drawn: Sequence[Segment]) -> Iterator[tuple[Segment, Segment]]:
    """Yield each segment with the next one to its right at about the same height, across a gap that is wider than one between words."""
    by_height = sorted(drawn, key=lambda one: one.y)
    heights = [one.y for one in by_height]
    for one in drawn:
        near = by_height[bisect_right(heights, one.y - 0.7 * one.height) : bisect_left(heights, one.y + 0.7 * one.height)]
        beside = [other for other in near if other.left >= one.right - 1]
        nearest = min(beside, key=lambda other: other.left, default=None)
        if nearest is not None and nearest.left - one.right > GAP * one.height:
            yield one, nearest


def widest_gutter(drawn: Sequence[Segment], known: Iterable[float] = ()) -> float | None:
    """Return the x that lies in the gaps of most pairs of neighbours and that hardly any line crosses, None where fewer than MATES share one.

    A single gap is enough at a gutter that is `known` from other pages.
    """
    pairs = list(neighbours(drawn))
    middles = {(one.right + other.left) / 2 for one, other in pairs} | {other.left - 2 for one, other in pairs}
    spanning = {x: [pair for pair in pairs if pair[0].right < x < pair[1].left] for x in {round(x) for x in middles} | set(known)}
    for x in sorted(spanning, key=lambda x: (-len(spanning[x]), x)):
        needed = 1 if x in known else MATES
        if len(spanning[x]) >= needed and crossings(drawn, x, spanning[x]) <= CROSSED * len(spanning[x]):
            return float(x)
    return None


def crossings(drawn: Sequence[Segment], x: float, pairs: Sequence[tuple[Segment, Segment]]) -> int:
    """Return how many segments run across x between the highest and the lowest of the pairs. Words set far apart leave gaps, too."""
    heights = [one.y for one, _ in pairs]
    return sum(one.left < x - 1 and one.right > x + 1 and min(heights) <= one.y <= max(heights) for one in drawn)


def drawn_across(drawn: Sequence[Segment], gutter: float) -> bool:
    """Whether the page is drawn row by row, from one side of the gutter to the other within a line."""
    mates = [(one, other) for one, other in neighbours(drawn) if one.right < gutter < other.left]
    return jumps(drawn, gutter) >= min(MATES, max(1, len(mates)))


def jumps(drawn: Sequence[Segment], gutter: float) -> int:
    """Return how often the next segment to be drawn stands beside the one before, on the other side of the gutter."""
    return sum(one.right < gutter < other.left and abs(one.y - other.y) < 0.7 * one.height for one, other in itertools.pairwise(drawn))


def drawn_apart(drawn: Sequence[Segment]) -> bool:
    """Whether a segment stands beside another, across a wide gap, without being drawn right after it."""
    following = {(id(one), id(other)) for one, other in itertools.pairwise(drawn)}
    return any((id(one), id(other)) not in following for one, other in neighbours(drawn))


def figures_beside(drawn: Sequence[Segment], gutter: float) -> bool:
    """Whether most of what stands right of the gutter is figures, so that this is a table, even if it is drawn column by column."""
    cells = [other.words for one, other in neighbours(drawn) if one.right < gutter < other.left]
    return sum(2 * sum(map(str.isdigit, words)) >= len(words) for words in cells) > 0.8 * len(cells)


def numbers_left_of(drawn: Sequence[Segment], gutter: float) -> bool:
    """Whether nothing but numbers stands left of the gutter, as line numbers do, which belong to the lines beside them."""
    left = [one.words for one in drawn if one.right < gutter]
    return sum(words.strip().isdecimal() for words in left) > 0.9 * len(left)


def in_columns(drawn: list[Segment], known: set[float]) -> Iterator[list[Segment]]:
    """Yield the segments in groups that are read one after the other, each from its top to its bottom.

    The gutters between columns are added to `known`.
    """
    gutter = prose_gutter(drawn, known)
    if gutter is None:
        yield drawn
        return
    top, bottom = band(drawn, gutter)
    yield from filter(None, [[one for one in drawn if one.y > top]])
    inside = [one for one in drawn if bottom <= one.y <= top]
    yield from in_columns([one for one in inside if one.left < gutter], known)
    yield from in_columns([one for one in inside if one.left >= gutter], known)
    below = [one for one in drawn if one.y < bottom]
    if below:
        yield from in_columns(below, known)


def prose_gutter(drawn: Sequence[Segment], known: set[float]) -> float | None:
    """Return the x of a gutter with running text on both of its sides, None where there is none."""
    gutter = widest_gutter(drawn, known)
    if gutter is None or gutter in known:
        return gutter
    pairs = [(one, other) for one, other in neighbours(drawn) if one.right < gutter < other.left]
    if not is_prose([one for one, _ in pairs]) or not is_prose([other for _, other in pairs]):
        return None
    known.add(gutter)
    return gutter


def is_prose(column: Sequence[Segment]) -> bool:
    """Whether the segments of a column are lines of running text: several words, and most of them as wide as the column."""
    widths = [one.right - one.left for one in column]
    words = [len(one.words.split()) for one in column]
    characters = "".join(one.words for one in column)
    letters = sum(character.isalpha() or character.isspace() for character in characters)
    several = statistics.mean(words) >= 2.5 or statistics.mean(len(one.glyphs) for one in column) >= 12
    return several and letters >= 0.8 * len(characters) and statistics.median(widths) >= 0.6 * max(widths)


def band(drawn: Sequence[Segment], gutter: float) -> tuple[float, float]:
    """Return the heights between which the gutter divides the page: the first such stretch from the top that nothing crosses."""
    pairs = [(one, other) for one, other in neighbours(drawn) if one.right < gutter < other.left]
    first = max(max(one.y, other.y) for one, other in pairs)
    crossing = [one.y for one in drawn if one.left < gutter - 2 and one.right > gutter + 2]
    floor = max((y for y in crossing if y < first), default=float("-inf"))
    ceiling = min((y for y in crossing if y > first), default=float("inf"))
    inside = sorted({one.y for one in drawn if floor < one.y < ceiling}, reverse=True)
    steps = [above - below for above, below in itertools.pairwise(inside) if above - below > 2]
    reach = 2.2 * statistics.median(steps) if steps else 0
    top = bottom = first
    for y in inside:
        bottom = y if y <= first and bottom - y <= reach else bottom
    for y in reversed(inside):
        top = y if y >= first and y - top <= reach else top
    return top, bottom
