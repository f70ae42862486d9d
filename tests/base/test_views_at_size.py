"""The views over two thousand claims: their counts agree, and a filter or a page does not pay for the whole."""

from __future__ import annotations

import sqlite3

import pytest

from kb.base import schema
from tests import many_claims
from tests.harness.contract import CONTRACT, HELPERS, columns, rows


@pytest.mark.thorough
def test_the_counts_of_sheets_are_those_of_the_lists_they_count(many: sqlite3.Connection) -> None:
    about = "SELECT entity_id, count(DISTINCT claim_id) FROM entity_claims WHERE part <> 'speaker' AND entity_id LIKE 'actor-%' GROUP BY 1 ORDER BY 1"
    assert rows(many, "SELECT actor_id, claims_about FROM actor_sheet WHERE claims_about > 0 ORDER BY 1") == rows(many, about)
    by = "SELECT speaker_id, count(DISTINCT claim_id) FROM who_says_what GROUP BY 1 ORDER BY 1"
    assert rows(many, "SELECT actor_id, claims_by FROM actor_sheet WHERE claims_by > 0 ORDER BY 1") == rows(many, by)
    sources = "SELECT entity_id, count(DISTINCT source_id) FROM entity_claims JOIN assertions ON assertions.id = assertion_id GROUP BY 1 HAVING entity_id LIKE {} ORDER BY 1"
    assert rows(many, "SELECT actor_id, sources FROM actor_sheet WHERE sources > 0 ORDER BY 1") == rows(many, sources.format("'actor-%'"))
    claims = f"{about.partition(' AND ')[0]} AND entity_id IN (SELECT id FROM events) GROUP BY 1 ORDER BY 1"
    assert rows(many, "SELECT event_id, claims FROM timeline WHERE claims > 0 ORDER BY 1") == rows(many, claims)


@pytest.mark.parametrize("view", ["comparisons", "disagreements", "agreements"])
@pytest.mark.thorough
def test_each_pair_of_voices_stands_in_both_orientations(many: sqlite3.Connection, view: str) -> None:
    one, other = (f"claim_{way}_id, speaker_{way}_id, source_{way}_id, stance_{way}" for way in "ab")
    there = rows(many, f"SELECT {one}, {other}, kind, comparable, finding, relation_id FROM {view}")
    assert len(there) == len(set(there)) > 100
    assert {(*row[4:8], *row[:4], *row[8:]) for row in there} == set(there)


def id_columns() -> list[tuple[str, str]]:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.execute("BEGIN")
    schema.create(connection)
    found = [(view, column) for view in [*CONTRACT, *HELPERS] for column in columns(connection, view) if column.endswith("_id")]
    connection.close()
    return found


@pytest.mark.parametrize(("view", "column"), id_columns())
@pytest.mark.thorough
def test_a_filter_on_an_id_column_uses_indexes(many: sqlite3.Connection, view: str, column: str) -> None:
    value = many.execute(f"SELECT {column} FROM {view} WHERE {column} IS NOT NULL LIMIT 1").fetchone()
    assert value is not None, "the base has no such row; let the generator make one"
    filtered = f"SELECT * FROM {view} WHERE {column} = ?"
    # a single claim has no relation: that part of the view is skipped, though SQLite still prints its plan
    if column != "relation_id":
        assert many_claims.scans(many, filtered, value) == []
    assert many_claims.read_whole(many, filtered + " LIMIT 100", value) == []
    assert many_claims.work(many, filtered, value) < many_claims.work_of_whole(many, view) / 5


@pytest.mark.parametrize("view", CONTRACT)
@pytest.mark.thorough
def test_a_page_of_a_view_is_not_paid_for_with_the_whole_of_it(many: sqlite3.Connection, view: str) -> None:
    assert many_claims.read_whole(many, f"SELECT * FROM {view} LIMIT 10", ()) == []
    page = many_claims.work(many, f"SELECT * FROM {view} LIMIT 10", ())
    assert page < many_claims.work_of_whole(many, view) / 5


def test_the_matrix_never_looks_for_one_claim_through_its_whole_source(many: sqlite3.Connection) -> None:
    plan = [row[3] for row in many.execute("EXPLAIN QUERY PLAN SELECT * FROM source_matrix WHERE source_id = 'source-1'")]
    assert len([step for step in plan if "assertions_by_source" in step]) == 1


def test_the_timeline_is_sorted_by_its_index(many: sqlite3.Connection) -> None:
    plan = [row[3] for row in many.execute("EXPLAIN QUERY PLAN SELECT * FROM timeline ORDER BY earliest LIMIT 100")]
    assert "SCAN event USING INDEX events_by_earliest" in plan
    assert plan[-1] != "USE TEMP B-TREE FOR ORDER BY"
