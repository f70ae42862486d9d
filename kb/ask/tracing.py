"""Follow a claim back to the exact words in its source."""

from __future__ import annotations

import sqlite3

from kb.ask.story import Rows, select
from kb.base.row_by_id import table_of, whole_id


def trace(connection: sqlite3.Connection, row_id: str) -> Rows:
    """One step for each assertion of a claim: its chain of speakers, its words in their sentence, and where they stand.

    The place is given in code points, with the snapshot, its SHA-256, the source and its address. An assertion has its own step only; the
    id of anything else is traced through the claims that it plays a part in.
    """
    row_id = whole_id(connection, row_id)
    table = table_of(connection, row_id)
    column = {"claims": "assertions.claim_id", "assertions": "assertions.id"}.get(table)
    if column is None:
        story_of = select(connection, "SELECT DISTINCT assertion_id FROM entity_claims WHERE entity_id = ? LIMIT 50", row_id)
        return [step for found in story_of for step in trace(connection, found["assertion_id"])]
    steps = select(
        connection,
        "SELECT claim_sheet.claim_id, claim_sheet.claim, claim_sheet.assertion_id, claim_sheet.level, via, claim_sheet.act, claim_sheet.stance, claim_sheet.certainty, claim_sheet.status,"
        " claim_sheet.source_id, source_title, sources.published, sources.url, passages.id AS passage_id, passages.start_char, passages.end_char, exact, section, passages.snapshot_id AS snapshot_id"
        f" FROM assertions JOIN claim_sheet ON claim_sheet.assertion_id = assertions.id JOIN passages ON passages.id = passage_id JOIN sources ON sources.id = claim_sheet.source_id WHERE {column} = ?"
        " ORDER BY claim_sheet.source_id, passages.start_char, claim_sheet.level",
        row_id,
    )
    for step in steps:
        text, sha256 = connection.execute("SELECT text, sha256 FROM snapshots WHERE id = ?", (step["snapshot_id"],)).fetchone()
        around = connection.execute(
            "SELECT min(start_char), max(end_char) FROM sentences WHERE snapshot_id = ? AND start_char < ? AND end_char > ?",
            (step["snapshot_id"], step["end_char"], step["start_char"]),
        ).fetchone()
        low, high = (around[0], max(around[1], step["end_char"])) if around[0] is not None else (step["start_char"], step["end_char"])
        low = min(low, step["start_char"])
        step["sha256"] = sha256
        step["in_sentence"] = f"{text[low : step['start_char']]}»{step['exact']}«{text[step['end_char'] : high]}"
    return steps
