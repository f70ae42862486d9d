"""Find a row by its id, whatever table it is in."""

from __future__ import annotations

import sqlite3

from kb import ids
from kb.errors import UsageError, did_you_mean
from kb.tables import Row

TABLE_OF_PREFIX = {
    "clm": "claims",
    "ast": "assertions",
    "rel": "relations",
    "men": "mentions",
    "cit": "citations",
    "snp": "snapshots",
    "sec": "sections",
    "sen": "sentences",
    "psg": "passages",
    "prp": "proposals",
    "run": "runs",
}


def table_of(connection: sqlite3.Connection, row_id: str) -> str:
    """The table that holds the row of this id."""
    prefix, hyphen, _ = row_id.partition("-")
    if hyphen and prefix in TABLE_OF_PREFIX:
        table = TABLE_OF_PREFIX[prefix]
        if connection.execute(f"SELECT 1 FROM {table} WHERE id = ?", (row_id,)).fetchone():
            return table
    found = connection.execute("SELECT kind FROM entities WHERE id = ?", (row_id,)).fetchone()
    if found:
        return f"{found[0]}s"
    for table in ("predicates", "contributors"):
        if connection.execute(f"SELECT 1 FROM {table} WHERE id = ?", (row_id,)).fetchone():
            return table
    for prefix in ("clm", "ast"):  # a name as the curated files give it
        guess = ids.prefixed(prefix, row_id)
        if connection.execute(f"SELECT 1 FROM {TABLE_OF_PREFIX[prefix]} WHERE id = ?", (guess,)).fetchone():
            raise UsageError(f"there is no row {row_id!r}", remedy=f"did you mean {guess}?")
    known = [
        row[0] for row in connection.execute("SELECT id FROM entities UNION ALL SELECT id FROM claims UNION ALL SELECT id FROM assertions")
    ]
    close = did_you_mean(row_id, known) if len(known) < 20000 else ""
    raise UsageError(f"there is no row {row_id!r}", remedy=close or "look for it with: kb search WORDS")


def row_of(connection: sqlite3.Connection, table: str, row_id: str) -> Row:
    cursor = connection.execute(f"SELECT * FROM {table} WHERE id = ?", (row_id,))
    return dict(zip((column[0] for column in cursor.description), cursor.fetchone(), strict=True))
