"""Check a base against the model itself: laws, keys, words, CHECK constraints, texts and full-text indexes.

Other checks are SELECTs of their own in schema/checks; kb.base.checks runs both.
"""

from __future__ import annotations

import functools
import hashlib
import os
import re
import sqlite3
import stat
from collections.abc import Iterator
from pathlib import Path

from kb.base import figures, full_text, purged, schema, stand_in_laws, text_pieces
from kb.base.law_statements import known_words
from kb.base.model import KEYS, SEVERAL_WORDS, WORDS, field_of
from kb.base.problems import Problem
from kb.errors import actions
from kb.errors.remedies import Remedy


def check(connection: sqlite3.Connection) -> Iterator[Problem]:
    """Every problem that these checks find, but for rows_without_a_run and damages of the file."""
    yield from file_of_its_owner(connection)
    yield from laws_in_place(connection)
    yield from keys_hold(connection)
    yield from words_known(connection)
    yield from rules_kept(connection)
    yield from texts_as_received(connection)
    yield from search_current(connection)
    yield from figures_printed(connection)
    yield from stand_ins_joined(connection)
    yield from texts_cut(connection)


def file_damaged(message: str) -> Problem:
    """The problem for a damage of the file, in the words of SQLite."""
    return error("file-damaged", "the file is damaged", "the base", message, "restore it from a backup or a dump")


def file_of_its_owner(connection: sqlite3.Connection) -> Iterator[Problem]:
    """A problem where other accounts may read a base with private texts.

    A base that was created before this was so, or was opened to a group on purpose, is left as it is.
    """
    path = Path(path_of(connection))
    private = "SELECT 1 FROM snapshots JOIN sources ON sources.id = source_id WHERE access NOT IN ('public', 'quotes') LIMIT 1"
    if os.name == "posix" and path.is_file() and connection.execute(private).fetchone():
        mode = stat.S_IMODE(path.stat().st_mode)
        if mode & 0o077:
            remedy = f"close it to them: chmod 600 {path}; or leave it, if they are meant to read it"
            yield notice("file-open", "other accounts may read a base with private texts", str(path), f"mode {mode:o}", remedy)


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
    """A problem for each trigger or view of the model that is missing from the base or differs there."""
    present = dict(connection.execute(LISTING))
    for name, sql in model().items():
        if present.get(name) != sql:
            what = "a law or view of the model is missing" if name not in present else "a law or view is not the model's"
            yield error("laws", what, name, "compare the files in schema/", actions.upgrade(path_of(connection)))


def figures_printed(connection: sqlite3.Connection) -> Iterator[Problem]:
    """A problem for each number that no sentence with a quote of its claim prints.

    Asked here, as SQL would walk each text from its start for every passage.
    """
    for claim_id, verbatim in figures.unprinted(connection):
        yield error(
            "quantities-not-printed",
            "a number that no sentence with a quote of its claim prints",
            claim_id,
            verbatim,
            actions.correct(claim_id, "quantity.verbatim"),
        )


def stand_ins_joined(connection: sqlite3.Connection) -> Iterator[Problem]:
    """A problem where the table of what stands for an entity is not what the single steps give."""
    for entity, stand_in in connection.execute(stand_in_laws.DIFFERENCE):
        detail = f"{stand_in}: kept by triggers, which a program without them went past"
        yield error(
            "stand-ins", "what stands for it is not joined from the single steps", entity, detail, actions.upgrade(path_of(connection))
        )


def texts_cut(connection: sqlite3.Connection) -> Iterator[Problem]:
    """A problem for each text whose pieces, which laws and views take words from, are not the text."""
    for (snapshot_id,) in connection.execute(text_pieces.DIFFERENCE):
        detail = "text_pieces: kept by triggers, which a program without them went past"
        yield error("text-pieces", "its pieces are not its text", snapshot_id, detail, actions.upgrade(path_of(connection)))


def keys_hold(connection: sqlite3.Connection) -> Iterator[Problem]:
    """A problem for each reference to a row that is not there."""
    for table, rowid, target, _ in connection.execute("PRAGMA foreign_key_check").fetchall():
        where = f"{table}, rowid {rowid}"
        yield error("dangling", f"names a row of {target} that is not there", where, target, "add that row, or correct the reference")


def words_known(connection: sqlite3.Connection) -> Iterator[Problem]:
    """A problem for each controlled word that the vocabulary does not have."""
    for table, columns in WORDS.items():
        for column in columns:
            field = field_of(table, column)
            unknown = f"{column} NOT IN (SELECT value FROM vocabulary WHERE field = '{field}')"
            if (table, column) in SEVERAL_WORDS:
                unknown = f"{column} IS NOT {known_words(field, column)}"
            for row, word in connection.execute(
                f"SELECT {name_of_row(table)}, {column} FROM {table} WHERE {column} IS NOT NULL AND {unknown}"
            ):
                what = "a word that the vocabulary does not have"
                if (table, column) in SEVERAL_WORDS:
                    what = "words that the vocabulary does not have, or not each once, sorted and separated by one blank"
                yield error("vocabulary-unknown", what, str(row), f"{column} {word}", "correct it, or add the word to the table vocabulary")


MARKS = re.compile(r"""'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|[()]""")


@functools.cache
def rules() -> dict[str, dict[str, str]]:
    """{table: {name of a CHECK constraint: its SQL}}, from the model."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    schema.create_tables(connection)
    constraints: dict[str, dict[str, str]] = {}
    for table, sql in connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'"):
        for head in re.finditer(r'CONSTRAINT "([^"]+)" CHECK \(', sql):
            depth = 1
            for mark in MARKS.finditer(sql, head.end()):
                depth += {"(": 1, ")": -1}.get(mark[0], 0)
                if depth == 0:
                    constraints.setdefault(table, {})[head[1]] = sql[head.end() : mark.start()]
                    break
    connection.close()
    return constraints


def rules_kept(connection: sqlite3.Connection) -> Iterator[Problem]:
    """A problem for each row that its table would refuse.

    SQLite's own check names no row, and skips the CHECK constraints where a base may only be read.
    """
    for table in KEYS:
        for rule, condition in rules().get(table, {}).items():
            where, _, wanted = rule.partition(": ")
            column = where.partition(".")[2]
            if column and table == "quantities":
                column = f"quantity.{column}"
            for (row,) in connection.execute(f"SELECT {name_of_row(table)} FROM {table} WHERE NOT ({condition})"):
                yield error("rules", f"a row that its table refuses: {wanted}", str(row), where, actions.correct(str(row), column))


def rows_without_a_run(connection: sqlite3.Connection) -> Iterator[Problem]:
    """A notice for each row, and each change of a row, that no run recorded because it was written past the library."""
    for table in KEYS:
        if connection.execute("SELECT 1 FROM pragma_table_info(?) WHERE name = 'run_id'", (table,)).fetchone():
            for (row,) in connection.execute(f"SELECT {name_of_row(table)} FROM {table} WHERE run_id IS NULL"):
                yield notice(
                    "written-past-the-library",
                    "a row that no run recorded",
                    str(row),
                    table,
                    "none, if it was meant: it was written by another program",
                )


def texts_as_received(connection: sqlite3.Connection) -> Iterator[Problem]:
    """A problem for each text whose SHA-256 is not the one that was recorded, with or without a byte order mark before it."""
    for snapshot_id, sha256, text, run_id in connection.execute("SELECT id, sha256, text, purged_in_id FROM snapshots"):
        if run_id:
            if not purged.is_faultless(text):
                what = "a text that was purged holds words"
                yield error(
                    "purged-but-there", what, snapshot_id, f"purged in {run_id}", "go on from a dump or backup in which it is purged"
                )
            continue
        data = text.encode("utf-8")
        if sha256 not in (hashlib.sha256(data).hexdigest(), hashlib.sha256(b"\xef\xbb\xbf" + data).hexdigest()):
            detail = f"its SHA-256 is not {sha256}"
            yield error("text-changed", "the text is not the one that was received", snapshot_id, detail, "restore it from a dump")


def search_current(connection: sqlite3.Connection) -> Iterator[Problem]:
    """A problem for each full-text index that does not match its table.

    SQLite checks an index only for a writer; where the base may only be read, this is left out.
    """
    for table in full_text.INDEXED:
        try:
            connection.execute(f"INSERT INTO {table}_fts({table}_fts, rank) VALUES ('integrity-check', 1)")
        except sqlite3.DatabaseError as refused:
            if "readonly" in str(refused) or "locked" in str(refused):
                return
            yield error("search", "the full-text index does not match its table", f"{table}_fts", str(refused), actions.rebuild_search())


def error(check: str, what: str, row: str, detail: str, *remedies: Remedy) -> Problem:
    return Problem(check, "error", what, row, detail, remedies)


def notice(check: str, what: str, row: str, detail: str, *remedies: Remedy) -> Problem:
    return Problem(check, "notice", what, row, detail, remedies)


def path_of(connection: sqlite3.Connection) -> str:
    """The path of the base's file, empty for a base in memory."""
    return str(connection.execute("PRAGMA database_list").fetchone()[2])


def name_of_row(table: str) -> str:
    """The SQL expression that names a row by its key; a revision by the row that it is of."""
    return "table_name || ' ' || row_id" if table == "revisions" else " || '_' || ".join(KEYS[table])
