"""What holds for a base as a whole and is no record of anybody: the IRI under which its nodes are named."""

from __future__ import annotations

import sqlite3

from kb.base import digests

SET = "INSERT INTO settings(one, base_iri) VALUES (1, ?) ON CONFLICT (one) DO UPDATE SET base_iri = excluded.base_iri"


def base_iri(connection: sqlite3.Connection) -> str | None:
    """The base IRI that the base itself records, or None where nobody has chosen one."""
    try:
        row = connection.execute("SELECT base_iri FROM settings").fetchone()
    except sqlite3.OperationalError as error:
        if "no such table" in str(error):  # a base that was made before there were settings
            return None
        raise
    return str(row[0]) if row else None


def record_base_iri(connection: sqlite3.Connection, iri: str) -> None:
    """Record the base IRI, in place of an earlier one."""
    restore_base_iri(connection, iri)
    digests.take(connection, digests.SETTINGS, None)


def restore_base_iri(connection: sqlite3.Connection, iri: str) -> None:
    """Put the base IRI of a dump in place, whose digest comes with the dump."""
    connection.execute(SET, (iri,))
