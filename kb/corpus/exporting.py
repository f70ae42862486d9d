"""Print a lake as N-Quads, part by part and in parallel: each part is pulled into a base of its own, and printed as every base is.

So the triples are those of a base that pulled everything, by the same mapping and the same engine, and every row has passed the laws. What
all parts have in common (words, the names that were looked up, the run) is printed once.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path
from typing import Any

from kb.base import store
from kb.corpus import columns, engines, pulling
from kb.corpus.lake import Lake
from kb.errors import UsageError
from kb.rdf import export
from kb.workers.worker import LONG, Worker

COMMON = "common.nq"


def write(lake: Lake, folder: Path, *, engine: Any = engines.local) -> Iterator[int]:
    """Write a file for what is common, and one for each part; yield the number of lines of each.

    An actor whom articles of several parts name has the same lines in each. Raises UsageError where the folder holds something.
    """
    lake.refuse_unfinished()
    if folder.exists() and any(folder.iterdir()):
        raise UsageError("the folder holds something", where=str(folder), remedy="name a new folder")
    folder.mkdir(parents=True, exist_ok=True)
    connection = common(lake)
    yield print_lines(folder / COMMON, lines(connection))
    connection.close()
    yield from engine(partial(in_worker, lake, folder.resolve()), lake.parts())


def in_worker(lake: Lake, folder: Path, part: str, worker: Worker) -> int:
    return worker.call(LONG, write_part, lake, folder, part)


def write_part(lake: Lake, folder: Path, part: str) -> int:
    """Print the triples that the articles of a part add to what is common, and return their number."""
    connection = common(lake)
    try:
        if rows := tuple(pulling.of_part(lake, part, None)):
            pulling.pull(connection, lake, pulling.chosen_of({part: rows}, lake), contributor=lake.settings.contributor)
        known = digests(folder / COMMON)
        return print_lines(folder / f"{part.replace('/', '-')}.nq", (line for line in lines(connection) if digest(line) not in known))
    finally:
        connection.close()


def common(lake: Lake) -> sqlite3.Connection:
    """A base for this process alone, with the names that articles are read with, and the run as it ended."""
    connection = sqlite3.connect("", isolation_level=None)
    given = store.connect(lake.names, readonly=True)
    given.backup(connection)
    given.close()
    for pragma in ("foreign_keys = ON", "trusted_schema = ON", "temp_store = MEMORY", "synchronous = OFF"):
        connection.execute(f"PRAGMA {pragma}")
    for file in lake.files("runs"):
        for row in columns.read(file):
            connection.execute("UPDATE runs SET ended_at = :ended_at WHERE id = :id AND ended_at IS NULL", row)
    return connection


def lines(connection: sqlite3.Connection) -> Iterator[bytes]:
    """The base as lines of N-Quads."""
    for chunk in export.quads(connection):
        yield from chunk.splitlines(keepends=True)


def print_lines(path: Path, printed: Iterator[bytes]) -> int:
    """Write lines to a file that appears whole or not at all, and return their number."""
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.new")
    count = 0
    try:
        with unfinished.open("wb") as stream:
            for line in printed:
                stream.write(line)
                count += 1
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    return count


def digest(line: bytes) -> bytes:
    return hashlib.blake2b(line, digest_size=16).digest()


@cache
def digests(path: Path) -> frozenset[bytes]:
    """The digests of the lines of a file: of the common one, which does not grow with the lake."""
    with path.open("rb") as stream:
        return frozenset(map(digest, stream))
