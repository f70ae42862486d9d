"""What the base holds in figures: places on a map, claims over time, who speaks most, coverage; every picture beside its table."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Sequence

from datasette.utils.asgi import Response

from kb.site import outlines
from kb.site.reading import Row, rows, words
from kb.site.visit import Visit

# Places by the claims held to be there, about them, or telling of an event there. Each claim counts once for a place.
PLACES = """
SELECT place.id, place.kind, place.label, count(DISTINCT spoken.claim_id) AS claims, things.latitude, things.longitude, min(spoken.claim_id) AS claim_id
FROM (
  SELECT place_id, id AS claim_id, status FROM claims WHERE place_id IS NOT NULL
  UNION ALL SELECT events.place_id, claims.id, claims.status FROM events JOIN claims ON claims.event_id = events.id WHERE events.place_id IS NOT NULL
  UNION ALL SELECT things.id, claims.id, claims.status FROM things JOIN claims ON claims.subject_id = things.id WHERE things.kind IN ('place', 'region', 'body-of-water')
  UNION ALL SELECT things.id, claims.id, claims.status FROM things JOIN claims ON claims.object_id = things.id WHERE things.kind IN ('place', 'region', 'body-of-water')
) AS spoken JOIN entities AS place ON place.id = spoken.place_id LEFT JOIN things ON things.id = place.id
WHERE spoken.status NOT IN ('proposed', 'retracted') GROUP BY place.id ORDER BY claims DESC, place.label LIMIT 200"""
OTHER_NAMES = "SELECT entity_id, name FROM names WHERE kind IN ('name', 'alias', 'abbreviation') AND entity_id IN (SELECT id FROM actors WHERE kind = 'state')"
STATES = """
SELECT actors.id, actors.name AS label, (SELECT count(*) FROM claims WHERE (subject_id = actors.id) AND status NOT IN ('proposed', 'retracted'))
  + (SELECT count(*) FROM claims WHERE object_id = actors.id AND status NOT IN ('proposed', 'retracted')) AS claims
FROM actors JOIN entities ON entities.id = actors.id WHERE actors.kind = 'state' AND entities.status = 'current' ORDER BY claims DESC, label"""
YEARS = """
SELECT substr(about_earliest, 1, 4) AS year, count(*) AS claims FROM claims
WHERE about_earliest IS NOT NULL AND status NOT IN ('proposed', 'retracted') GROUP BY 1 ORDER BY 1"""
UNDATED = "SELECT count(*) AS claims FROM claims WHERE about_earliest IS NULL AND status NOT IN ('proposed', 'retracted')"
SPEAKERS = """
SELECT actors.id, actors.name AS label, actors.anonymity, said.assertions, said.affirms, said.denies, said.leaves_open FROM (
  SELECT speaker_id, count(*) AS assertions, sum(stance = 'affirms') AS affirms, sum(stance = 'denies') AS denies, sum(stance = 'uncommitted') AS leaves_open
  FROM assertions WHERE status NOT IN ('proposed', 'retracted') GROUP BY speaker_id ORDER BY assertions DESC LIMIT 25) AS said
JOIN actors ON actors.id = said.speaker_id ORDER BY said.assertions DESC, label"""
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


def read(connection: sqlite3.Connection) -> Row:
    places, states, over_time = rows(connection, PLACES), rows(connection, STATES), years(rows(connection, YEARS))
    return {
        "places": places,
        "points": points(places),
        "states": states,
        "land": land(states, connection.execute(OTHER_NAMES).fetchall()),
        "years": over_time,
        "most_in_a_year": max((row["claims"] for row in over_time), default=0),
        "undated": rows(connection, UNDATED)[0]["claims"],
        "speakers": rows(connection, SPEAKERS),
        "kinds": rows(connection, KINDS),
        "coverage": rows(connection, COVERAGE),
        "words": words(connection),
    }


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
    return await visit.page("kb/statistics.html", width=outlines.WIDTH, height=outlines.HEIGHT, **await visit.read(read))
