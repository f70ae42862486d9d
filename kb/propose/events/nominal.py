"""Find the nouns of a paragraph that tell of something that happens, and who or what takes part in it.

"The sale of the yard by Lund" tells of a sale, in which the yard and Lund take part. What is told need not have happened.
"""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from importlib import resources

from kb.propose import events
from kb.propose.actors import gazetteer
from kb.propose.attribution.tree import Tree, Word
from kb.propose.events.verbs import verbs
from kb.propose.reference.mentions import kind_of
from kb.propose.statements import coordination, roles, spans, subjects
from kb.propose.statements.draft import Phrase
from kb.propose.statements.words import listed

DOER, UNDERGOER, RECIPIENT, PLACE, OTHER = "subject", "object", "recipient", "place", "other"
BEFORE = ("compound", "nmod", "amod")
PREPOSITIONS = {
    "by": DOER, "of": UNDERGOER, "from": OTHER, "between": OTHER, "among": OTHER, "with": OTHER, "against": OTHER, "to": OTHER,
    "for": OTHER, "on": OTHER, "at": PLACE, "in": PLACE, "near": PLACE,
}  # fmt: skip
"""The part that what follows a preposition after the noun has in the event."""
GIVING = ("spending", "communication")
"""Kinds of event whose "to" names who gets something, as the nouns listed as "given" do."""


@dataclass(frozen=True, slots=True)
class Nominal:
    """A noun that tells of an event, its kind (None for a thought or a state), and what may take part in it."""

    noun: Word
    kind: str | None
    parts: tuple[Phrase, ...]


@functools.cache
def lists() -> dict[str, dict[str, str]]:
    """Return the lists of nominal.toml."""
    return tomllib.loads(resources.files(__package__).joinpath("nominal.toml").read_text(encoding="utf-8"))


@functools.cache
def nouns() -> dict[str, str | None]:
    """Return {lemma: kind of event, or None for a thought or a state}, those of named events and of verbs among them."""
    told: dict[str, str | None] = {noun: None for words in lists()["told"].values() for noun in words.split()}
    told |= {noun: kind for kind, words in lists()["happening"].items() for noun in words.split()}
    told |= {events.singular(noun): kind for noun, kind in events.kinds().items()}
    return told | {verb.head: verb.kind for verb in verbs().values()}


@functools.cache
def words(name: str) -> frozenset[str]:
    """Return one of the lists of words in nominal.toml, "alone" with the nouns of the verbs that have no object."""
    known = {verb.head for verb in verbs().values() if verb.subject == "subject" and not verb.object}
    return frozenset(lists()["words"][name].split()) | (known if name == "alone" else frozenset())


@functools.cache
def roles_by_verb(side: str) -> dict[str, str]:
    """Return the role in an event (a word of participations.role) by the verb that gives it, where the event is on one `side` of the verb."""
    return {verb: role for role, listed in lists()[side].items() for verb in listed.split()}


def taken_by(verb: Word) -> str | None:
    """Return what the subject of a verb is to the event that is its object, as a word of participations.role, or None."""
    part = verb.kid("dobj")
    takes_part = verb.lemma == "take" and part is not None and part.lemma == "part"
    return "participant" if takes_part else roles_by_verb("taking").get(verb.lemma)


def undergone(verb: Word) -> str | None:
    """Return what the object of a verb is to the event that is its subject, as a word of participations.role, or None."""
    return roles_by_verb("undergoing").get(verb.lemma)


def find(tree: Tree) -> Iterator[Nominal]:
    """Yield the nouns of a paragraph that tell of an event, in order."""
    for word in tree.words:
        if is_event(word) and not is_capital(tree, word):
            yield Nominal(word, nouns().get(word.lower if is_named(word) else word.lemma), tuple(parts(tree, word)))


def is_event(word: Word) -> bool:
    """Whether a noun tells of an event. One before another noun does only where that does too: "the sales slump", not "the sales team"."""
    if is_named(word):
        return True
    if word.tag not in ("NN", "NNS") or word.lemma not in nouns() or is_time(word):
        return False
    if word.dep == "compound":
        return word.head.lemma in nouns()
    return word.lower not in words("prepositional") or word.head.lower not in ("in", "with") or word.kid("det") is not None


def is_named(word: Word) -> bool:
    """Whether a word ends the name of an event, as in "the World Music Conference"."""
    last = word.tag in ("NNP", "NNPS") and word.lower in events.kinds() and word.dep != "compound" and kind_of(word) != "organisation"
    return last and word.kid("compound", "amod") is not None


def is_capital(tree: Tree, noun: Word) -> bool:
    """Whether a noun is written as a name is, and ends none that names an event."""
    return noun.text[:1].isupper() and noun.i != tree.sentences[noun.sentence][0] and not is_named(noun)


def is_time(noun: Word) -> bool:
    """Whether a noun is for a time, as in "in May", "at the end of the year", but not in "Bo Winter"."""
    if noun.tag == "NNP" and any(kid.dep == "compound" and kid.tag == "NNP" and not roles.is_time_word(kid) for kid in noun.kids):
        return False
    of = next((kid.kid("pobj") for kid in noun.kids if kid.dep == "prep" and kid.lower == "of"), None)
    part = noun.lemma in ("beginning", "start", "end", "middle", "rest") and of is not None and roles.is_time_word(of)
    return part or roles.is_time_word(noun)


def parts(tree: Tree, noun: Word) -> Iterator[Phrase]:
    """Yield what may take part in what a noun tells of."""
    for kid in noun.kids:
        if kid.dep == "poss":
            undergone = noun.lemma in words("done_to") and not any(other.lower == "of" for other in noun.kids)
            yield spans.noun_phrase(tree, kid, UNDERGOER if undergone else DOER)
        elif kid.i < noun.i and kid.dep in BEFORE and is_somebody(kid) and not is_named(noun):
            yield spans.noun_phrase(tree, kid, OTHER)
        elif kid.dep in ("prep", "agent") and kid.i > noun.i and kid.lower in PREPOSITIONS:
            yield from after(tree, noun, kid)
    holder = supported(noun)
    if holder is not None and noun.kid("poss") is None:
        yield spans.noun_phrase(tree, holder, DOER)


def role_of(noun: Word, prep: Word) -> str:
    """Return the part in the event of a noun that what follows a preposition has."""
    if prep.lower == "of" and noun.lemma in words("alone"):
        return DOER
    if prep.lower == "to" and (nouns().get(noun.lemma) in GIVING or noun.lemma in words("given")):
        return RECIPIENT
    place = prep.lower in ("to", "from") and roles.of_preposition(prep) == PLACE
    return PLACE if place else PREPOSITIONS[prep.lower]


def supported(noun: Word) -> Word | None:
    """Return who does what a noun tells of that gives its verb the meaning: "took a decision", "are in talks", "Lund on strike"."""
    above = noun.head
    if noun.dep == "dobj" and above.lemma in listed("clause", "light"):
        return subjects.of(above)
    if noun.dep != "pobj" or above.lower not in ("in", "on", "under") or noun.kid("det"):
        return None
    if above.head.lemma in ("be", "go", "come", "remain", "stay"):
        return subjects.of(above.head)
    return above.head if above.head.dep == "ROOT" and above.head.tag in ("NNP", "NNPS") else None


def after(tree: Tree, noun: Word, prep: Word) -> Iterator[Phrase]:
    """Yield what a preposition after a noun names, and who does it and where, where that hangs on it: "the arrest of Ada in Lund by the police"."""
    below = prep.kid("pobj")
    if below is None:
        return
    role = role_of(noun, prep)
    phrase = spans.noun_phrase(tree, below, role)
    members = coordination.members(below)
    preps = (kid for member in members for kid in member.kids if kid.dep == "prep" and kid.lower in ("in", "at", "by"))
    where = next((kid for kid in preps if members[-1].i < kid.i <= phrase.last), None)
    if where is None or role == PLACE:
        yield phrase
        return
    yield replace(phrase, last=where.i - 1)
    yield from after(tree, noun, where)


def is_somebody(word: Word) -> bool:
    """Whether a word before a noun names who or what takes part, as in "auto sales" and "Swedish losses"."""
    return word.tag[:2] == "NN" if word.dep != "amod" else word.text in gazetteer.demonyms()
