"""Dates written in figures, such as 23/10/2021: the one rule by which articles are dated and times in their texts proposed.

Half the world writes the day first and the other half the month, so 03/04/2021 is 3 April or 4 March, and 21/05/03 may begin with its
year. Such a date is decided where only one order in use makes a day of it, where all make the same, or where every other date of the text
that can be decided has one and the same order. Nothing is assumed from the language or the place of publication. With full stops the day comes first wherever they are used.
"""

from __future__ import annotations

import datetime
import re
from typing import Literal

Order = Literal["day first", "month first", "year first"]
IN_FIGURES = r"(?<![\w/.-])(\d{1,2})(?:([/.-])(\d{1,2})\2(\d{4})|/(\d{1,2})/(\d\d))(?![\w/-])"
PATTERN = re.compile(IN_FIGURES)
YEAR_FIRST = re.compile(
    r"(?<![\w/.-])(1[5-9]\d\d|20\d\d)([/.])(\d{1,2})\2(\d{1,2})(?![\w/.-]*\d)"
)  # 2021/05/03; no country puts the day in the middle
CENTURY_TURNS = 50  # 51 is 1951, 50 is 2050


def order_in(text: str) -> Order | None:
    """The order of day and month that the dates in figures of a text show; None where they show none, or both."""
    shown = {order for date in PATTERN.finditer(text) if (order := _order(date))}
    return shown.pop() if len(shown) == 1 else None


def words_that_show_the_order(text: str) -> str:
    """The first date in figures of a text that shows the order of day and month by itself, or nothing."""
    return next((date[0] for date in PATTERN.finditer(text) if _order(date)), "")


def needs_order(date: re.Match[str]) -> bool:
    """Whether a match of `IN_FIGURES` can be several days, so that only the rest of the text can show which of them it is."""
    return len(meanings(date, None)) > 1


def meanings(date: re.Match[str], order: Order | None) -> list[datetime.date]:
    """The days that a match of `IN_FIGURES` can mean in a text of this order: none, one, or more where it stays undecided."""
    orders: list[Order] = ["day first"] if date[2] == "." else [order] if order and not _order(date) else list(_orders(date))
    return sorted({day for each in orders if (day := _day(date, each))})


def day_of(words: str, order: Order | None = None) -> datetime.date | None:
    """The day that the first date in figures of these words means; None where there is none or it is undecided."""
    first = YEAR_FIRST.search(words)
    date = PATTERN.search(words)
    if first and not (date and date.start() < first.start()):
        return _calendar(int(first[1]), int(first[3]), int(first[4]))
    days = meanings(date, order) if date else []
    return days[0] if len(days) == 1 else None


def _orders(date: re.Match[str]) -> tuple[Order, ...]:
    """The orders that are used for a date of this form. Two figures may also be a year that stands first, as in 21/05/03."""
    return ("day first", "month first", "year first") if date[6] else ("day first", "month first")


def _order(date: re.Match[str]) -> Order | None:
    """The order that a date shows by itself: only one of those in use makes a day. Full stops show nothing of other dates."""
    if date[2] == ".":
        return None
    shown = [order for order in _orders(date) if _day(date, order)]
    return shown[0] if len(shown) == 1 else None


def _day(date: re.Match[str], order: Order) -> datetime.date | None:
    figures = [int(date[1]), int(date[3] or date[5]), int(date[4] or date[6])]
    if order == "year first":
        year, month, day = figures
    elif order == "day first":
        day, month, year = figures
    else:
        month, day, year = figures
    if date[6]:
        year += 1900 if year > CENTURY_TURNS else 2000
    return _calendar(year, month, day)


def _calendar(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
