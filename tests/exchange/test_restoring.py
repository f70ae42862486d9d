"""What is brought in again after it was retracted: told, left as it is, and restored where that is asked for, by every way to bring in many rows."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.harness.edits import BECAUSE, NUMBER, get, status
from tests.reading import Desk
from tests.whole import done, kb, rows, sound

SHEET = "source,quote,claim\nport-bulletin,as everyone knows,Everyone knows it\n"
CITATION = '{"type": "citation", "source": "port-bulletin", "quote": "as everyone knows", "cited_text": "everyone"}\n'


@pytest.mark.parametrize(("name", "content"), [("facts.csv", SHEET), ("entries.jsonl", CITATION)])
@pytest.mark.thorough
def test_an_import_that_was_undone(tiny_path: Path, tmp_path: Path, name: str, content: str) -> None:
    file = tmp_path / name
    file.write_text(content)
    run = kb("import", file, db=tiny_path).err.split("; undo it")[0].split()[-1]
    done("undo", run, *BECAUSE, db=tiny_path)
    before = rows(tiny_path)
    again = kb("import", file, db=tiny_path)
    assert again.code == 3 and "1 rows were taken back and stay so; --restore" in again.err and "1 of them taken back" in again.out
    assert rows(tiny_path) == before
    restored = kb("import", file, "--restore", db=tiny_path)
    assert restored.code == 0 and "1 of them restored" in restored.out
    table = "assertions" if name == "facts.csv" else "citations"
    assert get(tiny_path, f"SELECT count(*) FROM {table} WHERE status = 'retracted'") == 0
    sound(tiny_path)


@pytest.mark.parametrize("way", ["dump", "triples"])
@pytest.mark.thorough
def test_a_dump_or_an_export_of_what_was_retracted_since(tiny_path: Path, tmp_path: Path, way: str) -> None:
    done("dump", tmp_path / "dump", db=tiny_path)
    done("export", "nq", "-o", tmp_path / "all.nq", db=tiny_path)
    command = ("load", tmp_path / "dump") if way == "dump" else ("import", tmp_path / "all.nq")
    assert kb(*command, db=tiny_path).code == 0
    done("retract", NUMBER, *BECAUSE, db=tiny_path)
    before = rows(tiny_path)
    told = kb(*command, db=tiny_path)
    assert told.code == 3 and "count there and are retracted here, and stay so (ast-" in told.err and "--restore" in told.err
    assert {table: listed for table, listed in rows(tiny_path).items() if table != "digests"} == before
    restored = kb(*command, "--restore", db=tiny_path)
    assert restored.code == 0 and "rows restored" in restored.err
    assert status(tiny_path, NUMBER) == "recorded"
    sound(tiny_path)


def test_files_whose_rows_a_person_took_back(tiny_path: Path, tmp_path: Path) -> None:
    desk = Desk.at(tmp_path, tiny_path)
    assert "taken back" not in desk.read_well()
    desk.kb_well("retract", "clm-captains-are-asked", "--reason", "nobody says that")
    before = desk.state()
    told = desk.read_well(retracted=True)
    assert "rows of these files were taken back and stay so (ast-" in told and "--restore" in told
    assert desk.state() == before
    restored = desk.read("--restore")
    assert restored.exit_code == 0 and "were taken back and count again" in restored.output
    assert desk.one("SELECT status FROM claims WHERE id = 'clm-captains-are-asked'") == "recorded"
    assert "taken back" not in desk.read_well()
    assert not desk.faults()


def test_doubles_that_a_merge_retracted_are_not_told(tiny_path: Path, tmp_path: Path) -> None:
    other = Path(shutil.copy(tiny_path, tmp_path / "other.db"))
    done("dump", tmp_path / "dump", db=other)
    done("merge", "canal-company", "harbour-board", "--despite-evidence", *BECAUSE, db=tiny_path)
    assert kb("load", tmp_path / "dump", db=tiny_path).code == 0
