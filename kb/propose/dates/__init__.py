"""Expressions of time in an English text: dates as EDTF, with what they were counted from; lengths and repeated times as TIMEX3."""

from __future__ import annotations

import re

from kb.propose.dates import absolute, ago, lengths, periods, relative, times
from kb.propose.dates.clock import Anchor
from kb.propose.dates.joining import join
from kb.propose.dates.reading import RULES, Context, Value
from kb.propose.types import Date, Span

__all__ = ["absolute", "ago", "find", "lengths", "periods", "relative", "times"]  # the modules fill the table of rules


def find(text: str, anchor: str | None) -> list[Date]:
    """The dates, times and lengths of time in the text, in order, none overlapping.

    `anchor` is the EDTF date of publication, from which "yesterday" and the like are counted; without it they have no value, and say so.
    """
    context = Context(text, Anchor.of(anchor))
    found: list[Date] = []
    for match, value in _values(context):
        start, end = match.span()
        found.append(Date(Span.of(text, start, end), value.edtf, value.basis, value.timex))
    return join(text, found)


def _values(context: Context) -> list[tuple[re.Match[str], Value]]:
    """What each rule reads, from left to right; at one place the longest match that has a value wins."""
    candidates = [
        (match.start(), -match.end(), place, match) for place, rule in enumerate(RULES) for match in rule.pattern.finditer(context.text)
    ]
    candidates.sort(key=lambda candidate: candidate[:3])
    done = 0
    found = []
    for start, _, place, match in candidates:
        if start < done or match.start() == match.end():
            continue
        try:
            value = RULES[place].read(match, context)
        except (ValueError, OverflowError, ArithmeticError):
            continue  # a figure that no calendar holds
        if value is None:
            continue
        context.remember(value, match[0], match.end())
        found.append((match, value))
        done = match.end()
    return found
