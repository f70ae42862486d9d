"""How well a description says which one is meant, and where an entity is described most fully."""

from __future__ import annotations

from kb.propose.attribution.tree import Word
from kb.propose.reference.mention import Entity, Mention
from kb.propose.reference.words import listed


def is_unique(mention: Mention) -> bool:
    """Whether a description needs nothing before it, as "the sun" and "the mayor of Lund"."""
    return mention.head.lemma in listed("kind", "unique") or narrowed(mention.head)


def of_such(noun: Word) -> bool:
    """Whether a noun is for things of a kind that was named: "such talks"."""
    return any(kid.lower == "such" and kid.i < noun.i for kid in noun.kids)


def is_full(mention: Mention) -> bool:
    """Whether a mention says more than a bare noun, which is thereby told from others of its kind."""
    if mention.form == "event":
        return True
    return mention.form in ("definite", "indefinite") and (bool(modifiers(mention) - listed("kind", "idle")) or fullness(mention) > 1)


def fullness(mention: Mention) -> int:
    """Return by how many words and phrases a mention says which one is meant."""
    after = [kid for kid in mention.head.kids if kid.i > mention.head.i and kid.dep in ("prep", "acl") and not is_aside(mention.head, kid)]
    return len(modifiers(mention)) + 2 * len(after)


def is_described(entity: Entity) -> bool:
    """Whether the text said well enough which one something is."""
    return any(one.form == "event" or (one.form in ("definite", "indefinite") and fullness(one) > 1) for one in entity.mentions)


def tells_apart(mention: Mention, text: str) -> bool:
    """Whether a mention says which one is meant where other words for it do not: by a phrase after its noun, a name, a figure or a noun in front.

    An adjective only describes, and another noun may be what the text calls it later.
    """
    said = {word.lower() for word in text.split()}
    if len(said - OPENING - listed("kind", "idle")) > 1:
        return False  # "the second report" is told from others already
    after = any(kid.i > mention.head.i and kid.dep in ("prep", "acl") and not is_aside(mention.head, kid) for kid in mention.head.kids)
    in_front = mention.tree.words[mention.first : mention.head.i]
    more = any(word.lower not in said and (word.tag in TELLING or word.dep == "poss") for word in in_front)
    return after or more


OPENING = frozenset(("the", "a", "an", "this", "that", "these", "those", "such", "some", "another"))
"""Words that open a description without saying which one is meant."""


TELLING = frozenset(("NN", "NNS", "NNP", "NNPS", "CD"))


def fullest(entity: Entity) -> Mention | None:
    """Return the first mention that describes an entity most fully, or None where it was never described."""
    told = [one for one in entity.mentions if one.form == "event"]
    described = [one for one in entity.mentions if one.form in ("definite", "indefinite") and not one.joined]
    best = max(described, key=lambda one: (fullness(one), one.head.kid("det", "poss") is not None), default=None)
    return told[0] if told and (best is None or fullness(best) < 2) else best


def narrowed(word: Word) -> bool:
    """Whether what follows a noun says which one is meant, so that it need not have been mentioned, as in "the mayor of Lund".

    What follows behind a comma says more of one that is known already: "the company, which sells ferries, left".
    """
    return any(kid.i > word.i and kid.dep in ("prep", "relcl", "acl", "appos") and not is_aside(word, kid) for kid in word.kids)


def is_aside(word: Word, kid: Word) -> bool:
    """Whether a clause after a noun stands behind a comma."""
    commas = [other.i for other in word.kids if other.dep == "punct" and other.text == "," and word.i < other.i < kid.i]
    return kid.dep in ("relcl", "acl") and bool(commas) and not any(word.i < other.i < commas[0] for other in word.kids)


def compounds(mention: Mention) -> set[str]:
    """Return the nouns before the noun that say of what kind it is ("car" in "the car company"), in lower case."""
    return {word.lower for word in mention.tree.words[mention.first : mention.head.i] if word.dep == "compound" and word.tag == "NN"}


def modifiers(mention: Mention) -> set[str]:
    """Return the words before the noun that narrow its meaning, in lower case."""
    return {word.lower for word in mention.tree.words[mention.first : mention.head.i] if word.dep in ("amod", "compound", "nummod", "poss")}


def shared_modifiers(entity: Entity) -> set[str]:
    """Return the words before the nouns that an entity was described with."""
    return set().union(*(modifiers(one) for one in entity.mentions))


def proper(mention: Mention) -> set[str]:
    """Return the words before the noun that are written with a capital ("American" in "the American people"), in lower case."""
    before = mention.tree.words[mention.first : mention.head.i]
    return {word.lower for word in before if word.dep in ("amod", "compound") and word.text[0].isupper()}
