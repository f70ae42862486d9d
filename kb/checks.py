"""Look for everything that can be wrong in a base, and say of each where it is and how to mend it."""

from __future__ import annotations

import hashlib
import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from kb import schema, search


@dataclass(frozen=True)
class Check:
    """One question of schema/checks.sql."""

    name: str
    severity: str
    what: str
    remedy: str
    sql: str


@dataclass(frozen=True)
class Problem:
    """One row at fault. `severity` is error, or notice for what may be meant."""

    check: str
    severity: str
    what: str
    row: str
    detail: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.severity}: {self.row}: {self.what} ({self.detail})\n  remedy: {self.remedy}"


def load() -> list[Check]:
    """The questions, in the order of the file."""
    heads = re.compile(r"^-- check: (.+?) \| (error|notice) \| (.+?) \| (.+)$", re.MULTILINE)
    parts = heads.split(schema.read("checks.sql"))[1:]
    return [Check(*[part.strip() for part in parts[at : at + 5]]) for at in range(0, len(parts), 5)]


def check(connection: sqlite3.Connection) -> Iterator[Problem]:
    """Every problem of an open base, errors and notices, grouped by check."""
    yield from file_whole(connection)
    yield from laws_in_place(connection)
    yield from keys_hold(connection)
    yield from texts_as_received(connection)
    yield from search_current(connection)
    for question in load():
        for row, detail in connection.execute(question.sql):
            yield Problem(question.name, question.severity, question.what, str(row), str(detail), question.remedy)


def file_whole(connection: sqlite3.Connection) -> Iterator[Problem]:
    for (message,) in connection.execute("PRAGMA integrity_check"):
        if message != "ok":
            yield Problem("file-damaged", "error", "the file is damaged", "the base", message, "restore it from a backup or a dump")


def laws_in_place(connection: sqlite3.Connection) -> Iterator[Problem]:
    """Every trigger of the model is there, to the letter."""
    expected = sqlite3.connect(":memory:", isolation_level=None)
    schema.create(expected)
    listing = "SELECT name, sql FROM sqlite_master WHERE type IN ('trigger', 'view') AND name NOT LIKE '%\\_fts\\_%' ESCAPE '\\'"
    present = dict(connection.execute(listing))
    for name, sql in expected.execute(listing):
        if present.get(name) != sql:
            what = "a law or view of the model is missing" if name not in present else "a law or view is not the model's"
            yield Problem("laws", "error", what, name, "compare schema.sql and views.sql", "bring the base up to date: kb upgrade")
    expected.close()


def keys_hold(connection: sqlite3.Connection) -> Iterator[Problem]:
    for table, rowid, target, _ in connection.execute("PRAGMA foreign_key_check").fetchall():
        yield Problem(
            "dangling",
            "error",
            f"names a row of {target} that is not there",
            f"{table}, rowid {rowid}",
            target,
            "add that row, or correct the reference",
        )


def texts_as_received(connection: sqlite3.Connection) -> Iterator[Problem]:
    """The stored characters still spell the bytes whose SHA-256 was recorded; a byte order mark may have been dropped."""
    for snapshot, sha256, text in connection.execute("SELECT id, sha256, text FROM snapshots"):
        data = text.encode("utf-8")
        if sha256 not in (hashlib.sha256(data).hexdigest(), hashlib.sha256(b"\xef\xbb\xbf" + data).hexdigest()):
            yield Problem(
                "text-changed",
                "error",
                "the text is not the one that was received",
                snapshot,
                f"its SHA-256 is not {sha256}",
                "restore it from a dump",
            )


def search_current(connection: sqlite3.Connection) -> Iterator[Problem]:
    """SQLite checks a full-text index only for a writer; where the base may only be read, this is left out."""
    for table in search.INDEXED:
        try:
            connection.execute(f"INSERT INTO {table}_fts({table}_fts, rank) VALUES ('integrity-check', 1)")
        except sqlite3.DatabaseError as error:
            if "readonly" in str(error) or "locked" in str(error):
                return
            yield Problem(
                "search",
                "error",
                "the full-text index does not match its table",
                f"{table}_fts",
                str(error),
                "write it anew: kb upgrade --search",
            )


@dataclass(frozen=True)
class Shares:
    """How far the base keeps to few predicates and to objects that can be asked about."""

    claims: int
    predicates_used: int
    with_triple: int
    with_object_text: int


def shares(connection: sqlite3.Connection) -> Shares:
    row = connection.execute(
        "SELECT count(*), count(DISTINCT predicate_id), count(subject_id), count(object_text) FROM claims WHERE status IN ('reviewed', 'disputed')"
    ).fetchone()
    return Shares(*row)
