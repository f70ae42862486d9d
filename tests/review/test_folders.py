"""A folder of articles: each taken in once, whatever breaks off in between; one that cannot be read keeps nothing from the others."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from kb.base import checks, store
from kb.review import folders
from tests.whole import kb, rows

READ_ARTICLE = folders.read_article


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "articles"
    (made / "older").mkdir(parents=True)
    for number in range(6):
        text = f"Notice {number}\n\nThe harbour office said that {number + 3} ships left on Monday.\n"
        (made / ("older" if number % 2 else ".") / f"notice-{number}.txt").write_text(text, encoding="utf-8")
    (made / "broken.txt").write_bytes(b"caf\xe9 \xff\xfe\x00 broken")
    (made / "picture.png").write_bytes(b"\x89PNG")
    return made


def test_each_article_is_taken_in_once_and_what_cannot_be_read_is_told(empty_path: Path, folder: Path) -> None:
    outcomes = list(folders.take_all(empty_path, folders.article_files(folder), folders.Options("tester", "none"), workers=2))
    assert sorted(bool(one.problem) for one in outcomes) == [False] * 6 + [True]
    assert [one.file.name for one in outcomes if one.problem] == ["broken.txt"]
    assert all(one.new for one in outcomes if not one.problem)
    before = rows(empty_path)
    assert len(before["sources"]) == 6
    again = list(folders.take_all(empty_path, folders.article_files(folder), folders.Options("tester", "none"), workers=2))
    assert sorted(one.known for one in again) == [False] + [True] * 6
    assert rows(empty_path) == before


def failing_on_one(connection: sqlite3.Connection, path: Path, options: folders.Options) -> folders.ReadArticle:
    """As `read_article`, but with a fault of the program on one of the articles."""
    if path.name == "notice-3.txt":
        raise KeyError("nobody")
    return READ_ARTICLE(connection, path, options)


def test_a_fault_of_the_program_in_one_article_is_told_and_the_others_are_taken_in(
    empty_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folders, "read_article", failing_on_one)
    outcomes = list(folders.take_all(empty_path, folders.article_files(folder), folders.Options("tester", "none"), workers=1))
    problems = {one.file.name: str(one.problem) for one in outcomes if one.problem}
    assert set(problems) == {"broken.txt", "notice-3.txt"}
    assert "this program failed on it: KeyError: 'nobody' (tests/review/test_folders.py, line " in problems["notice-3.txt"]
    assert len(rows(empty_path)["sources"]) == 5


@pytest.mark.thorough
def test_a_batch_that_is_killed_goes_on_where_it_was(empty_path: Path, folder: Path) -> None:
    command = [sys.executable, "-m", "kb", "--db", str(empty_path), "propose", str(folder), "--model", "none", "--by", "tester"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True)
    assert process.stdout is not None
    first = process.stdout.readline()  # one article is recorded
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    process.stdout.close()
    assert first.strip()
    said = kb("propose", folder, "--model", "none", "--by", "tester", db=empty_path)
    assert said.code == 0, said.err
    held = rows(empty_path)
    assert len(held["sources"]) == 6
    assert len({row[0] for row in held["proposals"]}) == len(held["proposals"]) >= 6
    connection = store.connect(empty_path)
    assert [problem for problem in checks.check(connection) if problem.severity == "error"] == []
    connection.close()


def test_a_folder_without_articles_is_refused(empty_path: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    said = kb("propose", tmp_path / "empty", db=empty_path)
    assert said.code == 2
    assert "holds no article" in said.err
    assert sqlite3.connect(empty_path).execute("SELECT count(*) FROM runs").fetchone()[0] == 0
