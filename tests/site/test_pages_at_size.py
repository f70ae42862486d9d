"""Pages over two thousand claims: what they take a short way to is what the long way gives."""

from __future__ import annotations

import sqlite3

import pytest

from kb.ask import reaching
from kb.site.pages import entity as pages
from kb.site.pages import home


@pytest.mark.thorough
def test_the_counts_of_each_reach_are_those_of_its_list_and_the_first_page_is_the_same(many: sqlite3.Connection) -> None:
    asked = [row[0] for row in many.execute("SELECT subject_id FROM claims GROUP BY 1 ORDER BY count(*) DESC LIMIT 6")] + [
        "event-1",
        "nobody",
    ]
    for entity in asked:
        lists = {reach: many.execute(pages.SAID_OF, (reach, entity, 10_000, 0)).fetchall() for reach in reaching.REACHES}
        found = reaching.counts(many, entity)
        assert found == {reach: len(rows) for reach, rows in lists.items()}
        assert lists["parties"][: found["direct"]] == lists["direct"]
    assert found == {"direct": 0, "parties": 0, "all": 0}


def test_the_home_page_looks_for_no_more_examples_than_it_shows(many: sqlite3.Connection) -> None:
    asked: list[str] = []
    many.set_trace_callback(asked.append)
    try:
        answers = home.read(many)["answers"]
    finally:
        many.set_trace_callback(None)
    assert len(answers) == home.ANSWERS
    assert [sql for sql in asked if "certainty = 'possible'" in sql] == []
