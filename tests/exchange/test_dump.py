"""A base out as text files and in again: the same base where there was none, an import where there is one; broken dumps refused whole."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from tests.harness.dumps import check_round_trip, dumped, files
from tests.harness.edits import BECAUSE, CLAIM, add, get
from tests.harness.runs import CASES, do, undo_last
from tests.whole import done, kb, sound


@pytest.mark.thorough
def test_an_empty_base_comes_back_equal(empty_path: Path, tmp_path: Path) -> None:
    check_round_trip(empty_path, tmp_path)


@pytest.mark.thorough
def test_a_read_base_comes_back_equal(tiny_path: Path, tmp_path: Path) -> None:
    check_round_trip(tiny_path, tmp_path)


def test_the_shipped_base_comes_back_equal(shipped_path: Path, tmp_path: Path) -> None:
    check_round_trip(shipped_path, tmp_path)


@pytest.mark.thorough
def test_a_dump_and_its_load_count_the_same_rows(tiny_path: Path, tmp_path: Path) -> None:
    written = done("dump", tmp_path / "dump", db=tiny_path).rpartition(": ")[2]
    assert done("load", tmp_path / "dump", db=tmp_path / "copy.db").rpartition(": ")[2] == written
    assert done("load", tmp_path / "dump", db=tmp_path / "copy.db").endswith(": 0 rows")  # all of them are there


@pytest.mark.parametrize("case", CASES)
@pytest.mark.thorough
def test_what_people_did_comes_back_equal_and_so_does_its_undoing(case: str, tiny_path: Path, tmp_path: Path) -> None:
    do(case, tiny_path)
    check_round_trip(tiny_path, tmp_path / "done")
    undo_last(tiny_path)
    check_round_trip(tiny_path, tmp_path / "undone")


@pytest.mark.thorough
def test_merges_into_merged_rows_come_back_whatever_their_ids(tiny_path: Path, tmp_path: Path) -> None:
    for name in ("a-actor", "m-actor", "z-actor"):
        done("new", "actor", name, name, "--kind", "person", db=tiny_path)
    done("merge", "z-actor", "a-actor", *BECAUSE, db=tiny_path)  # an id that comes before, and one that comes after, its target
    done("merge", "a-actor", "m-actor", *BECAUSE, db=tiny_path)
    done("merge", "m-actor", "radio-one", "--despite-evidence", *BECAUSE, db=tiny_path)
    claims = [
        add(tiny_path, f"The ferry is small, in wording {number}", quote)[1]
        for number, quote in enumerate(("too small", "as everyone knows", "The ferry"))
    ]
    for old, into in ((claims[0], claims[1]), (claims[1], claims[2]), (claims[2], CLAIM)):
        done("merge", old, into, *BECAUSE, db=tiny_path)
    check_round_trip(tiny_path, tmp_path)


def test_words_added_to_the_vocabulary_or_taken_out_come_back(tiny_path: Path, tmp_path: Path) -> None:
    connection = sqlite3.connect(tiny_path)
    connection.execute("INSERT INTO vocabulary(field, value, label, description) VALUES ('things.kind', 'song', 'song', 'A song.')")
    connection.execute("DELETE FROM vocabulary WHERE field = 'sections.kind' AND value = 'bio'")
    connection.commit()
    connection.close()
    done("new", "thing", "shanty", "the shanty", "--kind", "song", db=tiny_path)
    check_round_trip(tiny_path, tmp_path)


@pytest.mark.parametrize(
    "data",
    [b"\xef\xbb\xbfA text with a mark.", b"One.\r\nTwo.\r\n", b"One.\rTwo.\x0bThree.", "Line\u2028separator \u00a0and 𝒶stral.".encode()],
    ids=range(4),
)
@pytest.mark.thorough
def test_texts_come_back_to_the_byte(data: bytes, empty_path: Path, tmp_path: Path) -> None:
    assert kb("source", "add", "-", "--title", "A\u2028title", "--id", "a-text", db=empty_path, stdin=data).code == 0
    check_round_trip(empty_path, tmp_path)


@pytest.mark.thorough
def test_rows_written_past_the_library_come_back_without_a_run(tiny_path: Path, tmp_path: Path) -> None:
    connection = sqlite3.connect(tiny_path)
    connection.execute("INSERT INTO things(id, name, kind, latitude, longitude) VALUES ('pier', 'the pier', 'place', 1e-7, -0.1)")
    connection.execute("UPDATE things SET name = 'The pier' WHERE id = 'pier'")
    connection.commit()
    connection.close()
    check_round_trip(tiny_path, tmp_path)


@pytest.mark.thorough
def test_a_loaded_base_can_be_searched_and_worked_on(tiny_path: Path, tmp_path: Path) -> None:
    done("dump", tmp_path / "dump", db=tiny_path)
    other = tmp_path / "other.db"
    done("load", tmp_path / "dump", db=other)
    assert done("search", "captains", db=other) == done("search", "captains", db=tiny_path)
    _, claim = add(other, "The ferry is rather small")
    assert claim in done("search", "rather", "small", db=other)
    done("undo", get(other, "SELECT id FROM runs ORDER BY rowid DESC LIMIT 1"), *BECAUSE, db=other)
    sound(other)


# ------------------------------------------------------------------------------------------------------------- the files


def test_a_dump_is_sorted_lines_that_end_in_a_line_feed(tiny_path: Path, tmp_path: Path) -> None:
    for name, content in dumped(tiny_path, tmp_path / "dump").items():
        if name.endswith(".jsonl") and content:
            assert b"\r" not in content
            assert content.endswith(b"\n")
            parsed = [json.loads(line) for line in content.decode("utf-8").split("\n")[:-1]]
            first = next(iter(parsed[0]))
            assert [row[first] for row in parsed] == sorted(row[first] for row in parsed), name
            assert all(value is not None for row in parsed for value in row.values())


def test_a_change_of_one_row_changes_the_lines_of_that_row_alone(tiny_path: Path, tmp_path: Path) -> None:
    before = dumped(tiny_path, tmp_path / "dump")
    done("correct", CLAIM, "kind=factual", *BECAUSE, db=tiny_path)
    after = dumped(tiny_path, tmp_path / "dump")
    assert {name for name in after if after[name] != before.get(name)} == {
        "claims.jsonl",
        "digests.jsonl",
        "revisions.jsonl",
        "runs.jsonl",
        "contributors.jsonl",
    }
    assert len(set(after["claims.jsonl"].split(b"\n")) - set(before["claims.jsonl"].split(b"\n"))) == 1


def test_dumping_again_leaves_no_text_of_another_base(tiny_path: Path, empty_path: Path, tmp_path: Path) -> None:
    done("dump", tmp_path / "dump", db=tiny_path)
    assert [name for name in dumped(empty_path, tmp_path / "dump") if name.startswith("texts/")] == []


def test_a_folder_with_other_things_is_left_alone(tiny_path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "letters"
    folder.mkdir()
    (folder / "letter.txt").write_text("Dear Ada")
    assert kb("dump", folder, db=tiny_path).code == 2
    assert files(folder) == {"letter.txt": b"Dear Ada"}


def test_a_dump_that_breaks_off_leaves_the_earlier_one_whole(tiny_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from kb.exchange import dump as engine

    before = dumped(tiny_path, tmp_path / "dump")
    done("retract", CLAIM, *BECAUSE, db=tiny_path)
    whole = engine.rows_of

    def breaking(connection: sqlite3.Connection, table: str) -> object:
        if table == "relations":
            raise OSError(28, "No space left on device")
        return whole(connection, table)

    monkeypatch.setattr(engine, "rows_of", breaking)
    assert kb("dump", tmp_path / "dump", db=tiny_path).code == 1
    assert files(tmp_path / "dump") == before
