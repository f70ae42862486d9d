"""What a published edition leaves out of the base, counted. The report is for whoever publishes: it is not part of the edition."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from kb.base import store
from kb.base.selection import Selection
from kb.exchange.presets.loss import Loss
from kb.exchange.presets.preset import UNCOUNTED
from kb.rdf.export import WITHHELD
from kb.rdf.selection import chosen, ids_of
from kb.site.guard.shown import GONE_SOURCES
from kb.site.guard.withheld import STUB

SERVED = "tables, SQL, SPARQL, feeds, filters and forms need the site itself; the words of the link stand without it"
PRIVATE = "their access is private, or they were retracted; nothing said in them goes out"
NOT_COUNTED = "the public edition shows neither"
QUOTED = "their access is quotes: quotes stand in their sentences, in another order"
SHARE = "more of the text may not be quoted; the claims are there without their words"
HISTORY = "what rows said before they were corrected stays in the base"


def report(base: Path, edition: Path, selection: Selection, loss: Loss) -> None:
    """Add to the report what of the base, or of the selection, the edition does not hold."""
    original, shown = store.connect(base, readonly=True), store.connect(edition, readonly=True)
    try:
        with chosen(original, selection):
            missing(original, selection, loss)
        for table in ("sources", "claims", "assertions"):
            loss.keep(table, count(shown, f"SELECT count(*) FROM {table}"))
        loss.lose("texts of which only quotes are shown", QUOTED, count(shown, f"SELECT count(*) FROM {WITHHELD}"))
        loss.lose("quotes beyond the share", SHARE, count(shown, "SELECT count(*) FROM passages WHERE exact = ?", STUB))
    finally:
        original.close()
        shown.close()


def missing(original: sqlite3.Connection, selection: Selection, loss: Loss) -> None:
    """Count the rows of the base that are not for the public."""

    def within(table: str) -> str:
        return f"id IN {ids_of(table)}" if selection else "1"

    gone = f"SELECT id FROM ({GONE_SOURCES})"
    loss.lose("sources", PRIVATE, count(original, f"SELECT count(*) FROM sources WHERE id IN ({gone}) AND {within('sources')}"))
    private = f"source_id IN ({gone}) AND {within('assertions')}"
    loss.lose("assertions in these sources", PRIVATE, count(original, f"SELECT count(*) FROM assertions WHERE {private}"))
    claims = f"SELECT id FROM claims WHERE status IN {UNCOUNTED}"
    unchecked = f"(status IN {UNCOUNTED} OR claim_id IN ({claims})) AND source_id NOT IN ({gone}) AND {within('assertions')}"
    loss.lose(
        "assertions that are proposed or retracted", NOT_COUNTED, count(original, f"SELECT count(*) FROM assertions WHERE {unchecked}")
    )
    relations = f"status IN {UNCOUNTED} AND {within('relations')}"
    loss.lose("relations that are proposed or retracted", NOT_COUNTED, count(original, f"SELECT count(*) FROM relations WHERE {relations}"))
    loss.lose("earlier versions of rows", HISTORY, count(original, "SELECT count(*) FROM revisions"))


def count(connection: sqlite3.Connection, sql: str, *parameters: object) -> int:
    """The number in the first column of the only row."""
    number: int = connection.execute(sql, parameters).fetchone()[0]
    return number
