"""Take the words of a purged source out of what the base remembers: earlier values, both sides of conflicts, and notes of reviews."""

from __future__ import annotations

import json
import sqlite3
from typing import Any

from kb.base.purged import GONE
from kb.changes.purged_words import Words

REMEMBERED = (("revisions", "seq", ("before", "after")), ("conflicts", "id", ("ours", "theirs")))


def blacken_history(connection: sqlite3.Connection, words: Words) -> None:
    """Take the words out of revisions and conflicts of the rows that held them, and out of any other value that copied them."""
    owned = {(table, row_id) for table, ids in words.rows.items() for row_id in ids}
    for table, key, columns in REMEMBERED:
        listed = connection.execute(f"SELECT {key}, table_name, row_id, {', '.join(columns)} FROM {table}").fetchall()
        for number, of_table, row_id, *held in listed:
            kept = [cleaned(connection, words, (of_table, row_id) in owned, of_table, value) for value in held]
            if kept != held:
                setting = ", ".join(f"{column} = ?" for column in columns)
                connection.execute(f"UPDATE {table} SET {setting} WHERE {key} = ?", (*kept, number))
    forget_origins(connection, owned, words)
    notes = connection.execute("SELECT id, table_name, row_id, note FROM reviews WHERE note IS NOT NULL").fetchall()
    for review, table, row_id, note in notes:
        if (table, row_id) in owned or words.copied(connection, note):
            connection.execute("UPDATE reviews SET note = ? WHERE id = ?", (GONE, review))


def forget_origins(connection: sqlite3.Connection, owned: set[tuple[str, str]], words: Words) -> None:
    """Forget which entries of curated files the rows came from, and the whole file of the source: an entry is named by words that it quotes."""
    of_source = "SELECT file FROM origins WHERE table_name = 'sources' AND row_id = ?"
    connection.execute(f"DELETE FROM origins WHERE file IN ({of_source})", (words.source_id,))
    listed = connection.execute("SELECT rowid, table_name, row_id, entry FROM origins").fetchall()
    gone = [(number,) for number, table, row_id, entry in listed if (table, row_id) in owned or words.copied(connection, entry)]
    connection.executemany("DELETE FROM origins WHERE rowid = ?", gone)


def cleaned(connection: sqlite3.Connection, words: Words, owned: bool, table: str, value: str | None) -> str | None:
    """Return a remembered row without the words, as it is where it holds none."""
    if value is None:
        return None
    before: dict[str, Any] = json.loads(value)
    after = words.without(table, dict(before)) if owned else dict(before)
    for column, each in after.items():
        if isinstance(each, str) and not each.startswith(GONE) and words.copied(connection, each):
            after[column] = GONE
    return value if after == before else json.dumps(after, ensure_ascii=False, separators=(",", ":"))
