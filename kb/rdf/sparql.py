"""Ask a base in SPARQL: read-only, without the network, and stopped when it takes too long.

A query cannot be cancelled inside a process, so a worker process answers it, which is killed at the time limit.
"""

from __future__ import annotations

import json
import re
import sqlite3
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO, Self

import pyoxigraph as ox

from kb.errors import DataError, UsageError, did_you_mean
from kb.rdf.names import check_base, prefixes

LOADING_SECONDS = 600.0  # to read a base into the worker: not the fault of the query
ROOT = Path(__file__).resolve().parents[2]  # where `python -m kb…` finds this very library
RESULTS = {
    "json": ox.QueryResultsFormat.JSON,
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
    "xml": ox.QueryResultsFormat.XML,
}
GRAPHS = {"ttl": ox.RdfFormat.TURTLE, "nt": ox.RdfFormat.N_TRIPLES, "jsonld": ox.RdfFormat.JSON_LD, "rdf": ox.RdfFormat.RDF_XML}
UPDATES = frozenset({"INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH"})
TOKEN = re.compile(
    r"""<[^<>"{}|^`\\\x00-\x20]*>                                   # an IRI
      | \"{3}(?:"{0,2}(?:[^"\\]|\\.))*\"{3} | '{3}(?:'{0,2}(?:[^'\\]|\\.))*'{3}   # long strings
      | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*'               # strings
      | \#[^\n\r]*                                                  # a comment
      | [?$]\w+ | @[A-Za-z-]+                                       # a variable, a language
      | [\w.-]*:(?:[\w.:%-]|\\.)*                                   # a prefixed name
      | (?P<word>[A-Za-z]+) | .""",
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True)
class Term:
    """One value of a result: kind is iri, bnode or literal."""

    kind: str
    value: str
    datatype: str = ""
    language: str = ""

    def __str__(self) -> str:
        return self.value


@dataclass(frozen=True)
class Result:
    """An answer: kind is select, ask or graph. `rows` hold a term, or None where unbound, for each of `variables`.

    For ask, `truth` is the answer; for graph, each row is a triple.
    """

    kind: str
    variables: list[str]
    rows: list[list[Term | None]]
    truth: bool | None
    raw: bytes
    base: str

    def serialise(self, format: str) -> bytes:
        """The answer as json, csv, tsv or xml (the SPARQL result formats), or as ttl, nt, jsonld or rdf for a graph."""
        known: list[str] = list(GRAPHS if self.kind == "graph" else RESULTS)
        if format not in known:
            raise UsageError(f"a {self.kind} answer cannot be written as {format!r}", remedy=did_you_mean(format, known))
        if self.kind == "graph":
            triples = ox.parse(self.raw, format=ox.RdfFormat.N_TRIPLES)
            return ox.serialize((quad.triple for quad in triples), None, GRAPHS[format], prefixes=prefixes(self.base)) or b""
        if self.kind == "ask" and format in ("csv", "tsv"):  # no such form is defined
            return b"true\n" if self.truth else b"false\n"
        return ox.parse_query_results(self.raw, format=ox.QueryResultsFormat.JSON).serialize(None, RESULTS[format]) or b""


def query(connection: sqlite3.Connection, text: str, timeout: float = 30.0, *, base: str | None = None) -> Result:
    """Ask the file behind a connection once; what is committed there is asked. `timeout` in seconds."""
    check(text)
    path = connection.execute("SELECT file FROM pragma_database_list WHERE name = 'main'").fetchone()[0]
    if not path:
        raise UsageError("a base in memory cannot be asked in SPARQL", remedy="keep it in a file")
    with Engine(path, base=base) as engine:
        return engine.query(text, timeout)


def check(text: str) -> None:
    """Refuse what would change something or reach out to the network. Raises UsageError."""
    decoded = re.sub(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})", character, text)
    words = [found["word"].upper() for found in TOKEN.finditer(decoded) if found["word"]]
    if "SERVICE" in words:
        raise UsageError("SERVICE would ask another server", remedy="ask it separately; a query here stays in this base")
    if "FROM" in words:
        raise UsageError(
            "FROM would read another document", remedy="leave it out: the nodes are in the default graph, each claim in GRAPH <its IRI>"
        )
    if UPDATES & set(words):
        raise UsageError(
            "SPARQL here only asks", remedy="write SELECT, ASK, CONSTRUCT or DESCRIBE; change rows with kb add, kb correct or kb retract"
        )


def character(escape: re.Match[str]) -> str:
    code = int(escape[1] or escape[2], 16)
    if code > sys.maxunicode:
        raise UsageError(f"{escape[0]} is no character")
    return chr(code)


class Engine:
    """A worker process that holds one base as a triple store; it reads the base again when that has changed.

    Use it as a context manager. One query at a time; others wait.
    """

    def __init__(self, path: str | Path, *, base: str | None = None) -> None:
        self.path, self.base = Path(path).resolve(), check_base(base)
        self.lock = threading.Lock()
        self.worker: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """End the worker; the next query starts another."""
        worker, self.worker = self.worker, None
        if worker is not None:
            worker.kill()
            worker.wait()
            for pipe in (worker.stdin, worker.stdout):
                if pipe is not None:
                    pipe.close()

    def query(self, text: str, timeout: float = 30.0) -> Result:
        """Answer a query. Raises UsageError when it is refused, wrong, or takes longer than `timeout` seconds."""
        check(text)
        with self.lock:
            self.exchange({"load": True}, LOADING_SECONDS, "reading the base into memory took too long")
            return self.result(*self.exchange({"query": text}, timeout, f"stopped after {timeout:g} seconds"))

    def exchange(self, request: dict[str, object], seconds: float, late: str) -> tuple[dict[str, object], bytes]:
        """Send one request and wait for the answer; the worker is killed when it is late."""
        worker = self.running()
        assert worker.stdin is not None and worker.stdout is not None
        timer = threading.Timer(seconds, worker.kill)
        timer.start()
        try:
            worker.stdin.write(json.dumps(request).encode() + b"\n")
            worker.stdin.flush()
            answer = receive(worker.stdout)
        except OSError:
            answer = None
        finally:
            expired = not timer.is_alive()
            timer.cancel()
        if answer is None:
            self.close()
            if expired:
                raise UsageError(late, where="SPARQL", remedy="ask for less: add conditions, or LIMIT")
            raise DataError("the worker that answers SPARQL broke off", remedy="is there enough memory for the base?")
        if "error" in answer[0]:
            kind = UsageError if answer[0].get("usage") else DataError
            raise kind(str(answer[0]["error"]), where="SPARQL")
        return answer

    def running(self) -> subprocess.Popen[bytes]:
        if self.worker is None or self.worker.poll() is not None:
            self.close()
            command = [sys.executable, "-m", "kb.rdf.sparql_worker", str(self.path), self.base]
            self.worker = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=ROOT)
        return self.worker

    def result(self, head: dict[str, object], raw: bytes) -> Result:
        kind = str(head["kind"])
        if kind == "graph":
            triples: list[list[Term | None]] = [
                [term(part) for part in (quad.subject, quad.predicate, quad.object)]
                for quad in ox.parse(raw, format=ox.RdfFormat.N_TRIPLES)
            ]
            return Result(kind, ["subject", "predicate", "object"], triples, None, raw, self.base)
        answer = json.loads(raw)
        if kind == "ask":
            return Result(kind, [], [], answer["boolean"], raw, self.base)
        variables = answer["head"]["vars"]
        rows = [[from_json(binding.get(name)) for name in variables] for binding in answer["results"]["bindings"]]
        return Result(kind, variables, rows, None, raw, self.base)


def receive(pipe: IO[bytes]) -> tuple[dict[str, object], bytes] | None:
    """A line of JSON that gives the length of what follows; None when the worker is gone."""
    line = pipe.readline()
    if not line.endswith(b"\n"):
        return None
    head = json.loads(line)
    raw = pipe.read(head["bytes"])
    return (head, raw) if len(raw) == head["bytes"] else None


def term(part: object) -> Term:
    if isinstance(part, ox.NamedNode):
        return Term("iri", part.value)
    if isinstance(part, ox.Literal):
        return Term("literal", part.value, "" if part.language else part.datatype.value, part.language or "")
    return Term("bnode", str(part).removeprefix("_:"))


def from_json(value: dict[str, str] | None) -> Term | None:
    if value is None:
        return None
    kinds = {"uri": "iri", "bnode": "bnode"}
    return Term(kinds.get(value["type"], "literal"), value["value"], value.get("datatype", ""), value.get("xml:lang", ""))
