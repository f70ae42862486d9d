"""The process that answers SPARQL: `python -P -m kb.rdf.sparql_worker KIND FILE BASE [FOLDER]`, requests and answers over its pipes.

KIND is `base` for a base of ours, followed through its changes, or `quads` for a file of N-Quads. The triples of a base are
kept in FOLDER where one is given, else in memory. It is killed from outside when a query takes too long, so it holds nothing that must be kept; it ends itself should nobody be left to end it.
"""

from __future__ import annotations

import io
import json
import sqlite3
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import IO, Any, cast

import pyoxigraph as ox

from kb.base import store
from kb.errors import KbError
from kb.rdf.base_triples import BaseTriples
from kb.rdf.formats import GRAPHS, RESULTS, ROWS
from kb.rdf.namespaces import BaseIri
from kb.rdf.triples_on_disk import Folder
from kb.rdf.xml_characters import XmlStream
from kb.workers import bounds

MOST_BYTES = 256_000_000  # of one answer: a cross product fills any memory within seconds

Answer = tuple[dict[str, object], bytes]


class Limited(io.BytesIO):
    """Bytes in memory, up to a limit."""

    def write(self, data: bytes) -> int:  # type: ignore[override]  # any buffer will do
        if self.tell() + len(data) > MOST_BYTES:
            raise ValueError(f"the answer is larger than {MOST_BYTES // 1_000_000} megabytes; ask for less, or add LIMIT")
        return super().write(data)


class FileTriples:
    """The triples of a file of N-Quads, which does not change."""

    def __init__(self, path: str, base: BaseIri) -> None:
        self.base = base
        self.triples = ox.Store()
        self.triples.bulk_load(path=path, format=ox.RdfFormat.N_QUADS)

    def refresh(self) -> None:
        """Do nothing, as the file does not change."""


def ask(holder: BaseTriples | FileTriples, request: dict[str, Any]) -> Answer:
    """Answer one query. Raises SyntaxError and ValueError for faults of the query."""
    default, named = request["default_graphs"], request["named_graphs"]
    dataset: dict[str, Any] = {}
    if default is not None or named is not None:  # one given leaves the other empty, and FROM in the query counts for nothing
        dataset = {"default_graph": list(map(ox.NamedNode, default or ())), "named_graphs": list(map(ox.NamedNode, named or ()))}
    answer = holder.triples.query(request["query"], base_iri=request["base_iri"], prefixes=holder.base.prefixes, **dataset)
    kind = "select" if isinstance(answer, ox.QuerySolutions) else "ask" if isinstance(answer, ox.QueryBoolean) else "graph"
    format = request["formats"].get(kind)
    if format is None:
        return {"refused": f"the answer to this query cannot be written as any format that was asked for ({kind})", "unwritable": True}, b""
    body = table(answer, request["most_rows"]) if format == ROWS else written(answer, format, holder.base)
    return {"kind": kind, "format": format}, body


def written(answer: Any, format: str, base: BaseIri) -> bytes:
    """The answer in a format. Raises ValueError when it is too large."""
    stream = Limited()
    xml = XmlStream(stream) if format in ("xml", "rdf") else None
    out = cast("IO[bytes]", xml or stream)
    if isinstance(answer, ox.QueryTriples):
        ox.serialize(answer, out, GRAPHS[format].oxigraph, prefixes=base.prefixes)
    else:
        answer.serialize(out, RESULTS[format].oxigraph)
    if xml:
        xml.finish()
    return stream.getvalue()


def table(answer: Any, most: int) -> bytes:
    """The answer as JSON {variables, rows, cut, truth}, with at most `most` rows, each a list of terms, null where unbound."""
    if isinstance(answer, ox.QueryBoolean):
        return json.dumps({"variables": [], "rows": [], "cut": False, "truth": bool(answer)}).encode()
    graph = isinstance(answer, ox.QueryTriples)
    variables = ["subject", "predicate", "object"] if graph else [each.value for each in answer.variables]
    rows: list[list[object]] = []
    for row in answer:
        if len(rows) == most:
            return json.dumps({"variables": variables, "rows": rows, "cut": True}).encode()
        rows.append([term(each) for each in ((row.subject, row.predicate, row.object) if graph else row)])
    return json.dumps({"variables": variables, "rows": rows, "cut": False}).encode()


def term(value: object) -> dict[str, str] | None:
    """A term as the pages show it, or None where a variable is unbound."""
    if value is None:
        return None
    if isinstance(value, ox.NamedNode):
        return {"kind": "iri", "value": value.value}
    if isinstance(value, ox.Literal):
        return {"kind": "literal", "value": value.value, "language": value.language or "", "datatype": value.datatype.value}
    return {"kind": "bnode", "value": str(value)}


def respond(holder: BaseTriples | FileTriples, request: dict[str, Any]) -> Answer:
    """The answer to a request. Faults are answers too: `refused` where the query has to be changed, `error` otherwise."""
    try:
        if "query" not in request:
            bounds.limit_memory(None)
            holder.refresh()
            return {"kind": "ready"}, b""
        bounds.limit_memory(request["memory"])
        bounds.set_alarm(int(request["seconds"]) + bounds.GRACE)
        return ask(holder, request)
    except SyntaxError as error:
        return {"refused": f"not a SPARQL query: {error}", "syntax": str(error)}, b""
    except (ValueError, RuntimeError) as error:
        return {"refused": str(error)}, b""
    except (KbError, OSError, sqlite3.Error) as error:
        return {"error": str(error)}, b""
    finally:
        bounds.set_alarm(0)


def opened(kind: str, path: str, base: BaseIri, folder: str | None = None) -> BaseTriples | FileTriples:
    """The triples of a base or file."""
    if kind == "quads":
        return FileTriples(path, base)
    return BaseTriples(store.connect(path, readonly=True), base, Folder(Path(folder)) if folder else None)


def main(arguments: Sequence[str], requests: IO[bytes], answers: IO[bytes]) -> None:
    """Answer request after request until the pipe is closed."""
    kind, path, base, *folder = arguments
    try:
        holder = opened(kind, path, BaseIri(base), *folder)
    except (KbError, OSError, SyntaxError) as error:
        send(answers, {"error": str(error)}, b"")
        return
    for line in requests:
        send(answers, *respond(holder, json.loads(line)))


def send(answers: IO[bytes], head: dict[str, object], body: bytes) -> None:
    """Write an answer: a line of JSON with the length of the body, then the body."""
    answers.write(json.dumps({**head, "bytes": len(body)}).encode() + b"\n" + body)
    answers.flush()


if __name__ == "__main__":
    bounds.prepare()
    main(sys.argv[1:], sys.stdin.buffer, sys.stdout.buffer)
