"""Compare the text of a source with the page as it is now: what was edited, and which claims rest on words that are gone. Nothing is kept."""

from __future__ import annotations

import difflib
import sqlite3
from dataclasses import asdict, dataclass, field
from typing import Any

from kb import articles
from kb.articles import Document
from kb.base import runs
from kb.base.snapshot_text import read_snapshot
from kb.errors import DataError, actions
from kb.names.lookup import Lookup
from kb.sources import adding
from kb.sources.moving import MovedQuote
from kb.texts.display import SPACE

WITH_PAGE = """
SELECT sources.id, url FROM sources JOIN entities USING (id)
WHERE status = 'current' AND snapshot_id IS NOT NULL AND url IS NOT NULL ORDER BY sources.id"""
SENTENCES = "SELECT start_char, end_char FROM sentences WHERE snapshot_id = ? ORDER BY position"
LOST = ("altered", "gone")


@dataclass(frozen=True)
class Edit:
    """Sentences that were changed: as the base holds them, and as they are now; one of them is empty where they were added or removed."""

    before: str
    now: str


@dataclass(frozen=True)
class Recheck:
    """A source whose page was read again: its edits, the quotes that are not in it any more with their claims, and how many are."""

    source_id: str
    url: str | None
    changed: bool
    edits: list[Edit] = field(default_factory=list)
    at_stake: list[MovedQuote] = field(default_factory=list)
    found: int = 0

    def as_dict(self) -> dict[str, Any]:
        """Return the comparison as one JSON object."""
        return asdict(self)


def pages(connection: sqlite3.Connection, source: str | None = None) -> list[tuple[str, str]]:
    """Return (id, address) of a source, or without one of every source that has a text and an address.

    Raises DataError where the one has no text or no address.
    """
    if source is None:
        return [(row[0], row[1]) for row in connection.execute(WITH_PAGE).fetchall()]
    source_id = Lookup(connection).snapshot_text(source).source_id
    url = connection.execute("SELECT url FROM sources WHERE id = ?", (source_id,)).fetchone()[0]
    if url is None:
        raise DataError("it has no address", where=source_id, remedy=actions.correct(source_id, "url"))
    return [(source_id, str(url))]


def compare(connection: sqlite3.Connection, source_id: str, document: Document, url: str | None = None) -> Recheck:
    """Return how an article that was read again differs from the text of its source.

    It is taken in as a later text and its quotes are sought in it, in a dry run, so that the outcome is what taking it in would bring.
    """
    before = Lookup(connection).snapshot_text(source_id)
    values = {"title": source_id, "source_id": source_id, "drawn": [(each.kind, each.start, each.end) for each in document.sections]}
    with runs.begin(connection, "source", dry_run=True) as run:
        added = adding.add_source(run, articles.received(document), values)
        if not added.new and added.snapshot_id == before.snapshot_id:
            return Recheck(source_id, url, False)
        edits = edited(sentences(connection, before.snapshot_id), sentences(connection, added.snapshot_id))
    lost = [quote for quote in added.moved if quote.outcome in LOST]
    return Recheck(source_id, url, True, edits, lost, len(added.moved) - len(lost))


def sentences(connection: sqlite3.Connection, snapshot_id: str) -> list[str]:
    """Return the sentences of a text, each with single spaces."""
    text = read_snapshot(connection, snapshot_id).text
    return [SPACE.sub(" ", text[start:end]).strip() for start, end in connection.execute(SENTENCES, (snapshot_id,)).fetchall()]


def edited(before: list[str], now: list[str]) -> list[Edit]:
    """Return each stretch of sentences that differs."""
    steps = difflib.SequenceMatcher(None, before, now, autojunk=False).get_opcodes()
    return [Edit(" ".join(before[a:b]), " ".join(now[c:d])) for tag, a, b, c, d in steps if tag != "equal"]
