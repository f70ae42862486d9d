"""Words of a text by their place, as an SQL function that holds the text.

SQLite's substr() reads a long text from its beginning for each place that is asked for, so that ten times the quotes of a text ten times
as long take a hundred times as long. `kb_slice(snapshot_id, start, end)` reads the text once and cuts it in Python.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

HELD = 16_000_000  # code points of all texts together; a single text may be longer
LET_GO = "SELECT kb_slice(NULL, NULL, NULL)"


class Texts:
    """The snapshots' texts that were asked for, held while they are not too long together."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.held: dict[str, str] = {}
        self.size = 0

    def text(self, snapshot_id: str) -> str | None:
        """A snapshot's text, with a mark in place of what is no UTF-8; None where there is no such snapshot."""
        if snapshot_id not in self.held:
            cursor = self.connection.cursor()
            cursor.row_factory = None
            row = cursor.execute("SELECT CAST(text AS BLOB) FROM snapshots WHERE id = ?", (snapshot_id,)).fetchone()
            if row is None or row[0] is None:
                return None
            found = bytes(row[0]).decode("utf-8", "replace")
            if self.size + len(found) > HELD:
                self.held, self.size = {}, 0
            self.held[snapshot_id] = found
            self.size += len(found)
        return self.held[snapshot_id]

    def words(self, snapshot_id: str | None, start: int | None, end: int | None) -> str | None:
        """The code points from start to end (exclusive); none where that is outside the text, NULL where the place is not known.

        Without a snapshot, all texts are let go.
        """
        if snapshot_id is None:
            self.held, self.size = {}, 0
            return None
        text = self.text(snapshot_id)
        if text is None or start is None or end is None:
            return None
        return text[start:end] if 0 <= start < end else ""


@contextmanager
def offered(connection: sqlite3.Connection) -> Iterator[None]:
    """Offer kb_slice on a connection for one reading of a base, and let go of the texts at its end.

    The function holds its connection, which Python could never free while the function is defined. SQLite takes or removes no function while a
    statement of the connection is open: then the one that is there serves, and stays, without texts.
    """
    try:
        connection.create_function("kb_slice", 3, Texts(connection).words)
    except sqlite3.OperationalError:
        connection.execute(LET_GO).fetchone()
    try:
        yield
    finally:
        try:
            connection.create_function("kb_slice", 3, None)
        except sqlite3.OperationalError:
            connection.execute(LET_GO).fetchone()
