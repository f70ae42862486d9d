"""Numbers in an English text, as the table quantities holds them: comparison, value or bounds, unit, and what is counted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from kb.propose import dates, figures
from kb.propose.numbers import measure
from kb.propose.numbers.reading import amount_value, change_direction, ends_in_change, is_name, named_comparison, unit_of
from kb.propose.numbers.vocabulary import FACTOR, FRACTION, FRACTIONS, QUANTITY, TIMES, TO_ONE, VAGUE
from kb.propose.types import Date, Quantity, Span


def find(text: str, known: Sequence[Date] | None = None) -> list[Quantity]:
    """The quantities of the text in order, none overlapping. Dates and years, ordinals and numbers in names are none.

    `known` are the dates of the same text, if they were found already; lengths of time ("two years") are quantities as well.
    """
    taken = [
        (one.span.start, one.span.end) for one in (dates.find(text, None) if known is None else known) if not one.timex.startswith("P")
    ]
    found: list[Quantity] = []
    for quantity in sorted(_all(text), key=lambda one: (one.span.start, -one.span.end)):
        span = quantity.span
        if any(start < span.end and span.start < end for start, end in taken):
            continue
        taken.append((span.start, span.end))
        found.append(quantity)
    return found


def _all(text: str) -> Iterator[Quantity]:
    for match in TO_ONE.finditer(text):
        noun = measure.before(text, match.start())
        yield _quantity(text, match.span(), "ratio", figures.value(match["count"]), "to one", noun)
    for match in TIMES.finditer(text):
        value = figures.value(match["count"]) if match["count"] else Decimal(FACTOR[match["double"][:5].lower()])
        yield _quantity(
            text, match.span(), "ratio", value, "times", measure.following(text, match.end())[1] or measure.before(text, match.start())
        )
    for match in FRACTION.finditer(text):
        start = match.start() + (match[0][:1] == " ")
        top = figures.value(match["top"]) if match["top"] and match["top"].lower() != "a" else Decimal(1)
        value = top / FRACTIONS[match["part"].lower().rstrip("s") if match["part"] else "half"]
        yield _quantity(
            text,
            (start, match.end()),
            "ratio",
            round(value, 4),
            "of the whole",
            measure.joined(text, match.end()) or measure.following(text, match.end())[1],
        )
    for match in VAGUE.finditer(text):
        noun, phrase = measure.following(text, match.end())
        yield _quantity(text, match.span(), "vague", None, noun, phrase)
    yield from _plain(text)


def _plain(text: str) -> Iterator[Quantity]:
    """Amounts, and ranges of two; where two beside each other are no range, the search goes on after the first."""
    match = QUANTITY.search(text)
    while match is not None:
        second = bool(match["figure2"]) and _is_range(text, match)
        made = _amounts(text, match, second)
        if made is not None:
            yield made
        end = match.end("figure1") if match["figure2"] and not second else match.end()
        match = QUANTITY.search(text, max(end, match.start() + 1))


def _quantity(text: str, span: tuple[int, int], comparison: str, value: Decimal | None, unit: str | None, counted: str | None) -> Quantity:
    return Quantity(Span.of(text, *span), comparison, None if value is None else figures.plain(value), None, None, unit, counted)


def _amounts(text: str, match: re.Match[str], second: bool) -> Quantity | None:
    """One amount, or a range of two."""
    end = match.end() if second or not match["figure2"] else match.end("unit1") if match["unit1"] else match.end("figure1")
    start = match.start() if second or not match["between"] else match.end("between")
    unit = unit_of(match, "2" if second else "1") or unit_of(match, "1")
    if is_name(text, match, unit):
        return None
    noun, counted = _counted(text, end, start, unit)
    if second:
        low, high = _bounds(match)
        if low <= high:
            return Quantity(Span.of(text, start, end), "range", None, figures.plain(low), figures.plain(high), unit or noun, counted)
        end = match.end("unit1") if match["unit1"] else match.end("figure1")
    if unit is None and noun is None and match["figure1"].lower() in figures.SMALL and not match["before"]:
        return None  # "between the two": a pronoun
    value = amount_value(match, "1")
    direction = change_direction(text, start, end, unit)
    if direction is not None:
        return Quantity(Span.of(text, start, end), "change", figures.plain(value * direction), None, None, unit or noun, counted)
    comparison = named_comparison(match, second)
    bound = figures.plain(value)
    low_text, high_text = bound if comparison == "at-least" else None, bound if comparison == "at-most" else None
    return Quantity(Span.of(text, start, end), comparison, bound, low_text, high_text, unit or noun, counted)


def _counted(text: str, end: int, start: int, unit: str | None) -> tuple[str | None, str | None]:
    if unit is None:
        noun, phrase = measure.following(text, end)
        return noun, phrase or measure.before(text, start)
    return None, measure.around(text, start, end)


def _is_range(text: str, match: re.Match[str]) -> bool:
    """ "10-15%", "10 to 15", "between 3 and 5"; "3 and 5" alone are two numbers."""
    word = match["to"].strip().lower()
    if word == "and":
        return bool(match["between"]) and match["between"].strip().lower() == "between"
    if word == "to" and match["between"]:
        return False  # "rose from 3 to 5" gives two values, not a range
    if word == "to" and ends_in_change(text, match.start()):
        return False  # nor does "fell 5 percent to 20 percent"
    return word != "or" or amount_value(match, "1") + 1 == amount_value(match, "2")


def _bounds(match: re.Match[str]) -> tuple[Decimal, Decimal]:
    """The scale said once holds for both: "$12-15 billion"."""
    low, high = amount_value(match, "1"), amount_value(match, "2")
    if low < high and match["figure1"].replace(",", "").replace(".", "").isdigit():
        scale = high / figures.value(re.match(r"[\d,.]+", match["figure2"])[0]) if re.match(r"[\d,.]*\d", match["figure2"]) else Decimal(1)  # type: ignore[index]
        if scale > 1 and low * scale <= high:
            low *= scale
    return low, high
