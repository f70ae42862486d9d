"""Review a row: record who checked it against the words, with which verdict; its status follows."""

from __future__ import annotations

import sqlite3
from contextlib import nullcontext

from kb.base.model import WITH_STATUS
from kb.base.reviews import Reviewed, put_review, status_by_reviews
from kb.base.row_by_id import row_of, table_of, whole_id
from kb.base.runs import Run
from kb.base.store import unrevised
from kb.base.words import Status, Verdict
from kb.errors import DataError, UsageError, actions
from kb.names.lookup import Lookup


def review(run: Run, row_id: str, verdict: str, note: str | None = None, *, source: str | None = None) -> list[str]:
    """Record a review by the run's contributor. Returns a line for each row that was reviewed.

    A claim is checked with its quotes, so a review of it is also one of each assertion of it that counts: all, or those in one source.
    Raises DataError for an unknown verdict and for what is retracted, UsageError for a row that is not reviewed.
    """
    connection = run.connection
    row_id = whole_id(connection, row_id)
    table = table_of(connection, row_id)
    verdict = Lookup(connection).word("reviews.verdict", verdict)
    if table not in WITH_STATUS:
        raise UsageError(
            f"a row of {table} is not reviewed", where=row_id, remedy="review a claim, assertion, mention, relation or citation"
        )
    if row_of(connection, table, row_id)["status"] == Status.RETRACTED:
        raise DataError("is retracted, so there is nothing to review", where=row_id, remedy=actions.show(row_id))
    rows: list[Reviewed] = [(table, row_id)]
    if table == "claims":
        rows += [("assertions", found) for found in assertions_of(connection, row_id, source)]
    return [line for of in rows for line in review_one(run, of, verdict, note or None)]


def assertions_of(connection: sqlite3.Connection, claim_id: str, source: str | None) -> list[str]:
    """The ids of the assertions of a claim that are not retracted, all or those in one source."""
    sql = "SELECT id FROM assertions WHERE claim_id = :claim AND status <> 'retracted' AND :source IN ('', source_id) ORDER BY rowid"
    return [row[0] for row in connection.execute(sql, {"claim": claim_id, "source": source or ""})]


def review_one(run: Run, of: Reviewed, verdict: str, note: str | None) -> list[str]:
    """Record a review of one row, and give the row the status that follows from its reviews.

    A row that somebody set to disputed by hand stays disputed until somebody sets it to reviewed.
    """
    before, known = row_of(run.connection, *of)["status"], status_by_reviews(run.connection, *of)
    if not put_review(run, of, verdict, note):
        return []
    return [f"{of[1]}: {verdict}; {give_status(run, of, before, known)}"]


def give_status(run: Run, of: Reviewed, before: str, known: Status | None) -> str:
    """Give a row the status that follows from its reviews and return it; `before` and `known` are its status and theirs until now.

    A row that this very run recorded keeps no revision of that: nobody ever saw it otherwise.
    """
    table, row_id = of
    status = status_by_reviews(run.connection, *of) or (Status.RECORDED if known else before)
    if before == Status.DISPUTED and known != Status.DISPUTED:
        status = before
    new = row_of(run.connection, table, row_id)["run_id"] == run.id
    with unrevised(run.connection) if new else nullcontext():
        run.connection.execute(f"UPDATE {table} SET status = ? WHERE id = ? AND status <> ?", (status, row_id, status))
    return str(status)


def vouch(run: Run, of: Reviewed) -> None:
    """Record that the run's contributor checked a row, where its status is set to reviewed by hand; the run's reason is the note.

    Raises DataError where the row would not be reviewed all the same: they recorded it themselves, or another reviewer differs.
    """
    if status_by_reviews(run.connection, *of) == Status.REVIEWED:
        return
    put_review(run, of, Verdict.CARRIES, run.reason)
    status = status_by_reviews(run.connection, *of)
    if status == Status.DISPUTED:
        raise DataError("reviewers differ on it", where=of[1], remedy=(actions.show(of[1]), "settle it with them, or leave it disputed"))
    if status is None:
        raise DataError(
            "whoever recorded a row does not review it", where=of[1], remedy="set status to recorded, and let somebody else review it"
        )
