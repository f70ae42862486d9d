"""FollowTheMoney entities and statements, for Aleph, OpenAleph and OpenSanctions' tools.

A link between two entities would say that it holds, so a claim is never one: each assertion is a Note about what its claim names, with the
holder, the stance and the quote in words, and the work as proof. An event is written only where it is filed as having happened or going on.
"""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kb.ask.tables import whole_file
from kb.base.model import Row
from kb.exchange.presets.bibliography import figures
from kb.exchange.presets.preset import Excerpt, Preset

DATASET = "source_tracking_kb"
ACTORS = {"person": "Person", "organization": "Organization", "media": "Organization", "military": "PublicBody", "government": "PublicBody"}
OTHER_ACTOR = "LegalEntity"
COLUMNS = (
    *("canonical_id", "entity_id", "prop", "prop_type", "schema", "value", "dataset", "origin", "lang", "original_value"),
    *("external", "first_seen", "last_seen", "id"),
)
HAPPENED = "('occurred', 'ongoing')"
CURRENT = "entity.status = 'current'"
ACTOR_ROWS = (
    f"SELECT actor.* FROM actors AS actor JOIN entities AS entity ON entity.id = actor.id WHERE {CURRENT} AND {{}} ORDER BY actor.id"
)
PLACE_ROWS = f"""
SELECT thing.* FROM things AS thing JOIN entities AS entity ON entity.id = thing.id
WHERE {CURRENT} AND thing.latitude IS NOT NULL AND {{}} ORDER BY thing.id"""
EVENT_ROWS = f"""
SELECT event.*, place.label AS place FROM events AS event JOIN entities AS entity ON entity.id = event.id
LEFT JOIN entities AS place ON place.id = event.place_id WHERE {CURRENT} AND event.actuality IN {HAPPENED} AND {{}} ORDER BY event.id"""
SOURCE_ROWS = f"""
SELECT source.*, publisher.name AS publisher, snapshot.retrieved_at, snapshot.sha256 FROM sources AS source
JOIN entities AS entity ON entity.id = source.id LEFT JOIN actors AS publisher ON publisher.id = source.publisher_id
LEFT JOIN snapshots AS snapshot ON snapshot.id = source.snapshot_id WHERE {CURRENT} AND {{}} ORDER BY source.id"""
NOTE_ROWS = """
SELECT sheet.*, source.url, claims.place_id FROM claim_sheet AS sheet JOIN sources AS source ON source.id = sheet.source_id
JOIN claims ON claims.id = sheet.claim_id WHERE sheet.counted AND {} ORDER BY sheet.assertion_id"""
AUTHOR_NAMES = "SELECT actors.name FROM source_authors JOIN actors ON actors.id = actor_id WHERE source_id = ? ORDER BY position"
OTHER_NAMES = (
    "SELECT name, kind FROM names WHERE entity_id = ? AND kind IN ('name', 'alias', 'abbreviation', 'transliteration') ORDER BY name, kind"
)
WIKIDATA = "SELECT value FROM identifiers WHERE entity_id = ? AND scheme = 'wikidata' AND match = 'exact' ORDER BY value"


@dataclass
class Entity:
    """One entity, its properties gathered as lists of distinct values."""

    id: str
    schema: str
    origin: str | None = None
    properties: dict[str, list[str]] = field(default_factory=dict)

    def add(self, name: str, value: Any) -> None:
        """Add a value that is there, once."""
        if value is not None and str(value) not in self.properties.setdefault(name, []):
            self.properties[name].append(str(value))

    def as_json(self) -> dict[str, Any]:
        """The entity as FollowTheMoney's tools exchange it."""
        properties = {name: values for name, values in self.properties.items() if values}
        return {"id": self.id, "schema": self.schema, "properties": properties, "datasets": [DATASET]}

    def statements(self) -> Iterator[dict[str, str]]:
        """The same, a row for each value, with the checksum that FollowTheMoney makes the row's id of."""
        common = {"canonical_id": self.id, "entity_id": self.id, "schema": self.schema, "dataset": DATASET, "origin": self.origin or ""}
        for name, values in self.properties.items():
            for value in values:
                key = hashlib.sha1(f"{DATASET}.{self.id}.{name}.{value}".encode()).hexdigest()
                yield dict.fromkeys(COLUMNS, "") | common | {"prop": name, "value": value, "external": "f", "id": key}


def write(excerpt: Excerpt, folder: Path) -> None:
    """Write entities.ftm.json, an entity a line, and statements.csv."""
    with whole_file(folder / "entities.ftm.json", "w") as lines, whole_file(folder / "statements.csv", "w") as sheet:
        rows = csv.DictWriter(sheet, COLUMNS, lineterminator="\n")
        rows.writeheader()
        for entity in entities(excerpt):
            excerpt.loss.keep(f"entities of schema {entity.schema}")
            lines.write(json.dumps(entity.as_json(), ensure_ascii=False) + "\n")
            rows.writerows(entity.statements())
    report(excerpt)


def entities(excerpt: Excerpt) -> Iterator[Entity]:
    """Every entity, one at a time."""
    parts = (
        (ACTOR_ROWS, "actors", "actor.id", actor),
        (PLACE_ROWS, "things", "thing.id", place),
        (EVENT_ROWS, "events", "event.id", event),
        (SOURCE_ROWS, "sources", "source.id", source),
        (NOTE_ROWS, "assertions", "sheet.assertion_id", note),
    )
    for sql, table, column, made in parts:
        for row in excerpt.rows(sql.format(excerpt.within(table, column))):
            yield made(excerpt, row)


def named(excerpt: Excerpt, row: Row, schema: str) -> Entity:
    """An entity with its name, its other names, its description and its Wikidata item."""
    entity = Entity(row["id"], schema)
    entity.add("name", row["name"])
    for other in excerpt.rows(OTHER_NAMES, row["id"]):
        entity.add("weakAlias" if other["kind"] == "abbreviation" else "alias", other["name"])
    entity.add("description", row["description"])
    for item in excerpt.rows(WIKIDATA, row["id"]):
        entity.add("wikidataId", item["value"])
    entity.add("sourceUrl", excerpt.base.node(row["id"]))
    return entity


def actor(excerpt: Excerpt, row: Row) -> Entity:
    """An actor by its kind."""
    return named(excerpt, row, ACTORS.get(row["kind"], OTHER_ACTOR))


def place(excerpt: Excerpt, row: Row) -> Entity:
    """A thing with coordinates, as an address."""
    entity = named(excerpt, row, "Address")
    entity.add("full", row["name"])
    entity.add("latitude", row["latitude"])
    entity.add("longitude", row["longitude"])
    return entity


def event(excerpt: Excerpt, row: Row) -> Entity:
    """An event that is filed as having happened or going on."""
    entity = named(excerpt, row, "Event")
    start, _, end = (row["date"] or "").partition("/")
    for name, date in (("startDate" if end else "date", start), ("endDate", end)):
        entity.add(name, day(date))
    entity.add("location", row["place"])
    entity.add("notes", row["date"] and f"Date (EDTF): {row['date']}")
    return entity


def source(excerpt: Excerpt, row: Row) -> Entity:
    """A source as an article, with the digest of its text and its date as given in the notes."""
    entity = Entity(row["id"], "Article")
    values = {"title": row["title"], "publisher": row["publisher"], "publishedAt": day(row["published"] or "")}
    values |= {"sourceUrl": row["url"] or excerpt.base.node(row["id"]), "retrievedAt": row["retrieved_at"] and row["retrieved_at"][:10]}
    for name, value in values.items():
        entity.add(name, value)
    for person in excerpt.rows(AUTHOR_NAMES, row["id"]):
        entity.add("author", person["name"])
    entity.add("keywords", row["kind"])
    if row["language"]:
        excerpt.loss.lose("language codes", "FollowTheMoney takes three letters; the BCP 47 tag stands in the notes")
    for label, value in (
        ("Language", row["language"]),
        ("SHA-256", row["sha256"]),
        ("Date (EDTF)", row["published"]),
        ("Rights", row["rights"]),
    ):
        entity.add("notes", value and f"{label}: {value}")
    entity.add("notes", row["note"])
    return entity


def note(excerpt: Excerpt, row: Row) -> Entity:
    """An assertion as a note, whose words keep who says it apart from what is said."""
    entity = Entity(row["assertion_id"], "Note", row["source_id"])
    entity.add("name", f"{row['via']} {row['stance']}: {row['claim']}")
    entity.add("description", f"Holder: {row['speaker']}. Stance: {row['stance']}. Certainty: {row['certainty']}. Act: {row['act']}.")
    dated = f", {row['published']}" if row["published"] else ""
    entity.add("notes", f"“{row['quote']}” ({row['source_title']}{dated}, characters {row['start_char']} to {row['end_char']})")
    entity.add("proof", row["source_id"])
    entity.add("sourceUrl", row["url"] or excerpt.base.node(row["assertion_id"]))
    for about in (row["subject_id"], row["object_id"], row["speaker_id"]):
        if about is not None and has_schema(excerpt, about):
            entity.add("entity", about)
    return entity


def has_schema(excerpt: Excerpt, entity_id: str) -> bool:
    """Whether an entity is written, so that a note may point to it."""
    sql = f"""SELECT EXISTS (SELECT 1 FROM actors WHERE id = ?1) OR EXISTS (SELECT 1 FROM things WHERE id = ?1 AND latitude IS NOT NULL)
    OR EXISTS (SELECT 1 FROM events WHERE id = ?1 AND actuality IN {HAPPENED}) OR EXISTS (SELECT 1 FROM sources WHERE id = ?1)"""
    return bool(excerpt.count(sql, entity_id))


def day(date: str) -> str | None:
    """The date as far as it is given in figures; None where the year is not."""
    return "-".join(f"{part:02}" for part in figures(date)) or None


def report(excerpt: Excerpt) -> None:
    """Report what FollowTheMoney has no schema for."""
    excerpt.leave_out_uncounted()
    things = f"SELECT count(*) FROM things WHERE latitude IS NULL AND {excerpt.within('things', 'id')}"
    excerpt.loss.lose(
        "things without coordinates", "there is no schema for ideas, treaties or projects; claims name them in words", excerpt.count(things)
    )
    events = f"SELECT count(*) FROM events WHERE actuality NOT IN {HAPPENED} AND {excerpt.within('events', 'id')}"
    excerpt.loss.lose("events that did not happen or have not yet", "an Event there is one that happened", excerpt.count(events))
    excerpt.leave_out("relations", "notes do not relate to each other")
    excerpt.leave_out("affiliations", "a Membership or Directorship would say that it holds, without who says so")
    excerpt.leave_out("mentions", "where a name stands in a text has no place there")
    excerpt.leave_out("distinct_entities", "that two are not the same has no place there")
    others = f"SELECT count(*) FROM identifiers WHERE NOT (scheme = 'wikidata' AND match = 'exact') AND {excerpt.within('entities', 'entity_id')}"
    excerpt.loss.lose("identifiers other than Wikidata's", "which scheme a number is of has no place there", excerpt.count(others))
    excerpt.leave_out_rest("a note holds who says what, in which words", "names", "identifiers")


PRESET = Preset("ftm", "FollowTheMoney entities and statements, for Aleph", write, target="folder")
