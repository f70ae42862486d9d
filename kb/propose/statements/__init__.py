"""Read each clause of a sentence as a statement with subject, relation, object and further arguments. Nothing here needs a base."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from kb.propose import attribution, reference
from kb.propose.attribution import Parsed
from kb.propose.attribution.asides import tree_of
from kb.propose.attribution.tree import Tree
from kb.propose.parser import Model
from kb.propose.parts import Attribution
from kb.propose.statements.assembly import of_tree
from kb.propose.statements.resolved import Resolved
from kb.propose.statements.statement import Argument, Relation, Statement
from kb.texts.line_ends import flowing

__all__ = ["Argument", "Relation", "Statement", "of_docs", "of_lines", "of_text", "of_tree", "resolved_by"]

LINE = re.compile(r"[^\r\n]+")


def of_lines(text: str, model: Model) -> Iterator[tuple[str, list[Statement]]]:
    """Yield each line with its statements, read as one sentence, empty lines left out. Offsets are code points of the whole text."""
    cut = list(lines(text))
    docs = model.parse((line for _, line in cut), names=True)
    parsed = [(offset, doc) for (offset, _), doc in zip(cut, docs, strict=True)]
    for (_, line), (_, found) in zip(cut, of_docs(parsed, attribution.find(text, parsed)), strict=True):
        yield line, found


def lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield the offset and the characters of each line that is not blank, without its line end."""
    for match in LINE.finditer(text):
        if match[0].strip():
            yield match.start(), match[0]


def of_text(text: str, model: Model) -> Iterator[tuple[str, list[Statement]]]:
    """Yield each sentence of a text, over the line ends of wrapped lines, with its statements. Offsets are code points of the whole text."""
    text = flowing(text)
    parsed = attribution.parsed(text, model, names=True) or []
    for tree, found in of_docs(parsed, attribution.find(text, parsed)):
        ends = [tree.words[last].end + tree.offset for _, last in tree.sentences]
        for number, (first, last) in enumerate(tree.sentences):
            earliest = ends[number - 1] if number else 0
            inside = [one for one in found if earliest <= one.place < ends[number]]
            yield tree.text[tree.words[first].start : tree.words[last].end], inside


def of_docs(parsed: Parsed, attributions: Iterable[Attribution]) -> Iterator[tuple[Tree, list[Statement]]]:
    """Yield each paragraph of a text as a tree with its statements. The paragraphs are parsed with named entities.

    `attributions` say who speaks in a quotation, so that "I" and "we" in it stand for the speaker.
    """
    trees = [tree_of(doc, offset) for offset, doc in parsed]
    names = resolved_by(attributions, trees, [doc for _, doc in parsed])
    for tree in trees:
        yield tree, of_tree(tree, names)


def resolved_by(attributions: Iterable[Attribution], trees: Sequence[Tree], docs: Sequence[Any]) -> Resolved:
    """Return what the pronouns and descriptions of a text stand for, whose attributions were found already."""
    speakers = [
        (one.content.start, one.content.end, one.source.start, one.source.end)
        for one in attributions
        if one.source is not None and one.cue is not None
    ]
    return Resolved(*reference.found_with_kinds(zip(trees, docs, strict=True), speakers))
