"""Rows of a query as dictionaries, and rows in an order in which each follows its parent."""

from __future__ import annotations

import sqlite3

import pytest

from kb.base import rows


@pytest.fixture
def connection() -> sqlite3.Connection:
    return sqlite3.connect(":memory:")


def test_rows_are_dictionaries_by_the_names_of_their_columns(connection: sqlite3.Connection) -> None:
    cursor = connection.execute("SELECT 1 AS number, 'a' AS word UNION ALL SELECT 2, NULL ORDER BY 1")
    assert rows.column_names(cursor) == ["number", "word"]
    assert list(rows.dicts(cursor)) == [{"number": 1, "word": "a"}, {"number": 2, "word": None}]


def test_the_first_row_is_none_where_there_is_none(connection: sqlite3.Connection) -> None:
    assert rows.first(connection.execute("SELECT 1 AS number")) == {"number": 1}
    assert rows.first(connection.execute("SELECT 1 AS number WHERE false")) is None


def test_a_statement_without_rows_has_no_columns(connection: sqlite3.Connection) -> None:
    assert rows.column_names(connection.execute("CREATE TABLE t (a)")) == []


def ids(*listed: tuple[str, str | None]) -> list[str]:
    return [row["id"] for row in rows.parents_first([{"id": row_id, "parent_id": parent} for row_id, parent in listed], "parent_id")]


def test_each_row_follows_its_parent_and_the_others_keep_their_order() -> None:
    assert ids(("c", "b"), ("a", None), ("b", "a"), ("d", None)) == ["a", "b", "c", "d"]
    assert ids(("z", None), ("a", "z"), ("y", "a")) == ["z", "a", "y"]


def test_a_parent_that_is_not_there_and_a_ring_of_parents_lose_no_row() -> None:
    assert ids(("b", "elsewhere"), ("a", None)) == ["b", "a"]
    assert sorted(ids(("a", "b"), ("b", "a"), ("c", "a"), ("d", "d"))) == ["a", "b", "c", "d"]


def merged(*listed: tuple[str, str | None]) -> list[str]:
    return [row["id"] for row in rows.merged_first([{"id": row_id, "merged_into_id": target} for row_id, target in listed])]


def test_what_was_merged_comes_before_what_it_was_merged_into() -> None:
    assert merged(("c", None), ("b", "c"), ("a", "b"), ("d", "c")) == ["a", "d", "b", "c"]
    assert merged(("a", "elsewhere"), ("b", None)) == ["a", "b"]
    assert merged(("a", "b"), ("b", "a"), ("c", "a")) == ["c", "a", "b"]
