"""Words of a text by their place, as an SQL function that holds the text.

SQLite's substr() reads a long text from its beginning for each place that is asked for, so that ten times the quotes of a text ten times
as long take a hundred times as long. `kb_slice(snapshot_id, start, end)` reads the text once and cuts it in Python.
"""

from __future__ import annotations

import itertools
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from weakref import WeakValueDictionary

HELD = 16_000_000  # code points of all texts together; a single text may be longer
NUMBER_OF = "SELECT kb_slice(NULL, NULL, NULL)"
numbers = itertools.count()


class Texts:
    """The texts of the snapshots that one connection was asked for, held while it is read and while they are not too long together.

    SQLite keeps this object as long as the connection, and Python cannot see that it does: so it holds its connection only while that is read.
    """

    def __init__(self) -> None:
        self.number = next(numbers)
        self.connection: sqlite3.Connection | None = None
        self.held: dict[str, str] = {}
        self.size = 0

    def let_go(self) -> None:
        """Hold neither texts nor connection."""
        self.connection, self.held, self.size = None, {}, 0

    def text(self, snapshot_id: str) -> str | None:
        """A snapshot's text, with a mark in place of what is no UTF-8; None where there is no such snapshot."""
        if snapshot_id not in self.held:
            assert self.connection is not None, "kb_slice is called outside `offered`"
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

    def words(self, snapshot_id: str | None, start: int | None, end: int | None) -> str | int | None:
        """The code points from start to end (exclusive); none where that is outside the text, NULL where the place is not known.

        Without a snapshot, the number of this object.
        """
        if snapshot_id is None:
            return self.number
        text = self.held.get(snapshot_id) or self.text(snapshot_id)
        if text is None or start is None or end is None:
            return None
        return text[start:end] if 0 <= start < end else ""


BY_NUMBER: WeakValueDictionary[int, Texts] = WeakValueDictionary()


@contextmanager
def offered(connection: sqlite3.Connection) -> Iterator[None]:
    """Offer kb_slice on a connection for one reading of a base, and let go of texts and connection at its end."""
    texts = of_connection(connection)
    outermost = texts.connection is None
    texts.connection = connection
    try:
        yield
    finally:
        if outermost:
            texts.let_go()


def of_connection(connection: sqlite3.Connection) -> Texts:
    """The object behind kb_slice on a connection. It is defined once, since SQLite defines no function anew while a statement is open."""
    cursor = connection.cursor()
    cursor.row_factory = None
    try:
        return BY_NUMBER[cursor.execute(NUMBER_OF).fetchone()[0]]
    except sqlite3.OperationalError:  # there is no such function yet
        texts = Texts()
        connection.create_function("kb_slice", 3, texts.words)
        BY_NUMBER[texts.number] = texts
        return texts
