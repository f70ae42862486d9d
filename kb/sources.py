"""Take a source's text in: its snapshot, its sections with their voices, its sentences; and later texts of the same source.

All offsets are code points from 0, end exclusive.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from kb import anchor, ids, text
from kb.errors import DataError
from kb.facts import insert
from kb.tables import Row

KEEP_LIKENESS = 0.9  # from here on words count as altered rather than gone (measured: lower anchors to wrong places)
SHORT = 20  # quotes shorter than this are sought only exactly, with their context
ENOUGH = 6  # letters before or after a quote that tell its place, unless they are all there is


def plan_sections(snapshot_id: str, words: str, sections: Sequence[Row], where: str = "") -> list[Row]:
    """Rows of `sections`: each begins where its unique first words stand and runs to the next; together they cover the text."""
    if not sections:
        raise DataError("no section", where=where, remedy="draw at least one, with the first words of the text and whose voice it is")
    starts: list[int] = []
    for number, section in enumerate(sections, 1):
        at = f"{where}, [[section]] {number}" if where else f"section {number}"
        starts.append(anchor.find(words, section["starts"], where=at).start if section.get("starts") else 0)
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
    """Rows of `sentences`. Exceptions name a sentence by words in it: why it carries no claim, or that it is one whole sentence."""
    found = []
    for number, exception in enumerate(exceptions, 1):
        at = f"{where}, [[sentence]] {number}" if where else f"sentence {number}"
        found.append((anchor.find(words, exception["quote"], where=at), exception, at))
    whole = [(span.start, span.end) for span, exception, _ in found if exception.get("whole")]
    rows: list[Row] = []
    for section in sections:
        for start, end in text.sentences(words, section["start_char"], section["end_char"], whole):
            row: Row = {
                "id": ids.sentence_id(snapshot_id, start),
                "snapshot_id": snapshot_id,
                "section_id": section["id"],
                "position": len(rows) + 1,
            }
            rows.append(row | {"start_char": start, "end_char": end, "no_claim_reason": None})
    for span, exception, at in found:
        if exception.get("no_claim_reason"):
            inside = [row for row in rows if row["start_char"] < span.end and span.start < row["end_char"]]
            if len(inside) != 1:
                raise DataError("the words run over several sentences", where=at, remedy="quote words of one sentence")
            inside[0]["no_claim_reason"] = exception["no_claim_reason"]
    return rows


def add_snapshot(
    connection: sqlite3.Connection,
    run_id: str,
    source_id: str,
    received: text.Received,
    *,
    retrieved_from: str | None = None,
    retrieved_at: str | None = None,
) -> str:
    """Record the bytes of a source's text, once; returns the snapshot's id."""
    snapshot_id = ids.snapshot_id(source_id, received.sha256)
    if not connection.execute("SELECT 1 FROM snapshots WHERE id = ?", (snapshot_id,)).fetchone():
        row = {"id": snapshot_id, "source_id": source_id, "sha256": received.sha256, "text": received.text}
        insert(connection, "snapshots", row | {"retrieved_from": retrieved_from, "retrieved_at": retrieved_at, "run_id": run_id})
    return snapshot_id


@dataclass(frozen=True)
class Moved:
    """What became of one quote in a later text of its source."""

    assertion_id: str
    claim_id: str
    claim: str
    quote: str
    outcome: str  # unchanged, moved, altered or gone
    nearest: str = ""


def move_to(connection: sqlite3.Connection, run_id: str, source_id: str, snapshot_id: str) -> list[Moved]:
    """Make a snapshot the current one and seek every quote in use there.

    Found: the assertion keeps its id and its passage moves (the revision keeps the old). Not found: it stays with the old
    text, and is listed, until a person decides.
    """
    words = connection.execute("SELECT text FROM snapshots WHERE id = ?", (snapshot_id,)).fetchone()[0]
    connection.execute("UPDATE sources SET snapshot_id = ? WHERE id = ?", (snapshot_id, source_id))
    in_use = connection.execute(
        "SELECT assertions.id, claim_id, claims.text, exact, passages.start_char, cue, cue_start_char, snapshots.text FROM assertions"
        " JOIN claims ON claims.id = claim_id JOIN passages ON passages.id = passage_id JOIN snapshots ON snapshots.id = passages.snapshot_id"
        " WHERE assertions.source_id = ? AND assertions.status <> 'retracted' AND passages.snapshot_id <> ? ORDER BY passages.start_char, level",
        (source_id, snapshot_id),
    ).fetchall()
    moved = []
    for assertion_id, claim_id, claim, exact, start, cue, cue_start, old in in_use:
        span = seek(old, words, exact, start)
        cue_span = seek_cue(old, words, cue, cue_start, span.start - start) if cue and span else None
        if span is None or (cue and cue_span is None):
            outcome, near = fate(words, exact, span)
            moved.append(Moved(assertion_id, claim_id, claim, exact, outcome, near))
            continue
        passage_id = put_passage(connection, run_id, snapshot_id, words, span)
        new = {"id": assertion_id, "passage_id": passage_id, "cue": cue_span.of(words) if cue_span else None}
        new |= {"cue_start_char": cue_span.start if cue_span else None, "cue_end_char": cue_span.end if cue_span else None}
        connection.execute(
            "UPDATE assertions SET passage_id = :passage_id, cue = :cue, cue_start_char = :cue_start_char, cue_end_char = :cue_end_char WHERE id = :id",
            new,
        )
        moved.append(Moved(assertion_id, claim_id, claim, exact, "unchanged" if span.start == start else "moved"))
    move_citations(connection, run_id, source_id, snapshot_id, words)
    return moved


def fate(words: str, exact: str, span: anchor.Span | None) -> tuple[str, str]:
    """(altered or gone, the words most like it now) for a quote that cannot move; `span` where only its cue is missing."""
    if span is not None:
        return "altered", anchor.SPACE.sub(" ", words[max(0, span.start - anchor.CONTEXT) : span.end + anchor.CONTEXT])
    near = anchor.nearest(words, exact)
    if near is None:
        return "gone", ""
    alike = len(exact) >= SHORT and anchor.likeness(exact, near.of(words)) >= KEEP_LIKENESS
    return "altered" if alike else "gone", near.of(words)


def seek_cue(old: str, new: str, cue: str, start: int, shift: int) -> anchor.Span | None:
    """Where a cue stands now: as far from its quote as before, or else where the words around it are the same."""
    at = start + shift
    if at >= 0 and new[at : at + len(cue)] == cue:
        return anchor.Span(at, at + len(cue))
    return seek(old, new, cue, start)


def move_citations(connection: sqlite3.Connection, run_id: str, source_id: str, snapshot_id: str, words: str) -> None:
    cited = connection.execute(
        "SELECT citations.id, exact, start_char, text FROM citations JOIN passages ON passages.id = passage_id JOIN snapshots ON snapshots.id = snapshot_id"
        " WHERE citing_source_id = ? AND snapshot_id <> ?",
        (source_id, snapshot_id),
    ).fetchall()
    for citation_id, exact, start, old in cited:
        span = seek(old, words, exact, start)
        if span:
            connection.execute(
                "UPDATE citations SET passage_id = ? WHERE id = ?", (put_passage(connection, run_id, snapshot_id, words, span), citation_id)
            )


def seek(old: str, new: str, exact: str, start: int) -> anchor.Span | None:
    """Where words of the old text stand in the new one: alone in both, or told from others like them by what stands around them."""
    found, others = anchor.occurrences(new, exact), [span for span in anchor.occurrences(old, exact) if span.start != start]
    if len(found) == 1 and not others and len(exact) >= SHORT:
        return found[0]
    if any(sides_agreeing(old, old, exact, start, span) == 2 for span in others):
        return None  # nothing told them apart before
    agreeing = [(sides_agreeing(old, new, exact, start, span), span) for span in found]
    most = max((sides for sides, _ in agreeing), default=0)
    best = [span for sides, span in agreeing if sides == most]
    return best[0] if most and len(best) == 1 else None


def sides_agreeing(old: str, new: str, exact: str, start: int, span: anchor.Span, width: int = 24) -> int:
    """On how many sides, before and after, the words are the same in both texts; a few letters at the end of a text tell little."""
    end = start + len(exact)
    before, after = old[max(0, start - width) : start].strip(), old[end : end + width].strip()
    now_before, now_after = new[: span.start], new[span.end :]
    same_before = anchor.ends_with(now_before, before) if len(before) >= ENOUGH else anchor.folded(now_before) == anchor.folded(before)
    same_after = anchor.begins_with(now_after, after) if len(after) >= ENOUGH else anchor.folded(now_after) == anchor.folded(after)
    return same_before + same_after


def put_passage(connection: sqlite3.Connection, run_id: str, snapshot_id: str, words: str, span: anchor.Span) -> str:
    """The id of the passage at that place, recorded if new."""
    passage_id = ids.passage_id(snapshot_id, span.start, span.end)
    if not connection.execute("SELECT 1 FROM passages WHERE id = ?", (passage_id,)).fetchone():
        section = connection.execute(
            "SELECT id FROM sections WHERE snapshot_id = ? AND start_char <= ? AND end_char > ? ORDER BY position LIMIT 1",
            (snapshot_id, span.start, span.start),
        ).fetchone()
        row = {
            "id": passage_id,
            "snapshot_id": snapshot_id,
            "section_id": section[0] if section else None,
            "start_char": span.start,
            "end_char": span.end,
        }
        insert(connection, "passages", row | {"exact": span.of(words), "run_id": run_id})
    return passage_id
