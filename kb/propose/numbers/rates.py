"""Units of rates, such as "USD per barrel" and "kilometres per hour"."""

from __future__ import annotations

import re

PER = re.compile(
    r" per (?P<per>[a-z]+)\b"
    r"| an? (?P<time>second|minute|hour|day|night|week|month|quarter|year|barrel|tonne|ton|kilo|kilogram|litre|liter|gallon|share|head|piece|pound|ounce)\b"
    r"(?! (?:ago|earlier|later|after|before|old))"
    r"|/(?P<short>hour|hr|h|day|d|month|year|yr|s|sec|kg|barrel|bbl|tonne|t|MWh|kWh)\b"
)
SHORT = {"hr": "hour", "h": "hour", "d": "day", "yr": "year", "s": "second", "sec": "second", "bbl": "barrel", "t": "tonne"}
TIMES = frozenset({"years", "months", "weeks", "days", "hours", "minutes", "seconds", "times"})


def of_unit(unit: str | None, text: str, end: int) -> tuple[str | None, int]:
    """Return the unit with what it is counted by, if that follows at code point `end`, and where the whole ends."""
    per = PER.match(text, end) if unit and unit not in TIMES and not unit.startswith("degrees") else None
    if per is None:
        return unit, end
    by = per["per"] or per["time"] or SHORT.get(per["short"], per["short"])
    return f"{unit} per {by}", per.end()
