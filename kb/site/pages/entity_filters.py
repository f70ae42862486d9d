"""The claims about an entity, filtered by what they relate, who says them how and where, and when, each choice with the claims it would leave."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Mapping, Sequence

from kb.ask.reaching import NEAR
from kb.base.model import Row
from kb.site.page_data import listed, rows

FILTERS = {"predicate": "What it says", "stance": "Stance", "source": "Source", "year": "Year of the source"}
FEWEST, MOST = 8, 2_000  # claims: a shorter list is seen at a glance, and one longer would be slow to count on every visit
SHOWN_CHOICES = 8
# The assertion to show for a claim is the first that fits: one whose speaker affirms or denies it before one who only reports it.
SAID = f"""
WITH asked(id) AS (SELECT ?2), {NEAR}
SELECT said.assertion_id, near.claim_id, parts, path, length, reached_id, named.label AS reached, named.kind AS reached_kind,
  said.stance, said.source_id AS source, coalesce(claims.predicate_id, '') AS predicate, coalesce(substr(sources.published, 1, 4), '') AS year
FROM near JOIN entities AS named ON named.id = near.reached_id JOIN claims ON claims.id = near.claim_id
JOIN who_says_what AS said ON said.claim_id = near.claim_id JOIN sources ON sources.id = said.source_id
ORDER BY length, path, near.claim_id, said.stance = 'uncommitted', said.level"""
LABELS = """
SELECT id, label FROM entities WHERE id IN (SELECT value FROM json_each(?1)) UNION ALL SELECT id, label FROM predicates WHERE id IN (SELECT value FROM json_each(?1))
UNION ALL SELECT value, label FROM vocabulary WHERE field = 'assertions.stance'"""


def said_of(connection: sqlite3.Connection, entity_id: str, reach: str) -> list[Row]:
    """The assertions of all claims about an entity and what is reached from it, the nearest first."""
    return rows(connection, SAID, reach, entity_id)


def fitting(said: Sequence[Row], chosen: Mapping[str, str]) -> list[Row]:
    """One assertion for each claim that has one which passes every filter."""
    first: dict[str, Row] = {}
    for row in said:
        if all(row[name] == value for name, value in chosen.items()):
            first.setdefault(row["claim_id"], row)
    return list(first.values())


def choices(connection: sqlite3.Connection, said: Sequence[Row], chosen: Mapping[str, str]) -> list[Row]:
    """The filters that would divide the list, each with its values and the number of claims that each would leave while the others stay."""
    filters: list[Row] = []
    for name, title in FILTERS.items():
        others = {other: value for other, value in chosen.items() if other != name}
        pairs = {(row["claim_id"], row[name]) for row in said if row[name] and all(row[other] == value for other, value in others.items())}
        counts = Counter(value for _, value in sorted(pairs)).most_common()
        if len(counts) > 1 or name in chosen:
            shown = [value for value, _ in counts[:SHOWN_CHOICES]]
            shown += [chosen[name]] if name in chosen and chosen[name] not in shown else []
            values = [{"value": value, "count": dict(counts).get(value, 0)} for value in shown]
            filters.append({"name": name, "title": title, "values": values, "more": max(0, len(counts) - SHOWN_CHOICES)})
    labels = dict(connection.execute(LABELS, (listed([row["value"] for one in filters for row in one["values"]]),)).fetchall())
    for one in filters:
        for row in one["values"]:
            row["label"] = labels.get(row["value"], row["value"])
    return filters
