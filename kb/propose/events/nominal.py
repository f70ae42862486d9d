"""Find the nouns of a paragraph that tell of something that happens, and who or what takes part in it.

"The sale of the yard by Lund" tells of a sale, in which the yard and Lund take part. What is told need not have happened.
"""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources

from kb.propose import events
from kb.propose.actors import gazetteer
from kb.propose.attribution.tree import Tree, Word
from kb.propose.statements import coordination, roles, spans
from kb.propose.statements.draft import Phrase

DOER, UNDERGOER, OTHER, PLACE = "doer", "undergoer", "other", "place"
BEFORE = ("compound", "nmod", "amod")
PREPOSITIONS = {
    "by": DOER, "of": UNDERGOER, "from": OTHER, "between": OTHER, "among": OTHER, "with": OTHER, "against": OTHER, "to": OTHER, "for": OTHER,
    "on": OTHER, "at": PLACE, "in": PLACE, "near": PLACE,
}  # fmt: skip
"""The part that what follows a preposition after the noun has in the event."""


@dataclass(frozen=True, slots=True)
class Nominal:
    """A noun that tells of an event, its kind (None for a thought or a state), and its participants, each with its part."""

    noun: Word
    kind: str | None
    parts: tuple[tuple[str, Phrase], ...]


@functools.cache
def nouns() -> dict[str, str | None]:
    """Return {lemma: kind of event, or None for a thought or a state}."""
    listed = tomllib.loads(resources.files(__package__).joinpath("nominal.toml").read_text(encoding="utf-8"))
    told: dict[str, str | None] = {noun: None for words in listed["told"].values() for noun in words.split()}
    return told | {noun: kind for kind, words in listed["happening"].items() for noun in words.split()}


def find(tree: Tree) -> Iterator[Nominal]:
    """Yield the nouns of a paragraph that tell of an event, in order."""
    for word in tree.words:
        if word.tag in ("NN", "NNS") and word.lemma in nouns() and not is_part_of_name(tree, word):
            yield Nominal(word, nouns()[word.lemma], tuple(parts(tree, word)))


def is_part_of_name(tree: Tree, noun: Word) -> bool:
    """Whether a noun belongs to a name or is written as one."""
    return noun.text[:1].isupper() and noun.i != tree.sentences[noun.sentence][0]


def parts(tree: Tree, noun: Word) -> Iterator[tuple[str, Phrase]]:
    """Yield who or what takes part in what a noun tells of, with the part of each."""
    for kid in noun.kids:
        if kid.dep == "poss":
            phrase = spans.noun_phrase(tree, kid, "other")
            yield DOER, phrase
        elif kid.i < noun.i and kid.dep in BEFORE and is_somebody(kid):
            yield OTHER, spans.noun_phrase(tree, kid, "other")
        elif kid.dep in ("prep", "agent") and kid.i > noun.i and kid.lower in PREPOSITIONS:
            yield from after(tree, kid)


def is_somebody(word: Word) -> bool:
    """Whether a word before a noun names who or what takes part, as in "auto sales" and "Swedish losses"."""
    if word.dep == "amod":
        return word.text in gazetteer.demonyms()
    return word.tag in ("NN", "NNS", "NNP", "NNPS") and word.lemma not in nouns() and not roles.is_time_word(word)


def after(tree: Tree, prep: Word) -> Iterator[tuple[str, Phrase]]:
    """Yield who or what a preposition after the noun says takes part."""
    noun = prep.kid("pobj")
    if noun is None or noun.tag[:2] not in ("NN", "PR", "CD") or noun.lemma in nouns() or roles.is_time_word(noun):
        return
    for member in coordination.members(noun):
        yield PREPOSITIONS[prep.lower], spans.noun_phrase(tree, member, "other", conjuncts=False)
