"""Queries that several pages share, for quotes in their sentences, words of the vocabulary and nearest ids. Offsets are code points from 0."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any, cast

from kb.base.contract_rows import ClaimSheetRow, ComparisonRow
from kb.base.model import Row
from kb.base.rows import dicts, first

# How many code points of the text to show on each side of a quote that lies in no recorded sentence.
AROUND = 160
# The number of rows that are compared with an unknown id, to suggest the nearest.
MOST_IDS = 20_000

# The sentences that a passage touches. None overlap, so that all before the last one that begins at or before the passage end before it.
TOUCHED = """
FROM sentences WHERE snapshot_id = passage.snapshot_id AND start_char < passage.end_char AND end_char > passage.start_char AND start_char >= coalesce(
  (SELECT max(start_char) FROM sentences WHERE snapshot_id = passage.snapshot_id AND start_char <= passage.start_char), 0)"""
QUOTED = f"""
SELECT sheet.*, passage.id AS passage_id, passage.snapshot_id, source.url, source.snapshot_id IS passage.snapshot_id AS current,
  work.title AS work, assertions.reported_in_id, assertions.said, assertions.recorded_at, assertions.run_id,
  (SELECT min(start_char) {TOUCHED}) AS low, (SELECT max(end_char) {TOUCHED}) AS high
FROM json_each(?) AS wanted JOIN claim_sheet AS sheet ON sheet.assertion_id = wanted.value
JOIN assertions ON assertions.id = wanted.value JOIN passages AS passage ON passage.id = +assertions.passage_id
JOIN sources AS source ON source.id = +assertions.source_id LEFT JOIN sources AS work ON work.id = +assertions.work_id
ORDER BY wanted.key"""
TEXT = "SELECT text FROM snapshots WHERE id = ?"
HOLDERS = """
SELECT DISTINCT claim_id, stance, speaker_id, speaker FROM json_each(?) AS wanted CROSS JOIN who_says_what ON claim_id = wanted.value ORDER BY stance, speaker"""
VOICE = "SELECT assertion_id FROM voices WHERE claim_id = ? AND source_id = ? AND speaker_id = ? AND stance = ? LIMIT 1"
WORDS = "SELECT field, value, label, description FROM vocabulary"


class QuotedRow(ClaimSheetRow):
    """A row of `claim_sheet` with its passage, `before` and `after` (the rest of the sentence around the quote), and all `holders` of the claim by stance."""

    passage_id: str
    snapshot_id: str
    url: str | None
    current: int
    work: str | None
    reported_in_id: str | None
    said: str | None
    recorded_at: str
    run_id: str | None
    low: int | None
    high: int | None
    before: str
    after: str
    holders: dict[str, list[Row]]


def rows(connection: sqlite3.Connection, sql: str, *parameters: object) -> list[Row]:
    """The rows of a SELECT as dictionaries."""
    return list(dicts(connection.execute(sql, parameters)))


def first_row(connection: sqlite3.Connection, sql: str, *parameters: object) -> Row | None:
    """The first row of a SELECT as a dictionary, or None where it has no rows."""
    return first(connection.execute(sql, parameters))


def column(connection: sqlite3.Connection, sql: str, *parameters: object) -> list[Any]:
    """The first column of every row of a SELECT."""
    return [row[0] for row in connection.execute(sql, parameters)]


def count(connection: sqlite3.Connection, sql: str, *parameters: object) -> int:
    """The number in the first column of the first row of a SELECT."""
    return int(connection.execute(sql, parameters).fetchone()[0])


def listed(ids: Iterable[str]) -> str:
    """The ids as a JSON array, for `json_each(?)`."""
    return json.dumps(list(ids))


def quoted_rows(connection: sqlite3.Connection, assertion_ids: Sequence[str]) -> list[QuotedRow]:
    """The row of each assertion, in the order of the ids, with the sentence around its quote. Unknown ids are left out."""
    texts: dict[str, str] = {}
    quoted = rows(connection, QUOTED, listed(assertion_ids))
    held = holders(connection, [row["claim_id"] for row in quoted])
    for row in quoted:
        row["holders"] = held.get(row["claim_id"], {}) or {row["stance"]: [{"speaker_id": row["speaker_id"], "speaker": row["speaker"]}]}
        snapshot = row["snapshot_id"]
        if snapshot not in texts:
            texts[snapshot] = str(connection.execute(TEXT, (snapshot,)).fetchone()[0])
        text, start, end = texts[snapshot], row["start_char"], row["end_char"]
        low = row["low"] if row["low"] is not None else max(0, start - AROUND)
        high = row["high"] if row["high"] is not None else end + AROUND
        row["before"], row["after"] = text[min(low, start) : start].lstrip(), text[end : max(high, end)].rstrip()
    return cast("list[QuotedRow]", quoted)


def holders(connection: sqlite3.Connection, claim_ids: Iterable[str]) -> dict[str, dict[str, list[Row]]]:
    """Those who hold each claim, by its id and their stance."""
    held: dict[str, dict[str, list[Row]]] = {}
    for row in rows(connection, HOLDERS, listed(dict.fromkeys(claim_ids))):
        held.setdefault(row["claim_id"], {}).setdefault(row["stance"], []).append(row)
    return held


def voices_of_pair(connection: sqlite3.Connection, pair: ComparisonRow) -> list[str]:
    """The assertion ids of the two voices of a pair, a before b. A voice that the view `voices` does not have is left out."""
    voice_a = (pair["claim_a_id"], pair["source_a_id"], pair["speaker_a_id"], pair["stance_a"])
    voice_b = (pair["claim_b_id"], pair["source_b_id"], pair["speaker_b_id"], pair["stance_b"])
    return [assertion_id for voice in (voice_a, voice_b) for assertion_id in column(connection, VOICE, *voice)]


def words(connection: sqlite3.Connection) -> dict[str, dict[str, Row]]:
    """The rows of the vocabulary by field and value, each with the label to show and the description of a word."""
    vocabulary: dict[str, dict[str, Row]] = {}
    for row in rows(connection, WORDS):
        vocabulary.setdefault(row["field"], {})[row["value"]] = row
    return vocabulary


def nearest(asked: str, known: Sequence[tuple[str, str]], alike: float = 60) -> list[str]:
    """The ids, at most five, of those pairs (id, label) that resemble `asked` most, best first, by at least `alike` percent."""
    from rapidfuzz import fuzz, process

    wanted = asked.lower().replace("-", " ")
    matches = process.extract(
        wanted,
        [f"{row_id} {label}".lower().replace("-", " ") for row_id, label in known],
        scorer=fuzz.token_set_ratio,
        limit=5,
        score_cutoff=alike,
    )
    return [known[index][0] for _, _, index in matches]


def near_entities(connection: sqlite3.Connection, asked: str, kind: str | None = None, alike: float = 60) -> list[Row]:
    """Rows (id, label, kind) of the current entities, of one kind if given, whose id or label resembles `asked` most, by at least `alike` percent."""
    sql = "SELECT id, label, kind FROM entities WHERE status = 'current' AND kind = coalesce(?, kind) LIMIT ?"
    known = rows(connection, sql, kind, MOST_IDS)
    by_id = {row["id"]: row for row in known}
    return [by_id[row_id] for row_id in nearest(asked, [(row["id"], row["label"]) for row in known], alike)]


def near_claims(connection: sqlite3.Connection, asked: str) -> list[Row]:
    """Rows (id, text) of the claims in use whose id or text resembles `asked` most."""
    known = rows(connection, "SELECT id, text FROM claims WHERE status NOT IN ('proposed', 'retracted') LIMIT ?", MOST_IDS)
    by_name = {row["id"].removeprefix("clm-"): row for row in known}
    return [by_name[name] for name in nearest(asked.removeprefix("clm-"), [(name, row["text"]) for name, row in by_name.items()])]
