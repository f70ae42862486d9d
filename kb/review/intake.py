"""Record an article of any format, with its original file and its proposed claims, in one run."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from kb import articles, propose, review
from kb.articles import Document
from kb.base import purged
from kb.base.licences import refuse_stricter
from kb.base.model import Row
from kb.base.runs import Run
from kb.base.snapshot_text import read_snapshot
from kb.errors import UsageError, actions
from kb.names.lookup import Lookup
from kb.propose.proposal import Proposal
from kb.sources import adding
from kb.sources.adding import AddedSource


@dataclass(frozen=True)
class Proposed:
    """A recorded article: its source, the numbers of new and of known proposals, and the tier of rules that read it."""

    source: AddedSource
    new: int
    known: int
    tier: str


def take(
    run: Run,
    document: Document,
    values: Row | None = None,
    *,
    model: str | None = None,
    proposals: Sequence[Proposal] | None = None,
) -> Proposed:
    """Record an article and its proposals in the open run. `proposals` are those of its text, where it was read already.

    `values` describes the source, by the options of `kb source add`, and takes precedence over the article's own metadata. A text
    that the base has adds nothing. A file that was read before and now with all of its words is a later text of its source. Raises UsageError where the title is missing, and the errors of reading and of `kb source add`.
    """
    values = {key: value for key, value in (values or {}).items() if value}
    known = known_source(run.connection, document, values)
    if known:
        refuse_stricter(known.source_id, values.get("access"), adding.access_of(run.connection, known.source_id))
        counts = of_source(run, known.source_id, model=model) if proposals is None else recorded(run, known, proposals)
        return Proposed(known, *counts, propose.tier(model))
    described = articles.as_source(document) | values
    if "title" not in described:
        raise UsageError("the article has no title", where="title", remedy=actions.give("title"))
    drawn = [(section.kind, section.start, section.end) for section in document.sections]
    source = adding.add_source(run, articles.received(document), described | {"drawn": drawn})
    original = articles.original(document)
    if original and source.new:  # the same text in other bytes: the first original stays
        run.put("originals", original | {"snapshot_id": source.snapshot_id})
    counts = of_source(run, source.source_id, model=model) if proposals is None else recorded(run, source, proposals)
    language = run.connection.execute("SELECT language FROM sources WHERE id = ?", (source.source_id,)).fetchone()[0]
    if told := propose.reading(document.text, language):
        source.lines.append(told)
    return Proposed(source, *counts, propose.tier(model))


def recorded(run: Run, source: AddedSource, proposals: Sequence[Proposal]) -> tuple[int, int]:
    """Put proposals that were read already into the queue, and return (number of new ones, number of known ones).

    Where somebody recorded another text of the source meanwhile, they are not of its words, and nothing is recorded: to read that text
    now would let everybody wait who writes.
    """
    text = read_snapshot(run.connection, source.snapshot_id).text
    spans = [proposal.attribution.content for proposal in proposals]
    if any(text[span.start : span.end] != span.text for span in spans):
        source.lines.append("its text is another than the one that was read, and nothing was proposed: propose its claims by its id")
        return 0, 0
    return review.record(run, source.snapshot_id, list(proposals), fragments=False)


def known_source(connection: sqlite3.Connection, document: Document, values: Row) -> AddedSource | None:
    """Return the source that holds this article already, or None.

    Where the article was read with all of its words, and the source was not, it is a later text, and `values` then names the source.
    """
    known = source_of_bytes(connection, document)
    if known and document.keep_all and not holds_text(connection, known, document):
        values.setdefault("source_id", known.source_id)  # asked for by name: the fuller text becomes the source's text
        return None
    return known if known and values.get("source_id") in (None, known.source_id) else None


def text_to_read(connection: sqlite3.Connection, document: Document, values: Row | None = None) -> tuple[str, str | None, str | None]:
    """Return the text for which `take` records proposals, when it was published, and its language.

    It is that of the source which holds these bytes already, even where they are read to another text now.
    """
    given = {key: value for key, value in (values or {}).items() if value}
    known = known_source(connection, document, given)
    if known:
        return text_of_source(connection, known.source_id)
    described = articles.as_source(document) | given
    return document.text, described.get("published"), described.get("language")


def proposals_for(
    connection: sqlite3.Connection, document: Document, values: Row | None = None, *, model: str | None = None
) -> list[Proposal]:
    """Return the proposals that `take` would record for an article, so that they can be found before a run is open, in another process."""
    text, published, language = text_to_read(connection, document, values)
    lookup = Lookup(connection)
    anchor = lookup.date(published, "published") if published else None
    return propose.propose(text, lookup, anchor=anchor, model=model, language=language)


def read_and_propose(
    connection: sqlite3.Connection, data: bytes, values: Row | None = None, *, model: str | None = None, **how: Any
) -> tuple[Document, list[Proposal]]:
    """Return an article with its proposals. `how` goes to `articles.read`. Nothing is written."""
    document = articles.read(data, **how)
    return document, proposals_for(connection, document, values, model=model)


def source_of_bytes(connection: sqlite3.Connection, document: Document) -> AddedSource | None:
    """Return the source whose current text was read from exactly these bytes, or None."""
    purged.refuse(connection, document.sha256, document.text_sha256)
    sql = (
        "SELECT source_id, snapshots.id FROM originals JOIN snapshots ON snapshots.id = originals.snapshot_id"
        " JOIN sources ON sources.snapshot_id = snapshots.id WHERE originals.sha256 = ?"
    )
    row = connection.execute(sql, (document.sha256,)).fetchone()
    return AddedSource(row[0], row[1], False, ["the base holds this file already"]) if row else None


def holds_text(connection: sqlite3.Connection, known: AddedSource, document: Document) -> bool:
    """Return whether the current text of a source is the one of this document."""
    text = connection.execute("SELECT text FROM snapshots WHERE id = ?", (known.snapshot_id,)).fetchone()[0]
    return bool(text == document.text)


def of_source(run: Run, source: str, *, model: str | None = None, proposals: Sequence[Proposal] | None = None) -> tuple[int, int]:
    """Propose the claims of a recorded source, and return (number of new proposals, number of known ones)."""
    if proposals is None:
        proposals = proposals_of_source(run.connection, source, model=model)
    return review.record(run, Lookup(run.connection).snapshot_text(source).snapshot_id, list(proposals), fragments=False)


def proposals_of_source(connection: sqlite3.Connection, source: str, *, model: str | None = None) -> list[Proposal]:
    """Return the proposals for the text of a recorded source. Nothing is written."""
    text, published, language = text_of_source(connection, source)
    return propose.propose(text, Lookup(connection), anchor=published, model=model, language=language)


def text_of_source(connection: sqlite3.Connection, source: str) -> tuple[str, str | None, str | None]:
    """Return the current text of a recorded source, when it was published, and its language."""
    snapshot = Lookup(connection).snapshot_text(source)
    published, language = connection.execute("SELECT published, language FROM sources WHERE id = ?", (snapshot.source_id,)).fetchone()
    return snapshot.text, published, language
