"""What the base holds in figures: places on a map, claims over time, who speaks most, coverage; every picture beside its table."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Sequence

from datasette.utils.asgi import Response

from kb.site import outlines
from kb.site.reading import Row, kept, rows, words
from kb.site.visit import Visit

# Places by the claims held to be there, about them, or telling of an event there; each claim counts once for a place. The first
# count ranks by indexes alone; the second is exact, for those that are shown. A state is a place only where something is held to be.
MOST_PLACES = 100
PLACES = """
WITH near(place_id, claims) AS (
    SELECT place_id, count(*) FROM claims WHERE place_id IS NOT NULL GROUP BY place_id
    UNION ALL SELECT place_id, (SELECT count(*) FROM claims WHERE event_id = events.id) FROM events WHERE place_id IS NOT NULL
    UNION ALL SELECT id, (SELECT count(*) FROM claims WHERE subject_id = things.id) + (SELECT count(*) FROM claims WHERE object_id = things.id)
      FROM things WHERE kind IN ('place', 'region', 'body-of-water')),
  most(id) AS MATERIALIZED (SELECT place_id FROM near GROUP BY place_id HAVING sum(claims) > 0 ORDER BY sum(claims) DESC LIMIT ?)
SELECT place.id, place.kind, place.label, things.latitude, things.longitude, (SELECT count(*) FROM (
    SELECT id FROM claims WHERE place_id = most.id AND status NOT IN ('proposed', 'retracted')
    UNION SELECT claims.id FROM events JOIN claims ON claims.event_id = events.id WHERE events.place_id = most.id AND status NOT IN ('proposed', 'retracted')
    UNION SELECT id FROM claims WHERE subject_id = things.id AND status NOT IN ('proposed', 'retracted')
    UNION SELECT id FROM claims WHERE object_id = things.id AND status NOT IN ('proposed', 'retracted'))) AS claims
FROM most JOIN entities AS place ON place.id = most.id LEFT JOIN things ON things.id = most.id ORDER BY claims DESC, place.label"""
OTHER_NAMES = "SELECT entity_id, name FROM names WHERE kind IN ('name', 'alias', 'abbreviation') AND entity_id IN (SELECT id FROM actors WHERE kind = 'state')"
STATES = """
SELECT actors.id, actors.name AS label, (SELECT count(*) FROM claims WHERE (subject_id = actors.id) AND status NOT IN ('proposed', 'retracted'))
  + (SELECT count(*) FROM claims WHERE object_id = actors.id AND status NOT IN ('proposed', 'retracted')) AS claims
FROM actors JOIN entities ON entities.id = actors.id WHERE actors.kind = 'state' AND entities.status = 'current' ORDER BY claims DESC, label"""
YEARS = """
SELECT substr(about_earliest, 1, 4) AS year, count(*) AS claims FROM claims
WHERE about_earliest IS NOT NULL AND status NOT IN ('proposed', 'retracted') GROUP BY 1 ORDER BY 1"""
UNDATED = "SELECT count(*) AS claims FROM claims WHERE about_earliest IS NULL AND status NOT IN ('proposed', 'retracted')"
# The first count ranks by the index alone, over the whole base; the others are exact, for the few that are shown.
SPEAKERS = """
SELECT actors.id, actors.name AS label, actors.anonymity, count(*) AS assertions, sum(stance = 'affirms') AS affirms,
  sum(stance = 'denies') AS denies, sum(stance = 'uncommitted') AS leaves_open
FROM (SELECT speaker_id FROM assertions GROUP BY speaker_id ORDER BY count(*) DESC LIMIT 25) AS most
JOIN assertions ON assertions.speaker_id = most.speaker_id JOIN actors ON actors.id = most.speaker_id
WHERE assertions.status NOT IN ('proposed', 'retracted') GROUP BY actors.id ORDER BY assertions DESC, label"""
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
# More years than this are drawn by decade.
MOST_YEARS = 40
# What the map's makers call a country whose usual name they shorten or lengthen.
MAP_NAMES = {
    "united states of america": "united states",
    "dem. rep. congo": "democratic republic of the congo",
    "czechia": "czech republic",
}


def where(connection: sqlite3.Connection) -> Row:
    """Places and states, as tables and on the map."""
    places, states = rows(connection, PLACES, MOST_PLACES), rows(connection, STATES)
    other_names = connection.execute(OTHER_NAMES).fetchall()
    return {"places": places, "points": points(places), "states": states, "land": land(states, other_names)}


def when(connection: sqlite3.Connection) -> Row:
    found = years(rows(connection, YEARS))
    most = max((row["claims"] for row in found), default=0)
    return {"years": found, "most_in_a_year": most, "undated": rows(connection, UNDATED)[0]["claims"], "kinds": rows(connection, KINDS)}


def who(connection: sqlite3.Connection) -> Row:
    return {"speakers": rows(connection, SPEAKERS), "coverage": rows(connection, COVERAGE), "words": words(connection)}


# Each part is read by itself, within the site's time limit, and again only when the base has changed.
PARTS = {"where": where, "when": when, "who": who}


def points(places: Sequence[Row]) -> list[Row]:
    """The places that have coordinates, with where to draw them and how large: the area goes with the number of claims."""
    found = []
    for row in places:
        if row["latitude"] is not None:
            x, y = outlines.place(row["longitude"], row["latitude"])
            found.append({**row, "x": x, "y": y, "radius": round(min(16.0, 3 + 2 * row["claims"] ** 0.5), 1)})
    return found


def land(states: Sequence[Row], other_names: Sequence[tuple[str, str]]) -> list[Row]:
    """Every country outline, with the state that bears its name and has claims about it, where there is one."""
    by_name = {row["label"].casefold(): row for row in states}
    by_id = {row["id"]: row for row in states}
    for entity_id, name in other_names:
        if entity_id in by_id:
            by_name.setdefault(name.casefold(), by_id[entity_id])
    found = []
    for outline in outlines.countries():
        name = outline.name.casefold()
        state = by_name.get(name) or by_name.get(MAP_NAMES.get(name, ""))
        found.append({"path": outline.path, "name": outline.name, "state": state if state and state["claims"] else None})
    return found


def years(found: Sequence[Row]) -> list[Row]:
    """Claims by the year they are about; by decade where there are many years."""
    if len(found) <= MOST_YEARS:
        return list(found)
    decades: Counter[str] = Counter()
    for row in found:
        decades[f"{row['year'][:3]}0s"] += row["claims"]
    return [{"year": decade, "claims": claims} for decade, claims in sorted(decades.items())]


async def view(visit: Visit) -> Response:
    """The page of figures."""
    found: Row = {}
    for name, part in PARTS.items():
        found |= await visit.read(kept, f"statistics {name}", part)
    return await visit.page("kb/statistics.html", width=outlines.WIDTH, height=outlines.HEIGHT, most_places=MOST_PLACES, **found)
