"""Open a base and write to it: one transaction, one run, one contributor at a time."""

from __future__ import annotations

import datetime
import getpass
import itertools
import os
import re
import sqlite3
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kb import __version__, ids, schema
from kb.errors import DataError, UsageError

BUSY_SECONDS = 10
CACHE_KILOBYTES = 16_000  # reading by key jumps about: with SQLite's own two megabytes most of it goes to the system and back
NEEDED_SQLITE = (3, 38)
CURATORS = ("curators", "The curators", "group")


def now() -> str:
    """The present moment in UTC, to the millisecond, as the base writes it."""
    return datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"


def connect(path: str | Path, *, readonly: bool = False) -> sqlite3.Connection:
    """A connection with our settings, to a database that is there already; commits only when told to."""
    if sqlite3.sqlite_version_info < NEEDED_SQLITE:
        raise DataError(f"SQLite {sqlite3.sqlite_version} is too old", remedy="use a Python whose sqlite3 is 3.38 or newer")
    path = Path(path)
    if not path.is_file():
        raise UsageError("there is no such base", where=str(path), remedy=f"make one with: kb init {path}")
    mode = "ro" if readonly else "rw"
    if readonly and not os.access(path.parent, os.W_OK) and not Path(f"{path}-wal").exists():
        mode = "ro&immutable=1"  # a write-ahead log cannot be opened where no file may be made
    uri = f"{path.resolve().as_uri()}?mode={mode}"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=BUSY_SECONDS)
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA trusted_schema = ON")
        connection.execute(f"PRAGMA cache_size = -{CACHE_KILOBYTES}")
        if not readonly:  # else each row that a law looks at costs a temporary file, to take the row back with
            connection.execute("PRAGMA temp_store = MEMORY")
        check_ours(connection, path)
    except sqlite3.DatabaseError as error:
        connection.close()
        raise DataError(f"not a base: {error}", where=str(path), remedy="name a file made by kb init") from error
    except Exception:
        connection.close()
        raise
    return connection


def open_base(path: str | Path) -> sqlite3.Connection:
    """A connection for reading and writing; an older base is backed up and brought up to date first."""
    from kb import upgrade

    upgrade.if_older(path)
    return connect(path)


def check_ours(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse a file that is not a base, or one of another version of the model than this program's."""
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    if application != schema.APPLICATION_ID:
        raise DataError("not a base of this program", where=str(path), remedy="name a file made by kb init")
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
            remedy=f"bring it up to date where it may be written: kb upgrade --db {path}; the base was left as it is",
        )


def init(path: str | Path) -> None:
    """Make an empty base. Refuses a file that is there; leaves nothing behind when it fails."""
    from kb import search

    path = Path(path)
    if path.exists():
        raise UsageError("there is a file already", where=str(path), remedy="choose another name, or use that base")
    if not path.parent.is_dir():
        raise UsageError("there is no such folder", where=str(path.parent), remedy="make it first")
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        connection = sqlite3.connect(unfinished, isolation_level=None)
        connection.execute("BEGIN")
        schema.create(connection)
        search.create(connection)
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
    """Remove a base that this very call made, when what it was made for did not come about."""
    for suffix in ("", "-wal", "-shm"):
        Path(f"{path}{suffix}").unlink(missing_ok=True)


def contributor_from_environment() -> str:
    """Who is writing: KB_CONTRIBUTOR, or the name of the account."""
    try:
        return os.environ.get("KB_CONTRIBUTOR") or getpass.getuser()
    except (OSError, KeyError):
        return "unknown"


def ensure_contributor(connection: sqlite3.Connection, name: str, kind: str = "person") -> str:
    """The id of the contributor of that name or id, recorded if new."""
    row = connection.execute("SELECT id FROM contributors WHERE id = ? OR name = ? ORDER BY id = ? DESC", (name, name, name)).fetchone()
    if row:
        return str(row[0])
    contributor = free_contributor_id(connection, name, kind)
    connection.execute("INSERT INTO contributors(id, name, kind) VALUES (?, ?, ?)", (contributor, name, kind))
    return contributor


def free_contributor_id(connection: sqlite3.Connection, name: str, kind: str) -> str:
    """An id made from the name that names nothing yet: two people whose names look alike in a-z stay two.

    A person's begins with a word of its own, so that who records things here may be an actor under the plain id.
    """
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    plain = re.sub(r"[^a-z0-9]+", "-", letters).strip("-") or "unknown"
    prefixed = f"contributor-{plain}"
    taken = "SELECT 1 FROM entities WHERE id = :id UNION ALL SELECT 1 FROM predicates WHERE id = :id UNION ALL SELECT 1 FROM contributors WHERE id = :id"
    first = (prefixed,) if kind == "person" else (plain, prefixed)
    for candidate in itertools.chain(first, (f"{prefixed}-{number}" for number in itertools.count(2))):
        if not connection.execute(taken, {"id": candidate}).fetchone():
            return candidate
    raise AssertionError("unreachable: the numbers do not end")


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All or nothing; a second writer waits, then is told so."""
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


def refused(error: sqlite3.Error) -> DataError:
    """What the database refused, as an error of ours: its own messages already name table, column and remedy."""
    message = str(error)
    if "locked" in message or "busy" in message:
        return DataError("somebody else is writing to this base", remedy="try again in a moment")
    if "readonly" in message:
        return DataError("this base may only be read", remedy="change the permissions of the file and its folder, or copy it")
    if "full" in message:
        return DataError("the disk is full", remedy="make room; the base was left as it was")
    if message == "FOREIGN KEY constraint failed":
        return DataError(
            "a claim would be left without an assertion, or a reference without its row", remedy="record both in one transaction"
        )
    return DataError(message)


@contextmanager
def run(
    connection: sqlite3.Connection,
    kind: str,
    *,
    contributor: str | None = None,
    contributor_kind: str = "person",
    reason: str | None = None,
) -> Iterator[str]:
    """A transaction recorded as one run; yields the run's id. A run that changes nothing leaves nothing behind."""
    with transaction(connection):
        connection.execute("SAVEPOINT before_run")
        started = now()
        who = ensure_contributor(connection, contributor or contributor_from_environment(), contributor_kind)
        run_id = ids.run_id(started, who)
        connection.execute(
            "INSERT INTO runs(id, kind, contributor_id, software, version, reason, started_at) VALUES (?, ?, ?, 'kb', ?, ?, ?)",
            (run_id, kind, who, __version__, reason, started),
        )
        connection.execute("INSERT INTO change_context(one, run_id, reason) VALUES (1, ?, ?)", (run_id, reason))
        before = connection.total_changes
        yield run_id
        if connection.total_changes == before:
            connection.execute("ROLLBACK TO before_run")
            return
        connection.execute("UPDATE runs SET ended_at = ? WHERE id = ?", (now(), run_id))
        connection.execute("DELETE FROM change_context")


@contextmanager
def relinking(connection: sqlite3.Connection) -> Iterator[None]:
    """Within a run: let chains be moved one row at a time; the caller leaves them whole."""
    connection.execute("UPDATE change_context SET relinking = 1")
    yield
    connection.execute("UPDATE change_context SET relinking = 0")
