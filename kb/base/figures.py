"""Quantities whose number no sentence with a quote of their claim prints."""

from __future__ import annotations

import itertools
import sqlite3
from collections.abc import Iterator

from kb.base.snapshot_text import SnapshotText, read_snapshot

PRINTED = """
SELECT quantities.claim_id, verbatim, snapshot_id, start_char, end_char FROM {claims} CROSS JOIN quantities ON quantities.claim_id = claims.id
CROSS JOIN assertions ON assertions.claim_id = claims.id CROSS JOIN passages ON passages.id = passage_id
CROSS JOIN snapshots ON snapshots.id = snapshot_id -- a passage of no snapshot is another problem
WHERE claims.status <> 'retracted' AND assertions.status <> 'retracted' ORDER BY snapshot_id
"""


def unprinted(connection: sqlite3.Connection, ids: str | None = None) -> Iterator[tuple[str, str]]:
    """Return (claim id, `quantities.verbatim`) of each quantity that no sentence with a quote of its claim prints, by claim id.

    `ids` is a JSON array of the claim ids to check; None checks all claims. One text is held at a time.
    """
    claims = "claims" if ids is None else "json_each(:ids) AS chosen CROSS JOIN claims ON claims.id = chosen.value"
    missing: dict[str, str] = {}
    printed: set[str] = set()
    places = connection.execute(PRINTED.format(claims=claims), {"ids": ids})
    for snapshot_id, in_text in itertools.groupby(places, key=lambda place: place[2]):
        text = read_snapshot(connection, snapshot_id)
        for claim_id, verbatim, _, start, end in in_text:
            if claim_id not in printed and prints(text, start, end, verbatim):
                printed.add(claim_id)
                missing.pop(claim_id, None)
            elif claim_id not in printed:
                missing[claim_id] = verbatim
    return iter(sorted(missing.items()))


def prints(text: SnapshotText, start: int, end: int, verbatim: str) -> bool:
    """Return whether the sentences that the span start:end (code points) touches contain exactly these characters."""
    return verbatim in text.sentence(start, end)
