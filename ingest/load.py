"""Turn what the files say into rows, and bring them into the base in the order in which rows may refer to each other."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from graphlib import CycleError, TopologicalSorter

from ingest.cut import Cut
from ingest.files import Curated, Entry, SourceFolder
from ingest.sync import Sync, digest
from kb import anchor, ids, sources
from kb.curated import fact_of, needed
from kb.entities import TABLE, NewEntity, plan_entity, plan_names, plan_relation
from kb.errors import DataError, did_you_mean
from kb.facts import SAME_CLAIM, Plan, plan
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
        self.redrawn: set[str] = set()  # sources whose sections changed: whose voice a quote is in may have changed with them
        self.wrong: set[str] = set()  # claims whose own entries are wrong: what names them is not told too
        self.stated: set[str] = set()  # claims that the files read now state, with their words

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
        for folder in folders:  # a claim may be stated in one file and asserted again in another
            self.claims(folder, stating=True)
        self.stated = {
            self.sync.origins[address].row_id for address in self.sync.seen if address[2] == "claims" and address in self.sync.origins
        }
        if len(folders) < len(curated.sources):
            return  # all that names the claims of the others would be told too
        for folder in folders:
            self.claims(folder, stating=False)
        for entry in curated.of("relation"):
            self.attempt(entry, self.relation)

    def attempt(self, entry: Entry, load: Callable[[Entry], None]) -> None:
        try:
            load(entry)
        except DataError as error:
            self.refuse(error, entry.file, entry.where)
        except (sqlite3.IntegrityError, OverflowError) as error:
            self.problems.append(DataError(str(error), where=entry.where))

    def refuse(self, error: DataError, file: str, where: str) -> None:
        self.problems.append(error if error.where.startswith(file) else error.at(where))  # type: ignore[arg-type]

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
            self.refuse(error, folder.file, folder.file)
            return False
        except sqlite3.IntegrityError as error:
            self.problems.append(DataError(str(error), where=folder.file))
            return False
        if folder.received:
            held = self.look.held(folder.id)
            self.mentions(folder, held)
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
                self.redrawn.add(folder.id)
        if current and current != snapshot:
            before = {
                row[0]: self.sync.row_digest("assertions", {"id": row[0]})
                for row in self.connection.execute("SELECT id FROM assertions WHERE source_id = ?", (folder.id,)).fetchall()
            }
            self.connection.execute("UPDATE change_context SET reason = ?", (f"the text of {folder.id} changed",))
            self.moved += sources.move_to(self.connection, self.run_id, folder.id, snapshot)
            self.sync.moved("assertions", set(before), before)
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
        spans = [span for span in spans if anchor.whole_words(held.text, span)]
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

    def claims(self, folder: SourceFolder, *, stating: bool) -> None:
        """The entries that state a claim with its words, or those that only name one."""
        for entry in folder.claims:
            if stating == bool(entry.said.get("text")):
                told = len(self.problems)
                self.attempt(entry, lambda entry: self.fact(entry, folder.id))
                if len(self.problems) > told and entry.said.get("id"):
                    self.wrong.add(ids.prefixed("clm", entry.said["id"]))

    def fact(self, entry: Entry, source_id: str) -> None:
        said = entry.said
        fact = fact_of(said, source_id, entry.where, kind=entry.kind)
        base = (
            f"{entry.kind}:{said['id']}"
            if said.get("id")
            else f"{entry.kind}:{digest([fact.source, fact.text or fact.claim_id, fact.quote, said.get('said_by')])[:16]}"
        )
        if fact.text is None and fact.claim_id:
            if ids.prefixed("clm", fact.claim_id) in self.wrong:
                return
            self.still_said(self.look.claim(fact.claim_id))
        again = source_id in self.redrawn
        if not again and self.sync.unchanged(entry.file, base, said):
            return
        try:
            made = plan(self.look, fact, entry.where)
        except anchor.QuoteError:
            if self.sync.unchanged(entry.file, base, said):
                return  # its words are in an earlier text only, and were told when the text changed
            raise
        self.record(entry, base, made, again)

    def still_said(self, claim_id: str) -> None:
        """A file may name only claims that some file or some person still says."""
        by_person = (
            "SELECT 1 FROM claims LEFT JOIN runs ON runs.id = run_id WHERE claims.id = :id AND status <> 'retracted' AND runs.kind IS NOT 'ingest' UNION ALL"
            " SELECT 1 FROM assertions LEFT JOIN runs ON runs.id = run_id WHERE claim_id = :id AND status <> 'retracted' AND runs.kind IS NOT 'ingest'"
        )
        if claim_id in self.stated or self.connection.execute(by_person, {"id": claim_id}).fetchone():
            return
        known = [row[0].removeprefix("clm-") for row in self.connection.execute("SELECT id FROM claims WHERE status <> 'retracted'")]
        raise DataError(
            f"no file and no person says the claim {claim_id} any more",
            where="claim",
            remedy=did_you_mean(claim_id.removeprefix("clm-"), set(known) - {claim_id.removeprefix("clm-")}),
        )

    def record(self, entry: Entry, base: str, made: Plan, again: bool) -> None:
        """The rows of one fact, each with its own place in memory; ids given when first recorded are kept."""
        said, held = entry.said, self.look.held(made.assertions[0]["source_id"])
        span = anchor.Span(made.passage["start_char"], made.passage["end_char"])
        sources.put_passage(self.connection, self.run_id, held.snapshot_id, held.text, span)
        if made.claim:
            self.refuse_other(entry.file, base, made.claim)
            self.sync.want(entry.file, f"{base}/claim", "claims", made.claim, said, again=again)
        if made.quantity:
            self.sync.want(entry.file, f"{base}/quantity", "quantities", made.quantity, said, again=again)
        self.keep_retracted(entry, made)
        for row in self.chained(entry.file, base, made.assertions):
            address = f"{base}/{row['id']}"
            self.sync.adopt(entry.file, address, "assertions", row["id"])
            self.sync.want(entry.file, address, "assertions", row, said, again=again)
        for row in made.participations:
            role = f"{base}/role {row['event_id']} {row['entity_id']} {row['role']}"
            self.sync.want(entry.file, role, "participations", row, said, again=again)

    def refuse_other(self, file: str, base: str, claim: Row) -> None:
        """Two entries may state one claim only if both say the same of it."""
        others = "SELECT file || ', ' || entry FROM origins WHERE table_name = 'claims' AND row_id = ? AND NOT (file = ? AND entry = ?)"
        other = self.connection.execute(others, (claim["id"], file, f"{base}/claim")).fetchone()
        there = self.sync.row("claims", {"id": claim["id"]})
        if not other or there is None or there["status"] == "retracted" or not any(claim[column] for column in SAME_CLAIM):
            return
        unlike = [f"{column} {there[column]!r}, not {claim[column]!r}" for column in SAME_CLAIM if there[column] != claim[column]]
        if unlike:
            raise DataError(
                f"the claim {claim['id']} ({anchor.shorten(there['text'])}) is stated by {other[0]} with {'; '.join(unlike)}",
                where="claim",
                remedy="leave subject, predicate, object and about out to use that claim, or word yours so that it says what differs",
            )

    def keep_retracted(self, entry: Entry, made: Plan) -> None:
        """What a person took back stays so, whoever is said to say it."""
        there = self.sync.row("claims", {"id": made.claim_id}) or {}
        if there.get("status") == "retracted":
            for row in made.assertions:
                row["status"] = "retracted"
            self.sync.notes.append(f"{entry.where}: the claim {made.claim_id} was retracted by a person and stays so")

    def chained(self, file: str, base: str, planned: list[Row]) -> list[Row]:
        """The assertions of one entry with the ids they are to have: those of the rows that stood for them before, as far as there are any."""
        known = [
            address for address in self.sync.by_entry.get((file, base), []) if address[2] == "assertions" and address in self.sync.origins
        ]
        old = [row for row in (self.sync.row("assertions", {"id": self.sync.origins[address].row_id}) for address in known) if row]
        kept: dict[int, str] = {}
        for alike in (("level", "speaker_id"), ("level",)):
            for number, row in enumerate(planned):
                same = [one for one in old if all(one[column] == row[column] for column in alike)]
                if number not in kept and same:
                    kept[number] = same[0]["id"]
                    old.remove(same[0])
        renamed = {row["id"]: kept.get(number, row["id"]) for number, row in enumerate(planned)}
        return [
            row | {"id": renamed[row["id"]], "reported_in_id": renamed.get(row["reported_in_id"], row["reported_in_id"])} for row in planned
        ]

    def relation(self, entry: Entry) -> None:
        said = entry.said
        if {ids.prefixed("clm", said.get(end, "")) for end in ("from", "to")} & self.wrong:
            return
        row = plan_relation(self.look, said)
        for column in ("from_claim_id", "to_claim_id"):
            self.still_said(row[column])
        as_said = ids.relation_id(ids.prefixed("clm", said["from"]), row["relation"], ids.prefixed("clm", said["to"]))
        base = f"relation:{ids.prefixed('rel', said['id']) if said.get('id') else as_said}"
        if self.sync.unchanged(entry.file, base, said):
            return
        row["id"] = self.sync.kept_id(entry.file, base, "relations", row["id"])
        self.sync.want(entry.file, base, "relations", row, said)

    def tell_twins(self) -> None:
        """Two claims with the same words are one claim, to be stated once."""
        twins = (
            "SELECT mine.id, other.id, mine.text FROM claims AS mine JOIN claims AS other ON other.text = mine.text AND other.id <> mine.id"
            " WHERE mine.status <> 'retracted' AND other.status <> 'retracted'"
            " AND (mine.run_id = :run OR mine.id IN (SELECT row_id FROM revisions WHERE run_id = :run AND table_name = 'claims'))"
        )
        for mine, other, text in self.connection.execute(twins, {"run": self.run_id}).fetchall():
            if self.sync.has_other_origin("claims", {"id": other}):
                remedy = f"state it once, and assert it again with [[assertion]] claim = {mine.removeprefix('clm-')!r}"
                self.problems.append(
                    DataError(f"the claims {mine} and {other} have the same words", where=anchor.shorten(text), remedy=remedy)
                )
            else:
                self.sync.notes.append(f"{mine} has the words of {other}, which a person recorded: kb merge {other} {mine} --reason …")


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
