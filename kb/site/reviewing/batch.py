"""The decisions of one sitting: the ids of their runs, oldest first, in a cookie that the site signs for whoever decided."""

from __future__ import annotations

import sqlite3

from datasette.utils.asgi import Response
from itsdangerous import BadSignature

from kb.site.visit import Visit

COOKIE = "kb_review_batch"
NAMESPACE = "kb-review-batch"
PREFIX = "run-"  # of every run's id; left out of the cookie, which browsers keep up to 4,096 bytes
MOST = 200  # runs; the oldest are forgotten first, and stay in the list of changes
KEPT_SECONDS = 24 * 3600
# Whoever wrote the last revision of a proposal has the last word on it; an undoing, or a later decision, takes it from a run.
STANDING = """
SELECT 1 FROM revisions AS own WHERE own.run_id = ? AND own.table_name = 'proposals' AND own.seq = (
  SELECT max(seq) FROM revisions WHERE table_name = 'proposals' AND row_id = own.row_id)"""


def runs_of(visit: Visit, who: str) -> list[str]:
    """The runs of this visitor's batch, oldest first; none where the cookie is missing, forged or somebody else's."""
    try:
        said = visit.datasette.unsign(visit.request.cookies.get(COOKIE, ""), NAMESPACE)
    except BadSignature:
        return []
    if not isinstance(said, dict) or said.get("who") != who:
        return []
    return [PREFIX + run for run in str(said.get("runs", "")).split()]


def keep(response: Response, visit: Visit, who: str, run_ids: list[str]) -> Response:
    """The response, which has the browser keep this batch; an empty one is forgotten."""
    runs = " ".join(run.removeprefix(PREFIX) for run in run_ids[-MOST:])
    value = visit.datasette.sign({"who": who, "runs": runs}, NAMESPACE) if runs else ""
    age = KEPT_SECONDS if runs else 0
    response.set_cookie(COOKIE, value, max_age=age, path=visit.addresses.path("/review"), httponly=True, samesite="lax")
    return response


def standing(connection: sqlite3.Connection, run_ids: list[str]) -> list[str]:
    """Those of these runs whose decision still holds, in their order."""
    return [run for run in run_ids if connection.execute(STANDING, (run,)).fetchone()]


def decided_in(connection: sqlite3.Connection, run_id: str) -> str | None:
    """The proposal that a run decided on."""
    row = connection.execute("SELECT row_id FROM revisions WHERE run_id = ? AND table_name = 'proposals' LIMIT 1", (run_id,)).fetchone()
    return str(row[0]) if row else None
