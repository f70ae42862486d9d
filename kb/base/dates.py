"""The days that EDTF dates can mean, computed by the SQL of the schema itself."""

from __future__ import annotations

import datetime
import functools
import re
import sqlite3
import threading

from kb.base import schema
from kb.texts.date_words import MONTHS

_local = threading.local()


def calendar() -> sqlite3.Connection:
    """Return this thread's database in memory, which holds only the table `dates` of the schema."""
    if not hasattr(_local, "calendar"):
        statement = re.search(r"CREATE TABLE dates .*?\) STRICT;", schema.read("schema.sql"), re.DOTALL)
        assert statement is not None
        _local.calendar = sqlite3.connect(":memory:", isolation_level=None)
        _local.calendar.execute(statement[0])
    connection: sqlite3.Connection = _local.calendar
    return connection


@functools.lru_cache(maxsize=4096)
def bounds(edtf: str) -> tuple[str | None, str | None] | None:
    """Return (first day, last day) that an EDTF date can mean, as ISO dates or None where open, or None where it is not an EDTF date."""
    try:
        row = calendar().execute("INSERT INTO dates(edtf) VALUES (?) RETURNING valid, earliest, latest", (edtf,)).fetchone()
        calendar().execute("DELETE FROM dates")
    except (sqlite3.Error, UnicodeEncodeError):
        return None
    return (row[1], row[2]) if row[0] else None


FIGURES = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")


DAY_ZERO = datetime.date(1899, 12, 30)  # of spreadsheet programs, which store days as numbers
DAY_NUMBER = re.compile(r"[2-7]\d{4}")  # from 1954 to 2118
NAMED = re.compile(
    r"(?:(\d{1,2})[. -]+)?([A-Za-z]{3,9})[. -]+(\d{4}|\d{2})"
)  # such as 1-Mar-21 and Mar-21, which spreadsheet programs make of dates
SHORT = {month[:3].casefold(): number for number, month in enumerate(MONTHS, 1)}


def in_centuries(day: str | None, month: str, year: str) -> list[str]:
    """Return the days or months that a date with the month in words can mean; a year of two figures is of this century or the last."""
    number = next(
        (number for short, number in SHORT.items() if MONTHS[number - 1].casefold().startswith(month) and month.startswith(short)), 0
    )
    dated = f"-{number:02}" + (f"-{int(day):02}" if day else "")
    years = [year] if len(year) == 4 else [f"20{year}", f"19{year}"]
    return [f"{each}{dated}" for each in years if bounds(f"{each}{dated}")]


def readings(written: str) -> list[str]:
    """Return the days, as ISO dates, that a date with the year last can mean: day first, month first, or either; and that of a spreadsheet's number of a day."""
    if DAY_NUMBER.fullmatch(written.strip()):
        return [(DAY_ZERO + datetime.timedelta(days=int(written))).isoformat()]
    if named := NAMED.fullmatch(written.strip()):
        return in_centuries(named[1], named[2].casefold(), named[3])
    match = FIGURES.fullmatch(written.strip())
    if not match:
        return []
    first, second, year = match.groups()
    days = [f"{year}-{int(month):02}-{int(day):02}" for day, month in ((second, first), (first, second))]
    return [day for day in dict.fromkeys(reversed(days)) if bounds(day)]
