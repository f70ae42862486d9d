"""A source as Web Annotations (W3C Web Annotation Data Model): each assertion says what its words claim, each mention whom they name."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from typing import Any

from datasette.utils.asgi import Response

from kb.rdf.names import KB, PREFIXES
from kb.site.rdf import documents
from kb.site.rdf.pages import check
from kb.site.visit import Visit

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
MEDIA_TYPE = f'application/ld+json; profile="{CONTEXT}"'
IN_USE = "status NOT IN ('proposed', 'retracted')"
SOURCE = "SELECT title, url, language FROM sources WHERE id = ?"
ASSERTIONS = f"""
SELECT a.id, a.claim_id, c.text, a.stance, a.certainty, a.act, a.speaker_id, a.recorded_at, p.id AS passage, p.snapshot_id, p.start_char, p.end_char,
  p.exact, p.prefix, p.suffix
FROM assertions AS a JOIN claims AS c ON c.id = a.claim_id JOIN rdf_passages AS p ON p.id = a.passage_id
WHERE a.source_id = ? AND a.{IN_USE} AND c.{IN_USE} ORDER BY p.start_char, a.level, a.id"""
MENTIONS = f"""
SELECT m.* FROM mentions AS m JOIN snapshots AS s ON s.id = m.snapshot_id WHERE s.source_id = ? AND m.{IN_USE} ORDER BY m.start_char, m.id"""


async def view(visit: Visit) -> Response:
    """`/source/<id>.annotations.jsonld`. Offsets are code points from 0, the end exclusive, in the text of the snapshot."""
    base, source_id = documents.base_of(visit.datasette), visit.parts["id"]

    def work(connection: sqlite3.Connection) -> dict[str, Any]:
        check(connection, "source", source_id)
        return collection(connection, source_id, f"{base}id/", f"{base}source/{source_id}.annotations.jsonld")

    body = json.dumps(await documents.read(visit.database, work), ensure_ascii=False, indent=1)
    return Response(body, headers=dict(documents.OPEN), content_type=MEDIA_TYPE)


def collection(connection: sqlite3.Connection, source_id: str, names: str, address: str) -> dict[str, Any]:
    """All annotations of one source as a collection with one page."""
    source = connection.execute(SOURCE, (source_id,)).fetchone()
    items = [*assertions(connection, source_id, names), *mentions(connection, source_id, names)]
    extra = {"kb": KB, "sdo": PREFIXES["sdo"], "prov": PREFIXES["prov"]}
    return {
        "@context": [CONTEXT, extra],
        "id": address,
        "type": "AnnotationCollection",
        "label": f"Who says what in: {source['title']}",
        "total": len(items),
        "first": {"id": f"{address}#page", "type": "AnnotationPage", "startIndex": 0, "items": items},
    }


def assertions(connection: sqlite3.Connection, source_id: str, names: str) -> Iterator[dict[str, Any]]:
    for row in connection.execute(ASSERTIONS, (source_id,)):
        yield {
            "id": names + row["id"],
            "type": "Annotation",
            "motivation": "describing",
            "created": row["recorded_at"],
            "body": {"id": names + row["claim_id"], "type": "sdo:Claim", "sdo:text": row["text"]},
            "target": target(names, row, row["passage"], row["passage"]),
            "prov:wasAttributedTo": {"id": names + row["speaker_id"]},
            **{f"kb:{part}": {"id": f"{KB}assertions.{part}_{row[part]}"} for part in ("stance", "certainty", "act") if row[part]},
        }


def mentions(connection: sqlite3.Connection, source_id: str, names: str) -> Iterator[dict[str, Any]]:
    for row in connection.execute(MENTIONS, (source_id,)):
        yield {
            "id": names + row["id"],
            "type": "Annotation",
            "motivation": "identifying",
            "body": names + row["entity_id"],
            "target": target(names, row, f"{row['id']}_target", row["id"]),
        }


def target(names: str, row: sqlite3.Row, node: str, root: str) -> dict[str, Any]:
    """The words, by what they are and by where they stand."""
    quote = {"id": f"{names}{root}_quote", "type": "TextQuoteSelector", "exact": row["exact"]}
    quote |= {part: row[part] for part in ("prefix", "suffix") if part in row.keys() and row[part]}  # noqa: SIM118  # a Row's `in` asks its values
    position = {"id": f"{names}{root}_position", "type": "TextPositionSelector", "start": row["start_char"], "end": row["end_char"]}
    return {"id": names + node, "type": "SpecificResource", "source": names + row["snapshot_id"], "selector": [quote, position]}
