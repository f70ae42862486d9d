"""Find what a relative clause leaves out, as in "the ship (that) they sold" is (they, sold, the ship)."""

from __future__ import annotations

from dataclasses import dataclass

from kb.propose.attribution.tree import Word, first_conjunct
from kb.propose.statements import subjects
from kb.propose.statements.clause import Clause
from kb.propose.statements.words import listed


@dataclass(slots=True)
class Gap:
    """The noun that fills the place of the object, and the preposition left at the end of the clause ("the town they live in")."""

    noun: Word
    stranded: list[Word]


def named_by(noun: Word) -> Word:
    """Return what is one of the things that a noun names, as tin in "tin, one of the metals on which they depend", else the noun."""
    one = noun.head.head if noun.dep == "pobj" and noun.head.lower == "of" else noun
    if one.lower != "one" or one.dep != "appos":
        return noun
    near = [word for word in (one.head, *descendants(one.head)) if word.tag[:2] == "NN" and word.i < one.i]
    return max(near, key=lambda word: word.i, default=noun)


def descendants(word: Word) -> list[Word]:
    """Return all words below a word."""
    return [below for kid in word.kids for below in (kid, *descendants(kid))]


def owned(subject: Word) -> bool:
    """Whether a subject is that of the noun that a clause describes, as in "a guard, whose son left the port"."""
    return any(kid.tag == "WP$" for kid in subject.kids)


def is_filled(verb: Word) -> bool:
    """Whether a verb above says what the pronoun of the clause is, so that nothing is left out: "a study that found children learn"."""
    for above in verb.above():
        subject = subjects.own(above)
        if subject is not None and subject.tag in ("WDT", "WP"):
            return True
        if above.dep in ("relcl", "acl") or above.tag[:2] not in ("VB", "MD"):
            return False
    return False


def filler(clause: Clause) -> Gap | None:
    """Return the noun that the verb of a relative clause has as its object, or None."""
    noun = named_by(clause.antecedent) if clause.antecedent is not None else None
    subject = subjects.own(clause.verb) or subjects.own(first_conjunct(clause.verb))
    if noun is None or clause.subject is noun or (subject is not None and (subject.tag in ("WDT", "WP") or owned(subject))):
        return None
    pronouns = [
        kid for verb in clause.chain for kid in verb.kids if kid.tag in ("WDT", "WP") or (kid.lower == "that" and kid.dep == "dobj")
    ]
    if any(kid.tag == "WRB" for verb in clause.chain for kid in verb.kids) or is_filled(clause.verb):
        return None
    for kid in clause.main.kids:
        if kid.dep == "prep" and (not kid.kids or any(below.tag in ("WDT", "WP") for below in kid.kids)):
            return Gap(noun, [kid])
    if noun.lemma in listed("clause", "settings") and all(kid.lower == "that" for kid in pronouns):
        return None
    if pronouns or not any(kid.dep in ("ccomp", "acomp", "attr") for kid in clause.main.kids):
        return Gap(noun, [])
    return None
