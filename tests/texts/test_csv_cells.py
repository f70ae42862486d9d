"""No cell of a CSV file is a formula, and none is lost or changed on the way back."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kb.ask import tables
from kb.texts import csv_cells


@pytest.mark.parametrize("cell", ["=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "-cmd|' /C calc'!A0", "'=1"])
def test_what_a_spreadsheet_runs_is_written_as_text(cell: str) -> None:
    stream = io.StringIO()
    tables.write_csv(stream, ["words"], [[cell]])
    written = next(csv.DictReader(io.StringIO(stream.getvalue(), newline="")))["words"]
    assert written[0] == "'"
    assert csv_cells.unguarded(str(csv_cells.guarded(cell))) == cell


@pytest.mark.parametrize("value", [-5, -1.5, None, "-12.5", "+3", "-0044", "words", "a=b", "don't", "'quoted'"])
def test_numbers_and_plain_words_stay_as_they_are(value: object) -> None:
    assert csv_cells.guarded(value) == value


@given(st.text(alphabet=st.sampled_from("'=+-@\t\r1a ")))
@example("'-1")
def test_every_text_comes_back(text: str) -> None:
    assert csv_cells.unguarded(csv_cells.guarded(text)) == text
