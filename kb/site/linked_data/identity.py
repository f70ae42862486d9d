"""The addresses of nodes, `/id/<id>`, which redirect (303) to the page or document about a node, by the Accept header."""

from __future__ import annotations

import sqlite3
import urllib.parse
from dataclasses import dataclass

from datasette.utils.asgi import Response

from kb.base.model import TABLE_OF_PREFIX
from kb.errors import actions
from kb.rdf.namespaces import BaseIri
from kb.site.errors import MissingError, RefusedError
from kb.site.linked_data import documents, nodes
from kb.site.linked_data.media import HTML, NAMED, choose
from kb.site.visit import Visit

# Tables whose ids have no prefix.
UNPREFIXED = ("entities", "predicates", "contributors")
# The kind and id of the page that shows a row of a table without pages of its own.
SHOWN = {
    "snapshots": "SELECT 'source', source_id FROM snapshots WHERE id = ?",
    "sections": "SELECT 'source', s.source_id FROM sections AS t JOIN snapshots AS s ON s.id = t.snapshot_id WHERE t.id = ?",
    "sentences": "SELECT 'source', s.source_id FROM sentences AS t JOIN snapshots AS s ON s.id = t.snapshot_id WHERE t.id = ?",
    "passages": "SELECT 'source', s.source_id FROM passages AS t JOIN snapshots AS s ON s.id = t.snapshot_id WHERE t.id = ?",
    "mentions": "SELECT 'source', s.source_id FROM mentions AS t JOIN snapshots AS s ON s.id = t.snapshot_id WHERE t.id = ?",
    "proposals": "SELECT 'source', s.source_id FROM proposals AS t JOIN snapshots AS s ON s.id = t.snapshot_id WHERE t.id = ?",
    "assertions": "SELECT 'claim', claim_id FROM assertions WHERE id = ?",
    "relations": "SELECT 'claim', from_claim_id FROM relations WHERE id = ?",
    "event_order": "SELECT 'event', event_id FROM event_order WHERE id = ?",
    "affiliations": "SELECT e.kind, e.id FROM affiliations AS t JOIN entities AS e ON e.id = t.entity_id WHERE t.id = ?",
    "distinct_entities": "SELECT e.kind, e.id FROM distinct_entities AS t JOIN entities AS e ON e.id = t.entity_id WHERE t.id = ?",
    "citations": "SELECT 'source', citing_source_id FROM citations WHERE id = ?",
}
WITH_DOCUMENT = frozenset({"source", "claim", "actor", "thing", "event", "assertion"})


@dataclass(frozen=True)
class Node:
    """The row that an id names, with its table, its kind and page (empty for none), and the id that it was merged into."""

    id: str
    table: str
    kind: str
    page: str
    merged_into: str | None = None


def find_node(connection: sqlite3.Connection, row_id: str) -> Node | None:
    """The row with that id, also where it was retracted or merged, or None where there is none."""
    table = TABLE_OF_PREFIX.get(row_id.partition("-")[0])
    for name in (table,) if table else UNPREFIXED:
        row = connection.execute(f"SELECT * FROM {name} WHERE id = ?", (row_id,)).fetchone()
        if row is None:
            continue
        if name in SHOWN:
            kind, page = connection.execute(SHOWN[name], (row_id,)).fetchone()
            return Node(row_id, name, "assertion" if name == "assertions" else "", f"{kind}/{page}")
        kind = str(row["kind"]) if name == "entities" else "claim" if name == "claims" else ""
        merged_into = row["merged_into_id"] if kind else None
        return Node(row_id, name, kind, f"{kind}/{merged_into or row_id}" if kind else "", merged_into)
    return None


def is_node(connection: sqlite3.Connection, root: str, name: str, base: BaseIri) -> bool:
    """Whether a compound name, such as that of a passage's selector, names one of the nodes derived from the row `root`."""
    wanted = f"<{base.nodes}".encode()
    lines = b"".join(nodes.of_ids(connection, [root], base)).splitlines()
    subjects = {line.split(b" ", 1)[0] for line in lines if line.startswith(wanted)}
    return name in {urllib.parse.unquote(subject[len(wanted) : -1].decode("utf-8")) for subject in subjects}


async def view(visit: Visit) -> Response:
    """Redirects from the address of a node to its page or document. Raises MissingError for an unknown name."""
    name, base = visit.parts["id"], documents.base_of(visit.datasette)

    def look_up(connection: sqlite3.Connection) -> Node | None:
        root = name.partition("_")[0]
        node = find_node(connection, root)
        return node if node and (root == name or is_node(connection, root, name, base)) else None

    node = await documents.read(visit.database, look_up)
    if node is None:
        raise MissingError(f"nothing here is named {name}", remedy=actions.search())
    format = choose(visit.request.headers.get("accept"), {**HTML, **NAMED})
    if format is None:
        raise RefusedError("none of the formats asked for is offered", status=406, remedy=f"accept text/html, {', '.join(NAMED['ttl'])} …")
    if node.merged_into and format == "html":
        visit.datasette.add_message(visit.request, f"{node.id} was merged into {node.merged_into}: what was known of both stands here.")
    target = page(visit, node) if format == "html" else document(visit, node, format)
    return Response.redirect(target, status=303, headers={"Vary": "Accept", **documents.OPEN})


def page(visit: Visit, node: Node) -> str:
    """The address of the page that shows a node."""
    addresses = visit.addresses
    if not node.page:
        return addresses.row(visit.database.name, node.table, node.id)
    kind, _, row_id = node.page.partition("/")
    if node.table == "passages":
        return addresses.source(row_id, node.id)
    anchors = {"assertions": f"#{node.id}", "relations": "#related", "affiliations": "#belongs", "distinct_entities": "#reference"}
    return addresses.page(kind, row_id) + anchors.get(node.table, "")


def document(visit: Visit, node: Node, format: str) -> str:
    """The address of the document that describes a node, which for a merged one is that of the surviving row, since it describes both."""
    path = node.page if node.kind in WITH_DOCUMENT and node.kind != "assertion" else f"id/{node.id}"
    return visit.addresses.path(f"/{path}.{format}")


async def describe(visit: Visit) -> Response:
    """Answers `/id/<id>.ttl` with the triples about one node and the nodes named after it."""
    row_id, format, base = visit.parts["id"], visit.parts["format"], documents.base_of(visit.datasette)

    def work(connection: sqlite3.Connection) -> list[bytes]:
        lines = list(nodes.of_ids(connection, [row_id], base, graphs=documents.has_graphs(format)))
        if not lines:
            raise MissingError(f"nothing here is named {row_id}", remedy=actions.search())
        return lines

    return await documents.answer(visit.datasette, visit.database, format, work)
