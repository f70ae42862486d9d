"""Full-text search over claims, quotes, names and texts, set up by sqlite-utils over external content."""

from __future__ import annotations

import sqlite3

import sqlite_utils

# table: its searched column. The words live in the table itself; the index only points at them.
INDEXED = {"claims": "text", "passages": "exact", "names": "name", "entities": "label", "snapshots": "text"}
TOKENIZER = "unicode61 remove_diacritics 2"


def create(connection: sqlite3.Connection) -> None:
    """Make the indexes and the triggers that keep them current, in the transaction that is open."""
    db = sqlite_utils.Database(connection, execute_plugins=False)
    for table, column in INDEXED.items():
        db[table].enable_fts([column], fts_version="FTS5", create_triggers=True, tokenize=TOKENIZER)


def rebuild(connection: sqlite3.Connection) -> None:
    """Write every index anew, after a bulk load."""
    for table in INDEXED:
        connection.execute(f"INSERT INTO {table}_fts({table}_fts) VALUES ('rebuild')")
