"""Find the events that an English text names, such as "the 2022 Winter Olympics", and those that its statements tell of.

A noun of nouns.toml names an event only together with a capitalised name, a year, or a preposition and a name. "A war" or "the meeting"
alone names none. Nouns of the same kind and place name one event: "the Benghazi attack", "attacks in Benghazi". Offsets are code points.
"""

from __future__ import annotations

import functools
import re
import tomllib
from dataclasses import dataclass
from importlib import resources

from kb.names.lookup import Lookup
from kb.propose.actors import gazetteer
from kb.propose.parts import Match, Mention, Span

KIND = "event"
NAME = r"[A-Z][\w’'-]*"
OPENING = (
    "(?:The|A|An|This|That|These|Those|His|Her|Its|Their|Our|In|On|At|After|Before|During|Since|No|Every|Any|Many|Some|But|And|Or|Yet|So|Nor"
    "|As|If|While|When|Where|Because|Although|Though|Until|Unless|For|From|With|Without|By|To|Of|Both|Most|Several|All|Each|Another|Such"
    "|Still|Then|Now|Also|However|Meanwhile|Instead|Despite|Following|Amid|Even|Only|Not|What|Which|Who|How|Why|There|Here|It|He|She|They|We)"
)
NAMES = rf"{NAME}(?:[ \u00a0-]{NAME}){{0,3}}"
NEXT = re.compile(rf"[ \u00a0]({NAME})")
PLACES = frozenset(("memorial", "museum", "hall", "cemetery", "square", "centre", "center"))
YEAR = re.compile(r"\b(?:1[0-9]|20)\d\d\b")
SMALL = frozenset(("of", "on", "in", "at", "near", "the", "against", "to", "with", "between", "and"))


@dataclass(frozen=True, slots=True)
class Key:
    """By what an event is known again: its noun in the singular, and the names beside it in small letters, a people as its country."""

    noun: str
    names: frozenset[str]


@dataclass(slots=True)
class Named:
    """An event as a text names it: its year where one is named with it, and what it is in the base."""

    year: str | None
    matches: tuple[Match, ...]


@functools.cache
def kinds() -> dict[str, str]:
    """Return {noun: kind of event} for every noun of nouns.toml."""
    listed = tomllib.loads(resources.files(__package__).joinpath("nouns.toml").read_text(encoding="utf-8"))
    return {noun: kind for kind, nouns in listed.items() for noun in nouns}


@functools.cache
def pattern() -> re.Pattern[str]:
    """Return the regular expression of a named event."""
    nouns = "|".join(sorted((re.escape(noun) for noun in kinds()), key=len, reverse=True))
    year = r"(?:1[0-9]|20)\d\d"
    before = rf"(?:{year} )?(?!{OPENING}\b){NAMES}[ \u00a0](?P<named>(?i:{nouns}))\b"
    dated = rf"{year} (?P<dated>(?i:{nouns}))\b"
    owned = rf"(?!{OPENING}\b){NAMES}(?<=[’']s)(?: [a-z-]+){{1,2}} (?P<owned>(?i:{nouns}))\b"
    name = rf"(?:the )?(?!{OPENING}\b){NAMES}"
    of = rf"(?P<of>(?i:{nouns})) (?:between {name} and {name}|(?:of|on|in|at|against|with|between) {name})"
    return re.compile(rf"\b(?:{of}|{before}|{dated}|{owned})(?: of {year}| in {year})?")


def find(text: str, lookup: Lookup | None = None) -> list[Mention]:
    """Return the named events of the text in order, each with the events of that name in the base, or a match that is new.

    What names the same event again has the matches of its first name.
    """
    mentions: list[Mention] = []
    groups: dict[Key, list[Named]] = {}
    for match in pattern().finditer(text):
        after = NEXT.match(text, match.end())
        if after is not None and after[1].lower() in PLACES.union(gazetteer.words()["body-nouns"]):  # "the US Bankruptcy Court"
            continue
        span = Span.of(text, match.start(), match.end())
        noun = next(value for value in (match["named"], match["dated"], match["of"], match["owned"]) if value).lower()
        year = year_of(span.text)
        same = groups.setdefault(key_of(span.text, noun), [])
        event = next((one for one in same if None in (year, one.year) or year == one.year), None)
        if event is None:
            event = Named(None, matches(span.text, noun, lookup))
            same.append(event)
        event.year = event.year or year
        mentions.append(Mention(span, KIND, event.matches))
    return mentions


def matches(words: str, noun: str, lookup: Lookup | None) -> tuple[Match, ...]:
    """Return the events of the base with this name, else one match without an entity that names the kind of the noun."""
    known = [row for name in (words, f"the {words}") for row in (lookup.by_name(name) if lookup else ()) if row[1] == "event"]
    if known:
        return tuple(Match(row[0], words, "name in the base", "name") for row in dict.fromkeys(known))
    alike = same_in_base(key_of(words, noun), year_of(words), lookup)
    if alike:
        return tuple(Match(entity, label, f"“{label}” has the same noun and place", "name") for entity, label in alike)
    return (Match(None, words, f"named with “{noun}”: an event of the kind {kinds()[noun]}", "name"),)


def key_of(words: str, noun: str) -> Key:
    """Return the key of the words of an event whose noun is `noun`."""
    around = YEAR.sub(" ", words.lower().replace(noun, " ", 1))
    names = re.findall(r"[^\W\d_][\w’'-]*", re.sub(r"['’]s\b", "", around))
    return Key(singular(noun), frozenset(one_country(name) for name in names if name not in SMALL))


def one_country(name: str) -> str:
    """Return a name in small letters, as that of the country where it is a people's: "syrian" as "syria"."""
    return gazetteer.demonyms().get(name.capitalize(), name).lower()


def spellings(name: str) -> list[str]:
    """Return the quoted words under which the index of names may have a name: that of a country, and its peoples."""
    peoples = [people for people, country in gazetteer.demonyms().items() if country.lower() == name]
    return [f'"{word}"' for word in dict.fromkeys((name, *(people.lower() for people in peoples)))]


def singular(noun: str) -> str:
    """Return a noun of events without the ending of a plural, unless it has no singular of its own here."""
    return noun[:-1] if noun.endswith("s") and noun[:-1] in kinds() else noun


def year_of(words: str) -> str | None:
    """Return the year among some words, or None."""
    found = YEAR.search(words)
    return found[0] if found else None


def same_in_base(key: Key, year: str | None, lookup: Lookup | None) -> list[tuple[str, str]]:
    """Return (id, name) of the events of the base with this noun and these names and no other year, at most a few."""
    if lookup is None or not key.names:
        return []
    rows = lookup.rows(
        "SELECT events.id, events.name FROM entities_fts JOIN entities ON entities.rowid = entities_fts.rowid JOIN events ON events.id = entities.id"
        " WHERE entities_fts MATCH ? AND entities.status = 'current' LIMIT 40",
        " AND ".join(f"({' OR '.join(spellings(name))})" for name in sorted(key.names)),
    )
    found = []
    for entity, label in rows:
        noun = next((word for word in re.findall(r"[^\W\d_]+", label.lower()) if word in kinds()), None)
        if noun and key_of(label, noun) == key and year_of(label) in (None, year):
            found.append((entity, label))
    return found
