"""Idempotency keys, by which a request that is sent again gets the same answer and is not carried out twice.

They are kept for a day in Datasette's internal database, and through a restart with `kb serve --internal FILE`. (Without it facts are
still recorded once, as a fact that is recorded already stays one fact.) A key whose request was never answered, because the server
stopped, is free again after some minutes.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import time
from typing import TYPE_CHECKING, Any

from kb.errors import KbError, UsageError

if TYPE_CHECKING:
    from datasette.app import Datasette

LONGEST_KEY = 200
KEPT_SECONDS = 24 * 3600
AT_WORK_SECONDS = 300  # longer than any request takes
TABLE = """
CREATE TABLE IF NOT EXISTS kb_answered_once (
  actor TEXT NOT NULL, key TEXT NOT NULL, digest TEXT NOT NULL, status INTEGER, body TEXT, at REAL NOT NULL, PRIMARY KEY (actor, key))"""


class AtWorkError(KbError):
    """The first request with the key is not answered yet (status 409)."""

    status = 409


def checked(key: str | None) -> str | None:
    """Return the key unchanged. Raises UsageError where it is empty or too long."""
    if key is not None and not 0 < len(key) <= LONGEST_KEY:
        raise UsageError("the key is empty or too long", where="Idempotency-Key", remedy=f"send 1 to {LONGEST_KEY} characters")
    return key


def digest(path: str, body: bytes) -> str:
    """Return the SHA-256 of a request."""
    return hashlib.sha256(path.encode() + b"\0" + body).hexdigest()


async def begin(datasette: Datasette, actor: str, key: str, request: str) -> tuple[int, dict[str, Any]] | None:
    """Reserve the key for the request with this digest, and return the answer that it got already, or None.

    Raises UsageError where the key was sent with another request, AtWorkError where the first one is not answered yet.
    """
    internal = datasette.get_internal_database()
    await internal.execute_write(TABLE)
    old = "DELETE FROM kb_answered_once WHERE at < ? OR (status IS NULL AND at < ?)"
    await internal.execute_write(old, [time.time() - KEPT_SECONDS, time.time() - AT_WORK_SECONDS])

    def reserve(connection: sqlite3.Connection) -> Any:
        row = connection.execute("SELECT digest, status, body FROM kb_answered_once WHERE actor = ? AND key = ?", (actor, key)).fetchone()
        if row is None:
            sql = "INSERT INTO kb_answered_once(actor, key, digest, at) VALUES (?, ?, ?, ?)"
            connection.execute(sql, (actor, key, request, time.time()))
        return tuple(row) if row else None

    earlier = await internal.execute_write_fn(reserve)
    if earlier is None:
        return None
    if earlier[0] != request:
        raise UsageError("this key was sent with another request", where="Idempotency-Key", remedy="make a new key for each request")
    if earlier[1] is None:
        raise AtWorkError("the first request with this key is not answered yet", where="Idempotency-Key", remedy="ask again in a moment")
    return int(earlier[1]), json.loads(earlier[2])


async def end(datasette: Datasette, actor: str, key: str, answer: tuple[int, dict[str, Any]] | None) -> None:
    """Store the answer, or free the key where there is none, so that the request can be sent again."""
    internal = datasette.get_internal_database()
    if answer is None:
        await internal.execute_write("DELETE FROM kb_answered_once WHERE actor = ? AND key = ? AND status IS NULL", [actor, key])
        return
    sql = "UPDATE kb_answered_once SET status = ?, body = ? WHERE actor = ? AND key = ?"
    await internal.execute_write(sql, [answer[0], json.dumps(answer[1], ensure_ascii=True), actor, key])
