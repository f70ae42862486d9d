"""Choose the rows of an excerpt, which are the claims of a selection and every row that they, or rows chosen with them, refer to.

The chosen ids stand in one temporary table, which the compiled statements query; nothing is kept in Python. The rows are closed under the
references of schema.sql, so that an excerpt loads back.
"""

from __future__ import annotations

import datetime
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from kb.base.selection import Selection
from kb.errors import UsageError, did_you_mean
from kb.rdf.model_mapping import content_tables, restores, triples_maps

# Rows that come along with the row they belong to: (table, its column, the table that is referred to).
BELONGINGS = (
    ("quantities", "claim_id", "claims"),
    ("participations", "claim_id", "claims"),
    ("names", "entity_id", "entities"),
    ("identifiers", "entity_id", "entities"),
    ("source_authors", "source_id", "sources"),
)
REGISTERED = ("actors", "things", "events", "sources")
# Which chosen ids let a row of a logical table through, where that is not the row's own id in the table it restores.
THROUGH = {
    "quantities": ("claim_id", "claims"),
    "participations": ("claim_id", "claims"),
    "rdf_bare_claims": ("id", "claims"),
    "rdf_bare_participations": ("claim_id", "claims"),
    "rdf_bare_event_order": ("id", "event_order"),
    "rdf_event_order_links": ("id", "event_order"),
    "rdf_distinct_links": ("id", "distinct_entities"),
    "rdf_cito_links": ("id", "relations"),
    "rdf_memberships": ("id", "affiliations"),
    "rdf_affiliation_links": ("id", "affiliations"),
    "rdf_author_links": ("source_id", "sources"),
    "rdf_wikidata_matches": ("entity_id", "entities"),
}
EVERYWHERE = frozenset({"vocabulary", "rdf_word_fields", "rdf_role_words"})  # words mean the same whatever is chosen


def check(connection: sqlite3.Connection, selection: Selection) -> None:
    """Raise UsageError for an id that no row has, and for a time that is none."""
    for table, ids in (("sources", selection.sources), ("actors", selection.actors), ("claims", selection.claims)):
        for row_id in ids:
            if not connection.execute(f"SELECT 1 FROM {table} WHERE id = ?", (row_id,)).fetchone():
                known = (row[0] for row in connection.execute(f"SELECT id FROM {table} LIMIT 100000"))
                raise UsageError(f"{table} has no row {row_id!r}", where=f"--{table[:-1]}", remedy=did_you_mean(row_id, known))
    if selection.since is not None:
        try:
            datetime.datetime.fromisoformat(selection.since)
        except ValueError as error:
            raise UsageError(
                f"{selection.since!r} is not a date", where="--since", remedy="write it like 2026-11-21 or 2026-11-21T10:00:00Z"
            ) from error


@contextmanager
def chosen(connection: sqlite3.Connection, selection: Selection) -> Iterator[dict[str, str]]:
    """Conditions on the alias `t` by logical table, valid inside the block; empty when everything is selected."""
    check(connection, selection)
    if not selection:
        yield {}
        return
    connection.execute("CREATE TEMP TABLE kb_chosen (kind TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (kind, id)) WITHOUT ROWID")
    try:
        choose(connection, selection)
        yield conditions()
    finally:
        connection.execute("DROP TABLE temp.kb_chosen")


def choose(connection: sqlite3.Connection, selection: Selection) -> None:
    """Fill the temporary table with the ids of the rows of an excerpt."""
    claims, parameters = wanted_claims(selection)
    add(connection, "claims", claims, parameters)
    in_sources = f" AND source_id IN ({marks(selection.sources)})" if selection.sources else ""
    add(connection, "assertions", f"SELECT id FROM assertions WHERE claim_id IN {ids_of('claims')}{in_sources}", selection.sources)
    for source in selection.sources:  # a source comes whole, also where it makes no claim
        add(connection, "sources", "SELECT ?", (source,))
        add(connection, "snapshots", "SELECT id FROM snapshots WHERE source_id = ?", (source,))
        add(connection, "citations", "SELECT id FROM citations WHERE citing_source_id = ?", (source,))
        for table in ("sections", "sentences", "mentions"):
            add(connection, table, f"SELECT id FROM {table} WHERE snapshot_id IN (SELECT id FROM snapshots WHERE source_id = ?)", (source,))
    for ends in (("actors", selection.actors), ("claims", selection.claims)):
        for row_id in ends[1]:
            add(connection, ends[0], "SELECT ?", (row_id,))
    close(connection)
    add(connection, "event_order", f"SELECT id FROM event_order WHERE claim_id IN {ids_of('claims')}", ())
    add(connection, "affiliations", f"SELECT id FROM affiliations WHERE claim_id IN {ids_of('claims')}", ())
    close(connection)
    filed = f"entity_id IN {ids_of('entities')} AND whole_id IN {ids_of('entities')}"
    add(connection, "affiliations", f"SELECT id FROM affiliations WHERE claim_id IS NULL AND {filed}", ())
    both = f"from_claim_id IN {ids_of('claims')} AND to_claim_id IN {ids_of('claims')}"
    add(connection, "relations", f"SELECT id FROM relations WHERE {both}", ())
    # what curators know of the order of two events comes along with both
    events = f"event_id IN {ids_of('events')} AND other_event_id IN {ids_of('events')}"
    add(connection, "event_order", f"SELECT id FROM event_order WHERE claim_id IS NULL AND {events}", ())
    told_apart = f"entity_id IN {ids_of('entities')} AND other_id IN {ids_of('entities')}"
    add(connection, "distinct_entities", f"SELECT id FROM distinct_entities WHERE {told_apart}", ())
    add(connection, "reviews", "SELECT id FROM reviews WHERE row_id IN (SELECT id FROM temp.kb_chosen WHERE kind = table_name)", ())
    close(connection)


def wanted_claims(selection: Selection) -> tuple[str, tuple[str, ...]]:
    """The query for the claims that meet every part of a selection, with its parameters."""
    conditions: list[str] = []
    parameters: list[str] = []
    if selection.sources:
        conditions.append(f"id IN (SELECT claim_id FROM assertions WHERE source_id IN ({marks(selection.sources)}))")
        parameters += selection.sources
    if selection.claims:
        conditions.append(f"id IN ({marks(selection.claims)})")
        parameters += selection.claims
    if selection.actors:
        each = marks(selection.actors)
        conditions.append(
            f"(subject_id IN ({each}) OR object_id IN ({each}) OR id IN (SELECT claim_id FROM assertions WHERE speaker_id IN ({each}))"
            f" OR id IN (SELECT claim_id FROM participations WHERE entity_id IN ({each})))"
        )
        parameters += selection.actors * 4
    if selection.since:
        conditions.append(
            "(recorded_at >= ? OR id IN (SELECT claim_id FROM assertions WHERE recorded_at >= ?)"
            " OR id IN (SELECT row_id FROM revisions WHERE table_name = 'claims' AND at >= ?)"
            " OR id IN (SELECT claim_id FROM assertions WHERE id IN (SELECT row_id FROM revisions WHERE table_name = 'assertions' AND at >= ?)))"
        )
        parameters += [selection.since] * 4
    return f"SELECT id FROM claims WHERE {' AND '.join(conditions)}", tuple(parameters)


def close(connection: sqlite3.Connection) -> None:
    """Add the rows that the chosen rows refer to, and those that belong to them, until nothing new comes."""
    before = -1
    while before != connection.total_changes:
        before = connection.total_changes
        for table in content_tables().values():
            for column, target in table.references:
                through = THROUGH.get(table.name) or next(
                    ((own, to) for name, own, to in BELONGINGS if name == table.name), ("id", table.name)
                )
                query = f"SELECT {column} FROM {table.name} WHERE {through[0]} IN {ids_of(through[1])} AND {column} IS NOT NULL"
                add(connection, target, query, ())
        for table_name in REGISTERED:
            add(connection, "entities", f"SELECT id FROM temp.kb_chosen WHERE kind = '{table_name}'", ())
            add(connection, table_name, f"SELECT id FROM {table_name} WHERE id IN {ids_of('entities')}", ())
        unmade = f"SELECT claim_id FROM assertions WHERE id IN {ids_of('assertions')}"  # a claim without any assertion could not be loaded
        add(connection, "assertions", f"SELECT id FROM assertions WHERE claim_id IN {ids_of('claims')} AND claim_id NOT IN ({unmade})", ())


def conditions() -> dict[str, str]:
    """The condition on each logical table of the mapping."""
    by_table = {}
    belongings = {table: (column, target) for table, column, target in BELONGINGS}
    for triples_map in triples_maps().values():
        name, table = triples_map.table or "", restores(triples_map)
        if name in EVERYWHERE:
            continue
        if name.startswith("rdf_labels_"):
            column, target = "entity_id", "entities"
        else:
            column, target = THROUGH.get(name) or belongings.get(table or "") or ("id", table or "")
        by_table[name] = f't."{column}" IN {ids_of(target)}'
    appearances = f"SELECT claim_id, source_id FROM assertions WHERE id IN {ids_of('assertions')}"
    by_table["rdf_appearances"] = f"(t.claim_id, t.source_id) IN ({appearances})"
    return by_table


def add(connection: sqlite3.Connection, kind: str, query: str, parameters: Sequence[str]) -> None:
    """Choose the rows of a table whose ids the query returns."""
    connection.execute(f"INSERT OR IGNORE INTO temp.kb_chosen(kind, id) SELECT '{kind}', * FROM ({query})", parameters)


def ids_of(kind: str) -> str:
    """The SQL of the chosen ids of a table."""
    return f"(SELECT id FROM temp.kb_chosen WHERE kind = '{kind}')"


def marks(values: Sequence[str]) -> str:
    """As many question marks as values, for an SQL list."""
    return ", ".join("?" * len(values))
