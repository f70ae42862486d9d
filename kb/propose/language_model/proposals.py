"""Combine each checked answer of a language model with the dates, quantities and names in its words into a proposal."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from kb.propose import assembly
from kb.propose.language_model.answers import Answer
from kb.propose.proposal import Proposal


def proposals(text: str, answers: Sequence[Answer], reading: assembly.Reading) -> list[Proposal]:
    """Return a proposal for each answer. Further statements of the same words and voice follow the first, and are `within` it."""
    parts = assembly.Parts.of(text, reading, None)
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    listed: list[Proposal] = []
    places: dict[str, int] = {}
    for answer in answers:
        own = assembly.proposal_id(digest, answer.attribution)
        if own in places and answer.grounded is not None:
            content = answer.attribution.content
            found = assembly.further(parts, digest, answer.attribution, content, answer.grounded, places[own], None)
        else:
            places[own] = len(listed)
            found = parts.proposal(digest, answer.attribution, answer.grounded, None)
        listed += assembly.by_figure(text, found, places[own])
    return listed
