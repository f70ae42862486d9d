"""Create and open the SQLite file of a base, and run transactions on it."""

from __future__ import annotations

import datetime
import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kb.base import private_files, schema
from kb.base.connection import TrackingConnection
from kb.errors import BusyError, DataError, UsageError, actions

BUSY_SECONDS = 10
CACHE_KILOBYTES = 16_000  # reading by key jumps about: with SQLite's own two megabytes most of it goes to the system and back
WRITING_CACHE_KILOBYTES = 64_000  # ids are minted, so that each new row changes a page of its own in every index by them
NEEDED_SQLITE = (3, 38)


def now() -> str:
    """Return the current UTC time to the millisecond, as in 2026-03-01T12:00:00.123Z."""
    return datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"


def connect(path: str | Path, *, readonly: bool = False) -> sqlite3.Connection:
    """Open an existing base and return its connection, in autocommit mode: transactions are begun explicitly.

    Raises UsageError where there is no such file, DataError where it is not a base or is of another version of the schema.
    """
    if sqlite3.sqlite_version_info < NEEDED_SQLITE:
        raise DataError(f"SQLite {sqlite3.sqlite_version} is too old", remedy="use a Python whose sqlite3 is 3.38 or newer")
    path = Path(path)
    if not path.is_file():
        raise UsageError("there is no such base", where=str(path), remedy=actions.init(str(path)))
    mode = "ro" if readonly else "rw"
    if readonly and not os.access(path.parent, os.W_OK) and not Path(f"{path}-wal").exists():
        mode = "ro&immutable=1"  # a write-ahead log cannot be opened where no file may be made
    uri = f"{path.resolve().as_uri()}?mode={mode}"
    factory = TrackingConnection if readonly else sqlite3.Connection  # what only reads is streamed, and broken off midway
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=BUSY_SECONDS, factory=factory)
    try:
        set_up(connection, readonly=readonly)
        check_ours(connection, path)
    except sqlite3.OperationalError as error:  # of the disk, of a limit, of another program: it says nothing of what the file is
        connection.close()
        remedy = "is the disk full, the size of files limited (ulimit -f), or another program writing?"
        raise DataError(f"cannot be opened: {error}", where=str(path), remedy=remedy) from error
    except sqlite3.DatabaseError as error:
        connection.close()
        raise DataError(f"not a base: {error}", where=str(path), remedy=("name a base", actions.init())) from error
    except Exception:
        connection.close()
        raise
    return connection


def set_up(connection: sqlite3.Connection, *, readonly: bool) -> None:
    """Set a connection as the laws of a base need it."""
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA trusted_schema = ON")
    connection.execute(f"PRAGMA cache_size = -{CACHE_KILOBYTES if readonly else WRITING_CACHE_KILOBYTES}")
    if not readonly:  # else each row that a law looks at costs a temporary file, to take the row back with
        connection.execute("PRAGMA temp_store = MEMORY")


def check_ours(connection: sqlite3.Connection, path: Path) -> None:
    """Raise DataError unless the database is a base with this program's version of the schema."""
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    if application != schema.APPLICATION_ID:
        raise DataError("not a base of this program", where=str(path), remedy=("name a base", actions.init()))
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > schema.VERSION:
        raise DataError(
            f"made by a newer version (schema {version}; this program knows {schema.VERSION})",
            where=str(path),
            remedy="install a newer version of this program; the base was left as it is",
        )
    if version < schema.VERSION:
        raise DataError(
            f"made by an older version (schema {version}; this program writes {schema.VERSION})",
            where=str(path),
            remedy=(actions.upgrade(str(path)), "the base was left as it is"),
        )


def init(path: str | Path) -> None:
    """Create an empty base.

    Raises UsageError where the file exists or its folder does not, DataError where it cannot be written. A failure leaves no file.
    """
    from kb.base import digests, full_text

    path = Path(path)
    if path.exists():
        raise UsageError("there is a file already", where=str(path), remedy="choose another name, or use that base")
    if not path.parent.is_dir():
        raise UsageError("there is no such folder", where=str(path.parent), remedy="make it first")
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        private_files.create(unfinished)
        connection = sqlite3.connect(unfinished, isolation_level=None)
        connection.execute("BEGIN")
        schema.create(connection)
        full_text.create(connection)
        digests.fill(connection)
        connection.execute("COMMIT")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.close()
        unfinished.rename(path)
    except OSError as error:
        raise DataError(f"cannot be written: {error.strerror}", where=str(path), remedy="choose a folder you may write to") from error
    except sqlite3.OperationalError as error:
        raise DataError(
            f"cannot be written: {error}", where=str(path), remedy="choose a folder you may write to, on a disk with room"
        ) from error
    finally:
        unfinished.unlink(missing_ok=True)


def discard(path: Path) -> None:
    """Delete a base with its write-ahead log, where the work that it was created for failed."""
    for suffix in ("", "-wal", "-shm"):
        Path(f"{path}{suffix}").unlink(missing_ok=True)


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Run the block in one write transaction, rolled back when anything is raised.

    Raises BusyError where another writer still has the base after BUSY_SECONDS, DataError for what the database refuses.
    """
    try:
        connection.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError as error:
        raise refused(error) from error
    try:
        yield
        connection.execute("COMMIT")
    except sqlite3.Error as error:
        roll_back(connection)
        raise refused(error) from error
    except BaseException:
        roll_back(connection)
        raise


def roll_back(connection: sqlite3.Connection) -> None:
    if connection.in_transaction:
        connection.execute("ROLLBACK")


# What a law of schema.sql says when it refuses a row: table, column, what is wrong and the remedy.
LAW = re.compile(r"(?:CHECK constraint failed: )?(?P<where>\w+(?:\.\w+)?): (?P<what>[^;]+)(?:; (?P<remedy>.+))?", re.DOTALL)
KEY = re.compile(r"(?P<kind>NOT NULL|UNIQUE) constraint failed: (?P<where>.+)")


def refused(error: sqlite3.Error) -> DataError:
    """Return a DataError for an error of SQLite.

    The laws of the schema write their messages as "table.column: what is wrong; remedy", which are taken apart here.
    """
    message = str(error)
    if "locked" in message or "busy" in message:
        return BusyError("somebody else is writing to this base", remedy="try again in a moment")
    if "readonly" in message:
        return DataError("this base may only be read", remedy="change the permissions of the file and its folder, or copy it")
    if "full" in message:
        return DataError("the disk is full", remedy="make room; the base was left as it was")
    if message == "FOREIGN KEY constraint failed":
        return DataError(
            "a claim would be left without an assertion, or a reference without its row", remedy="record both in one transaction"
        )
    if key := KEY.fullmatch(message):
        empty = key["kind"] == "NOT NULL"
        what, remedy = (
            ("cannot be left empty", "give a value") if empty else ("another row has this already", "use that row, or correct it")
        )
        return DataError(what, where=key["where"], remedy=remedy)
    law = LAW.fullmatch(message)
    return DataError(law["what"], where=law["where"], remedy=law["remedy"] or "") if law else DataError(message)


@contextmanager
def unrevised(connection: sqlite3.Connection) -> Iterator[None]:
    """Changes inside leave no revision: only for rows that the open run recorded itself."""
    connection.execute("UPDATE change_context SET restoring = 1")
    try:
        yield
    finally:
        connection.execute("UPDATE change_context SET restoring = 0")


@contextmanager
def relinking(connection: sqlite3.Connection) -> Iterator[None]:
    """Suspend, within a run, the law that keeps chains of assertions whole, so that they can be moved row by row."""
    connection.execute("UPDATE change_context SET relinking = 1")
    yield
    connection.execute("UPDATE change_context SET relinking = 0")
