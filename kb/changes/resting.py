"""Tell what would lose its only support if a source, a passage, a claim or an assertion went, and change nothing."""

from __future__ import annotations

import sqlite3
from dataclasses import asdict, dataclass
from typing import Any

from kb.base.model import Row
from kb.base.row_by_id import table_of, whole_id
from kb.base.rows import dicts
from kb.errors import UsageError

# The assertions that would go first, by the table of the row that goes.
FIRST = {"sources": "source_id", "passages": "passage_id", "claims": "claim_id", "assertions": "id"}
# Tables whose rows say something by a claim, and are withdrawn from every view with it.
BY_CLAIM = ("participations", "affiliations", "event_order", "quantities")
LIVE = "status <> 'retracted'"
# `going` are the assertions that would go, with those reported in them; `lost` the claims that no other assertion would be left of.
GOING = f"""
WITH RECURSIVE going(id) AS (
  SELECT id FROM assertions WHERE {{column}} = :id AND {LIVE}
  UNION SELECT inner_one.id FROM going JOIN assertions AS inner_one ON inner_one.reported_in_id = going.id WHERE inner_one.{LIVE}),
spoken(id) AS (SELECT DISTINCT claim_id FROM assertions WHERE id IN (SELECT id FROM going)),
lost(id) AS (
  SELECT claims.id FROM spoken JOIN claims USING (id) WHERE claims.{LIVE} AND NOT EXISTS (
    SELECT 1 FROM assertions AS other WHERE other.claim_id = claims.id AND other.{LIVE} AND other.id NOT IN (SELECT id FROM going)))"""
CLAIMS = "SELECT id, text FROM claims WHERE id IN (SELECT id FROM lost) ORDER BY id"
STAYING = f"SELECT id, text FROM claims WHERE id IN (SELECT id FROM spoken) AND id NOT IN (SELECT id FROM lost) AND {LIVE} ORDER BY id"
RELATIONS = f"""
SELECT relations.id, from_claim_id, relation, to_claim_id, one.text AS from_claim, other.text AS to_claim
FROM relations JOIN claims AS one ON one.id = from_claim_id JOIN claims AS other ON other.id = to_claim_id
WHERE relations.id IN (SELECT id FROM relations WHERE from_claim_id IN (SELECT id FROM lost)
    UNION SELECT id FROM relations WHERE to_claim_id IN (SELECT id FROM lost)) AND relations.{LIVE} ORDER BY relations.id"""
EVENTS = f"""
, touched(id) AS (
  SELECT event_id FROM claims WHERE id IN (SELECT id FROM lost) AND event_id IS NOT NULL
  UNION SELECT event_id FROM participations WHERE claim_id IN (SELECT id FROM lost))
SELECT events.id, events.name FROM touched JOIN events USING (id)
WHERE NOT EXISTS (SELECT 1 FROM claims WHERE event_id = events.id AND {LIVE} AND id NOT IN (SELECT id FROM lost))
  AND NOT EXISTS (SELECT 1 FROM participations JOIN claims ON claims.id = claim_id
    WHERE participations.event_id = events.id AND claims.{LIVE} AND claims.id NOT IN (SELECT id FROM lost)) ORDER BY events.id"""


@dataclass(frozen=True)
class Resting:
    """What rests on a row alone: claims, relations and events that would be left without support, and the claims that would stay by others."""

    row_id: str
    claims: list[Row]
    relations: list[Row]
    events: list[Row]
    staying: list[Row]
    assertions: list[str]
    by_claim: dict[str, int]

    def as_dict(self) -> dict[str, Any]:
        """Return the report as plain dictionaries and lists, for JSON."""
        return asdict(self)

    def listed(self) -> list[tuple[str, str, str]]:
        """Return a line for each row that would lose its only support: what it is, its id, and its words."""
        relations = [("relation", row["id"], f"{row['from_claim']} · {row['relation']} · {row['to_claim']}") for row in self.relations]
        claims = [("claim", row["id"], row["text"]) for row in self.claims]
        return claims + relations + [("event", row["id"], row["name"]) for row in self.events]

    def summary(self) -> str:
        """Return the numbers in one sentence."""
        lost = ", ".join(
            counted(len(each), word) for each, word in ((self.claims, "claim"), (self.relations, "relation"), (self.events, "event"))
        )
        return f"{lost} would lose their only support; {counted(len(self.staying), 'claim')} would stay by other words"


def counted(number: int, word: str) -> str:
    return f"{number} {word}" + ("" if number == 1 else "s")


def resting_on(connection: sqlite3.Connection, row_id: str) -> Resting:
    """Return what rests on a source, passage, claim or assertion alone, a query for each kind of row. Raises UsageError for another row."""
    row_id = whole_id(connection, row_id)
    table = table_of(connection, row_id)
    if table not in FIRST:
        remedy = "ask of a source, a passage, a claim or an assertion"
        raise UsageError(f"nothing rests on a row of {table} as its support", where=row_id, remedy=remedy)
    head = GOING.replace("{column}", FIRST[table])

    def found(query: str) -> list[Row]:
        return list(dicts(connection.execute(head + query, {"id": row_id})))

    by_claim = {
        name: found(f" SELECT count(*) AS number FROM {name} WHERE claim_id IN (SELECT id FROM lost)")[0]["number"] for name in BY_CLAIM
    }
    return Resting(
        row_id,
        found(CLAIMS),
        found(RELATIONS),
        found(EVENTS),
        found(STAYING),
        [row["id"] for row in found(" SELECT id FROM going ORDER BY id")],
        {name: number for name, number in by_claim.items() if number},
    )
