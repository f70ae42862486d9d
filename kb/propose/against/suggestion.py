"""The type of a suggested relation between a proposed claim and one of the base."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A relation that a proposed claim may have to a claim of the base, for a person to decide on.

    `relation` is a word of relations.relation, or "duplicate"; `why` is the reason in words, `score` how sure the rule is (0 to 1).
    """

    claim_id: str
    relation: str
    rule: str
    why: str
    score: float
