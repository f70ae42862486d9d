"""The triple store of SPARQL follows a base: after whatever was done it holds what the whole base would be read as."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings

from kb.api import Base
from kb.base import runs, store
from kb.errors import KbError
from kb.exchange import dump, load
from kb.rdf import affected, changed_rows
from kb.rdf.base_triples import BaseTriples
from kb.rdf.model_mapping import known, triples_maps
from kb.rdf.namespaces import DEFAULT_BASE
from kb.rdf.r2rml import compiler, functions, statements
from kb.rdf.r2rml.compiler import Options
from kb.rdf.r2rml.statements import Select
from tests.harness.searching import examples
from tests.harness.steps import STEPS, Step, steps

# Views that read a table for rows of others too, of which the mapping takes none.
BESIDE = {("rdf_things", "quantities"), ("rdf_quantities", "things"), ("rdf_bare_claims", "things")}
KEPT = {"snapshots", "text_pieces"}  # never changed

WHOLE: list[Select] = []


class Watched:
    """A base with a store that follows it. It counts how often the store was read anew."""

    def __init__(self, path: Path) -> None:
        self.base = Base(store.connect(path), path)
        self.connection = self.base.connection
        self.reader = store.connect(path, readonly=True)
        self.holder = BaseTriples(self.reader, DEFAULT_BASE)
        self.read = -1
        self.last: object = None
        self.check("the first time")

    def refresh(self) -> None:
        self.holder.refresh()
        self.read += self.holder.triples is not self.last
        self.last = self.holder.triples

    def check(self, what: object) -> None:
        """Whether the store holds what the base says now."""
        self.refresh()
        fresh = ox.Store()
        fresh.extend(ox.parse(b"".join(self.printed()), format=ox.RdfFormat.N_QUADS))
        whole, held = set(fresh), set(self.holder.triples)
        assert (held - whole, whole - held) == (set(), set()), what

    def printed(self) -> Iterator[bytes]:
        """The whole base as N-Quads, by statements that are compiled once for all tests."""
        check = functions.register(self.connection, DEFAULT_BASE)
        if not WHOLE:
            WHOLE.extend(compiler.compile_all(self.connection, triples_maps(), Options(known=known())))
        for select in WHOLE:
            yield from statements.run(self.connection, select, check)

    def do(self, sql: str, *values: object) -> None:
        """One statement in a run of its own, which the store follows."""
        with runs.begin(self.connection, "add", contributor="Ada"):
            self.connection.execute(sql, values)
        self.refresh()

    def take(self, listed: Iterable[Step]) -> None:
        for step in listed:
            try:
                STEPS[step[0]](self.base, step[1], step[2], "Ada")
            except KbError:
                continue
            self.check(step)

    def close(self) -> None:
        self.base.close()
        self.reader.close()


def watched(path: Path) -> closing[Watched]:
    return closing(Watched(path))


@pytest.mark.thorough
def test_the_store_follows_what_is_added_changed_and_removed(tiny_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with watched(tiny_path) as base:
        base.take([("add", 2, 1), ("merge claims", 2, 1), ("undo", 0, 0)])
        base.do("INSERT INTO names(entity_id, name, kind, language) VALUES ('ferry', 'le bac', 'name', 'fr-CA')")
        base.do("UPDATE names SET kind = 'alias' WHERE name = 'le bac'")
        base.do("DELETE FROM names WHERE name = 'le bac'")
        base.do("INSERT INTO names(entity_id, name, kind) VALUES ('ferry', 'a “b” 成/c', 'alias')")  # in the place of the one removed
        base.do("UPDATE relations SET status = 'disputed'")
        base.do("DELETE FROM participations")
        base.do("UPDATE predicates SET label = 'something else'")
        base.connection.execute("UPDATE actors SET description = 'written past the program' WHERE id = 'harbour-board'")
        base.connection.commit()
        base.check("before the last rows go")
        monkeypatch.setattr(changed_rows, "LAST", 1)  # all that is remembered of a table may be gone
        base.do("UPDATE predicates SET label = 'one thing'")
        base.do("DELETE FROM names WHERE rowid >= (SELECT max(rowid) - 1 FROM names)")
        base.do("INSERT INTO names(entity_id, name, kind) VALUES ('ferry', 'the boat', 'alias')")
        base.check("the last rows are gone")
        assert base.read == 0
        monkeypatch.setattr("kb.rdf.base_triples.FEW", 1)
        monkeypatch.setattr("kb.rdf.base_triples.TRIPLES_A_CHANGE", 1_000_000)
        base.do("UPDATE actors SET description = 'of many'")
        assert base.read == 1


@pytest.mark.thorough
def test_the_store_follows_every_kind_of_run(tiny_path: Path) -> None:
    with watched(tiny_path) as base:
        base.take((name, 2, 1) for name in [*STEPS, "undo", "undo"])
        base.base.add_source("Dear sirs. Yours.", title="A letter", by="Ada")
        base.check("a source")
        assert base.read == 0


@pytest.mark.thorough
def test_what_no_revision_tells_is_read_anew(tiny_path: Path, tmp_path: Path) -> None:
    """Other words, rows numbered anew, another base that is brought in with its own history."""
    with watched(tiny_path) as base:
        with closing(store.connect(tiny_path)) as other:
            dump.dump(other, tmp_path / "dump")
        base.do("INSERT INTO vocabulary(field, value, label, description) VALUES ('things.kind', 'boat', 'boat', 'It floats.')")
        assert base.read == 1
        base.connection.execute("VACUUM")
        base.check("numbered anew")
        assert base.read == 2
        load.load(base.connection, dump.read(tmp_path / "dump"), contributor="Carla")
        base.check("loaded")


def test_every_table_that_a_triple_depends_on_leads_to_its_owner(tiny: sqlite3.Connection) -> None:
    """What a view reads is listed by SQLite, so that a view that reads one table more cannot be forgotten."""
    ways = {(kind, table) for table, named in affected.NAMED.items() for _, kind in named}
    ways |= {(kind, table) for table, kind, _ in affected.REFERRING}
    missing = set()
    for each in filter(None, map(affected.owned, triples_maps().values())):
        read: dict[str, int] = {}
        tiny.set_authorizer(lambda _code, table, *_: read.setdefault(table, sqlite3.SQLITE_OK))  # noqa: B023
        tiny.execute(f"SELECT * FROM {each.triples_map.table}").close()
        tiny.set_authorizer(None)
        tables = {table for table in read if table in affected.NAMED} - KEPT
        missing |= {(each.triples_map.table, table) for table in tables if (each.kind, table) not in ways} - BESIDE
    assert missing == set()


@pytest.mark.hypothesis
@pytest.mark.thorough
@given(steps)
@settings(max_examples=examples(12), suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_store_follows_whatever_people_do(tiny_built: Path, tmp_path: Path, listed: list[Step]) -> None:
    path = tmp_path / "followed.db"
    path.write_bytes(tiny_built.read_bytes())
    with watched(path) as base:
        base.take(listed)
        assert base.read == 0
