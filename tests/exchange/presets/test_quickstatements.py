"""QuickStatements say no more than a source does, with every reference; every claim that is none is listed."""

from __future__ import annotations

import io
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kb import api
from kb.exchange.presets.quickstatements import qualifiers, quoted, time
from tests.exchange.presets.lossy import lossy
from tests.whole import done

Export = Callable[..., tuple[str, dict[str, Any]]]
PROPERTY = "UPDATE predicates SET iri = 'http://www.wikidata.org/prop/direct/P999' WHERE id = 'carries'"


@pytest.fixture
def mapped(tiny_path: Path) -> Path:
    """The lossy base with a claim that two sources affirm outright, of which one is a Wikidata item."""
    lossy(tiny_path)
    fact = ("--subject", "canal-company", "--predicate", "carries", "--object", "ferry", "--about", "1956", "--kind", "factual")
    for source, quote in (("harbour-gazette", "The Canal Company said"), ("port-bulletin", "Bulletin of the Port")):
        done("add", "--source", source, "--quote", quote, "--claim", "The company carries the ferry", *fact, db=tiny_path)
    return changed(tiny_path, PROPERTY, "UPDATE sources SET url = 'https://port.example/june' WHERE id = 'port-bulletin'")


def changed(path: Path, *statements: str) -> Path:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA trusted_schema = ON")
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()
    return path


def exported_from(path: Path) -> tuple[list[str], dict[str, Any]]:
    stream = io.StringIO()
    with api.open(path, readonly=True) as base:
        loss = base.export_as("quickstatements", stream)
    return stream.getvalue().splitlines(), loss.as_json()


def test_a_statement_has_its_time_with_precision_and_every_reference(mapped: Path) -> None:
    lines, report = exported_from(mapped)
    assert [line.split("\t") for line in lines] == [
        [
            *("Q100001", "P999", "Q100002", "P585", "+1956-00-00T00:00:00Z/9"),
            *("S248", "Q100009", "S854", '"https://gazette.example/1956/ferry"', "S1476", 'en:"The ferry will not stop"'),
            *("S1683", 'en:"The Canal Company said"', "S577", "+1956-05-03T00:00:00Z/11", "S813", "+2024-02-03T00:00:00Z/11"),
            *("!S854", '"https://port.example/june"', "S1476", 'en:"Bulletin of the Port"', "S1683", 'en:"Bulletin of the Port"'),
        ]
    ]
    assert report["kept"] == {"statements": 1, "references": 2}


def test_every_claim_that_is_no_statement_is_listed_by_id(mapped: Path) -> None:
    _, report = exported_from(mapped)
    with api.open(mapped, readonly=True) as base:
        claims = {row["id"] for row in base.query("SELECT id FROM claims WHERE text <> 'The company carries the ferry'")}
    listed = [row_id for each in report["lost"] for row_id in each.get("ids", [])]
    assert sorted(listed) == sorted(claims)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE assertions SET stance = 'denies' WHERE {mine} AND source_id = 'port-bulletin'",
        "UPDATE assertions SET certainty = 'probable' WHERE {mine}",
        "UPDATE claims SET status = 'disputed' WHERE {claim}",
        "UPDATE claims SET kind = 'plan' WHERE {claim}",
        "UPDATE claims SET about_time = '1956~' WHERE {claim}",
        "UPDATE claims SET place_id = 'harbour' WHERE {claim}",
        "UPDATE identifiers SET match = 'close' WHERE entity_id = 'ferry'",
    ],
)
@pytest.mark.thorough
def test_what_is_denied_doubted_or_not_mapped_exactly_is_no_statement(mapped: Path, change: str) -> None:
    claim = "text = 'The company carries the ferry'"
    lines, _ = exported_from(changed(mapped, change.format(claim=claim, mine=f"claim_id = (SELECT id FROM claims WHERE {claim})")))
    assert lines == []


@pytest.mark.parametrize(
    ("date", "value"),
    [
        ("1883", "+1883-00-00T00:00:00Z/9"),
        ("1883-02", "+1883-02-00T00:00:00Z/10"),
        ("1883-02-05", "+1883-02-05T00:00:00Z/11"),
        ("1883?", None),
        ("188X", None),
        ("1883-21", None),
    ],
)
def test_a_date_has_the_precision_that_it_was_given_with(date: str, value: str | None) -> None:
    assert time(date) == value


def test_an_interval_has_a_start_and_an_end_and_an_open_end_none() -> None:
    assert qualifiers("1883/1884-02") == ["P580", "+1883-00-00T00:00:00Z/9", "P582", "+1884-02-00T00:00:00Z/10"]
    assert qualifiers("1883/..") == ["P580", "+1883-00-00T00:00:00Z/9"]
    assert qualifiers("1883~/1884") is None


def test_a_string_stays_within_its_field() -> None:
    assert quoted('He said "no"\tand\nleft') == '"He said ”no” and left"'
