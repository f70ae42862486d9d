"""Dates that a text gives in full or nearly: days, months and years."""

from __future__ import annotations

import datetime
import re

from kb.propose.dates.grammar import (
    BARE_MONTH,
    DAY,
    EARLY,
    MONTH,
    WEEKDAY,
    YEAR,
    month,
)
from kb.propose.dates.reading import SAID, Context, Value, counted, real_day, rule, said
from kb.propose.figures import words_value

FAR = datetime.timedelta(days=240)
ABOUT = re.compile(r"\b(?:about|around|circa|c\.|ca\.|roughly|approximately|some time in)\b", re.IGNORECASE)
# What follows a number of four digits that counts something: "2000 troops".
COUNTED = re.compile(
    r" (?:people|men|women|troops|soldiers|children|miles|feet|dollars|percent|per cent|km|kilomet|more|or more|other|of (?:them|the))"
)
BEFORE_COUNT = re.compile(r"(?:\b(?:than|about|over|nearly|least|No\.|number|page|#)|[$£€]) ?$")


@rule("ISO date", r"(?<![\w/-])(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-])")
def iso(found: re.Match[str], _: Context) -> Value | None:
    if real_day(int(found[1]), int(found[2]), int(found[3])) is None:
        return None
    return said(f"{found[1]}-{found[2]}-{found[3]}" + (f"T{found[4]}" if found[4] else ""))


@rule("ISO month", r"(?<![\w/-])((?:1[5-9]|20)\d\d)-(0[1-9]|1[0-2])(?![\w-])")
def iso_month(found: re.Match[str], _: Context) -> Value:
    return said(f"{found[1]}-{found[2]}")


@rule("date in figures", r"(?<![\w/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?![\w/-])")
def figures(found: re.Match[str], _: Context) -> Value | None:
    """Month first with strokes, as American papers write; day first with stops, or where the first figure is no month."""
    first, second, year = int(found[1]), int(found[3]), int(found[4])
    if len(found[4]) == 2:
        year += 1900 if year > 50 else 2000
    month_number, day = (first, second) if found[2] != "." and first <= 12 else (second, first)
    made = real_day(year, month_number, day)
    return said(made.isoformat()) if made else None


@rule("month, day and year", rf"(?:{EARLY})?\b(?P<month>{MONTH}) (?:the )?(?P<day>{DAY})(?:,? | of |, )(?P<year>(?:1\d|20)\d\d)\b(?!,\d)")
@rule("day, month and year", rf"(?:the )?\b(?P<day>{DAY})(?: of)? (?P<month>{MONTH}),? (?P<year>(?:1\d|20)\d\d)\b(?!,\d)")
def full_day(found: re.Match[str], _: Context) -> Value | None:
    made = real_day(int(found["year"]), month(found["month"]), int(re.sub(r"\D", "", found["day"])))
    return said(made.isoformat()) if made else None


@rule(
    "days of a month",
    rf"\b(?P<month>{MONTH}) (?P<day>{DAY})(?: ?[-–—] ?| to | and | through )(?P<last>{DAY})(?:, ?(?P<year>(?:1\d|20)\d\d))?\b(?![:%,]\d)",
)
def days(found: re.Match[str], context: Context) -> Value | None:
    year = int(found["year"]) if found["year"] else None
    number = month(found["month"])
    first = real_day(
        year or year_of(number, int(re.sub(r"\D", "", found["day"])), context, found) or 0, number, int(re.sub(r"\D", "", found["day"]))
    )
    last = real_day(first.year, number, int(re.sub(r"\D", "", found["last"]))) if first else None
    if first is None or last is None or first > last:
        return None
    value = said(first.isoformat()) if year else counted(first.isoformat(), context.published())
    return Value(value.timex, f"{first.isoformat()}/{last.isoformat()}", value.basis)


@rule("month and day", rf"(?:(?i:\b(?:last|this|next) ))?\b(?P<month>{MONTH}) (?:the )?(?P<day>{DAY})(?!\w|[:%,.]\d)")
@rule("day and month", rf"(?:\bthe )?(?<![\d.,:/$])\b(?P<day>{DAY})(?: of)? (?P<month>{BARE_MONTH})(?!\w)")
def month_day(found: re.Match[str], context: Context) -> Value | None:
    number, day = month(found["month"]), int(re.sub(r"\D", "", found["day"]))
    year = year_of(number, day, context, found)
    if year is None:
        return Value(f"XXXX-{number:02d}-{day:02d}", None, "the text gives no year") if real_day(2000, number, day) else None
    made = real_day(year, number, day)
    return counted(made.isoformat(), context.published()) if made else None


def year_of(number: int, day: int, context: Context, found: re.Match[str]) -> int | None:
    """The year that brings the day nearest to the date of publication, on the side that the tense says."""
    if context.anchor is None:
        return None
    at = context.anchor.day
    near = [made for year in (at.year - 1, at.year, at.year + 1) if (made := real_day(year, number, day))]
    ahead = context.ahead(found.start(), found.end())
    sided = [made for made in near if ahead is None or (made >= at if ahead else made <= at)]
    # A tense may be that of another verb: a day close by on the other side wins over one nearly a year away.
    best = min(sided or near, key=lambda made: abs(made - at), default=None)
    nearest = min(near, key=lambda made: abs(made - at), default=None)
    if best and nearest and abs(best - at) > FAR:
        best = nearest
    return best.year if best else None


@rule("month and year", rf"(?:{EARLY})?\b(?P<month>{MONTH})(?:,? | of |, )(?P<year>(?:1\d|20)\d\d)\b(?![%]|,\d)")
def month_year(found: re.Match[str], _: Context) -> Value:
    return said(f"{found['year']}-{month(found['month']):02d}", about=bool(ABOUT.match(found[0])))


@rule("month and short year", rf"\b(?P<month>{MONTH}) ?['’](?P<year>\d\d)\b")
def month_short_year(found: re.Match[str], _: Context) -> Value:
    year = int(found["year"])
    return said(f"{year + (1900 if year > 50 else 2000)}-{month(found['month']):02d}")


@rule("month", rf"(?:{EARLY})?\b(?P<month>{BARE_MONTH})(?![\w’']*\w)")
def bare_month(found: re.Match[str], context: Context) -> Value | None:
    words = found["month"]
    if words in {"May", "March"} and not _is_month(found, context):
        return None
    number = month(words)
    if context.anchor is None or not context.anchor.knows("month"):
        return Value(f"XXXX-{number:02d}", None, "the text gives no year")
    at = context.anchor.day
    ahead = context.ahead(found.start(), found.end())
    later = number - at.month
    if ahead is None:
        ahead = 0 < later <= 3
    year = at.year + (1 if ahead and later < 0 else -1 if not ahead and later > 0 else 0)
    return counted(f"{year}-{number:02d}", context.published())


def _is_month(found: re.Match[str], context: Context) -> bool:
    """Whether “May” or “March” is the month: a preposition or a comma's list of months stands by it."""
    before = context.text[max(0, found.start() - 20) : found.start("month")]
    return bool(
        re.search(
            r"\b(?:in|since|until|till|by|of|from|to|and|last|next|this|early|late|mid|through|during|for|between|before|after)[ -]$",
            before,
            re.IGNORECASE,
        )
    )


@rule("year", rf"(?P<early>{EARLY})?(?:\bthe (?:year )?)?\b(?P<year>{YEAR})(?!\w|-\d\d\d(?!\d))")
def year(found: re.Match[str], context: Context) -> Value | None:
    if COUNTED.match(context.text, found.end()) or BEFORE_COUNT.search(
        context.text[max(0, found.start("year") - 10) : found.start("year")]
    ):
        if not (found["early"] and ABOUT.match(found[0])):
            return None
        if COUNTED.match(context.text, found.end()):
            return None
    return said(found["year"], about=bool(found["early"] and ABOUT.match(found["early"])))


@rule("span of years", r"(?<![\w-])(?P<first>1[5-9]\d\d|20\d\d)[-–/](?P<last>\d\d)(?![\w-])")
def span_of_years(found: re.Match[str], _: Context) -> Value | None:
    """ "2014-15"."""
    last = int(found["first"][:2] + found["last"])
    return Value(found["first"], f"{found['first']}/{last}", SAID) if last > int(found["first"]) and int(found["last"]) > 12 else None


@rule("short year", r"(?<![\w'’`])(?:['’`])(?P<year>[0-9]\d)\b(?!s\b)")
def short_year(found: re.Match[str], _: Context) -> Value:
    number = int(found["year"])
    return said(str(number + (1900 if number > 30 else 2000)))


@rule(
    "year in words",
    r"(?i:\b(?P<century>nineteen|eighteen|seventeen|twenty)[ -](?:hundred(?: and)? )?(?P<tens>ninety|eighty|seventy|sixty|fifty|forty|thirty|twenty|ten)(?:[ -](?P<ones>one|two|three|four|five|six|seven|eight|nine))?\b)(?! (?:percent|per cent|million|billion|thousand|hundred|dollars|people))",
)
def year_in_words(found: re.Match[str], _: Context) -> Value:
    return said(str(int(words_value(found["century"])) * 100 + int(words_value(found["tens"] + " " + (found["ones"] or "")))))


@rule("year two thousand", r"(?i:\b(?:the year )two thousand(?: (?:and )?(?P<ones>one|two|three|four|five|six|seven|eight|nine))?\b)")
def year_two_thousand(found: re.Match[str], _: Context) -> Value:
    return said(str(2000 + int(words_value(found["ones"] or ""))))


@rule(
    "weekday with date",
    rf"\b{WEEKDAY},? (?:the )?(?:(?P<month>{MONTH}) (?P<day>{DAY})|(?P<day2>{DAY})(?: of)? (?P<month2>{BARE_MONTH}))(?:,? (?P<year>(?:19|20)\d\d)\b)?(?!\w|:\d)",
)
def weekday_date(found: re.Match[str], context: Context) -> Value | None:
    number = month(found["month"] or found["month2"])
    day = int(re.sub(r"\D", "", found["day"] or found["day2"]))
    stated = found["year"]
    year_number = int(stated) if stated else year_of(number, day, context, found)
    made = real_day(year_number, number, day) if year_number else None
    if made is None:
        return None
    return said(made.isoformat()) if stated else counted(made.isoformat(), context.published())
