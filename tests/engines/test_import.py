"""`kb import` of an export into an empty base gives equal rows in every table, for a base that people have worked in too."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from kb.base import store
from kb.base.model import KEYS
from kb.cli import main
from tests.engines.lived_in import lived_in

# History stays where it was made, and the calendar may hold dates that nothing uses any more.
LEFT_OUT = {"revisions", "origins"}
Rows = dict[str, set[tuple[object, ...]]]


def rows(path: Path) -> Rows:
    """Every row of every table, its columns in order of name."""
    with closing(store.connect(path, readonly=True)) as connection:
        return {table: set(connection.execute(select(connection, table))) for table in KEYS if table not in LEFT_OUT}


def select(connection: sqlite3.Connection, table: str) -> str:
    columns = [name for (name,) in connection.execute("SELECT name FROM pragma_table_info(?) ORDER BY name", (table,))]
    return f"SELECT {', '.join(columns)} FROM {table}"


def carried(base: Path, empty: Path, folder: Path, format: str) -> None:
    """Out of one base and into another, as a person would."""
    for arguments in (
        ["--db", base, "export", format, "-o", folder / f"base.{format}"],
        ["--db", empty, "import", folder / f"base.{format}"],
    ):
        done = CliRunner().invoke(main, [str(argument) for argument in arguments])
        assert done.exit_code == 0, done.output


@pytest.mark.parametrize("format", ["trig", "nq"])
@pytest.mark.parametrize("which", ["lived", pytest.param("shipped", marks=pytest.mark.engines)])
def test_an_export_imported_into_an_empty_base_gives_equal_rows(
    tiny_built: Path, shipped_path: Path, empty_path: Path, tmp_path: Path, which: str, format: str
) -> None:
    base = lived_in(tiny_built, tmp_path / "lived.db") if which == "lived" else shipped_path
    before = rows(base)
    carried(base, empty_path, tmp_path, format)
    after = rows(empty_path)
    for table in before:
        assert after[table] == before[table], table
    assert rows(base) == before
    with closing(store.connect(empty_path, readonly=True)) as connection:
        from kb.base import checks

        assert [problem for problem in checks.check(connection) if problem.severity == "error"] == []


def test_the_lived_in_base_has_what_makes_it_hard(tiny_built: Path, tmp_path: Path) -> None:
    with closing(store.connect(lived_in(tiny_built, tmp_path / "lived.db"), readonly=True)) as connection:
        for question in (
            "SELECT 1 FROM claims WHERE status = 'retracted' AND merged_into_id IS NULL",
            "SELECT 1 FROM claims WHERE merged_into_id IS NOT NULL",
            "SELECT 1 FROM entities WHERE status = 'merged'",
            "SELECT 1 FROM entities WHERE status = 'retracted'",
            "SELECT 1 FROM revisions WHERE table_name = 'things' AND operation = 'update'",
            "SELECT 1 FROM snapshots GROUP BY source_id HAVING count(*) = 2",
            "SELECT 1 FROM names GROUP BY entity_id HAVING count(DISTINCT language) >= 5",
            "SELECT 1 FROM assertions WHERE level > 0 AND cue IS NOT NULL",
        ):
            assert connection.execute(question).fetchone(), question
