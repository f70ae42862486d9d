"""Upgrade an older base to the present schema, in place, after a backup; what people recorded stays as it is.

What a newer schema adds or words otherwise (tables, columns, checks, indexes) is found by comparing the base with the model
(kb.base.upgrade_tables), so it needs no step of its own. Laws and views hold no data and are created anew. A change that is more than that gets
a step, by the version it leads to.
"""

from __future__ import annotations

import filecmp
import glob
import os
import sqlite3
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kb.base import digests, private_files, schema, stand_in_laws, text_pieces
from kb.base.store import refused
from kb.base.upgrade_access import sources_say_who_may_see_them
from kb.base.upgrade_reviews import status_follows_from_reviews
from kb.base.upgrade_tables import add_what_is_new, objects
from kb.errors import DataError, actions
from kb.errors.remedies import Word, python, worded

if TYPE_CHECKING:  # sqlite-utils is slow to import, and an up-to-date base needs none of it
    import sqlite_utils

KEEPS_SEARCH = ("_ai", "_ad", "_au")  # how sqlite-utils names the triggers that keep a full-text index current


def origins_know_their_entries(db: sqlite_utils.Database) -> None:
    """Drop the origins of version 1, which did not tell entries apart (step to version 2).

    They are filled again when the files are read next. Rows stay: the files join those that agree, and leave alone those that differ.
    """
    if "entry" not in db["origins"].columns_dict:
        db["origins"].drop()


# What to do by the version that it leads to; a step may return lines that the owner of the base should read.
STEPS: dict[int, Callable[[sqlite_utils.Database], list[str] | None]] = {2: origins_know_their_entries, 4: sources_say_who_may_see_them}
# What to do last, by the same version, once the base has the tables, laws, words and views of the model.
LAST_STEPS: dict[int, Callable[[sqlite3.Connection], list[str]]] = {5: status_follows_from_reviews}


@dataclass(frozen=True)
class Upgraded:
    """The result of an upgrade: the base, its backup, and what its owner should know."""

    base: Path
    backup: Path
    lines: tuple[str, ...]

    def text(self, word: Word = python) -> str:
        """The result in lines, with actions worded by `word`."""
        return "\n".join((f"{self.base}: up to date; the base as it was: {self.backup}", *(worded(line, word) for line in self.lines)))


def if_older(path: str | Path, *, always: bool = False) -> Upgraded | None:
    """Upgrade the base if it is older than this program, or `always`; returns what was done, None where nothing was.

    A file that is no base of ours, or one of a newer version, is left for store.connect to refuse. Raises DataError when the base may only
    be read, or somebody is writing to it; it is then as it was.
    """
    path = Path(path)
    if not path.is_file() or (not always and version_in_header(path) == schema.VERSION):
        return None
    try:
        connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=rw", uri=True, isolation_level=None, timeout=10)
    except sqlite3.OperationalError:
        return None
    try:
        application, version = (connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version"))
        if application != schema.APPLICATION_ID or version > schema.VERSION or (version == schema.VERSION and not always):
            return None
        if not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
            raise sqlite3.OperationalError("attempt to write a readonly database")
        removed = remove_unfinished(path)
        backup = back_up(connection, path, version)
        try:
            lines = bring_up(connection, version)
        except BaseException:
            backup.unlink(missing_ok=True)  # the base is as it was: a copy of it would only be in the way
            raise
        return Upgraded(path, backup, (*removed, *lines))
    except sqlite3.Error as error:
        if "not a database" in str(error):
            return None
        if "readonly" in str(error) or "unable to open" in str(error):
            raise DataError(
                "an older base, and it may only be read", where=str(path), remedy="copy it to where you may write, then use the copy"
            ) from error
        raise refused(error).at(str(path)) from error
    finally:
        connection.close()


def version_in_header(path: Path) -> int | None:
    """The schema version in the file's header, or None for a file that is not one of our bases.

    Reads without SQLite, so that a base on a read-only disk is not taken for an older one because it cannot be opened for writing.
    """
    with path.open("rb") as file:
        header = file.read(72)
    if len(header) < 72 or int.from_bytes(header[68:72], "big") != schema.APPLICATION_ID:
        return None
    return int.from_bytes(header[60:64], "big")


def back_up(connection: sqlite3.Connection, path: Path, version: int) -> Path:
    """Copy the base to a new file beside it, never over an earlier backup; returns the path."""
    number = 1
    while (backup := path.with_name(f"{path.name}.bak-v{version}-{number}")).exists():
        number += 1
    unfinished = backup.with_name(f".{backup.name}.{os.getpid()}.new")
    private_files.create(unfinished)
    copy = sqlite3.connect(unfinished)
    try:
        connection.backup(copy)
        copy.close()
        unfinished.replace(backup)
    finally:
        copy.close()
        unfinished.unlink(missing_ok=True)
    return same_backup(path, backup, version) or backup


def same_backup(path: Path, backup: Path, version: int) -> Path | None:
    """Return an earlier backup with the same bytes, in place of which `backup` is deleted, or None.

    An upgrade that was killed leaves one, and the base as it was.
    """
    for earlier in sorted(path.parent.glob(f"{glob.escape(path.name)}.bak-v{version}-*")):
        if earlier != backup and filecmp.cmp(earlier, backup, shallow=False):
            backup.unlink()
            return earlier
    return None


def remove_unfinished(path: Path) -> list[str]:
    """Delete the backups that upgrades left unfinished whose processes have ended, and return a line for each."""
    lines = []
    for file in sorted(path.parent.glob(f".{glob.escape(path.name)}.bak-v*.new")):
        number = file.name.split(".")[-2]
        if number.isdigit() and is_running(int(number)):
            continue
        for suffix in ("-journal", ""):
            Path(f"{file}{suffix}").unlink(missing_ok=True)
        lines.append(f"deleted {file.name}, an unfinished backup of an upgrade that was interrupted")
    return lines


def is_running(number: int) -> bool:
    """Return whether there is a process of that number, which is not asked on systems where asking would end it."""
    if os.name != "posix":
        return True
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass
    return True


def bring_up(connection: sqlite3.Connection, version: int) -> list[str]:
    """Take the steps, add what is new, laws, views, words and digests, all in one transaction; returns the lines of the steps."""
    connection.execute("PRAGMA foreign_keys = OFF")  # tables may be rebuilt; keys are checked before the commit
    connection.execute("PRAGMA legacy_alter_table = ON")  # and what refers to a table goes on naming it, not the copy put aside
    connection.execute("BEGIN IMMEDIATE")
    try:
        kept = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'digests'").fetchone()
        with digests.renewed(connection) if kept else nullcontext():
            lines = take_steps(connection, version)
        digests.fill(connection)
        connection.execute(f"PRAGMA user_version = {schema.VERSION}")
        connection.execute("COMMIT")
        return lines
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def take_steps(connection: sqlite3.Connection, version: int) -> list[str]:
    """Take the steps from a version to the present one, in the open transaction, and return their lines."""
    import sqlite_utils

    views = drop_laws_and_views(connection)
    db = sqlite_utils.Database(connection, execute_plugins=False)
    lines = [line for step in sorted(STEPS) if step > version for line in STEPS[step](db) or ()]
    connection.execute("DROP TABLE IF EXISTS text_pieces")  # its laws let nobody mend it
    add_what_is_new(db)
    stand_in_laws.rebuild(connection)
    text_pieces.fill(connection)
    put_back_views(connection, views)
    schema.add_new_words(connection)
    broken = connection.execute("PRAGMA foreign_key_check").fetchall()
    if broken:
        raise DataError(
            f"the upgrade would leave {len(broken)} references dangling",
            where=str(broken[0][0]),
            remedy=("the base was left as it was; mend it with the older version", actions.check()),
        )
    return lines + [line for step in sorted(LAST_STEPS) if step > version for line in LAST_STEPS[step](connection)]


def drop_laws_and_views(connection: sqlite3.Connection) -> dict[str, str]:
    """Drop all laws and views to make room for the present ones; returns the SQL of the views by name."""
    views = dict(objects(connection, "view"))
    for kind in ("trigger", "view"):
        for name, _ in objects(connection, kind):
            if not name.endswith(KEEPS_SEARCH):
                connection.execute(f'DROP {kind} "{name}"')
    return views


def put_back_views(connection: sqlite3.Connection, views: dict[str, str]) -> None:
    """Create again the views that are not the model's. They are somebody's own, and stay unless what they read is gone."""
    present = {name for name, _ in objects(connection, "view")}
    for name, sql in views.items():
        if name in present:
            continue
        connection.execute(sql)
        try:
            connection.execute(f'SELECT 1 FROM "{name}" LIMIT 0')
        except sqlite3.OperationalError:
            connection.execute(f'DROP VIEW "{name}"')
