"""The page of statistics, with places on a map, claims by year, speakers and coverage, each picture beside its table."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Sequence

from datasette.utils.asgi import Response

from kb.base.model import Row
from kb.site import outlines
from kb.site.counting import cached
from kb.site.page_data import rows, words
from kb.site.visit import Visit

# Places with claims that name them or describe an event there. Indexes alone choose those that may have most; the exact numbers are in
# entity_counts. A state is among them only where something is said to happen in it.
MOST_PLACES = 100
PLACES = """
WITH near(place_id, claims) AS (
    SELECT place_id, count(*) FROM claims WHERE place_id IS NOT NULL GROUP BY place_id
    UNION ALL SELECT place_id, (SELECT count(*) FROM claims WHERE event_id = events.id) FROM events WHERE place_id IS NOT NULL
    UNION ALL SELECT id, (SELECT count(*) FROM claims WHERE subject_id = things.id) + (SELECT count(*) FROM claims WHERE object_id = things.id)
      FROM things WHERE kind IN ('place', 'region', 'body-of-water')),
  most(id) AS MATERIALIZED (SELECT place_id FROM near GROUP BY place_id HAVING sum(claims) > 0 ORDER BY sum(claims) DESC LIMIT ?)
SELECT place.id, place.kind, place.label, things.latitude, things.longitude,
  (SELECT claims_about FROM entity_counts WHERE entity_id = most.id) AS claims,
  (SELECT count(*) FROM events JOIN entities ON entities.id = events.id WHERE place_id = most.id AND entities.status = 'current') AS events
FROM most JOIN entities AS place ON place.id = most.id LEFT JOIN things ON things.id = most.id ORDER BY claims DESC, events DESC, place.label"""
OTHER_NAMES = "SELECT entity_id, name FROM names WHERE kind IN ('name', 'alias', 'abbreviation') AND entity_id IN (SELECT id FROM actors WHERE kind = 'state')"
STATES = """
SELECT actors.id, actors.name AS label, (SELECT claims_about FROM entity_counts WHERE entity_id = actors.id) AS claims
FROM actors JOIN entities ON entities.id = actors.id WHERE actors.kind = 'state' AND entities.status = 'current' ORDER BY claims DESC, label"""
YEARS = """
SELECT substr(about_earliest, 1, 4) AS year, count(*) AS claims FROM claims
WHERE +about_earliest IS NOT NULL AND status NOT IN ('proposed', 'retracted') GROUP BY 1 ORDER BY 1"""
UNDATED = "SELECT count(*) AS claims FROM claims WHERE about_earliest IS NULL AND status NOT IN ('proposed', 'retracted')"
# Indexes alone choose who may say most, over the whole base; the numbers are exact.
SPEAKERS = """
SELECT actors.id, actors.name AS label, actors.anonymity, (SELECT claims_by FROM entity_counts WHERE entity_id = actors.id) AS claims,
  count(DISTINCT iif(stance = 'affirms', claim_id, NULL)) AS affirms, count(DISTINCT iif(stance = 'denies', claim_id, NULL)) AS denies,
  count(DISTINCT iif(stance = 'uncommitted', claim_id, NULL)) AS leaves_open
FROM (SELECT speaker_id FROM assertions GROUP BY speaker_id ORDER BY count(*) DESC LIMIT 60) AS most
CROSS JOIN actors ON actors.id = most.speaker_id CROSS JOIN who_says_what AS said ON said.speaker_id = actors.id
GROUP BY actors.id ORDER BY claims DESC, label LIMIT 25"""
KINDS = "SELECT kind, count(*) AS claims FROM claims WHERE status NOT IN ('proposed', 'retracted') GROUP BY kind ORDER BY claims DESC"
COVERAGE = """
SELECT sources.id, sources.title, count(*) AS sentences, sum(covered) AS with_claims, sum(NOT covered AND no_claim_reason IS NOT NULL) AS explained
FROM (
  SELECT sentences.snapshot_id, sentences.no_claim_reason, EXISTS (SELECT 1 FROM passages JOIN assertions ON assertions.passage_id = passages.id
    WHERE passages.snapshot_id = sentences.snapshot_id AND passages.start_char < sentences.end_char AND passages.end_char > sentences.start_char
      AND assertions.status NOT IN ('proposed', 'retracted')) AS covered
  FROM (SELECT id, snapshot_id FROM sources WHERE snapshot_id IS NOT NULL ORDER BY published DESC LIMIT 40) AS newest
  JOIN sentences ON sentences.snapshot_id = newest.snapshot_id) AS read
JOIN sources ON sources.snapshot_id = read.snapshot_id GROUP BY sources.id ORDER BY sources.published DESC, sources.title"""
# The number of years above which the chart is drawn by decade.
MOST_YEARS = 40
# The usual names of countries that the map names otherwise, by the names on the map.
MAP_NAMES = {
    "united states of america": "united states",
    "dem. rep. congo": "democratic republic of the congo",
    "czechia": "czech republic",
}


def claims_by_place(connection: sqlite3.Connection) -> Row:
    """Places and states with their numbers of claims, and what the map draws of them."""
    places, states = rows(connection, PLACES, MOST_PLACES), rows(connection, STATES)
    other_names = connection.execute(OTHER_NAMES).fetchall()
    return {"places": places, "points": map_points(places), "states": states, "land": outlines_with_states(states, other_names)}


def claims_by_time(connection: sqlite3.Connection) -> Row:
    """The numbers of claims by year or decade and by kind."""
    counts = by_year_or_decade(rows(connection, YEARS))
    most = max((row["claims"] for row in counts), default=0)
    return {"years": counts, "most_in_a_year": most, "undated": rows(connection, UNDATED)[0]["claims"], "kinds": rows(connection, KINDS)}


def speakers_and_coverage(connection: sqlite3.Connection) -> Row:
    """The speakers with most assertions, and how much of each of the newest texts carries claims."""
    return {"speakers": rows(connection, SPEAKERS), "coverage": rows(connection, COVERAGE), "words": words(connection)}


# Each part is read on its own, within the site's time limit, and again only after the base has changed.
PARTS = {"where": claims_by_place, "when": claims_by_time, "who": speakers_and_coverage}


def map_points(places: Sequence[Row]) -> list[Row]:
    """The places that have coordinates, each with its position on the map and its radius. Areas are proportional to the number of claims."""
    drawn = []
    for row in places:
        if row["latitude"] is not None:
            x, y = outlines.place(row["longitude"], row["latitude"])
            drawn.append({**row, "x": x, "y": y, "radius": round(min(16.0, 3 + 2 * row["claims"] ** 0.5), 1)})
    return drawn


def outlines_with_states(states: Sequence[Row], other_names: Sequence[tuple[str, str]]) -> list[Row]:
    """Every outline of a country, with the row of the state of that name where there are claims about it, else None."""
    by_name = {row["label"].casefold(): row for row in states}
    by_id = {row["id"]: row for row in states}
    for entity_id, name in other_names:
        if entity_id in by_id:
            by_name.setdefault(name.casefold(), by_id[entity_id])
    countries = []
    for outline in outlines.countries():
        name = outline.name.casefold()
        state = by_name.get(name) or by_name.get(MAP_NAMES.get(name, ""))
        countries.append({"path": outline.path, "name": outline.name, "state": state if state and state["claims"] else None})
    return countries


def by_year_or_decade(counts: Sequence[Row]) -> list[Row]:
    """The counts by year, or by decade where there are more than MOST_YEARS of them."""
    if len(counts) <= MOST_YEARS:
        return list(counts)
    decades: Counter[str] = Counter()
    for row in counts:
        decades[f"{row['year'][:3]}0s"] += row["claims"]
    return [{"year": decade, "claims": claims} for decade, claims in sorted(decades.items())]


def name_of(part: str) -> str:
    """The name under which a part of the page is remembered."""
    return f"statistics {part}"


async def view(visit: Visit) -> Response:
    """Answers with the page of statistics."""
    data: Row = {}
    for name, part in PARTS.items():
        data |= await visit.read(cached, name_of(name), part)
    return await visit.page("kb/statistics.html", width=outlines.WIDTH, height=outlines.HEIGHT, most_places=MOST_PLACES, **data)
