"""Quantities and dates found in a text in English words, for people to read: “about 40,000 people”, “no date (a length of time)”."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

COMPARISONS = {
    "equal": "",
    "at-least": "at least",
    "at-most": "at most",
    "range": "",
    "vague": "an unstated number",
    "ratio": "a ratio of",
    "change": "a change of",
}


def quantity_in_words(found: Mapping[str, Any]) -> str:
    """A quantity (`comparison`, `value`, `minimum`, `maximum`, `unit`, `measure`), which names no word twice."""
    low, high = found.get("minimum"), found.get("maximum")
    amount = grouped(found.get("value")) or (f"{grouped(low) or '…'} to {grouped(high) or '…'}" if low or high else "")
    unit, measure = found.get("unit") or "", found.get("measure") or ""
    if measure and (measure == unit or measure.startswith(f"{unit} ")) and unit:
        unit, measure = measure, ""
    comparison = COMPARISONS.get(found["comparison"], found["comparison"])
    if found["comparison"] == "vague" and unit:
        comparison += " of"
    return " ".join(part for part in (comparison, amount, unit, f"({measure})" if measure else "") if part)


def date_in_words(found: Mapping[str, Any]) -> str:
    """A date (`edtf`, `basis`) with what it was counted from, or why there is none."""
    return f"{found['edtf'] or 'no date'} ({found['basis']})"


def grouped(number: str | float | None) -> str:
    """A number in plain digits with its thousands parted, “252,000,000,000”; text that is no number as it is."""
    try:
        if isinstance(number, float):  # as the base has it: 252000000000.0 is 252,000,000,000
            return f"{Decimal(str(number)).normalize():,f}"
        return f"{Decimal(number):,f}" if number else ""
    except InvalidOperation:
        return str(number or "")
