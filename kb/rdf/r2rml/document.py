"""Read a W3C R2RML document into the objects of kb.rdf.r2rml.mapping, refusing what the recommendation says must be refused.

The document is read with a streaming parser, so triples maps and their parts keep the order they are written in.
"""

from __future__ import annotations

import re

import pyoxigraph as ox

from kb.rdf.namespaces import RDF, RR
from kb.rdf.r2rml.mapping import BLANK, IRI, LITERAL, Column, MappingError, Reference, Statement, Term, TermMap, TriplesMap

LANGUAGE = re.compile(r"(?:[A-Za-z]{2,3}|[xXiI](?=-))(?:-[A-Za-z0-9]{1,8})*")  # longer primary subtags: none is registered


IN_TEMPLATE = re.compile(r'\\([\\{}])|\{((?:[^{}"]|"[^"]*")*)\}|([^\\{}]+)|(.)', re.DOTALL)


Properties = dict[str, list[Term]]


def read(text: str | bytes, base: str | None = None) -> dict[str, TriplesMap]:
    """Every triples map of an R2RML document in Turtle, by its IRI. Raises MappingError."""
    try:
        quads = list(ox.parse(text, format=ox.RdfFormat.TURTLE, base_iri=base))
    except SyntaxError as error:
        raise MappingError(f"not Turtle: {error}") from error
    document = Document()
    for quad in quads:
        if not isinstance(quad.subject, ox.Triple) and not isinstance(quad.object, ox.Triple):
            document.nodes.setdefault(quad.subject, {}).setdefault(quad.predicate.value, []).append(quad.object)
    maps = {show(node): document.triples_map(node) for node in document.nodes if document.is_triples_map(node)}
    if not maps:
        raise MappingError("holds no triples map", remedy="give an R2RML document")
    for triples_map in maps.values():
        check_references(triples_map, maps)
    return maps


def show(node: object) -> str:
    """The text of an IRI, and anything else as N-Triples has it."""
    return node.value if isinstance(node, ox.NamedNode) else str(node)


def check_references(triples_map: TriplesMap, known: dict[str, TriplesMap]) -> None:
    """Raise MappingError for a parent that is no triples map, or that has other rows and no join condition."""
    for statement in triples_map.statements:
        for reference in statement.objects:
            if not isinstance(reference, Reference):
                continue
            parent = known.get(reference.parent)
            if parent is None:
                raise MappingError(f"rr:parentTriplesMap names no triples map: {reference.parent}", where=triples_map.name)
            if not reference.joins and (parent.table, parent.query) != (triples_map.table, triples_map.query):
                raise MappingError("rr:parentTriplesMap over another logical table needs an rr:joinCondition", where=triples_map.name)


def template(text: str, where: str) -> tuple[str | Column, ...]:
    """The literal parts and columns of a template string, in which a backslash escapes braces and itself. Raises MappingError."""
    parts: list[str | Column] = []
    for escaped, name, plain, wrong in IN_TEMPLATE.findall(text):
        if wrong or (name == "" and not escaped and not plain):
            raise MappingError(f"rr:template {text!r}: braces must enclose a column name, and be escaped elsewhere", where=where)
        if name:
            parts.append(column(name, where))
        elif parts and isinstance(parts[-1], str):
            parts[-1] += escaped or plain
        else:
            parts.append(escaped or plain)
    return tuple(parts)


def column(text: str, where: str) -> Column:
    """The column that a name spells as SQL does. Raises MappingError."""
    if len(text) > 2 and text[0] == text[-1] == '"':
        return Column(text[1:-1].replace('""', '"'), delimited=True)
    if not text or '"' in text:
        raise MappingError(f"rr:column {text!r} is no column name", where=where)
    return Column(text)


class Document:
    """The nodes of an R2RML document, each kind of which a method reads."""

    def __init__(self) -> None:
        self.nodes: dict[object, Properties] = {}

    def get(self, node: object, name: str) -> list[Term]:
        """Every value of an R2RML property of a node."""
        return self.nodes.get(node, {}).get(RR + name, [])

    def only(self, node: object, name: str, where: str) -> Term | None:
        """The only value of a property, or None. Raises MappingError for several."""
        values = self.get(node, name)
        if len(values) > 1:
            raise MappingError(f"more than one rr:{name}", where=where)
        return values[0] if values else None

    def text(self, node: object, name: str, where: str) -> str | None:
        """The only value of a property as text, or None. Raises MappingError."""
        value = self.only(node, name, where)
        if value is not None and not isinstance(value, ox.Literal):
            raise MappingError(f"rr:{name} must be text", where=where)
        return value.value if value is not None else None

    def is_triples_map(self, node: object) -> bool:
        """Whether a node is typed as a triples map, or has the parts of one."""
        typed = any(show(kind) == RR + "TriplesMap" for kind in self.nodes[node].get(RDF + "type", []))
        return typed or bool(self.get(node, "logicalTable") or self.get(node, "subjectMap"))

    def triples_map(self, node: object) -> TriplesMap:
        where = node.value if isinstance(node, ox.NamedNode) else str(node)
        table, query = self.logical_table(self.only(node, "logicalTable", where), where)
        subjects = self.term_maps(node, "subject", "subjectMap", (IRI, BLANK), where)
        if len(subjects) != 1:
            raise MappingError(f"needs one rr:subjectMap, has {len(subjects)}", where=where)
        described = self.only(node, "subjectMap", where)
        classes = self.get(described, "class")
        if not all(isinstance(term, ox.NamedNode) for term in classes):
            raise MappingError("rr:class must be an IRI", where=where)
        return TriplesMap(
            name=where,
            table=table,
            query=query,
            subject=subjects[0],
            classes=tuple(show(term) for term in classes),
            graphs=self.term_maps(described, "graph", "graphMap", (IRI,), where) if described is not None else (),
            statements=tuple(self.statement(part, where) for part in self.get(node, "predicateObjectMap")),
            annotations={
                name: tuple(term.value for term in terms) for name, terms in self.nodes[node].items() if not name.startswith((RR, RDF))
            },
        )

    def logical_table(self, node: Term | None, where: str) -> tuple[str | None, str | None]:
        if node is None:
            raise MappingError("needs one rr:logicalTable", where=where)
        table, query = self.text(node, "tableName", where), self.text(node, "sqlQuery", where)
        if (table is None) == (query is None):
            raise MappingError("rr:logicalTable needs either rr:tableName or rr:sqlQuery", where=where)
        for version in self.get(node, "sqlVersion"):
            if show(version) != RR + "SQL2008":
                raise MappingError(f"unknown rr:sqlVersion {show(version)}", where=where, remedy="the one that is defined is rr:SQL2008")
        return table, query.strip().rstrip(";") if query is not None else None

    def statement(self, node: Term, where: str) -> Statement:
        predicates = self.term_maps(node, "predicate", "predicateMap", (IRI,), where)
        references: list[TermMap | Reference] = []
        for part in self.get(node, "objectMap"):
            parent = self.only(part, "parentTriplesMap", where)
            if parent is not None:
                references.append(Reference(show(parent), tuple(self.join(join, where) for join in self.get(part, "joinCondition"))))
        described = [part for part in self.get(node, "objectMap") if not self.get(part, "parentTriplesMap")]
        objects = [self.constant(term, (IRI, BLANK, LITERAL), where) for term in self.get(node, "object")]
        objects += [self.term_map(part, (IRI, BLANK, LITERAL), where) for part in described]
        if not predicates or not objects + references:
            raise MappingError("rr:predicateObjectMap needs a predicate and an object", where=where)
        return Statement(predicates, tuple(objects + references), self.term_maps(node, "graph", "graphMap", (IRI,), where))

    def join(self, node: Term, where: str) -> tuple[Column, Column]:
        child, parent = self.text(node, "child", where), self.text(node, "parent", where)
        if child is None or parent is None:
            raise MappingError("rr:joinCondition needs rr:child and rr:parent", where=where)
        return column(child, where), column(parent, where)

    def term_maps(self, node: object, shortcut: str, name: str, allowed: tuple[str, ...], where: str) -> tuple[TermMap, ...]:
        """The term maps under a node, those written as constants with the shortcut property included."""
        constants = [self.constant(term, allowed, where) for term in self.get(node, shortcut)]
        return (*constants, *(self.term_map(part, allowed, where) for part in self.get(node, name)))

    def constant(self, term: Term, allowed: tuple[str, ...], where: str) -> TermMap:
        term_type = LITERAL if isinstance(term, ox.Literal) else IRI
        if isinstance(term, ox.BlankNode) or term_type not in allowed:
            raise MappingError(f"the constant {term} cannot stand there", where=where)
        return TermMap("constant", term_type, constant=term)

    def term_map(self, node: Term, allowed: tuple[str, ...], where: str) -> TermMap:
        sources = {name: self.only(node, name, where) for name in ("constant", "column", "template")}
        kinds = [name for name, value in sources.items() if value is not None]
        if len(kinds) != 1:
            raise MappingError("a term map needs one of rr:constant, rr:column and rr:template", where=where)
        datatype, language = self.only(node, "datatype", where), self.text(node, "language", where)
        if sources["constant"] is not None:
            return self.constant(sources["constant"], allowed, where)
        value = self.text(node, kinds[0], where) or ""
        literal = LITERAL in allowed and (kinds[0] == "column" or datatype is not None or language is not None)
        declared = self.only(node, "termType", where)
        term_type = show(declared).removeprefix(RR) if declared is not None else (LITERAL if literal else IRI)
        if term_type not in allowed:
            raise MappingError(f"rr:termType {term_type} cannot stand there; use one of {', '.join(allowed)}", where=where)
        if (datatype and language) or ((datatype or language) and term_type != LITERAL):
            raise MappingError("rr:datatype or rr:language, and that only for literals", where=where)
        if datatype is not None and not isinstance(datatype, ox.NamedNode):
            raise MappingError("rr:datatype must be an IRI", where=where)
        if language is not None and not LANGUAGE.fullmatch(language):
            raise MappingError(f"rr:language {language!r} is not a language tag", where=where, remedy="use one of BCP 47, such as en")
        parts = (column(value, where),) if kinds[0] == "column" else template(value, where)
        return TermMap(kinds[0], term_type, parts, None, show(datatype) if datatype is not None else None, language)
