"""The typed rows of the contract views have the columns of those views, and the types of the values that the views give."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path
from types import UnionType
from typing import get_args, get_type_hints

import pytest

from kb.base.contract_rows import ROW_TYPES

# Helpers that the views are built on; readers are not told to rely on them.
BUILDING_BLOCKS = {
    *("standing", "event_order_counts", "standing_order", "event_days", "event_starts", "circles_in_time"),
    *("voices", "pairs_of_voices", "origin_voices", "stand_in_ways", "verdicts"),
}


def types_of(annotation: object) -> tuple[type, ...]:
    """The classes that an annotation such as `str | None` allows."""
    return get_args(annotation) if isinstance(annotation, UnionType) else (annotation,)  # type: ignore[return-value]


@pytest.mark.parametrize("view", ROW_TYPES)
@pytest.mark.thorough
def test_a_typed_row_has_the_columns_of_its_view_in_order(tiny_built: Path, view: str) -> None:
    with closing(sqlite3.connect(tiny_built)) as connection:
        columns = [column[1] for column in connection.execute(f"PRAGMA table_info({view})")]
    assert list(get_type_hints(ROW_TYPES[view])) == columns


@pytest.mark.parametrize("view", ROW_TYPES)
@pytest.mark.thorough
def test_the_values_of_a_view_have_the_types_of_its_typed_row(tiny_built: Path, shipped_built: Path, view: str) -> None:
    hints = get_type_hints(ROW_TYPES[view])
    for path in (tiny_built, shipped_built):
        with closing(sqlite3.connect(path)) as connection:
            rows = connection.execute(f"SELECT * FROM {view}").fetchall()
        assert rows
        wrong = {
            (name, type(value).__name__)
            for row in rows
            for (name, annotation), value in zip(hints.items(), row, strict=True)
            if not isinstance(value, types_of(annotation))
        }
        assert not wrong


def test_every_view_of_the_contract_has_a_typed_row() -> None:
    defined = re.findall(r"^CREATE VIEW (\w+)", (Path(__file__).parents[2] / "schema" / "views.sql").read_text("utf-8"), re.MULTILINE)
    assert set(defined) - BUILDING_BLOCKS == set(ROW_TYPES)
