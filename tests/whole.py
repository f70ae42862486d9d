"""Look at a whole base, and call the command line in this process, for the tests of what changes a base."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from kb import checks, store
from kb.cli import main
from kb.tables import ORDER

Rows = dict[str, list[tuple[Any, ...]]]
TABLES = (*ORDER, "dates", "claims_awaiting_assertion", "change_context")


@dataclass(frozen=True)
class Said:
    """What one call said, and how it ended."""

    code: int
    out: str
    err: str


def kb(*arguments: object, db: Path | None = None, stdin: str | bytes | None = None, env: dict[str, str] | None = None) -> Said:
    """Call the command; nothing but a refusal of ours may end it early."""
    words = [str(argument) for argument in arguments]
    base = ["--db", str(db)] if db else []
    done = CliRunner().invoke(main, base + words, input=stdin, env={"KB_DB": None, "KB_CONTRIBUTOR": "Tester"} | (env or {}))
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    assert "Traceback" not in done.output
    return Said(done.exit_code, done.stdout, done.stderr)


def done(*arguments: object, db: Path | None = None, stdin: str | bytes | None = None) -> str:
    """What a call that must succeed printed on standard output, without the last end of line."""
    said = kb(*arguments, db=db, stdin=stdin)
    assert said.code == 0, said.err
    return said.out.rstrip("\n")


def rows(base: sqlite3.Connection | Path) -> Rows:
    """Every row of every table that holds record or bookkeeping, in a fixed order."""
    connection = sqlite3.connect(base) if isinstance(base, Path) else base
    try:
        found = {}
        for table in TABLES:
            columns = [row[0] for row in connection.execute("SELECT name FROM pragma_table_xinfo(?) ORDER BY cid", (table,))]
            found[table] = connection.execute(f"SELECT {', '.join(columns)} FROM {table} ORDER BY {', '.join(columns)}").fetchall()
        return found
    finally:
        if isinstance(base, Path):
            connection.close()


def one(connection: sqlite3.Connection, sql: str, *parameters: object) -> Any:
    """The first column of the first row."""
    return connection.execute(sql, parameters).fetchone()[0]


def errors(connection: sqlite3.Connection) -> list[str]:
    return [str(problem) for problem in checks.check(connection) if problem.severity == "error"]


def sound(path: Path) -> None:
    """Nothing is wrong with the base."""
    connection = store.connect(path)
    try:
        found = errors(connection)
        assert not found, found
    finally:
        connection.close()


def ids_ever(connection: sqlite3.Connection) -> set[str]:
    """Every id that a person could have noted down."""
    tables = [table for table in ORDER if table not in ("entities",)]
    found = set()
    for table in tables:
        if connection.execute("SELECT 1 FROM pragma_table_info(?) WHERE name = 'id'", (table,)).fetchone():
            found |= {row[0] for row in connection.execute(f"SELECT id FROM {table}")}
    return found
