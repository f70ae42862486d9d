"""Writes through Datasette's own pages and API, each as a run of whoever is signed in, so that it has a name, leaves revisions and can be undone.

Datasette's insert, edit, delete and write queries know nothing of runs. Its hook write_wrapper puts each of them into one, which is checked
like every other; what the laws would refuse anyway is not offered at all.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Generator
from typing import TYPE_CHECKING, Any

from datasette.permissions import PermissionSQL

from kb.base import digests, invariants, runs, schema
from kb.base.model import KEYS
from kb.errors import KbError
from kb.site import wording
from kb.site.database import bases

if TYPE_CHECKING:
    from datasette.app import Datasette
    from datasette.utils.asgi import Request

REASON = "edited in the tables"
# Where Datasette's forms could only fail or leave a fault: words and their texts stay as they were received, history is kept by triggers, what
# the base keeps for itself (digests, settings, pieces of texts) by the library, and what somebody says enters with its quote, through the forms
# of this site.
KEPT = ("snapshots", "passages", "revisions", "runs", "entities", "origins", "conflicts", "reviews", *sorted(schema.BOOKKEEPING))
REFUSED: dict[str, tuple[str, ...]] = {
    "insert-row": (*KEPT, "claims", "assertions"),
    "update-row": KEPT,
    "delete-row": (*KEPT, "claims", "assertions", "sources"),
}


def not_offered(action: str) -> list[PermissionSQL]:
    """The rules that take Datasette's forms away where the laws of the base refuse what they send."""
    tables = REFUSED.get(action, ())
    sql = "SELECT database_name AS parent, :{0} AS child, 0 AS allow, 'the laws of the base refuse it' AS reason FROM catalog_databases"
    return [PermissionSQL(sql=sql.format(f"kb_kept_{n}"), params={f"kb_kept_{n}": table}) for n, table in enumerate(tables)]


def wrapper(datasette: Datasette, database: str, request: Request | None, transaction: bool) -> Callable[..., Any] | None:
    """Datasette's hook write_wrapper, for writes to a base that a request of somebody signed in asks for."""
    actor = request.actor if request is not None else None
    if not transaction or not actor or actor.get("id") is None or database not in {base.name for base in bases(datasette)}:
        return None
    who = str(actor["id"])

    def in_a_run(conn: sqlite3.Connection) -> Generator[None, Any, None]:
        before_factory, conn.row_factory = conn.row_factory, None
        try:
            conn.execute("SAVEPOINT before_edit")
            before = digests.last_rows(conn)
            run = runs.record(conn, "correct", who, REASON)
            conn.execute("INSERT INTO change_context(one, run_id, reason) VALUES (1, ?, ?)", (run.id, REASON))
            last, changes = last_rows(conn), conn.total_changes
            conn.row_factory = before_factory
            yield
            conn.row_factory = None
            if conn.total_changes == changes:
                conn.execute("ROLLBACK TO before_edit")
                return
            sign(conn, run.id, last)
            try:
                invariants.check_invariants(conn, run.id, before)
            except KbError as error:  # Datasette shows the text of an exception
                raise sqlite3.IntegrityError(f"{error.what}; {error.advice(wording.api)}") from error
            runs.finish(run)
            digests.keep(conn, run.id, before)
            conn.execute("DELETE FROM change_context")
        finally:
            conn.row_factory = before_factory

    return in_a_run


def last_rows(connection: sqlite3.Connection) -> dict[str, int]:
    """The highest rowid of every table whose rows say which run recorded them."""
    signed = [
        table for table in KEYS if connection.execute("SELECT 1 FROM pragma_table_info(?) WHERE name = 'run_id'", (table,)).fetchone()
    ]
    return {
        table: connection.execute(f"SELECT coalesce(max(rowid), 0) FROM {table}").fetchone()[0] for table in signed if table != "revisions"
    }


def sign(connection: sqlite3.Connection, run_id: str, last: dict[str, int]) -> None:
    """Write the run into the rows that it added. No revision is left: nobody saw them without it."""
    connection.execute("UPDATE change_context SET restoring = 1")
    for table, rowid in last.items():
        connection.execute(f"UPDATE {table} SET run_id = ? WHERE rowid > ? AND run_id IS NULL", (run_id, rowid))
    connection.execute("UPDATE change_context SET restoring = 0")
