"""An actor, thing or event: its names and what they stand for, what it says, what is said of it, its neighbours, and where each rests."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Any

from datasette.utils.asgi import Response

from kb.site.errors import MissingError
from kb.site.reading import Row, column, count, near_entities, one, quoted, rows, words
from kb.site.visit import Visit

ENTITY = """
SELECT entities.id, entities.kind, entities.label, entities.status, entities.merged_into_id, merged.label AS merged_into, merged.kind AS merged_kind
FROM entities LEFT JOIN entities AS merged ON merged.id = entities.merged_into_id WHERE entities.id = ?"""
FILED = {
    "actor": "SELECT kind, anonymity, description, part_of_id FROM actors WHERE id = ?",
    "thing": "SELECT kind, description, part_of_id, latitude, longitude FROM things WHERE id = ?",
    "event": "SELECT kind, actuality, date, earliest, latest, date_basis, place_id, description, part_of_id FROM events WHERE id = ?",
}
NAMES = "SELECT name, kind, language FROM names WHERE entity_id = ? ORDER BY kind, name"
# How the texts call it, and in which sense; with one place each.
CALLED = """
SELECT mentions.exact, mentions.sense, count(*) AS times, sources.id AS source_id, sources.title, min(mentions.start_char) AS first_char
FROM mentions JOIN sources ON sources.snapshot_id = mentions.snapshot_id
WHERE mentions.entity_id = ? AND mentions.status NOT IN ('proposed', 'retracted')
GROUP BY mentions.exact, mentions.sense, sources.id ORDER BY times DESC, mentions.exact LIMIT 60"""
# One page shows this many claims of each list, and says when there are more.
PAGE = 25
SAYS = """
SELECT min(assertion_id) AS assertion_id FROM who_says_what WHERE speaker_id = ? AND stance <> 'uncommitted'
GROUP BY claim_id ORDER BY min(source_id), min(start_char) LIMIT ? OFFSET ?"""
SAYS_COUNT = "SELECT count(DISTINCT claim_id) FROM who_says_what WHERE speaker_id = ? AND stance <> 'uncommitted'"
# One voice a claim: the first that commits.
SAID_OF = """
SELECT (SELECT assertion_id FROM who_says_what AS said WHERE said.claim_id = about.claim_id ORDER BY stance = 'uncommitted', level LIMIT 1) AS assertion_id,
  group_concat(DISTINCT part) AS parts
FROM entity_claims AS about WHERE entity_id = ? AND part <> 'speaker' GROUP BY claim_id ORDER BY claim_id LIMIT ? OFFSET ?"""
SAID_OF_COUNT = "SELECT count(DISTINCT claim_id) FROM entity_claims WHERE entity_id = ? AND part <> 'speaker'"
TAKES_PART = """
SELECT participations.event_id AS id, events.name AS label, events.actuality, events.date, group_concat(DISTINCT role) AS roles,
  min(participations.claim_id) AS claim_id
FROM participations JOIN standing ON standing.claim_id = participations.claim_id JOIN events ON events.id = participations.event_id
WHERE entity_id = ? GROUP BY events.id ORDER BY events.earliest IS NULL, events.earliest, events.name LIMIT 100"""
ROLES_IN = """
SELECT entities.id, entities.label, entities.kind, group_concat(DISTINCT role) AS roles, min(participations.claim_id) AS claim_id
FROM participations JOIN standing ON standing.claim_id = participations.claim_id JOIN entities ON entities.id = participations.entity_id
WHERE participations.event_id = ? GROUP BY entities.id ORDER BY roles, entities.label LIMIT 100"""
# What stands with it in the same statement, and how often.
NEIGHBOURS = """
SELECT other AS id, entities.label, entities.kind, outward, predicates.label AS predicate, count(*) AS claims, min(near.claim_id) AS claim_id
FROM (
  SELECT id AS claim_id, object_id AS other, predicate_id, 1 AS outward FROM claims WHERE subject_id = ?1 AND object_id IS NOT NULL AND status NOT IN ('proposed', 'retracted')
  UNION ALL
  SELECT id, subject_id, predicate_id, 0 FROM claims WHERE object_id = ?1 AND status NOT IN ('proposed', 'retracted')
) AS near JOIN entities ON entities.id = near.other LEFT JOIN predicates ON predicates.id = near.predicate_id
WHERE other <> ?1 GROUP BY other, outward, predicate ORDER BY claims DESC, entities.label, predicate LIMIT 60"""
IDENTIFIERS = """
SELECT scheme, value, match, (SELECT iri FROM vocabulary WHERE field = 'identifiers.scheme' AND vocabulary.value = scheme) AS iri
FROM identifiers WHERE entity_id = ? ORDER BY scheme"""
PARTS = "SELECT id, label, kind FROM entities WHERE id IN (SELECT id FROM part_of WHERE part_of_id = ?) AND status = 'current' ORDER BY label LIMIT 60"
ABSORBED = "SELECT id, label FROM entities WHERE merged_into_id = ? ORDER BY id"
LABEL = "SELECT id, label, kind FROM entities WHERE id = ?"
PUBLISHED = "SELECT id, title, published FROM sources WHERE publisher_id = ?1 OR id IN (SELECT source_id FROM source_authors WHERE actor_id = ?1) ORDER BY published DESC, title LIMIT 100"
HISTORY = """
SELECT at, table_name, operation, revisions.reason, contributors.name AS who FROM revisions LEFT JOIN runs ON runs.id = revisions.run_id
LEFT JOIN contributors ON contributors.id = runs.contributor_id WHERE row_id = ? AND table_name IN ('actors', 'things', 'events', 'entities') ORDER BY seq"""
# The picture of the neighbours shows this many on each side; the list beside it shows all.
DRAWN = 9
ROW_HEIGHT = 34  # units of the picture, which is 560 wide
LONGEST_LABEL = 23


def read(connection: sqlite3.Connection, kind: str, entity_id: str, says_from: int, of_from: int) -> Row:
    """What the page shows. Raises MissingError, with the nearest there are, where no entity has that id."""
    entity = one(connection, ENTITY, entity_id)
    if entity is None:
        near = near_entities(connection, entity_id, kind) or near_entities(connection, entity_id)
        raise MissingError(f"there is no {kind} {entity_id}", near=[(f"{row['kind']}/{row['id']}", row["label"]) for row in near])
    if entity["kind"] != kind:
        return {"entity": entity, "elsewhere": True}
    filed = one(connection, FILED[kind], entity_id) or {}
    about = rows(connection, SAID_OF, entity_id, PAGE, of_from)
    parts = {row["assertion_id"]: row["parts"] for row in about}
    neighbours = rows(connection, NEIGHBOURS, entity_id)
    return {
        "entity": entity,
        "elsewhere": False,
        "filed": filed,
        "part_of": one(connection, LABEL, filed.get("part_of_id")),
        "place": one(connection, LABEL, filed.get("place_id")),
        "parts_of_it": rows(connection, PARTS, entity_id),
        "absorbed": rows(connection, ABSORBED, entity_id),
        "names": rows(connection, NAMES, entity_id),
        "called": rows(connection, CALLED, entity_id),
        "identifiers": rows(connection, IDENTIFIERS, entity_id),
        "says": quoted(connection, column(connection, SAYS, entity_id, PAGE, says_from)) if kind == "actor" else [],
        "says_count": count(connection, SAYS_COUNT, entity_id) if kind == "actor" else 0,
        "of": [{**row, "parts": parts[row["assertion_id"]]} for row in quoted(connection, [name for name in parts if name])],
        "of_count": count(connection, SAID_OF_COUNT, entity_id),
        "events": rows(connection, TAKES_PART, entity_id),
        "roles": rows(connection, ROLES_IN, entity_id) if kind == "event" else [],
        "published": rows(connection, PUBLISHED, entity_id) if kind == "actor" else [],
        "neighbours": neighbours,
        "graph": graph(neighbours),
        "history": rows(connection, HISTORY, entity_id),
        "words": words(connection),
    }


def graph(neighbours: Sequence[Row]) -> Row:
    """What to draw: on the left what is said to act on it, on the right what it is said to act on; those with most claims, each once."""
    by_id: dict[str, Row] = {}
    for row in neighbours:
        node = by_id.setdefault(row["id"], {"id": row["id"], "label": row["label"], "kind": row["kind"], "claims": 0, "outward": 0})
        node["claims"] += row["claims"]
        node["outward"] += row["claims"] * (1 if row["outward"] else -1)
    drawn = sorted(by_id.values(), key=lambda node: (-node["claims"], node["label"]))
    sides = [[node for node in drawn if node["outward"] < 0][:DRAWN], [node for node in drawn if node["outward"] >= 0][:DRAWN]]
    height = ROW_HEIGHT * max(2, *(len(side) for side in sides))
    for side in sides:
        for index, node in enumerate(side):
            node["y"] = round(height * (index + 0.5) / len(side), 1)
            node["short"] = node["label"] if len(node["label"]) <= LONGEST_LABEL else node["label"][: LONGEST_LABEL - 1] + "…"
            node["width"] = min(5, 1 + node["claims"] / 2)
    return {"left": sides[0], "right": sides[1], "height": height}


async def view(visit: Visit) -> Response:
    """The page of one actor, thing or event; an id of another kind leads to its own page."""
    kind, entity_id = visit.parts["kind"], visit.parts["id"]
    says_from, of_from = number(visit.arg("says")), number(visit.arg("of"))
    try:
        found: dict[str, Any] = await visit.read(read, kind, entity_id, says_from, of_from)
    except MissingError as error:
        error.near = [(visit.addresses.path(f"/{path}"), label) for path, label in error.near]
        raise
    if found["elsewhere"]:
        return Response.redirect(visit.addresses.page(found["entity"]["kind"], entity_id), status=301)
    return await visit.page("kb/entity.html", says_from=says_from, of_from=of_from, page=PAGE, **found)


def number(text: str) -> int:
    """How many to leave out at the head of a list; 0 for anything that is no such number."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 0
