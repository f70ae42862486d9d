"""Drafts of attributions, as the rules find them in a paragraph: their stretches of text, their order, and which encloses which."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from kb.propose.attribution.lexicon import Entry
from kb.propose.attribution.quotes import Quote
from kb.propose.attribution.tree import Tree, Word

Stretch = tuple[int, int]
"""Start and end in code points of the paragraph."""

EDGES = " \t\u00a0\u2003,;:.–—-"


def extent(tree: Tree, first: int, last: int, quotes: Sequence[Quote] = ()) -> Stretch:
    """Return the stretch from one word to another, trimmed, and widened to whole quotations that it cuts, or (0, 0) when out of order."""
    if not 0 <= first <= last < len(tree.words):
        return 0, 0
    return tidy(tree.text, tree.words[first].start, tree.words[last].end, quotes)


def tidy(text: str, start: int, end: int, quotes: Sequence[Quote] = ()) -> Stretch:
    """Return the stretch without white space and punctuation at its edges, and without half a pair of quotation marks there."""
    for quote in quotes:
        marks = quote.start < start < quote.end, quote.start < end < quote.end
        if marks == (False, True) and (quote.closed or len(text[end : quote.end].strip(EDGES + "?!…")) <= 2):
            end = quote.end
        elif marks == (True, False) and len(text[quote.start : start].strip()) <= 2:
            start = quote.start
    quoted = {quote.start for quote in quotes}
    while start < end and text[start] in EDGES + ")?!”":
        start += 1
    while start < end and text[end - 1] in EDGES + "(“":
        end -= 1
    if start < end and text[end - 1] in "\"'" and end - 1 in quoted:
        end -= 1
    return start, end


SHORTENED = re.compile(r".*\b(?:[JS]r|Inc|Ltd|Corp|Co)\.$", re.DOTALL)  # a name with a full stop of its own


def noun_phrase(tree: Tree, noun: Word) -> Stretch:
    """Return the stretch of a noun phrase, without relative clauses and insertions between dashes after the noun."""
    last = noun.right
    for kid in noun.kids:
        if kid.i > noun.i and kid.dep in ("relcl", "acl", "parataxis", "ccomp", "advcl", "punct", "appos") and kid.left <= last:
            closing = kid.dep == "punct" and kid.text not in (",", "-", "—", "–", "(", ":")
            if not closing and not (kid.dep == "appos" and kid.right - kid.left < 12):
                if kid.dep == "punct" and any(
                    other.dep in ("appos", "conj") and other.i > kid.i and other.right - other.left < 12 for other in noun.kids
                ):
                    continue
                last = min(last, kid.left - 1)
    start, end = tidy(tree.text, tree.words[noun.left].start, tree.words[max(last, noun.i)].end)
    return start, end + (SHORTENED.match(tree.text[start : end + 1]) is not None)


@dataclass(slots=True)
class Draft:
    """An attribution as one rule finds it, with stretches in code points of the paragraph, later of the whole text.

    `source` is None where nobody is named. `at` identifies the cue: the position of its head word, or a negative number where the cue
    is no verb. `quoted` are the quotations of direct speech whose content runs over the cue between them; only what lies in one of
    these is inside the content.
    """

    rule: str
    content: Stretch
    source: Stretch | None
    cue: Stretch
    entry: Entry
    at: int
    quoted: list[Stretch] = field(default_factory=list)


OWN, SCARE = "author", "scare-quote"
"""The rules of the author's own claims, and of the scare quotes in them, which are all that such a claim encloses."""


def deduplicated(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts without those whose cue word or content an earlier draft has, so that the order of the rules decides."""
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
    """Return the sort key that puts drafts in the order of the text, an enclosing one before those it encloses."""
    return draft.content[0], -draft.content[1], draft.cue


def parents(drafts: Sequence[Draft]) -> list[int | None]:
    """Return, for each of the sorted drafts, the position of the smallest draft that encloses it, or None."""
    enclosing: list[int | None] = []
    unfinished: list[int] = []
    for place, draft in enumerate(drafts):
        unfinished = [number for number in unfinished if drafts[number].content[1] >= draft.content[1]] + [place]
        around = [number for number in unfinished[:-1] if holds(drafts[number], draft)]
        enclosing.append(around[-1] if around else None)
    return enclosing


def holds(outer: Draft, inner: Draft) -> bool:
    """Whether the inner draft's cue and content lie in the outer one's content. Of two with the same content the earlier cue is outer."""
    if outer.rule in (OWN, SCARE):
        return outer.rule == OWN and inner.rule == SCARE and within(inner.content, outer.content)
    if outer.content == inner.content:
        return outer.cue < inner.cue
    if not any(within(inner.content, part) and within(inner.cue, part) for part in outer.quoted or [outer.content]):
        return False
    return not within(outer.cue, inner.content)


def within(inner: Stretch, outer: Stretch) -> bool:
    """Whether the inner stretch lies wholly in the outer one."""
    return outer[0] <= inner[0] and inner[1] <= outer[1]
