"""Find who is credited with what in an English text, by rules over a dependency parse or, without a model, over the words alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from kb.propose.attribution import author, drafts, nouns, paragraphs, phrases, quotes, speech, verbs, without_model
from kb.propose.attribution.asides import tree_of
from kb.propose.attribution.drafts import Draft
from kb.propose.attribution.lexicon import Entry
from kb.propose.attribution.paragraphs import Paragraph
from kb.propose.attribution.tree import Tree
from kb.propose.parser import Model
from kb.propose.parts import Attribution, Span

NEGATED = re.compile(r"n[’']t\b|\b(?:not|never|no|nor|neither)\b", re.IGNORECASE)
DOUBTLESS = re.compile(r"\bno (?:real |serious )?(?:doubt|question)$", re.IGNORECASE)
"""What is said to be beyond doubt, unlike "little doubt"."""
ASKING = re.compile(r"(?:why|how|when|where|what|which|who|whom|whose|whether|if)\b", re.IGNORECASE)
FACTIVE = re.compile(
    r"\b(?:know(?:s|n|ing)?|knew|reali[sz](?:e|es|ed|ing)|notic(?:e|es|ed|ing)|recogni[sz](?:e|es|ed|ing))\b", re.IGNORECASE
)
FIRST_PERSON = re.compile(r"(?:I|we)\b", re.IGNORECASE)
PAST = re.compile(r"\b(?:did|had)", re.IGNORECASE)
"""What shows that somebody knows by now what they did not know: "I had not realised that"."""
PLAIN = re.compile(r"\b(?:hard|difficult|impossible|tough) $", re.IGNORECASE)
"""What turns a "not to" that follows: "it is hard not to see that"."""
NOBODY = re.compile(r"(?:no(?:body|thing| one|ne|t one|t a)?|neither|few)\b(?! (?:doubt|longer))", re.IGNORECASE)
"""The first words of a source that is nobody, or hardly anybody."""
Parsed = list[tuple[int, Any]]
"""The spaCy Doc of each paragraph, with the paragraph's offset in code points."""


def parsed(text: str, model: Model, *, names: bool = False) -> Parsed | None:
    """Return the paragraphs as the model parses them, with named entities if `names`, or None without a model."""
    if model.tier == "rules":
        return None
    cut = list(paragraphs.cut(text))
    docs = model.parse((piece for _, piece in cut), names=names)
    return [(offset, doc) for (offset, _), doc in zip(cut, docs, strict=True)]


def find(text: str, docs: Parsed | None) -> list[Attribution]:
    """Return the attributions of a text, the author's own claims included, in the order of their contents, an enclosing one first.

    `docs` are the parsed paragraphs, None for the rules that need no model.
    """
    if docs is None:
        parts = [without_model.paragraph(piece, offset) for offset, piece in paragraphs.cut(text)]
    else:
        parts = [paragraph(tree_of(doc, offset)) for offset, doc in docs]
    found_drafts = sorted([*drafts_of(parts), *author.claims(parts)], key=drafts.order)
    enclosing = drafts.parents(found_drafts)
    return [attribution(text, draft, parent) for draft, parent in zip(found_drafts, enclosing, strict=True)]


def drafts_of(parts: Sequence[Paragraph]) -> list[Draft]:
    """Return the drafts of all paragraphs in order, with speech joined across paragraphs, and one draft for each cue and each content."""
    paragraphs.join_speech(parts)
    for part in parts:
        part.drafts = drafts.deduplicated(part.drafts)
    return sorted((draft for part in parts for draft in part.drafts), key=drafts.order)


def paragraph(tree: Tree) -> Paragraph:
    """Return a parsed paragraph with the drafts that the rules find in it, those of the most precise rules first."""
    marks = quotes.find(tree.text)
    spoken = speech.find(tree, marks) if not phrases.TRANSCRIPT.match(tree.text) else speech.Speech()
    announced = speech.announcement(tree, marks)
    headed = [] if spoken.drafts else phrases.headed_line(tree.text)
    found_drafts = [*spoken.drafts, *headed, *phrases.find(tree, marks), *verbs.find(tree, marks), *nouns.find(tree, marks)]
    found_drafts += speech.strays(spoken, found_drafts)
    paragraphs.shift([*found_drafts, *([announced] if announced else [])], tree.offset)
    return Paragraph(
        tree.text, tree.offset, spoken, found_drafts, author.sentences(tree), announced, author.scare_quotes(marks, tree.offset)
    )


def negated(entry: Entry) -> Entry:
    """Return the entry of a cue that is negated.

    Not to believe, predict or plan something is to deny it, and not to doubt it to affirm it; not to say or not to deny it leaves it open.
    """
    if entry.act == "believes" and entry.stance == "denies":
        return replace(entry, stance="affirms", certainty="certain")
    if entry.act in ("believes", "predicts", "plans") and entry.stance == "affirms":
        return replace(entry, stance="denies")
    return replace(entry, stance="uncommitted", certainty="uncommitted")


def is_granted(text: str, draft: Draft) -> bool:
    """Whether a negated cue takes its content for granted, as in "did not realise that", unlike "I don't know that"."""
    own = draft.source is not None and FIRST_PERSON.match(text, *draft.source) is not None and PAST.search(text, *draft.cue) is None
    asked = ASKING.match(text, *draft.content) is not None
    return FACTIVE.search(text, *draft.cue) is not None and not own and not asked and draft.rule.endswith("clause")


def attribution(text: str, draft: Draft, parent: int | None) -> Attribution:
    """Return a draft as an attribution with the words of its spans. `parent` is the position of the enclosing attribution."""
    by_nobody = draft.source is not None and NOBODY.match(text, *draft.source) is not None
    entry = negated(draft.entry) if by_nobody != (NEGATED.search(text, *draft.cue) is not None) else draft.entry
    if entry.stance == "denies" and ASKING.match(text, *draft.content):  # who does not know why they left denies nothing
        entry = replace(entry, stance="uncommitted", certainty="uncommitted")
    if DOUBTLESS.search(text, max(draft.cue[0] - 12, 0), draft.cue[1]):
        entry = Entry(entry.act if entry.kind != "question" else "asserts")
    if entry.stance == "denies" and text[draft.cue[0] : draft.cue[0] + 7] == "not to " and PLAIN.search(text, 0, draft.cue[0]):
        entry = replace(draft.entry, certainty="probable")
    source = Span.of(text, *draft.source) if draft.source else None
    if entry.stance == "denies" and entry.act == "believes" and is_granted(text, draft):
        entry, source = Entry("believes"), None  # whoever does not know that they left leaves it to the writer to know
    cue = Span.of(text, *draft.cue) if draft.cue[0] < draft.cue[1] else None
    content = Span.of(text, *draft.content)
    return Attribution(content, source, cue, draft.rule, entry.act, entry.stance, entry.certainty, parent, entry.kind)
