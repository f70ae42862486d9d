"""Bring an older base up to the present schema, in place, after a backup; what people recorded stays as it is.

What a newer schema adds or words otherwise (tables, columns, checks, indexes) is found by comparing the base with the model, so it
needs no step of its own. Laws and views hold no data and are laid anew. A change that is more than that gets a step, by the version
it leads to.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from kb import schema
from kb.errors import DataError
from kb.store import refused

if TYPE_CHECKING:  # sqlite-utils is slow to import, and an up-to-date base needs none of it
    import sqlite_utils

OURS = "name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE '%\\_fts' ESCAPE '\\' AND name NOT LIKE '%\\_fts\\_%' ESCAPE '\\'"
KEEPS_SEARCH = ("_ai", "_ad", "_au")  # how sqlite-utils names the triggers that keep a full-text index current


def origins_know_their_entries(db: sqlite_utils.Database) -> None:
    """2: `origins` tells entries apart and notices a person's later change; what it held is learnt anew at the next reading.

    Rows stay; the files join them then, and leave alone what differs.
    """
    if "entry" not in db["origins"].columns_dict:
        db["origins"].drop()


STEPS: dict[int, Callable[[sqlite_utils.Database], None]] = {2: origins_know_their_entries}


def if_older(path: str | Path, *, always: bool = False) -> Path | None:
    """Upgrade the base if it is older than this program, or `always`; returns where the backup is.

    A file that is no base of ours, or one of a newer version, is left for store.connect to refuse. Raises DataError when the
    base may only be read, or somebody is writing to it; it is then as it was.
    """
    path = Path(path)
    if not path.is_file() or (not always and version_in_header(path) == schema.VERSION):
        return None
    try:
        connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=rw", uri=True, isolation_level=None, timeout=10)
    except sqlite3.OperationalError:
        return None
    try:
        application, version = (connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version"))
        if application != schema.APPLICATION_ID or version > schema.VERSION or (version == schema.VERSION and not always):
            return None
        if not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
            raise sqlite3.OperationalError("attempt to write a readonly database")
        backup = back_up(connection, path, version)
        try:
            bring_up(connection, version)
        except BaseException:
            backup.unlink(missing_ok=True)  # the base is as it was: a copy of it would only be in the way
            raise
        return backup
    except sqlite3.Error as error:
        if "not a database" in str(error):
            return None
        if "readonly" in str(error) or "unable to open" in str(error):
            raise DataError(
                "an older base, and it may only be read", where=str(path), remedy="copy it to where you may write, then use the copy"
            ) from error
        raise refused(error).at(str(path)) from error
    finally:
        connection.close()


def version_in_header(path: Path) -> int | None:
    """The schema version that the file's first bytes state; none where it is not one of our bases.

    Reads without SQLite, so that a base on a read-only disk is not taken for an older one because it cannot be opened for writing.
    """
    with path.open("rb") as file:
        header = file.read(72)
    if len(header) < 72 or int.from_bytes(header[68:72], "big") != schema.APPLICATION_ID:
        return None
    return int.from_bytes(header[60:64], "big")


def back_up(connection: sqlite3.Connection, path: Path, version: int) -> Path:
    """A copy of the base as it is, beside it; never over an earlier one."""
    number = 1
    while (backup := path.with_name(f"{path.name}.bak-v{version}-{number}")).exists():
        number += 1
    unfinished = backup.with_name(f".{backup.name}.new")
    copy = sqlite3.connect(unfinished)
    try:
        connection.backup(copy)
        copy.close()
        unfinished.replace(backup)
    finally:
        copy.close()
        unfinished.unlink(missing_ok=True)
    return backup


def bring_up(connection: sqlite3.Connection, version: int) -> None:
    """Steps, additions, laws, views and words, all in one transaction."""
    import sqlite_utils

    connection.execute("PRAGMA foreign_keys = OFF")  # tables may be rebuilt; keys are checked before the commit
    connection.execute("PRAGMA legacy_alter_table = ON")  # and what refers to a table goes on naming it, not the copy put aside
    connection.execute("BEGIN IMMEDIATE")
    try:
        views = drop_laws_and_views(connection)
        db = sqlite_utils.Database(connection, execute_plugins=False)
        for step in sorted(STEPS):
            if step > version:
                STEPS[step](db)
        add_what_is_new(db)
        put_back_views(connection, views)
        schema.add_new_words(connection)
        broken = connection.execute("PRAGMA foreign_key_check").fetchall()
        if broken:
            raise DataError(
                f"the upgrade would leave {len(broken)} references dangling",
                where=str(broken[0][0]),
                remedy="the base was left as it was; run kb check with the older version",
            )
        connection.execute(f"PRAGMA user_version = {schema.VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def drop_laws_and_views(connection: sqlite3.Connection) -> dict[str, str]:
    """Make room for the present laws and views; returns the views that went, by name."""
    views = dict(objects(connection, "view"))
    for kind in ("trigger", "view"):
        for name, _ in objects(connection, kind):
            if not name.endswith(KEEPS_SEARCH):
                connection.execute(f'DROP {kind} "{name}"')
    return views


def put_back_views(connection: sqlite3.Connection, views: dict[str, str]) -> None:
    """Views that the model does not have are somebody's own: they stay, unless what they read is gone."""
    present = {name for name, _ in objects(connection, "view")}
    for name, sql in views.items():
        if name in present:
            continue
        connection.execute(sql)
        try:
            connection.execute(f'SELECT 1 FROM "{name}" LIMIT 0')
        except sqlite3.OperationalError:
            connection.execute(f'DROP VIEW "{name}"')


def add_what_is_new(db: sqlite_utils.Database) -> None:
    """Tables, columns, checks and indexes of the model that the base does not have; then its laws and views."""
    import sqlite_utils

    from kb import search

    model = sqlite_utils.Database(memory=True)
    model.conn.isolation_level = None
    schema.create(model.conn)
    connection = db.conn
    present = dict(objects(connection, "table"))
    for name, sql in objects(model.conn, "table"):
        if name not in present:
            connection.execute(sql)
        elif present[name] != sql:
            bring_table_up(connection, name, sql, columns_of(model.conn, name))
    present_indexes = {name for name, _ in objects(connection, "index")}
    for name, sql in objects(model.conn, "index"):
        if name not in present_indexes:
            connection.execute(sql)
    for kind in ("view", "trigger"):
        for _, sql in objects(model.conn, kind):
            connection.execute(sql)
    for table, column in search.INDEXED.items():
        if not db[f"{table}_fts"].exists():
            db.table(table).enable_fts([column], fts_version="FTS5", create_triggers=True, tokenize=search.TOKENIZER)


def bring_table_up(connection: sqlite3.Connection, name: str, sql: str, wanted: dict[str, int]) -> None:
    """Give a table the model's definition: its columns, checks and descriptions. Rows and row numbers stay.

    A table to which somebody added columns of his own keeps its definition, so that they stay; it gets the model's new columns.
    """
    present = columns_of(connection, name)
    if set(present) - set(wanted):
        for column in wanted:
            if column not in present:
                connection.execute(f"ALTER TABLE {name} ADD COLUMN {definition(sql, column)}")
        return
    going_with_it = connection.execute(
        "SELECT sql FROM sqlite_master WHERE tbl_name = ? AND type IN ('index', 'trigger') AND sql IS NOT NULL", (name,)
    ).fetchall()
    written = [column for column, hidden in present.items() if not hidden and not wanted[column]]
    kept = ", ".join(written if numbers_its_rows(connection, name) else ["rowid", *written])  # the full-text index goes by rowid
    connection.execute(f"ALTER TABLE {name} RENAME TO {name}_as_it_was")
    connection.execute(sql)
    connection.execute(f"INSERT INTO {name}({kept}) SELECT {kept} FROM {name}_as_it_was")
    connection.execute(f"DROP TABLE {name}_as_it_was")
    for (statement,) in going_with_it:
        connection.execute(statement)


def numbers_its_rows(connection: sqlite3.Connection, table: str) -> bool:
    """Whether the row number is a column of the table, under a name of its own."""
    keys: list[tuple[str]] = connection.execute("SELECT type FROM pragma_table_info(?) WHERE pk > 0", (table,)).fetchall()
    return keys == [("INTEGER",)]


def columns_of(connection: sqlite3.Connection, table: str) -> dict[str, int]:
    """Every column, with whether it is computed (not 0) or holds what is written to it (0)."""
    return dict(connection.execute("SELECT name, hidden FROM pragma_table_xinfo(?) ORDER BY cid", (table,)).fetchall())


def objects(connection: sqlite3.Connection, kind: str) -> list[tuple[str, str]]:
    """(name, SQL) of each table, view, index or trigger that is not part of the full-text search."""
    rows: list[tuple[str, str]] = connection.execute(
        f"SELECT name, sql FROM sqlite_master WHERE type = ? AND sql IS NOT NULL AND {OURS} ORDER BY rowid", (kind,)
    ).fetchall()
    return rows


def definition(sql: str, column: str) -> str:
    """The definition of one column as the model's file spells it, without its trailing comma."""
    for line in sql.splitlines():
        if line.startswith(f"  {column} "):
            return line.split(" -- ")[0].strip().rstrip(",")
    raise AssertionError(f"{column} is not in the model's table")
