"""The claims about an entity and about what is reached from it, each with the nearest way to it: SQL for the pages that list them."""

from __future__ import annotations

import sqlite3

# How far a list of claims goes from the entity that it is about, and what it is called.
REACHES = {
    "direct": "naming it",
    "parties": "also what stands for it and what it takes part in",
    "all": "also media, other people and organizations",
}
DEFAULT = "parties"


def word(given: str) -> str:
    """The reach that is asked for; the default for words that are none."""
    return given if given in REACHES else DEFAULT


# Tables for a WITH: `asked` has to give the ids of the entities; ?1 is the reach. `near` has each claim once, with the nearest way to it.
NEAR = """
  reached AS MATERIALIZED (SELECT reached_id, path, length FROM reach WHERE entity_id IN (SELECT id FROM asked)
    AND CASE ?1 WHEN 'direct' THEN reach.reach = 'direct' WHEN 'all' THEN true ELSE reach.reach <> 'all' END),
  found AS MATERIALIZED (SELECT entity_id, part, claim_id FROM entity_claims WHERE entity_id IN (SELECT reached_id FROM reached) AND part <> 'speaker'),
  ranked AS MATERIALIZED (SELECT found.claim_id, found.part, reached.reached_id, reached.path, reached.length,
      dense_rank() OVER (PARTITION BY found.claim_id ORDER BY reached.length, reached.path, reached.reached_id) AS place
    FROM found JOIN reached ON reached.reached_id = found.entity_id),
  near AS MATERIALIZED (SELECT claim_id, reached_id, path, length, group_concat(DISTINCT part) AS parts FROM ranked WHERE place = 1 GROUP BY claim_id)"""
# How many claims each reach lists, in the order of REACHES; no way is found for that, and each claim is met once.
COUNTS = """
WITH reached AS MATERIALIZED (SELECT reached_id, min(CASE reach.reach WHEN 'direct' THEN 0 WHEN 'parties' THEN 1 ELSE 2 END) AS far
    FROM reach WHERE entity_id = ? GROUP BY reached_id),
  named AS MATERIALIZED (SELECT entity_id, claim_id FROM entity_claims WHERE entity_id IN (SELECT reached_id FROM reached) AND part <> 'speaker'),
  nearest AS (SELECT min(reached.far) AS far FROM named JOIN reached ON reached.reached_id = named.entity_id GROUP BY named.claim_id)
SELECT count(*) FILTER (WHERE far = 0), count(*) FILTER (WHERE far <= 1), count(*) FROM nearest"""


def counts(connection: sqlite3.Connection, entity_id: str) -> dict[str, int]:
    """How many claims are about an entity, by how far they may be from it."""
    return dict(zip(REACHES, connection.execute(COUNTS, (entity_id,)).fetchone(), strict=True))
