"""Whose triples a change of rows reaches, and the statements that print them anew.

The triples are parted by owner: a row of one kind (a claim, an entity, a passage …) whose id its subjects begin with, and which names the
graph where there is one. A row has a part in what some owners print: those that it names itself (`NAMED`), and those that refer to it
(`REFERRING`). Everything that an owner prints is taken away and printed again, so nothing need be known of what the change was.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from kb.rdf.changed_rows import Change
from kb.rdf.model_mapping import restores
from kb.rdf.r2rml.functions import percent
from kb.rdf.r2rml.mapping import TermMap, TriplesMap

Owner = tuple[str, str]  # its kind and id
ENTITIES, CLAIMS = "entities", "claims"
NODES = ("entities", "actors", "things", "events", "sources", "contributors", "predicates")  # whose ids people give
# The owners that a row names: (column, kind) by table. Words of the vocabulary may be a part of any triple.
NAMED: dict[str, tuple[tuple[str, str], ...]] = {
    **dict.fromkeys(NODES, (("id", ENTITIES),)),
    **{table: (("id", table),) for table in ("runs", "sections", "sentences", "passages", "mentions", "citations", "reviews")},
    "source_authors": (("source_id", ENTITIES),),
    "names": (("entity_id", ENTITIES),),
    "identifiers": (("entity_id", ENTITIES),),
    "snapshots": (("id", "snapshots"), ("source_id", ENTITIES)),
    "claims": (("id", CLAIMS),),
    "quantities": (("claim_id", CLAIMS),),
    "participations": (("claim_id", CLAIMS),),
    "assertions": (("id", "assertions"), ("claim_id", CLAIMS)),
    "relations": (("id", "relations"), ("from_claim_id", CLAIMS)),
    "affiliations": (("id", "affiliations"), ("entity_id", ENTITIES)),
    "event_order": (("id", "event_order"), ("event_id", ENTITIES), ("claim_id", CLAIMS)),
    "distinct_entities": (("id", "distinct_entities"), ("entity_id", ENTITIES)),
}
EVERYTHING = frozenset({"vocabulary"})
# The owners that refer to a row: (table of the row, kind, query for their ids by the row's id).
REFERRING = (
    ("claims", CLAIMS, "SELECT from_claim_id FROM relations WHERE to_claim_id = ?"),
    ("passages", "assertions", "SELECT id FROM assertions WHERE passage_id = ?"),
    ("entities", ENTITIES, "SELECT entity_id FROM distinct_entities WHERE other_id = ?"),
    (
        "actors",
        "affiliations",
        "SELECT id FROM affiliations WHERE whole_id = ?1 UNION ALL SELECT id FROM affiliations WHERE entity_id = ?1",
    ),
)
# The column of a triples map that names the owner, where it is neither that of its graph nor the first of its subject.
COLUMN = {"participations": "claim_id"}
KIND_OF_COLUMN = {"entity_id": ENTITIES, "source_id": ENTITIES, "event_id": ENTITIES, "claim_id": CLAIMS, "from_claim_id": CLAIMS}
KIND_OF_VIEW = {"rdf_memberships": "affiliations", "rdf_bare_claims": CLAIMS}


@dataclass(frozen=True)
class Owned:
    """A triples map with the kind of its owners and the column that names them."""

    triples_map: TriplesMap
    kind: str
    column: str


def owned(triples_map: TriplesMap) -> Owned | None:
    """A triples map with its owners; None for the words of the vocabulary."""
    view = triples_map.table or ""
    terms = [*triples_map.graphs, triples_map.subject]
    column = COLUMN.get(view) or terms[0].columns[0].name
    if column in ("field", "value"):
        return None
    table = restores(triples_map)
    kind = KIND_OF_COLUMN.get(column) or KIND_OF_VIEW.get(view) or (ENTITIES if table in NODES else table)
    assert kind is not None, f"nobody owns the triples of {triples_map.name}"
    return Owned(triples_map, kind, column)


def owners(connection: sqlite3.Connection, changes: Iterable[Change]) -> set[Owner] | None:
    """The owners of every triple that the changes may reach; None for all."""
    found: set[Owner] = set()
    for change in changes:
        if change.table in EVERYTHING:
            return None
        found |= {(kind, change.row[column]) for column, kind in NAMED[change.table] if change.row.get(column) is not None}
        if (change.table, change.operation) != ("actors", "update"):  # an actor stays one whatever it is called
            for table, kind, sql in REFERRING:
                if table == change.table:
                    found |= {(kind, row[0]) for row in connection.execute(sql, (change.row["id"],))}
    return found


def subjects(maps: Iterable[Owned], changes: Collection[Change], owners: Collection[Owner]) -> set[str]:
    """The IRIs of all subjects in the default graph that the owners have, or had before the changes."""
    maps = [each for each in maps if not each.triples_map.graphs]
    found = {
        iri(each.triples_map.subject, {each.column: row_id})
        for each in maps
        for kind, row_id in owners
        if kind == each.kind and is_single(each)
    }
    for each in maps:
        if not is_single(each):
            table = restores(each.triples_map)
            found |= {iri(each.triples_map.subject, change.row) for change in changes if change.was and change.table == table}
    return found


def is_single(each: Owned) -> bool:
    """Whether the owner's id alone names the subject."""
    return [column.name for column in each.triples_map.subject.columns] == [each.column]


def iri(template: TermMap, row: dict[str, object]) -> str:
    """The IRI that a template makes of a row."""
    return "".join(part if isinstance(part, str) else percent(str(row[part.name])) or "" for part in template.parts)
