"""The laws let nobody but a purge blacken words, and a base of before the purge is brought up to it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from kb.base import opening
from tests.changes.test_purging import every_row, faults, found_in, purge, words_of


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE snapshots SET text = replace(text, 'e', '█') WHERE source_id = 'port-bulletin'",
        "UPDATE snapshots SET purged_in_id = run_id WHERE source_id = 'port-bulletin'",
        "UPDATE passages SET exact = '█' || substr(exact, 2)",
        "UPDATE revisions SET before = '{}'",
        "UPDATE text_pieces SET piece = replace(piece, 'e', '█')",
        "UPDATE assertions SET status = 'recorded' WHERE source_id = 'harbour-gazette'",
        "UPDATE snapshots SET text = 'The words again' WHERE source_id = 'harbour-gazette'",
        "UPDATE originals SET bytes = x'00'",
        "DELETE FROM snapshots WHERE source_id = 'harbour-gazette'",
    ],
)
def test_the_door_of_the_purge_is_open_to_nobody_else(tiny_path: Path, sql: str) -> None:
    purge(tiny_path)
    with closing(sqlite3.connect(tiny_path)) as connection:
        if "originals" in sql:
            snapshot = "SELECT id FROM snapshots WHERE source_id = 'port-bulletin'"
            connection.execute(
                f"INSERT INTO originals(snapshot_id, sha256, media_type, bytes) SELECT id, '{'0' * 64}', 'text/html', x'01' FROM ({snapshot})"
            )
        with pytest.raises(sqlite3.IntegrityError):
            connection.execute(sql)


def test_a_base_of_version_7_can_be_purged_once_it_is_brought_up_to_date(tiny_path: Path) -> None:
    before = every_row(tiny_path)["snapshots"]
    with closing(sqlite3.connect(tiny_path, isolation_level=None)) as connection:
        connection.execute("PRAGMA legacy_alter_table = ON")
        for kind, name in connection.execute(
            "SELECT type, name FROM sqlite_master WHERE type IN ('trigger', 'view') OR name LIKE 'snapshots\\_%purge%' ESCAPE '\\'"
        ).fetchall():
            if not name.endswith(("_ai", "_ad", "_au")):
                connection.execute(f"DROP {kind} {name}")
        (sql,) = connection.execute("SELECT sql FROM sqlite_master WHERE name = 'snapshots'").fetchone()
        keeping = connection.execute("SELECT sql FROM sqlite_master WHERE tbl_name = 'snapshots' AND type = 'trigger'").fetchall()
        connection.execute("ALTER TABLE snapshots RENAME TO newer")
        connection.execute("\n".join(line for line in sql.splitlines() if "purged_in_id" not in line))
        columns = "id, source_id, sha256, media_type, text, retrieved_from, retrieved_at, run_id"
        connection.execute(f"INSERT INTO snapshots(rowid, {columns}) SELECT rowid, {columns} FROM newer")
        for table in ("newer", "unswept"):
            connection.execute(f"DROP TABLE {table}")
        for (law,) in keeping:
            connection.execute(law)
        connection.execute("DELETE FROM vocabulary WHERE field = 'runs.kind' AND value = 'purge'")
        connection.execute("PRAGMA user_version = 7")
    opening.open_base(tiny_path).close()
    assert every_row(tiny_path)["snapshots"] == before and faults(tiny_path) == []
    words = words_of(tiny_path)
    purge(tiny_path)
    assert found_in(tiny_path, words) == set() and faults(tiny_path) == []
