"""The triples of a large base are kept on disk: the answers are those of a store in memory, and a worker that is killed loses nothing."""

from __future__ import annotations

import contextlib
import os
import stat
from contextlib import closing
from pathlib import Path

import pytest

from kb.api import Base
from kb.base import runs, store
from kb.errors import KbError, UsageError
from kb.rdf import sparql, triples_on_disk
from kb.rdf.base_triples import BaseTriples
from kb.rdf.namespaces import DEFAULT_BASE
from kb.rdf.triples_on_disk import Folder
from tests.harness.steps import STEPS

EVERYTHING = "SELECT ?s ?p ?o ?g WHERE { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }"
ENDLESS = "SELECT (count(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


def name(path: Path, added: str) -> None:
    with closing(store.connect(path)) as connection, runs.begin(connection, "add", contributor="Ada"):
        connection.execute("INSERT INTO names(entity_id, name, kind) VALUES ('ferry', ?, 'alias')", (added,))


def held(path: Path, folder: Folder | None = None) -> tuple[set[object], bool]:
    """What a new store over the base holds, and whether the base was read for it as a whole."""
    with closing(store.connect(path, readonly=True)) as connection:
        triples = BaseTriples(connection, DEFAULT_BASE, folder)
        before = triples.name
        triples.refresh()
        return set(triples.triples), triples.name != before


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    made = tmp_path / "kept"
    made.mkdir()
    return Folder(made)


def test_a_store_on_disk_holds_what_one_in_memory_holds_after_each_change(tiny_path: Path, folder: Folder) -> None:
    base = Base(store.connect(tiny_path), tiny_path)
    with closing(base), closing(store.connect(tiny_path, readonly=True)) as reader:
        followed = BaseTriples(reader, DEFAULT_BASE, folder)
        for step in (None, ("add", 2, 1), ("merge claims", 2, 1), ("undo", 0, 0), ("add", 1, 2)):
            if step:
                with contextlib.suppress(KbError):  # what is refused changes nothing
                    STEPS[step[0]](base, step[1], step[2], "Ada")
            followed.refresh()
            assert set(followed.triples) == held(tiny_path)[0]


def test_the_next_worker_goes_on_with_what_was_kept(tiny_path: Path, folder: Folder) -> None:
    assert held(tiny_path, folder) == (held(tiny_path)[0], True)
    assert held(tiny_path, folder) == (held(tiny_path)[0], False)
    name(tiny_path, "the boat")
    assert held(tiny_path, folder) == (held(tiny_path)[0], False)


def test_what_was_broken_off_is_read_anew(tiny_path: Path, folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    held(tiny_path, folder)
    name(tiny_path, "the boat")
    with monkeypatch.context() as broken, pytest.raises(KeyboardInterrupt):
        broken.setattr(BaseTriples, "printed", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))  # as much was taken away
        held(tiny_path, folder)
    assert folder.noted() is None
    assert held(tiny_path, folder) == (held(tiny_path)[0], True)
    assert len([each for each in folder.path.iterdir() if each.is_dir()]) == 1


@pytest.mark.thorough
def test_an_engine_keeps_a_large_base_on_disk_until_it_is_closed(tiny_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def rows(engine: sparql.Engine) -> list[str]:
        return sorted(map(str, engine.query(EVERYTHING, 60).rows))

    with sparql.Engine(tiny_path) as engine:
        in_memory = rows(engine)
        assert engine.folder is None
    monkeypatch.setattr(sparql, "LARGE", 0)
    with sparql.Engine(tiny_path) as engine:
        assert rows(engine) == in_memory
        folder = engine.folder
        assert folder is not None and folder.parent == tiny_path.parent and stat.S_IMODE(folder.stat().st_mode) == 0o700
        noted = Folder(folder).noted()
        with pytest.raises(UsageError, match="stopped after"):
            engine.query(ENDLESS, 0.5)
        assert rows(engine) == in_memory
        after = Folder(folder).noted()
        assert noted and after and noted.store == after.store  # not read anew
    assert not folder.exists()


def test_what_a_killed_process_left_is_deleted(tiny_path: Path) -> None:
    left = tiny_path.parent / f"{triples_on_disk.PREFIX}{2**22 + 1}-left"
    mine = tiny_path.parent / f"{triples_on_disk.PREFIX}{os.getpid()}-mine"
    for each in (left, mine):
        each.mkdir()
    made = triples_on_disk.make(tiny_path)
    assert made.is_dir() and mine.is_dir() and not left.exists()
