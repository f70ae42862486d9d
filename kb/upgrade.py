"""Bring an older base up to the present schema, in place, after a backup; what people recorded stays as it is.

What a newer schema adds (tables, columns, indexes) is found by comparing the base with the model, so it needs no step of its own.
Laws and views hold no data and are laid anew. A change that is more than an addition gets a step, by the version it leads to.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import sqlite_utils

from kb import schema, search
from kb.errors import DataError

OURS = "name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE '%\\_fts' ESCAPE '\\' AND name NOT LIKE '%\\_fts\\_%' ESCAPE '\\'"


def origins_know_their_entries(db: sqlite_utils.Database) -> None:
    """2: `origins` tells entries apart and notices a person's later change; what it held is learnt anew at the next reading.

    Rows stay; the files join them then, and leave alone what differs.
    """
    if "entry" not in db["origins"].columns_dict:
        db["origins"].drop()


STEPS: dict[int, Callable[[sqlite_utils.Database], None]] = {2: origins_know_their_entries}


def if_older(path: str | Path, *, always: bool = False) -> Path | None:
    """Upgrade the base if it is older than this program, or `always`; returns where the backup is."""
    path = Path(path)
    if not path.is_file():
        return None
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=rw", uri=True, isolation_level=None, timeout=10)
    try:
        application, version = (connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version"))
        if application != schema.APPLICATION_ID or version > schema.VERSION or (version == schema.VERSION and not always):
            return None  # store.connect says what is wrong with it
        backup = back_up(connection, path, version)
        bring_up(connection, version)
        return backup
    except sqlite3.OperationalError as error:
        if "readonly" in str(error) or "unable to open" in str(error):
            raise DataError(
                "an older base, and it may only be read", where=str(path), remedy="copy it to where you may write, then use the copy"
            ) from error
        raise
    except sqlite3.DatabaseError as error:
        if "not a database" in str(error):
            return None
        raise
    finally:
        connection.close()


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
    connection.execute("PRAGMA foreign_keys = OFF")  # tables may be rebuilt; keys are checked before the commit
    connection.execute("BEGIN IMMEDIATE")
    try:
        drop_laws_and_views(connection)
        db = sqlite_utils.Database(connection, execute_plugins=False)
        for step in sorted(STEPS):
            if step > version:
                STEPS[step](db)
        add_what_is_new(db)
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


def drop_laws_and_views(connection: sqlite3.Connection) -> None:
    for kind in ("trigger", "view"):
        for (name,) in connection.execute(f"SELECT name FROM sqlite_master WHERE type = ? AND {OURS}", (kind,)).fetchall():
            if not name.endswith(("_ai", "_ad", "_au")):  # those keep the full-text indexes current
                connection.execute(f'DROP {kind} "{name}"')


def add_what_is_new(db: sqlite_utils.Database) -> None:
    """Tables, columns and indexes of the model that the base does not have; then its laws and views."""
    model = sqlite_utils.Database(memory=True)
    model.conn.isolation_level = None
    schema.create(model.conn)
    connection = db.conn
    for name, sql in objects(model.conn, "table"):
        if not db[name].exists():
            connection.execute(sql)
            continue
        present = db[name].columns_dict
        for column in model[name].columns:
            if column.name not in present:
                connection.execute(f"ALTER TABLE {name} ADD COLUMN {definition(sql, column.name)}")
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


def objects(connection: sqlite3.Connection, kind: str) -> list[tuple[str, str]]:
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
