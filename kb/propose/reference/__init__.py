"""Decide within a text which names stand for the same, and what its pronouns and definite descriptions stand for.

Only what is sure is an answer (`Reference.resolved`); the rest are candidates with reasons, for a reader to choose from.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from kb.propose.attribution.tree import Tree
from kb.propose.reference import mentions
from kb.propose.reference.mention import Candidate, Entity, Mention, Reference
from kb.propose.reference.resolution import Resolution

__all__ = ["Candidate", "Entity", "Mention", "Reference", "find"]


def find(paragraphs: Iterable[tuple[Tree, Any]], speakers: Sequence[tuple[int, int, int, int]] = ()) -> list[Reference]:
    """Return the references of a text in its order, those without an answer included.

    `paragraphs` are parsed trees, each with the spaCy Doc that has its named entities. `speakers` are (start, end) of each quotation
    with (start, end) of the words for its speaker. All offsets are code points of the whole text.
    """
    resolution = Resolution(speakers)
    sentences = 0
    for tree, doc in paragraphs:
        for mention in mentions.find(tree, doc, sentences):
            resolution.take(mention)
        sentences += len(tree.sentences)
    return resolution.finished()
