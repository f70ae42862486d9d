"""Leave out what repeats a part of another proposal: a noun phrase somebody is credited with, where a whole statement says who does what with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kb.base.words import Stance
from kb.propose.attribution.drafts import SCARE
from kb.propose.owners import extent
from kb.propose.proposal import Proposal

PHRASES = frozenset((SCARE, "object", "preposition", "noun-preposition", "adjective-preposition", "about"))
"""Rules whose content may be a noun phrase, of which nothing is claimed."""
MARKS = ('"', "“", "”", "''", "``")


def left_out(listed: Sequence[Proposal]) -> list[Proposal]:
    """Return the proposals without the fragments, in their order, with the numbers of those that they stand in made anew."""
    stretches = [extent(one.statement.statement) for one in listed if one.statement is not None]
    kept: list[int] = []
    needed = set[int | None]()
    for place, one in reversed(list(enumerate(listed))):  # what stands in another one comes after it
        if place in needed or not is_fragment(one, stretches):
            kept.append(place)
            needed |= {one.parent, one.within}
    kept.reverse()
    now = {before: after for after, before in enumerate(kept)}
    return [
        replace(
            listed[place],
            parent=None if (parent := listed[place].parent) is None else now[parent],
            within=None if (within := listed[place].within) is None else now[within],
        )
        for place in kept
    ]


def is_fragment(one: Proposal, stretches: Sequence[tuple[int, int]]) -> bool:
    """Whether a proposal has no statement and a statement of another one holds its cue and its words; a quotation of somebody's words is none."""
    attribution = one.attribution
    content, cue = attribution.content, attribution.cue
    free = content.text.lower().startswith(("what ", "whatever "))  # "knows what she saw"
    committed = Stance.UNCOMMITTED not in (attribution.stance, attribution.certainty)
    if committed and attribution.kind not in ("factual", "causal"):  # "critics attacked the plan" is how they judge it
        return False
    if one.statement is not None or not (free or attribution.rule in PHRASES):
        return False
    if attribution.rule != SCARE and any(mark in content.text for mark in MARKS):
        return False
    start, end = min(content.start, cue.start) if cue else content.start, max(content.end, cue.end) if cue else content.end
    return any(first <= start and end <= last for first, last in stretches)
