"""Idempotency keys: the same request sent again with the same key gets the same answer and does nothing twice.

Kept in Datasette's internal database for a day (`kb serve --internal FILE` keeps it through restarts; without it a restart forgets keys,
and facts are still recorded once, as the same fact twice is one fact). A key whose request never ended, as the server did, is free again
after some minutes.
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
    """The first request with the key is not answered yet; status 409."""

    status = 409


def checked(key: str | None) -> str | None:
    """The key as sent, or refused."""
    if key is not None and not 0 < len(key) <= LONGEST_KEY:
        raise UsageError("the key is empty or too long", where="Idempotency-Key", remedy=f"send 1 to {LONGEST_KEY} characters")
    return key


def digest(path: str, body: bytes) -> str:
    return hashlib.sha256(path.encode() + b"\0" + body).hexdigest()


async def begin(datasette: Datasette, actor: str, key: str, said: str) -> tuple[int, dict[str, Any]] | None:
    """Take the key; the answer that was given to it already, if there is one."""
    internal = datasette.get_internal_database()
    await internal.execute_write(TABLE)
    old = "DELETE FROM kb_answered_once WHERE at < ? OR (status IS NULL AND at < ?)"
    await internal.execute_write(old, [time.time() - KEPT_SECONDS, time.time() - AT_WORK_SECONDS])

    def take(connection: sqlite3.Connection) -> Any:
        found = connection.execute("SELECT digest, status, body FROM kb_answered_once WHERE actor = ? AND key = ?", (actor, key)).fetchone()
        if found is None:
            connection.execute("INSERT INTO kb_answered_once(actor, key, digest, at) VALUES (?, ?, ?, ?)", (actor, key, said, time.time()))
        return tuple(found) if found else None

    found = await internal.execute_write_fn(take)
    if found is None:
        return None
    if found[0] != said:
        raise UsageError("this key was sent with another request", where="Idempotency-Key", remedy="make a new key for each request")
    if found[1] is None:
        raise AtWorkError("the first request with this key is still at work", where="Idempotency-Key", remedy="ask again in a moment")
    return int(found[1]), json.loads(found[2])


async def end(datasette: Datasette, actor: str, key: str, answer: tuple[int, dict[str, Any]] | None) -> None:
    """Keep the answer; without one, give the key free, so that the request may be tried again."""
    internal = datasette.get_internal_database()
    if answer is None:
        await internal.execute_write("DELETE FROM kb_answered_once WHERE actor = ? AND key = ? AND status IS NULL", [actor, key])
        return
    sql = "UPDATE kb_answered_once SET status = ?, body = ? WHERE actor = ? AND key = ?"
    await internal.execute_write(sql, [answer[0], json.dumps(answer[1], ensure_ascii=True), actor, key])
