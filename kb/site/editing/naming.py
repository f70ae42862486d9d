"""The rows that the fields of a form name: who a value stands for, and what a new row of a typed name would be."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Mapping, Sequence

from kb.ask.questions import Question
from kb.ask.reconciling import in_a_line
from kb.base.model import Row
from kb.names.entities import TABLE
from kb.names.lookup import Lookup
from kb.review import choosing
from kb.site.page_data import holders, listed, rows

# What the values of fields are: an id, or the name of a current entity.
CALLED = """
SELECT value AS typed, entities.id, kind, label FROM json_each(?1) JOIN entities ON entities.id = value
UNION SELECT value, entities.id, kind, label FROM json_each(?1) JOIN entities ON label = value COLLATE NOCASE WHERE status = 'current'
UNION SELECT value, claims.id, 'claim', text FROM json_each(?1) JOIN claims ON claims.id = value
UNION SELECT value, claims.id, 'claim', text FROM json_each(?1) JOIN claims ON text = value WHERE status <> 'retracted' AND merged_into_id IS NULL
UNION SELECT value, predicates.id, 'predicate', label FROM json_each(?1) JOIN predicates ON predicates.id = value"""
# Names to choose from without JavaScript; `typed` is what a field takes for one: its name, or its id where others are called so too.
OFFERED = """
SELECT id, kind, label, CASE WHEN EXISTS (SELECT 1 FROM entities AS other WHERE other.label = entities.label COLLATE NOCASE AND other.id <> entities.id AND other.status = 'current')
  OR EXISTS (SELECT 1 FROM names WHERE name = entities.label COLLATE NOCASE AND entity_id <> entities.id) THEN id ELSE label END AS typed
FROM entities WHERE status = 'current' ORDER BY label LIMIT ?"""
MOST_OFFERED = 400
HELD = {"affirms": "affirmed by", "denies": "denied by", "uncommitted": "left open by"}
SEVERAL = "; "  # between the names of a field that takes several
ANY = "actor thing event source"  # the kinds of a field that takes whoever or whatever there is
# The kinds that a field may name, by the table whose rows it holds the ids of.
KINDS_OF = {
    "entities": ANY,
    "actors": "actor",
    "things": "thing",
    "events": "event",
    "sources": "source",
    "predicates": "predicate",
    "claims": "claim",
}
MAKEABLE = ("actor", "thing", "event", "source", "predicate")
NAMED_BY = {"source": "title", "predicate": "label"}  # the key of an entry that holds the name; for all others "name"
WORDS = "SELECT value, label FROM vocabulary WHERE field = ? ORDER BY rowid"
PERSON = re.compile(r"[^\W\d_a-z][\w.’'-]*(?: [^\W\d_][\w.’'-]*){1,2}")  # two or three words, as people are called
BODY = re.compile(
    r"\b(?:of|for|and|the|&|ministry|party|institute|university|council|agency|committee|union|bank|company|group|times|news|radio)\b", re.I
)


def told(connection: sqlite3.Connection, values: Iterable[str]) -> dict[str, str]:
    """Return who or what each value stands for, as in “China · actor · a state”, by the value; the name is left out where it is the value.

    A value that names nothing, or several, is left out.
    """
    found: dict[str, list[Row]] = {}
    for row in rows(connection, CALLED, listed([value for value in values if value])):
        found.setdefault(row["typed"], []).append(row)
    single = {value: those[0] for value, those in found.items() if len(those) == 1}
    lines = in_a_line(connection, [row["id"] for row in single.values()])
    claims = [row["id"] for row in single.values() if row["kind"] == "claim"]
    lines |= {claim_id: held_by(held) for claim_id, held in holders(connection, claims).items()}
    return {
        value: " · ".join(part for part in (row["label"] if value == row["id"] else "", row["kind"], lines.get(row["id"], "")) if part)
        for value, row in single.items()
    }


def by_name(connection: sqlite3.Connection, values: Mapping[str, str]) -> dict[str, str]:
    """Return the values of fields of ids with the name in place of each id that a name stands for alone. `values` is by the name of the field."""
    lookup = Lookup(connection)
    known = {row["typed"]: row["kind"] for row in rows(connection, CALLED, listed(list(values.values()))) if row["typed"] == row["id"]}
    return {name: choosing.name_of(lookup, known[value], value) if value in known else value for name, value in values.items()}


def several_by_name(connection: sqlite3.Connection, value: str) -> str:
    """Return the ids of a field of several, parted by blanks, as the names that people read there."""
    names = by_name(connection, {each: each for each in value.split()})
    return SEVERAL.join(each if SEVERAL.strip() in name else name for each, name in names.items())


def parameters_by_name(connection: sqlite3.Connection, question: Question, values: Mapping[str, str]) -> dict[str, str]:
    """Return the values of a question's parameters with names in place of ids."""
    single = {each.name: values[each.name] for each in question.parameters if each.kinds and not each.several}
    several = {each.name: several_by_name(connection, values[each.name]) for each in question.parameters if each.several}
    return {**values, **by_name(connection, single), **several}


def held_by(held: Mapping[str, list[Row]]) -> str:
    """Return who holds a claim and how, as in “denied by Goldstein and 2 more”."""
    parts = []
    for stance, said in HELD.items():
        if who := held.get(stance):
            more = f" and {len(who) - 1} more" if len(who) > 1 else ""
            parts.append(f"{said} {who[0]['speaker']}{more}")
    return "; ".join(parts)


def offered(connection: sqlite3.Connection) -> list[Row]:
    """Return the first actors, things, events and sources by name, for lists that work without JavaScript."""
    return rows(connection, OFFERED, MOST_OFFERED)


def new_row(connection: sqlite3.Connection, words: str, kinds: Sequence[str]) -> Row:
    """Return what to record for a name that nothing has yet: an id that is free, the kinds it may have, and which one its name looks like."""
    choices = [one for kind in kinds if kind in MAKEABLE for one in kinds_of(connection, kind)]
    guess = likely(words, [(one["type"], one["kind"]) for one in choices])
    new = choosing.named(Lookup(connection), " ".join(part for part in (choices[guess]["type"], choices[guess]["kind"]) if part), words)
    return {
        "name": words,
        "id": new.id,
        "anonymity": new.entry.get("anonymity", ""),
        "choices": choices,
        "guess": guess,
        "actuality": [{"value": row["value"], "label": row["label"]} for row in rows(connection, WORDS, "events.actuality")],
    }


def kinds_of(connection: sqlite3.Connection, kind: str) -> list[Row]:
    """Return the choices that a kind of row gives, each with its type, its kind in that table, and a label."""
    named = {"type": kind, "named": NAMED_BY.get(kind, "name")}
    if kind == choosing.PREDICATE:
        return [{**named, "kind": "", "label": kind}]
    sorts = rows(connection, WORDS, f"{TABLE.get(kind, 'sources')}.kind")
    return [{**named, "kind": row["value"], "label": row["label"]} for row in sorts]


def likely(words: str, choices: Sequence[tuple[str, str]]) -> int:
    """Return the place, among the choices, of the kind that a name looks like: a person, a body, or else a concept."""
    proper = words[:1].isupper()
    looks = ("actor", "person") if PERSON.fullmatch(words) and not BODY.search(words) else ("actor", "organization")
    wanted = [looks] if proper else []
    wanted += [("thing", "concept"), ("actor", "group"), ("event", "other"), ("source", "document")]
    return next((choices.index(each) for each in wanted if each in choices), 0)
