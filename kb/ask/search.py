"""Full-text search over claims, quotes, names and texts."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, replace

from kb.ask import matching
from kb.texts.date_words import in_words


@dataclass(frozen=True)
class Hit:
    """A row that contains the words, with its kind, its id, and the words in context between » and «."""

    kind: str
    id: str
    snippet: str


# One search a kind: (kind, SQL). `merged` rows and what is proposed or retracted are left out of claims.
SEARCHES = (
    (
        "claim",
        "SELECT claims.id, snippet(claims_fts, 0, '»', '«', '…', 24) FROM claims_fts JOIN claims ON claims.rowid = claims_fts.rowid"
        " WHERE claims_fts MATCH ? AND status NOT IN ('proposed', 'retracted') ORDER BY rank LIMIT ?",
    ),
    (
        "quote",
        "SELECT assertions.id, snippet(passages_fts, 0, '»', '«', '…', 24) FROM passages_fts JOIN passages ON passages.rowid = passages_fts.rowid"
        " JOIN assertions ON assertions.passage_id = passages.id WHERE passages_fts MATCH ? AND assertions.status NOT IN ('proposed', 'retracted')"
        " AND NOT EXISTS (SELECT 1 FROM assertions AS deeper WHERE deeper.reported_in_id = assertions.id) ORDER BY rank LIMIT ?",
    ),
    (
        "name",
        "SELECT id, shown FROM (SELECT entities.id AS id, kind || ' ' || snippet(entities_fts, 0, '»', '«', '…', 24) AS shown, entities_fts.rank AS likeness FROM entities_fts"
        " JOIN entities ON entities.rowid = entities_fts.rowid WHERE entities_fts MATCH ?1 AND status = 'current' UNION ALL"
        " SELECT entity_id, names.kind || ' ' || snippet(names_fts, 0, '»', '«', '…', 24) || ' of ' || label, names_fts.rank FROM names_fts"
        " JOIN names ON names.rowid = names_fts.rowid JOIN entities ON entities.id = entity_id WHERE names_fts MATCH ?1) ORDER BY likeness LIMIT ?2",
    ),
    (
        "text",
        "SELECT sources.id, snippet(snapshots_fts, 0, '»', '«', '…', 24) FROM snapshots_fts JOIN snapshots ON snapshots.rowid = snapshots_fts.rowid"
        " JOIN sources ON sources.snapshot_id = snapshots.id WHERE snapshots_fts MATCH ? ORDER BY rank LIMIT ?",
    ),
)
# By the id, which for claims may be typed without its prefix as the curated files give it.
IDS = {
    "claim": "SELECT id, text FROM claims WHERE id IN (?1, 'clm-' || ?1)",
    "quote": "SELECT assertions.id, exact FROM assertions JOIN passages ON passages.id = passage_id WHERE assertions.id = ?1 OR passage_id = ?1",
    "name": "SELECT id, kind || ' ' || label FROM entities WHERE id = ?1 AND kind <> 'source'",
    "text": "SELECT id, title FROM sources WHERE id = ?1",
}


def find(connection: sqlite3.Connection, words: str, limit: int = 10) -> list[Hit]:
    """The claims, quotes, names and texts that contain all the words, at most `limit` of each kind, the most relevant first.

    A row whose id was typed comes before them. Of each kind the strictest reading of the words that finds something counts: themselves, their
    beginnings and other names, or words spelt nearly so.
    """
    hits = by_id(connection, words.strip())
    typed = set(hits)
    for kind, sql in SEARCHES:
        found = [Hit(kind, row[0], " ".join(row[1].split())) for row in matching.strictest(connection, sql, words, limit)]
        ids = {hit.id for hit in typed if hit.kind == kind}
        hits += [hit for hit in found if hit.id not in ids][: limit - len(ids)]
    return [hit if hit.kind != "name" else replace(hit, snippet=hit.snippet + dated(connection, hit.id)) for hit in hits]


def by_id(connection: sqlite3.Connection, typed: str) -> list[Hit]:
    """The claim, the quote or the name whose id was typed, as a list of one, or an empty one."""
    for kind, sql in IDS.items():
        row = connection.execute(sql, (typed,)).fetchone()
        if row:
            return [Hit(kind, row[0], " ".join(row[1].split()))]
    return []


def dated(connection: sqlite3.Connection, entity_id: str) -> str:
    """The date of an event in words, to stand after its name; empty for everything else."""
    row = connection.execute("SELECT date FROM events WHERE id = ? AND date IS NOT NULL", (entity_id,)).fetchone()
    return f", {in_words(row[0])}" if row else ""
