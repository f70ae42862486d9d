"""A claim: who affirms, denies or only reports it, in which words, through whom; what it is about; how it stands to others."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from typing import Any

from datasette.utils.asgi import Response

from kb.rdf import names
from kb.site import cite
from kb.site.errors import MissingError
from kb.site.reading import Row, column, near_claims, one, quoted, rows, words
from kb.site.visit import Visit

CLAIM = """
SELECT claims.*, subject.label AS subject, subject.kind AS subject_kind, object.label AS object, object.kind AS object_kind,
  predicates.label AS predicate, event.label AS event, place.label AS place, place.kind AS place_kind, merged.text AS merged_into
FROM claims LEFT JOIN entities AS subject ON subject.id = claims.subject_id LEFT JOIN entities AS object ON object.id = claims.object_id
LEFT JOIN predicates ON predicates.id = claims.predicate_id LEFT JOIN entities AS event ON event.id = claims.event_id
LEFT JOIN entities AS place ON place.id = claims.place_id LEFT JOIN claims AS merged ON merged.id = claims.merged_into_id
WHERE claims.id = ?"""
# The most assertions of one claim that a page shows.
MOST_VOICES = 200
ASSERTIONS = "SELECT id FROM assertions WHERE claim_id = ? ORDER BY level, source_id LIMIT ?"
HELD = "SELECT assertion_id FROM who_says_what WHERE claim_id = ?"
ROLES = """
SELECT role, event_id, entity_id, entities.label, entities.kind, events.label AS event FROM participations
JOIN entities ON entities.id = entity_id JOIN entities AS events ON events.id = participations.event_id WHERE claim_id = ? ORDER BY event, entities.label"""
RELATED = """
SELECT relations.id, relation, comparable, rationale, relations.status, from_claim_id = ?1 AS outward, claims.id AS claim_id, claims.text AS claim
FROM (SELECT id, to_claim_id AS other FROM relations WHERE from_claim_id = ?1 UNION SELECT id, from_claim_id FROM relations WHERE to_claim_id = ?1) AS near
JOIN relations ON relations.id = near.id JOIN claims ON claims.id = near.other
WHERE relations.status NOT IN ('proposed', 'retracted') AND claims.status NOT IN ('proposed', 'retracted') ORDER BY relation, claim LIMIT 200"""
FIRST_WORDS = "SELECT assertion_id FROM who_says_what WHERE claim_id = ? ORDER BY stance = 'uncommitted', level LIMIT 1"
HISTORY = """
SELECT revisions.at, revisions.table_name, revisions.row_id, revisions.operation, revisions.before, revisions.after, revisions.reason, contributors.name AS who
FROM revisions LEFT JOIN runs ON runs.id = revisions.run_id LEFT JOIN contributors ON contributors.id = runs.contributor_id
WHERE (table_name = 'claims' AND row_id = ?1) OR (table_name = 'quantities' AND row_id = ?1)
  OR (table_name = 'assertions' AND row_id IN (SELECT id FROM assertions WHERE claim_id = ?1)) ORDER BY seq"""
RUN = """
SELECT runs.id, runs.kind, runs.reason, runs.started_at, contributors.name AS who FROM runs JOIN contributors ON contributors.id = contributor_id
WHERE runs.id = ?"""
CLAIM_OF = "SELECT claim_id, passage_id FROM assertions WHERE id = ?"

SQL = """SELECT stance, certainty, speaker, via, act, quote, source_title, published, section
FROM claim_sheet
WHERE claim_id = :claim
ORDER BY stance, source_id, start_char, level"""
SPARQL = """PREFIX kb: <{kb}>
PREFIX prov: <{prov}>
PREFIX oa: <{oa}>
SELECT ?speaker ?stance ?certainty ?words WHERE {{
  ?assertion kb:ofClaim <{iri}> ; prov:wasAttributedTo ?speaker ;
    kb:stance ?stance ; kb:certainty ?certainty ; prov:wasQuotedFrom ?passage .
  ?passage oa:hasSelector ?selector . ?selector oa:exact ?words .
}}"""


def read(connection: sqlite3.Connection, claim_id: str) -> Row:
    """Everything the page shows. Raises MissingError, with the nearest claims, where there is no such claim."""
    claim = one(connection, CLAIM, claim_id) or one(connection, CLAIM, f"clm-{claim_id}")
    if claim is None:
        near = near_claims(connection, claim_id)
        raise MissingError(f"there is no claim {claim_id}", near=[(row["id"], row["text"]) for row in near])
    found = quoted(connection, column(connection, ASSERTIONS, claim["id"], MOST_VOICES))
    held = set(column(connection, HELD, claim["id"]))
    return {
        "claim": claim,
        "groups": grouped(found, held),
        "unsettled": [row for row in found if not row["counted"]],
        "cut": len(found) == MOST_VOICES,
        "quantity": one(connection, "SELECT * FROM quantities WHERE claim_id = ?", claim["id"]),
        "roles": rows(connection, ROLES, claim["id"]),
        "related": related(connection, claim["id"]),
        "history": history(connection, claim["id"]),
        "run": one(connection, RUN, claim["run_id"]),
        "words": words(connection),
    }


def grouped(found: Sequence[Row], held: set[str]) -> dict[str, list[Row]]:
    """The voices by stance, each with its `chain` from the document's own voice inward and whom it reports."""
    by_id = {row["assertion_id"]: row for row in found}
    inner: dict[str, list[Row]] = {}
    for row in found:
        inner.setdefault(row["reported_in_id"] or "", []).append(row)
    groups: dict[str, list[Row]] = {"affirms": [], "denies": [], "uncommitted": []}
    for row in sorted(found, key=lambda row: (row["source_id"], row["start_char"], row["level"])):
        if row["assertion_id"] not in held or not row["counted"]:
            continue
        chain = [row]
        while chain[0]["reported_in_id"] in by_id:
            chain.insert(0, by_id[chain[0]["reported_in_id"]])
        while (within := inner.get(chain[-1]["assertion_id"], [])) and len(within) == 1 and within[0]["counted"]:
            chain.append(within[0])
        groups[row["stance"]].append({**row, "chain": chain})
    return groups


def related(connection: sqlite3.Connection, claim_id: str) -> list[Row]:
    """The claims it stands to, each with the first words that carry it."""
    found = rows(connection, RELATED, claim_id)
    for row in found:
        first = column(connection, FIRST_WORDS, row["claim_id"])
        row["quote"] = quoted(connection, first)[0] if first else None
    return found


def history(connection: sqlite3.Connection, claim_id: str) -> list[Row]:
    """What was changed, oldest first, each with the columns that differ."""
    found = rows(connection, HISTORY, claim_id)
    for row in found:
        before, after = json.loads(row["before"]), json.loads(row["after"] or "{}")
        row["changes"] = [(name, value, after.get(name)) for name, value in before.items() if after.get(name) != value and name != "run_id"]
    return found


async def view(visit: Visit) -> Response:
    """The page of one claim."""
    try:
        found = await visit.read(read, visit.parts["id"])
    except MissingError as error:
        error.near = [(visit.addresses.claim(row_id), text) for row_id, text in error.near]
        raise
    claim = found["claim"]
    if claim["id"] != visit.parts["id"]:
        return Response.redirect(visit.addresses.claim(claim["id"]), status=301)
    stable = visit.datasette.absolute_url(visit.request, visit.addresses.path(f"/id/{claim['id']}"))
    context: dict[str, Any] = {
        **found,
        "stable": stable,
        "sql": SQL,
        "sparql": sparql(claim["id"]),
        "cite": cite.formats(claim, voices_of(found["groups"]), stable),
    }
    return await visit.page("kb/claim.html", **context)


def voices_of(groups: dict[str, list[Row]]) -> list[Row]:
    """Every voice on the page, those that commit first."""
    return [row for group in groups.values() for row in group]


def sparql(claim_id: str) -> str:
    """The SPARQL query that gives the page's voices."""
    return SPARQL.format(iri=f"{names.DEFAULT_BASE}id/{claim_id}", **names.PREFIXES)


async def of_assertion(visit: Visit) -> Response:
    """An assertion's address leads to its claim, at that voice."""
    found = await visit.read(one, CLAIM_OF, visit.parts["id"])
    if found is None:
        raise MissingError(f"there is no assertion {visit.parts['id']}", remedy="look for it by its words")
    return Response.redirect(visit.addresses.claim(found["claim_id"]) + f"#{visit.parts['id']}", status=303)
