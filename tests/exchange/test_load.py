"""A dump brought into a base: one that is there, or none; a broken dump is refused whole."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kb.base import store
from tests.harness.edits import BECAUSE, CLAIM, NUMBER, add, get
from tests.harness.runs import do
from tests.whole import done, errors, kb, rows, sound

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


@pytest.mark.thorough
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
    assert [line for line in said.err.splitlines() if "kept" in line] == [
        "1 conflict: both values are kept, and the one here stands. Decide: kb conflicts"
    ]
    assert f"claims {CLAIM}" in done("conflicts", db=tiny_path)
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


def test_what_was_merged_there_is_merged_here(tiny_path: Path, tmp_path: Path) -> None:
    other = Path(shutil.copy(tiny_path, tmp_path / "other.db"))
    done("merge", "harbour-board", "harbour-office", *BECAUSE, db=other)
    done("merge", NUMBER, CLAIM, "--despite-evidence", *BECAUSE, db=other)
    done("dump", tmp_path / "dump", db=other)
    said = kb("load", tmp_path / "dump", db=tiny_path)
    assert (said.code, said.err) == (0, "")
    assert get(tiny_path, "SELECT merged_into_id FROM entities WHERE id = 'harbour-board'") == "harbour-office"
    assert get(tiny_path, "SELECT merged_into_id FROM claims WHERE id = ?", NUMBER) == CLAIM
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


@pytest.mark.thorough
def test_revisions_of_two_people_with_one_number_are_both_kept_when_git_merged_their_dumps(tiny_path: Path, tmp_path: Path) -> None:
    other = Path(shutil.copy(tiny_path, tmp_path / "other.db"))
    done("correct", CLAIM, "kind=factual", "--by", "Ada", *BECAUSE, db=tiny_path)
    done("correct", NUMBER, "about_time=1956", "--by", "Ben", *BECAUSE, db=other)
    done("dump", tmp_path / "ours", db=tiny_path)
    done("dump", tmp_path / "theirs", db=other)
    for name in ("revisions", "runs", "contributors"):  # as git does with merge=union
        path = tmp_path / "ours" / f"{name}.jsonl"
        lines = [*path.read_text().splitlines(), *(tmp_path / "theirs" / f"{name}.jsonl").read_text().splitlines()]
        path.write_text("\n".join(dict.fromkeys(lines)) + "\n")
    done("load", tmp_path / "ours", db=tmp_path / "merged.db")
    connection = store.connect(tmp_path / "merged.db")
    found = connection.execute("SELECT row_id FROM revisions WHERE reason = ? ORDER BY row_id", (BECAUSE[1],)).fetchall()
    assert found == [(NUMBER,), (CLAIM,)]


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
    "a claim without its assertions": lambda folder: [(folder / f"{name}.jsonl").write_text("") for name in ("assertions", "reviews")],
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
@pytest.mark.thorough
def test_a_broken_dump_is_refused_whole(case: str, tiny_path: Path, empty_path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "dump"
    done("dump", folder, db=tiny_path)
    BROKEN[case](folder)
    before = rows(empty_path)
    said = kb("load", folder, db=empty_path)
    if case == "a row that stands twice with other words":  # the first one counts, and the other is told
        assert "exists with other values" in said.err
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
@pytest.mark.thorough
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


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [("snapshots", "source_id", "harbour-gazette"), ("passages", "exact", "another quote"), ("runs", "started_at", "2020-01-01T00:00:00Z")],
)
@pytest.mark.thorough
def test_one_id_with_two_contents_fails_by_name(table: str, column: str, value: str, tiny_path: Path, tmp_path: Path) -> None:
    done("dump", tmp_path / "dump", db=tiny_path)
    file = tmp_path / "dump" / f"{table}.jsonl"
    first, *others = file.read_text("utf-8").splitlines(keepends=True)
    row = json.loads(first)
    file.write_text(json.dumps(row | {column: value}) + "\n" + "".join(others), "utf-8")
    before = rows(tiny_path)
    said = kb("load", tmp_path / "dump", db=tiny_path)
    assert said.code == 1
    assert f"one id with two contents: this base has another {column}" in said.err
    assert f"{table} {row['id']}" in said.err
    assert rows(tiny_path) == before
