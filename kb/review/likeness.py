"""Which claims of the base a proposal may repeat, contradict or bring up to date: shown beside it, decided by nobody but a person."""

from __future__ import annotations

import sqlite3
from typing import Any

from kb.propose import against
from kb.propose.against import Suggestion
from kb.propose.types import Date, Quantity, Span
from kb.review.deciding import claim_text
from kb.review.queue import Waiting

SHOWN = 5
FIGURE = ("comparison", "value", "minimum", "maximum", "unit", "measure")


def suggestions(connection: sqlite3.Connection, waiting: Waiting) -> list[Suggestion]:
    """The likeliest few, the surest first, each with the rule that fired and why."""
    found = waiting.found
    entities = [match["entity_id"] for mention in found.get("mentions", ()) for match in mention["matches"][:1] if match["entity_id"]]
    numbers = [Quantity(span(one), **{key: one[key] for key in FIGURE}) for one in found.get("quantities", ())]
    dates = [Date(span(one), one["edtf"], one["basis"]) for one in found.get("dates", ())]
    made = against.suggest(connection, claim_text(waiting.exact), waiting.speaker_id, entities, numbers, dates)
    return made[:SHOWN]


def span(one: dict[str, Any]) -> Span:
    return Span(one["start_char"], one["end_char"], one["text"])
