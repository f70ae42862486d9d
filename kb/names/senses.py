"""What a name can stand for besides the entity that bears it, and what each of these is."""

from __future__ import annotations

import sqlite3
import unicodedata

MEANT = """
SELECT entities.id, entities.kind, merged_into_id FROM names JOIN entities ON entities.id = entity_id
WHERE name = ?1 COLLATE NOCASE AND names.kind = 'metonym' AND entities.status = 'current'
UNION SELECT entities.id, entities.kind, merged_into_id FROM mentions JOIN entities ON entities.id = entity_id
WHERE exact = ?1 COLLATE NOCASE AND sense = 'metonym' AND mentions.status NOT IN ('proposed', 'retracted') AND entities.status = 'current'"""


def folded(name: str) -> str:
    """Return a name without differences of case, of width, and of the blanks in and around it."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def with_metonyms(connection: sqlite3.Connection, name: str, literal: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Return the entities that bear a name, and with them those that it also stands for, as that of a city for its government.

    It stands for what it is filed as a metonym of, and for what it is marked as one in a text. Each is (id, kind, merged_into_id). A name that nothing bears stands for nothing here.
    """
    if not literal:
        return []
    meant = connection.execute(MEANT, (name,)).fetchall()
    return list(dict.fromkeys([*literal, *meant]))


def described(connection: sqlite3.Connection, entity_id: str) -> str:
    """Return an id with what it is: its label and its kind, such as a place or an organisation."""
    sql = (
        "SELECT label, coalesce(actors.kind, things.kind, events.kind, sources.kind, entities.kind) FROM entities LEFT JOIN actors USING (id)"
        " LEFT JOIN things USING (id) LEFT JOIN events USING (id) LEFT JOIN sources USING (id) WHERE entities.id = ?"
    )
    label, kind = connection.execute(sql, (entity_id,)).fetchone()
    return f"{entity_id} ({label}, {kind})"
