"""Compare two figures of one measure, which may agree, differ, or not be comparable."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import NamedTuple

from kb.base import dates
from kb.propose.parts import Quantity

TOLERANCE = 0.05  # share of the value that an "about" allows on each side
SHORT = 92  # days; overlapping periods no longer than this count as the same time
UNDONE = frozenset({"plan", "prediction", "conditional", "norm", "question"})


class Amount(NamedTuple):
    """The columns of the table quantities that are compared."""

    comparison: str
    value: float | None
    minimum: float | None
    maximum: float | None
    unit: str | None


@dataclass(frozen=True)
class Figure:
    """A range of numbers (a bound is None where it is open) with its unit and EDTF time."""

    comparison: str
    low: float | None
    high: float | None
    unit: str | None
    when: str | None

    @classmethod
    def of(cls, quantity: Quantity, when: str | None) -> Figure:
        """Return the figure of a quantity in a text."""
        value, minimum, maximum = (_number(number) for number in (quantity.value, quantity.minimum, quantity.maximum))
        return cls.bounded(Amount(quantity.comparison, value, minimum, maximum, quantity.unit), when)

    @classmethod
    def bounded(cls, amount: Amount, when: str | None) -> Figure:
        """Return the figure with the bounds that the comparison of an amount means."""
        comparison, value, minimum, maximum, unit = amount
        if comparison == "at-least":
            return cls(comparison, value if minimum is None else minimum, None, unit, when)
        if comparison == "at-most":
            return cls(comparison, None, value if maximum is None else maximum, unit, when)
        if comparison == "range":
            return cls(comparison, minimum, maximum, unit, when)
        slack = abs(value or 0) * TOLERANCE if comparison == "about" else 0.0
        return cls(comparison, None if value is None else value - slack, None if value is None else value + slack, unit, when)

    def comparable(self, other: Figure) -> bool:
        """Whether both figures have a number, the same unit and the same sort. A change or ratio is not compared with a sum."""
        known = all(figure.low is not None or figure.high is not None for figure in (self, other))
        relative = {"change", "ratio"}
        return known and self.unit == other.unit and {self.comparison} & relative == {other.comparison} & relative

    def agrees(self, other: Figure) -> bool:
        """Whether some number lies within the bounds of both figures."""
        low = max((bound for bound in (self.low, other.low) if bound is not None), default=None)
        high = min((bound for bound in (self.high, other.high) if bound is not None), default=None)
        return low is None or high is None or low <= high


def _number(text: str | None) -> float | None:
    """Return a number in digits as a float, None for None."""
    return None if text is None else float(text)


def same_time(first: str | None, second: str | None) -> bool | None:
    """Whether two EDTF dates mean the same time, None where either is unknown or open."""
    mine, theirs = (dates.bounds(when) if when else None for when in (first, second))
    if mine is None or theirs is None or None in mine or None in theirs:
        return None
    if mine == theirs:
        return True
    overlap = mine[0] <= theirs[1] and theirs[0] <= mine[1]  # type: ignore[operator]
    return overlap and all(_days(*bounds) <= SHORT for bounds in (mine, theirs))


def _days(first: str | None, last: str | None) -> int:
    """Return the number of days from one ISO date to another."""
    return (datetime.date.fromisoformat(str(last)) - datetime.date.fromisoformat(str(first))).days


def later(first: str | None, second: str | None) -> bool:
    """Whether the first EDTF date begins after the second ends."""
    mine, theirs = (dates.bounds(when) if when else None for when in (first, second))
    return bool(mine and theirs and mine[0] and theirs[1] and mine[0] > theirs[1])
