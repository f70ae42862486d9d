"""Count the decisions on proposals by rule, and estimate from them the precision of a rule in this base."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

PRIOR = 10  # the weight, in decisions, of the precision that was measured elsewhere


@dataclass(frozen=True)
class Tally:
    """The numbers of accepted, edited and rejected proposals."""

    accepted: int = 0
    edited: int = 0
    rejected: int = 0

    @property
    def decided(self) -> int:
        return self.accepted + self.edited + self.rejected

    @property
    def precision(self) -> float | None:
        """The share that was accepted unedited, or None where nothing was decided."""
        return self.accepted / self.decided if self.decided else None


def of_rules(connection: sqlite3.Connection) -> dict[str, Tally]:
    """Return the decisions in this base by rule."""
    return tallied(connection, "true", ())


def of_run(connection: sqlite3.Connection, run_ids: list[str]) -> dict[str, Tally]:
    """Return the decisions of these runs by rule, without those that were undone or changed since."""
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
    """Return a rule's measured precision, weighted with its precision in this base by the number of decisions here."""
    if tally is None:
        return measured
    return round((measured * PRIOR + tally.accepted) / (PRIOR + tally.decided), 3)
