"""Take an article in, whatever its format, and put the claims that it may make into the queue: text, original file and proposals in one run."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from kb import adding, propose, reading, review
from kb.adding import Taken
from kb.errors import UsageError
from kb.facts import put
from kb.lookup import Lookup
from kb.propose.types import Proposal
from kb.reading import Document
from kb.tables import Row


@dataclass(frozen=True)
class Proposed:
    """What came of an article: its source, how many proposals are new, how many were there, and which tier of rules read it."""

    taken: Taken
    new: int
    known: int
    tier: str


def take(
    connection: sqlite3.Connection,
    run_id: str,
    document: Document,
    said: Row | None = None,
    *,
    model: str | None = None,
    proposals: Sequence[Proposal] | None = None,
) -> Proposed:
    """Record an article and its proposals in the open run; `proposals` are those of its text, where they were made already.

    `said` is what a person says of the source, before what the article says of itself; keys as for `kb source add`. The same text
    again adds nothing. Raises UsageError where a title is missing and all that reading and `kb source add` refuse.
    """
    given = {key: value for key, value in (said or {}).items() if value}
    there = same_bytes(connection, document)
    if there and given.get("source_id") in (None, there.source_id):
        return Proposed(there, *of_source(connection, run_id, there.source_id, model=model), propose.tier(model))
    described = reading.as_source(document) | given
    if "title" not in described:
        raise UsageError("the article does not say what it is called", where="title", remedy="give it with --title")
    drawn = [(section.kind, section.start, section.end) for section in document.sections]
    taken = adding.add_source(connection, run_id, reading.received(document), described | {"drawn": drawn})
    original = reading.original(document)
    if original and taken.new:  # the same text out of other bytes: the file that was kept first stays
        put(connection, "originals", original | {"snapshot_id": taken.snapshot_id}, ("snapshot_id",), {"run_id": run_id})
    if proposals is None:
        new, known = of_source(connection, run_id, taken.source_id, model=model)
    else:
        new, known = review.record(connection, run_id, taken.snapshot_id, list(proposals))
    return Proposed(taken, new, known, propose.tier(model))


def same_bytes(connection: sqlite3.Connection, document: Document) -> Taken | None:
    """The source whose current text was read out of these very bytes, whatever is read out of them now."""
    sql = (
        "SELECT source_id, snapshots.id FROM originals JOIN snapshots ON snapshots.id = originals.snapshot_id"
        " JOIN sources ON sources.snapshot_id = snapshots.id WHERE originals.sha256 = ?"
    )
    found = connection.execute(sql, (document.sha256,)).fetchone()
    return Taken(found[0], found[1], False, ["the base holds this file already"]) if found else None


def of_source(connection: sqlite3.Connection, run_id: str, source: str, *, model: str | None = None) -> tuple[int, int]:
    """Propose the claims of a text that the base holds already; (new proposals, those that were there)."""
    look = Lookup(connection)
    held = look.held(source)
    published = connection.execute("SELECT published FROM sources WHERE id = ?", (held.source_id,)).fetchone()[0]
    proposals = propose.propose(held.text, look, anchor=published, model=model)
    return review.record(connection, run_id, held.snapshot_id, proposals)
