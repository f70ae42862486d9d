"""Rules for days, months and years that a text gives in full, or without the year."""

from __future__ import annotations

import datetime
import re

from kb.propose.dates.grammar import BARE_MONTH, DAY, EARLY, MONTH, WEEKDAY, YEAR, month, weekday
from kb.propose.dates.rules import STATED, Context, Value, calendar_date, counted, rule, stated
from kb.propose.figures import words_value

NO_SUCH_WEEKDAY = "in the years about that of publication the day is no such weekday"
FAR = datetime.timedelta(days=240)
ABOUT = re.compile(r"\b(?:about|around|circa|roughly|approximately|some time in)\b|\bca?\.|\bc(?=\d)|~", re.IGNORECASE)
_SHORT_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
)
# Words after a number of four digits that counts something, as in "2000 troops".
COUNTED = re.compile(
    r" (?:people|men|women|troops|soldiers|children|miles|feet|dollars|percent|per cent|km|kilomet|more|or more|other|of (?:them|the))"
)
BEFORE_COUNT = re.compile(r"(?:\b(?:than|about|over|nearly|least|No\.|number|page|#)|[$£€]) ?$")


@rule("month, day and year", rf"(?:{EARLY})?\b(?P<month>{MONTH}) (?:the )?(?P<day>{DAY})(?:,? | of |, )(?P<year>(?:1\d|20)\d\d)\b(?!,\d)")
@rule("day-month-year", rf"(?<![\w-])(?P<day>{DAY})-(?P<month>{_SHORT_MONTH})-(?P<year>(?:1\d|20)\d\d)(?![\w-])")
@rule("year, month and day", rf"(?<![\w/.-])(?P<year>(?:1[5-9]|20)\d\d),? (?P<month>{MONTH}) (?P<day>{DAY})(?!\w|[:%,.]\d)")
@rule("day, month and year", rf"(?:the )?\b(?P<day>{DAY})(?: of)? (?P<month>{MONTH}),? (?P<year>(?:1\d|20)\d\d)\b(?!,\d)")
def full_day(match: re.Match[str], _: Context) -> Value | None:
    calendar_day = calendar_date(int(match["year"]), month(match["month"]), int(re.sub(r"\D", "", match["day"])))
    return stated(calendar_day.isoformat()) if calendar_day else None


@rule(
    "days of a month",
    rf"\b(?P<month>{MONTH}) (?P<day>{DAY})(?: ?[-–—] ?| to | through )(?P<last>{DAY})(?:, ?(?P<year>(?:1\d|20)\d\d))?\b(?![:%,]\d)",
)
def days(match: re.Match[str], context: Context) -> Value | None:
    year = int(match["year"]) if match["year"] else None
    number = month(match["month"])
    first = calendar_date(
        year or year_of(number, int(re.sub(r"\D", "", match["day"])), context, match) or 0, number, int(re.sub(r"\D", "", match["day"]))
    )
    last = calendar_date(first.year, number, int(re.sub(r"\D", "", match["last"]))) if first else None
    if first is None or last is None or first > last:
        return None
    value = stated(first.isoformat()) if year else counted(first.isoformat(), context.published())
    return Value(value.timex, f"{first.isoformat()}/{last.isoformat()}", value.basis)


@rule(
    "days of a month, the day first",
    rf"(?:\bthe )?(?<![\d.,:/$-])\b(?P<day>{DAY})(?P<joined> ?[-–—/] ?| to | and | or | through | until )(?:the )?(?P<last>{DAY})(?: of)? (?P<month>{BARE_MONTH})(?:,? (?P<year>(?:1\d|20)\d\d))?(?!\w|,\d)",
)
def days_first(match: re.Match[str], context: Context) -> Value | None:
    value = days(match, context)
    if value is None or match["joined"] not in {" and ", " or "}:
        return value
    day, last = (int(re.sub(r"\D", "", match[part])) for part in ("day", "last"))
    if match["joined"] == " or " or last != day + 1:
        return Value(f"{value.timex[:7]}-XX", None, "one of two days, or two days that do not follow each other")
    return value


@rule("day, month and number", rf"(?:\bthe )?(?<![\d.,:/$-])\b(?P<day>{DAY})(?: of)? (?P<month>{BARE_MONTH}),? \d{{3,4}}(?![\d:]|,\d)")
def day_and_number(match: re.Match[str], _: Context) -> Value:
    """Return no date, because the number is no year of this calendar, or a year that it could not have with this day."""
    return Value(
        f"XXXX-{month(match['month']):02d}-XX", None, "the number after it may be its year, in another calendar, or something else"
    )


@rule("month and day", rf"(?:(?i:\b(?:last|this|next) ))?\b(?P<month>{MONTH}) (?:the )?(?P<day>{DAY})(?!\w|[:%,.]\d)")
@rule("day and month", rf"(?:\bthe )?(?<![\d.,:/$])\b(?P<day>{DAY})(?: of)? (?P<month>{BARE_MONTH})(?!\w|,? \d{{3,4}}(?![\d,:]))")
def month_day(match: re.Match[str], context: Context) -> Value | None:
    number, day = month(match["month"]), int(re.sub(r"\D", "", match["day"]))
    year = year_of(number, day, context, match)
    if year is None:
        return Value(f"XXXX-{number:02d}-{day:02d}", None, "the text gives no year") if calendar_date(2000, number, day) else None
    calendar_day = calendar_date(year, number, day)
    return counted(calendar_day.isoformat(), context.published()) if calendar_day else None


def year_of(number: int, day: int, context: Context, match: re.Match[str], weekday: int | None = None) -> int | None:
    """Return the year that brings the day nearest to the date of publication, on the side that the tense shows.

    With a `weekday`, from 0 for Monday, only years count in which the day is one.
    """
    if context.anchor is None:
        return None
    published = context.anchor.day
    near = [
        calendar_day
        for year in (published.year - 1, published.year, published.year + 1)
        if (calendar_day := calendar_date(year, number, day)) and weekday in {None, calendar_day.weekday()}
    ]
    behind = [calendar_day.year for calendar_day in near if calendar_day <= published]
    if behind and context.past(match.start(), match.end()):
        return max(behind)
    ahead = context.ahead(match.start(), match.end())
    on_side = [
        calendar_day for calendar_day in near if ahead is None or (calendar_day >= published if ahead else calendar_day <= published)
    ]
    best = min(on_side or near, key=lambda calendar_day: abs(calendar_day - published), default=None)
    nearest = min(near, key=lambda calendar_day: abs(calendar_day - published), default=None)
    # The tense may be that of another verb, so a day close by on the other side wins over one nearly a year away.
    if best and nearest and abs(best - published) > FAR:
        best = nearest
    return best.year if best else None


@rule("month and year", rf"(?:{EARLY})?\b(?P<month>{MONTH})(?:,? | of |, )(?P<year>(?:1\d|20)\d\d)\b(?![%]|,\d)")
def month_year(match: re.Match[str], _: Context) -> Value:
    return stated(f"{match['year']}-{month(match['month']):02d}", about=bool(ABOUT.match(match[0])))


@rule(
    "two months of a year",
    rf"\b(?P<month>{MONTH})(?: ?/ ?| or )(?P<last>{MONTH})(?:,? | of )(?P<year>(?:1\d|20)\d\d)\b(?![%]|,\d)",
)
def two_months(match: re.Match[str], _: Context) -> Value | None:
    year, first, last = match["year"], month(match["month"]), month(match["last"])
    return Value(f"{year}-{first:02d}", f"{year}-{first:02d}/{year}-{last:02d}", STATED) if first < last else None


@rule("day, month and short year", rf"\b(?P<day>{DAY}) (?P<month>{MONTH}) ?['’](?P<year>\d\d)\b")
@rule("month and short year", rf"\b(?P<month>{MONTH}) ?['’](?P<year>\d\d)\b")
def month_short_year(match: re.Match[str], _: Context) -> Value | None:
    year, number = int(match["year"]), month(match["month"])
    year += 1900 if year > 50 else 2000
    if "day" not in match.groupdict():
        return stated(f"{year}-{number:02d}")
    day = calendar_date(year, number, int(re.sub(r"\D", "", match["day"])))
    return stated(day.isoformat()) if day else None


@rule("month", rf"(?:{EARLY})?\b(?P<month>{BARE_MONTH})(?![\w’']*\w|,? \d{{4}}\b)")
def bare_month(match: re.Match[str], context: Context) -> Value | None:
    words = match["month"]
    if words in {"May", "March"} and not _is_month(match, context):
        return None
    number = month(words)
    if context.anchor is None or not context.anchor.knows("month"):
        return Value(f"XXXX-{number:02d}", None, "the text gives no year")
    at = context.anchor.day
    ahead = context.ahead(match.start(), match.end())
    later = number - at.month
    if ahead is None:
        ahead = 0 < later <= 3
    if context.past(match.start(), match.end()):
        return counted(f"{at.year - (later > 0)}-{number:02d}", context.published())
    year = at.year + (1 if ahead and later < 0 else -1 if not ahead and later > 0 else 0)
    return counted(f"{year}-{number:02d}", context.published())


def _is_month(match: re.Match[str], context: Context) -> bool:
    """Whether “May” or “March” is the month, because a preposition or the like comes before it."""
    before = context.text[max(0, match.start() - 20) : match.start("month")]
    return bool(
        re.search(
            r"\b(?:in|since|until|till|by|of|from|to|and|last|next|this|early|late|mid|through|during|for|between|before|after)[ -]$",
            before,
            re.IGNORECASE,
        )
    )


@rule("about a year", r"\b(?:c\.|ca\.?|c|approx\.) ?(?P<year>(?:1\d|20)\d\d)(?![\w%]|[.,–/-]\d)")
def about_year(match: re.Match[str], context: Context) -> Value | None:
    return None if COUNTED.match(context.text, match.end()) else stated(match["year"], about=True)


@rule("year", rf"(?P<early>{EARLY}|~ ?)?(?:\bthe (?:year )?)?(?<!\w)(?P<year>{YEAR})(?!\w|-\d\d\d(?!\d))")
def year(match: re.Match[str], context: Context) -> Value | None:
    if COUNTED.match(context.text, match.end()) or BEFORE_COUNT.search(
        context.text[max(0, match.start("year") - 10) : match.start("year")]
    ):
        if not (match["early"] and ABOUT.match(match[0])):
            return None
        if COUNTED.match(context.text, match.end()):
            return None
    return stated(match["year"], about=bool(match["early"] and ABOUT.match(match["early"])))


@rule(
    "early year",
    r"(?P<before>\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Ff]rom|[Aa]fter|[Bb]efore|[Oo]f|the year|c\.|ca\.|circa|about|around) ?)(?P<year>1[0-4]\d\d)(?![\d%])(?=[,.;:)\]]?(?:\s+(?:the|an?|he|she|they|it|when|and|to|his|her|its|[A-Z])\b|[.;:)\]]?\s*$|[,;:)\]]|\.\s))",
)
def early_year(match: re.Match[str], _: Context) -> Value:
    """Return a year before 1500 where nothing it could count follows. Its words begin with the preposition."""
    return stated(match["year"], about=bool(ABOUT.search(match["before"])))


@rule("short year", r"(?<![\w'’`])(?:['’`])(?P<year>[0-9]\d)\b(?!s\b)")
def short_year(match: re.Match[str], _: Context) -> Value:
    number = int(match["year"])
    return stated(str(number + (1900 if number > 30 else 2000)))


@rule(
    "year in words",
    r"(?i:\b(?P<century>nineteen|eighteen|seventeen|twenty)[ -](?:hundred(?: and)? )?(?P<tens>ninety|eighty|seventy|sixty|fifty|forty|thirty|twenty|ten)(?:[ -](?P<ones>one|two|three|four|five|six|seven|eight|nine))?\b)(?! (?:percent|per cent|million|billion|thousand|hundred|dollars|people))",
)
def year_in_words(match: re.Match[str], _: Context) -> Value:
    return stated(str(int(words_value(match["century"])) * 100 + int(words_value(match["tens"] + " " + (match["ones"] or "")))))


@rule("year two thousand", r"(?i:\b(?:the year )two thousand(?: (?:and )?(?P<ones>one|two|three|four|five|six|seven|eight|nine))?\b)")
def year_two_thousand(match: re.Match[str], _: Context) -> Value:
    return stated(str(2000 + int(words_value(match["ones"] or ""))))


@rule(
    "weekday with date",
    rf"\b(?P<weekday>{WEEKDAY}),? (?:the )?(?:(?P<month>{MONTH}) (?P<day>{DAY})|(?P<day2>{DAY})(?: of)? (?P<month2>{BARE_MONTH}))(?:,? (?P<year>(?:19|20)\d\d)\b)?(?!\w|:\d)",
)
def weekday_date(match: re.Match[str], context: Context) -> Value | None:
    number = month(match["month"] or match["month2"])
    day = int(re.sub(r"\D", "", match["day"] or match["day2"]))
    named = weekday(match["weekday"])
    if match["year"]:
        calendar_day = calendar_date(int(match["year"]), number, day)
        if calendar_day is None:
            return None
        if calendar_day.weekday() != named:
            return Value(f"{match['year']}-XX-XX", None, f"the text calls the day a {match['weekday']}, but it was a {calendar_day:%A}")
        return stated(calendar_day.isoformat())
    year_number = year_of(number, day, context, match, named)
    calendar_day = calendar_date(year_number, number, day) if year_number else None
    if calendar_day and context.anchor and calendar_day - context.anchor.day > FAR and not context.ahead(match.start(), match.end()):
        calendar_day = None  # a slip in the text is likelier than a day a year ahead of which nothing says so
    if calendar_day is None:
        return None if context.anchor is None else Value(f"XXXX-{number:02d}-{day:02d}", None, NO_SUCH_WEEKDAY)
    return counted(calendar_day.isoformat(), context.published())
