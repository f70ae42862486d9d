"""Cues that are verbs: which words are, what the lexicon knows of them, and how far they reach."""

from __future__ import annotations

from kb.propose.attribution.lexicon import Frames, table
from kb.propose.attribution.sources import passive
from kb.propose.attribution.spans import Stretch
from kb.propose.attribution.tree import Tree, Word

AUXILIARIES = ("aux", "auxpass", "neg", "prt")


def frames_of(word: Word) -> Frames:
    """What the lexicon knows of a verb, its particle included ("point out")."""
    verbs = table("verbs")
    particle = word.kid("prt")
    if particle is not None and f"{word.lemma}-{particle.lower}" in verbs:
        return verbs[f"{word.lemma}-{particle.lower}"]
    return verbs.get(word.lemma, {})


def is_verb(word: Word) -> bool:
    return word.tag.startswith("VB") and word.dep not in ("aux", "auxpass", "amod", "compound")


def cue(tree: Tree, verb: Word) -> Stretch:
    """The verb with its auxiliaries, its negation and its particle, as far as they stand beside it."""
    first = last = verb.i
    if any(kid.dep == "neg" for kid in verb.kids) and not passive(verb):
        first = min([verb.i, *(kid.i for kid in verb.kids if kid.dep in AUXILIARIES and verb.i - kid.i <= 4)])
    for kid in sorted(verb.kids, key=lambda kid: -abs(kid.i - verb.i), reverse=True):
        if kid.dep in AUXILIARIES:
            first = kid.i if kid.i == first - 1 or (kid.i < first and first - kid.i <= 3) else first
            last = kid.i if kid.i == last + 1 else last
    return tree.words[first].start, tree.words[last].end
