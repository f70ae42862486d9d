"""Plan and record the snapshot of a source's text with its sections and sentences.

All offsets are code points from 0, end exclusive.
"""

from __future__ import annotations

from collections.abc import Sequence

from kb.base import ids, purged
from kb.base.licences import access_under
from kb.base.model import Row
from kb.base.runs import Run
from kb.errors import DataError
from kb.names.lookup import Lookup
from kb.texts import anchoring, sentences


def plan_source(lookup: Lookup, values: Row) -> Row:
    """Return the row of `sources` for an entry, without id and snapshot, with its words, dates and publisher checked."""
    row = {key: values.get(key) for key in ("title", "language", "url", "rights", "note")}
    row["kind"] = lookup.word("sources.kind", values.get("kind"))
    row["access"] = lookup.word("sources.access", values.get("access") or access_under(values.get("rights")))
    row["publisher_id"] = lookup.actor(values["publisher"], "publisher") if values.get("publisher") else None
    row["updated"] = lookup.date(values["updated"], "updated") if values.get("updated") else None
    row["published"] = lookup.date(values["published"], "published") if values.get("published") else None
    row["published_basis"] = (
        lookup.word("sources.published_basis", values.get("published_basis", "stated")) if values.get("published") else None
    )
    return row


def plan_sections(snapshot_id: str, words: str, sections: Sequence[Row], where: str = "") -> list[Row]:
    """Return the rows of `sections` that cover a text.

    Each section begins at its first words, `starts`, which occur once, and ends where the next begins. Raises DataError, with `where`
    as the place, for words that are not found and for sections out of order.
    """
    if not sections:
        raise DataError(
            "there is no section", where=where, remedy="draw at least one, with the first words of the text and whose voice it is"
        )
    starts: list[int] = []
    for number, section in enumerate(sections, 1):
        at = f"{where}, [[section]] {number}" if where else f"section {number}"
        starts.append(anchoring.find(words, section["starts"], where=at).start if section.get("starts") else 0)
        if number > 1 and starts[-1] <= starts[-2]:
            raise DataError("begins before the one above it", where=at, remedy="list the sections in the order of the text")
    if starts and words[: starts[0]].strip():
        raise DataError(
            f"the first section begins only at {starts[0]}",
            where=where,
            remedy="let the first section start with the first words of the text",
        )
    starts[0] = 0
    ends = [*starts[1:], len(words)]
    return [
        {
            "id": ids.section_id(snapshot_id, start),
            "snapshot_id": snapshot_id,
            "position": position,
            "kind": section["kind"],
            "start_char": start,
            "end_char": end,
            "speaker_id": section.get("speaker"),
        }
        for position, (section, start, end) in enumerate(zip(sections, starts, ends, strict=True), 1)
    ]


def plan_sentences(snapshot_id: str, words: str, sections: Sequence[Row], exceptions: Sequence[Row] = (), where: str = "") -> list[Row]:
    """Return the rows of `sentences` of a text.

    Each exception quotes words of a sentence, and says why it carries no claim or that they are not to be divided. Raises DataError,
    with `where` as the place, for a quote that is not found or runs over several sentences.
    """
    quoted = []
    for number, exception in enumerate(exceptions, 1):
        at = f"{where}, [[sentence]] {number}" if where else f"sentence {number}"
        quoted.append((anchoring.find(words, exception["quote"], where=at), exception, at))
    whole = [(span.start, span.end) for span, exception, _ in quoted if exception.get("whole")]
    rows: list[Row] = []
    for section in sections:
        for start, end in sentences.sentences(words, section["start_char"], section["end_char"], whole):
            row: Row = {
                "id": ids.sentence_id(snapshot_id, start),
                "snapshot_id": snapshot_id,
                "section_id": section["id"],
                "position": len(rows) + 1,
            }
            rows.append(row | {"start_char": start, "end_char": end, "no_claim_reason": None})
    for span, exception, at in quoted:
        if exception.get("no_claim_reason"):
            inside = [row for row in rows if row["start_char"] < span.end and span.start < row["end_char"]]
            if len(inside) != 1:
                raise DataError("the quote runs over several sentences", where=at, remedy="quote words of one sentence")
            inside[0]["no_claim_reason"] = exception["no_claim_reason"]
    return rows


def add_snapshot(
    run: Run,
    source_id: str,
    received: sentences.Received,
    *,
    retrieved_from: str | None = None,
    retrieved_at: str | None = None,
) -> str:
    """Record a source's text as a snapshot unless it is recorded, and return the snapshot's id. Raises DataError where it was purged."""
    purged.refuse(run.connection, received.sha256, where=source_id)
    snapshot_id = ids.snapshot_id(source_id, received.sha256)
    row = {"id": snapshot_id, "source_id": source_id, "sha256": received.sha256, "text": received.text}
    run.put("snapshots", row | {"retrieved_from": retrieved_from, "retrieved_at": retrieved_at})
    return snapshot_id


def put_passage(run: Run, snapshot_id: str, words: str, span: anchoring.Span) -> str:
    """Return the id of the passage at a span, recording it if it is new."""
    passage_id = ids.passage_id(snapshot_id, span.start, span.end)
    section = run.connection.execute(
        "SELECT id FROM sections WHERE snapshot_id = ? AND start_char <= ? AND end_char > ? ORDER BY position LIMIT 1",
        (snapshot_id, span.start, span.start),
    ).fetchone()
    row: Row = {"id": passage_id, "snapshot_id": snapshot_id, "section_id": section[0] if section else None}
    run.put("passages", row | {"start_char": span.start, "end_char": span.end, "exact": span.of(words)})
    return passage_id
