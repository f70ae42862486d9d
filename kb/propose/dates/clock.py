"""Calendar arithmetic: TIMEX3 values as EDTF, and days, weeks, months and years counted from another date."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass

SEASONS = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}
DAY, MONTH, YEAR = "day", "month", "year"


@dataclass(frozen=True, slots=True)
class Anchor:
    """The date that others are counted from: the first day that it can mean, and its precision (`exact` is day, month or year)."""

    day: datetime.date
    exact: str
    edtf: str

    @classmethod
    def of(cls, edtf: str | None) -> Anchor | None:
        """Return the anchor of an EDTF date such as 2021-05-09, 2021-05 or 2021, None where it names no year."""
        parts = re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", edtf or "")
        if parts is None or edtf is None:
            return None
        month = int(parts[2] or 1)
        try:
            if month > 12:  # a season, of which only the year is used
                return cls(datetime.date(int(parts[1]), 1, 1), YEAR, edtf)
            return cls(datetime.date(int(parts[1]), month, int(parts[3] or 1)), DAY if parts[3] else MONTH if parts[2] else YEAR, edtf)
        except ValueError:
            return None

    def knows(self, unit: str) -> bool:
        """Whether the date is precise enough to count in this unit from it."""
        return unit in {"year", "decade", "century"} or self.exact == DAY or (self.exact == MONTH and unit in {"month", "quarter"})


def shift_months(day: datetime.date, months: int) -> datetime.date:
    """Return the first day of the month that lies `months` months later."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return datetime.date(year, month + 1, 1)


def week(day: datetime.date) -> str:
    """Return the ISO week of a day, such as 2021-W18."""
    year, number, _ = day.isocalendar()
    return f"{year:04d}-W{number:02d}"


def quarter(day: datetime.date) -> str:
    """Return the quarter of a day, such as 2021-Q2."""
    return f"{day.year:04d}-Q{(day.month - 1) // 3 + 1}"


def shifted(day: datetime.date, count: int, unit: str) -> str:
    """Return the TIMEX3 value of the day, week, month, quarter, year, decade or century that lies `count` units after that of `day`.

    Raises ValueError or OverflowError where the calendar has no such time.
    """
    if unit == "day":
        return (day + datetime.timedelta(days=count)).isoformat()
    if unit == "week":
        return week(day + datetime.timedelta(weeks=count))
    if unit == "month":
        return shift_months(day, count).isoformat()[:7]
    if unit == "quarter":
        return quarter(shift_months(day, 3 * count))
    year = day.year + count * {"year": 1, "decade": 10, "century": 100}[unit]
    if not 0 < year < 10000:
        raise ValueError("no such year")
    return f"{year:04d}"[: {"year": 4, "decade": 3, "century": 2}[unit]]


def edtf(timex: str) -> str | None:
    """Return the EDTF date of a TIMEX3 value, an interval for weeks, quarters and halves, None for lengths, repeated and vague times."""
    for pattern, form in FORMS:
        match = pattern.fullmatch(timex)
        if match:
            return form(match)
    return None


def _months(year: str, first: int, count: int) -> str:
    """Return the EDTF interval of `count` months from month `first`."""
    return f"{year}-{first:02d}/{year}-{first + count - 1:02d}"


def _week(match: re.Match[str]) -> str | None:
    """Return the EDTF interval of an ISO week or its weekend, None where the year has no such week."""
    try:
        monday = datetime.date.fromisocalendar(int(match[1]), int(match[2]), 1)
        first = monday + datetime.timedelta(days=5 if match[3] else 0)
        return f"{first.isoformat()}/{(monday + datetime.timedelta(days=6)).isoformat()}"
    except (ValueError, OverflowError):
        return None


FORMS: list[tuple[re.Pattern[str], Callable[[re.Match[str]], str | None]]] = [
    (re.compile(r"(\d{4}(?:-\d\d(?:-\d\d)?)?)(?:T.*)?"), lambda match: match[1]),
    (re.compile(r"(\d{4})-Q([1-4])"), lambda match: _months(match[1], 3 * int(match[2]) - 2, 3)),
    (re.compile(r"(\d{4})-H([12])"), lambda match: _months(match[1], 6 * int(match[2]) - 5, 6)),
    (re.compile(r"(\d{4})-W(\d\d)(-WE)?"), _week),
    (re.compile(r"(\d{4})-(SP|SU|FA|WI)"), lambda match: f"{match[1]}-{SEASONS[match[2]]}"),
    (re.compile(r"(\d{3})"), lambda match: f"{match[1]}X"),
    (re.compile(r"(\d{2})"), lambda match: f"{match[1]}XX"),
    (re.compile(r"FY(\d{4})"), lambda match: f"{match[1]}~"),
]
