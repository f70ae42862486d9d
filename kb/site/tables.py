"""From Datasette's own pages to ours: a row's page links to the page that shows it, and ids in views and query results are links."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from kb.site.addresses import Addresses
from kb.site.describe import bases

if TYPE_CHECKING:
    from datasette.app import Datasette

# Tables whose rows have a page of ours, and its kind.
PAGES = {"claims": "claim", "assertions": "assertion", "sources": "source", "actors": "actor", "things": "thing", "events": "event"}
# Columns of ids, in views and query results, and what they are ids of. An entity's address leads on to the page of its kind.
COLUMNS = {
    **dict.fromkeys(("claim_id", "claim_a_id", "claim_b_id", "from_claim_id", "to_claim_id", "other_id"), "claim"),
    **dict.fromkeys(("source_id", "source_a_id", "source_b_id", "work_id"), "source"),
    **dict.fromkeys(("speaker_id", "speaker_a_id", "speaker_b_id", "actor_id"), "actor"),
    **dict.fromkeys(("entity_id", "subject_id", "object_id", "subject_a_id", "subject_b_id", "place_id"), "thing"),
    "event_id": "event",
    "assertion_id": "assertion",
}


def ours(datasette: Datasette, database: str) -> bool:
    return database in [base.name for base in bases(datasette)]


def cell(datasette: Datasette, database: str, table: str | None, column: str, value: object, pks: list[str]) -> Markup | None:
    """Datasette's hook: a link where a view or a query gives an id. Tables keep the labels of their foreign keys."""
    if not isinstance(value, str) or column not in COLUMNS or (table and pks != ["rowid"] and pks) or not ours(datasette, database):
        return None
    return Markup('<a href="{}">{}</a>').format(Addresses(datasette).page(COLUMNS[column], value), value)


def above_row(datasette: Datasette, database: str, table: str, row: Any) -> Markup | None:
    """Datasette's hook: the way from a row to the page that shows it with its words."""
    if table not in PAGES or not ours(datasette, database):
        return None
    address = Addresses(datasette).page(PAGES[table], row["id"])
    return Markup('<p><a href="{}">This {} with its words and who says it</a></p>').format(address, PAGES[table])
