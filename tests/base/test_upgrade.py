"""An older base: backed up, brought up to date in place with every row kept, or refused and left as it was."""

from __future__ import annotations

import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from ingest.__main__ import read_into
from kb.base import full_text, opening, schema, store, upgrade, upgrade_tables
from kb.base.model import WITH_STATUS
from kb.errors import DataError
from tests.conftest import TINY
from tests.harness.edits import add
from tests.reading import Desk
from tests.whole import done, errors, kb, one, rows, sound

DATA = Path(__file__).parent / "data"
FIRST, THIRD, FOURTH, FIFTH, SIXTH = (DATA / f"base-v{number}.sql" for number in (1, 3, 4, 5, 6))


@pytest.fixture(scope="session")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A base as the first version of the program left it, with what two people did in it."""
    return laid(FIRST, tmp_path_factory.mktemp("first") / "older.db")


@pytest.fixture(scope="session")
def third(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A base as the version before sources had an access left it, with what two people did in it."""
    return laid(THIRD, tmp_path_factory.mktemp("third") / "older.db")


@pytest.fixture(scope="session")
def fourth(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A base as the version before affiliations, order and reviews were tables left it, with what two people did in it."""
    return laid(FOURTH, tmp_path_factory.mktemp("fourth") / "older.db")


@pytest.fixture(scope="session")
def fifth(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A base as the version before conflicts were kept left it, with what three people did in it."""
    return laid(FIFTH, tmp_path_factory.mktemp("fifth") / "older.db")


@pytest.fixture(scope="session")
def sixth(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A base as the version before marks of what is not the same left it, with what people did in it."""
    return laid(SIXTH, tmp_path_factory.mktemp("sixth") / "older.db")


def laid(script: Path, path: Path) -> Path:
    connection = sqlite3.connect(path)
    connection.executescript(script.read_text("utf-8"))
    connection.execute("PRAGMA journal_mode = WAL")
    connection.close()
    return path


@pytest.fixture
def older(first: Path, tmp_path: Path) -> Path:
    """A fresh copy of the base of version 1."""
    return Path(shutil.copy(first, tmp_path / "older.db"))


@pytest.fixture
def of_version_3(third: Path, tmp_path: Path) -> Path:
    """A fresh copy of the base of version 3."""
    return Path(shutil.copy(third, tmp_path / "older.db"))


@pytest.fixture
def of_version_4(fourth: Path, tmp_path: Path) -> Path:
    """A fresh copy of the base of version 4."""
    return Path(shutil.copy(fourth, tmp_path / "older.db"))


@pytest.fixture
def of_version_5(fifth: Path, tmp_path: Path) -> Path:
    """A fresh copy of the base of version 5."""
    return Path(shutil.copy(fifth, tmp_path / "older.db"))


@pytest.fixture
def of_version_6(sixth: Path, tmp_path: Path) -> Path:
    """A fresh copy of the base of version 6."""
    return Path(shutil.copy(sixth, tmp_path / "older.db"))


@pytest.fixture(params=["older", "of_version_3", "of_version_4", "of_version_5", "of_version_6"])
def of_any_version(request: pytest.FixtureRequest) -> Path:
    """A fresh copy of each older base that is kept here."""
    path: Path = request.getfixturevalue(request.param)
    return path


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


def columns(path: Path) -> dict[str, list[str]]:
    """The columns of each table that holds rows."""
    connection = sqlite3.connect(path)
    try:
        named = "SELECT name FROM pragma_table_xinfo(?) ORDER BY cid"
        return {table: [row[0] for row in connection.execute(named, (table,))] for table, listed in rows(path).items() if listed}
    finally:
        connection.close()


def numbered(path: Path, known: dict[str, list[str]]) -> dict[str, list[tuple[object, ...]]]:
    """Every row, in the columns that are known, with its row number, by which the full-text indexes find it."""
    connection = sqlite3.connect(path)
    try:
        return {table: connection.execute(f"SELECT rowid, {', '.join(names)} FROM {table}").fetchall() for table, names in known.items()}
    finally:
        connection.close()


def backups(path: Path) -> list[Path]:
    return sorted(each for each in path.parent.iterdir() if ".bak-" in each.name)


def test_the_older_bases_are_of_their_versions(older: Path, third: Path, fourth: Path) -> None:
    assert version(older) == 1 < schema.VERSION
    assert version(third) == 3 < schema.VERSION
    assert FIRST.stat().st_size < 2_000_000
    assert THIRD.stat().st_size < 2_000_000
    assert version(fourth) == 4 < schema.VERSION
    assert FOURTH.stat().st_size < 2_000_000


@pytest.mark.thorough
def test_what_people_did_in_a_base_of_version_5_stays_and_its_dump_can_be_brought_in(of_version_5: Path, tmp_path: Path) -> None:
    assert version(of_version_5) == 5 < schema.VERSION
    done("upgrade", db=of_version_5)
    sound(of_version_5)
    assert "'evaluation' -> 'factual'" in done("show", "clm-ferry-too-small", db=of_version_5)
    done("dump", tmp_path / "dump", db=of_version_5)
    (tmp_path / "dump" / "conflicts.jsonl").unlink()
    (tmp_path / "dump" / "base.json").write_text('{"schema": 5}')
    before = rows(of_version_5)
    done("load", tmp_path / "dump", db=of_version_5)
    assert rows(of_version_5) == before
    done("load", tmp_path / "dump", db=tmp_path / "copy.db")
    assert rows(tmp_path / "copy.db")["claims"] == before["claims"]


@pytest.mark.thorough
def test_opening_it_for_writing_backs_it_up_and_keeps_every_row(of_any_version: Path) -> None:
    older, of = of_any_version, version(of_any_version)
    before, known = rows(older), columns(older)
    was = numbered(older, known)
    done("new", "thing", "pier", "the pier", "--kind", "project", db=older)
    assert version(older) == schema.VERSION
    (backup,) = backups(older)
    assert backup.name == f"older.db.bak-v{of}-1"
    assert version(backup) == of
    assert rows(backup) == before
    after = numbered(older, known)
    not_kept = {"origins"} if of == 1 else set()
    for table, listed in was.items():
        if table not in not_kept:
            assert set(as_kept(table, listed, known)) <= set(as_kept(table, after[table], known)), table
    assert {row[0] for row in rows(older)["things"]} - {row[0] for row in before["things"]} == {"pier"}


def as_kept(table: str, listed: list[tuple[object, ...]], known: dict[str, list[str]]) -> list[tuple[object, ...]]:
    """The rows without what an upgrade may change: the number of a word, the digest of a row that has got another column, a status.

    What nobody but its author is known to have reviewed becomes recorded: see the tests of that.
    """
    if table in WITH_STATUS:
        at = known[table].index("status") + 1
        return [tuple("recorded" if place == at and value == "reviewed" else value for place, value in enumerate(row)) for row in listed]
    if table == "vocabulary":
        return [row[1:] for row in listed]
    if table == "origins":
        left_out = known["origins"].index("row_digest") + 1
        return [row[:left_out] + row[left_out + 1 :] for row in listed]
    return listed


@pytest.mark.thorough
def test_an_upgraded_base_is_that_of_the_model_to_the_letter(of_any_version: Path, empty_path: Path) -> None:
    older = of_any_version
    done("upgrade", db=older)
    wanted, found = objects(empty_path), objects(older)
    assert {name: sql for name, sql in found.items() if wanted.get(name) != sql}.keys() == {"claims_of_ours", "notes_of_ours"}
    assert wanted.keys() <= found.keys()
    connection = store.connect(older)
    assert errors(connection) == []
    assert one(connection, "PRAGMA integrity_check") == "ok"
    connection.close()


@pytest.mark.thorough
def test_what_stands_for_an_entity_is_joined_while_upgrading(of_any_version: Path) -> None:
    older = of_any_version
    done("upgrade", db=older)
    connection = store.connect(older)
    wholes = connection.execute("SELECT part_of_id, id FROM part_of").fetchall()
    assert wholes
    for whole, part in wholes:
        assert one(connection, "SELECT reach FROM reach WHERE entity_id = ? AND reached_id = ?", whole, part) == "parties"
    assert one(connection, "SELECT count(*) FROM stand_ins WHERE steps = 0") == one(connection, "SELECT count(*) FROM entities")
    connection.close()


@pytest.mark.thorough
def test_what_people_added_of_their_own_stays(older: Path) -> None:
    done("upgrade", db=older)
    connection = store.connect(older)
    assert one(connection, "SELECT description FROM vocabulary WHERE field = 'things.kind' AND value = 'song'") == "Words that are sung."
    assert one(connection, "SELECT note FROM notes_of_ours") == "ask the captains"
    assert one(connection, "SELECT count(*) FROM claims_of_ours") == one(
        connection, "SELECT count(*) FROM claims WHERE status = 'reviewed'"
    )
    connection.close()
    assert "'evaluation' -> 'factual'" in done("show", "clm-ferry-too-small", db=older)
    assert "merged into harbour-office" in done("show", "port-office", db=older)


@pytest.mark.thorough
def test_words_that_the_program_has_come_to_know_are_added(older: Path, empty_path: Path) -> None:
    before = {row[:2] for row in rows(older)["vocabulary"]}
    done("upgrade", db=older)
    after = {row[:2] for row in rows(older)["vocabulary"]}
    assert before <= after
    assert {row[:2] for row in rows(empty_path)["vocabulary"]} <= after


@pytest.mark.thorough
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


@pytest.mark.thorough
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
    opening.open_base(tiny_path).close()
    assert tiny_path.read_bytes() == before
    assert backups(tiny_path) == []


@pytest.mark.thorough
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


# ------------------------------------------------------------------------------------------------ access, since version 4


def test_an_upgrade_gives_each_source_the_access_that_its_rights_surely_allow(of_version_3: Path) -> None:
    told = done("upgrade", db=of_version_3)
    connection = store.connect(of_version_3)
    assert dict(connection.execute("SELECT id, access FROM sources")) == {
        "leaflet-of-the-canal": "public",  # CC BY-SA 4.0
        "sheet-of-the-union": "quotes",  # CC BY-NC 4.0
        "notes-of-the-pilot": "private",  # Strictly private
        "the-lock": "private",  # not for publication
        "an-old-guide": "private",  # Formerly CC BY, all rights reserved now
        "letters": "private",  # none
        "harbour-gazette": "private",  # Invented for the tests.
        "port-bulletin": "private",
        "radio-one-broadcast": "private",
    }
    connection.close()
    assert "notes-of-the-pilot: access is private (its rights: Strictly private)" in told
    assert "letters: access is private (no rights are given)" in told
    assert "leaflet-of-the-canal: access is public (its rights: CC BY-SA 4.0)" in told
    assert "kb correct ID access=… --reason …" in told


@pytest.mark.parametrize("arguments", [("query", "SELECT 1"), ("new", "thing", "pier", "the pier", "--kind", "project")])
@pytest.mark.thorough
def test_an_upgrade_that_nobody_asked_for_tells_what_became_private(arguments: tuple[str, ...], of_version_3: Path) -> None:
    assert "letters: access is private" in kb(*arguments, db=of_version_3).err
    assert "letters" not in kb("query", "SELECT 1", db=of_version_3).err


def test_a_program_that_opens_it_is_warned_of_what_became_private(of_version_3: Path) -> None:
    import kb as package

    with pytest.warns(UserWarning, match="letters: access is private"):
        package.open(of_version_3).close()


@pytest.mark.thorough
def test_what_people_did_in_a_base_of_version_3_stays(of_version_3: Path) -> None:
    done("upgrade", db=of_version_3)
    assert "'evaluation' -> 'factual'" in done("show", "clm-ferry-too-small", db=of_version_3)
    assert "merged into harbour-office" in done("show", "port-office", db=of_version_3)
    assert "the lock is too narrow" in done("review", "--list", db=of_version_3)
    assert "lock »leaks«" in done("search", "leaks", db=of_version_3)
    done("correct", "letters", "access=quotes", "--reason", "Anna allows it", db=of_version_3)
    done("correct", "letters", "title=Letters to Anna", "--reason", "as printed", db=of_version_3)
    sound(of_version_3)


@pytest.mark.thorough
def test_what_people_did_in_a_base_of_version_4_stays(of_version_4: Path) -> None:
    told = done("upgrade", db=of_version_4)
    assert "access is" not in told  # each source had one already
    connection = store.connect(of_version_4)
    assert dict(connection.execute("SELECT id, access FROM sources WHERE id IN ('log-of-the-watch', 'the-lock')")) == {
        "log-of-the-watch": "quotes",
        "the-lock": "private",
    }
    leaks = "SELECT subject_id, predicate_id, object_id FROM claims WHERE text = 'The lock leaks'"
    assert connection.execute(leaks).fetchone() == ("lock", "leaks-into", "harbour")
    related = "SELECT relation, comparable FROM relations WHERE from_claim_id = 'clm-ferry-too-small'"
    assert connection.execute(related).fetchone() == ("supports", "different-time")
    assert one(connection, "SELECT status FROM claims WHERE id = 'clm-captains-are-asked'") == "disputed"
    assert one(connection, "SELECT note FROM notes_of_ours") == "ask the captains"
    assert one(connection, "SELECT kind FROM things WHERE id = 'shanty'") == "song"
    connection.close()
    assert "'evaluation' -> 'factual'" in done("show", "clm-ferry-too-small", db=of_version_4)
    assert "merged into harbour-office" in done("show", "port-office", db=of_version_4)
    assert "the lock is too narrow" in done("review", "--list", db=of_version_4)
    done("affiliate", "night-watch", "affiliated-with", "harbour-board", db=of_version_4)  # what came after that version
    done("review", "clm-ferry-too-small", "--verdict", "carries", "--by", "Cleo", db=of_version_4)
    sound(of_version_4)


def test_files_that_give_an_access_after_the_upgrade_change_their_sources_without_a_conflict(of_version_3: Path) -> None:
    read_into(of_version_3, TINY, check=False)
    connection = store.connect(of_version_3)
    given = dict(connection.execute("SELECT id, access FROM sources WHERE id IN (SELECT row_id FROM origins WHERE table_name = 'sources')"))
    connection.close()
    assert given == {"harbour-gazette": "quotes", "port-bulletin": "quotes", "radio-one-broadcast": "quotes"}


@pytest.mark.thorough
def test_a_source_that_a_person_changed_before_the_upgrade_is_still_hers(of_version_3: Path) -> None:
    connection = sqlite3.connect(of_version_3)
    connection.execute("UPDATE sources SET rights = 'Ask the paper' WHERE id = 'harbour-gazette'")
    connection.commit()
    connection.close()
    with pytest.raises(DataError, match="conflict with changes that people made"):
        read_into(of_version_3, TINY, check=False)


@pytest.mark.thorough
def test_a_dump_of_a_base_of_version_3_loads_with_the_access_that_the_rights_allow(of_version_3: Path, tmp_path: Path) -> None:
    """As `kb dump` of that version wrote it: no source says its access."""
    done("upgrade", db=of_version_3)
    done("dump", tmp_path / "dump", db=of_version_3)
    listed = tmp_path / "dump" / "sources.jsonl"
    listed.write_text(re.sub(r', "access": "[a-z]+"', "", listed.read_text("utf-8")), "utf-8")
    words = tmp_path / "dump" / "vocabulary.jsonl"
    kept = [line for line in words.read_text("utf-8").splitlines(keepends=True) if "sources.access" not in line]
    words.write_text("".join(kept), "utf-8")
    (tmp_path / "dump" / "base.json").write_text('{"schema": 3}\n', "utf-8")
    done("load", tmp_path / "dump", db=tmp_path / "loaded.db")
    assert rows(tmp_path / "loaded.db")["sources"] == rows(of_version_3)["sources"]


# ------------------------------------------------------------------------------------------------------------- refused


def test_a_base_of_a_newer_version_is_refused_untouched(tiny_path: Path) -> None:
    connection = sqlite3.connect(tiny_path)
    connection.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    connection.close()
    before = tiny_path.read_bytes()
    for arguments in (("query", "SELECT 1"), ("new", "thing", "pier", "the pier", "--kind", "project"), ("upgrade",), ("check",)):
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
    for arguments in (("query", "SELECT 1"), ("new", "thing", "pier", "the pier", "--kind", "project"), ("upgrade",)):
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
    said = kb("new", "thing", "pier", "the pier", "--kind", "project", db=older)
    writer.execute("ROLLBACK")
    writer.close()
    assert said.code == 1
    assert "somebody else is writing" in said.err
    assert version(older) == 1
    assert backups(older) == []


def breaking(*_: object) -> None:
    raise RuntimeError("the power went")


@pytest.mark.parametrize("name", ["drop_laws_and_views", "add_what_is_new", "bring_table_up", "put_back_views", "step"])
@pytest.mark.thorough
def test_an_upgrade_that_breaks_off_leaves_the_older_base_whole(name: str, older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before, were = rows(older), objects(older)
    if name == "step":
        monkeypatch.setitem(upgrade.STEPS, schema.VERSION, breaking)
    else:
        after_its_work(monkeypatch, name)
    with pytest.raises(RuntimeError, match="the power went"):
        opening.open_base(older)
    assert version(older) == 1
    assert rows(older) == before
    assert objects(older) == were
    monkeypatch.undo()
    opening.open_base(older).close()
    sound(older)


def after_its_work(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Let one part of the upgrade do its work, and then fail."""
    module = upgrade_tables if name == "bring_table_up" else upgrade
    work: Callable[..., object] = getattr(module, name)

    def broken(*arguments: object) -> None:
        work(*arguments)
        breaking()

    monkeypatch.setattr(module, name, broken)


@pytest.mark.thorough
def test_a_process_killed_in_the_middle_leaves_the_older_base_whole(older: Path) -> None:
    before = rows(older)
    killed = (
        "import os, sys; from pathlib import Path; from kb.base import opening, upgrade; "
        "upgrade.put_back_views = lambda *_: os._exit(9); opening.open_base(Path(sys.argv[1]))"
    )
    child = subprocess.run([sys.executable, "-c", killed, str(older)], cwd=Path(__file__).parents[2], check=False)
    assert child.returncode == 9
    assert version(older) == 1
    assert rows(older) == before
    opening.open_base(older).close()
    sound(older)


@pytest.mark.thorough
def test_an_upgrade_that_would_leave_a_reference_dangling_is_refused(older: Path) -> None:
    connection = sqlite3.connect(older)
    connection.execute("DROP TRIGGER actors_delete")
    connection.execute("DROP TRIGGER entities_delete")
    connection.execute("DELETE FROM actors WHERE id = 'many-captains'")
    connection.commit()
    connection.close()
    with pytest.raises(DataError, match="dangling"):
        opening.open_base(older)
    assert version(older) == 1


def reviewed_before_there_were_reviews(path: Path) -> None:
    """A version 3 base in which a person accepted a proposal, another settled a dispute, and a third corrected her own row."""
    connection = sqlite3.connect(path)
    connection.executescript("""
      INSERT INTO contributors(id, name, kind) VALUES ('edith', 'Edith', 'person'), ('nora', 'Nora', 'person');
      INSERT INTO runs(id, kind, contributor_id, software, version, reason, started_at, ended_at) VALUES
        ('run-accepting', 'review', 'edith', 'kb', '1', NULL, '2024-01-01T00:00:00Z', '2024-01-01T00:00:01Z'),
        ('run-settling', 'correct', 'nora', 'kb', '1', 'settled', '2024-01-02T00:00:00Z', '2024-01-02T00:00:01Z');
      UPDATE claims SET run_id = 'run-accepting' WHERE id = 'clm-ferry-keeps-running';
      UPDATE assertions SET run_id = 'run-accepting' WHERE claim_id = 'clm-ferry-keeps-running';
      INSERT INTO change_context(one, run_id, reason) VALUES (1, 'run-settling', 'settled');
      UPDATE claims SET status = 'disputed' WHERE id = 'clm-captains-are-asked';
      UPDATE claims SET status = 'reviewed' WHERE id = 'clm-captains-are-asked';
      DELETE FROM change_context;""")
    connection.commit()
    connection.close()


@pytest.mark.thorough
def test_an_upgrade_keeps_as_reviewed_only_what_a_second_person_checked(of_version_3: Path) -> None:
    reviewed_before_there_were_reviews(of_version_3)
    told = done("upgrade", db=of_version_3)
    connection = store.connect(of_version_3)
    assert errors(connection) == []
    by_status = dict(
        connection.execute("SELECT status, group_concat(id) FROM (SELECT * FROM claims ORDER BY id) GROUP BY status").fetchall()
    )
    assert by_status["reviewed"] == "clm-captains-are-asked,clm-ferry-keeps-running"
    found = connection.execute(
        "SELECT row_id, contributor_id, verdict, note, run_id FROM reviews WHERE table_name = 'claims' ORDER BY row_id"
    ).fetchall()
    assert found == [
        ("clm-captains-are-asked", "nora", "carries", "settled", "run-settling"),
        ("clm-ferry-keeps-running", "edith", "carries", None, "run-accepting"),
    ]
    assert one(connection, "SELECT count(DISTINCT counted) FROM claim_sheet WHERE status IN ('recorded', 'reviewed')") == 1
    kinds = connection.execute(
        "SELECT DISTINCT runs.kind FROM revisions JOIN runs ON runs.id = run_id WHERE json_extract(after, '$.status') = 'recorded'"
    ).fetchall()
    assert kinds == [("upgrade",)]
    connection.close()
    assert "no longer reviewed" in told


@pytest.mark.thorough
def test_files_read_after_the_upgrade_find_nothing_new_and_no_conflict(of_version_3: Path) -> None:
    done("upgrade", db=of_version_3)
    desk = Desk.at(of_version_3.parent, of_version_3)
    desk.read_well()
    assert one_of(of_version_3, "SELECT count(*) FROM claims WHERE status = 'recorded'") > 3


def one_of(path: Path, sql: str) -> Any:
    connection = sqlite3.connect(path)
    try:
        return one(connection, sql)
    finally:
        connection.close()


@pytest.mark.thorough
def test_a_dump_of_an_older_version_is_loaded_with_the_same_statuses(of_version_3: Path, empty_path: Path, tmp_path: Path) -> None:
    reviewed_before_there_were_reviews(of_version_3)
    older = tmp_path / "dump-of-older"
    dump_as_before_reviews(of_version_3, older)
    done("upgrade", db=of_version_3)
    done("load", older, db=empty_path)
    sql = "SELECT group_concat(id || status) FROM (SELECT * FROM claims ORDER BY id)"
    assert one_of(empty_path, sql) == one_of(of_version_3, sql)
    reviews = "SELECT group_concat(row_id || contributor_id || coalesce(note, '')) FROM (SELECT * FROM reviews ORDER BY row_id)"
    assert one_of(empty_path, reviews) == one_of(of_version_3, reviews)
    sound(empty_path)


def dump_as_before_reviews(path: Path, folder: Path) -> None:
    """What the program of schema version 4 dumped: every table but reviews."""
    upgraded = Path(shutil.copy(path, folder.with_suffix(".db")))
    done("upgrade", db=upgraded)
    done("dump", folder, db=upgraded)
    (folder / "reviews.jsonl").unlink()
    before = sqlite3.connect(path)
    for table in WITH_STATUS:
        was = dict(before.execute(f"SELECT id, status FROM {table}").fetchall())
        lines = [json.loads(line) for line in (folder / f"{table}.jsonl").read_text("utf-8").splitlines()]
        (folder / f"{table}.jsonl").write_text("".join(json.dumps(row | {"status": was[row["id"]]}) + "\n" for row in lines), "utf-8")
    before.close()
    lines = [json.loads(line) for line in (folder / "revisions.jsonl").read_text("utf-8").splitlines()]
    revisions = [json.dumps(row) + "\n" for row in lines if json.loads(row.get("after", "{}")).get("status") != "recorded"]
    (folder / "revisions.jsonl").write_text("".join(revisions), "utf-8")
    (folder / "base.json").write_text('{"schema": 4}\n')


@pytest.mark.thorough
def test_an_upgraded_base_is_searched_by_the_present_rules(of_any_version: Path) -> None:
    upgrade.if_older(of_any_version)
    indexes = dict(sqlite3.connect(of_any_version).execute("SELECT name, sql FROM sqlite_master WHERE name LIKE '%fts%'").fetchall())
    for table in full_text.INDEXED:
        assert full_text.TOKENIZER in indexes[f"{table}_fts"]
    assert {f"{table}_fts_terms" for table in full_text.SPELT} <= set(indexes)


@pytest.mark.thorough
def test_what_a_killed_upgrade_left_is_cleaned_up_and_told(older: Path) -> None:
    ended = subprocess.Popen(["true"])
    ended.wait()
    left = older.with_name(f".{older.name}.bak-v1-1.{ended.pid}.new")
    earlier = older.with_name(f".{older.name}.bak-v1-1.new")
    running = older.with_name(f".{older.name}.bak-v1-1.{os.getpid()}.new")
    for file in (left, earlier, running):
        file.write_bytes(b"unfinished")
    upgraded = upgrade.if_older(older)
    assert upgraded is not None
    assert sum("interrupted" in line for line in upgraded.lines) == 2
    assert not left.exists()
    assert not earlier.exists()


@pytest.mark.thorough
def test_an_upgrade_after_a_killed_one_leaves_one_backup(older: Path) -> None:
    with closing(sqlite3.connect(older)) as connection:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        upgrade.back_up(connection, older, version)  # and killed then, before the base was changed
    upgraded = upgrade.if_older(older)
    assert upgraded is not None
    assert list(older.parent.glob(f"{older.name}.bak-*")) == [upgraded.backup]
