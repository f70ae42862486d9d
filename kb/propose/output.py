"""Proposals as JSON Lines: one object a line, its keys a contract for other programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from kb.propose.types import Date, Mention, Proposal, Quantity, Span


def lines(proposals: Iterable[Proposal]) -> Iterator[str]:
    """One line for each proposal, without its line end; `parent` is a line's number from 0."""
    for proposal in proposals:
        yield json.dumps(record(proposal), ensure_ascii=False)


def record(proposal: Proposal) -> dict[str, Any]:
    """A proposal as plain values. `speaker` is null for the author and where nobody is named, `cue` for the author."""
    one = proposal.attribution
    speaker = None
    if one.source is not None:
        speaker = {**span(one.source), "entity_id": proposal.speaker.entity_id if proposal.speaker else None}
    return {
        "start_char": one.content.start,
        "end_char": one.content.end,
        "quote": one.content.text,
        "speaker": speaker,
        "cue": span(one.cue) if one.cue is not None else None,
        "parent": proposal.parent,
        "kind": one.kind,
        "act": one.act,
        "stance": one.stance,
        "certainty": one.certainty,
        "rule": one.rule,
        "confidence": proposal.confidence,
        "dates": [date(found) for found in proposal.dates],
        "quantities": [quantity(found) for found in proposal.quantities],
        "mentions": [mention(found) for found in proposal.mentions],
    }


def span(found: Span) -> dict[str, Any]:
    return {"start_char": found.start, "end_char": found.end, "text": found.text}


def date(found: Date) -> dict[str, Any]:
    return {**span(found.span), "edtf": found.edtf, "basis": found.basis}


def quantity(found: Quantity) -> dict[str, Any]:
    names = ("comparison", "value", "minimum", "maximum", "unit", "measure")
    return {**span(found.span), **{name: getattr(found, name) for name in names}}


def mention(found: Mention) -> dict[str, Any]:
    matches = [{"entity_id": one.entity_id, "label": one.label, "why": one.why, "sense": one.sense} for one in found.matches]
    return {**span(found.span), "kind": found.kind, "matches": matches}
