"""Periods and days with names of their own: fiscal years, decades, centuries, quarters, seasons, holidays."""

from __future__ import annotations

import datetime
import re

from kb.propose.dates.absolute import year_of
from kb.propose.dates.grammar import CENTURIES, DECADES, EARLY, ORDINALS, SEASON, SEASONS
from kb.propose.dates.reading import Context, Value, counted, rule, said


@rule("fiscal year", r"(?i:(?:the )?\b(?:fiscal|financial|FY)(?: ?-?year)?[ -]?(?P<year>(?:19|20)\d\d)\b)")
def fiscal(found: re.Match[str], _: Context) -> Value:
    return Value(found["year"], f"{found['year']}~", "said in the text: a fiscal year, whose months it does not give")


@rule("decade", rf"(?i:{EARLY})?(?:\bthe )?(?i:{EARLY})?(?:(?P<long>\b1\d\d|\b20\d)0['’]?s|(?<!\w)['’]?(?P<short>[2-9])0['’]?s)\b")
def decade(found: re.Match[str], _: Context) -> Value | None:
    if found["long"]:
        return said(found["long"])
    # "in his 30s" is an age
    if re.search(r"['’]\d0|the", found[0]) is None:
        return None
    return said("19" + found["short"])


@rule(
    "decade in words",
    rf"(?i:\bthe (?:{EARLY})?(?P<century>nineteen |eighteen )?(?P<tens>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b)",
)
def decade_in_words(found: re.Match[str], _: Context) -> Value:
    return said(("18" if (found["century"] or "").lower() == "eighteen " else "19") + str(DECADES[found["tens"].lower()]))


@rule(
    "century",
    rf"(?i:(?:the )?(?:{EARLY})?\b(?:(?P<number>\d{{1,2}})(?:st|nd|rd|th)|(?P<word>{'|'.join(sorted(CENTURIES, key=len, reverse=True))}))[ -]century\b)",
)
def century(found: re.Match[str], _: Context) -> Value | None:
    number = int(found["number"]) if found["number"] else CENTURIES[found["word"].lower()]
    return said(f"{number - 1:02d}") if 0 < number <= 21 else None


@rule(
    "quarter of a year",
    r"(?i:(?:the )?(?:fiscal )?\b(?P<which>first|second|third|fourth|1st|2nd|3rd|4th)[ -](?:fiscal )?(?:quarter|qtr\.?)(?:,?(?: of| in)? (?:fiscal )?(?P<year>(?:19|20)\d\d)\b)?)(?!-(?:century|finals?))",
)
@rule(
    "year and quarter", r"(?i:(?:the )?\b(?P<year>(?:19|20)\d\d)(?:['’]s)? (?:fiscal )?(?P<which>first|second|third|fourth)[ -]quarter\b)"
)
@rule("quarter by number", r"\bQ(?P<which>[1-4])(?:(?: of)? (?P<year>(?:19|20)\d\d)\b)?(?!\w)")
@rule(
    "half of a year",
    r"(?i:(?:the )?\b(?P<half>first|second|last|latter) half(?:,? of (?:fiscal )?(?P<year>(?:19|20)\d\d)\b)?)(?! of (?!the year|this year|last year|next year))",
)
def quarter(found: re.Match[str], context: Context) -> Value | None:
    part = found.groupdict()
    which = part.get("which") or part.get("half") or ""
    number = int(which) if which.isdigit() else ORDINALS.get(which.lower(), 2)
    letter = "H" if part.get("half") else "Q"
    if found["year"]:
        return said(f"{found['year']}-{letter}{number}")
    if letter == "H" or context.anchor is None or not context.anchor.knows("month"):
        return None if letter == "H" else Value(f"XXXX-Q{number}", None, "the text gives no year")
    return _quarter_near(number, context, found)


def _quarter_near(number: int, context: Context, found: re.Match[str]) -> Value:
    assert context.anchor is not None
    at = context.anchor.day
    now = (at.month - 1) // 3 + 1
    after = context.text[found.end() : found.end() + 14]
    if re.match(r" of last", after):
        return counted(f"{at.year - 1}-Q{number}", context.published())
    back = number > now and (context.ahead(found.start(), found.end()) is False or number == now + 3)
    return counted(f"{at.year - back}-Q{number}", context.published())


@rule("season of a year", rf"(?i:(?:the )?(?:{EARLY})?\b(?P<season>{SEASON})(?:,? | of )(?P<year>(?:19|20)\d\d)\b)")
def season(found: re.Match[str], _: Context) -> Value:
    return said(f"{found['year']}-{SEASONS[found['season'].lower()]}")


@rule("Thanksgiving", r"\bThanksgiving(?: Day)?\b")
def thanksgiving(found: re.Match[str], context: Context) -> Value | None:
    """The fourth Thursday of November."""
    year_number = year_of(11, 25, context, found)
    if year_number is None:
        return None
    first = datetime.date(year_number, 11, 1)
    return counted(f"{year_number}-11-{22 + (3 - first.weekday()) % 7:02d}", context.published())


HOLIDAYS = {
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
    "new year's eve": (12, 31),
    "new year's day": (1, 1),
    "halloween": (10, 31),
    "valentine's day": (2, 14),
}


@rule(
    "holiday",
    r"\b(?P<name>Christmas Eve|Christmas Day|Christmas|New Year['’]s Eve|New Year['’]s Day|Halloween|Valentine['’]s Day)(?:,? (?P<year>(?:19|20)\d\d)\b)?(?!\w)",
)
def holiday(found: re.Match[str], context: Context) -> Value | None:
    number, day = HOLIDAYS[found["name"].lower().replace("’", "'")]
    if found["year"]:
        return said(f"{found['year']}-{number:02d}-{day:02d}")
    year_number = year_of(number, day, context, found)
    return counted(f"{year_number}-{number:02d}-{day:02d}", context.published()) if year_number else None
