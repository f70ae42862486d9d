"""A large base is printed by several processes to the bytes that one prints, whatever happens to the others."""

from __future__ import annotations

import io
import select
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from kb.base import runs, store
from kb.base.selection import Selection
from kb.rdf import export, model_mapping, printing
from kb.rdf.r2rml.mapping import MappingError
from kb.workers import process
from tests.harness.patience import within
from tests.whole import done


@pytest.fixture(autouse=True)
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let any base count as large, in portions of a few rows, and wait for the other processes before the first portion."""
    monkeypatch.setattr(printing, "LARGE", 0)
    monkeypatch.setattr(printing, "ROWS", 7)
    wait = select.select
    monkeypatch.setattr(printing.select, "select", lambda *files: wait(*files[:3], within(30)))


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[printing.Printer]:
    """The processes that a test starts."""
    every: list[printing.Printer] = []
    begin = printing.Printer.__init__

    def note(self: printing.Printer, path: str, base: str) -> None:
        begin(self, path, base)
        every.append(self)

    monkeypatch.setattr(printing.Printer, "__init__", note)
    return every


@pytest.fixture
def base(shipped_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(store.connect(shipped_path, readonly=True)) as connection:
        yield connection


def printed(connection: sqlite3.Connection, format: str = "nq", selection: Selection | None = None, **settings: Any) -> bytes:
    stream = io.BytesIO()
    export.write(connection, format, stream, selection or Selection(), export.Settings(**settings))
    return stream.getvalue()


@pytest.mark.parametrize("processes", [2, 4])
@pytest.mark.parametrize(("format", "bare"), [("nq", False), ("nt", True), ("ttl", False)])
def test_several_processes_print_the_bytes_of_one(
    base: sqlite3.Connection, started: list[printing.Printer], processes: int, format: str, bare: bool
) -> None:
    alone = printed(base, format, bare_triples=bare)
    assert not started
    assert printed(base, format, bare_triples=bare, processes=processes) == alone
    assert len(started) == processes - 1
    assert not any(each.failed for each in started)
    assert all(each.process.poll() is not None for each in started)


def test_each_process_prints_its_share(base: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    lengths: list[int] = []
    taken = printing.Printer.next

    def count(self: printing.Printer) -> bytes | None:
        data = taken(self)
        lengths.append(len(data or b""))
        return data

    monkeypatch.setattr(printing.Printer, "next", count)
    whole = len(printed(base, processes=2, texts=False))
    assert 0.3 < sum(lengths) / whole < 0.7
    assert len(lengths) > 50


def test_what_a_process_fails_to_print_is_printed_all_the_same(base: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = printed(base)
    taken, numbers = printing.Printer.next, iter(range(1000))

    def end_at_the_fifth(self: printing.Printer) -> bytes | None:
        if next(numbers) == 5:
            process.kill(self.process)
            self.process.wait()
        return taken(self)

    monkeypatch.setattr(printing.Printer, "next", end_at_the_fifth)
    assert printed(base, processes=2) == alone
    assert next(numbers) > 20  # it was asked for more, and this process printed what it no longer gave


def test_a_process_that_does_not_start_is_done_without(base: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = printed(base)
    start = process.start
    monkeypatch.setattr(process, "start", lambda module, *arguments: start(f"{module}_missing", *arguments))
    assert printed(base, processes=2) == alone

    def refuse(*_: str) -> None:
        raise OSError("too many processes")

    monkeypatch.setattr(process, "start", refuse)
    assert printed(base, processes=2) == alone


def test_a_change_while_the_others_start_is_not_mixed_in(
    base: sqlite3.Connection, shipped_path: Path, monkeypatch: pytest.MonkeyPatch, started: list[printing.Printer]
) -> None:
    alone = printed(base)
    look = printing.Printer.look

    def write_first(self: printing.Printer) -> None:
        with closing(sqlite3.connect(shipped_path, isolation_level=None)) as other:
            other.execute("INSERT INTO names(entity_id, name, kind) SELECT id, 'Written Meanwhile', 'alias' FROM actors")
        look(self)

    monkeypatch.setattr(printing.Printer, "look", write_first)
    assert printed(base, processes=2) == alone
    assert started[0].process.poll() is not None
    monkeypatch.setattr(printing.Printer, "look", look)
    assert b"Written Meanwhile" in printed(base, processes=2)


def test_another_file_under_the_name_is_not_mixed_in(
    base: sqlite3.Connection, shipped_path: Path, tiny_path: Path, monkeypatch: pytest.MonkeyPatch, started: list[printing.Printer]
) -> None:
    alone = printed(base)
    start = process.start

    def replaced(module: str, *arguments: str) -> Any:
        tiny_path.rename(shipped_path)
        return start(module, *arguments)

    monkeypatch.setattr(process, "start", replaced)
    assert printed(base, processes=2) == alone
    assert started[0].state is not None
    assert started[0].process.poll() is not None


def test_what_is_not_committed_is_printed_by_the_one_that_sees_it(shipped_path: Path, started: list[printing.Printer]) -> None:
    with closing(store.connect(shipped_path)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        assert printed(connection, processes=2)
        connection.execute("ROLLBACK")
    assert not started


def test_a_part_of_a_base_and_a_small_one_are_printed_by_one(
    base: sqlite3.Connection, started: list[printing.Printer], monkeypatch: pytest.MonkeyPatch
) -> None:
    (source,) = base.execute("SELECT min(id) FROM sources").fetchone()
    assert printed(base, selection=Selection.of([source], [], [], None), processes=2)
    monkeypatch.setattr(printing, "LARGE", 1 << 40)
    assert printed(base, processes=2)
    assert not started


def test_a_fault_in_a_row_is_told_as_by_one_process(shipped_path: Path) -> None:
    with closing(store.connect(shipped_path)) as connection, runs.begin(connection, "correct"):
        connection.execute("PRAGMA ignore_check_constraints = ON")  # as a base may hold that something else wrote
        connection.execute("UPDATE predicates SET iri = 'http://example.org/a b' WHERE id = (SELECT max(id) FROM predicates)")
    with closing(store.connect(shipped_path, readonly=True)) as connection:
        with pytest.raises(MappingError) as alone:
            printed(connection)
        with pytest.raises(MappingError) as several:
            printed(connection, processes=2)
    assert str(several.value) == str(alone.value)


def test_an_export_that_is_broken_off_leaves_no_process(base: sqlite3.Connection, started: list[printing.Printer]) -> None:
    chunks = export.print_quads(base, ["quads"], Selection(), export.Settings(processes=3))
    for _ in range(30):
        next(chunks)
    chunks.close()
    assert len(started) == 2
    assert all(each.process.poll() is not None for each in started)


def test_the_command_prints_with_as_many_processes_as_there_are_cores(
    shipped_path: Path, tmp_path: Path, started: list[printing.Printer], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing.os, "sched_getaffinity", lambda _: {0, 1, 2}, raising=False)
    file = tmp_path / "base.nq"
    done("export", "nq", "-o", file, db=shipped_path)
    assert len(started) == 2
    with closing(store.connect(shipped_path, readonly=True)) as connection:
        assert file.read_bytes() == printed(connection)


def test_every_table_of_many_rows_is_divided_by_a_column_that_it_is_sorted_by() -> None:
    for triples_map in model_mapping.triples_maps().values():
        divided = model_mapping.rows_by_key(triples_map.table or "")
        if model_mapping.restores(triples_map) in {"claims", "assertions", "passages", "sentences", "mentions", "participations"}:
            assert divided is not None, triples_map.name
        if divided is not None:
            assert divided[1] in model_mapping.content_tables()[divided[0]].columns
