"""The entries that people write as TOML tables or JSON objects, with the keys of each kind and the type of each value.

The same entries serve the files under ingest/, `kb import` and JSON Lines. A misspelt key is refused, and the nearest key suggested.
"""

from __future__ import annotations

import datetime
import functools
import math
import re
from collections.abc import Mapping
from typing import Any

from kb.base import ids, written_numbers
from kb.base.fields import CLAIM
from kb.base.model import QUANTITY_COLUMNS, Row
from kb.errors import DataError, did_you_mean
from kb.errors.remedies import Remedies

# The types of values, as error messages name them.
TEXT, TEXTS, NUMBER, FLAG, TABLE, TABLES = "text", "list of texts", "number", "true or false", "table", "list of tables"
PLAIN_UNITS = "write it in plain units, such as 252000000000"
WORDS = "list of texts, or texts separated by blanks"

VOICE = {"act": TEXT, "stance": TEXT, "certainty": TEXT, "cue": TEXT, "cue_quote": TEXT, "derivation": TEXT, "said": TEXT}
QUOTE = {"source": TEXT, "quote": TEXT, "prefix": TEXT, "suffix": TEXT, "within": TEXT, "status": TEXT}
SAID = QUOTE | VOICE | {"id": TEXT, "speaker": TEXT, "work": TEXT, "said_by": TABLES, "speakers": TEXTS}
NAMED = {"id": TEXT, "name": TEXT, "kind": TEXT, "part_of": TEXT, "description": TEXT, "names": TABLES, "identifiers": TABLES}
KEYS: dict[str, dict[str, str]] = {
    "claim": SAID | dict.fromkeys(("claim", "text", "claim_id", *CLAIM), TEXT) | {"quantity": TABLE, "roles": TABLES},
    "assertion": SAID | {"claim_id": TEXT, "claim": TEXT},
    "said_by": VOICE | {"speaker": TEXT, "work": TEXT},
    "quantity": dict.fromkeys(QUANTITY_COLUMNS, TEXT) | {"value": NUMBER, "minimum": NUMBER, "maximum": NUMBER},
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
        "access": TEXT,
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
    "predicate": {"id": TEXT, "label": TEXT, "description": TEXT, "iri": TEXT}
    | {"symmetric": FLAG, "transitive": FLAG, "inverse_of": TEXT},
    "relation": {"id": TEXT, "from": TEXT, "to": TEXT, "relation": TEXT, "comparable": WORDS, "rationale": TEXT, "status": TEXT},
    "affiliation": {"id": TEXT, "entity": TEXT, "whole": TEXT, "role": TEXT, "claim_id": TEXT, "start_date": TEXT, "end_date": TEXT},
    "review": dict.fromkeys(("id", "claim_id", "assertion_id", "assertion", "relation_id", "verdict", "note", "reviewer"), TEXT),
    "event_order": {"id": TEXT, "event": TEXT, "relation": TEXT, "other": TEXT, "claim_id": TEXT},
    "distinct": {"id": TEXT, "entity": TEXT, "other": TEXT, "reason": TEXT},
    "section": {"kind": TEXT, "starts": TEXT, "speaker": TEXT},
    "sentence": {"quote": TEXT, "no_claim_reason": TEXT, "whole": FLAG},
    "mention": {"text": TEXT, "entity": TEXT, "sense": TEXT, "within": TEXT, "status": TEXT},
    "citation": {"cited": TEXT, "cited_text": TEXT, "quote": TEXT, "within": TEXT, "status": TEXT},
    "contributor": {"id": TEXT, "name": TEXT, "kind": TEXT, "url": TEXT},
}
REVIEWED = {"claim_id": "clm", "assertion_id": "ast", "assertion": "ast", "relation_id": "rel"}  # the prefix of the row that a review names
# What an entry that stands alone names the row by that it belongs to. An entry inside that row's own entry or file leaves it out.
OWNER = {
    "quantity": "claim_id",
    "role": "claim_id",
    **dict.fromkeys(("name", "identifier"), "entity"),
    **dict.fromkeys(("author", "mention", "citation", "sentence"), "source"),
}
OLD_SPELLING = "[[assertion]] claim = … is read as the id of a claim; write claim_id = …, as claim is its words elsewhere"
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
NESTED = {"said_by": "said_by", "quantity": "quantity", "roles": "role", "names": "name", "identifiers": "identifier", "author": "author"}


class EntryError(DataError):
    """A key of an entry that is unknown, missing, or has a value of the wrong type."""

    def __init__(self, what: str, key: str, *, where: str = "", remedy: Remedies = ()) -> None:
        super().__init__(what, where=where, remedy=remedy)
        self.key = key


@functools.cache
def keys_of(kind: str, *, alone: bool = True) -> Mapping[str, str]:
    """Return the keys of a kind of entry with their types. An entry that stands `alone` also names the row that it belongs to."""
    return ({OWNER[kind]: TEXT} if alone and kind in OWNER else {}) | KEYS[kind]


def checked(kind: str, entry: Row, where: str, *, alone: bool = True) -> Row:
    """Return an entry with its keys and the types of its values checked. TOML dates, and numbers where text is expected, become text.

    An entry that stands `alone` may name the row that it belongs to. Raises EntryError for an unknown key or a wrong type.
    """
    known = keys_of(kind, alone=alone)
    clean: Row = {}
    for key, value in entry.items():
        if key not in known:
            raise EntryError(f"unknown key {key!r}", key, where=where, remedy=did_you_mean(key, known))
        plain = type(value) is str and known[key] is TEXT  # as most are
        clean[key] = value.replace("\r\n", "\n") if plain else value_of(known[key], key, value, where)
    if kind == "review":
        return with_id(clean, where)
    return one_spelling(kind, clean, where) if "claim" in clean else clean


def with_id(entry: Row, where: str) -> Row:
    """Return a [[review]] with its row as `id`, which may be called claim_id, assertion_id, assertion or relation_id."""
    names = [key for key in ("id", *REVIEWED) if entry.get(key)]
    if len(names) != 1:
        raise EntryError("names no row, or several", "id", where=where, remedy="name one claim, assertion or relation: id = …")
    prefix = REVIEWED.get(names[0])
    row_id = ids.prefixed(prefix, entry[names[0]]) if prefix else entry[names[0]]
    return {"id": row_id} | {key: value for key, value in entry.items() if key != names[0]}


def one_spelling(kind: str, entry: Row, where: str) -> Row:
    """Return the entry with its key `claim` as `claim_id` in [[assertion]], where older files hold the id in it, and as `text` elsewhere."""
    own = "claim_id" if kind == "assertion" else "text"
    if own in entry:
        raise DataError(f"claim and {own} say the same", where=where, remedy=f"leave claim out, and keep {own}")
    if kind == "claim" and ID.fullmatch(entry["claim"]):
        raise DataError(
            f"claim is the words of a claim, and {entry['claim']!r} looks like an id",
            where=where,
            remedy="name the claim with claim_id = …",
        )
    return {own if key == "claim" else key: value for key, value in entry.items()}


def is_old_spelling(kind: str, entry: Row) -> bool:
    """Return whether an unchecked entry names a claim by `claim`, as [[assertion]] did before `claim_id`."""
    return kind == "assertion" and "claim" in entry


def value_of(wanted: str, key: str, value: Any, where: str) -> Any:
    """Return the value of a key as the type `wanted`. Raises EntryError where it is of another type."""
    if isinstance(value, (datetime.date, datetime.datetime)):
        value = value.isoformat()
    if wanted == TEXT and isinstance(value, (int, float)) and not isinstance(value, bool):
        value = str(value)  # a year written without quotes
    fits = {
        TEXT: isinstance(value, str),
        TEXTS: isinstance(value, list) and all(isinstance(item, str) for item in value),
        WORDS: isinstance(value, str) or (isinstance(value, list) and all(isinstance(item, str) for item in value)),
        NUMBER: isinstance(value, (int, float)) and not isinstance(value, bool),
        FLAG: isinstance(value, bool),
        TABLE: isinstance(value, dict),
        TABLES: isinstance(value, list) and all(isinstance(item, dict) for item in value),
    }
    if not fits[wanted]:
        raise EntryError(f"{key} should be a {wanted}, not {value!r}", key, where=where, remedy=f"write a {wanted}")
    if wanted == TABLE:
        return checked(NESTED[key], value, f"{where}, {key}", alone=False)
    if wanted == TABLES:
        return [checked(NESTED[key], item, f"{where}, {key} {number}", alone=False) for number, item in enumerate(value, 1)]
    return value.replace("\r\n", "\n") if isinstance(value, str) else value


def needed(entry: Row, keys: tuple[str, ...], where: str) -> None:
    """Raise EntryError where an entry lacks one of the keys, or has it empty."""
    for key in keys:
        if entry.get(key) in (None, ""):
            raise EntryError(f"{key} is missing", key, where=where, remedy=f"add {key} = …")


def flag(value: Any, where: str) -> int | None:
    """Return 1 for true and 0 for false, or None where the value is empty. Raises DataError for any other value."""
    if value is None or value == "":
        return None
    known = {"1": 1, "true": 1, "0": 0, "false": 0}.get(str(value).lower())
    if known is None:
        raise DataError(f"{value!r} is neither true nor false", where=where, remedy="write true or false")
    return known


def number(value: Any, where: str) -> float | None:
    """Return a value as a finite number, or None where it is empty. Raises DataError where it is not a finite number."""
    if value is None or value == "":
        return None
    try:
        if math.isfinite(float(value)):
            return float(value)
    except (TypeError, ValueError, OverflowError):
        pass
    meant = written_numbers.readings(str(value))
    remedy = f"write {' or '.join(meant)}, {'whichever' if len(meant) > 1 else 'if that'} is meant" if meant else PLAIN_UNITS
    raise DataError(f"{value!r} is not a number", where=where, remedy=remedy)
