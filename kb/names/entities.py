"""Plan and record actors, things, events, predicates and relations. An unknown name never creates one by itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from kb.base import ids
from kb.base.entries import flag, needed, number
from kb.base.model import Row
from kb.base.rows import first
from kb.base.runs import Run
from kb.base.words import Status
from kb.errors import DataError, actions
from kb.names.lookup import Lookup
from kb.texts import characters

TABLE = {"actor": "actors", "thing": "things", "event": "events", "predicate": "predicates"}
KINDS = tuple(TABLE)


@dataclass(frozen=True)
class NewEntity:
    """The kind, id and entry of an actor, thing, event or predicate to be recorded."""

    kind: str
    id: str
    entry: Row = field(default_factory=dict)

    @classmethod
    def of(cls, kind: str, entry: Row, where: str) -> NewEntity:
        """Return the entity of a checked entry. Raises EntryError where the entry lacks an id or a name (a label, for a predicate)."""
        needed(entry, ("id", "label") if kind == "predicate" else ("id", "name"), where)
        return cls(kind, entry["id"], entry)


def plan_entity(lookup: Lookup, new: NewEntity) -> Row:
    """Return the row of `actors`, `things`, `events` or `predicates`, with its words, dates and references checked."""
    entry, table = new.entry, TABLE[new.kind]
    row: Row = {"id": ids.check_entity_id(new.id, "id")}
    for key in ("name", "label", "description"):
        characters.refuse_unwritten(entry.get(key), key)
    refuse_other_kind(lookup, new)
    if new.kind == "predicate":
        described = entry.get("description") or f"The subject {entry['label']} the object."
        return row | {"label": entry["label"], "description": described, "iri": entry.get("iri")} | plan_properties(lookup, new)
    row |= {"name": entry["name"], "kind": lookup.word(f"{table}.kind", entry.get("kind"))}
    row |= {"part_of_id": lookup.entity(entry.get("part_of"), "part_of"), "description": entry.get("description")}
    if new.kind == "actor":
        row["anonymity"] = lookup.word("actors.anonymity", entry.get("anonymity") or "named")
    elif new.kind == "thing":
        row |= plan_coordinates(entry)
    elif new.kind == "event":
        row["actuality"] = lookup.word("events.actuality", entry.get("actuality"))
        row |= {
            "date": lookup.date(entry["date"], "date") if entry.get("date") else None,
            "place_id": lookup.entity(entry.get("place"), "place"),
        }
        row["date_basis"] = lookup.word("events.date_basis", entry.get("date_basis") or "stated") if entry.get("date") else None
    return row


def plan_properties(lookup: Lookup, new: NewEntity) -> Row:
    """Return `symmetric`, `transitive` and `inverse_of_id` of a predicate, None where the entry does not give them."""
    row: Row = {name: flag(new.entry.get(name), name) for name in ("symmetric", "transitive")}
    row["inverse_of_id"] = lookup.predicate(new.entry.get("inverse_of"))
    if row["inverse_of_id"] == new.id:
        raise DataError("a predicate that is its own inverse is symmetric", where="inverse_of", remedy="write symmetric = true instead")
    return row


def plan_coordinates(entry: Row) -> Row:
    """Return latitude and longitude in degrees (WGS 84), both or neither. Raises DataError for one alone or one out of range."""
    row = {name: number(entry.get(name), name) for name in ("latitude", "longitude")}
    for name, most in (("latitude", 90), ("longitude", 180)):
        value = row[name]
        if value is not None and abs(value) > most:
            raise DataError(f"{value:g} is no {name}", where=name, remedy=f"give degrees (WGS 84) between -{most} and {most}")
    if (row["latitude"] is None) != (row["longitude"] is None):
        raise DataError("only one of the coordinates is given", where="latitude, longitude", remedy="give both, or neither")
    return dict(row)


def plan_name(lookup: Lookup, entity_id: str, entry: Row) -> Row:
    """Return the row of `names` for another name of an entity."""
    needed(entry, ("name",), "names")
    characters.refuse_unwritten(entry["name"], "name")
    row: Row = {"entity_id": entity_id, "name": entry["name"], "kind": lookup.word("names.kind", entry.get("kind", "alias"))}
    return row | {"language": entry.get("language")}


def plan_identifier(lookup: Lookup, entity_id: str, entry: Row) -> Row:
    """Return the row of `identifiers` for an id of an entity elsewhere."""
    needed(entry, ("scheme", "value"), "identifiers")
    row: Row = {"entity_id": entity_id, "scheme": lookup.word("identifiers.scheme", entry["scheme"]), "value": entry["value"]}
    return row | {"match": lookup.word("identifiers.match", entry.get("match", "exact"))}


def plan_names(lookup: Lookup, entity_id: str, entry: Row) -> Iterator[tuple[str, Row]]:
    """Yield (table, row) for each additional name and identifier of an entry."""
    for name in entry.get("names", []):
        yield "names", plan_name(lookup, entity_id, name)
    for identifier in entry.get("identifiers", []):
        yield "identifiers", plan_identifier(lookup, entity_id, identifier)


def add_entity(run: Run, new: NewEntity, lookup: Lookup | None = None) -> bool:
    """Record an entity in the open run, and return whether it is new.

    Raises DataError where the id belongs to another row, or to this entity with other values.
    """
    lookup = lookup or Lookup(run.connection)
    row = plan_entity(lookup, new)
    refuse_other_values(lookup, new, row)
    added = run.put(TABLE[new.kind], row)
    for table, name in plan_names(lookup, new.id, new.entry):
        run.put(table, name)
    return added


def refuse_other_kind(lookup: Lookup, new: NewEntity) -> None:
    """Raise DataError where the id belongs to a row of another kind, since ids are unique in the whole base."""
    sql = "SELECT kind, label FROM entities WHERE id = ? UNION ALL SELECT 'predicate', label FROM predicates WHERE id = ?"
    for kind, label in lookup.rows(sql, new.id, new.id):
        if kind != new.kind:
            remedy = "ids are unique in the whole base: choose another"
            raise DataError(f"the id {new.id!r} names a {kind} already ({label})", where="id", remedy=remedy)


# The column for a key of an entry, where they differ.
COLUMNS = {"part_of": "part_of_id", "place": "place_id", "inverse_of": "inverse_of_id"}


def refuse_other_values(lookup: Lookup, new: NewEntity, row: Row) -> None:
    """Raise DataError where the entity is recorded already with other values, or is merged or retracted: adding never changes a row."""
    present = first(lookup.connection.execute(f"SELECT * FROM {TABLE[new.kind]} WHERE id = ?", (new.id,)))
    if present is None:
        return
    for key in new.entry:
        column = COLUMNS.get(key, key)
        if column in row and row[column] is not None and row[column] != present[column]:
            remedy = ("use that one, or choose another id", actions.correct(new.id, column))
            raise DataError(f"the id {new.id!r} is recorded with the {column} {present[column]!r}", where="id", remedy=remedy)
    status = lookup.rows("SELECT status, coalesce(merged_into_id, '') FROM entities WHERE id = ? AND status <> 'current'", new.id)
    if status:
        became = f"was merged into {status[0][1]}" if status[0][1] else f"is {status[0][0]}"
        raise DataError(f"the id {new.id!r} {became}", where="id", remedy=("choose another id", actions.show(new.id)))


def plan_relation(lookup: Lookup, entry: Row) -> Row:
    """Return the row of `relations` for an entry, which names two recorded claims, the relation and its rationale."""
    needed(entry, ("from", "to", "relation", "rationale"), "relation")
    from_claim, to_claim = lookup.claim(entry["from"]), lookup.claim(entry["to"])
    if from_claim == to_claim:
        raise DataError("a claim cannot be related to itself", where="from, to", remedy="name two claims")
    word = lookup.word("relations.relation", entry["relation"])
    return {
        "id": ids.prefixed("rel", entry["id"]) if entry.get("id") else ids.relation_id(from_claim, word, to_claim),
        "from_claim_id": from_claim,
        "to_claim_id": to_claim,
        "relation": word,
        "comparable": lookup.words("relations.comparable", entry.get("comparable") or ()),
        "rationale": entry["rationale"],
        "status": lookup.word("relations.status", entry.get("status", Status.RECORDED)),
    }


def plan_distinct(lookup: Lookup, entry: Row) -> Row:
    """Return the row of `distinct_entities` for an entry, its two entities in order. Raises DataError where both are one row, also by a merge."""
    needed(entry, ("entity", "other", "reason"), "distinct")
    found = {key: lookup.entity(entry[key], key, needed=True) or "" for key in ("entity", "other")}
    if found["entity"] == found["other"]:
        merged = f"both are {found['entity']}: they were merged, or two names of one"
        raise DataError(merged, where="entity, other", remedy=("name two rows, or undo the merge first", actions.show(found["entity"])))
    one, other = sorted(found.values())
    return {
        "id": ids.prefixed("dst", entry["id"]) if entry.get("id") else ids.distinct_id(one, other),
        "entity_id": one,
        "other_id": other,
        "reason": entry["reason"],
    }


def plan_event_order(lookup: Lookup, entry: Row) -> Row:
    """Return the row of `event_order` for an entry, with its events, its word and its claim, if it names one, checked."""
    needed(entry, ("event", "relation", "other"), "event_order")
    event, other = lookup.event(entry["event"], "event", needed=True), lookup.event(entry["other"], "other", needed=True)
    if event == other:
        raise DataError("an event does not stand to itself in time", where="event, other", remedy="name two events")
    assert event and other
    word = lookup.word("event_order.relation", entry["relation"])
    claim = lookup.claim(entry["claim_id"]) if entry.get("claim_id") else None
    return {
        "id": ids.prefixed("ord", entry["id"]) if entry.get("id") else ids.event_order_id(event, word, other, claim),
        "event_id": event,
        "relation": word,
        "other_event_id": other,
        "claim_id": claim,
    }
