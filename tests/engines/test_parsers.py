"""Every export is read to the same graph by parsers that share no code: pyoxigraph, rdflib, rapper (Raptor) and riot (Jena)."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib.plugins.parsers.ntriples import ParseError as ParserError

from kb.base import runs, store
from kb.rdf import export, graph
from tests.engines import parsers
from tests.engines.lived_in import lived_in

pytestmark = [
    pytest.mark.filterwarnings("ignore:Dataset.default_context:DeprecationWarning"),  # in rdflib's own readers
    pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning"),
]
CASES = [
    pytest.param(engine, format, marks=pytest.mark.engines if engine in ("rapper", "riot") else ())
    for engine, (_, formats) in parsers.ENGINES.items()
    for format in formats
]
# Jena's reader of JSON-LD 1.0 undoes percent-encoding where it resolves an IRI (%2C becomes a comma); RFC 3986, 5.2 does not.
WRONG = {("riot", "jsonld")}


def written(base: Path, folder: Path) -> Path:
    """A folder with the base in every format."""
    with closing(store.connect(base, readonly=True)) as connection:
        for format in export.FORMATS:
            with (folder / f"base.{format}").open("wb") as file:
                export.write(connection, format, file)
    return folder


@pytest.fixture(scope="module")
def lived(tiny_built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("lived")
    return written(lived_in(tiny_built, folder / "lived.db"), folder)


@pytest.fixture(scope="module")
def shipped_files(shipped_built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(shipped_built, tmp_path_factory.mktemp("files"))


def expected(folder: Path, format: str) -> parsers.Quads:
    return parsers.oxigraph(folder / ("base.nq" if export.FORMATS[format] else "base.nt"), "nq" if export.FORMATS[format] else "nt")


@pytest.mark.parametrize(("engine", "format"), [case for case in CASES if case.values not in WRONG])
@pytest.mark.thorough
def test_a_base_that_people_worked_in_is_read_alike(lived: Path, engine: str, format: str) -> None:
    read, _ = parsers.ENGINES[engine]
    assert read(lived / f"base.{format}", format) == expected(lived, format)


@pytest.mark.engines
@pytest.mark.parametrize(("engine", "format"), [case for case in CASES if case.values[0] != "rdflib"])
def test_the_shipped_base_is_read_alike(shipped_files: Path, engine: str, format: str) -> None:
    read, _ = parsers.ENGINES[engine]
    assert read(shipped_files / f"base.{format}", format) == expected(shipped_files, format)


@pytest.mark.engines
def test_jena_has_nothing_to_warn_of_in_the_shipped_base(shipped_files: Path) -> None:
    assert parsers.jena("--check", "--strict", "--sink", str(shipped_files / "base.nq")) == ""


@pytest.mark.engines
@pytest.mark.parametrize("format", ["nq", "trig"])
def test_rdflib_reads_the_shipped_base_alike(shipped_files: Path, format: str) -> None:
    assert parsers.of_rdflib(shipped_files / f"base.{format}", format) == expected(shipped_files, format)


def test_the_formats_without_graphs_hold_the_default_graph_of_the_others(lived: Path) -> None:
    quads = expected(lived, "nq")
    assert {quad for quad in quads if isinstance(quad.graph_name, ox.DefaultGraph)} == expected(lived, "nt")
    assert len(quads) > len(expected(lived, "nt")) > 2000


def test_every_format_has_three_judges() -> None:
    for format in export.FORMATS:
        assert sum(format in formats for _, formats in parsers.ENGINES.values()) >= 3


# Where a reader is wrong by the standard's text, and our export still has to be read by it: the smallest cases.


@pytest.mark.thorough
def test_rdflib_reads_a_name_that_ends_in_a_dot(tiny_path: Path, tmp_path: Path) -> None:
    renamed(tiny_path, "Ph.D.")
    assert parsers.of_rdflib(written(tiny_path, tmp_path) / "base.ttl", "ttl") == expected(tmp_path, "ttl")


@pytest.mark.thorough
def test_rdflib_writes_a_small_number_with_an_exponent_that_a_decimal_may_not_have(tiny_path: Path, tmp_path: Path) -> None:
    with closing(store.connect(tiny_path)) as connection, runs.begin(connection, "correct"):
        connection.execute("UPDATE things SET longitude = 0.0000001 WHERE id = 'harbour'")
    files = written(tiny_path, tmp_path)
    differing = parsers.of_rdflib(files / "base.ttl", "ttl") ^ expected(tmp_path, "ttl")
    assert len(differing) == 2, "xsd:decimal has no exponents: rdflib 7.6 writes one"


@pytest.mark.thorough
def test_rdflib_takes_a_no_break_space_in_an_iri_for_white_space_and_our_graph_does_not(tiny_path: Path, tmp_path: Path) -> None:
    """N-Triples lets U+00A0 stand in an IRI (RFC 3987, ucschar): rdflib 7.6 is wrong, so the library's graph is not read by it."""
    renamed(tiny_path, "Canal\u00a0Co")
    files = written(tiny_path, tmp_path)
    with pytest.raises(ParserError):
        parsers.of_rdflib(files / "base.nt", "nt")
    with closing(store.connect(tiny_path, readonly=True)) as connection:
        assert len(list(graph.dataset(connection).quads((None, None, None, None)))) == len(expected(tmp_path, "nq"))


def renamed(path: Path, name: str) -> None:
    with closing(store.connect(path)) as connection, runs.begin(connection, "add") as run:
        connection.execute("INSERT INTO names(entity_id, name, kind, run_id) VALUES ('ferry', ?, 'alias', ?)", (name, run.id))
