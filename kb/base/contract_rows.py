"""The rows of the views that readers may rely on, as typed dictionaries: one class for each view, with its columns in order.

A test compares the keys of each class with the columns of its view in `schema/views.sql`, and its types with the values of real rows.
Offsets are in code points from 0, ends exclusive.
"""

from __future__ import annotations

from typing import TypedDict


class ClaimSheetRow(TypedDict):
    """A row of `claim_sheet`, which is one assertion with the names of everything that it refers to."""

    claim: str
    stance: str
    speaker: str
    quote: str
    source: str
    published: str | None
    certainty: str
    kind: str
    act: str
    via: str
    level: int
    innermost: int
    section: str
    status: str
    counted: int
    subject: str | None
    object: str | None
    comparison: str | None
    value: int | float | None
    minimum: int | float | None
    maximum: int | float | None
    unit: str | None
    measure: str | None
    verbatim: str | None
    about_time: str | None
    about_earliest: str | None
    about_latest: str | None
    event: str | None
    source_title: str
    speaker_anonymity: str
    derivation: str
    cue: str | None
    start_char: int
    end_char: int
    claim_id: str
    assertion_id: str
    speaker_id: str
    source_id: str
    subject_id: str | None
    predicate_id: str | None
    object_id: str | None
    event_id: str | None
    work_id: str | None
    claim_rowid: int


class EntityClaimRow(TypedDict):
    """A row of `entity_claims`, which is the part that an entity has in a claim, for one assertion of that claim."""

    entity_id: str
    part: str
    claim_id: str
    assertion_id: str


class ReachRow(TypedDict):
    """A row of `reach`, which is one way in which an entity is reached from another; `path` is None for the entity itself."""

    entity_id: str
    reached_id: str
    reach: str
    path: str | None
    length: int


class WhoSaysWhatRow(TypedDict):
    """A row of `who_says_what`, which is one assertion that commits its speaker, or the innermost where nobody commits."""

    speaker_id: str
    speaker: str
    speaker_anonymity: str
    claim_id: str
    claim: str
    stance: str
    certainty: str
    act: str
    source_id: str
    level: int
    quote: str
    start_char: int
    subject_id: str | None
    assertion_id: str


class TimelineRow(TypedDict):
    """A row of `timeline`, which is one event; `earliest` and `latest` are ISO days, None where a bound is unknown."""

    event_id: str
    event: str
    kind: str
    actuality: str
    date: str | None
    earliest: str | None
    latest: str | None
    date_basis: str | None
    place_id: str | None
    place: str | None
    participants: str | None
    sources: int
    claims: int
    position: str
    ordered_by: str | None
    orders: str | None


class SourceMatrixRow(TypedDict):
    """A row of `source_matrix`, which is one claim and one source with a text that speaks of it."""

    claim_id: str
    claim: str
    source_id: str
    source: str
    stance: str
    voices: str | None


class ComparisonRow(TypedDict):
    """A row of `comparisons`, `agreements` or `disagreements`, which is a pair of claims (or one claim with two voices) and one speaker of each."""

    kind: str
    claim_a_id: str
    claim_a: str
    subject_a_id: str | None
    speaker_a_id: str
    speaker_a: str
    stance_a: str
    source_a_id: str
    quote_a: str
    claim_b_id: str
    claim_b: str
    subject_b_id: str | None
    speaker_b_id: str
    speaker_b: str
    stance_b: str
    source_b_id: str
    quote_b: str
    relation: str | None
    direction: str
    comparable: str | None
    finding: str | None
    rationale: str | None
    relation_id: str | None


class CorroborationRow(TypedDict):
    """A row of `corroboration`, which is one claim with the number of its sources and of the speakers who commit themselves to it."""

    claim_id: str
    claim: str
    sources: int
    innermost_speakers: int
    affirming_sources: int
    affirming_speakers: int
    denying_sources: int
    denying_speakers: int
    shared_origins: str | None
    origins: int


class CoverageRow(TypedDict):
    """A row of `coverage`, which is one sentence of the current snapshot of a source."""

    source_id: str
    section: str
    position: int
    sentence: str
    claims: int
    no_claim_reason: str | None
    section_id: str
    sentence_id: str
    start_char: int
    end_char: int


class EntityCountsRow(TypedDict):
    """A row of `entity_counts`, which is one actor, thing, event or source with its numbers of claims."""

    entity_id: str
    claims_about: int
    sources_about: int
    claims_by: int
    claims_in: int


class ActorSheetRow(TypedDict):
    """A row of `actor_sheet`, which is one actor with its other names and how often it speaks and is mentioned."""

    actor_id: str
    actor: str
    kind: str
    anonymity: str
    names: str | None
    claims_about: int
    claims_by: int
    events: int
    sources: int


# The class of each view's rows.
ROW_TYPES: dict[str, type] = {
    "claim_sheet": ClaimSheetRow,
    "entity_claims": EntityClaimRow,
    "reach": ReachRow,
    "who_says_what": WhoSaysWhatRow,
    "timeline": TimelineRow,
    "source_matrix": SourceMatrixRow,
    "comparisons": ComparisonRow,
    "disagreements": ComparisonRow,
    "agreements": ComparisonRow,
    "corroboration": CorroborationRow,
    "coverage": CoverageRow,
    "entity_counts": EntityCountsRow,
    "actor_sheet": ActorSheetRow,
}
