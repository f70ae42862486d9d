"""The metadata of a base for Datasette, with titles, descriptions, labels, orders, facets, search and named questions."""

from __future__ import annotations

import html
import urllib.parse
from dataclasses import dataclass
from typing import Any

from kb.ask import questions
from kb.base import full_text, schema

TITLE = "Who says what"
DESCRIPTION = (
    "Who claims what, about whom and what, in which source, in exactly which words. That a claim is recorded here does not make it true."
)

# Bookkeeping of no use to readers: not on the lists of tables, but open to SQL.
HIDDEN = (
    "settings",
    "dates",
    "digests",
    "unswept",
    "text_pieces",
    "change_context",
    "never",
    "claims_awaiting_assertion",
    "part_of",
    "standing",
    "event_order_counts",
    "voices",
    "origin_voices",
    "sqlite_sequence",
    *(f"{name}_fts{part}" for name in full_text.INDEXED for part in ("", "_data", "_idx", "_docsize", "_config")),
    *(f"{name}_fts_terms" for name in full_text.SPELT),
    *(name for name in schema.descriptions() if name.startswith("rdf_")),
)

# The column that labels links to a row; without it they show only the id.
LABELS = {
    "actors": "name",
    "things": "name",
    "events": "name",
    "sources": "title",
    "entities": "label",
    "claims": "text",
    "passages": "exact",
    "predicates": "label",
    "contributors": "name",
    "vocabulary": "label",
    "names": "name",
    "mentions": "exact",
    "snapshots": "source_id",
    "sections": "kind",
    "relations": "relation",
    "event_order": "relation",
    "distinct_entities": "reason",
    "citations": "cited_text",
    "runs": "started_at",
}
ORDERS = {
    "events": {"sort": "earliest"},
    "timeline": {"sort": "earliest"},
    "sources": {"sort_desc": "published"},
    "runs": {"sort_desc": "started_at"},
    "revisions": {"sort_desc": "seq"},
}
FACETS = {
    "actors": ["kind", "anonymity"],
    "things": ["kind"],
    "events": ["kind", "actuality"],
    "sources": ["kind"],
    "entities": ["kind", "status"],
    "names": ["kind"],
    "mentions": ["sense", "status"],
    "claims": ["kind", "status"],
    "assertions": ["stance", "certainty", "act", "status"],
    "quantities": ["comparison", "unit"],
    "participations": ["role"],
    "relations": ["relation", "comparable", "status"],
    "affiliations": ["role"],
    "event_order": ["relation"],
    "revisions": ["table_name", "operation"],
    "runs": ["kind"],
    "vocabulary": ["field"],
}
# Facets of a view count all of it for every page, so only a base with at most so many assertions has them.
VIEW_FACETS = {"claim_sheet": ["stance", "certainty", "speaker", "source", "kind"]}
MOST_FACETED = 20_000
# Rows of a page; a row of claim_sheet is a card on a phone.
SIZES = {"claim_sheet": 50}
SEARCHED_VIEWS = {"claim_sheet": {"fts_table": "claims_fts", "fts_pk": "claim_rowid"}}


@dataclass(frozen=True)
class Description:
    """The title and description of a table or view, and the description of each of its columns."""

    title: str
    description: str
    columns: dict[str, str]


def descriptions() -> dict[str, Description]:
    """The descriptions of all tables and views, from the comments in the model."""
    return {name: Description(titled(name), text, columns) for name, (text, columns) in schema.descriptions().items()}


def titled(name: str) -> str:
    """The name of a table as a title, such as “Source authors” for `source_authors`."""
    return name.replace("_", " ").capitalize()


def table_settings(assertions: int = 0) -> dict[str, dict[str, Any]]:
    """Datasette's settings for each table and view that has any, in a base of so many assertions."""
    by_table: dict[str, dict[str, Any]] = {}
    for name in HIDDEN:
        by_table.setdefault(name, {})["hidden"] = True
    for name, column in LABELS.items():
        by_table.setdefault(name, {})["label_column"] = column
    for name, columns in {**FACETS, **(VIEW_FACETS if assertions <= MOST_FACETED else {})}.items():
        by_table.setdefault(name, {})["facets"] = columns
    for name, size in SIZES.items():
        by_table.setdefault(name, {})["size"] = size
    for name, order in ORDERS.items():
        by_table.setdefault(name, {}).update(order)
    for name in full_text.INDEXED:
        by_table.setdefault(name, {}).update(fts_table=f"{name}_fts", fts_pk="rowid")
    for name, searched in SEARCHED_VIEWS.items():
        by_table.setdefault(name, {}).update(searched)
    return by_table


def example_link(question: questions.Question, path: str) -> str:
    """The address of a question with the example value of each parameter."""
    return f"{path}?{urllib.parse.urlencode(question.values({}))}" if question.parameters else path


def question_html(question: questions.Question, path: str) -> str:
    """The description of a question as HTML, with what its parameters mean and a link to an example.

    Datasette's own form shows neither.
    """
    parts = [f"<p>{html.escape(question.description)}</p>"]
    if question.parameters:
        items = [
            f"<li><b>{html.escape(parameter.name)}</b>: {html.escape(parameter.description)}</li>" for parameter in question.parameters
        ]
        link = html.escape(example_link(question, path))
        parts.append(f'<ul>{"".join(items)}</ul><p><a href="{link}">An example</a></p>')
    return "".join(parts)
