"""Print proposals as JSON Lines. The keys of the objects are a contract for other programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from kb.propose.events.occurrences import Occurrence
from kb.propose.grounding import Entity, Grounded
from kb.propose.grounding.happening import Happening
from kb.propose.parts import Date, Mention, Quantity, Span
from kb.propose.proposal import Proposal
from kb.propose.statements import printing


def lines(proposals: Iterable[Proposal]) -> Iterator[str]:
    """Yield a line of JSON for each proposal, without its line end. `parent` and `within` are numbers of lines, from 0."""
    for proposal in proposals:
        yield json.dumps(record(proposal), ensure_ascii=False)


def record(proposal: Proposal) -> dict[str, Any]:
    """Return a proposal as a dict for JSON. `speaker` is null for the author and where nobody is named, `cue` for the author.

    Both are null for a further statement too, which is said as the line is that `within` names.
    """
    attribution = proposal.attribution
    speaker, own = None, proposal.within is None
    if attribution.source is not None and own:
        speaker = {**span(attribution.source), "entity_id": proposal.speaker.entity_id if proposal.speaker else None}
    return {
        "start_char": attribution.content.start,
        "end_char": attribution.content.end,
        "quote": attribution.content.text,
        "speaker": speaker,
        "cue": span(attribution.cue) if attribution.cue is not None and own else None,
        "parent": proposal.parent,
        "within": proposal.within,
        "kind": attribution.kind,
        "act": attribution.act,
        "stance": attribution.stance,
        "certainty": attribution.certainty,
        "rule": attribution.rule,
        "confidence": proposal.confidence,
        "dates": [date(item) for item in proposal.dates],
        "quantities": [quantity(item) for item in proposal.quantities],
        "mentions": [mention(item) for item in proposal.mentions],
        "events": [occurrence(item) for item in proposal.events],
        "notes": list(proposal.notes),
        "statement": None if proposal.statement is None else statement(proposal.statement),
    }


def statement(value: Grounded) -> dict[str, Any]:
    """Return a statement with what it is about in a base: the predicate, and the entities that it would make known."""
    predicate: dict[str, Any] | None = None
    if value.predicate is not None:
        predicate = {"id": value.predicate.id, "label": value.predicate.label, "why": value.predicate.why, "new": False}
    elif value.new is not None:
        predicate = {"id": value.new.id, "label": value.new.label, "description": value.new.description, "new": True}
    return {
        **printing.record(value.statement),
        "about": {
            "subject": entity(value.subject_entity),
            "predicate": predicate,
            "object": entity(value.object_entity),
            "object_text": value.object.text if value.object is not None else None,
            "place": entity(value.place),
            "event": event(value.event),
        },
    }


def event(value: Happening | None) -> dict[str, Any] | None:
    """Return the event that a statement tells of as a dict, with who takes part in it by this statement."""
    if value is None:
        return None
    parts = [{"role": part.role, "entity": entity(part.entity)} for part in value.parts]
    told = {"actuality": value.actuality, "date": value.date, "place": entity(value.place), "participants": parts}
    return {**(entity(value.entity) or {}), "table": "event", "kind": value.kind, **told}


def occurrence(value: Occurrence) -> dict[str, Any]:
    """Return an event that the words of a proposal tell of as a dict, with who or what takes part in it."""
    parts = [printing.argument(one) for one in value.participants]
    return {**span(value.span), "kind": value.kind, "actuality": value.actuality, "date": value.date, "participants": parts}


def entity(value: Entity | None) -> dict[str, Any] | None:
    """Return an entity of a statement as a dict. `kind` and `table` are those of a new one."""
    if value is None:
        return None
    return {"id": value.id, "label": value.label, "why": value.why, "new": value.new, "table": value.table, "kind": value.kind}


def span(value: Span) -> dict[str, Any]:
    """Return a span as a dict."""
    return {"start_char": value.start, "end_char": value.end, "text": value.text}


def date(value: Date) -> dict[str, Any]:
    """Return a date as a dict. `timex` and `parts` are left out."""
    return {**span(value.span), "edtf": value.edtf, "basis": value.basis}


def quantity(value: Quantity) -> dict[str, Any]:
    """Return a quantity as a dict."""
    names = ("comparison", "value", "minimum", "maximum", "unit", "measure")
    return {**span(value.span), **{name: getattr(value, name) for name in names}}


def mention(value: Mention) -> dict[str, Any]:
    """Return a mention as a dict with all of its matches."""
    matches = [{"entity_id": match.entity_id, "label": match.label, "why": match.why, "sense": match.sense} for match in value.matches]
    return {**span(value.span), "kind": value.kind, "matches": matches}
