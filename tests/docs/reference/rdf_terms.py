"""The terms of the triples: the prefixes, our own classes and properties, and for each a triple of the shipped texts that uses it."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pyoxigraph as ox

from kb.base import schema, store
from kb.rdf import export, namespaces
from tests.docs import markdown
from tests.docs.terminal import without_runs_and_times

INTRODUCTION = """
Triples use the terms of published vocabularies where one fits, and our own for the rest. What becomes which triple stands in
`schema/mapping.ttl`, a W3C R2RML document, and what our terms mean in `schema/ontology.ttl`.

Nothing that a source says stands as a plain fact. Sources, passages, claims and assertions are nodes in the default graph; the bare
statement of a claim (subject, predicate, object) stands only in the graph that is named by the claim.
"""
PUBLISHED = "Classes and properties of other vocabularies that the triples use; what they mean is said at their addresses."
LONGEST = 60  # characters of a literal that an example shows
PREFIXES = {"id": f"{namespaces.DEFAULT_BASE}id/", **namespaces.PREFIXES}
RDFS = namespaces.PREFIXES["rdfs"]
TYPE = ox.NamedNode(namespaces.RDF + "type")
CLASS, PROPERTY = ox.NamedNode(RDFS + "Class"), ox.NamedNode(namespaces.RDF + "Property")
BROADER = {CLASS: ox.NamedNode(RDFS + "subClassOf"), PROPERTY: ox.NamedNode(RDFS + "subPropertyOf")}


def page(base: Path) -> str:
    terms = ox.Store()
    terms.load(schema.read("ontology.ttl").encode(), format=ox.RdfFormat.TURTLE)
    prefixes = [(f"`{name}:`", f"<{iri}>") for name, iri in PREFIXES.items()]
    found = examples(base)
    return markdown.page(
        "RDF terms",
        INTRODUCTION,
        "## Prefixes\n\n" + markdown.table(["prefix", "namespace"], prefixes),
        "## Classes\n\n" + listed(terms, found, CLASS),
        "## Properties\n\n" + listed(terms, found, PROPERTY),
        f"## Terms of published vocabularies\n\n{PUBLISHED}\n\n" + markdown.table(["term", "example"], published(found)),
    )


def examples(base: Path) -> dict[str, str]:
    """{term: a triple of the shipped texts that uses it, the first by its words}; a class is used by being a type."""
    found: dict[str, str] = {}
    with closing(store.connect(base, readonly=True)) as connection:
        quads = ox.parse(b"".join(export.quads(connection, settings=export.Settings(texts=False))), format=ox.RdfFormat.N_QUADS)
        for quad in quads:
            used = quad.object if quad.predicate == TYPE else quad.predicate
            triple = " ".join(short(term) for term in (quad.subject, quad.predicate, quad.object))
            found[short(used)] = min(triple, found.get(short(used), triple))
    return found


def listed(terms: ox.Store, found: dict[str, str], kind: ox.NamedNode) -> str:
    rows = []
    for term in sorted(quad.subject.value for quad in terms.quads_for_pattern(None, TYPE, kind)):
        node = ox.NamedNode(term)
        if term.startswith(namespaces.KB):
            broader = sorted(short(quad.object) for quad in terms.quads_for_pattern(node, BROADER[kind], None))
            comment = " ".join(quad.object.value for quad in terms.quads_for_pattern(node, ox.NamedNode(RDFS + "comment"), None))
            example = markdown.code(without_runs_and_times(found.get(short(node), "")))
            rows.append((f"`{short(node)}`", comment, ", ".join(f"`{name}`" for name in broader), example))
    return markdown.table(["term", "meaning", "kind of", "example"], rows)


def published(found: dict[str, str]) -> list[tuple[str, str]]:
    """The terms in use that are neither ours nor the base's own, each with its example."""
    own = ("kb:", "id:", "<")
    return [
        (f"`{term}`", markdown.code(without_runs_and_times(triple))) for term, triple in sorted(found.items()) if not term.startswith(own)
    ]


def short(term: ox.NamedNode | ox.Literal) -> str:
    """A term in as few characters as a reader needs."""
    if isinstance(term, ox.Literal):
        text = term.value if len(term.value) <= LONGEST else f"{term.value[:LONGEST]}…"
        return f'"{text}"'.replace("\n", " ").replace("`", "'")
    for name, iri in PREFIXES.items():
        if term.value.startswith(iri):
            return f"{name}:{term.value[len(iri) :]}"
    return f"<{term.value}>"
