"""The drafts of a paragraph put in order: one of several for the same words, and which stands inside which."""

from __future__ import annotations

from collections.abc import Sequence

from kb.propose.attribution.draft import Draft
from kb.propose.attribution.spans import Stretch

OWN, SCARE = "author", "scare-quote"
"""The rules of what nobody is credited with, and of the words in it that the author keeps at a distance: all that such a claim holds."""


def one_each(drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts in the order of the text; of two with the same cue word, or the same content, the earlier rule counts."""
    kept: list[Draft] = []
    cues: set[int] = set()
    contents: set[tuple[int, int]] = set()
    for draft in drafts:
        if (draft.at in cues and draft.at >= 0) or draft.content in contents:
            continue
        cues.add(draft.at)
        contents.add(draft.content)
        kept.append(draft)
    return kept


def order(draft: Draft) -> tuple[int, int, tuple[int, int]]:
    """In the order of the text, what holds before what is held."""
    return draft.content[0], -draft.content[1], draft.cue


def parents(drafts: Sequence[Draft]) -> list[int | None]:
    """For drafts in order, for each the place of the smallest before it whose content holds its cue and its content, or None."""
    found: list[int | None] = []
    open_ones: list[int] = []
    for place, draft in enumerate(drafts):
        open_ones = [number for number in open_ones if drafts[number].content[1] >= draft.content[1]] + [place]
        around = [number for number in open_ones[:-1] if holds(drafts[number], draft)]
        found.append(around[-1] if around else None)
    return found


def holds(outer: Draft, inner: Draft) -> bool:
    """Whether the inner draft's cue and content lie in the outer one's content; of two with one content, the one with the earlier cue holds."""
    if outer.rule in (OWN, SCARE):
        return outer.rule == OWN and inner.rule == SCARE and within(inner.content, outer.content)
    if outer.content == inner.content:
        return outer.cue < inner.cue
    if not any(within(inner.content, part) and within(inner.cue, part) for part in outer.quoted or [outer.content]):
        return False
    return not within(outer.cue, inner.content)


def within(inner: Stretch, outer: Stretch) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]
