"""Who is credited with what in an English text: by rules over a dependency parse, or, without a model, over the words alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from kb.propose.attribution import across, author, nouns, paragraphs, phrases, quotes, sorting, speech, verbs, without_model
from kb.propose.attribution.draft import Draft
from kb.propose.attribution.lexicon import Entry
from kb.propose.attribution.tree import Tree, from_doc
from kb.propose.model import Model
from kb.propose.types import Attribution, Span

NEGATED = re.compile(r"n[’']t\b|\b(?:not|never|no)\b", re.IGNORECASE)
Parsed = list[tuple[int, Any]]
"""The paragraphs as the model parsed them, each with its offset in code points."""


def parsed(text: str, model: Model, *, names: bool = False) -> Parsed | None:
    """The text's paragraphs through the model; None where there is none."""
    if model.tier == "rules":
        return None
    cut = list(paragraphs.cut(text))
    docs = model.parse((piece for _, piece in cut), names=names)
    return [(offset, doc) for (offset, _), doc in zip(cut, docs, strict=True)]


def find(text: str, docs: Parsed | None) -> list[Attribution]:
    """The attributions of a text in the order of their contents, what holds before what is held; the author's own claims among them."""
    if docs is None:
        parts = [without_model.paragraph(piece, offset) for offset, piece in paragraphs.cut(text)]
    else:
        parts = [paragraph(from_doc(doc, offset)) for offset, doc in docs]
    found = sorted([*drafts(parts), *author.claims(parts)], key=sorting.order)
    enclosing = sorting.parents(found)
    return [attribution(text, draft, parent) for draft, parent in zip(found, enclosing, strict=True)]


def drafts(parts: Sequence[across.Part]) -> list[Draft]:
    """The drafts of all paragraphs, speech across them joined, one for each cue and content."""
    across.join(parts)
    for part in parts:
        part.drafts = sorting.one_each(part.drafts)
    return sorted((draft for part in parts for draft in part.drafts), key=sorting.order)


def paragraph(tree: Tree) -> across.Part:
    """What the rules find in one paragraph, the surest rules first."""
    marks = quotes.find(tree.text)
    spoken = speech.find(tree, marks)
    announced = speech.announcement(tree, marks)
    headed = [] if spoken.drafts else phrases.headed_line(tree.text)
    found = [*spoken.drafts, *headed, *phrases.find(tree, marks), *verbs.find(tree, marks), *nouns.find(tree, marks)]
    found += speech.strays(spoken, found)
    across.place([*found, *([announced] if announced else [])], tree.offset)
    return across.Part(tree.text, tree.offset, spoken, found, author.sentences(tree), announced, author.apart(marks, tree.offset))


def negated(entry: Entry) -> Entry:
    """What a cue says with a "not": who does not believe it denies it; who did not say it leaves it open, and so does who did not deny it."""
    if entry.act in ("believes", "predicts", "plans") and entry.stance == "affirms":
        return replace(entry, stance="denies")
    return replace(entry, stance="uncommitted", certainty="uncommitted")


def attribution(text: str, draft: Draft, parent: int | None) -> Attribution:
    """A draft with the words it stands for."""
    entry = negated(draft.entry) if NEGATED.search(text, *draft.cue) else draft.entry
    source = Span.of(text, *draft.source) if draft.source else None
    cue = Span.of(text, *draft.cue) if draft.cue[0] < draft.cue[1] else None
    content = Span.of(text, *draft.content)
    return Attribution(content, source, cue, draft.rule, entry.act, entry.stance, entry.certainty, parent, entry.kind)
