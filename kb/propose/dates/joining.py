"""Join neighbouring expressions of time: a time with its day, the two ends of a range, and "since" with its date."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace

from kb.base import dates
from kb.propose.dates import clock
from kb.propose.dates.grammar import PARTS
from kb.propose.parts import Date, Span

POINT = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?|\d{3}")
TIMED = re.compile(r"(.{10})(T.+)")
BESIDE = re.compile(r",? (?:on )?(?:early |late )?")
PART = re.compile(r" (?P<part>morning|afternoon|evening|night)(?P<several>s)?\b", re.IGNORECASE)
BETWEEN = re.compile(r" ?[-–—] ?| (?:to|until|till|through|and) (?:the )?", re.IGNORECASE)
OPENER = re.compile(r"\b(?:from|between) (?:the )?$", re.IGNORECASE)
SINCE = re.compile(r"\b(?P<word>since|until|till) (?:the )?$", re.IGNORECASE)
LOOK = 16  # code points before a date in which its opener is sought


def join(text: str, expressions: list[Date]) -> list[Date]:
    """Return the dates of a text with neighbours that belong together joined."""
    return [_opened(text, date) for date in _ranges(text, _timed(text, expressions))]


def _timed(text: str, expressions: list[Date]) -> list[Date]:
    """Return the dates with times of day joined to their days, as in "9 a.m. Tuesday", "Tuesday at 9 a.m." and "Tuesday night"."""
    joined: list[Date] = []
    for date in expressions:
        last = joined[-1] if joined else None
        gap = text[last.span.end : date.span.start] if last else ""
        if last is not None and BESIDE.fullmatch(gap):
            day, hour = (last, date) if TIMED.fullmatch(date.timex) else (date, last)
            part = TIMED.fullmatch(hour.timex)
            if part and re.fullmatch(r"\d{4}-\d\d-\d\d", day.timex) and _is_clock(hour):
                joined[-1] = Date(Span.of(text, last.span.start, date.span.end), day.edtf, day.basis, day.timex + part[2])
                continue
        joined.append(date)
    return [_with_part(text, date) for date in joined]


def _is_clock(date: Date) -> bool:
    """Whether an expression is a time of day by itself."""
    return bool(re.search(r"T\d\d:|T[A-Z]{2}$", date.timex)) and not re.search(r"(?i)\b(?:last|this|to)", date.span.text)


def _with_part(text: str, date: Date) -> Date:
    """Return a day joined to the part of the day after it, if there is one."""
    part = PART.match(text, date.span.end)
    if part is None or not re.fullmatch(r"(?:\d{4}-\d\d-\d\d|XXXX-WXX-\d)", date.timex):
        return date
    if part["several"] and re.fullmatch(r"\d{4}-\d\d-\d\d", date.timex):
        return replace(
            date,
            span=Span.of(text, date.span.start, part.end()),
            edtf=None,
            timex=f"XXXX-WXX-{datetime.date.fromisoformat(date.timex).isoweekday()}T{PARTS[part['part'].lower()]}",
            basis="a time that repeats",
        )
    return replace(date, span=Span.of(text, date.span.start, part.end()), timex=f"{date.timex}T{PARTS[part['part'].lower()]}")


def _ranges(text: str, expressions: list[Date]) -> list[Date]:
    """Return the dates with ranges such as "from 2014 to 2019", "between May and July 2020" and "1941-1945" as one Date each."""
    joined: list[Date] = []
    for date in expressions:
        last = joined[-1] if joined else None
        interval = _range(text, last, date) if last is not None else None
        if interval is None:
            joined.append(date)
        else:
            joined[-1] = interval
    return joined


def _range(text: str, last: Date, following: Date) -> Date | None:
    """Return the range from one date to the next, None where the words between or the dates make no range."""
    gap = text[last.span.end : following.span.start]
    if last.edtf is None and "XXXX" not in last.timex:
        return None
    if last.parts or not BETWEEN.fullmatch(gap) or not POINT.fullmatch(following.timex):
        return None
    opener = OPENER.search(text[max(0, last.span.start - LOOK) : last.span.start])
    if opener is None and gap.strip().lower() in {"and", "and the"}:
        return None
    borrowed = _borrowed(last, following)
    first, end = clock.edtf(borrowed.timex), following.edtf
    if first and end and borrowed.edtf == f"{first}~":  # "circa 1850–1860"
        first, end = f"{first}~", f"{end.rstrip('~')}~"
    if first is None or end is None or dates.bounds(f"{first}/{end}") is None:
        return None
    start = last.span.start - (len(opener[0]) if opener else 0)
    basis = last.basis if last.basis == following.basis else f"{borrowed.basis}; {following.basis}"
    return Date(
        Span.of(text, start, following.span.end), f"{first}/{end}", basis, f"{borrowed.timex}/{following.timex}", (borrowed, following)
    )


def _borrowed(last: Date, following: Date) -> Date:
    """Return the first date of a range with the year of its other end if only that names one, as in "between May and July 2020"."""
    if (
        re.fullmatch(r"(?:\d{4}|XXXX)-\d\d(?:-\d\d)?", last.timex)
        and re.search(r"\d{4}", following.span.text)
        and not re.search(r"\d{4}", last.span.text)
    ):
        timex = following.timex[:4] + last.timex[4:]
        if clock.edtf(timex) and (clock.edtf(timex) or "") <= (following.edtf or ""):
            return replace(last, timex=timex, edtf=clock.edtf(timex), basis=f"the year is that of “{following.span.text}” after it")
    return last


def _opened(text: str, date: Date) -> Date:
    """Return a date after "since" or "until" as an open interval, 2014/.. or ../2019."""
    opener = SINCE.search(text[max(0, date.span.start - LOOK) : date.span.start])
    if opener is None or date.edtf is None or "/" in date.edtf:
        return date
    edtf = f"{date.edtf}/.." if opener["word"].lower() == "since" else f"../{date.edtf}"
    if dates.bounds(edtf) is None:
        return date
    return replace(date, span=Span.of(text, date.span.start - len(opener[0]), date.span.end), edtf=edtf)
