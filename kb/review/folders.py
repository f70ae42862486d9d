"""Take in a folder of articles: read on all cores, and recorded one article at a time, so that an interrupted batch can be resumed.

Only this process writes to the base. Workers read the files, and look names up in the base as it was when they began an article.
"""

from __future__ import annotations

import concurrent.futures
import contextlib
import hashlib
import os
import queue
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kb import articles
from kb.articles import Document
from kb.articles.kinds import BY_NAME
from kb.base import opening, runs, store
from kb.base.worker_connection import on_base
from kb.errors import KbError, crashes
from kb.propose.proposal import Proposal
from kb.review import intake
from kb.workers.worker import LONG, Worker

ENDINGS = frozenset(BY_NAME)
AHEAD = 2  # articles in the queue of each worker, so that memory does not grow with the folder


@dataclass(frozen=True)
class Options:
    """How to record articles: by which contributor, parsed with which model, with which access, and with all that is left out otherwise."""

    contributor: str | None = None
    model: str | None = None
    access: str | None = None
    keep_all: bool = False


@dataclass(frozen=True)
class Outcome:
    """The result for one file: its source and the number of new proposals, or the problem for which it was skipped."""

    file: Path
    source_id: str | None = None
    new: int = 0
    known: bool = False
    problem: KbError | None = None


@dataclass(frozen=True)
class ReadArticle:
    """An article as a worker read it, with its proposals, or the problem with it."""

    document: Document | None = None
    proposals: tuple[Proposal, ...] = ()
    problem: KbError | None = None


def article_files(folder: Path) -> list[Path]:
    """Return the files under a folder whose names end like those of articles, in order of their paths."""
    return sorted(found_files(folder))


def found_files(folder: Path) -> Iterator[Path]:
    """The same files as they are found, one at a time, so that memory does not grow with the folder."""
    with os.scandir(folder) as entries:
        for entry in entries:
            path = folder / entry.name
            if entry.is_dir(follow_symlinks=False):
                yield from found_files(path)
            elif entry.is_file() and path.suffix.lower() in ENDINGS and not entry.name.startswith("."):
                yield path


def take_all(base: Path, files: list[Path], options: Options, *, workers: int | None = None) -> Iterator[Outcome]:
    """Record each file in a run of its own, and yield its outcome as soon as it is recorded. Files that the base has are skipped.

    A file that cannot be read changes nothing and does not stop the others. `workers` defaults to the number of cores.
    """
    connection = opening.open_base(base)
    count = workers or os.cpu_count() or 1
    waiting = iter(files)
    idle: queue.SimpleQueue[Worker] = queue.SimpleQueue()
    with contextlib.ExitStack() as stack, concurrent.futures.ThreadPoolExecutor(count) as pool:
        for _ in range(count):
            idle.put(stack.enter_context(Worker()))
        stack.callback(pool.shutdown, wait=False, cancel_futures=True)
        running: dict[concurrent.futures.Future[ReadArticle], Path] = {}
        while True:
            while len(running) < count * AHEAD and (file := next(waiting, None)) is not None:
                if not options.keep_all and is_recorded(connection, file):
                    yield Outcome(file, known=True)
                else:
                    running[pool.submit(read_in_worker, idle, base, file, options)] = file
            if not running:
                return
            done, _ = concurrent.futures.wait(running, return_when=concurrent.futures.FIRST_COMPLETED)
            for future in done:
                yield record(connection, running.pop(future), future.result(), options)


def is_recorded(connection: sqlite3.Connection, file: Path) -> bool:
    """Return whether the base has a snapshot of these bytes or with them as its original file."""
    try:
        digest = hashlib.sha256(articles.bytes_of(file)).hexdigest()
    except KbError:
        return False  # the worker reports the problem
    sql = (
        "SELECT 1 FROM originals JOIN snapshots ON id = snapshot_id WHERE originals.sha256 = :digest AND purged_in_id IS NULL"
        " UNION ALL SELECT 1 FROM snapshots WHERE sha256 = :digest AND purged_in_id IS NULL"  # one that was purged is refused by name
    )
    return connection.execute(sql, {"digest": digest}).fetchone() is not None


def read_in_worker(idle: queue.SimpleQueue[Worker], base: Path, file: Path, options: Options) -> ReadArticle:
    """Read an article and its proposals in an idle worker."""
    worker = idle.get()
    try:
        return worker.call(LONG, on_base, base, read_article, file, options)
    except Exception as error:  # of the program itself, too: one article must not stop a folder
        return ReadArticle(problem=crashes.told(error))
    finally:
        idle.put(worker)


def read_article(connection: sqlite3.Connection, path: Path, options: Options) -> ReadArticle:
    """Read an article and its proposals."""
    try:
        document = articles.read(articles.bytes_of(path), name=path.name, keep_all=options.keep_all)
        return ReadArticle(document, tuple(intake.proposals_for(connection, document, model=options.model)))
    except (KbError, sqlite3.Error) as error:
        return ReadArticle(problem=store.refused(error) if isinstance(error, sqlite3.Error) else error)


def values_of(document: Document, name: str, options: Options) -> dict[str, str]:
    """Return what is known of an article by its file. Where it gives no title, the title is made from the name of the file."""
    values = {} if "title" in document.metadata else {"title": Path(name).stem.replace("_", " ").replace("-", " ")}
    values |= {"access": options.access} if options.access else {}
    return values | {"retrieved_from": name}


def record(connection: sqlite3.Connection, file: Path, article: ReadArticle, options: Options) -> Outcome:
    """Record an article in a run."""
    if article.document is None:
        return Outcome(file, problem=article.problem)
    values = values_of(article.document, file.name, options)
    try:
        with runs.begin(connection, "propose", contributor=options.contributor) as run:
            proposed = intake.take(run, article.document, values, model=options.model, proposals=article.proposals)
    except KbError as error:
        return Outcome(file, problem=error)
    return Outcome(file, proposed.source.source_id, proposed.new, not proposed.source.new)
