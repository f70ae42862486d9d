"""Put quotes that people or programs marked elsewhere into the queue: each is sought in the text of its source, and a person decides on it."""

from __future__ import annotations

import csv
import hashlib
import io
import re
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from kb.ask.tables import whole_file
from kb.base.runs import Run
from kb.base.snapshot_text import SnapshotText
from kb.errors import DataError, actions
from kb.exchange.formats.quoted import Quoted
from kb.names.lookup import Lookup
from kb.propose import assembly
from kb.propose.parts import Attribution, Span, Written
from kb.propose.proposal import Proposal
from kb.review import queue
from kb.texts import anchoring, csv_cells

RULE = "annotation"
HELD = (
    "SELECT sources.id, url FROM sources JOIN entities USING (id) WHERE status = 'current' AND snapshot_id IS NOT NULL AND url IS NOT NULL"
)
OF_TEXT = (
    "SELECT sources.id FROM sources JOIN snapshots ON snapshots.id = snapshot_id WHERE snapshots.sha256 = ? ORDER BY sources.id LIMIT 1"
)


@dataclass(frozen=True)
class Placed:
    """A quote that was found again: the words as they stand in the text of its source."""

    quoted: Quoted
    source_id: str
    exact: str


@dataclass
class Sought:
    """What was found of the quotes of a file, the proposals that they make by the id of a snapshot, and what failed, each with why."""

    placed: list[Placed] = field(default_factory=list)
    proposals: dict[str, list[Proposal]] = field(default_factory=dict)
    failed: list[tuple[Quoted, DataError]] = field(default_factory=list)


@dataclass
class Taken:
    """What a file of annotations became: the numbers of new and of known proposals, and what failed, each with why."""

    new: int = 0
    known: int = 0
    failed: list[tuple[Quoted, DataError]] = field(default_factory=list)


def take(run: Run, quotes: Iterable[Quoted], source: str | None = None) -> Taken:
    """Put every quote that is found in the text of its source into the queue, in the open run.

    `source` is that of the quotes that name none, or whose text the file holds. What is not found fails, and leaves nothing behind.
    """
    return record(run, seek(run.connection, quotes, source))


def seek(connection: sqlite3.Connection, quotes: Iterable[Quoted], source: str | None = None) -> Sought:
    """Return what is found of the quotes, and the proposals that they make. Nothing is written, so that others need not wait."""
    finder, sought = Finder(connection, source), Sought()
    found: dict[str, list[tuple[Quoted, anchoring.Span]]] = {}
    for quoted in quotes:
        try:
            snapshot = finder.snapshot(quoted)
            span = place(snapshot.text, quoted)
        except DataError as error:
            sought.failed.append((quoted, error))
            continue
        found.setdefault(snapshot.snapshot_id, []).append((quoted, span))
        sought.placed.append(Placed(quoted, snapshot.source_id, span.of(snapshot.text)))
    for snapshot_id, placed in found.items():
        sought.proposals[snapshot_id] = proposals(finder.lookup, finder.texts[snapshot_id].text, placed)
    return sought


def record(run: Run, sought: Sought) -> Taken:
    """Put the proposals that were made into the queue, in the open run."""
    taken = Taken(failed=sought.failed)
    for snapshot_id, listed in sought.proposals.items():
        new, known = queue.record(run, snapshot_id, listed)
        taken.new, taken.known = taken.new + new, taken.known + known
    return taken


class Finder:
    """Finds the text that a quote was marked in: by the id or address of its source, or by the text that the file holds."""

    def __init__(self, connection: sqlite3.Connection, source: str | None) -> None:
        self.lookup, self.given = Lookup(connection), source
        self.by_url: dict[str, str] = {bare(url): source_id for source_id, url in connection.execute(HELD).fetchall()}
        self.texts: dict[str, SnapshotText] = {}
        self.of_source: dict[str, SnapshotText] = {}

    def snapshot(self, quoted: Quoted) -> SnapshotText:
        """Return the text. Raises DataError where the base has none."""
        source = self.source(quoted)
        if source not in self.of_source:
            snapshot = self.lookup.snapshot_text(source)
            self.of_source[source] = self.texts[snapshot.snapshot_id] = snapshot
        return self.of_source[source]

    def source(self, quoted: Quoted) -> str:
        """Return the id of the source of a quote. Raises DataError where the base has none."""
        node = re.search(r"/(?:id|source)/([a-z0-9-]+)/?$", quoted.source)
        for name in (quoted.source, str(node[1]) if node else ""):
            if name in self.of_source or any(row[1] == "source" for row in self.lookup.by_id(name)):
                return name
        if url := self.by_url.get(bare(quoted.source)):
            return url
        if quoted.text is not None:
            digest = hashlib.sha256(quoted.text.encode("utf-8", "surrogatepass")).hexdigest()
            if row := self.lookup.connection.execute(OF_TEXT, (digest,)).fetchone():
                return str(row[0])
        if self.given and (quoted.text is not None or not quoted.source):
            return self.given
        if quoted.source:
            remedy = "take its text in first, or record this address with its source"
            raise DataError(f"no source of the base has the address or id {quoted.source!r}", where="source", remedy=remedy)
        raise DataError("no source of the base is named", where="source", remedy=actions.give("source"))


def bare(url: str) -> str:
    """Return an address without what does not tell pages apart: the scheme, a fragment, a slash at the end."""
    return re.sub(r"^https?://", "", url.partition("#")[0]).rstrip("/")


def place(text: str, quoted: Quoted) -> anchoring.Span:
    """Return where a quote stands in a text: the only place, or the one that its offset or its surroundings single out.

    Raises DataError where it stands nowhere, or in several places between which nothing decides.
    """
    if not quoted.quote.strip():
        raise DataError("no words are marked", where="quote", remedy="mark the words that carry the claim; a page note or a reply has none")
    spans = anchoring.occurrences(text, quoted.quote)
    if len(spans) == 1:
        return spans[0]
    fitting = [span for span in spans if span.start == quoted.start] or [
        span for span in spans if anchoring.fits(text, span, quoted.prefix, quoted.suffix)
    ]
    return fitting[0] if len(fitting) == 1 else anchoring.find(text, quoted.quote, where="quote")


def proposals(lookup: Lookup, text: str, placed: list[tuple[Quoted, anchoring.Span]]) -> list[Proposal]:
    """Return a proposal for each quote of a text, with the names, dates and numbers in its words and what was noted of it."""
    parts = assembly.Parts.of(text, assembly.Reading(None, lookup, Written(None)), None)
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    listed: dict[str, Proposal] = {}  # what is noted of the same words stands together
    for quoted, span in placed:
        speaker = named_near(text, quoted.speaker, span)
        attribution = Attribution(Span.of(text, span.start, span.end), speaker, None, RULE, "asserts")
        proposal = parts.proposal(digest, attribution, None)
        earlier = listed.get(proposal.id, proposal)
        told = (
            ("the annotation claims", quoted.claim),
            ("the annotation names the speaker", "" if speaker else quoted.speaker),
            ("the annotation notes", quoted.note),
        )
        notes = (*earlier.notes, *(f"{head}: {words}" for head, words in told if words))
        listed[proposal.id] = replace(earlier, notes=tuple(dict.fromkeys(notes)))
    return list(listed.values())


def named_near(text: str, speaker: str, span: anchoring.Span) -> Span | None:
    """Return where the name of a speaker stands in the paragraph of a quote, outside of it, or None."""
    if not speaker.strip():
        return None
    begin, end = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    paragraph = text[begin : end if end >= 0 else len(text)]
    for found in anchoring.exact_places(paragraph, speaker):
        start, stop = begin + found.start, begin + found.end
        if stop <= span.start or start >= span.end:
            return Span.of(text, start, stop)
    return None


def write_failed(path: Path, taken: Taken) -> None:
    """Write what failed as CSV."""
    with whole_file(path, "w") as file:
        file.write(failed_as_csv(taken.failed))


def failed_as_csv(failed: Iterable[tuple[Quoted, DataError]]) -> str:
    """Return what failed as CSV: the row of the file, its quote, its source, and why."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(("row", "quote", "source", "why"))
    rows = ((quoted.where, quoted.quote, quoted.source, error.what) for quoted, error in failed)
    writer.writerows([csv_cells.guarded(cell) for cell in row] for row in rows)
    return file.getvalue()
