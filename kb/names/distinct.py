"""Which entities somebody marked as not the same, so that neither is offered for the other and the two are not merged.

A mark stays with the two rows that it was made of. Where one of them was merged into another since, the mark counts for what stands in its place.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

# Every entity told apart from one, with the reason: the marks of the one and of all that was merged into it, each end followed to what is current.
TOLD_APART = """
WITH RECURSIVE absorbed(id) AS (SELECT ?1 UNION SELECT entities.id FROM absorbed JOIN entities ON merged_into_id = absorbed.id),
marks(id, reason) AS (SELECT other_id, reason FROM absorbed JOIN distinct_entities ON entity_id = absorbed.id
  UNION SELECT entity_id, reason FROM absorbed JOIN distinct_entities ON other_id = absorbed.id),
present(id, reason) AS (SELECT id, reason FROM marks UNION SELECT merged_into_id, reason FROM present JOIN entities USING (id) WHERE merged_into_id IS NOT NULL)
SELECT id, reason FROM present JOIN entities USING (id) WHERE merged_into_id IS NULL ORDER BY id, reason"""


def told_apart(connection: sqlite3.Connection, entity_id: str) -> dict[str, str]:
    """Return the reason by the id of each entity that is marked as not the same as this one."""
    return dict(connection.execute(TOLD_APART, (entity_id,)).fetchall())


def without_told_apart(connection: sqlite3.Connection, bearers: Iterable[str], offered: Iterable[str]) -> list[str]:
    """Return the offered entities without those that are marked as not the same as a bearer of the name, and bear it not themselves."""
    kept = set(bearers)
    apart = {other for bearer in kept for other in told_apart(connection, bearer)} - kept
    return [each for each in offered if each not in apart]
