"""Read one article to the rows that it would add to a base: a function of its bytes, the run, and the base whose names it is read with.

The rows are those of `kb.review.intake`, written with every law into a private copy of that base, read back, and rolled back. So ids and
proposals are the same as where the article is added to the base itself, and no article depends on another.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from kb import articles
from kb.base import digests, invariants, store
from kb.base.model import KEYS, Row
from kb.base.rows import dicts
from kb.base.runs import Run
from kb.corpus.lake import OF_ARTICLES, SHARED, Settings
from kb.errors import DataError, KbError
from kb.review import folders, intake

TABLES = tuple(dict.fromkeys((*OF_ARTICLES, *SHARED)))
COPIES: dict[str, sqlite3.Connection] = {}


def rows_of(names: Path, settings: Settings, file: str, data: bytes) -> dict[str, list[Row]]:
    """Return the rows of an article by table, with one of `articles`. Raises the errors of reading it."""
    return rows_in(private_copy(names), settings, file, data)


def rows_in(connection: sqlite3.Connection, settings: Settings, file: str, data: bytes) -> dict[str, list[Row]]:
    """Return the rows that an article would add to a base, which is left as it was."""
    name = Path(file).name
    document = articles.read(data, name=name, keep_all=settings.keep_all)
    proposals = intake.proposals_for(connection, document, model=settings.model)
    values = folders.values_of(document, name, folders.Options(access=settings.access))
    run = Run(connection, settings.run_id, settings.started_at, settings.contributor)
    connection.execute("BEGIN")
    try:
        before = digests.last_rows(connection)
        connection.execute("INSERT INTO change_context(one, run_id) VALUES (1, ?)", (run.id,))
        taken = intake.take(run, document, values, model=settings.model, proposals=proposals)
        invariants.check_invariants(connection, run.id, before)
        rows = {table: recorded(connection, table, run.id) for table in TABLES}
    except sqlite3.Error as error:
        raise store.refused(error) from error
    finally:
        connection.execute("ROLLBACK")
    row = {"sha256": document.sha256, "file": file, "source_id": taken.source.source_id, "snapshot_id": taken.source.snapshot_id}
    held = {"text_sha256": rows["snapshots"][0]["sha256"] if rows["snapshots"] else None, "proposals": len(rows["proposals"])}
    return rows | {"articles": [row | held | {"run_id": run.id}]}


def recorded(connection: sqlite3.Connection, table: str, run_id: str) -> list[Row]:
    """Return the rows of a table that the run recorded, in the order of their keys."""
    of_run = "run_id = :run"
    if table == "entities":  # kept by triggers
        of_run = "id IN (SELECT id FROM sources WHERE run_id = :run UNION ALL SELECT id FROM actors WHERE run_id = :run)"
    sql = f"SELECT * FROM {table} WHERE {of_run} ORDER BY {', '.join(KEYS[table])}"
    return list(dicts(connection.execute(sql, {"run": run_id})))


def private_copy(names: Path) -> sqlite3.Connection:
    """A copy of a base that only this process sees, kept from one article to the next; SQLite deletes it when it is closed."""
    stat = names.stat()
    key = f"{names}:{stat.st_ino}:{stat.st_mtime_ns}"
    if key not in COPIES:
        for other in COPIES.values():
            other.close()
        COPIES.clear()
        given = store.connect(names, readonly=True)
        copy = sqlite3.connect("", isolation_level=None)
        given.backup(copy)
        given.close()
        for pragma in ("foreign_keys = ON", "trusted_schema = ON", "temp_store = MEMORY", "synchronous = OFF"):
            copy.execute(f"PRAGMA {pragma}")
        COPIES[key] = copy
    return COPIES[key]


def failure(settings: Settings, file: str, sha256: str, error: KbError) -> Row:
    """Return the row of `failures` for an article that could not be read."""
    described = {"error": error.what, "place": error.where or None, "remedy": error.remedy or None}
    return {"sha256": sha256, "file": file} | described | {"run_id": settings.run_id}


def double(row: Row, first: Row) -> DataError:
    """Return the error for an article whose text, or whose source's id, is that of an earlier one."""
    if row["text_sha256"] == first["text_sha256"]:
        return DataError(f"the same text as {first['file']}", where=row["file"])
    return DataError(
        f"one id with two contents: {first['file']} has another text",
        where=f"sources {row['source_id']}",
        remedy="read it into a lake of its own, under another title",
    )
