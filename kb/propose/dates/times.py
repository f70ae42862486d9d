"""Rules for times and parts of the day, such as "7:15 p.m." and "in the evening". The module joining joins them to their days."""

from __future__ import annotations

import re

from kb.propose import figures
from kb.propose.dates.grammar import CLOCK, PARTS, ZONE
from kb.propose.dates.rules import Context, Value, counted, rule


@rule(
    "time of day",
    rf"(?:(?i:about|around|shortly after|shortly before|just after|just before|at|by) )?(?<![\w.:$-])(?P<clock>{CLOCK}){ZONE}?(?: in the (?P<part>morning|afternoon|evening)\b)?(?![\w%])",
)
def clock_time(match: re.Match[str], context: Context) -> Value | None:
    """Return the time on the day last named, or else on that of publication. The module joining moves it to a day that stands next to it."""
    hour = clock_value(match["clock"], match["part"] or "")
    if hour and re.search(r"\b(?:GMT|UTC)\b", match[0]):
        hour += "Z"
    if hour is None:
        return None
    reference = context.reference()
    if reference is None or not reference[0].knows("day"):
        return Value(f"XXXX-XX-XX{hour}", None, "the text gives no day")
    return counted(reference[0].day.isoformat() + hour, reference[1])


@rule(
    "time in hours",
    r"\b(?i:at|by|until|till|from|about|around|before|after|since) (?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d) ?(?:hours|hrs)\b",
)
def military_time(match: re.Match[str], context: Context) -> Value:
    reference, hour = context.reference(), f"T{match['hour']}:{match['minute']}"
    if reference is None or not reference[0].knows("day"):
        return Value(f"XXXX-XX-XX{hour}", None, "the text gives no day")
    return counted(reference[0].day.isoformat() + hour, reference[1])


# What may follow "the morning" that is a time; a noun would make it "the night ferry", which is none.
_FOLLOWS = r"(?= ?\(|[,.;:!?)\]”\"’]|\s*$|\n| (?:and|but|as|when|while|after|before|he|she|it|they|we|i|the|a|an|at|to|in|on|by|with|for|from|that|was|were|is|had|has|said)\b)"


@rule(
    "part of the day",
    rf"(?i:\b(?:in |during |on )?the (?:early |late )?(?P<part>morning|afternoon|evening|night)\b(?! of\b| after\b| before\b){_FOLLOWS})",
)
def part_of_day(match: re.Match[str], context: Context) -> Value | None:
    reference = context.reference()
    if reference is None or not reference[0].knows("day"):
        return Value(f"XXXX-XX-XXT{PARTS[match['part'].lower()]}", None, "the text gives no day")
    return counted(f"{reference[0].day.isoformat()}T{PARTS[match['part'].lower()]}", reference[1])


def clock_value(words: str, part: str = "") -> str | None:
    """Return a time of day in TIMEX3, as T19:15 for "7:15 p.m." and T12:00 for "noon", or None for a figure that is no time.

    `part` is the part of the day that is named after it ("ten o'clock in the evening").
    """
    lower = words.lower()
    if part or "clock" in lower:
        hour = int(figures.value(re.split(r"[ :.]", lower)[0]))
        return f"T{hour % 12 + (12 if part in {'afternoon', 'evening'} else 0 if part else hour // 12 * 12):02d}:00"
    if lower in {"noon", "midday"}:
        return "T12:00"
    if lower == "midnight":
        return "T24:00"
    match = re.match(r"(\d{1,2})(?:[:.](\d\d))?", lower)
    if match is None:
        return None
    hour = int(match[1])
    if "p" in lower and hour < 12:
        hour += 12
    elif "a" in lower and hour == 12:
        hour = 0
    return f"T{hour:02d}:{match[2] or '00'}"
