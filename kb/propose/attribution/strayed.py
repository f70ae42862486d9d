"""Hang clauses that the parser hangs on the wrong word where the form of their words shows the right one."""

from __future__ import annotations

from collections.abc import Sequence

from kb.propose.attribution.contrast import rehang
from kb.propose.attribution.lexicon import occasions, table
from kb.propose.attribution.tree import Word

FINITE = ("VBD", "VBZ", "VBN", "VBG")


def settle(words: Sequence[Word]) -> bool:
    """Hang strayed clauses where they belong and return whether any did. The words are changed in place."""
    found = [(word, host, dep) for word in words for host, dep in [(goes_on(words, word), "conj"), (completes(word), "ccomp")] if host]
    for word, host, dep in found:
        rehang(word, host, dep)
    return bool(found)


def goes_on(words: Sequence[Word], verb: Word) -> Word | None:
    """Return the infinitive that a bare verb goes on with, which the parse joins to the verb above it: "urged them to sell one, buy another"."""
    finite = verb.head
    if verb.tag != "VB" or verb.dep != "conj" or finite.tag not in FINITE or verb.kid("nsubj", "nsubjpass", "aux", "auxpass"):
        return None
    between = [
        word for word in words[finite.i + 1 : verb.i] if word.tag == "VB" and word.sentence == verb.sentence and finite in word.above()
    ]
    return next((word for word in reversed(between) if word.dep != "conj" and word.kid("aux") and verb not in word.above()), None)


def completes(clause: Word) -> Word | None:
    """Return the verb of saying that a "that" completes, which the parse hangs on the time in between: "said for years that it was old"."""
    mark, noun = clause.kid("mark"), clause.head
    if clause.dep not in ("acl", "relcl", "ccomp") or mark is None or mark.lower != "that" or noun.lemma not in occasions():
        return None
    verb = noun.head.head if noun.dep == "pobj" else noun.head
    if noun.dep not in ("pobj", "npadvmod") or verb.tag[:2] != "VB" or verb.i > noun.i or verb.kid("ccomp"):
        return None
    return verb if "clause" in table("verbs").get(verb.lemma, {}) else None
