"""A base as a triple store, in memory or on disk, that follows what is committed: what changed is taken away and printed anew, by the same mapping."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

import pyoxigraph as ox

from kb.rdf import affected, changed_rows, export
from kb.rdf import model_mapping as our
from kb.rdf.affected import Owned, Owner
from kb.rdf.changed_rows import Change, Seen
from kb.rdf.namespaces import BaseIri
from kb.rdf.r2rml import compiler, functions, statements
from kb.rdf.r2rml.compiler import QUADS, Options
from kb.rdf.r2rml.statements import Select
from kb.rdf.streams import as_file
from kb.rdf.triples_on_disk import Folder, Note

FEW = 1000  # changes that are always followed
TRIPLES_A_CHANGE = 50  # that can be read in the time that it takes to follow one change


class BaseTriples:
    """The triples of a base, as it is committed when `refresh` is called."""

    def __init__(self, connection: sqlite3.Connection, base: BaseIri, folder: Folder | None = None) -> None:
        self.connection, self.base, self.folder = connection, base, folder
        self.version: object = None
        self.seen: Seen | None = None
        self.triples = ox.Store()
        self.size = 0  # triples that were read: to count those in the store means to walk through it
        mapping = export.mapping_of(connection, export.Settings(base))
        self.maps = [owned for owned in map(affected.owned, mapping.values()) if owned]
        self.statements: Mapping[str, list[Select]] = {}
        self.check = functions.IriCheck(base)
        self.name = ""  # of the store's folder
        if folder and (note := folder.noted()):
            self.name, self.seen, self.size = note.store, note.seen, note.size
            self.triples, self.check = folder.store(note.store), functions.register(connection, base)

    def refresh(self) -> None:
        """Follow the base if it has changed."""
        version = self.connection.execute("SELECT data_version FROM pragma_data_version").fetchone()
        if version == self.version:
            return
        if self.folder:
            self.folder.forget()
        seen, self.version, self.seen = self.seen, None, None  # whatever breaks off below, the next time the base is read anew
        with export.one_state(self.connection):
            now = changed_rows.look(self.connection)
            if seen is None or not self.follow(seen):
                self.read()
        self.version, self.seen = version, now
        if self.folder:
            self.triples.flush()
            self.folder.write_note(Note(self.name, now, self.size))

    def read(self) -> None:
        """Read the whole base."""
        self.triples, self.size = ox.Store(), 0
        if self.folder:
            self.name, self.triples = self.folder.empty()
        self.triples.bulk_load(as_file(self.counted()), format=ox.RdfFormat.N_QUADS)
        self.check = functions.register(self.connection, self.base)

    def counted(self) -> Iterator[bytes]:
        """The whole base as N-Quads, whose lines are counted."""
        for chunk in export.quads(self.connection, settings=export.Settings(self.base)):
            self.size += chunk.count(b"\n")
            yield chunk

    def follow(self, seen: Seen) -> bool:
        """Take over what changed since then; False where that is not known, and the base has to be read anew."""
        changes = changed_rows.since(self.connection, seen, max(FEW, self.size // TRIPLES_A_CHANGE))
        owners = None if changes is None else affected.owners(self.connection, changes)
        if changes is None or owners is None:
            return False
        self.take_away(owners, changes)
        printed = b"".join(self.printed(owners))
        self.triples.load(printed, format=ox.RdfFormat.N_QUADS)
        return True

    def take_away(self, owners: Collection[Owner], changes: Collection[Change]) -> None:
        """Remove what the owners print, or printed before the changes."""
        default = ox.DefaultGraph()
        for subject in affected.subjects(self.maps, changes, owners):
            for quad in list(self.triples.quads_for_pattern(ox.NamedNode(subject), None, None, default)):
                self.triples.remove(quad)
        for kind, row_id in owners:
            if kind == affected.CLAIMS:
                self.triples.remove_graph(ox.NamedNode(self.base.node(row_id)))

    def printed(self, owners: Iterable[Owner]) -> Iterator[bytes]:
        """What the owners print now, as N-Quads."""
        self.statements = self.statements or compiled(self.connection, self.maps, self.base)
        for kind, row_id in sorted(owners):
            for select in self.statements[kind]:
                yield from statements.run(self.connection, select, self.check, (row_id,))


def compiled(connection: sqlite3.Connection, maps: Iterable[Owned], base: BaseIri) -> Mapping[str, list[Select]]:
    """The statements that print what one owner has, by its kind; each takes the owner's id."""
    found: Mapping[str, list[Select]] = defaultdict(list)
    where = {each.triples_map.table or "": f't."{each.column}" = ?1' for each in maps}
    options = Options(QUADS, where, base, our.known())
    for each in maps:
        found[each.kind].extend(compiler.compile_map(connection, each.triples_map, {}, options))
    return found
