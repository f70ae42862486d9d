"""What a verb tells of as the antecedent of a noun: "agreed to buy the mine" for "the deal", "visited the depot" for "the visit"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kb.propose.attribution.tree import Tree, Word
from kb.propose.reference.mention import Mention
from kb.propose.reference.words import table

NEAR, FAR = 2, 6
"""The numbers of sentences within which a verb is sought first, and at most."""
UNREAL = frozenset(("would", "could", "might", "may", "can", "should", "must"))
SENTENCE_END = (".", "!", "?", "…", ":", "”", '"', "’", ")", "'")


@dataclass(slots=True, eq=False)
class Event(Mention):
    """What a verb tells of, under the noun that later stands for it. Its head is the verb."""

    noun: str = ""


def before(mention: Mention, trees: Sequence[Tree]) -> Event | None:
    """Return what the only verb shortly before tells of that a noun can stand for, or None where there is no such verb, or are several.

    `trees` are the paragraphs up to that of the mention.
    """
    verbs = frozenset(table("happenings").get(mention.head.lemma, "").split())
    if not verbs or mention.plural:
        return None
    away: list[tuple[int, Tree, Word]] = []
    passed = 0
    for tree in reversed(trees):
        last = mention.head.sentence if tree is mention.tree else len(tree.sentences)
        if tree is not mention.tree and not tree.text.rstrip().endswith(SENTENCE_END):
            continue  # a heading says it before it is told
        for word in tree.words:
            if (tree is not mention.tree or word.i < mention.first) and tells(word, verbs):
                away.append((passed + last - word.sentence, tree, word))
        passed += last
        if passed > FAR:
            break
    for limit in (NEAR, FAR):
        near = [(tree, word) for distance, tree, word in away if distance <= limit]
        if near:
            return event(mention, *near[0]) if len(near) == 1 else None
    return None


def tells(word: Word, verbs: frozenset[str]) -> bool:
    """Whether a word is one of some verbs and says that it is or was done."""
    particle = word.kid("prt")
    lemma = f"{word.lemma}-{particle.lower}" if particle is not None else word.lemma
    if lemma not in verbs or word.tag[:2] != "VB" or word.dep in ("aux", "auxpass", "amod", "compound"):
        return False
    return not any(kid.dep == "neg" or (kid.dep == "aux" and kid.lower in UNREAL) for kid in word.kids)


def event(mention: Mention, tree: Tree, verb: Word) -> Event:
    """Return the event of a verb under the noun of a mention."""
    apart = mention.head.sentence - verb.sentence if tree is mention.tree else NEAR
    place = mention.sentence - apart
    return Event(tree, verb, verb.i, verb.i, "event", "thing", "neuter", False, place, noun=mention.head.lemma)
