"""Types of what is found in a text. All offsets are code points of the text that was read, and `text[start:end]` is the span's text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the text with its characters."""

    start: int
    end: int
    text: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """Return the span of text[start:end]."""
        return cls(start, end, text[start:end])


@dataclass(frozen=True, slots=True)
class Written:
    """When a text was published (EDTF, None where that is not known), and in which language it is (BCP 47)."""

    published: str | None
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Attribution:
    """A content that the text credits to a source by a cue, with the rule that found it.

    `source` is None where the text names nobody, `cue` None for the author's own words. `parent` is the position, in the same list, of
    the attribution whose content encloses this one, None where no other does. `act`, `stance` and `certainty` are words of the
    vocabulary (assertions.act and so on).
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
    """An entity that a name in the text may stand for, and why. `entity_id` is None for an entity that is not in the base."""

    entity_id: str | None
    label: str
    why: str
    sense: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text, its kind (person, organisation, place, group, event or other), and its matches, the likeliest first."""

    span: Span
    kind: str
    matches: tuple[Match, ...] = ()


@dataclass(frozen=True, slots=True)
class Date:
    """An expression of time, its EDTF value (None where it has none), and the basis that the value was counted from, in words.

    `timex` is its value in TimeML's TIMEX3 (P2Y, 2021-W18, PRESENT_REF), which unlike EDTF also covers durations, repeated and vague
    times; the labelled corpora use it, so it is what is measured. A range is one Date whose `parts` are its two ends.
    """

    span: Span
    edtf: str | None
    basis: str
    timex: str = ""
    parts: tuple[Date, ...] = ()


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in the text with the columns of the table quantities: comparison, value or bounds, unit, and what is counted."""

    span: Span
    comparison: str
    value: str | None
    minimum: str | None
    maximum: str | None
    unit: str | None
    measure: str | None
