"""Links from Datasette's own pages to ours, on the page of a row, and for ids and names in views and query results, where long quotes fold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from kb.site.database import bases
from kb.site.urls import Addresses
from kb.texts.quantity_words import in_figures

if TYPE_CHECKING:
    from datasette.app import Datasette

# The kind of our page for the rows of a table.
PAGES = {"claims": "claim", "assertions": "assertion", "sources": "source", "actors": "actor", "things": "thing", "events": "event"}
# The kind of page for the ids in a column of a view or query result. The page of any entity redirects to the page of its kind.
COLUMNS = {
    **dict.fromkeys(("claim_id", "claim_a_id", "claim_b_id", "from_claim_id", "to_claim_id", "other_id"), "claim"),
    **dict.fromkeys(("source_id", "source_a_id", "source_b_id", "work_id"), "source"),
    **dict.fromkeys(("speaker_id", "speaker_a_id", "speaker_b_id", "actor_id"), "actor"),
    **dict.fromkeys(("entity_id", "subject_id", "object_id", "subject_a_id", "subject_b_id", "place_id"), "thing"),
    "event_id": "event",
    "assertion_id": "assertion",
}
# The kind of page for a name or text in a view or query result, and the column of the same row that holds its id.
NAMES = {
    "claim": ("claim", "claim_id"),
    "quote": ("assertion", "assertion_id"),
    "speaker": ("actor", "speaker_id"),
    "source": ("source", "source_id"),
    "subject": ("thing", "subject_id"),
    "object": ("thing", "object_id"),
    "event": ("event", "event_id"),
}
# A quote longer than this folds: its first characters are shown, the rest on demand.
LONGEST, SHOWN = 260, 180


def is_ours(datasette: Datasette, database: str) -> bool:
    """Whether Datasette serves a base of ours under this name."""
    return database in [base.name for base in bases(datasette)]


def cell(datasette: Datasette, database: str, table: str | None, column: str, value: object, pks: list[str], row: Any) -> Markup | None:
    """Datasette's hook render_cell, with a link for an id or name in a view or query result, and numbers as people write them. The arguments are those of the hook.

    Tables keep the labels of their foreign keys.
    """
    if isinstance(value, float):
        return escape(in_figures(value)) if is_ours(datasette, database) else None
    if not isinstance(value, str) or (table and pks != ["rowid"] and pks) or not is_ours(datasette, database):
        return None
    if column == "quote" and len(value) > LONGEST:
        return folded(value)
    kind, row_id = (COLUMNS[column], value) if column in COLUMNS else named(column, row)
    return Markup('<a href="{}">{}</a>').format(Addresses(datasette).page(kind, row_id), value) if row_id else None


def named(column: str, row: Any) -> tuple[str, str | None]:
    """The kind and id of what a name or text in this column of a row stands for; no id where the row has none."""
    kind, id_column = NAMES.get(column, ("", ""))
    return kind, row[id_column] if id_column in row.keys() else None  # noqa: SIM118 - a row of SQLite is no mapping


def folded(quote: str) -> Markup:
    """A long quote, of which only the beginning is shown until it is opened."""
    cut = quote.rfind(" ", 0, SHOWN) if " " in quote[:SHOWN] else SHOWN
    return Markup('<details class="long"><summary>{}<span class="dots"> …</span></summary>{}</details>').format(quote[:cut], quote[cut:])


def above_row(datasette: Datasette, database: str, table: str, row: Any) -> Markup | None:
    """Datasette's hook top_row, with a link from a row to the page that shows it with its quotes."""
    if table not in PAGES or not is_ours(datasette, database):
        return None
    address = Addresses(datasette).page(PAGES[table], row["id"])
    return Markup('<p><a href="{}">This {} with its words and who says it</a></p>').format(address, PAGES[table])
