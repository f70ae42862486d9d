"""Print statements as JSON Lines or tab-separated lines. The keys and columns are a contract for other programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from kb.propose.statements.statement import Argument, Relation, Statement

BREAKS = str.maketrans("\t\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029", " " * 11)
"""Characters that would end a column or a line of the tab-separated form, each replaced by a space."""


def json_line(sentence: str, statement: Statement) -> str:
    """Return one statement as a line of JSON without its line end."""
    return json.dumps({"sentence": sentence, **record(statement)}, ensure_ascii=False)


def record(statement: Statement) -> dict[str, Any]:
    """Return a statement as a dict for JSON. Offsets are code points of the text, null where the text leaves the word out."""
    return {
        "subject": argument(statement.subject),
        "relation": relation(statement.relation),
        "object": argument(statement.object),
        "arguments": [argument(one) for one in statement.arguments],
        "predicate_id": statement.predicate_id,
        "negated": statement.negated,
        "kind": statement.kind,
        "certainty": statement.certainty,
        "condition": argument(statement.condition),
        "holder": argument(statement.holder),
        "claim": statement.claim,
        "event": statement.event,
        "rule": statement.rule,
        "confidence": statement.confidence,
    }


def argument(value: Argument | None) -> dict[str, Any] | None:
    """Return an argument as a dict, or None."""
    if value is None:
        return None
    return {
        "text": value.text,
        "start_char": value.start,
        "end_char": value.end,
        "role": value.role,
        "resolved": value.resolved,
        "entity_id": value.entity_id,
    }


def relation(value: Relation) -> dict[str, Any]:
    """Return a relation as a dict with the keys of an argument."""
    return {"text": value.text, "start_char": value.start, "end_char": value.end, "resolved": None, "entity_id": None}


def columns(sentence: str, statements: Iterable[Statement]) -> Iterator[str]:
    """Yield a line for each statement, with the sentence, confidence, relation, first argument, and a column for each further argument."""
    for one in statements:
        further = [argument.text for argument in (one.object, *one.arguments) if argument is not None]
        cells = [sentence, f"{one.confidence:g}", one.relation.text, one.subject.text if one.subject else "", *further]
        yield "\t".join(cell.translate(BREAKS) for cell in cells)
