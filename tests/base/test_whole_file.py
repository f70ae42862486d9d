"""Damage of a base's file is told by every check, whatever else the checks can still read, and before all that follows from it."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from kb.base import checks, store, whole_file
from kb.base.problems import Problem
from tests.whole import kb


@pytest.fixture
def base(tiny_path: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(tiny_path, tmp_path / "base.db"))


def overwrite(path: Path, name: str) -> None:
    """Overwrite the first page of a table or index, as a faulty disk may."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (size,) = connection.execute("PRAGMA page_size").fetchone()
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (name,)).fetchone()
    with path.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xff" * size)


def found(path: Path, *, deep: bool = False, readonly: bool = False) -> list[Problem]:
    with closing(store.connect(path, readonly=readonly)) as connection:
        return list(checks.check(connection, deep=deep))


@pytest.mark.parametrize("readonly", [False, True])
def test_a_damaged_index_that_no_other_check_reads_is_told(base: Path, readonly: bool) -> None:
    overwrite(base, "originals_by_hash")
    (first, *others) = found(base, readonly=readonly)
    assert first.check == "file-damaged"
    assert {each.check for each in others if each.severity == "error"} <= {"file-damaged"}


@pytest.mark.parametrize("deep", [False, True])
def test_damage_that_stops_another_check_is_told_first_and_then_that_it_stopped(base: Path, deep: bool) -> None:
    overwrite(base, "relations")
    problems = found(base, deep=deep)
    assert problems[0].check == "file-damaged"
    assert problems[-1].check == "unreadable"


def test_the_command_ends_with_what_it_found(base: Path) -> None:
    overwrite(base, "claims")
    said = kb("check", db=base)
    assert said.code == 1
    assert said.err == ""
    assert said.out.count("error:") >= 2
    assert "restore it from a backup or a dump" in said.out


def test_a_check_that_fails_in_a_whole_file_is_not_hidden(base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: sqlite3.Connection) -> None:
        raise sqlite3.OperationalError("interrupted")

    monkeypatch.setattr(checks.integrity, "rows_without_a_run", refuse)
    with pytest.raises(sqlite3.OperationalError, match="interrupted"):
        found(base)


def test_what_is_not_committed_yet_is_checked_by_its_own_connection(base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(whole_file.store, "connect", None)
    with closing(sqlite3.connect(base, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        with whole_file.checked(connection) as damages:
            assert damages() == []
    with closing(sqlite3.connect(":memory:")) as connection, whole_file.checked(connection) as damages:
        assert damages() == []


def test_a_check_that_is_broken_off_ends_the_check_of_the_file(base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ended: list[str] = []

    def for_ever(connection: sqlite3.Connection) -> list[str]:
        try:
            connection.execute("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n").fetchone()
        except sqlite3.OperationalError as error:
            ended.append(str(error))
        return []

    monkeypatch.setattr(whole_file, "damages", for_ever)
    with closing(store.connect(base)) as connection, pytest.raises(KeyboardInterrupt), whole_file.checked(connection):
        raise KeyboardInterrupt
    assert ended == ["interrupted"]
