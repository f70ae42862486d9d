"""The type of a proposal: a claim that a text may make."""

from __future__ import annotations

from dataclasses import dataclass, field

from kb.propose.events.occurrences import Occurrence
from kb.propose.grounding import Grounded
from kb.propose.parts import Attribution, Date, Match, Mention, Quantity


@dataclass(frozen=True, slots=True)
class Proposal:
    """A claim that the text may make, with the dates, quantities and names in its words.

    `parent` is the position, in the list of proposals, of the one that reports it; `within` that of the one whose words hold this
    further statement. `speaker_kind` is the kind of the speaker's mention. `statement` is what it says as subject, predicate and object, None where no clause was read. `events` are
    all that its words tell of, whether or not they have names.
    """

    id: str
    attribution: Attribution
    confidence: float
    speaker: Match | None
    parent: int | None = None
    dates: tuple[Date, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    notes: tuple[str, ...] = field(default=())
    within: int | None = None
    statement: Grounded | None = None
    speaker_kind: str | None = None
    events: tuple[Occurrence, ...] = ()
