"""Characters that XML cannot carry: every writer of XML marks them, says how many, and stays well-formed; the other formats keep them."""

from __future__ import annotations

import io
import xml.dom.minidom
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from kb.rdf.xml_characters import XmlStream, carried
from tests.harness.site import Site
from tests.whole import done, kb

QUOTE = "1931.\x0cNobody \ufffe was\r\nhurt"
MARKED = "1931.\ufffdNobody \ufffd was\r\nhurt"


@pytest.fixture(scope="module")
def received(empty_built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A base with a text as pdftotext leaves it, and a quote from it."""
    path = tmp_path_factory.mktemp("received") / "base.db"
    path.write_bytes(empty_built.read_bytes())
    text = f"The mill burned down in {QUOTE}, the brigade said.".encode()
    done("source", "add", "-", "--title", "The mill", "--id", "the-mill", "--access", "public", db=path, stdin=text)
    done("add", "--source", "the-mill", "--quote", QUOTE, "--claim", "Nobody was hurt in the fire", db=path)
    return path


@pytest.fixture(scope="module")
def site(received: Path) -> Iterator[Site]:
    started = Site(received)
    yield started
    started.close()


@pytest.mark.thorough
def test_an_export_marks_them_and_says_so(received: Path, tmp_path: Path) -> None:
    told = kb("export", "rdf", "-o", tmp_path / "all.rdf", db=received)
    assert told.code == 0 and "characters that XML cannot carry stand there as U+FFFD" in told.err
    document = (tmp_path / "all.rdf").read_bytes()
    xml.dom.minidom.parseString(document)
    assert document.rstrip().endswith(b"nt, ttl and json have them -->")
    values = {quad.object.value for quad in ox.parse(document, format=ox.RdfFormat.RDF_XML) if isinstance(quad.object, ox.Literal)}
    assert MARKED in values
    for format in ("ttl", "nq", "jsonld"):
        done("export", format, "-o", tmp_path / f"all.{format}", db=received)
    kept = {quad.object.value for quad in ox.parse(path=str(tmp_path / "all.ttl")) if isinstance(quad.object, ox.Literal)}
    assert QUOTE in kept
    done("init", tmp_path / "again.db")
    done("import", tmp_path / "all.nq", db=tmp_path / "again.db")
    assert "check" in kb("check", db=received).out or kb("check", db=received).code == 0
    assert "the-mill: a text with a control character or noncharacter" in kb("check", db=received).out


@pytest.mark.parametrize(
    ("path", "accept"),
    [
        ("/dump/base.rdf", None),
        ("/source/the-mill.rdf", None),
        ("/sparql?query=SELECT+*+WHERE+%7B%3Fs+%3Fp+%3Fo%7D", "application/sparql-results+xml"),
        ("/sparql?query=CONSTRUCT+WHERE+%7B%3Fs+%3Chttp://www.w3.org/ns/oa%23exact%3E+%3Fo%7D", "application/rdf+xml"),
    ],
)
@pytest.mark.thorough
def test_the_site_answers_with_xml_that_is_well_formed(site: Site, path: str, accept: str | None) -> None:
    answer = site.get(path, headers={"Accept": accept} if accept else {})
    assert answer.status_code == 200, answer.text[:300]
    xml.dom.minidom.parseString(answer.content)
    assert "\ufffd" in answer.text and "cannot carry" in answer.text[-200:]


def test_a_property_that_is_no_xml_name_is_refused_before_the_first_byte(received: Path, tmp_path: Path) -> None:
    path = tmp_path / "base.db"
    path.write_bytes(received.read_bytes())
    done("new", "predicate", "2024", "of 2024", db=path)
    refused = kb("export", "rdf", "--bare-triples", db=path)
    assert (refused.code, refused.out) == (1, "") and "cannot be an XML name" in refused.err


def test_pieces_that_end_within_a_character_are_put_together() -> None:
    words = "a\ufffeb\uffffc\ufffdd\x00e\rf".encode()
    whole = carried(words)
    assert whole.startswith("a\ufffdb\ufffdc\ufffdd\ufffde&#13;f\n<!-- 3 ".encode())
    for size in (1, 2, 3, 5):
        stream = io.BytesIO()
        out = XmlStream(stream)
        for start in range(0, len(words), size):
            out.write(words[start : start + size])
        assert out.finish() == 3 and stream.getvalue() == whole
