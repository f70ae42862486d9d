"""Digests of rows as they were when the run that wrote them last had ended, by which a value that changed since is found.

A run takes them once, at its end, of the rows that it inserted and of those that it left a revision of. Where rows are changed in any other
way (a load, an upgrade), `renewed` compares the whole base. Neither covers up a value that was wrong before.
"""

from __future__ import annotations

import functools
import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from kb.base.model import ENTITY_TABLES, HELD, ORDER, Row, bound, key_of, matching, row_id, split_row_id
from kb.base.rows import columns_of, dicts, first

DIGITS = 32
LAST_ROWID = 2**63 - 1
KEEP = "INSERT INTO digests(table_name, row_id, digest, run_id) VALUES (?, ?, ?, ?)"
RENEW = KEEP + " ON CONFLICT(table_name, row_id) DO UPDATE SET digest = excluded.digest, run_id = excluded.run_id"
COUNTED = ", ".join(f"(SELECT coalesce(max(rowid), 0) FROM {table})" for table in ORDER)
written = json.JSONEncoder(sort_keys=True, default=bytes.hex).encode
Address = tuple[str, str]  # a table, and the id of a row as revisions write it
SETTINGS = ("settings", "1")  # the one row of that table


def of(table: str, row: Row) -> str:
    """Return the digest of a row. A column without a value is left out, so that a column added later changes no digest."""
    return of_values(table, {column: value for column, value in row.items() if value is not None})


def of_values(table: str, values: Row) -> str:
    """Return the digest of a row from the columns that have a value."""
    return hashlib.sha256(written([table, values]).encode()).hexdigest()[:DIGITS]


def last_rows(connection: sqlite3.Connection) -> dict[str, int]:
    """Return the highest rowid of each table, to be read before a run is recorded."""
    return dict(zip(ORDER, connection.execute(f"SELECT {COUNTED}").fetchone(), strict=True))


def keep(connection: sqlite3.Connection, run_id: str, before: dict[str, int]) -> None:
    """Take the digests of the rows that a run wrote; `before` holds the `last_rows` from when it began."""
    (kind,) = connection.execute("SELECT kind FROM runs WHERE id = ?", (run_id,)).fetchone()
    changed, emptied = changed_rows(connection, before["revisions"], by_hand=kind == "correct")
    new_texts = connection.execute("SELECT source_id FROM snapshots WHERE rowid > ?", (before["snapshots"],)).fetchall()
    first_texts = dict.fromkeys(("sources", source_id) for (source_id,) in new_texts)  # become the source's own, without a revision
    for address in changed | first_texts:
        take(connection, address, run_id)
    after = last_rows(connection)
    for table in ORDER:
        if table == "origins" and kind == "ingest":  # read files change these, and leave no revision
            connection.execute(f"DELETE FROM digests WHERE table_name = 'origins' AND row_id NOT IN (SELECT {joined(table)} FROM origins)")
            rows = inserted(connection, table, run_id)
        elif table in emptied or before[table] == LAST_ROWID:  # a new row may have the number of a row that is gone, or one at random
            known = f"SELECT 1 FROM digests WHERE table_name = '{table}' AND row_id = {joined(table)}"
            rows = iter(list(inserted(connection, table, run_id, f"NOT EXISTS ({known}) AND ? > 0", LAST_ROWID)))
        elif after[table] > before[table]:
            rows = inserted(connection, table, run_id, "rowid > ?", before[table])
        else:
            continue
        connection.executemany(RENEW, rows)


def inserted(
    connection: sqlite3.Connection, table: str, run_id: str, where: str = "? = 0", last: int = 0
) -> Iterator[tuple[str, str, str, str]]:
    """Yield the values of a digest for each row of a table that a condition holds for."""
    columns = columns_of(connection, table)
    for name, *row in connection.execute(f"SELECT {joined(table)}, {', '.join(columns)} FROM {table} WHERE {where}", (last,)):
        values = {column: value for column, value in zip(columns, row, strict=True) if value is not None}
        yield (table, str(name), of_values(table, values), run_id)


def joined(table: str) -> str:
    """Return the SQL expression of a row's id."""
    return " || '_' || ".join(f"{table}.{column}" for column in HELD[table])


def changed_rows(connection: sqlite3.Connection, last: int, *, by_hand: bool) -> tuple[dict[Address, None], set[str]]:
    """Return the rows that the revisions after the last one are of, and the tables from which one was removed.

    A row that was not what its digest says before the first of these revisions is left out, so that its fault is not covered up, unless a
    person corrects rows by hand, and so has looked at it.
    """
    changed: dict[Address, None] = {}
    seen, emptied = set[Address](), set[str]()
    columns = functools.cache(lambda table: set(columns_of(connection, table)))
    for table, name, operation, before, after in connection.execute(
        "SELECT table_name, row_id, operation, before, after FROM revisions WHERE seq > ? ORDER BY seq", (last,)
    ).fetchall():
        row, address = json.loads(before), (table, name)
        if table in ENTITY_TABLES:  # the label of the registry follows, without a revision
            changed["entities", name] = None
        if address not in seen and (by_hand or not contradicts(stored(connection, address), table, row, columns(table))):
            changed[address] = None
        seen.add(address)
        if operation == "delete":
            emptied.add(table)
        elif (moved := (table, row_id(key_of(table, row | json.loads(after))))) != address:
            seen.add(moved)
            changed[moved] = None
            emptied.add(table)
    return changed, emptied


def contradicts(digest: str | None, table: str, row: Row, columns: set[str]) -> bool:
    """Return whether a row as a revision holds it is not what its digest says.

    A revision rounds numbers with a fraction, and may hold one column only: of such a row it cannot be said; nor of the registry, whose label
    follows another row.
    """
    if digest is None or table == "entities" or set(row) != columns or any(isinstance(value, float) for value in row.values()):
        return False
    return of(table, row) != digest


def stored(connection: sqlite3.Connection, address: Address) -> str | None:
    """Return the digest of a row that was taken last, or None."""
    found = connection.execute("SELECT digest FROM digests WHERE table_name = ? AND row_id = ?", address).fetchone()
    return str(found[0]) if found else None


def take(connection: sqlite3.Connection, address: Address, run_id: str | None) -> None:
    """Take the digest of a row as it is, or drop the one of a row that is gone."""
    table, name = address
    key = split_row_id(table, name)
    row = first(connection.execute(f"SELECT * FROM {table} WHERE {matching(key)}", bound(key)))
    if row is None:
        connection.execute("DELETE FROM digests WHERE table_name = ? AND row_id = ?", address)
    else:
        connection.execute(RENEW, (table, name, of(table, row), run_id))


@dataclass(frozen=True)
class Difference:
    """A row that is not what its digest says: `present` is None for a row that is gone, `digest` for one of which none was taken."""

    address: Address
    present: str | None
    digest: str | None
    run_id: str | None


def differences(connection: sqlite3.Connection) -> Iterator[Difference]:
    """Yield each row of the base that is not what its digest says, by table and in the order of ids."""
    for table in HELD:
        columns = ", ".join(f"{table}.{column}" for column in columns_of(connection, table))
        if not columns:  # an older base has no such table
            continue
        rows = connection.execute(
            f"SELECT d.digest AS digest_taken, d.run_id AS digest_run, {joined(table)} AS digest_of, {columns} FROM {table}"
            f" LEFT JOIN digests AS d ON d.table_name = '{table}' AND d.row_id = {joined(table)}"
        )
        for row in dicts(rows):
            digest, run_id, name = (row.pop(column) for column in ("digest_taken", "digest_run", "digest_of"))
            if (present := of(table, row)) != digest:
                yield Difference((table, str(name)), present, digest, run_id)
        gone = connection.execute(
            f"SELECT row_id, digest, run_id FROM digests WHERE table_name = ? AND row_id NOT IN (SELECT {joined(table)} FROM {table})",
            (table,),
        )
        for name, digest, run_id in gone:
            yield Difference((table, name), None, digest, run_id)


@contextmanager
def renewed(connection: sqlite3.Connection, brought: Mapping[str, Iterable[Row]] | None = None) -> Iterator[None]:
    """Take the digests anew of all rows that a block changes, in the open transaction, but for rows that are at fault already.

    `brought` holds the rows of another base with its digests: what is at fault there is so here where the row is new.
    """
    faults = {(each.address, each.present) for each in differences(connection) if each.digest is not None}
    connection.execute("CREATE TEMP TABLE brought_digests(table_name, row_id, digest, run_id, fault, PRIMARY KEY(table_name, row_id))")
    bring(connection, brought or {})
    yield
    context = connection.execute("SELECT run_id FROM change_context").fetchone()
    for each in list(differences(connection)):
        if (each.address, each.present) in faults:
            continue
        if each.present is None:
            connection.execute("DELETE FROM digests WHERE table_name = ? AND row_id = ?", each.address)
            continue
        sql = "SELECT digest, run_id FROM temp.brought_digests WHERE table_name = ? AND row_id = ? AND (digest = ? OR (fault AND ?))"
        theirs = connection.execute(sql, (*each.address, each.present, each.digest is None)).fetchone()
        connection.execute(RENEW, (*each.address, *(theirs or (each.present, context[0] if context else None))))
    connection.execute("DROP TABLE temp.brought_digests")


def bring(connection: sqlite3.Connection, rows: Mapping[str, Iterable[Row]]) -> None:
    """Note the digests of another base, and which of its rows are not what their digest says."""
    connection.executemany(
        "INSERT OR IGNORE INTO temp.brought_digests VALUES (:table_name, :row_id, :digest, :run_id, 0)",
        ({"run_id": None} | row for row in rows.get("digests", ())),
    )
    for table in ORDER if rows.get("digests") else ():
        connection.executemany(
            "UPDATE temp.brought_digests SET fault = 1 WHERE table_name = ? AND row_id = ? AND digest <> ?",
            ((table, row_id(key_of(table, row)), of(table, row)) for row in rows.get(table, ())),
        )


def restore(connection: sqlite3.Connection, rows: Iterable[Row]) -> None:
    """Put the digests of a dump in place of those of a base that was empty; of a dump without any they are taken now.

    A dump that git merged has both sides' digests of a row that both wrote: the one that is of the row as it came out counts.
    """
    connection.execute("DELETE FROM digests")
    others: list[tuple[str, str, str, str | None]] = []
    for row in rows:
        values = (row["table_name"], row["row_id"], row["digest"], row.get("run_id"))
        if not connection.execute(f"{KEEP} ON CONFLICT DO NOTHING", values).rowcount:
            others.append(values)
    if not connection.execute("SELECT 1 FROM digests LIMIT 1").fetchone():
        fill(connection)
    if not stored(connection, SETTINGS):  # the dump has none, and this base may have its own
        take(connection, SETTINGS, None)
    present = {each.address: each.present for each in differences(connection)} if others else {}
    connection.executemany(RENEW, (values for values in others if present.get(values[:2]) == values[2]))


def fill(connection: sqlite3.Connection) -> None:
    """Take the digests of all rows that have none, as they are now and of no run."""
    missing = [each for each in differences(connection) if each.digest is None]
    connection.executemany(KEEP, ((*each.address, each.present, None) for each in missing))
