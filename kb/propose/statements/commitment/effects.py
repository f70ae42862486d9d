"""What single words do to the clause that they govern: "doubt" denies it, "possible" weakens it, "ask" leaves it open."""

from __future__ import annotations

from dataclasses import dataclass

from kb.base.words import Certainty
from kb.propose.attribution.lexicon import epithets
from kb.propose.attribution.tree import Tree, Word
from kb.propose.statements.commitment import negation
from kb.propose.statements.words import listed


@dataclass(frozen=True, slots=True)
class Effect:
    """What a governor does to a clause, whether it denies it and how sure that leaves it."""

    denies: bool = False
    certainty: Certainty = Certainty.CERTAIN


NEUTRAL = Effect()
OPEN = Effect(certainty=Certainty.UNCOMMITTED)
EFFECTS = (
    ("denying", "certain", Effect(denies=True), OPEN),
    ("denying", "adjectives_certain", Effect(denies=True), OPEN),
    ("denying", "probable", Effect(denies=True, certainty=Certainty.PROBABLE), NEUTRAL),
    ("denying", "adjectives_probable", Effect(denies=True, certainty=Certainty.PROBABLE), Effect(certainty=Certainty.PROBABLE)),
    ("open", "words", OPEN, OPEN),
    ("open", "wished", OPEN, Effect(denies=True, certainty=Certainty.UNCOMMITTED)),
    ("open", "unsettled", NEUTRAL, OPEN),
    ("open", "factive", NEUTRAL, NEUTRAL),
    ("open", "grounds", Effect(certainty=Certainty.PROBABLE), Effect(denies=True, certainty=Certainty.PROBABLE)),
    ("open", "possible", Effect(certainty=Certainty.POSSIBLE), Effect(denies=True)),
    ("open", "probable", Effect(certainty=Certainty.PROBABLE), Effect(denies=True, certainty=Certainty.PROBABLE)),
)
"""List of words, what they do, and what they do when negated. The first list that has the word decides."""


def effect_of(tree: Tree, word: Word) -> Effect:
    """Return the effect of a word with its particle, turned where the word is negated."""
    if is_doubtless(word):
        return NEUTRAL
    verdict = verdict_on(tree, word)
    if verdict is not None:
        return verdict
    if word.lower in ("sure", "certain") and word.head.lemma == "make":
        return OPEN  # "making sure that it holds"
    subject = word.kid("nsubjpass", "nsubj") if word.tag[:2] == "VB" else None
    if subject is not None and subject.lemma in listed("open", "grounds") and is_negated(tree, subject):
        word = subject  # "no evidence was found that"
    particle = word.kid("prt")
    names = (f"{word.lemma}-{particle.lower}",) if particle is not None else (word.lemma, word.lower)
    negated = is_negated(tree, word)
    for group, name, plain, turned in EFFECTS:
        if listed(group, name).intersection(names):
            return turned if negated else plain
    if negated and word.lower in ("true", "case"):
        return Effect(denies=True)
    return OPEN if negated and word.tag[:2] != "JJ" else NEUTRAL


def is_doubtless(noun: Word) -> bool:
    """Whether a noun affirms what follows it, as in "there is no question that"."""
    return negation.doubtless(noun) and any(kid.lower == "no" for kid in noun.kids)


def verdict_on(tree: Tree, noun: Word) -> Effect | None:
    """Return what a sentence says of the claim that a noun introduces, as in "dismissed claims that", "reports that … are false"."""
    verb = noun.head
    if noun.tag[:2] == "NN" and any(kid.dep == "amod" and kid.lower in epithets() for kid in noun.kids):
        return Effect(denies=True)
    if noun.tag[:2] != "NN" or verb.tag[:2] not in ("VB", "MD"):
        return None
    if noun.dep in ("dobj", "nsubjpass"):
        return rejection(tree, verb)
    complement = verb.kid("acomp", "attr", "oprd") if noun.dep == "nsubj" else None
    if complement is None or complement is noun:
        return None
    names = (("adjectives_certain", Certainty.CERTAIN), ("adjectives_probable", Certainty.PROBABLE))
    return next((Effect(True, certainty) for name, certainty in names if complement.lower in listed("denying", name)), None)


def rejection(tree: Tree, verb: Word) -> Effect | None:
    """Return what a verb does to the claim that its object is, as in "dismissed the claim that", "questioned the idea that"."""
    if verb.lemma in listed("denying", "certain"):
        return Effect(denies=True)
    doubts = verb.lemma in listed("denying", "questioning") and not is_negated(tree, verb)
    return Effect(True, Certainty.PROBABLE) if doubts else None


def is_negated(tree: Tree, word: Word) -> bool:
    """Whether a governor is negated, by its own adverb, by "no", or by the verb that it belongs to."""
    own = [kid for kid in word.kids if negation.negates(tree, kid) or (kid.dep == "det" and kid.lower in ("no", "little"))]
    if own or negation.nor(word) or any(kid.dep == "amod" and kid.lower in ("little", "scant") for kid in word.kids):
        return True
    verb = word.head
    if word.dep in ("acl", "relcl") and verb.lower in ("nothing", "nobody", "none"):  # "nothing to suggest that"
        return True
    if word.tag[:2] not in ("VB", "MD") and word.dep in ("attr", "acomp", "dobj", "pobj") and verb.tag[:2] == "VB":
        return any(negation.negates(tree, kid) for kid in verb.kids) or verb.lemma == "lack"
    return word.tag[:2] == "VB" and any(
        kid.lower in ("nobody", "none", "nothing", "few", "neither") or any(below.lower in ("no", "few") for below in kid.kids)
        for kid in word.kids
        if kid.dep == "nsubj"
    )


def is_groundless(tree: Tree, clause: Word, noun: Word) -> bool:
    """Whether there is no reason for what a clause says should or could be: "there is no reason why they should leave"."""
    return noun.lemma == "reason" and any(kid.tag == "MD" for kid in clause.kids) and is_negated(tree, noun)
