"""The queue of proposals: record new ones, and list those that await a decision. Offsets are code points of the snapshot's text."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from kb.base.model import Row
from kb.base.rows import parents_first
from kb.base.runs import Run
from kb.base.words import ProposalStatus, Stance
from kb.errors import UsageError, actions
from kb.propose import hedges, json_lines
from kb.propose.grounding.entities import of_match
from kb.propose.parts import Match
from kb.propose.proposal import Proposal
from kb.review.report import confidence_here, of_rules

SURE = 0.7  # confidence from which on words without a clause that was read are proposed all the same
QUOTED = re.compile(r"[\"“”‘’«»„]")
OPEN = (ProposalStatus.WAITING, ProposalStatus.LATER)
# Whoever says “we will not stop” affirms these words, and denies only the positive claim, which a person has to word.
NEGATED = "the words hold a negation: where somebody could affirm it, put the claim in the positive and the stance to denies"
COLUMNS = (
    "proposals.id, proposals.snapshot_id, snapshots.source_id, proposals.parent_id, proposals.start_char, proposals.end_char, proposals.exact,"
    " proposals.speaker, proposals.speaker_start_char, proposals.speaker_end_char, proposals.speaker_id, proposals.cue, proposals.cue_start_char,"
    " proposals.cue_end_char, proposals.kind, proposals.act, proposals.stance, proposals.certainty, proposals.rule, proposals.confidence,"
    " proposals.found, proposals.status, proposals.assertion_id"
)


@dataclass(frozen=True)
class Waiting:
    """A row of `proposals` with its source. `found` holds the names, dates and numbers in its words, with their reasons."""

    id: str
    snapshot_id: str
    source_id: str
    parent_id: str | None
    start_char: int
    end_char: int
    exact: str
    speaker: str | None
    speaker_start_char: int | None
    speaker_end_char: int | None
    speaker_id: str | None
    cue: str | None
    cue_start_char: int | None
    cue_end_char: int | None
    kind: str
    act: str
    stance: str
    certainty: str
    rule: str
    confidence: float
    found: dict[str, Any] = field(default_factory=dict)
    status: str = ProposalStatus.WAITING
    assertion_id: str | None = None

    @property
    def attributed(self) -> bool:
        """Whether the text attributes the words to somebody, named or not."""
        return self.speaker is not None or self.cue is not None or self.parent_id is not None


@dataclass(frozen=True)
class ProposalFilter:
    """Which proposals to list: of one source, kind or rule where these are given, and with one of the statuses."""

    source: str | None = None
    kind: str | None = None
    rule: str | None = None
    statuses: tuple[str, ...] = OPEN


ALL_OPEN = ProposalFilter()


def record(run: Run, snapshot_id: str, proposals: list[Proposal], *, fragments: bool = True) -> tuple[int, int]:
    """Put the proposals for a snapshot into the queue, in the open run, and return (number of new ones, number of known ones).

    Without `fragments`, words that state nothing are left out, unless they report another proposal.
    """
    tallies = of_rules(run.connection)
    reporting = {proposal.parent for proposal in proposals}
    whole = [proposal for number, proposal in enumerate(proposals) if fragments or number in reporting or not is_fragment(proposal)]
    rows = [row_of(snapshot_id, proposal, proposals) for proposal in whole]
    new = 0
    for row in parents_first(rows, "parent_id"):
        row["confidence"] = confidence_here(row["confidence"], tallies.get(row["rule"]))
        row["speaker_id"] = actor_or_none(run.connection, row["speaker_id"])
        new += run.put("proposals", row)
    return new, len(rows) - new


def actor_or_none(connection: sqlite3.Connection, entity_id: str | None) -> str | None:
    """Return the id of an actor, or None for a thing such as a report, which the text may credit but which cannot speak."""
    row = connection.execute("SELECT id FROM actors WHERE id = ?", (entity_id,)).fetchone()
    return row[0] if row else None


def is_fragment(proposal: Proposal) -> bool:
    """Whether a proposal states nothing: words without a clause that nobody quotes, such as "the committee" after "defended"."""
    words = proposal.attribution.content.text
    return proposal.statement is None and proposal.confidence < SURE and not QUOTED.search(words)


def row_of(snapshot_id: str, proposal: Proposal, proposals: list[Proposal]) -> Row:
    """Return the row of a proposal. `proposal.parent` is an index into `proposals`."""
    attribution = proposal.attribution
    printed = json_lines.record(proposal)
    found = {key: printed[key] for key in ("dates", "quantities", "mentions", "statement") if printed[key]}
    if proposal.within is not None:
        found["within"] = proposals[proposal.within].id
    if proposal.speaker is not None:
        found["speaker"] = speaker_of(proposal.speaker, proposal.speaker_kind or "other")
    worded = proposal.statement is not None  # its claim is in the positive already, so that the stance carries the denial
    negated = not worded and attribution.stance == Stance.DENIES and hedges.read(attribution.content.text).stance == Stance.DENIES
    notes = [*proposal.notes, *([NEGATED] if negated else [])]
    if notes:
        found["notes"] = notes
    row: Row = {"id": proposal.id, "snapshot_id": snapshot_id}
    row["parent_id"] = None if proposal.parent is None else proposals[proposal.parent].id
    content = attribution.content
    row |= {"start_char": content.start, "end_char": content.end, "exact": content.text}
    for name, span in (("speaker", attribution.source), ("cue", attribution.cue)):
        if span is not None:
            row |= {name: span.text, f"{name}_start_char": span.start, f"{name}_end_char": span.end}
    row["speaker_id"] = proposal.speaker.entity_id if proposal.speaker else None
    row |= {
        "kind": attribution.kind,
        "act": attribution.act,
        "stance": Stance.AFFIRMS if negated else attribution.stance,
        "certainty": attribution.certainty,
        "rule": attribution.rule,
    }
    return row | {"confidence": proposal.confidence, "found": json.dumps(found, ensure_ascii=False, sort_keys=True)}


def speaker_of(match: Match, kind: str) -> dict[str, Any]:
    """Return what the queue keeps of a speaker: what the name stands for and why, and the actor that it would be where it is new."""
    entity = of_match(match, kind)
    actor = {"new": entity.new, "table": "actor", "id": entity.id, "kind": entity.kind if entity.table == "actor" else "other"}
    return {"label": match.label, "why": match.why, "sense": match.sense, **(actor if entity.new else {"new": False})}


def waiting_of(rows: Iterable[Any]) -> list[Waiting]:
    """Return the proposals of rows with COLUMNS."""
    names = tuple(Waiting.__dataclass_fields__)
    proposals = []
    for row in rows:
        values = dict(zip(names, tuple(row), strict=True))
        proposals.append(Waiting(**values | {"found": json.loads(values["found"])}))
    return proposals


def find(connection: sqlite3.Connection, proposal_id: str) -> Waiting:
    """Return the proposal with this id. Raises UsageError where there is none."""
    sql = f"SELECT {COLUMNS} FROM proposals JOIN snapshots ON snapshots.id = snapshot_id WHERE proposals.id = ?"
    matches = waiting_of(connection.execute(sql, (proposal_id,)).fetchall())
    if not matches:
        raise UsageError(f"there is no proposal {proposal_id!r}", remedy=actions.list_proposals())
    return matches[0]


def listed(connection: sqlite3.Connection, chosen: ProposalFilter = ALL_OPEN, *, by_place: bool = False, limit: int = -1) -> list[Waiting]:
    """Return the proposals that a filter chooses, the surest first or in the order of the text, those that were put off last.

    A negative `limit` means no limit.
    """
    marks = ", ".join("?" * len(chosen.statuses))
    conditions, values = [f"proposals.status IN ({marks})"], list[object](chosen.statuses)
    for column, value in (("snapshots.source_id", chosen.source), ("proposals.kind", chosen.kind), ("proposals.rule", chosen.rule)):
        if value:
            conditions.append(f"{column} = ?")
            values.append(value)
    order = "proposals.start_char, proposals.end_char DESC" if by_place else "proposals.confidence DESC, proposals.start_char"
    sql = (
        f"SELECT {COLUMNS} FROM proposals JOIN snapshots ON snapshots.id = snapshot_id WHERE {' AND '.join(conditions)}"
        f" ORDER BY proposals.status = 'later', {order}, proposals.id LIMIT ?"
    )
    return waiting_of(connection.execute(sql, [*values, limit]).fetchall())


def progress(connection: sqlite3.Connection, source: str | None = None) -> dict[str, int]:
    """Return the number of proposals by status, of one source or of the whole base. Every status is a key."""
    counts = dict.fromkeys((status.value for status in ProposalStatus), 0)
    sql = "SELECT status, count(*) FROM proposals"
    if source:
        sql += " WHERE snapshot_id IN (SELECT id FROM snapshots WHERE source_id = :source)"
    return counts | dict(connection.execute(f"{sql} GROUP BY status", {"source": source} if source else {}).fetchall())
