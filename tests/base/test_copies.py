"""A backup of a base that is in use is a whole base; one digest tells whether any value of a base was changed."""

from __future__ import annotations

import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from kb.base import copies, store
from tests.harness.edits import BECAUSE, CLAIM
from tests.whole import PROPOSED, done, kb, rows, sound


def test_a_backup_of_a_base_that_somebody_writes_to_is_the_base_before(tiny_path: Path, tmp_path: Path) -> None:
    before = rows(tiny_path)
    with closing(sqlite3.connect(tiny_path, isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("UPDATE claims SET kind = 'norm' WHERE id = ?", (CLAIM,))
        done("backup", tmp_path / "copy.db", db=tiny_path)
        writer.execute("COMMIT")
    assert rows(tmp_path / "copy.db") == before != rows(tiny_path)
    sound(tmp_path / "copy.db")
    assert stat.S_IMODE((tmp_path / "copy.db").stat().st_mode) == 0o600
    done("correct", CLAIM, "kind=plan", *BECAUSE, db=tmp_path / "copy.db")


def test_a_backup_never_replaces_a_file_and_leaves_none_behind(tiny_path: Path, tmp_path: Path) -> None:
    (tmp_path / "copy.db").write_text("letters")
    assert kb("backup", tmp_path / "copy.db", db=tiny_path).code == 2
    assert kb("backup", tmp_path / "nowhere" / "copy.db", db=tiny_path).code == 2
    assert (tmp_path / "copy.db").read_text() == "letters"
    assert not list(tmp_path.glob(".copy*"))


@pytest.mark.thorough
def test_the_digest_is_that_of_the_rows_whatever_the_file(tiny_path: Path, tmp_path: Path) -> None:
    digest = done("attest", db=tiny_path)
    assert len(digest) == 64
    done("backup", tmp_path / "copy.db", db=tiny_path)
    done("dump", tmp_path / "dump", db=tiny_path)
    done("load", tmp_path / "dump", db=tmp_path / "loaded.db")
    with closing(sqlite3.connect(tiny_path)) as connection:
        connection.execute("VACUUM")
    for path in (tiny_path, tmp_path / "copy.db", tmp_path / "loaded.db"):
        assert done("attest", digest, db=path) == digest


@pytest.mark.parametrize(
    "table",
    ["snapshots", "claims", "passages", "runs", "revisions", "originals", "names", "vocabulary", "reviews", "conflicts", "settings"],
)
@pytest.mark.thorough
def test_any_changed_value_gives_another_digest(table: str, tiny_path: Path) -> None:
    done("correct", CLAIM, "kind=factual", *BECAUSE, db=tiny_path)
    done("base-iri", "https://kb.example/", db=tiny_path)
    with closing(sqlite3.connect(tiny_path)) as connection:
        connection.executescript(PROPOSED)
    with closing(store.connect(tiny_path)) as connection:
        before = copies.attest(connection)
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f'DROP TRIGGER "{name}"')
        column = {"snapshots": "text", "originals": "bytes", "runs": "reason", "revisions": "reason", "vocabulary": "label"}.get(table)
        column = (
            column or connection.execute("SELECT name FROM pragma_table_info(?) WHERE pk = 0 AND type = 'TEXT'", (table,)).fetchone()[0]
        )
        value = "x'00'" if column == "bytes" else f"coalesce({column}, '') || 'x'"
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute(f"UPDATE {table} SET {column} = {value} WHERE rowid = (SELECT max(rowid) FROM {table})")
        assert copies.attest(connection) != before
    assert kb("attest", before, db=tiny_path).code == 1
