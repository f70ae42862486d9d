"""The page of a claim, with everyone who affirms, denies or reports it, what it is about, and how it relates to other claims."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from typing import Any

from datasette.utils.asgi import Response
from markupsafe import Markup

from kb.base.model import Row
from kb.errors import actions
from kb.rdf.namespaces import PREFIXES, BaseIri
from kb.site import citation_tags, cite
from kb.site.editing import in_words, linking
from kb.site.errors import MissingError
from kb.site.guard import headers
from kb.site.linked_data.documents import base_of
from kb.site.page_data import QuotedRow, column, first_row, near_claims, quoted_rows, rows, words
from kb.site.pages.export_offers import offered
from kb.site.visit import Visit

CLAIM = """
SELECT claims.*, subject.label AS subject, subject.kind AS subject_kind, object.label AS object, object.kind AS object_kind,
  predicates.label AS predicate, event.label AS event, place.label AS place, place.kind AS place_kind, merged.text AS merged_into
FROM claims LEFT JOIN entities AS subject ON subject.id = claims.subject_id LEFT JOIN entities AS object ON object.id = claims.object_id
LEFT JOIN predicates ON predicates.id = claims.predicate_id LEFT JOIN entities AS event ON event.id = claims.event_id
LEFT JOIN entities AS place ON place.id = claims.place_id LEFT JOIN claims AS merged ON merged.id = claims.merged_into_id
WHERE claims.id = ?"""
# The number of assertions of one claim that a page shows at most.
MOST_VOICES = 200
ASSERTIONS = "SELECT id FROM assertions WHERE claim_id = ? ORDER BY level, source_id LIMIT ?"
COMMITTED = "SELECT assertion_id FROM who_says_what WHERE claim_id = ?"
ROLES = """
SELECT role, event_id, entity_id, entities.label, entities.kind, events.label AS event FROM participations
JOIN entities ON entities.id = entity_id JOIN entities AS events ON events.id = participations.event_id WHERE claim_id = ? ORDER BY event, entities.label"""
BELONGING = """
SELECT role, start_date, end_date, entity_id, own.label, own.kind, whole_id, whole.label AS whole, whole.kind AS whole_kind FROM affiliations
JOIN entities AS own ON own.id = entity_id JOIN entities AS whole ON whole.id = whole_id WHERE claim_id = ? ORDER BY own.label, role, whole"""
RELATED = """
SELECT relations.id, relation, comparable, rationale, relations.status, from_claim_id = ?1 AS outward, claims.id AS claim_id, claims.text AS claim
FROM (SELECT id, to_claim_id AS other FROM relations WHERE from_claim_id = ?1 UNION SELECT id, from_claim_id FROM relations WHERE to_claim_id = ?1) AS near
JOIN relations ON relations.id = near.id JOIN claims ON claims.id = near.other
WHERE relations.status NOT IN ('proposed', 'retracted') AND claims.status NOT IN ('proposed', 'retracted') ORDER BY relation, claim LIMIT 200"""
FIRST_QUOTE = "SELECT assertion_id FROM who_says_what WHERE claim_id = ? ORDER BY stance = 'uncommitted', level LIMIT 1"
HISTORY = """
SELECT revisions.at, revisions.table_name, revisions.row_id, revisions.operation, revisions.before, revisions.after, revisions.reason, contributors.name AS who
FROM revisions LEFT JOIN runs ON runs.id = revisions.run_id LEFT JOIN contributors ON contributors.id = runs.contributor_id
WHERE (table_name = 'claims' AND row_id = ?1) OR (table_name = 'quantities' AND row_id = ?1)
  OR (table_name = 'assertions' AND row_id IN (SELECT id FROM assertions WHERE claim_id = ?1)) ORDER BY seq"""
REVISED = {"claims": "the claim", "quantities": "its number", "assertions": "who says it"}
REVIEWS = """
SELECT reviews.at, table_name, row_id, contributors.name AS reviewer, verdict, note FROM reviews JOIN contributors ON contributors.id = contributor_id
WHERE (table_name = 'claims' AND row_id = ?1) OR (table_name = 'assertions' AND row_id IN (SELECT id FROM assertions WHERE claim_id = ?1))
ORDER BY reviews.at, reviews.rowid LIMIT 200"""
RUN = """
SELECT runs.id, runs.kind, runs.reason, runs.started_at, contributors.name AS who FROM runs JOIN contributors ON contributors.id = contributor_id
WHERE runs.id = ?"""
WITHHELD = """
SELECT 1 FROM assertions JOIN sources ON sources.id = source_id WHERE claim_id = ? AND access NOT IN ('public', 'quotes') LIMIT 1"""
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


class VoiceRow(QuotedRow):
    """A quoted assertion with the whole chain of reporting that it is part of, from the document's own voice inward."""

    chain: list[QuotedRow]
    anchors: list[str]  # assertions of the chain that no voice of the page is


def read(connection: sqlite3.Connection, claim_id: str) -> Row:
    """The data of the page. Raises MissingError, with the nearest claims, where there is no such claim."""
    claim = first_row(connection, CLAIM, claim_id) or first_row(connection, CLAIM, f"clm-{claim_id}")
    if claim is None:
        near = near_claims(connection, claim_id)
        raise MissingError(f"there is no claim {claim_id}", near=[(row["id"], row["text"]) for row in near])
    assertions = quoted_rows(connection, column(connection, ASSERTIONS, claim["id"], MOST_VOICES))
    committed = set(column(connection, COMMITTED, claim["id"]))
    return {
        "claim": claim,
        "groups": by_stance(assertions, committed),
        "unsettled": [row for row in assertions if not row["counted"]],
        "cut": len(assertions) == MOST_VOICES,
        "quantity": first_row(connection, "SELECT * FROM quantities WHERE claim_id = ?", claim["id"]),
        "roles": rows(connection, ROLES, claim["id"]),
        "belonging": rows(connection, BELONGING, claim["id"]),
        "related": related(connection, claim["id"]),
        "reviews": rows(connection, REVIEWS, claim["id"]),
        "history": history(connection, claim["id"]),
        "run": first_row(connection, RUN, claim["run_id"]),
        "words": words(connection),
        "for_robots": not column(connection, WITHHELD, claim["id"]),
    }


def by_stance(assertions: Sequence[QuotedRow], committed: set[str]) -> dict[str, list[VoiceRow]]:
    """The voices by stance, in the order of the texts, each with its chain of reporting.

    Left out are voices that the view `who_says_what` leaves out, and those that do not count (proposed or retracted).
    """
    by_id = {row["assertion_id"]: row for row in assertions}
    inner: dict[str, list[QuotedRow]] = {}
    for row in assertions:
        inner.setdefault(row["reported_in_id"] or "", []).append(row)
    groups: dict[str, list[VoiceRow]] = {"affirms": [], "denies": [], "uncommitted": []}
    for row in sorted(assertions, key=lambda row: (row["source_id"], row["start_char"], row["level"])):
        if row["assertion_id"] not in committed or not row["counted"]:
            continue
        chain = [row]
        while chain[0]["reported_in_id"] in by_id:
            chain.insert(0, by_id[chain[0]["reported_in_id"]])
        while (reported := inner.get(chain[-1]["assertion_id"], [])) and len(reported) == 1 and reported[0]["counted"]:
            chain.append(reported[0])
        groups[row["stance"]].append({**row, "chain": chain, "anchors": []})
    anchor([row for group in groups.values() for row in group])
    return groups


def anchor(voices: Sequence[VoiceRow]) -> None:
    """Give each voice that is shown only within chains a place on the page, where it first stands, so that links to it lead there."""
    placed = {row["assertion_id"] for row in voices}
    for row in voices:
        row["anchors"] = [voice["assertion_id"] for voice in row["chain"] if voice["assertion_id"] not in placed]
        placed.update(row["anchors"])


def related(connection: sqlite3.Connection, claim_id: str) -> list[Row]:
    """The rows of claims related to a claim, each with `quote`, the first quote of that claim, or None."""
    neighbours = rows(connection, RELATED, claim_id)
    for row in neighbours:
        first = column(connection, FIRST_QUOTE, row["claim_id"])
        row["quote"] = quoted_rows(connection, first)[0] if first else None
    return neighbours


def history(connection: sqlite3.Connection, claim_id: str) -> list[Row]:
    """The revisions of a claim and of its assertions, oldest first, each with `what` was changed and its `changes` in words."""
    revisions = rows(connection, HISTORY, claim_id)
    for row in revisions:
        before, after = json.loads(row["before"]), json.loads(row["after"] or "{}")
        row["what"] = REVISED[row["table_name"]]
        row["changes"] = [] if row["operation"] == "delete" else in_words.differences(connection, row["table_name"], before, after)
    return revisions


async def view(visit: Visit) -> Response:
    """Answers with the page of one claim. A name without the prefix `clm-` is redirected to the full id."""
    try:
        data = await visit.read(read, visit.parts["id"])
    except MissingError as error:
        error.near = [(visit.addresses.claim(row_id), text) for row_id, text in error.near]
        raise
    claim = data["claim"]
    if claim["id"] != visit.parts["id"]:
        return Response.redirect(visit.addresses.claim(claim["id"]), status=301)
    base = base_of(visit.datasette)
    stable = base.node(claim["id"])
    context: dict[str, Any] = {
        **data,
        "stable": stable,
        "record": await linking.offered(visit, "claim", claim["id"]),
        "may_review": visit.request.actor is not None and await visit.may("add-facts"),
        "sql": SQL,
        "sparql": sparql(base, claim["id"]),
        "cite": [*cite.formats(claim, voices_of(data["groups"]), stable), embedding(visit, claim)],
        "address": stable,
        "exports": offered(visit, "claim", claim=claim["id"]),
        "citation": citation_tags.of_claim(claim, stable),
    }
    return await visit.page("kb/claim.html", **context)


def embedding(visit: Visit, claim: Row) -> dict[str, str]:
    """The markup that shows the card of a claim on another page."""
    address = visit.datasette.absolute_url(visit.request, f"{visit.addresses.claim(claim['id'])}/embed")
    frame = Markup('<iframe src="{}" title="{}" width="100%" height="260" loading="lazy"></iframe>').format(address, claim["text"])
    return {"name": "embed", "label": "Card to embed (HTML)", "text": str(frame)}


async def embed(visit: Visit) -> Response:
    """Answers with the card of a claim, the one page that other sites may show in a frame."""
    claim, quote = await visit.read(card, visit.parts["id"])
    page = visit.datasette.absolute_url(visit.request, visit.addresses.claim(claim["id"]))
    return await visit.page("kb/embed.html", headers=dict(headers.FRAMED), claim=claim, quote=quote, page=page)


def card(connection: sqlite3.Connection, claim_id: str) -> tuple[Row, QuotedRow | None]:
    """A claim and the first quote that carries it, or None where nobody holds it. Raises MissingError for an unknown or proposed claim."""
    claim = first_row(connection, CLAIM, claim_id)
    if claim is None or claim["status"] == "proposed":
        raise MissingError(f"there is no claim {claim_id}", remedy=actions.search())
    first = column(connection, FIRST_QUOTE, claim_id)
    return claim, quoted_rows(connection, first)[0] if first else None


def voices_of(groups: dict[str, list[VoiceRow]]) -> list[VoiceRow]:
    """Every voice on the page in one list, those that affirm or deny first."""
    return [row for group in groups.values() for row in group]


def sparql(base: BaseIri, claim_id: str) -> str:
    """The SPARQL query that gives the same voices as the page."""
    return SPARQL.format(iri=base.node(claim_id), **PREFIXES)


async def of_assertion(visit: Visit) -> Response:
    """Redirects from the address of an assertion to its place on the page of its claim."""
    row = await visit.read(first_row, CLAIM_OF, visit.parts["id"])
    if row is None:
        raise MissingError(f"there is no assertion {visit.parts['id']}", remedy=actions.search())
    return Response.redirect(visit.addresses.claim(row["claim_id"]) + f"#{visit.parts['id']}", status=303)
