"""Answer SPARQL queries over a base, read-only, without the network, and within a time limit.

A query cannot be cancelled inside a process, so a worker process (kb.rdf.sparql_worker) answers it, which is killed at the time limit.
"""

from __future__ import annotations

import contextlib
import json
import shutil
import sqlite3
import subprocess
import threading
import weakref
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from kb.errors import DataError, UsageError
from kb.rdf import triples_on_disk
from kb.rdf.base_iri import base_of
from kb.rdf.namespaces import PREFIXES, BaseIri
from kb.rdf.sparql_check import check
from kb.rdf.sparql_faults import fault
from kb.rdf.sparql_result import Result
from kb.workers import process

LOADING_SECONDS = 3600.0  # to read a base into the worker: not the fault of the query
LARGE = 100_000_000  # bytes of a base, some 30,000 claims, above which its triples are kept on disk: in memory they take nine times as many
PLAIN_FORMATS = {"select": "json", "ask": "json", "graph": "nt"}  # that a Result is read from


class LateError(UsageError):
    """The query took longer than allowed."""


class BrokenOffError(DataError):
    """The worker ended in the midst of a query, most likely for want of memory."""


class UnwritableError(UsageError):
    """The answer is of a kind that none of the formats asked for can hold."""


@dataclass(frozen=True)
class Question:
    """A query with the parameters of the SPARQL protocol.

    `formats` says how each kind of answer (select, ask, graph) is to be written; a kind that is missing is refused. `base_iri` completes
    relative IRIs. `default_graphs` and `named_graphs` are IRIs, None where the protocol names none. `memory` is in bytes beyond what the
    triples take, None for no limit.
    """

    text: str
    formats: dict[str, str]
    base_iri: str | None = None
    default_graphs: tuple[str, ...] | None = None
    named_graphs: tuple[str, ...] | None = None
    most_rows: int = 1000
    memory: int | None = None

    @property
    def names_dataset(self) -> bool:
        """Whether the protocol says which graphs are asked, whatever the query says."""
        return self.default_graphs is not None or self.named_graphs is not None


@dataclass(frozen=True)
class Answer:
    """The answer as the worker wrote it, with its kind (select, ask or graph) and its format."""

    kind: str
    format: str
    body: bytes


def query(connection: sqlite3.Connection, text: str, timeout: float = 30.0, *, base: str | None = None) -> Result:
    """Answer one query over the file behind a connection, as committed. `timeout` is in seconds. Raises UsageError and DataError."""
    check(text)
    path = connection.execute("SELECT file FROM pragma_database_list WHERE name = 'main'").fetchone()[0]
    if not path:
        raise UsageError("a base in memory cannot be asked in SPARQL", remedy="keep it in a file")
    with Engine(path, base=base_of(connection, base)) as engine:
        return engine.query(text, timeout)


class Engine:
    """A worker process with one base, or one file of N-Quads (`kind` quads), as a triple store; it follows each change of a base.

    Use it as a context manager. It answers one query at a time; others wait.
    """

    def __init__(self, path: str | Path, *, base: str | None = None, kind: str = "base") -> None:
        self.path, self.base, self.kind = Path(path).resolve(), BaseIri(base), kind
        self.lock = threading.Lock()
        self.worker: subprocess.Popen[bytes] | None = None
        self.folder: Path | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """End the worker process, and delete what it kept. The next query starts another."""
        self.end()
        folder, self.folder = self.folder, None
        if folder is not None:
            shutil.rmtree(folder, ignore_errors=True)

    def end(self) -> None:
        """End the worker process, whose triples on disk the next one goes on with."""
        worker, self.worker = self.worker, None
        if worker is not None:
            process.close(worker)

    def kill(self) -> None:
        """Kill the worker process from another thread. The query that it answers fails, and the next one starts another process."""
        if self.worker is not None:
            process.kill(self.worker)

    def query(self, text: str, timeout: float = 30.0) -> Result:
        """Answer a query. Raises UsageError when it is refused, wrong, or takes longer than `timeout` seconds."""
        answer = self.answer(Question(text, PLAIN_FORMATS), timeout)
        return Result.read(answer.kind, answer.body, self.base)

    def answer(self, question: Question, seconds: float) -> Answer:
        """Answer a query in the formats that it asks for, within so many seconds.

        Raises UsageError when it is refused, wrong, late or cannot be written in those formats, and DataError for the rest.
        """
        check(question.text, names_dataset=question.names_dataset)
        with self.lock:
            try:
                self.exchange({"load": True}, LOADING_SECONDS, "reading the triples of the base took too long")
            except LateError as error:
                raise DataError(error.what, where="SPARQL", remedy="export it, and load that into a triple store") from error
            except BrokenOffError as error:
                raise DataError(error.what, where=error.where, remedy=error.remedy) from error
            request = {**vars(question), "query": question.text, "seconds": seconds}
            head, body = self.exchange(request, seconds, f"stopped after {seconds:g} seconds")
        return Answer(str(head["kind"]), str(head["format"]), body)

    def exchange(self, request: dict[str, object], seconds: float, late: str) -> tuple[dict[str, object], bytes]:
        """Send one request and return the answer, killing the worker after so many seconds; `late` is the message then."""
        worker = self.running()
        assert worker.stdin is not None and worker.stdout is not None
        answer = None
        with process.deadline(worker, seconds) as limit, contextlib.suppress(OSError):
            worker.stdin.write(json.dumps(request).encode() + b"\n")
            worker.stdin.flush()
            answer = receive(worker.stdout)
        if answer is None:
            self.end()
            if limit.expired:
                raise LateError(late, where="SPARQL", remedy="ask for less: add conditions, or LIMIT")
            raise BrokenOffError("the worker that answers SPARQL broke off", remedy="is there enough memory for the base?")
        head = answer[0]
        if "syntax" in head:
            raise fault(str(request["query"]), str(head["syntax"]), PREFIXES)
        if "refused" in head:
            kind = UnwritableError if head.get("unwritable") else UsageError
            raise kind(str(head["refused"]), where="SPARQL")
        if "error" in head:
            raise DataError(str(head["error"]), where="SPARQL")
        return answer

    def running(self) -> subprocess.Popen[bytes]:
        """The worker process, started if need be."""
        if self.worker is None or self.worker.poll() is not None:
            self.end()
            if self.folder is None and self.kind == "base" and self.path.is_file() and self.path.stat().st_size > LARGE:
                self.folder = triples_on_disk.make(self.path)
                weakref.finalize(self, shutil.rmtree, self.folder, ignore_errors=True)
            kept = () if self.folder is None else (str(self.folder),)
            self.worker = process.start("kb.rdf.sparql_worker", self.kind, str(self.path), self.base, *kept)
        return self.worker


def receive(pipe: IO[bytes]) -> tuple[dict[str, object], bytes] | None:
    """The head and body of an answer, or None when the worker is gone. The head is a line of JSON with the length of the body."""
    line = pipe.readline()
    if not line.endswith(b"\n"):
        return None
    head = json.loads(line)
    raw = pipe.read(head["bytes"])
    return (head, raw) if len(raw) == head["bytes"] else None
