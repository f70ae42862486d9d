"""Whom a clause with "who" describes, where the parser hangs it on a place or a thing: "a clerk from Lund, who sings"."""

from __future__ import annotations

from kb.propose.actors import gazetteer
from kb.propose.attribution.tree import Word

AT = frozenset(("in", "at", "from", "near", "of", "with", "on", "for"))
"""Prepositions between somebody and a thing that is said of them: "the nurses at the hospital who …"."""
WHERE = frozenset(("in", "at", "from", "near"))
"""Prepositions after which a name, too, is that of a place."""


def somebody(verb: Word) -> Word | None:
    """Return the noun for somebody that a clause with "who" describes, or None where that is the one it hangs on, or nobody is told."""
    noun, subject = verb.head, verb.kid("nsubj", "nsubjpass")
    if verb.dep != "relcl" or subject is None or subject.lower != "who" or is_person(noun):
        return None
    return before(noun, subject) or above(noun)


def is_person(noun: Word) -> bool:
    """Whether a noun is for somebody, or for several people."""
    lists = gazetteer.words()
    return noun.tag in ("NN", "NNS") and (
        noun.lemma == "people" or any(noun.lemma in lists[name] for name in ("roles", "people", "trades"))
    )


def before(noun: Word, who: Word) -> Word | None:
    """Return the noun for somebody within a phrase that ends before its "who", as the friend in "a request from a friend who", or None."""
    inner = next((kid for kid in reversed(noun.kids) if kid.dep == "prep" and kid.right < who.i), None)
    ended = inner.kid("pobj") if inner is not None and noun.tag in ("NN", "NNS") else None
    return None if ended is None else ended if is_person(ended) else before(ended, who)


def above(noun: Word) -> Word | None:
    """Return somebody of whom the noun, after a preposition, says where they are or what they are of, or None."""
    named = noun
    while named.dep in ("appos", "conj") and named.head.tag == "NNP":
        named = named.head
    prep, name = named.head, noun.tag in ("NNP", "NNPS")
    if named.dep != "pobj" or prep.lower not in (WHERE if name else AT):
        return None
    host = prep.head
    if host.dep == "appos" and host.head.tag[:2] == "NN" and (is_person(host) or prep.lower == "from"):
        return host.head
    if host.tag[:2] != "NN":
        return None
    return host if is_person(host) or (name and prep.lower == "from") else above(host)  # "Holm from Lund"
