"""Write RDF/XML. Characters that XML cannot carry become a visible mark; property names that it cannot carry are refused."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator
from typing import IO, cast

import pyoxigraph as ox

from kb.errors import DataError
from kb.rdf.jsonld import Writable, plain
from kb.rdf.xml_characters import XmlStream

ENDS_IN_NAME = re.compile(r"[A-Za-z_\u00c0-\ufffd][\w.\u00b7-]*$")
OTHER = "export nt, ttl or jsonld instead"


def write(quads: Iterable[ox.Quad], stream: Writable, prefixes: dict[str, str]) -> int:
    """Write triples of the default graph as RDF/XML, and return how many characters were replaced. Raises DataError for a property that is no XML name."""
    out = XmlStream(stream)
    ox.serialize(checked(quads), cast("IO[bytes]", out), ox.RdfFormat.RDF_XML, prefixes=prefixes)
    return out.finish()


def checked(quads: Iterable[ox.Quad]) -> Iterator[ox.Quad]:
    """The quads, unchanged. Raises DataError at the first whose property cannot be an XML name."""
    for quad in quads:
        refuse_property(quad.predicate.value, plain(quad.subject))
        yield quad


def refuse_property(iri: str, where: str = "") -> None:
    """Raise DataError for a property that cannot be an XML name."""
    if not ENDS_IN_NAME.search(iri):
        raise DataError(f"the property {iri} cannot be an XML name", where=where, remedy=OTHER)


def refuse_predicates(connection: sqlite3.Connection) -> None:
    """Raise DataError for a predicate of the base that cannot be an XML name, before anything is written."""
    for (predicate,) in connection.execute("SELECT id FROM predicates ORDER BY id"):
        refuse_property(f"/{predicate}", predicate)
