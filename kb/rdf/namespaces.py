"""The namespaces in use, and the base IRI under which the nodes of a base are named."""

from __future__ import annotations

import re
from typing import Self

from kb.errors import UsageError

KB = "https://w3id.org/source-tracking-kb/ns#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RR = "http://www.w3.org/ns/r2rml#"
XSD = "http://www.w3.org/2001/XMLSchema#"

# Bound in every serialisation. The one for the nodes, `id:`, follows the base; Turtle and TriG go without it, as ids can end in a dot,
# which not every reader takes from a prefixed name.
PREFIXES = {
    "kb": KB,
    "rdf": RDF,
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": XSD,
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "sdo": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dct": "http://purl.org/dc/terms/",
    "org": "http://www.w3.org/ns/org#",
    "cito": "http://purl.org/spar/cito/",
    "edtf": "http://id.loc.gov/datatypes/edtf/",
    "owl": "http://www.w3.org/2002/07/owl#",
    "time": "http://www.w3.org/2006/time#",
}


class BaseIri(str):
    """The IRI under which all nodes of a base are named: a string, like rdflib's Namespace, with the rules for such names.

    Nothing else joins these IRIs or takes them apart.
    """

    __slots__ = ()

    def __new__(cls, given: str | None = None) -> Self:
        """The IRI with a slash at its end, or the default where none is given. Raises UsageError for text that cannot be a base."""
        base = DEFAULT_BASE if given is None else given
        plain = base.isascii() and base.isprintable() and not set(base) & set(' <>"{}|\\^`?#')
        if not plain or not base.startswith(("http://", "https://")) or not base.split("://", 1)[1].strip("/"):
            raise UsageError(f"{base!r} is not a base for IRIs", remedy="give one like https://example.org/kb/")
        return super().__new__(cls, base if base.endswith("/") else base + "/")

    @classmethod
    def of_node(cls, iri: str) -> Self | None:
        """The base IRI under which a node is named, whatever it is, or None for an IRI that does not name a node of ours."""
        match = re.fullmatch(r"(.*/)id/[^/]+", iri)
        return super().__new__(cls, match[1]) if match else None

    @property
    def nodes(self) -> str:
        """What the IRIs of all nodes begin with."""
        return f"{self}id/"

    def node(self, row_id: str) -> str:
        """The IRI of the row with this id. The IRI of a claim also names the graph that holds its own triple."""
        return self.nodes + row_id

    def id_of(self, iri: str) -> str | None:
        """The part of a node's IRI after the common beginning, or None for other IRIs."""
        return iri[len(self.nodes) :] if iri.startswith(self.nodes) else None

    def relative(self, iri: str) -> str | None:
        """The IRI of a node as a reference relative to the base, or None for other IRIs."""
        return iri[len(self) :] if iri.startswith(self.nodes) else None

    def document(self, path: str) -> str:
        """The IRI of a document, as what it is and not as where it is to be had."""
        return self + path

    @property
    def dataset(self) -> str:
        """The IRI of the whole set of triples."""
        return self.part_of_description("dataset")

    def part_of_description(self, name: str) -> str:
        """The IRI of something that only the description of the whole set names."""
        return self.document(f"void.ttl#{name}")

    @property
    def prefixes(self) -> dict[str, str]:
        """Every prefix, with the one for the nodes."""
        return {"id": self.nodes, **PREFIXES}


DEFAULT_BASE = BaseIri("http://localhost:8001/")  # the one that schema/mapping.ttl is written for
