"""Add actors, things, events, predicates and relations, each by an explicit act: a name that is not known never makes one by itself."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field

from kb import ids
from kb.curated import needed
from kb.errors import DataError
from kb.facts import put
from kb.lookup import Lookup
from kb.tables import KEYS, Row

TABLE = {"actor": "actors", "thing": "things", "event": "events", "predicate": "predicates"}
KINDS = tuple(TABLE)
USUAL_KIND = {"actor": "organization", "thing": "concept", "event": "other"}


@dataclass(frozen=True)
class NewEntity:
    """What somebody says of an actor, thing, event or predicate that is not there yet."""

    kind: str
    id: str
    said: Row = field(default_factory=dict)

    @classmethod
    def of(cls, kind: str, entry: Row, where: str) -> NewEntity:
        needed(entry, ("id", "label") if kind == "predicate" else ("id", "name"), where)
        return cls(kind, entry["id"], entry)


def plan_entity(look: Lookup, new: NewEntity) -> Row:
    """The row of `actors`, `things`, `events` or `predicates` that it means; words, dates and references checked."""
    said, table = new.said, TABLE[new.kind]
    row: Row = {"id": ids.check_entity_id(new.id, "id")}
    refuse_other_kind(look, new)
    if new.kind == "predicate":
        described = said.get("description") or f"The subject {said['label']} the object."
        return row | {"label": said["label"], "description": described, "iri": said.get("iri")}
    row |= {"name": said["name"], "kind": look.word(f"{table}.kind", said.get("kind") or USUAL_KIND[new.kind])}
    row |= {"part_of_id": look.entity(said.get("part_of"), "part_of"), "description": said.get("description")}
    if new.kind == "actor":
        row["anonymity"] = look.word("actors.anonymity", said.get("anonymity") or "named")
    elif new.kind == "thing":
        row |= {"latitude": said.get("latitude"), "longitude": said.get("longitude")}
    elif new.kind == "event":
        row["actuality"] = look.word("events.actuality", said.get("actuality"))
        row |= {"date": look.date(said["date"], "date") if said.get("date") else None, "place_id": look.entity(said.get("place"), "place")}
        row["date_basis"] = look.word("events.date_basis", said.get("date_basis") or "stated") if said.get("date") else None
    return row


def plan_names(look: Lookup, entity_id: str, said: Row) -> Iterator[tuple[str, Row]]:
    """(table, row) of each other name and identifier."""
    for name in said.get("names", []):
        needed(name, ("name",), "names")
        named = {"entity_id": entity_id, "name": name["name"], "kind": look.word("names.kind", name.get("kind", "alias"))}
        yield "names", named | {"language": name.get("language")}
    for identifier in said.get("identifiers", []):
        needed(identifier, ("scheme", "value"), "identifiers")
        known = {"entity_id": entity_id, "scheme": look.word("identifiers.scheme", identifier["scheme"]), "value": identifier["value"]}
        yield "identifiers", known | {"match": look.word("identifiers.match", identifier.get("match", "exact"))}


def add_entity(connection: sqlite3.Connection, look: Lookup, run_id: str, new: NewEntity) -> bool:
    """Record it in the open run; False when it is there already. Refused when the id is something else's."""
    row = plan_entity(look, new)
    refuse_otherwise(look, new, row)
    added = put(connection, TABLE[new.kind], row, ("id",), {"run_id": run_id})
    for table, named in plan_names(look, new.id, new.said):
        put(connection, table, named, KEYS[table], {"run_id": run_id})
    return added


def refuse_other_kind(look: Lookup, new: NewEntity) -> None:
    """An id is one row's in the whole base."""
    sql = "SELECT kind, label FROM entities WHERE id = ? UNION ALL SELECT 'predicate', label FROM predicates WHERE id = ?"
    for kind, label in look.rows(sql, new.id, new.id):
        if kind != new.kind:
            remedy = "ids are unique in the whole base: choose another"
            raise DataError(f"the id {new.id!r} names a {kind} already ({label})", where="id", remedy=remedy)


# What a new entry is called, and the column that keeps it.
COLUMNS = {"part_of": "part_of_id", "place": "place_id"}


def refuse_otherwise(look: Lookup, new: NewEntity, row: Row) -> None:
    """A row that is there is not described anew in passing: what is said of it must be what it says."""
    there = look.connection.execute(f"SELECT * FROM {TABLE[new.kind]} WHERE id = ?", (new.id,))
    found = there.fetchone()
    if found is None:
        return
    present = dict(zip((column[0] for column in there.description), found, strict=True))
    for key in new.said:
        column = COLUMNS.get(key, key)
        if column in row and row[column] is not None and row[column] != present[column]:
            remedy = f"use that one, choose another id, or correct it: kb correct {new.id} {column}=…"
            raise DataError(f"the id {new.id!r} is there with the {column} {present[column]!r}", where="id", remedy=remedy)
    status = look.rows("SELECT status, coalesce(merged_into_id, '') FROM entities WHERE id = ? AND status <> 'current'", new.id)
    if status:
        became = f"was merged into {status[0][1]}" if status[0][1] else f"is {status[0][0]}"
        raise DataError(f"the id {new.id!r} {became}", where="id", remedy=f"choose another id, or see what became of it: kb show {new.id}")


def plan_relation(look: Lookup, said: Row) -> Row:
    """The row of `relations` that an entry means: two claims that are there, a word, and why."""
    needed(said, ("from", "to", "relation", "rationale"), "relation")
    from_claim, to_claim = look.claim(said["from"]), look.claim(said["to"])
    word = look.word("relations.relation", said["relation"])
    return {
        "id": ids.prefixed("rel", said["id"]) if said.get("id") else ids.relation_id(from_claim, word, to_claim),
        "from_claim_id": from_claim,
        "to_claim_id": to_claim,
        "relation": word,
        "comparable": look.word("relations.comparable", said["comparable"]) if said.get("comparable") else None,
        "rationale": said["rationale"],
        "status": look.word("relations.status", said.get("status", "reviewed")),
    }
