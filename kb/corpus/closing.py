"""Bring the parts of a lake together when all are written: a text that several articles hold counts once, and so does each actor.

The earlier article by the name of its file counts, as where a folder is read into a base. The index that compares them stands in a temporary
file, so that memory does not grow with the lake.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterator

from kb.base.model import KEYS, Row, key_of, row_id
from kb.base.rows import first
from kb.base.store import now
from kb.corpus import article, columns
from kb.corpus.lake import OF_ARTICLES, OF_RUN, SHARED, Lake, names_of
from kb.errors import DataError

INDEX = """
CREATE TABLE articles(file TEXT, sha256 TEXT PRIMARY KEY, source_id TEXT, text_sha256 TEXT, part TEXT, row TEXT) WITHOUT ROWID;
CREATE TABLE shared(sha256 TEXT, table_name TEXT, row_id TEXT, bucket TEXT, row TEXT);
CREATE TABLE counted(kind TEXT, id TEXT, row TEXT, bucket TEXT, PRIMARY KEY (kind, id)) WITHOUT ROWID;
"""
BY_SOURCE = {"sources": "id", "source_authors": "source_id", "entities": "id"}  # the others by the snapshot
BY_SNAPSHOT = {"snapshots": "id"}


def close(lake: Lake) -> None:
    """Leave out the articles whose text or id another has, and write the tables of what articles share."""
    index = sqlite3.connect("", isolation_level=None)
    index.executescript("PRAGMA synchronous = OFF; PRAGMA journal_mode = OFF;" + INDEX)
    try:
        index.execute("BEGIN")
        fill(index, lake)
        index.execute("CREATE INDEX of_article ON shared(sha256)")
        for row, part, error in decide(index):
            leave_out(lake, part, row, error)
        write_shared(index, lake)
    finally:
        index.close()
    write_run(lake)


def fill(index: sqlite3.Connection, lake: Lake) -> None:
    """Read the articles and the rows that they share into the index."""
    for part in lake.parts():
        for row in columns.read(lake.file("articles", part)):
            values = (row["file"], row["sha256"], row["source_id"], row["text_sha256"], part, json.dumps(row))
            index.execute("INSERT OR IGNORE INTO articles VALUES (?, ?, ?, ?, ?, ?)", values)
        for table in SHARED:
            for row in columns.read(lake.shared_file(table, part)):
                sha256 = row.pop(columns.ARTICLE)
                key = row_id(key_of(table, row))
                bucket = hashlib.sha256(str(row[KEYS[table][0]]).encode()).hexdigest()[0]
                written = json.dumps(row, sort_keys=True)
                index.execute("INSERT INTO shared VALUES (?, ?, ?, ?, ?)", (sha256, table, key, bucket, written))


def decide(index: sqlite3.Connection) -> Iterator[tuple[Row, str, DataError]]:
    """Count the articles in the order of their files, and yield those that are left out, with their parts and the reason."""
    counted = "SELECT row FROM counted WHERE kind = ? AND id = ?"
    put = "INSERT OR IGNORE INTO counted VALUES (?, ?, ?, ?)"
    listed = "SELECT sha256, source_id, text_sha256, part, row FROM articles ORDER BY file, sha256"
    for sha256, source_id, text, part, written in index.execute(listed):
        row = json.loads(written)
        ids = [("text", text), ("source", source_id)] if text else []
        first = next((found for kind, each in ids if (found := index.execute(counted, (kind, each)).fetchone())), None)
        if first:
            yield row, part, article.double(row, json.loads(first[0]))
            continue
        shared = index.execute("SELECT table_name, row_id, row, bucket FROM shared WHERE sha256 = ?", (sha256,)).fetchall()
        if unlike := [
            (table, key) for table, key, one, _ in shared if (index.execute(counted, (table, key)).fetchone() or (one,))[0] != one
        ]:
            what = "one id with two contents: an earlier article has another row of this id"
            remedy = "read it into a lake of its own, where the id is not in use"
            yield row, part, DataError(what, where=" ".join(unlike[0]), remedy=remedy)
            continue
        index.executemany(put, [(kind, each, written, "") for kind, each in ids])
        index.executemany(put, ((table, key, written, bucket) for table, key, written, bucket in shared))


def leave_out(lake: Lake, part: str, row: Row, error: DataError) -> None:
    """Take an article out of its part, in which no other has its source, and write why. Its row of `articles` goes last."""
    failures = list(columns.read(lake.file("failures", part)))
    failed = article.failure(lake.settings, row["file"], row["sha256"], error)
    if failed["sha256"] not in {each["sha256"] for each in failures}:
        columns.write(lake.file("failures", part), "failures", [*failures, failed])
    for table in (*OF_ARTICLES, "articles"):
        if lake.file(table, part).exists():
            column, value = owner(table, row)
            kept = [each for each in columns.read(lake.file(table, part)) if each[column] != value]
            columns.write(lake.file(table, part), table, kept)


def owner(table: str, row: Row) -> tuple[str, str]:
    """The column by which a row of a table belongs to an article, and its value for this one."""
    if table == "articles":
        return "sha256", row["sha256"]
    if table in BY_SOURCE:
        return BY_SOURCE[table], row["source_id"]
    return BY_SNAPSHOT.get(table, "snapshot_id"), row["snapshot_id"]


def write_shared(index: sqlite3.Connection, lake: Lake) -> None:
    """Write the rows that articles share, each once, by the digest of the id that it is of."""
    for table in SHARED:
        for bucket in "0123456789abcdef":
            found = index.execute("SELECT row FROM counted WHERE kind = ? AND bucket = ? ORDER BY id", (table, bucket))
            file = lake.file(table, f"{bucket}/shared")
            first = found.fetchone()
            file.unlink(missing_ok=True)
            if first:
                columns.write(file, table, (json.loads(written) for (written,) in [first, *found]))


def write_run(lake: Lake) -> None:
    """Write the run, and who it is of."""
    connection = names_of(lake)
    for table, key in zip(OF_RUN, (lake.settings.contributor, lake.settings.run_id), strict=True):
        row = first(connection.execute(f"SELECT * FROM {table} WHERE id = ?", (key,))) or {}
        row |= {"ended_at": now()} if table == "runs" else {}
        columns.write(lake.file(table, f"{hashlib.sha256(key.encode()).hexdigest()[0]}/shared"), table, [row])
    connection.close()
