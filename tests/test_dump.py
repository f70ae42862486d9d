"""A base out as text files and in again: the same base where there was none, an import where there is one; broken dumps refused whole."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from kb import store
from tests.test_changes import BECAUSE, CLAIM, NUMBER, add, get
from tests.test_undo import CASES, do, undo_last
from tests.whole import done, errors, kb, rows, sound


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def dumped(path: Path, folder: Path) -> dict[str, bytes]:
    done("dump", folder, db=path)
    return files(folder)


def check_round_trip(path: Path, folder: Path) -> None:
    """dump -> load -> dump gives the same files, and equal rows in every table."""
    folder.mkdir(exist_ok=True)
    first = dumped(path, folder / "first")
    other = folder / "loaded.db"
    done("load", folder / "first", db=other)
    before, after = rows(path), rows(other)
    assert set(after.pop("dates")) <= set(before.pop("dates"))  # a date that nothing uses any more may stay behind
    assert after == before
    assert dumped(other, folder / "second") == first
    sound(other)


def test_an_empty_base_comes_back_equal(empty_path: Path, tmp_path: Path) -> None:
    check_round_trip(empty_path, tmp_path)


def test_a_read_base_comes_back_equal(tiny_path: Path, tmp_path: Path) -> None:
    check_round_trip(tiny_path, tmp_path)


def test_the_shipped_base_comes_back_equal(shipped_path: Path, tmp_path: Path) -> None:
    check_round_trip(shipped_path, tmp_path)


@pytest.mark.parametrize("case", CASES)
def test_what_people_did_comes_back_equal_and_so_does_its_undoing(case: str, tiny_path: Path, tmp_path: Path) -> None:
    do(case, tiny_path)
    check_round_trip(tiny_path, tmp_path / "done")
    undo_last(tiny_path)
    check_round_trip(tiny_path, tmp_path / "undone")


def test_merges_into_merged_rows_come_back_whatever_their_ids(tiny_path: Path, tmp_path: Path) -> None:
    for name in ("a-actor", "m-actor", "z-actor"):
        done("new", "actor", name, name, db=tiny_path)
    done("merge", "z-actor", "a-actor", *BECAUSE, db=tiny_path)  # an id that comes before, and one that comes after, its target
    done("merge", "a-actor", "m-actor", *BECAUSE, db=tiny_path)
    done("merge", "m-actor", "radio-one", *BECAUSE, db=tiny_path)
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
def test_texts_come_back_to_the_byte(data: bytes, empty_path: Path, tmp_path: Path) -> None:
    assert kb("source", "add", "-", "--title", "A\u2028title", "--id", "a-text", db=empty_path, stdin=data).code == 0
    check_round_trip(empty_path, tmp_path)


def test_rows_written_past_the_library_come_back_without_a_run(tiny_path: Path, tmp_path: Path) -> None:
    connection = sqlite3.connect(tiny_path)
    connection.execute("INSERT INTO things(id, name, kind, latitude, longitude) VALUES ('pier', 'the pier', 'place', 1e-7, -0.1)")
    connection.execute("UPDATE things SET name = 'The pier' WHERE id = 'pier'")
    connection.commit()
    connection.close()
    check_round_trip(tiny_path, tmp_path)


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
    from kb import dump as engine

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


# ------------------------------------------------------------------------------------------------ into a base that is there


def test_a_dump_of_the_same_base_brings_nothing_and_differs_in_nothing(tiny_path: Path, tmp_path: Path) -> None:
    do("merge claims", tiny_path)
    do("merge actors", tiny_path)
    done("dump", tmp_path / "dump", db=tiny_path)
    before = rows(tiny_path)
    said = kb("load", tmp_path / "dump", db=tiny_path)
    assert (said.code, said.err) == (0, "")
    assert "0 rows" in said.out
    assert rows(tiny_path) == before


def test_two_bases_that_grew_apart_are_brought_together(tiny_path: Path, tmp_path: Path) -> None:
    other = Path(shutil.copy(tiny_path, tmp_path / "other.db"))
    ours = add(tiny_path, "The ferry is rather small")
    done("correct", CLAIM, "kind=factual", "--by", "Ada", *BECAUSE, db=tiny_path)
    theirs = add(other, "Everybody knows the ferry", "as everyone knows")
    done("correct", CLAIM, "kind=norm", "--by", "Ben", *BECAUSE, db=other)
    same = add(tiny_path, "The captains are many", "Many captains", "harbour-gazette")
    assert add(other, "The captains are many", "Many captains", "harbour-gazette") == same
    done("source", "add", "-", "--title", "A letter", "--author", "Ben", db=other, stdin="Dear sirs.")
    done("dump", tmp_path / "dump", db=other)
    before = rows(tiny_path)
    said = kb("load", tmp_path / "dump", db=tiny_path)
    assert said.code == 0
    assert [line for line in said.err.splitlines() if "kept" in line] == [f"there already, and says otherwise; kept: claims {CLAIM}: kind"]
    for table, held in before.items():
        assert set(held) <= set(rows(tiny_path)[table]), table
    for row_id in (*ours, *theirs, *same, "a-letter"):
        done("show", row_id, db=tiny_path)
    history = json.loads(done("show", CLAIM, "--json", db=tiny_path))["history"]
    assert {change["by"] for change in history} == {"curators", "Ada", "Ben"}
    assert get(tiny_path, "SELECT kind FROM claims WHERE id = ?", CLAIM) == "factual"
    sound(tiny_path)
    again = rows(tiny_path)
    done("load", tmp_path / "dump", db=tiny_path)
    assert rows(tiny_path) == again


def test_what_was_merged_there_and_is_used_here_stays_as_it_is_here(tiny_path: Path, tmp_path: Path) -> None:
    other = Path(shutil.copy(tiny_path, tmp_path / "other.db"))
    done("merge", "harbour-board", "harbour-office", *BECAUSE, db=other)
    done("merge", NUMBER, CLAIM, *BECAUSE, db=other)
    done("dump", tmp_path / "dump", db=other)
    said = kb("load", tmp_path / "dump", db=tiny_path)
    assert said.code == 0, said.err
    assert "entities harbour-board: status, merged_into_id" in said.err
    assert f"claims {NUMBER}" in said.err
    sound(tiny_path)


def test_a_text_that_both_hold_keeps_its_own_sections(empty_path: Path, tmp_path: Path, tiny_path: Path) -> None:
    text = get(tiny_path, "SELECT text FROM snapshots WHERE source_id = 'harbour-gazette'")
    done("source", "add", "-", "--title", "Ferry", "--id", "harbour-gazette", db=empty_path, stdin=text)
    done("dump", tmp_path / "dump", db=tiny_path)
    before = rows(empty_path)
    said = kb("load", tmp_path / "dump", db=empty_path)
    assert "divided otherwise here" in said.err
    connection = store.connect(empty_path)
    of_text = "SELECT count(*) FROM sections JOIN snapshots ON snapshots.id = snapshot_id WHERE source_id = 'harbour-gazette'"
    assert connection.execute(of_text).fetchone() == (1,)
    assert connection.execute("SELECT count(*) FROM assertions").fetchone() == (len(rows(tiny_path)["assertions"]),)
    assert errors(connection) == []
    assert said.code == 0
    assert set(before["sections"]) <= set(rows(empty_path)["sections"])


# ------------------------------------------------------------------------------------------------------------ broken dumps


def edit(name: str, change: Callable[[str], str]) -> Callable[[Path], None]:
    def work(folder: Path) -> None:
        (path,) = sorted(folder.glob(name))[:1]
        path.write_bytes(change(path.read_bytes().decode("utf-8")).encode("utf-8"))

    return work


def without(name: str) -> Callable[[Path], None]:
    return lambda folder: sorted(folder.glob(name))[0].unlink()


def garbled(name: str) -> Callable[[Path], None]:
    def work(folder: Path) -> None:
        (folder / name).write_bytes(b"\xff\xfe")

    return work


BROKEN: dict[str, Callable[[Path], None]] = {
    "a table without its file": without("claims.jsonl"),
    "a snapshot without its text": without("texts/*.txt"),
    "a text that was edited": edit("texts/*.txt", lambda text: text.replace("ferry", "canoe")),
    "a text that was edited where nothing is quoted": edit(
        "texts/*.txt", lambda text: text.replace("Tuesday", "Someday").replace("Bulletin of", "Bulletin to")
    ),
    "a quote that was edited": edit("passages.jsonl", lambda text: text.replace("ferry", "canoe")),
    "a line cut short": edit("claims.jsonl", lambda text: text[:-20]),
    "a conflict of a merge in git": edit("claims.jsonl", lambda text: "<<<<<<< ours\n" + text),
    "a line that is no object": edit("claims.jsonl", lambda text: text + "[]\n"),
    "a row without its key": edit("actors.jsonl", lambda text: text.replace('"id"', '"name2"', 1)),
    "a column that is none": edit("claims.jsonl", lambda text: text.replace('"kind"', '"colour"', 1)),
    "a column that is SQL": edit("claims.jsonl", lambda text: text.replace('"kind"', '"kind) VALUES (1); --"', 1)),
    "an unknown word": edit("claims.jsonl", lambda text: text.replace('"factual"', '"guess"', 1)),
    "a claim without its assertions": edit("assertions.jsonl", lambda _: ""),
    "an assertion without what it is reported in": edit(
        "assertions.jsonl", lambda text: "".join(line for line in text.splitlines(True) if '"level": 0' not in line)
    ),
    "an assertion of no level": edit("assertions.jsonl", lambda text: text.replace('"level": 0', '"level": "none"', 1)),
    "an actor without its place": edit("actors.jsonl", lambda text: text.split("\n", 1)[1]),
    "a number beyond numbers": edit(
        "sections.jsonl", lambda text: text.replace('"start_char": 0', '"start_char": 99999999999999999999', 1)
    ),
    "a value that is a list": edit("claims.jsonl", lambda text: text.replace('"factual"', '["factual"]', 1)),
    "a row that stands twice with other words": edit(
        "claims.jsonl", lambda text: text + text.split("\n", 1)[0].replace('"text": "', '"text": "Perhaps ') + "\n"
    ),
    "bytes that are no text": garbled("claims.jsonl"),
    "a newer schema": edit("base.json", lambda _: '{"schema": 999}'),
    "no schema": edit("base.json", lambda _: "{}"),
    "a mark that is no JSON": edit("base.json", lambda _: "schema 2"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_dump_is_refused_whole(case: str, tiny_path: Path, empty_path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "dump"
    done("dump", folder, db=tiny_path)
    BROKEN[case](folder)
    before = rows(empty_path)
    said = kb("load", folder, db=empty_path)
    if case == "a row that stands twice with other words":  # the first one counts, and the other is told
        assert "says otherwise" in said.err
        return
    assert said.code == 1, said.err
    assert said.err.startswith("kb: ")
    assert "remedy" in said.err
    assert rows(empty_path) == before


@pytest.mark.parametrize(
    ("case", "words"),
    [
        ("a column that is none", ("claims", "unknown column 'colour'")),
        ("a column that is SQL", ("claims", "unknown column")),
        ("an assertion of no level", ("assertions ast-", "level")),
        ("a text that was edited where nothing is quoted", ("texts", "not the one that was received")),
        ("a line cut short", ("claims.jsonl, line ", "not JSON")),
        ("a claim without its assertions", ("claims would be without an assertion: clm-",)),
        ("an unknown word", ("claims clm-", "claims.kind")),
    ],
)
def test_a_broken_dump_says_which_row_it_is(case: str, words: tuple[str, ...], tiny_path: Path, empty_path: Path, tmp_path: Path) -> None:
    done("dump", tmp_path / "dump", db=tiny_path)
    BROKEN[case](tmp_path / "dump")
    said = kb("load", tmp_path / "dump", db=empty_path)
    for word in words:
        assert word in said.err


def test_a_broken_dump_leaves_no_new_base_behind(tiny_path: Path, tmp_path: Path) -> None:
    done("dump", tmp_path / "dump", db=tiny_path)
    BROKEN["an unknown word"](tmp_path / "dump")
    assert kb("load", tmp_path / "dump", db=tmp_path / "new.db").code == 1
    assert not list(tmp_path.glob("new.db*"))


def test_a_folder_that_is_no_dump_is_the_callers_mistake(empty_path: Path, tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    assert kb("load", tmp_path / "letters", db=empty_path).code == 2
