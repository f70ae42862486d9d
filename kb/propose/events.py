"""Names of events in an English text: "the 2022 Winter Olympics", "the Battle of Kursk", "the invasion of Ukraine".

An event is only taken for one where the text names it: a noun of events.toml with a capitalised name, a year, or an "of" and a name beside
it. "A war" or "the meeting" alone names none. Offsets are code points.
"""

from __future__ import annotations

import functools
import re
import tomllib
from importlib import resources

from kb.lookup import Lookup
from kb.propose.types import Match, Mention, Span

KIND = "event"
NAME = r"[A-Z][\w’'-]*"
OPENING = "(?:The|A|An|This|That|These|Those|His|Her|Its|Their|Our|In|On|At|After|Before|During|Since|No|Every|Any|Many|Some)"
NAMES = rf"{NAME}(?:[ \u00a0-]{NAME}){{0,3}}"


@functools.cache
def kinds() -> dict[str, str]:
    """{noun: the kind of event it names}."""
    listed = tomllib.loads(resources.files(__package__).joinpath("events.toml").read_text(encoding="utf-8"))
    return {noun: kind for kind, nouns in listed.items() for noun in nouns}


@functools.cache
def pattern() -> re.Pattern[str]:
    nouns = "|".join(sorted((re.escape(noun) for noun in kinds()), key=len, reverse=True))
    year = r"(?:1[0-9]|20)\d\d"
    before = rf"(?:{year} )?(?!{OPENING}\b){NAMES}[ \u00a0](?P<named>(?i:{nouns}))\b"
    dated = rf"{year} (?P<dated>(?i:{nouns}))\b"
    of = rf"(?P<of>(?i:{nouns})) (?:of|on|in) (?:the )?{NAMES}"
    return re.compile(rf"\b(?:{of}|{before}|{dated})(?: of {year}| in {year})?")


def find(text: str, lookup: Lookup | None = None) -> list[Mention]:
    """The named events of the text in order; each with the event of the base of that name, or as somebody new, and why."""
    found = []
    for match in pattern().finditer(text):
        span = Span.of(text, match.start(), match.end())
        noun = next(value for value in (match["named"], match["dated"], match["of"]) if value).lower()
        found.append(Mention(span, KIND, matches(span.text, noun, lookup)))
    return found


def matches(words: str, noun: str, lookup: Lookup | None) -> tuple[Match, ...]:
    known = [row for name in (words, f"the {words}") for row in (lookup.by_name(name) if lookup else ()) if row[1] == "event"]
    if known:
        return tuple(Match(row[0], words, "name in the base", "name") for row in dict.fromkeys(known))
    return (Match(None, words, f"named with “{noun}”: an event of the kind {kinds()[noun]}", "name"),)
