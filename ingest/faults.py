"""What a reading would leave wrong in the base, told in the same run, so that files which read well also pass `kb check`."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from ingest.files import Curated
from ingest.origins import Address
from ingest.parsing import Entry
from ingest.sync import Sync
from kb.base import checks, store
from kb.base.problems import Problem
from kb.errors import DataError


def brought(sync: Sync, db: Path, curated: Curated) -> Iterator[DataError]:
    """Yield an error for each fault that the open reading brings into the base, at the entry whose row is at fault.

    What was wrong before is left to `kb check`: whoever retracted a claim by hand can still read the files.
    """
    if not sync.counts:
        return
    after = [problem for problem in errors(sync.connection) if problem.row != sync.run.id]  # which is not finished yet
    if not after:
        return
    earlier = store.connect(db)  # a second connection sees the base as it was before the reading
    try:
        before = {(problem.check, problem.row) for problem in errors(earlier)}
    finally:
        earlier.close()
    places = {(address.table, origin.row_id): address for address, origin in sync.origins.items()}
    for problem in after:
        if (problem.check, problem.row) not in before:
            where = place(problem.row, places, curated)
            yield DataError(f"{problem.what} ({problem.detail})", where=where, remedy=problem.remedies)


def errors(connection: sqlite3.Connection) -> list[Problem]:
    """Return the errors that the questions of schema/checks find, without their notices."""
    return [problem for check in checks.load() if check.severity == "error" for problem in check.problems(connection)]


def place(row_id: str, places: dict[tuple[str, str], Address], curated: Curated) -> str:
    """Return the entry of a row as messages name it, or else its file and id, or only its id where no file states it."""
    address = next((address for (_, name), address in places.items() if name == row_id), None)
    if address is None:
        return row_id
    entry = next(
        (entry for entry in stated(curated) if entry.file == address.file and f"{entry.kind}:{entry.values.get('id')}" == address.base),
        None,
    )
    return entry.where if entry else f"{address.file}, {row_id}"


def stated(curated: Curated) -> Iterator[Entry]:
    """Yield every entry that may have an id."""
    yield from curated.reference
    for folder in curated.sources:
        yield from folder.claims
