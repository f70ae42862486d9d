"""Rules for times at a distance ("three years ago", "a year earlier") and for vague times ("now", "recently", "soon")."""

from __future__ import annotations

import re
from decimal import Decimal

from kb.propose import figures
from kb.propose.dates.grammar import NUMBER, UNIT, VAGUE, unit
from kb.propose.dates.relative import moved, unknown
from kb.propose.dates.rules import Context, Value, counted, rule, vague


@rule(
    "so long ago",
    rf"(?i:(?:\b(?:about|around|nearly|almost|some|more than|less than|over|at least|just|only|roughly) )?\b(?P<count>{NUMBER}|an?|a few|several|many|a couple of|(?=\w+s ago))[ -]?(?P<unit>{UNIT}s?)(?P<half> and a half)? (?P<side>ago|earlier|before|later|from now|after|hence|previously|afterwards?)\b)",
)
def ago(match: re.Match[str], context: Context) -> Value | None:
    kind, side = unit(match["unit"]), match["side"].lower()
    count = match["count"].lower()
    if side in {"before", "after"} and not re.match(r"[.,;:!?)”\"]", context.text[match.end() : match.end() + 1]):
        return None  # a period between two events, not a date
    if count in {"a few", "several", "many", ""}:
        return vague("PAST_REF" if side in {"ago", "earlier", "before", "previously"} else "FUTURE_REF")
    if kind in {"second", "minute", "hour", "weekend", "fortnight", "millennium"}:
        kind = {"fortnight": "week"}.get(kind, "")
        if not kind:
            return None
    number = Decimal(1) if count in {"a", "an"} else Decimal(2) if count == "a couple of" else figures.value(count)
    if number != int(number) or number > 5000:
        return None
    return _shifted(int(number), kind, side, match.start(), context)


def _shifted(count: int, kind: str, side: str, start: int, context: Context) -> Value | None:
    """Return the value `count` units before or after the date last named nearby, or else that of publication."""
    behind = side in {"ago", "earlier", "before", "previously"}
    quarter = context.reported_quarter(start)
    if kind == "year" and quarter and count == 1 and behind:
        return _year_before(quarter)
    reference = context.reference() if side not in {"ago", "from now", "hence"} else None
    if reference is None or not reference[0].knows(kind) or not context.near(start):
        reference = (context.anchor, context.published()) if context.anchor else None
    if reference is None or not reference[0].knows(kind):
        return unknown("PAST_REF" if behind else "FUTURE_REF")
    return moved(reference[0].day, -count if behind else count, kind, reference[1])


def _year_before(quarter: str) -> Value:
    """Return the same quarter of the year before, which "a year earlier" means beside a quarter's figures."""
    return counted(f"{int(quarter[:4]) - 1:04d}{quarter[4:]}", f"a year before the quarter {quarter} named before it")


@rule("year-ago", r"(?i:\b(?:the |a )?year[- ](?:ago|earlier)(?P<quarter> (?:quarter|period))?\b)")
def year_ago(match: re.Match[str], context: Context) -> Value | None:
    quarter = context.reported_quarter(match.start())
    if quarter:
        return _year_before(quarter)
    if context.anchor is None:
        return unknown("XXXX")
    day = context.anchor.day
    if match["quarter"] and context.anchor.knows("quarter"):
        return moved(day, -4 - 1, "quarter", context.published())
    return moved(day, -1, "year", context.published())


@rule(
    "present",
    r"(?i:\b(?:now|currently|(?:the )?current(?! (?:year|month|week|quarter|day|decade|century))|at present|at the moment|presently|right now|nowadays|these days|the present)\b)(?! that\b)",
)
def present(_: re.Match[str], __: Context) -> Value:
    return vague("PRESENT_REF")


@rule(
    "past",
    rf"(?i:\b(?:recently|the recent past|in the past|the past|(?:the )?(?:most )?recent (?:years|months|weeks|days|quarters|decades)|lately|long ago|not long ago|at the time|the time)\b)(?! (?:{NUMBER}|{VAGUE}|{UNIT}))",
)
def past(match: re.Match[str], _: Context) -> Value | None:
    words = match[0].lower()
    if words in {"the past", "the time"}:
        return None
    return vague("PAST_REF")


@rule(
    "future",
    r"(?i:\b(?:the (?:near |foreseeable |immediate )?future|near future|the coming (?:years|months|weeks|days|decades)|(?:the )?(?:near|short|long) term|soon)\b)(?! (?:as|after)\b)",
)
def future(_: re.Match[str], __: Context) -> Value:
    return vague("FUTURE_REF")
