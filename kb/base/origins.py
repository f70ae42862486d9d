"""Digests by which the table `origins` remembers an entry of a curated file and the row that was recorded from it."""

from __future__ import annotations

import hashlib
import json

from kb.base.model import Row
from kb.base.words import Status

NOT_CONTENT = {"run_id", "recorded_at", "earliest", "latest", "about_earliest", "about_latest", "merged_into_id", "snapshot_id"}

# Columns that rows of older bases have been given since: left out where empty, so that an upgrade changes no digest.
ADDED = {"symmetric", "transitive", "inverse_of_id"}


def digest(entry: object) -> str:
    """Return the SHA-256 of an entry as hexadecimal digits, independent of the order of its keys."""
    return hashlib.sha256(json.dumps(entry, sort_keys=True, ensure_ascii=False, default=str).encode()).hexdigest()


def content_digest(row: Row) -> str:
    """Return the SHA-256 of a row's content, by which a later change of the row is noticed."""
    empty = {column for column in ADDED if row.get(column) is None}
    content = {column: value for column, value in row.items() if column not in NOT_CONTENT | empty}
    if content.get("status") == Status.RECORDED:  # a review by somebody else changes nothing of what the row says
        content["status"] = Status.REVIEWED
    return digest(content)
