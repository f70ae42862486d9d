"""Turn what the files say into rows, and bring them into the base in the order in which rows may refer to each other."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, field
from graphlib import CycleError, TopologicalSorter

from ingest.claims import Claims
from ingest.cut import Cut
from ingest.files import Curated, Entry, SourceFolder
from ingest.mentions import Mentions
from ingest.sync import Sync
from kb import anchor, ids, sources
from kb.curated import needed
from kb.entities import TABLE, NewEntity, plan_entity, plan_names
from kb.errors import DataError
from kb.lookup import Held, Lookup
from kb.tables import Row, key_of

SPLITTER = 2  # raise when sentences are cut otherwise, so that they are cut anew


@dataclass
class Loader:
    """One reading: what is wrong is collected, so that all of it can be told at once and nothing of it recorded."""

    connection: sqlite3.Connection
    sync: Sync
    run_id: str
    tell: Callable[[str], object] = str
    problems: list[DataError] = field(default_factory=list)
    moved: list[sources.Moved] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.look = Lookup(self.connection)
        self.claims = Claims(self.connection, self.sync, self.run_id, self.look, self.problems, self.attempt)
        self.mentions = Mentions(self.sync, self.look, self.refuse)

    def load(self, curated: Curated) -> None:
        for entry in curated.of("contributor"):
            self.attempt(entry, self.contributor)
        for entry in curated.of("predicate"):
            self.attempt(entry, self.predicate)
        if not self.named(curated):
            return  # all that names these would be told too
        folders = []
        for folder in curated.sources:
            self.tell(f"reading {folder.id}")
            if self.source(folder):
                folders.append(folder)
        self.claims.state(folders)
        if len(folders) == len(curated.sources):  # else all that names the claims of the others would be told too
            self.claims.name(folders, curated.of("relation"))

    def attempt(self, entry: Entry, load: Callable[[Entry], None]) -> None:
        try:
            load(entry)
        except DataError as error:
            self.refuse(error, entry.where)
        except (sqlite3.IntegrityError, OverflowError) as error:
            self.problems.append(DataError(str(error), where=entry.where))

    def refuse(self, error: DataError, where: str) -> None:
        """Tell it with its place, which begins with the file, unless it knows that already."""
        self.problems.append(error if error.where.startswith(where.split(",", maxsplit=1)[0]) else error.at(where))  # type: ignore[arg-type]

    # ---------------------------------------------------------------------------------------------- reference data

    def contributor(self, entry: Entry) -> None:
        said = entry.said
        needed(said, ("id", "name", "kind"), entry.where)
        row = {"id": said["id"], "name": said["name"], "kind": self.look.word("contributors.kind", said["kind"]), "url": said.get("url")}
        if not self.connection.execute("SELECT 1 FROM contributors WHERE id = ?", (row["id"],)).fetchone():
            self.connection.execute("INSERT INTO contributors(id, name, kind, url) VALUES (:id, :name, :kind, :url)", row)

    def predicate(self, entry: Entry) -> None:
        needed(entry.said, ("description",), entry.where)
        self.entity_row(entry)

    def named(self, curated: Curated) -> bool:
        """Actors, things, events and works that are only cited: whole before part, place before event. False for a circle."""
        entries = {
            entry.said["id"]: entry for kind in ("actor", "thing", "event", "source") for entry in curated.of(kind) if entry.said.get("id")
        }
        folders = {folder.id: folder for folder in curated.sources}
        for entry in curated.reference:
            if entry.kind in ("actor", "thing", "event", "source") and not entry.said.get("id"):
                self.problems.append(DataError("id is missing", where=entry.where, remedy="add id = …"))
        needs = {name: self.dependencies(entry.said, entries) for name, entry in entries.items()}
        try:
            order = list(TopologicalSorter(needs).static_order())
        except CycleError as error:
            circle = " → ".join(error.args[1])
            self.problems.append(
                DataError(
                    f"a circle: {circle}",
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

    def dependencies(self, said: Row, entries: dict[str, Entry]) -> set[str]:
        targets = [said.get("part_of"), said.get("place"), said.get("publisher"), *said.get("authors", [])]
        return {target for target in targets if target in entries}

    def entity_row(self, entry: Entry) -> None:
        new = NewEntity.of(entry.kind, entry.said, "")
        self.sync.want(entry.file, f"{entry.kind}:{new.id}", TABLE[entry.kind], plan_entity(self.look, new), entry.said)
        self.names(entry.file, f"{entry.kind}:{new.id}", new.id, entry.said)

    def names(self, file: str, base: str, entity_id: str, said: Row) -> None:
        for table, row in plan_names(self.look, entity_id, said):
            self.sync.want(file, f"{base}/{table} {' '.join(map(str, key_of(table, row).values()))}", table, row, said)

    # ---------------------------------------------------------------------------------------------------- sources

    def source_row(self, entry: Entry) -> None:
        """A work that is only cited."""
        self.record_source(entry.file, entry.said, entry.where)

    def record_source(self, file: str, said: Row, where: str) -> None:
        needed(said, ("id", "title", "kind"), where)
        row = {key: said.get(key) for key in ("title", "updated", "language", "url", "rights", "note")} | {
            "id": ids.check_entity_id(said["id"], where),
            "kind": self.look.word("sources.kind", said["kind"]),
            "publisher_id": self.look.entity(said.get("publisher"), "publisher", ("actor",)),
            "published": self.look.date(said["published"], "published") if said.get("published") else None,
            "published_basis": self.look.word("sources.published_basis", said["published_basis"]) if said.get("published") else None,
        }
        if said.get("updated"):
            self.look.date(said["updated"], "updated")
        self.sync.want(file, f"source:{row['id']}", "sources", row, said)
        authors = [{"actor": actor, "role": "author"} for actor in said.get("authors", [])] + said.get("author", [])
        for position, author in enumerate(authors, 1):
            needed(author, ("actor",), f"{where}, author {position}")
            row = {"source_id": said["id"], "position": position, "actor_id": self.look.actor(author["actor"], "author")}
            row["role"] = self.look.word("source_authors.role", author.get("role", "author"))
            self.sync.want(file, f"source:{said['id']}/author {position}", "source_authors", row, said)
        self.names(file, f"source:{said['id']}", said["id"], said)

    def source(self, folder: SourceFolder) -> bool:
        """Its metadata, text, mentions and citations; False when its text cannot be read, so that its claims are not sought."""
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
            held = self.look.held(folder.id)
            self.mentions.load(folder, held)
            for entry in folder.entries:
                if entry.kind == "citation":
                    self.attempt(entry, lambda entry: self.citation(entry, folder.id, held))
        return True

    def text(self, folder: SourceFolder) -> None:
        """The snapshot, its sections and sentences; a text that changed becomes the current one, and every quote is sought in it."""
        assert folder.received is not None
        current = self.connection.execute("SELECT snapshot_id FROM sources WHERE id = ?", (folder.id,)).fetchone()[0]
        snapshot = sources.add_snapshot(
            self.connection,
            self.run_id,
            folder.id,
            folder.received,
            retrieved_from=folder.metadata.get("retrieved_from"),
            retrieved_at=folder.metadata.get("retrieved_at"),
        )
        said = [snapshot, SPLITTER, *((entry.kind, entry.said) for entry in folder.entries if entry.kind in ("section", "sentence"))]
        voices = self.voices(current)
        if not self.sync.unchanged(folder.file, "sections", said):
            self.sections(folder, snapshot, said)
            if current == snapshot or self.voices(snapshot) != voices:
                self.claims.redrawn.add(folder.id)
        if current and current != snapshot:
            self.sync.because(f"the text of {folder.id} changed")
            with self.sync.moving("assertions", "source_id", folder.id), self.sync.moving("citations", "citing_source_id", folder.id):
                self.moved += sources.move_to(self.connection, self.run_id, folder.id, snapshot)
        self.look.forget(folder.id)

    def voices(self, snapshot: str | None) -> list[tuple[str, str]]:
        """Whose voice each section of a text is."""
        sql = "SELECT kind, speaker_id FROM sections WHERE snapshot_id = ? ORDER BY position"
        return self.connection.execute(sql, (snapshot,)).fetchall()

    def sections(self, folder: SourceFolder, snapshot: str, said: object) -> None:
        assert folder.received is not None
        wanted = [entry.said for entry in folder.entries if entry.kind == "section"]
        if not wanted:
            raise DataError(
                "no [[section]]",
                where=folder.file,
                remedy='say at least: [[section]] kind = "body", starts = the first words, speaker = the author',
            )
        drawn = []
        for number, section in enumerate(wanted, 1):
            where = f"{folder.file}, [[section]] {number}"
            needed(section, ("kind", "starts", "speaker"), where)
            try:
                self.look.word("sections.kind", section["kind"])
                drawn.append(section | {"speaker": self.look.actor(section["speaker"], "speaker")})
            except DataError as error:
                raise error.at(where) from None
        exceptions = [entry.said for entry in folder.entries if entry.kind == "sentence"]
        Cut(self.sync, folder.file, snapshot, said).draw(folder.received.text, drawn, exceptions)

    def citation(self, entry: Entry, source_id: str, held: Held) -> None:
        said = entry.said
        needed(said, ("cited_text", "quote"), entry.where)
        base = f"citation:{said['cited_text']} {said['quote'][:80]}"
        if self.sync.unchanged(entry.file, base, said):
            return
        span = anchor.find(held.text, said["quote"], within=said.get("within", ""), where="quote")
        passage = sources.put_passage(self.connection, self.run_id, held.snapshot_id, held.text, span)
        cited = self.look.source(said.get("cited"), "cited")
        row = {"id": ids.citation_id(source_id, cited or said["cited_text"], passage), "citing_source_id": source_id, "cited_id": cited}
        row |= {
            "cited_text": said["cited_text"],
            "passage_id": passage,
            "status": self.look.word("citations.status", said.get("status", "reviewed")),
        }
        row["id"] = self.sync.kept_id(entry.file, base, "citations", str(row["id"]))
        self.sync.want(entry.file, base, "citations", row, said)
