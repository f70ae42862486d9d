"""The process that answers SPARQL for the site: `python -P sparql_worker.py KIND FILE BASE`, requests and answers over its pipes.

KIND is `base` for a base of ours, read again whenever it has changed, or `quads` for a file of N-Quads. Run by its path and not as a
module of kb.site, so that it need not import Datasette. It ends itself should nobody be left to end it.
"""

from __future__ import annotations

import contextlib
import json
import resource
import signal
import sqlite3
import sys
from pathlib import Path
from typing import IO, Any

import pyoxigraph as ox

from kb.errors import KbError
from kb.rdf.names import prefixes
from kb.rdf.sparql_worker import Holder, Limited, send

MOST_MEMORY = 1_500_000_000  # bytes that a query may take beyond what the triples take
GRACE = 3  # seconds after which the process ends itself, where the server that should have ended it is gone
RESULTS = {
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
}
GRAPHS = {"ttl": ox.RdfFormat.TURTLE, "nt": ox.RdfFormat.N_TRIPLES, "jsonld": ox.RdfFormat.JSON_LD, "rdf": ox.RdfFormat.RDF_XML}
ROWS = "rows"  # a table for a page, cut at the limit of rows

Answer = tuple[dict[str, object], bytes]


class Quads:
    """The triples of a file that does not change."""

    def __init__(self, path: str, base: str) -> None:
        self.base = base
        self.triples = ox.Store()
        self.triples.bulk_load(path=path, format=ox.RdfFormat.N_QUADS)

    def refresh(self) -> None:
        """Nothing changes."""


def ask(holder: Holder | Quads, request: dict[str, Any]) -> Answer:
    """Answer one query. Raises SyntaxError and ValueError for what the asker has to mend."""
    default, named = request["default_graphs"], request["named_graphs"]
    dataset: dict[str, Any] = {}
    if default is not None or named is not None:  # one given leaves the other empty, and FROM in the query counts for nothing
        dataset = {"default_graph": list(map(ox.NamedNode, default or ())), "named_graphs": list(map(ox.NamedNode, named or ()))}
    found = holder.triples.query(request["query"], base_iri=request["base_iri"], prefixes=prefixes(holder.base), **dataset)
    kind = "select" if isinstance(found, ox.QuerySolutions) else "ask" if isinstance(found, ox.QueryBoolean) else "graph"
    format = request["formats"].get(kind)
    if format is None:
        return {
            "kind": kind,
            "refused": f"the answer to this query cannot be written as any format that was asked for ({kind})",
            "status": 406,
        }, b""
    body = table(found, request["most_rows"]) if format == ROWS else written(found, format, holder.base)
    return {"kind": kind, "format": format}, body


def written(found: Any, format: str, base: str) -> bytes:
    stream = Limited()
    if isinstance(found, ox.QueryTriples):
        ox.serialize(found, stream, GRAPHS[format], prefixes=prefixes(base))
    else:
        found.serialize(stream, RESULTS[format])
    return stream.getvalue()


def table(found: Any, most: int) -> bytes:
    """{variables, rows, cut, truth} as JSON: at most so many rows, each a list of terms, null where unbound."""
    if isinstance(found, ox.QueryBoolean):
        return json.dumps({"variables": [], "rows": [], "cut": False, "truth": bool(found)}).encode()
    graph = isinstance(found, ox.QueryTriples)
    variables = ["subject", "predicate", "object"] if graph else [each.value for each in found.variables]
    rows: list[list[object]] = []
    for row in found:
        if len(rows) == most:
            return json.dumps({"variables": variables, "rows": rows, "cut": True}).encode()
        rows.append([told(each) for each in ((row.subject, row.predicate, row.object) if graph else row)])
    return json.dumps({"variables": variables, "rows": rows, "cut": False}).encode()


def told(term: object) -> dict[str, str] | None:
    if term is None:
        return None
    if isinstance(term, ox.NamedNode):
        return {"kind": "iri", "value": term.value}
    if isinstance(term, ox.Literal):
        return {"kind": "literal", "value": term.value, "language": term.language or "", "datatype": term.datatype.value}
    return {"kind": "bnode", "value": str(term)}


def respond(holder: Holder | Quads, request: dict[str, Any]) -> Answer:
    """One answer; what goes wrong is an answer too."""
    try:
        if "query" not in request:
            limit_memory(None)
            holder.refresh()
            return {"kind": "ready"}, b""
        limit_memory(MOST_MEMORY)
        signal.alarm(int(request["seconds"]) + GRACE)
        return ask(holder, request)
    except SyntaxError as error:
        return {"refused": f"not a SPARQL query: {error}", "status": 400}, b""
    except (ValueError, RuntimeError) as error:
        return {"refused": str(error), "status": 400}, b""
    except (KbError, OSError, sqlite3.Error) as error:
        return {"error": str(error)}, b""
    finally:
        signal.alarm(0)


def limit_memory(beyond: int | None) -> None:
    """Let the process take so many bytes beyond what it has; None for no limit. Where the system does not say what it has: no limit."""
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    wanted = hard
    with contextlib.suppress(OSError, ValueError):
        if beyond is not None:
            wanted = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize() + beyond
    if soft != wanted and (hard == resource.RLIM_INFINITY or wanted <= hard):
        resource.setrlimit(resource.RLIMIT_AS, (wanted, hard))


def main(kind: str, path: str, base: str, requests: IO[bytes], answers: IO[bytes]) -> None:
    """Answer request after request until the pipe is closed."""
    try:
        holder = Quads(path, base) if kind == "quads" else Holder(path, base)
    except (KbError, OSError, SyntaxError) as error:
        send(answers, {"error": str(error)}, b"")
        return
    for line in requests:
        send(answers, *respond(holder, json.loads(line)))


if __name__ == "__main__":
    signal.signal(signal.SIGALRM, signal.SIG_DFL)  # ends the process, also in the midst of a query
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server, which closes the pipe
    main(sys.argv[1], sys.argv[2], sys.argv[3], sys.stdin.buffer, sys.stdout.buffer)
