"""The full-text indexes over claims, quotes, names and texts, set up by sqlite-utils over external content."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

# table: its searched column. The words live in the table itself; the index only points at them.
INDEXED = {"claims": "text", "passages": "exact", "names": "name", "entities": "label", "snapshots": "text"}
TOKENIZER = "porter unicode61 remove_diacritics 2"  # English endings make no difference: “warship” finds “warships”
# The indexes whose words are listed, to find the one that a misspelt word stands for; a private text is in none of them.
SPELT = ("claims", "passages", "names", "entities")
LAST_ROWID = 2**63 - 1


def create(connection: sqlite3.Connection) -> None:
    """Create the indexes that are missing or older, and the triggers that keep them current, in the open transaction."""
    import sqlite_utils

    db = sqlite_utils.Database(connection, execute_plugins=False)
    for table, column in INDEXED.items():
        if db[f"{table}_fts"].exists():
            if f"tokenize='{TOKENIZER}'" in " ".join(db[f"{table}_fts"].schema.split()):
                continue
            db.table(table).disable_fts()  # cut into words in another way: indexed anew
        db.table(table).enable_fts([column], fts_version="FTS5", create_triggers=True, tokenize=TOKENIZER)
    for table in SPELT:
        connection.execute(f"CREATE VIRTUAL TABLE IF NOT EXISTS {table}_fts_terms USING fts5vocab({table}_fts, row)")


def rebuild(connection: sqlite3.Connection) -> None:
    """Rebuild every index from its table."""
    for table in INDEXED:
        connection.execute(f"INSERT INTO {table}_fts({table}_fts) VALUES ('rebuild')")


@contextmanager
def suspended(connection: sqlite3.Connection) -> Iterator[None]:
    """Index the rows that a block adds all at once at its end, at a fifth of the cost of one by one.

    Inside a transaction only. Rows that are there may be changed meanwhile, but for the words that are searched.
    """
    names = [f"{table}_{event}" for table in INDEXED for event in ("ai", "ad", "au")]
    listing = f"SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name IN ({', '.join('?' * len(names))})"
    triggers = connection.execute(listing, names).fetchall()
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
