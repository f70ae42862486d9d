"""An older base: backed up, brought up to date in place with every row kept, or refused and left as it was."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from kb import schema, store, upgrade
from kb.errors import DataError
from tests.test_changes import add
from tests.whole import done, errors, kb, one, rows, sound

FIRST = Path(__file__).parent / "data" / "base-v1.sql"


@pytest.fixture(scope="session")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A base as the first version of the program left it, with what two people did in it."""
    path = tmp_path_factory.mktemp("first") / "older.db"
    connection = sqlite3.connect(path)
    connection.executescript(FIRST.read_text("utf-8"))
    connection.execute("PRAGMA journal_mode = WAL")
    connection.close()
    return path


@pytest.fixture
def older(first: Path, tmp_path: Path) -> Path:
    """A fresh copy of it."""
    return Path(shutil.copy(first, tmp_path / "older.db"))


def version(path: Path) -> int:
    connection = sqlite3.connect(path)
    try:
        return int(one(connection, "PRAGMA user_version"))
    finally:
        connection.close()


def objects(path: Path) -> dict[str, str]:
    connection = sqlite3.connect(path)
    try:
        return dict(connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"))
    finally:
        connection.close()


def numbered(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row with its row number, by which the full-text indexes find it."""
    connection = sqlite3.connect(path)
    try:
        return {
            table: connection.execute(f"SELECT rowid, * FROM {table} ORDER BY rowid").fetchall()
            for table, listed in rows(path).items()
            if listed and table != "vocabulary"
        }
    finally:
        connection.close()


def backups(path: Path) -> list[Path]:
    return sorted(each for each in path.parent.iterdir() if ".bak-" in each.name)


def test_the_older_base_is_one_of_the_first_version(older: Path) -> None:
    assert version(older) == 1 < schema.VERSION
    assert FIRST.stat().st_size < 2_000_000


def test_opening_it_for_writing_backs_it_up_and_keeps_every_row(older: Path) -> None:
    before, was = rows(older), numbered(older)
    done("new", "thing", "pier", "the pier", db=older)
    assert version(older) == schema.VERSION
    (backup,) = backups(older)
    assert backup.name == "older.db.bak-v1-1"
    assert version(backup) == 1
    assert rows(backup) == before
    after, numbers = rows(older), numbered(older)
    for table, held in before.items():
        if table != "origins":
            assert set(held) <= set(after[table]), table
    for table, listed in was.items():
        assert set(listed) <= set(numbers[table]), table
    assert {row[0] for row in after["things"]} - {row[0] for row in before["things"]} == {"pier"}


def test_an_upgraded_base_is_that_of_the_model_to_the_letter(older: Path, empty_path: Path) -> None:
    done("upgrade", db=older)
    wanted, found = objects(empty_path), objects(older)
    assert {name: sql for name, sql in found.items() if wanted.get(name) != sql}.keys() == {"claims_of_ours", "notes_of_ours"}
    assert wanted.keys() <= found.keys()
    connection = store.connect(older)
    assert errors(connection) == []
    assert one(connection, "PRAGMA integrity_check") == "ok"
    connection.close()


def test_what_people_added_of_their_own_stays(older: Path) -> None:
    done("upgrade", db=older)
    connection = store.connect(older)
    assert one(connection, "SELECT description FROM vocabulary WHERE field = 'things.kind' AND value = 'song'") == "Words that are sung."
    assert one(connection, "SELECT note FROM notes_of_ours") == "ask the captains"
    assert one(connection, "SELECT count(*) FROM claims_of_ours") == one(connection, "SELECT count(*) FROM claims")
    connection.close()
    assert "'evaluation' -> 'factual'" in done("show", "clm-ferry-too-small", db=older)
    assert "merged into harbour-office" in done("show", "port-office", db=older)


def test_words_that_the_program_has_come_to_know_are_added(older: Path, empty_path: Path) -> None:
    before = {row[:2] for row in rows(older)["vocabulary"]}
    done("upgrade", db=older)
    after = {row[:2] for row in rows(older)["vocabulary"]}
    assert before <= after
    assert {row[:2] for row in rows(empty_path)["vocabulary"]} <= after


def test_the_laws_hold_and_the_search_finds_afterwards(older: Path) -> None:
    done("upgrade", db=older)
    assert "shanty" in done("search", "new", "song", db=older)
    connection = store.connect(older)
    for statement in (
        "UPDATE passages SET exact = 'other words'",
        "DELETE FROM claims",
        "INSERT INTO things(id, name, kind) VALUES ('x', 'x', 'no such kind')",
        "UPDATE claims SET kind = 'no such kind'",
        "UPDATE names SET entity_id = 'nobody'",
        "INSERT INTO claims(id, text, kind, recorded_at) VALUES ('clm-x', 'x', 'factual', '2026-01-01T00:00:00Z')",
    ):
        with pytest.raises(sqlite3.IntegrityError):
            connection.execute(statement)
    connection.close()
    _, claim = add(older, "The ferry is rather small")
    assert claim in done("search", "rather", db=older)
    sound(older)


def test_an_upgraded_base_takes_dump_export_and_undo_like_any_other(older: Path, tmp_path: Path) -> None:
    done("upgrade", db=older)
    done("dump", tmp_path / "dump", db=older)
    done("load", tmp_path / "dump", db=tmp_path / "loaded.db")
    assert rows(tmp_path / "loaded.db")["claims"] == rows(older)["claims"]
    assert "clm-ferry-too-small" in done("export", "nq", db=older)
    connection = store.connect(older)
    run = one(connection, "SELECT run_id FROM revisions WHERE table_name = 'claims'")
    connection.close()
    done("undo", run, "--reason", "x", db=older)
    assert "the old song" in done("show", "shanty", db=older)


def test_reading_an_older_base_brings_it_up_to_date_too(older: Path) -> None:
    assert "clm-" in done("query", "SELECT id FROM claims", db=older)
    assert version(older) == schema.VERSION
    assert len(backups(older)) == 1
    done("check", db=older)
    assert len(backups(older)) == 1


def test_an_up_to_date_base_is_not_touched_by_opening_it(tiny_path: Path) -> None:
    before = tiny_path.read_bytes()
    store.open_base(tiny_path).close()
    assert tiny_path.read_bytes() == before
    assert backups(tiny_path) == []


def test_an_upgrade_asked_for_lays_damaged_laws_anew_and_keeps_both_backups(tiny_path: Path) -> None:
    connection = sqlite3.connect(tiny_path)
    connection.execute("DROP TRIGGER claims_never_go")
    connection.execute("DROP VIEW claim_sheet")
    connection.commit()
    connection.close()
    assert kb("check", db=tiny_path).code == 1
    before = rows(tiny_path)
    done("upgrade", db=tiny_path)
    done("upgrade", "--search", db=tiny_path)
    assert [each.name for each in backups(tiny_path)] == [f"tiny.db.bak-v{schema.VERSION}-{number}" for number in (1, 2)]
    assert rows(tiny_path) == before
    sound(tiny_path)


def test_columns_that_somebody_added_stay_and_new_ones_of_the_model_come(older: Path) -> None:
    connection = sqlite3.connect(older)
    connection.execute("ALTER TABLE things ADD COLUMN colour TEXT")
    connection.execute("UPDATE things SET colour = 'white' WHERE id = 'ferry'")
    connection.commit()
    connection.close()
    done("upgrade", db=older)
    connection = sqlite3.connect(older)
    assert one(connection, "SELECT colour FROM things WHERE id = 'ferry'") == "white"
    connection.close()


# ------------------------------------------------------------------------------------------------------------- refused


def test_a_base_of_a_newer_version_is_refused_untouched(tiny_path: Path) -> None:
    connection = sqlite3.connect(tiny_path)
    connection.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    connection.close()
    before = tiny_path.read_bytes()
    for arguments in (("query", "SELECT 1"), ("new", "thing", "pier", "the pier"), ("upgrade",), ("check",)):
        said = kb(*arguments, db=tiny_path)
        assert said.code == 1
        assert "newer version" in said.err
    assert tiny_path.read_bytes() == before
    assert backups(tiny_path) == []


def test_an_older_base_opened_for_reading_only_is_refused_with_a_remedy(older: Path) -> None:
    import kb as package

    before = older.read_bytes()
    with pytest.raises(package.DataError, match="kb upgrade"):
        package.open(older, readonly=True)
    assert older.read_bytes() == before


def test_an_older_base_that_may_only_be_read_is_refused_with_a_remedy(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    allowed = os.access
    monkeypatch.setattr(os, "access", lambda path, mode, **more: mode != os.W_OK and allowed(path, mode, **more))  # root may write anywhere
    before = rows(older)
    for arguments in (("query", "SELECT 1"), ("new", "thing", "pier", "the pier"), ("upgrade",)):
        said = kb(*arguments, db=older)
        assert said.code == 1
        assert "copy it" in said.err
    assert rows(older) == before
    assert backups(older) == []


def test_an_older_base_that_somebody_writes_to_is_left_alone(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    writer = sqlite3.connect(older, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    connect = sqlite3.connect
    monkeypatch.setattr(
        sqlite3, "connect", lambda *arguments, **more: connect(*arguments, **more | ({"timeout": 0.1} if "timeout" in more else {}))
    )
    said = kb("new", "thing", "pier", "the pier", db=older)
    writer.execute("ROLLBACK")
    writer.close()
    assert said.code == 1
    assert "somebody else is writing" in said.err
    assert version(older) == 1
    assert backups(older) == []


def breaking(*_: object) -> None:
    raise RuntimeError("the power went")


@pytest.mark.parametrize("name", ["drop_laws_and_views", "add_what_is_new", "bring_table_up", "put_back_views", "step"])
def test_an_upgrade_that_breaks_off_leaves_the_older_base_whole(name: str, older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before, were = rows(older), objects(older)
    if name == "step":
        monkeypatch.setitem(upgrade.STEPS, schema.VERSION, breaking)
    else:
        after_its_work(monkeypatch, name)
    with pytest.raises(RuntimeError, match="the power went"):
        store.open_base(older)
    assert version(older) == 1
    assert rows(older) == before
    assert objects(older) == were
    monkeypatch.undo()
    store.open_base(older).close()
    sound(older)


def after_its_work(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Let one part of the upgrade do its work, and then fail."""
    work: Callable[..., object] = getattr(upgrade, name)

    def broken(*arguments: object) -> None:
        work(*arguments)
        breaking()

    monkeypatch.setattr(upgrade, name, broken)


def test_a_process_killed_in_the_middle_leaves_the_older_base_whole(older: Path) -> None:
    before = rows(older)
    child = os.fork()
    if child == 0:
        upgrade.put_back_views = lambda *_: os._exit(9)
        store.open_base(older)
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
    assert version(older) == 1
    assert rows(older) == before
    store.open_base(older).close()
    sound(older)


def test_an_upgrade_that_would_leave_a_reference_dangling_is_refused(older: Path) -> None:
    connection = sqlite3.connect(older)
    connection.execute("DROP TRIGGER actors_delete")
    connection.execute("DROP TRIGGER entities_delete")
    connection.execute("DELETE FROM actors WHERE id = 'many-captains'")
    connection.commit()
    connection.close()
    with pytest.raises(DataError, match="dangling"):
        store.open_base(older)
    assert version(older) == 1
