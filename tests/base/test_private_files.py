"""Files that may hold what is private are for their owner's account alone from the moment they are made, whatever the umask."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from kb.base import runs, store
from kb.site.guard.public_edition import Edition
from tests.whole import done

pytestmark = pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX's")


@pytest.fixture(autouse=True, params=[0o000, 0o022, 0o077], ids=oct)
def umask(request: pytest.FixtureRequest) -> Iterator[None]:
    before = os.umask(request.param)
    yield
    os.umask(before)


@pytest.fixture
def modes_at_birth(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, int]]:
    """(name, mode) of each database that SQLite opens, as it is at that moment: nobody can have read it before."""
    seen: list[tuple[str, int]] = []
    connect = sqlite3.connect

    def looked_at(database: str | Path, *arguments: object, **more: object) -> sqlite3.Connection:
        if not str(database).startswith(("file:", ":memory:")):
            seen.append((Path(database).name, mode(Path(database))))
        return connect(database, *arguments, **more)  # type: ignore[call-overload, no-any-return]

    monkeypatch.setattr(sqlite3, "connect", looked_at)
    return seen


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode) if path.exists() else -1


def test_a_new_base_and_its_log(tmp_path: Path, modes_at_birth: list[tuple[str, int]]) -> None:
    store.init(tmp_path / "base.db")
    connection = store.connect(tmp_path / "base.db")
    with runs.begin(connection, "add", contributor="tester") as run:
        connection.execute("INSERT INTO things(id, name, kind, run_id) VALUES ('pier', 'the pier', 'concept', ?)", (run.id,))
    assert {path.name: mode(path) for path in tmp_path.iterdir()} == {"base.db": 0o600, "base.db-wal": 0o600, "base.db-shm": 0o600}
    assert [found for _, found in modes_at_birth if found != 0o600] == []
    connection.close()


def test_a_backup_even_of_a_base_that_is_wider(tiny_path: Path, modes_at_birth: list[tuple[str, int]]) -> None:
    tiny_path.chmod(0o644)
    done("upgrade", db=tiny_path)
    (backup,) = [path for path in tiny_path.parent.iterdir() if ".bak-" in path.name]
    assert mode(backup) == 0o600
    assert mode(tiny_path) == 0o644  # its owner's choice
    assert [found for name, found in modes_at_birth if ".bak-" in name and found != 0o600] == []


def test_a_dump_and_one_over_an_earlier_dump(tiny_path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "dump"
    done("dump", folder, db=tiny_path)
    for path in folder.rglob("*.jsonl"):
        path.chmod(0o644)
    done("dump", folder, db=tiny_path)
    assert {path.name: mode(path) for path in folder.rglob("*") if path.is_file() and mode(path) != 0o600} == {}


def test_a_public_edition_and_the_next_one(tiny_path: Path, modes_at_birth: list[tuple[str, int]]) -> None:
    edition = Edition(tiny_path)
    edition._replace()
    folder = edition.path.parent
    assert mode(folder) == 0o700
    assert {path.name: mode(path) for path in folder.iterdir() if mode(path) != 0o600} == {}
    assert [(name, found) for name, found in modes_at_birth if found != 0o600] == []


def test_check_tells_of_a_base_with_private_texts_that_others_may_read(tiny_path: Path, tmp_path: Path) -> None:
    tiny_path.chmod(0o640)
    assert "other accounts may read" not in done("check", db=tiny_path)  # nothing in it is private
    (tmp_path / "notes.txt").write_text("The pilot waits.")
    done("source", "add", tmp_path / "notes.txt", "--title", "Notes", db=tiny_path)
    assert "other accounts may read a base with private texts (mode 640)" in done("check", db=tiny_path)
    shutil.copy(tiny_path, tmp_path / "own.db")
    (tmp_path / "own.db").chmod(0o600)
    assert "other accounts may read" not in done("check", db=tmp_path / "own.db")
