"""Every number of claims of an entity is the same wherever it stands, with a unit and its definition at hand."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from typing import Any

import pytest

from kb.ask import listing
from kb.base.model import Row
from kb.site.editing import merging
from kb.site.page_data import rows
from kb.site.pages import claim_list, entity, entity_filters, feed, home, search, source, statistics
from tests.harness.site import Site

KINDS = {"actors": "actor", "things": "thing", "events": "event", "sources": "source"}


@pytest.fixture(scope="module")
def counts(shipped: sqlite3.Connection) -> dict[str, Row]:
    """The one definition, by entity, worked out from the lists that it counts."""
    about = "SELECT entity_id, count(DISTINCT claim_id) FROM entity_claims WHERE part <> 'speaker' GROUP BY entity_id"
    by = "SELECT speaker_id, count(DISTINCT claim_id) FROM who_says_what GROUP BY speaker_id"
    within = "SELECT source_id, count(DISTINCT claim_id) FROM standing GROUP BY source_id"
    listed = [dict(shipped.execute(sql).fetchall()) for sql in (about, by, within)]
    ids = [row[0] for row in shipped.execute("SELECT id FROM entities")]
    return {each: dict(zip(("about", "by", "within"), (found.get(each, 0) for found in listed), strict=True)) for each in ids}


def test_the_view_counts_what_the_lists_hold(shipped: sqlite3.Connection, counts: dict[str, Row]) -> None:
    held = {row["entity_id"]: row for row in rows(shipped, "SELECT * FROM entity_counts")}
    assert {
        each: {"about": row["claims_about"], "by": row["claims_by"], "within": row["claims_in"]} for each, row in held.items()
    } == counts
    sources = "SELECT entity_id, count(DISTINCT source_id) FROM entity_claims JOIN assertions ON assertions.id = assertion_id WHERE part <> 'speaker' GROUP BY 1"
    assert {each: row["sources_about"] for each, row in held.items() if row["sources_about"]} == dict(shipped.execute(sources).fetchall())
    assert counts["china"]["about"] > 40 and counts["antonio-graceffo"]["by"] > 80


def test_lists_of_actors_things_events_and_sources_give_those_numbers(shipped: sqlite3.Connection, counts: dict[str, Row]) -> None:
    for what in KINDS:
        columns, found = listing.listing(shipped, what)
        for record in found:
            row = dict(zip(columns, record, strict=True))
            shown = {"within": row["claims"]} if what == "sources" else {"about": row["claims_about"]}
            shown |= {"by": row["claims_by"]} if what == "actors" else {}
            assert shown.items() <= counts[row["id"]].items(), row["id"]
    for row in rows(shipped, "SELECT actor_id AS id, claims_about AS about, claims_by AS by FROM actor_sheet"):
        assert row.items() - {("id", row["id"])} <= counts[row["id"]].items()
    for row in rows(shipped, "SELECT event_id AS id, claims AS about FROM timeline"):
        assert row["about"] == counts[row["id"]]["about"]


def test_the_page_of_every_entity_gives_those_numbers(shipped: sqlite3.Connection, counts: dict[str, Row]) -> None:
    for row_id, number in counts.items():
        page = entity.numbers_of(shipped, row_id)
        own = {"about": page["counts"]["claims_about"], "by": page["counts"]["claims_by"]}
        assert own.items() <= number.items(), row_id
        assert page["of_counts"]["direct"] == number["about"], row_id
    for row_id in ("china", "antonio-graceffo", "luo-xi"):
        page = entity.read(shipped, "actor", row_id, entity.Listed())
        assert len(page["says"]) == min(counts[row_id]["by"], entity.PAGE)
        assert page["of_count"] == page["of_counts"]["parties"] >= counts[row_id]["about"]


def test_home_statistics_search_merge_and_source_pages_give_those_numbers(shipped: sqlite3.Connection, counts: dict[str, Row]) -> None:
    front: dict[str, Any] = home.read(shipped)
    places, people = statistics.claims_by_place(shipped), statistics.speakers_and_coverage(shipped)
    for shown, number in (
        *((front["speakers"], "by"), (front["subjects"], "about"), (front["sources"], "within")),
        *((places["places"], "about"), (places["states"], "about"), (people["speakers"], "by")),
    ):
        assert shown and all(row["claims"] == counts[row["id"]][number] for row in shown)
    most = sorted((-each["about"], row_id) for row_id, each in counts.items())[0][1]
    assert front["subjects"][0]["id"] == most  # who has most stands first
    for row in people["speakers"]:
        found = search.read(shipped, search.Search("", {"speaker": row["id"]}, "0000", "9999~"), 0)
        assert found["count"] == row["claims"], row["id"]
    for row in front["sources"]:
        assert source.read(shipped, row["id"], {})["coverage"]["claims"] == row["claims"]
        assert search.read(shipped, search.Search("", {"source": row["id"]}, "0000", "9999~"), 0)["count"] == row["claims"]
    for row_id in ("china", "antonio-graceffo"):
        told = merging.side(shipped, "actors", row_id)
        number = counts[row_id]
        assert told["named in"].split()[0] == str(number["about"]) and told["says"].split()[:1] == (
            [str(number["by"])] if number["by"] else []
        )


def test_what_somebody_says_comes_as_a_file_with_as_many_claims(shipped_site: Site, counts: dict[str, Row]) -> None:
    for row_id in ("antonio-graceffo", "luo-xi", "xi-jinping"):
        assert f'href="/search/claims.csv?speaker={row_id}"' in shipped_site.page(f"/actor/{row_id}").markup
        rows_of = csv.DictReader(io.StringIO(shipped_site.get(f"/search/claims.csv?speaker={row_id}").text))
        assert len({row["claim_id"] for row in rows_of}) == counts[row_id]["by"]


def test_pages_say_of_a_number_what_it_counts(shipped_site: Site, counts: dict[str, Row]) -> None:
    assert f"{counts['china']['about']} claims name China" in shipped_site.page("/actor/china").text
    assert f"{counts['antonio-graceffo']['by']} claims it makes" in shipped_site.page("/actor/antonio-graceffo").text
    for path in ("/", "/statistics", "/actor/china"):
        assert 'href="/about#counts"' in shipped_site.page(path).markup
    assert 'id="counts"' in shipped_site.page("/about").markup


@pytest.mark.thorough
def test_files_and_feeds_of_every_entity_hold_the_claims_that_are_counted(shipped: sqlite3.Connection, counts: dict[str, Row]) -> None:
    kinds = dict(shipped.execute("SELECT id, kind FROM entities").fetchall())
    made = "SELECT claim_id FROM entity_claims WHERE entity_id = ?"
    for row_id, number in counts.items():
        kind = kinds[row_id]

        def assertions(connection: sqlite3.Connection, row_id: str = row_id, kind: str = kind) -> list[str]:
            if kind == "source":
                return source.assertion_ids(connection, row_id, {})
            return [row["assertion_id"] for row in entity_filters.said_of(connection, row_id, "direct")]

        as_csv = csv.DictReader(io.StringIO(claim_list.rows_of(shipped, assertions, "csv")))
        held = {row["claim_id"] for row in as_csv}
        assert held == {row["claim_id"] for row in json.loads(claim_list.rows_of(shipped, assertions, "json"))}, row_id
        told = set(feed.claims_of(shipped, kind, row_id))
        if kind == "source":
            has_text = shipped.execute("SELECT snapshot_id FROM sources WHERE id = ?", (row_id,)).fetchone()[0]
            assert len(held) == number["within"] or not has_text, row_id
            assert told == held, row_id
        else:
            assert len(held) == number["about"], row_id
            assert told == held | {row[0] for row in shipped.execute(made, (row_id,))}, row_id
