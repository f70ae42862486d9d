"""The sheet of facts that people edit and import again: an assertion a row, with the parts of its claim and of its number.

Its columns and the values in them are defined here, for the export that writes the sheet and for the import that compares each cell with
what the base holds.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from kb.base import ids
from kb.base.model import QUANTITY_COLUMNS, Row
from kb.base.rows import dicts

KEY = "assertion_id"
REASON, RETRACT = "reason", "retract"
# heading: column that is corrected
OF_CLAIM = {
    **{"claim": "text", "kind": "kind", "subject": "subject_id", "predicate": "predicate_id", "object": "object_id"},
    **{"object_text": "object_text", "event": "event_id", "place": "place_id", "about": "about_time"},
}
OF_QUANTITY = {f"quantity_{column}": f"quantity.{column}" for column in QUANTITY_COLUMNS}
OF_ASSERTION = {
    **{"quote": "quote", "speaker": "speaker_id", "work": "work_id", "act": "act", "stance": "stance", "certainty": "certainty"},
    **{"cue": "cue", "derivation": "derivation", "said": "said", "status": "status"},
}
TO_READ = ("claim_id", "source")  # which tell what the row is, and are never corrected
COLUMNS = (KEY, *TO_READ, *OF_CLAIM, *OF_QUANTITY, *OF_ASSERTION, RETRACT, REASON)
NUMBERS = ("quantity_value", "quantity_minimum", "quantity_maximum")

SQL = f"""
SELECT assertions.id AS {KEY}, assertions.claim_id AS claim_id, assertions.source_id AS source,
{", ".join(f"claims.{column} AS {heading}" for heading, column in OF_CLAIM.items())},
{", ".join(f"quantities.{column} AS quantity_{column}" for column in QUANTITY_COLUMNS)},
passages.exact AS quote, {", ".join(f"assertions.{column} AS {heading}" for heading, column in OF_ASSERTION.items() if heading != "quote")}
FROM assertions JOIN claims ON claims.id = assertions.claim_id JOIN passages ON passages.id = assertions.passage_id
LEFT JOIN quantities ON quantities.claim_id = claims.id
WHERE {{}} ORDER BY assertions.id
"""


def rows(connection: sqlite3.Connection, condition: str) -> Iterator[Row]:
    """Yield the assertions that count and meet an SQL condition, each with a value (None where it is empty) for every column."""
    for row in dicts(connection.execute(SQL.format(f"assertions.status <> 'retracted' AND claims.status <> 'retracted' AND {condition}"))):
        yield {**dict.fromkeys(COLUMNS), **row}


def row_of(connection: sqlite3.Connection, assertion_id: str) -> Row | None:
    """Return the row of an assertion, retracted or not, or None where there is none."""
    return next(dicts(connection.execute(SQL.format("assertions.id = ?"), (assertion_id,))), None)


def same(heading: str, held: object, cell: str) -> bool:
    """Return whether a cell says what the base holds, whatever a spreadsheet does to blanks, to line ends and to whole numbers."""
    if held is None or not cell:
        return held is None and not cell
    if heading in NUMBERS:
        try:
            return float(cell) == float(str(held))
        except ValueError:
            return False
    return ids.collapse(str(held)) == ids.collapse(cell)
