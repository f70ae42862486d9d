"""The table of the texts' pieces, where the laws that keep it were not there: cut anew, and compared with the texts.

SQLite's substr() reads a long text from its beginning for each place that is asked for. Laws and views, which every program reads without
functions of ours, take words from pieces instead, so that their work grows with the text and not with its square.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

LENGTH = 900  # code points: four pieces to a page of the file, with room for letters of several bytes
# Each snapshot whose pieces are not its text, or that is not there.
DIFFERENCE = """
SELECT id FROM snapshots WHERE text IS NOT (
  SELECT group_concat(piece, '') FROM (SELECT piece FROM text_pieces WHERE snapshot_id = snapshots.id ORDER BY number))
UNION SELECT snapshot_id FROM text_pieces WHERE snapshot_id NOT IN (SELECT id FROM snapshots) ORDER BY 1 LIMIT 20"""


def cut(text: str) -> Iterator[tuple[int, str]]:
    """Each piece with its number. The last is shorter than LENGTH, and empty where nothing is left over."""
    for number in range(len(text) // LENGTH + 1):
        yield number, text[number * LENGTH : (number + 1) * LENGTH]


def fill(connection: sqlite3.Connection) -> None:
    """Cut the texts that have no pieces yet, in the open transaction."""
    without = "SELECT id FROM snapshots WHERE NOT EXISTS (SELECT 1 FROM text_pieces WHERE snapshot_id = snapshots.id)"
    for (snapshot_id,) in connection.execute(without).fetchall():
        (text,) = connection.execute("SELECT text FROM snapshots WHERE id = ?", (snapshot_id,)).fetchone()
        rows = ((snapshot_id, number, piece) for number, piece in cut(text))
        connection.executemany("INSERT INTO text_pieces(snapshot_id, number, piece) VALUES (?, ?, ?)", rows)


def rebuild(connection: sqlite3.Connection) -> None:
    """Cut every text anew, in the open transaction of a copy without laws."""
    connection.execute("DELETE FROM text_pieces")
    fill(connection)
