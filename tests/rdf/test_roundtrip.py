"""Rows to triples and back: an export loads back to equal rows, in every format, and all formats hold one graph."""

from __future__ import annotations

import io
import sqlite3
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
from rdflib import Dataset, Graph
from rdflib.compare import isomorphic

import kb.exchange.load
from kb.base import store
from kb.rdf import export, graph, load, model_mapping

pytestmark = pytest.mark.filterwarnings("ignore:Dataset.default_context:DeprecationWarning")  # in rdflib's own readers

Row = dict[str, object]


def exported(connection: sqlite3.Connection, format: str, **options: Any) -> bytes:
    stream = io.BytesIO()
    export.write(connection, format, stream, *export.parted(**options))
    return stream.getvalue()


def rows_of(connection: sqlite3.Connection, table: str) -> list[Row]:
    columns = list(model_mapping.content_tables()[table].columns)
    return [dict(zip(columns, row, strict=True)) for row in connection.execute(f"SELECT {', '.join(columns)} FROM {table}")]


def by_key(table: str, rows: list[Row]) -> dict[tuple[object, ...], Row]:
    return {tuple(row[column] for column in model_mapping.content_tables()[table].key): row for row in rows}


@pytest.mark.parametrize("format", sorted(export.FORMATS))
def test_an_export_reads_back_to_equal_rows_in_every_table(tiny: sqlite3.Connection, tmp_path: Path, format: str) -> None:
    path = tmp_path / f"export.{format}"
    path.write_bytes(exported(tiny, format))
    read = load.rows(path)
    assert set(read) == set(model_mapping.content_tables())
    for table, rows in read.items():
        assert by_key(table, rows) == by_key(table, rows_of(tiny, table)), table  # type: ignore[arg-type]  # rows are rows


def test_the_shipped_base_reads_back_to_equal_rows(shipped: sqlite3.Connection, tmp_path: Path) -> None:
    path = tmp_path / "export.nq"
    path.write_bytes(exported(shipped, "nq"))
    for table, rows in load.rows(path).items():
        assert by_key(table, rows) == by_key(table, rows_of(shipped, table)), table  # type: ignore[arg-type]


def test_another_base_reads_back_to_the_same_rows(tiny: sqlite3.Connection, tmp_path: Path) -> None:
    path = tmp_path / "export.trig"
    path.write_bytes(exported(tiny, "trig", base="https://example.org/kb"))
    assert b"localhost" not in path.read_bytes()
    assert load.rows(path)["claims"] == load.rows(path, base="https://example.org/kb/")["claims"] != []


def test_every_content_table_is_restored_by_the_mapping() -> None:
    restored = {model_mapping.restores(triples_map) for triples_map in model_mapping.triples_maps().values()} - {None}
    assert restored == set(model_mapping.content_tables()) == set(load.ORDER)


def test_rows_come_before_those_that_refer_to_them(tiny: sqlite3.Connection, tmp_path: Path) -> None:
    path = tmp_path / "export.nq"
    path.write_bytes(exported(tiny, "nq"))
    read = load.rows(path)
    for table, column in load.PARENTS.items():
        ids = [row["id"] for row in read[table]]
        for row in read[table]:
            assert row[column] not in ids or ids.index(row[column]) < ids.index(row["id"])
    seen: set[str] = set()
    for table in load.ORDER:
        for column, target in model_mapping.content_tables()[table].references:
            if column not in (load.PARENTS.get(table), "snapshot_id", "id") and target not in ("entities", table):
                assert target in seen, (table, column)
        seen.add(table)


def test_all_formats_hold_one_graph(tiny: sqlite3.Connection) -> None:
    plain = Graph().parse(data=exported(tiny, "nt"), format="nt")
    for format, reader in (("ttl", "turtle"), ("rdf", "xml"), ("jsonld", "json-ld")):
        assert isomorphic(Graph().parse(data=exported(tiny, format), format=reader), plain), format
    quads = Dataset()
    quads.parse(data=exported(tiny, "nq"), format="nquads")
    assert isomorphic(quads.default_graph, plain)
    trig = Dataset()
    trig.parse(data=exported(tiny, "trig"), format="trig")
    assert set(trig.quads()) == set(quads.quads())


def test_no_line_is_printed_twice_and_the_order_is_the_same_every_time(tiny: sqlite3.Connection) -> None:
    lines = exported(tiny, "nq").splitlines()
    assert len(lines) == len(set(lines))
    for format in export.FORMATS:
        assert exported(tiny, format) == exported(tiny, format), format


def test_a_base_loaded_from_its_export_prints_the_same_bytes(tiny: sqlite3.Connection, tmp_path: Path) -> None:
    path = tmp_path / "export.nq"
    path.write_bytes(exported(tiny, "nq"))
    read = load.rows(path)
    store.init(tmp_path / "fresh.db")
    fresh = store.connect(tmp_path / "fresh.db")
    kb.exchange.load.load(
        fresh, {table: rows if load.PARENTS.get(table) else rows[::-1] for table, rows in read.items()}
    )  # recorded in another order
    assert exported(fresh, "nq") == path.read_bytes()
    fresh.close()


def test_the_rdflib_dataset_has_the_quads_of_the_export(tiny: sqlite3.Connection) -> None:
    quads = {ox.Quad(q.subject, q.predicate, q.object, q.graph_name) for q in ox.parse(exported(tiny, "nq"), format=ox.RdfFormat.N_QUADS)}
    dataset = graph.dataset(tiny)
    assert len(list(dataset.quads())) == len(quads)
    assert len(dataset.default_graph) == sum(isinstance(quad.graph_name, ox.DefaultGraph) for quad in quads)
