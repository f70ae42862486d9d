"""Turn the entries of files into rows, and bring them into the base in an order in which rows can refer to each other."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, field
from graphlib import CycleError, TopologicalSorter

from ingest.claims import Claims
from ingest.cut import Cut, checked_sections
from ingest.files import Curated, SourceFolder
from ingest.mentions import Mentions
from ingest.origins import Address
from ingest.parsing import Entry
from ingest.reviews import Reviews
from ingest.sync import Sync
from kb.base import ids
from kb.base.entries import needed
from kb.base.model import Row, key_of
from kb.base.runs import Run
from kb.base.snapshot_text import SnapshotText
from kb.errors import DataError
from kb.names.entities import TABLE, NewEntity, plan_entity, plan_names
from kb.names.lookup import Lookup
from kb.sources import marking, moving, snapshots

SPLITTER = 2  # raise this when sentences are split otherwise, so that they are split anew


@dataclass
class Loader:
    """Loads curated files in a run, and collects all problems, so that they are reported at once and nothing is recorded."""

    run: Run
    sync: Sync
    show_progress: Callable[[str], object] = str
    problems: list[DataError] = field(default_factory=list)
    moved: list[moving.MovedQuote] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.connection = self.run.connection
        self.lookup = Lookup(self.connection)
        self.claims = Claims(self.run, self.sync, self.lookup, self.problems, self.attempt)
        self.reviews = Reviews(self.run, self.sync, self.lookup)
        self.mentions = Mentions(self.sync, self.lookup, self.refuse)

    def load(self, curated: Curated) -> None:
        """Load everything that was read."""
        for entry in curated.of("contributor"):
            self.attempt(entry, self.contributor)
        self.predicates({entry.values.get("id", entry.where): entry for entry in curated.of("predicate")})
        if not self.named(curated):
            return  # else everything that names these would be reported too
        folders = []
        for folder in curated.sources:
            self.show_progress(f"reading {folder.id}")
            if self.source(folder):
                folders.append(folder)
        self.show_progress("recording claims")
        self.claims.state(folders)
        if len(folders) == len(curated.sources):  # else everything that names claims of the others would be reported too
            self.claims.name(folders, curated.of("relation"), curated.of("affiliation"))
            for entry in curated.of("event_order"):
                self.attempt(entry, self.claims.event_order)
            for entry in curated.of("distinct"):
                self.attempt(entry, self.claims.distinct)
        if not self.problems:  # else reviews of refused rows would be reported too
            self.reviews.load(curated.of("review"), folders, self.attempt)

    def attempt(self, entry: Entry, load: Callable[[Entry], None]) -> None:
        """Load an entry, and collect its error."""
        try:
            load(entry)
        except DataError as error:
            self.refuse(error, entry.where)
        except (sqlite3.IntegrityError, OverflowError) as error:
            self.problems.append(DataError(str(error), where=entry.where))

    def refuse(self, error: DataError, where: str) -> None:
        """Collect an error, with its place in front unless it begins with the file already."""
        self.problems.append(error if error.where.startswith(where.split(",", maxsplit=1)[0]) else error.at(where))  # type: ignore[arg-type]

    # ---------------------------------------------------------------------------------------------- reference data

    def contributor(self, entry: Entry) -> None:
        values = entry.values
        needed(values, ("id", "name", "kind"), entry.where)
        row = {
            "id": values["id"],
            "name": values["name"],
            "kind": self.lookup.word("contributors.kind", values["kind"]),
            "url": values.get("url"),
        }
        if not self.connection.execute("SELECT 1 FROM contributors WHERE id = ?", (row["id"],)).fetchone():
            self.connection.execute("INSERT INTO contributors(id, name, kind, url) VALUES (:id, :name, :kind, :url)", row)

    def predicates(self, entries: dict[str, Entry]) -> None:
        """Record the predicates, each after the one that it is the inverse of."""
        needs = {name: (entries.keys() & {entry.values.get("inverse_of")}) - {name} for name, entry in entries.items()}
        try:
            for name in list(TopologicalSorter(needs).static_order()):
                self.attempt(entries[name], self.predicate)
        except CycleError as error:
            circle = " → ".join(error.args[1])
            remedy = "say it of one of the two: it follows for the other"
            self.problems.append(DataError(f"inverse_of leads round: {circle}", where=entries[error.args[1][0]].where, remedy=remedy))

    def predicate(self, entry: Entry) -> None:
        needed(entry.values, ("description",), entry.where)
        self.entity_row(entry)

    def named(self, curated: Curated) -> bool:
        """Load actors, things, events and cited works, wholes before parts and places before events, and return False for a circle."""
        entries = {
            entry.values["id"]: entry
            for kind in ("actor", "thing", "event", "source")
            for entry in curated.of(kind)
            if entry.values.get("id")
        }
        folders = {folder.id: folder for folder in curated.sources}
        for entry in curated.reference:
            if entry.kind in ("actor", "thing", "event", "source") and not entry.values.get("id"):
                self.problems.append(DataError("id is missing", where=entry.where, remedy="add id = …"))
        needs = {name: self.dependencies(entry.values, entries) for name, entry in entries.items()}
        try:
            order = list(TopologicalSorter(needs).static_order())
        except CycleError as error:
            circle = " → ".join(error.args[1])
            self.problems.append(
                DataError(
                    f"these are parts or places of each other in a circle: {circle}",
                    where=entries[error.args[1][0]].where,
                    remedy="nothing can be part of itself: mend part_of or place",
                )
            )
            return False
        for name in order:
            if name in folders:
                self.problems.append(
                    DataError(
                        f"{name!r} is already a source folder",
                        where=entries[name].where,
                        remedy="choose another id, or leave this entry out",
                    )
                )
            else:
                self.attempt(entries[name], self.source_row if entries[name].kind == "source" else self.entity_row)
        return True

    def dependencies(self, values: Row, entries: dict[str, Entry]) -> set[str]:
        targets = [values.get("part_of"), values.get("place"), values.get("publisher"), *values.get("authors", [])]
        return {target for target in targets if target in entries}

    def entity_row(self, entry: Entry) -> None:
        new = NewEntity.of(entry.kind, entry.values, "")
        address = Address(entry.file, f"{entry.kind}:{new.id}", TABLE[entry.kind])
        self.sync.want(address, plan_entity(self.lookup, new), entry.values)
        self.names(entry.file, f"{entry.kind}:{new.id}", new.id, entry.values)

    def names(self, file: str, base: str, entity_id: str, values: Row) -> None:
        """Load the other names and the identifiers of an entity, whose entry is `base`."""
        for table, row in plan_names(self.lookup, entity_id, values):
            name = f"{base}/{table} {' '.join(map(str, key_of(table, row).values()))}"
            self.sync.want(Address(file, name, table), row, values)

    # ---------------------------------------------------------------------------------------------------- sources

    def source_row(self, entry: Entry) -> None:
        """Load a work that is only cited."""
        self.record_source(entry.file, entry.values, entry.where)

    def record_source(self, file: str, values: Row, where: str) -> None:
        needed(values, ("id", "title", "kind"), where)
        row: Row = {"id": ids.check_entity_id(values["id"], where)} | snapshots.plan_source(self.lookup, values)
        self.sync.want(Address(file, f"source:{row['id']}", "sources"), row, values)
        authors = [{"actor": actor, "role": "author"} for actor in values.get("authors", [])] + values.get("author", [])
        for position, author in enumerate(authors, 1):
            needed(author, ("actor",), f"{where}, author {position}")
            row = {"source_id": values["id"], "position": position, "actor_id": self.lookup.actor(author["actor"], "author")}
            row["role"] = self.lookup.word("source_authors.role", author.get("role", "author"))
            self.sync.want(Address(file, f"source:{values['id']}/author {position}", "source_authors"), row, values)
        self.names(file, f"source:{values['id']}", values["id"], values)

    def source(self, folder: SourceFolder) -> bool:
        """Load a source's metadata, text, mentions and citations, and return False where its text cannot be read, and so no claim found."""
        try:
            self.record_source(folder.file, folder.metadata, folder.file)
            if folder.received:
                self.text(folder)
        except DataError as error:
            self.refuse(error, folder.file)
            return False
        except sqlite3.IntegrityError as error:
            self.problems.append(DataError(str(error), where=folder.file))
            return False
        if folder.received:
            snapshot = self.lookup.snapshot_text(folder.id)
            self.mentions.load(folder, snapshot)
            for entry in folder.entries:
                if entry.kind == "citation":
                    self.attempt(entry, lambda entry: self.citation(entry, snapshot))
        return True

    def text(self, folder: SourceFolder) -> None:
        """Load a source's snapshot, sections and sentences. A changed text becomes the current one, and quotes are moved to it."""
        assert folder.received is not None
        current = self.connection.execute("SELECT snapshot_id FROM sources WHERE id = ?", (folder.id,)).fetchone()[0]
        retrieved = {key: folder.metadata.get(key) for key in ("retrieved_from", "retrieved_at")}
        snapshot_id = snapshots.add_snapshot(self.run, folder.id, folder.received, **retrieved)
        content = [
            snapshot_id,
            SPLITTER,
            *((entry.kind, entry.values) for entry in folder.entries if entry.kind in ("section", "sentence")),
        ]
        voices = self.voices(current)
        if not self.sync.unchanged(folder.file, "sections", content):
            sections = checked_sections(folder, self.lookup)
            exceptions = [entry.values for entry in folder.entries if entry.kind == "sentence"]
            Cut(self.sync, folder.file, snapshot_id, content).draw(folder.received.text, sections, exceptions)
            if current == snapshot_id or self.voices(snapshot_id) != voices:
                self.claims.redrawn.add(folder.id)
        if current and current != snapshot_id:
            self.run.because(f"the text of {folder.id} changed")
            with self.sync.moving("assertions", "source_id", folder.id), self.sync.moving("citations", "citing_source_id", folder.id):
                self.moved += moving.move_to(self.run, folder.id, snapshot_id)
        self.lookup.forget(folder.id)

    def voices(self, snapshot_id: str | None) -> list[tuple[str, str]]:
        """Return (kind, speaker id) of each section of a text."""
        sql = "SELECT kind, speaker_id FROM sections WHERE snapshot_id = ? ORDER BY position"
        return self.connection.execute(sql, (snapshot_id,)).fetchall()

    def citation(self, entry: Entry, snapshot: SnapshotText) -> None:
        values = entry.values
        needed(values, ("cited_text", "quote"), entry.where)
        base = f"citation:{values['cited_text']} {values['quote'][:80]}"
        if self.sync.unchanged(entry.file, base, values):
            return
        row = marking.plan_citation(self.run, self.lookup, snapshot, values)
        address = Address(entry.file, base, "citations")
        row["id"] = self.sync.kept_id(address, str(row["id"]))
        self.sync.want(address, row, values)
