"""A copy of a base that is in use, and one digest of all that it holds."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from kb.base import private_files, schema
from kb.base.model import HELD
from kb.base.rows import columns_of, dicts
from kb.errors import DataError, UsageError

PAGES_AT_ONCE = 1_000  # pages copied before a writer gets its turn


def back_up(connection: sqlite3.Connection, path: Path) -> int:
    """Copy a base to a new file, whoever writes meanwhile, and return the number of bytes; the file appears whole or not at all.

    Raises UsageError where the file exists or its folder does not, DataError where it cannot be written.
    """
    if path.exists():
        raise UsageError("there is a file already", where=str(path), remedy="choose another name; a backup never replaces one")
    if not path.parent.is_dir():
        raise UsageError("there is no such folder", where=str(path.parent), remedy="make it first")
    unfinished = path.with_name(f".{path.name}.new")
    try:
        private_files.create(unfinished)
        copy = sqlite3.connect(unfinished)
        try:
            connection.backup(copy, pages=PAGES_AT_ONCE)
            copy.execute("PRAGMA journal_mode = WAL")
        finally:
            copy.close()
        unfinished.replace(path)
    except (OSError, sqlite3.Error) as error:
        raise DataError(
            f"cannot be written: {error}", where=str(path), remedy="choose a folder you may write to, on a disk with room"
        ) from error
    finally:
        unfinished.unlink(missing_ok=True)
    return path.stat().st_size


def attest(connection: sqlite3.Connection) -> str:
    """Return the SHA-256 (64 hexadecimal digits) of every row of every table and of the settings, sorted by key, as a dump holds them.

    Two bases with the same digest hold the same, whatever their files look like; history, runs and texts are part of it.
    """
    digest = hashlib.sha256(f"schema {schema.VERSION}\n".encode())
    connection.execute("BEGIN")  # one moment of the base, whoever writes meanwhile
    try:
        for line in lines(connection):
            digest.update(line.encode("utf-8", "surrogatepass") + b"\n")
    finally:
        connection.execute("COMMIT")
    return digest.hexdigest()


def lines(connection: sqlite3.Connection) -> Iterator[str]:
    """Yield a line for each table and row, bytes as hexadecimal digits."""
    for table, key in HELD.items():
        columns = columns_of(connection, table)
        yield table
        for row in dicts(connection.execute(f"SELECT {', '.join(columns)} FROM {table} ORDER BY {', '.join(key)}")):
            yield json.dumps({column: value.hex() if isinstance(value, bytes) else value for column, value in row.items()}, sort_keys=True)
