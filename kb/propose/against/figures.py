"""Two figures of one measure: the same, different, or not to be compared."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from kb import dates
from kb.propose.types import Quantity

TOLERANCE = 0.05  # of the value, where either side says "about"
SHORT = 92  # days: two such stretches of time that overlap are taken for one
UNDONE = frozenset({"plan", "prediction", "conditional", "norm", "question"})


@dataclass(frozen=True)
class Figure:
    """A number with its bounds (None where open), unit and time."""

    comparison: str
    low: float | None
    high: float | None
    unit: str | None
    when: str | None

    @classmethod
    def of(cls, quantity: Quantity, when: str | None) -> Figure:
        return cls.made(
            quantity.comparison, _number(quantity.value), _number(quantity.minimum), _number(quantity.maximum), quantity.unit, when
        )

    @classmethod
    def made(
        cls, comparison: str, value: float | None, minimum: float | None, maximum: float | None, unit: str | None, when: str | None
    ) -> Figure:
        if comparison == "at-least":
            return cls(comparison, value if minimum is None else minimum, None, unit, when)
        if comparison == "at-most":
            return cls(comparison, None, value if maximum is None else maximum, unit, when)
        if comparison == "range":
            return cls(comparison, minimum, maximum, unit, when)
        slack = abs(value or 0) * TOLERANCE if comparison == "about" else 0.0
        return cls(comparison, None if value is None else value - slack, None if value is None else value + slack, unit, when)

    def comparable(self, other: Figure) -> bool:
        """Of one unit and sort: a change is not compared with a sum, and what has no number with nothing."""
        known = all(one.low is not None or one.high is not None for one in (self, other))
        relative = {"change", "ratio"}
        return known and self.unit == other.unit and {self.comparison} & relative == {other.comparison} & relative

    def agrees(self, other: Figure) -> bool:
        """Whether some number fits both."""
        low = max((one for one in (self.low, other.low) if one is not None), default=None)
        high = min((one for one in (self.high, other.high) if one is not None), default=None)
        return low is None or high is None or low <= high


def _number(text: str | None) -> float | None:
    return None if text is None else float(text)


def same_time(one: str | None, other: str | None) -> bool | None:
    """Whether two EDTF dates mean one time; None where either is unknown or open."""
    mine, theirs = (dates.bounds(when) if when else None for when in (one, other))
    if mine is None or theirs is None or None in mine or None in theirs:
        return None
    if mine == theirs:
        return True
    overlap = mine[0] <= theirs[1] and theirs[0] <= mine[1]  # type: ignore[operator]
    return overlap and all(_days(*bounds) <= SHORT for bounds in (mine, theirs))


def _days(first: str | None, last: str | None) -> int:
    return (datetime.date.fromisoformat(str(last)) - datetime.date.fromisoformat(str(first))).days


def later(one: str | None, other: str | None) -> bool:
    """Whether the first EDTF date begins after the other ends."""
    mine, theirs = (dates.bounds(when) if when else None for when in (one, other))
    return bool(mine and theirs and mine[0] and theirs[1] and mine[0] > theirs[1])
