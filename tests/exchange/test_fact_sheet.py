"""What `kb export facts` writes comes in again: unchanged it writes nothing, and a changed cell is a correction with its reason."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from kb.exchange import fact_sheet
from tests.whole import done, kb, rows, sound

FILES = ("csv", "xlsx", "jsonl")
CLAIM = "clm-ferry-too-small"


@pytest.fixture
def sheet(tiny_path: Path, tmp_path: Path) -> Path:
    """The facts of the tiny base as CSV."""
    done("export", "facts", "-o", tmp_path / "facts.csv", db=tiny_path)
    return tmp_path / "facts.csv"


def cells_of(sheet: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(sheet.read_text("utf-8-sig"))))


def edited(sheet: Path, listed: list[dict[str, str]]) -> Path:
    """The sheet with other rows, as a German Excel saves it."""
    words = io.StringIO()
    writer = csv.DictWriter(words, list(listed[0]), delimiter=";", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(listed)
    sheet.write_text("\ufeff" + words.getvalue(), encoding="utf-8", newline="")
    return sheet


def one_of(listed: list[dict[str, str]], **wanted: str) -> dict[str, str]:
    return next(row for row in listed if all(row[name] == value for name, value in wanted.items()))


def look(path: Path, sql: str, *parameters: object) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql, parameters).fetchall()


@pytest.mark.parametrize("file", FILES)
def test_what_is_exported_comes_in_again_and_writes_nothing(tiny_path: Path, tmp_path: Path, file: str) -> None:
    if file == "xlsx":
        pytest.importorskip("openpyxl", reason="workbooks come with the extra sheets")
    before = rows(tiny_path)
    path = tmp_path / f"facts.{file}"
    done("export", "facts", "-f", file, "-o", path, db=tiny_path)
    said = done("import", path, db=tiny_path)
    assert said == f"0 rows corrected, 0 retracted, {len(before['assertions'])} as they were"
    assert rows(tiny_path) == before


def test_a_sheet_of_the_shipped_base_comes_in_again_and_writes_nothing(shipped_path: Path, tmp_path: Path) -> None:
    done("export", "facts", "-o", tmp_path / "facts.csv", db=shipped_path)
    before = look(shipped_path, "SELECT count(*) FROM runs")
    assert done("import", tmp_path / "facts.csv", db=shipped_path).startswith("0 rows corrected, 0 retracted, ")
    assert look(shipped_path, "SELECT count(*) FROM runs") == before


def test_a_changed_cell_is_a_correction_with_its_reason_and_nothing_else_changes(tiny_path: Path, sheet: Path) -> None:
    before, listed = rows(tiny_path), cells_of(sheet)
    one = one_of(listed, claim_id=CLAIM)
    one |= {"certainty": "Possible", "kind": "norm", "reason": "it says may"}
    said = done("import", edited(sheet, listed), db=tiny_path)
    assert said == f"2 rows corrected, 0 retracted, {len(listed) - 1} as they were"
    after = rows(tiny_path)
    differ = {table for table in after if after[table] != before[table]}
    assert differ == {"assertions", "claims", "revisions", "runs", "contributors"}
    assert look(tiny_path, "SELECT certainty FROM assertions WHERE id = ?", one["assertion_id"]) == [("possible",)]
    assert look(tiny_path, "SELECT kind FROM claims WHERE id = ?", CLAIM) == [("norm",)]
    assert {
        row[0] for row in look(tiny_path, "SELECT reason FROM revisions WHERE run_id = (SELECT run_id FROM revisions ORDER BY seq DESC)")
    } == {"it says may"}
    sound(tiny_path)


def test_cells_without_a_reason_are_told_all_at_once_and_change_nothing(tiny_path: Path, sheet: Path, tmp_path: Path) -> None:
    before, listed = rows(tiny_path), cells_of(sheet)
    listed[0]["stance"] = "denies" if listed[0]["stance"] == "affirms" else "affirms"
    listed[1] |= {"source": "another-paper", "reason": "why not"}
    listed[2] |= {"quote": "words that nobody wrote", "reason": "why not"}
    listed[3] |= {"assertion_id": "ast-none", "reason": "why not"}
    said = kb("import", edited(sheet, listed), "--errors", tmp_path / "failed.csv", db=tiny_path)
    assert said.code == 1
    for told in ("stance changed without a reason", "cannot be corrected", "row 4", "row 5"):
        assert told in said.err
    assert len(cells_of_failed(tmp_path / "failed.csv")) == 4
    assert rows(tiny_path) == before


def cells_of_failed(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig")), delimiter=";"))


def test_only_yes_below_retract_retracts_and_a_missing_row_changes_nothing(tiny_path: Path, sheet: Path) -> None:
    listed = cells_of(sheet)
    gone = listed[0]
    gone |= {"retract": "yes", "reason": "the paper took it back"}
    said = done("import", edited(sheet, [gone, listed[1]]), db=tiny_path)
    assert said.startswith("0 rows corrected, ") and said.endswith(" retracted, 1 as they were")
    retracted = look(tiny_path, "SELECT id FROM assertions WHERE status = 'retracted'")
    assert (gone["assertion_id"],) in retracted
    assert look(tiny_path, "SELECT count(*) FROM assertions")[0][0] == len(rows(tiny_path)["assertions"])


def test_of_two_rows_of_one_claim_either_may_change_it_and_both_only_alike(tiny_path: Path, sheet: Path) -> None:
    listed = cells_of(sheet)
    claim = next(row["claim_id"] for row in listed if sum(row["claim_id"] == each["claim_id"] for each in listed) > 1)
    first, second = [row for row in listed if row["claim_id"] == claim][:2]
    first |= {"kind": "causal", "reason": "it gives a cause"}
    assert done("import", edited(sheet, [first, second]), db=tiny_path).startswith("1 rows corrected")
    assert look(tiny_path, "SELECT kind FROM claims WHERE id = ?", claim) == [("causal",)]
    first |= {"kind": "norm"}
    second |= {"kind": "plan", "reason": "it is a plan"}
    assert "change it to different values" in kb("import", edited(sheet, [first, second]), db=tiny_path).err
    assert look(tiny_path, "SELECT kind FROM claims WHERE id = ?", claim) == [("causal",)]


@pytest.mark.thorough
def test_a_row_added_below_is_a_new_fact(tiny_path: Path, sheet: Path) -> None:
    listed = cells_of(sheet)
    new = dict.fromkeys(listed[0], "") | {"source": "harbour-gazette", "quote": "Many captains", "claim": "There are many captains"}
    said = done("import", edited(sheet, [*listed, new]), db=tiny_path)
    assert said == f"0 rows corrected, 0 retracted, {len(listed)} as they were, 1 new facts, 0 that were there already"


@pytest.mark.parametrize("heading", [*fact_sheet.OF_ASSERTION, *fact_sheet.OF_CLAIM])
@pytest.mark.thorough
def test_each_cell_that_is_changed_and_changed_back_leaves_the_row_as_it_was(tiny_path: Path, sheet: Path, heading: str) -> None:
    """Every column is taken: an emptied or another value is corrected or refused with its place, never passed over."""
    listed = cells_of(sheet)
    number, cell = next(((number, row[heading]) for number, row in enumerate(listed) if row[heading]), (0, ""))
    if not cell:
        pytest.skip("the tiny base has no value for it")
    row = {**listed[number], heading: "", "reason": "emptied"}
    said = kb("import", edited(sheet, [row]), db=tiny_path)
    if said.code == 0:
        assert "1 rows corrected" in said.out
        assert done("import", edited(sheet, [{**row, heading: cell}]), db=tiny_path).startswith("1 rows corrected")
        fresh = json.loads(done("export", "facts", "-f", "jsonl", db=tiny_path).splitlines()[number])
        assert fact_sheet.same(heading, fresh[heading], cell)
    else:
        assert "row 2" in said.err
