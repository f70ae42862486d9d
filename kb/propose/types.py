"""What a proposal is made of. All offsets are code points of the one text that was read; `text[start:end]` is always the span's text."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the text."""

    start: int
    end: int
    text: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        return cls(start, end, text[start:end])


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody is credited with words: who (None where the text names nobody), by which cue, with what content, found by which rule.

    `parent` is the place, in the list this one stands in, of the attribution whose content holds this one; None for one that the
    document itself makes. `act`, `stance` and `certainty` are words of the vocabulary (assertions.act and so on).
    """

    content: Span
    source: Span | None
    cue: Span | None
    rule: str
    act: str
    stance: str = "affirms"
    certainty: str = "certain"
    parent: int | None = None
    kind: str = "statement"


@dataclass(frozen=True, slots=True)
class Match:
    """What a name in the text may stand for: an entity of the base, or nothing yet (`entity_id` None), and why."""

    entity_id: str | None
    label: str
    why: str
    sense: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text, its kind (person, organisation, place, group, event, other), and what it may stand for, the likeliest first."""

    span: Span
    kind: str
    matches: tuple[Match, ...] = ()


@dataclass(frozen=True, slots=True)
class Date:
    """An expression of time, its EDTF value (None where nothing can be said), and what it was counted from.

    `timex` is the same in the notation of TimeML's TIMEX3 (P2Y, 2021-W18, PRESENT_REF), which also has words for durations, repeated
    times and vague ones that EDTF has none for; the labelled corpora are written in it, so it is what is measured. A range is one
    Date whose `parts` are its two ends as the text names them.
    """

    span: Span
    edtf: str | None
    basis: str
    timex: str = ""
    parts: tuple[Date, ...] = ()


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in the text as the base holds one: comparison, value or bounds, unit, and what is counted."""

    span: Span
    comparison: str
    value: str | None
    minimum: str | None
    maximum: str | None
    unit: str | None
    measure: str | None


@dataclass(frozen=True, slots=True)
class Proposal:
    """One claim that the text may make, with whatever was found inside its words. `parent` is the place in the list of proposals."""

    id: str
    attribution: Attribution
    confidence: float
    speaker: Match | None
    parent: int | None = None
    dates: tuple[Date, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    notes: tuple[str, ...] = field(default=())
