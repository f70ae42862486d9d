"""The triples of pages (`/claim/<id>.ttl` and the like), each an excerpt with everything that it refers to, but without whole texts."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from datasette.utils.asgi import Response

from kb.ask import queries, search
from kb.base.selection import Selection
from kb.errors import UsageError, actions
from kb.rdf.export import Settings, print_quads
from kb.rdf.namespaces import BaseIri
from kb.rdf.r2rml.compiler import QUADS, TRIPLES
from kb.site.errors import MissingError
from kb.site.linked_data import documents, nodes
from kb.site.linked_data.renderers import id_columns
from kb.site.visit import Visit

MOST_HITS = 100  # results of each kind whose triples a search gives

EXISTS = {
    "claim": "SELECT 1 FROM claims WHERE id = ?",
    "assertion": "SELECT 1 FROM assertions WHERE id = ?",
    "entity": "SELECT 1 FROM entities WHERE id = ? AND kind = ?",
}
MERGED_INTO = "SELECT id FROM entities WHERE merged_into_id = ?1 UNION ALL SELECT id FROM claims WHERE merged_into_id = ?1"
CLAIMS_OF = "SELECT DISTINCT claim_id FROM entity_claims WHERE entity_id = ? ORDER BY claim_id"
ASSERTION = "SELECT id, claim_id, passage_id, speaker_id, source_id FROM assertions WHERE id = ?"
EVENTS = "SELECT event_id FROM timeline"

Print = Callable[[sqlite3.Connection], Iterable[bytes]]


async def of_page(visit: Visit) -> Response:
    """Answers with the triples of a source, claim, assertion, actor, thing or event."""
    kind, row_id, format = visit.parts["kind"], visit.parts["id"], visit.parts["format"]

    def work(connection: sqlite3.Connection) -> Iterator[bytes]:
        require_page(connection, kind, row_id)
        return excerpt(connection, kind, row_id, documents.base_of(visit.datasette), documents.has_graphs(format))

    return await documents.answer(visit.datasette, visit.database, format, work)


def require_page(connection: sqlite3.Connection, kind: str, row_id: str) -> None:
    """Raise MissingError if there is no row with a page of this kind and id."""
    sql = EXISTS.get(kind, EXISTS["entity"])
    if not connection.execute(sql, (row_id, kind)[: sql.count("?")]).fetchone():
        raise MissingError(f"there is no {kind} {row_id}", remedy=actions.search())


def excerpt(connection: sqlite3.Connection, kind: str, row_id: str, base: BaseIri, graphs: bool) -> Iterator[bytes]:
    """The triples of what a page shows, with the rows that were merged into its row, as chunks of lines."""
    if kind == "assertion":
        return nodes.of_ids(connection, connection.execute(ASSERTION, (row_id,)).fetchone(), base, graphs=graphs)
    selection = selection_of(connection, kind, row_id)
    merged = [row[0] for row in connection.execute(MERGED_INTO, (row_id,))]
    own = nodes.of_ids(connection, [row_id, *merged], base, graphs=graphs)
    return chain(own, selected(connection, selection, base, graphs)) if selection else own


def selection_of(connection: sqlite3.Connection, kind: str, row_id: str) -> Selection:
    """The selection of claims that a page shows, which for things and events are those in which they have any part."""
    chosen = {"claim": Selection(claims=(row_id,)), "source": Selection(sources=(row_id,)), "actor": Selection(actors=(row_id,))}
    return chosen.get(kind) or Selection(claims=tuple(row[0] for row in connection.execute(CLAIMS_OF, (row_id,))))


def selected(connection: sqlite3.Connection, selection: Selection, base: BaseIri, graphs: bool) -> Iterator[bytes]:
    """The triples of a selection, without whole texts."""
    return print_quads(connection, [QUADS if graphs else TRIPLES], selection, Settings(base, texts=False))


async def of_timeline(visit: Visit) -> Response:
    """Answers with the triples of every event of the timeline and of its participants."""
    return await answer_with_nodes(visit, lambda connection: [row[0] for row in connection.execute(EVENTS)])


async def of_search(visit: Visit) -> Response:
    """Answers with the triples of the rows that match all the words of `q`."""
    words = visit.arg("q")
    if not words:
        raise UsageError("the triples of a search need words", where="q", remedy="write /search.ttl?q=words")
    return await answer_with_nodes(visit, lambda connection: [hit.id for hit in search.find(connection, words, MOST_HITS)])


async def of_question(visit: Visit) -> Response:
    """Answers with the triples of the rows whose ids are in the answer to a named question."""
    parameters = {name: visit.arg(name) for name in visit.request.args if not name.startswith("_")}

    def ids(connection: sqlite3.Connection) -> list[str]:
        columns, rows = queries.ask(connection, visit.parts["name"], parameters, seconds=documents.SECONDS)
        id_names = id_columns(columns)
        if not id_names:
            raise UsageError("the rows of this question name no nodes", remedy="take it as CSV or JSON")
        return list(dict.fromkeys(str(row[columns.index(name)]) for row in rows for name in id_names if row[columns.index(name)]))

    return await answer_with_nodes(visit, ids)


async def of_comparison(visit: Visit) -> Response:
    """Answers with the triples of everything that the compared sources say."""
    sources, format = visit.args("source"), visit.parts["format"]
    if not sources:
        raise UsageError("which sources?", where="source", remedy="write /compare.ttl?source=…&source=…")
    base = documents.base_of(visit.datasette)

    def work(connection: sqlite3.Connection) -> Iterator[bytes]:
        for source in sources:
            require_page(connection, "source", source)
        return selected(connection, Selection(sources=tuple(sources)), base, documents.has_graphs(format))

    return await documents.answer(visit.datasette, visit.database, format, work)


async def answer_with_nodes(visit: Visit, ids: Callable[[sqlite3.Connection], Iterable[str]]) -> Response:
    """A response with the triples of the nodes whose ids `ids(connection)` gives."""
    base, format = documents.base_of(visit.datasette), visit.parts["format"]

    def work(connection: sqlite3.Connection) -> Iterable[bytes]:
        return nodes.of_ids(connection, ids(connection), base, graphs=documents.has_graphs(format))

    return await documents.answer(visit.datasette, visit.database, format, work)
