"""The batch of a person's decisions: the ids of their runs, oldest first, in a cookie that the site signs."""

from __future__ import annotations

import sqlite3

from datasette.utils.asgi import Response
from itsdangerous import BadSignature

from kb.site.visit import Visit

COOKIE = "kb_review_batch"
NAMESPACE = "kb-review-batch"
PREFIX = "run-"  # of every run's id, omitted in the cookie, which may have 4,096 bytes
MOST = 200  # runs; the oldest leave the batch first, and stay in the list of changes
KEPT_SECONDS = 24 * 3600
# A run's decision stands while the last revision of its proposal is that run's, and not an undo's or a later decision's.
STANDING = """
SELECT 1 FROM revisions AS own WHERE own.run_id = ? AND own.table_name = 'proposals' AND own.seq = (
  SELECT max(seq) FROM revisions WHERE table_name = 'proposals' AND row_id = own.row_id)"""


def runs_of(visit: Visit, who: str) -> list[str]:
    """Return the ids of the runs in this visitor's batch, oldest first, or none where the cookie is missing, forged or another's."""
    try:
        cookie = visit.datasette.unsign(visit.request.cookies.get(COOKIE, ""), NAMESPACE)
    except BadSignature:
        return []
    if not isinstance(cookie, dict) or cookie.get("who") != who:
        return []
    return [PREFIX + run for run in str(cookie.get("runs", "")).split()]


def keep(response: Response, visit: Visit, who: str, run_ids: list[str]) -> Response:
    """Return the response with the cookie of this batch. An empty batch deletes the cookie."""
    runs = " ".join(run.removeprefix(PREFIX) for run in run_ids[-MOST:])
    value = visit.datasette.sign({"who": who, "runs": runs}, NAMESPACE) if runs else ""
    age = KEPT_SECONDS if runs else 0
    response.set_cookie(COOKIE, value, max_age=age, path=visit.addresses.path("/review"), httponly=True, samesite="lax")
    return response


def standing(connection: sqlite3.Connection, run_ids: list[str]) -> list[str]:
    """Return those of the runs whose decision still stands, in their order."""
    return [run for run in run_ids if connection.execute(STANDING, (run,)).fetchone()]


def decided_in(connection: sqlite3.Connection, run_id: str) -> str | None:
    """Return the id of the proposal that a run decided on, or None."""
    row = connection.execute("SELECT row_id FROM revisions WHERE run_id = ? AND table_name = 'proposals' LIMIT 1", (run_id,)).fetchone()
    return str(row[0]) if row else None
