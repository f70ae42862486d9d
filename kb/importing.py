"""Files of sourced facts: TOML, CSV and JSON Lines through the one function that adds a fact; RDF back into the rows it came from."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from kb import curated, facts, search
from kb.entities import NewEntity, add_entity, plan_relation
from kb.errors import DataError, UsageError, did_you_mean
from kb.facts import Added
from kb.lookup import Lookup
from kb.settled import refuse_unsettled
from kb.store import refused
from kb.tables import Row

ENTITIES = ("predicate", "actor", "thing", "event")
KINDS = (*ENTITIES, "claim", "assertion", "relation")
RDF = (".nq", ".nt", ".trig", ".ttl", ".jsonld", ".rdf")
RELATION = ("from_claim_id", "to_claim_id", "relation")  # one relation of a kind between two claims, whatever its id
# CSV has no tables inside cells: one speaker below the author, in columns of its own.
SPEAKER = {
    "speaker": "speaker",
    "speaker_work": "work",
    "speaker_act": "act",
    "speaker_stance": "stance",
    "speaker_certainty": "certainty",
    "speaker_cue": "cue",
}
QUANTITY = {f"quantity_{key}": key for key in facts.QUANTITY_KEYS}
CSV_COLUMNS = [key for key, kind in curated.KEYS["claim"].items() if kind == curated.TEXT and key not in ("speaker", "work")] + [
    *SPEAKER,
    *QUANTITY,
]


@dataclass
class Imported:
    """What came of a file."""

    facts: list[Added] = field(default_factory=list)
    entities: int = 0
    relations: int = 0

    @property
    def new(self) -> int:
        return sum(added.new_assertion for added in self.facts)


def entries(path: Path, text: str) -> Iterator[tuple[str, str, Row]]:
    """(kind, place, entry) for each entry of a TOML, CSV or JSON Lines file, unchecked."""
    suffix = path.suffix.lower()
    if suffix == ".toml":
        yield from toml_entries(path, text)
    elif suffix == ".csv":
        yield from csv_entries(path, text)
    elif suffix in (".jsonl", ".ndjson"):
        yield from jsonl_entries(path, text)
    else:
        raise UsageError(
            f"{suffix or 'a file without an ending'} is no format of facts",
            where=str(path),
            remedy="name it .toml, .csv, .jsonl, .nq, .trig, .ttl, .nt, .jsonld or .rdf",
        )


def toml_entries(path: Path, text: str) -> Iterator[tuple[str, str, Row]]:
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"not TOML: {error}", where=str(path), remedy="mend the line") from error
    default = data.pop("source", None)
    for kind, listed in data.items():
        if kind not in KINDS:
            raise DataError(f"unknown table [[{kind}]]", where=str(path), remedy=did_you_mean(kind, KINDS))
        if not isinstance(listed, list) or not all(isinstance(entry, dict) for entry in listed):
            raise DataError(f"{kind} is no list of tables", where=str(path), remedy=f"begin each entry with [[{kind}]], in double brackets")
    for kind in KINDS:
        for number, entry in enumerate(data.get(kind, []), 1):
            inherits = default and kind in ("claim", "assertion")
            yield kind, f"{path}, [[{kind}]] {number}", ({"source": default} if inherits else {}) | entry


def csv_entries(path: Path, text: str) -> Iterator[tuple[str, str, Row]]:
    reader = csv.DictReader(io.StringIO(text), strict=True)
    try:
        names = list(reader.fieldnames or [])
        for name in names:
            if name not in CSV_COLUMNS:
                raise DataError(f"unknown column {name!r}", where=f"{path}, line 1", remedy=did_you_mean(name, CSV_COLUMNS))
            if names.count(name) > 1:
                raise DataError(f"the column {name!r} stands there twice", where=f"{path}, line 1", remedy="leave one of the two")
        for row in reader:
            where = f"{path}, line {reader.line_num}"
            if None in row:
                raise DataError("more cells than columns", where=where, remedy="put cells with commas in double quotes")
            given = {key: value for key, value in row.items() if value}
            entry = {key: value for key, value in given.items() if key not in SPEAKER and key not in QUANTITY}
            voice = {SPEAKER[key]: value for key, value in given.items() if key in SPEAKER}
            quantity: Row = {QUANTITY[key]: value for key, value in given.items() if key in QUANTITY}
            for key in ("value", "minimum", "maximum"):
                if key in quantity:
                    quantity[key] = facts.number(quantity[key], f"{where}, quantity_{key}")
            yield "claim", where, entry | ({"said_by": [voice]} if voice else {}) | ({"quantity": quantity} if quantity else {})
    except csv.Error as error:
        raise DataError(
            f"not CSV: {error}", where=f"{path}, line {reader.line_num}", remedy="put cells with commas or quotes in double quotes"
        ) from error


def jsonl_entries(path: Path, text: str) -> Iterator[tuple[str, str, Row]]:
    for number, line in enumerate(text.split("\n"), 1):  # JSON may hold other characters that end a line for Python
        if not line.strip():
            continue
        where = f"{path}, line {number}"
        try:
            entry = json.loads(line)
        except ValueError as error:
            raise DataError(f"not JSON: {error}", where=where, remedy="write one JSON object a line") from error
        if not isinstance(entry, dict):
            raise DataError("not a JSON object", where=where, remedy="write one JSON object a line")
        kind = entry.pop("type", "claim")
        if kind not in KINDS:
            raise DataError(f"unknown type {kind!r}", where=where, remedy=did_you_mean(str(kind), KINDS))
        yield kind, where, entry


def import_facts(connection: sqlite3.Connection, run_id: str, recorded_at: str, path: Path, text: str) -> Imported:
    """Add every entry of a file in the open run; one that is wrong refuses them all, and says which it was."""
    look = Lookup(connection, only_adding=True)
    done = Imported()
    stamp = {"run_id": run_id, "recorded_at": recorded_at}
    with search.suspended(connection):
        for kind, where, given in entries(path, text):
            entry = curated.checked(kind, given, where)
            with located(where):
                if kind in ENTITIES:
                    done.entities += add_entity(connection, look, run_id, NewEntity.of(kind, entry, ""))
                elif kind == "relation":
                    done.relations += facts.put(connection, "relations", plan_relation(look, entry), RELATION, stamp)
                else:
                    fact = curated.fact_of(with_source(entry), "", "", kind=kind)
                    done.facts.append(facts.write(connection, facts.plan(look, fact), run_id, recorded_at))
    refuse_unsettled(connection)
    return done


def with_source(entry: Row) -> Row:
    if not entry.get("source"):
        raise DataError("source is missing", remedy="name the source in every entry, or once at the top of a TOML file")
    return entry


@contextmanager
def located(where: str) -> Iterator[None]:
    """One entry's work; what is refused says which entry it was."""
    try:
        yield
    except DataError as error:
        raise error.at(where) from None
    except sqlite3.Error as error:
        raise refused(error).at(where) from error
