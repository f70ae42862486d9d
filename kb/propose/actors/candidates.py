"""Find stretches of a text that name or describe somebody, by the model's named entities, by rules, and by words for offices and groups."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kb.propose.actors import gazetteer
from kb.propose.actors.titled import before_name

KINDS = {"PERSON": "person", "ORG": "organisation", "NORP": "group", "GPE": "place", "LOC": "place", "FAC": "place"}
NAME, DEMONYM, ROLE, DESCRIPTION = "name", "demonym", "role", "description"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch of the text with its kind (person, organisation, place, group, other) and form (name, demonym, role, description)."""

    start: int
    end: int
    kind: str
    form: str = NAME


def _any(words: Iterable[str]) -> str:
    """Return the regular expression of any of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


ARTICLE = r"(?:[ae]l|a[dnrstz]|ash|u[dlr])-"  # of Arabic names


@functools.cache
def patterns() -> dict[str, re.Pattern[str]]:
    """Return the regular expressions built from the lists of words, by name."""
    words = gazetteer.words()
    inner = _any(words["inner"])
    cap = r"[A-ZÀ-ÖØ-Þ][\w’'&-]*(?:\.(?=[A-Z]\.)[A-Z]\.)*"
    name = rf"{cap}(?:[ \u00a0](?:(?:{inner})[ \u00a0]){{0,2}}(?:{ARTICLE})?{cap})*"
    joins = _any(words["body-inner"])
    body = _any(words["bodies"])
    person = rf"(?:{cap}|[A-Z]\.|{ARTICLE}{cap}|bin|van|von|de|“[^”]{{1,20}}”|'[^']{{1,12}}')"
    roles, groups = _any({*words["roles"], *(f"{role}s" for role in words["roles"])}), _any(words["groups"])
    lead = r"(?:(?:the|a|an|some|many|several|our|their|his|her|its|these|those|all|other|both|two|three|more than \d[\d,]*|\d[\d,]*|most|any|no) )"
    own = r"(?:(?:[A-Z][\w.’'-]*(?:[ -](?=[A-Z]))?|senior|former|current|top|local|foreign|military|political|security|government|state|national|federal|friendly|armed|special|ground|air|naval|tactical|partner|coalition|indigenous|regional|joint|allied|opposing|hostile|terrorist|counter-\w+|\w+-held|\w+-led|\w+-backed|\w+-based|intelligence|police|tribal|enemy|international|local|nuclear|opposition|ruling|central|new|old|young|own|public|civilian|medical|western|foreign) ?)"
    return {
        "name": re.compile(rf"(?<![\w-])(?:(?:{_any(words['before-of'])})[ \u00a0]of(?:[ \u00a0]the)?[ \u00a0])?{name}"),
        "acronym": re.compile(
            rf"(?P<long>{cap}(?:[ \u00a0-](?:(?:{joins}|{inner}|the|in)[ \u00a0]){{0,2}}{cap}){{1,9}}),? \((?:the |or |known as |hereafter )?[“\"]?(?P<short>[A-Z][A-Za-z&-]{{1,9}}?)s?[”\"]?[,)]"
        ),
        "capitals": re.compile(r"(?<![\w-])(?:[A-Z]{3,7}|[A-Z][A-Z-]{2,9}[A-Z])(?![\w-])"),
        "body": re.compile(
            rf"(?<![\w-])(?:{cap}[ \u00a0](?:(?:{inner}|of)[ \u00a0])?){{0,5}}(?:{body})(?![\w’'])(?:[ \u00a0](?:of|for)(?:[ \u00a0](?:the|and|of|for))?[ \u00a0]{cap}(?:[ \u00a0](?:(?:and|of|the)[ \u00a0])?{cap}){{0,4}})?"
        ),
        "titled": re.compile(
            rf"(?<![\w-])(?P<title>(?:{_any(words['titles'])})(?:[ \u00a0](?:{_any(words['titles'])}))*)[ \u00a0](?P<name>{person}(?:[ \u00a0]{person}){{0,4}})"
        ),
        "role": re.compile(
            rf"\b(?i:{lead})?{own}{{0,3}}\b(?:{roles})\b(?![-’'])|\b(?i:the|a|an|his|her|their|our) (?:[a-z-]+ )?(?:{roles})\b(?![-’'])"
        ),
        "group": re.compile(rf"(?<![\w-])(?i:{lead})?(?:{own}{{0,4}})\b(?:{groups})\b(?!-)"),
    }


def modelled(doc: Iterable[tuple[int, Any]]) -> Iterator[Candidate]:
    """Yield the named entities of a spaCy model, and the noun phrases for an office or a group of people."""
    words = gazetteer.words()
    listed = {name: frozenset(words[name]) for name in ("roles", "groups", "body-nouns")}
    for offset, paragraph in doc:
        for entity in paragraph.ents:
            kind = KINDS.get(entity.label_)
            if kind:
                title = before_name(entity.text) if kind == "person" else 0
                yield Candidate(offset + entity.start_char + title, offset + entity.end_char, kind)
        if paragraph.has_annotation("DEP"):
            yield from _phrases(offset, paragraph, listed)


def _phrases(offset: int, paragraph: Any, listed: Mapping[str, frozenset[str]]) -> Iterator[Candidate]:
    """Yield the noun phrases of a parsed paragraph whose head is a word for an office, a group or a body."""
    roles, groups = listed["roles"], listed["groups"]
    for chunk in paragraph.noun_chunks:
        root = chunk.root
        if root.pos_ not in {"NOUN", "PROPN"} or (root.pos_ == "PROPN" and root.text[:1].isupper() and root.text.lower() not in groups):
            continue
        several = root.lower_ in groups or (root.tag_ in {"NNS", "NNPS"} and root.lemma_.lower() in roles)
        body = root.tag_ == "NN" and root.lower_ in listed["body-nouns"]
        kind = "organisation" if body else "group" if several else "person" if root.lower_ in roles else None
        if kind:
            yield Candidate(offset + chunk.start_char, offset + chunk.end_char, kind, ROLE if kind == "person" else DESCRIPTION)


def ruled(text: str, *, phrases: bool) -> Iterator[Candidate]:
    """Yield the candidates that rules find: titled persons, bodies and countries, and if `phrases` also offices and groups."""
    rules = patterns()
    for match in rules["titled"].finditer(text):
        yield Candidate(match.start("name") + before_name(match["name"]), match.end("name"), "person")
    for match in rules["body"].finditer(text):
        if " " in match[0] or "\u00a0" in match[0]:
            start = match.start() + _stop_words(match[0])
            if " " in text[start : match.end()]:
                yield Candidate(start, match.end(), "organisation")
    for match in gazetteer.pattern().finditer(text):
        form = DEMONYM if match[0] in gazetteer.demonyms() else NAME
        yield Candidate(match.start(), match.end(), "group" if form == DEMONYM else "place", form)
    if phrases:
        for match in rules["group"].finditer(text):
            if not match[0].islower() or " " in match[0]:
                yield Candidate(match.start(), match.end(), "group", DESCRIPTION)
        for match in rules["role"].finditer(text):
            if " " in match[0] and match[0].endswith("s") and not match[0].endswith("ss"):
                yield Candidate(match.start(), match.end(), "group", DESCRIPTION)
            elif " " in match[0]:
                yield Candidate(match.start(), match.end(), "person", ROLE)


def _stop_words(words: str) -> int:
    """Return the length in code points of the words before a name that are no part of it, as 4 for "The United Nations"."""
    stop = frozenset(gazetteer.words()["stop"]) | frozenset(gazetteer.words()["titles"])
    at = 0
    while (match := re.compile(r"([\w’'.-]+)[ \u00a0]").match(words, at)) and match[1] in stop:
        at = match.end()
    return at


def capitalised(text: str) -> Iterator[Candidate]:
    """Yield runs of capitalised words, which stand in for a model's names, single words only inside a sentence."""
    stop = frozenset(gazetteer.words()["stop"])
    for match in patterns()["name"].finditer(text):
        words = match[0]
        start = match.start() + _stop_words(words)
        rest = text[start : match.end()]
        if not rest or rest in stop:
            continue
        end = match.end() - (2 if rest.endswith(("’s", "'s")) else 0)
        first = start == match.start() and re.search(r"(?:^|[.!?:\n“\"‘'•(–—-])\s*$", text[max(0, start - 4) : start]) is not None
        if " " not in rest and "\u00a0" not in rest and (first or start != match.start()):
            continue
        kind = "person" if 1 <= rest.count(" ") <= 2 and not re.search(r"\b(?:of|and|for|the)\b", rest) else "other"
        yield Candidate(start, end, kind)


@dataclass(frozen=True, slots=True)
class Acronym:
    """A short form that the text explains, as in "Shanghai Cooperation Organization (SCO)", with the places of both forms."""

    short: str
    long: str
    long_start: int
    long_end: int
    start: int
    end: int


def acronyms(text: str) -> Iterator[Acronym]:
    """Yield the short forms in brackets after the name whose initials they are, without words before that name."""
    for match in patterns()["acronym"].finditer(text):
        words = list(re.finditer(r"[\w’'&]+", match["long"]))
        letters = [letter.lower() for letter in match["short"] if letter.isupper()]
        for first in (place for place, word in enumerate(words) if word[0][0].isupper()):
            initials = [word[0][0].lower() for word in words[first:]]
            capitals = [word[0][0].lower() for word in words[first:] if word[0][0].isupper()]
            if letters in (initials, capitals):
                start = match.start("long") + words[first].start()
                yield Acronym(
                    match["short"], text[start : match.end("long")], start, match.end("long"), match.start("short"), match.end("short")
                )
                break
