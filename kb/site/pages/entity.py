"""The page of an actor, thing or event, with its names, what it says, what is said of it, and how claims connect it with others."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, field
from typing import Any, cast

from datasette.utils.asgi import Response

from kb.ask import reaching
from kb.ask.reaching import NEAR, REACHES, word
from kb.base.model import Row
from kb.site.counting import cached, remembered
from kb.site.editing import linking
from kb.site.errors import MissingError
from kb.site.page_data import QuotedRow, column, first_row, holders, near_entities, quoted_rows, rows, words
from kb.site.pages import connections, entity_filters, home
from kb.site.pages.export_offers import offered
from kb.site.visit import Visit

ENTITY = """
SELECT entities.id, entities.kind, entities.label, entities.status, entities.merged_into_id, merged.label AS merged_into, merged.kind AS merged_kind
FROM entities LEFT JOIN entities AS merged ON merged.id = entities.merged_into_id WHERE entities.id = ?"""
DETAILS = {
    "actor": "SELECT kind, anonymity, description, part_of_id FROM actors WHERE id = ?",
    "thing": "SELECT kind, description, part_of_id, latitude, longitude FROM things WHERE id = ?",
    "event": "SELECT kind, actuality, date, earliest, latest, date_basis, place_id, description, part_of_id FROM events WHERE id = ?",
}
NAMES = "SELECT name, kind, language FROM names WHERE entity_id = ? ORDER BY kind, name"
# The words by which each text mentions it and their sense, with the first place of each.
MENTIONED = """
SELECT mentions.exact, mentions.sense, count(*) AS times, sources.id AS source_id, sources.title, min(mentions.start_char) AS first_char
FROM mentions JOIN sources ON sources.snapshot_id = mentions.snapshot_id
WHERE mentions.entity_id = ? AND mentions.status NOT IN ('proposed', 'retracted')
GROUP BY mentions.exact, mentions.sense, sources.id ORDER BY times DESC, mentions.exact LIMIT 60"""
BUSIEST_NAME = "busiest entities"  # under which the pages of those that the home page lists first are remembered
BUSIEST = 5  # of those who say most, and of those who are spoken of most
# The number of claims of each list on one page, which says when there are more.
PAGE = 25
SAYS = """
SELECT min(assertion_id) AS assertion_id FROM who_says_what WHERE speaker_id = ?
GROUP BY claim_id ORDER BY min(source_id), min(start_char) LIMIT ? OFFSET ?"""
COUNTS = "SELECT claims_about, claims_by FROM entity_counts WHERE entity_id = ?"
# One assertion for each claim about it or what is reached from it: the first whose speaker affirms or denies it, else the first.
ABOUT = f"WITH asked(id) AS (SELECT ?2), {NEAR}"
SAID_OF = f"""{ABOUT}
SELECT (SELECT assertion_id FROM who_says_what AS said WHERE said.claim_id = near.claim_id ORDER BY stance = 'uncommitted', level LIMIT 1) AS assertion_id,
  parts, path, length, reached_id, named.label AS reached, named.kind AS reached_kind
FROM near JOIN entities AS named ON named.id = near.reached_id ORDER BY length, path, near.claim_id LIMIT ?3 OFFSET ?4"""
# The same for claims that name the entity itself, which come first: no way to it has to be found for each.
NAMING_IT = """
SELECT (SELECT assertion_id FROM who_says_what AS said WHERE said.claim_id = listed.claim_id ORDER BY stance = 'uncommitted', level LIMIT 1) AS assertion_id,
  parts, NULL AS path, 0 AS length, named.id AS reached_id, named.label AS reached, named.kind AS reached_kind
FROM (SELECT claim_id, group_concat(DISTINCT part) AS parts FROM entity_claims WHERE entity_id = ?1 AND part <> 'speaker'
  GROUP BY claim_id ORDER BY claim_id LIMIT ?2 OFFSET ?3) AS listed
JOIN entities AS named ON named.id = ?1 ORDER BY claim_id"""
BELONGS = """
SELECT affiliations.id, entity_id = ?1 AS outward, other.id AS other_id, other.label, other.kind, role, start_date, end_date, claim_id,
  EXISTS (SELECT 1 FROM counted_affiliations WHERE counted_affiliations.id = affiliations.id) AS counted
FROM affiliations JOIN entities AS other ON other.id = CASE entity_id WHEN ?1 THEN whole_id ELSE entity_id END
WHERE affiliations.id IN (SELECT id FROM affiliations WHERE entity_id = ?1 UNION SELECT id FROM affiliations WHERE whole_id = ?1)
ORDER BY outward DESC, role, other.label, claim_id LIMIT 200"""
TAKES_PART = """
SELECT participations.event_id AS id, events.name AS label, events.actuality, events.date, group_concat(DISTINCT role) AS roles,
  min(participations.claim_id) AS claim_id
FROM participations JOIN standing ON standing.claim_id = participations.claim_id JOIN events ON events.id = participations.event_id
WHERE entity_id = ? GROUP BY events.id ORDER BY events.earliest IS NULL, events.earliest, events.name LIMIT 100"""
ROLES_IN = """
SELECT entities.id, entities.label, entities.kind, group_concat(DISTINCT role) AS roles, min(participations.claim_id) AS claim_id
FROM participations JOIN standing ON standing.claim_id = participations.claim_id JOIN entities ON entities.id = participations.entity_id
WHERE participations.event_id = ? GROUP BY entities.id ORDER BY roles, entities.label LIMIT 100"""
ORDERS = """
SELECT standing_order.*, events.name AS label, others.name AS other FROM standing_order JOIN events ON events.id = +event_id
JOIN events AS others ON others.id = +other_event_id WHERE event_id = ?1 OR other_event_id = ?1 ORDER BY relation, label, other LIMIT 100"""
IDENTIFIERS = """
SELECT scheme, value, match, (SELECT iri FROM vocabulary WHERE field = 'identifiers.scheme' AND vocabulary.value = scheme) AS iri
FROM identifiers WHERE entity_id = ? ORDER BY scheme"""
TOLD_APART = """
SELECT marks.id, entities.id AS other_id, entities.kind, entities.label, marks.reason FROM distinct_entities AS marks
JOIN entities ON entities.id = CASE WHEN marks.entity_id = ?1 THEN other_id ELSE entity_id END WHERE ?1 IN (marks.entity_id, other_id) ORDER BY entities.label"""
PARTS = "SELECT id, label, kind FROM entities WHERE id IN (SELECT id FROM part_of WHERE part_of_id = ?) AND status = 'current' ORDER BY label LIMIT 60"
ABSORBED = "SELECT id, label FROM entities WHERE merged_into_id = ? ORDER BY id"
LABEL = "SELECT id, label, kind FROM entities WHERE id = ?"
PUBLISHED = "SELECT id, title, published FROM sources WHERE publisher_id = ?1 OR id IN (SELECT source_id FROM source_authors WHERE actor_id = ?1) ORDER BY published DESC, title LIMIT 100"
HISTORY = """
SELECT at, table_name, operation, revisions.reason, contributors.name AS who FROM revisions LEFT JOIN runs ON runs.id = revisions.run_id
LEFT JOIN contributors ON contributors.id = runs.contributor_id WHERE row_id = ? AND table_name IN ('actors', 'things', 'events', 'entities') ORDER BY seq"""


class QuotedPart(QuotedRow):
    """A quoted assertion with the parts, joined by commas, that the entity or what is reached from it has in its claim, and the way to that."""

    parts: str
    path: str | None
    length: int
    reached_id: str
    reached: str
    reached_kind: str


@dataclass(frozen=True)
class Listed:
    """Which claims of the two lists a page shows: the offsets of those by the entity and about it, how far the second reaches, and its filters."""

    says: int = 0
    of: int = 0
    reach: str = "parties"
    chosen: dict[str, str] = field(default_factory=dict)


def read(connection: sqlite3.Connection, kind: str, entity_id: str, listed: Listed) -> Row:
    """The data of the page, or for an entity of another kind only `entity`, with `elsewhere` true.

    Raises MissingError, with the nearest entities, for an unknown id.
    """
    entity = first_row(connection, ENTITY, entity_id)
    if entity is None:
        near = near_entities(connection, entity_id, kind) or near_entities(connection, entity_id)
        raise MissingError(f"there is no {kind} {entity_id}", near=[(f"{row['kind']}/{row['id']}", row["label"]) for row in near])
    if entity["kind"] != kind:
        return {"entity": entity, "elsewhere": True}
    details = first_row(connection, DETAILS[kind], entity_id) or {}
    linked = links_of(connection, kind, entity_id)
    neighbours = connections.read(connection, entity_id)
    numbers = numbers_of(connection, entity_id)
    return {
        "entity": entity,
        "elsewhere": False,
        "details": details,
        "part_of": first_row(connection, LABEL, details.get("part_of_id")),
        "place": first_row(connection, LABEL, details.get("place_id")),
        "parts_of_it": rows(connection, PARTS, entity_id),
        "absorbed": rows(connection, ABSORBED, entity_id),
        "names": rows(connection, NAMES, entity_id),
        "mentioned": rows(connection, MENTIONED, entity_id),
        "identifiers": rows(connection, IDENTIFIERS, entity_id),
        "told_apart": rows(connection, TOLD_APART, entity_id),
        "says": quoted_rows(connection, column(connection, SAYS, entity_id, PAGE, listed.says)) if kind == "actor" else [],
        **numbers,
        **claims_about(connection, entity_id, listed, numbers["of_counts"]),
        **linked,
        "told_by": told_by(connection, linked),
        "published": rows(connection, PUBLISHED, entity_id) if kind == "actor" else [],
        "neighbours": neighbours,
        "graph": connections.graph(neighbours, entity["label"]),
        "history": rows(connection, HISTORY, entity_id),
        "words": words(connection),
    }


def busiest(connection: sqlite3.Connection) -> dict[tuple[str, str], Row]:
    """The data of the first page of the entities that the home page lists first, by kind and id: they have most claims and are asked for most."""
    home_page = cached(connection, home.NAME, home.read)
    speakers, subjects = home_page["speakers"][:BUSIEST], home_page["subjects"][:BUSIEST]
    named = {("actor", row["id"]) for row in speakers} | {(row["kind"], row["id"]) for row in subjects}
    return {(kind, entity_id): read(connection, kind, entity_id, Listed()) for kind, entity_id in sorted(named)}


def shown(connection: sqlite3.Connection, kind: str, entity_id: str, listed: Listed) -> Row:
    """The data of the page, as remembered of the busiest entities where it is, and else read. Raises as `read` does."""
    kept = remembered(connection, BUSIEST_NAME) or {} if listed == Listed() else {}
    return kept.get((kind, entity_id)) or read(connection, kind, entity_id, listed)


def links_of(connection: sqlite3.Connection, kind: str, entity_id: str) -> dict[str, list[Row]]:
    """What claims or reference data link an entity with: bodies, events, and of an event who takes part and what was before or after."""
    return {
        "belongs": rows(connection, BELONGS, entity_id),
        "events": rows(connection, TAKES_PART, entity_id),
        "orders": rows(connection, ORDERS, entity_id) if kind == "event" else [],
        "roles": rows(connection, ROLES_IN, entity_id) if kind == "event" else [],
    }


def told_by(connection: sqlite3.Connection, linked: dict[str, list[Row]]) -> dict[str, str]:
    """Who holds each claim that a link rests on, and how, in words by the claim's id."""
    claim_ids = [row["claim_id"] for some in linked.values() for row in some if row["claim_id"]]
    held = holders(connection, claim_ids)
    return {
        claim_id: connections.held((stance, voice["speaker"]) for stance, voices in by_stance.items() for voice in voices)
        for claim_id, by_stance in held.items()
    }


def numbers_of(connection: sqlite3.Connection, entity_id: str) -> Row:
    """The numbers of claims that an entity makes and that name it, as everywhere, and of those about it as far as each reach goes."""
    return {"counts": first_row(connection, COUNTS, entity_id), "of_counts": reaching.counts(connection, entity_id)}


def claims_about(connection: sqlite3.Connection, entity_id: str, listed: Listed, of_counts: dict[str, int]) -> Row:
    """The quotes of at most PAGE claims about an entity and what is reached from it, the nearest first, with their number and the filters."""
    filters: list[Row] = []
    total = of_counts[listed.reach]
    if listed.chosen or entity_filters.FEWEST <= total <= entity_filters.MOST:
        said = entity_filters.said_of(connection, entity_id, listed.reach)
        filters = entity_filters.choices(connection, said, listed.chosen)
        found = entity_filters.fitting(said, listed.chosen)
        total = len(found) if listed.chosen else total
        found = found[listed.of : listed.of + PAGE]
    elif listed.of + PAGE <= of_counts["direct"]:
        found = rows(connection, NAMING_IT, entity_id, PAGE, listed.of)
    else:
        found = rows(connection, SAID_OF, listed.reach, entity_id, PAGE, listed.of)
    about = {row["assertion_id"]: row for row in found}
    quotes = quoted_rows(connection, [assertion_id for assertion_id in about if assertion_id])
    return {
        "of": cast("list[QuotedPart]", [{**about[row["assertion_id"]], **row} for row in quotes]),
        "of_count": total,
        "of_filters": filters,
    }


async def view(visit: Visit) -> Response:
    """Answers with the page of one actor, thing or event. An id of another kind is redirected to its own page."""
    kind, entity_id = visit.parts["kind"], visit.parts["id"]
    listed = Listed(
        offset(visit.arg("says")),
        offset(visit.arg("of")),
        word(visit.arg("reach")),
        {name: value for name in entity_filters.FILTERS if (value := visit.arg(name))},
    )
    try:
        data: dict[str, Any] = await visit.read(shown, kind, entity_id, listed)
    except MissingError as error:
        error.near = [(visit.addresses.path(f"/{path}"), label) for path, label in error.near]
        raise
    if data["elsewhere"]:
        return Response.redirect(visit.addresses.page(data["entity"]["kind"], entity_id), status=301)
    record = await linking.offered(visit, kind, entity_id)
    asked = {kind: entity_id, "reach": visit.arg("reach"), **listed.chosen}
    exports = offered(visit, "entity", **asked) if data["of_counts"]["all"] or data["counts"]["claims_by"] else []
    return await visit.page("kb/entity.html", record=record, exports=exports, listed=listed, reaches=REACHES, page=PAGE, **data)


def offset(text: str) -> int:
    """The number of rows to skip at the head of a list, or 0 for text that is not such a number."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 0
