"""Rules for named periods and days: fiscal years, decades, centuries, quarters, seasons and holidays."""

from __future__ import annotations

import datetime
import re

from kb.propose.dates.absolute import year_of
from kb.propose.dates.grammar import CENTURIES, DECADES, EARLY, ORDINALS, SEASON, SEASONS
from kb.propose.dates.rules import Context, Value, counted, rule, stated

FISCAL = "said in the text: a fiscal year, whose months it does not give"
_YEARS = r"(?P<year>(?:19|20)\d\d)(?:[-–/](?P<last>(?:19|20)?\d\d))?(?![\w]|[-–/]\d)"


@rule("fiscal year", rf"(?i:(?:the )?\b(?:fiscal|financial|FY)(?: ?-?years?)?[ -]?{_YEARS})")
@rule("years, fiscal", rf"(?i:(?:the )?\b{_YEARS} (?:fiscal|financial|budget|tax|marketing|crop)[ -]years?\b)")
@rule("short fiscal year", r"\bFY ?['’]?(?P<short>\d\d)(?:[-–/](?P<last>\d\d))?(?![\w%]|[-–/.]\d)")
def fiscal(match: re.Match[str], _: Context) -> Value | None:
    """Return the one year that the text names, about right, or the two."""
    year = match.groupdict().get("year") or f"20{match['short']}"
    if not match["last"]:
        return Value(year, f"{year}~", FISCAL)
    last = year[: -len(match["last"])] + match["last"]
    return Value(year, f"{year}/{last}", FISCAL) if last > year else None


@rule("decade", rf"(?i:{EARLY})?(?:\bthe )?(?i:{EARLY})?(?:(?P<long>\b1\d\d|\b20\d)0['’]?s|(?<!\w)['’]?(?P<short>[2-9])0['’]?s)\b")
def decade(match: re.Match[str], _: Context) -> Value | None:
    if match["long"] and match["long"].endswith("0"):
        return Value(match["long"], f"{match['long'][:2]}XX", "said in the text: ten years or a hundred")
    if match["long"]:
        return stated(match["long"])
    # "in his 30s" is an age
    if re.search(r"['’]\d0|the", match[0]) is None:
        return None
    return stated("19" + match["short"])


@rule(
    "decade in words",
    rf"(?i:\bthe (?:{EARLY})?(?P<century>nineteen |eighteen )?(?P<tens>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b)",
)
def decade_in_words(match: re.Match[str], _: Context) -> Value:
    return stated(("18" if (match["century"] or "").lower() == "eighteen " else "19") + str(DECADES[match["tens"].lower()]))


@rule(
    "century",
    rf"(?i:(?:the )?(?:{EARLY})?\b(?:(?P<number>\d{{1,2}})(?:st|nd|rd|th)|(?P<word>{'|'.join(sorted(CENTURIES, key=len, reverse=True))}))[ -]century\b)",
)
def century(match: re.Match[str], _: Context) -> Value | None:
    number = int(match["number"]) if match["number"] else CENTURIES[match["word"].lower()]
    return stated(f"{number - 1:02d}") if 0 < number <= 21 else None


@rule(
    "quarter of a year",
    r"(?i:(?:the )?(?:fiscal )?\b(?P<which>first|second|third|fourth|1st|2nd|3rd|4th)[ -](?:fiscal )?(?:quarter|qtr\.?)(?:,?(?: of| in)? (?:fiscal )?(?P<year>(?:19|20)\d\d)\b)?)(?!-(?:century|finals?))",
)
@rule(
    "year and quarter", r"(?i:(?:the )?\b(?P<year>(?:19|20)\d\d)(?:['’]s)? (?:fiscal )?(?P<which>first|second|third|fourth)[ -]quarter\b)"
)
@rule("quarter by number", r"\bQ(?P<which>[1-4])(?:(?: of)? (?P<year>(?:19|20)\d\d)\b)?(?!\w| (?:of )?(?:FY|[Ff]iscal))")
@rule("year and number of a quarter", r"\b(?P<year>(?:19|20)\d\d)[ -]?Q(?P<which>[1-4])\b")
@rule("half by number", r"\bH(?P<half>[12])(?: of)? (?P<year>(?:19|20)\d\d)\b")
@rule("year and number of a half", r"\b(?P<year>(?:19|20)\d\d)[ -]?H(?P<half>[12])\b")
@rule(
    "half of a year",
    r"(?i:(?:the )?\b(?P<half>first|second|last|latter) half(?:,? of (?:fiscal )?(?P<year>(?:19|20)\d\d)\b)?)(?! of (?!the year|this year|last year|next year))",
)
def quarter(match: re.Match[str], context: Context) -> Value | None:
    part = match.groupdict()
    which = part.get("which") or part.get("half") or ""
    number = int(which) if which.isdigit() else ORDINALS.get(which.lower(), 2)
    letter = "H" if part.get("half") else "Q"
    if match["year"] and re.search(r"\bfiscal\b", match[0], re.IGNORECASE):
        return Value(f"{match['year']}-{letter}{number}", None, FISCAL)
    if match["year"]:
        return stated(f"{match['year']}-{letter}{number}")
    if letter == "H" or context.anchor is None or not context.anchor.knows("month"):
        return None if letter == "H" else Value(f"XXXX-Q{number}", None, "the text gives no year")
    return _quarter_near(number, context, match)


def _quarter_near(number: int, context: Context, match: re.Match[str]) -> Value:
    """Return the quarter of this number nearest to the date of publication, which must be known."""
    assert context.anchor is not None
    at = context.anchor.day
    now = (at.month - 1) // 3 + 1
    after = context.text[match.end() : match.end() + 14]
    if re.match(r" of last", after):
        return counted(f"{at.year - 1}-Q{number}", context.published())
    back = number > now and (context.ahead(match.start(), match.end()) is False or number == now + 3)
    return counted(f"{at.year - back}-Q{number}", context.published())


@rule("quarter of a fiscal year", r"\b[QH][1-4] (?:of )?(?:FY|[Ff]iscal(?: year)?) ?['’]?\d\d(?:\d\d)?(?:[-–/]\d\d)?\b")
def fiscal_quarter(_: re.Match[str], __: Context) -> Value:
    return Value("XXXX", None, FISCAL)


@rule("season of a year", rf"(?i:(?:the )?(?:{EARLY})?\b(?P<season>{SEASON})(?:,? | of )(?P<year>(?:19|20)\d\d)\b)")
def season(match: re.Match[str], _: Context) -> Value:
    return stated(f"{match['year']}-{SEASONS[match['season'].lower()]}")


@rule("Thanksgiving", r"\bThanksgiving(?: Day)?\b")
def thanksgiving(match: re.Match[str], context: Context) -> Value | None:
    """Return the fourth Thursday of November."""
    year_number = year_of(11, 25, context, match)
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
def holiday(match: re.Match[str], context: Context) -> Value | None:
    number, day = HOLIDAYS[match["name"].lower().replace("’", "'")]
    if match["year"]:
        return stated(f"{match['year']}-{number:02d}-{day:02d}")
    year_number = year_of(number, day, context, match)
    return counted(f"{year_number}-{number:02d}-{day:02d}", context.published()) if year_number else None
