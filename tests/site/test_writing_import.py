"""The page that imports a sheet: everything wrong is shown first with its place and remedy, then what is right is recorded, and nothing is lost."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from typing import Any

import pytest

from tests.harness.site import Site
from tests.site.test_writing_forms import plain
from tests.whole import done

HEAD = "Source;Quote;Claim;Subject;Predicate;Object;About\n"
GOOD = "port-bulletin;as everyone knows;The port knows the ferry;harbour;carries;ferry;1956\n"
WRONG = "port-bulletin;no such words at all;The port knows the bridge;harbour;carries;ferry;3/4/1956\n"


def sent(desk: Site, do: str, who: str | None = "clerk", file: tuple[str, bytes] | None = None, **form: str) -> Any:
    files = {"file": file} if file else {"file": ("", b"")}
    return desk.post("/import", who, data={"do": do, **form}, files=files)


def test_a_sheet_is_looked_at_then_recorded_then_undone(desk: Site) -> None:
    before = desk.dump()
    look = sent(desk, "preview", sheet=HEAD + GOOD)
    assert look.status_code == 200 and "1 new facts." in plain(look.text) and "The port knows the ferry" in look.text
    assert desk.dump() == before
    recorded = sent(desk, "record", sheet=HEAD + GOOD, reason="the port’s list")
    assert recorded.status_code == 303
    run = recorded.headers["location"].partition("?")[0]
    assert "the port’s list" in desk.get(run, "clerk").text
    assert desk.rows("SELECT kind FROM runs WHERE id = ?", run.rpartition("/")[2]) == [("import",)]
    again = sent(desk, "record", sheet=HEAD + GOOD)
    assert again.status_code == 200 and "Nothing new was recorded" in again.text and "1 that were there already" in again.text
    assert desk.post(run, "clerk", data={"reason": "a slip"}).status_code == 303
    told = sent(desk, "preview", sheet=HEAD + GOOD)
    assert "were retracted before" in plain(told.text) or "was retracted before" in plain(told.text)
    kept = sent(desk, "record", sheet=HEAD + GOOD)
    assert "1 of them retracted, which stay so" in kept.text
    assert sent(desk, "record", sheet=HEAD + GOOD, restore="yes").status_code == 303
    assert desk.one("SELECT status FROM claims WHERE text = 'The port knows the ferry'") == "recorded"


@pytest.mark.thorough
def test_everything_wrong_stands_in_a_table_with_row_column_value_and_remedy(desk: Site) -> None:
    before = desk.dump()
    look = sent(
        desk, "preview", sheet=HEAD.replace("About", "Remark;About") + GOOD.replace("1956", "x;1956") + WRONG.replace("3/4", "x;3/4")
    )
    cells = [
        tuple(map(plain, row)) for row in re.findall(r'data-name="row">(.*?)</th>.*?"column">(.*?)</td>.*?"value">(.*?)</td>', look.text)
    ]
    assert ("1", "remark", "") in cells and ("3", "quote", "no such words at all") in cells and ("3", "about", "3/4/1956") in cells
    assert "write 1956-04-03 or 1956-03-04" in plain(look.text) and 'value="record"' not in look.text
    refused = sent(desk, "record", sheet=HEAD + GOOD + WRONG)
    assert refused.status_code == 422 and desk.dump() == before


@pytest.mark.thorough
def test_wrong_rows_can_be_skipped_and_downloaded(desk: Site) -> None:
    recorded = sent(desk, "record", sheet=HEAD + GOOD + WRONG, skip_bad="yes")
    assert recorded.status_code == 200 and "1 new facts" in recorded.text and "kb undo run-" in recorded.text
    for settings in ({}, {"skip_bad": "yes"}):
        file = sent(desk, "failed", sheet=HEAD + GOOD + WRONG, **settings)
        assert "attachment" in file.headers["content-disposition"] and file.headers["content-type"].startswith("text/csv")
        head, row = csv.reader(io.StringIO(file.text.removeprefix("\ufeff")), delimiter=";")
        assert head[-1] == "why" and row[1] == "no such words at all" and "about: '3/4/1956' is not an EDTF date" in row[-1]
    assert desk.one("SELECT count(*) FROM claims WHERE text LIKE 'The port knows%'") == 1


@pytest.mark.thorough
def test_a_workbook_is_uploaded_kept_and_recorded(desk: Site) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book, file = openpyxl.Workbook(), io.BytesIO()
    for row in (HEAD, ";;;;;;\n", GOOD, WRONG):
        book.active.append([cell or None for cell in row.strip().split(";")])
    book.save(file)
    look = sent(desk, "preview", file=("facts.xlsx", file.getvalue()), skip_bad="yes")
    assert look.status_code == 200 and "1 new facts" in look.text and re.search(r'data-name="row">4<', look.text)
    kept = dict(re.findall(r'name="(kept|kept-name)" value="([^"]+)"', look.text))
    assert kept["kept-name"] == "facts.xlsx"
    assert "1 new facts" in sent(desk, "record", skip_bad="yes", **kept).text
    assert "choose the file again" in sent(desk, "record", **(kept | {"kept": "%%%"})).text


@pytest.mark.parametrize(
    ("form", "file", "said"),
    [
        ({}, None, "paste the rows"),
        ({"sheet": HEAD + GOOD}, ("a.csv", b"x"), "give only one of them"),
        ({}, ("a.ttl", b"x"), "at the command line"),
        ({}, ("a.csv", "Source,Quote,Claim\nport-bulletin,café,x\n".encode("latin-1")), "WINDOWS-1252"),
        ({"sheet": HEAD}, None, "asks for nothing"),
        ({"sheet": HEAD + "port-bulletin,a,b\n" * 2_001, "skip_bad": "yes"}, None, "more than 2000 entries"),
    ],
)
@pytest.mark.thorough
def test_what_is_no_sheet_is_refused_with_a_remedy(desk: Site, form: dict[str, str], file: tuple[str, bytes] | None, said: str) -> None:
    before = desk.dump()
    assert said in plain(sent(desk, "preview", file=file, **form).text)
    assert desk.dump() == before


def test_other_files_of_facts_are_pasted_too(desk: Site) -> None:
    entries = {
        "[[name]]": '[[name]]\nentity = "ferry"\nname = "the boat"\n',
        "{": '{"type": "distinct", "entity": "ferry", "other": "harbour", "reason": "A ship and a place."}\n',
    }
    for words in entries.values():
        assert sent(desk, "record", sheet=words).status_code == 303
    assert desk.one("SELECT count(*) FROM names WHERE name = 'the boat'") == 1
    assert desk.one("SELECT count(*) FROM distinct_entities WHERE reason = 'A ship and a place.'") == 1


@pytest.mark.thorough
def test_an_editor_imports_and_changes_nothing_that_others_recorded(tiny_path: Path) -> None:
    sheet = done("export", "facts", "-f", "csv", db=tiny_path)
    head, *others = csv.reader(io.StringIO(sheet.removeprefix("\ufeff")))
    row = dict(zip(head, others[0], strict=True))
    edited = io.StringIO()
    writer = csv.DictWriter(edited, head)
    writer.writeheader()
    writer.writerow(row | {"certainty": "possible", "reason": "read again"})
    site = Site(tiny_path, writers=[], roles={"eva": "editor", "carl": "curator", "rita": "reader"})
    try:
        before = site.dump()
        for who, status in ((None, 401), ("rita", 403)):
            assert sent(site, "record", who=who, sheet=HEAD + GOOD).status_code == site.get("/import", who).status_code == status
        assert sent(site, "record", who="eva", sheet=edited.getvalue()).status_code == 403
        assert "as they were" in plain(sent(site, "preview", who="eva", sheet=sheet).text)
        assert site.dump() == before
        assert sent(site, "record", who="eva", sheet=HEAD + GOOD).status_code == 303
        assert sent(site, "record", who="carl", sheet=edited.getvalue()).status_code == 303
        assert site.one("SELECT certainty FROM assertions WHERE id = ?", row["assertion_id"]) == "possible"
    finally:
        site.close()
