"""Types of statements and their parts. Offsets are code points of the text that was read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Relation:
    """What a statement says of its subject, as in "was elected in". `start` and `end` enclose its words, None where no word states it."""

    text: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Argument:
    """A stretch of the text that takes part in a statement, `text` exactly as it stands there.

    `role` is subject, object, content, place, time, instrument, agent, recipient or other. `resolved` is what the words stand for, in
    words, and `entity_id` the entity of a base; both are None where that is not known.
    """

    text: str
    start: int
    end: int
    role: str
    resolved: str | None = None
    entity_id: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One clause as subject, relation and arguments, with how it is meant.

    `place` is the offset of its verb, or of its noun where there is none. `rule` is the construction it was read from and `confidence` how often that construction was right (0 to 1). `kind` and
    `certainty` are words of the vocabulary. `condition` is the stretch that states under what condition it holds. `holder` is who is credited
    with it. `claim` is its
    wording as a sentence of its own.
    """

    place: int
    rule: str
    confidence: float
    subject: Argument | None
    relation: Relation
    object: Argument | None = None
    arguments: tuple[Argument, ...] = ()
    negated: bool = False
    kind: str = "factual"
    certainty: str = "certain"
    condition: Argument | None = None
    holder: Argument | None = None
    claim: str = ""
    predicate_id: str | None = None
    event: str | None = None
