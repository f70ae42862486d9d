"""A long text in parts, each a page of its own. Offsets are code points from 0."""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from dataclasses import dataclass

from kb.base.model import Row

# The number of assertions up to which a text stands on one page, and about how many a part has otherwise.
WHOLE, PART = 400, 120
ALL = "all"  # the parameter of the page that shows the whole text, to print it


@dataclass(frozen=True)
class Parts:
    """Where the parts of a text begin and end, and which one is shown (counted from 1), None for the whole text."""

    spans: list[tuple[int, int]]
    number: int | None

    @property
    def span(self) -> tuple[int, int]:
        """The place of what is shown."""
        return self.spans[self.number - 1] if self.number else (self.spans[0][0], self.spans[-1][1])

    def within(self, rows: Sequence[Row]) -> list[Row]:
        """The rows (sections, sentences, assertions) of what is shown."""
        low, high = self.span
        return [row for row in rows if row["start_char"] < high and row["end_char"] > low]

    def cut(self, sections: Sequence[Row]) -> list[Row]:
        """The sections of what is shown, those that reach beyond it only as far as it goes."""
        low, high = self.span
        return [row | {"start_char": max(low, row["start_char"]), "end_char": min(high, row["end_char"])} for row in self.within(sections)]


def parts(text: str, assertions: Sequence[Row], asked: str, place: int | None) -> Parts:
    """The parts of a text, of which the one that is asked for is shown, or that in which a place lies; else the first."""
    spans = divided(text, assertions) if len(assertions) > WHOLE else [(0, len(text))]
    if asked == ALL or len(spans) == 1:
        return Parts(spans, None)
    if place is not None:
        return Parts(spans, bisect.bisect_right([low for low, _ in spans], place))
    number = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 9 else 1
    return Parts(spans, min(max(number, 1), len(spans)))


def divided(text: str, assertions: Sequence[Row]) -> list[tuple[int, int]]:
    """The (start, end) of each part. A part ends with a line that no quote runs over, once it has PART assertions (in order of start_char)."""
    spans, low, count, furthest = [], 0, 0, 0
    for row in assertions:
        line = text.rfind("\n", 0, row["start_char"]) + 1
        if count >= PART and line > low and furthest <= line:
            spans.append((low, line))
            low, count = line, 0
        count, furthest = count + 1, max(furthest, row["end_char"])
    return [*spans, (low, len(text))]


def place_of(shown: str, sentences: Sequence[Row], assertions: Sequence[Row]) -> int | None:
    """Where a passage, assertion or sentence begins, by its id; None where the text has none of that id."""
    for row in assertions:
        if shown in (row["passage_id"], row["assertion_id"]):
            return int(row["start_char"])
    return next((int(row["start_char"]) for row in sentences if row["id"] == shown), None)
