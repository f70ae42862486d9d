"""Which rows hold words of a purged source, in which columns, and what stands there instead."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from kb.base.purged import GONE, black

# Columns that copy a text character by character.
BLACKENED = {
    "passages": ("exact",),
    "mentions": ("exact",),
    "proposals": ("exact", "speaker", "cue"),
    "assertions": ("cue",),
}
# Columns that word what a text says, and may not be empty.
REWORDED = {
    "claims": ("text",),
    "relations": ("rationale",),
    "citations": ("cited_text",),
    "events": ("name",),
    "sources": ("title",),
    "sentences": ("no_claim_reason",),
    "quantities": ("measure", "verbatim"),
}
# Columns that say the same in other ways, and are emptied.
EMPTIED = {
    "claims": ("subject_id", "predicate_id", "object_id", "object_text", "event_id", "place_id", "about_time"),
    "relations": ("comparable",),
    "events": ("description", "date", "date_basis"),
    "sources": ("url", "rights", "note"),
    "quantities": ("value", "minimum", "maximum", "unit", "as_of"),
}
SHARED = 24  # characters in a row that show that words were copied from a text


@dataclass(frozen=True)
class Words:
    """The texts that are purged, and by table the ids of the rows whose words go with them."""

    source_id: str
    snapshots: list[str]
    rows: dict[str, list[str]]
    pieces: frozenset[str]  # every run of SHARED characters of the texts

    @classmethod
    def of(cls, connection: sqlite3.Connection, source_id: str, snapshots: list[str], claims: list[str]) -> Words:
        """Return the words of a source before they are erased."""

        def ids(sql: str, *given: str) -> list[str]:
            return [row[0] for row in connection.execute(sql, given)]

        of_claims = json.dumps(claims)
        rows = {
            table: ids(f"SELECT id FROM {table} WHERE snapshot_id IN (SELECT value FROM json_each(?))", json.dumps(snapshots))
            for table in ("passages", "mentions", "proposals", "sentences")
        }
        rows |= {
            "assertions": ids("SELECT id FROM assertions WHERE source_id = ?", source_id),
            "citations": ids("SELECT id FROM citations WHERE citing_source_id = ?", source_id),
            "claims": claims,
            "quantities": claims,
            "relations": ids(
                "SELECT relations.id FROM relations, json_each(?) WHERE value IN (from_claim_id, to_claim_id) GROUP BY relations.id",
                of_claims,
            ),
            "sources": [source_id],
        }
        rows["events"] = lone_events(connection, of_claims)
        pieces = {
            piece for snapshot in snapshots for text in ids("SELECT text FROM snapshots WHERE id = ?", snapshot) for piece in cut(text)
        }
        return cls(source_id, snapshots, rows, frozenset(pieces))

    def copied(self, connection: sqlite3.Connection, value: str) -> bool:
        """Return whether a value holds words that stand in a purged text and in no other."""
        elsewhere = "SELECT 1 FROM snapshots WHERE purged_in_id IS NULL AND instr(text, ?) > 0 LIMIT 1"
        found = (piece for piece in cut(value) if piece in self.pieces)
        return any(connection.execute(elsewhere, (piece,)).fetchone() is None for piece in found)

    def without(self, table: str, values: dict[str, Any]) -> dict[str, Any]:
        """Return the values of a row of one of these tables without the words."""
        for column in set(values):
            value = values[column]
            if value is None:
                continue
            if column in BLACKENED.get(table, ()):
                values[column] = black(value)
            elif column in REWORDED.get(table, ()):
                values[column] = GONE
            elif column in EMPTIED.get(table, ()) or (table == "claims" and column.startswith("about_")):
                values[column] = None
            elif (table, column) == ("proposals", "found"):
                values[column] = "{}"
        return values


def lone_events(connection: sqlite3.Connection, claims: str) -> list[str]:
    """Return the events that only these claims speak of."""
    sql = """
WITH lost(id) AS (SELECT value FROM json_each(?)),
touched(id) AS (SELECT event_id FROM claims WHERE id IN (SELECT id FROM lost) AND event_id IS NOT NULL
  UNION SELECT event_id FROM participations WHERE claim_id IN (SELECT id FROM lost))
SELECT id FROM touched WHERE NOT EXISTS (SELECT 1 FROM claims WHERE event_id = touched.id AND id NOT IN (SELECT id FROM lost))
  AND NOT EXISTS (SELECT 1 FROM participations WHERE event_id = touched.id AND claim_id NOT IN (SELECT id FROM lost))"""
    return [row[0] for row in connection.execute(sql, (claims,))]


def cut(text: str) -> Iterable[str]:
    """Return every run of SHARED characters of a text, or the whole of a shorter one."""
    return (text[start : start + SHARED] for start in range(max(len(text) - SHARED, 0) + 1))
