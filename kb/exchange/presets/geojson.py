"""Places, and the events that are filed at places, as GeoJSON (RFC 7946), for QGIS and web maps.

Coordinates and places are the curators' reference data. An event says as what it is filed (`actuality`), since one that is predicted is on
the map too. `start` and `end` are days for a time slider.
"""

from __future__ import annotations

import json
from typing import Any, TextIO

from kb.base.model import Row
from kb.exchange.presets.preset import OF_CLAIMS, Excerpt, Preset

PLACES = """
SELECT thing.id, thing.name, 'place' AS feature, thing.kind, thing.description, thing.longitude, thing.latitude,
  NULL AS actuality, NULL AS date, NULL AS start, NULL AS "end", NULL AS place_id
FROM things AS thing JOIN entities AS entity ON entity.id = thing.id
WHERE entity.status = 'current' AND thing.latitude IS NOT NULL AND {} ORDER BY thing.id"""
EVENTS = """
SELECT event.id, event.name, 'event' AS feature, event.kind, event.description, place.longitude, place.latitude,
  event.actuality, event.date, event.earliest AS start, event.latest AS "end", event.place_id
FROM events AS event JOIN entities AS entity ON entity.id = event.id LEFT JOIN things AS place ON place.id = event.place_id
WHERE entity.status = 'current' AND {} ORDER BY event.id"""
NOWHERE = "no place with coordinates is filed for them, so that their geometry is null"


def write(excerpt: Excerpt, stream: TextIO) -> None:
    """Write one collection of features, one at a time; a dated event without coordinates has no geometry, as RFC 7946 allows."""
    stream.write('{"type": "FeatureCollection", "features": [')
    comma = "\n"
    for sql, table, column in ((PLACES, "things", "thing.id"), (EVENTS, "events", "event.id")):
        for row in excerpt.rows(sql.format(excerpt.within(table, column))):
            if row["latitude"] is None and row["date"] is None:
                excerpt.loss.lose("events without place and date", "there is nothing to map")
                continue
            if row["latitude"] is None:
                excerpt.loss.lose("coordinates of events", NOWHERE)
            excerpt.loss.keep(f"{row['feature']}s")
            stream.write(comma + json.dumps(feature(excerpt, row), ensure_ascii=False))
            comma = ",\n"
    stream.write("\n]}\n")
    places = f"SELECT count(*) FROM things WHERE kind IN ('place', 'region', 'body-of-water') AND latitude IS NULL AND {excerpt.within('things', 'id')}"
    excerpt.loss.lose("places without coordinates", "a map needs them", excerpt.count(places))
    excerpt.leave_out_rest("a map shows what is where and when", *OF_CLAIMS)
    excerpt.leave_out("claims", "a map shows what is filed, not who says what; the permalink leads there")


def feature(excerpt: Excerpt, row: Row) -> dict[str, Any]:
    """One place or event; longitude comes first."""
    point = None if row["latitude"] is None else {"type": "Point", "coordinates": [row["longitude"], row["latitude"]]}
    properties = {name: value for name, value in row.items() if name not in ("latitude", "longitude")}
    return {"type": "Feature", "id": row["id"], "geometry": point, "properties": properties | {"permalink": excerpt.base.node(row["id"])}}


PRESET = Preset("geojson", "places and dated events as GeoJSON, for QGIS", write)
