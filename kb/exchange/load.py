"""Load the rows of a dump or of an RDF export: an empty base becomes a copy, and another is brought together with the base they are of.

A copy keeps ids, runs, times and statuses, and no run is written. Where a base has rows and a dump comes with its history, what either side
changed is applied, and what both changed is a conflict (see kb.exchange.merging). An export has no history: rows of the base then stay
unchanged, and differences are reported.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import nullcontext
from typing import NamedTuple

from kb.base import checks, conflicts, digests, full_text, purged, runs, schema, settings
from kb.base.conflicts import OPEN
from kb.base.model import ORDER, Row
from kb.base.problems import Problem
from kb.base.store import transaction
from kb.changes import restoring
from kb.errors import DataError
from kb.exchange.following import follow_merges
from kb.exchange.loading import Loading
from kb.exchange.merging import Merging
from kb.exchange.rows_written import is_empty


class Loaded(NamedTuple):
    """The result of a load: how many rows were new or changed, which stayed as they are here, and the ids of new open conflicts.

    `retracted` are rows that count in what was loaded and were retracted here; `restored` are those of them that count again.
    """

    rows: int
    differing: list[str]
    conflicts: tuple[str, ...]
    retracted: tuple[str, ...] = ()
    restored: tuple[str, ...] = ()


def load(
    connection: sqlite3.Connection, rows: Mapping[str, Iterable[Row]], *, contributor: str | None = None, restore: bool = False
) -> Loaded:
    """Load rows by table, all or none. The contributor is who brings two bases together; the default is that of any run.

    With `restore`, rows that count in what is loaded and were retracted here count again, in a run of their own. Each table's rows may be iterated over more than once. Raises DataError when a law refuses a row, or where the base would have a fault
    that it does not have now.
    """
    with transaction(connection):
        copied = is_empty(connection)
        if not copied:
            purged.refuse_rows(connection, rows)
        faults = set[Problem]() if copied else errors(connection)
        with nullcontext() if copied else digests.renewed(connection, rows):
            loading, opened = take_rows(connection, rows, copied, contributor)
        if copied:
            for row in rows.get("settings", ()):
                settings.restore_base_iri(connection, row["base_iri"])
            digests.restore(connection, rows.get("digests", ()))
        connection.execute("DELETE FROM change_context")
        if not copied:
            refuse_new_faults(errors(connection) - faults)
    gone = () if copied else tuple(restoring.retracted(connection, restoring.counted_in(rows)))
    if not restore or not gone:
        return Loaded(loading.count, loading.differing, opened, gone)
    with runs.begin(connection, "load", contributor=contributor, reason="what was loaded counts it") as run:
        return Loaded(loading.count, loading.differing, opened, gone, tuple(restoring.restore(run, gone)))


def take_rows(
    connection: sqlite3.Connection, rows: Mapping[str, Iterable[Row]], copied: bool, contributor: str | None
) -> tuple[Loading, tuple[str, ...]]:
    """Take the rows of every table, and return what was done with the ids of new open conflicts."""
    whole = copied or "revisions" not in rows
    with full_text.suspended(connection) if whole else nullcontext():  # only rows that are added are indexed at the end
        connection.execute("INSERT INTO change_context(one, restoring, relinking) VALUES (1, 1, ?)", (not whole,))  # chains move row by row
        connection.execute("CREATE TEMP TABLE there_before AS SELECT id FROM entities")
        loading = Loading(connection) if whole else Merging(connection, rows)
        if copied and any(True for _ in rows.get("vocabulary", ())):
            connection.execute("DELETE FROM vocabulary")  # a restored base has exactly the words that it had
        for table in ORDER:
            loading.take_table(table, rows.get(table, ()))
            if table == "vocabulary":
                schema.add_words_of_new_columns(connection)
        loading.finish()
        opened = bring_into_line(loading, contributor) if isinstance(loading, Merging) else ()
        connection.execute("DROP TABLE temp.there_before")
    return loading, opened


def bring_into_line(loading: Merging, contributor: str | None) -> tuple[str, ...]:
    """Record the conflicts, and what follows from the merges and retractions of both bases, in a run that stays only if it wrote something.

    Returns the ids of the open conflicts that are new.
    """
    connection = loading.connection
    loading.histories.close()
    connection.execute("SAVEPOINT before_run")
    run = runs.record(connection, "load", contributor)
    connection.execute("UPDATE change_context SET run_id = ?, restoring = 0, relinking = 0", (run.id,))
    if loading.count:
        follow_merges(run)
    connection.execute("UPDATE change_context SET restoring = 1")
    new = [each for each in loading.conflicts if conflicts.record(run, each) or conflicts.take_settlement(connection, each)]
    used = "SELECT 1 FROM revisions WHERE run_id = :run UNION ALL SELECT 1 FROM names WHERE run_id = :run UNION ALL SELECT 1 FROM quantities WHERE run_id = :run"
    if not new and not connection.execute(f"{used} LIMIT 1", {"run": run.id}).fetchone():
        connection.execute("ROLLBACK TO before_run")
    runs.finish(run)
    connection.execute("RELEASE before_run")
    return tuple(sorted(each.id for each in new if each.status == OPEN))


def errors(connection: sqlite3.Connection) -> set[Problem]:
    """Return the faults of a base that are no notices."""
    return {problem for problem in checks.check(connection) if problem.severity == "error"}


def refuse_new_faults(faults: set[Problem]) -> None:
    """Raise DataError with every fault that the load would bring."""
    if faults:
        lines = sorted(f"{problem.row}: {problem.what} ({problem.detail})" for problem in faults)
        raise DataError(
            f"the two bases do not fit together; {len(lines)} faults would be left:\n" + "\n".join(f"  - {line}" for line in lines),
            remedy="mend these rows in one of the two bases, dump it, and load again; this base was left as it was",
        )
