"""A proposal as fields that a person reads and corrects, where entities stand by name, and the choice that the corrected fields make.

The terminal and the site show these fields and hand back what was typed, so that both mean the same by it. Beside a field that names an
entity stands its kind, `subject-kind` and so on: empty for one of the base, else what a new one would be, such as "actor person"; and, but for a predicate, the id that it would
have, `subject-id` and so on: empty where it is made from the name.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass

from kb.base import ids
from kb.errors import DataError
from kb.names.claims_by_words import only_claim_worded
from kb.names.entities import NewEntity
from kb.names.lookup import Lookup
from kb.review import suggested
from kb.review.as_fact import claim_text
from kb.review.deciding import Choice
from kb.review.queue import Waiting
from kb.review.words import PRONOUNS

ENTITIES = {"speaker": ("actor",), "subject": (), "predicate": (), "object": (), "place": (), "event": ("event",)}
MAKEABLE = ("speaker", "subject", "predicate", "object", "place")
PLAIN = ("text", "quote", "cue", "act", "stance", "certainty", "kind", "about", "said", "role", "number")
WITH_ID = ("speaker", "subject", "object", "place")  # of these a person may choose the id of what is new
UNNAMED = "actor other"  # whoever the text credits without a name that was recognised
DESCRIBED = re.compile(r"(?:an?|some|many|several|most|few|other|one)\s", re.IGNORECASE)
DUPLICATE = "duplicate"  # the relation of a claim that is the same one
IN_WORDS = "words"  # the kind of an object that stays words
PREDICATE, CLAIM = "predicate", "claim"
TAKEN = "SELECT 1 FROM entities WHERE id = ?1 UNION ALL SELECT 1 FROM predicates WHERE id = ?1"
DROP, WORD = "drop", "word"  # attribute it to the document itself; word the claim from its parts


@dataclass(frozen=True)
class Fault:
    """What is wrong with one field of one proposal."""

    proposal_id: str
    field: str
    error: DataError


class FaultsError(DataError):
    """Several faults of the fields that a person typed, each at its place."""

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = tuple(faults)
        first = faults[0].error
        super().__init__(first.what, where=first.where or faults[0].field, remedy=first.remedies)


def fields(lookup: Lookup, waiting: Waiting) -> dict[str, str]:
    """Return every field of a proposal as it is before anybody corrects it."""
    values = suggested.values(lookup, waiting)
    missing = {one.field: one for one in suggested.missing(lookup, waiting)}
    shown = {name: str(getattr(waiting, name) or "") for name in ("cue", "act", "stance", "certainty", "kind")}
    shown |= {"text": values.get("text") or claim_text(waiting.exact), "quote": waiting.exact, "about": values.get("about", "")}
    shown |= {"said": "", "role": "", "number": "", DROP: "", WORD: ""}
    for name in ENTITIES:
        shown[name], shown[f"{name}-kind"] = "", ""
        if name in values:
            shown[name] = name_of(lookup, name, values[name])
        elif name in missing:
            shown[name], shown[f"{name}-kind"] = missing[name].name, kind_of(missing[name].entity)
    shown |= {f"{name}-id": missing[name].entity.id if name in missing else "" for name in WITH_ID}
    if not shown["object"] and values.get("object_text"):
        shown |= {"object": values["object_text"], "object-kind": IN_WORDS}
    if not shown["speaker"] and waiting.speaker:
        pronoun = waiting.speaker.casefold() in PRONOUNS
        shown |= {
            "speaker": waiting.speaker,
            "speaker-kind": "" if pronoun else UNNAMED,
        }  # nobody is called "he": a person has to say who it is
    return shown


def name_of(lookup: Lookup, field: str, row_id: str) -> str:
    """Return the name by which a field shows a row, or its id where the name is that of several."""
    if field == PREDICATE:
        label = str(lookup.rows("SELECT label FROM predicates WHERE id = ?", row_id)[0][0])
        return label if len(lookup.rows("SELECT 1 FROM predicates WHERE label = ? COLLATE NOCASE", label)) == 1 else row_id
    if field == CLAIM:
        words = str(lookup.rows("SELECT text FROM claims WHERE id = ?", row_id)[0][0])
        return words if only_claim_worded(lookup.connection, words) == row_id else row_id
    label = str(lookup.rows("SELECT label FROM entities WHERE id = ?", row_id)[0][0])
    return label if [row[0] for row in lookup.by_name(label)] == [row_id] and not lookup.by_id(label) else row_id


def kind_of(new: NewEntity) -> str:
    """Return the kind of a new row as its field shows it: "actor person", "predicate"."""
    return f"{new.kind} {new.entry['kind']}" if new.entry.get("kind") else new.kind


def kinds(connection: sqlite3.Connection, field: str) -> list[str]:
    """Return the kinds that a new row of this field may have."""
    if field == PREDICATE:
        return [PREDICATE]
    tables = ("actor",) if field == "speaker" else ("thing", "actor")
    sql = "SELECT value FROM vocabulary WHERE field = ? ORDER BY rowid"
    listed = [f"{table} {row[0]}" for table in tables for row in connection.execute(sql, (f"{table}s.kind",))]
    return [*([IN_WORDS] if field == "object" else []), *listed]


def choice_of(lookup: Lookup, waiting: Waiting, typed: Mapping[str, str], *, make: bool) -> Choice:
    """Return the choice that the typed fields make. With `make`, every row that they name and the base lacks is to be recorded.

    A field that `typed` lacks is as proposed. Raises FaultsError with every name that is not in the base.
    """
    before = fields(lookup, waiting)
    now = {**before, **typed}
    drop = bool(now[DROP]) or (bool(before["speaker"]) and not now["speaker"])
    edits = {name: now[name] for name in PLAIN if now[name] != before[name]}
    if now[WORD] and (sentence := worded(now)):
        edits["text"] = sentence
    missing = {one.field: one for one in suggested.missing(lookup, waiting)}
    made: list[str] = []
    new: list[NewEntity] = []
    faults: list[Fault] = []
    for name in ENTITIES:
        unchanged = all(now[key] == before[key] for key in (name, f"{name}-kind", f"{name}-id") if key in before)
        if drop and name == "speaker":
            continue
        if unchanged and (name != "speaker" or not now[name] or name in missing):
            made += [name] if make and name in missing else []
            continue
        try:
            edited, entity = entity_of(lookup, name, Typed(now, before, missing.get(name)), make=make)
        except DataError as error:
            faults.append(Fault(waiting.id, name, error))
            continue
        edits |= edited
        new += [entity] if entity else []
    if faults:
        raise FaultsError(faults)
    related = [pair_of(line) for line in now.get("related", "").splitlines() if line]
    same = [other for relation, other in related if relation == DUPLICATE]
    edits |= {"claim_id": same[0]} if same else {}
    return Choice(edits, tuple(made), tuple(new), drop, tuple(pair for pair in related if pair[0] != DUPLICATE))


@dataclass(frozen=True)
class Typed:
    """The fields as they were typed, as they were before, and the row that the base lacks for one of them."""

    now: Mapping[str, str]
    before: Mapping[str, str]
    missing: suggested.Missing | None


def entity_of(lookup: Lookup, field: str, typed: Typed, *, make: bool) -> tuple[dict[str, str], NewEntity | None]:
    """Return the edits for a field that names an entity, and the row to record first for it or None. Raises DataError for an unknown name."""
    name, kind, missing = typed.now[field].strip(), typed.now[f"{field}-kind"], typed.missing
    if not name:
        return ({"object": "", "object_text": ""} if field == "object" else {field: ""}), None
    if field == "object" and kind == IN_WORDS:
        return {"object_text": name, "object": ""}, None
    try:
        found = lookup.predicate(name) if field == PREDICATE else lookup.entity(name, field, ENTITIES[field])
        return ({"object": str(found), "object_text": ""} if field == "object" else {field: str(found)}), None
    except DataError:
        if not make or field not in MAKEABLE or not (kind or field == PREDICATE) or lookup.by_name(name):
            raise
    if missing is not None and name == typed.before[field]:
        new = NewEntity(kind.split()[0], missing.entity.id, {**missing.entity.entry, "kind": kind.split()[-1]})
    else:
        new = named(lookup, PREDICATE if field == PREDICATE else kind, name)
    chosen = typed.now.get(f"{field}-id", "").strip()
    if chosen and chosen != typed.before[f"{field}-id"]:
        new = with_id(lookup, new, chosen)
    return {field: new.id}, new


def with_id(lookup: Lookup, new: NewEntity, chosen: str) -> NewEntity:
    """Return the new row with the id that a person chose for it. Raises DataError for one that is taken or none can have."""
    ids.check_entity_id(chosen, "id")
    if lookup.rows(TAKEN, chosen):
        raise DataError(f"the id {chosen!r} is that of another row", where="id", remedy="choose another id")
    return NewEntity(new.kind, chosen, {**new.entry, "id": chosen})


def named(lookup: Lookup, kind: str, name: str) -> NewEntity:
    """Return the new row of this kind and name, with an id made from the name that nothing has yet."""
    table, _, word = kind.partition(" ")
    first = free = ids.readable_id(name)
    number = 2
    while lookup.rows(TAKEN, free):
        free, number = f"{first}-{number}", number + 1
    entry = {"id": free, "label": name} if table == PREDICATE else {"id": free, "name": name, "kind": word}
    if table == "actor" and (DESCRIBED.match(name) or name == name.lower()):
        entry["anonymity"] = "unspecified"  # "a spokeswoman", "experts": a description, which names nobody
    return NewEntity(table, free, entry)


def worded(values: Mapping[str, str]) -> str:
    """Return the claim as a sentence made from its subject, predicate and object, or "" where one is missing."""
    parts = [values.get(name, "").strip() for name in ("subject", "predicate", "object")]
    sentence = " ".join(parts) if all(parts) else ""
    return sentence[:1].upper() + sentence[1:]


def pair_of(line: str) -> tuple[str, str]:
    """Return the relation and the id of the claim of a line such as "contradicts clm-…"."""
    relation, _, other = line.partition(" ")
    return relation, other
