"""A base with enough invented claims for query plans and timings to mean something; the claims are in many_claims.sql."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Mapping, Sequence
from pathlib import Path

from kb import schema, store

# What a plan may run through from end to end: results already narrowed down, never a table.
NARROWED = re.compile(r"SCAN (CONSTANT ROW|chain\b|within\b|origin\b|either\b|run\b|change\b|entity_claims\b|\()")


def build(path: Path, *, analyzed: bool) -> Path:
    """Fill a new base; `analyzed` says whether SQLite gets statistics."""
    store.init(path)
    connection = store.connect(path)
    with store.run(connection, "add", contributor="tester"):
        schema.run_script(connection, (Path(__file__).parent / "many_claims.sql").read_text("utf-8"))
    if analyzed:
        connection.execute("ANALYZE")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    return path


def scans(connection: sqlite3.Connection, sql: str, values: Sequence[str] | Mapping[str, str]) -> list[str]:
    """The steps of SQLite's plan that run through a whole table."""
    steps = [row[3] for row in connection.execute("EXPLAIN QUERY PLAN " + sql, values)]
    return [step for step in steps if step.startswith("SCAN") and not NARROWED.match(step)]


def work(connection: sqlite3.Connection, sql: str, values: Sequence[str] | Mapping[str, str]) -> int:
    """How many hundred instructions of SQLite's machine a statement takes: as good as a clock, and never noisy."""
    ticks = 0

    def tick() -> int:
        nonlocal ticks
        ticks += 1
        return 0

    connection.set_progress_handler(tick, 100)
    try:
        connection.execute(sql, values).fetchall()
    finally:
        connection.set_progress_handler(None, 0)
    return ticks
