"""Who says what as GraphML, for Gephi, yEd and NetworkX: a directed multigraph whose every edge has an id."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TextIO
from xml.sax.saxutils import escape, quoteattr

from kb.base.model import Row
from kb.exchange.presets.characters import carried
from kb.exchange.presets.network import EDGE_COLUMNS, NODE_COLUMNS, edges, nodes
from kb.exchange.presets.preset import Excerpt, Preset

TYPES = {"level": "int", "latitude": "double", "longitude": "double"}  # the others are strings
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
NODE_DATA = NODE_COLUMNS[1:]
EDGE_DATA = tuple(name for name in EDGE_COLUMNS if name not in ("id", "source", "target"))


def write(excerpt: Excerpt, stream: TextIO) -> None:
    """Write the keys, then the nodes, then the edges, each as it is read."""
    stream.write(HEAD)
    for place, columns in (("node", NODE_DATA), ("edge", EDGE_DATA)):
        for name in columns:
            stream.write(f'<key id="{place}-{name}" for="{place}" attr.name="{name}" attr.type="{TYPES.get(name, "string")}"/>\n')
    stream.write('<graph id="who-says-what" edgedefault="directed">\n')
    for row in nodes(excerpt):
        stream.write(f"<node id={quoteattr(row['id'])}>{data(excerpt, 'node', NODE_DATA, row)}</node>\n")
    for row in edges(excerpt):
        ends = f"id={quoteattr(row['id'])} source={quoteattr(row['source'])} target={quoteattr(row['target'])}"
        stream.write(f"<edge {ends}>{data(excerpt, 'edge', EDGE_DATA, row)}</edge>\n")
    stream.write("</graph>\n</graphml>\n")


def data(excerpt: Excerpt, place: str, columns: Sequence[str], row: Row) -> str:
    """The values of a row that are there, as elements."""
    return "".join(
        f'<data key="{place}-{name}">{escape(carried(excerpt, str(row[name])))}</data>' for name in columns if row.get(name) is not None
    )


PRESET = Preset("graphml", "who says what as GraphML, for Gephi and NetworkX", write)
