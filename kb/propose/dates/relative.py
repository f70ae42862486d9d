"""Rules for dates counted from that of publication ("yesterday", "last year") or from one named before ("the next day")."""

from __future__ import annotations

import datetime
import re

from kb.propose.dates import clock
from kb.propose.dates.grammar import BARE_MONTH, BIG_UNIT, EARLY, MONTH, ORDINALS, PARTS, SEASON, SEASONS, WEEKDAY, month, unit, weekday
from kb.propose.dates.rules import STATED, Context, Value, counted, rule, vague

NO_ANCHOR = "nothing to count it from is known"
BACK = {"last", "past", "previous", "prior", "preceding"}
ON = {"next", "coming", "following", "upcoming", "subsequent"}


def unknown(timex: str) -> Value:
    """Return the value of a date that cannot be counted, because its reference is not known."""
    return Value(timex, None, NO_ANCHOR)


@rule(
    "today",
    r"(?i:\b(?P<word>today|yesterday|tomorrow|tonight|this (?P<part>morning|afternoon|evening)|(?P<last>last night)|the day before yesterday|the day after tomorrow|overnight)\b)(?:['’]s)?",
)
def near_day(match: re.Match[str], context: Context) -> Value | None:
    word = match["word"].lower()
    if context.anchor is None or not context.anchor.knows("day"):
        return unknown("XXXX-XX-XX")
    step = {"yesterday": -1, "last night": -1, "tomorrow": 1, "the day before yesterday": -2, "the day after tomorrow": 2}.get(word, 0)
    day = (context.anchor.day + datetime.timedelta(days=step)).isoformat()
    part = PARTS[match["part"].lower()] if match["part"] else "NI" if word in {"tonight", "last night", "overnight"} else None
    return counted(day + (f"T{part}" if part else ""), context.published())


@rule(
    "weekday",
    rf"(?:(?i:\b(?P<side>last|next|this|this past|this coming|the previous|the following|coming|past)) )?\b(?P<day>{WEEKDAY})(?!\w)",
)
def near_weekday(match: re.Match[str], context: Context) -> Value | None:
    name, side = match["day"], (match["side"] or "").lower()
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
    elif side == "this" or context.ahead(match.start(), match.end()) is True:
        back -= 7 if back else 0
    return counted((at - datetime.timedelta(days=back)).isoformat(), context.published())


@rule("month near", rf"(?i:\b(?P<side>last|next|this|this past|this coming|the previous|the following)) (?P<month>{BARE_MONTH})(?!\w)")
def near_month(match: re.Match[str], context: Context) -> Value | None:
    number, side = month(match["month"]), match["side"].lower()
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
def near_season(match: re.Match[str], context: Context) -> Value | None:
    letters, side = SEASONS[match["season"].lower()], match["side"].lower()
    if side in {"the", "in the", "of the"} and match["season"].lower() in {"fall", "spring"}:
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
    elif (letters == "WI" and at.month < 3) or (first > at.month + 3 and context.ahead(match.start(), match.end()) is False):
        year -= 1
    return counted(f"{year}-{letters}", context.published())


@rule(
    "unit near",
    rf"(?i:(?:{EARLY})?\b(?P<side>last|next|this|this past|this coming|the last|the past|the next|the coming|the current|the present|the previous|the following|the prior|the preceding|the same|that same|that|current|the latest|previous|past|coming|upcoming|following) (?P<unit>{BIG_UNIT})(?P<own>['’]s)?\b)(?! and a half)",
)
def near_unit(match: re.Match[str], context: Context) -> Value | None:
    side, kind = match["side"].lower(), unit(match["unit"])
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
    """Return the value of "the next day", "that year" and the like, counted from the date last named."""
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
    """Return the value `step` units of a kind after that of `day`, None where the calendar has none."""
    try:
        if kind == "weekend":
            return counted(clock.shifted(day, step, "week") + "-WE", basis)
        return counted(clock.shifted(day, step, kind), basis)
    except (ValueError, OverflowError):
        return None


@rule(
    "part of a unit",
    r"(?i:\b(?:the |over the |for the )(?:(?:beginning|end|start|middle|rest|remainder|close|course) of (?:the|this) )?(?P<unit>week|weekend|month|quarter|year|decade|century)\b)(?![ -](?:ago|earlier|before|later|when|that|of|old|long|end)\b| \d)",
)
def unit_now(match: re.Match[str], context: Context) -> Value | None:
    kind = unit(match["unit"])
    if kind != "quarter" and context.text[match.end() : match.end() + 6] == " ended":
        return vague("P1" + {"quarter": "Q", "weekend": "WE"}.get(kind, kind[0].upper()))
    if kind in {"decade", "century"} and " of " not in match[0]:
        return None
    if context.anchor is None or not context.anchor.knows("week" if kind == "weekend" else kind):
        return None
    if kind == "quarter":
        return counted(context.quarter, STATED) if context.quarter else moved(context.anchor.day, -1, kind, context.published())
    back = (
        kind == "weekend"
        and context.anchor.day.weekday() < 3
        and "ahead of" not in context.text[max(0, match.start() - 10) : match.start()]
    )
    return moved(context.anchor.day, -1 if back else 0, kind, context.published())


@rule(
    "month of a year near", rf"\b(?P<month>{MONTH}),? (?i:(?:of )?(?P<side>last|this|next|the same|that|the following|the previous) year\b)"
)
def month_of_year(match: re.Match[str], context: Context) -> Value | None:
    side = match["side"].lower()
    reference = (
        context.reference() if side not in {"last", "this", "next"} else (context.anchor, context.published()) if context.anchor else None
    )
    if reference is None:
        return unknown(f"XXXX-{month(match['month']):02d}")
    step = {"last": -1, "the previous": -1, "next": 1, "the following": 1}.get(side, 0)
    return counted(f"{reference[0].day.year + step:04d}-{month(match['month']):02d}", reference[1])


@rule("end of the year", r"(?i:\b(?:the )?(?:year|calendar-year)[ -]end\b)")
def year_end(match: re.Match[str], context: Context) -> Value | None:
    if context.anchor is None:
        return None
    last = re.search(r"\b(?:since|from|at) $", context.text[max(0, match.start() - 8) : match.start()]) is not None
    return counted(f"{context.anchor.day.year - last:04d}-12-31", context.published())


@rule(
    "quarter near",
    r"(?i:\b(?P<side>last|this|next) year['’]s (?P<which>first|second|third|fourth)[ -]quarter\b|\b(?:the )?(?P<which2>first|second|third|fourth)[ -]quarter of (?P<side2>last|this|next) year\b)",
)
def quarter_near(match: re.Match[str], context: Context) -> Value | None:
    which, side = (match["which"] or match["which2"]).lower(), (match["side"] or match["side2"]).lower()
    if context.anchor is None:
        return unknown(f"XXXX-Q{ORDINALS[which]}")
    year = context.anchor.day.year + {"last": -1, "this": 0, "next": 1}[side]
    return counted(f"{year:04d}-Q{ORDINALS[which]}", context.published())
