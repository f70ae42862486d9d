"""Leave out what repeats a part of another proposal: a noun phrase somebody is credited with, where a whole statement says who does what with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kb.base.words import Stance
from kb.propose.attribution.drafts import OWN, SCARE
from kb.propose.owners import extent
from kb.propose.parts import Attribution
from kb.propose.proposal import Proposal

MARKS = ('"', "“", "”", "''", "``")


def left_out(listed: Sequence[Proposal]) -> list[Proposal]:
    """Return the proposals without the fragments, in their order, with the numbers of those that they stand in made anew."""
    listed = without_twins(listed)
    stretches = [extent(one.statement.statement) for one in listed if one.statement is not None]
    cues = [one.attribution.cue.start for one in listed if one.attribution.cue is not None and one.statement is not None]
    kept: list[int] = []
    judging: list[Attribution] = []
    needed = set[int | None]()
    for place, one in reversed(list(enumerate(listed))):  # what stands in another one comes after it
        if place in needed or not (is_fragment(one, stretches) or only_says_who(one, cues)):
            kept.append(place)
            needed |= {one.parent, one.within}
        else:
            judging.append(one.attribution)
    kept.reverse()
    return [judged(one, judging) for one in renumbered(listed, kept)]


def renumbered(listed: Sequence[Proposal], kept: Sequence[int]) -> list[Proposal]:
    """Return the proposals at some places, with the numbers of those that they stand in made anew."""
    now = {before: after for after, before in enumerate(kept)}
    return [
        replace(
            listed[place],
            parent=None if (parent := listed[place].parent) is None else now[parent],
            within=None if (within := listed[place].within) is None else now[within],
        )
        for place in kept
    ]


def only_says_who(one: Proposal, cues: Sequence[int]) -> bool:
    """Whether a sentence of the author has no statement and tells who says what another proposal has: "“I left,” Holm told the clerks"."""
    content = one.attribution.content
    return one.statement is None and one.attribution.rule == OWN and any(content.start <= cue < content.end for cue in cues)


def without_twins(listed: Sequence[Proposal]) -> Sequence[Proposal]:
    """Return the proposals without those that repeat one of the same words, voice and wording, unless others stand in them."""
    needed = {place for one in listed for place in (one.parent, one.within) if place is not None}
    seen: set[tuple[object, ...]] = set()
    kept = []
    for place, one in enumerate(listed):
        said = one.attribution
        key = (
            (one.statement.statement.claim, extent(one.statement.statement), said.source, said.cue, said.stance)
            if one.statement
            else (place,)
        )
        kept.append(key not in seen or place in needed)
        seen.add(key)
    return listed if all(kept) else renumbered(listed, [place for place, stays in enumerate(kept) if stays])


def judged(one: Proposal, fragments: Sequence[Attribution]) -> Proposal:
    """Return a proposal with the kind of the fragment whose verb it has: "critics attacked the plan" tells how they judge it."""
    relation = one.statement.statement.relation if one.statement is not None else None
    if relation is None or relation.start is None or relation.end is None or one.attribution.cue is not None:
        return one
    kind = next(
        (
            each.kind
            for each in fragments
            if is_judgement(each) and each.cue and relation.start <= each.cue.start < relation.end and not each.cue.text.startswith("to ")
        ),
        None,
    )  # who "voted to support" a plan did vote
    return replace(one, attribution=replace(one.attribution, kind=kind)) if kind is not None else one


def is_judgement(one: Attribution) -> bool:
    """Whether somebody is committed to more than a fact."""
    return Stance.UNCOMMITTED not in (one.stance, one.certainty) and one.kind not in ("factual", "causal")


def is_fragment(one: Proposal, stretches: Sequence[tuple[int, int]]) -> bool:
    """Whether a proposal has no statement and a statement of another one holds its cue and its words; a quotation of somebody's words is none."""
    attribution = one.attribution
    content, cue = attribution.content, attribution.cue
    if one.statement is not None or (attribution.rule != SCARE and content.text.startswith(MARKS)):
        return False
    if cue is not None and attribution.rule != SCARE:  # the statement may leave out what the content adds: "the plan, which failed"
        return any(first <= min(content.start, cue.start) and max(content.start, cue.end) < last for first, last in stretches)
    return any(first <= content.start and content.end <= last for first, last in stretches)
