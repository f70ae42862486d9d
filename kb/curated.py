"""What a person writes down about texts, as TOML tables or JSON objects: the keys each may have, and the fact each means.

The same forms serve the files under ingest/, `kb import` and JSON Lines; a key that is misspelt is refused with the nearest one.
"""

from __future__ import annotations

import datetime
from typing import Any

from kb.errors import DataError, did_you_mean
from kb.facts import QUANTITY_KEYS, Fact, Voice
from kb.tables import Row

# Kind of value each key takes: words, a list of words, a number, a yes or no, or tables of their own.
TEXT, TEXTS, NUMBER, FLAG, TABLE, TABLES = "text", "list of texts", "number", "true or false", "table", "list of tables"

VOICE = {"act": TEXT, "stance": TEXT, "certainty": TEXT, "cue": TEXT, "cue_quote": TEXT, "derivation": TEXT, "said": TEXT}
QUOTE = {"source": TEXT, "quote": TEXT, "prefix": TEXT, "suffix": TEXT, "within": TEXT, "status": TEXT}
SAID = QUOTE | VOICE | {"id": TEXT, "speaker": TEXT, "work": TEXT, "said_by": TABLES, "speakers": TEXTS}
NAMED = {"id": TEXT, "name": TEXT, "kind": TEXT, "part_of": TEXT, "description": TEXT, "names": TABLES, "identifiers": TABLES}
KEYS: dict[str, dict[str, str]] = {
    "claim": SAID
    | {
        "claim": TEXT,
        "text": TEXT,
        "kind": TEXT,
        "subject": TEXT,
        "predicate": TEXT,
        "object": TEXT,
        "object_text": TEXT,
        "event": TEXT,
        "place": TEXT,
    }
    | {"about": TEXT, "quantity": TABLE, "roles": TABLES},
    "assertion": SAID | {"claim": TEXT},
    "said_by": VOICE | {"speaker": TEXT, "work": TEXT},
    "quantity": dict.fromkeys(QUANTITY_KEYS, TEXT) | {"value": NUMBER, "minimum": NUMBER, "maximum": NUMBER},
    "role": {"event": TEXT, "entity": TEXT, "role": TEXT},
    "actor": NAMED | {"anonymity": TEXT},
    "thing": NAMED | {"latitude": NUMBER, "longitude": NUMBER},
    "event": NAMED | {"actuality": TEXT, "date": TEXT, "date_basis": TEXT, "place": TEXT},
    "source": {
        "id": TEXT,
        "title": TEXT,
        "kind": TEXT,
        "publisher": TEXT,
        "published": TEXT,
        "published_basis": TEXT,
        "updated": TEXT,
        "language": TEXT,
    }
    | {
        "url": TEXT,
        "rights": TEXT,
        "note": TEXT,
        "names": TABLES,
        "identifiers": TABLES,
        "author": TABLES,
        "authors": TEXTS,
        "retrieved_from": TEXT,
        "retrieved_at": TEXT,
    },
    "name": {"name": TEXT, "kind": TEXT, "language": TEXT},
    "identifier": {"scheme": TEXT, "value": TEXT, "match": TEXT},
    "author": {"actor": TEXT, "role": TEXT},
    "predicate": {"id": TEXT, "label": TEXT, "description": TEXT, "iri": TEXT},
    "relation": {"id": TEXT, "from": TEXT, "to": TEXT, "relation": TEXT, "comparable": TEXT, "rationale": TEXT, "status": TEXT},
    "section": {"kind": TEXT, "starts": TEXT, "speaker": TEXT},
    "sentence": {"quote": TEXT, "no_claim_reason": TEXT, "whole": FLAG},
    "mention": {"text": TEXT, "entity": TEXT, "sense": TEXT, "within": TEXT, "status": TEXT},
    "citation": {"cited": TEXT, "cited_text": TEXT, "quote": TEXT, "within": TEXT, "status": TEXT},
    "contributor": {"id": TEXT, "name": TEXT, "kind": TEXT, "url": TEXT},
}
NESTED = {"said_by": "said_by", "quantity": "quantity", "roles": "role", "names": "name", "identifiers": "identifier", "author": "author"}


def checked(kind: str, entry: Row, where: str) -> Row:
    """The entry with every key known and every value of its kind; dates and numbers of TOML become the words they were."""
    known = KEYS[kind]
    clean: Row = {}
    for key, value in entry.items():
        if key not in known:
            raise DataError(f"unknown key {key!r}", where=where, remedy=did_you_mean(key, known))
        plain = type(value) is str and known[key] is TEXT  # as most are
        clean[key] = value.replace("\r\n", "\n") if plain else value_of(known[key], key, value, where)
    return clean


def value_of(wanted: str, key: str, value: Any, where: str) -> Any:
    if isinstance(value, (datetime.date, datetime.datetime)):
        value = value.isoformat()
    if wanted == TEXT and isinstance(value, (int, float)) and not isinstance(value, bool):
        value = str(value)  # a year written without quotes
    fits = {
        TEXT: isinstance(value, str),
        TEXTS: isinstance(value, list) and all(isinstance(item, str) for item in value),
        NUMBER: isinstance(value, (int, float)) and not isinstance(value, bool),
        FLAG: isinstance(value, bool),
        TABLE: isinstance(value, dict),
        TABLES: isinstance(value, list) and all(isinstance(item, dict) for item in value),
    }
    if not fits[wanted]:
        raise DataError(f"{key} should be a {wanted}, not {value!r}", where=where, remedy=f"write a {wanted}")
    if wanted == TABLE:
        return checked(NESTED[key], value, f"{where}, {key}")
    if wanted == TABLES:
        return [checked(NESTED[key], item, f"{where}, {key} {number}") for number, item in enumerate(value, 1)]
    return value.replace("\r\n", "\n") if isinstance(value, str) else value


def needed(entry: Row, keys: tuple[str, ...], where: str) -> None:
    """Refuse an entry that lacks one of the keys."""
    for key in keys:
        if entry.get(key) in (None, ""):
            raise DataError(f"{key} is missing", where=where, remedy=f"add {key} = …")


def voice_of(entry: Row) -> Voice:
    return Voice(entry.get("speaker"), entry.get("work"), *[entry.get(key) for key in VOICE])


def fact_of(entry: Row, source: str, where: str, *, kind: str = "claim") -> Fact:
    """The fact that a checked [[claim]] or [[assertion]] means. `source` is used unless the entry names its own."""
    needed(entry, ("quote",), where)
    if kind == "assertion":
        needed(entry, ("claim",), where)
    elif not entry.get("text") and not entry.get("claim"):
        raise DataError(
            "text is missing", where=where, remedy="say in text what the words claim, or name a claim that is there with claim = …"
        )
    own_id = entry.get("id")
    plain: dict[str, Any] = {key: entry[key] for key in ("prefix", "suffix", "within", "kind", "status") if entry.get(key)}
    plain |= {
        key: entry.get(key) for key in ("subject", "predicate", "object", "object_text", "event", "place", "about", "text", "quantity")
    }
    return Fact(
        source=entry.get("source") or source,
        quote=entry["quote"],
        claim_id=entry.get("claim") if kind == "assertion" or not entry.get("text") else own_id,
        assertion_id=own_id if kind == "assertion" else None,
        author=voice_of(entry),
        voices=tuple(voice_of(voice) for voice in entry.get("said_by", [])),
        speakers=tuple(entry.get("speakers", [])),
        roles=tuple(entry.get("roles", [])),
        **plain,
    )
