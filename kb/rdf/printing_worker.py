"""The program `python -m kb.rdf.printing_worker`, which prints portions of a base to standard output for another process.

It reads pickles: (path of the base, base IRI), upon which it holds a state of the base and prints what tells that apart, then any number of
(statements, portions of them). Each answer stands behind its length in bytes.
"""

from __future__ import annotations

import pickle
import sqlite3
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import IO

from kb.base import slices, store
from kb.rdf.r2rml import functions, statements
from kb.rdf.r2rml.functions import IriCheck
from kb.rdf.r2rml.statements import Select
from kb.workers import bounds

LENGTH = 8  # bytes of a length
STATE = "SELECT (SELECT max(seq) FROM revisions), (SELECT max(id) FROM runs), (SELECT count(*) FROM runs), (SELECT page_count FROM pragma_page_count)"


@dataclass(frozen=True)
class Portion:
    """The rows of a statement, by its place among others, whose key is above one value and at most another; None where there is no such bound."""

    statement: int
    above: str | None = None
    up_to: str | None = None

    @property
    def bounded(self) -> bool:
        """Whether these are not all rows."""
        return self.above is not None or self.up_to is not None

    def printed(self, connection: sqlite3.Connection, selects: Sequence[Select], check: IriCheck) -> Iterator[bytes]:
        """What these rows print, in chunks of whole lines."""
        select = selects[self.statement]
        limits = [(f"{select.key} > ?", self.above), (f"{select.key} <= ?", self.up_to)]
        conditions = [condition for condition, value in limits if value is not None]
        yield from statements.run(connection, select, check, [value for _, value in limits if value is not None], conditions)


def state(connection: sqlite3.Connection) -> bytes:
    """What tells the state of a base that a connection reads apart from that of another file, which may have taken its place under its name."""
    return repr(connection.execute(STATE).fetchone()).encode()


def main(requests: IO[bytes], answers: IO[bytes]) -> None:
    """Print what is asked for until the pipe is closed."""
    path, base = pickle.load(requests)
    connection = store.connect(path, readonly=True)
    connection.execute("BEGIN")
    answer(answers, state(connection))  # which is held from this first read on
    with slices.offered(connection):
        check = functions.register(connection, base)
        while True:
            try:
                selects, portions = pickle.load(requests)
            except EOFError:
                return
            for portion in portions:
                answer(answers, b"".join(portion.printed(connection, selects, check)))


def answer(answers: IO[bytes], data: bytes) -> None:
    answers.write(len(data).to_bytes(LENGTH, "big"))
    answers.write(data)
    answers.flush()


if __name__ == "__main__":
    bounds.prepare()
    main(sys.stdin.buffer, sys.stdout.buffer)
