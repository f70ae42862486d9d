"""A folder of articles: read and proposed on all cores, written one article at a time, so that a batch broken off goes on where it was.

The base is written by this process alone; workers read files and look names up in the base as it was when they began an article.
"""

from __future__ import annotations

import concurrent.futures
import hashlib
import multiprocessing
import os
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kb import propose, reading, store, taking
from kb.errors import KbError
from kb.lookup import Lookup
from kb.propose.types import Proposal
from kb.reading import Document

ENDINGS = frozenset({".txt", ".md", ".markdown", ".html", ".htm", ".xhtml", ".pdf", ".docx"})
AHEAD = 2  # articles a worker has waiting, so that memory does not grow with the folder


@dataclass(frozen=True)
class Outcome:
    """What came of one file: the source and how many proposals are new, or why it was left out."""

    file: Path
    source_id: str | None = None
    new: int = 0
    known: bool = False
    problem: str = ""


@dataclass(frozen=True)
class Read:
    """An article read by a worker, with its proposals; or what was wrong with it."""

    document: Document | None = None
    proposals: tuple[Proposal, ...] = ()
    problem: str = ""


def articles(folder: Path) -> list[Path]:
    """The files of a folder, and of those in it, that may be articles, in order of their names."""
    return sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix.lower() in ENDINGS and not path.name.startswith("."))


def take_all(
    base: Path, files: list[Path], *, contributor: str | None = None, model: str | None = None, workers: int | None = None
) -> Iterator[Outcome]:
    """Take each file in, in a run of its own, and say what came of it as soon as it is recorded; what the base holds already is skipped.

    A file that cannot be read is told of and changes nothing; the others go on.
    """
    connection = store.open_base(base)
    count = workers or os.cpu_count() or 1
    waiting = iter(files)
    context = multiprocessing.get_context("spawn")  # no open base is shared with a child
    with concurrent.futures.ProcessPoolExecutor(count, mp_context=context) as pool:
        running: dict[concurrent.futures.Future[Read], Path] = {}
        while True:
            while len(running) < count * AHEAD and (file := next(waiting, None)) is not None:
                if held(connection, file):
                    yield Outcome(file, known=True)
                else:
                    running[pool.submit(read_one, str(base), str(file), model)] = file
            if not running:
                return
            done, _ = concurrent.futures.wait(running, return_when=concurrent.futures.FIRST_COMPLETED)
            for future in done:
                yield record(connection, running.pop(future), future.result(), contributor, model)


def held(connection: sqlite3.Connection, file: Path) -> bool:
    """Whether the base holds these very bytes, as a text or as the file of one."""
    try:
        digest = hashlib.sha256(reading.bytes_of(file)).hexdigest()
    except KbError:
        return False  # the worker says why
    sql = "SELECT 1 FROM originals WHERE sha256 = :digest UNION ALL SELECT 1 FROM snapshots WHERE sha256 = :digest"
    return connection.execute(sql, {"digest": digest}).fetchone() is not None


def read_one(base: str, file: str, model: str | None) -> Read:
    """In a worker: the article and its proposals."""
    path = Path(file)
    try:
        document = reading.read(reading.bytes_of(path), name=path.name)
        published = document.metadata.get("published")
        look = Lookup(connection_of(base))
        return Read(document, tuple(propose.propose(document.text, look, anchor=str(published) if published else None, model=model)))
    except (KbError, sqlite3.Error) as error:
        return Read(problem=str(error))


CONNECTIONS: dict[str, sqlite3.Connection] = {}


def connection_of(base: str) -> sqlite3.Connection:
    """This worker's own connection, for reading only."""
    if base not in CONNECTIONS:
        CONNECTIONS[base] = store.connect(base, readonly=True)
    return CONNECTIONS[base]


def record(connection: sqlite3.Connection, file: Path, read: Read, contributor: str | None, model: str | None) -> Outcome:
    """One article in one run. A title that is nowhere in it is made from the file's name."""
    if read.document is None:
        return Outcome(file, problem=read.problem)
    said = {} if "title" in read.document.metadata else {"title": file.stem.replace("_", " ").replace("-", " ")}
    try:
        with store.run(connection, "propose", contributor=contributor) as run_id:
            done = taking.take(
                connection, run_id, read.document, said | {"retrieved_from": file.name}, model=model, proposals=read.proposals
            )
    except KbError as error:
        return Outcome(file, problem=str(error))
    return Outcome(file, done.taken.source_id, done.new, not done.taken.new)
