"""Assertions as W3C Web Annotations on the publisher's own page, so that annotation clients find the words there again.

The target's source is the article's URL. The quote selector finds the words in any rendering of the text; the position selector (code
points from 0, end exclusive) holds for the snapshot's text, as it was at the time in the state. A body of text says who claims what.
"""

from __future__ import annotations

import json
from typing import Any, TextIO

from kb.base.model import Row
from kb.exchange.presets.preset import Excerpt, Preset

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
ASSERTIONS = """
SELECT sheet.assertion_id, sheet.claim_id, sheet.claim, sheet.via, sheet.stance, sheet.certainty, sheet.act, assertion.recorded_at, passage.exact,
  passage.prefix, passage.suffix, passage.start_char, passage.end_char, source.id AS source_id, source.url, source.language, snapshot.retrieved_at, source.title
FROM claim_sheet AS sheet JOIN assertions AS assertion ON assertion.id = sheet.assertion_id
JOIN rdf_passages AS passage ON passage.id = assertion.passage_id JOIN sources AS source ON source.id = assertion.source_id
JOIN snapshots AS snapshot ON snapshot.id = passage.snapshot_id
WHERE sheet.counted AND {} ORDER BY sheet.source_id, sheet.start_char, sheet.level, sheet.assertion_id"""
VERBS = {"affirms": "affirms", "denies": "denies", "uncommitted": "leaves open"}
NO_URL = "the source has no URL, so the target is its node in this base, where no annotation client shows it"


def write(excerpt: Excerpt, stream: TextIO) -> None:
    """Write one collection with one page, an annotation at a time."""
    head = {
        "@context": CONTEXT,
        "id": excerpt.base.document("annotations.jsonld"),
        "type": "AnnotationCollection",
        "label": "Who says what",
    }
    page = {"id": f"{head['id']}#page", "type": "AnnotationPage", "startIndex": 0}
    stream.write(json.dumps(head)[:-1] + ', "first": ' + json.dumps(page)[:-1] + ', "items": [')
    for number, row in enumerate(excerpt.rows(ASSERTIONS.format(excerpt.within("assertions", "sheet.assertion_id")))):
        excerpt.loss.keep("assertions")
        if row["url"] is None:
            excerpt.loss.lose("addresses of the text", NO_URL)
        stream.write((",\n" if number else "\n") + json.dumps(annotation(excerpt, row), ensure_ascii=False))
    stream.write("\n]}}\n")
    report(excerpt)


def annotation(excerpt: Excerpt, row: Row) -> dict[str, Any]:
    """The annotation of one assertion, which tells the claim, who holds it and how."""
    target: dict[str, Any] = {
        "type": "SpecificResource",
        "source": row["url"] or excerpt.base.node(row["source_id"]),
        "selector": selectors(row),
    }
    if row["retrieved_at"]:
        target["state"] = {"type": "TimeState", "sourceDate": row["retrieved_at"]}
    return {
        "id": excerpt.base.node(row["assertion_id"]),
        "type": "Annotation",
        "motivation": "describing",
        "created": row["recorded_at"],
        "body": [
            {"type": "TextualBody", "value": told(row), "format": "text/plain", "purpose": "describing"},
            {"type": "SpecificResource", "source": excerpt.base.node(row["claim_id"]), "purpose": "linking"},
        ],
        "target": target,
    }


def told(row: Row) -> str:
    """Who holds the claim and how, and the claim."""
    return f"{row['via']} {VERBS[row['stance']]} ({row['act']}, {row['certainty']}): {row['claim']}"


def selectors(row: Row) -> list[dict[str, Any]]:
    """The words with those around them, and their place in the snapshot's text."""
    quote = {"type": "TextQuoteSelector", "exact": row["exact"], "prefix": row["prefix"], "suffix": row["suffix"]}
    position = {"type": "TextPositionSelector", "start": row["start_char"], "end": row["end_char"]}
    return [{name: value for name, value in quote.items() if value is not None}, position]


def report(excerpt: Excerpt) -> None:
    """Report what no annotation says."""
    excerpt.leave_out_uncounted()
    excerpt.leave_out("relations", "an annotation concerns one text; relations between claims are in the RDF export")
    excerpt.leave_out("mentions", "only assertions are annotated; mentions are in the RDF export")
    excerpt.leave_out_rest("an annotation says who holds which claim, in which words, and nothing besides")


PRESET = Preset("annotations", "assertions as W3C Web Annotations on the publishers' pages", write)
