"""A site to ask in tests, and triples read by rdflib, the referee."""

from __future__ import annotations

import asyncio
import functools
import io
import sqlite3
import warnings
from collections.abc import Awaitable, Callable, Iterable
from contextlib import closing
from pathlib import Path
from typing import Any, TypeVar

import rdflib
from httpx import Response

import kb.site
from kb import store
from kb.rdf import export

Result = TypeVar("Result")
Quad = tuple[str, str, str, str]
BASE = "http://localhost:8001/"
PARSERS = {"ttl": "turtle", "nt": "nt", "jsonld": "json-ld", "rdf": "xml", "trig": "trig", "nq": "nquads"}
GRAPHS = ("trig", "nq")


class Site:
    """A running site over one base, asked one request at a time."""

    def __init__(self, path: Path, **options: Any) -> None:
        self.path, self.loop = path, asyncio.new_event_loop()
        self.datasette = kb.site.app(path, **options)
        self.name = path.stem
        self.run(self.datasette.invoke_startup)

    def run(self, work: Callable[[], Awaitable[Result]]) -> Result:
        async def inner() -> Result:
            return await work()

        return self.loop.run_until_complete(inner())

    def ask(self, path: str, method: str = "get", **given: Any) -> Response:
        answer: Response = self.run(lambda: getattr(self.datasette.client, method)(path, **given))
        return answer

    def close(self) -> None:
        self.run(self.datasette.invoke_shutdown)
        self.datasette.close()
        self.loop.close()

    def rows(self, sql: str, *parameters: object) -> list[tuple[Any, ...]]:
        with closing(sqlite3.connect(self.path)) as connection:
            return connection.execute(sql, parameters).fetchall()

    def one(self, sql: str, *parameters: object) -> Any:
        return self.rows(sql, *parameters)[0][0]


def quads(text: bytes | str, format: str) -> set[Quad]:
    """Triples as N-Triples terms, with the name of their graph, empty for the default graph."""
    found = rdflib.Dataset(default_union=False)
    with warnings.catch_warnings():  # rdflib's own parsers use what it deprecates, triple by triple
        warnings.simplefilter("ignore", DeprecationWarning)
        found.parse(data=text, format=PARSERS[format], publicID="urn:none")
    default = {str(rdflib.graph.DATASET_DEFAULT_GRAPH_ID), "urn:none", ""}
    return {(s.n3(), p.n3(), o.n3(), "" if str(g or "") in default else str(g)) for s, p, o, g in found.quads()}


def of(answer: Response, format: str) -> set[Quad]:
    assert answer.status_code == 200, answer.text[:500]
    assert answer.content, "an empty document"
    return quads(answer.content, format)


def exported(path: Path, format: str, **options: Any) -> frozenset[Quad]:
    """The same from the library's export."""
    return export_once(path, path.stat().st_mtime_ns, "nq" if format in GRAPHS else "nt", tuple(options.items()))


@functools.cache
def export_once(path: Path, changed: int, format: str, options: tuple[tuple[str, Any], ...]) -> frozenset[Quad]:
    stream = io.BytesIO()
    with closing(store.connect(path, readonly=True)) as connection:
        export.write(connection, format, stream, **dict(options))
    return frozenset(quads(stream.getvalue(), format))


def about(everything: Iterable[Quad], ids: Iterable[str]) -> set[Quad]:
    """Triples of the nodes with these ids, and of nodes named after one of them."""
    wanted = set(ids)
    return {quad for quad in everything if quad[0].removeprefix(f"<{BASE}id/").rstrip(">").partition("_")[0] in wanted}
