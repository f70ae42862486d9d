"""Mend the parse of a verb group that an aside parts: "China will not, Xi promised, attack" is what Xi promised, not what China did.

The small English model hangs such a group on the verb of the aside, and a negation in it is then lost.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kb.propose.attribution.lexicon import table
from kb.propose.attribution.tree import Tree, Word
from kb.propose.attribution.trees import from_doc

FINITE = ("VBD", "VBZ", "VBP")
AUXILIARIES = frozenset(("do", "have", "be"))
FORMS = {"do": ("VB", "VBP"), "have": ("VBN", "VBD"), "be": ("VBN", "VBG", "VBD"), "modal": ("VB", "VBP")}
"""The forms of a verb that go with an auxiliary, as the model tags them."""
MEANT = {"do": "VB", "have": "VBN", "modal": "VB"}
NEGATIONS = frozenset(("not", "n't", "n’t", "never"))


def tree_of(doc: Any, offset: int) -> Tree:
    """Return a spaCy Doc as a tree in which the groups that asides part are put together. `offset` is the paragraph's in the whole text."""
    tree = from_doc(doc, offset)
    for said in tree.words:
        if said.tag in FINITE and "clause" in table("verbs").get(said.lemma, {}):
            join(tree, said)
    return tree


def join(tree: Tree, said: Word) -> None:
    """Put together the group around the aside of a verb of saying, if there is one that the parse has torn."""
    words = tree.words
    subject = next((kid for kid in said.kids if kid.dep == "nsubj" and kid.right == said.i - 1), None)
    opening = subject.left - 1 if subject is not None else -1
    main = words[said.i + 2] if said.i + 2 < len(words) else None
    if main is None or main.sentence != said.sentence or opening < 2 or words[opening].text != "," or words[said.i + 1].text != ",":
        return
    negating = words[opening - 1] if words[opening - 1].lower in NEGATIONS else None
    helper = words[opening - 1 - (negating is not None)]
    kind = "modal" if helper.tag == "MD" else helper.lemma if helper.lemma in AUXILIARIES and helper.tag in FINITE else ""
    if main.tag not in FORMS.get(kind, ()) or helper.head is main:
        return
    before = [word for word in words[said.i - 1 :: -1] if word.sentence == said.sentence and word.i < opening]
    top = next((kid for word in (helper, said) for kid in word.kids if kid.dep in ("nsubj", "nsubjpass") and kid.i < helper.i), None)
    if top is None:
        return
    passive = kind == "be" and main.tag in ("VBN", "VBD")
    main.tag = "VBN" if passive else MEANT.get(kind, main.tag)
    moved = [word for word in before if word.head in (helper, said) and word is not helper]
    later = [kid for kid in said.kids if kid.i > said.i + 1 and kid is not main]
    for word in (*moved, *later):
        hang(word, main, "nsubjpass" if word is top and passive else word.dep)
    hang(helper, main, "auxpass" if passive else "aux")
    if said.head is not main:
        hang(main, None if said.head in (said, helper) else said.head, "ROOT" if said.head in (said, helper) else said.dep)
    hang(said, main, "parataxis")
    measured(words, said.sentence)


def hang(word: Word, head: Word | None, dep: str) -> None:
    """Make one word depend on another, which for a root is itself."""
    if word.head is not word:
        word.head.kids.remove(word)
    word.head, word.dep = head if head is not None else word, dep
    if word.head is not word:
        word.head.kids.append(word)
        word.head.kids.sort(key=lambda kid: kid.i)


def measured(words: Sequence[Word], sentence: int) -> None:
    """Set the first and last word below each word of a sentence anew."""
    inside = [word for word in words if word.sentence == sentence]
    for word in inside:
        word.left = word.right = word.i
    for word in inside:
        for above in word.above():
            above.left, above.right = min(above.left, word.i), max(above.right, word.i)
