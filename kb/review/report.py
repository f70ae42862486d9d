"""What people decided on proposals, by rule and by run; and what that says of how far a rule can be trusted in this base."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

PRIOR = 10  # decisions that the precision measured elsewhere weighs as much as


@dataclass(frozen=True)
class Tally:
    """How many proposals were decided on, and how."""

    accepted: int = 0
    edited: int = 0
    rejected: int = 0

    @property
    def decided(self) -> int:
        return self.accepted + self.edited + self.rejected

    @property
    def precision(self) -> float | None:
        """The share that was right as it stood; none where nothing was decided."""
        return self.accepted / self.decided if self.decided else None


def of_rules(connection: sqlite3.Connection) -> dict[str, Tally]:
    """The decisions on each rule's proposals in this base."""
    return tallied(connection, "true", ())


def of_run(connection: sqlite3.Connection, run_ids: list[str]) -> dict[str, Tally]:
    """The decisions of these runs, by rule; what was undone since is not among them."""
    marks = ", ".join("?" * len(run_ids))
    decided = (
        "id IN (SELECT row_id FROM revisions WHERE table_name = 'proposals' AND json_extract(after, '$.status') = proposals.status"
        f" AND run_id IN ({marks}))"
    )
    return tallied(connection, decided, tuple(run_ids))


def tallied(connection: sqlite3.Connection, condition: str, values: tuple[str, ...]) -> dict[str, Tally]:
    sql = (
        "SELECT rule, sum(status = 'accepted'), sum(status = 'edited'), sum(status = 'rejected') FROM proposals"
        f" WHERE status IN ('accepted', 'edited', 'rejected') AND {condition} GROUP BY rule ORDER BY rule"
    )
    return {rule: Tally(*counts) for rule, *counts in connection.execute(sql, values).fetchall()}


def confidence_here(measured: float, tally: Tally | None) -> float:
    """A rule's precision where it was measured, drawn towards what people found in this base the more they have decided."""
    if tally is None:
        return measured
    return round((measured * PRIOR + tally.accepted) / (PRIOR + tally.decided), 3)
