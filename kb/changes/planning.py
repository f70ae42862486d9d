"""Plan the columns of a corrected row, by the functions that plan a new row of its table."""

from __future__ import annotations

from collections.abc import Callable

from kb.base.fields import CLAIM
from kb.base.model import Row
from kb.errors import DataError
from kb.facts import Fact, Voice, plan_claim_columns, plan_voice
from kb.names.affiliations import plan_affiliation
from kb.names.entities import NewEntity, plan_distinct, plan_entity, plan_event_order, plan_identifier, plan_name, plan_relation
from kb.names.lookup import Lookup
from kb.sources.snapshots import plan_source

Plan = Callable[[Lookup, Row], Row]
# The key of an entry for a column; other keys are the name of the column, without _id.
KEY_OF = {"about_time": "about", "from_claim_id": "from", "to_claim_id": "to", "other_event_id": "other"}
# Columns with the basis of a date: filled with the default where a date is new, never emptied unless that is asked for.
BASIS = {"date": "date_basis", "published": "published_basis"}


def plan_correction(lookup: Lookup, table: str, row: Row, wanted: set[str]) -> Row:
    """Return the columns of `wanted`, and those that follow from them, of the corrected row. Raises the errors of planning a new row."""
    entry = {KEY_OF.get(column, column.removesuffix("_id")): value for column, value in row.items() if value is not None}
    planned = row | PLANS[table](lookup, entry)
    follow = {BASIS[name] for name in wanted if name in BASIS} - wanted
    for column in follow:
        if row[column] is not None and planned[column] is None:
            raise DataError("would be the basis of a date that is empty", where=column, remedy=f"empty it too: {column}=")
    return {column: planned[column] for column in row if column in wanted | follow}


def of_claim(lookup: Lookup, entry: Row) -> Row:
    fields: Row = {key: entry.get(key) for key in (*CLAIM, "status")}
    return plan_claim_columns(lookup, Fact("", **fields))


def of_assertion(lookup: Lookup, entry: Row) -> Row:
    voice = Voice(**{key: entry.get(key) for key in ("speaker", "work", "act", "stance", "certainty", "derivation", "said")})
    return plan_voice(lookup, voice) | {"status": lookup.word("assertions.status", entry.get("status"))}


def of_entity(kind: str) -> Plan:
    return lambda lookup, entry: plan_entity(lookup, NewEntity(kind, entry["id"], entry))


def of_mention(lookup: Lookup, entry: Row) -> Row:
    row = {
        "entity_id": lookup.entity(entry.get("entity"), "entity", needed=True),
        "sense": lookup.word("mentions.sense", entry.get("sense")),
    }
    return row | {"status": lookup.word("mentions.status", entry.get("status"))}


def of_citation(lookup: Lookup, entry: Row) -> Row:
    return {"cited_id": lookup.source(entry.get("cited"), "cited"), "status": lookup.word("citations.status", entry.get("status"))}


def of_section(lookup: Lookup, entry: Row) -> Row:
    row = {"kind": lookup.word("sections.kind", entry.get("kind"))}
    return row | {"speaker_id": lookup.actor(entry["speaker"], "speaker") if entry.get("speaker") else None}


def of_contributor(lookup: Lookup, entry: Row) -> Row:
    return {"kind": lookup.word("contributors.kind", entry.get("kind"))}


def of_author(lookup: Lookup, entry: Row) -> Row:
    row = {"actor_id": lookup.actor(entry.get("actor"), "actor")}
    return row | {"role": lookup.word("source_authors.role", entry.get("role"))}


PLANS: dict[str, Plan] = {
    "claims": of_claim,
    "assertions": of_assertion,
    "sources": plan_source,
    **{f"{kind}s": of_entity(kind) for kind in ("actor", "thing", "event", "predicate")},
    "relations": plan_relation,
    "affiliations": plan_affiliation,
    "event_order": plan_event_order,
    "distinct_entities": plan_distinct,
    "mentions": of_mention,
    "citations": of_citation,
    "sections": of_section,
    "sentences": lambda _lookup, _entry: {},  # no_claim_reason is free text
    "contributors": of_contributor,
    "names": lambda lookup, entry: plan_name(lookup, entry["entity"], entry),
    "identifiers": lambda lookup, entry: plan_identifier(lookup, entry["entity"], entry),
    "source_authors": of_author,
}
