"""Triples as a response: read on a connection of their own, within a time limit, in the format that was asked for."""

from __future__ import annotations

import asyncio
import io
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from typing import IO, TYPE_CHECKING, TypeVar, cast

import pyoxigraph as ox
from datasette.utils import sqlite_timelimit
from datasette.utils.asgi import Response

from kb import store
from kb.errors import DataError
from kb.rdf import jsonld, rdfxml
from kb.rdf.export import BY_LIBRARY, FORMATS
from kb.rdf.names import check_base, prefixes, turtle_prefixes
from kb.rdf.reading import as_file
from kb.site.errors import TooSlowError
from kb.site.rdf.media import TYPES

if TYPE_CHECKING:
    from datasette.app import Datasette
    from datasette.database import Database

Result = TypeVar("Result")
# What it may take to collect the triples of one page or table.
SECONDS = 10.0
OPEN = {"Access-Control-Allow-Origin": "*"}  # pages of other sites may read triples, as they may follow links


def base_of(datasette: Datasette) -> str:
    """The base IRI of the nodes: setting `base` of plugin `kb_site`, else the mapping's default."""
    return check_base((datasette.plugin_config("kb_site") or {}).get("base"))


def has_graphs(format: str) -> bool:
    return FORMATS[format]


async def read(database: Database, work: Callable[[sqlite3.Connection], Result]) -> Result:
    """Do `work(connection)` in a thread, on a connection of its own. Raises TooSlowError at the time limit."""

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


def serialise(chunks: Iterable[bytes], format: str, base: str) -> bytes:
    """Chunks of whole lines of N-Quads as one document; the triples of each node stand together, each once."""
    quads = gathered(ox.parse(as_file(iter(chunks)), format=ox.RdfFormat.N_QUADS))
    stream = io.BytesIO()
    if format == "jsonld":
        jsonld.write(quads, stream, base)
    elif format == "rdf":
        rdfxml.write(quads, stream, prefixes(base))
    elif format in ("nt", "nq"):
        stream.write("".join(f"{quad if format == 'nq' else quad.triple} .\n" for quad in quads).encode("utf-8"))
    else:
        ox.serialize(quads, cast("IO[bytes]", stream), BY_LIBRARY[format], prefixes=turtle_prefixes(base))
    return stream.getvalue()


def gathered(quads: Iterable[ox.Quad]) -> Iterator[ox.Quad]:
    """Those of the default graph before those of others, by node in the order of first mention; no quad twice."""
    by_node: dict[tuple[bool, str], dict[ox.Quad, None]] = {}
    for quad in quads:
        named = not isinstance(quad.graph_name, ox.DefaultGraph)
        by_node.setdefault((named, f"{quad.graph_name if named else ''}{quad.subject}"), {})[quad] = None
    for named in (False, True):
        for key, about in by_node.items():
            if key[0] is named:
                yield from about


def response(body: bytes, format: str, headers: dict[str, str] | None = None) -> Response:
    return Response(body, headers={**OPEN, **(headers or {})}, content_type=TYPES[format])


async def answer(datasette: Datasette, database: Database, format: str, work: Callable[[sqlite3.Connection], Iterable[bytes]]) -> Response:
    """A response with the triples that `work(connection)` prints."""
    base = base_of(datasette)
    return response(await read(database, lambda connection: serialise(work(connection), format, base)), format)
