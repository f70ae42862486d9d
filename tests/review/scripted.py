"""A scripted reviewer at the page of a sentence, who corrects only what differs from the right reading and counts the keys it takes.

A key is a key of the page (tests/browser/test_by_sentence.py presses them), a letter typed, or a press of the mouse: selecting words
counts as two. The picker offers what the page's picker offers, in its order.
"""

from __future__ import annotations

import re
import sqlite3
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kb import articles
from kb.base import runs
from kb.names.lookup import Lookup
from kb.review import by_sentence, choosing, intake
from kb.review.by_sentence import ACCEPT, REJECT, Decision, Sentence
from kb.site.editing import checking

ARTICLES = Path(__file__).parent / "articles"
ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
STANCES = ("affirms", "denies", "uncommitted")
CERTAINTIES = ("certain", "probable", "possible", "uncommitted")
KINDS = tomllib.loads((ARTICLES / "kinds.toml").read_text(encoding="utf-8"))
KIND_KEYS = 3  # to the list of kinds with Tab, and two letters that choose one there
SELECT_WORDS, ADD, DECIDE, OPEN, ENTER = 2, 1, 1, 1, 1
TRIPLE = ("subject", "predicate", "object")
SHOWN = 8  # names in the picker


@dataclass(frozen=True)
class Right:
    """One claim of the right reading, at its place in the text."""

    start: int
    end: int
    quote: str
    values: dict[str, str]

    def has(self, name: str, shown: str) -> bool:
        """Whether a field shows what is right, where several wordings may be."""
        return plain(shown) in {plain(one) for one in self.values.get(name, "").split("|")}

    def first(self, name: str) -> str:
        return self.values.get(name, "").split("|")[0]


@dataclass
class Counted:
    """What a review took: keys, accepted claims, and how many of these were untouched, corrected or added."""

    keys: int = 0
    accepted: int = 0
    whole: int = 0
    untouched: int = 0
    added: int = 0
    rejected: int = 0
    by_field: dict[str, int] = field(default_factory=dict)

    def press(self, number: int, why: str) -> None:
        self.keys += number
        self.by_field[why] = self.by_field.get(why, 0) + number


def plain(words: str) -> str:
    return ARTICLE.sub("", " ".join(words.split())).casefold()


def reading(name: str) -> tuple[dict[str, str], list[Right]]:
    """The source's values and the claims of an article's right reading."""
    listed = tomllib.loads((ARTICLES / f"{name}.toml").read_text(encoding="utf-8"))
    text = (ARTICLES / f"{name}.txt").read_text(encoding="utf-8")
    claims = []
    for claim in listed.pop("claims"):
        quote = claim.pop("quote")
        assert text.count(quote) == 1, quote
        start = text.index(quote)
        claims.append(Right(start, start + len(quote), quote, {"speaker": "", "stance": "affirms", **claim}))
    return listed, claims


class Reviewer:
    """Reviews one article in a base to its right reading."""

    def __init__(self, base: sqlite3.Connection, name: str) -> None:
        self.base = base
        self.counted = Counted()
        described, self.claims = reading(name)
        with runs.begin(base, "propose", contributor="clerk") as run:
            read = articles.read((ARTICLES / f"{name}.txt").read_bytes(), name=f"{name}.txt")
            self.source = intake.take(run, read, described).source.source_id
        self.left = list(self.claims)
        self.pairs: list[tuple[str, Right]] = []  # proposals with what they were to become

    def review(self) -> Counted:
        """Decide on every sentence, and add the claims of sentences for which nothing was proposed."""
        for sentence_id, _ in by_sentence.queue(self.base, self.source):
            if any(place == sentence_id for place, _ in by_sentence.queue(self.base, self.source)):
                self.sentence(by_sentence.find(self.base, sentence_id))
        for claim in list(self.left):
            self.sentence(by_sentence.find(self.base, self.sentence_at(claim.start)))
        return self.counted

    def sentence_at(self, offset: int) -> str:
        sql = (
            "SELECT sentences.id FROM sentences JOIN sources ON sources.snapshot_id = sentences.snapshot_id"
            " WHERE sources.id = ? AND start_char <= ? ORDER BY start_char DESC LIMIT 1"
        )
        return str(self.base.execute(sql, (self.source, offset)).fetchone()[0])

    def sentence(self, sentence: Sentence) -> None:
        """Decide on one sentence."""
        wanted = [claim for claim in self.left if sentence.start <= claim.start < sentence.end]
        if not wanted:
            self.counted.press(DECIDE, "states nothing")
            self.counted.rejected += len(sentence.proposals)
            with runs.begin(self.base, "review", contributor="reviewer") as run:
                by_sentence.states_nothing(run, sentence.id)
            return
        matched = self.matched(sentence, wanted)
        for claim in wanted:
            if claim not in matched.values():
                matched[self.added(sentence, claim)] = claim
        self.decide(by_sentence.find(self.base, sentence.id), matched)
        self.left = [claim for claim in self.left if claim not in wanted]

    def decide(self, sentence: Sentence, matched: dict[str, Right]) -> None:
        """Correct each proposal, leave those out that are not right, and accept the rest with one key."""
        decisions, active = [], 0
        for place, waiting in enumerate(sentence.proposals):
            before = self.counted.keys
            shown = choosing.fields(Lookup(self.base), waiting)
            claim = matched.get(waiting.id)
            typed: dict[str, str] = {}
            if claim is None:
                self.counted.press(1, "left out")
                self.counted.rejected += 1
            else:
                typed = self.corrected(shown, claim)
                self.counted.accepted += 1
                self.counted.untouched += self.counted.keys == before
                self.pairs.append((waiting.id, claim))
            if self.counted.keys > before:
                self.counted.press(place - active, "move")
                active = place
            decisions.append(Decision(waiting.id, ACCEPT if claim else REJECT, typed))
        self.counted.press(DECIDE, "accept")
        with runs.begin(self.base, "review", contributor="reviewer") as run:
            by_sentence.decide_all(run, decisions, make=True)

    def matched(self, sentence: Sentence, wanted: list[Right]) -> dict[str, Right]:
        """Which proposal is to become which claim: those with the fewest parts to correct first."""
        lookup = Lookup(self.base)
        choices = []
        for waiting in sentence.proposals:
            shown = choosing.fields(lookup, waiting)
            for claim in wanted:
                if waiting.start_char < claim.end and claim.start < waiting.end_char:
                    wrong = sum(not claim.has(name, shown[name]) for name in ("speaker", "stance", *TRIPLE))
                    choices.append((wrong, waiting.start_char, waiting.id, claim))
        result: dict[str, Right] = {}
        for _, _, proposal, claim in sorted(choices, key=lambda choice: choice[:3]):
            if proposal not in result and claim not in result.values():
                result[proposal] = claim
        return result

    def added(self, sentence: Sentence, claim: Right) -> str:
        """Add the claim that the program missed by selecting its words, and return its proposal."""
        self.counted.press(SELECT_WORDS + ADD, "add")
        self.counted.added += 1
        with runs.begin(self.base, "review", contributor="reviewer") as run:
            return by_sentence.add(run, sentence.id, claim.quote)

    def corrected(self, shown: dict[str, str], claim: Right) -> dict[str, str]:
        """The fields to type so that a proposal says what is right."""
        typed: dict[str, str] = {}
        if not claim.has("speaker", shown["speaker"]):
            typed |= self.named("speaker", claim, shown) if claim.values["speaker"] else self.ticked("drop")
        for name, words in (("stance", STANCES), ("certainty", CERTAINTIES)):
            if name in claim.values and claim.values[name] != shown[name]:
                steps = (words.index(claim.values[name]) - words.index(shown[name])) % len(words)
                self.counted.press(steps, name)
                typed[name] = claim.values[name]
        wrong = [name for name in TRIPLE if not claim.has(name, shown[name])]
        for name in wrong:
            typed |= self.named(name, claim, shown)
        if "about" in claim.values and claim.values["about"] != shown["about"]:
            self.counted.press(OPEN + len(claim.values["about"]) + ENTER, "about")
            typed["about"] = claim.values["about"]
        for name in ("speaker", "subject", "object"):
            typed |= self.kind(name, shown | typed)
        return typed | (self.ticked("word") if wrong else {})

    def kind(self, name: str, values: dict[str, str]) -> dict[str, str]:
        """The right kind of a named actor that is to be recorded, where another is proposed."""
        right = KINDS.get(ARTICLE.sub("", values[name]), "").split("|")
        if right == [""] or not values[f"{name}-kind"] or values[f"{name}-kind"] in right:
            return {}
        self.counted.press(OPEN + KIND_KEYS + ENTER, "kind")
        return {f"{name}-kind": right[0]}

    def ticked(self, name: str) -> dict[str, str]:
        self.counted.press(1, name)
        return {name: "yes"}

    def named(self, name: str, claim: Right, shown: dict[str, str]) -> dict[str, str]:
        """Pick a name with the fewest keys, or type all of it."""
        best = self.typed_whole(name, claim, shown)
        for wanted in claim.values[name].split("|"):
            for length in range(1, len(wanted)):
                if OPEN + length + ENTER >= best[0]:
                    break
                for place, (label, kind) in enumerate(self.offered(name, wanted[:length])):
                    if claim.has(name, label) and OPEN + length + place + ENTER < best[0]:
                        best = OPEN + length + place + ENTER, {name: label, f"{name}-kind": kind}
        self.counted.press(best[0], name)
        return best[1]

    def typed_whole(self, name: str, claim: Right, shown: dict[str, str]) -> tuple[int, dict[str, str]]:
        """All letters of a name, and its kind where it is new."""
        words = min(claim.values[name].split("|"), key=len)
        kind = shown[f"{name}-kind"]
        keys = OPEN + len(words) + ENTER
        if name == "object" and not kind:
            kind = choosing.IN_WORDS
        if name == "predicate":
            kind = choosing.PREDICATE
        elif not kind:
            keys, kind = keys + KIND_KEYS, "actor group" if name == "speaker" else "thing concept"
        return keys, {name: words, f"{name}-kind": kind}

    def offered(self, name: str, q: str) -> list[tuple[str, str]]:
        """The (name, kind where it is new) of the picker's entries, in their order."""
        table = {"speaker": "actor", "predicate": "predicate"}.get(name, "")
        known = checking.names(self.base, q, table)
        fresh = [] if name == "predicate" else self.fresh(q, table, {row["label"] for row in known})
        if known and known[0].get("near"):
            return []  # only near: nothing is marked, and Enter keeps what was typed
        return [*((row["label"], "") for row in known), *fresh][:SHOWN]

    def fresh(self, q: str, table: str, known: set[str]) -> list[tuple[str, str]]:
        words = q.strip().casefold()
        names: list[Any] = by_sentence.names_in_text(self.base, self.source)
        begins = [one for one in names if one[0].casefold().startswith(words) or f" {words}" in one[0].casefold()]
        return [one for one in begins if one[0] not in known and one[1].startswith(table)]
