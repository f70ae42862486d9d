"""Reviews of rows, and the one rule by which a row's status follows from them.

    the latest verdict of each reviewer             the row is
    all say that the words carry it, and one of
      them is not the row's author                  reviewed
    somebody says they do not, or two differ        disputed
    anything else                                   as it was: recorded, or proposed

What a person accepted from a program's proposals has the program as its author. Every status but proposed and retracted counts.
"""

from __future__ import annotations

import sqlite3

from kb.base import ids
from kb.base.model import WITH_STATUS
from kb.base.runs import Run
from kb.base.words import Status, Verdict

Reviewed = tuple[str, str]  # the table and the id of a row

LATEST = "SELECT verdict, note FROM verdicts WHERE table_name = ? AND row_id = ? AND contributor_id = ?"
INSERT = "INSERT INTO reviews(id, table_name, row_id, contributor_id, verdict, note, at, run_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
SAYING_REVIEWED = (
    "CREATE TEMP TABLE saying_reviewed(table_name TEXT, row_id TEXT, run_id TEXT, PRIMARY KEY (table_name, row_id)) WITHOUT ROWID"
)
# Who, other than its author, let a row count as reviewed before there were reviews: by accepting a proposal, or by a correction.
SECOND_READERS = """
SELECT saying.table_name, saying.row_id, runs.contributor_id, runs.reason, runs.started_at, runs.id
FROM temp.saying_reviewed AS saying JOIN runs ON runs.id = saying.run_id WHERE runs.kind = 'review'
UNION ALL
SELECT saying.table_name, saying.row_id, runs.contributor_id, runs.reason, runs.started_at, runs.id
FROM temp.saying_reviewed AS saying JOIN revisions ON revisions.table_name = saying.table_name AND revisions.row_id = saying.row_id
JOIN runs ON runs.id = revisions.run_id LEFT JOIN runs AS author ON author.id = saying.run_id
WHERE runs.kind = 'correct' AND runs.contributor_id IS NOT author.contributor_id
  AND json_extract(before, '$.status') <> 'reviewed' AND json_extract(after, '$.status') = 'reviewed'
ORDER BY 5"""


def status_by_reviews(connection: sqlite3.Connection, table: str, row_id: str) -> Status | None:
    """The status that the reviews of a row give it, reviewed or disputed; None where they settle nothing."""
    latest = "SELECT verdict, independent FROM verdicts WHERE table_name = ? AND row_id = ?"
    found = connection.execute(latest, (table, row_id)).fetchall()
    verdicts = {verdict for verdict, _ in found}
    if Verdict.DOES_NOT_CARRY in verdicts or len(verdicts) > 1:
        return Status.DISPUTED
    return Status.REVIEWED if Verdict.CARRIES in verdicts and any(independent for _, independent in found) else None


def put_review(run: Run, of: Reviewed, verdict: str, note: str | None) -> str | None:
    """Record a review of a row by the run's contributor; returns its id, or None where that is what they said last."""
    latest = run.connection.execute(LATEST, (*of, run.contributor)).fetchone()
    if latest == (verdict, note):
        return None
    review_id = free_id(run.connection, of, run.contributor, verdict, note)
    run.connection.execute(INSERT, (review_id, *of, run.contributor, verdict, note, run.started_at, run.id))
    return review_id


def free_id(connection: sqlite3.Connection, of: Reviewed, *content: object) -> str:
    """The id minted from what a review says; another one where the same reviewer said the same before, and otherwise since."""
    minted = ids.mint("rvw", *of, *content)
    while connection.execute("SELECT 1 FROM reviews WHERE id = ?", (minted,)).fetchone():
        minted = ids.mint("rvw", minted)
    return minted


def withdraw(connection: sqlite3.Connection, review_id: str) -> None:
    """Remove a review, of which a revision stays; its row is as the other reviews leave it. The law lets only undoing and ingest do so."""
    found = connection.execute("SELECT table_name, row_id FROM reviews WHERE id = ?", (review_id,)).fetchone()
    if found is None:
        return
    connection.execute("DELETE FROM reviews WHERE id = ?", (review_id,))
    if status_by_reviews(connection, *found) is None:
        by_reviews = f"UPDATE {found[0]} SET status = 'recorded' WHERE id = ? AND status IN ('reviewed', 'disputed')"
        connection.execute(by_reviews, (found[1],))
    follow(connection, found)


def follow(connection: sqlite3.Connection, of: Reviewed) -> None:
    """Give a row that counts, or is proposed, the status that follows from its reviews."""
    table, row_id = of
    status = status_by_reviews(connection, table, row_id)
    if status:
        kept = "('retracted')" if status == Status.DISPUTED else "('retracted', 'disputed')"
        sql = f"UPDATE {table} SET status = ? WHERE id = ? AND status <> ? AND status NOT IN {kept}"
        connection.execute(sql, (status, row_id, status))


def settle_all(connection: sqlite3.Connection) -> int:
    """Bring every row that says it was reviewed in line with the reviews, for a base that was filled before there were any."""
    connection.execute(SAYING_REVIEWED)
    for table in WITH_STATUS:
        connection.execute(f"INSERT INTO temp.saying_reviewed SELECT '{table}', id, run_id FROM {table} WHERE status = 'reviewed'")
    return settle(connection)


def settle_rows(connection: sqlite3.Connection, listed: list[Reviewed]) -> int:
    """Bring these rows, which say they were reviewed, in line with the reviews."""
    connection.execute(SAYING_REVIEWED)
    for table, row_id in listed:
        connection.execute(f"INSERT OR IGNORE INTO temp.saying_reviewed SELECT '{table}', id, run_id FROM {table} WHERE id = ?", (row_id,))
    return settle(connection)


def settle(connection: sqlite3.Connection) -> int:
    """Record a review by each second reader of the rows listed; the other rows become recorded. Returns how many did."""
    unreviewed = "NOT EXISTS (SELECT 1 FROM reviews WHERE reviews.table_name = saying.table_name AND reviews.row_id = saying.row_id)"
    second_readers = connection.execute(f"SELECT * FROM ({SECOND_READERS}) AS saying WHERE {unreviewed}").fetchall()
    for table, row_id, contributor, reason, at, run_id in second_readers:
        review_id = free_id(connection, (table, row_id), contributor, Verdict.CARRIES, reason)
        connection.execute(INSERT, (review_id, table, row_id, contributor, Verdict.CARRIES, reason, at, run_id))
    count = 0
    for table in WITH_STATUS:
        checked = f"SELECT 1 FROM verdicts WHERE table_name = '{table}' AND row_id = {table}.id AND verdict = 'carries' AND independent"
        count += connection.execute(
            f"UPDATE {table} SET status = 'recorded' WHERE status = 'reviewed' AND NOT EXISTS ({checked})"
            f" AND id IN (SELECT row_id FROM temp.saying_reviewed WHERE table_name = '{table}')"
        ).rowcount
    connection.execute("DROP TABLE temp.saying_reviewed")
    return count
