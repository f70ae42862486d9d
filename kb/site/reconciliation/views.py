"""The views of the reconciliation service, by which OpenRefine and others match the names in a table with the entities of a base."""

from __future__ import annotations

import functools
import sqlite3
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from datasette.utils.asgi import Response

from kb.ask import entity_properties, reconciling
from kb.ask.entity_properties import Property, Value
from kb.ask.reconciling import Candidate, Wanted
from kb.errors import KbError, did_you_mean
from kb.site import errors, wording
from kb.site.errors import MissingError
from kb.site.linked_data import catalogue, documents
from kb.site.reconciliation import answers, requests
from kb.site.reconciliation.requests import Extension, refused
from kb.site.sparql import protocol
from kb.site.tables import metadata
from kb.site.visit import View, Visit

DOCUMENTATION = "https://reconciliation-api.github.io/specs/0.2/"
JSON_TYPE = "application/json"
MOST_SUGGESTED = 20
# The page has nothing to press but a link, so that nobody is tricked where it stands in a frame.
FRAMED = {
    "Content-Security-Policy": "default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'self'; frame-ancestors http: https:"
}
Read = Callable[[Visit], Awaitable[Any]]


def answering(read: Read) -> View:
    """The view that answers with JSON, also where it refuses."""

    @functools.wraps(read)
    async def view(visit: Visit) -> Response:
        if visit.request.method == "OPTIONS":
            return Response("", status=204, headers={"Allow": "GET, HEAD, POST, OPTIONS"})
        try:
            return Response.json(await read(visit))
        except KbError as error:
            status = errors.status_of(error)
            return Response.json(
                {"status": "error", "message": f"{error.where}: {error.what}" if error.where else error.what, **wording.data(error)},
                status=status,
            )

    return view


@answering
async def service(visit: Visit) -> Any:
    """The manifest, or the answers to a batch of queries or to a data extension query, of version 0.2, or of the draft where it is JSON."""
    parameters = dict(protocol.decoded(visit.request.query_string.encode("latin-1"), "the address"))
    if visit.request.method == "POST":
        media_type, _ = protocol.content_type(visit.request)
        body = await protocol.body_of(visit.request)
        if media_type == JSON_TYPE:
            return await matched(visit, body)
        parameters |= dict(protocol.decoded(body, "the body"))
    if "queries" in parameters:
        batch = requests.batch(requests.parsed(parameters["queries"], "queries"))
        found = await all_candidates(visit, list(batch.values()))
        return {key: {"result": [answers.candidate(each, draft=False) for each in of]} for key, of in zip(batch, found, strict=True)}
    if "extend" in parameters:
        order = requests.extension(requests.parsed(parameters["extend"], "extend"))
        properties, table = await extended(visit, order)
        rows = {row: {each: answers.cells(table[each].get(row, []), limit) for each, limit in order.properties} for row in order.ids}
        return {"meta": [answers.meta(each) for each in properties], "rows": rows}
    types = await visit.read(reconciling.types)
    return answers.manifest(
        metadata.TITLE, documents.base_of(visit.datasette), catalogue.absolute(visit, "/reconcile"), types, DOCUMENTATION
    )


@answering
async def draft(visit: Visit) -> Any:
    """The manifest of the draft."""
    types = await visit.read(reconciling.types)
    return answers.draft_manifest(metadata.TITLE, documents.base_of(visit.datasette), types, DOCUMENTATION)


@answering
async def draft_match(visit: Visit) -> Any:
    """The answers to a batch of queries of the draft."""
    return await matched(visit, await protocol.body_of(visit.request))


async def matched(visit: Visit, body: bytes) -> Any:
    found = await all_candidates(visit, requests.drafted(requests.parsed(body, "the body")))
    return {"results": [{"candidates": [answers.candidate(each, draft=True) for each in of]} for of in found]}


async def all_candidates(visit: Visit, batch: Sequence[Wanted]) -> list[list[Candidate]]:
    """The candidates for each query, each found within the site's limit of time. Raises RefusedError for an unknown type or property."""
    known_types = await visit.read(reconciling.types)
    known = await visit.read(entity_properties.known)
    for wanted in batch:
        for each in wanted.types:
            if each not in known_types:
                raise refused(f"there is no type {each!r}", "type", did_you_mean(each, known_types))
        for condition in wanted.conditions:
            if condition.property_id not in known:
                raise refused(f"there is no property {condition.property_id!r}", "pid", did_you_mean(condition.property_id, known))
    return [await visit.read(reconciling.candidates, wanted) for wanted in batch]


@answering
async def draft_extend(visit: Visit) -> Any:
    """The values of properties of entities, as the draft shapes them."""
    order = requests.extension(requests.parsed(await protocol.body_of(visit.request), "the body"))
    properties, table = await extended(visit, order)
    rows = [
        {
            "id": row,
            "properties": [{"id": each, "values": answers.cells(table[each].get(row, []), limit)} for each, limit in order.properties],
        }
        for row in order.ids
    ]
    return {"meta": [answers.meta(each) for each in properties], "rows": rows}


async def extended(visit: Visit, order: Extension) -> tuple[list[Property], dict[str, dict[str, list[Value]]]]:
    """The properties of an order, and their values by property and entity. Raises RefusedError for an unknown property."""
    known = await visit.read(entity_properties.known)
    for name, _ in order.properties:
        if name not in known:
            raise refused(f"there is no property {name!r}", "properties", did_you_mean(name, known))
    properties = [known[name] for name, _ in order.properties]
    return properties, {each.id: await visit.read(entity_properties.values, each, order.ids) for each in properties}


@answering
async def suggest(visit: Visit) -> Any:
    """What completes the words that somebody types: entities, properties or types."""
    prefix, skipped = visit.arg("prefix")[: requests.MOST_CHARACTERS], requests.number(visit.arg("cursor"), "cursor")
    if visit.parts["what"] == "entity":
        return answers.suggested(await visit.read(reconciling.beginning, prefix, MOST_SUGGESTED, skipped) if prefix else [])
    if visit.parts["what"] == "property":
        offered = [answers.named_property(each) for each in (await visit.read(entity_properties.known)).values()]
    else:
        offered = [answers.type_of(each) for each in await visit.read(reconciling.types)]
    likely = [each for each in offered if prefix.casefold() in f"{each['id']} {each['name']}".casefold()]
    return {"result": likely[skipped:]}


@answering
async def propose(visit: Visit) -> Any:
    """The properties that entities of a type have."""
    wanted, limit = visit.arg("type"), requests.number(visit.arg("limit"), "limit")
    known = await visit.read(entity_properties.known)
    offered = [answers.named_property(each) for each in known.values() if not wanted or wanted.partition(".")[0] in each.kinds]
    return {"properties": offered[: limit or None], **({"type": wanted} if wanted else {}), **({"limit": limit} if limit else {})}


def shown(connection: sqlite3.Connection, entity_id: str) -> dict[str, Any] | None:
    """The row of an entity with what is said of it, or None where there is none."""
    rows = reconciling.filed(connection, [entity_id])
    if not rows:
        return None
    said = entity_properties.values(connection, entity_properties.known(connection)["said"], [entity_id]).get(entity_id, [])
    claims = connection.execute("SELECT claims_about FROM entity_counts WHERE entity_id = ?", (entity_id,)).fetchone()[0]
    return {**rows[0], "also": [name for name, _ in rows[0]["names"]], "said": [each.text for each in said[:2]], "claims": claims}


async def preview(visit: Visit) -> Response:
    """A small page about an entity, which other programs show in a frame."""
    row = await visit.read(shown, visit.arg("id"))
    if row is None:
        raise MissingError(f"there is no entity {visit.arg('id')!r}")
    return await visit.page("kb/preview.html", headers=FRAMED, entity=row)
