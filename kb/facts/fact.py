"""The types of a fact: Fact and Voice as it is entered, Plan with its rows, Added once it is recorded."""

from __future__ import annotations

from dataclasses import dataclass, field

from kb.base.model import Row
from kb.base.words import Act, Certainty, Derivation, Stance, Status


@dataclass(frozen=True)
class Voice:
    """A speaker who holds a claim, and how: act, stance, certainty, cue. None stands for the default of `with_defaults`."""

    speaker: str | None = None
    work: str | None = None
    act: str | None = None
    stance: str | None = None
    certainty: str | None = None
    cue: str | None = None
    cue_quote: str | None = None
    derivation: str | None = None
    said: str | None = None

    def with_defaults(self, *, reporting: bool, speaker: str | None = None) -> Voice:
        """Return the voice with defaults for what is None: who reports somebody else commits to nothing, everybody else affirms."""
        return Voice(
            self.speaker or speaker,
            self.work,
            self.act or (Act.REPORTS if reporting else Act.ASSERTS),
            self.stance or (Stance.UNCOMMITTED if reporting else Stance.AFFIRMS),
            self.certainty or (Certainty.UNCOMMITTED if reporting else Certainty.CERTAIN),
            self.cue,
            self.cue_quote,
            self.derivation or Derivation.EXPLICIT,
            self.said,
        )


@dataclass(frozen=True)
class Fact:
    """A claim with the quote that carries it, asserted by the author of the quote and perhaps by speakers whom the author reports.

    `author` is level 0, and `voices` are the levels below, outermost first; `speakers` stand side by side and share the last voice.
    `claim_id` names a recorded claim (then `text` may be left out) or is the id of a new one. `at` is the (start, end) of the quote in
    the current text of the source, in code points, end exclusive: it is verified, not searched, and `quote` may then be left out.
    """

    source: str
    quote: str = ""
    text: str | None = None
    claim_id: str | None = None
    assertion_id: str | None = None
    at: tuple[int, int] | None = None
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
    status: str = Status.RECORDED
    author: Voice = field(default_factory=Voice)
    voices: tuple[Voice, ...] = ()
    speakers: tuple[str, ...] = ()
    quantity: Row | None = None
    roles: tuple[Row, ...] = ()


@dataclass
class Plan:
    """The rows of a fact before they are written, with notes for people.

    `claim` is None where a recorded claim is only named; `claim_recorded` and `assertions_recorded` say which rows the base has.
    """

    passage: Row
    claim: Row | None
    assertions: list[Row]
    claim_id: str
    claim_recorded: bool = False
    assertions_recorded: set[str] = field(default_factory=set)
    quantity: Row | None = None
    participations: list[Row] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Added:
    """The ids of a recorded fact, the span of its quote (code points, end exclusive), what is new, and its assertions, outermost first."""

    assertion_id: str
    claim_id: str
    passage_id: str
    start: int
    end: int
    exact: str
    new_claim: bool
    new_assertion: bool
    notes: tuple[str, ...] = ()
    assertions: tuple[Row, ...] = ()
    retracted: tuple[str, ...] = ()  # assertions that were there already, and are retracted
