"""Turn [[claim]], [[assertion]] and [[relation]] into rows, each remembered under its own entry."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection
from dataclasses import dataclass, field

from ingest.files import Entry, SourceFolder
from ingest.sync import Sync, digest
from kb import anchor, ids, sources
from kb.curated import fact_of
from kb.entities import plan_relation
from kb.errors import DataError, did_you_mean
from kb.facts import SAME_CLAIM, Plan, plan
from kb.lookup import Lookup
from kb.tables import Row


@dataclass
class Claims:
    """One reading's claims. `attempt` runs a step on an entry and collects what is wrong with it."""

    connection: sqlite3.Connection
    sync: Sync
    run_id: str
    look: Lookup
    problems: list[DataError]
    attempt: Callable[[Entry, Callable[[Entry], None]], None]
    redrawn: set[str] = field(default_factory=set)  # sources whose sections changed: whose voice a quote is in may have changed with them
    wrong: set[str] = field(default_factory=set)  # claims whose own entries are wrong: what names them is not told too
    stated: set[str] = field(default_factory=set)  # claims that the files read now state, with their words

    def state(self, folders: Collection[SourceFolder]) -> None:
        """What states a claim with its words comes first: it may be stated in one file and asserted again in another."""
        for folder in folders:
            self.claims(folder, stating=True)
        self.stated = {
            self.sync.origins[address].row_id for address in self.sync.seen if address[2] == "claims" and address in self.sync.origins
        }

    def name(self, folders: Collection[SourceFolder], relations: Collection[Entry]) -> None:
        """What only names a claim comes after all that state one."""
        for folder in folders:
            self.claims(folder, stating=False)
        for entry in relations:
            self.attempt(entry, self.relation)

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
