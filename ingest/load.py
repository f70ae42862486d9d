"""Turn what the files say into rows, and bring them into the base in the order in which rows may refer to each other."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from graphlib import CycleError, TopologicalSorter

from ingest.files import Curated, Entry, SourceFolder
from ingest.sync import Sync, digest
from kb import anchor, ids, sources
from kb.curated import fact_of, needed
from kb.entities import TABLE, NewEntity, plan_entity, plan_names, plan_relation
from kb.errors import DataError, did_you_mean
from kb.facts import Plan, plan
from kb.lookup import Held, Lookup
from kb.tables import Row, key_of

SPLITTER = 1  # raise when sentences are cut otherwise, so that they are cut anew


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

    def load(self, curated: Curated) -> None:
        for entry in curated.of("contributor"):
            self.attempt(entry, self.contributor)
        for entry in curated.of("predicate"):
            self.attempt(entry, self.predicate)
        self.named(curated)
        for folder in curated.sources:
            self.tell(f"reading {folder.id}")
            self.source(folder)
        for folder in curated.sources:  # a claim may be stated in one file and asserted again in another
            self.claims(folder, "claim")
        for folder in curated.sources:
            self.claims(folder, "assertion")
        for entry in curated.of("relation"):
            self.attempt(entry, self.relation)

    def attempt(self, entry: Entry, load: Callable[[Entry], None]) -> None:
        try:
            load(entry)
        except DataError as error:
            self.problems.append(error if error.where.startswith(entry.file) else error.at(entry.where))  # type: ignore[arg-type]
        except sqlite3.IntegrityError as error:
            self.problems.append(DataError(str(error), where=entry.where))

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

    def named(self, curated: Curated) -> None:
        """Actors, things, events and works that are only cited: whole before part, place before event."""
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
            return
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

    def source(self, folder: SourceFolder) -> None:
        try:
            self.record_source(folder.file, folder.metadata, folder.file)
            if folder.received:
                self.text(folder)
        except DataError as error:
            self.problems.append(error if error.where.startswith(folder.file) else error.at(folder.file))  # type: ignore[arg-type]
            return
        if folder.received:
            held = self.look.held(folder.id)
            self.mentions(folder, held)
            for entry in folder.entries:
                if entry.kind == "citation":
                    self.attempt(entry, lambda entry: self.citation(entry, folder.id, held))

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
        if not self.sync.unchanged(folder.file, "sections", said):
            self.sections(folder, snapshot, said)
        if current and current != snapshot:
            before = {
                row[0]: self.sync.row_digest("assertions", {"id": row[0]})
                for row in self.connection.execute("SELECT id FROM assertions WHERE source_id = ?", (folder.id,)).fetchall()
            }
            self.connection.execute("UPDATE change_context SET reason = ?", (f"the text of {folder.id} changed",))
            self.moved += sources.move_to(self.connection, self.run_id, folder.id, snapshot)
            self.sync.moved("assertions", set(before), before)
        self.look.forget(folder.id)

    def sections(self, folder: SourceFolder, snapshot: str, said: object) -> None:
        assert folder.received is not None
        words = folder.received.text
        wanted = [entry.said for entry in folder.entries if entry.kind == "section"]
        if not wanted:
            raise DataError(
                "no [[section]]",
                where=folder.file,
                remedy='say at least: [[section]] kind = "body", starts = the first words, speaker = the author',
            )
        for number, section in enumerate(wanted, 1):
            needed(section, ("kind", "starts", "speaker"), f"{folder.file}, [[section]] {number}")
            self.look.word("sections.kind", section["kind"])
            self.look.actor(section["speaker"], f"{folder.file}, [[section]] {number}, speaker")
        rows = sources.plan_sections(snapshot, words, wanted, folder.file)
        for row in rows:
            row["id"] = self.sync.kept_id(folder.file, f"sections/{snapshot} section {row['position']}", "sections", row["id"])
            self.sync.want(folder.file, f"sections/{snapshot} section {row['position']}", "sections", row, said)
        exceptions = [entry.said for entry in folder.entries if entry.kind == "sentence"]
        for row in sources.plan_sentences(snapshot, words, rows, exceptions, folder.file):
            entry = f"sections/{snapshot} sentence {row['position']}"
            row["id"] = self.sync.kept_id(folder.file, entry, "sentences", row["id"])
            self.sync.want(folder.file, entry, "sentences", row, said)
        self.connection.execute(
            "UPDATE passages SET section_id = (SELECT id FROM sections WHERE snapshot_id = passages.snapshot_id AND sections.start_char <= passages.start_char"
            " AND passages.start_char < sections.end_char) WHERE snapshot_id = ? AND NOT EXISTS (SELECT 1 FROM sections WHERE id = section_id"
            " AND sections.start_char <= passages.start_char AND passages.start_char < sections.end_char)",
            (snapshot,),
        )

    def mentions(self, folder: SourceFolder, held: Held) -> None:
        entries = [entry for entry in folder.entries if entry.kind == "mention"]
        said = [held.snapshot_id, *(entry.said for entry in entries)]
        if self.sync.unchanged(folder.file, "mentions", said):
            return
        found: dict[tuple[int, int], list[Row]] = {}
        for entry in entries:
            try:
                rows, specific = self.mention_rows(entry, held)
            except DataError as error:
                self.problems.append(error.at(entry.where))  # type: ignore[arg-type]
                continue
            for row in rows:
                found.setdefault((row["start_char"], row["end_char"]), []).append(row | {"specific": specific})
        for row in resolved(found):
            entry_name = f"mentions/{row['start_char']}-{row['end_char']} {row['entity_id']}"
            self.sync.want(folder.file, entry_name, "mentions", row, said)

    def mention_rows(self, entry: Entry, held: Held) -> tuple[list[Row], bool]:
        """Every place that one [[mention]] means: all whole-word occurrences, or those within the words given."""
        said = entry.said
        needed(said, ("text", "entity", "sense"), entry.where)
        entity_id = self.look.entity(said["entity"], "entity", needed=True)
        sense = self.look.word("mentions.sense", said["sense"])
        status = self.look.word("mentions.status", said.get("status", "reviewed"))
        spans = anchor.occurrences(held.text, said["text"])
        if said.get("within"):
            around = anchor.find(held.text, said["within"], where="within")
            spans = [span for span in spans if around.start <= span.start and span.end <= around.end]
        spans = [span for span in spans if whole_words(held.text, span)]
        if not spans:
            raise DataError(f"{said['text']!r} is not in the text as words of its own", where="text", remedy="copy the name from the text")
        rows: list[Row] = [
            {
                "id": ids.mention_id(held.snapshot_id, span.start, span.end, str(entity_id)),
                "snapshot_id": held.snapshot_id,
                "start_char": span.start,
                "end_char": span.end,
                "exact": span.of(held.text),
                "entity_id": entity_id,
                "sense": sense,
                "status": status,
            }
            for span in spans
        ]
        return rows, bool(said.get("within"))

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

    # ----------------------------------------------------------------------------------------------------- claims

    def claims(self, folder: SourceFolder, kind: str) -> None:
        for entry in folder.claims:
            if entry.kind == kind:
                self.attempt(entry, lambda entry: self.fact(entry, folder.id))

    def fact(self, entry: Entry, source_id: str) -> None:
        said = entry.said
        fact = fact_of(said, source_id, entry.where, kind=entry.kind)
        base = (
            f"{entry.kind}:{said['id']}"
            if said.get("id")
            else f"{entry.kind}:{digest([fact.source, fact.text or fact.claim_id, fact.quote, said.get('said_by')])[:16]}"
        )
        if self.sync.unchanged(entry.file, base, said):
            return
        made = plan(self.look, fact, entry.where)
        if entry.kind == "assertion":
            self.still_said(made.claim_id)
        self.record(entry, base, made)

    def still_said(self, claim_id: str) -> None:
        """A file may name only claims that some file or some person still says."""
        by_files = self.connection.execute("SELECT 1 FROM origins WHERE table_name = 'claims' AND row_id = ?", (claim_id,)).fetchone()
        if by_files and any(
            address[2] == "claims" and self.sync.origins[address].row_id == claim_id
            for address in self.sync.seen
            if address in self.sync.origins
        ):
            return
        held = "SELECT 1 FROM claims WHERE id = ? AND status <> 'retracted' AND NOT EXISTS (SELECT 1 FROM origins WHERE table_name = 'claims' AND row_id = claims.id)"
        if not self.connection.execute(held, (claim_id,)).fetchone():
            known = [row[0].removeprefix("clm-") for row in self.connection.execute("SELECT id FROM claims WHERE status <> 'retracted'")]
            raise DataError(
                f"no file and no person says the claim {claim_id} any more",
                where="claim",
                remedy=did_you_mean(claim_id.removeprefix("clm-"), known),
            )

    def record(self, entry: Entry, base: str, made: Plan) -> None:
        """The rows of one fact, each with its own place in memory; ids given when first recorded are kept."""
        said = entry.said
        passage = {key: made.passage[key] for key in ("id", "start_char", "end_char")}
        span = anchor.Span(passage["start_char"], passage["end_char"])
        sources.put_passage(
            self.connection, self.run_id, made.passage["snapshot_id"], self.look.held(made.assertions[0]["source_id"]).text, span
        )
        if made.claim:
            self.sync.want(entry.file, f"{base}/claim", "claims", made.claim, said)
        if made.quantity:
            self.sync.want(entry.file, f"{base}/quantity", "quantities", made.quantity, said)
        kept: dict[str, str] = {}
        for number, row in enumerate(made.assertions):
            address = f"{base}/{row['level']} {number}"
            kept[row["id"]] = self.sync.kept_id(entry.file, address, "assertions", row["id"])
            chained = {"id": kept[row["id"]], "reported_in_id": kept.get(row["reported_in_id"], row["reported_in_id"])}
            self.sync.want(entry.file, address, "assertions", row | chained, said)
        for row in made.participations:
            self.sync.want(entry.file, f"{base}/role {row['event_id']} {row['entity_id']} {row['role']}", "participations", row, said)

    def relation(self, entry: Entry) -> None:
        row = plan_relation(self.look, entry.said)
        for column in ("from_claim_id", "to_claim_id"):
            self.still_said(row[column])
        self.sync.want(entry.file, f"relation:{row['id']}", "relations", row, entry.said)


def whole_words(text: str, span: anchor.Span) -> bool:
    """Whether nothing of a longer word stands right before or after."""
    before, after = text[span.start - 1 : span.start], text[span.end : span.end + 1]
    return not (re.match(r"\w", before) and re.match(r"\w", text[span.start])) and not (
        re.match(r"\w", after) and re.match(r"\w", text[span.end - 1])
    )


def resolved(found: dict[tuple[int, int], list[Row]]) -> Iterator[Row]:
    """What stays when several entries mean the same words: one with `within` wins, then the longer; two equals both stay."""
    claimed: list[tuple[int, int]] = []
    ranked = sorted(found.items(), key=lambda item: (not any(row["specific"] for row in item[1]), -(item[0][1] - item[0][0]), item[0]))
    for (start, end), rows in ranked:
        specific = any(row["specific"] for row in rows)
        inside = any(low <= start and end <= high and (low, high) != (start, end) for low, high in claimed)
        if inside and not specific:
            continue
        claimed.append((start, end))
        unique = {row["entity_id"]: row for row in rows if row["specific"] == specific}
        for row in unique.values():
            yield {key: value for key, value in row.items() if key != "specific"}
