"""The Python interface, `import kb`: open a base, query it, record facts in it, and export its triples.

Offsets are code points from 0, end exclusive; dates that sources give are EDTF; times of recording are UTC (ISO 8601).
"""

from __future__ import annotations

import sqlite3
import warnings
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import TracebackType
from typing import IO, TYPE_CHECKING, Any, BinaryIO

from kb.ask.results import Rows
from kb.base import opening, runs, store, upgrade
from kb.base.selection import Selection
from kb.changes.interface import Changing
from kb.errors import DataError, KbError, UsageError
from kb.exchange.interface import Exchanging
from kb.facts import Added, Fact, Voice
from kb.rdf.base_iri import record as record_base_iri
from kb.rdf.namespaces import BaseIri

if TYPE_CHECKING:
    import rdflib

    from kb.ask.story import Story
    from kb.base.problems import Problem
    from kb.changes.recording import Recorded
    from kb.exchange.presets.loss import Loss
    from kb.names.entities import NewEntity
    from kb.review.annotated import Taken
    from kb.review.fetched_again import Recheck

__all__ = ["Added", "Base", "DataError", "Fact", "KbError", "Rows", "UsageError", "Voice", "init", "open"]


def init(path: str | Path, *, starter: bool = False, by: str | None = None, base_iri: str | None = None) -> Base:
    """Create an empty base, or with `starter` one with general predicates, and open it. Its nodes are named under `base_iri` wherever it is.

    Raises UsageError where the file exists, or the IRI cannot be a base.
    """
    iri = None if base_iri is None else BaseIri(base_iri)
    store.init(path)
    base = open(path)
    if iri is not None:
        record_base_iri(base.connection, iri)
    if starter:
        from kb.names.starter import add_starter

        with runs.begin(base.connection, "add", contributor=by, reason="general predicates to begin with") as run:
            add_starter(run)
    return base


def open(path: str | Path = "kb.db", *, readonly: bool = False) -> Base:
    """Open a base. Unless `readonly`, an older one is first backed up and upgraded, with a warning that says what changed.

    Raises UsageError where there is no such file, DataError where it is not a base, or one of a newer version.
    """
    if not readonly and (upgraded := upgrade.if_older(path)):
        warnings.warn(upgraded.text(), stacklevel=2)
    return Base(store.connect(path, readonly=True) if readonly else opening.open_base(path), Path(path))


class Base(Changing, Exchanging):
    """An open base, to be used in a `with` statement or closed, by one thread at a time."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self.connection = connection
        self.path = path

    def __enter__(self) -> Base:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the connection to the base."""
        self.connection.close()

    def query(self, what: str, **parameters: Any) -> Rows:
        """Return the rows of a SELECT or a named question, a list of dictionaries; its `df()` makes a data frame of them.

        Parameters of a question default to its examples.

        Raises UsageError for an unknown question or parameter and for SQL that does not run, DataError for a query that takes too long.
        """
        from kb.ask import queries

        columns, rows = queries.ask(self.connection, what, parameters)
        return Rows(columns, rows)

    def add(self, fact: Fact | None = None, /, *, by: str | None = None, reason: str | None = None, **fields: Any) -> Added:
        """Record a sourced fact, given as a Fact or by its fields (source, quote, claim, subject, predicate, object, voices …).

        It is recorded in one transaction, as one run of the contributor `by`. A fact that is recorded already stays one fact, and
        `Added.new_assertion` is then false. Raises DataError, with the nearest that exists in its remedy, where the quote or something
        that the fact names is not found, ConflictError where the fact contradicts the base.
        """
        if "claim" in fields:  # every other interface calls the text of a claim so; a Fact calls it text
            if fields.get("text"):
                raise UsageError("claim and text say the same", where="claim", remedy="leave one of them out")
            fields["text"] = fields.pop("claim")
        return self.add_all([fact or Fact(**fields)], by=by, reason=reason)[0]

    def add_all(
        self,
        facts: Iterable[Fact],
        *,
        new: Iterable[NewEntity] = (),
        by: str | None = None,
        reason: str | None = None,
        dry_run: bool = False,
    ) -> list[Added]:
        """Record several facts in one transaction, all or none, after the actors, things, events and predicates in `new`.

        With `dry_run` everything is checked and nothing is recorded. Raises the errors of `add`.
        """
        from kb.facts import record
        from kb.names.entities import add_entity

        with runs.begin(self.connection, "add", contributor=by, reason=reason, dry_run=dry_run) as run:
            for entity in new:
                add_entity(run, entity)
            return [record(run, fact) for fact in facts]

    def add_source(self, text: str | bytes, *, title: str, by: str | None = None, **values: Any) -> str:
        """Add a plain text as a source, and return the source's id.

        `values`: source_id, kind, authors, publisher, published, language, url, rights, access. Bytes must be UTF-8. A text that the
        base has adds nothing. With the `source_id` of a recorded source, the text becomes its new snapshot, and its quotes are moved
        there. Raises DataError where a value or the text is wrong.
        """
        from kb.sources.adding import add_source
        from kb.texts.sentences import receive

        received = receive(text.encode("utf-8") if isinstance(text, str) else text, "text")
        with runs.begin(self.connection, "source", contributor=by) as run:
            return add_source(run, received, {"title": title, **values}).source_id

    def new(self, what: str, entity_id: str, name: str, /, *, by: str | None = None, **values: Any) -> str:
        """Record an actor, thing, event or predicate, and return its id.

        `values`: kind, part_of, description, anonymity, actuality, date … Raises UsageError for another kind of row, DataError for a wrong
        value or an id that is in use.
        """
        from kb.base.entries import checked
        from kb.names.entities import KINDS, NewEntity, add_entity

        if what not in KINDS:
            raise UsageError(f"{what!r} is not a kind of row that can be recorded", where="what", remedy="use one of: " + ", ".join(KINDS))
        entry = checked(what, {"id": entity_id, "label" if what == "predicate" else "name": name, **values}, what)
        with runs.begin(self.connection, "add", contributor=by) as run:
            add_entity(run, NewEntity.of(what, entry, what))
        return entity_id

    def record(self, kind: str, entry: dict[str, Any], /, *, by: str | None = None, reason: str | None = None) -> Recorded:
        """Record an entry of any kind that files may hold: relation, affiliation, event_order, role, quantity, mention, citation, name …

        `entry` has the keys of that kind. What is recorded already stays as it is, and a note says where the entry differs.
        Raises UsageError for an unknown kind, DataError for a wrong value.
        """
        return self.record_all([(kind, entry)], by=by, reason=reason)[0]

    def record_all(
        self, listed: Iterable[tuple[str, dict[str, Any]]], /, *, by: str | None = None, reason: str | None = None, dry_run: bool = False
    ) -> list[Recorded]:
        """Record several (kind, entry) in one transaction, all or none, or with `dry_run` only check them. Raises the errors of `record`."""
        from kb.changes import recording

        with runs.begin(self.connection, "add", contributor=by, reason=reason, dry_run=dry_run) as run:
            return recording.record_entries(run, listed)

    def show(self, row_id: str) -> Story:
        """Return a row with the rows that belong to it and its history. Raises UsageError for an unknown id."""
        from kb.ask import story

        return story.story(self.connection, row_id)

    def trace(self, row_id: str) -> list[dict[str, Any]]:
        """Return a dictionary for each step from a claim or assertion back to its quotes, texts and bytes. Raises UsageError for an unknown id."""
        from kb.ask import tracing

        return tracing.trace(self.connection, row_id)

    def import_annotations(
        self, file: str | Path, format: str = "annotations", *, source: str | None = None, by: str | None = None, dry_run: bool = False
    ) -> Taken:
        """Put the quotes of a file of annotations into the queue as proposals, and return how many are new, how many known, and what failed."""
        from kb.exchange.formats import registry
        from kb.review import annotated

        quotes = registry.read(Path(file).name, Path(file).read_bytes(), format)
        with runs.begin(self.connection, "propose", contributor=by, reason=f"import of {Path(file).name}", dry_run=dry_run) as run:
            return annotated.take(run, quotes, source)

    def check_source(self, source: str, *, allow_private: bool = False) -> Recheck:
        """Fetch the page of a source again, and return what was edited in it and which claims are at stake. Nothing is recorded."""
        from kb import articles
        from kb.review import fetched_again

        source_id, url = fetched_again.pages(self.connection, source)[0]
        page = articles.fetch(url, allow_private=allow_private)
        document = articles.read(page.data, media_type=page.media_type, url=page.final_url)
        return fetched_again.compare(self.connection, source_id, document, url)

    def check(self, *, deep: bool = False) -> list[Problem]:
        """Return all problems of the base, errors and notices; with `deep` every value is compared with its digest too."""
        from kb.base import checks

        return list(checks.check(self.connection, deep=deep))

    def graph(self, *, sources: Sequence[str] = (), actors: Sequence[str] = (), claims: Sequence[str] = ()) -> rdflib.Dataset:
        """Return the triples as an rdflib Dataset, with each claim's bare triple in a graph that is named by the claim.

        `sources`, `actors` and `claims` are ids that select a part; without them it is the whole base.
        """
        from kb.rdf import graph

        return graph.dataset(self.connection, Selection.of(sources, actors, claims))

    def export(self, format: str, target: str | Path | BinaryIO, **selection: Any) -> int:
        """Write triples (nt, ttl, rdf, jsonld) or quads (nq, trig) to a file or binary stream, and return the number of bytes.

        `selection`: sources, actors, claims (ids), since (ISO 8601), bare_triples, texts, base, processes. Raises UsageError for an unknown one.
        """
        from kb.ask.tables import opened
        from kb.rdf import export

        with opened(target, "wb") as stream:
            return export.write(self.connection, format, stream, *export.parted(**selection)).bytes

    def export_as(self, preset: str, target: str | Path | IO[Any], *, base: str | None = None, **selection: Any) -> Loss:
        """Write a format of other programs (bibtex, graphml …) to a file, stream or folder, and return what it kept and what it lost."""
        from kb.exchange.presets import registry

        return registry.export_to(self.connection, preset, target, Selection.of(**selection), base)
