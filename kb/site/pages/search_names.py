"""The names that are called by the words of a search, and what is nearest where nothing has all of them."""

from __future__ import annotations

import sqlite3

from kb.ask import matching
from kb.base.model import Row
from kb.site.page_data import column, holders, listed, near_entities, rows

# Only so many rows are ranked: a word that most claims hold ranks none of them, and would take longest.
CLAIMS = """
SELECT claims.id FROM (SELECT rowid, rank AS likeness FROM claims_fts WHERE claims_fts MATCH ? LIMIT 5000) AS likely
JOIN claims ON claims.rowid = likely.rowid ORDER BY likeness LIMIT ?"""
# Entities by their own name or by another one; `by` is the other name that matched.
NAMES = """
SELECT id, kind, label, min(by) AS by FROM (
  SELECT entities.id, entities.kind, entities.label, NULL AS by, entities_fts.rank AS likeness FROM entities_fts JOIN entities ON entities.rowid = entities_fts.rowid
  WHERE entities_fts MATCH ?1 AND status = 'current'
  UNION ALL
  SELECT entities.id, entities.kind, entities.label, names.name || ' (' || names.kind || ')', names_fts.rank FROM names_fts JOIN names ON names.rowid = names_fts.rowid
  JOIN entities ON entities.id = entity_id WHERE names_fts MATCH ?1 AND status = 'current')
GROUP BY id ORDER BY min(likeness), label LIMIT ?2"""
ALIKE = 70  # percent; names that are less like the words are no help where nothing was found


def named(connection: sqlite3.Connection, words: str) -> list[Row]:
    """The entities that are called so, the one whose id was typed first, each with `by`, the other name that matched."""
    typed = rows(connection, "SELECT id, kind, label, NULL AS by FROM entities WHERE id = ? AND status = 'current'", words.strip())
    found = matching.strictest(connection, NAMES, words, 12)
    return typed + [
        dict(zip(("id", "kind", "label", "by"), row, strict=True)) for row in found if row[0] not in [one["id"] for one in typed]
    ]


def near(connection: sqlite3.Connection, words: str) -> Row:
    """The names and the claims nearest to words that nothing has: `names`, and `claims` with some of the words."""
    loose = matching.loosely(connection, words)
    likely = column(connection, CLAIMS, loose, 5) if loose else []
    claims = rows(
        connection,
        "SELECT id, text FROM claims WHERE id IN (SELECT value FROM json_each(?)) AND status NOT IN ('proposed', 'retracted')",
        listed(likely),
    )
    held = holders(connection, likely)
    for row in claims:
        row["holders"] = held.get(row["id"], {})
    return {"names": near_entities(connection, words, alike=ALIKE), "claims": sorted(claims, key=lambda row: likely.index(row["id"]))}
