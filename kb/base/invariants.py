"""The invariants that hold between rows, checked on the rows that a run touched before the run is committed."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable

from kb.base import figures
from kb.errors import ConflictError, actions
from kb.errors.remedies import Remedies

# New rows leave no revision: they are those with a higher rowid than the last one when the run began.
CHANGED = "WITH changed AS MATERIALIZED (SELECT table_name, row_id, before, after FROM revisions WHERE run_id = :run) "
# Rows whose invariants a run may have broken, by the SQL that finds their ids.
TOUCHED = {
    # claims: in their own row, through their assertions, their relations, their numbers or the parts in events that rest on them
    "claims": CHANGED
    + """
SELECT row_id FROM changed WHERE table_name IN ('claims', 'quantities')
UNION SELECT json_extract(before, '$.claim_id') FROM changed WHERE table_name IN ('assertions', 'participations')
UNION SELECT json_extract(after, '$.claim_id') FROM changed WHERE table_name IN ('assertions', 'participations') AND after IS NOT NULL
UNION SELECT json_extract(after, '$.from_claim_id') FROM changed WHERE table_name = 'relations'
UNION SELECT json_extract(after, '$.to_claim_id') FROM changed WHERE table_name = 'relations'
UNION SELECT from_claim_id FROM relations WHERE rowid > :relations
UNION SELECT to_claim_id FROM relations WHERE rowid > :relations
UNION SELECT claim_id FROM participations WHERE rowid > :participations
UNION SELECT claim_id FROM quantities WHERE rowid > :quantities
UNION SELECT id FROM claims INDEXED BY claims_by_run WHERE run_id = :run
UNION SELECT claim_id FROM assertions INDEXED BY assertions_by_run WHERE run_id = :run""",
    # actors, things, events and sources that are merged or retracted now
    "gone": CHANGED + "SELECT row_id FROM changed WHERE table_name = 'entities' AND json_extract(after, '$.status') <> 'current'",
    "mentions": CHANGED + "SELECT row_id FROM changed WHERE table_name = 'mentions' UNION SELECT id FROM mentions WHERE rowid > :mentions",
    "affiliations": CHANGED
    + "SELECT row_id FROM changed WHERE table_name = 'affiliations' UNION SELECT id FROM affiliations WHERE rowid > :affiliations",
    "citations": CHANGED
    + "SELECT row_id FROM changed WHERE table_name = 'citations' UNION SELECT id FROM citations WHERE rowid > :citations",
    # events whose order in time is new or changed, or rests on a claim that changed
    "ordered": CHANGED
    + """
SELECT json_extract(after, '$.event_id') FROM changed WHERE table_name = 'event_order' AND after IS NOT NULL
UNION SELECT json_extract(after, '$.other_event_id') FROM changed WHERE table_name = 'event_order' AND after IS NOT NULL
UNION SELECT event_id FROM event_order WHERE rowid > :event_order UNION SELECT other_event_id FROM event_order WHERE rowid > :event_order
UNION SELECT event_id FROM changed CROSS JOIN event_order ON claim_id = row_id WHERE table_name = 'claims'
UNION SELECT other_event_id FROM changed CROSS JOIN event_order ON claim_id = row_id WHERE table_name = 'claims'""",
    # snapshots whose sections or sentences were drawn anew
    "redrawn": CHANGED
    + """
SELECT json_extract(before, '$.snapshot_id') FROM changed WHERE table_name IN ('sections', 'sentences')
UNION SELECT snapshot_id FROM sections WHERE rowid > :sections UNION SELECT snapshot_id FROM sentences WHERE rowid > :sentences""",
}
NAMES = {
    "claims": ("subject_id", "object_id", "event_id", "place_id"),
    "assertions": ("speaker_id", "source_id", "work_id"),
    "mentions": ("entity_id",),
    "citations": ("citing_source_id", "cited_id"),
}
DRAW = "draw the sections so that they cover the text, one after the other"
RESTS = "(claim_id IS NULL OR claim_id IN (SELECT id FROM claims WHERE status <> 'retracted'))"
GONE = "{} would name a row that is merged or retracted"
# (key of TOUCHED, message, remedy, SQL that finds the ids of rows that break the invariant). The touched ids come as JSON, and CROSS JOIN
# makes each query begin with them: SQLite would expect many of them, and read far more than it needs.


def name_another(row_id: str) -> Remedies:
    """Return the remedies for a row that names a merged or retracted row."""
    return "name another row first", actions.correct(row_id), actions.undo()


FAULTS: tuple[tuple[str, str, Callable[[str], Remedies], str], ...] = (
    (
        "claims",
        "nobody would be left who says {}",
        lambda _: actions.reinstate(),
        "SELECT claims.id FROM ids CROSS JOIN claims USING (id) WHERE status <> 'retracted'"
        " AND NOT EXISTS (SELECT 1 FROM assertions WHERE claim_id = claims.id AND status <> 'retracted')",
    ),
    (
        "claims",
        "{} would be retracted or merged, and still asserted",
        lambda _: "take its assertions back first, or undo what was done to the claim",
        "SELECT claims.id FROM ids CROSS JOIN claims USING (id) JOIN assertions ON claim_id = claims.id"
        " WHERE (claims.status = 'retracted' OR merged_into_id IS NOT NULL) AND assertions.status <> 'retracted'",
    ),
    (
        "claims",
        "{} would be reported in an assertion that is retracted",
        lambda row_id: (actions.reinstate(), actions.show(row_id)),
        "SELECT child.id FROM ids CROSS JOIN assertions AS child ON child.claim_id = ids.id JOIN assertions AS parent ON parent.id = child.reported_in_id"
        " WHERE child.status <> 'retracted' AND parent.status = 'retracted'",
    ),
    (
        "claims",
        "{} would not be reported in an assertion of the same claim and source, one level less",
        lambda _: "move the whole chain, or undo what moved a part of it",
        "SELECT child.id FROM ids CROSS JOIN assertions AS child ON child.claim_id = ids.id JOIN assertions AS parent ON parent.id = child.reported_in_id"
        " WHERE parent.claim_id <> child.claim_id OR parent.source_id <> child.source_id OR parent.level <> child.level - 1",
    ),
    (
        "claims",
        "the relation {} would be to a retracted claim",
        lambda _: "take the relation back first, or review the claim again",
        "SELECT relations.id FROM ids CROSS JOIN claims USING (id) JOIN relations ON from_claim_id = claims.id"
        " WHERE relations.status <> 'retracted' AND claims.status = 'retracted' UNION ALL"
        " SELECT relations.id FROM ids CROSS JOIN claims USING (id) JOIN relations ON to_claim_id = claims.id"
        " WHERE relations.status <> 'retracted' AND claims.status = 'retracted'",
    ),
    (
        "claims",
        "another claim says the same as {}",
        lambda row_id: (actions.merge(row_id), "or word one of them otherwise"),
        "SELECT claims.id FROM ids CROSS JOIN claims USING (id) WHERE status <> 'retracted' AND EXISTS ("
        "SELECT 1 FROM claims AS twin WHERE twin.text = claims.text AND twin.id <> claims.id AND twin.status <> 'retracted')",
    ),
    (
        "claims",
        GONE,
        name_another,
        f"SELECT claims.id FROM ids CROSS JOIN claims USING (id) CROSS JOIN entities ON entities.id IN ({', '.join(NAMES['claims'])})"
        " WHERE claims.status <> 'retracted' AND entities.status <> 'current'",
    ),
    (
        "claims",
        "{} would name a speaker, source or work that is merged or retracted",
        name_another,
        "SELECT assertions.id FROM ids CROSS JOIN assertions ON claim_id = ids.id"
        f" CROSS JOIN entities ON entities.id IN ({', '.join(NAMES['assertions'])})"
        " WHERE assertions.status <> 'retracted' AND entities.status <> 'current'",
    ),
    (
        "claims",
        "a part in an event that rests on {} would be of somebody or something that is merged or retracted",
        name_another,
        "SELECT claims.id FROM ids CROSS JOIN claims USING (id) CROSS JOIN participations ON claim_id = claims.id"
        " CROSS JOIN entities ON entities.id IN (entity_id, participations.event_id) WHERE claims.status <> 'retracted' AND entities.status <> 'current'",
    ),
    *(
        (
            table,
            GONE,
            name_another,
            f"SELECT {table}.id FROM ids CROSS JOIN {table} USING (id) CROSS JOIN entities ON entities.id IN ({', '.join(NAMES[table])})"
            f" WHERE {table}.status <> 'retracted' AND entities.status <> 'current'",
        )
        for table in ("mentions", "citations")
    ),
    (
        "affiliations",
        GONE,
        name_another,
        "SELECT affiliations.id FROM ids CROSS JOIN affiliations USING (id) CROSS JOIN entities ON entities.id IN (entity_id, whole_id)"
        f" WHERE {RESTS} AND entities.status <> 'current'",
    ),
    *(
        (
            "gone",
            GONE,
            name_another,
            f"SELECT affiliations.id FROM ids CROSS JOIN affiliations ON affiliations.{column} = ids.id WHERE {RESTS}",
        )
        for column in ("entity_id", "whole_id")
    ),
    *(
        ("gone", GONE, name_another, f"SELECT {table}.id FROM ids CROSS JOIN {table} ON {column} = ids.id WHERE status <> 'retracted'")
        for table, columns in NAMES.items()
        for column in columns
    ),
    *(
        (
            "gone",
            "a part in an event that rests on {} would be of somebody or something that is merged or retracted",
            name_another,
            f"SELECT claims.id FROM ids CROSS JOIN participations ON participations.{column} = ids.id CROSS JOIN claims ON claims.id = claim_id"
            " WHERE claims.status <> 'retracted'",
        )
        for column in ("entity_id", "event_id")
    ),
    *(
        (
            "gone",
            "an order in time, {}, would be of an event that is merged or retracted",
            lambda row_id: (actions.retract(row_id), actions.undo()),
            f"SELECT event_order.id FROM ids CROSS JOIN event_order ON {column} = ids.id",
        )
        for column in ("event_id", "other_event_id")
    ),
    (
        "ordered",
        "{} would come before itself, or lie within itself",
        lambda _: ("leave out one of the orders in time that lead round", "say of a source that differs only what it claims"),
        "SELECT event_id FROM ids CROSS JOIN circles_in_time ON event_id = ids.id",
    ),
    (
        "redrawn",
        "the section {} would not begin where the one before ends",
        lambda _: DRAW,
        "SELECT id FROM (SELECT sections.id, start_char, lag(end_char, 1, 0) OVER (PARTITION BY snapshot_id ORDER BY position) AS before"
        " FROM ids CROSS JOIN sections ON snapshot_id = ids.id) WHERE start_char <> before",
    ),
    (
        "redrawn",
        "the sections of {} would leave part of the text without a voice",
        lambda _: DRAW,
        "SELECT snapshots.id FROM ids CROSS JOIN snapshots USING (id)"
        " WHERE length(text) IS NOT (SELECT max(end_char) FROM sections WHERE snapshot_id = snapshots.id)",
    ),
    (
        "redrawn",
        "the sentence {} would begin before the one before it ends",
        lambda _: "cut the text into sentences anew",
        "SELECT id FROM (SELECT sentences.id, start_char, lag(end_char, 1, 0) OVER (PARTITION BY snapshot_id ORDER BY position) AS before"
        " FROM ids CROSS JOIN sentences ON snapshot_id = ids.id) WHERE start_char < before",
    ),
    (
        "redrawn",
        "the passage {} would not begin in its section",
        lambda _: DRAW,
        "SELECT passages.id FROM ids CROSS JOIN passages ON passages.snapshot_id = ids.id CROSS JOIN sections ON sections.id = section_id"
        " WHERE passages.start_char < sections.start_char OR passages.start_char >= sections.end_char",
    ),
)
IDS = "WITH ids(id) AS (SELECT value FROM json_each(:ids)) "


def check_invariants(connection: sqlite3.Connection, run_id: str, before: dict[str, int]) -> None:
    """Raise ConflictError for the first row that breaks an invariant among those that a run touched.

    `before` holds the highest rowid of each table from when the run began.
    """
    touched = {rows: json.dumps([row[0] for row in connection.execute(sql, {"run": run_id, **before})]) for rows, sql in TOUCHED.items()}
    for rows, message, remedy, sql in FAULTS:
        if touched[rows] == "[]":
            continue
        fault = connection.execute(f"{IDS}{sql} LIMIT 1", {"ids": touched[rows]}).fetchone()
        if fault:
            raise ConflictError(message.format(fault[0]), where=fault[0], remedy=remedy(fault[0]))
    for claim_id, verbatim in figures.unprinted(connection, touched["claims"]):
        raise ConflictError(
            f"no sentence with a quote of {claim_id} prints {verbatim!r}",
            where=f"{claim_id}, quantity.verbatim",
            remedy="copy the number as the text prints it, beside words that carry the claim",
        )
