"""The process that answers SPARQL: `python -m kb.rdf.sparql_worker FILE BASE`, requests and answers over its pipes.

It is killed from outside when a query takes too long, so it holds nothing that must be kept.
"""

from __future__ import annotations

import io
import json
import sqlite3
import sys
from typing import IO

import pyoxigraph as ox

from kb import store
from kb.errors import KbError
from kb.rdf import export
from kb.rdf.names import prefixes
from kb.rdf.reading import as_file

MOST_BYTES = 256_000_000  # of one answer: a cross product fills any memory within seconds


class Limited(io.BytesIO):
    """Bytes in memory, up to a limit."""

    def write(self, data: bytes) -> int:  # type: ignore[override]  # any buffer will do
        if self.tell() + len(data) > MOST_BYTES:
            raise ValueError(f"the answer is larger than {MOST_BYTES // 1_000_000} megabytes; ask for less, or add LIMIT")
        return super().write(data)


class Holder:
    """The triples of a base, read again when the base has changed."""

    def __init__(self, path: str, base: str) -> None:
        self.connection = store.connect(path, readonly=True)
        self.base = base
        self.version: object = None
        self.triples = ox.Store()

    def refresh(self) -> None:
        version = self.connection.execute("SELECT data_version FROM pragma_data_version").fetchone()
        if version != self.version:
            self.triples = ox.Store()
            self.triples.bulk_load(as_file(export.quads(self.connection, base=self.base)), format=ox.RdfFormat.N_QUADS)
            self.version = version

    def answer(self, text: str) -> tuple[dict[str, object], bytes]:
        """The kind of answer, and the answer as SPARQL results in JSON or as N-Triples."""
        found = self.triples.query(text, prefixes=prefixes(self.base))
        answer = Limited()
        if isinstance(found, ox.QueryTriples):
            found.serialize(answer, ox.RdfFormat.N_TRIPLES)
            return {"kind": "graph"}, answer.getvalue()
        found.serialize(answer, ox.QueryResultsFormat.JSON)
        return {"kind": "ask" if isinstance(found, ox.QueryBoolean) else "select"}, answer.getvalue()


def respond(holder: Holder, request: dict[str, str]) -> tuple[dict[str, object], bytes]:
    """One answer; what goes wrong is an answer too."""
    try:
        if "query" in request:
            return holder.answer(request["query"])
        holder.refresh()
        return {"kind": "ready"}, b""
    except SyntaxError as error:
        return {"error": f"not a SPARQL query: {error}", "usage": True}, b""
    except (KbError, OSError, ValueError, RuntimeError, sqlite3.Error) as error:
        return {"error": str(error)}, b""


def main(path: str, base: str, requests: IO[bytes], answers: IO[bytes]) -> None:
    """Answer request after request until the pipe is closed."""
    try:
        holder = Holder(path, base)
    except KbError as error:
        send(answers, {"error": str(error)}, b"")
        return
    for line in requests:
        send(answers, *respond(holder, json.loads(line)))


def send(answers: IO[bytes], head: dict[str, object], body: bytes) -> None:
    answers.write(json.dumps({**head, "bytes": len(body)}).encode() + b"\n" + body)
    answers.flush()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.stdin.buffer, sys.stdout.buffer)
