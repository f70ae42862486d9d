"""Which proposals somebody wants to decide on, in which order; and the queue under that choice."""

from __future__ import annotations

import sqlite3
from dataclasses import asdict, dataclass
from typing import Any

from kb.site.reading import rows
from kb.site.visit import Visit

BY_PLACE = "text"
ORDERS = {"": "surest first", BY_PLACE: "as in the text"}
OPEN = "proposals.status IN ('waiting', 'later')"
QUEUE = f"""
SELECT proposals.id, proposals.status FROM proposals JOIN snapshots ON snapshots.id = proposals.snapshot_id
WHERE {OPEN} AND :source IN ('', snapshots.source_id) AND :kind IN ('', proposals.kind) AND :rule IN ('', proposals.rule)
ORDER BY proposals.status = 'later', """
# The same orders as kb.review.listed, which reads all that is known of each proposal; here only ids are wanted. A test compares them.
ORDERED = {
    "": "proposals.confidence DESC, proposals.start_char, proposals.id",
    BY_PLACE: "proposals.start_char, proposals.end_char DESC, proposals.id",
}
SOURCES = f"""
SELECT sources.id AS value, sources.title AS label, count(*) AS count FROM proposals JOIN snapshots ON snapshots.id = proposals.snapshot_id
JOIN sources ON sources.id = source_id WHERE {OPEN} GROUP BY sources.id ORDER BY sources.title"""
KINDS = f"SELECT kind AS value, kind AS label, count(*) AS count FROM proposals WHERE {OPEN} GROUP BY kind ORDER BY kind"
RULES = f"SELECT rule AS value, rule AS label, count(*) AS count FROM proposals WHERE {OPEN} GROUP BY rule ORDER BY rule"


@dataclass(frozen=True)
class Filters:
    """What of the queue is looked at; "" for all of it."""

    source: str = ""
    kind: str = ""
    rule: str = ""
    order: str = ""

    @classmethod
    def of(cls, visit: Visit) -> Filters:
        """As the address says; an order that there is not is the usual one."""
        order = visit.arg("order")
        return cls(visit.arg("source"), visit.arg("kind"), visit.arg("rule"), order if order in ORDERS else "")

    def query(self) -> dict[str, str]:
        return asdict(self)


def queue(connection: sqlite3.Connection, filters: Filters) -> list[tuple[str, str]]:
    """(id, status) of every proposal that is open under these filters, in their order; what was put off comes last."""
    given = {"source": filters.source, "kind": filters.kind, "rule": filters.rule}
    return [(row[0], row[1]) for row in connection.execute(QUEUE + ORDERED[filters.order], given)]


def choices(connection: sqlite3.Connection) -> dict[str, list[dict[str, Any]]]:
    """What there is to filter by, each with how many are open."""
    return {"sources": rows(connection, SOURCES), "kinds": rows(connection, KINDS), "rules": rows(connection, RULES)}


def neighbours(places: list[tuple[str, str]], proposal_id: str) -> tuple[str | None, str | None]:
    """The proposals before and after one in the queue."""
    ids = [place for place, _ in places]
    if proposal_id not in ids:
        return None, None
    at = ids.index(proposal_id)
    return (ids[at - 1] if at else None), (ids[at + 1] if at + 1 < len(ids) else None)


def after(places: list[tuple[str, str]], proposal_id: str) -> str | None:
    """Where to go once this one is decided: on; from the end back to what was passed over; None when only what was put off is left behind."""
    following = neighbours(places, proposal_id)[1]
    return following or next((place for place, status in places if status == "waiting" and place != proposal_id), None)
