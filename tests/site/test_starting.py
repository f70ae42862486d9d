"""What a site stores as it starts: in one write, the same that Datasette's own calls store one at a time."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from datasette.database import Database

from kb.site.tables import describe, metadata
from tests.harness.site import Site

KEPT = ("metadata_instance", "metadata_databases", "metadata_resources", "metadata_columns", "queries")
TIMES = ("created_at", "updated_at")


def stored(desk: Site) -> dict[str, list[tuple[Any, ...]]]:
    """The rows that Datasette keeps of databases, tables, columns and questions, without their times."""

    def read(connection: Any) -> dict[str, list[tuple[Any, ...]]]:
        found = {}
        for table in KEPT:
            columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})") if row[1] not in TIMES]
            found[table] = sorted(map(tuple, connection.execute(f"SELECT {', '.join(columns)} FROM {table}")), key=repr)
        return found

    rows: dict[str, list[tuple[Any, ...]]] = desk.run(lambda: desk.datasette.get_internal_database().execute_fn(read))
    return rows


@pytest.mark.thorough
def test_one_write_stores_what_datasette_s_own_calls_store(desk: Site) -> None:
    at_once = stored(desk)
    assert len(at_once["metadata_columns"]) > 300 and at_once["queries"]
    for table in KEPT:
        desk.run(lambda table=table: desk.datasette.get_internal_database().execute_write(f"DELETE FROM {table}"))
    assert not any(stored(desk).values())

    async def one_at_a_time() -> None:
        await desk.datasette.set_instance_metadata("title", metadata.TITLE)
        await desk.datasette.set_instance_metadata("description", metadata.DESCRIPTION)
        await describe.describe_tables(desk.datasette, "tiny")
        await describe.add_questions(desk.datasette, "tiny", desk.datasette.urls)

    desk.run(one_at_a_time)
    assert stored(desk) == at_once


def test_starting_writes_a_handful_of_times(tiny_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    writes: list[str] = []
    send = Database._send_to_write_thread

    async def counted(self: Database, *args: Any, **options: Any) -> Any:
        writes.append(self.name)
        return await send(self, *args, **options)

    monkeypatch.setattr(Database, "_send_to_write_thread", counted)
    Site(tiny_path).close()
    assert 0 < len(writes) < 30, "each thing is written by itself"


def test_starting_again_keeps_the_database(desk: Site) -> None:
    before, rows = desk.datasette.get_database("tiny"), stored(desk)
    desk.run(lambda: describe.describe_bases(desk.datasette))
    assert desk.datasette.get_database("tiny") is before and stored(desk) == rows
