"""What follows from the merges and retractions of two bases once their rows are together.

What one base recorded about a row that the other merged or retracted is brought into line with that, in the open run, so that each change
has its revision. Each step depends on what the rows say alone, so that both bases come to the same.
"""

from __future__ import annotations

import json
import sqlite3

from kb.base import figures
from kb.base.runs import Run
from kb.changes import retract_unasserted, set_retracted, uses
from kb.changes.merging import drop_doubles, merge_claims, move_to_claim, move_to_entity, retract_double_assertions

# Tables and columns in which a row rests on a claim.
RESTING = (
    *((table, "claim_id") for table in ("assertions", "participations", "affiliations", "event_order")),
    *(("relations", column) for column in ("from_claim_id", "to_claim_id")),
)
LIVE_RELATION = "status <> 'retracted'"


def follow_merges(run: Run) -> None:
    """Bring the base into line with its merges and retractions."""
    follow_entities(run)
    follow_claims(run)
    merge_twins(run)
    reinstate_chains(run)
    reinstate_claims(run)
    retract_what_nobody_says(run)
    reinstate_entities(run)


def follow_entities(run: Run) -> None:
    """Point what refers to a merged entity at the entity that took its place."""
    connection = run.connection
    last = (
        "WITH RECURSIVE way(id, kind, at) AS (SELECT id, kind, merged_into_id FROM entities WHERE status = 'merged'"
        " UNION SELECT way.id, way.kind, merged_into_id FROM way JOIN entities ON entities.id = at WHERE merged_into_id IS NOT NULL)"
        " SELECT way.id, way.kind, at FROM way JOIN entities ON entities.id = at WHERE entities.status <> 'merged' ORDER BY way.id"
    )
    for old, kind, into in connection.execute(last).fetchall():
        run.because(f"{old} is merged into {into}")
        if move_to_entity(connection, f"{kind}s", old, into):
            drop_doubles(connection, into)


def follow_claims(run: Run) -> None:
    """Move what rests on a merged claim to the claim that took its place."""
    connection = run.connection
    last = (
        "WITH RECURSIVE way(id, at) AS (SELECT id, merged_into_id FROM claims WHERE merged_into_id IS NOT NULL"
        " UNION SELECT way.id, merged_into_id FROM way JOIN claims ON claims.id = at WHERE merged_into_id IS NOT NULL)"
        " SELECT way.id, at FROM way JOIN claims ON claims.id = at WHERE merged_into_id IS NULL ORDER BY way.id"
    )
    resting = " UNION ALL ".join(
        f"SELECT 1 FROM {table} WHERE {column} = :id{' AND ' + LIVE_RELATION if table == 'relations' else ''}" for table, column in RESTING
    )
    for old, into in connection.execute(last).fetchall():
        if connection.execute(f"{resting} LIMIT 1", {"id": old}).fetchone():
            run.because(f"{old} is merged into {into}")
            move_to_claim(run, old, into)
            retract_double_assertions(connection, "claim_id", into)
        set_retracted(connection, "claims", old)


def merge_twins(run: Run) -> None:
    """Merge a claim into an earlier one with the same words, as one base worded a claim and the other recorded the same anew."""
    same = "SELECT text FROM claims WHERE status <> 'retracted' AND merged_into_id IS NULL GROUP BY text HAVING count(*) > 1 ORDER BY text"
    for (text,) in run.connection.execute(same).fetchall():
        twins = "SELECT id FROM claims WHERE text = ? AND status <> 'retracted' AND merged_into_id IS NULL ORDER BY recorded_at, id"
        first, *others = (row[0] for row in run.connection.execute(twins, (text,)).fetchall())
        run.because(f"it says the same as {first}")
        for other in others:
            merge_claims(run, other, first)


def reinstate_chains(run: Run) -> None:
    """Let a retracted assertion count again where an assertion that counts is reported in it."""
    run.because("an assertion of the other base is reported in it")
    reported = "SELECT reported_in_id FROM assertions WHERE status <> 'retracted' AND reported_in_id IS NOT NULL"
    again = f"UPDATE assertions SET status = 'recorded' WHERE status = 'retracted' AND id IN ({reported})"
    while run.connection.execute(again).rowcount:
        pass


def reinstate_claims(run: Run) -> None:
    """Let a retracted claim count again that one base took back while the other recorded somebody who says it."""
    run.because("the other base has an assertion of it")
    asserted = "SELECT claim_id FROM assertions WHERE status <> 'retracted'"
    sql = f"UPDATE claims SET status = 'recorded' WHERE status = 'retracted' AND merged_into_id IS NULL AND id IN ({asserted})"
    run.connection.execute(sql)


def retract_what_nobody_says(run: Run) -> None:
    """Retract claims that nobody is left to say, relations of retracted claims, and numbers that no sentence prints."""
    connection = run.connection
    run.because("nobody is left who says it")
    asserted = "SELECT claim_id FROM assertions WHERE status <> 'retracted'"
    for (claim_id,) in connection.execute(
        f"SELECT id FROM claims WHERE status <> 'retracted' AND id NOT IN ({asserted}) ORDER BY id"
    ).fetchall():
        retract_unasserted(connection, claim_id)
    retracted = "SELECT id FROM claims WHERE status = 'retracted'"
    connection.execute(
        f"UPDATE relations SET status = 'retracted' WHERE {LIVE_RELATION} AND (from_claim_id IN ({retracted}) OR to_claim_id IN ({retracted}))"
    )
    run.because("no sentence with a quote of the claim prints it")
    unprinted = json.dumps([claim_id for claim_id, _ in figures.unprinted(connection)])
    connection.execute("DELETE FROM quantities WHERE claim_id IN (SELECT value FROM json_each(?))", (unprinted,))


def reinstate_entities(run: Run) -> None:
    """Let a retracted entity count again that the other base uses."""
    run.because("the other base uses it")
    for entity_id in retracted_entities(run.connection):
        if any(uses(run.connection, entity_id)):
            run.connection.execute("UPDATE entities SET status = 'current' WHERE id = ?", (entity_id,))


def retracted_entities(connection: sqlite3.Connection) -> list[str]:
    return [row[0] for row in connection.execute("SELECT id FROM entities WHERE status = 'retracted' ORDER BY id")]
