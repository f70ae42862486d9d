"""What others record neither waits for a text that is read nor stops what a reviewer accepts: equal words join, like ones stand beside."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kb import articles, propose
from kb.base import runs, store
from kb.cli import read_again, receiving
from kb.names.lookup import Lookup
from kb.review import by_sentence, intake
from kb.review.by_sentence import Decision
from tests.site import queue as plants
from tests.site.queue import CARRIED, HALF, SMALL, Found


@pytest.fixture
def path(tiny_path: Path) -> Path:
    plants.planted(tiny_path)
    return tiny_path


def test_other_writers_do_not_wait_while_a_recorded_text_is_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    class Reader:
        def call(self, _limit: float, _on: object, base: Path, function: Callable[..., Any], source: str, **how: Any) -> Any:
            with closing(sqlite3.connect(base, timeout=0)) as other:
                other.execute("BEGIN IMMEDIATE")  # raises where somebody holds the lock
            read.append(source)
            with closing(store.connect(base, readonly=True)) as own:
                return function(own, source, **how)

    @contextmanager
    def reader() -> Iterator[Reader]:
        yield Reader()

    monkeypatch.setattr(receiving, "reader", reader)
    with closing(store.connect(path)) as connection:
        read_again.propose(connection, plants.GAZETTE, path, read_again.Reading("none", None, "tester", dry_run=False))
    assert read == [plants.GAZETTE]


def test_an_article_whose_bytes_were_read_otherwise_before_is_not_read_while_others_wait(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = b"<html><head><title>Ferry</title></head><body><h1>Ferry</h1><p>The board said that the ferry is late.</p></body></html>"
    article = articles.read(page, name="ferry.html")
    otherwise = replace(article, text=article.text.replace("Ferry", "The ferry", 1), sections=())
    with closing(store.connect(path)) as connection:
        with runs.begin(connection, "propose", contributor="tester") as run:
            intake.take(run, otherwise, {"title": "Ferry"}, model="none")
        of_stored = intake.proposals_for(connection, article, {"title": "Ferry"}, model="none")
        of_article = propose.propose(article.text, Lookup(connection), model="none")
        monkeypatch.setattr(propose, "propose", lambda *_, **__: pytest.fail("read while others wait"))
        for proposals, known in ((of_stored, len(of_stored)), (of_article, 0)):  # the latter as where somebody recorded it meanwhile
            with runs.begin(connection, "propose", contributor="tester") as run:
                again = intake.take(run, article, {"title": "Ferry"}, model="none", proposals=proposals)
            assert (again.source.new, again.new, again.known) == (False, 0, known) and of_stored


def test_equal_words_are_another_assertion_and_like_words_another_claim(path: Path) -> None:
    connection = store.connect(path)

    def accepted(found: Found, text: str) -> str:
        sql = "SELECT id FROM proposals WHERE exact = ? AND speaker IS ?"
        proposal = connection.execute(sql, (found.words, found.speaker)).fetchone()[0]
        with runs.begin(connection, "review", contributor="tester") as run:
            [decided] = by_sentence.decide_all(run, [Decision(proposal, "accept", {"text": text, "speaker": "Canal Company"})])
        assert decided.added
        return decided.added.claim_id

    first = accepted(CARRIED, "The new ferry is too small for the harbour.")
    assert accepted(SMALL, "The new  ferry is too small for the harbour.") == first
    assert accepted(HALF, "The new ferry is too small for this harbour.") != first
    voices = "SELECT count(*) FROM assertions JOIN passages ON passages.id = passage_id WHERE claim_id = ? AND exact IN (?, ?)"
    assert connection.execute(voices, (first, CARRIED.words, SMALL.words)).fetchone()[0] >= 2
    connection.close()
