"""Spreadsheets show every character and compute nothing; Parquet has the types and rows of the base."""

from __future__ import annotations

import csv
import io
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow.parquet as pq
import pytest

from kb import api
from kb.base.model import KEYS
from kb.base.rows import columns_of
from kb.site.guard import public_edition
from tests.base.contract_views import VIEWS
from tests.harness.clients import reads
from tests.whole import kb

Export = Callable[..., tuple[str, dict[str, Any]]]
FORMULAS = ("=1+1", "+49 30", "-5 degrees", "@SUM(A1)", "\N{FULLWIDTH EQUALS SIGN}1")


def with_formula(path: Path, formula: str) -> Path:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA trusted_schema = ON")
    connection.execute("UPDATE things SET name = ? WHERE id = 'ferry'", (formula,))
    connection.commit()
    connection.close()
    return path


@pytest.mark.parametrize("formula", FORMULAS)
def test_a_text_like_a_formula_is_disarmed_and_reported(formula: str, tiny_path: Path, tmp_path: Path) -> None:
    said = kb("export", "csv", "--excel", "-o", tmp_path / "sheet.csv", db=with_formula(tiny_path, formula))
    assert said.code == 0, said.err
    raw = (tmp_path / "sheet.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = [*csv.DictReader(io.StringIO(raw.decode("utf-8-sig")))]
    subjects = [row["subject"] for row in rows if row["subject_id"] == "ferry"]
    assert subjects
    assert set(subjects) == {"'" + formula}
    assert "lost: texts that begin like a formula (" in said.err


def test_negative_numbers_stay_numbers(tiny_path: Path, tmp_path: Path) -> None:
    kb("export", "csv", "--excel", "-o", tmp_path / "sheet.csv", db=tiny_path)
    rows = csv.DictReader((tmp_path / "sheet.csv").open(encoding="utf-8-sig"))
    assert {row["value"] for row in rows if row["claim_id"] == "clm-bridge-halves-passengers"} == {"-50.0"}


def test_only_the_claim_sheet_as_csv_can_be_for_excel(tiny_path: Path) -> None:
    assert kb("export", "nq", "--excel", db=tiny_path).code == 2


@reads("openpyxl", "xlsx")
@pytest.mark.parametrize("formula", FORMULAS)
@pytest.mark.thorough
def test_every_cell_of_the_workbook_is_the_value_and_none_a_formula(formula: str, tiny_path: Path, tmp_path: Path) -> None:
    with api.open(with_formula(tiny_path, formula), readonly=True) as base:
        loss = base.export_as("xlsx", tmp_path / "sheet.xlsx")
        rows = base.query("SELECT * FROM claim_sheet ORDER BY source_id, start_char, level, assertion_id")
    book = openpyxl.load_workbook(tmp_path / "sheet.xlsx")
    head, *cells = book["claim_sheet"].iter_rows()
    assert [cell.value for cell in head] == list(rows[0])
    assert [[cell.value for cell in row] for row in cells] == [list(row.values()) for row in rows]
    assert {cell.data_type for row in cells for cell in row} <= {"s", "n"}
    assert loss.kept == {"assertions": len(rows), "sources": 3}
    assert not {"assertions", "ends of long texts"} & set(loss.lost)


def test_the_end_of_a_text_that_no_cell_holds_is_reported(tiny_path: Path, tmp_path: Path) -> None:
    with api.open(with_formula(tiny_path, "x" * 40_000), readonly=True) as base:
        loss = base.export_as("xlsx", tmp_path / "sheet.xlsx")
        rows = base.query("SELECT count(*) AS n FROM claim_sheet WHERE 'ferry' IN (subject_id, object_id)")[0]["n"]
    assert loss.lost["ends of long texts"].rows == rows > 0


@reads("pyarrow", "parquet")
@pytest.mark.thorough
def test_every_table_and_contract_view_comes_back_with_its_rows_and_types(lossy_base: api.Base, tmp_path: Path) -> None:
    loss = lossy_base.export_as("parquet", tmp_path)
    for name in (*KEYS, *VIEWS):
        table = pq.read_table(tmp_path / f"{name}.parquet")
        columns = columns_of(lossy_base.connection, name)
        assert table.column_names == columns
        assert table.num_rows == lossy_base.query(f"SELECT count(*) AS n FROM {name}")[0]["n"]
        for column in columns:
            kinds = {row["kind"] for row in lossy_base.query(f"SELECT DISTINCT typeof({column}) AS kind FROM {name}")} - {"null"}
            wanted = {"string": "text", "int64": "integer", "double": "real", "binary": "blob", "timestamp[us, tz=UTC]": "text"}
            assert kinds <= {wanted[str(table.schema.field(column).type)]}, f"{name}.{column}"
    assert not loss.lost
    claims = pq.read_table(tmp_path / "claims.parquet").to_pylist()
    assert [row["text"] for row in claims] == [row["text"] for row in lossy_base.query("SELECT text FROM claims ORDER BY id")]


def test_a_part_of_the_base_holds_its_rows_alone_and_says_what_it_leaves_out(lossy_base: api.Base, tmp_path: Path) -> None:
    loss = lossy_base.export_as("parquet", tmp_path, sources=["port-bulletin"])
    assert {row["source_id"] for row in pq.read_table(tmp_path / "claim_sheet.parquet").to_pylist()} == {"port-bulletin"}
    assert "all of revisions" in loss.lost
    assert pq.read_table(tmp_path / "sources.parquet")["id"].to_pylist() == ["port-bulletin"]
    assert not (tmp_path / "revisions.parquet").exists()


def test_a_public_edition_gives_no_text_that_it_withholds(tiny_path: Path, tmp_path: Path) -> None:
    public_edition.build(tiny_path, tmp_path / "public.db")
    with api.open(tmp_path / "public.db", readonly=True) as base:
        loss = base.export_as("parquet", tmp_path / "out")
    assert set(pq.read_table(tmp_path / "out" / "snapshots.parquet")["text"].to_pylist()) == {None}
    assert loss.lost["texts of snapshots"].rows == 2
