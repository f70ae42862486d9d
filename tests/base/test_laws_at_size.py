"""The laws of a whole take as long for its last part as for its first: counted in steps of SQLite's machine, not in time."""

from __future__ import annotations

import sqlite3

import pytest

from kb.base import schema

COLUMNS = {
    "actors": "'group', 'named'",
    "things": "'concept', NULL",
    "events": "'other', 'occurred'",
}
LAST = {"actors": "anonymity", "things": "description", "events": "actuality"}


def steps_of_one_more(connection: sqlite3.Connection, table: str, name: str) -> int:
    """How many steps SQLite takes to record one more part of the whole."""
    steps = 0

    def step() -> None:
        nonlocal steps
        steps += 1

    connection.set_progress_handler(step, 1)
    columns = f"INSERT INTO {table}(id, name, part_of_id, kind, {LAST[table]}) VALUES (?, 'a part', 'the-whole', {COLUMNS[table]})"
    connection.execute(columns, (name,))
    connection.set_progress_handler(None, 0)
    return steps


@pytest.mark.parametrize("table", COLUMNS)
@pytest.mark.thorough
def test_the_last_of_many_parts_costs_what_the_first_did(table: str) -> None:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    schema.create(connection)
    connection.execute("INSERT INTO things(id, name, kind) VALUES ('the-whole', 'the whole', 'concept')")
    first = max(steps_of_one_more(connection, table, f"part-{number}") for number in range(5))
    last = [steps_of_one_more(connection, table, f"part-{number}") for number in range(5, 300)][-1]
    assert last < 1.5 * first
    connection.close()


def test_a_row_is_never_made_part_of_itself_through_other_tables() -> None:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    schema.create(connection)
    connection.execute("INSERT INTO things(id, name, kind) VALUES ('a-thing', 'a thing', 'concept')")
    connection.execute("INSERT INTO actors(id, name, kind, part_of_id) VALUES ('an-actor', 'an actor', 'group', 'a-thing')")
    connection.execute(
        "INSERT INTO events(id, name, kind, actuality, part_of_id) VALUES ('an-event', 'an event', 'other', 'occurred', 'an-actor')"
    )
    with pytest.raises(sqlite3.IntegrityError, match="part of itself"):
        connection.execute("UPDATE things SET part_of_id = 'an-event' WHERE id = 'a-thing'")
    connection.close()
