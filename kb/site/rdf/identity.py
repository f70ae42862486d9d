"""The names of nodes, `/id/<id>`: each answers 303 to the page or the document about it, as the Accept header asks."""

from __future__ import annotations

import sqlite3
import urllib.parse
from dataclasses import dataclass

from datasette.utils.asgi import Response

from kb import ids
from kb.site.errors import MissingError, RefusedError
from kb.site.rdf import documents, nodes
from kb.site.rdf.media import HTML, NAMED, choose
from kb.site.visit import Visit

TABLES = {
    "snp": "snapshots",
    "sec": "sections",
    "sen": "sentences",
    "psg": "passages",
    "men": "mentions",
    "clm": "claims",
    "ast": "assertions",
    "rel": "relations",
    "cit": "citations",
    "prp": "proposals",
    "run": "runs",
}
UNMINTED = ("entities", "predicates", "contributors")
# What has a page of its own is told of there; for the rest, the kind and id of the page that shows it.
SHOWN = {
    "snapshots": "SELECT 'source', source_id FROM snapshots WHERE id = ?",
    "sections": "SELECT 'source', s.source_id FROM sections AS t JOIN snapshots AS s ON s.id = t.snapshot_id WHERE t.id = ?",
    "sentences": "SELECT 'source', s.source_id FROM sentences AS t JOIN snapshots AS s ON s.id = t.snapshot_id WHERE t.id = ?",
    "passages": "SELECT 'source', s.source_id FROM passages AS t JOIN snapshots AS s ON s.id = t.snapshot_id WHERE t.id = ?",
    "mentions": "SELECT 'source', s.source_id FROM mentions AS t JOIN snapshots AS s ON s.id = t.snapshot_id WHERE t.id = ?",
    "proposals": "SELECT 'source', s.source_id FROM proposals AS t JOIN snapshots AS s ON s.id = t.snapshot_id WHERE t.id = ?",
    "assertions": "SELECT 'claim', claim_id FROM assertions WHERE id = ?",
    "relations": "SELECT 'claim', from_claim_id FROM relations WHERE id = ?",
    "citations": "SELECT 'source', citing_source_id FROM citations WHERE id = ?",
}
WITH_DOCUMENT = frozenset({"source", "claim", "actor", "thing", "event", "assertion"})


@dataclass(frozen=True)
class Named:
    """What an id names: its row, the page that shows it, and the id that it was merged into."""

    id: str
    table: str
    kind: str
    page: str
    became: str | None = None
    label: str = ""


def find(connection: sqlite3.Connection, row_id: str) -> Named | None:
    """The row of that id, whatever became of it."""
    table = TABLES.get(row_id.partition("-")[0])
    for name in (table,) if table else UNMINTED:
        row = connection.execute(f"SELECT * FROM {name} WHERE id = ?", (row_id,)).fetchone()
        if row is None:
            continue
        if name in SHOWN:
            kind, page = connection.execute(SHOWN[name], (row_id,)).fetchone()
            return Named(row_id, name, "assertion" if name == "assertions" else "", f"{kind}/{page}")
        kind = str(row["kind"]) if name == "entities" else "claim" if name == "claims" else ""
        became = row["merged_into_id"] if kind else None
        return Named(row_id, name, kind, f"{kind}/{became or row_id}" if kind else "", became)
    return None


def is_node(connection: sqlite3.Connection, root: str, name: str, base: str) -> bool:
    """Whether a compound name, such as that of a passage's selector, is that of a node."""
    wanted = f"<{base}id/".encode()
    lines = b"".join(nodes.of_ids(connection, [root], base)).splitlines()
    subjects = {line.split(b" ", 1)[0] for line in lines if line.startswith(wanted)}
    return name in {urllib.parse.unquote(subject[len(wanted) : -1].decode("utf-8")) for subject in subjects}


async def view(visit: Visit) -> Response:
    """Lead from a name to what is known of it."""
    name, base = visit.parts["id"], documents.base_of(visit.datasette)

    def look(connection: sqlite3.Connection) -> Named | None:
        root = name.partition("_")[0]
        found = find(connection, root)
        return found if found and (root == name or is_node(connection, root, name, base)) else None

    found = await documents.read(visit.database, look)
    if found is None:
        raise MissingError(f"nothing here is named {name}", remedy="look for it by its words")
    chosen = choose(visit.request.headers.get("accept"), {**HTML, **NAMED})
    if chosen is None:
        raise RefusedError("none of the formats asked for is offered", status=406, remedy=f"accept text/html, {', '.join(NAMED['ttl'])} …")
    if found.became and chosen == "html":
        visit.datasette.add_message(visit.request, f"{found.id} was merged into {found.became}: what was known of both stands here.")
    where = page(visit, found) if chosen == "html" else document(visit, found, chosen)
    return Response.redirect(where, status=303, headers={"Vary": "Accept", **documents.OPEN})


def page(visit: Visit, found: Named) -> str:
    """The page that shows a node."""
    addresses = visit.addresses
    if not found.page:
        return addresses.row(visit.database.name, found.table, found.id)
    kind, _, row_id = found.page.partition("/")
    if found.table == "passages":
        return addresses.source(row_id, found.id)
    anchor = f"#{found.id}" if found.table == "assertions" else "#related" if found.table == "relations" else ""
    return addresses.page(kind, row_id) + anchor


def document(visit: Visit, found: Named, format: str) -> str:
    """The document that describes a node; of a merged one the survivor's, which tells of both."""
    path = found.page if found.kind in WITH_DOCUMENT and found.kind != "assertion" else f"id/{found.id}"
    return visit.addresses.path(f"/{path}.{format}")


async def describe(visit: Visit) -> Response:
    """`/id/<id>.ttl`: the triples about one node and those named after it."""
    row_id, format, base = visit.parts["id"], visit.parts["format"], documents.base_of(visit.datasette)

    def work(connection: sqlite3.Connection) -> list[bytes]:
        lines = list(nodes.of_ids(connection, [row_id], base, graphs=documents.has_graphs(format)))
        if not lines:
            raise MissingError(f"nothing here is named {row_id}", remedy="look for it by its words")
        return lines

    return await documents.answer(visit.datasette, visit.database, format, work)


assert set(TABLES) == set(ids.PREFIXES)
