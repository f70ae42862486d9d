"""What Datasette is told of a base: titles, descriptions, labels, orders, facets, search, and the named questions."""

from __future__ import annotations

import html
import urllib.parse
from dataclasses import dataclass
from typing import Any

from kb import questions, schema, search

TITLE = "Who says what"
DESCRIPTION = "Who claims what, about whom and what, in which source, in exactly which words. What is said here is not thereby true."

# Bookkeeping that tells a reader nothing: kept off the lists, still there for SQL.
HIDDEN = ("dates", "change_context", "never", "claims_awaiting_assertion", "part_of", "standing", "voices", "origin_voices")

# Without a label column a link to a row shows only its id.
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
# Only on tables: a facet of a view such as claim_sheet counts the whole view on every page.
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
    "revisions": ["table_name", "operation"],
    "runs": ["kind"],
    "vocabulary": ["field"],
}
SEARCHED_VIEWS = {"claim_sheet": {"fts_table": "claims_fts", "fts_pk": "claim_rowid"}}


@dataclass(frozen=True)
class Description:
    """What is told of one table or view: a title, a sentence, and a sentence for each column."""

    title: str
    description: str
    columns: dict[str, str]


def descriptions() -> dict[str, Description]:
    """What the model's own comments say of every table and view."""
    return {name: Description(titled(name), text, columns) for name, (text, columns) in schema.descriptions().items()}


def titled(name: str) -> str:
    """A table's name as a title: `source_authors` becomes “Source authors”."""
    return name.replace("_", " ").capitalize()


def table_settings() -> dict[str, dict[str, Any]]:
    """Datasette's settings for each table and view that has any."""
    found: dict[str, dict[str, Any]] = {}
    for name in (*HIDDEN, *(view for view in schema.descriptions() if view.startswith("rdf_"))):
        found.setdefault(name, {})["hidden"] = True
    for name, column in LABELS.items():
        found.setdefault(name, {})["label_column"] = column
    for name, columns in FACETS.items():
        found.setdefault(name, {})["facets"] = columns
    for name, order in ORDERS.items():
        found.setdefault(name, {}).update(order)
    for name in search.INDEXED:
        found.setdefault(name, {}).update(fts_table=f"{name}_fts", fts_pk="rowid")
    for name, searched in SEARCHED_VIEWS.items():
        found.setdefault(name, {}).update(searched)
    return found


def example_link(question: questions.Question, path: str) -> str:
    """The address of a question, asked with the example of each parameter."""
    return f"{path}?{urllib.parse.urlencode(question.values({}))}" if question.parameters else path


def question_html(question: questions.Question, path: str) -> str:
    """A question's description as HTML: Datasette's own form shows neither what a parameter means nor an example."""
    parts = [f"<p>{html.escape(question.description)}</p>"]
    if question.parameters:
        items = [f"<li><b>{html.escape(one.name)}</b>: {html.escape(one.description)}</li>" for one in question.parameters]
        link = html.escape(example_link(question, path))
        parts.append(f'<ul>{"".join(items)}</ul><p><a href="{link}">An example</a></p>')
    return "".join(parts)
