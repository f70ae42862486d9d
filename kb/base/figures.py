"""Quantities whose number no sentence with a quote of their claim prints."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from kb.base.snapshot_text import SnapshotText, read_snapshot

PRINTED = """
SELECT quantities.claim_id, verbatim, snapshot_id, start_char, end_char FROM {claims} CROSS JOIN quantities ON quantities.claim_id = claims.id
CROSS JOIN assertions ON assertions.claim_id = claims.id CROSS JOIN passages ON passages.id = passage_id
CROSS JOIN snapshots ON snapshots.id = snapshot_id -- a passage of no snapshot is another problem
WHERE claims.status <> 'retracted' AND assertions.status <> 'retracted'
"""


def unprinted(connection: sqlite3.Connection, ids: str | None = None) -> Iterator[tuple[str, str]]:
    """Return (claim id, `quantities.verbatim`) of each quantity that no sentence with a quote of its claim prints.

    `ids` is a JSON array of the claim ids to check; None checks all claims.
    """
    claims = "claims" if ids is None else "json_each(:ids) AS chosen CROSS JOIN claims ON claims.id = chosen.value"
    verbatim_of: dict[str, str] = {}
    printed: set[str] = set()
    texts: dict[str, SnapshotText] = {}
    places = connection.execute(PRINTED.format(claims=claims), {"ids": ids}).fetchall()
    for claim_id, verbatim, snapshot_id, start, end in places:
        verbatim_of[claim_id] = verbatim
        if claim_id not in printed:
            text = texts.get(snapshot_id) or texts.setdefault(snapshot_id, read_snapshot(connection, snapshot_id))
            if prints(text, start, end, verbatim):
                printed.add(claim_id)
    return ((claim_id, verbatim) for claim_id, verbatim in verbatim_of.items() if claim_id not in printed)


def prints(text: SnapshotText, start: int, end: int, verbatim: str) -> bool:
    """Return whether the sentences that the span start:end (code points) touches contain exactly these characters."""
    return verbatim in text.sentence(start, end)
