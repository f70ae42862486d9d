"""What others record neither waits for a text that is read nor stops what a reviewer accepts: equal words join, like ones stand beside."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

from kb.base import runs, store
from kb.cli import read_again, receiving
from kb.review import by_sentence
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
