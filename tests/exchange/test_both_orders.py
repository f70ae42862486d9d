"""Whatever two people did to copies of a base, the two loads end in the same ids, conflicts and undisputed values, and a second load in nothing new."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings

from kb.api import Base
from kb.base import conflicts, store
from kb.base.model import COMPUTED, KEYS, ORDER, WITH_STATUS, row_id
from kb.base.rows import dicts
from kb.errors import DataError, KbError
from kb.exchange import dump, load
from tests.harness.searching import examples
from tests.harness.steps import STEPS, Step, pick, steps
from tests.whole import errors, rows

DIFFERS = {"vocabulary", "runs", "revisions", "conflicts", "originals", "origins", "contributors", "quantities"}


def opened(path: Path) -> Base:
    return Base(store.connect(path), path)


def copied(path: Path, target: Path) -> Path:
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(target)) as copy:
        source.backup(copy)
    return target


def worked_on(path: Path, target: Path, listed: list[Step], by: str) -> Path:
    """A copy of a base in which somebody took these steps."""
    copied(path, target)
    with closing(opened(target)) as base:
        for step in listed:
            try:
                STEPS[step[0]](base, step[1], step[2], by)
            except KbError:
                continue
            if errors(base.connection):  # such as an event that no claim is left to tell of
                base.undo(pick(base, "SELECT id FROM runs ORDER BY rowid DESC", 0), "a mistake", by=by)
    return target


def brought(theirs: Path, into: Path, target: Path) -> Path | None:
    """A copy of one base with the other loaded into it, twice; None where that would leave a fault, and the load was refused."""
    copied(into, target)
    folder = target.with_suffix(".dump")
    with closing(store.connect(theirs)) as connection:
        dump.dump(connection, folder)
    with closing(store.connect(target)) as connection:
        before = rows(connection)
        try:
            load.load(connection, dump.read(folder), contributor="Carla")
        except DataError as refused:  # as where the two retracted the last two claims that tell of an event
            assert "do not fit together" in str(refused)
            assert rows(connection) == before
            return None
        assert errors(connection) == []
        before = rows(connection)
        load.load(connection, dump.read(folder), contributor="Carla")
        assert rows(connection) == before
    return target


# ------------------------------------------------------------------------------------------------------- compared


def found_conflicts(connection: sqlite3.Connection, *, flipped: bool) -> dict[str, Any]:
    listed = [conflicts.read(row, flipped=flipped) for row in dicts(connection.execute("SELECT * FROM conflicts"))]
    return {each.id: (each.table, each.row_id, each.ours, each.theirs, each.status) for each in listed}


def classes(*connections: sqlite3.Connection) -> dict[str, str]:
    """For each row that either base merged, one id for all that are the same by both."""
    leader: dict[str, str] = {}

    def find(name: str) -> str:
        while name in leader:
            name = leader[name]
        return name

    merged = "SELECT id, merged_into_id FROM {} WHERE merged_into_id IS NOT NULL"
    for connection in connections:
        for table in ("entities", "claims"):
            for old, into in connection.execute(merged.format(table)).fetchall():
                if find(old) != find(into):
                    leader[find(old)] = find(into)
    return {name: find(name) for name in leader}


def undisputed(connection: sqlite3.Connection, same: dict[str, str]) -> Iterator[tuple[str, tuple[Any, ...], str, Any]]:
    """(table, key, column, value) of every value, but those that a conflict names and what depends on who recorded a row first."""
    disputed = {(row["table_name"], row["row_id"]) for row in dicts(connection.execute("SELECT * FROM conflicts"))}
    for table in ORDER:
        if table in DIFFERS:
            continue
        left_out = {"label", "run_id", "recorded_at", *KEYS[table], *COMPUTED.get(table, ())}
        for row in dicts(connection.execute(f"SELECT * FROM {table}")):
            key = tuple(same.get(str(row[column]), row[column]) for column in KEYS[table])
            if (table, row_id({column: row[column] for column in KEYS[table]})) in disputed:
                continue
            for column, value in row.items():
                if column not in left_out and not (table in WITH_STATUS and column == "status" and value == "retracted"):
                    yield table, key, column, same.get(str(value), value)


def dependent(connection: sqlite3.Connection) -> bool:
    """Whether merges are in dispute, on which other values depend."""
    return bool(connection.execute("SELECT 1 FROM conflicts WHERE ours LIKE '%merged_into_id%' OR table_name IN ('entities')").fetchone())


# Both made the captains part of a body that they then turned out to be: what follows from that takes back what both did.
ROUND = [
    ("merge claims", 5, 21),
    ("merge claims", 27, 29),
    ("merge actors", 16, 27),
    ("merge actors", 11, 18),
    ("part", 22, 21),
    ("merge actors", 27, 1),
]


# What one said again of a claim that the other merged has to move after a number has: the number that is there stays.
MERGED = [
    ("retract assertion", 23, 21),
    ("merge actors", 4, 25),
    ("kind", 24, 18),
    ("undo", 4, 6),
    ("undo", 25, 24),
    ("merge claims", 14, 17),
]
SAID_AGAIN = [
    ("merge claims", 18, 15),
    ("merge claims", 13, 30),
    ("add", 0, 24),
    ("review", 15, 17),
    ("kind", 26, 6),
    ("say again", 22, 16),
]


@example([("retract assertion", 10, 28), ("retract assertion", 9, 25), ("retract claim", 24, 2)], [("retract assertion", 2, 30)])
@example(ROUND, ROUND)
@example(MERGED, SAID_AGAIN)
@settings(max_examples=min(examples(8), 60), suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(steps, steps)
@pytest.mark.thorough
def test_both_orders_end_in_the_same(tiny_built: Path, ours: list[Step], theirs: list[Step]) -> None:
    with TemporaryDirectory(dir=tiny_built.parent) as name:
        folder = Path(name)
        one = worked_on(tiny_built, folder / "one.db", ours, "Ada")
        other = worked_on(tiny_built, folder / "other.db", theirs, "Ben")
        first, second = brought(other, one, folder / "first.db"), brought(one, other, folder / "second.db")
        assert (first is None) == (second is None)
        if first is None or second is None:
            return
        with closing(store.connect(first)) as here, closing(store.connect(second)) as there:
            assert found_conflicts(here, flipped=False) == found_conflicts(there, flipped=True)
            if not dependent(here):
                same = classes(here, there)
                assert set(undisputed(here, same)) == set(undisputed(there, same))
