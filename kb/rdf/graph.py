"""The base as an rdflib dataset, for tools that work on one in memory."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import TYPE_CHECKING

from kb.rdf import export
from kb.rdf.names import check_base, prefixes

if TYPE_CHECKING:
    from rdflib import Dataset


def dataset(
    connection: sqlite3.Connection,
    *,
    base: str | None = None,
    sources: Sequence[str] = (),
    actors: Sequence[str] = (),
    claims: Sequence[str] = (),
    since: str | None = None,
    texts: bool = True,
) -> Dataset:
    """The base, or part of it, as a dataset: nodes in the default graph, one named graph a claim."""
    from rdflib import Dataset  # a fifth of a second: only where it is wanted

    chunks = export.quads(connection, base=base, sources=sources, actors=actors, claims=claims, since=since, texts=texts)
    made = Dataset(default_union=False)
    for name, iri in prefixes(check_base(base)).items():
        made.bind(name, iri)
    made.parse(data=b"".join(chunks), format="nquads")
    return made
