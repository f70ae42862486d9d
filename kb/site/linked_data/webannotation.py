"""A source as Web Annotations (W3C Web Annotation Data Model), with one for each assertion and for each mention of an entity."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from typing import Any

from datasette.utils.asgi import Response

from kb.rdf.namespaces import KB, PREFIXES, BaseIri
from kb.site.linked_data import documents
from kb.site.linked_data.pages import require_page
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
    """Answers `/source/<id>.annotations.jsonld`.

    Offsets are code points from 0 in the text of the snapshot, the end exclusive.
    """
    base, source_id = documents.base_of(visit.datasette), visit.parts["id"]

    def work(connection: sqlite3.Connection) -> dict[str, Any]:
        require_page(connection, "source", source_id)
        return collection(connection, source_id, base, base.document(f"source/{source_id}.annotations.jsonld"))

    body = json.dumps(await documents.read(visit.database, work), ensure_ascii=False, indent=1)
    return Response(body, headers=dict(documents.OPEN), content_type=MEDIA_TYPE)


def collection(connection: sqlite3.Connection, source_id: str, base: BaseIri, address: str) -> dict[str, Any]:
    """All annotations of one source, as a collection with one page."""
    source = connection.execute(SOURCE, (source_id,)).fetchone()
    items = [*assertions(connection, source_id, base), *mentions(connection, source_id, base)]
    extra = {"kb": KB, "sdo": PREFIXES["sdo"], "prov": PREFIXES["prov"]}
    return {
        "@context": [CONTEXT, extra],
        "id": address,
        "type": "AnnotationCollection",
        "label": f"Who says what in: {source['title']}",
        "total": len(items),
        "first": {"id": f"{address}#page", "type": "AnnotationPage", "startIndex": 0, "items": items},
    }


def assertions(connection: sqlite3.Connection, source_id: str, base: BaseIri) -> Iterator[dict[str, Any]]:
    """An annotation for each assertion in use, which links the quote to the claim."""
    for row in connection.execute(ASSERTIONS, (source_id,)):
        yield {
            "id": base.node(row["id"]),
            "type": "Annotation",
            "motivation": "describing",
            "created": row["recorded_at"],
            "body": {"id": base.node(row["claim_id"]), "type": "sdo:Claim", "sdo:text": row["text"]},
            "target": target(base, row, row["passage"], row["passage"]),
            "prov:wasAttributedTo": {"id": base.node(row["speaker_id"])},
            **{f"kb:{part}": {"id": f"{KB}assertions.{part}_{row[part]}"} for part in ("stance", "certainty", "act") if row[part]},
        }


def mentions(connection: sqlite3.Connection, source_id: str, base: BaseIri) -> Iterator[dict[str, Any]]:
    """An annotation for each mention in use, which links the words to the entity that they name."""
    for row in connection.execute(MENTIONS, (source_id,)):
        yield {
            "id": base.node(row["id"]),
            "type": "Annotation",
            "motivation": "identifying",
            "body": base.node(row["entity_id"]),
            "target": target(base, row, f"{row['id']}_target", row["id"]),
        }


def target(base: BaseIri, row: sqlite3.Row, node: str, root: str) -> dict[str, Any]:
    """The target of an annotation, which is the quoted words, selected by their text and by their offsets."""
    quote = {"id": base.node(f"{root}_quote"), "type": "TextQuoteSelector", "exact": row["exact"]}
    quote |= {part: row[part] for part in ("prefix", "suffix") if part in row.keys() and row[part]}  # noqa: SIM118  # `in` on a sqlite3.Row searches its values
    position = {"id": base.node(f"{root}_position"), "type": "TextPositionSelector", "start": row["start_char"], "end": row["end_char"]}
    return {"id": base.node(node), "type": "SpecificResource", "source": base.node(row["snapshot_id"]), "selector": [quote, position]}
