"""Responses with triples, which are read on a connection of their own, within a time limit, and serialised in the format asked for."""

from __future__ import annotations

import asyncio
import io
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from typing import IO, TYPE_CHECKING, TypeVar, cast

import pyoxigraph as ox
from datasette.utils import sqlite_timelimit
from datasette.utils.asgi import Response

from kb.base import schema, store
from kb.errors import DataError
from kb.rdf import jsonld, rdfxml
from kb.rdf.formats import RDF
from kb.rdf.namespaces import PREFIXES, BaseIri
from kb.rdf.streams import as_file
from kb.site.database import RECORDED
from kb.site.errors import TooSlowError
from kb.site.linked_data.media import TYPES

if TYPE_CHECKING:
    from datasette.app import Datasette
    from datasette.database import Database

    from kb.site.visit import Visit

Result = TypeVar("Result")
# The time in which the triples of one page or table must be collected.
SECONDS = 10.0
OPEN = {"Access-Control-Allow-Origin": "*"}  # pages of other sites may read triples, since linked data is there to be followed


def base_of(datasette: Datasette) -> BaseIri:
    """The base IRI of the nodes: the setting `base` of plugin `kb_site`, else the one that the base records, else the address of the site."""
    settings = datasette.plugin_config("kb_site") or {}
    return BaseIri(settings.get("base") or getattr(datasette, RECORDED, None) or settings.get("address"))


def has_graphs(format: str) -> bool:
    """Whether a format can express named graphs."""
    return RDF[format].graphs


async def read(database: Database, work: Callable[[sqlite3.Connection], Result]) -> Result:
    """The result of `work(connection)`, run in a thread on a connection of its own. Raises TooSlowError at the time limit."""

    def inner() -> Result:
        connection = store.connect(database.path, readonly=True)
        connection.row_factory = sqlite3.Row
        try:
            with sqlite_timelimit(connection, SECONDS * 1000):
                return work(connection)
        except (DataError, sqlite3.OperationalError) as error:
            if "interrupted" in str(error):
                raise TooSlowError(
                    "collecting these triples took longer than the site allows", remedy="ask for less, or take a dump of the whole base"
                ) from error
            raise
        finally:
            connection.close()

    return await asyncio.to_thread(inner)


def serialise(chunks: Iterable[bytes], format: str, base: BaseIri) -> bytes:
    """One document from chunks of whole lines of N-Quads. The triples of each node are together, and each occurs once."""
    quads = grouped_by_node(ox.parse(as_file(iter(chunks)), format=ox.RdfFormat.N_QUADS))
    stream = io.BytesIO()
    if format == "jsonld":
        jsonld.write(quads, stream, base)
    elif format == "rdf":
        rdfxml.write(quads, stream, base.prefixes)
    elif format in ("nt", "nq"):
        stream.write("".join(f"{quad if format == 'nq' else quad.triple} .\n" for quad in quads).encode("utf-8"))
    else:
        ox.serialize(quads, cast("IO[bytes]", stream), RDF[format].oxigraph, prefixes=PREFIXES)
    return stream.getvalue()


def grouped_by_node(quads: Iterable[ox.Quad]) -> Iterator[ox.Quad]:
    """The quads without repetitions, the default graph first, grouped by node in the order in which the nodes first occur."""
    by_node: dict[tuple[bool, str], dict[ox.Quad, None]] = {}
    for quad in quads:
        named = not isinstance(quad.graph_name, ox.DefaultGraph)
        by_node.setdefault((named, f"{quad.graph_name if named else ''}{quad.subject}"), {})[quad] = None
    for named in (False, True):
        for key, about in by_node.items():
            if key[0] is named:
                yield from about


def response(body: bytes, format: str, headers: dict[str, str] | None = None) -> Response:
    """A response with a document in a format of TYPES."""
    return Response(body, headers={**OPEN, **(headers or {})}, content_type=TYPES[format])


async def context(visit: Visit) -> Response:  # noqa: ARG001 - every view takes the visit
    """Answers with the JSON-LD context, by which other programs write and read the names of our terms."""
    return response(schema.read("context.jsonld").encode(), "jsonld", {"Cache-Control": "max-age=3600"})


async def answer(datasette: Datasette, database: Database, format: str, work: Callable[[sqlite3.Connection], Iterable[bytes]]) -> Response:
    """A response with the triples that `work(connection)` gives as chunks of N-Quads."""
    base = base_of(datasette)
    return response(await read(database, lambda connection: serialise(work(connection), format, base)), format)
