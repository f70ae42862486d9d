"""The lists of formats: one for triples and one for answers to SPARQL, from which the command and the site make theirs."""

from __future__ import annotations

import re
from pathlib import Path

import pyoxigraph as ox
import pytest

from kb.cli import exchange
from kb.exchange.presets import catalogue
from kb.rdf import export, formats
from kb.site.linked_data import media
from kb.site.sparql import negotiation, page, service_description

KB = Path(__file__).parents[2] / "kb"


def test_every_list_of_formats_of_triples_is_the_one_list() -> None:
    assert (
        set(export.FORMATS)
        == set(media.TYPES)
        == set(media.NAMED)
        == set(formats.RDF)
        == set(exchange.FORMATS) - {"csv", "jsonl", *catalogue.names()}
    )
    assert set(negotiation.GRAPHS) == set(formats.GRAPHS) == {name for name, each in formats.RDF.items() if not each.graphs}


def test_every_list_of_answers_to_sparql_is_the_one_list() -> None:
    assert set(negotiation.TABLES) == set(formats.RESULTS) and set(negotiation.BOOLEANS) == {"json", "xml"}
    assert set(page.LABELS) == {*formats.RESULTS, *formats.GRAPHS}
    assert len(service_description.RESULTS) == len(formats.RESULTS) + len(formats.GRAPHS)


@pytest.mark.parametrize("name", formats.RDF)
def test_a_format_is_what_the_library_takes_it_for(name: str) -> None:
    each = formats.RDF[name]
    assert ox.RdfFormat.from_media_type(each.media_type) == ox.RdfFormat.from_extension(name) == each.oxigraph
    assert each.oxigraph.supports_datasets or not each.graphs
    assert formats.BY_ENDING[f".{name}"] is each


@pytest.mark.parametrize("name", formats.RESULTS)
def test_a_result_format_is_what_the_library_takes_it_for(name: str) -> None:
    each = formats.RESULTS[name]
    assert ox.QueryResultsFormat.from_media_type(each.media_type) == each.oxigraph and each.iri == each.oxigraph.iri.rpartition("/")[2]


def test_one_module_names_the_library_s_formats_of_results_and_one_is_the_worker() -> None:
    naming = [path.name for path in KB.rglob("*.py") if re.search(r"QueryResultsFormat\.(XML|CSV|TSV)", path.read_text())]
    assert naming == ["formats.py"]
    assert [path.relative_to(KB).as_posix() for path in KB.rglob("*sparql_worker*.py")] == ["rdf/sparql_worker.py"]
