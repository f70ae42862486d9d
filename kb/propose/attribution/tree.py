"""A parsed paragraph as plain objects, so that rules know nothing of the parser that made it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True, eq=False)
class Word:
    """A token: `start` and `end` are code points of the paragraph; `left` and `right` the first and last token below it."""

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
        return self.text.lower()

    def kid(self, *deps: str) -> Word | None:
        """The first child that hangs by one of these relations."""
        return next((kid for kid in self.kids if kid.dep in deps), None)

    def above(self) -> Iterator[Word]:
        """The words over this one, nearest first."""
        word = self
        while word.head is not word:
            word = word.head
            yield word


@dataclass(slots=True)
class Tree:
    """A paragraph: its text, where it begins in the whole text (code points), its words, its sentences as (first, last) words."""

    text: str
    offset: int
    words: list[Word]
    sentences: list[tuple[int, int]]


def lemma(text: str, found: str) -> str:
    """The lemma in small letters. The small English model takes "hopes" and "hoping" for forms of "hop"."""
    return "hope" if found.lower() == "hop" and text.lower().startswith(("hope", "hoping")) else found.lower()


def from_doc(doc: Any, offset: int) -> Tree:
    """A spaCy Doc as a tree. Edges are those of the subtree, as the parse has them."""
    words = [Word(t.i, t.idx, t.idx + len(t.text), t.text, lemma(t.text, t.lemma_), t.tag_, t.dep_) for t in doc]
    for word, token in zip(words, doc, strict=True):
        word.head = words[token.head.i]
        word.left, word.right = token.left_edge.i, token.right_edge.i
        if word.head is not word:
            word.head.kids.append(word)
    sentences = [(sentence.start, sentence.end - 1) for sentence in doc.sents]
    for number, (first, last) in enumerate(sentences):
        for word in words[first : last + 1]:
            word.sentence = number
    return Tree(doc.text, offset, words, sentences)
