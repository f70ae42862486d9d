"""The triples of a page: `/claim/<id>.ttl` and the like, an excerpt that is closed under what it refers to, without whole texts."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from datasette.utils.asgi import Response

from kb import asking, search
from kb.errors import UsageError
from kb.rdf.compiler import QUADS, TRIPLES
from kb.rdf.export import print_quads
from kb.rdf.selection import Selection
from kb.site.errors import MissingError
from kb.site.rdf import documents, nodes
from kb.site.rdf.renderers import id_columns
from kb.site.visit import Visit

MOST_HITS = 100  # of each kind, that the triples of a search tell of

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
    """The triples of a source, claim, assertion, actor, thing or event."""
    kind, row_id, format = visit.parts["kind"], visit.parts["id"], visit.parts["format"]

    def work(connection: sqlite3.Connection) -> Iterator[bytes]:
        check(connection, kind, row_id)
        return excerpt(connection, kind, row_id, documents.base_of(visit.datasette), documents.has_graphs(format))

    return await documents.answer(visit.datasette, visit.database, format, work)


def check(connection: sqlite3.Connection, kind: str, row_id: str) -> None:
    """Raise MissingError for a page that is not there."""
    sql = EXISTS.get(kind, EXISTS["entity"])
    if not connection.execute(sql, (row_id, kind)[: sql.count("?")]).fetchone():
        raise MissingError(f"there is no {kind} {row_id}", remedy="look for it by its words")


def excerpt(connection: sqlite3.Connection, kind: str, row_id: str, base: str, graphs: bool) -> Iterator[bytes]:
    """What a page tells of, and what became of the rows that were merged into its row."""
    if kind == "assertion":
        return nodes.of_ids(connection, connection.execute(ASSERTION, (row_id,)).fetchone(), base, graphs=graphs)
    selection = selection_of(connection, kind, row_id)
    merged = [row[0] for row in connection.execute(MERGED_INTO, (row_id,))]
    own = nodes.of_ids(connection, [row_id, *merged], base, graphs=graphs)
    return chain(own, selected(connection, selection, base, graphs)) if selection else own


def selection_of(connection: sqlite3.Connection, kind: str, row_id: str) -> Selection:
    """The claims that a page is made of; things and events have those in which they play any part."""
    chosen = {"claim": Selection(claims=(row_id,)), "source": Selection(sources=(row_id,)), "actor": Selection(actors=(row_id,))}
    return chosen.get(kind) or Selection(claims=tuple(row[0] for row in connection.execute(CLAIMS_OF, (row_id,))))


def selected(connection: sqlite3.Connection, selection: Selection, base: str, graphs: bool) -> Iterator[bytes]:
    return print_quads(connection, [QUADS if graphs else TRIPLES], base, selection, texts=False)


async def of_timeline(visit: Visit) -> Response:
    """Every event of the timeline, with who takes part in it."""
    return await of_found(visit, lambda connection: [row[0] for row in connection.execute(EVENTS)])


async def of_search(visit: Visit) -> Response:
    """What holds all the words of `q`."""
    words = visit.arg("q")
    if not words:
        raise UsageError("the triples of a search need words", where="q", remedy="write /search.ttl?q=words")
    return await of_found(visit, lambda connection: [hit.id for hit in search.find(connection, words, MOST_HITS)])


async def of_question(visit: Visit) -> Response:
    """What the rows of a named question name by their ids."""
    given = {name: visit.arg(name) for name in visit.request.args if not name.startswith("_")}

    def ids(connection: sqlite3.Connection) -> list[str]:
        columns, rows = asking.ask(connection, visit.parts["name"], given, seconds=documents.SECONDS)
        wanted = id_columns(columns)
        if not wanted:
            raise UsageError("the rows of this question name no nodes", remedy="take it as CSV or JSON")
        return list(dict.fromkeys(str(row[columns.index(name)]) for row in rows for name in wanted if row[columns.index(name)]))

    return await of_found(visit, ids)


async def of_comparison(visit: Visit) -> Response:
    """Everything the sources that are compared say."""
    sources, format = visit.args("source"), visit.parts["format"]
    if not sources:
        raise UsageError("which sources?", where="source", remedy="write /compare.ttl?source=…&source=…")
    base = documents.base_of(visit.datasette)

    def work(connection: sqlite3.Connection) -> Iterator[bytes]:
        for source in sources:
            check(connection, "source", source)
        return selected(connection, Selection(sources=tuple(sources)), base, documents.has_graphs(format))

    return await documents.answer(visit.datasette, visit.database, format, work)


async def of_found(visit: Visit, ids: Callable[[sqlite3.Connection], Iterable[str]]) -> Response:
    """The nodes with the ids that a reading gives."""
    base, format = documents.base_of(visit.datasette), visit.parts["format"]

    def work(connection: sqlite3.Connection) -> Iterable[bytes]:
        return nodes.of_ids(connection, ids(connection), base, graphs=documents.has_graphs(format))

    return await documents.answer(visit.datasette, visit.database, format, work)
