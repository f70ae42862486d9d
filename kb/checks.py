"""Look for everything that can be wrong in a base, and say of each where it is and how to mend it."""

from __future__ import annotations

import functools
import hashlib
import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from kb import laws, schema, search
from kb.tables import KEYS


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
    yield from words_known(connection)
    yield from rules_kept(connection)
    yield from texts_as_received(connection)
    yield from search_current(connection)
    for question in load():
        for row, detail in connection.execute(question.sql):
            yield Problem(question.name, question.severity, question.what, str(row), str(detail), question.remedy)
    yield from past_the_library(connection)


def file_whole(connection: sqlite3.Connection) -> Iterator[Problem]:
    for (message,) in connection.execute("PRAGMA integrity_check"):
        if message != "ok" and not message.startswith("CHECK constraint failed"):  # these rules_kept tells, with the row
            yield Problem("file-damaged", "error", "the file is damaged", "the base", message, "restore it from a backup or a dump")


LISTING = "SELECT name, sql FROM sqlite_master WHERE type IN ('trigger', 'view') AND name NOT LIKE '%\\_fts\\_%' ESCAPE '\\'"


@functools.cache
def model() -> dict[str, str]:
    """The SQL of every law and view of the model, by name."""
    expected = sqlite3.connect(":memory:", isolation_level=None)
    schema.create(expected)
    laws_and_views = dict(expected.execute(LISTING))
    expected.close()
    return laws_and_views


def laws_in_place(connection: sqlite3.Connection) -> Iterator[Problem]:
    """Every trigger of the model is there, to the letter."""
    present = dict(connection.execute(LISTING))
    for name, sql in model().items():
        if present.get(name) != sql:
            what = "a law or view of the model is missing" if name not in present else "a law or view is not the model's"
            yield Problem("laws", "error", what, name, "compare schema.sql and views.sql", "bring the base up to date: kb upgrade")


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


def words_known(connection: sqlite3.Connection) -> Iterator[Problem]:
    """Every controlled column holds words of the vocabulary."""
    remedy = "correct it, or add the word to the table vocabulary"
    for table, columns in laws.WORDS.items():
        for column in columns:
            sql = (
                f"SELECT {named(table)}, {column} FROM {table} WHERE {column} IS NOT NULL"
                f" AND {column} NOT IN (SELECT value FROM vocabulary WHERE field = '{laws.field_of(table, column)}')"
            )
            for row, word in connection.execute(sql):
                yield Problem(
                    "vocabulary-unknown", "error", "a word that the vocabulary does not have", str(row), f"{column} {word}", remedy
                )


MARKS = re.compile(r"""'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|[()]""")


@functools.cache
def rules() -> dict[str, dict[str, str]]:
    """The CHECK constraints of the model, by table: what each is called, and its SQL."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    schema.create(connection)
    found: dict[str, dict[str, str]] = {}
    for table, sql in connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'"):
        for head in re.finditer(r'CONSTRAINT "([^"]+)" CHECK \(', sql):
            depth = 1
            for mark in MARKS.finditer(sql, head.end()):
                depth += {"(": 1, ")": -1}.get(mark[0], 0)
                if depth == 0:
                    found.setdefault(table, {})[head[1]] = sql[head.end() : mark.start()]
                    break
    connection.close()
    return found


def rules_kept(connection: sqlite3.Connection) -> Iterator[Problem]:
    """Every row is one that its table would take. SQLite's own check names no row, and skips this where a base may only be read."""
    for table in KEYS:
        for rule, condition in rules().get(table, {}).items():
            where, _, wanted = rule.partition(": ")
            for (row,) in connection.execute(f"SELECT {named(table)} FROM {table} WHERE NOT ({condition})"):
                yield Problem(
                    "rules", "error", f"a row that its table refuses: {wanted}", str(row), where, "correct it: kb correct ID COLUMN=…"
                )


def past_the_library(connection: sqlite3.Connection) -> Iterator[Problem]:
    """Rows, and changes of rows, that no run recorded."""
    remedy = "none, if they were meant: they were written by another program"
    for table in KEYS:
        if connection.execute("SELECT 1 FROM pragma_table_info(?) WHERE name = 'run_id'", (table,)).fetchone():
            for (row,) in connection.execute(f"SELECT {named(table)} FROM {table} WHERE run_id IS NULL"):
                yield Problem("written-past-the-library", "notice", "a row that no run recorded", str(row), table, remedy)


def named(table: str) -> str:
    """The SQL of what a row is called: its key, or what a revision is of."""
    return "table_name || ' ' || row_id" if table == "revisions" else " || '_' || ".join(KEYS[table])


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
