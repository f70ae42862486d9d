"""What is said again and was retracted here: every way to bring in many rows tells it, and restores it where that is asked for."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping

from kb.base.model import ENTITY_TABLES, Row
from kb.base.row_by_id import row_of, table_of
from kb.base.runs import Run
from kb.base.words import Status
from kb.changes.correcting import correct
from kb.errors import DataError

# In the order in which they are restored. A claim is no row of its own here: it counts again with its assertions.
TABLES = ("entities", "assertions", "relations", "mentions", "citations")


def counted_in(rows: Mapping[str, Iterable[Row]]) -> Iterator[tuple[str, list[str]]]:
    """Yield (table, ids of the rows that count) of each of TABLES in the rows of another base."""
    for table in TABLES:
        yield table, [row["id"] for row in rows.get(table, ()) if row["status"] not in (Status.RETRACTED, "merged")]


def retracted(connection: sqlite3.Connection, said: Iterable[tuple[str, Iterable[str]]]) -> list[str]:
    """Return those of the rows that are said, by table, that are retracted here, but for doubles that a merge retracted, since another row says the same."""
    found: list[str] = []
    for table, ids in said:
        sql = (
            f"SELECT id FROM {table} WHERE status = 'retracted' AND id IN (SELECT value FROM json_each(?)) AND coalesce((SELECT runs.kind FROM revisions"
            f" JOIN runs ON runs.id = run_id WHERE table_name = '{table}' AND row_id = {table}.id AND json_extract(after, '$.status') = 'retracted'"
            " ORDER BY seq DESC LIMIT 1), '') <> 'merge' ORDER BY id"
        )
        found += [row[0] for row in connection.execute(sql, (json.dumps(list(ids)),))]
    return found


def restore(run: Run, row_ids: Iterable[str]) -> list[str]:
    """Let retracted rows count again in the open run, and return those that do: a row that another one says by now stays as it is."""
    restored = []
    for row_id in row_ids:
        run.connection.execute("SAVEPOINT restoring")
        try:
            table = table_of(run.connection, row_id)
            if table in ENTITY_TABLES:
                run.connection.execute("UPDATE entities SET status = 'current' WHERE id = ? AND status = 'retracted'", (row_id,))
            elif (
                row_of(run.connection, table, row_id)["status"] == Status.RETRACTED
            ):  # else an assertion reported in it was restored before
                correct(run, row_id, {"status": Status.RECORDED})
            restored.append(row_id)
        except DataError:
            run.connection.execute("ROLLBACK TO restoring")
        finally:
            run.connection.execute("RELEASE restoring")
    return restored
