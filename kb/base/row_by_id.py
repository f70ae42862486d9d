"""Find a row by its id, whichever table it is in."""

from __future__ import annotations

import re
import sqlite3

from kb.base import ids
from kb.base.model import TABLE_OF_PREFIX, Row, bound, matching, split_row_id
from kb.base.rows import first
from kb.errors import UsageError, actions, did_you_mean
from kb.errors.remedies import Suggestions

# Tables whose rows have no id of their own: the columns of their key, joined by underscores, name a row.
COMPOUND = ("names", "identifiers", "participations", "source_authors")
OF_QUANTITY = "_quantity"  # what follows the id of a claim in the name of its number, as in RDF


def key_named(table: str, row_id: str) -> Row | None:
    """Return the key of the row of a table that an id names, or None for an id that cannot be of that table."""
    if table == "quantities":
        return {"claim_id": row_id.removesuffix(OF_QUANTITY)}
    if table not in COMPOUND:
        return {"id": row_id}
    try:
        return split_row_id(table, row_id)
    except ValueError:  # too few or too many parts
        return None


def table_of_compound(connection: sqlite3.Connection, row_id: str) -> str | None:
    """Return the table that has a row with this key joined by underscores, or None."""
    for table in ("quantities",) if row_id.endswith(OF_QUANTITY) else COMPOUND:
        key = key_named(table, row_id)
        if key and connection.execute(f"SELECT 1 FROM {table} WHERE {matching(key)}", bound(key)).fetchone():
            return table
    return None


def table_of(connection: sqlite3.Connection, row_id: str) -> str:
    """Return the name of the table that has a row with this id. Raises UsageError, with the nearest ids, where none has."""
    if "_" in row_id and (compound := table_of_compound(connection, row_id)):
        return compound
    prefix, hyphen, _ = row_id.partition("-")
    if hyphen and prefix in TABLE_OF_PREFIX:
        table = TABLE_OF_PREFIX[prefix]
        if connection.execute(f"SELECT 1 FROM {table} WHERE id = ?", (row_id,)).fetchone():
            return table
    entity = connection.execute("SELECT kind FROM entities WHERE id = ?", (row_id,)).fetchone()
    if entity:
        return f"{entity[0]}s"
    for table in ("predicates", "contributors"):
        if connection.execute(f"SELECT 1 FROM {table} WHERE id = ?", (row_id,)).fetchone():
            return table
    for prefix in ("clm", "ast"):  # a name as the curated files give it
        guess = ids.prefixed(prefix, row_id)
        if connection.execute(f"SELECT 1 FROM {TABLE_OF_PREFIX[prefix]} WHERE id = ?", (guess,)).fetchone():
            raise UsageError(f"there is no row {row_id!r}", remedy=Suggestions((guess,)))
    known = [
        row[0] for row in connection.execute("SELECT id FROM entities UNION ALL SELECT id FROM claims UNION ALL SELECT id FROM assertions")
    ]
    close = did_you_mean(row_id, known) if len(known) < 20000 else None
    raise UsageError(f"there is no row {row_id!r}", remedy=close or actions.search())


def sources_of_slug(connection: sqlite3.Connection, slug: str) -> list[str]:
    """Return the ids of the current sources that are this slug and the tail of a digest, as the-mill-3f2a9c is for the-mill."""
    if not re.fullmatch(r"[a-z0-9-]+", slug):
        return []
    sql = "SELECT id FROM entities WHERE kind = 'source' AND status = 'current' AND id GLOB ? ORDER BY id"
    return [row[0] for row in connection.execute(sql, (f"{slug}-{'[0-9a-f]' * ids.TAIL}",))]


def whole_id(connection: sqlite3.Connection, given: str) -> str:
    """Return the id of the only source with this slug, or the words as they are where they are an id themselves or no source has them.

    Raises UsageError, which names all of them, where several sources have it.
    """
    if connection.execute("SELECT 1 FROM entities WHERE id = ?", (given,)).fetchone():
        return given
    matches = sources_of_slug(connection, given)
    if len(matches) > 1:
        raise UsageError(f"{given!r} names several: {', '.join(matches)}", remedy="give the whole id")
    return matches[0] if matches else given


def row_of(connection: sqlite3.Connection, table: str, row_id: str) -> Row:
    """Return the row of a table with this id, which must exist."""
    key = key_named(table, row_id)
    assert key is not None
    row = first(connection.execute(f"SELECT * FROM {table} WHERE {matching(key)}", bound(key)))
    assert row is not None
    return row
