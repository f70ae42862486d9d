"""What to tell somebody before a fact is saved: where the quote stands, what is like the claim, which names are near. Offsets are code points."""

from __future__ import annotations

import difflib
import re
import sqlite3
from typing import Any

from kb import anchor, ids
from kb.errors import DataError
from kb.lookup import Held, Lookup

Row = dict[str, Any]
AROUND = 60  # code points shown on each side of a quote
MOST_PLACES = 9
ALIKE = 72.0  # percent; below it two claims have little in common
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


# What no text that people write holds, and no XML can: control characters other than tab and line ends, and two code points that are none.
UNWRITTEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")


def refuse_unwritten(words: str, where: str) -> None:
    """Raises DataError for words that hold a control character."""
    found = UNWRITTEN.search(words)
    if found:
        raise DataError(f"holds the control character U+{ord(found[0]):04X}", where=where, remedy="write it without")


def find(held: Held, quote: str, *, prefix: str = "", suffix: str = "", within: str = "") -> anchor.Span:
    """Where the quote stands. Words around it that a selection brought along count only where the quote alone is not enough."""
    try:
        return anchor.find(held.text, quote, within=within, where="quote")
    except anchor.QuoteError:
        if len(anchor.occurrences(held.text, quote)) < 2 or not (prefix or suffix):
            raise
    return anchor.find(held.text, quote, prefix=prefix, suffix=suffix, within=within, where="quote")


def quote(connection: sqlite3.Connection, source: str, words: str, *, prefix: str = "", suffix: str = "", within: str = "") -> Row:
    """Whether and where the words stand in the source's text; if not, the nearest with the differences; if often, each place.

    Raises DataError where there is no such source, or no text of it.
    """
    held = Lookup(connection).held(source)
    try:
        span = find(held, words, prefix=prefix, suffix=suffix, within=within)
    except anchor.QuoteError as error:
        told: Row = {"found": False, "error": error.what, "where": error.where, "remedy": error.remedy.split("\n")[0]}
        places = anchor.occurrences(held.text, words)
        if len(places) > 1:
            return told | {"places": [place(held, one) for one in places[:MOST_PLACES]], "count": len(places)}
        if error.nearest:
            return told | {"nearest": place(held, error.nearest) | {"differences": differences(words, error.nearest.of(held.text))}}
        return told
    section = held.section_at(span.start)
    speaker = connection.execute("SELECT id, label FROM entities WHERE id = ?", (section.speaker_id,)).fetchone()
    return {
        "found": True,
        **place(held, span),
        "to_the_letter": span.exact,
        "speaker": {"id": speaker[0], "label": speaker[1]} if speaker else None,
        "claims": claims(connection.execute(CLAIMS_AT, (held.snapshot_id, span.end, span.start))),
    }


def place(held: Held, span: anchor.Span) -> Row:
    """A stretch with its surroundings; `prefix` and `suffix` tell it from others with the same words."""
    before, after = held.text[max(0, span.start - AROUND) : span.start], held.text[span.end : span.end + AROUND]
    return {
        "start": span.start,
        "end": span.end,
        "exact": span.of(held.text),
        "before": before,
        "after": after,
        "prefix": before[-anchor.CONTEXT :],
        "suffix": after[: anchor.CONTEXT],
    }


def differences(ours: str, theirs: str) -> list[Row]:
    """Both wordings word by word: each part with `kind` same, yours or text."""
    old, new = ours.split(), theirs.split()
    parts: list[Row] = []
    for kind, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            parts.append({"kind": "same", "words": " ".join(old[a:b])})
            continue
        parts += [{"kind": "yours", "words": " ".join(old[a:b])}] if b > a else []
        parts += [{"kind": "text", "words": " ".join(new[c:d])}] if d > c else []
    return parts


def claims(found: Any) -> list[Row]:
    return [{"id": row[0], "text": row[1], "status": row[2]} for row in found]


def similar(connection: sqlite3.Connection, text: str) -> list[Row]:
    """Claims that say the same or nearly, the likest first; `same` marks the one with the very words."""
    from rapidfuzz import fuzz

    words = ids.collapse(text)
    if not words:
        return []
    look = Lookup(connection)
    exact = look.claim_id_of_text(words)
    terms = dict.fromkeys(word.replace('"', "") for word in words.split())
    match = " OR ".join(f'"{term}"' for term in list(terms)[:40] if term)
    scored = (
        [(fuzz.token_set_ratio(words.lower(), row[1].lower()), row) for row in connection.execute(CLAIMS_LIKE, (match,))] if match else []
    )
    scored = sorted((one for one in scored if one[0] >= ALIKE and one[1][0] != exact), key=lambda one: -one[0])[:MOST_SIMILAR]
    found = claims(row for _, row in scored)
    if exact:
        there = connection.execute("SELECT id, text, status FROM claims WHERE id = ?", (exact,))
        found = [row | {"same": True} for row in claims(there)] + found
    return found


def names(connection: sqlite3.Connection, words: str, kind: str = "") -> list[Row]:
    """Actors, things, events, sources (or predicates) whose names begin with the words, else the nearest; `also` is the name that was met."""
    words = words.strip()
    if not words:
        return []
    if kind == "predicate":
        like = "%" + words[:40].replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
        sql = (
            "SELECT id, label FROM predicates WHERE id LIKE ?1 ESCAPE '\\' OR label LIKE ?1 ESCAPE '\\' ORDER BY length(label), id LIMIT ?2"
        )
        return [{"id": row[0], "label": row[1], "kind": kind} for row in connection.execute(sql, (like, MOST_NAMES))]
    terms = [term.replace('"', "") for term in words.replace("-", " ").split()]
    match = " ".join(f'"{term}"*' for term in terms if term)
    found: dict[str, Row] = {}
    exact = "SELECT id, kind, label, '' FROM entities WHERE id = ? AND status = 'current'"
    rows = connection.execute(exact, (words,)).fetchall() + (connection.execute(NAMES, (match, kind)).fetchall() if match else [])
    for row_id, row_kind, label, also in rows:
        found.setdefault(row_id, {"id": row_id, "label": label, "kind": row_kind, **({"also": also} if also and also != label else {})})
    if not found:
        for row_id, label in Lookup(connection).nearest_entities(words, (kind,) if kind else (), 5):
            found[row_id] = {"id": row_id, "label": label, "kind": kind or "", "near": True}
    return list(found.values())[:MOST_NAMES]


def problem(error: DataError) -> Row:
    return {"error": error.what, "where": error.where, "remedy": error.remedy}


COMMAND = re.compile(r"add it first: kb new .*|kb correct (\S+) status=reviewed|(?<![\w-])kb (undo|correct|retract|merge|show|add)\b")


def without_commands(remedy: str, new: str) -> str:
    """A remedy for whoever does not sit at a command line; `new` says how to record what is not there yet."""

    def instead(found: re.Match[str]) -> str:
        return (
            new if found[0].startswith("add it") else f"take {found[1]} up again: correct its status to reviewed" if found[1] else found[2]
        )

    return COMMAND.sub(instead, remedy)
