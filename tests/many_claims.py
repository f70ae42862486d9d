"""A base with enough invented claims for query plans to mean something, and what SQLite does to answer."""

from __future__ import annotations

import functools
import re
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path

from tests.bench import synthetic

# What a plan may run through from end to end: results already narrowed down, never a table.
NARROWED = re.compile(
    r"SCAN (CONSTANT ROW|chosen\b|chain\b|leads\b|within\b|back\b|onward\b|origin\b|either\b|run\b|change\b|entity_claims\b|pair\b|reach\b|named\b|\()"
)

# What a question names with AS before its SELECT: results, whose own steps are looked at by themselves.
NAMED_RESULT = re.compile(r"\b(\w+)(?:\([\w, ]+\))? AS (?:MATERIALIZED )?\(")


def build(path: Path) -> Path:
    """Fill a new base with two thousand claims; SQLite gets no statistics."""
    return synthetic.build(path, 2000)


def analyze(path: Path) -> None:
    """Give SQLite statistics of a base."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("ANALYZE")
        connection.commit()


def scans(connection: sqlite3.Connection, sql: str, values: Sequence[str] | Mapping[str, str]) -> list[str]:
    """The steps of SQLite's plan that run through a whole table."""
    steps = [row[3] for row in connection.execute("EXPLAIN QUERY PLAN " + sql, values)]
    return [step for step in steps if step.startswith("SCAN") and not NARROWED.match(step)]


def read_whole(connection: sqlite3.Connection, sql: str, values: Sequence[str] | Mapping[str, str]) -> list[str]:
    """The steps of SQLite's plan that first read all of a table, into a Bloom filter or an index made for one statement.

    Results that the statement names itself may get such an index, and small tables of words and dates such a filter.
    """
    steps = [row[3] for row in connection.execute("EXPLAIN QUERY PLAN " + sql, values)]
    definitions = sql + "".join(row[0] for row in connection.execute("SELECT sql FROM sqlite_master WHERE type = 'view'"))
    small = {"dates", "vocabulary", *re.findall(r"\b(?:dates|vocabulary) AS (\w+)", definitions)}
    results = set(NAMED_RESULT.findall(sql))
    results |= {alias for name, alias in re.findall(r"\b(?:FROM|JOIN) (\w+) AS (\w+)", sql) if name in results}
    return [
        step
        for step in steps
        if ("BLOOM" in step and step.split("ON ")[1].split()[0] not in small) or (" AUTOMATIC " in step and step.split()[1] not in results)
    ]


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


@functools.cache
def work_of_whole(connection: sqlite3.Connection, view: str) -> int:
    """What a whole view takes; the base is only read, so it is counted once."""
    return work(connection, f"SELECT * FROM {view}", ())
