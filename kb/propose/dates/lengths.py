"""Rules for lengths of time ("two years") and repeated times ("every Monday"), neither of which has an EDTF date."""

from __future__ import annotations

import re
from decimal import Decimal

from kb.propose import figures
from kb.propose.dates.grammar import NUMBER, SEASON, UNIT, UNITS, WEEKDAY, unit, weekday
from kb.propose.dates.rules import Context, Value, rule, vague

MORE = r"(?:(?i:\b(?:about|around|nearly|almost|some|more than|less than|over|at least|at most|just|only|roughly|up to|as many as|fewer than|another|the|the (?:past|last|next|first|final|coming|previous|following|latest|ensuing|preceding|other)|(?:past|last|next|first|coming|previous)|approximately|an additional|additional)) ){0,4}"
FEW = r"(?i:a few|several|few|many|some|a number of|recent|the|these|those|coming|past|next|last|for|in|over|within|dozens of|hundreds of|thousands of|all these|after)"

RATE = re.compile(r"(?:\$[\d.,]+|\d|(?i:million|billion|times|twice|once|cents|dollars|percent))(?: \w+)? $")
HALF = re.compile(r"half|a half|one-half")
SMALLER = {"PY": (12, "M"), "PTH": (60, "M"), "PTM": (60, "S")}  # the smaller units for fractions of a year, an hour and a minute


def timex(count: Decimal | None, kind: str, half: bool = False) -> str:
    """Return the TIMEX3 value of a length, such as P2Y, PT5H or P2Y6M, with X for a count of None.

    Decades and centuries are counted in years, fortnights in weeks; `half` adds half a unit.
    """
    scale = {"decade": 10, "century": 100, "millennium": 1000, "fortnight": 2}.get(kind, 1)
    letter = {"decade": "Y", "century": "Y", "millennium": "Y", "fortnight": "W"}.get(kind) or ("WE" if kind == "weekend" else UNITS[kind])
    lead = "PT" if kind in {"second", "minute", "hour"} else "P"
    if count is None:
        return f"{lead}X" + {"decade": "E", "century": "C"}.get(kind, letter)
    if half or count != int(count):
        smaller = SMALLER.get(lead + letter) if scale == 1 else None
        rest = count - int(count) + (Decimal("0.5") if half else 0)
        if smaller:
            parts = rest * smaller[0]
            return (
                f"{lead}{int(count)}{letter}{figures.plain(parts)}{smaller[1]}"
                if count >= 1
                else f"{lead}{figures.plain(parts)}{smaller[1]}"
            )
        count += Decimal("0.5") if half else 0
    return f"{lead}{figures.plain(count * scale)}{letter}"


@rule(
    "length",
    rf"{MORE}(?<![\w$£€.,])(?P<count>{NUMBER}(?: and (?:a|one)[ -]half)?|(?i:an?|half an?|a half|(?:a )?couple of|a couple|one-half))(?P<more> (?:more|additional|full|whole|consecutive|straight|long|other|solid|calendar|business|working|fiscal|short|or more))?[ -](?P<unit>(?i:{UNIT}s?))\b(?P<half> and a half)?(?:['’](?!\w)|['’]s\b)?(?:-(?:long|old)\b)?",
)
def length(match: re.Match[str], context: Context) -> Value | None:
    kind, count = unit(match["unit"]), match["count"].lower()
    if _is_no_length(match, kind, count, context):
        return None
    if count in {"a", "an"} and RATE.search(context.text[max(0, match.start() - 22) : match.start()]):
        return None  # a rate, which is part of the number, as in "$5 a month"
    return vague(timex(Decimal("0.5") if HALF.match(count) else _count(count), kind, bool(match["half"])))


def _is_no_length(match: re.Match[str], kind: str, count: str, context: Context) -> bool:
    """Whether the words only look like a length of time."""
    after = context.text[match.end() : match.end() + 8]
    single = count in {"a", "an"}
    return (
        (kind == "second" and single and re.match(r"[ -]\w", after) is not None)  # "a second man"
        or (kind == "quarter" and (single or (match[0].endswith("s") and "-" in match[0])))  # "a quarter of", "three-quarters"
        or (
            kind == "quarter"
            and re.match(r" of (?:the|a|an|all|its|their|his|her)\b", context.text[match.end() : match.end() + 12]) is not None
        )
        or (re.fullmatch(r"(?:19|20)\d\d", count) is not None and match["more"] in {" fiscal", " calendar"})  # "the 2022 fiscal year"
        or kind == "weekend"
        or re.match(r"0\d", count) is not None  # a time of day, as in "0530 hours"
        or (match["unit"][0].isupper() and not match["unit"].isupper())  # the name of a programme, such as "60 Minutes"
        or re.match(r"a (?:calendar|fiscal)", match[0]) is not None
        or (kind == "day" and count == "one" and re.match(r" (?!long|in|of|before|after|later|ago)\w", after) is not None)  # "one day he"
        or (kind == "year" and re.search(r"[- ]old\b", match[0] + after[:5]) is not None)  # an age
    )


def _count(words: str) -> Decimal:
    """Return the number that the words before a unit express."""
    if words in {"a", "an"}:
        return Decimal(1)
    return Decimal(2) if "couple" in words else figures.value(words)


@rule(
    "vague length",
    r"(?i:(?:\b(?:the|the past|the last|the next|these past|the coming|the first|over the) )?\b(?:a few|several|few|many|a number of|recent|coming|past|next|some|dozens of|hundreds of|thousands of)(?: more| short| long)?[ -](?P<unit>(?:second|minute|hour|day|week|month|quarter|year|decade|centurie)s?)\b)",
)
def vague_length(match: re.Match[str], _: Context) -> Value | None:
    if match["unit"].lower() in {"second", "day"} or not match["unit"].lower().endswith("s"):
        return None
    words = match[0].lower()
    if "recent" in words or "coming" in words:
        return vague("FUTURE_REF" if "coming" in words else "PAST_REF")
    return vague(timex(None, unit(match["unit"])))


@rule(
    "bare length",
    r"(?i:\b(?P<before>for|in|within|over|after|of|takes?|last(?:ed)?|spent|many|the|some)) (?P<unit>(?:hours|days|weeks|months|years|decades|centuries))\b(?! of age)",
)
def bare_length(match: re.Match[str], _: Context) -> Value:
    return vague(timex(None, unit(match["unit"])))


@rule(
    "every so often",
    rf"(?i:\b(?:every|each)(?: (?P<count>other|{NUMBER}|few))? (?P<unit>(?:second|minute|hour|day|week|month|quarter|year|decade|weekend)s?)\b)",
)
@rule("per unit", r"(?i:\bper (?P<unit>day|week|month|quarter|year)\b|\ba (?P<unit2>day|week|month|year)(?= (?:basis)))")
def every(match: re.Match[str], _: Context) -> Value:
    part = match.groupdict()
    count = part.get("count")
    number = Decimal(2) if count == "other" else None if count == "few" else figures.value(count) if count else Decimal(1)
    return vague(timex(number, unit(part.get("unit") or part.get("unit2") or "year")))


@rule("every weekday", rf"(?i:\b(?:every|each)) (?P<day>{WEEKDAY})(?!\w)")
def every_weekday(match: re.Match[str], _: Context) -> Value:
    return vague(f"XXXX-WXX-{weekday(match['day']) + 1}")


@rule("every season", rf"(?i:\b(?:every|each) (?P<season>{SEASON})\b)")
def every_season(match: re.Match[str], _: Context) -> Value:
    from kb.propose.dates.grammar import SEASONS

    return vague(f"XXXX-{SEASONS[match['season'].lower()]}")


OFTEN = {"hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "monthly": "P1M", "annually": "P1Y", "yearly": "P1Y"}


@rule("often", r"(?i:\b(?P<word>hourly|daily|nightly|weekly|monthly|annually|yearly)\b)")
def often(match: re.Match[str], context: Context) -> Value | None:
    word = match["word"]
    if word[0].isupper() and re.search(r"\w $", context.text[max(0, match.start() - 2) : match.start()]):
        return None  # the name of a newspaper, such as "the China Daily"
    return vague(OFTEN[word.lower()])
