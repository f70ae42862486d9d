"""What a purge leaves and what it needs: which texts were erased, why a text may not come back, and the file written anew without the words.

A purged snapshot keeps its id, its place and its digest; each of its characters is a black one, so that every offset still lies in the text
and every law about words still holds. Who erased it, when and why, is the run that the row names.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping

from kb.base import full_text
from kb.base.model import Row
from kb.base.rows import dicts
from kb.base.store import transaction
from kb.errors import BusyError, DataError, actions

BLACK = "█"
GONE = "(purged)"  # in place of words that are no part of a text
NO_FILE = b"\x00"  # in place of the bytes of an original
REMEDY = "leave this text out of what you add; what was erased for law or privacy does not come back"
PURGED = """
SELECT snapshots.id, snapshots.source_id, snapshots.sha256, substr(runs.started_at, 1, 10) AS at, runs.reason, contributors.name AS who
FROM snapshots JOIN runs ON runs.id = purged_in_id JOIN contributors ON contributors.id = runs.contributor_id
WHERE purged_in_id IS NOT NULL"""
DIGESTS = "SELECT sha256, id FROM snapshots WHERE purged_in_id IS NOT NULL UNION ALL SELECT originals.sha256, id FROM originals JOIN snapshots ON id = snapshot_id WHERE purged_in_id IS NOT NULL"


def black(words: str) -> str:
    """Return as many black characters as there are characters."""
    return BLACK * len(words)


def of_source(connection: sqlite3.Connection, source_id: str) -> list[Row]:
    """Return the purged texts of a source, each with the day, the reason and who did it."""
    return list(dicts(connection.execute(f"{PURGED} AND snapshots.source_id = ? ORDER BY snapshots.id", (source_id,))))


def told(row: Row) -> str:
    """Return in words that a text was purged: which, when, by whom and why."""
    return f"{row['source_id']} was purged on {row['at']} by {row['who']}, because: {row['reason']}"


def refuse(connection: sqlite3.Connection, *digests: str, where: str = "") -> None:
    """Raise DataError where a text or file with one of these SHA-256 was purged from the base."""
    marks = ", ".join("?" * len(digests))
    found = connection.execute(f"SELECT id FROM ({DIGESTS}) WHERE sha256 IN ({marks}) LIMIT 1", digests).fetchone()
    if found:
        (row,) = dicts(connection.execute(f"{PURGED} AND snapshots.id = ?", found))
        raise DataError(f"this text is not taken in: {told(row)}", where=where or row["source_id"], remedy=REMEDY)


def refuse_rows(connection: sqlite3.Connection, rows: Mapping[str, Iterable[Row]]) -> None:
    """Raise DataError where the rows of another base hold a text that was purged here, or say that one was purged that is held here.

    Neither side's word erases or brings back anything on the other by itself: a person purges where it was not done yet, and loads again.
    """
    theirs = {row["id"]: row for row in rows.get("snapshots", ())}
    ours = dict(connection.execute("SELECT id, purged_in_id FROM snapshots"))
    gone = dict(connection.execute(DIGESTS))
    digests = [(row["sha256"], row) for row in theirs.values() if not row.get("purged_in_id")]
    digests += [(row["sha256"], theirs[row["snapshot_id"]]) for row in rows.get("originals", ()) if row["snapshot_id"] in theirs]
    for sha256, row in digests:
        if sha256 in gone and not row.get("purged_in_id"):
            (here,) = dicts(connection.execute(f"{PURGED} AND snapshots.id = ?", (gone[sha256],)))
            remedy = ("purge it where this came from, then load what comes from there", actions.purge(row["source_id"]))
            raise DataError(f"what is loaded holds a text that was purged here: {told(here)}", where=row["source_id"], remedy=remedy)
    purged = [row for row in theirs.values() if row.get("purged_in_id")]
    held = {sha256 for (sha256,) in connection.execute("SELECT sha256 FROM snapshots WHERE purged_in_id IS NULL")} if purged else set()
    for row in purged:
        if row["sha256"] in held or ours.get(row["id"], "") is None:
            run = next((each for each in rows.get("runs", ()) if each["id"] == row["purged_in_id"]), {})
            because = f"purged there on {str(run.get('started_at', ''))[:10]}, because: {run.get('reason') or 'no reason is given'}"
            remedy = (
                "decide whether the reason holds here; if it does, purge it here too, then load again",
                actions.purge(row["source_id"]),
            )
            raise DataError(f"this base holds a text that was {because}", where=row["source_id"], remedy=remedy)


def is_faultless(text: str) -> bool:
    """Return whether a purged text holds no words."""
    return not text.strip(BLACK)


def unswept(connection: sqlite3.Connection) -> bool:
    """Return whether erased words may still stand in the file, in pages that are free or in the write-ahead log."""
    return connection.execute("SELECT 1 FROM unswept LIMIT 1").fetchone() is not None


def sweep(connection: sqlite3.Connection) -> bool:
    """Write the file anew without what was erased, and empty its write-ahead log; return whether that was done.

    It is not while another program reads or writes the base; whoever opens it for writing next tries again.
    """
    connection.execute("PRAGMA secure_delete = ON")
    try:
        with transaction(connection):
            full_text.rebuild(connection)  # what was deleted from an index stays in it until it is built anew
        connection.execute("VACUUM")
        with transaction(connection):
            full_text.rebuild(connection)  # VACUUM may number rows anew, and the indexes go by these numbers
        if not emptied(connection):
            return False
        with transaction(connection):
            connection.execute("DELETE FROM unswept")
        return emptied(connection)
    except (BusyError, sqlite3.OperationalError):
        return False


def emptied(connection: sqlite3.Connection) -> bool:
    """Move the write-ahead log into the file and cut it off; return whether no reader stood in the way."""
    busy, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not busy
