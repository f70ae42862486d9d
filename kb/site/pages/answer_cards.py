"""The claim cards of an answer: for each row of a named question that names a claim, the quotes of its voices, two beside each other for a pair."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Sequence
from typing import Any

from kb.site.page_data import QuotedRow, quoted_rows

MOST = 12  # cards or pairs of cards; the table below has every row
A_CLAIM = re.compile(r"(?P<before>[a-z]+_)??claim(?P<after>_[ab])?_id")
# What of a row tells which voice it means, by the name of its column without what tells two claims apart.
TELLING = ("assertion_id", "quote", "speaker", "source_id")
# The voice with these words, else the first who affirms or denies the claim.
VOICE = """
SELECT place, assertion_id FROM (
  SELECT wanted.key AS place, said.assertion_id, row_number() OVER (PARTITION BY wanted.key ORDER BY said.quote IS wanted.value ->> 'quote' DESC,
    said.speaker IS wanted.value ->> 'speaker' DESC, said.source_id IS wanted.value ->> 'source_id' DESC, said.stance = 'uncommitted', said.level,
    said.start_char) AS likeness
  FROM json_each(?) AS wanted CROSS JOIN who_says_what AS said ON said.claim_id = wanted.value ->> 'claim')
WHERE likeness = 1"""


def cards(connection: sqlite3.Connection, names: Sequence[str], records: Sequence[Sequence[Any]]) -> list[list[QuotedRow]]:
    """The quotes for the first rows, each voice once: one of a row with one claim, two of a row that sets two claims side by side."""
    claims = [match for name in names if (match := A_CLAIM.fullmatch(name))][:2]
    wanted: list[list[dict[str, Any]]] = []
    for record in records[: 8 * MOST]:
        row = dict(zip(names, record, strict=True))
        voices = [telling(row, match) for match in claims if row[match[0]]]
        if not claims and row.get("assertion_id"):
            voices = [{"assertion_id": row["assertion_id"]}]
        if voices and voices not in wanted:
            wanted.append(voices)
    wanted = wanted[: 2 * MOST]
    flat = [voice for voices in wanted for voice in voices]
    likely = dict(connection.execute(VOICE, (json.dumps(flat),)).fetchall())
    found = iter([voice.get("assertion_id") or likely.get(place) for place, voice in enumerate(flat)])
    groups = [tuple(assertion_id for _ in voices if (assertion_id := next(found))) for voices in wanted]
    shown = [group for group in dict.fromkeys(groups) if group][:MOST]
    by_id = {row["assertion_id"]: row for row in quoted_rows(connection, list(dict.fromkeys(one for group in shown for one in group)))}
    return [[by_id[one] for one in group if one in by_id] for group in shown]


def telling(row: dict[str, Any], claim: re.Match[str]) -> dict[str, Any]:
    """What a row tells of one of its claims: its id, and whose words it means where it says."""
    before, after = claim["before"] or "", claim["after"] or ""
    named = {name: row.get(f"{before}{name.removesuffix('_id')}{after}{'_id' if name.endswith('_id') else ''}") for name in TELLING}
    return {"claim": row[claim[0]], **{name: value for name, value in named.items() if value}}
