"""Plan what people mark in a text, such as what a name there stands for, which work it cites, and which sentence states nothing.

All offsets are code points from 0, end exclusive.
"""

from __future__ import annotations

from collections.abc import Iterator

from kb.base import ids
from kb.base.entries import needed
from kb.base.model import Row
from kb.base.runs import Run
from kb.base.snapshot_text import SnapshotText
from kb.errors import DataError
from kb.names.lookup import Lookup
from kb.sources import snapshots
from kb.texts import anchoring

Span = tuple[int, int]


def plan_mentions(lookup: Lookup, snapshot: SnapshotText, entry: Row) -> list[Row]:
    """Return a row of `mentions` for each occurrence, as whole words, of the words of an entry.

    Only its `within` is searched where it has one. Raises DataError where there is none.
    """
    needed(entry, ("text", "entity", "sense"), "")
    entity_id = lookup.entity(entry["entity"], "entity", needed=True)
    sense = lookup.word("mentions.sense", entry["sense"])
    status = lookup.new_status("mentions.status", entry.get("status"))
    spans = anchoring.occurrences(snapshot.text, entry["text"])
    if entry.get("within"):
        around = anchoring.find(snapshot.text, entry["within"], where="within")
        spans = [span for span in spans if around.start <= span.start and span.end <= around.end]
    spans = [span for span in spans if anchoring.whole_words(snapshot.text, span)]
    if not spans:
        raise DataError(f"{entry['text']!r} is not in the text as words of its own", where="text", remedy="copy the name from the text")
    return [mention_row(snapshot, (span.start, span.end), str(entity_id), sense, status) for span in spans]


def mention_row(snapshot: SnapshotText, span: Span, entity_id: str, sense: str, status: str) -> Row:
    """Return the row of `mentions` for the words of a span."""
    start, end = span
    row: Row = {"id": ids.mention_id(snapshot.snapshot_id, start, end, entity_id), "snapshot_id": snapshot.snapshot_id}
    row |= {"start_char": start, "end_char": end, "exact": snapshot.text[start:end]}
    return row | {"entity_id": entity_id, "sense": sense, "status": status}


def inside(span: Span, longer: list[Span]) -> bool:
    """Return whether a span lies in a longer one, as “China” does in “South China Sea”, so that it is no name of its own."""
    return any(low <= span[0] and span[1] <= high and (low, high) != span for low, high in longer)


def without_overlaps(marked: list[tuple[Row, bool]]) -> Iterator[Row]:
    """Yield the mentions that remain where entries overlap.

    Those with `within` come before others, then the longer ones, and of equal ones all. Each row is given with whether its entry has a `within`.
    """
    by_span: dict[Span, list[tuple[Row, bool]]] = {}
    for row, specific in marked:
        by_span.setdefault((row["start_char"], row["end_char"]), []).append((row, specific))
    claimed: list[Span] = []
    ranked = sorted(by_span.items(), key=lambda item: (not any(own for _, own in item[1]), -(item[0][1] - item[0][0]), item[0]))
    for span, rows in ranked:
        specific = any(own for _, own in rows)
        if not specific and inside(span, claimed):
            continue
        claimed.append(span)
        yield from {row["entity_id"]: row for row, own in rows if own == specific}.values()


def plan_citation(run: Run, lookup: Lookup, snapshot: SnapshotText, entry: Row) -> Row:
    """Return the row of `citations` for an entry, whose passage is recorded. Raises QuoteError where its quote is not found."""
    needed(entry, ("cited_text", "quote"), "")
    cited = lookup.source(entry.get("cited"), "cited")
    status = lookup.new_status("citations.status", entry.get("status"))
    span = anchoring.find(snapshot.text, entry["quote"], within=entry.get("within", ""), where="quote")
    passage = snapshots.put_passage(run, snapshot.snapshot_id, snapshot.text, span)
    return {
        "id": ids.citation_id(snapshot.source_id, cited or entry["cited_text"], passage),
        "citing_source_id": snapshot.source_id,
        "cited_id": cited,
        "cited_text": entry["cited_text"],
        "passage_id": passage,
        "status": status,
    }


def sentence_of(lookup: Lookup, snapshot: SnapshotText, quote: str) -> tuple[str, str | None]:
    """Return (id, reason why it carries no claim) of the sentence that holds a quote. Raises DataError where several do."""
    span = anchoring.find(snapshot.text, quote, where="quote")
    touched = "SELECT id, no_claim_reason FROM sentences WHERE snapshot_id = ? AND start_char < ? AND end_char > ?"
    found = lookup.connection.execute(touched, (snapshot.snapshot_id, span.end, span.start)).fetchall()
    if len(found) != 1:
        raise DataError("the quote runs over several sentences", where="quote", remedy="quote words of one sentence")
    sentence_id, reason = found[0]
    return sentence_id, reason
