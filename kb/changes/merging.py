"""Merge two rows that mean the same: actors, things, events, cited works or claims."""

from __future__ import annotations

import json
import sqlite3

from kb.base import ids
from kb.base.licences import stricter
from kb.base.model import ENTITY_TABLES
from kb.base.row_by_id import row_of, table_of, whole_id
from kb.base.runs import Run
from kb.base.store import relinking
from kb.base.words import Status
from kb.changes import references_to_entity, set_retracted
from kb.changes.evidence import refuse_against_evidence
from kb.changes.numbers import copy_number, refuse_other_number
from kb.changes.uses import MARKED
from kb.errors import DataError, UsageError

# Tables whose rows only link others: a row that would become a duplicate is deleted, and stays as a revision.
BARE = ("names", "identifiers", "participations", "affiliations", "event_order")


def merge(run: Run, old_id: str, into_id: str, *, despite_evidence: bool = False) -> list[str]:
    """Merge a row into another of its table in the open run: every reference to the old row becomes one to the other.

    The old row stays, with `merged_into_id`. Returns a line for each column in which references were moved. Raises UsageError for rows
    that are not of one kind, DataError for rows that are not current or whose merging would lose something, and for rows that the base's own
    evidence keeps apart, unless `despite_evidence` says that a person has seen it.
    """
    if old_id == into_id:
        raise UsageError("both are the same row", where=old_id, remedy="name two rows")
    connection = run.connection
    old_id, into_id = whole_id(connection, old_id), whole_id(connection, into_id)
    table, other = table_of(connection, old_id), table_of(connection, into_id)
    if table != other:
        raise UsageError(f"{old_id} is of {table}, {into_id} of {other}", remedy="merge rows of one kind")
    if table != "claims" and table not in ENTITY_TABLES:
        raise UsageError(f"rows of {table} are not merged", where=old_id, remedy="merge claims, actors, things, events or cited works")
    refuse_gone(connection, table, old_id, into_id)
    if not despite_evidence:
        refuse_against_evidence(connection, old_id, into_id)
    if table == "claims":
        return merge_claims(run, old_id, into_id)
    return merge_entities(run, table, old_id, into_id)


def refuse_gone(connection: sqlite3.Connection, table: str, old_id: str, into_id: str) -> None:
    """Raise DataError where either of two rows of a table was merged or retracted before: nothing would rest on it."""
    for name in (old_id, into_id):
        row = row_of(connection, "entities" if table in ENTITY_TABLES else table, name)
        if row.get("merged_into_id"):
            raise DataError(f"{name} is merged into {row['merged_into_id']} already", remedy="merge rows that are current")
        if row["status"] == Status.RETRACTED:
            raise DataError(f"{name} is retracted", remedy="merge rows that are current")


def merge_entities(run: Run, table: str, old_id: str, into_id: str) -> list[str]:
    """Merge two entities of a table, and return a line for each kind of reference that was moved."""
    connection = run.connection
    if table == "sources" and connection.execute("SELECT 1 FROM snapshots WHERE source_id = ?", (old_id,)).fetchone():
        raise DataError(f"the base holds a text of {old_id}, and a text is never moved", remedy="merge the other way round, or keep both")
    keep_name(run, old_id, into_id)
    if table == "sources":
        keep_stricter_access(connection, old_id, into_id)
    lines = move_to_entity(connection, table, old_id, into_id)
    connection.execute("UPDATE entities SET status = 'merged', merged_into_id = ? WHERE id = ?", (into_id, old_id))
    return lines + drop_doubles(connection, into_id)


def move_to_entity(connection: sqlite3.Connection, table: str, old_id: str, into_id: str) -> list[str]:
    """Point every reference to one entity at another, and return a line for each kind of reference that was moved."""
    if table != "sources":  # neither becomes part of itself
        both = {"old": old_id, "into": into_id}
        connection.execute(f"UPDATE {table} SET part_of_id = NULL WHERE id IN (:old, :into) AND part_of_id IN (:old, :into)", both)
    lines = []
    for name, column in references_to_entity(connection, table.removesuffix("s")):
        if (name, column) in MARKED:
            continue
        if moved := repoint(connection, name, column, old_id, into_id):
            lines.append(f"{moved} in {name}.{column}")
    return lines


def drop_doubles(connection: sqlite3.Connection, into_id: str) -> list[str]:
    """Remove or retract what is said twice since another entity was merged into this one, and return a line for each row."""
    lines = remove_double_authors(connection, into_id) + remove_double_orders(connection)
    return lines + retract_double_assertions(connection, "speaker_id", into_id) + retract_double_citations(connection, into_id)


def keep_stricter_access(connection: sqlite3.Connection, old_id: str, into_id: str) -> None:
    """Give the remaining source the stricter access of the two, since it bears the name of the other from now on."""
    old, into = (str(row_of(connection, "sources", name)["access"]) for name in (old_id, into_id))
    if stricter(old, into):
        connection.execute("UPDATE sources SET access = ? WHERE id = ?", (old, into_id))


def keep_name(run: Run, old_id: str, into_id: str) -> None:
    """Record the label of the old entity as a name of the other, so that search still finds it."""
    label = run.connection.execute("SELECT label FROM entities WHERE id = ?", (old_id,)).fetchone()[0]
    known = (
        "SELECT 1 FROM entities WHERE id = :into AND label = :label UNION ALL SELECT 1 FROM names WHERE entity_id = :into AND name = :label"
    )
    if not run.connection.execute(known, {"into": into_id, "label": label}).fetchone():
        run.insert("names", {"entity_id": into_id, "name": label, "kind": "alias"})


def repoint(connection: sqlite3.Connection, table: str, column: str, old_id: str, into_id: str) -> int:
    """Point a column from the old id to the other, deleting or retracting would-be duplicates, and return the number of moved rows."""
    moved = 0
    for (rowid,) in connection.execute(f"SELECT rowid FROM {table} WHERE {column} = ?", (old_id,)).fetchall():
        connection.execute("SAVEPOINT move")
        try:
            connection.execute(f"UPDATE {table} SET {column} = ? WHERE rowid = ?", (into_id, rowid))
            moved += 1
        except sqlite3.IntegrityError:
            connection.execute("ROLLBACK TO move")
            if table in BARE:
                connection.execute(f"DELETE FROM {table} WHERE rowid = ?", (rowid,))
            elif table == "mentions":
                connection.execute("UPDATE mentions SET status = 'retracted' WHERE rowid = ?", (rowid,))
            else:
                raise
        finally:
            connection.execute("RELEASE move")
    return moved


def remove_double_authors(connection: sqlite3.Connection, actor_id: str) -> list[str]:
    """Delete the second row of `source_authors` where a source names the actor twice in one role, and return a line for each."""
    doubled = (
        "SELECT source_id, position FROM source_authors AS listed WHERE actor_id = ? AND EXISTS (SELECT 1 FROM source_authors AS before"
        " WHERE before.source_id = listed.source_id AND before.actor_id = listed.actor_id AND before.role = listed.role AND before.position < listed.position)"
    )
    keys = connection.execute(doubled, (actor_id,)).fetchall()
    for key in keys:
        connection.execute("DELETE FROM source_authors WHERE source_id = ? AND position = ?", key)
    return [f"{source_id} names its author once" for source_id, _ in keys]


def remove_double_orders(connection: sqlite3.Connection) -> list[str]:
    """Delete the second of two orders of the same events without a claim, which no key keeps apart, and return a line for each."""
    again = (
        "SELECT id FROM event_order AS row WHERE claim_id IS NULL AND EXISTS (SELECT 1 FROM event_order AS before WHERE before.claim_id IS NULL"
        " AND before.event_id = row.event_id AND before.relation = row.relation AND before.other_event_id = row.other_event_id"
        " AND before.id < row.id)"
    )
    order_ids = [row[0] for row in connection.execute(again).fetchall()]
    connection.executemany("DELETE FROM event_order WHERE id = ?", [(order_id,) for order_id in order_ids])
    return [f"{order_id} says what another order of events says; removed" for order_id in order_ids]


def retract_double_assertions(connection: sqlite3.Connection, column: str, row_id: str) -> list[str]:
    """Retract all but the first recorded of assertions with the same claim, passage, speaker, stance and chain, and return a line for each.

    What is reported in a retracted one moves to the first."""
    doubled = (
        "SELECT group_concat(id) FROM assertions WHERE status <> 'retracted' AND level = :level"
        f" AND claim_id IN (SELECT claim_id FROM assertions WHERE {column} = :id)"
        " GROUP BY claim_id, passage_id, speaker_id, stance, coalesce(reported_in_id, '') HAVING count(*) > 1"
    )
    deepest = connection.execute("SELECT coalesce(max(level), -1) FROM assertions").fetchone()[0]
    lines = []
    for level in range(deepest + 1):  # what two doubled assertions report may be doubled in turn
        for (together,) in connection.execute(doubled, {"level": level, "id": row_id}).fetchall():
            doubles = json.dumps(together.split(","))
            listed = (
                "SELECT id FROM assertions WHERE id IN (SELECT value FROM json_each(?)) ORDER BY recorded_at, id"  # as in any other base
            )
            kept, *others = (row[0] for row in connection.execute(listed, (doubles,)).fetchall())
            for other in sorted(others):
                with relinking(connection):
                    moving = "UPDATE assertions SET reported_in_id = ? WHERE reported_in_id = ? AND status <> 'retracted'"
                    connection.execute(moving, (kept, other))
                set_retracted(connection, "assertions", other)
                lines.append(f"{other} says what {kept} says; retracted")
    return lines


def retract_double_citations(connection: sqlite3.Connection, source_id: str) -> list[str]:
    """Retract the second citation of a source in one passage, and return a line for each."""
    doubled = (
        "SELECT id FROM citations AS listed WHERE cited_id = ? AND status <> 'retracted' AND EXISTS (SELECT 1 FROM citations AS before"
        " WHERE before.citing_source_id = listed.citing_source_id AND before.cited_id = listed.cited_id"
        " AND before.passage_id = listed.passage_id AND before.status <> 'retracted' AND before.id < listed.id)"
    )
    citation_ids = [row[0] for row in connection.execute(doubled, (source_id,)).fetchall()]
    for citation_id in citation_ids:
        set_retracted(connection, "citations", citation_id)
    return [f"{citation_id} cites what is cited there already; retracted" for citation_id in citation_ids]


def merge_claims(run: Run, old_id: str, into_id: str) -> list[str]:
    """Merge two claims, and return a line for each kind of reference that was moved."""
    connection = run.connection
    refuse_other_number(connection, old_id, into_id)
    lines = move_to_claim(run, old_id, into_id)
    connection.execute("UPDATE claims SET status = 'retracted', merged_into_id = ? WHERE id = ?", (into_id, old_id))
    return lines + retract_double_assertions(connection, "claim_id", into_id)


def move_to_claim(run: Run, old_id: str, into_id: str) -> list[str]:
    """Move what rests on one claim to another, and return a line for each kind of reference that was moved."""
    connection = run.connection
    with relinking(connection):
        moved = connection.execute("UPDATE assertions SET claim_id = ? WHERE claim_id = ?", (into_id, old_id)).rowcount
    lines = [f"{moved} in assertions.claim_id"]
    for table in ("participations", "affiliations", "event_order"):
        moved = repoint(connection, table, "claim_id", old_id, into_id)
        lines += [f"{moved} in {table}.claim_id"] if moved else []
    copy_number(run, old_id, into_id)
    return lines + merge_relations(connection, old_id, into_id)


def merge_relations(connection: sqlite3.Connection, old_id: str, into_id: str) -> list[str]:
    """Move the relations of the old claim, retracting duplicates and those between the two claims, and return a line for each moved."""
    lines = []
    for relation_id, from_id, to_id, word in connection.execute(
        "SELECT id, from_claim_id, to_claim_id, relation FROM relations WHERE ? IN (from_claim_id, to_claim_id) AND status <> 'retracted'",
        (old_id,),
    ).fetchall():
        ends = [into_id if end == old_id else end for end in (from_id, to_id)]
        present = relation_between(connection, ends[0], ends[1], word)
        if ends[0] == ends[1] or (present and present[1] != Status.RETRACTED):
            set_retracted(connection, "relations", relation_id)
            continue
        if present:  # the retracted relation in its place counts again, with the rationale of the one that moves
            connection.execute(
                "UPDATE relations SET (comparable, rationale, status) = (SELECT comparable, rationale, status FROM relations WHERE id = ?) WHERE id = ?",
                (relation_id, present[0]),
            )
            set_retracted(connection, "relations", relation_id)
        else:
            connection.execute("UPDATE relations SET from_claim_id = ?, to_claim_id = ? WHERE id = ?", (*ends, relation_id))
        lines.append(f"relation {present[0] if present else relation_id}")
    return lines


def relation_between(connection: sqlite3.Connection, from_id: str, to_id: str, word: str) -> tuple[str, str] | None:
    """Return (id, status) of a relation between two claims, preferably a current one, in either direction if it is symmetric, or None."""
    either = "OR (from_claim_id = :to AND to_claim_id = :from)" if word in ids.SYMMETRIC else ""
    relation: tuple[str, str] | None = connection.execute(
        f"SELECT id, status FROM relations WHERE relation = :word AND ((from_claim_id = :from AND to_claim_id = :to) {either})"
        " ORDER BY status = 'retracted' LIMIT 1",
        {"word": word, "from": from_id, "to": to_id},
    ).fetchone()
    return relation
