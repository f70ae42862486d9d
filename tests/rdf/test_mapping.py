"""The mapping document keeps to what any R2RML engine can run, and the compiler refuses what R2RML says must be refused."""

from __future__ import annotations

import math
import re
import sqlite3

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.base import schema
from kb.base.model import WORDS
from kb.rdf import inverse, model_mapping
from kb.rdf.namespaces import DEFAULT_BASE, KB
from kb.rdf.r2rml import compiler, functions, statements
from kb.rdf.r2rml import document as r2rml_document
from kb.rdf.r2rml.compiler import FLATTENED, QUADS, TRIPLES, Options
from kb.rdf.r2rml.mapping import BLANK, LITERAL, MappingError, TermMap

HEAD = """@prefix rr: <http://www.w3.org/ns/r2rml#> . @prefix ex: <http://example.org/> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
<http://example.org/map> rr:logicalTable [ rr:tableName "t" ] ; """
SUBJECT = 'rr:subjectMap [ rr:template "http://example.org/{id}" ]'


def terms() -> list[tuple[str, TermMap]]:
    found = []
    for name, triples_map in model_mapping.triples_maps().items():
        found.append((name, triples_map.subject))
        for statement in triples_map.statements:
            found += [(name, term) for term in (*statement.predicates, *statement.objects, *statement.graphs) if isinstance(term, TermMap)]
    return found


def printed(text: str, create: str, graphs: str = QUADS) -> list[str]:
    connection = sqlite3.connect(":memory:")
    connection.executescript(create)
    check = functions.register(connection, "http://example.org/base/")
    selects = compiler.compile_all(connection, r2rml_document.read(HEAD + text), Options(graphs, base="http://example.org/base/"))
    return b"".join(chunk for select in selects for chunk in statements.run(connection, select, check)).decode().splitlines()


def test_logical_tables_are_tables_or_rdf_views_that_are_there(tiny: sqlite3.Connection) -> None:
    views = {row[0] for row in tiny.execute("SELECT name FROM sqlite_master WHERE type = 'view' AND name LIKE 'rdf_%'")}
    used = set()
    for triples_map in model_mapping.triples_maps().values():
        assert triples_map.query is None
        assert triples_map.table in views | set(model_mapping.content_tables())
        assert not any(getattr(each, "joins", ()) for statement in triples_map.statements for each in statement.objects)
        used.add(triples_map.table)
    read_by_others = {
        view for view in views if schema.read("rdf_views.sql").count(f"FROM {view} ") + schema.read("rdf_views.sql").count(f"FROM {view};")
    }
    assert views <= used | read_by_others
    assert "sqlQuery" not in schema.read("mapping.ttl")


def test_every_literal_has_a_datatype_or_a_language_and_nothing_is_blank() -> None:
    for name, term in terms():
        assert term.term_type != BLANK, name
        assert term.term_type != LITERAL or term.datatype or term.language, (name, term)


def test_templates_are_absolute_and_flat() -> None:
    for name, term in terms():
        if term.kind == "template":
            start = str(term.parts[0])
            assert start.startswith((DEFAULT_BASE + "id/", KB)), name
            assert "/" not in "".join(str(part) for part in term.parts)[len(DEFAULT_BASE + "id/") :] or start.startswith(KB), name


def test_a_restoring_map_over_a_view_keeps_the_names_of_the_tables_columns(tiny: sqlite3.Connection) -> None:
    for name, triples_map in model_mapping.triples_maps().items():
        if table := model_mapping.restores(triples_map):
            columns = {row[0] for row in tiny.execute("SELECT name FROM pragma_table_info(?)", (triples_map.table,))}
            assert set(model_mapping.content_tables()[table].key) <= columns, name


def test_views_described_as_the_model_wants_it() -> None:
    described = schema.descriptions()
    for line in schema.read("rdf_views.sql").splitlines():
        if found := re.match(r"CREATE VIEW (\w+)", line):
            assert found[1].startswith("rdf_")
            assert described[found[1]][0].endswith(".")


def test_columns_printed_without_escaping_are_held_plain_by_the_schema() -> None:
    plain = re.compile(r"NOT GLOB '\*\[\^a-z0-9-\]\*'")
    tables = dict(re.findall(r"CREATE TABLE (\w+) \((.*?)\n\)", schema.read("schema.sql"), re.DOTALL))
    for name, columns in model_mapping.known().plain.items():
        table = name if name in tables else None
        for column in columns if table else ():
            line = next(line for line in tables[name].splitlines() if line.strip().startswith(column + " "))
            word = column in WORDS.get(name, ())
            assert "INTEGER" in line or word or plain.search(line) or "REFERENCES" in line, (name, column)
    assert "value NOT GLOB '*[^a-z0-9-]*'" in tables["vocabulary"]


def test_each_kind_of_term_prints_as_r2rml_has_it() -> None:
    create = """CREATE TABLE t (id INTEGER, "Name" TEXT, n REAL, b BLOB, day DATE, moment TIMESTAMP, yes BOOLEAN, page TEXT);
      INSERT INTO t VALUES (1, 'a "b" %s' || char(10) || 'é/ü', 2.5, X'0aff', '2026-01-02', '2026-01-02 03:04:05', 1, 'x/y');
      INSERT INTO t(id) VALUES (2);"""
    objects = """[ rr:column "\\"Name\\"" ; rr:language "en" ], [ rr:column "n" ], [ rr:column "b" ], [ rr:column "day" ], [ rr:column "moment" ],
      [ rr:column "yes" ], [ rr:column "page" ; rr:termType rr:IRI ], [ rr:template "{\\"Name\\"}" ; rr:termType rr:IRI ],
      [ rr:template "\\\\{{n}\\\\}" ; rr:termType rr:Literal ], [ rr:template "x{id}" ; rr:termType rr:BlankNode ], [ rr:constant "100%"@en ]"""
    lines = printed(f"{SUBJECT} ; rr:predicateObjectMap [ rr:predicate ex:p ; rr:objectMap {objects} ] .", create)
    assert [line.split(" ", 2)[2].removesuffix(" .") for line in lines if line.startswith("<http://example.org/1>")] == [
        '"a \\"b\\" %s\\né/ü"@en',
        '"2.5E0"^^<http://www.w3.org/2001/XMLSchema#double>',
        '"0AFF"^^<http://www.w3.org/2001/XMLSchema#hexBinary>',
        '"2026-01-02"^^<http://www.w3.org/2001/XMLSchema#date>',
        '"2026-01-02T03:04:05"^^<http://www.w3.org/2001/XMLSchema#dateTime>',
        '"true"^^<http://www.w3.org/2001/XMLSchema#boolean>',
        "<http://example.org/base/x/y>",
        "<http://example.org/base/a%20%22b%22%20%25s%0Aé%2Fü>",
        '"{2.5E0}"',
        "_:b7831",
        '"100%"@en',
    ]
    assert (
        len([line for line in lines if line.startswith("<http://example.org/2>")]) == 2
    )  # NULL prints nothing: the constant and the node are left


ALTERNATIVES = """
rr:subjectMap [ rr:template "http://example.org/{id}" ] ;
rr:predicateObjectMap [ rr:predicate ex:day ; rr:objectMap [ rr:column "day" ] ] , [ rr:predicate ex:year ; rr:objectMap [ rr:column "year" ] ] ,
  [ rr:predicate ex:both ; rr:objectMap [ rr:template "{day}, {year}" ; rr:termType rr:Literal ] ] .
"""


def test_of_alternatives_those_are_printed_whose_columns_have_a_value() -> None:
    lines = printed(
        ALTERNATIVES,
        "CREATE TABLE t (id INTEGER, day TEXT, year TEXT); INSERT INTO t VALUES (1, 'Monday', NULL), (2, NULL, '1999'), (3, NULL, NULL),"
        " (4, 'Friday', '2001'), (NULL, 'Sunday', '2002')",
    )
    said = [(line.split()[0], line.split()[1].rpartition("/")[2], line.split('"')[1]) for line in lines]
    assert said == [
        ("<http://example.org/1>", "day>", "Monday"),
        ("<http://example.org/2>", "year>", "1999"),
        ("<http://example.org/4>", "day>", "Friday"),
        ("<http://example.org/4>", "year>", "2001"),
        ("<http://example.org/4>", "both>", "Friday, 2001"),
    ]


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_a_template_inverts_to_the_value_it_was_made_from(value: str) -> None:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE t (id INTEGER, name TEXT)")
    connection.execute("INSERT INTO t VALUES (1, ?)", (value.replace("\0", ""),))
    check = functions.register(connection, "http://example.org/base/")
    document = r2rml_document.read(HEAD + 'rr:subjectMap [ rr:template "http://example.org/{id}_{name}" ; rr:class ex:T ] .')
    (select,) = compiler.compile_all(connection, document, Options())
    (quad,) = ox.parse(b"".join(statements.run(connection, select, check)), format=ox.RdfFormat.N_QUADS)
    assert not isinstance(quad.subject, ox.Triple)
    inverted = inverse.pattern(document["http://example.org/map"].subject, model_mapping.content_tables()["actors"]).match(quad.subject)
    assert list(inverted or ()) == ["1", value.replace("\0", "")] or not value.replace("\0", "")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (80.25, "8.025E1"),
        (1.7, "1.7E0"),
        (0.0, "0.0E0"),
        (-0.0, "-0.0E0"),
        (30.0, "3.0E1"),
        (-1e-7, "-1.0E-7"),
        (math.inf, "INF"),
        (-math.inf, "-INF"),
    ],
)
def test_a_double_is_printed_in_canonical_form(value: float, text: str) -> None:
    assert functions.double(value) == text


def test_graphs_are_printed_left_out_or_left_off() -> None:
    text = f"""{SUBJECT[:-2]} ; rr:graphMap [ rr:template "http://example.org/g{{id}}" ] ] ;
      rr:predicateObjectMap [ rr:predicate ex:p ; rr:object ex:o ; rr:graph rr:defaultGraph ] ."""
    create = "CREATE TABLE t (id INTEGER); INSERT INTO t VALUES (1);"
    triple = "<http://example.org/1> <http://example.org/p> <http://example.org/o>"
    assert printed(text, create) == [f"{triple} <http://example.org/g1> .", f"{triple} ."]
    assert printed(text, create, TRIPLES) == printed(text, create, FLATTENED) == [f"{triple} ."]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("rr:subjectMap [ ] .", "one of rr:constant"),
        ("ex:a ex:b .", "needs one rr:subjectMap"),
        (f"{SUBJECT}, [ rr:constant ex:a ] .", "needs one rr:subjectMap"),
        (f"{SUBJECT} ; rr:logicalTable [ rr:tableName 'u' ] .", "more than one rr:logicalTable"),
        ("rr:subject 'a' .", "cannot stand there"),
        ('rr:subjectMap [ rr:template "a{id" ] .', "braces"),
        ('rr:subjectMap [ rr:template "a{}" ] .', "braces"),
        ('rr:subjectMap [ rr:template "http://a/ {id}" ] .', "no IRI may hold"),
        (f"{SUBJECT} ; rr:predicateObjectMap [ rr:predicate ex:p ] .", "needs a predicate and an object"),
        (f"{SUBJECT} ; rr:predicateObjectMap [ rr:predicate 'p' ; rr:object ex:o ] .", "cannot stand there"),
        (
            f'{SUBJECT} ; rr:predicateObjectMap [ rr:predicate ex:p ; rr:objectMap [ rr:column "id" ; rr:language "en" ; rr:datatype xsd:string ] ] .',
            "rr:datatype or rr:language",
        ),
        (
            f'{SUBJECT} ; rr:predicateObjectMap [ rr:predicate ex:p ; rr:objectMap [ rr:template "a{{id}}" ; rr:termType rr:IRI ; rr:language "en" ] ] .',
            "only for literals",
        ),
        (
            f'{SUBJECT} ; rr:predicateObjectMap [ rr:predicate ex:p ; rr:objectMap [ rr:column "id" ; rr:language "klingonish" ] ] .',
            "language tag",
        ),
        (
            f"{SUBJECT} ; rr:predicateObjectMap [ rr:predicate ex:p ; rr:objectMap [ rr:parentTriplesMap ex:none ] ] .",
            "names no triples map",
        ),
        (f'{SUBJECT} ; rr:predicateObjectMap [ rr:predicate ex:p ; rr:objectMap [ rr:column "missing" ] ] .', "has no column missing"),
        ("rr:subjectMap", "not Turtle"),
    ],
)
def test_a_mapping_that_must_be_refused_is(text: str, message: str) -> None:
    with pytest.raises(MappingError, match=message):
        printed(text, "CREATE TABLE t (id INTEGER);")


def test_a_mapping_that_names_no_table_of_the_database_is_refused() -> None:
    with pytest.raises(MappingError, match="no table or view t"):
        printed(f"{SUBJECT} .", "CREATE TABLE other (id INTEGER);")
