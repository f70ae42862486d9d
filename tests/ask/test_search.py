"""Full-text search: what it finds, what it leaves out, and that no words can break it."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kb.ask import search
from kb.base import store
from tests.harness.searching import examples
from tests.whole import done


def kinds(connection: sqlite3.Connection, words: str) -> set[tuple[str, str]]:
    return {(hit.kind, hit.id) for hit in search.find(connection, words)}


def test_it_finds_claims_quotes_names_and_texts(tiny: sqlite3.Connection) -> None:
    found = kinds(tiny, "captains")
    assert ("claim", "clm-captains-are-asked") in found
    assert ("name", "many-captains") in found
    assert ("text", "harbour-gazette") in found
    assert "quote" in {kind for kind, _ in found}


def test_all_the_words_must_be_there_in_any_order_and_case(tiny: sqlite3.Connection) -> None:
    assert kinds(tiny, "SMALL ferry") == kinds(tiny, "ferry small")
    assert ("claim", "clm-ferry-too-small") in kinds(tiny, "small ferry")
    assert kinds(tiny, "ferry zeppelin") == set()


def test_accents_make_no_difference(tiny_path: Path) -> None:
    done("new", "actor", "jose", "José Müller", "--kind", "person", db=tiny_path)
    connection = store.connect(tiny_path)
    assert kinds(connection, "jose muller") == kinds(connection, "JOSÉ MÜLLER") == {("name", "jose")}


def test_other_names_are_found_and_say_whose_they_are(tiny: sqlite3.Connection) -> None:
    (hit,) = search.find(tiny, "compagnie")
    assert (hit.kind, hit.id) == ("name", "canal-company")
    assert "Canal Company" in hit.snippet


def test_the_words_are_marked_where_they_stand(tiny: sqlite3.Connection) -> None:
    for hit in search.find(tiny, "passengers ferry"):
        assert "»passenger" in hit.snippet
        assert "\n" not in hit.snippet


def test_a_limit_holds_for_each_kind(tiny: sqlite3.Connection) -> None:
    found = [hit.kind for hit in search.find(tiny, "ferry", 1)]
    assert len(found) == len(set(found)) > 2


def test_a_quote_is_listed_once_by_its_innermost_voice(tiny: sqlite3.Connection) -> None:
    quotes = [hit.id for hit in search.find(tiny, "office expects") if hit.kind == "quote"] or [
        hit.id for hit in search.find(tiny, "bridge 1958") if hit.kind == "quote"
    ]
    levels = [tiny.execute("SELECT level FROM assertions WHERE id = ?", (each,)).fetchone()[0] for each in quotes]
    assert levels == [2]


def test_what_was_changed_is_found_by_its_new_words_only(tiny_path: Path) -> None:
    done("correct", "clm-captains-are-asked", "text=Somebody consults the skippers", "--reason", "x", db=tiny_path)
    done("correct", "radio-one", "name=Wireless One", "--reason", "x", db=tiny_path)
    connection = store.connect(tiny_path)
    assert ("claim", "clm-captains-are-asked") in kinds(connection, "skippers")
    assert ("claim", "clm-captains-are-asked") not in kinds(connection, "captains")
    assert ("name", "radio-one") in kinds(connection, "wireless")


def test_a_merged_name_leads_to_the_row_that_took_its_place(tiny_path: Path) -> None:
    done("merge", "harbour-board", "harbour-office", "--reason", "x", db=tiny_path)
    connection = store.connect(tiny_path)
    assert ("name", "harbour-office") in kinds(connection, "harbour board")
    assert ("name", "harbour-board") not in kinds(connection, "harbour board")


@pytest.mark.parametrize(
    "words",
    [
        '"',
        "'",
        "*",
        "a AND",
        "NOT",
        "claims:ferry",
        "^ferry",
        "-ferry",
        "(ferry",
        "ferry)",
        "{ferry}",
        "ferry + x",
        "—",
        "“",
        "NEAR(",
        "\t",
        "ferry\0x",
        "%_",
    ],
)
@pytest.mark.thorough
def test_words_are_words_and_never_an_expression(words: str, tiny: sqlite3.Connection) -> None:
    search.find(tiny, words)


@settings(max_examples=examples(60), deadline=None, database=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=20))
def test_no_text_at_all_breaks_the_search(tiny: sqlite3.Connection, words: str) -> None:
    search.find(tiny, words.encode("utf-8", "replace").decode("utf-8"))


def test_nothing_found_is_no_error(tiny_path: Path) -> None:
    assert json.loads(done("search", "zeppelin", "-f", "json", db=tiny_path)) == []
