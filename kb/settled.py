"""After a change: what it touched must still hang together. What would not is refused, and the run with it."""

from __future__ import annotations

import sqlite3

from kb.errors import DataError

# The claims that a run touched: in their own row, through their assertions, or through their relations.
TOUCHED = """
WITH changed(table_name, row_id, before, after) AS (SELECT table_name, row_id, before, after FROM revisions WHERE run_id = :run),
touched(id) AS (
  SELECT row_id FROM changed WHERE table_name = 'claims'
  UNION SELECT json_extract(before, '$.claim_id') FROM changed WHERE table_name = 'assertions'
  UNION SELECT json_extract(after, '$.claim_id') FROM changed WHERE table_name = 'assertions'
  UNION SELECT json_extract(after, '$.from_claim_id') FROM changed WHERE table_name = 'relations'
  UNION SELECT json_extract(after, '$.to_claim_id') FROM changed WHERE table_name = 'relations'
  UNION SELECT id FROM claims INDEXED BY claims_by_run WHERE run_id = :run
  UNION SELECT claim_id FROM assertions INDEXED BY assertions_by_run WHERE run_id = :run),
gone(id) AS (
  SELECT row_id FROM changed WHERE table_name = 'entities' AND json_extract(after, '$.status') <> 'current')
"""
# (what is wrong, the remedy, SQL that finds one such row): none is there after any run of the library. CROSS JOIN makes SQLite begin
# with the few rows that were touched, INDEXED BY with those of the run (statistics of a base read in one run know only big ones).
FAULTS = (
    (
        "nobody would be left who says {}",
        "let an assertion of it count again: kb correct AST-… status=reviewed --reason …",
        "SELECT claims.id FROM touched CROSS JOIN claims USING (id) WHERE status <> 'retracted'"
        " AND NOT EXISTS (SELECT 1 FROM assertions WHERE claim_id = claims.id AND status <> 'retracted')",
    ),
    (
        "{} would be retracted or merged, and still asserted",
        "take its assertions back first, or undo what was done to the claim",
        "SELECT claims.id FROM touched CROSS JOIN claims USING (id) JOIN assertions ON claim_id = claims.id"
        " WHERE (claims.status = 'retracted' OR merged_into_id IS NOT NULL) AND assertions.status <> 'retracted'",
    ),
    (
        "{} would be reported in an assertion that is retracted",
        "let that one count again first: kb correct AST-… status=reviewed --reason … (kb show {} names it)",
        "SELECT child.id FROM touched CROSS JOIN assertions AS child ON child.claim_id = touched.id JOIN assertions AS parent ON parent.id = child.reported_in_id"
        " WHERE child.status <> 'retracted' AND parent.status = 'retracted'",
    ),
    (
        "the relation {} would be to a retracted claim",
        "take the relation back first, or review the claim again",
        "SELECT relations.id FROM touched CROSS JOIN claims USING (id) JOIN relations ON from_claim_id = claims.id"
        " WHERE relations.status <> 'retracted' AND claims.status = 'retracted' UNION ALL"
        " SELECT relations.id FROM touched CROSS JOIN claims USING (id) JOIN relations ON to_claim_id = claims.id"
        " WHERE relations.status <> 'retracted' AND claims.status = 'retracted'",
    ),
    (
        "another claim says the same as {}",
        "merge the two (kb merge), or word one of them otherwise",
        "SELECT claims.id FROM touched CROSS JOIN claims USING (id) WHERE status <> 'retracted' AND EXISTS ("
        "SELECT 1 FROM claims AS twin WHERE twin.text = claims.text AND twin.id <> claims.id AND twin.status <> 'retracted')",
    ),
    (
        "{} would name a row that is merged or retracted",
        "name another row first (kb correct), or undo the later change",
        "SELECT claims.id FROM touched CROSS JOIN claims USING (id) JOIN entities ON entities.id IN (subject_id, object_id, event_id, place_id)"
        " WHERE claims.status <> 'retracted' AND entities.status <> 'current'",
    ),
    (
        "{} would name a speaker, source or work that is merged or retracted",
        "name another one first (kb correct), or undo the later change",
        "SELECT assertions.id FROM touched CROSS JOIN assertions ON claim_id = touched.id JOIN entities ON entities.id IN (speaker_id, source_id, work_id)"
        " WHERE assertions.status <> 'retracted' AND entities.status <> 'current'",
    ),
    (
        "{} would name a row that is merged or retracted",
        "name another row first (kb correct), or undo the later change",
        " UNION ALL ".join(
            f"SELECT {table}.id FROM gone CROSS JOIN {table} ON {column} = gone.id WHERE status <> 'retracted'"
            for table, columns in (
                ("claims", ("subject_id", "object_id", "event_id", "place_id")),
                ("assertions", ("speaker_id", "source_id", "work_id")),
            )
            for column in columns
        ),
    ),
)


def refuse_unsettled(connection: sqlite3.Connection) -> None:
    """Look at what the open run touched; raises DataError for what would contradict itself."""
    run = connection.execute("SELECT run_id FROM change_context").fetchone()
    for what, remedy, sql in FAULTS if run and run[0] else ():
        found = connection.execute(f"{TOUCHED} {sql} LIMIT 1", {"run": run[0]}).fetchone()
        if found:
            raise DataError(what.format(found[0]), where=found[0], remedy=remedy.format(found[0]))
