"""The engines that answer SPARQL for a site: one worker process a base, one query at a time, a short queue before it."""

from __future__ import annotations

import asyncio
import os
import re
import subprocess
import sys
import weakref
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from kb.errors import DataError, UsageError
from kb.rdf import sparql
from kb.site import sparql_worker
from kb.site.errors import FaultError, RefusedError, TooSlowError
from kb.site.rdf import documents

if TYPE_CHECKING:
    from datasette.app import Datasette
    from datasette.database import Database

SECONDS = 10.0  # a query may take, unless setting `sparql_seconds` of plugin `kb_site` says otherwise
MOST_WAITING = 20  # queries that wait for their turn; more are turned away
WORKER = Path(sparql_worker.__file__)
ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


@dataclass(frozen=True)
class Question:
    """A query with what the protocol says beside it.

    `default_graphs` and `named_graphs` are IRIs, None where the protocol names none. `formats` says how each kind of answer (select,
    ask, graph) is to be written; a kind that is missing is refused. `base_iri` completes relative IRIs.
    """

    text: str
    formats: dict[str, str]
    base_iri: str
    default_graphs: tuple[str, ...] | None = None
    named_graphs: tuple[str, ...] | None = None
    most_rows: int = 1000


@dataclass(frozen=True)
class Answer:
    """What the worker wrote: the kind of answer (select, ask or graph), its format, and its bytes."""

    kind: str
    format: str
    body: bytes


def check(text: str, overridden: bool) -> None:
    """Refuse what would change something or reach out to the network. FROM may stand where the protocol's dataset goes before it."""
    if overridden:
        decoded = ESCAPE.sub(sparql.character, text)
        words = (found["word"] for found in sparql.TOKEN.finditer(decoded) if found["word"])
        text = " ".join(word for word in words if word.upper() != "FROM")
    sparql.check(text)


@dataclass
class Turns:
    """The queue before one worker."""

    pool: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(1, "sparql"))
    waiting: int = 0


class Engine(sparql.Engine):
    """A worker process that holds one base, or one file of N-Quads (`kind` quads), and answers as the protocol wants it."""

    def __init__(self, path: str | Path, *, base: str | None = None, kind: str = "base") -> None:
        super().__init__(path, base=base)
        self.kind = kind

    def running(self) -> subprocess.Popen[bytes]:
        if self.worker is None or self.worker.poll() is not None:
            self.close()
            command = [sys.executable, "-P", str(WORKER), self.kind, str(self.path), self.base]
            found = os.pathsep.join(filter(None, [str(sparql.ROOT), os.environ.get("PYTHONPATH")]))
            self.worker = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env={**os.environ, "PYTHONPATH": found}
            )
        return self.worker

    def ask(self, question: Question, seconds: float) -> Answer:
        """Answer a query. Raises RefusedError for what cannot be asked and TooSlowError at the time limit (in seconds)."""
        try:
            check(question.text, question.default_graphs is not None or question.named_graphs is not None)
        except UsageError as error:
            raise RefusedError(error.what, status=400, remedy=error.remedy) from error
        request: dict[str, object] = {**question.__dict__, "query": question.text, "seconds": seconds}
        with self.lock:
            try:
                self.exchange({"load": True}, sparql.LOADING_SECONDS, "reading the base took too long")
            except DataError as error:
                raise FaultError("the triples of this base cannot be read just now", remedy="try again in a moment") from error
            head, body = self.held_to_time(request, seconds)
        if "refused" in head:
            raise RefusedError(str(head["refused"]), status=int(str(head["status"])))
        return Answer(str(head["kind"]), str(head["format"]), body)

    def held_to_time(self, request: dict[str, object], seconds: float) -> tuple[dict[str, object], bytes]:
        try:
            return self.exchange(request, seconds, f"stopped after {seconds:g} seconds")
        except UsageError as error:
            raise TooSlowError(f"the query was {error.what}", remedy=error.remedy) from error
        except DataError as error:
            if self.worker is not None:
                raise FaultError("the triples of this base cannot be read just now", remedy="try again in a moment") from error
            raise TooSlowError("the query took more memory than it may", remedy="ask for less: add conditions, or LIMIT") from error


engines: weakref.WeakKeyDictionary[Datasette, dict[str, tuple[Engine, Turns]]] = weakref.WeakKeyDictionary()


def install(datasette: Datasette, name: str, engine: Engine) -> None:
    """Let this engine answer for the database of that name."""
    held = engines.setdefault(datasette, {})
    if name in held:
        held[name][0].close()
    held[name] = (engine, Turns())
    weakref.finalize(datasette, engine.close)


def close(datasette: Datasette) -> None:
    """Datasette's hook shutdown: end the workers."""
    for engine, turns in engines.pop(datasette, {}).values():
        engine.close()
        turns.pool.shutdown(wait=False, cancel_futures=True)


def seconds_of(datasette: Datasette) -> float:
    return float((datasette.plugin_config("kb_site") or {}).get("sparql_seconds", SECONDS))


async def ask(datasette: Datasette, database: Database, question: Question) -> Answer:
    """Wait for a turn, then for the answer."""
    if database.name not in engines.get(datasette, {}):
        install(datasette, database.name, Engine(database.path, base=documents.base_of(datasette)))
    engine, turns = engines[datasette][database.name]
    if turns.waiting >= MOST_WAITING:
        raise RefusedError("too many queries are waiting", status=503, remedy="try again in a moment", headers={"Retry-After": "10"})
    turns.waiting += 1
    try:
        return await asyncio.get_running_loop().run_in_executor(turns.pool, engine.ask, question, seconds_of(datasette))
    finally:
        turns.waiting -= 1
