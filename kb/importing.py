"""Files of sourced facts: TOML, CSV and JSON Lines through the one function that adds a fact; RDF back into the rows it came from."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import ParamSpec, TypeVar

from kb import curated, facts
from kb.entities import NewEntity, add_entity, plan_relation
from kb.errors import DataError, UsageError, did_you_mean
from kb.facts import Added
from kb.lookup import Lookup
from kb.tables import Row

ENTITIES = ("predicate", "actor", "thing", "event")
RDF = (".nq", ".nt", ".trig", ".ttl", ".jsonld", ".rdf", ".xml")
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
    kinds = (*ENTITIES, "claim", "assertion", "relation")
    default = data.pop("source", None)
    for kind in data:
        if kind not in kinds:
            raise DataError(f"unknown table [[{kind}]]", where=str(path), remedy=did_you_mean(kind, kinds))
    for kind in kinds:
        for number, entry in enumerate(data.get(kind, []), 1):
            inherits = default and kind in ("claim", "assertion")
            yield kind, f"{path}, [[{kind}]] {number}", ({"source": default} if inherits else {}) | entry


def csv_entries(path: Path, text: str) -> Iterator[tuple[str, str, Row]]:
    reader = csv.DictReader(io.StringIO(text), strict=True)
    for name in reader.fieldnames or []:
        if name not in CSV_COLUMNS:
            raise DataError(f"unknown column {name!r}", where=f"{path}, line 1", remedy=did_you_mean(name, CSV_COLUMNS))
    try:
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
    for number, line in enumerate(text.splitlines(), 1):
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
        if kind not in (*ENTITIES, "claim", "assertion", "relation"):
            raise DataError(
                f"unknown type {kind!r}", where=where, remedy=did_you_mean(str(kind), (*ENTITIES, "claim", "assertion", "relation"))
            )
        yield kind, where, entry


def import_facts(connection: sqlite3.Connection, run_id: str, recorded_at: str, path: Path, text: str) -> Imported:
    """Add every entry of a file in the open run; one that is wrong refuses them all."""
    look = Lookup(connection)
    done = Imported()
    for kind, where, given in entries(path, text):
        entry = curated.checked(kind, given, where)
        if kind in ENTITIES:
            done.entities += located(where, add_entity, connection, look, run_id, NewEntity.of(kind, entry, where))
        elif kind == "relation":
            relation = located(where, plan_relation, look, entry)
            facts.put(
                connection,
                "relations",
                relation,
                ("from_claim_id", "to_claim_id", "relation"),
                {"run_id": run_id, "recorded_at": recorded_at},
            )
        else:
            if not entry.get("source"):
                raise DataError(
                    "source is missing", where=where, remedy="name the source in every entry, or once at the top of a TOML file"
                )
            done.facts.append(
                facts.write(connection, facts.plan(look, curated.fact_of(entry, "", where, kind=kind), where), run_id, recorded_at)
            )
    return done


P = ParamSpec("P")
T = TypeVar("T")


def located(where: str, work: Callable[P, T], *arguments: P.args, **named: P.kwargs) -> T:
    """Do one entry's work; what it refuses says which entry it was."""
    try:
        return work(*arguments, **named)
    except DataError as error:
        raise error.at(where) from None
