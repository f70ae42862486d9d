"""What reads many texts holds few of them, and reads none more often than it must."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from kb.base import figures, snapshot_text, store
from kb.names import lookup
from kb.names.lookup import Lookup
from kb.texts import anchors
from kb.texts.anchors import Anchors
from tests.bench import synthetic


def test_the_numbers_of_claims_are_looked_for_in_one_text_after_the_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    base = store.connect(synthetic.build(tmp_path / "invented.db", 300), readonly=True)
    read: list[str] = []

    def note(connection: sqlite3.Connection, snapshot_id: str) -> snapshot_text.SnapshotText:
        read.append(snapshot_id)
        return snapshot_text.read_snapshot(connection, snapshot_id)

    monkeypatch.setattr(figures, "read_snapshot", note)
    assert list(figures.unprinted(base)) == []
    assert len(read) == len(set(read)) > 3
    monkeypatch.setattr(figures, "prints", lambda *_: False)
    claims = [claim for claim, _ in figures.unprinted(base)]
    counted = "SELECT claim_id FROM quantities JOIN claims ON claims.id = claim_id WHERE status <> 'retracted' ORDER BY 1"
    assert claims == [claim for (claim,) in base.execute(counted)]
    base.close()


def test_texts_beyond_a_limit_are_let_go_of_and_read_again(shipped: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    sources = [source for (source,) in shipped.execute("SELECT id FROM sources WHERE snapshot_id IS NOT NULL ORDER BY id")]
    assert len(sources) > 1
    texts = [Lookup(shipped).snapshot_text(source).text for source in sources]
    read = 0

    def count(connection: sqlite3.Connection, snapshot_id: str) -> snapshot_text.SnapshotText:
        nonlocal read
        read += 1
        return snapshot_text.read_snapshot(connection, snapshot_id)

    monkeypatch.setattr(lookup, "read_snapshot", count)
    for limit, times in ((lookup.MOST_HELD, 1), (0, 2)):
        monkeypatch.setattr(lookup, "MOST_HELD", limit)
        read, held = 0, Lookup(shipped)
        for _ in range(2):
            assert [held.snapshot_text(source).text for source in sources] == texts
        assert read == times * len(sources)


def test_quotes_beyond_a_limit_are_found_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(anchors, "MOST", 3)
    text, found = "one two three four five", Anchors()
    for quote in text.split() * 2:
        span = found.find("text", text, quote, where="quote")
        assert text[span.start : span.end] == quote
        assert len(found.found) <= 3
