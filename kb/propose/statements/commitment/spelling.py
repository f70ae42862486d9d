"""Word a statement for the lists of words that show kind and certainty, in full and without what shows neither."""

from __future__ import annotations

import re

from kb.propose.attribution.tree import Tree, Word, first_conjunct
from kb.propose.statements.draft import Draft, Phrase
from kb.propose.statements.words import listed

NOUNS = {
    "means": "ways",
    "results": "outcomes",
    "drive": "disk",
    "drives": "disks",
    "stands": "booths",
    "will": "wish",
    "might": "power",
    "causes": "aims",
    "cause": "aim",
}
"""Nouns that are verbs of the lists, too, each with another of its meaning."""


def out(tree: Tree, draft: Draft, wording: str) -> str:
    """Return a wording with "’ll" and a "’d" that means "would" in full, without what only describes ("a potentially ruinous suit")."""
    for phrase in [one for one in (draft.object, *draft.arguments) if one is not None]:
        for word in tree.words[phrase.first : phrase.last + 1]:
            if word.lower in NOUNS and (word.tag[:2] == "NN" or (word.tag == "JJ" and word.dep in ("pobj", "dobj"))):
                wording = re.sub(rf"\b{word.lower}\b", NOUNS[word.lower], wording, count=1, flags=re.IGNORECASE)
            if word.tag == "POS":  # "the town’s very good mill" is no "’s very good"
                wording = re.sub(rf" ?{re.escape(word.text)}(?!\w)", "", wording, count=1)
            wording = wording.replace(idle(tree, draft, phrase, word), "", 1)
    for word in adverbs(tree, draft):
        wording = wording.replace(f" {word.text}", "", 1)
    modal = {word.lower for word in draft.relation if isinstance(word, Word) and word.tag == "MD"}
    if "wo" in modal:
        wording = re.sub(r"\bwo(?= ?n['’]t\b)", "will", wording)
    for contracted, full in (("ll", "will"), ("d", "would")):
        if modal & {f"'{contracted}", f"’{contracted}"}:
            wording = re.sub(rf" ?['’]{contracted}\b", f" {full}", wording)
    return wording


def idle(tree: Tree, draft: Draft, phrase: Phrase, word: Word) -> str:
    """Return the words of a phrase, from or around one of them, that show nothing of how the statement is meant, or ""."""
    if word.dep == "advmod" and (first_conjunct(word.head).dep == "amod" or (word.head.dep == "pcomp" and word.tag != "WRB")):
        return f"{word.text} "  # "is suing them for allegedly hiding it" is sure of the suit
    if word.dep in ("amod", "compound") and word.head.dep in ("dobj", "pobj") and word.lower in listed("open", "attributive"):
        return f"{word.text} "  # "arrested the alleged thief" is sure of the arrest
    if word.lower == "whether" and word.i > phrase.first:
        return tree.text[word.start : tree.words[phrase.last].end]
    if word.dep == "pcomp" and word.tag == "VBG" and phrase is not draft.object and phrase.head is word.head:
        return tree.text[word.start : tree.words[phrase.last].end]  # "can handle it without causing stress" tells of no cause
    dropped = word.dep == "acl" and word.tag == "VB" and word.head.lemma == "plan" and not has(draft)
    own = word.dep in ("acl", "relcl", "pcomp", "ccomp") and word.i > phrase.head.i and describes(word)
    return tree.text[tree.words[word.left].start : tree.words[min(word.right, phrase.last)].end] if dropped or own else ""


def has(draft: Draft) -> bool:
    """Whether a statement says that somebody has or makes something, such as a plan, and not what becomes of it ("dropped the plan to leave")."""
    return draft.clause is None or draft.clause.main.lemma in ("have", "be", "make", "announce", "unveil", "outline", "lack")


def describes(verb: Word) -> bool:
    """Whether a clause after a noun says something of its own, as in "men preparing to leave", "a man who may win", "hopes that they win"."""
    return (verb.tag in ("VBG", "VBN") and verb.dep != "pcomp") or any(kid.dep in ("nsubj", "nsubjpass") for kid in verb.kids)


def adverbs(tree: Tree, draft: Draft) -> list[Word]:
    """Return each "best" or "worst" of a statement that judges nothing of what it says: "is best known for it", "works in the worst weather"."""
    phrases = [one for one in (draft.object, *draft.arguments) if one is not None]
    words = [word for phrase in phrases for word in tree.words[phrase.first : phrase.last + 1]]
    words += [word for word in draft.relation if isinstance(word, Word)]
    beside = [word for word in words if word.dep == "amod" and (word.head.dep == "pobj" or word.head.lower in ("friend", "friends"))]
    return [word for word in words if word.lower in ("best", "worst") and (word.dep == "advmod" or word in beside)]
