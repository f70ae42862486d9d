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
    amount = in_figures(found.get("value")) or (f"{in_figures(low) or '…'} to {in_figures(high) or '…'}" if low or high else "")
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


def in_figures(number: str | float | Decimal | None, *, parted: bool = True) -> str:
    """A number in plain digits as people write it, “252,000,000,000”, “10”, “6.6”; text that is no number as it is.

    The one rule for every page and text: no exponent, no decimals that say nothing. Without `parted`, as people type it into a field.
    """
    if number is None or number == "":
        return ""
    try:
        value = Decimal(str(number))
    except InvalidOperation:
        return str(number)
    if not value.is_finite():
        return str(number)
    value = value.normalize() if isinstance(number, float) else value  # as the base has it: 252000000000.0 is 252,000,000,000
    return f"{value:,f}" if parted else f"{value:f}"


def told_first(quantity: Mapping[str, Any]) -> str:
    """A number of the base in the text's own words, then in plain figures where those say more: “$252 billion” (252,000,000,000 USD)."""
    words, plain = " ".join((quantity.get("verbatim") or "").split()), quantity_in_words({**quantity, "measure": ""})
    if not words:
        return plain
    return f"“{words}”" if not plain or plain.casefold() == words.casefold() else f"“{words}” ({plain})"


def told(value: object) -> str:
    """A value of a row as a change tells it: a number as people write it, anything else as Python does."""
    return in_figures(value) if isinstance(value, float) else repr(value)
