"""Print the statements of an export, where the base is large with several processes at once.

The rows of each statement are divided by their keys into portions. This process prints its share of them and puts those of the others
in their places, so that the bytes are those that it would print alone; whatever another process fails to print, it prints itself.
"""

from __future__ import annotations

import contextlib
import functools
import os
import pickle
import select
import sqlite3
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from kb.base import store
from kb.rdf import model_mapping, printing_worker
from kb.rdf.printing_worker import LENGTH, Portion
from kb.rdf.r2rml import statements
from kb.rdf.r2rml.functions import IriCheck
from kb.rdf.r2rml.statements import Select
from kb.workers import process

try:
    import fcntl
except ImportError:  # no POSIX system: one process prints
    fcntl = None  # type: ignore[assignment]

LARGE = 16_000_000  # bytes of a base's file from which the start of a process is worth its while
MOST = 4  # processes; with more, the one that puts the portions together is what takes the time
ROWS = 256  # of a portion, each printing a few kilobytes: together they fit in a processor's cache
PIPE = 1 << 20  # bytes that a process can print ahead: a few portions


def available() -> int:
    """How many processes may print at once on this machine."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(cores, MOST)


class Printer:
    """Another process that prints portions of a base."""

    def __init__(self, path: str, base: str) -> None:
        self.process = process.start("kb.rdf.printing_worker")
        self.state: bytes | None = None
        self.failed = False
        if hasattr(fcntl, "F_SETPIPE_SZ"):
            with contextlib.suppress(OSError):  # the pipes of one account may be too large together
                fcntl.fcntl(self.output, fcntl.F_SETPIPE_SZ, PIPE)
        self.send((path, base))

    @property
    def output(self) -> int:
        """The end of its pipe that is read from."""
        assert self.process.stdout is not None
        return self.process.stdout.fileno()

    def send(self, request: object) -> None:
        assert self.process.stdin is not None
        try:
            pickle.dump(request, self.process.stdin)
            self.process.stdin.flush()
        except OSError:
            self.failed = True

    def look(self) -> None:
        """Note which state of the base the process holds, or that it has failed, without waiting for it."""
        if self.state is None and not self.failed and select.select([self.output], [], [], 0)[0]:
            self.state = self.next()

    def next(self) -> bytes | None:
        """Its next answer, such as the next of the portions that it was given, or None where it failed."""
        length = self.read(LENGTH)
        return None if length is None else self.read(int.from_bytes(length, "big"))

    def read(self, size: int) -> bytes | None:
        """So many bytes of its output, or None where it failed, now or before."""
        assert self.process.stdout is not None
        data = b"" if self.failed else self.process.stdout.read(size)
        self.failed = self.failed or len(data) < size
        return None if self.failed else data


@dataclass
class Printers:
    """The other processes that print a base, and a connection by which to see whether anybody changed it since it had this version."""

    others: list[Printer]
    observer: sqlite3.Connection
    version: int
    agreed: bool = False

    def ready(self, connection: sqlite3.Connection) -> bool:
        """Whether all of them hold the state of the base that the connection reads. They start while that is being printed already."""
        if not self.agreed and self.others:
            for each in self.others:
                each.look()
            if all(each.state is not None or each.failed for each in self.others):
                state = printing_worker.state(connection)
                self.agreed = version(self.observer) == self.version and all(each.state in (None, state) for each in self.others)
                if not self.agreed:  # somebody wrote before they had begun to read
                    self.end()
        return self.agreed

    def end(self) -> None:
        for each in self.others:
            process.close(each.process)
        self.others = []


def version(connection: sqlite3.Connection) -> int:
    """A number that changes with each commit of another connection."""
    return int(connection.execute("PRAGMA data_version").fetchone()[0])


@contextmanager
def several(connection: sqlite3.Connection, base: str, count: int) -> Iterator[Printers | None]:
    """Start the other processes for a base that is to be printed by `count` in all; None where one is enough.

    To be entered before the state of the base is held. What a transaction has not committed, the others would not see.
    """
    path = str(connection.execute("PRAGMA database_list").fetchone()[2])
    if count < 2 or os.name != "posix" or connection.in_transaction or not Path(path).is_file() or Path(path).stat().st_size < LARGE:
        yield None
        return
    with contextlib.closing(store.connect(path, readonly=True)) as observer:
        printers = Printers([], observer, version(observer))
        try:
            with contextlib.suppress(OSError, subprocess.SubprocessError):  # no process to be had: this one prints alone
                printers.others.extend(Printer(path, base) for _ in range(count - 1))
            yield printers
        finally:
            printers.end()


def printed(connection: sqlite3.Connection, selects: Sequence[Select], check: IriCheck, printers: Printers | None) -> Iterator[bytes]:
    """What the statements print, in chunks of whole lines, in their order. Raises what kb.rdf.r2rml.statements.run raises."""
    if printers is None:
        for each in selects:
            yield from statements.run(connection, each, check)
        return
    portions = list(divided(connection, selects))
    dealt: dict[int, Printer] | None = None
    for place, portion in enumerate(portions):
        if dealt is None and printers.ready(connection):
            dealt = deal(portions, place, selects, printers)
        printer = dealt.get(place) if dealt else None
        data = printer.next() if printer else None
        if data is None:
            yield from portion.printed(connection, selects, check)
        elif data:
            yield data


def deal(portions: Sequence[Portion], begin: int, selects: Sequence[Select], printers: Printers) -> dict[int, Printer]:
    """Give each process its share of the portions from a place on; returns which prints the portion at which place."""
    dealt: dict[int, Printer] = {}
    hands: list[Printer | None] = [None, *printers.others]  # None: this process
    parts = [place for place in range(begin, len(portions)) if portions[place].bounded]
    for number, place in enumerate(parts):
        printer = hands[number % len(hands)]
        if printer is not None:
            dealt[place] = printer
    for printer in printers.others:
        printer.send((selects, [portions[place] for place, by in dealt.items() if by is printer]))
    return dealt


def divided(connection: sqlite3.Connection, selects: Sequence[Select]) -> Iterator[Portion]:
    """The portions of all statements: the whole of one that has few rows, or no key by which to divide them."""

    @functools.cache
    def bounds(table: str, column: str) -> tuple[str, ...]:
        return tuple(every(connection, table, column, ROWS))

    for number, each in enumerate(selects):
        rows = model_mapping.rows_by_key(each.table) if each.key is not None else None
        edges: list[str | None] = [None, *(bounds(*rows) if rows else ()), None]
        for above, up_to in pairwise(edges):
            yield Portion(number, above, up_to)


def every(connection: sqlite3.Connection, table: str, column: str, rows: int) -> Iterator[str]:
    """The value of a column after every so many rows, in their order."""
    last = ""
    while row := connection.execute(
        f"SELECT {column} FROM {table} WHERE {column} > ? ORDER BY {column} LIMIT 1 OFFSET {rows - 1}", (last,)
    ).fetchone():
        last = str(row[0])
        yield last
