"""The JSON objects that the API takes: what each request may hold, how it is read, and the same as JSON Schema for its description."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from kb.base import entries
from kb.base.model import Row
from kb.errors import DataError, KbError, UsageError
from kb.names.entities import KINDS
from kb.texts import characters

Schema = dict[str, Any]
SEARCHED = ("quote", "prefix", "suffix", "within")
A_TEXT: Schema = {"type": ["string", "number"]}  # a year may be written without quotes
SCHEMAS: dict[str, Schema] = {
    entries.TEXT: A_TEXT,
    entries.TEXTS: {"type": "array", "items": {"type": "string"}},
    entries.WORDS: {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]},
    entries.NUMBER: {"type": "number"},
    entries.FLAG: {"type": "boolean"},
}


class NotJsonError(KbError):
    """The body is not a JSON object (status 400)."""

    status = 400


@dataclass(frozen=True)
class Body:
    """The JSON object of a request: its texts, each with whether it is needed, and the schemas of its other values or of the whole.

    `flags` are true or false, and false where they are left out.
    """

    texts: dict[str, bool] = field(default_factory=dict)
    others: dict[str, Schema] = field(default_factory=dict)
    whole: Schema | None = None
    flags: tuple[str, ...] = ()

    @property
    def schema(self) -> Schema:
        """The object as JSON Schema."""
        if self.whole is not None:
            return self.whole
        text = {"type": "string"}
        listed = {name: {**text, "pattern": r"\S"} if needed else {"type": ["string", "null"]} for name, needed in self.texts.items()}
        listed |= {name: {"type": "boolean"} for name in self.flags}
        return closed({**listed, **self.others}, [*(name for name, needed in self.texts.items() if needed), *self.others])


VALUE: Schema = {"type": ["string", "number", "null"]}


SET: Schema = {"type": "object", "minProperties": 1, "additionalProperties": VALUE}
QUOTE = Body({"source": True, "quote": True, "prefix": False, "suffix": False, "within": False})
SIMILAR = Body({"text": True})
CORRECTION = Body({"id": True, "reason": True}, {"set": SET})
REVIEW = Body({"id": True, "verdict": True, "note": False})
RETRACTION = Body({"id": True, "reason": True})
MERGE = Body({"old": True, "into": True, "reason": True}, flags=("despite_evidence",))
UNDO = Body({"run": True, "reason": True})
SETTLEMENT = Body({"id": True, "choice": True, "reason": True})


def closed(properties: dict[str, Schema], required: list[str] | None = None) -> Schema:
    """The schema of an object with these properties and no other."""
    return {"type": "object", "properties": properties, "additionalProperties": False, **({"required": required} if required else {})}


def entry_schema(kind: str, *, alone: bool = True) -> Schema:
    """The schema of an entry of a kind, with the keys and types of kb.base.entries."""
    properties = {}
    for key, wanted in entries.keys_of(kind, alone=alone).items():
        if wanted in (entries.TABLE, entries.TABLES):
            inner = entry_schema(entries.NESTED[key], alone=False)
            properties[key] = inner if wanted == entries.TABLE else {"type": "array", "items": inner}
        else:
            properties[key] = SCHEMAS[wanted]
    return closed(properties)


def with_type(schema: Schema, *kinds: str, needed: bool = True) -> Schema:
    """The schema of an entry that says of which kind it is."""
    return closed({"type": {"enum": list(kinds)}, **schema["properties"]}, ["type"] if needed else None)


def facts_schema(most: int) -> Schema:
    """The schema of facts to record: one as it is, or a list of them with the rows that they need."""
    place = {"type": "integer", "minimum": 0}
    span = {"start_char": place, "end_char": place}
    fact = closed({**entry_schema("claim")["properties"], **entry_schema("assertion")["properties"], **span})
    fact = with_type(fact, "claim", "assertion", needed=False)
    new = {"type": "array", "items": {"anyOf": [with_type(entry_schema(kind), kind) for kind in KINDS]}}
    order: dict[str, Schema] = {
        "new": new,
        "reason": {"type": ["string", "null"]},
        "dry_run": {"type": "boolean"},
        "restore": {"type": "boolean"},
    }
    several: dict[str, Schema] = {"facts": {"type": "array", "minItems": 1, "maxItems": most, "items": fact}}
    return {"anyOf": [closed({**fact["properties"], **order}, ["source", "quote"]), closed({**several, **order}, ["facts"])]}


def entries_schema(kinds: tuple[str, ...], most: int) -> Schema:
    """The schema of entries to record: one as it is, or a list of them."""
    each = [with_type(entry_schema(kind), kind) for kind in kinds]
    order: dict[str, Schema] = {"reason": {"type": ["string", "null"]}, "dry_run": {"type": "boolean"}}
    one = [closed({**schema["properties"], **order}, ["type"]) for schema in each]
    listed: dict[str, Schema] = {"entries": {"type": "array", "minItems": 1, "maxItems": most, "items": {"anyOf": each}}}
    return {"anyOf": [*one, closed({**listed, **order}, ["entries"])]}


def parsed(body: bytes) -> Row:
    """Return the JSON object of a body. Raises NotJsonError, or DataError for control characters."""
    try:
        data = json.loads(body)
        json.dumps(data, ensure_ascii=False).encode()
    except UnicodeEncodeError as error:
        raise NotJsonError("the text holds half of a surrogate pair", remedy="give well-formed Unicode") from error
    except (ValueError, RecursionError) as error:
        raise NotJsonError("the body is not JSON", remedy='send a JSON object, such as {"source": …, "quote": …}') from error
    if not isinstance(data, dict):
        raise NotJsonError("the body is not a JSON object", remedy="begin it with {")
    refuse_unwritten(data)
    return data


def refuse_unwritten(data: Row) -> None:
    """Raise DataError for control characters, except in values that are only searched in a text."""
    pending: list[tuple[str, object]] = list(data.items())
    while pending:  # no recursion, as the sender decides how deep the object is
        name, value = pending.pop()
        if isinstance(value, str) and name not in SEARCHED:
            characters.refuse_unwritten(value, name)
        elif isinstance(value, dict):
            pending += [(str(inner), item) for inner, item in value.items()]
        elif isinstance(value, list):
            pending += [(name, item) for item in value]


def words(data: Row, known: dict[str, bool]) -> dict[str, str]:
    """Return the texts of a body, with line ends as LF. `known` says of each key whether it is needed.

    Raises UsageError for another key, DataError for one that is missing or no text.
    """
    for key in data:
        if key not in known:
            raise UsageError(f"unknown key {key!r}", where=str(key), remedy="use " + ", ".join(known))
    texts = {}
    for key, needed in known.items():
        value = data.get(key)
        if value is None and not needed:
            continue
        if not isinstance(value, str) or (needed and not value.strip()):
            raise DataError("is missing" if value in (None, "") else "is no text", where=key, remedy=f'add "{key}": "…"')
        texts[key] = value.replace("\r\n", "\n")
    return texts
