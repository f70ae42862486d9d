"""EDTF dates in English words, for people to read: `192X/194X` is “1920s to 1940s”, `../2041` “by 2041 at the latest”."""

from __future__ import annotations

import re

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
DOUBT = {"?": "perhaps {}", "~": "about {}", "%": "perhaps about {}"}
OPEN = ("", "..")  # an end that is unknown, or open
# Which part of a month two days that are about right stand for.
THIRDS = {("01", "10"): "early {}", ("11", "20"): "mid-{}"}
LATE = ("28", "29", "30", "31")
DATE = re.compile(r"(?P<year>\d\d[\dX][\dX])(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?(?:T(?P<time>[\d:]+)(?P<zone>Z|[+-][\d:]+)?)?")


def in_words(edtf: str) -> str:
    """An EDTF date, of the levels that a base accepts, in English words; text that is no such date as it is."""
    start, slash, end = edtf.partition("/")
    if not slash:
        return _date(edtf)
    if start in OPEN:
        return f"by {_date(end)} at the latest" if start == ".." else f"until {_date(end)}, since when is unknown"
    if end in OPEN:
        return f"from {_date(start)} on" if end == ".." else f"from {_date(start)}, until when is unknown"
    return _third(start, end) or f"{_shortened(start, end)} to {_date(end)}"


def _date(marked: str) -> str:
    """One date, or one end of an interval, with its mark of doubt."""
    plain = marked.rstrip("?~%")
    found = DATE.fullmatch(plain)
    if found is None:
        return marked
    year, month, day = found["year"], found["month"], found["day"]
    if month is None:
        words = _year(year)
    elif month == "XX":
        words = f"{_year(year)}, {'month' if day is None else 'day'} unknown"
    elif month in SEASONS:
        words = f"{SEASONS[month]} {year}"
    else:
        named = f"{MONTHS[int(month) - 1]} {year}"
        words = named if day is None else f"{named}, day unknown" if day == "XX" else f"{int(day)} {named}"
    if found["time"]:
        words += f", {found['time']}" + {None: "", "Z": " UTC"}.get(found["zone"], f" UTC{found['zone']}")
    return DOUBT.get(marked[len(plain) :], "{}").format(words)


def _year(year: str) -> str:
    """A year, a decade (`192X`) or a hundred years (`19XX`)."""
    if year.endswith("XX"):
        return f"{year[:2]}00 to {year[:2]}99"
    return f"{year[:3]}0s" if year.endswith("X") else year


def _third(start: str, end: str) -> str:
    """Words for the beginning, middle or end of a month, where both ends of the interval are only about right; else nothing."""
    if not (start.endswith("~") and end.endswith("~") and len(start) == len(end) == len("2021-10-01~") and start[:8] == end[:8]):
        return ""
    days = (start[8:10], end[8:10])
    words = "late {}" if days[0] == "21" and days[1] in LATE else THIRDS.get(days, "")
    return words.format(_date(start[:7]))


def _shortened(start: str, end: str) -> str:
    """The start of an interval, without the year or the month that it shares with the end: “1 to 10 October 2021”."""
    words = _date(start)
    if not (re.fullmatch(r"[\d-]+", start + end) and start[:4] == end[:4] and len(start) == len(end) > 4) or start[5:7] in SEASONS:
        return words
    shared = len(start) > 7 and start[:7] == end[:7]
    return words.split()[0] if shared else words.rsplit(" ", 1)[0]
