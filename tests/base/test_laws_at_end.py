"""The laws on new facts, checked on all rows at once at the end of an import: what a trigger refuses is refused there too."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from kb.base import laws_at_end, store
from tests.base.law_cases import ALL, FRESH, TABLES, Case, fresh, unique_sets

SEED = Path(__file__).with_name("laws_seed.sql")
INSERTS = re.compile(rf"INSERT INTO ({'|'.join(laws_at_end.TABLES)})\b")
# As an import writes them: none leaves out or changes a row that is there.
PLAIN = [
    (case, statement) for case in ALL for statement in case.statements if INSERTS.match(statement) and " ON CONFLICT " not in statement
]
BY_THE_TABLE = ("UNIQUE constraint failed", "CHECK constraint failed", "FOREIGN KEY constraint failed")  # which says it in SQLite's words
WHOLE = "SELECT name, sql FROM sqlite_master ORDER BY name"


@pytest.fixture(scope="module")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    path = tmp_path_factory.mktemp("laws-at-end") / "kb.db"
    store.init(path)
    connection = store.connect(path)
    connection.executescript(SEED.read_text("utf-8"))
    yield connection
    connection.close()


def refusal(connection: sqlite3.Connection, case: Case, statement: str) -> str:
    """What is said of a statement whose laws are checked at the end; empty where it is let through."""
    connection.execute("BEGIN")
    try:
        for each in filter(None, (case.setup or "").split(";\n")):
            connection.execute(each)
        with laws_at_end.checked_at_end(connection):
            connection.execute(statement)
    except sqlite3.Error as error:
        return str(error)
    finally:
        connection.execute("ROLLBACK")
    return ""


def test_what_a_trigger_refuses_is_refused_at_the_end(seeded: sqlite3.Connection) -> None:
    assert len(PLAIN) > 60
    wrong = []
    for case, statement in PLAIN:
        said = refusal(seeded, case, statement)
        wrong += [] if case.says in said or said.startswith(BY_THE_TABLE) else [f"{case.name}: {said!r} for {statement}"]
    assert wrong == []


def test_the_laws_are_back_afterwards_and_the_dates_are_computed(seeded: sqlite3.Connection) -> None:
    before = seeded.execute(WHOLE).fetchall()
    seeded.execute("BEGIN")
    with laws_at_end.checked_at_end(seeded):
        seeded.execute(fresh("claims", {"about_time": "'1987-05'", "about_earliest": "NULL", "about_latest": "NULL"}))
        seeded.execute(fresh("assertions", {"claim_id": FRESH["claims"]["id"]}))
    bounds = seeded.execute("SELECT about_earliest, about_latest FROM claims WHERE id = 'clm-fresh'").fetchall()
    after = seeded.execute(WHOLE).fetchall()
    seeded.execute("ROLLBACK")
    assert bounds == [("1987-05-01", "1987-05-31")] and after == before


def test_every_key_that_a_law_repeats_is_one_of_the_table(seeded: sqlite3.Connection) -> None:
    """A rule that no row is there twice is left to the table, so the table must have a key of these columns."""
    listing = "SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'trigger'"
    laws = [(table, sql) for name, table, sql in seeded.execute(listing) if name in laws_at_end.LAWS]
    assert {table for table, _ in laws} == set(laws_at_end.TABLES) <= set(TABLES)
    for table, sql in laws:
        for columns in re.findall(r"a row with this ([\w, ]+) is there already", sql):
            assert columns.split(", ") in unique_sets(table), f"{table} has no key of {columns}"


def test_a_law_that_cannot_be_checked_at_the_end_is_no_silent_gap() -> None:
    with pytest.raises(ValueError, match="cannot be said of all rows at once"):
        laws_at_end.Laws("claims").add("CREATE TRIGGER a BEFORE INSERT ON claims BEGIN\n  DELETE FROM claims WHERE id = NEW.id;\nEND")
    with pytest.raises(ValueError, match="not a trigger on inserts"):
        laws_at_end.Laws("claims").add("CREATE TRIGGER a BEFORE DELETE ON claims BEGIN\n  SELECT 1;\nEND")
