"""Check a fact before it is saved: where its quote is, which claims are similar, which names are near. Offsets are code points."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import Any

from kb.ask import matching
from kb.ask.reconciling import in_a_line
from kb.base import ids
from kb.base.model import Row
from kb.base.snapshot_text import SnapshotText
from kb.errors import DataError
from kb.names.distinct import without_told_apart
from kb.names.lookup import Lookup
from kb.site import wording
from kb.texts import anchoring, display

AROUND = 60  # code points shown on each side of a quote
MOST_PLACES = 9
ALIKE = 72.0  # percent; claims below it have little in common
NEARLY_THE_SAME = 90.0  # percent, counting every word of both; such a claim is seen before another is recorded
MOST_COMPARED = 5_000  # code points of a claim's text that are compared with others; no claim is longer
MOST_SIMILAR = 5
MOST_NAMES = 10

NAMES = """
SELECT id, kind, label, found FROM (
  SELECT entities.id, entities.kind, entities.label, '' AS found, entities_fts.rank AS likeness FROM entities_fts JOIN entities ON entities.rowid = entities_fts.rowid
  WHERE entities_fts MATCH ?1 AND entities.status = 'current'
  UNION ALL SELECT entities.id, entities.kind, entities.label, names.name, names_fts.rank FROM names_fts JOIN names ON names.rowid = names_fts.rowid
  JOIN entities ON entities.id = entity_id WHERE names_fts MATCH ?1 AND entities.status = 'current')
WHERE ?2 IN ('', kind) ORDER BY likeness LIMIT 40"""
CLAIMS_LIKE = """
SELECT claims.id, claims.text, claims.status FROM claims_fts JOIN claims ON claims.rowid = claims_fts.rowid
WHERE claims_fts MATCH ? AND status <> 'retracted' ORDER BY rank LIMIT 40"""
CLAIMS_AT = """
SELECT DISTINCT claims.id, claims.text, claims.status FROM passages JOIN assertions ON passage_id = passages.id JOIN claims ON claims.id = claim_id
WHERE passages.snapshot_id = ? AND passages.start_char < ? AND passages.end_char > ? AND claims.status <> 'retracted'
AND assertions.status <> 'retracted' ORDER BY passages.start_char LIMIT 20"""


# Control characters other than tab and line ends, and two noncharacters: no text that people write has them, and XML cannot.


def find(snapshot: SnapshotText, quote: str, *, prefix: str = "", suffix: str = "", within: str = "") -> anchoring.Span:
    """Return the span of a quote. A browser's selection sends the words around it, which count only where the quote is not unique.

    Raises QuoteError where it is not found or not unique.
    """
    try:
        return anchoring.find(snapshot.text, quote, within=within, where="quote")
    except anchoring.QuoteError:
        if len(anchoring.occurrences(snapshot.text, quote)) < 2 or not (prefix or suffix):
            raise
    return anchoring.find(snapshot.text, quote, prefix=prefix, suffix=suffix, within=within, where="quote")


def quote(connection: sqlite3.Connection, /, source: str, words: str, **context: str) -> Row:
    """Return where a quote is in a source's text, or else the problem with the nearest words or with each place where it occurs.

    `context` takes prefix, suffix and within. Raises DataError where there is no such source, or it has no text.
    """
    snapshot = Lookup(connection).snapshot_text(source)
    try:
        span = find(snapshot, words, **context)
    except anchoring.QuoteError as error:
        answer: Row = {"found": False, **problem(error), "remedy": error.short}
        places = anchoring.occurrences(snapshot.text, words)
        if len(places) > 1:
            return answer | {"places": [place(snapshot, span) for span in places[:MOST_PLACES]], "count": len(places)}
        if error.nearest:
            return answer | {
                "nearest": place(snapshot, error.nearest) | {"differences": differences(words, error.nearest.of(snapshot.text))}
            }
        return answer
    section = snapshot.section_at(span.start)
    speaker = connection.execute("SELECT id, label FROM entities WHERE id = ?", (section.speaker_id,)).fetchone()
    return {
        "found": True,
        **place(snapshot, span),
        "to_the_letter": span.exact,
        "speaker": {"id": speaker[0], "label": speaker[1]} if speaker else None,
        "claims": claim_rows(connection.execute(CLAIMS_AT, (snapshot.snapshot_id, span.end, span.start))),
    }


def place(snapshot: SnapshotText, span: anchoring.Span) -> Row:
    """Return a span with the text around it. `prefix` and `suffix` single it out among others with the same words."""
    before, after = snapshot.text[max(0, span.start - AROUND) : span.start], snapshot.text[span.end : span.end + AROUND]
    return {
        "start": span.start,
        "end": span.end,
        "exact": span.of(snapshot.text),
        "before": before,
        "after": after,
        "prefix": before[-display.CONTEXT :],
        "suffix": after[: display.CONTEXT],
    }


def differences(ours: str, theirs: str) -> list[Row]:
    """Return the differences of two wordings, as parts of whole words whose `kind` is same, yours or text."""
    return [{"kind": kind, "words": display.visible(words)} for kind, words in display.compared(ours, theirs)]


def claim_rows(rows: Iterable[Any]) -> list[Row]:
    return [{"id": row[0], "text": row[1], "status": row[2]} for row in rows]


def similar(connection: sqlite3.Connection, text: str) -> list[Row]:
    """Return the claims whose text is the same or similar, the most similar first.

    `same` marks the one with exactly this text, `alike` those that differ in little more than a word.
    """
    from rapidfuzz import fuzz

    words = ids.collapse(text[:MOST_COMPARED])
    if not words:
        return []
    exact = Lookup(connection).claim_id_of_text(words)
    terms = dict.fromkeys(word.replace('"', "") for word in words.split())
    match = " OR ".join(f'"{term}"' for term in list(terms)[:40] if term)
    scored = (
        [(fuzz.token_set_ratio(words.lower(), row[1].lower()), row) for row in connection.execute(CLAIMS_LIKE, (match,))] if match else []
    )
    alike = [(score, row) for score, row in scored if score >= ALIKE and row[0] != exact]
    best = [row for _, row in sorted(alike, key=lambda pair: -pair[0])[:MOST_SIMILAR]]
    similar_rows = [
        row | ({"alike": True} if fuzz.token_sort_ratio(words.lower(), row["text"].lower()) >= NEARLY_THE_SAME else {})
        for row in claim_rows(best)
    ]
    if exact:
        same = connection.execute("SELECT id, text, status FROM claims WHERE id = ?", (exact,))
        similar_rows = [row | {"same": True} for row in claim_rows(same)] + similar_rows
    return similar_rows


def names(connection: sqlite3.Connection, words: str, kind: str = "") -> list[Row]:
    """Return the entities, or predicates, whose names begin with the words, or else are nearest to them.

    `also` is the name that matched where it is not the label; `line` says who or what it is; `near` marks names that are only near.
    """
    words = words.strip()
    if not words:
        return []
    if kind == "predicate":
        like = "%" + words[:40].replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
        sql = (
            "SELECT id, label FROM predicates WHERE id LIKE ?1 ESCAPE '\\' OR label LIKE ?1 ESCAPE '\\' ORDER BY length(label), id LIMIT ?2"
        )
        return [{"id": row[0], "label": row[1], "kind": kind} for row in connection.execute(sql, (like, MOST_NAMES))]
    matches: dict[str, Row] = {}
    exact = "SELECT id, kind, label, '' FROM entities WHERE id = ? AND status = 'current'"
    rows = connection.execute(exact, (words,)).fetchall()
    for expression in matching.expressions(connection, words):
        rows += connection.execute(NAMES, (expression, kind)).fetchall()
        if len(rows) >= MOST_NAMES:
            break
    for row_id, row_kind, label, also in rows:
        matches.setdefault(row_id, {"id": row_id, "label": label, "kind": row_kind, **({"also": also} if also and also != label else {})})
    bearers = [row[0] for row in Lookup(connection).by_name(words)] + [row[0] for row in rows[:1] if row[0] == words]
    matches = {each: matches[each] for each in without_told_apart(connection, bearers, matches)}
    if not matches:
        for row_id, label in Lookup(connection).nearest_entities(words, (kind,) if kind else (), 5):
            matches[row_id] = {"id": row_id, "label": label, "kind": kind or "", "near": True}
    shown = list(matches.values())[:MOST_NAMES]
    lines = in_a_line(connection, [row["id"] for row in shown])
    return [{**row, **({"line": lines[row["id"]]} if lines.get(row["id"]) else {})} for row in shown]


def problem(error: DataError) -> Row:
    """Return an error as the JSON API gives it."""
    return wording.data(error)
