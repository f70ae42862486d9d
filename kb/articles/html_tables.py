"""Tell tables of data from tables that only lay out a page, and read their cells."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from kb.articles.tables import Cell, lines

LONGEST = 600  # characters of a cell; a longer one is a column of the page
BLOCKS = ("h1", "article", "table", "form")  # no cell of data holds these


def is_data(table: Any) -> bool:
    """Whether a table holds data: at least two rows and two columns of short cells, without a table or an article in them."""
    if table.get("role") in ("presentation", "none") or any(next(table.iterdescendants(tag), None) is not None for tag in BLOCKS):
        return False
    rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in table.iterdescendants("tr")]
    longest = max((len((cell.text_content() or "").strip()) for row in rows for cell in row), default=0)
    return sum(bool(row) for row in rows) > 1 and max(map(len, rows)) > 1 and longest <= LONGEST


def rows_of(table: Any, words: Callable[[Any], str]) -> str:
    """Return the rows of a table as lines of text, the head of the table first. `words` gives the words of a cell."""
    rows = sorted(table.iterdescendants("tr"), key=lambda row: {"thead": 0, "tfoot": 2}.get(row.getparent().tag, 1))
    return lines(
        [Cell(words(cell), span(cell, "colspan"), span(cell, "rowspan")) for cell in row if cell.tag in ("td", "th")] for row in rows
    )


def span(cell: Any, key: str) -> int:
    """Return how many columns or rows a cell spans, 1 for anything that is no number."""
    value = (cell.get(key) or "").strip()
    return max(1, int(value)) if re.fullmatch(r"\d{1,4}", value) else 1
