"""No check compares all rows with all others: four times the rows of one name, or of pairs of one name, take about four times the steps, never sixteen."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from kb.base import checks, runs, store
from kb.base.checks import Check

FEW, MANY = 200, 800
LITTLE = 300_000  # instructions of SQLite: what a check takes that looks at other rows
STEP = 1_000


def add_namesakes(path: Path, first: int, last: int, name: Callable[[int], str]) -> None:
    with closing(store.connect(path)) as connection, runs.begin(connection, "add", contributor="tester") as run:
        rows = [(f"crew-{number:04}", name(number), run.id) for number in range(first, last)]
        connection.executemany("INSERT INTO actors(id, name, kind, run_id) VALUES (?, ?, 'group', ?)", rows)
        others = [(f"crew-{number:04}", f"other {name(number)}", run.id) for number in range(first, last)]
        connection.executemany("INSERT INTO names(entity_id, name, kind, run_id) VALUES (?, ?, 'alias', ?)", others)


def instructions(connection: sqlite3.Connection, check: Check) -> int:
    """How many instructions SQLite executes for a check, in thousands and times a thousand."""
    steps = 0

    def count() -> int:
        nonlocal steps
        steps += STEP
        return 0

    connection.set_progress_handler(count, STEP)
    try:
        list(check.problems(connection))
    finally:
        connection.set_progress_handler(None, 0)
    return steps


@pytest.mark.parametrize("name", ["A crew", "Crew {}"], ids=["one name", "a name of each two"])
def test_many_of_one_name_are_looked_at_in_linear_time(tiny_path: Path, name: str) -> None:
    taken = []
    for first, last in ((0, FEW), (FEW, MANY)):
        add_namesakes(tiny_path, first, last, lambda number: name.format(number // 2))
        with closing(store.connect(tiny_path, readonly=True)) as connection:
            taken.append({check.name: instructions(connection, check) for check in checks.load()})
    few, many = taken
    assert {name: (few[name], many[name]) for name in many if many[name] > max(LITTLE, 6 * few[name])} == {}
