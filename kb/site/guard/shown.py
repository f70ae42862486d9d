"""What the public edition shows of each source, which `sources.access` decides."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

# Including the sources that were merged with a private one.
GONE_SOURCES = (
    "WITH RECURSIVE gone(id) AS (SELECT id FROM sources WHERE access NOT IN ('public', 'quotes')"
    " UNION SELECT entities.id FROM entities JOIN gone ON merged_into_id = gone.id)"
    " SELECT id FROM gone UNION SELECT id FROM entities WHERE status = 'retracted'"
)


@dataclass(frozen=True)
class SourceShown:
    """What the public edition shows of one source, in words."""

    id: str
    access: str
    shown: str


def sources_shown(connection: sqlite3.Connection) -> list[SourceShown]:
    """The current sources of a base, by id, each with what the public edition shows of it."""
    sql = (
        f"SELECT id, access, id IN ({GONE_SOURCES}), id IN (SELECT source_id FROM snapshots) FROM sources"
        " WHERE id IN (SELECT id FROM entities WHERE status = 'current') ORDER BY id"
    )
    return [SourceShown(row[0], row[1], shown_of(*row[1:])) for row in connection.execute(sql)]


def shown_of(access: str, gone: bool, text_held: bool) -> str:
    """What the public edition shows of a source, in words."""
    if gone:
        return "nothing"
    if not text_held:
        return "its title; no text of it is held"
    return "the full text" if access == "public" else "quotes in their sentences"
