"""The filters and the order of the queue of proposals, from the address of the page."""

from __future__ import annotations

import sqlite3
from dataclasses import asdict, dataclass
from typing import Any

from kb.site.page_data import rows
from kb.site.visit import Visit

BY_PLACE = "text"
ORDERS = {"": "surest first", BY_PLACE: "as in the text"}
OPEN = "proposals.status IN ('waiting', 'later')"
QUEUE = f"""
SELECT proposals.id, proposals.status FROM proposals JOIN snapshots ON snapshots.id = proposals.snapshot_id
WHERE {OPEN} AND :source IN ('', snapshots.source_id) AND :kind IN ('', proposals.kind) AND :rule IN ('', proposals.rule)
ORDER BY proposals.status = 'later', """
# The same orders as in kb.review.listed, which reads whole proposals, while this reads only ids; a test compares the two.
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
    """The source, kind and rule of the proposals to show, each empty for all, and their order."""

    source: str = ""
    kind: str = ""
    rule: str = ""
    order: str = ""

    @classmethod
    def of(cls, visit: Visit) -> Filters:
        """Return the filters of an address. An unknown order is the default."""
        order = visit.arg("order")
        return cls(visit.arg("source"), visit.arg("kind"), visit.arg("rule"), order if order in ORDERS else "")

    def query(self) -> dict[str, str]:
        """Return the filters as query parameters."""
        return asdict(self)


def queue(connection: sqlite3.Connection, filters: Filters) -> list[tuple[str, str]]:
    """Return (id, status) of every open proposal that the filters choose, in their order, those that were put off last."""
    parameters = {"source": filters.source, "kind": filters.kind, "rule": filters.rule}
    return [(row[0], row[1]) for row in connection.execute(QUEUE + ORDERED[filters.order], parameters)]


def choices(connection: sqlite3.Connection) -> dict[str, list[dict[str, Any]]]:
    """Return the sources, kinds and rules of open proposals, each with the number of them."""
    return {"sources": rows(connection, SOURCES), "kinds": rows(connection, KINDS), "rules": rows(connection, RULES)}


def neighbours(places: list[tuple[str, str]], proposal_id: str) -> tuple[str | None, str | None]:
    """Return the ids of the proposals before and after one in the queue, or None at its ends."""
    ids = [row_id for row_id, _ in places]
    if proposal_id not in ids:
        return None, None
    at = ids.index(proposal_id)
    return (ids[at - 1] if at else None), (ids[at + 1] if at + 1 < len(ids) else None)


def after(places: list[tuple[str, str]], proposal_id: str) -> str | None:
    """Return the proposal to show after this one: the next, or at the end the first that was skipped, or None where there is neither."""
    following = neighbours(places, proposal_id)[1]
    return following or next((row_id for row_id, status in places if status == "waiting" and row_id != proposal_id), None)
