"""List the sources, actors, things, events or predicates of a base, each with how much is recorded about it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Any

from kb.base.rows import column_names

WITH = "(SELECT count(*) FROM claims WHERE predicate_id = listed.id AND status NOT IN ('proposed', 'retracted')) AS claims"
# What entities are counted by is the view entity_counts, which every page takes its numbers from too.
CURRENT = "JOIN entities ON entities.id = listed.id JOIN entity_counts ON entity_counts.entity_id = listed.id WHERE entities.status = 'current' AND ?1 IN ('', listed.kind) ORDER BY listed.id"

LISTINGS = {
    "sources": f"SELECT listed.id, title, listed.kind, published, access, snapshot_id IS NOT NULL AS has_text, claims_in AS claims FROM sources AS listed {CURRENT}",
    "actors": f"SELECT listed.id, name, listed.kind, part_of_id, anonymity, claims_about, claims_by FROM actors AS listed {CURRENT}",
    "things": f"SELECT listed.id, name, listed.kind, part_of_id, claims_about FROM things AS listed {CURRENT}",
    "events": f"SELECT listed.id, name, listed.kind, actuality, date, place_id, claims_about FROM events AS listed {CURRENT}",
    "predicates": f"SELECT id, label, description, symmetric, transitive, inverse_of_id, {WITH} FROM predicates AS listed WHERE ?1 = '' ORDER BY id",
}


def listing(connection: sqlite3.Connection, what: str, kind: str = "") -> tuple[list[str], Iterator[tuple[Any, ...]]]:
    """Return (columns, rows) of what is current of one of LISTINGS, all or those of a kind, by id."""
    cursor = connection.execute(LISTINGS[what], (kind,))
    return column_names(cursor), iter(cursor)
