"""Write RDF/XML. XML cannot carry some characters and some property names, which are refused."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import IO, cast

import pyoxigraph as ox

from kb.errors import DataError
from kb.rdf.jsonld import Writable, plain

NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
ENDS_IN_NAME = re.compile(r"[A-Za-z_\u00c0-\ufffd][\w.\u00b7-]*$")
OTHER = "export nt, ttl or jsonld instead"


class CarriageReturns:
    """Spells out the carriage returns of texts, which XML readers otherwise turn into line feeds."""

    def __init__(self, stream: Writable) -> None:
        self.stream = stream

    def write(self, data: bytes) -> int:
        self.stream.write(bytes(data).replace(b"\r", b"&#13;"))
        return len(data)

    def flush(self) -> None:
        """Nothing is held back."""


def write(quads: Iterable[ox.Quad], stream: Writable, prefixes: dict[str, str]) -> None:
    """Write triples of the default graph as RDF/XML. Raises DataError for what XML cannot carry."""
    ox.serialize(checked(quads), cast("IO[bytes]", CarriageReturns(stream)), ox.RdfFormat.RDF_XML, prefixes=prefixes)


def checked(quads: Iterable[ox.Quad]) -> Iterator[ox.Quad]:
    """The quads, unchanged. Raises DataError at the first that XML cannot carry."""
    for quad in quads:
        if isinstance(quad.object, ox.Literal) and (found := NOT_IN_XML.search(quad.object.value)):
            raise DataError(f"holds the character U+{ord(found[0]):04X}, which XML cannot carry", where=plain(quad.subject), remedy=OTHER)
        if not ENDS_IN_NAME.search(quad.predicate.value):
            raise DataError(f"the property {quad.predicate.value} cannot be an XML name", where=plain(quad.subject), remedy=OTHER)
        yield quad
