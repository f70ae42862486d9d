"""What a fact is before, while and after it is recorded."""

from __future__ import annotations

from dataclasses import dataclass, field

from kb.tables import Row


@dataclass(frozen=True)
class Voice:
    """One holder of a claim. What is None takes its default: see `settled`."""

    speaker: str | None = None
    work: str | None = None
    act: str | None = None
    stance: str | None = None
    certainty: str | None = None
    cue: str | None = None
    cue_quote: str | None = None
    derivation: str | None = None
    said: str | None = None

    def settled(self, *, reporting: bool, speaker: str | None = None) -> Voice:
        """With defaults: who reports somebody else commits to nothing, everybody else affirms what is said."""
        defaults = ("reports", "uncommitted", "uncommitted") if reporting else ("asserts", "affirms", "certain")
        act, stance, certainty = (
            given or default for given, default in zip((self.act, self.stance, self.certainty), defaults, strict=True)
        )
        derivation = self.derivation or "explicit"
        return Voice(self.speaker or speaker, self.work, act, stance, certainty, self.cue, self.cue_quote, derivation, self.said)


@dataclass(frozen=True)
class Fact:
    """One claim, said in one place, by the author of that place and perhaps by somebody he reports.

    `author` is level 0; `voices` are the levels below, outermost first; `last` are speakers side by side who share the last
    voice. `claim_id` names a claim that is there (then `text` may be left out) or the id a new one is to have.
    """

    source: str
    quote: str
    text: str | None = None
    claim_id: str | None = None
    assertion_id: str | None = None
    prefix: str = ""
    suffix: str = ""
    within: str = ""
    kind: str = "factual"
    subject: str | None = None
    predicate: str | None = None
    object: str | None = None
    object_text: str | None = None
    event: str | None = None
    place: str | None = None
    about: str | None = None
    status: str = "reviewed"
    author: Voice = field(default_factory=Voice)
    voices: tuple[Voice, ...] = ()
    speakers: tuple[str, ...] = ()
    quantity: Row | None = None
    roles: tuple[Row, ...] = ()
    new_claim: bool = True  # whether the fact may bring a claim that is not there yet


@dataclass
class Plan:
    """The rows that a fact means. Assertions stand outermost first."""

    passage: Row
    claim: Row | None
    assertions: list[Row]
    claim_id: str
    quantity: Row | None = None
    participations: list[Row] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Added:
    """What came of a fact: ids, where the words stand, and whether anything is new."""

    assertion_id: str
    claim_id: str
    passage_id: str
    start: int
    end: int
    exact: str
    new_claim: bool
    new_assertion: bool
    notes: tuple[str, ...] = ()
