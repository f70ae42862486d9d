"""What each of Datasette's connections is set to before it reads or writes."""

from __future__ import annotations

import sqlite3

# One value may not be longer than this many bytes. Without it `select randomblob(1000000000)` allocates a gigabyte before
# any time limit is looked at. It also bounds the text of a snapshot that the site can show.
LONGEST_VALUE = 20_000_000


def prepare(conn: sqlite3.Connection) -> None:
    """Foreign keys on, as SQLite leaves them off; full-text triggers allowed; no value of unbounded length."""
    conn.execute("PRAGMA foreign_keys = ON")
    conn.execute("PRAGMA trusted_schema = ON")
    conn.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_VALUE)
