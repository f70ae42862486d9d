"""Find each verb and noun of a paragraph that tells of an event, with who or what takes part in it.

"Lund sold the yard to Malmo" and "Lund's sale of the yard to Malmo" tell of a sale in which Lund, the yard and Malmo take part. Who or what
takes part is a person, body, thing, place or amount. Times, qualities, clauses and other events are no participants.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kb.propose.attribution.tree import Tree, Word, passive
from kb.propose.events import nominal
from kb.propose.events.nominal import DOER, OTHER, PLACE, RECIPIENT, UNDERGOER
from kb.propose.reference import agreement
from kb.propose.statements import clause as clauses
from kb.propose.statements import gaps, roles, spans, verbal
from kb.propose.statements.clause import Clause
from kb.propose.statements.draft import Phrase


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that tells of an event, the kind of event (None where the word does not show it), and its participants.

    The roles of the participants are those of the active voice: the subject is who does it, or to whom it happens, the object to whom or
    what it is done. `clause` is the verb's, None for a noun.
    """

    word: Word
    kind: str | None
    parts: tuple[Phrase, ...]
    clause: Clause | None = None


def find(tree: Tree) -> list[Trigger]:
    """Return what tells of an event in a paragraph, in order."""
    found = list(of_nouns(tree))
    for clause in clauses.clauses(tree):
        for verb in clause.chain:
            if verb.tag.startswith("VB"):
                found.append(Trigger(verb, None, tuple(kept(of_verb(tree, clause, verb))), clause))
    return sorted(found, key=lambda one: one.word.i)


def of_nouns(tree: Tree) -> Iterator[Trigger]:
    """Yield the nouns of a paragraph that tell of an event."""
    return (Trigger(one.noun, one.kind, tuple(kept(one.parts))) for one in nominal.find(tree))


def of_verb(tree: Tree, clause: Clause, verb: Word) -> Iterator[Phrase]:
    """Yield who or what takes part in what a verb of a clause tells of."""
    shared = clauses.borrowed(clause.verb) if verb is clause.main else []
    turned = passive(verb) or any(aux.dep == "auxpass" for aux in shared)
    if clause.subject is not None:
        subject = spans.noun_phrase(tree, clause.subject, UNDERGOER if turned else DOER)
        yield verbal.before_verb(tree, subject, clause)
    last = verb is clause.main
    for word in clause.objects:
        if (word.head is verb or (last and word.head not in clause.chain)) and word.dep != "acomp":
            yield spans.noun_phrase(tree, word, UNDERGOER)
    gap = gaps.filler(clause) if last else None
    if gap is not None and not clause.objects:
        yield verbal.before_verb(tree, spans.noun_phrase(tree, gap.noun, OTHER if gap.stranded else UNDERGOER), clause)
    for word in clause.adverbials:
        if word.head is verb or (last and word.head not in clause.chain):
            yield from adverbial(tree, word)


def adverbial(tree: Tree, word: Word) -> Iterator[Phrase]:
    """Yield who or what an adverbial names, without its preposition."""
    noun = named_by(word)
    if noun is None:
        return
    role = DOER if word.dep == "agent" else RECIPIENT if word.dep == "dative" else roles.of_phrase(tree, Phrase(word, word.i, word.right))
    yield spans.noun_phrase(tree, noun, role if role in (DOER, RECIPIENT, PLACE, "instrument") else OTHER)


def named_by(word: Word) -> Word | None:
    """Return the noun that an adverbial names, as the town in "on behalf of the town", or None."""
    if word.dep == "npadvmod" or (word.dep == "dative" and not word.kids):
        return word
    noun = word.kid("pobj") if word.dep in ("prep", "agent", "dative") else None
    if noun is None or noun.lower not in nominal.words("prepositional") or noun.kid("det", "poss"):
        return noun
    of = noun.kid("prep")
    return of.kid("pobj") if of is not None and noun.lower in nominal.words("leading") else None


def kept(phrases: Iterable[Phrase]) -> Iterator[Phrase]:
    """Yield those of some phrases that can take part in an event, each head once."""
    seen: set[int] = set()
    for phrase in phrases:
        if phrase.head.i not in seen and takes_part(phrase.head):
            seen.add(phrase.head.i)
            yield phrase


def takes_part(word: Word) -> bool:
    """Whether a word stands for somebody or something, and not for a time, a quality, a clause or an event."""
    if not any(letter.isalnum() or letter in "$€£%" for letter in word.text) or word.lower in ("this", "that", "place"):
        return False
    if word.dep == "npadvmod" and word.lower.endswith(("self", "selves")):
        return False
    named = word.tag[:3] in ("NN", "NNS", "NNP", "PRP", "CD") or word.tag in ("DT", "$") or (word.tag[:2] == "JJ" and stands_alone(word))
    return named and not nominal.is_time(word) and not nominal.is_event(word) and not agreement.pleonastic(word)


def stands_alone(adjective: Word) -> bool:
    """Whether an adjective stands for those who or what has the quality, as in "most of them", "the latter"."""
    return adjective.kid("det", "prep") is not None and adjective.dep in ("nsubj", "nsubjpass", "dobj", "pobj", "poss")
