"""What several pages read: quotes in their sentence, words of the vocabulary, the nearest ids. Offsets are code points from 0."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

Row = dict[str, Any]
Result = TypeVar("Result")

# How much of the text to show on both sides of a quote where no sentence was cut, in code points.
AROUND = 160
# No more ids than this are looked through for the nearest ones.
MOST_IDS = 20_000

QUOTED = """
SELECT sheet.*, passage.id AS passage_id, passage.snapshot_id, source.url, source.snapshot_id IS passage.snapshot_id AS current,
  work.title AS work, assertions.reported_in_id, assertions.said, assertions.recorded_at, assertions.run_id,
  (SELECT min(start_char) FROM sentences WHERE snapshot_id = passage.snapshot_id AND start_char < passage.end_char AND end_char > passage.start_char) AS low,
  (SELECT max(end_char) FROM sentences WHERE snapshot_id = passage.snapshot_id AND start_char < passage.end_char AND end_char > passage.start_char) AS high
FROM json_each(?) AS wanted JOIN claim_sheet AS sheet ON sheet.assertion_id = wanted.value
JOIN assertions ON assertions.id = wanted.value JOIN passages AS passage ON passage.id = +assertions.passage_id
JOIN sources AS source ON source.id = +assertions.source_id LEFT JOIN sources AS work ON work.id = +assertions.work_id
ORDER BY wanted.key"""
TEXT = "SELECT text FROM snapshots WHERE id = ?"
WORDS = "SELECT field, value, label, description FROM vocabulary"


def rows(connection: sqlite3.Connection, sql: str, *parameters: object) -> list[Row]:
    """The rows of a SELECT as dictionaries."""
    cursor = connection.execute(sql, parameters)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]


def one(connection: sqlite3.Connection, sql: str, *parameters: object) -> Row | None:
    found = rows(connection, sql, *parameters)
    return found[0] if found else None


def column(connection: sqlite3.Connection, sql: str, *parameters: object) -> list[Any]:
    """The first column of a SELECT."""
    return [row[0] for row in connection.execute(sql, parameters)]


def count(connection: sqlite3.Connection, sql: str, *parameters: object) -> int:
    return int(connection.execute(sql, parameters).fetchone()[0])


def listed(ids: Iterable[str]) -> str:
    """Ids as a JSON array, for `json_each(?)`."""
    return json.dumps(list(ids))


# What changes with every change of the base, whoever makes it: rows added, and the revision that each update leaves.
STAMP = "SELECT " + ", ".join(
    f"(SELECT max(rowid) FROM {table})"
    for table in (
        "revisions",
        "runs",
        "claims",
        "assertions",
        "passages",
        "entities",
        "participations",
        "relations",
        "sentences",
        "vocabulary",
    )
)
_kept: dict[tuple[str, str], tuple[tuple[Any, ...], Any]] = {}


def kept(connection: sqlite3.Connection, name: str, read: Callable[[sqlite3.Connection], Result]) -> Result:
    """What `read` finds, read again only when the base has changed since: for figures that take the whole base to count."""
    file = str(connection.execute("PRAGMA database_list").fetchone()[2])
    stamp = tuple(connection.execute(STAMP).fetchone())
    found = _kept.get((file, name))
    if found is None or found[0] != stamp:
        found = _kept[file, name] = (stamp, read(connection))
    result: Result = found[1]
    return result


def quoted(connection: sqlite3.Connection, assertion_ids: Sequence[str]) -> list[Row]:
    """The sheet of each assertion, in the order given, with `before` and `after`: the rest of the sentence around its quote."""
    found = rows(connection, QUOTED, listed(assertion_ids))
    texts: dict[str, str] = {}
    for row in found:
        snapshot = row["snapshot_id"]
        if snapshot not in texts:
            texts[snapshot] = str(connection.execute(TEXT, (snapshot,)).fetchone()[0])
        text, start, end = texts[snapshot], row["start_char"], row["end_char"]
        low = row["low"] if row["low"] is not None else max(0, start - AROUND)
        high = row["high"] if row["high"] is not None else end + AROUND
        row["before"], row["after"] = text[min(low, start) : start].lstrip(), text[end : max(high, end)].rstrip()
    return found


def words(connection: sqlite3.Connection) -> dict[str, dict[str, Row]]:
    """{field: {value: {label, description}}}: how to show the words of the vocabulary, and what they mean."""
    found: dict[str, dict[str, Row]] = {}
    for row in rows(connection, WORDS):
        found.setdefault(row["field"], {})[row["value"]] = row
    return found


def nearest(asked: str, known: Sequence[tuple[str, str]], limit: int = 5) -> list[str]:
    """The ids among (id, label) whose id or label is most like what was asked for."""
    from rapidfuzz import fuzz, process

    said = asked.lower().replace("-", " ")
    found = process.extract(
        said,
        [f"{row_id} {label}".lower().replace("-", " ") for row_id, label in known],
        scorer=fuzz.token_set_ratio,
        limit=limit,
        score_cutoff=60,
    )
    return [known[index][0] for _, _, index in found]


def near_entities(connection: sqlite3.Connection, asked: str, kind: str | None = None) -> list[Row]:
    """The actors, things, events or sources most like what was asked for."""
    sql = "SELECT id, label, kind FROM entities WHERE status = 'current' AND kind = coalesce(?, kind) LIMIT ?"
    known = rows(connection, sql, kind, MOST_IDS)
    by_id = {row["id"]: row for row in known}
    return [by_id[row_id] for row_id in nearest(asked, [(row["id"], row["label"]) for row in known])]


def near_claims(connection: sqlite3.Connection, asked: str) -> list[Row]:
    known = rows(connection, "SELECT id, text FROM claims WHERE status NOT IN ('proposed', 'retracted') LIMIT ?", MOST_IDS)
    by_name = {row["id"].removeprefix("clm-"): row for row in known}
    return [by_name[name] for name in nearest(asked.removeprefix("clm-"), [(name, row["text"]) for name, row in by_name.items()])]
