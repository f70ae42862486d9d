"""Look for what changed behind the base's back: values, laws and tables that are not as they were written, and derived rows that do not follow.

`kb check --deep` does, beside what kb.base.checks finds. A fault of the disk, of memory or of a copy shows here, and so does a row that
another program changed without leaving a revision. It is no seal: who can write to the file can write digests too (kb attest is for that).
"""

from __future__ import annotations

import functools
import json
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from kb.base import digests, full_text, schema
from kb.base.digests import Difference
from kb.base.integrity import error, notice
from kb.base.model import KEYS
from kb.base.problems import Problem
from kb.base.rows import columns_of, first
from kb.errors import actions

RESTORE = "compare it with a backup or a dump, and correct it to what it was, or go on from the backup"
PAST = "none, if it was meant: another program wrote it, past the library"


def check(connection: sqlite3.Connection) -> Iterator[Problem]:
    """Every problem that only a deep check finds."""
    with any_text(connection):
        yield from values_as_written(connection)
    yield from taken_later(connection)
    yield from objects_of_the_model(connection)
    yield from calendar_computed(connection)


@contextmanager
def any_text(connection: sqlite3.Connection) -> Iterator[None]:
    """Let text be read that is no UTF-8, as a flipped bit may leave it."""
    before, connection.text_factory = connection.text_factory, lambda data: data.decode("utf-8", "surrogateescape")
    try:
        yield
    finally:
        connection.text_factory = before


def values_as_written(connection: sqlite3.Connection) -> Iterator[Problem]:
    """A problem for each row that is not as the run that wrote it last left it."""
    without = Counter[str]()
    for each in digests.differences(connection):
        table, name = each.address
        row = shown(name)
        if each.digest is None:
            without[table] += 1
        elif is_revised(connection, each):
            what = "a row that another program changed or removed; a revision keeps what it was"
            yield notice("changed-past-the-library", what, row, table, PAST)
        elif each.present is None:
            yield error("row-gone", "a row is gone, or has another id", row, f"{table}; {left_by(each)}", RESTORE)
        else:
            yield error("value-changed", "a value is not the one that was written", row, f"{table}; {left_by(each)}", RESTORE)
    for table, count in without.items():
        yield notice("no-digest", "rows that no run took a digest of", table, f"{count}: values that change there are not found", PAST)


def shown(name: str) -> str:
    return name.encode("utf-8", "backslashreplace").decode()


def left_by(each: Difference) -> str:
    return f"left by {each.run_id}" if each.run_id else "its digest was taken later"


def is_revised(connection: sqlite3.Connection, each: Difference) -> bool:
    """Whether a revision without a run says that the row was what its digest says, and the last one that it became what it is."""
    revisions = connection.execute(
        "SELECT operation, before, after, run_id FROM revisions WHERE table_name = ? AND row_id = ? ORDER BY seq DESC", each.address
    ).fetchall()
    table = each.address[0]
    if table == "entities" and not revisions:
        return is_renamed(connection, each)
    if not revisions:
        return False
    operation, _, after, _ = revisions[0]
    if each.present != (None if operation == "delete" else digest_of_kept(table, after)):
        return False
    return any(run_id is None and digest_of_kept(table, before) == each.digest for _, before, _, run_id in revisions)


def digest_of_kept(table: str, row: str | None) -> str:
    """The digest of a row that a revision keeps as JSON, which is that of no row where the revision itself is damaged."""
    try:
        return digests.of(table, json.loads(row or ""))
    except (ValueError, AttributeError):
        return ""


def is_renamed(connection: sqlite3.Connection, each: Difference) -> bool:
    """Whether an entry of the registry was what its digest says when a revision without a run gave its row another name."""
    name = each.address[1]
    entry = first(connection.execute("SELECT * FROM entities WHERE id = ?", (name,)))
    if entry is None:
        sql = "SELECT 1 FROM revisions WHERE row_id = ? AND operation = 'delete' AND run_id IS NULL AND table_name IN ('actors', 'things', 'events', 'sources')"
        return connection.execute(sql, (name,)).fetchone() is not None
    sql = "SELECT coalesce(before ->> 'name', before ->> 'title') FROM revisions WHERE row_id = ? AND run_id IS NULL AND json_valid(before)"
    return any(digests.of("entities", entry | {"label": label}) == each.digest for (label,) in connection.execute(sql, (name,)))


def taken_later(connection: sqlite3.Connection) -> Iterator[Problem]:
    """A notice where digests were not taken by the run that wrote the rows, but by an upgrade or a load."""
    recorded = [table for table in KEYS if "run_id" in columns_of(connection, table)]
    sql = f"SELECT count(*) FROM digests WHERE run_id IS NULL AND table_name IN ({', '.join('?' * len(recorded))})"
    if count := connection.execute(sql, recorded).fetchone()[0]:
        what = "digests that were taken after the run that wrote the rows"
        yield notice(
            "digests-taken-later", what, "the base", f"{count} rows", "none: what changed before cannot be found; compare a backup"
        )


LISTING = "SELECT name, type, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"


@functools.cache
def model() -> dict[str, tuple[str, str]]:
    """(kind, SQL) of every table, index, law and view of the model with its full-text indexes, by name."""
    expected = sqlite3.connect(":memory:", isolation_level=None)
    schema.create(expected)
    full_text.create(expected)
    listed = {name: (kind, sql) for name, kind, sql in expected.execute(LISTING)}
    expected.close()
    return listed


def objects_of_the_model(connection: sqlite3.Connection) -> Iterator[Problem]:
    """A problem for each table, index or law that differs from the model's, and for each that the model does not have."""
    present = {name: (kind, sql) for name, kind, sql in connection.execute(LISTING)}
    upgrade = actions.upgrade(str(connection.execute("PRAGMA database_list").fetchone()[2]))
    for name, (kind, sql) in present.items():
        if name not in model():
            if kind == "trigger":
                remedy = f'drop it, unless you know what it does: DROP TRIGGER "{name}"'
                yield error("foreign-law", "a trigger that is not the model's", name, "it may change what is written", remedy)
            else:
                yield notice("foreign-object", f"a {kind} that is not the model's", name, "added by somebody", "none, if it was meant")
        elif sql != model()[name][1] and kind in ("table", "index"):
            added = kind == "table" and all_columns(connection, name) > model_columns(name)
            say = notice if added else error
            yield say(
                "definition", f"the {kind} is not defined as in the model", name, "columns were added" if added else "changed", upgrade
            )
    for name, (kind, _) in model().items():
        if name not in present and kind in ("table", "index"):
            yield error("definition", f"a {kind} of the model is missing", name, "compare the files in schema/", upgrade)


@functools.cache
def model_columns(table: str) -> set[str]:
    """The columns of a table of the model."""
    expected = sqlite3.connect(":memory:", isolation_level=None)
    schema.create_tables(expected)
    columns = all_columns(expected, table)
    expected.close()
    return columns


def all_columns(connection: sqlite3.Connection, table: str) -> set[str]:
    """The columns of a table, computed ones too."""
    return {row[0] for row in connection.execute("SELECT name FROM pragma_table_xinfo(?)", (table,))}


def calendar_computed(connection: sqlite3.Connection) -> Iterator[Problem]:
    """A problem for each date of the calendar whose days are not those that its words give."""
    columns = "edtf, first_part, last_part, earliest, latest, valid"
    expected = sqlite3.connect(":memory:", isolation_level=None)
    schema.create_tables(expected)
    with any_text(connection):
        present = connection.execute(f"SELECT {columns} FROM dates").fetchall()
    for row in present:
        date = shown(row[0])
        expected.execute("INSERT OR IGNORE INTO dates(edtf) VALUES (?)", (date,))
        if expected.execute(f"SELECT {columns} FROM dates WHERE edtf = ?", (date,)).fetchone() != row:
            yield error("calendar", "a date of the calendar has other days than its words give", date, "dates", RESTORE)
    expected.close()
