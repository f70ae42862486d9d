"""The namespaces in use and the base that the mapping is written for."""

from __future__ import annotations

from kb.errors import UsageError

DEFAULT_BASE = "http://localhost:8001/"
KB = "https://w3id.org/source-tracking-kb/ns#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RR = "http://www.w3.org/ns/r2rml#"
XSD = "http://www.w3.org/2001/XMLSchema#"

# Bound in every serialisation; `id:` follows the base.
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
    "cito": "http://purl.org/spar/cito/",
    "edtf": "http://id.loc.gov/datatypes/edtf/",
}


def prefixes(base: str) -> dict[str, str]:
    """Every prefix, with the one for the nodes of a base."""
    return {"id": f"{base}id/", **PREFIXES}


def turtle_prefixes(base: str) -> dict[str, str]:
    """The prefixes for Turtle and TriG: none for the nodes of a base, whose ids can end in a dot, which not every reader takes from a prefixed name."""
    return {name: iri for name, iri in prefixes(base).items() if name != "id"}


def check_base(base: str | None) -> str:
    """The base IRI to print, ending with a slash; the default when none is given."""
    if base is None:
        return DEFAULT_BASE
    plain = base.isascii() and base.isprintable() and not set(base) & set(' <>"{}|\\^`?#')
    if not plain or not base.startswith(("http://", "https://")) or not base.split("://", 1)[1].strip("/"):
        raise UsageError(f"{base!r} is not a base for IRIs", remedy="give one like https://example.org/kb/")
    return base if base.endswith("/") else base + "/"
