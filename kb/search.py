"""Full-text search over claims, quotes, names and texts, set up by sqlite-utils over external content."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

# table: its searched column. The words live in the table itself; the index only points at them.
INDEXED = {"claims": "text", "passages": "exact", "names": "name", "entities": "label", "snapshots": "text"}
TOKENIZER = "unicode61 remove_diacritics 2"
LAST_ROWID = 2**63 - 1


def create(connection: sqlite3.Connection) -> None:
    """Make the indexes and the triggers that keep them current, in the transaction that is open."""
    import sqlite_utils

    db = sqlite_utils.Database(connection, execute_plugins=False)
    for table, column in INDEXED.items():
        db.table(table).enable_fts([column], fts_version="FTS5", create_triggers=True, tokenize=TOKENIZER)


def rebuild(connection: sqlite3.Connection) -> None:
    """Write every index anew, after a bulk load."""
    for table in INDEXED:
        connection.execute(f"INSERT INTO {table}_fts({table}_fts) VALUES ('rebuild')")


@contextmanager
def suspended(connection: sqlite3.Connection) -> Iterator[None]:
    """Within a transaction that only adds rows: index them all at its end, at a fifth of the cost of one by one.

    Rows that are there may be changed meanwhile, but for the words that are searched.
    """
    names = [f"{table}_{event}" for table in INDEXED for event in ("ai", "ad", "au")]
    found = f"SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name IN ({', '.join('?' * len(names))})"
    triggers = connection.execute(found, names).fetchall()
    newest = {table: connection.execute(f"SELECT coalesce(max(rowid), 0) FROM {table}").fetchone()[0] for table in INDEXED}
    for name, _ in triggers:
        connection.execute(f'DROP TRIGGER "{name}"')
    yield
    for table, column in INDEXED.items():
        if newest[table] < LAST_ROWID:
            connection.execute(
                f"INSERT INTO {table}_fts(rowid, {column}) SELECT rowid, {column} FROM {table} WHERE rowid > ?", (newest[table],)
            )
        else:  # the rowids after it are random ones
            connection.execute(f"INSERT INTO {table}_fts({table}_fts) VALUES ('rebuild')")
    for _, sql in triggers:
        connection.execute(sql)


@dataclass(frozen=True)
class Hit:
    """One row that holds the words: what it is, its id, and the words in context, between » and «."""

    kind: str
    id: str
    snippet: str


# One search a kind: (kind, SQL). `merged` rows and what is proposed or retracted are left out of claims.
SEARCHES = (
    (
        "claim",
        "SELECT claims.id, snippet(claims_fts, 0, '»', '«', '…', 24) FROM claims_fts JOIN claims ON claims.rowid = claims_fts.rowid"
        " WHERE claims_fts MATCH ? AND status IN ('reviewed', 'disputed') ORDER BY rank LIMIT ?",
    ),
    (
        "quote",
        "SELECT assertions.id, snippet(passages_fts, 0, '»', '«', '…', 24) FROM passages_fts JOIN passages ON passages.rowid = passages_fts.rowid"
        " JOIN assertions ON assertions.passage_id = passages.id WHERE passages_fts MATCH ? AND assertions.status IN ('reviewed', 'disputed')"
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


def find(connection: sqlite3.Connection, words: str, limit: int = 10) -> list[Hit]:
    """Claims, quotes, names and texts that hold all the words; at most `limit` of each kind, the likest first."""
    terms = [term.replace('"', '""') for term in words.replace("\0", " ").split()]  # FTS5 would end its expression at a NUL
    if not terms:
        return []
    match = " ".join(f'"{term}"' for term in terms)
    return [Hit(kind, row[0], " ".join(row[1].split())) for kind, sql in SEARCHES for row in connection.execute(sql, (match, limit))]
