"""Decide within a text which names stand for the same, and what its pronouns and definite descriptions stand for.

Only what is sure is an answer (`Reference.resolved`); the rest are candidates with reasons, for a reader to choose from.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from kb.propose.attribution.tree import Tree
from kb.propose.reference import kinds, mentions
from kb.propose.reference.happenings import Event
from kb.propose.reference.mention import Candidate, Entity, Kind, Mention, Reference
from kb.propose.reference.resolution import Resolution

__all__ = ["Candidate", "Entity", "Event", "Mention", "Reference", "find", "found_with_kinds"]


def find(paragraphs: Iterable[tuple[Tree, Any]], speakers: Sequence[tuple[int, int, int, int]] = ()) -> list[Reference]:
    """Return the references of a text in its order, those without an answer included, as `found_with_kinds` does."""
    return found_with_kinds(paragraphs, speakers)[0]


def found_with_kinds(
    paragraphs: Iterable[tuple[Tree, Any]], speakers: Sequence[tuple[int, int, int, int]] = ()
) -> tuple[list[Reference], dict[str, Kind]]:
    """Return the references of a text in its order, those without an answer included, and the kinds of names that the text shows.

    `paragraphs` are parsed trees, each with the spaCy Doc that has its named entities. `speakers` are (start, end) of each quotation
    with (start, end) of the words for its speaker. All offsets are code points of the whole text.
    """
    found: list[Mention] = []
    sentences = 0
    for tree, doc in paragraphs:
        found += mentions.find(tree, doc, sentences)
        sentences += len(tree.sentences)
    shown = kinds.settle(found)
    resolution = Resolution(speakers)
    for mention in found:
        resolution.take(mention)
    return resolution.finished(), shown
