"""The step of the upgrade to schema version 4, in which each source gets an access.

Until then the public edition went by the words of the rights: it hid what began with “private”, and showed quotes of everything else.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kb.base import rows
from kb.base.licences import LEVELS, PRIVATE, access_under
from kb.base.origins import content_digest
from kb.errors import actions
from kb.errors.remedies import Note

if TYPE_CHECKING:
    import sqlite_utils


def sources_say_who_may_see_them(db: sqlite_utils.Database) -> list[str]:
    """Give each source the access that its rights allow, and `private` where they are no known licence (step to version 4).

    Returns what became of the sources, in lines for a reader.
    """
    connection = db.conn
    if "access" in db["sources"].columns_dict:
        return []
    left_by_files = as_the_files_left_them(connection)
    connection.execute("ALTER TABLE sources ADD COLUMN access TEXT NOT NULL DEFAULT 'private'")
    sources = connection.execute("SELECT id, rights FROM sources ORDER BY id").fetchall()
    decisions = [(access_under(rights), source_id, rights) for source_id, rights in sources]
    connection.executemany("UPDATE sources SET access = ? WHERE id = ?", [row[:2] for row in decisions])
    for source_id in left_by_files:  # the files said nothing of access: that a column came is no change by a person
        new = content_digest(row_of(connection, source_id))
        connection.execute("UPDATE origins SET row_digest = ? WHERE table_name = 'sources' AND row_id = ?", (new, source_id))
    return list(described(decisions))


def as_the_files_left_them(connection: sqlite3.Connection) -> list[str]:
    """The ids of the sources that no person changed since a curated file was read."""
    if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'origins'").fetchone():
        return []  # an earlier step dropped it, for the files to fill again
    remembered = connection.execute("SELECT row_id, row_digest FROM origins WHERE table_name = 'sources'").fetchall()
    return [source_id for source_id, left in remembered if content_digest(row_of(connection, source_id)) == left]


def row_of(connection: sqlite3.Connection, source_id: str) -> dict[str, object]:
    """The row of a source, empty where there is none."""
    return rows.first(connection.execute("SELECT * FROM sources WHERE id = ?", (source_id,))) or {}


def described(decisions: list[tuple[str, str, str | None]]) -> Iterator[str]:
    """Lines that say what each source's access is now and from which rights it follows, and then how to change it."""
    for access in LEVELS:
        for _, source_id, rights in (row for row in decisions if row[0] == access):
            yield f"{source_id}: access is {access} ({f'its rights: {rights}' if rights else 'no rights are given'})"
    if any(access == PRIVATE for access, _, _ in decisions):
        yield Note("the public edition shows nothing of what is private", actions.correct(column="access"))
