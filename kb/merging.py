"""Make one row of two that were found to be the same: two actors, things, events, cited works or claims. Each is one run."""

from __future__ import annotations

import sqlite3

from kb import ids
from kb.changes import references_to_entity, row_of, set_retracted, table_of
from kb.errors import DataError, UsageError
from kb.facts import insert
from kb.settled import refuse_unsettled
from kb.store import relinking
from kb.tables import ENTITY_TABLES

# Rows that say no more than which rows belong together: one that would double another goes, and a revision keeps it.
BARE = ("names", "identifiers", "participations")


def merge(connection: sqlite3.Connection, old_id: str, into_id: str) -> list[str]:
    """Make one row of two in the open run: everything that names the old one names the other from now on.

    The old id stays and says what became of it. Returns what was moved, a line each.
    """
    if old_id == into_id:
        raise UsageError("both are the same row", where=old_id, remedy="name two rows")
    table, other = table_of(connection, old_id), table_of(connection, into_id)
    if table != other:
        raise UsageError(f"{old_id} is of {table}, {into_id} of {other}", remedy="merge rows of one kind")
    if table == "claims":
        lines = merge_claims(connection, old_id, into_id)
    elif table in ENTITY_TABLES:
        lines = merge_entities(connection, table, old_id, into_id)
    else:
        raise UsageError(f"rows of {table} are not merged", where=old_id, remedy="merge claims, actors, things, events or cited works")
    refuse_unsettled(connection)
    return lines


def running(connection: sqlite3.Connection) -> str:
    """The id of the open run."""
    return str(connection.execute("SELECT run_id FROM change_context").fetchone()[0])


def merge_entities(connection: sqlite3.Connection, table: str, old_id: str, into_id: str) -> list[str]:
    for name in (old_id, into_id):
        status, merged_into = connection.execute("SELECT status, merged_into_id FROM entities WHERE id = ?", (name,)).fetchone()
        if status != "current":
            raise DataError(f"{name} is {status}" + (f" into {merged_into}" if merged_into else ""), remedy="merge rows that are current")
    if table == "sources" and connection.execute("SELECT 1 FROM snapshots WHERE source_id = ?", (old_id,)).fetchone():
        raise DataError(f"the base holds a text of {old_id}, and a text is never moved", remedy="merge the other way round, or keep both")
    keep_name(connection, old_id, into_id)
    if table != "sources":  # neither becomes part of itself
        both = {"old": old_id, "into": into_id}
        connection.execute(f"UPDATE {table} SET part_of_id = NULL WHERE id IN (:old, :into) AND part_of_id IN (:old, :into)", both)
    lines = []
    for name, column in references_to_entity(connection, table.removesuffix("s")):
        moved = repoint(connection, name, column, old_id, into_id)
        if moved:
            lines.append(f"{moved} in {name}.{column}")
    connection.execute("UPDATE entities SET status = 'merged', merged_into_id = ? WHERE id = ?", (into_id, old_id))
    lines += one_author_once(connection, into_id)
    lines += one_assertion_once(connection, "speaker_id", into_id)
    return lines + one_citation_once(connection, into_id)


def keep_name(connection: sqlite3.Connection, old_id: str, into_id: str) -> None:
    """The old row's own name goes on as a name of the other, so that search still finds it."""
    label = connection.execute("SELECT label FROM entities WHERE id = ?", (old_id,)).fetchone()[0]
    known = (
        "SELECT 1 FROM entities WHERE id = :into AND label = :label UNION ALL SELECT 1 FROM names WHERE entity_id = :into AND name = :label"
    )
    if not connection.execute(known, {"into": into_id, "label": label}).fetchone():
        insert(connection, "names", {"entity_id": into_id, "name": label, "kind": "alias", "run_id": running(connection)})


def repoint(connection: sqlite3.Connection, table: str, column: str, old_id: str, into_id: str) -> int:
    """Let every row that names the old id name the other; what would double a row that is there goes, or is retracted."""
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


def one_author_once(connection: sqlite3.Connection, actor_id: str) -> list[str]:
    """A source that named both as its authors names the one."""
    again = (
        "SELECT source_id, position FROM source_authors AS listed WHERE actor_id = ? AND EXISTS (SELECT 1 FROM source_authors AS before"
        " WHERE before.source_id = listed.source_id AND before.actor_id = listed.actor_id AND before.role = listed.role AND before.position < listed.position)"
    )
    found = connection.execute(again, (actor_id,)).fetchall()
    for key in found:
        connection.execute("DELETE FROM source_authors WHERE source_id = ? AND position = ?", key)
    return [f"{source_id} names its author once" for source_id, _ in found]


def one_assertion_once(connection: sqlite3.Connection, column: str, row_id: str) -> list[str]:
    """Where the same words of the same speaker carry the same claim twice now, one assertion stays; what the other reports moves to it."""
    doubled = (
        "SELECT min(rowid), group_concat(id) FROM assertions WHERE status <> 'retracted' AND level = :level"
        f" AND claim_id IN (SELECT claim_id FROM assertions WHERE {column} = :id)"
        " GROUP BY claim_id, passage_id, speaker_id, stance, coalesce(reported_in_id, '') HAVING count(*) > 1"
    )
    deepest = connection.execute("SELECT coalesce(max(level), -1) FROM assertions").fetchone()[0]
    lines = []
    for level in range(deepest + 1):  # what two doubled assertions report may be doubled in turn
        for first, together in connection.execute(doubled, {"level": level, "id": row_id}).fetchall():
            (kept,) = connection.execute("SELECT id FROM assertions WHERE rowid = ?", (first,)).fetchone()
            for other in sorted(set(together.split(",")) - {kept}):
                with relinking(connection):
                    moving = "UPDATE assertions SET reported_in_id = ? WHERE reported_in_id = ? AND status <> 'retracted'"
                    connection.execute(moving, (kept, other))
                set_retracted(connection, "assertions", other)
                lines.append(f"{other} says what {kept} says; retracted")
    return lines


def one_citation_once(connection: sqlite3.Connection, source_id: str) -> list[str]:
    again = (
        "SELECT id FROM citations AS listed WHERE cited_id = ? AND status <> 'retracted' AND EXISTS (SELECT 1 FROM citations AS before"
        " WHERE before.citing_source_id = listed.citing_source_id AND before.cited_id = listed.cited_id"
        " AND before.passage_id = listed.passage_id AND before.status <> 'retracted' AND before.rowid < listed.rowid)"
    )
    found = [row[0] for row in connection.execute(again, (source_id,)).fetchall()]
    for citation_id in found:
        set_retracted(connection, "citations", citation_id)
    return [f"{citation_id} cites what is cited there already; retracted" for citation_id in found]


def merge_claims(connection: sqlite3.Connection, old_id: str, into_id: str) -> list[str]:
    for row in (row_of(connection, "claims", old_id), row_of(connection, "claims", into_id)):
        if row["merged_into_id"] or row["status"] == "retracted":
            became = f"merged into {row['merged_into_id']} already" if row["merged_into_id"] else "retracted"
            raise DataError(f"{row['id']} is {became}", remedy="merge claims that are current")
    with relinking(connection):
        moved = connection.execute("UPDATE assertions SET claim_id = ? WHERE claim_id = ?", (into_id, old_id)).rowcount
    lines = [f"{moved} in assertions.claim_id"]
    moved = repoint(connection, "participations", "claim_id", old_id, into_id)
    lines += [f"{moved} in participations.claim_id"] if moved else []
    merge_quantity(connection, old_id, into_id)
    lines += merge_relations(connection, old_id, into_id)
    connection.execute("UPDATE claims SET status = 'retracted', merged_into_id = ? WHERE id = ?", (into_id, old_id))
    return lines + one_assertion_once(connection, "claim_id", into_id)


def merge_relations(connection: sqlite3.Connection, old_id: str, into_id: str) -> list[str]:
    """Relations of the old claim become the other's; one between the two, or one it has already, is retracted."""
    lines = []
    for relation_id, from_id, to_id, word in connection.execute(
        "SELECT id, from_claim_id, to_claim_id, relation FROM relations WHERE ? IN (from_claim_id, to_claim_id) AND status <> 'retracted'",
        (old_id,),
    ).fetchall():
        ends = [into_id if end == old_id else end for end in (from_id, to_id)]
        there = relation_between(connection, ends[0], ends[1], word)
        if ends[0] == ends[1] or (there and there[1] != "retracted"):
            set_retracted(connection, "relations", relation_id)
            continue
        if there:  # one that was retracted stands in its place: it counts again, with the reason of the one that moves
            connection.execute(
                "UPDATE relations SET (comparable, rationale, status) = (SELECT comparable, rationale, status FROM relations WHERE id = ?) WHERE id = ?",
                (relation_id, there[0]),
            )
            set_retracted(connection, "relations", relation_id)
        else:
            connection.execute("UPDATE relations SET from_claim_id = ?, to_claim_id = ? WHERE id = ?", (*ends, relation_id))
        lines.append(f"relation {there[0] if there else relation_id}")
    return lines


def relation_between(connection: sqlite3.Connection, from_id: str, to_id: str, word: str) -> tuple[str, str] | None:
    """(id, status) of the relation between two claims, either way round where that means the same; current ones first."""
    either = "OR (from_claim_id = :to AND to_claim_id = :from)" if word in ids.SYMMETRIC else ""
    found: tuple[str, str] | None = connection.execute(
        f"SELECT id, status FROM relations WHERE relation = :word AND ((from_claim_id = :from AND to_claim_id = :to) {either})"
        " ORDER BY status = 'retracted' LIMIT 1",
        {"word": word, "from": from_id, "to": to_id},
    ).fetchone()
    return found


def merge_quantity(connection: sqlite3.Connection, old_id: str, into_id: str) -> None:
    """The claim that stays gets the number if it has none; two different numbers are two claims."""
    sql = "SELECT comparison, value, minimum, maximum, unit FROM quantities WHERE claim_id = ?"
    old, into = connection.execute(sql, (old_id,)).fetchone(), connection.execute(sql, (into_id,)).fetchone()
    if old and into and old != into:
        raise DataError(f"{old_id} and {into_id} give different numbers", remedy="keep both, and relate them: two figures are two claims")
    if old and not into:
        columns = "comparison, value, minimum, maximum, unit, measure, as_of, verbatim"
        connection.execute(
            f"INSERT INTO quantities(claim_id, {columns}, run_id) SELECT ?, {columns}, ? FROM quantities WHERE claim_id = ?",
            (into_id, running(connection), old_id),
        )
