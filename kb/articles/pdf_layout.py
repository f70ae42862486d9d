"""From the glyphs of a page to its lines in the order of reading. Pure; lengths are points (1/72 inch).

A page whose columns or other parts are drawn one after the other is read as it is drawn. One that is drawn line by line across its
columns is read column by column, and any other from the top down.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Sequence

from kb.articles import pdf_bidi
from kb.articles.line_joins import set_apart
from kb.articles.pdf_columns import GAP, drawn_across, drawn_apart, figures_beside, in_columns, numbers_left_of, widest_gutter
from kb.articles.pdf_glyphs import Glyph
from kb.articles.pdf_lines import RAISED, Line
from kb.articles.pdf_segments import SUPERSCRIPTS, Segment, segments, whole, with_initials

BULLETS = tuple("•●▪■◦‣–-*\uf0b7")  # before the items of a list, whose first lines have no cells


def lines(glyphs: Sequence[Glyph], page: int, known: set[float]) -> tuple[list[Line], bool]:
    """Return the lines of a page in the order of reading, and whether columns were drawn line by line and have been put one after another.

    `known` are the gutters of columns on the pages before, to which those of this page are added.
    """
    if pdf_bidi.runs_leftwards(glyph.char for glyph in glyphs):
        groups = list(in_columns([mirrored(cell) for row in pdf_bidi.rows(glyphs) for cell in pdf_bidi.cells(row)], known))
        return [leftwards_line(row, page) for group in groups for row in rows(group)], len(groups) > 1
    drawn = with_initials(whole(list(segments(glyphs))))
    gutter = widest_gutter(drawn, known)
    by_rows = gutter is not None and (drawn_across(drawn, gutter) or numbers_left_of(drawn, gutter) or figures_beside(drawn, gutter))
    apart = not by_rows if gutter is not None else drawn_apart(drawn)
    if apart:
        return [row_line(row, page) for row in consecutive(drawn)], False
    groups = list(in_columns(drawn, known))
    return [row_line(row, page) for group in groups for row in rows(group)], len(groups) > 1


def rows(group: Sequence[Segment]) -> Iterator[list[Segment]]:
    """Yield the segments of each baseline from the top down, from left to right."""
    row: list[Segment] = []
    for one in sorted(group, key=lambda segment: -segment.y):
        if row and row[0].y - one.y > 0.3 * max(one.height, row[0].height):
            yield sorted(row, key=lambda segment: segment.left)
            row = []
        row.append(one)
    if row:
        yield sorted(row, key=lambda segment: segment.left)


def consecutive(drawn: Sequence[Segment]) -> Iterator[list[Segment]]:
    """Yield the segments as they are drawn, those together that go on along a baseline."""
    row: list[Segment] = []
    for one in drawn:
        if row and not (abs(one.y - row[-1].y) <= 0.3 * row[-1].height and one.left >= row[-1].right - 0.6 * one.height):
            yield row
            row = []
        row.append(one)
    if row:
        yield row


def row_line(row: Sequence[Segment], page: int) -> Line:
    """Return the line of the segments on one baseline, with where its cells begin."""
    text, cells = "", [0]
    for at, one in enumerate(row):
        if at:
            gap = one.left - row[at - 1].right
            text += " " if gap > 0.15 * one.height or one.glyphs[0].space else ""
            if gap > GAP * one.height and text.strip() not in BULLETS:
                cells.append(len(text))
        text += written(one)
    glyphs = [glyph for one in row for glyph in one.glyphs]
    return line(glyphs, page, text)._replace(
        height=round(max(row, key=lambda one: len(one.glyphs)).height, 2),
        bottom=round(row[0].y, 2),
        cells=tuple(cells) if len(cells) > 1 else (),
    )


def written(one: Segment) -> str:
    """Return the characters of a segment, with raised figures between the marks of RAISED."""
    made = [glyph.space == "made" for glyph in one.glyphs]
    pieces = []
    for at, glyph in enumerate(one.glyphs):
        raised, before = at in one.raised, at - 1 in one.raised
        pieces.append(RAISED[1] if before and not raised else "")
        wide = made[at] and at > 0 and set_apart(one.glyphs[at - 1].char, glyph.char)
        touching = made[at] and raised and not before
        pieces.append(" " if glyph.space and at and not wide and not touching else "")
        pieces.append(RAISED[0] if raised and not before else "")
        pieces.append(SUPERSCRIPTS.get(glyph.char, glyph.char) if raised else glyph.char)
    return "".join(pieces) + RAISED[1] * (len(one.glyphs) - 1 in one.raised)


def mirrored(cell: Sequence[Glyph]) -> Segment:
    """Return a cell of right-to-left text as a segment with its edges mirrored, so that what is read first has the least x."""
    left, right = -max(glyph.right for glyph in cell), -min(glyph.left for glyph in cell)
    y, height = statistics.median(glyph.y for glyph in cell), max(glyph.height for glyph in cell)
    return Segment(tuple(cell), frozenset(), left, right, y, height)


def leftwards_line(row: Sequence[Segment], page: int) -> Line:
    """Return a line of right-to-left text, whose edges are mirrored as those of its segments."""
    glyphs = [glyph for one in row for glyph in one.glyphs]
    made = line(glyphs, page, "".join(pdf_bidi.logical(glyphs)))
    return made._replace(left=-made.right, right=-made.left, height=round(max(one.height for one in row), 2))


def line(glyphs: Sequence[Glyph], page: int, text: str) -> Line:
    """Return the line of these glyphs, which is written as `text`."""
    hyphen = glyphs[-1].hyphen or (text.endswith("-") and text[-2:-1].isalnum())
    left, right = min(glyph.left for glyph in glyphs), max(glyph.right for glyph in glyphs)
    bottom, height = statistics.median(glyph.y for glyph in glyphs), statistics.median(glyph.height for glyph in glyphs)
    return Line(text, page, round(left, 2), round(right, 2), round(bottom, 2), round(height, 2), hyphen)
