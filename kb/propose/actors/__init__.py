"""Find mentions of actors in an English text (names, offices, groups, demonyms), each with what it may stand for and why."""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from kb.names.lookup import Lookup
from kb.propose.actors import candidates as finders
from kb.propose.actors import gazetteer
from kb.propose.actors.candidates import DESCRIPTION, NAME, ROLE, Candidate
from kb.propose.actors.linking import Linker, family_name
from kb.propose.parts import Mention, Span
from kb.texts.person_names import GENERATION

LEAD = re.compile(r"(?:the|The|THE|a|an|A|An)[ \u00a0]+|['’“”\"‘(\[]+|\s+")
TRAIL = re.compile(r"(?:\s(?:of|and|in|for|the)|\s\([^)]*|['’]s|['’“”\"(),;:]|\s)+$")
JUNIOR = re.compile(rf",?[ \u00a0](?:{GENERATION})(?!\w)")  # belongs to the name before it
LEAST = 2  # code points that a name must have


def find(text: str, doc: Sequence[tuple[int, Any]] | None, lookup: Lookup | None, shown: Mapping[str, str] | None = None) -> list[Mention]:
    """Return the mentions in order. A description may contain the mention of a demonym or a body ("the Russian defence ministry").

    `doc` are the paragraphs parsed by a spaCy model, each with its offset in code points; None where no model is installed. `shown` are
    the kinds of names that the text itself shows, which count before what the model takes them for.
    """
    known = {name: "other" if kind == "thing" else kind for name, kind in (shown or {}).items()}
    found = [*_candidates(text, doc), *_unfound(text, known)]
    candidates = [replace(one, kind=known.get(text[one.start : one.end], one.kind)) if one.form == NAME else one for one in found]
    linker = Linker(lookup)
    for acronym in finders.acronyms(text):
        linker.names.acronyms.setdefault(acronym.short, acronym)
        candidates += [
            Candidate(acronym.long_start, acronym.long_end, "organisation"),
            Candidate(acronym.start, acronym.end, "organisation"),
        ]
    mentions = []
    for candidate in _chosen(text, _spread(text, candidates)):
        matches = linker.matches(text, candidate)
        if candidate.kind == "person" and candidate.form == NAME:
            linker.names.remember(text[candidate.start : candidate.end], matches)
        kind = "person" if matches[0].why.startswith("family name") else candidate.kind
        mentions.append(Mention(Span.of(text, candidate.start, candidate.end), kind, matches))
    return mentions


def _candidates(text: str, doc: Sequence[tuple[int, Any]] | None) -> list[Candidate]:
    """Return the trimmed candidates of the rules and of the model, or of capitalisation where there is no model."""
    candidates = list(finders.ruled(text, phrases=doc is None))
    candidates += finders.modelled(doc) if doc is not None else finders.capitalised(text)
    return [trimmed for candidate in candidates if (trimmed := _trimmed(text, candidate))]


def _unfound(text: str, known: Mapping[str, str]) -> Iterator[Candidate]:
    """Yield the first place of each name of several words whose kind is known, which the model may have overlooked."""
    for name, kind in known.items():
        if " " in name and (match := re.search(rf"(?<![\w-]){re.escape(name)}(?!\w)", text)) is not None:
            yield Candidate(match.start(), match.end(), kind)


def _trimmed(text: str, candidate: Candidate) -> Candidate | None:
    """Return the candidate without article, quotation marks and “'s”, or None where no name is left."""
    start, end = candidate.start, candidate.end
    while candidate.form == NAME and start < end and text[start:end] not in gazetteer.seats() and (match := LEAD.match(text, start, end)):
        start = match.end()
    trail = TRAIL.search(text, start, end)
    end = trail.start() if trail else end
    words = text[start:end]
    if candidate.form == NAME and (len(words) < LEAST or words in _stop_words() or not re.search(r"[A-ZÀ-Þ]", words) or "\n" in words):
        return None
    if not words or "\n" in words:
        return None
    if candidate.form != NAME and words.count("“") > words.count("”") and text[end : end + 1] == "”":
        end += 1
        words = text[start:end]
    kind = _kind(words, candidate.kind) if candidate.form == NAME else candidate.kind
    if kind == "person" and candidate.form == NAME and (suffix := JUNIOR.match(text, end)):
        end = suffix.end()
    end += words.endswith((" Jr", " Sr")) and text[end : end + 1] == "."
    return Candidate(start, end, kind, "demonym" if words in gazetteer.demonyms() else candidate.form)


@functools.cache
def _stop_words() -> frozenset[str]:
    """Return the words that are no names by themselves."""
    return frozenset(gazetteer.words()["stop"]) | frozenset(gazetteer.words()["titles"])


def _kind(words: str, kind: str) -> str:
    """Return the kind of a name, corrected where its words show that it is a country, a demonym or an organisation."""
    last = re.split(r"[ \u00a0]", words)[-1]
    if words in gazetteer.countries():
        return "place"
    if words in gazetteer.demonyms():
        return "group"
    if " " in words and last in gazetteer.words()["works"]:
        return "other"
    if " " in words and (
        last in gazetteer.words()["bodies"] or words.split(" ", maxsplit=1)[0] in {"Ministry", "Department", "University", "Bank"}
    ):
        return "organisation"
    return kind


def _spread(text: str, candidates: list[Candidate]) -> list[Candidate]:
    """Return the candidates and every other occurrence of their names, and of people's family names, in the text."""
    kinds: dict[str, str] = {}
    for words, kind in _usual_kinds(text, candidates).items():
        if len(words) > LEAST and words[0].isupper():
            kinds[words] = kind
            if (
                kind == "person"
                and " " in words
                and not any(part in gazetteer.demonyms() or part in gazetteer.countries() for part in words.split(" "))
            ):
                family = family_name(words)
                if len(family) > 1 and family[0].isupper() and family not in _stop_words():
                    kinds.setdefault(family, "person")
    if not kinds:
        return candidates
    pattern = re.compile(r"(?<![\w-])(?:" + "|".join(re.escape(name) for name in sorted(kinds, key=len, reverse=True)) + r")(?!\w)")
    named = [
        replace(candidate, kind=kinds.get(text[candidate.start : candidate.end], candidate.kind)) if candidate.form == NAME else candidate
        for candidate in candidates
    ]
    return named + [Candidate(match.start(), match.end(), kinds[match[0]]) for match in pattern.finditer(text)]


def _usual_kinds(text: str, candidates: Iterable[Candidate]) -> dict[str, str]:
    """Return each name with its most frequent kind, because a name has one kind throughout a text."""
    counts: dict[str, Counter[str]] = {}
    for candidate in candidates:
        if candidate.form == NAME:
            counts.setdefault(text[candidate.start : candidate.end], Counter())[candidate.kind] += 1
    return {name: _most_frequent(kinds) for name, kinds in counts.items()}


def _most_frequent(kinds: Counter[str]) -> str:
    """Return the most frequent kind, and among equals not "other", then the first in the alphabet."""
    return max(sorted(kinds), key=lambda kind: (kinds[kind], kind != "other"))


def _without_article(text: str, candidate: Candidate) -> tuple[int, int]:
    """Return the (start, end) of a candidate without its article."""
    article = LEAD.match(text, candidate.start, candidate.end)
    return (article.end() if article else candidate.start, candidate.end)


def _chosen(text: str, candidates: Iterable[Candidate]) -> list[Candidate]:
    """Return the longest of candidates that overlap, separately among names and among descriptions.

    A description that is only a name with an article is left out.
    """
    order = {NAME: 0, "demonym": 1, ROLE: 2, DESCRIPTION: 3}
    kept: list[Candidate] = []
    occupied = {"name": bytearray(len(text)), "phrase": bytearray(len(text))}  # a byte for each code point, 1 where it is occupied
    names: set[tuple[int, int]] = set()
    for candidate in sorted(
        set(candidates),
        key=lambda candidate: (
            order[candidate.form],
            candidate.start - candidate.end,
            candidate.start,
            candidate.kind == "other",
            candidate.kind,
        ),
    ):
        level = "phrase" if candidate.form in {ROLE, DESCRIPTION} else "name"
        if any(occupied[level][candidate.start : candidate.end]) or (level == "phrase" and _without_article(text, candidate) in names):
            continue
        occupied[level][candidate.start : candidate.end] = b"\1" * (candidate.end - candidate.start)
        if level == "name":
            names.add((candidate.start, candidate.end))
        kept.append(candidate)
    return sorted(kept, key=lambda candidate: (candidate.start, -candidate.end))
