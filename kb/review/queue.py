"""The queue: record what was proposed once, and list what waits for a decision. All offsets are code points of the snapshot's text."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from kb import store
from kb.errors import UsageError
from kb.facts import put
from kb.propose import hedges, output
from kb.propose.types import Proposal
from kb.review.report import confidence_here, of_rules
from kb.tables import Row

OPEN = ("waiting", "later")
# Whoever says “we will not stop” affirms these words; denied is only the claim in the positive, which a person has to word.
NEGATED = "the words hold a negation: where somebody could affirm it, put the claim in the positive and the stance to denies"
COLUMNS = (
    "proposals.id, proposals.snapshot_id, snapshots.source_id, proposals.parent_id, proposals.start_char, proposals.end_char, proposals.exact,"
    " proposals.speaker, proposals.speaker_start_char, proposals.speaker_end_char, proposals.speaker_id, proposals.cue, proposals.cue_start_char,"
    " proposals.cue_end_char, proposals.kind, proposals.act, proposals.stance, proposals.certainty, proposals.rule, proposals.confidence,"
    " proposals.found, proposals.status, proposals.assertion_id"
)


@dataclass(frozen=True)
class Waiting:
    """One proposal as it is in the base. `found` holds names, dates and numbers with their reasons."""

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
    status: str = "waiting"
    assertion_id: str | None = None

    @property
    def attributed(self) -> bool:
        """Whether the text credits somebody with the words, named or not."""
        return self.speaker is not None or self.cue is not None or self.parent_id is not None


def record(connection: sqlite3.Connection, run_id: str, snapshot_id: str, proposals: list[Proposal]) -> tuple[int, int]:
    """Put proposals for a snapshot into the queue, in the open run; (how many are new, how many were there, whatever became of them)."""
    stamp = {"run_id": run_id, "recorded_at": store.now()}
    tallies = of_rules(connection)
    new = 0
    for place in parents_first(proposals):
        row = row_of(snapshot_id, proposals, place)
        row["confidence"] = confidence_here(row["confidence"], tallies.get(row["rule"]))
        new += put(connection, "proposals", row, ("id",), stamp)
    return new, len(proposals) - new


def parents_first(proposals: list[Proposal]) -> list[int]:
    """The places of the proposals, each after its parent."""

    def depth(place: int) -> int:
        parent = proposals[place].parent
        return 0 if parent is None else 1 + depth(parent)

    return sorted(range(len(proposals)), key=depth)


def row_of(snapshot_id: str, proposals: list[Proposal], place: int) -> Row:
    proposal = proposals[place]
    one = proposal.attribution
    printed = output.record(proposal)
    found = {key: printed[key] for key in ("dates", "quantities", "mentions") if printed[key]}
    if proposal.speaker is not None:
        found["speaker"] = {"label": proposal.speaker.label, "why": proposal.speaker.why, "sense": proposal.speaker.sense}
    negated = one.stance == "denies" and hedges.read(one.content.text).stance == "denies"
    notes = [*proposal.notes, *([NEGATED] if negated else [])]
    if notes:
        found["notes"] = notes
    row: Row = {"id": proposal.id, "snapshot_id": snapshot_id}
    row["parent_id"] = None if proposal.parent is None else proposals[proposal.parent].id
    row |= {"start_char": one.content.start, "end_char": one.content.end, "exact": one.content.text}
    for name, span in (("speaker", one.source), ("cue", one.cue)):
        if span is not None:
            row |= {name: span.text, f"{name}_start_char": span.start, f"{name}_end_char": span.end}
    row["speaker_id"] = proposal.speaker.entity_id if proposal.speaker else None
    row |= {"kind": one.kind, "act": one.act, "stance": "affirms" if negated else one.stance, "certainty": one.certainty, "rule": one.rule}
    return row | {"confidence": proposal.confidence, "found": json.dumps(found, ensure_ascii=False, sort_keys=True)}


def waiting_of(rows: Iterable[Any]) -> list[Waiting]:
    names = tuple(Waiting.__dataclass_fields__)
    made = []
    for row in rows:
        values = dict(zip(names, tuple(row), strict=True))
        made.append(Waiting(**values | {"found": json.loads(values["found"])}))
    return made


def find(connection: sqlite3.Connection, proposal_id: str) -> Waiting:
    """One proposal. Raises UsageError when there is none of that id."""
    sql = f"SELECT {COLUMNS} FROM proposals JOIN snapshots ON snapshots.id = snapshot_id WHERE proposals.id = ?"
    found = waiting_of(connection.execute(sql, (proposal_id,)).fetchall())
    if not found:
        raise UsageError(f"there is no proposal {proposal_id!r}", remedy="see those that wait with: kb review --list")
    return found[0]


def listed(
    connection: sqlite3.Connection,
    *,
    source: str | None = None,
    kind: str | None = None,
    rule: str | None = None,
    statuses: Iterable[str] = OPEN,
    by_place: bool = False,
    limit: int = -1,
) -> list[Waiting]:
    """Proposals, the surest first, those put off last; or in the order of the text. Who reports comes before what is reported."""
    marks = list(statuses)
    conditions, values = [f"proposals.status IN ({', '.join('?' * len(marks))})"], list[object](marks)
    for column, value in (("snapshots.source_id", source), ("proposals.kind", kind), ("proposals.rule", rule)):
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
    """How many proposals have which status, for one source or the whole base; every status is named."""
    counts = dict.fromkeys(("waiting", "later", "accepted", "edited", "rejected"), 0)
    sql = "SELECT status, count(*) FROM proposals"
    if source:
        sql += " WHERE snapshot_id IN (SELECT id FROM snapshots WHERE source_id = :source)"
    return counts | dict(connection.execute(f"{sql} GROUP BY status", {"source": source} if source else {}).fetchall())
