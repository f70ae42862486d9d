"""Purge a source: erase its words wherever the base holds them, for law or privacy, and leave who did it, when and why.

Nothing else erases. The rows stay with their ids, so that no reference breaks: a text and what quotes it are blackened character by
character, what was worded after it says only that it was purged, and what only this source supported is retracted.
"""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass

from kb.base import digests, purged
from kb.base.model import Row
from kb.base.purged import GONE, black
from kb.base.row_by_id import table_of, whole_id
from kb.base.runs import Run
from kb.base.store import unrevised
from kb.changes.purged_history import blacken_history
from kb.changes.purged_words import EMPTIED, REWORDED, Words
from kb.changes.resting import Resting, counted, resting_on
from kb.changes.retracting import retract_assertion, retract_entity, set_retracted
from kb.changes.uses import uses
from kb.errors import DataError, UsageError, actions

TEXTS = "SELECT id, length(text) AS characters, sha256 FROM snapshots WHERE source_id = ? AND purged_in_id IS NULL ORDER BY id"
# Of every claim that was ever read from the source, those that no other words carry now, with what was merged into them.
ERASED = """
WITH RECURSIVE erased(id) AS (
  SELECT claim_id FROM assertions WHERE source_id = :source AND NOT EXISTS (SELECT 1 FROM assertions AS other
    WHERE other.claim_id = assertions.claim_id AND other.source_id <> :source AND other.status <> 'retracted')
  UNION SELECT claims.id FROM erased JOIN claims ON merged_into_id = erased.id)
SELECT id FROM erased ORDER BY id"""
BY_SNAPSHOT = ("passages", "mentions", "proposals", "sentences")
BY_CLAIM = ("quantities", "participations", "affiliations", "event_order")
OF_SOURCE = (("names", "entity_id"), ("identifiers", "entity_id"), ("source_authors", "source_id"))


@dataclass(frozen=True)
class Purge:
    """What a purge of a source would erase and retract."""

    source_id: str
    texts: list[Row]
    resting: Resting
    claims: list[str]
    rows: dict[str, int]

    def lines(self) -> list[str]:
        """Return what would be erased, a line for each kind of row, and then each row that would be retracted."""
        texts = [f"text {row['id']}: {row['characters']} characters erased, SHA-256 {row['sha256']} kept" for row in self.texts]
        rows = [f"{table}: words of {counted(number, 'row')} erased" for table, number in self.rows.items() if number]
        claims = [f"claim {claim_id}: wording erased, no other source supports it" for claim_id in self.claims]
        retracted = [f"{kind} {row_id}: retracted" for kind, row_id, _ in self.resting.listed() if kind != "claim"]
        return texts + rows + claims + retracted + [f"claim {row['id']}: stays, by other words" for row in self.resting.staying]


def plan(connection: sqlite3.Connection, given: str) -> Purge:
    """Return what a purge of a source would do. Raises UsageError for what is no source with a text, DataError where it was purged already."""
    source_id = whole_id(connection, given)
    if (table := table_of(connection, source_id)) != "sources":
        raise UsageError(f"a row of {table} is not purged; a source is", where=source_id, remedy="name the source that holds the words")
    texts = [dict(zip(("id", "characters", "sha256"), row, strict=True)) for row in connection.execute(TEXTS, (source_id,))]
    if not texts and (done := purged.of_source(connection, source_id)):
        raise DataError(purged.told(done[0]), where=source_id, remedy=actions.show(source_id))
    if not texts:
        raise UsageError("holds no text that could be erased", where=source_id, remedy=actions.retract(source_id))
    claims = [row[0] for row in connection.execute(ERASED, {"source": source_id})]
    within = "snapshot_id IN (SELECT id FROM snapshots WHERE source_id = ?)"
    rows = {
        table: connection.execute(f"SELECT count(*) FROM {table} WHERE {within}", (source_id,)).fetchone()[0]
        for table in ("originals", *BY_SNAPSHOT)
    }
    rows["assertions"] = connection.execute("SELECT count(*) FROM assertions WHERE source_id = ?", (source_id,)).fetchone()[0]
    rows["citations"] = connection.execute("SELECT count(*) FROM citations WHERE citing_source_id = ?", (source_id,)).fetchone()[0]
    return Purge(source_id, texts, resting_on(connection, source_id), claims, rows)


def purge(run: Run, source_id: str) -> list[str]:
    """Purge a source in the open run, and return a line for each thing that was erased, retracted, or still needs a person.

    The file holds the words until it is written anew: `kb.base.purged.sweep` does that once the run is committed.
    """
    connection = run.connection
    planned = plan(connection, source_id)
    words = Words.of(connection, planned.source_id, [row["id"] for row in planned.texts], planned.claims)
    with digests.renewed(connection):
        retract_what_rests(connection, planned, words)
        with unrevised(connection):
            blacken_texts(run, planned)
            reword(connection, words)
            blacken_history(connection, words)
        connection.executemany("INSERT INTO unswept VALUES (?)", [(row["id"],) for row in planned.texts])
    return planned.lines() + left_over(connection, planned)


def retract_what_rests(connection: sqlite3.Connection, planned: Purge, words: Words) -> None:
    """Retract all that the source says, and the events that nothing else speaks of."""
    live = "SELECT id FROM assertions WHERE source_id = ? AND status <> 'retracted' ORDER BY level, id"
    for (row_id,) in connection.execute(live, (planned.source_id,)).fetchall():
        retract_assertion(connection, row_id)
    for table, where in (
        ("mentions", "snapshot_id IN (SELECT id FROM snapshots WHERE source_id = ?)"),
        ("citations", "citing_source_id = ?"),
    ):
        for (row_id,) in connection.execute(f"SELECT id FROM {table} WHERE {where}", (planned.source_id,)).fetchall():
            set_retracted(connection, table, row_id)
    for event in list(words.rows["events"]):
        connection.execute(
            "DELETE FROM event_order WHERE ? IN (event_id, other_event_id)", (event,)
        )  # a place in time, which nobody tells of now
        if list(uses(connection, event)):
            words.rows["events"].remove(event)  # others speak of it, so that its name is theirs too
        else:
            retract_entity(connection, event)


def blacken_texts(run: Run, planned: Purge) -> None:
    """Blacken the texts, and then all that quotes them, in the order in which the laws compare them."""
    connection = run.connection
    for row in planned.texts:
        (text,) = connection.execute("SELECT text FROM snapshots WHERE id = ?", (row["id"],)).fetchone()
        connection.execute(
            "UPDATE snapshots SET text = ?, retrieved_from = NULL, purged_in_id = ? WHERE id = ?", (black(text), run.id, row["id"])
        )
        connection.execute("UPDATE originals SET bytes = ? WHERE snapshot_id = ?", (purged.NO_FILE, row["id"]))
        connection.create_function("kb_black", 1, lambda words: None if words is None else black(words), deterministic=True)
        for sql in (
            "UPDATE passages SET exact = kb_black(exact) WHERE snapshot_id = ?",
            "UPDATE mentions SET exact = kb_black(exact) WHERE snapshot_id = ?",
            "UPDATE proposals SET exact = kb_black(exact), speaker = kb_black(speaker), cue = kb_black(cue), found = '{}' WHERE snapshot_id = ?",
            "UPDATE proposals SET status = 'rejected' WHERE snapshot_id = ? AND assertion_id IS NULL",
            "UPDATE assertions SET cue = kb_black(cue) WHERE cue IS NOT NULL AND passage_id IN (SELECT id FROM passages WHERE snapshot_id = ?)",
            f"UPDATE sentences SET no_claim_reason = '{GONE}' WHERE snapshot_id = ?",
        ):
            connection.execute(sql, (row["id"],))


def reword(connection: sqlite3.Connection, words: Words) -> None:
    """Put `GONE` in place of what was worded after the texts, empty what cannot be understood without, and delete what rests on it."""
    for table in BY_CLAIM:
        connection.execute(f"DELETE FROM {table} WHERE claim_id IN (SELECT value FROM json_each(?))", (json.dumps(words.rows["claims"]),))
    for table, column in OF_SOURCE:
        gone = json.dumps([words.source_id, *words.rows["events"]])
        connection.execute(f"DELETE FROM {table} WHERE {column} IN (SELECT value FROM json_each(?))", (gone,))
    for table in ("claims", "relations", "citations", "events", "sources"):
        changed = [f"{column} = '{GONE}'" for column in REWORDED.get(table, ())] + [f"{column} = NULL" for column in EMPTIED.get(table, ())]
        listed = json.dumps(words.rows[table])
        connection.execute(f"UPDATE {table} SET {', '.join(changed)} WHERE id IN (SELECT value FROM json_each(?))", (listed,))


def left_over(connection: sqlite3.Connection, planned: Purge) -> list[str]:
    """Return a line for each actor and thing that the text names and nothing uses any more: it is no part of the text, and a person decides."""
    named = (
        "SELECT DISTINCT entities.id, label FROM mentions JOIN entities ON entities.id = entity_id WHERE kind IN ('actor', 'thing')"
        " AND entities.status = 'current' AND snapshot_id IN (SELECT id FROM snapshots WHERE source_id = ?) ORDER BY entities.id"
    )
    found = connection.execute(named, (planned.source_id,)).fetchall()
    return [f"{row_id} ({label}): its name stays, and nothing uses it now" for row_id, label in found if not list(uses(connection, row_id))]
