"""Who says what as nodes.csv and edges.csv, for Gephi, NetworkX, and Neo4j's LOAD CSV.

The column names are the ones that Gephi recognises. Every edge has an id, so that parallel edges stay apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from kb.ask.tables import whole_file, write_csv
from kb.base.model import Row
from kb.exchange.presets.excel import disarmed
from kb.exchange.presets.network import EDGE_COLUMNS, NODE_COLUMNS, edges, nodes
from kb.exchange.presets.preset import Excerpt, Preset

GEPHI = {"id": "Id", "label": "Label", "source": "Source", "target": "Target"}
TYPE = "Type"


def write(excerpt: Excerpt, folder: Path) -> None:
    """Write both files into the folder."""
    for name, columns, rows in (("nodes.csv", NODE_COLUMNS, nodes(excerpt)), ("edges.csv", (*EDGE_COLUMNS, TYPE), edges(excerpt))):
        with whole_file(folder / name, "w") as stream:
            write_csv(stream, [GEPHI.get(column, column) for column in columns], disarmed(excerpt, values(columns, rows)))


def values(columns: Sequence[str], rows: Iterator[Row]) -> Iterator[tuple[Any, ...]]:
    """The rows as tuples; every edge is directed."""
    for row in rows:
        yield tuple("Directed" if column == TYPE else row.get(column) for column in columns)


PRESET = Preset("edges", "who says what as nodes.csv and edges.csv, for Gephi and Neo4j", write, target="folder")
