"""List the sources, actors, things, events or predicates of a base, each with how much is recorded about it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Any

from kb.base.rows import column_names

# The claims in use that an entity plays a part in, and those that an actor commits itself to.
ABOUT = "(SELECT count(DISTINCT claim_id) FROM entity_claims WHERE entity_id = listed.id AND part <> 'speaker') AS claims_about"
BY = "(SELECT count(DISTINCT claim_id) FROM who_says_what WHERE speaker_id = listed.id) AS claims_by"
OF_SOURCE = (
    "(SELECT count(DISTINCT claim_id) FROM assertions WHERE source_id = listed.id AND status NOT IN ('proposed', 'retracted')) AS claims"
)
WITH = "(SELECT count(*) FROM claims WHERE predicate_id = listed.id AND status NOT IN ('proposed', 'retracted')) AS claims"
CURRENT = "JOIN entities ON entities.id = listed.id WHERE entities.status = 'current' AND ?1 IN ('', listed.kind) ORDER BY listed.id"

LISTINGS = {
    "sources": f"SELECT listed.id, title, listed.kind, published, access, snapshot_id IS NOT NULL AS has_text, {OF_SOURCE} FROM sources AS listed {CURRENT}",
    "actors": f"SELECT listed.id, name, listed.kind, part_of_id, anonymity, {ABOUT}, {BY} FROM actors AS listed {CURRENT}",
    "things": f"SELECT listed.id, name, listed.kind, part_of_id, {ABOUT} FROM things AS listed {CURRENT}",
    "events": f"SELECT listed.id, name, listed.kind, actuality, date, place_id, {ABOUT} FROM events AS listed {CURRENT}",
    "predicates": f"SELECT id, label, description, symmetric, transitive, inverse_of_id, {WITH} FROM predicates AS listed WHERE ?1 = '' ORDER BY id",
}


def listing(connection: sqlite3.Connection, what: str, kind: str = "") -> tuple[list[str], Iterator[tuple[Any, ...]]]:
    """Return (columns, rows) of what is current of one of LISTINGS, all or those of a kind, by id."""
    cursor = connection.execute(LISTINGS[what], (kind,))
    return column_names(cursor), iter(cursor)
