"""Actors in an English text: names, offices, groups and demonyms, each with what it may stand for and why; nothing is merged."""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from kb.lookup import Lookup
from kb.propose.actors import candidates, gazetteer
from kb.propose.actors.candidates import DESCRIPTION, NAME, ROLE, Candidate
from kb.propose.actors.linking import Linker, family_name
from kb.propose.types import Mention, Span

LEAD = re.compile(r"(?:the|The|THE|a|an|A|An)[ \u00a0]+|['’“”\"‘(\[]+|\s+")
TRAIL = re.compile(r"(?:\s(?:of|and|in|for|the)|\s\([^)]*|['’]s|['’“”\"(),;:]|\s)+$")
LEAST = 2  # code points of a name


def find(text: str, doc: Sequence[tuple[int, Any]] | None, lookup: Lookup | None) -> list[Mention]:
    """The mentions in order; a demonym or a body may stand within a longer description ("the Russian defence ministry").

    `doc` gives the paragraphs parsed by a spaCy model, each with its offset in code points; None where no model is installed.
    """
    found = _found(text, doc)
    linker = Linker(lookup)
    for acronym in candidates.acronyms(text):
        linker.names.acronyms.setdefault(acronym.short, acronym)
        found += [Candidate(acronym.long_start, acronym.long_end, "organisation"), Candidate(acronym.start, acronym.end, "organisation")]
    mentions = []
    for one in _chosen(text, _spread(text, found)):
        matches = linker.matches(text, one)
        if one.kind == "person" and one.form == NAME:
            linker.names.met(text[one.start : one.end], matches)
        kind = "person" if matches[0].why.startswith("family name") else one.kind
        mentions.append(Mention(Span.of(text, one.start, one.end), kind, matches))
    return mentions


def _found(text: str, doc: Sequence[tuple[int, Any]] | None) -> list[Candidate]:
    found = list(candidates.ruled(text, phrases=doc is None))
    found += candidates.modelled(doc) if doc is not None else candidates.capitalised(text)
    return [trimmed for one in found if (trimmed := _trimmed(text, one))]


def _trimmed(text: str, one: Candidate) -> Candidate | None:
    """A name without its article, quotation marks and “'s”; None where no name is left."""
    start, end = one.start, one.end
    while one.form == NAME and start < end and text[start:end] not in gazetteer.seats() and (match := LEAD.match(text, start, end)):
        start = match.end()
    trail = TRAIL.search(text, start, end)
    end = trail.start() if trail else end
    words = text[start:end]
    if one.form == NAME and (len(words) < LEAST or words in _stop() or not re.search(r"[A-ZÀ-Þ]", words) or "\n" in words):
        return None
    if not words or "\n" in words:
        return None
    if one.form != NAME and words.count("“") > words.count("”") and text[end : end + 1] == "”":
        end += 1
        words = text[start:end]
    kind = _kind(words, one.kind) if one.form == NAME else one.kind
    return Candidate(start, end, kind, "demonym" if words in gazetteer.demonyms() else one.form)


@functools.cache
def _stop() -> frozenset[str]:
    return frozenset(gazetteer.words()["stop"]) | frozenset(gazetteer.words()["titles"])


def _kind(words: str, kind: str) -> str:
    """A name that ends in a word for bodies is one, and a country is a place, whatever the model took it for."""
    last = re.split(r"[ \u00a0]", words)[-1]
    if words in gazetteer.countries():
        return "place"
    if words in gazetteer.demonyms():
        return "group"
    if " " in words and (
        last in gazetteer.words()["bodies"] or words.split(" ", maxsplit=1)[0] in {"Ministry", "Department", "University", "Bank"}
    ):
        return "organisation"
    return kind


def _spread(text: str, found: list[Candidate]) -> list[Candidate]:
    """A name found once is found wherever else the text has it."""
    kinds: dict[str, str] = {}
    for words, kind in _usual_kinds(text, found).items():
        if len(words) > LEAST and words[0].isupper():
            kinds[words] = kind
            if (
                kind == "person"
                and " " in words
                and not any(part in gazetteer.demonyms() or part in gazetteer.countries() for part in words.split(" "))
            ):
                family = family_name(words)
                if len(family) > 1 and family[0].isupper() and family not in _stop():
                    kinds.setdefault(family, "person")
    if not kinds:
        return found
    pattern = re.compile(r"(?<![\w-])(?:" + "|".join(re.escape(name) for name in sorted(kinds, key=len, reverse=True)) + r")(?!\w)")
    named = [replace(one, kind=kinds.get(text[one.start : one.end], one.kind)) if one.form == NAME else one for one in found]
    return named + [Candidate(match.start(), match.end(), kinds[match[0]]) for match in pattern.finditer(text)]


def _usual_kinds(text: str, found: Iterable[Candidate]) -> dict[str, str]:
    """Each name with the kind that it was taken for most often: a name is of one kind throughout a text."""
    counts: dict[str, Counter[str]] = {}
    for one in found:
        if one.form == NAME:
            counts.setdefault(text[one.start : one.end], Counter())[one.kind] += 1
    return {name: _most(kinds) for name, kinds in counts.items()}


def _most(kinds: Counter[str]) -> str:
    return max(sorted(kinds), key=lambda kind: (kinds[kind], kind != "other"))


def _without_article(text: str, one: Candidate) -> tuple[int, int]:
    """Where the words after “the” begin, and where they end."""
    article = LEAD.match(text, one.start, one.end)
    return (article.end() if article else one.start, one.end)


def _chosen(text: str, found: Iterable[Candidate]) -> list[Candidate]:
    """Of names that overlap the longest; descriptions beside them where they are longer and hold them whole."""
    order = {NAME: 0, "demonym": 1, ROLE: 2, DESCRIPTION: 3}
    kept: list[Candidate] = []
    taken = {"name": bytearray(len(text)), "phrase": bytearray(len(text))}  # one byte a code point: 1 where it is taken
    names: set[tuple[int, int]] = set()
    for one in sorted(set(found), key=lambda one: (order[one.form], one.start - one.end, one.start, one.kind == "other", one.kind)):
        level = "phrase" if one.form in {ROLE, DESCRIPTION} else "name"
        if any(taken[level][one.start : one.end]) or (level == "phrase" and _without_article(text, one) in names):
            continue
        taken[level][one.start : one.end] = b"\1" * (one.end - one.start)
        if level == "name":
            names.add((one.start, one.end))
        kept.append(one)
    return sorted(kept, key=lambda one: (one.start, -one.end))
