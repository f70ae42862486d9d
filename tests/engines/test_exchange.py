"""Programs with large families of their own read the exports of the shipped base back."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from kb import api
from tests.engines import environments
from tests.harness.clients import reads
from tests.whole import done

TYPES = {"BIGINT": "Int64", "DOUBLE": "Float64", "VARCHAR": "String", "BLOB": "Binary"}


BASE = "https://example.org/kb/"  # the nanopub library knows no names with a port


def exported(preset: str, path: Path, folder: Path) -> Path:
    with api.open(path, readonly=True) as base:
        base.export_as(preset, folder, base=BASE)
    return folder


@reads("followthemoney", "ftm", engine=True)
@pytest.mark.engines
def test_every_entity_is_valid_with_no_value_refused_and_every_statement_has_its_id(shipped_path: Path, tmp_path: Path) -> None:
    answer = json.loads(environments.run("exchange", "run_ftm.py", str(exported("ftm", shipped_path, tmp_path))))
    assert answer["wrong"] == []
    assert len(answer["entities"]) > 300
    given = [each["given"] for each in answer["entities"].values()]
    assert [each["kept"] for each in answer["entities"].values()] == given
    values = [[name, prop, value] for name, each in answer["entities"].items() for prop, found in each["given"].items() for value in found]
    assert answer["statements"] == sorted(values)
    pointed = {value for each in given for prop in ("entity", "proof") for value in each.get(prop, [])}
    assert pointed <= set(answer["entities"])


@reads("nanopub", "nanopub", engine=True)
@pytest.mark.engines
def test_every_nanopublication_is_valid_and_named_by_its_own_digest(shipped_path: Path, tmp_path: Path) -> None:
    answer = json.loads(environments.run("exchange", "run_nanopub.py", str(exported("nanopub", shipped_path, tmp_path))))
    with api.open(shipped_path, readonly=True) as base:
        rows = base.query("SELECT assertion_id, speaker_id, stance, quote FROM claim_sheet WHERE counted ORDER BY assertion_id")
    assert list(answer) == [row["assertion_id"] for row in rows]
    assert all(each["valid"] and each["trusty"] for each in answer.values())
    assert len({each["uri"] for each in answer.values()}) == len(rows)
    for row, each in zip(rows, answer.values(), strict=True):
        assert each["quote"] == [row["quote"]]
        assert each["holder"] == [f"{BASE}id/{row['speaker_id']}"]
        assert each["stance"][0].endswith(f"_{row['stance']}")


@reads("geojson", "geojson", engine=True)
@pytest.mark.engines
def test_every_feature_is_valid_and_none_of_what_has_a_place_is_missing(shipped_path: Path, tmp_path: Path) -> None:
    answer = json.loads(environments.run("exchange", "run_geojson.py", str(exported("geojson", shipped_path, tmp_path / "places.geojson"))))
    assert (answer["kind"], answer["faults"]) == ("FeatureCollection", [])
    ids = [properties["id"] for _, properties in answer["features"]]
    assert len(ids) == len(set(ids)) > 20
    with api.open(shipped_path, readonly=True) as base:
        dated = {
            row["id"] for row in base.query("SELECT id FROM events JOIN entities USING (id) WHERE status = 'current' AND date IS NOT NULL")
        }
    assert dated <= set(ids)


@reads("datasette", "kb publish", engine=True)
@pytest.mark.engines
def test_every_view_of_the_published_base_answers_in_the_stable_release_without_our_plugin(shipped_path: Path, tmp_path: Path) -> None:
    done("publish", tmp_path / "site", "--with-base", db=shipped_path)
    path = tmp_path / "site" / "data" / "kb.db"
    with closing(sqlite3.connect(path)) as base:
        names = [row[0] for row in base.execute("SELECT name FROM sqlite_master WHERE type = 'view' ORDER BY name")]
        names += ["claims", "assertions", "snapshots"]
        counts = {name: base.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}
    answer = json.loads(environments.run("stock", "run_stock_datasette.py", str(path), json.dumps(names)))
    assert answer == {name: [200, 200, number] for name, number in counts.items()}


@reads("duckdb", "parquet", engine=True)
@reads("polars", "parquet", engine=True)
@reads("pandas", "parquet", engine=True)
@pytest.mark.engines
def test_every_table_and_view_is_read_with_rows_and_types(shipped_path: Path, tmp_path: Path) -> None:
    answer = json.loads(environments.run("exchange", "run_columns.py", str(exported("parquet", shipped_path, tmp_path))))
    with api.open(shipped_path, readonly=True) as base:
        for name, each in answer["read"].items():
            check(each, base.query(f"SELECT count(*) AS n FROM {name}")[0]["n"])
        voices = base.query("SELECT speaker, stance, quote FROM claim_sheet WHERE counted ORDER BY assertion_id")
    assert answer["voices"] == [list(row.values()) for row in voices]


def check(each: dict[str, Any], rows: int) -> None:
    """All three agree about the rows, the columns and the types of one file."""
    assert {each[client][0] for client in ("duckdb", "polars", "pandas")} == {rows}
    duck, polars = each["duckdb"][1], each["polars"][1]
    assert list(duck) == list(polars) == each["pandas"][1]
    for column, kind in duck.items():
        assert polars[column].startswith("Datetime") if kind.startswith("TIMESTAMP") else polars[column] == TYPES[kind], column
