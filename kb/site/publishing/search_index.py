"""The file that the search of a published edition looks through: who says what, in which words, and every name.

It is a script, because a browser that opens pages from a disk lets them load scripts and nothing else.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from typing import Any, TextIO

NAMES = """
SELECT kind, entities.id, label, (SELECT group_concat(name, ' · ') FROM names WHERE names.entity_id = entities.id AND name <> label)
FROM entities WHERE status = 'current' ORDER BY label, entities.id"""
# A row for each holder of a claim, in the order in which the script reads them.
SAID = """
SELECT sheet.assertion_id, sheet.claim_id, sheet.claim, passages.exact, sheet.speaker_id, sheet.source_id, sheet.stance, sheet.certainty, sheet.kind,
  coalesce(claims.about_earliest, sources.published), coalesce(claims.about_latest, sources.published)
FROM claim_sheet AS sheet JOIN assertions ON assertions.id = sheet.assertion_id JOIN passages ON passages.id = assertions.passage_id
JOIN claims ON claims.id = sheet.claim_id JOIN sources ON sources.id = sheet.source_id
WHERE sheet.counted ORDER BY sheet.source_id, sheet.start_char, sheet.level, sheet.assertion_id"""


def write(connection: sqlite3.Connection, stream: TextIO) -> int:
    """Write the index, a row at a time, and return the number of assertions in it."""
    stream.write("window.searched = {names: [\n")
    listed(connection.execute(NAMES), stream)
    stream.write("], said: [\n")
    count = listed(connection.execute(SAID), stream)
    stream.write("]};\n")
    return count


def listed(rows: Iterable[Any], stream: TextIO) -> int:
    """Write each row as an array on a line of its own."""
    count = 0
    for row in rows:
        stream.write(json.dumps(list(row), ensure_ascii=False).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029") + ",\n")
        count += 1
    return count
