"""Suggest the recorded claims that a proposal may repeat, contradict or update. Only a person decides on them."""

from __future__ import annotations

import re
import sqlite3
from dataclasses import replace
from typing import Any

from kb.names.lookup import Lookup
from kb.propose import against
from kb.propose.against import Suggestion, wording
from kb.propose.against.statements import Said
from kb.propose.parts import Date, Quantity, Span
from kb.review import suggested
from kb.review.as_fact import claim_text
from kb.review.queue import Waiting
from kb.review.suggested import values

SHOWN = 5
FEWEST = 4  # words of a quote from which on the same ones in two texts are no accident
SAME_QUOTE = """SELECT claims.id, claims.text, passages.exact FROM passages_fts JOIN passages ON passages.rowid = passages_fts.rowid
 JOIN assertions ON passage_id = passages.id JOIN claims ON claims.id = claim_id
 WHERE passages_fts MATCH ? AND assertions.source_id <> ? AND assertions.status <> 'retracted' AND claims.status <> 'retracted'
 AND merged_into_id IS NULL LIMIT 40"""
SAME_TRIPLE = """SELECT id FROM claims WHERE subject_id = ? AND predicate_id = ? AND object_id IS ? AND object_text IS ?
 AND status <> 'retracted' AND merged_into_id IS NULL ORDER BY recorded_at, id LIMIT ?"""
FIGURE = ("comparison", "value", "minimum", "maximum", "unit", "measure")


def suggestions(connection: sqlite3.Connection, waiting: Waiting) -> list[Suggestion]:
    """Return at most SHOWN suggestions, the surest first, each with its rule and the reason.

    Claims that another text carries in the same words come first, then those of the same triple, then others.
    """
    found: dict[str, Suggestion] = {}
    for listed in (of_same_quote, of_same_triple, of_words):
        for one in listed(connection, waiting):
            found.setdefault(one.claim_id, one)
    return list(found.values())[:SHOWN]


def of_same_quote(connection: sqlite3.Connection, waiting: Waiting) -> list[Suggestion]:
    """Return the claims that another source carries in the proposal's words, as where both print an agency's text; the likest first."""
    plain = claim_text(waiting.exact)
    words = re.findall(r"\w+", plain)
    if len(words) < FEWEST:
        return []
    phrase = f'"{" ".join(words)}"'
    carried = [row[:2] for row in connection.execute(SAME_QUOTE, (phrase, waiting.source_id)) if claim_text(row[2]) == plain]
    mine = wording.of(values(Lookup(connection), waiting).get("text") or plain)
    ranked = sorted(dict(carried).items(), key=lambda row: (-wording.likeness(mine, wording.of(row[1])), row[0]))
    why = "another text carries it in the same words"
    return [Suggestion(claim_id, against.DUPLICATE, "quote", why, 1.0) for claim_id, _ in ranked]


def of_same_triple(connection: sqlite3.Connection, waiting: Waiting) -> list[Suggestion]:
    """Return the claims with the proposal's subject, predicate and object, whatever their words, so that other voices on them meet."""
    found = suggested.values(Lookup(connection), waiting)
    triple = (found.get("subject"), found.get("predicate"), found.get("object"), found.get("object_text"))
    if not (triple[0] and triple[1] and (triple[2] or triple[3])):
        return []
    why = "a claim with the same subject, predicate and object"
    return [Suggestion(row[0], against.DUPLICATE, "triple", why, 1.0) for row in connection.execute(SAME_TRIPLE, (*triple, SHOWN))]


def of_words(connection: sqlite3.Connection, waiting: Waiting) -> list[Suggestion]:
    """Return the claims that are like the proposal in words or figures, the surest first."""
    findings = waiting.found
    entities = [match["entity_id"] for mention in findings.get("mentions", ()) for match in mention["matches"][:1] if match["entity_id"]]
    numbers = [Quantity(span(number), **{key: number[key] for key in FIGURE}) for number in findings.get("quantities", ())]
    dates = [Date(span(date), date["edtf"], date["basis"]) for date in findings.get("dates", ())]
    suggested = values(Lookup(connection), waiting)
    proposed = against.Proposed.of(suggested.get("text") or claim_text(waiting.exact), entities, numbers, dates)
    proposed = replace(proposed, said=said(waiting, suggested))
    return against.suggest(connection, proposed, waiting.speaker_id)[:SHOWN]


def said(waiting: Waiting, suggested: dict[str, str]) -> Said | None:
    """Return what a proposal says, or None where the base lacks its subject or its predicate."""
    if not {"subject", "predicate"} <= set(suggested) or not {"object", "object_text"} & set(suggested):
        return None
    triple = (suggested["subject"], suggested["predicate"], suggested.get("object"), suggested.get("object_text"))
    return Said(*triple, waiting.stance, waiting.kind, suggested.get("about"))


def span(item: dict[str, Any]) -> Span:
    return Span(item["start_char"], item["end_char"], item["text"])
