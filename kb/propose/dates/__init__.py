"""Find expressions of time in an English text: dates as EDTF with what they were counted from, lengths and repeated times as TIMEX3."""

from __future__ import annotations

import re

from kb.propose.dates import absolute, ago, eras, in_figures, lengths, names, periods, relative, times
from kb.propose.dates.clock import Anchor
from kb.propose.dates.joining import join
from kb.propose.dates.rules import RULES, Context, Value
from kb.propose.parts import Date, Span
from kb.texts import written_dates

__all__ = [
    "absolute",
    "ago",
    "eras",
    "find",
    "in_figures",
    "lengths",
    "periods",
    "relative",
    "times",
]  # the modules fill the table of rules


def find(text: str, anchor: str | None) -> list[Date]:
    """Return the dates, times and lengths of time in the text, in order and without overlaps.

    `anchor` is the EDTF date of publication, from which "yesterday" and the like are counted; without it they have no value, and their
    basis says so.
    """
    context = Context(
        text, Anchor.of(anchor), order=written_dates.order_in(text), order_words=written_dates.words_that_show_the_order(text)
    )
    dates: list[Date] = []
    for match, value in _values(context):
        start, end = match.span()
        dates.append(Date(Span.of(text, start, end), value.edtf, value.basis, value.timex))
    return join(text, dates)


def _values(context: Context) -> list[tuple[re.Match[str], Value]]:
    """Return the matches with their values from left to right. At each place the longest match that has a value wins."""
    candidates = [
        (match.start(), -match.end(), place, match) for place, rule in enumerate(RULES) for match in rule.pattern.finditer(context.text)
    ]
    candidates.sort(key=lambda candidate: candidate[:3])
    covered = 0
    values = []
    for start, _, place, match in candidates:
        if start < covered or match.start() == match.end():
            continue
        try:
            value = RULES[place].read(match, context)
        except (ValueError, OverflowError, ArithmeticError):
            continue  # a figure that is in no calendar
        if value is None:
            continue
        if names.is_name(context.text, start, match.end()):
            covered = match.end()
            continue
        value = names.without_far_year(context.text, start, match.end(), value, context.anchor)
        context.remember(value, match[0], match.end())
        values.append((match, value))
        covered = match.end()
    return values
