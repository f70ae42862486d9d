"""Spreadsheets as people leave them: delimiters, encodings, headings, blanks, and every fault told at once."""

from __future__ import annotations

import csv
import datetime
import io
import json
from pathlib import Path

import pytest

from kb.base import store
from tests.whole import done, errors, kb, one, rows

HEAD = ["source", "quote", "text"]
FIRST = ["port-bulletin", "The ferry is too small", "A claim about the ferry"]
SECOND = ["harbour-gazette", "Why does nobody ask the captains?", "Nobody asks the captains; nobody at all"]


def sheet(*lines: list[str], delimiter: str = ",", end: str = "\r\n") -> str:
    stream = io.StringIO()
    csv.writer(stream, delimiter=delimiter, lineterminator=end).writerows(lines)
    return stream.getvalue()


def saved(folder: Path, data: str | bytes, name: str = "facts.csv") -> Path:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


PLAIN = sheet(HEAD, FIRST, SECOND)
LEFT: dict[str, tuple[str, str | bytes]] = {
    "semicolons": ("facts.csv", sheet(HEAD, FIRST, SECOND, delimiter=";")),
    "tabs": ("facts.csv", sheet(HEAD, FIRST, SECOND, delimiter="\t")),
    "tabs in a .tsv": ("facts.tsv", sheet(HEAD, FIRST, SECOND, delimiter="\t")),
    "a line that tells the delimiter": ("facts.csv", "sep=;\r\n" + sheet(HEAD, FIRST, SECOND, delimiter=";")),
    "a byte order mark": ("facts.csv", "\ufeff" + PLAIN),
    "UTF-16, little end first": ("facts.csv", b"\xff\xfe" + sheet(HEAD, FIRST, SECOND, delimiter="\t").encode("utf-16-le")),
    "UTF-16, big end first": ("facts.csv", b"\xfe\xff" + PLAIN.encode("utf-16-be")),
    "lines that end in CR": ("facts.csv", sheet(HEAD, FIRST, SECOND, end="\r")),
    "blank rows": ("facts.csv", sheet([], ["", "", ""], HEAD, FIRST, [" ", "", ""], SECOND, ["", "", ""])),
    "a title above the headings": ("facts.csv", sheet(["Quotes of the port", "", ""], [], HEAD, FIRST, SECOND)),
    "an empty column": ("facts.csv", sheet([*HEAD, "", ""], [*FIRST, "", " "], [*SECOND, "", ""])),
    "cells beyond the headings that are blank": ("facts.csv", sheet(HEAD, [*FIRST, "", ""], SECOND)),
    "headings as people write them": ("facts.csv", sheet([" Source", "QUOTE ", "Claim"], FIRST, SECOND)),
    "headings as the command spells them": ("facts.csv", sheet(["--source", "--quote", "--claim"], FIRST, SECOND)),
    "headings as they are exported": ("facts.csv", sheet(["source_id", "quote", "claim"], FIRST, SECOND)),
    "blanks and capitals in cells": (
        "facts.csv",
        sheet([*HEAD, "Certainty"], [" Port-Bulletin\u00a0", "The ferry is too small ", FIRST[2], "Certain "], [*SECOND, "CERTAIN"]),
    ),
}


@pytest.mark.parametrize("case", LEFT)
@pytest.mark.thorough
def test_a_sheet_as_people_leave_it_means_the_same(case: str, tiny_path: Path, tmp_path: Path) -> None:
    name, data = LEFT[case]
    assert done("import", saved(tmp_path, data, name), db=tiny_path).startswith("2 new facts, 0 ")
    connection = store.connect(tiny_path)
    assert one(connection, "SELECT count(*) FROM claims WHERE text IN (?, ?)", FIRST[2], SECOND[2]) == 2
    assert errors(connection) == []


def test_a_workbook_is_read_with_its_dates_and_numbers(tiny_path: Path, tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.active.append([*HEAD, "About", "quantity_comparison", "quantity_value", "quantity_unit", "quantity_measure", "quantity_verbatim"])
    quote = "The Canal Company carried 900 passengers in April 1956"
    book.active.append(
        ["port-bulletin", quote, "Nine hundred were carried", datetime.datetime(1956, 4, 1), "equal", 900, "people", "carried", "900"]
    )
    book.active.append([None] * 9)
    book.active.append([*FIRST, 1956])
    book.save(tmp_path / "facts.xlsx")
    assert done("import", tmp_path / "facts.xlsx", db=tiny_path).startswith("2 new facts, 0 ")
    connection = store.connect(tiny_path)
    times = connection.execute("SELECT about_time FROM claims WHERE text IN ('Nine hundred were carried', ?) ORDER BY 1", (FIRST[2],))
    assert times.fetchall() == [("1956",), ("1956-04-01",)]
    assert one(connection, "SELECT value FROM quantities JOIN claims ON claims.id = claim_id WHERE text LIKE 'Nine%'") == 900


def test_a_workbook_has_a_title_above_its_headings_and_no_formula_is_taken_for_an_empty_cell(tiny_path: Path, tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.active.append(["Notes"])
    facts = book.create_sheet("Facts")
    facts["A1"] = "Facts of the port"
    facts.merge_cells("A1:C1")
    for line in (HEAD, FIRST, SECOND):
        facts.append(line)
    book.save(tmp_path / "facts.xlsx")
    assert done("import", tmp_path / "facts.xlsx", db=tiny_path).startswith("2 new facts, 0 ")
    facts["C3"] = '="A claim about "&"the ferry"'
    book.save(tmp_path / "facts.xlsx")
    said = kb("import", tmp_path / "facts.xlsx", db=tiny_path)
    assert said.code == 1 and "sheet Facts: 1 formulas have no result: C3" in said.err


def test_cells_that_cannot_be_read_are_told_with_everything_else_of_their_row(tiny_path: Path, tmp_path: Path) -> None:
    before = rows(tiny_path)
    lines = sheet(
        ["source", "quote", "claim", "about", "quantity_value", "quantity_unit"],
        ["port-bulletin", "as everyone knows", "#REF!", "3/4/1956", "1.200,5", "people"],
        ["port-bulletin", "no such words", "Some claim", "1956", "1,200", "people"],
        ["port-bulletin", "as everyone knows", "#BEZUG!", "", "", ""],
        delimiter=";",
    )
    said = kb("import", saved(tmp_path, lines), db=tiny_path)
    assert said.code == 1 and rows(tiny_path) == before
    places = ["row 2, claim", "row 2, quantity_value", "row 2, about", "row 3, quantity_value", "row 3, quote", "row 4, claim"]
    assert [line.partition(".csv, ")[2].partition(":")[0] for line in said.err.splitlines() if ".csv, " in line] == places
    assert "write 1200.5, if that is meant" in said.err and "write 1200 or 1.200, whichever is meant" in said.err


def test_a_name_is_found_whatever_its_case_in_any_alphabet(tiny_path: Path, tmp_path: Path) -> None:
    done("new", "thing", "faehre", "die Große Fähre", "--kind", "concept", db=tiny_path)
    line = [*FIRST, "DIE GROSSE  FÄHRE ", "Harms", "Ferry"]
    assert done("import", saved(tmp_path, sheet([*HEAD, "subject", "predicate", "object"], line)), db=tiny_path).startswith("1 new facts")
    assert one(store.connect(tiny_path), "SELECT subject_id FROM claims WHERE text = ?", FIRST[2]) == "faehre"


WRONG = sheet(
    ["Source", "Quote", "Claim", "Notes", "Subject", "Certainty", "About"],
    ["port-bulletin", "The ferry was sold", "One", "ok", "", "Certan", "3/4/2021"],
    FIRST + [""] * 4,
    [],
    ["port-buletin", "The ferry is too small", "Two", "", "", "", ""],
    ["port-bulletin", "The ferry is too small", "Three", "", "nobody-known", "", ""],
    delimiter=";",
)


def test_every_fault_is_told_at_once_with_its_row_its_column_and_its_value(tiny_path: Path, tmp_path: Path) -> None:
    before = rows(tiny_path)
    said = kb("import", saved(tmp_path, WRONG), db=tiny_path)
    assert said.code == 1
    for words in (
        "row 1, notes: unknown column 'Notes'",
        "row 2, quote",
        "row 2, certainty",
        "row 2, about",
        "row 5, source",
        "row 6, subject",
        "'3/4/2021'",
        "2021-04-03 or 2021-03-04",
        "did you mean certain",
        "port-bulletin",
    ):
        assert words in said.err, words
    assert "row 3" not in said.err
    assert said.err.count("remedy:") == 6
    assert rows(tiny_path) == before


def test_the_rows_that_failed_are_written_with_why_and_come_in_once_they_are_mended(tiny_path: Path, tmp_path: Path) -> None:
    failed = tmp_path / "failed.csv"
    said = kb("import", saved(tmp_path, WRONG), "--ignore", "Notes", "--errors", failed, "--skip-bad", db=tiny_path)
    assert said.code == 3
    assert said.out.startswith("1 new facts, 0 that were there already, 3 rows skipped")
    text = failed.read_text("utf-8-sig")
    listed = list(csv.DictReader(io.StringIO(text), delimiter=";"))
    assert [row["Claim"] for row in listed] == ["One", "Two", "Three"]
    assert all(word in listed[0]["why"] for word in ("quote", "certainty", "about"))
    mended = text.replace("The ferry was sold", "The ferry is too small").replace("Certan", "certain").replace("3/4/2021", "2021-04-03")
    mended = mended.replace("port-buletin", "port-bulletin").replace("nobody-known", "")
    again = done("import", saved(tmp_path, mended, "mended.csv"), "--ignore", "notes", db=tiny_path)
    assert again.startswith("3 new facts, 0 that were there already")


def test_a_dry_run_tells_what_would_be_recorded_and_records_nothing(tiny_path: Path, tmp_path: Path) -> None:
    before = rows(tiny_path)
    said = kb("import", saved(tmp_path, PLAIN), "--dry-run", db=tiny_path)
    assert said.code == 0
    assert said.out.startswith("2 new facts, 0 that were there already")
    assert "nothing was recorded" in said.err
    assert rows(tiny_path) == before


def test_the_run_is_told_with_the_line_that_undoes_it(tiny_path: Path, tmp_path: Path) -> None:
    said = kb("import", saved(tmp_path, PLAIN), db=tiny_path)
    run = one(store.connect(tiny_path), "SELECT id FROM runs WHERE kind = 'import'")
    assert f"kb undo {run} --reason" in said.err
    done("undo", run, "--reason", "wrong", db=tiny_path)


def test_bytes_in_another_encoding_are_named_with_a_guess_and_never_guessed(tiny_path: Path, tmp_path: Path) -> None:
    line = [FIRST[0], FIRST[1], "Die Fähre über den Fluß ist für müde Fährgäste zu klein"]
    said = kb("import", saved(tmp_path, sheet(HEAD, line).encode("cp1252")), db=tiny_path)
    assert said.code == 1
    assert "not UTF-8" in said.err and "WINDOWS-1252" in said.err


@pytest.mark.parametrize(
    ("cell", "offers"), [("3/4/2021", "2021-04-03 or 2021-03-04"), ("23.4.2021", "2021-04-23"), ("4-23-2021", "2021-04-23")]
)
def test_a_date_in_another_order_is_never_guessed(cell: str, offers: str, tiny_path: Path, tmp_path: Path) -> None:
    said = kb("import", saved(tmp_path, sheet([*HEAD, "about"], [*FIRST, cell])), db=tiny_path)
    assert said.code == 1
    assert f"write {offers}" in said.err


def test_a_value_below_no_heading_is_a_fault(tiny_path: Path, tmp_path: Path) -> None:
    said = kb("import", saved(tmp_path, sheet([*HEAD, ""], [*FIRST, "stray"])), db=tiny_path)
    assert said.code == 1
    assert "row 2" in said.err and "'stray'" in said.err


def test_lines_of_json_that_failed_are_written_with_why(tiny_path: Path, tmp_path: Path) -> None:
    bad = {"source": "port-bulletin", "quote": "not there", "text": "x"}
    text = "".join(json.dumps(entry) + "\n" for entry in (dict(zip(HEAD, FIRST, strict=True)), bad))
    failed = tmp_path / "failed.jsonl"
    assert kb("import", saved(tmp_path, text, "f.jsonl"), "--errors", failed, "--skip-bad", db=tiny_path).code == 3
    (line,) = [json.loads(line) for line in failed.read_text().splitlines()]
    assert {key: line[key] for key in bad} == bad and "quote" in line["why"]
    assert kb("import", failed, db=tiny_path).code == 1


def imported_then_undone(base: Path, file: Path) -> None:
    done("import", file, db=base)
    run = one(store.connect(base), "SELECT id FROM runs WHERE kind = 'import'")
    done("undo", run, "--reason", "wrong", db=base)


def test_what_was_taken_back_is_told_when_it_is_imported_again(tiny_path: Path, tmp_path: Path) -> None:
    file = saved(tmp_path, PLAIN)
    imported_then_undone(tiny_path, file)
    before = rows(tiny_path)
    said = kb("import", file, db=tiny_path)
    assert said.code == 3
    assert said.out.startswith("0 new facts, 2 that were there already, 2 of them taken back")
    assert "--restore" in said.err
    assert rows(tiny_path) == before


def test_restore_lets_what_was_taken_back_count_again(tiny_path: Path, tmp_path: Path) -> None:
    file = saved(tmp_path, PLAIN)
    imported_then_undone(tiny_path, file)
    said = kb("import", file, "--restore", db=tiny_path)
    assert said.code == 0, said.err
    assert said.out.startswith("0 new facts, 2 that were there already, 2 of them restored")
    connection = store.connect(tiny_path)
    counted = "SELECT count(*) FROM claim_sheet WHERE claim IN (?, ?) AND counted"
    assert one(connection, counted, FIRST[2], SECOND[2]) == 2
    assert errors(connection) == []


@pytest.mark.parametrize(
    ("column", "cell", "said"),
    [
        ("about", "44289", "write 2021-04-03, if that is meant"),
        ("about", "13.4.2021", "write 2021-04-13, if that is meant"),
        ("about", "3/4/2021", "write 2021-04-03 or 2021-03-04, whichever is meant"),
        ("about", "1-Mar-21", "write 2021-03-01 or 1921-03-01, whichever is meant"),
        ("about", "Sept 2021", "write 2021-09, if that is meant"),
        ("about", "Mob 2021", "write it like 2021"),
        ("about", "Mar-1956", "write 1956-03, if that is meant"),
        ("quantity_value", "252.000.000,5", "row 2, quantity_value: '252.000.000,5' is not a number"),
    ],
)
@pytest.mark.thorough
def test_a_cell_as_a_spreadsheet_shows_it_is_named_with_what_it_can_mean(
    column: str, cell: str, said: str, tiny_path: Path, tmp_path: Path
) -> None:
    assert said in kb("import", saved(tmp_path, sheet([*HEAD, column], [*FIRST, cell])), db=tiny_path).err


def test_what_is_no_sheet_of_facts_is_told_once_with_its_columns(tiny_path: Path, tmp_path: Path) -> None:
    said = kb("import", saved(tmp_path, sheet(["title"], ["Some title"], ["Other title"]), "title.csv"), db=tiny_path)
    assert said.code == 1 and said.err.count("title.csv") == 1
    assert "this is no sheet of facts: its columns are 'title'" in said.err and "head the columns source, quote and claim" in said.err


def test_a_workbook_is_searched_for_its_sheet_of_facts(tiny_path: Path, tmp_path: Path) -> None:
    book = pytest.importorskip("openpyxl").Workbook()
    book.active.title = "Notes"
    book.active.append(["Ask the harbour board"])
    book.save(tmp_path / "notes.xlsx")
    said = kb("import", tmp_path / "notes.xlsx", db=tiny_path)
    assert said.code == 1 and "no sheet of facts: its columns are 'Ask the harbour board'" in said.err
    facts = book.create_sheet("Facts")
    facts.append(HEAD)
    facts.append([*FIRST[:2], None])
    book.save(tmp_path / "facts.xlsx")
    assert f"{tmp_path / 'facts.xlsx'}, sheet Facts, row 2" in kb("import", tmp_path / "facts.xlsx", db=tiny_path).err
    facts["C2"] = FIRST[2]
    book.save(tmp_path / "facts.xlsx")
    assert done("import", tmp_path / "facts.xlsx", db=tiny_path).startswith("1 new fact")
    book.create_sheet("More").append(HEAD)
    book.save(tmp_path / "facts.xlsx")
    assert "2 sheets of facts: Facts, More" in kb("import", tmp_path / "facts.xlsx", db=tiny_path).err


def test_a_sheet_with_headings_alone_says_so(tiny_path: Path, tmp_path: Path) -> None:
    said = kb("import", saved(tmp_path, sheet(HEAD)), db=tiny_path)
    assert said.code == 0 and "headings and no rows" in said.err
