"""Pieces of regular expressions for expressions of time, and what their words mean."""

from __future__ import annotations

from kb.propose import figures

MONTHS = {
    name[:3].lower(): number
    for number, name in enumerate(
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"], start=1
    )
}
WEEKDAYS = {name: number for number, name in enumerate(["mon", "tue", "wed", "thu", "fri", "sat", "sun"])}
SEASONS = {"spring": "SP", "summer": "SU", "fall": "FA", "autumn": "FA", "winter": "WI"}
PARTS = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI"}
UNITS = {"second": "S", "minute": "M", "hour": "H", "day": "D", "week": "W", "month": "M", "quarter": "Q", "year": "Y"}
ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
CENTURIES = {
    word: number
    for number, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
            "twenty-first",
        ],
        start=1,
    )
}
DECADES = {
    word: tens
    for tens, word in enumerate(["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"], start=2)
}

_FULL = "January|February|March|April|May|June|July|August|September|October|November|December"
_UPPER = _FULL.upper()
MONTH = rf"(?:{_FULL}|{_UPPER}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
# Without a day or year a short form needs its full stop, since "Mar" and "Jan" are also names. "May" and "March" are also verbs.
BARE_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Apr|Aug|Sept|Oct|Nov|Dec)\.)"
)
WEEKDAY = r"(?:Mondays?|Tuesdays?|Wednesdays?|Thursdays?|Fridays?|Saturdays?|Sundays?|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\.)"
YEAR = r"(?:(?<![\d$£€¥.,/])(?<!\b\d\d\d-)(?:1[5-9]\d\d|20\d\d)(?![\d%]|[.,/]\d))"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
SEASON = r"(?:spring|summer|fall|autumn|winter)"
UNIT = r"(?:second|minute|hour|day|week|month|quarter|year|decade|centur(?:y|ie)|millennium|weekend|fortnight)"
BIG_UNIT = r"(?:day|week|weekend|month|quarter|year|decade|century|fiscal year|academic year|season|fortnight)"
NUMBER = rf"(?:{figures.DIGITS}|{figures.WORDS})"
VAGUE = r"(?:a few|several|few|many|some|a number of|a couple of|a couple|couple of|recent|dozens of|hundreds of|thousands of)"
CLOCK = r"(?:(?:1[0-2]|0?[1-9])(?:[:.][0-5]\d)? ?(?:[ap]\.m\.?|[ap]m\b|[AP]M\b|[AP]\.M\.?)|(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?|(?i:noon|midnight|midday)|(?i:1[0-2]|0?[1-9]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) o['’]clock|(?:1[0-2]|[1-9])(?= in the (?:morning|afternoon|evening)\b))"
ZONE = r"(?: ?\(?(?:EST|EDT|CST|CDT|MST|MDT|PST|PDT|ET|GMT|UTC|BST|CET|local time|Eastern time)\)?)"
# Words such as "early", "late" and "about", which do not change the value.
EARLY = r"(?:(?:the )?(?:very )?(?:early|earlier|late|later|mid|middle|beginning|end|start|close|sometime|shortly|around|about|circa|nearly|almost)(?: of|-| in)?[ -]?(?:the )?)"


def month(word: str) -> int:
    """Return the number of a month, from 1, by its name or short form."""
    return MONTHS[word[:3].lower()]


def weekday(word: str) -> int:
    """Return the number of a weekday, from 0 for Monday, by its name or short form."""
    return WEEKDAYS[word[:3].lower()]


def unit(word: str) -> str:
    """Return the unit in the singular, without an adjective, as "year" for "fiscal years"."""
    name = word.lower().split(" ")[-1].removesuffix("s")
    return {"centurie": "century"}.get(name, name)
