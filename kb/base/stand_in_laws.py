"""The triggers that keep the table stand_ins, and the statements that fill it anew.

A step leads from an entity to what stands for it: a part, or what belongs to it by a row of standing_affiliations. The table has the steps
joined, so that a filter on either end uses an index however long the chains are. A new step joins what leads to it with what follows from
it; after a step has gone, the rows of all that it led from are made anew.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

Law = tuple[str, str, list[str], str]  # the name of a trigger, its moment, its statements, its condition

COLUMNS = ("entity_id", "stand_in_id", "steps", "through_id", "role", "by_parts")
INSERT = f"INSERT INTO stand_ins({', '.join(COLUMNS)})"
MOST_STEPS = 64  # ends a circle, such as two bodies that each belong to the other
SHORTER = "(excluded.steps, excluded.role, excluded.through_id) < (steps, role, through_id)"
KEEP_SHORTEST = "ON CONFLICT (entity_id, stand_in_id) DO UPDATE SET by_parts = max(by_parts, excluded.by_parts), " + ", ".join(
    f"{column} = CASE WHEN {SHORTER} THEN excluded.{column} ELSE {column} END" for column in ("steps", "through_id", "role")
)
PARTS = ("actors", "things", "events")  # tables whose rows may be parts of others
# Where single steps stand: (table or view, the column of the whole, that of what stands for it, SQL of the role).
STEPS = (
    *((table, "part_of_id", "id", "'part-of'") for table in PARTS),
    ("standing_affiliations", "whole_id", "entity_id", "step.role"),
)


def itself(entity: str) -> str:
    """The statement that lets an entity stand for itself."""
    return f"{INSERT} VALUES ({entity}, {entity}, 0, NULL, NULL, 1) ON CONFLICT DO NOTHING"


def step_added(entity: str, stand_in: str, role: str, by_parts: int, where: str = "true") -> str:
    """The statement that joins a new step with the steps before and after it."""
    return (
        f"{INSERT}\n"
        "  SELECT above.entity_id, below.stand_in_id, above.steps + 1 + below.steps, coalesce(below.through_id, above.stand_in_id),\n"
        f"    coalesce(below.role, {role}), above.by_parts AND {by_parts} AND below.by_parts\n"
        f"  FROM stand_ins AS above JOIN stand_ins AS below ON below.entity_id = {stand_in}\n"
        f"  WHERE above.stand_in_id = {entity} AND above.entity_id <> below.stand_in_id AND {where}\n"
        f"  {KEEP_SHORTEST}"
    )


def joined(seeds: str) -> str:
    """The SQL of the rows of stand_ins for every entity that the seeds stand for, read off the single steps."""
    up = "\n    ".join(
        f"UNION SELECT step.{whole} FROM above JOIN {table} AS step ON step.{own} = above.id WHERE step.{whole} IS NOT NULL"
        for table, whole, own, _ in STEPS
    )
    down = "\n    ".join(
        f"UNION SELECT chain.entity_id, step.{own}, chain.steps + 1, step.{whole}, {role}, chain.by_parts AND {role} = 'part-of'"
        f" FROM chain JOIN {table} AS step ON step.{whole} = chain.stand_in_id WHERE chain.steps < {MOST_STEPS} AND step.{own} <> chain.entity_id"
        for table, whole, own, role in STEPS
    )
    return (
        f"WITH RECURSIVE above(id) AS ({seeds}\n    {up}),\n"
        f"  chain({', '.join(COLUMNS)}) AS (SELECT id, id, 0, NULL, NULL, 1 FROM above\n    {down})\n"
        "  SELECT * FROM chain ORDER BY steps"
    )


def steps_gone(seeds: str) -> list[str]:
    """The statements that make anew the rows of the entities that a step led from, and of all that these stand for."""
    return [
        f"DELETE FROM stand_ins WHERE entity_id IN (SELECT entity_id FROM stand_ins WHERE stand_in_id IN ({seeds}))",
        f"{INSERT}\n  SELECT {', '.join(COLUMNS)} FROM ({joined(seeds)}) WHERE true\n  {KEEP_SHORTEST}",
    ]


def of_entities() -> Iterator[Law]:
    """The laws on the registry of entities."""
    yield "stand_for_themselves", "AFTER INSERT", [itself("NEW.id")], ""
    yield "stand_for_nothing", "AFTER DELETE", ["DELETE FROM stand_ins WHERE entity_id = OLD.id OR stand_in_id = OLD.id"], ""


def of_parts() -> Iterator[Law]:
    """The laws on a table whose rows may be parts of others."""
    added = step_added("NEW.part_of_id", "NEW.id", "'part-of'", 1)
    yield "stand_for_their_whole", "AFTER INSERT", [itself("NEW.id"), added], "NEW.part_of_id IS NOT NULL"
    moved = [*steps_gone("SELECT OLD.part_of_id WHERE OLD.part_of_id IS NOT NULL"), added]
    yield "stand_for_another_whole", "AFTER UPDATE OF part_of_id", moved, "NEW.part_of_id IS NOT OLD.part_of_id"


def of_affiliations() -> Iterator[Law]:
    """The laws on the table affiliations."""
    added = step_added("NEW.whole_id", "NEW.entity_id", "NEW.role", 0, "EXISTS (SELECT 1 FROM standing_affiliations WHERE id = NEW.id)")
    gone = steps_gone("SELECT OLD.whole_id")
    yield "stand_for_their_whole", "AFTER INSERT", [added], ""
    changed = " OR ".join(f"NEW.{column} IS NOT OLD.{column}" for column in ("entity_id", "whole_id", "role", "claim_id"))
    yield "stand_for_another_whole", "AFTER UPDATE OF entity_id, whole_id, role, claim_id", [*gone, added], changed
    yield "stand_no_more", "AFTER DELETE", gone, ""


def of_claims() -> Iterator[Law]:
    """The laws on the table claims: what rests on a claim counts while the claim does."""
    resting = "SELECT whole_id FROM affiliations WHERE claim_id = NEW.id"
    changed = "(NEW.status IN ('proposed', 'retracted')) <> (OLD.status IN ('proposed', 'retracted'))"
    yield "carry_stand_ins", "AFTER UPDATE OF status", steps_gone(resting), f"{changed} AND EXISTS ({resting})"


LAWS = {
    "entities": of_entities,
    "actors": of_parts,
    "things": of_parts,
    "events": of_parts,
    "affiliations": of_affiliations,
    "claims": of_claims,
}


EVERYTHING = joined("SELECT id FROM entities")
PAIRS = "entity_id, stand_in_id, steps, by_parts"
GROUPED = f"SELECT entity_id, stand_in_id, min(steps), max(by_parts) FROM ({EVERYTHING}) GROUP BY entity_id, stand_in_id"
# (entity, what stands for it) of each row that is not as the single steps give it, missing or too many.
DIFFERENCE = (
    f"SELECT entity_id, stand_in_id FROM (SELECT * FROM (SELECT {PAIRS} FROM stand_ins EXCEPT {GROUPED})"
    f" UNION SELECT * FROM ({GROUPED} EXCEPT SELECT {PAIRS} FROM stand_ins)) ORDER BY 1, 2 LIMIT 20"
)


def rebuild(connection: sqlite3.Connection) -> None:
    """Fill the table anew, in the open transaction, where its triggers were not there to keep it."""
    connection.execute("DELETE FROM stand_ins")
    connection.execute(steps_gone("SELECT id FROM entities")[1])
