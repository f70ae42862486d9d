"""Attributions put together with the dates, quantities and names inside them: a proposal each."""

from __future__ import annotations

import bisect
import hashlib
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Generic, TypeVar

from kb import ids
from kb.propose import actors, dates, events, hedges, numbers
from kb.propose.hedges import Hedge
from kb.propose.precision import of_rule
from kb.propose.types import Attribution, Date, Match, Mention, Proposal, Quantity, Span

if TYPE_CHECKING:
    from kb.lookup import Lookup
    from kb.propose.attribution import Parsed

Found = TypeVar("Found", Date, Quantity, Mention)
SURENESS = ("certain", "probable", "possible", "uncommitted")
PLAIN = "statement"
"""The kind of an attribution whose cue says nothing of it: the words of the content decide."""


def proposals(text: str, found: Sequence[Attribution], docs: Parsed | None, lookup: Lookup | None, anchor: str | None) -> list[Proposal]:
    """A proposal for each attribution, in their order; everything is found once in the whole text and dealt out by place."""
    timed = dates.find(text, anchor)
    counted, named = Inside(numbers.find(text, timed)), Inside(actors.find(text, docs, lookup))
    happened = Inside(events.find(text, lookup))
    dated = Inside(timed)
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return [
        Proposal(
            id=proposal_id(digest, one),
            attribution=combined(one, hedges.read(one.content.text)),
            confidence=of_rule(one.rule).precision,
            speaker=speaker(one.source, named),
            parent=one.parent,
            dates=dated.of(one.content),
            quantities=counted.of(one.content),
            mentions=(*named.of(one.content), *happened.of(one.content)),
        )
        for one in found
    ]


class Inside(Generic[Found]):
    """What was found in a text, by place."""

    def __init__(self, found: Sequence[Found]) -> None:
        self.found: list[Found] = sorted(found, key=lambda one: (one.span.start, one.span.end))
        self.starts: list[int] = [one.span.start for one in self.found]

    def of(self, span: Span) -> tuple[Found, ...]:
        """What lies wholly within a span, in order."""
        first, last = bisect.bisect_left(self.starts, span.start), bisect.bisect_left(self.starts, span.end)
        return tuple(one for one in self.found[first:last] if one.span.end <= span.end)


def proposal_id(digest: str, one: Attribution) -> str:
    """The same text and the same places give the same id: the digest is that of the text (SHA-256 in hexadecimal)."""
    places = [place for span in (one.content, one.source, one.cue) for place in ((span.start, span.end) if span else (None, None))]
    return ids.mint("prp", digest, *places)


def combined(one: Attribution, hedge: Hedge) -> Attribution:
    """The attribution with what its content's own wording adds: kind where the cue gives none, a denial, the lesser certainty."""
    kind = hedge.kind if one.kind == PLAIN else one.kind
    stance = one.stance
    if stance == "affirms" and hedge.stance != "affirms":
        stance = hedge.stance
    return replace(one, kind=kind, stance=stance, certainty=max(one.certainty, hedge.certainty, key=SURENESS.index))


def speaker(source: Span | None, named: Inside[Mention]) -> Match | None:
    """What the speaker's name may stand for: the likeliest match of the first name in it. A pronoun is left to the reader."""
    if source is None:
        return None
    return next((mention.matches[0] for mention in named.of(source) if mention.matches), None)
