"""What a change would do is tried on a copy of the base: nobody who writes waits for it, and an import is read and checked before it is written."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kb.base import store, trial_copy
from kb.exchange import listed_entries
from kb.texts import anchoring
from tests.harness.site import Site
from tests.site.test_writing_import import GOOD, HEAD, WRONG, sent

MARK = {"type": "distinct", "entity": "ferry", "other": "harbour", "reason": "A ship and a place."}


@pytest.fixture(scope="module")
def site(tiny_built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    started = Site(Path(shutil.copy(tiny_built, tmp_path_factory.mktemp("trials") / "tiny.db")))
    yield started
    started.close()


@pytest.mark.thorough
def test_what_is_only_tried_waits_for_no_writer_and_holds_up_none(site: Site) -> None:
    before = site.dump()
    with closing(sqlite3.connect(site.path, isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        look = sent(site, "preview", sheet=HEAD + GOOD)
        tried = site.post("/api/record", "clerk", json={"entries": [MARK], "dry_run": True})
        merge = site.get("/merge/harbour-office?into=harbour-board", "clerk")
        writer.execute("ROLLBACK")
    assert look.status_code == tried.status_code == merge.status_code == 200
    assert "1 new facts." in look.text and tried.json()["would_record"][0]["new"] == 1 and "What moves to" in merge.text
    assert site.dump() == before


def test_an_import_searches_no_text_while_it_writes(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("done on the thread that writes")

    monkeypatch.setattr(anchoring, "find", refuse)
    monkeypatch.setattr(listed_entries, "read", refuse)
    recorded = sent(site, "record", sheet=HEAD + GOOD + WRONG, skip_bad="yes")
    assert recorded.status_code == 200 and "1 new facts" in recorded.text and "no such words at all" in recorded.text


def count(connection: sqlite3.Connection) -> int:
    (number,) = connection.execute("SELECT count(*) FROM contributors").fetchone()
    return int(number)


@pytest.mark.thorough
def test_a_trial_sees_what_was_written_last_and_leaves_nothing(tiny_path: Path, tmp_path: Path) -> None:
    with closing(store.connect(tiny_path)) as base:
        for number in range(3):
            before = count(base)
            assert trial_copy.attempt(tiny_path, "add", "somebody else", None, lambda run: count(run.connection)) == before + 1
            assert count(base) == before
            base.execute("INSERT INTO contributors(id, name, kind) VALUES (?1, ?1, 'person')", (f"person-{number}",))
    store.init(tmp_path / "empty.db")
    assert trial_copy.attempt(tmp_path / "empty.db", "add", "somebody else", None, lambda run: count(run.connection)) == 1
