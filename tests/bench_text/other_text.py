"""A base that holds one of the shipped texts alone: what belongs only to the other is taken out of a copy of the whole base."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path

# What the claims of the text that stays refer to; whole and part, and the parties of what they name, stay with it.
CLAIMS = "SELECT claim_id FROM assertions WHERE source_id = :kept"
KEPT = f"""
WITH RECURSIVE named(id) AS (
  SELECT subject_id FROM claims WHERE id IN ({CLAIMS}) UNION SELECT object_id FROM claims WHERE id IN ({CLAIMS})
  UNION SELECT event_id FROM claims WHERE id IN ({CLAIMS}) UNION SELECT place_id FROM claims WHERE id IN ({CLAIMS})
  UNION SELECT speaker_id FROM assertions WHERE source_id = :kept UNION SELECT entity_id FROM participations WHERE claim_id IN ({CLAIMS})
  UNION SELECT event_id FROM participations WHERE claim_id IN ({CLAIMS})
  UNION SELECT entity_id FROM mentions JOIN snapshots ON snapshots.id = snapshot_id WHERE source_id = :kept UNION SELECT :kept
)
SELECT id FROM named WHERE id IS NOT NULL
"""


def only(whole: Path, path: Path, kept: str) -> sqlite3.Connection:
    """A copy of the base at `whole`, with the entities, predicates and claims of the source `kept` and no other's."""
    path.unlink(missing_ok=True)
    source = sqlite3.connect(f"file:{whole}?mode=ro", uri=True)
    connection = sqlite3.connect(path, isolation_level=None)
    source.backup(connection)
    source.close()
    for (trigger,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        connection.execute(f'DROP TRIGGER "{trigger}"')  # the laws keep what is recorded; here rows go on purpose
    connection.execute("CREATE TEMP TABLE stays AS " + re.sub(r":kept", "?1", KEPT), (kept,))
    connection.execute(f"DELETE FROM claims WHERE id NOT IN ({CLAIMS})", {"kept": kept})
    connection.execute("DELETE FROM assertions WHERE source_id <> ?", (kept,))
    connection.execute("DELETE FROM predicates WHERE id NOT IN (SELECT predicate_id FROM claims WHERE predicate_id IS NOT NULL)")
    connection.execute("DELETE FROM quantities WHERE claim_id NOT IN (SELECT id FROM claims)")
    connection.execute("DELETE FROM names WHERE entity_id NOT IN (SELECT id FROM stays)")
    for table in ("actors", "things", "events", "sources", "entities"):
        connection.execute(f"DELETE FROM {table} WHERE id NOT IN (SELECT id FROM stays)")
    for index in ("entities_fts", "claims_fts"):
        connection.execute(f"INSERT INTO {index}({index}) VALUES ('rebuild')")
    return connection
