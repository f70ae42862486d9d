"""Assertions as the file that the Hypothesis client exports and imports, so that a group annotates the publishers' pages with them.

The client finds the words again by the quote selector. It keeps page, words, text and tags of what it imports; whoever imports becomes the
author there, so the text begins with who holds the claim, and ends with the address of the assertion.
"""

from __future__ import annotations

import json
from typing import Any, TextIO

from kb.base.model import Row
from kb.exchange.presets.annotations import ASSERTIONS, report, selectors, told
from kb.exchange.presets.preset import Excerpt, Preset

LATEST = "SELECT coalesce(max(recorded_at), '1970-01-01T00:00:00.000Z') FROM assertions"
USER = "acct:kb@localhost"
NO_PAGE = "the source has no address, and Hypothesis annotates pages"


def write(excerpt: Excerpt, stream: TextIO) -> None:
    """Write one list of annotations, one at a time."""
    latest = excerpt.connection.execute(LATEST).fetchone()[0]  # not the time now: the same base gives the same file
    head = {"export_date": latest, "export_userid": USER, "client_version": "kb"}
    stream.write(json.dumps(head)[:-1] + ', "annotations": [')
    comma = "\n"
    for row in excerpt.rows(ASSERTIONS.format(excerpt.within("assertions", "sheet.assertion_id"))):
        if row["url"] is None:
            excerpt.loss.lose("assertions in texts without a page", NO_PAGE, row_id=row["assertion_id"])
            continue
        excerpt.loss.keep("assertions")
        stream.write(comma + json.dumps(annotation(excerpt, row), ensure_ascii=False))
        comma = ",\n"
    stream.write("\n]}\n")
    report(excerpt)


def annotation(excerpt: Excerpt, row: Row) -> dict[str, Any]:
    """One assertion as the API of Hypothesis writes an annotation."""
    return {
        "id": row["assertion_id"],
        "created": row["recorded_at"],
        "updated": row["recorded_at"],
        "user": USER,
        "uri": row["url"],
        "text": f"{told(row)}\n\n{excerpt.base.node(row['assertion_id'])}",
        "tags": [row["stance"], row["certainty"]],
        "group": "__world__",
        "target": [{"source": row["url"], "selector": selectors(row)}],
        "document": {"title": [row["title"]]},
    }


PRESET = Preset("hypothesis", "assertions as the file that the Hypothesis client imports", write)
