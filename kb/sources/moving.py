"""Move the quotes of a source to its later text, where they stand in the same words (see kb.texts.folding) or in the same place.

All offsets are code points from 0, end exclusive.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from kb.base import figures
from kb.base.runs import Run
from kb.base.snapshot_text import SnapshotText, read_snapshot
from kb.sources.snapshots import put_passage
from kb.texts import anchoring
from kb.texts.display import CONTEXT as SHOWN
from kb.texts.display import SPACE
from kb.texts.folding import folded

KEEP_LIKENESS = 0.9  # at this similarity and above a quote is altered rather than gone (measured: a lower one anchors to wrong places)
SHORT = 20  # shorter quotes are searched only exactly and with their context
CONTEXT = 24  # code points on each side of a quote that are compared
REACH = 256  # code points of the later text in which that context is looked for, since it may hold more white space there
ENOUGH = 6  # fewer letters before or after a quote do not single it out, unless they are all that stands there


PASSAGES_OF = """
SELECT snapshot_id, start_char, end_char FROM assertions JOIN passages ON passages.id = passage_id
WHERE claim_id = ? AND assertions.status <> 'retracted' ORDER BY passages.id"""


@dataclass(frozen=True)
class MovedQuote:
    """An assertion whose quote was searched in a later text of its source, with the outcome and the nearest words."""

    assertion_id: str
    claim_id: str
    claim: str
    quote: str
    outcome: str  # unchanged, moved, altered or gone
    nearest: str = ""


def move_to(run: Run, source_id: str, snapshot_id: str) -> list[MovedQuote]:
    """Make a snapshot the current one of its source, and search it for the quote of every assertion that is not retracted.

    Where the quote is found, the assertion gets a passage in the new text, and a revision keeps the old one. Where it is not, or its
    cue or number is not, the assertion stays with the old text until a person decides.
    """
    connection = run.connection
    now = read_snapshot(connection, snapshot_id)
    words = now.text
    connection.execute("UPDATE sources SET snapshot_id = ? WHERE id = ?", (snapshot_id, source_id))
    in_use = connection.execute(
        "SELECT assertions.id, assertions.claim_id, claims.text, exact, passages.start_char, cue, cue_start_char, snapshots.id, verbatim FROM assertions"
        " JOIN claims ON claims.id = assertions.claim_id JOIN passages ON passages.id = passage_id JOIN snapshots ON snapshots.id = passages.snapshot_id"
        " LEFT JOIN quantities ON quantities.claim_id = claims.id"
        " WHERE assertions.source_id = ? AND assertions.status <> 'retracted' AND passages.snapshot_id <> ? ORDER BY passages.start_char, level",
        (source_id, snapshot_id),
    ).fetchall()
    moved = []
    earlier = {name: read_snapshot(connection, name) for name in {row[7] for row in in_use}}
    for assertion_id, claim_id, claim, exact, start, cue, cue_start, old_id, figure in in_use:
        old = earlier[old_id].text
        span = seek(old, words, exact, start)
        cue_span = seek_cue(old, words, cue, cue_start, span.start - start) if cue and span else None
        before = anchoring.Span(start, start + len(exact))
        if span is None or (cue and cue_span is None) or (figure and figure_lost(figure, earlier[old_id], before, now, span)):
            outcome, near = fate(words, exact, span)
            moved.append(MovedQuote(assertion_id, claim_id, claim, exact, outcome, near))
            continue
        passage_id = put_passage(run, snapshot_id, words, span)
        new = {"id": assertion_id, "passage_id": passage_id, "cue": cue_span.of(words) if cue_span else None}
        new |= {"cue_start_char": cue_span.start if cue_span else None, "cue_end_char": cue_span.end if cue_span else None}
        connection.execute(
            "UPDATE assertions SET passage_id = :passage_id, cue = :cue, cue_start_char = :cue_start_char, cue_end_char = :cue_end_char WHERE id = :id",
            new,
        )
        moved.append(MovedQuote(assertion_id, claim_id, claim, exact, "unchanged" if span.start == start else "moved"))
    respell_figures(run, [quote for quote in moved if quote.outcome in ("unchanged", "moved")])
    move_citations(run, source_id, snapshot_id, words)
    return moved


def figure_lost(figure: str, old: SnapshotText, before: anchoring.Span, new: SnapshotText, span: anchoring.Span) -> bool:
    """Return whether the sentence of a quote prints the number of its claim in the old text and no longer in the new one."""
    if not figures.prints(old, before.start, before.end, figure):
        return False
    return not anchoring.occurrences(new.sentence(span.start, span.end), figure)


def respell_figures(run: Run, moved: list[MovedQuote]) -> None:
    """Give each number that its claim's sentences now print in other characters, such as with another kind of space, those characters."""
    connection = run.connection
    claims = json.dumps(sorted({quote.claim_id for quote in moved}))
    for claim_id, verbatim in list(figures.unprinted(connection, claims)):
        for snapshot_id, start, end in connection.execute(PASSAGES_OF, (claim_id,)).fetchall():
            sentence = read_snapshot(connection, snapshot_id).sentence(start, end)
            spans = anchoring.occurrences(sentence, verbatim)
            if spans:
                connection.execute("UPDATE quantities SET verbatim = ? WHERE claim_id = ?", (spans[0].of(sentence), claim_id))
                break


def fate(words: str, exact: str, span: anchoring.Span | None) -> tuple[str, str]:
    """Return (altered or gone, the nearest words) for a quote that cannot move. `span` is where it is if only its cue or number is missing."""
    if span is not None:
        return "altered", SPACE.sub(" ", words[max(0, span.start - SHOWN) : span.end + SHOWN])
    near = anchoring.nearest(words, exact)
    if near is None:
        return "gone", ""
    alike = len(exact) >= SHORT and anchoring.likeness(exact, near.of(words)) >= KEEP_LIKENESS
    return "altered" if alike else "gone", near.of(words)


def seek_cue(old: str, new: str, cue: str, start: int, shift: int) -> anchoring.Span | None:
    """Return the span of a cue in the new text: as far from its quote as before, or else by its context, or None where it is not found."""
    at = start + shift
    if at >= 0 and new[at : at + len(cue)] == cue:
        return anchoring.Span(at, at + len(cue))
    return seek(old, new, cue, start)


def move_citations(run: Run, source_id: str, snapshot_id: str, words: str) -> None:
    """Give each citation whose words are in the new text a passage there."""
    cited = run.connection.execute(
        "SELECT citations.id, exact, start_char, text FROM citations JOIN passages ON passages.id = passage_id JOIN snapshots ON snapshots.id = snapshot_id"
        " WHERE citing_source_id = ? AND snapshot_id <> ?",
        (source_id, snapshot_id),
    ).fetchall()
    for citation_id, exact, start, old in cited:
        span = seek(old, words, exact, start)
        if span:
            run.connection.execute(
                "UPDATE citations SET passage_id = ? WHERE id = ?", (put_passage(run, snapshot_id, words, span), citation_id)
            )


def seek(old: str, new: str, exact: str, start: int) -> anchoring.Span | None:
    """Return the span in the new text of words of the old one, where they occur once in both or their context singles them out, or None."""
    spans, others = anchoring.occurrences(new, exact), [span for span in anchoring.occurrences(old, exact) if span.start != start]
    if len(spans) == 1 and not others and len(folded(exact)) >= SHORT:
        return spans[0]
    if any(sides_agreeing(old, old, exact, start, span) == 2 for span in others):
        return None  # in the old text their context was the same
    agreeing = [(sides_agreeing(old, new, exact, start, span), span) for span in spans]
    most = max((sides for sides, _ in agreeing), default=0)
    best = [span for sides, span in agreeing if sides == most]
    return best[0] if most and len(best) == 1 else None


def sides_agreeing(old: str, new: str, exact: str, start: int, span: anchoring.Span) -> int:
    """Return on how many sides, before and after, the context of the words is the same in both texts (see ENOUGH)."""
    end = start + len(exact)
    before, after = folded(old[max(0, start - CONTEXT) : start]), folded(old[end : end + CONTEXT])
    now_before, now_after = folded(new[max(0, span.start - REACH) : span.start]), folded(new[span.end : span.end + REACH])
    same_before = now_before.endswith(before) if len(before) >= ENOUGH else now_before == before
    same_after = now_after.startswith(after) if len(after) >= ENOUGH else now_after == after
    return same_before + same_after
