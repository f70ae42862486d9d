"""The library: open a base, ask it, add to it, take its triples.

All offsets are code points from 0, end exclusive; dates that sources give are EDTF; times of recording are UTC.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, BinaryIO

from kb import store
from kb.errors import DataError, KbError, UsageError
from kb.facts import Added, Fact, Voice

if TYPE_CHECKING:
    import rdflib

    from kb.checks import Problem
    from kb.history import Story

__all__ = ["Added", "Base", "DataError", "Fact", "KbError", "UsageError", "Voice", "init", "open"]


def init(path: str | Path) -> Base:
    """Make an empty base and open it. Raises UsageError when there is a file already."""
    store.init(path)
    return open(path)


def open(path: str | Path = "kb.db", *, readonly: bool = False) -> Base:
    """Open a base. An older one is backed up and brought up to date first, unless `readonly`.

    Raises UsageError when there is no such file, DataError when it is not a base or one of a newer version.
    """
    return Base(store.connect(path, readonly=True) if readonly else store.open_base(path), Path(path))


class Base:
    """An open base. Use it in a `with`, or close it. One thread at a time."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self.connection = connection
        self.path = path

    def __enter__(self) -> Base:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        self.connection.close()

    def query(self, what: str, **parameters: Any) -> list[dict[str, Any]]:
        """The rows of a SELECT, or of a named question; parameters of a question that are left out take its examples.

        Raises UsageError for a question or parameter that is not there and for SQL that does not run, DataError for what takes too long.
        """
        from kb import asking

        columns, rows = asking.ask(self.connection, what, parameters)
        return [dict(zip(columns, row, strict=True)) for row in rows]

    def add(self, fact: Fact | None = None, /, *, by: str | None = None, reason: str | None = None, **said: Any) -> Added:
        """Add one sourced fact, given as a Fact or by its fields: source, quote, text, subject, predicate, object, voices …

        One transaction, recorded as one run by the contributor `by`. The same fact twice is one fact: `Added.new_assertion`
        tells. Raises DataError when the quote or anything named is not there; the nearest that is stands in its remedy.
        """
        return self.add_all([fact or Fact(**said)], by=by, reason=reason)[0]

    def add_all(self, facts: Iterable[Fact], *, by: str | None = None, reason: str | None = None) -> list[Added]:
        """Add several facts in one transaction: all of them or none."""
        from kb.facts import plan, write
        from kb.lookup import Lookup
        from kb.settled import refuse_unsettled

        with store.run(self.connection, "add", contributor=by, reason=reason) as run_id:
            look, moment = Lookup(self.connection), store.now()
            added = [write(self.connection, plan(look, fact), run_id, moment) for fact in facts]
            refuse_unsettled(self.connection)
        return added

    def add_source(self, text: str | bytes, *, title: str, by: str | None = None, **said: Any) -> str:
        """Take a plain text in; returns the source's id. `said`: source_id, kind, authors, publisher, published, language, url, rights.

        Bytes must be UTF-8. The same text twice is recognised; with `source_id` of a source that is there, the text becomes its
        new snapshot and every quote is sought in it.
        """
        from kb.adding import add_source
        from kb.text import receive

        received = receive(text.encode("utf-8") if isinstance(text, str) else text, "text")
        with store.run(self.connection, "source", contributor=by) as run_id:
            return add_source(self.connection, run_id, received, {"title": title, **said}).source_id

    def new(self, what: str, entity_id: str, name: str, /, *, by: str | None = None, **said: Any) -> str:
        """Record an actor, thing, event or predicate; returns its id. `said`: kind, part_of, description, anonymity, actuality, date …"""
        from kb.curated import checked
        from kb.entities import KINDS, NewEntity, add_entity
        from kb.lookup import Lookup

        if what not in KINDS:
            raise UsageError(f"{what!r} is nothing to record", where="what", remedy="use one of: " + ", ".join(KINDS))
        given = checked(what, {"id": entity_id, "label" if what == "predicate" else "name": name, **said}, what)
        with store.run(self.connection, "add", contributor=by) as run_id:
            add_entity(self.connection, Lookup(self.connection), run_id, NewEntity.of(what, given, what))
        return entity_id

    def correct(self, row_id: str, reason: str, *, by: str | None = None, **new: str) -> list[str]:
        """Set columns of a row; the old row stays as a revision. Returns what changed."""
        from kb import changes

        with store.run(self.connection, "correct", contributor=by, reason=reason):
            return changes.correct(self.connection, row_id, new)

    def retract(self, row_id: str, reason: str, *, by: str | None = None) -> list[str]:
        """Take a row back, and what rests on it alone. Returns the ids of all that was retracted."""
        from kb import changes

        with store.run(self.connection, "retract", contributor=by, reason=reason):
            return changes.retract(self.connection, row_id)

    def merge(self, old_id: str, into_id: str, reason: str, *, by: str | None = None) -> list[str]:
        """Make one row of two; the old id goes on answering with the other. Returns what was moved."""
        from kb import merging

        with store.run(self.connection, "merge", contributor=by, reason=reason):
            return merging.merge(self.connection, old_id, into_id)

    def undo(self, run_id: str, reason: str, *, by: str | None = None) -> list[str]:
        """Take back what one run did. Raises DataError when somebody changed it again since."""
        from kb import undo

        with store.run(self.connection, "undo", contributor=by, reason=reason):
            return undo.undo(self.connection, run_id)

    def show(self, row_id: str) -> Story:
        """A row with what belongs to it and its history."""
        from kb import history

        return history.story(self.connection, row_id)

    def trace(self, row_id: str) -> list[dict[str, Any]]:
        """From a claim or assertion back to the words, the text and the bytes."""
        from kb import history

        return history.trace(self.connection, row_id)

    def check(self) -> list[Problem]:
        """Everything that is wrong with the base, errors and notices."""
        from kb import checks

        return list(checks.check(self.connection))

    def graph(self, *, sources: Sequence[str] = (), actors: Sequence[str] = (), claims: Sequence[str] = ()) -> rdflib.Dataset:
        """The triples as an rdflib Dataset: nodes in the default graph, each claim's bare triple in the graph named by the claim."""
        from kb.rdf import graph

        return graph.dataset(self.connection, sources=sources, actors=actors, claims=claims)

    def export(self, format: str, target: str | Path | BinaryIO, **selection: Any) -> int:
        """Write triples (nt ttl rdf jsonld) or quads (nq trig) to a file or binary stream; returns the number of bytes.

        `selection`: sources, actors, claims (ids), since (ISO 8601), bare_triples, texts, base.
        """
        from kb.rdf import export
        from kb.tabular import whole_file

        if isinstance(target, (str, Path)):
            with whole_file(Path(target), "wb") as stream:
                return export.write(self.connection, format, stream, **selection).bytes
        return export.write(self.connection, format, target, **selection).bytes
