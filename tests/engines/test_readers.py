"""sqlite3, DuckDB and pandas open a base as it is and answer five questions of the documents as `kb query` does."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from kb import api
from tests.engines import environments
from tests.harness.clients import reads

Rows = list[list[Any]]
ROOT = Path(__file__).resolve().parents[2]
CLAIM = "clm-china-poised-to-double-nuclear-missiles"
# The fifth question is a command (kb trace): the same way back to the bytes, in SQL.
TRACE = f"""
SELECT a.id AS assertion_id, c.text AS claim, p.exact, sec.kind AS section, a.source_id, p.start_char, p.end_char, s.id AS snapshot_id, s.sha256
FROM assertions AS a JOIN claims AS c ON c.id = a.claim_id JOIN passages AS p ON p.id = a.passage_id
  JOIN sections AS sec ON sec.id = p.section_id JOIN snapshots AS s ON s.id = p.snapshot_id
WHERE c.id = '{CLAIM}' ORDER BY a.level
"""


def questions() -> list[str]:
    """What the page of questions asks, in SQL."""
    part = (ROOT / "docs" / "how-to" / "ask.md").read_text("utf-8").partition("## Five questions")[2].partition("\n## ")[0]
    asked = re.findall(r'^\$ \S+ query "(SELECT .+)"$', part, re.MULTILINE)
    assert len(asked) == 4
    assert f"kb trace {CLAIM}" in part
    return [*asked, TRACE]


def expected(path: Path) -> list[Rows]:
    with api.open(path, readonly=True) as base:
        answers = [[list(row.values()) for row in base.query(question)] for question in questions()]
    assert all(answers)
    return answers


def asked(path: Path, folder: Path, own: list[str]) -> Path:
    file = folder / "questions.json"
    file.write_text(json.dumps({"through": questions(), "own": own}), encoding="utf-8")
    return file


def text(value: object) -> str | None:
    return None if value is None else str(value)


def test_the_trace_in_sql_is_what_kb_trace_tells(shipped_path: Path) -> None:
    with api.open(shipped_path, readonly=True) as base:
        told = base.trace(CLAIM)
        rows = base.query(TRACE)
    assert [row["assertion_id"] for row in rows] == [each["assertion_id"] for each in told]
    for row, each in zip(rows, told, strict=True):
        assert row.items() <= each.items()


def test_the_sqlite3_shell_answers_alike(shipped_path: Path) -> None:
    if shutil.which("sqlite3") is None:
        pytest.skip("no sqlite3 here: apt-get install sqlite3")
    for question, wanted in zip(questions(), expected(shipped_path), strict=True):
        printed = environments.command("sqlite3", "-readonly", "-json", str(shipped_path), question)
        assert [list(row.values()) for row in json.loads(printed)] == wanted


@reads("pandas", "kb.db", engine=True)
@pytest.mark.engines
def test_pandas_answers_alike(shipped_path: Path, tmp_path: Path) -> None:
    printed = environments.run("readers", "run_pandas.py", str(shipped_path), str(asked(shipped_path, tmp_path, [])))
    assert json.loads(printed)["through"] == expected(shipped_path)


@pytest.mark.engines
def test_duckdb_answers_alike_and_reads_every_table_itself(shipped_path: Path, tmp_path: Path) -> None:
    with api.open(shipped_path, readonly=True) as base:
        names = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%STRICT' AND name NOT IN ('never', 'change_context')"
        tables = [str(row["name"]) for row in base.query(names)]
        counts = [[[base.query(f"SELECT count(*) AS n FROM {table}")[0]["n"]]] for table in tables]
    own = [f"SELECT count(*) FROM base.{table}" for table in tables]
    own.append(re.sub(r"\b(FROM|JOIN) (\w+)", r"\1 base.\2", TRACE))
    answers = json.loads(environments.run("readers", "run_duckdb.py", str(shipped_path), str(asked(shipped_path, tmp_path, own))))
    # what it passes through to SQLite it gives as text, whatever the type
    assert answers["through"] == [[[text(value) for value in row] for row in rows] for rows in expected(shipped_path)]
    assert answers["own"] == [*counts, expected(shipped_path)[-1]]
