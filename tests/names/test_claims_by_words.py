"""Claims named by their words or by an id with a slip, also in a base too large to look at every claim."""

from __future__ import annotations

import sqlite3

import pytest

from kb.errors import DataError
from kb.names import claims_by_words
from kb.names.lookup import Lookup

FERRY = "clm-ferry-too-small"


def test_case_blanks_and_a_stop_make_no_difference(tiny: sqlite3.Connection) -> None:
    assert Lookup(tiny).claim("  the FERRY is too   small. ") == FERRY


@pytest.mark.parametrize("given", ["clm-ferry-to-small", "ferry-too-smal", "fery-too-small", "frery-too-small"])
def test_an_id_with_a_slip_offers_the_one_that_is_meant(tiny: sqlite3.Connection, given: str) -> None:
    with pytest.raises(DataError, match="did you mean ferry-too-small"):
        Lookup(tiny).claim(given)


def test_words_that_no_claim_has_offer_the_claims_most_like_them(tiny: sqlite3.Connection) -> None:
    with pytest.raises(DataError, match="The ferry is too small"):
        Lookup(tiny).claim("That ferry is much too small for us")


@pytest.mark.parametrize("words", ["", "— ?!", '"ferry" OR *', "ferry AND (", "an ordinary sentence of nothing known"])
def test_any_words_are_refused_by_name(tiny: sqlite3.Connection, words: str) -> None:
    with pytest.raises(DataError, match="no claim"):
        Lookup(tiny).claim(words)


def test_no_table_is_read_whole(tiny: sqlite3.Connection) -> None:
    for sql, value in ((claims_by_words.WORDED, "x"), (claims_by_words.LIKELY, "clm-fe"), (claims_by_words.INDEXED, '"ferry"')):
        plan = [row[3] for row in tiny.execute(f"EXPLAIN QUERY PLAN {sql}", (value,))]
        assert not [step for step in plan if step.startswith("SCAN claims") and "INDEX" not in step], plan
