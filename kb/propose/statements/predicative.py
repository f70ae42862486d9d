"""Open a complement so that its relation is named and its last noun is the object.

"Oslo is the capital of Norway" is (Oslo, is the capital of, Norway), and "they are responsible for repairs" is (they, are responsible
for, repairs).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kb.propose.attribution.tree import Tree, Word
from kb.propose.statements.draft import Draft, Phrase
from kb.propose.statements.words import listed


def opened(tree: Tree, relation: list[Word | str], phrase: Phrase) -> Phrase:
    """Return the object of a copula's complement, whose other words join the relation, or the phrase itself."""
    head = phrase.head
    if head.dep not in ("acomp", "attr", "dobj") or head.kid("conj"):
        return phrase
    preps = [kid for kid in head.kids if kid.dep == "prep" and head.i < kid.i <= phrase.last]
    if len(preps) != 1 or not opens(head, preps[0]):
        return phrase
    words = [word for word in tree.words[phrase.first : preps[0].i] if word.dep != "punct"]
    before = list(relation)
    relation += words
    inner = inside(relation, preps[0], phrase.last)
    if inner is None:
        relation[:] = before
        return phrase
    return inner


def named_relation(tree: Tree, draft: Draft) -> Iterator[Draft]:
    """Yield the relation that a copula's noun names, as in "Oslo is the capital of Norway" is (Oslo, is the capital of, Norway)."""
    phrase = draft.object
    if phrase is None or phrase.head.dep != "attr" or not phrase.head.tag.startswith("NN"):
        return
    preps = [kid for kid in phrase.head.kids if kid.dep == "prep" and phrase.head.i < kid.i <= phrase.last]
    if not preps or preps[0].lower != "of":
        return
    words = [word for word in tree.words[phrase.first : preps[0].i] if word.dep != "punct"]
    relation = [*draft.relation, *words]
    inner = inside(relation, preps[0], min(phrase.last, preps[0].right))
    if inner is not None:
        yield replace(draft, rule="named-relation", relation=relation, object=inner)


def opens(head: Word, prep: Word) -> bool:
    """Whether the complement names a relation to what follows, as any adjective does, and a noun without an article."""
    if head.dep == "acomp":
        return True
    if head.dep == "dobj":
        return is_light(head) and prep.lower != "of"
    return not head.kid("det", "poss", "nummod", "amod") and head.tag == "NN" and prep.lower in ("of", "to", "in", "for")


def is_light(noun: Word) -> bool:
    """Whether a noun gives its verb the meaning, as in "part" in "took part in", "a stake" in "has a stake in"."""
    article = noun.kid("det")
    bare = article is None or article.lower in ("a", "an", "no")
    return noun.tag == "NN" and bare and noun.head.lemma in listed("clause", "light") and not noun.kid("poss", "nummod")


def with_verb(relation: list[Word | str], phrase: Phrase, adverbials: list[Phrase]) -> tuple[Phrase, list[Phrase]]:
    """Return object and adverbials, where a light verb's noun and the preposition after it join the relation, as in "took part in"."""
    after = next((other for other in adverbials if other.head.dep == "prep" and other.first == phrase.last + 1), None)
    if after is None or phrase.head.dep != "dobj" or not is_light(phrase.head) or after.role == "time" or phrase.head.kid("prep"):
        return phrase, adverbials
    before = list(relation)
    relation += [phrase.head] if phrase.first == phrase.last else []
    inner = inside(relation, after.head, after.last) if phrase.first == phrase.last else None
    if inner is None:
        relation[:] = before
        return phrase, adverbials
    return inner, [other for other in adverbials if other is not after]


def inside(relation: list[Word | str], prep: Word, last: int) -> Phrase | None:
    """Return the phrase after a preposition, which joins the relation together with a second one ("out of"), or None."""
    second = next((kid for kid in prep.kids if kid.dep in ("prep", "pcomp") and kid.tag == "IN" and kid.i == prep.i + 1), None)
    taken = [prep] if second is None else [prep, second]
    if last <= taken[-1].i:
        return None
    relation += taken
    return Phrase(taken[-1], taken[-1].i + 1, last, "object")
