"""The step of the upgrade to schema version 5, in which the status of a row follows from reviews.

Until then every row that counted said that a person had checked it, whether or not anybody but its author ever looked at it.
"""

from __future__ import annotations

import sqlite3

from kb.base import ids, reviews
from kb.base.runs import ensure_contributor
from kb.base.store import now
from kb.version import __version__

REASON = "nobody but its author was known to have looked at it"


def status_follows_from_reviews(connection: sqlite3.Connection) -> list[str]:
    """Record the reviews that earlier runs amount to; every other row that says reviewed becomes recorded (step to version 5).

    A run of its own does it, so that each row keeps a revision. Returns a line for a reader, where any row changed.
    """
    started = now()
    who = ensure_contributor(connection, "schema upgrade", "software")
    run_id = ids.run_id(started, who)
    connection.execute(
        "INSERT INTO runs(id, kind, contributor_id, software, version, reason, started_at) VALUES (?, 'upgrade', ?, 'kb', ?, ?, ?)",
        (run_id, who, __version__, REASON, started),
    )
    connection.execute("INSERT INTO change_context(one, run_id, reason) VALUES (1, ?, ?)", (run_id, REASON))
    count = reviews.settle_all(connection)
    connection.execute("DELETE FROM change_context")
    if not count:
        connection.execute("DELETE FROM runs WHERE id = ?", (run_id,))
        connection.execute("DELETE FROM contributors WHERE id = ? AND NOT EXISTS (SELECT 1 FROM runs WHERE contributor_id = ?)", (who, who))
        return []
    connection.execute("UPDATE runs SET ended_at = ? WHERE id = ?", (now(), run_id))
    return [f"{count} rows that only their author is known to have looked at are recorded, no longer reviewed; they count as before"]
