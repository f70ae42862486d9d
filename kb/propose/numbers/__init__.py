"""Find the numbers in a text, by rules for English and by the marks of other locales, with the columns of the table quantities: comparison, value or bounds, unit, what is counted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from kb.propose import dates, figures
from kb.propose.numbers import measure, other_languages, rates
from kb.propose.numbers.interpretation import amount_value, change_direction, ends_in_change, is_name, is_scale, named_comparison, unit_of
from kb.propose.numbers.unread import BELOW_ZERO, understood
from kb.propose.numbers.vocabulary import BEFORE, FACTOR, FRACTION, FRACTIONS, IN_SO_MANY, QUANTITY, TIMES, TO_ONE, VAGUE
from kb.propose.parts import Date, Quantity, Span
from kb.texts.number_words import SMALL


def find(text: str, known: Sequence[Date] | None = None, language: str = "en") -> list[Quantity]:
    """Return the quantities of the text in order, without overlaps, and without dates, years, ordinals and numbers in names.

    `known` are the dates of the same text, if they were found already; lengths of time ("two years") are quantities as well. In a text
    of another `language` (BCP 47) "3,5" and "1.250" are read as its locale writes them, and much less is found.
    """
    if not other_languages.writes_as_english(language):
        return other_languages.find(text, language)
    occupied = [
        (date.span.start, date.span.end) for date in (dates.find(text, None) if known is None else known) if not date.timex.startswith("P")
    ]
    quantities: list[Quantity] = []
    for quantity in sorted(_all(text), key=lambda quantity: (quantity.span.start, -quantity.span.end)):
        span = quantity.span
        if any(start < span.end and span.start < end for start, end in occupied):
            continue
        occupied.append((span.start, span.end))
        quantities.append(quantity)
    return quantities


def _all(text: str) -> Iterator[Quantity]:
    """Yield the quantities of every pattern, which may overlap, pattern by pattern."""
    for match in TO_ONE.finditer(text):
        noun = measure.before(text, match.start())
        yield _quantity(Span.of(text, *match.span()), "ratio", figures.value(match["count"]), "to one", noun)
    for match in TIMES.finditer(text):
        count = match["count"] or match["factor"]
        value = figures.value(count) if count else Decimal(FACTOR[match["double"][:5].lower()])
        counted = measure.following(text, match.end())[1] or measure.before(text, match.start())
        yield _quantity(Span.of(text, *match.span()), "ratio", value, "times", counted)
    for match in FRACTION.finditer(text):
        start = match.start() + (match[0][:1] == " ")
        top = figures.value(match["top"]) if match["top"] and match["top"].lower() != "a" else Decimal(1)
        value = share(top, Decimal(FRACTIONS[match["part"].lower().rstrip("s") if match["part"] else "half"]))
        counted = measure.joined(text, match.end()) or measure.following(text, match.end())[1]
        yield _quantity(Span.of(text, start, match.end()), _bound(match), value, "of the whole", counted)
    for match in IN_SO_MANY.finditer(text):
        top, whole = figures.value(match["top"]), figures.value(match["whole"])
        if 0 < top < whole and not re.fullmatch(r"(?:1[5-9]|20)\d\d", match["whole"]):
            counted = measure.following(text, match.end())[1] or measure.before(text, match.start())
            yield _quantity(Span.of(text, *match.span()), _bound(match), share(top, whole), "of the whole", counted)
    for match in VAGUE.finditer(text):
        noun, phrase = measure.following(text, match.end())
        yield _quantity(Span.of(text, *match.span()), "vague", None, noun, phrase)
    yield from _plain(text)


def share(top: Decimal, whole: Decimal) -> Decimal:
    """Return a part of a whole to four figures."""
    return Decimal(f"{top / whole:.4g}")


def _plain(text: str) -> Iterator[Quantity]:
    """Yield amounts and ranges. Where two amounts in a row are no range, the search continues after the first of them."""
    match = QUANTITY.search(text)
    while match is not None:
        second = bool(match["figure2"]) and _is_range(text, match)
        quantity = _amounts(text, match, second)
        if quantity is not None:
            yield quantity
        end = match.end("figure1") if match["figure2"] and not second else match.end()
        match = QUANTITY.search(text, max(end, match.start() + 1))


def _bound(match: re.Match[str]) -> str:
    """Return the comparison that the words before a share express, "ratio" where there are none."""
    comparison = BEFORE.get((match["before"] or "").lower(), "ratio")
    return "ratio" if comparison == "equal" else comparison


def _quantity(span: Span, comparison: str, value: Decimal | None, unit: str | None, counted: str | None) -> Quantity:
    """Return a quantity of one number, with the bound that its comparison sets."""
    number = None if value is None else figures.plain(value)
    low, high = number if comparison == "at-least" else None, number if comparison == "at-most" else None
    return Quantity(span, comparison, number, low, high, unit, counted)


def _amounts(text: str, match: re.Match[str], second: bool) -> Quantity | None:
    """Return the quantity of a match, as a range if its `second` amount belongs to it, or None where the figure counts nothing."""
    end = match.end() if second or not match["figure2"] else match.end("unit1") if match["unit1"] else match.end("figure1")
    start = match.start() if second or not match["between"] else match.end("between")
    unit = unit_of(match, "2" if second else "1") or unit_of(match, "1")
    if unit is None and match["figure2"] and match["between"]:
        unit = unit_of(match, "2")  # "from 3 to 5 percent" gives two values of one unit
    if is_name(text, match, unit):
        return None
    unit, end = rates.of_unit(unit, text, end)
    if not _understood(text, match, (start, end), second, unit):
        return None
    noun, counted = _counted(text, end, start, unit)
    if second:
        return _range(match, Span.of(text, start, end), unit or noun, counted)
    if unit is None and match["figure1"].lower() in (SMALL if noun is None and not match["before"] else {"one", "zero"}):
        return None  # a pronoun, as in "between the two"
    return _single(text, match, Span.of(text, start, end), unit, (noun, counted))


def _understood(text: str, match: re.Match[str], place: tuple[int, int], second: bool, unit: str | None) -> bool:
    """Whether the amount at this place, and the two figures of a range each by itself, are what their figures spell."""
    start, end = place
    bare = not (unit or match["before"] or match["mark"] or match["between"])
    if not understood(text, start, end, match["figure1"], bare=bare):
        return False
    if (match["unit2" if second else "unit1"] or "").lower() == "m" and (match["sign1"] or is_scale(text, start, end)):
        return False  # "$5 m" and "5 m people" are no metres
    if (
        not match["unit2" if second else "unit1"]
        and re.search(r"\d[kmb]$", match["figure2" if second else "figure1"], re.IGNORECASE)
        and not match["sign1"]
    ):
        return is_scale(text, start, end)
    return True


def _range(match: re.Match[str], span: Span, unit: str | None, counted: str | None) -> Quantity | None:
    """Return a range. Two figures that fall or are the same are a score or a vote, unless both are below zero."""
    low, high = _bounds(match)
    if high < low <= 0:
        low, high = high, low
    if low >= high:
        return None
    return Quantity(span, "range", None, figures.plain(low), figures.plain(high), unit, counted)


def _single(text: str, match: re.Match[str], span: Span, unit: str | None, measured: tuple[str | None, str | None]) -> Quantity:
    """Return the quantity of one amount: a change, a bound or a value."""
    (noun, counted), value = measured, amount_value(match, "1")
    below = BELOW_ZERO.match(text, span.end)
    if below and value > 0:
        value, span = -value, Span.of(text, span.start, below.end())
    direction = change_direction(text, span.start, span.end, unit) if value >= 0 else None
    if direction is not None:
        return Quantity(span, "change", figures.plain(value * direction), None, None, unit or noun, counted)
    comparison = named_comparison(match, False)
    bound = figures.plain(value)
    low, high = bound if comparison == "at-least" else None, bound if comparison == "at-most" else None
    return Quantity(span, comparison, bound, low, high, unit or noun, counted)


def _counted(text: str, end: int, start: int, unit: str | None) -> tuple[str | None, str | None]:
    """Return (the counted noun, what is counted) of the amount text[start:end]. The noun is None beside a unit."""
    if unit is None:
        noun, phrase = measure.following(text, end)
        return noun, phrase or measure.before(text, start)
    return None, measure.around(text, start, end)


def _is_range(text: str, match: re.Match[str]) -> bool:
    """Whether two amounts are a range, as in "10-15%", "10 to 15" and "between 3 and 5", but not in "3 and 5"."""
    word = match["to"].strip().lower()
    if word == "and":
        return bool(match["between"]) and match["between"].strip().lower() == "between"
    if word == "to" and match["between"]:
        return False  # "rose from 3 to 5" gives two values, not a range
    if word == "to" and ends_in_change(text, match.start()) and (unit_of(match, "1") or unit_of(match, "2") != "percent"):
        return False  # "fell 5 percent to 20 percent" gives a change and a value
    low, high = _bounds(match)
    scale = max(figures.scaled(match["figure2"]), Decimal(1))
    return word != "or" or low + scale == high


def _bounds(match: re.Match[str]) -> tuple[Decimal, Decimal]:
    """Return the bounds of a range. A scale at the second figure also applies to the first, as in "$12-15 billion" and "two to three million"."""
    low, high = amount_value(match, "1"), amount_value(match, "2")
    scale = figures.scaled(match["figure2"])
    if low < high and figures.scaled(match["figure1"]) == 1 and low * scale <= high:
        low *= scale
    return low, high
