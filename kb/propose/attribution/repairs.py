"""Hang words where they belong that the parser is known to hang elsewhere."""

from __future__ import annotations

from kb.propose.attribution.contrast import rehang
from kb.propose.attribution.tree import Word


def mend(word: Word) -> None:
    """Mend in place what the parse of a word is known to mistake."""
    if word.lower == "close" and (share := nearly(word)) is not None:
        rehang(share, word.head, "nsubj")
        rehang(word, share, "quantmod")
    if is_where_it_happens(word):
        named = word.head
        rehang(word, named.head, "prep")
        named.right = max([named.i, *(kid.right for kid in named.kids)])
    if word.dep == "cc" and (verb := second_verb(word)) is not None:
        noun, first = verb.head, word.head if word.head.tag == "VB" else word.head.head
        verb.tag = "VB"
        rehang(verb, first, "conj")
        rehang(noun, verb, "dobj")
        if word.head is not first:
            rehang(word, first, "cc")
        noun.left = min([noun.i, *(kid.left for kid in noun.kids)])
        verb.right = noun.right


def is_where_it_happens(prep: Word) -> bool:
    """Whether a place that the parser hangs on the name before it is that of the verb: "met Cara Dahl in Lund"."""
    place, named = prep.kid("pobj"), prep.head
    where = prep.dep == "prep" and prep.lower in ("in", "at") and place is not None and place.tag == "NNP"
    return where and named.dep == "dobj" and named.tag == "NNP" and named.head.tag[:2] == "VB" and named.kid("det") is None


def nearly(word: Word) -> Word | None:
    """Return the figure or share that "close to" comes near, where the verb behind it has no other subject: "close to half of them are"."""
    prep = next((kid for kid in word.kids if kid.dep == "prep" and kid.lower == "to" and kid.i == word.i + 1), None)
    bare = word.dep == "advmod" and word.i < word.head.i and word.head.kid("nsubj", "nsubjpass", "expl") is None
    return prep.kid("pobj") if prep is not None and bare and word.head.tag in ("VBD", "VBZ", "VBP") else None


def second_verb(joint: Word) -> Word | None:
    """Return the verb after a conjunction that the parser takes for a part of the noun behind it: "would save money but damage relations".

    A verb has no two objects with a conjunction between, and "but" joins no two nouns where nothing is denied.
    """
    above = joint.head
    verb = above if above.tag == "VB" else above.head
    if verb.tag != "VB" or not any(kid.dep == "aux" for kid in verb.kids) or verb.kid("neg") is not None or joint.i < verb.i:
        return None
    objects = [kid for kid in verb.kids if kid.dep == "dobj"]
    second = objects[1] if above is verb and len(objects) == 2 else above.kid("conj") if above in objects and joint.lower == "but" else None
    if second is None or second.tag != "NNS" or second.kid("det", "poss", "amod") is not None:
        return None
    return next(
        (kid for kid in second.kids if kid.dep == "compound" and kid.i == joint.i + 1 and kid.tag == "NN" and kid.text.islower()), None
    )
