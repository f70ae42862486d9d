"""The rows of an answer as a list that notebooks show as a table, and that becomes a data frame where pandas or Polars is installed."""

from __future__ import annotations

import html
import importlib
from collections.abc import Iterable, Sequence
from typing import Any

from kb.errors import UsageError
from kb.texts.quantity_words import in_figures

MOST_SHOWN = 60  # rows of a table in a notebook
FRAMES = ("pandas", "polars")  # in the order in which they are looked for


class Rows(list[dict[str, Any]]):
    """A list of rows as dictionaries, which knows the columns also where there is no row."""

    def __init__(self, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
        super().__init__(dict(zip(columns, row, strict=True)) for row in rows)
        self.columns = tuple(columns)

    def df(self, library: str | None = None) -> Any:
        """Return the rows as a data frame of pandas, or of Polars where that alone is installed, or of the `library` that is named.

        Raises UsageError where none is installed.
        """
        for name in FRAMES if library is None else (library,):
            try:
                module = importlib.import_module(name) if name in FRAMES else None
            except ImportError:
                continue
            if module is not None:
                return module.DataFrame({column: [row[column] for row in self] for column in self.columns})
        wanted = library or " or ".join(FRAMES)
        raise UsageError(f"a data frame needs {wanted}", where="df", remedy=f"install {library if library in FRAMES else FRAMES[0]}")

    def _repr_html_(self) -> str:
        """The rows as Jupyter shows them."""
        return table(self.columns, self)


def table(columns: Sequence[str], rows: Sequence[dict[str, Any]]) -> str:
    """Rows as an HTML table with every value escaped. The words of sources are set as quotations."""
    head = "".join(f"<th>{html.escape(column)}</th>" for column in columns)
    body = "".join(f"<tr>{''.join(cell(column, row[column]) for column in columns)}</tr>" for row in rows[:MOST_SHOWN])
    more = f"<p>and {len(rows) - MOST_SHOWN} more rows</p>" if len(rows) > MOST_SHOWN else ""
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"


def cell(column: str, value: Any) -> str:
    """One value as a cell, empty for none."""
    text = "" if value is None else html.escape(in_figures(value) if isinstance(value, float) else str(value))
    quoted = text and (column in ("quote", "exact") or column.startswith("quote_"))
    return f"<td><q>{text}</q></td>" if quoted else f"<td>{text}</td>"
