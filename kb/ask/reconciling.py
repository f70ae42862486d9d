"""The entities that a name in somebody's table may stand for, each with a score, for reconciliation services.

A name that several entities bear, or also stands for another as that of a capital for its government, matches none of them for certain:
all are candidates, and a person decides.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from kb.ask import entity_properties, matching
from kb.ask.entity_properties import KINDS
from kb.base.rows import dicts
from kb.names.distinct import without_told_apart
from kb.names.senses import folded

MOST_CANDIDATES = 50
MOST_SEARCHED = 60  # rows of the full-text index that are compared with a name
MOST_SCANNED = 20_000  # entities whose properties are compared where no name is given
LEAST_SCORE = 50.0  # of 100; names that are less alike have little in common
EXACT, STANDS_FOR = 100.0, 90.0  # the score of a name that is the same, and of one that is used for something else
OF_PART = 0.75  # of the likeness, where one of the names has words that the other has not
OF_PROPERTIES = 0.3  # of the score, where properties are compared too
BY_FULL_TEXT = """
SELECT id FROM (
  SELECT entities.id, entities_fts.rank AS likeness FROM entities_fts JOIN entities ON entities.rowid = entities_fts.rowid
  WHERE entities_fts MATCH ?1 AND status = 'current'
  UNION ALL SELECT entities.id, names_fts.rank FROM names_fts JOIN names ON names.rowid = names_fts.rowid
  JOIN entities ON entities.id = entity_id WHERE names_fts MATCH ?1 AND status = 'current')
GROUP BY id ORDER BY min(likeness) LIMIT ?2"""
BY_NAME = """
SELECT id FROM entities WHERE status = 'current' AND (id = ?1 OR label = ?1 COLLATE NOCASE)
UNION SELECT entity_id FROM names JOIN entities ON entities.id = entity_id WHERE name = ?1 COLLATE NOCASE AND status = 'current'"""
FILED = """
SELECT entities.id, entities.kind, label AS name, coalesce(actors.kind, things.kind, events.kind, sources.kind) AS sort,
  coalesce(actors.description, things.description, events.description, '') AS description
FROM json_each(?) AS wanted JOIN entities ON entities.id = wanted.value LEFT JOIN actors ON actors.id = entities.id
LEFT JOIN things ON things.id = entities.id LEFT JOIN events ON events.id = entities.id LEFT JOIN sources ON sources.id = entities.id WHERE status = 'current' ORDER BY wanted.key"""
NAMES = "SELECT entity_id, name, kind FROM names JOIN json_each(?) AS wanted ON wanted.value = entity_id"
TYPES = """
SELECT DISTINCT entities.kind, coalesce(actors.kind, things.kind, events.kind, sources.kind) FROM entities LEFT JOIN actors USING (id)
LEFT JOIN things USING (id) LEFT JOIN events USING (id) LEFT JOIN sources USING (id) WHERE status = 'current' ORDER BY 1, 2"""
NOT_ITS_OWN = ("metonym", "demonym", "description")


@dataclass(frozen=True)
class Condition:
    """Values that a property of the entity is compared with: ids of entities, or their texts. `required` leaves out what has none of them."""

    property_id: str
    values: tuple[str, ...]
    quantifier: str = "any"
    required: bool = False


@dataclass(frozen=True)
class Wanted:
    """What somebody looks for: a name, types of which one is enough, and conditions on properties."""

    name: str
    types: tuple[str, ...] = ()
    conditions: tuple[Condition, ...] = ()
    limit: int = 10


@dataclass(frozen=True)
class Candidate:
    """An entity with its type, a score from 0 to 100, whether it is meant for certain, and what the score was made of."""

    id: str
    name: str
    description: str
    type: str
    score: float
    match: bool
    features: dict[str, float]


def type_id(kind: str, sort: str) -> str:
    """The id of a type, such as actor.person, below actor."""
    return f"{kind}.{sort}"


def types(connection: sqlite3.Connection) -> list[str]:
    """The ids of the types that entities of this base have, each kind before its sorts."""
    found = connection.execute(TYPES).fetchall()
    return [*KINDS, *(type_id(kind, sort) for kind, sort in found)]


def candidates(connection: sqlite3.Connection, wanted: Wanted) -> list[Candidate]:
    """The entities that may be meant, the most likely first."""
    named = {row["id"]: row for row in likely(connection, wanted) if is_of(row, wanted.types)}
    by_name = {each: name_score(wanted.name, named[each]) for each in named} if wanted.name else dict.fromkeys(named, 0.0)
    bearers = [each for each, score in by_name.items() if score >= STANDS_FOR]
    named = {each: named[each] for each in without_told_apart(connection, bearers, named)}
    compared = properties_of(connection, wanted.conditions, named)
    scored = []
    for each, row in named.items():
        features = {"name": by_name[each]} if wanted.name else {}
        features |= {f"property.{pid}": float(100 * agrees) for pid, agrees in compared[each].items()}
        score = combined(by_name[each] if wanted.name else None, list(compared[each].values()))
        missing = any(each_.required and not compared[each][each_.property_id] for each_ in wanted.conditions)
        if score >= LEAST_SCORE and not missing:
            scored.append((score, row, features))
    scored.sort(key=lambda one: (-one[0], one[1]["name"], one[1]["id"]))
    certain = [row["id"] for score, row, _ in scored if score == EXACT]
    rivals = [row["id"] for _, row, features in scored if features.get("name", EXACT) >= STANDS_FOR and all(compared[row["id"]].values())]
    sure = certain if len(certain) == 1 and (not wanted.name or rivals == certain) else []
    return [
        Candidate(
            row["id"], row["name"], row["description"], type_id(row["kind"], row["sort"]), round(score, 1), row["id"] in sure, features
        )
        for score, row, features in scored[: min(wanted.limit, MOST_CANDIDATES)]
    ]


def likely(connection: sqlite3.Connection, wanted: Wanted) -> list[dict[str, Any]]:
    """The rows of the entities to compare: those that a search for the name finds, or all where only properties are given."""
    name = " ".join(wanted.name.split())
    if name:
        found = [row[0] for row in connection.execute(BY_NAME, (name,))]
        found += [row[0] for row in matching.strictest(connection, BY_FULL_TEXT, name, MOST_SEARCHED)]
        loose = matching.loosely(connection, name)
        found += [row[0] for row in connection.execute(BY_FULL_TEXT, (loose, MOST_SEARCHED))] if loose else []
    else:
        found = [row[0] for row in connection.execute("SELECT id FROM entities WHERE status = 'current' LIMIT ?", (MOST_SCANNED,))]
    return filed(connection, found)


def filed(connection: sqlite3.Connection, ids: Sequence[str]) -> list[dict[str, Any]]:
    """The rows (id, kind, name, sort, description, names) of the current ones of these entities, each once."""
    listed = json.dumps(list(dict.fromkeys(ids)))
    rows = list(dicts(connection.execute(FILED, (listed,))))
    names: dict[str, list[tuple[str, str]]] = {}
    for entity_id, name, kind in connection.execute(NAMES, (listed,)):
        names.setdefault(entity_id, []).append((name, kind))
    return [{**row, "names": names.get(row["id"], [])} for row in rows]


def in_a_line(connection: sqlite3.Connection, ids: Sequence[str]) -> dict[str, str]:
    """One line of who or what each of these entities is, by its id, for whoever chooses between names."""
    listed = json.dumps(list(dict.fromkeys(ids)))
    return {row["id"]: row["description"] or row["sort"] or "" for row in dicts(connection.execute(FILED, (listed,)))}


def is_of(row: dict[str, Any], wanted: Sequence[str]) -> bool:
    """Whether a row is of one of the types, or none is wanted."""
    return not wanted or row["kind"] in wanted or type_id(row["kind"], row["sort"]) in wanted


def name_score(name: str, row: dict[str, Any]) -> float:
    """How like a name is to the id, the label or another name of an entity, from 0 to 100, which only the same name has."""
    from rapidfuzz import fuzz

    sought = folded(name)
    if sought in (folded(row["id"]), folded(row["name"]), *(folded(each) for each, kind in row["names"] if kind not in NOT_ITS_OWN)):
        return EXACT
    if sought in {folded(each) for each, _ in row["names"]}:
        return STANDS_FOR
    known = [folded(row["name"]), *(folded(each) for each, _ in row["names"])]
    likeness = max(max(fuzz.token_sort_ratio(sought, each), OF_PART * fuzz.token_set_ratio(sought, each)) for each in known)
    return min(likeness, STANDS_FOR - 1)


def properties_of(connection: sqlite3.Connection, conditions: Sequence[Condition], rows: dict[str, Any]) -> dict[str, dict[str, bool]]:
    """For each entity, whether each condition holds, by the property's id. Raises KeyError for an unknown property."""
    known = entity_properties.known(connection) if conditions else {}
    holds: dict[str, dict[str, bool]] = {each: {} for each in rows}
    for condition in conditions:
        found = entity_properties.values(connection, known[condition.property_id], rows)
        for each in rows:
            has = {word for value in found.get(each, ()) for word in (folded(value.text), value.id) if word}
            agrees = [folded(value) in has or value in has for value in condition.values]
            holds[each][condition.property_id] = {"all": all(agrees), "none": not any(agrees)}.get(condition.quantifier, any(agrees))
    return holds


def combined(name: float | None, agrees: Sequence[bool]) -> float:
    """The score from that of the name, if one was given, and the share of the conditions that hold."""
    if not agrees:
        return name or 0.0
    share = 100.0 * sum(agrees) / len(agrees)
    return share if name is None else name * (1 - OF_PROPERTIES) + share * OF_PROPERTIES


def beginning(connection: sqlite3.Connection, prefix: str, limit: int, skipped: int = 0) -> list[dict[str, Any]]:
    """The rows of the entities whose names have words that begin like these, for people who are still typing."""
    words = " ".join(prefix.split())
    exact = [row[0] for row in connection.execute(BY_NAME, (words,))]
    found = exact + [row[0] for row in matching.strictest(connection, BY_FULL_TEXT, words, limit + skipped)]
    found = without_told_apart(connection, exact, found)
    return filed(connection, found)[skipped : skipped + limit]
