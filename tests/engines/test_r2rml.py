"""Another R2RML engine (morph-kgc) runs schema/mapping.ttl over a base and makes the graph that our export is."""

from __future__ import annotations

import io
import re
import sqlite3
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

import pyoxigraph as ox
import pytest

from kb.base import schema, store
from kb.rdf import export
from kb.rdf.r2rml import compiler, functions, statements
from kb.rdf.r2rml import document as r2rml_document
from kb.rdf.r2rml.compiler import Options
from tests.engines import environments
from tests.engines.lived_in import lived_in
from tests.harness.clients import reads

pytestmark = pytest.mark.engines
Quads = set[ox.Quad]


def other(document: Path, database: Path, folder: Path) -> Quads:
    """What morph-kgc makes."""
    made = folder / "made.nq"
    environments.run("morph", "run_morph.py", str(document), str(database), str(made))
    with made.open("rb") as file:
        return set(ox.parse(file, format=ox.RdfFormat.N_QUADS))


def ours(path: Path) -> Quads:
    with closing(store.connect(path, readonly=True)) as connection:
        stream = io.BytesIO()
        export.write(connection, "nq", stream)
    return set(ox.parse(stream.getvalue(), format=ox.RdfFormat.N_QUADS))


def our_mapping(folder: Path) -> Path:
    path = folder / "mapping.ttl"
    path.write_text(schema.read("mapping.ttl"), encoding="utf-8")
    return path


@reads("morph_kgc", "schema/mapping.ttl", engine=True)
@pytest.mark.parametrize("which", ["tiny_path", "shipped_path"])
def test_another_engine_makes_the_same_graph(which: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    path: Path = request.getfixturevalue(which)
    assert other(our_mapping(tmp_path), path, tmp_path) == ours(path) != set()


def test_a_base_that_people_worked_in_differs_where_the_other_engine_is_wrong_and_nowhere_else(tiny_built: Path, tmp_path: Path) -> None:
    path = lived_in(tiny_built, tmp_path / "lived.db")
    theirs, mine = other(our_mapping(tmp_path), path, tmp_path), {as_they_encode(quad) for quad in ours(path)}
    assert theirs < mine
    assert {word(quad) for quad in mine - theirs} == {"nan"}


def word(quad: ox.Quad) -> str:
    """The name that a quad is about."""
    return quad.object.value if isinstance(quad.object, ox.Literal) else str(quad.subject).rpartition("_")[2].rstrip(">")


def as_they_encode(quad: ox.Quad) -> ox.Quad:
    """The quad with every letter beyond ASCII in its IRIs percent-encoded."""
    return ox.Quad(*(encoded(term) for term in quad))  # type: ignore[arg-type]  # the terms of a quad, in their order


def encoded(term: object) -> object:
    if not isinstance(term, ox.NamedNode):
        return term
    return ox.NamedNode(re.sub(r"[^\x00-\x7f]+", lambda letters: quote(letters[0]), term.value))


# The smallest cases of what differs. R2RML, 7.3: a template percent-encodes what is not in iunreserved of RFC 3987, and ucschar is in
# it; 11: a term map generates no term where a column is NULL, and only there.
SMALLEST = {
    "成": ({"http://example.org/成"}, {"http://example.org/%E6%88%90"}),
    "nan": ({"http://example.org/nan"}, set()),
}
DOCUMENT = """
@prefix rr: <http://www.w3.org/ns/r2rml#> .
<http://example.org/map> a rr:TriplesMap ; rr:logicalTable [ rr:tableName "words" ] ;
  rr:subjectMap [ rr:template "http://example.org/{word}" ; rr:class <http://example.org/Word> ] .
"""


@pytest.mark.parametrize("letters", SMALLEST)
def test_the_smallest_case_of_each_difference(letters: str, tmp_path: Path) -> None:
    right, wrong = SMALLEST[letters]
    database, document = tmp_path / "words.db", tmp_path / "words.ttl"
    document.write_text(DOCUMENT, encoding="utf-8")
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        connection.execute("CREATE TABLE words (word TEXT PRIMARY KEY)")
        connection.executemany("INSERT INTO words VALUES (?)", [(letters,), ("plain",)])
        check = functions.register(connection, "http://example.org/")
        selects = compiler.compile_all(connection, r2rml_document.read(document.read_bytes()), Options(base="http://example.org/"))
        made = b"".join(chunk for select in selects for chunk in statements.run(connection, select, check))
    plain = {"http://example.org/plain"}
    assert subjects(set(ox.parse(made, format=ox.RdfFormat.N_QUADS))) == right | plain
    assert subjects(other(document, database, tmp_path)) == wrong | plain


def subjects(quads: Quads) -> set[str]:
    return {quad.subject.value for quad in quads if isinstance(quad.subject, ox.NamedNode)}
