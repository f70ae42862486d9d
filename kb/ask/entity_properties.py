"""What a base can tell of an actor, thing, event or source, as named properties: the curators' reference data, and what is said of it.

What sources say stays said: each value of `said` names the claim, who holds it and how.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

KINDS = ("actor", "thing", "event", "source")
SAID = """
SELECT subject_id AS id, claim_id AS value_id, speaker || ' ' || stance || ': ' || claim AS text FROM claim_sheet
JOIN wanted ON wanted.id = subject_id WHERE counted AND innermost"""


@dataclass(frozen=True)
class Property:
    """A property of entities of some kinds. `sql` gives rows (id, value_id, text), of which value_id is of an entity where `refers`."""

    id: str
    name: str
    description: str
    kinds: tuple[str, ...]
    sql: str
    refers: bool = False


@dataclass(frozen=True)
class Value:
    """A value of a property, with the id of the entity that it is where it is one."""

    text: str
    id: str | None = None


def from_tables(column: str, *kinds: str) -> str:
    """The SELECT of a column that the tables of these kinds share."""
    return " UNION ALL ".join(f"SELECT {kind}s.id, NULL, {column} FROM {kind}s JOIN wanted USING (id)" for kind in kinds)


def of_entity(column: str, *kinds: str) -> str:
    """The SELECT of a column that names an entity, with its label."""
    return " UNION ALL ".join(
        f"SELECT {kind}s.id, entities.id, label FROM {kind}s JOIN wanted USING (id) JOIN entities ON entities.id = {column}"
        for kind in kinds
    )


REFERENCE = (
    Property("kind", "kind", "What sort of actor, thing, event or source it is.", KINDS, from_tables("kind", *KINDS)),
    Property(
        *("description", "description", "How the curators describe it.", ("actor", "thing", "event")),
        from_tables("description", "actor", "thing", "event"),
    ),
    Property(
        "name",
        "other name",
        "Every other name that it goes by.",
        KINDS,
        "SELECT entity_id, NULL, name FROM names JOIN wanted ON id = entity_id",
    ),
    Property(
        *("part-of", "part of", "The whole that it belongs to.", ("actor", "thing", "event")),
        of_entity("part_of_id", "actor", "thing", "event"),
        refers=True,
    ),
    Property("date", "date", "The date of an event as filed, in EDTF.", ("event",), from_tables("date", "event")),
    Property("actuality", "actuality", "Whether it happened, as filed.", ("event",), from_tables("actuality", "event")),
    Property("place", "place", "Where an event was, as filed.", ("event",), of_entity("place_id", "event"), refers=True),
    Property("published", "published", "When a source was published, in EDTF.", ("source",), from_tables("published", "source")),
    Property("publisher", "publisher", "Who published a source.", ("source",), of_entity("publisher_id", "source"), refers=True),
    Property("url", "address", "Where a source is to be had.", ("source",), from_tables("url", "source")),
    Property(
        *("author", "author", "Who wrote a source.", ("source",)),
        "SELECT source_id, actor_id, label FROM source_authors JOIN wanted ON wanted.id = source_id JOIN entities ON entities.id = actor_id",
        refers=True,
    ),
    Property("said", "what is said of it", "Each claim about it, with who holds it and how.", KINDS, SAID),
)
SCHEMES = "SELECT value, label, description FROM vocabulary WHERE field = 'identifiers.scheme' ORDER BY value"
IDENTIFIED = "SELECT entity_id, NULL, value FROM identifiers JOIN wanted ON id = entity_id WHERE scheme = '{}'"


def known(connection: sqlite3.Connection) -> dict[str, Property]:
    """Every property by its id: those of REFERENCE, and one for each scheme of identifiers."""
    schemes = (
        Property(scheme, label, description, KINDS, IDENTIFIED.format(scheme))  # a word of the vocabulary: a-z, 0-9 and hyphens
        for scheme, label, description in connection.execute(SCHEMES)
    )
    return {each.id: each for each in (*REFERENCE, *schemes)}


def values(connection: sqlite3.Connection, of: Property, ids: Iterable[str]) -> dict[str, list[Value]]:
    """The values of a property by entity, in the order of their text; entities without one are left out."""
    wanted = "WITH wanted(id) AS (SELECT value FROM json_each(?)) "
    found: dict[str, dict[Value, None]] = defaultdict(dict)
    for entity_id, value_id, text in connection.execute(f"{wanted} {of.sql} ORDER BY 3, 2", (json.dumps(list(ids)),)):
        if text is not None:
            found[entity_id][Value(str(text), value_id if of.refers else None)] = None
    return {entity_id: list(each) for entity_id, each in found.items()}
