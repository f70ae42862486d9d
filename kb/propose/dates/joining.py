"""Put neighbours together: a time with its day, the two ends of a range, "since" with its date."""

from __future__ import annotations

import re
from dataclasses import replace

from kb import dates
from kb.propose.dates import clock
from kb.propose.dates.grammar import PARTS
from kb.propose.types import Date, Span

POINT = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?|\d{3}")
TIMED = re.compile(r"(.{10})(T.+)")
BESIDE = re.compile(r",? (?:on )?(?:early |late )?")
PART = re.compile(r" (?P<part>morning|afternoon|evening|night)s?\b", re.IGNORECASE)
BETWEEN = re.compile(r" ?[-–—] ?| (?:to|until|till|through|and) (?:the )?", re.IGNORECASE)
OPENER = re.compile(r"\b(?:from|between) (?:the )?$", re.IGNORECASE)
SINCE = re.compile(r"\b(?P<word>since|until|till) (?:the )?$", re.IGNORECASE)
LOOK = 16  # code points before a date that may hold its opener


def join(text: str, found: list[Date]) -> list[Date]:
    return [_opened(text, one) for one in _ranges(text, _timed(text, found))]


def _timed(text: str, found: list[Date]) -> list[Date]:
    """ "9 a.m. Tuesday", "Tuesday at 9 a.m." and "Tuesday night" as one."""
    done: list[Date] = []
    for one in found:
        last = done[-1] if done else None
        gap = text[last.span.end : one.span.start] if last else ""
        if last is not None and BESIDE.fullmatch(gap):
            day, hour = (last, one) if TIMED.fullmatch(one.timex) else (one, last)
            part = TIMED.fullmatch(hour.timex)
            if part and re.fullmatch(r"\d{4}-\d\d-\d\d", day.timex) and _is_clock(hour):
                done[-1] = Date(Span.of(text, last.span.start, one.span.end), day.edtf, day.basis, day.timex + part[2])
                continue
        done.append(one)
    return [_with_part(text, one) for one in done]


def _is_clock(one: Date) -> bool:
    return bool(re.search(r"T\d\d:|T[A-Z]{2}$", one.timex)) and not re.search(r"(?i)\b(?:last|this|to)", one.span.text)


def _with_part(text: str, one: Date) -> Date:
    part = PART.match(text, one.span.end)
    if part is None or not re.fullmatch(r"(?:\d{4}-\d\d-\d\d|XXXX-WXX-\d)", one.timex):
        return one
    return replace(one, span=Span.of(text, one.span.start, part.end()), timex=f"{one.timex}T{PARTS[part['part'].lower()]}")


def _ranges(text: str, found: list[Date]) -> list[Date]:
    """ "from 2014 to 2019", "between May and July 2020", "1941-1945" as one Date with its two parts."""
    done: list[Date] = []
    for one in found:
        last = done[-1] if done else None
        made = _range(text, last, one) if last is not None else None
        if made is None:
            done.append(one)
        else:
            done[-1] = made
    return done


def _range(text: str, last: Date, one: Date) -> Date | None:
    gap = text[last.span.end : one.span.start]
    if last.parts or not BETWEEN.fullmatch(gap) or not POINT.fullmatch(one.timex):
        return None
    opener = OPENER.search(text[max(0, last.span.start - LOOK) : last.span.start])
    if opener is None and gap.strip().lower() in {"and", "and the"}:
        return None
    borrowed = _borrowed(last, one)
    first, end = clock.edtf(borrowed.timex), one.edtf
    if first is None or end is None or dates.bounds(f"{first}/{end}") is None:
        return None
    start = last.span.start - (len(opener[0]) if opener else 0)
    basis = last.basis if last.basis == one.basis else f"{borrowed.basis}; {one.basis}"
    return Date(Span.of(text, start, one.span.end), f"{first}/{end}", basis, f"{borrowed.timex}/{one.timex}", (borrowed, one))


def _borrowed(last: Date, one: Date) -> Date:
    """ "Between May and July 2020": the month takes the year of the other end, which names it."""
    if (
        re.fullmatch(r"(?:\d{4}|XXXX)-\d\d(?:-\d\d)?", last.timex)
        and re.search(r"\d{4}", one.span.text)
        and not re.search(r"\d{4}", last.span.text)
    ):
        timex = one.timex[:4] + last.timex[4:]
        if clock.edtf(timex) and (clock.edtf(timex) or "") <= (one.edtf or ""):
            return replace(last, timex=timex, edtf=clock.edtf(timex), basis=f"the year is that of “{one.span.text}” after it")
    return last


def _opened(text: str, one: Date) -> Date:
    """ "Since 2014" is 2014/.. and "until 2019" is ../2019."""
    opener = SINCE.search(text[max(0, one.span.start - LOOK) : one.span.start])
    if opener is None or one.edtf is None or "/" in one.edtf:
        return one
    edtf = f"{one.edtf}/.." if opener["word"].lower() == "since" else f"../{one.edtf}"
    if dates.bounds(edtf) is None:
        return one
    return replace(one, span=Span.of(text, one.span.start - len(opener[0]), one.span.end), edtf=edtf)
