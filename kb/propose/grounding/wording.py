"""Word a relation for which a base has no predicate: an id, a label that reads between subject and object, and a definition."""

from __future__ import annotations

from dataclasses import dataclass

from kb.base import ids
from kb.propose.grounding.keys import Key

SIBILANTS = ("s", "x", "z", "ch", "sh", "o")
THIRD_PERSON = {"be": "is", "have": "has"}
LONGEST = 5  # words of a key from which on it is a sentence rather than a relation


@dataclass(frozen=True, slots=True)
class NewPredicate:
    """A predicate that a base might record: its id, its label and its definition."""

    id: str
    label: str
    description: str


def new_predicate(key: Key, participle: str | None = None, *, verbal: bool = True) -> NewPredicate | None:
    """Return the predicate of a key, or None where the key is too long or too bare for one.

    `participle` is that of a passive relation; `verbal` says whether the key begins with a verb rather than with a complement of "is".
    """
    bare = key in ((), ("be",), ("have",)) or len(key) > LONGEST
    if bare or not all(word.isalpha() or "-" in word for word in key):
        return None
    passive = key[0] == "be" and participle is not None
    active = [third_person(key[0]), *key[1:]] if verbal else ["is", *key[key[0] == "be" :]]
    label = " ".join(["is", str(participle), *key[2:]] if passive else active)
    name = ids.slug(label)
    return NewPredicate(name, label, f"What is said of a subject that {label} the object.") if name else None


def third_person(lemma: str) -> str:
    """Return the form of a verb after "it": supply, supplies; reach, reaches; be, is."""
    if lemma in THIRD_PERSON:
        return THIRD_PERSON[lemma]
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return f"{lemma[:-1]}ies"
    return lemma + ("es" if lemma.endswith(SIBILANTS) else "s")
