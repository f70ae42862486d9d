"""Rules for dates and spans of years that are written in figures alone."""

from __future__ import annotations

import re

from kb.propose.dates.rules import STATED, Context, Value, calendar_date, rule, stated
from kb.texts import written_dates

MONTH_OR_YEARS = "the text does not show whether it is a month or two years"
SPAN_WORDS = re.compile(
    r" (?:season|fiscal|financial|budget|academic|school|tax|marketing|crop|winter|term|session|campaign|edition|league|tour|crisis|war)s?\b"
)


@rule("ISO date", r"(?<![\w/-])(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-])")
def iso(match: re.Match[str], _: Context) -> Value | None:
    if calendar_date(int(match[1]), int(match[2]), int(match[3])) is None:
        return None
    return stated(f"{match[1]}-{match[2]}-{match[3]}" + (f"T{match[4]}" if match[4] else ""))


@rule("date in figures, the year first", written_dates.YEAR_FIRST.pattern)
def year_first(match: re.Match[str], _: Context) -> Value | None:
    day = calendar_date(int(match[1]), int(match[3]), int(match[4]))
    return stated(day.isoformat()) if day else None


@rule("ISO month", r"(?<![\w/-])((?:1[5-9]|20)\d\d)-(0[1-9]|1[0-2])(?![\w-])")
def iso_month(match: re.Match[str], context: Context) -> Value | None:
    if int(match[2]) > int(match[1][2:]):  # 2009-10 may be a season or a financial year
        return None if SPAN_WORDS.match(context.text, match.end()) else Value(f"{match[1]}-XX", None, MONTH_OR_YEARS)
    return stated(f"{match[1]}-{match[2]}")


@rule("date in figures", written_dates.IN_FIGURES)
def figures(match: re.Match[str], context: Context) -> Value | None:
    days = written_dates.meanings(match, context.order)
    if len(days) > 1:
        year = f"{days[0].year:04d}" if match[4] else "XXXX"
        return Value(f"{year}-XX-XX", None, "the text does not show which figure is the day and which the month")
    if not days:
        return None
    if match[0] != context.order_words and written_dates.needs_order(match):
        return Value(days[0].isoformat(), days[0].isoformat(), f"said in the text, in the order that its “{context.order_words}” shows")
    return stated(days[0].isoformat())


@rule(
    "span of years",
    r"(?P<about>\b(?:c\.|ca\.|c(?=\d)|circa) ?)?(?<![\d-])(?P<first>1[5-9]\d\d|20\d\d)(?P<dash>[-–/])(?P<last>\d\d)(?![\w-])",
)
def span_of_years(match: re.Match[str], context: Context) -> Value | None:
    """Return the value of a span such as "2014-15"."""
    first, last = match["first"], int(match["first"][:2] + match["last"])
    if match["last"] == "00" and first.endswith("99"):
        return Value(first, f"{first}/{int(first) + 1}", STATED)
    if last <= int(first):
        return None
    if int(match["last"]) <= 12 and match["dash"] != "–" and not SPAN_WORDS.match(context.text, match.end()):
        return Value(f"{first}-XX", None, MONTH_OR_YEARS) if int(match["last"]) else None
    about = "~" if match["about"] else ""
    return Value(first, f"{first}{about}/{last}{about}", STATED)
