"""Times of day, alone or with their day: "7:15 p.m. Tuesday", "Friday night"."""

from __future__ import annotations

import re

from kb.propose.dates.grammar import CLOCK, PARTS, ZONE
from kb.propose.dates.reading import Context, Value, counted, rule


@rule(
    "time of day",
    rf"(?:(?i:about|around|shortly after|shortly before|just after|just before|at|by) )?(?<![\w.:$-])(?P<clock>{CLOCK}){ZONE}?(?![\w%])",
)
def clock_time(found: re.Match[str], context: Context) -> Value | None:
    """On the day of publication, unless the day stands beside it (see `joined`)."""
    hour = clock_value(found["clock"])
    if hour and re.search(r"\b(?:GMT|UTC)\b", found[0]):
        hour += "Z"
    if hour is None:
        return None
    if context.anchor is None or not context.anchor.knows("day"):
        return Value(f"XXXX-XX-XX{hour}", None, "the text gives no day")
    return counted(context.anchor.day.isoformat() + hour, context.published())


@rule("part of the day", r"(?i:\b(?:in |during |on )?the (?:early |late )?(?P<part>morning|afternoon|evening|night)\b)(?! of\b)")
def part_of_day(found: re.Match[str], context: Context) -> Value | None:
    reference = context.reference()
    if reference is None or not reference[0].knows("day"):
        return Value(f"XXXX-XX-XXT{PARTS[found['part'].lower()]}", None, "the text gives no day")
    return counted(f"{reference[0].day.isoformat()}T{PARTS[found['part'].lower()]}", reference[1])


def clock_value(words: str) -> str | None:
    """ "7:15 p.m." as T19:15, "noon" as T12:00; None for a figure that is no time."""
    lower = words.lower()
    if lower in {"noon", "midday"}:
        return "T12:00"
    if lower == "midnight":
        return "T24:00"
    found = re.match(r"(\d{1,2})(?:[:.](\d\d))?", lower)
    if found is None:
        return None
    hour = int(found[1])
    if "p" in lower and hour < 12:
        hour += 12
    elif "a" in lower and hour == 12:
        hour = 0
    return f"T{hour:02d}:{found[2] or '00'}"
