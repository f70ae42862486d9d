"""Where the words of a proposal are in the current text of its source. Offsets are code points, end exclusive."""

from __future__ import annotations

from kb.base.snapshot_text import read_snapshot
from kb.names.lookup import Lookup
from kb.review.queue import Waiting
from kb.sources import moving
from kb.texts import anchoring


def current_span(lookup: Lookup, waiting: Waiting) -> tuple[int, int] | None:
    """Return the (start, end) of a proposal's words in the current text of its source, or None where they are not found there once."""
    snapshot = lookup.snapshot_text(waiting.source_id)
    if snapshot.snapshot_id == waiting.snapshot_id:
        return waiting.start_char, waiting.end_char
    earlier = read_snapshot(lookup.connection, waiting.snapshot_id).text
    span = moving.seek(earlier, snapshot.text, waiting.exact, waiting.start_char)
    return (span.start, span.end) if span else None


def span_of_quote(lookup: Lookup, waiting: Waiting, quote: str) -> tuple[int, int] | None:
    """Return the (start, end) of a corrected quote that is once in the proposal's words or else its sentence, or None to search all of the text.

    So short words that are often in the text, such as "it failed", are found where the person read them.
    """
    own = current_span(lookup, waiting)
    if own is None:
        return None
    snapshot = lookup.snapshot_text(waiting.source_id)
    for low, high in (own, snapshot.sentence_around(*own)):
        found = anchoring.occurrences(snapshot.text[low:high], quote)
        if len(found) == 1:
            return low + found[0].start, low + found[0].end
    return None


def cue_sentence(lookup: Lookup, waiting: Waiting, quote: str, reporting: Waiting | None = None) -> str | None:
    """Return the sentence of the cue of the proposal, or of the one that is `reporting` it, where the quote is in another sentence; else None."""
    snapshot = lookup.snapshot_text(waiting.source_id)
    start, end = (reporting or waiting).cue_start_char, (reporting or waiting).cue_end_char
    if start is None or end is None or snapshot.snapshot_id != waiting.snapshot_id:
        return None
    span = (waiting.start_char, waiting.end_char) if quote == waiting.exact else span_of_quote(lookup, waiting, quote)
    if span is None:
        found = anchoring.occurrences(snapshot.text, quote)
        span = (found[0].start, found[0].end) if len(found) == 1 else None
    if span is None:
        return None
    low, high = snapshot.sentence_around(*span)
    return None if low <= start and end <= high else snapshot.sentence(start, end)
