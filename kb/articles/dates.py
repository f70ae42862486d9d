"""Convert dates of publication, as articles and their metadata write them, to EDTF of the same precision.

Three forms are read: ISO 8601, English dates with the month in letters, and dates in figures where it is clear which figure is
the day (see kb/texts/written_dates.py).
"""

from __future__ import annotations

import datetime
import re

from kb.texts import written_dates
from kb.texts.written_dates import Order

MONTHS = {
    name: number for number, name in enumerate(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1)
}
MONTH_NAME = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
MONTH = rf"(?P<m{{0}}>{MONTH_NAME})\.?"
WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
DAY = r"(?P<d{0}>\d{{1,2}})(?:st|nd|rd|th)?"
YEAR = r"(?P<y{0}>(?:1[5-9]|20)\d\d)"
WRITTEN = re.compile(
    rf"\b(?:{MONTH.format(1)}\s+{DAY.format(1)},?\s+{YEAR.format(1)}|{DAY.format(2)}\s+{MONTH.format(2)},?\s+{YEAR.format(2)}"
    rf"|(?P<y3>\d{{4}})-(?P<m3>\d\d)-(?P<d3>\d\d)(?!\d)|{MONTH.format(4)}\s+{YEAR.format(4)})",
    re.IGNORECASE,
)
STAMP = re.compile(r"(\d{4})(?:-?(\d\d)(?:-?(\d\d)(?:[T ].*)?)?)?", re.DOTALL)
SLASHED = re.compile(r"(\d{4})/(\d{1,2})(?:/(\d{1,2}))?")
IN_PATH = re.compile(r"/((?:19|20)\d\d)[/-](\d\d)(?:[/-](\d\d))?(?=[/_-])")
# Words that may accompany the date in a line that is only a dateline.
BESIDE = re.compile(
    rf"\b(?:published|posted|updated|last|modified|first|on|at|date|edited|release[ds]?|issued|{WEEKDAY}|mon|tue|wed|thu|fri|sat|sun"
    r"|\d{1,2}:\d\d(?::\d\d)?|[ap]\.?m\.?|gmt|utc|e[sd]?t|p[sd]t|bst|ce?s?t|min(?:ute)?s? read|\d+)\b",
    re.IGNORECASE,
)


def edtf(year: str, month: str | None = None, day: str | None = None) -> str | None:
    """Return the date in EDTF, or None where the calendar has no such day."""
    number = MONTHS.get((month or "")[:3].lower()) or int(month or 1)
    try:
        date = datetime.date(int(year), number, int(day or 1))
    except ValueError:
        return None
    return date.isoformat()[: 10 if day else 7 if month else 4]


def date_of(stamp: str, order: Order | None = None) -> str | None:
    """Return the EDTF date of a time stamp or date in metadata, in its own time zone, or None where its form is not known."""
    match = STAMP.fullmatch(stamp.strip()) or SLASHED.fullmatch(stamp.strip())
    return edtf(*match.groups()) if match else first_date(stamp, order)


def first_date(words: str, order: Order | None = None) -> str | None:
    """Return the EDTF of the first date in the words with its month in letters or in ISO 8601, or else in figures, or None without a date.

    `order` is the order of day and month that the rest of the text shows.
    """
    match = WRITTEN.search(words)
    if not match:
        day = written_dates.day_of(words, order)
        return day.isoformat() if day else None
    part = {name[0]: value for name, value in match.groupdict().items() if value}
    return edtf(part["y"], part["m"], part.get("d"))


def dated(line: str) -> bool:
    """Whether a line holds a date of publication and at most two more words, such as a town."""
    dates = WRITTEN if WRITTEN.search(line) else written_dates.PATTERN
    if not dates.search(line):
        return False
    rest = BESIDE.sub(" ", dates.sub(" ", line))
    return len(re.findall(r"\w+", rest)) <= 2


def in_address(url: str) -> str | None:
    """Return the EDTF date in the path of a web address, such as /2025/09/, or None."""
    match = IN_PATH.search(url.partition("?")[0])
    return edtf(*match.groups()) if match else None
