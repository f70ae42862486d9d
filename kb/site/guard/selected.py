"""Leave in a copy of a base only the rows of a selection, and what they rest on, so that a part of a base can be made public."""

from __future__ import annotations

import sqlite3

from kb.base.selection import Selection
from kb.rdf.model_mapping import content_tables
from kb.rdf.selection import BELONGINGS, add, chosen, close, ids_of

KEPT = ("vocabulary", "runs", "contributors")  # the public edition drops the runs and contributors that no row names any more
# A text that was not chosen itself comes with its sections, and with the sentences that hold a chosen quote.
SECTIONS = f"SELECT id FROM sections WHERE snapshot_id IN {ids_of('snapshots')}"
SENTENCES = (
    "SELECT sentences.id FROM passages JOIN sentences ON sentences.snapshot_id = passages.snapshot_id"
    " AND sentences.start_char < passages.end_char AND sentences.end_char > passages.start_char"
    f" WHERE passages.id IN {ids_of('passages')}"
)


def keep_only(copy: sqlite3.Connection, selection: Selection) -> None:
    """Delete every row outside the selection, from a copy without triggers and without foreign keys. Raises UsageError for an unknown id."""
    if not selection:
        return
    belongings = {table: (column, owner) for table, column, owner in BELONGINGS}
    with chosen(copy, selection):
        add(copy, "sections", SECTIONS, ())
        add(copy, "sentences", SENTENCES, ())
        close(copy)
        for table in content_tables():
            column, owner = belongings.get(table, ("id", table))
            if table not in KEPT:
                copy.execute(f"DELETE FROM {table} WHERE {column} NOT IN {ids_of(owner)}")
