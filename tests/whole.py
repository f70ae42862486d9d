"""Look at a whole base, and call the command line in this process, for the tests of what changes a base."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from kb.base import checks, deep, store
from kb.base.model import ORDER
from kb.cli import main, receiving
from kb.review import folders
from tests.harness.shared_worker import shared_worker

receiving.Worker = folders.Worker = shared_worker  # type: ignore[misc, assignment] # for the command in this process

Rows = dict[str, list[tuple[Any, ...]]]
TABLES = (*ORDER, "dates", "claims_awaiting_assertion", "change_context")


# What a reading of an HTML page would leave in the tiny base: the page, and a proposal of words that stand in it.
PROPOSED = """
INSERT INTO runs(id, kind, contributor_id, software, version, started_at, ended_at)
  SELECT 'run-proposing', 'propose', min(id), 'tests', '1', '2024-01-01T00:00:00Z', '2024-01-01T00:00:01Z' FROM contributors;
INSERT INTO originals(snapshot_id, sha256, media_type, bytes, run_id)
  SELECT snapshot_id, printf('%064d', 7), 'text/html', x'3c703e', 'run-proposing' FROM sources WHERE id = 'port-bulletin';
INSERT INTO proposals(id, snapshot_id, start_char, end_char, exact, kind, act, stance, certainty, rule, confidence, recorded_at, run_id)
  SELECT 'prp-words', id, 0, 8, substr(text, 1, 8), 'factual', 'asserts', 'affirms', 'certain', 'author', 0.5, '2024-01-01T00:00:00Z', 'run-proposing'
  FROM snapshots WHERE id = (SELECT snapshot_id FROM sources WHERE id = 'port-bulletin');
INSERT INTO reviews(id, table_name, row_id, contributor_id, verdict, at, run_id)
  SELECT 'rvw-words', 'claims', min(claims.id), min(contributors.id), 'unsure', '2024-01-01T00:00:00Z', 'run-proposing' FROM claims, contributors;
INSERT INTO conflicts(id, table_name, row_id, ours, theirs, at, our_at, run_id)
  SELECT 'cfl-words', 'claims', min(id), '{"kind": "norm"}', '{"kind": "plan"}', '2024-01-01T00:00:00Z', '2024-01-01T00:00:00Z', 'run-proposing' FROM claims;
"""


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
            listing = f"SELECT {', '.join(columns)} FROM {table} ORDER BY {', '.join(columns)}"
            found[table] = connection.execute(listing).fetchall() if columns else []  # an older base may not have it
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
    """Nothing is wrong with the base, and every row is what the run that wrote it last left."""
    connection = store.connect(path)
    try:
        found = errors(connection) + [str(each) for each in deep.values_as_written(connection) if each.severity == "error"]
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
