"""Dates counted from another: from that of publication ("yesterday", "last year") or one named before ("the next day")."""

from __future__ import annotations

import datetime
import re

from kb.propose.dates import clock
from kb.propose.dates.grammar import (
    BARE_MONTH,
    BIG_UNIT,
    EARLY,
    MONTH,
    ORDINALS,
    PARTS,
    SEASON,
    SEASONS,
    WEEKDAY,
    month,
    unit,
    weekday,
)
from kb.propose.dates.reading import SAID, Context, Value, counted, rule, vague

NO_ANCHOR = "nothing to count it from is known"
BACK = {"last", "past", "previous", "prior", "preceding"}
ON = {"next", "coming", "following", "upcoming", "subsequent"}


def unknown(timex: str) -> Value:
    return Value(timex, None, NO_ANCHOR)


@rule(
    "today",
    r"(?i:\b(?P<word>today|yesterday|tomorrow|tonight|this (?P<part>morning|afternoon|evening)|(?P<last>last night)|the day before yesterday|the day after tomorrow|overnight)\b)(?:['’]s)?",
)
def near_day(found: re.Match[str], context: Context) -> Value | None:
    word = found["word"].lower()
    if context.anchor is None or not context.anchor.knows("day"):
        return unknown("XXXX-XX-XX")
    step = {"yesterday": -1, "last night": -1, "tomorrow": 1, "the day before yesterday": -2, "the day after tomorrow": 2}.get(word, 0)
    day = (context.anchor.day + datetime.timedelta(days=step)).isoformat()
    part = PARTS[found["part"].lower()] if found["part"] else "NI" if word in {"tonight", "last night", "overnight"} else None
    return counted(day + (f"T{part}" if part else ""), context.published())


@rule(
    "weekday",
    rf"(?:(?i:\b(?P<side>last|next|this|this past|this coming|the previous|the following|coming|past)) )?\b(?P<day>{WEEKDAY})(?!\w)",
)
def near_weekday(found: re.Match[str], context: Context) -> Value | None:
    name, side = found["day"], (found["side"] or "").lower()
    number = weekday(name)
    if name.endswith("days"):
        return vague(f"XXXX-WXX-{number + 1}")
    if context.anchor is None or not context.anchor.knows("day"):
        return unknown(f"XXXX-WXX-{number + 1}")
    at = context.anchor.day
    back = (at.weekday() - number) % 7
    if side in {"last", "past", "this past", "the previous"}:
        back = back or 7
    elif side in {"next", "coming", "this coming", "the following"}:
        back -= 7
    elif side == "this" or context.ahead(found.start(), found.end()) is True:
        back -= 7 if back else 0
    return counted((at - datetime.timedelta(days=back)).isoformat(), context.published())


@rule("month near", rf"(?i:\b(?P<side>last|next|this|this past|this coming|the previous|the following)) (?P<month>{BARE_MONTH})(?!\w)")
def near_month(found: re.Match[str], context: Context) -> Value | None:
    number, side = month(found["month"]), found["side"].lower()
    if context.anchor is None or not context.anchor.knows("month"):
        return unknown(f"XXXX-{number:02d}")
    at = context.anchor.day
    step = 0
    if side in {"last", "this past", "the previous"}:
        step = -1 if number >= at.month else 0
    elif side in {"next", "this coming", "the following"}:
        step = 1 if number <= at.month else 0
    return counted(f"{at.year + step}-{number:02d}", context.published())


@rule(
    "season near",
    rf"(?i:(?:\b(?P<side>last|next|this|this past|this coming|the past|in the|the|during the|of the|in early|in late|early|late) )(?:{EARLY})?(?P<season>{SEASON})\b)(?! (?:of|to|in|back|off|through|apart|out) )",
)
def near_season(found: re.Match[str], context: Context) -> Value | None:
    letters, side = SEASONS[found["season"].lower()], found["side"].lower()
    if side in {"the", "in the", "of the"} and found["season"].lower() in {"fall", "spring"}:
        return None
    if context.anchor is None or not context.anchor.knows("month"):
        return unknown(f"XXXX-{letters}")
    at = context.anchor.day
    first = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[letters]
    year = at.year
    if side in {"last", "this past", "the past"}:
        year -= first + 2 >= at.month
    elif side in {"next", "this coming"}:
        year += first <= at.month
    elif (letters == "WI" and at.month < 3) or (first > at.month + 3 and context.ahead(found.start(), found.end()) is False):
        year -= 1
    return counted(f"{year}-{letters}", context.published())


@rule(
    "unit near",
    rf"(?i:(?:{EARLY})?\b(?P<side>last|next|this|this past|this coming|the last|the past|the next|the coming|the current|the present|the previous|the following|the prior|the preceding|the same|that same|that|current|the latest|previous|past|coming|upcoming|following) (?P<unit>{BIG_UNIT})(?P<own>['’]s)?\b)(?! and a half)",
)
def near_unit(found: re.Match[str], context: Context) -> Value | None:
    side, kind = found["side"].lower(), unit(found["unit"])
    word = side.split(" ")[-1]
    if kind in {"season", "fortnight"}:
        return None
    if word in {"past", "coming"} and kind in {"year", "decade", "century", "month", "week", "day", "quarter"}:
        number = {"decade": "P10Y", "century": "P100Y", "quarter": "P1Q"}.get(kind, f"P1{kind[0].upper()}")
        return vague(number)
    if word in {"same", "that"} or (side.startswith("the ") and word in {"following", "next", "previous", "preceding", "prior"}):
        return _from_named(word, kind, context)
    if context.anchor is None or not context.anchor.knows("week" if kind == "weekend" else kind):
        return unknown({"year": "XXXX", "month": "XXXX-XX", "day": "XXXX-XX-XX", "quarter": "XXXX-QX"}.get(kind, "XXXX-WXX"))
    step = -1 if word in BACK or word == "latest" else 1 if word in ON else 0
    return moved(context.anchor.day, step, kind, context.published())


def _from_named(word: str, kind: str, context: Context) -> Value | None:
    """ "The next day", "that year": counted from the date that the text named last."""
    reference = context.reference()
    if reference is None:
        return unknown("XXXX")
    anchor, basis = reference
    if not anchor.knows("week" if kind == "weekend" else kind):
        if context.anchor is None:
            return None
        anchor, basis = context.anchor, context.published()
        if not anchor.knows("week" if kind == "weekend" else kind):
            return None
    step = -1 if word in BACK else 1 if word in ON else 0
    return moved(anchor.day, step, kind, basis)


def moved(day: datetime.date, step: int, kind: str, basis: str) -> Value | None:
    try:
        if kind == "weekend":
            return counted(clock.shifted(day, step, "week") + "-WE", basis)
        return counted(clock.shifted(day, step, kind), basis)
    except (ValueError, OverflowError):
        return None


@rule(
    "part of a unit",
    r"(?i:\b(?:the |over the |for the )(?:(?:beginning|end|start|middle|rest|remainder|close|course) of (?:the|this) )?(?P<unit>week|weekend|month|quarter|year|decade|century)\b)(?![ -](?:ago|earlier|before|later|when|that|of|old|long|end)\b)",
)
def unit_now(found: re.Match[str], context: Context) -> Value | None:
    kind = unit(found["unit"])
    if kind != "quarter" and context.text[found.end() : found.end() + 6] == " ended":
        return vague("P1" + {"quarter": "Q", "weekend": "WE"}.get(kind, kind[0].upper()))
    if kind in {"decade", "century"} and " of " not in found[0]:
        return None
    if context.anchor is None or not context.anchor.knows("week" if kind == "weekend" else kind):
        return None
    if kind == "quarter":
        return counted(context.quarter, SAID) if context.quarter else moved(context.anchor.day, -1, kind, context.published())
    back = (
        kind == "weekend"
        and context.anchor.day.weekday() < 3
        and "ahead of" not in context.text[max(0, found.start() - 10) : found.start()]
    )
    return moved(context.anchor.day, -1 if back else 0, kind, context.published())


@rule(
    "month of a year near", rf"\b(?P<month>{MONTH}),? (?i:(?:of )?(?P<side>last|this|next|the same|that|the following|the previous) year\b)"
)
def month_of_year(found: re.Match[str], context: Context) -> Value | None:
    side = found["side"].lower()
    reference = (
        context.reference() if side not in {"last", "this", "next"} else (context.anchor, context.published()) if context.anchor else None
    )
    if reference is None:
        return unknown(f"XXXX-{month(found['month']):02d}")
    step = {"last": -1, "the previous": -1, "next": 1, "the following": 1}.get(side, 0)
    return counted(f"{reference[0].day.year + step:04d}-{month(found['month']):02d}", reference[1])


@rule("end of the year", r"(?i:\b(?:the )?(?:year|calendar-year)[ -]end\b)")
def year_end(found: re.Match[str], context: Context) -> Value | None:
    if context.anchor is None:
        return None
    last = re.search(r"\b(?:since|from|at) $", context.text[max(0, found.start() - 8) : found.start()]) is not None
    return counted(f"{context.anchor.day.year - last:04d}-12-31", context.published())


@rule(
    "quarter near",
    r"(?i:\b(?P<side>last|this|next) year['’]s (?P<which>first|second|third|fourth)[ -]quarter\b|\b(?:the )?(?P<which2>first|second|third|fourth)[ -]quarter of (?P<side2>last|this|next) year\b)",
)
def quarter_near(found: re.Match[str], context: Context) -> Value | None:
    which, side = (found["which"] or found["which2"]).lower(), (found["side"] or found["side2"]).lower()
    if context.anchor is None:
        return unknown(f"XXXX-Q{ORDINALS[which]}")
    year = context.anchor.day.year + {"last": -1, "this": 0, "next": 1}[side]
    return counted(f"{year:04d}-Q{ORDINALS[which]}", context.published())
