"""What is changed in the HTML of Datasette's own pages: long parts fold, lists say what tables hold, the SQL editor begins with a query to try."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from markupsafe import Markup, escape

# Where each long part of a page of Datasette's begins and ends, and what is shown in its place.
FOLDED = (
    ('<dl class="column-descriptions">', "</dl>", "What the columns hold"),
    ('<pre class="wrapped-sql">', "</pre>", "How it is defined in SQL"),
)
STARTING = "SELECT claim, stance, speaker, quote, source, published, claim_id\nFROM claim_sheet\nWHERE counted\nLIMIT 50"
EDITOR = re.compile(r'(<textarea id="sql-editor" name="sql")[^>]*>[^<]*</textarea>')
# A table in Datasette's list has a heading, a view is an item.
IN_LISTS = (
    re.compile(r'(<div class="db-table">\s*<h3><a href="[^"]*">([^<]+)</a>.*?</h3>)'),
    re.compile(r'(<li><a href="[^"?]*">(\w+)</a>[^<]*)</li>'),
)


def folded(markup: str) -> Markup:
    """A page of Datasette's with its long list of column descriptions, and the SQL that defines a table or view, inside `details` elements."""
    page = str(markup)
    for begin, finish, summary in FOLDED:
        head, start, rest = page.partition(begin)
        inner, end, tail = rest.partition(finish)
        if end:
            page = f'{head}<details class="columns"><summary>{summary}</summary>{start}{inner}{end}</details>{tail}'
    return Markup(page)


def begun(markup: str) -> Markup:
    """A page of Datasette's on which nothing was asked yet, whose SQL editor holds a query that shows who says what."""
    return Markup(EDITOR.sub(rf"\1 rows=\"6\">{escape(STARTING)}</textarea>", str(markup)))


def described(markup: str, descriptions: Mapping[str, str]) -> Markup:
    """Datasette's page of a database, whose lists of tables and views say in a sentence what each holds."""
    table, view = IN_LISTS

    def said(found: re.Match[str]) -> str:
        text = escape(descriptions.get(found[2], ""))
        return f'{found[1]}<p class="holds">{text}</p>' if text else found[1]

    return Markup(view.sub(lambda found: f"{said(found)}</li>", table.sub(said, str(markup))))


FILTERS: dict[str, Callable[..., Any]] = {"folded": folded, "begun": begun, "described": described}
