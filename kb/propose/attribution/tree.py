"""Parsed paragraphs as plain objects, so that rules do not depend on the parser, and the speaker of a verb or noun in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True, eq=False)
class Word:
    """A token. `start` and `end` are code points of the paragraph, `left` and `right` the first and last token of its subtree."""

    i: int
    start: int
    end: int
    text: str
    lemma: str
    tag: str
    dep: str
    head: Word = field(init=False, repr=False)
    kids: list[Word] = field(default_factory=list, repr=False)
    left: int = 0
    right: int = 0
    sentence: int = 0

    @property
    def lower(self) -> str:
        """The text in lower case."""
        return self.text.lower()

    def kid(self, *deps: str) -> Word | None:
        """Return the first child with one of these dependency relations, or None."""
        return next((kid for kid in self.kids if kid.dep in deps), None)

    def above(self) -> Iterator[Word]:
        """Yield the ancestors of this word, nearest first."""
        word = self
        while word.head is not word:
            word = word.head
            yield word


@dataclass(slots=True)
class Tree:
    """A parsed paragraph: its text, its offset in the whole text (code points), its words, and its sentences as (first, last) positions."""

    text: str
    offset: int
    words: list[Word]
    sentences: list[tuple[int, int]]


def lemma(text: str, parsed: str) -> str:
    """Return the lemma in lower case, corrected where the small English model takes "hopes" and "hoping" for forms of "hop"."""
    return "hope" if parsed.lower() == "hop" and text.lower().startswith(("hope", "hoping")) else parsed.lower()


def tag_and_dep(token: Any) -> tuple[str, str]:
    """Return tag and dependency, corrected for a passive that is tagged as an adjective and for "n’t", which the small English model may take for a noun or punctuation."""
    if token.tag_ == "JJ" and any(
        kid.dep_ == "auxpass" for kid in token.children
    ):  # "the port was closed" is a passive where it has an auxiliary
        return "VBN", token.dep_
    return ("RB", "neg") if token.text.lower() == "n’t" else (token.tag_, token.dep_)


def negated_by(token: Any) -> Any:
    """Return the head of a token, for "n’t" the verb before it: at the end of a sentence the model may hang it on the main verb."""
    if token.text.lower() not in ("n’t", "n't") or token.i == 0:
        return token.head
    before = token.nbor(-1)
    verb = before.head if before.dep_ in ("aux", "auxpass") else before
    return verb if before.tag_[:2] in ("VB", "MD") else token.head


def from_doc(doc: Any, offset: int) -> Tree:
    """Return a spaCy Doc as a tree. `offset` is the paragraph's offset in the whole text."""
    words = [Word(t.i, t.idx, t.idx + len(t.text), t.text, lemma(t.text, t.lemma_), *tag_and_dep(t)) for t in doc]
    for word, token in zip(words, doc, strict=True):
        word.head = words[negated_by(token).i]
        word.left, word.right = token.left_edge.i, token.right_edge.i
        if word.head is not word:
            word.head.kids.append(word)
    if any(word.head.i != token.head.i for word, token in zip(words, doc, strict=True)):
        for word in words:
            word.left = word.right = word.i
        for word in words:
            for above in word.above():
                above.left, above.right = min(above.left, word.i), max(above.right, word.i)
    sentences = [(sentence.start, sentence.end - 1) for sentence in doc.sents]
    for number, (first, last) in enumerate(sentences):
        for word in words[first : last + 1]:
            word.sentence = number
    return Tree(doc.text, offset, words, sentences)


SUBJECT = ("nsubj", "nsubjpass")


def passive(verb: Word) -> bool:
    """Whether a verb is passive, as a participle after a noun can be too ("a book written by them")."""
    if verb.kid("auxpass", "nsubjpass", "csubjpass"):
        return True
    return verb.tag == "VBN" and verb.dep in ("acl", "advcl", "amod", "ROOT") and not verb.kid("aux", "nsubj")


def agent(verb: Word) -> Word | None:
    """Return the agent of a passive verb, which is the object of its "by", or None."""
    for by in verb.kids:
        if by.dep == "agent" or (by.dep == "prep" and by.lower == "by"):
            return by.kid("pobj", "pcomp")
    return None


def own_subject(verb: Word) -> Word | None:
    """Return the subject that the parse attaches to the verb itself, or None."""
    return verb.kid(*SUBJECT)


def speaker(verb: Word, depth: int = 0) -> Word | None:
    """Return the head of the noun phrase that names who says, thinks or means what the verb expresses, or None where nobody is named.

    `depth` counts the steps up the tree, to end the search in badly parsed sentences.
    """
    if passive(verb):
        return agent(verb)
    subject = own_subject(verb)
    if subject is not None:
        unspecified = subject.lower == "it" and (verb.kid("expl") or (verb.lemma in ("seem", "appear") and verb.kid("ccomp", "advcl")))
        return None if unspecified else subject
    return inherited(verb, depth)


def inherited(verb: Word, depth: int = 0) -> Word | None:
    """Return the subject of the word that a verb without a subject depends on, or None."""
    above = verb.head
    if above is verb or depth > 6:
        return None
    if verb.dep in ("acl", "relcl"):
        return possessor(above) or sender(verb, depth) or above
    if verb.dep == "xcomp" and above.kid("dobj") is not None and verb.tag == "VB" and above.lemma not in USING:
        return above.kid("dobj")
    if above.tag.startswith("VB") or above.tag == "MD":
        return judged(above) if empty(above) else own_subject(above) or agent_or_climb(above, depth)
    if above.dep in CARRIERS:
        return own_subject(above) or inherited(above, depth + 1)
    return inherited(above, depth + 1) if verb.dep == "pcomp" else None


def empty(verb: Word) -> bool:
    """Whether the subject of a verb stands for the infinitive behind it, as in "it is hard to know"."""
    subject = own_subject(verb)
    return subject is not None and subject.lower == "it" and verb.lemma == "be" and verb.kid("acomp", "attr") is not None


def judged(verb: Word) -> Word | None:
    """Return for whom something is so, as in "it is hard for the clerk to know", or None."""
    quality = verb.kid("acomp", "attr")
    towards = next((kid for kid in (*verb.kids, *(quality.kids if quality else ())) if kid.dep == "prep" and kid.lower == "for"), None)
    return towards.kid("pobj") if towards is not None else None


def sender(verb: Word, depth: int) -> Word | None:
    """Return the subject of the verb above, for a participle after an object: the union in "the union released a statement saying that"."""
    noun = verb.head
    if verb.dep != "acl" or verb.tag != "VBG" or noun.dep != "dobj" or not noun.head.tag.startswith("VB"):
        return None
    return own_subject(noun.head) or inherited(noun.head, depth + 1)


USING = frozenset(("use", "spend", "seize"))
"""Verbs whose subject does what the infinitive says: "used the speech to call for a vote"."""
CARRIERS = frozenset(("prep", "pcomp", "agent", "mark", "acomp", "attr", "oprd", "amod", "conj", "dobj", "pobj"))
"""Relations of a word without a subject on which an infinitive or participle may depend."""


def agent_or_climb(verb: Word, depth: int) -> Word | None:
    """Return the agent of a passive verb, or else the subject of the word that it depends on."""
    return agent(verb) if passive(verb) and agent(verb) else inherited(verb, depth + 1)


def possessor(noun: Word) -> Word | None:
    """Return the possessor of a noun, as in "his claim", "a claim by the union" and "a claim from the union", or None."""
    owner = noun.kid("poss")
    if owner is not None:
        return owner
    for prep in noun.kids:
        if prep.dep in ("prep", "agent") and prep.lower in ("by", "from"):
            return prep.kid("pobj")
    return None


def first_conjunct(word: Word) -> Word:
    """Return the first of the words that are joined by conjunctions."""
    while word.dep == "conj" and word.head is not word:
        word = word.head
    return word


def antecedent(verb: Word) -> Word | None:
    """Return the noun that the relative clause of a verb describes, or None for another clause."""
    top = first_conjunct(verb)
    if top.dep == "relcl":
        return top.head
    above = top.head
    return above.head if top.dep in ("ccomp", "xcomp") and above.dep == "relcl" else None


TENSED = ("VBD", "VBZ", "VBP", "MD")


def past_above(verb: Word) -> bool:
    """Whether the nearest verb above that shows a tense is in the past, or else the nearest auxiliary of one: "a poll … was published"."""
    shown = next((above.tag for above in verb.above() if above.tag in TENSED), None)
    if shown is None:
        helpers = (kid for above in verb.above() for kid in above.kids if kid.dep[:3] == "aux" and kid.tag in TENSED)
        shown = next((kid.tag for kid in helpers), None)
    return shown == "VBD"
