"""BibTeX, RIS and CSL-JSON as other programs read them: nothing of a source is missing, and what is lost is said."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from typing import Any

import bibtexparser
import pytest
import rispy
from bibtexparser.middlewares import LatexDecodingMiddleware
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON

from kb import api
from kb.exchange.presets.bibtex import escaped
from kb.exchange.presets.csl import dated
from tests.harness.clients import reads

Export = Callable[..., tuple[str, dict[str, Any]]]
NOTE = "Brass & {braces} at 50 % _off_"
PERMALINK = "http://localhost:8001/id/harbour-gazette"
# A style of our own: no style of others is needed to see whether an item can be formatted.
STYLE = """<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text" default-locale="en-US">
<info><title>t</title><id>t</id><updated>2024-01-01T00:00:00+00:00</updated></info>
<citation><layout><text variable="title"/></layout></citation>
<bibliography><layout><group delimiter="; "><names variable="author"><name/></names><text variable="title"/>
<text variable="container-title"/><date variable="issued" form="numeric" date-parts="year-month-day"/></group></layout></bibliography></style>"""


def lost(report: dict[str, Any]) -> dict[str, int]:
    return {each["what"]: each["rows"] for each in report["lost"]}


@reads("bibtexparser", "bibtex")
def test_every_field_of_a_source_is_read_back_from_bibtex(exported: Export, lossy_base: api.Base) -> None:
    text, report = exported("bibtex")
    library = bibtexparser.parse_string(text, append_middleware=[LatexDecodingMiddleware()])
    assert not library.failed_blocks
    entry = library.entries_dict["harbour-gazette"]
    fields = {field.key: str(field.value).strip("{}") for field in entry.fields}
    assert entry.entry_type == "article"
    assert fields["author"] == "Harbour Gazette"
    assert fields["editor"] == "Ann Lee"
    assert fields["title"] == "The ferry will not stop"
    assert (fields["date"], fields["year"], fields["month"], fields["urldate"]) == ("1956-05-03", "1956", "5", "2024-02-03")
    assert (fields["url"], fields["permalink"], fields["doi"]) == ("https://gazette.example/1956/ferry", PERMALINK, "10.5555/ferry_1")
    assert fields["sha256"] == lossy_base.query("SELECT sha256 FROM snapshots WHERE source_id = 'harbour-gazette'")[0]["sha256"]
    assert NOTE in str(entry.fields_dict["note"].value)
    assert library.entries_dict["port-bulletin"].fields_dict["date"].value == "1956-06/1956-07"
    assert report["kept"] == {"sources": 3, "authors": 1, "editors": 1}
    assert lost(report) == {"family names": 1, "photographers": 1, "identifiers of other schemes": 1, "claims": 8}


@reads("rispy", "ris")
def test_every_field_of_a_source_is_read_back_from_ris(exported: Export) -> None:
    text, report = exported("ris")
    records = {record["id"]: record for record in rispy.loads(text)}
    record = records["harbour-gazette"]
    assert record["type_of_reference"] == "NEWS"
    assert (record["authors"], record["title"]) == (["Harbour Gazette"], "The ferry will not stop")
    assert (record["date"], record["year"], record["access_date"]) == ("1956/05/03/", "1956", "2024/02/03")
    assert (record["urls"], record["doi"], record["language"]) == (["https://gazette.example/1956/ferry"], "10.5555/ferry_1", "en")
    assert {f"Permalink: {PERMALINK}", NOTE, "Rights: Invented for the tests."} <= set(record["notes"])
    assert any(note.startswith("SHA-256: ") for note in record["notes"])
    assert "Date (EDTF): 1956-06/1956-07" in records["port-bulletin"]["notes"]
    assert lost(report) == {
        "family names": 1,
        "photographers": 1,
        "identifiers of other schemes": 1,
        "claims": 8,
        "dates that are intervals, seasons or uncertain": 1,
    }


@reads("citeproc-py", "csl")
def test_a_citation_processor_formats_every_source(exported: Export) -> None:
    text, report = exported("csl")
    items = json.loads(text)
    by_id = {item["id"]: item for item in items}
    assert by_id["port-bulletin"]["issued"] == {"date-parts": [[1956, 6], [1956, 7]]}
    assert by_id["harbour-gazette"]["custom"]["permalink"] == PERMALINK
    assert lost(report) == {"family names": 1, "photographers": 1, "identifiers of other schemes": 1, "claims": 8}
    style = CitationStylesStyle(io.StringIO(STYLE), validate=False)
    bibliography = CitationStylesBibliography(style, CiteProcJSON([without_custom(item) for item in items]), formatter.plain)
    for item in items:
        bibliography.register(Citation([CitationItem(item["id"])]))
    formatted = [str(entry) for entry in bibliography.bibliography()]
    assert any(line.startswith("Harbour Gazette; The ferry will not stop; Harbour Gazette; ") and "1956" in line for line in formatted)
    assert len(formatted) == 3


@pytest.mark.parametrize(
    ("date", "wanted"),
    [
        ("1956", {"date-parts": [[1956]]}),
        ("1956-05-03T10:00:00Z", {"date-parts": [[1956, 5, 3]]}),
        ("1956-22", {"date-parts": [[1956]], "season": 2}),
        ("1956-05~", {"date-parts": [[1956, 5]], "circa": True}),
        ("195X", {"literal": "195X"}),
        ("1956/..", {"literal": "1956/.."}),
        ("1956-XX-XX", {"date-parts": [[1956]]}),
    ],
)
def test_a_date_is_never_more_exact_than_it_was_given(date: str, wanted: dict[str, Any]) -> None:
    assert dated(date) == wanted


def test_a_bibliography_of_one_claim_names_only_its_sources(exported: Export) -> None:
    text, report = exported("csl", claims=["clm-ferry-keeps-running"])
    assert [item["id"] for item in json.loads(text)] == ["harbour-gazette"]
    assert report["kept"]["sources"] == 1


@pytest.mark.parametrize("text", ["a {b} c", "\\", "50 % of ~ & # $ _", "two\nlines"])
def test_the_characters_that_bibtex_treats_as_commands_come_back(text: str) -> None:
    library = bibtexparser.parse_string(f"@misc{{key,\n  note = {{{escaped(text)}}}\n}}", append_middleware=[LatexDecodingMiddleware()])
    assert library.entries[0].fields_dict["note"].value == text.replace("\n", " ")


@pytest.mark.parametrize("text", ["a{b", "}", "} {", "\\{"])
def test_a_brace_without_a_partner_does_not_swallow_the_next_entry(text: str) -> None:
    library = bibtexparser.parse_string(f"@misc{{one,\n  note = {{{escaped(text)}}}\n}}\n\n@misc{{two,\n  note = {{x}}\n}}")
    assert not library.failed_blocks
    assert list(library.entries_dict) == ["one", "two"]


def without_custom(item: dict[str, Any]) -> dict[str, Any]:
    """The item without what the processor does not know and would warn of; citation processors pass over `custom`."""
    return {name: value for name, value in item.items() if name != "custom"}
