"""Verbs that credit somebody with a clause, an infinitive, or an object."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kb.propose.attribution.clauses import clause, clause_before, parenthesis
from kb.propose.attribution.cues import cue, frames_of, is_verb
from kb.propose.attribution.draft import Draft
from kb.propose.attribution.lexicon import Entry, Frames
from kb.propose.attribution.objects import blaming, infinitive, naming, prepositional, thing
from kb.propose.attribution.quotes import Quote
from kb.propose.attribution.sources import speaker
from kb.propose.attribution.spans import Stretch, extent, noun_phrase
from kb.propose.attribution.tree import Tree, Word


def find(tree: Tree, quotes: Sequence[Quote]) -> Iterator[Draft]:
    """Every verb of the lexicon with what it introduces."""
    for verb in tree.words:
        if not is_verb(verb):
            continue
        frames = frames_of(verb)
        if not frames:
            continue
        for rule, frame, content in contents(tree, verb, frames, quotes):
            who = speaker(verb)
            if rule == "appearance":
                who = None
            source = noun_phrase(tree, who) if who is not None else None
            yield Draft(named(rule, verb, frames[frame]), content, source, cue(tree, verb), frames[frame], verb.i)
            break


def named(rule: str, verb: Word, entry: Entry) -> str:
    """The rule's name, told apart by what the cue says: the figures of "said that" and "knew that" differ."""
    if rule == "indirect-clause" and verb.lemma in PLAIN:
        return "said-clause"
    if rule in ("indirect-clause", "to-infinitive") and entry.act in BY_ACT:
        return f"{BY_ACT[entry.act]}-{rule.split('-')[1]}"
    return rule


PLAIN = frozenset(["say", "tell", "add", "argue", "suggest", "announce"])
BY_ACT = {"believes": "belief", "predicts": "prediction", "warns": "warning", "asks": "question", "plans": "plan", "recommends": "demand"}


def contents(tree: Tree, verb: Word, frames: Frames, quotes: Sequence[Quote]) -> Iterator[tuple[str, str, Stretch]]:
    """What the verb may introduce, the likeliest first: rule, frame of the lexicon, stretch."""
    for find_one in (clause, clause_before, parenthesis, infinitive, naming, blaming, prepositional, thing):
        found = find_one(tree, verb, frames)
        if found is not None:
            rule, frame, first, last = found
            start, end = extent(tree, first, last, quotes)
            if start < end:
                yield rule, frame, (start, end)
