"""The words of a text by place: what substr() gives, with each text read once however many places are asked for."""

from __future__ import annotations

import gc
import sqlite3
import weakref
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kb.base import checks, slices, store
from kb.rdf import export

TEXT = "Zu 成都 — “é” e\u0301 \U0001f6a2 ferry\u00a0line\r\n" * 40


@pytest.fixture(scope="module")
def texts() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE TABLE snapshots(id TEXT PRIMARY KEY, text TEXT)")
        connection.executemany("INSERT INTO snapshots VALUES (?, ?)", [("snp-a", TEXT), ("snp-b", TEXT[::-1])])
        connection.execute(
            "CREATE TABLE places AS WITH RECURSIVE n(at) AS (SELECT 0 UNION ALL SELECT at + 1 FROM n WHERE at < 400)"
            " SELECT at, at + at % 40 + 1 AS past, CASE at % 2 WHEN 0 THEN 'snp-a' ELSE 'snp-b' END AS snapshot_id FROM n"
        )
        yield connection


def reads(connection: sqlite3.Connection, sql: str) -> list[str]:
    """The statements that read a text while a query runs."""
    seen: list[str] = []
    connection.set_trace_callback(seen.append)
    try:
        connection.execute(sql).fetchall()
    finally:
        connection.set_trace_callback(None)
    return [statement for statement in seen if "CAST(text" in statement]


def test_slices_are_what_substr_gives_and_each_text_is_read_once(texts: sqlite3.Connection) -> None:
    differs = "SELECT count(*), sum(kb_slice(snapshot_id, at, past) IS NOT substr(text, at + 1, past - at)) FROM places JOIN snapshots ON id = snapshot_id"
    with slices.offered(texts):
        assert len(reads(texts, "SELECT kb_slice(snapshot_id, at, past) FROM places")) == 2
        assert texts.execute(differs).fetchone() == (401, 0)


def test_a_place_outside_the_text_has_no_words_and_an_unknown_one_none(texts: sqlite3.Connection) -> None:
    asked = "SELECT kb_slice('snp-a', -3, 2), kb_slice('snp-a', 5, 5), kb_slice('snp-a', 99999, 100000), kb_slice('snp-a', NULL, 2), kb_slice('snp-c', 0, 2)"
    with slices.offered(texts):
        assert texts.execute(asked).fetchone() == ("", "", "", None, None)


def test_texts_are_let_go_when_they_are_too_long_together(texts: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(slices, "HELD", len(TEXT) + 1)
    each = "SELECT kb_slice(snapshot_id, at, past) FROM places WHERE snapshot_id = 'snp-a' UNION ALL SELECT kb_slice(snapshot_id, at, past) FROM places WHERE snapshot_id = 'snp-b'"
    with slices.offered(texts):
        assert len(reads(texts, each)) == 2
    with slices.offered(texts):
        assert len(reads(texts, "SELECT kb_slice(snapshot_id, at, past) FROM places")) == 401


def test_no_check_and_no_export_reads_a_text_for_each_place() -> None:
    statements = [check.sql for check in checks.load()] + [export.PASSAGES]
    assert [sql for sql in statements if "substr(text" in sql or "substr(s.text" in sql] == []
    assert sum("kb_slice" in sql for sql in statements) == 5


def test_it_is_offered_again_while_a_statement_is_open(tiny: sqlite3.Connection) -> None:
    (snapshot,) = tiny.execute("SELECT id FROM snapshots").fetchone()
    with slices.offered(tiny):
        opened = tiny.execute("SELECT kb_slice(?, 0, 3) FROM passages", (snapshot,))
        first = opened.fetchone()
        with slices.offered(tiny):
            assert tiny.execute("SELECT kb_slice(?, 0, 3)", (snapshot,)).fetchone() == first == opened.fetchone()


@pytest.mark.thorough
def test_a_connection_that_nobody_holds_is_freed_after_a_check_and_an_export(tiny_path: Path) -> None:
    held = weakref.WeakSet[sqlite3.Connection]()
    for _ in range(3):
        base = store.connect(tiny_path, readonly=True)
        held.add(base)
        list(checks.check(base))
        list(export.quads(base))
    del base
    gc.collect()
    assert len(held) == 0
