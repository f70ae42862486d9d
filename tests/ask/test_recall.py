"""How many of the rows that people look for the search finds, by stems, beginnings, misspelt words, other names, ids and whole questions."""

from __future__ import annotations

import sqlite3
import tomllib
from pathlib import Path

import pytest

from kb.ask import matching, search

WANTED: dict[str, str] = tomllib.loads(Path(__file__).with_name("recall.toml").read_text("utf-8"))["wanted"]
FIRST = 5  # of each kind


def found(connection: sqlite3.Connection, words: str) -> list[str]:
    return [hit.id for hit in search.find(connection, words, FIRST)]


def test_nineteen_in_twenty_of_sixty_queries_find_their_row_among_the_first_five_of_its_kind(shipped: sqlite3.Connection) -> None:
    assert len(WANTED) >= 60
    missed = [words for words, wanted in WANTED.items() if wanted not in found(shipped, words)]
    assert len(missed) <= len(WANTED) / 20, missed


@pytest.mark.parametrize("words", ["warship", "allied", "America", "Tsugaro", "China leads", "what did Luo Xi say", "clm-india-us-ally"])
def test_what_a_newcomer_types_finds_something(words: str, shipped: sqlite3.Connection) -> None:
    assert WANTED[words] in found(shipped, words)


def test_stop_words_count_where_there_are_no_others_and_names_in_capitals_are_none() -> None:
    assert matching.terms("what did Luo Xi say?") == ["Luo", "Xi"]
    assert matching.terms("what is it") == ["what", "is", "it"]
    assert matching.terms("the US and WHO") == ["US", "WHO"]


def test_a_row_whose_id_is_typed_comes_first_and_once(shipped: sqlite3.Connection) -> None:
    ids = found(shipped, "luo-xi")
    assert ids[0] == "luo-xi" and ids.count("luo-xi") == 1


def test_in_a_large_base_a_word_is_compared_with_those_that_begin_like_it(
    shipped: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(matching, "MOST_COMPARED", 30)
    assert any("tsugaru" in phrase for phrase in matching.corrections(shipped, '"Tsugaro"'))
    for beginnings in (("t", "ts"), ("",), ("s", "st")):
        assert len(matching.known_words(shipped, beginnings)) <= 30 * 4


def test_a_word_that_is_spelt_right_is_not_corrected(shipped: sqlite3.Connection) -> None:
    assert matching.corrections(shipped, '"warships"') == []
    assert matching.corrections(shipped, '"zeppelin"') == []  # which is no pipeline
    assert any("tsugaru" in phrase for phrase in matching.corrections(shipped, '"Tsugaro"'))
