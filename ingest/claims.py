"""Turn [[claim]], [[assertion]] and [[relation]] entries into rows, each with its own origin."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field

from ingest.files import SourceFolder
from ingest.origins import Address
from ingest.parsing import Entry
from ingest.sync import Sync
from kb.base import ids
from kb.base.model import Row
from kb.base.origins import digest
from kb.base.runs import Run
from kb.errors import DataError, did_you_mean
from kb.facts import Plan, differing, plan
from kb.facts.from_entries import fact_of
from kb.names.affiliations import plan_affiliation
from kb.names.entities import plan_distinct, plan_event_order, plan_relation
from kb.names.lookup import Lookup
from kb.sources import snapshots
from kb.texts import anchoring, display


def as_first_spelt(values: Row) -> Row:
    """Return an entry as its digest spells it: with `claim` for `claim_id`, as files had it when the first bases read them."""
    return {"claim" if key == "claim_id" else key: value for key, value in values.items()}


@dataclass
class Claims:
    """Loads claims, assertions and relations. `attempt` runs a step on an entry and collects its error."""

    run: Run
    sync: Sync
    lookup: Lookup
    problems: list[DataError]
    attempt: Callable[[Entry, Callable[[Entry], None]], None]
    redrawn: set[str] = field(default_factory=set)  # sources whose sections changed, and with them perhaps the speaker of a quote
    wrong: set[str] = field(default_factory=set)  # claims whose own entries are wrong, so that entries that name them are not reported too
    stated: set[str] = field(default_factory=set)  # claims whose text is in the files of this reading

    def state(self, folders: Collection[SourceFolder]) -> None:
        """Load the entries with the text of a claim first, since another file may assert the claim again."""
        for folder in folders:
            self.claims(folder, stating=True)
        self.stated = {
            self.sync.origins[address].row_id for address in self.sync.seen if address.table == "claims" and address in self.sync.origins
        }

    def name(self, folders: Collection[SourceFolder], relations: Collection[Entry], affiliations: Collection[Entry]) -> None:
        """Load the entries that only name claims, after all that state one."""
        for folder in folders:
            self.claims(folder, stating=False)
        for entry in relations:
            self.attempt(entry, self.relation)
        for entry in affiliations:
            self.attempt(entry, self.affiliation)

    def claims(self, folder: SourceFolder, *, stating: bool) -> None:
        """Load the entries of a source with the text of a claim (`stating`), or those that only name one."""
        for entry in folder.claims:
            if stating == bool(entry.values.get("text")):
                before = len(self.problems)
                self.attempt(entry, lambda entry: self.fact(entry, folder.id))
                if len(self.problems) > before and entry.values.get("id"):
                    self.wrong.add(ids.prefixed("clm", entry.values["id"]))

    def fact(self, entry: Entry, source_id: str) -> None:
        """Load a [[claim]] or [[assertion]], unless it is unchanged."""
        values = as_first_spelt(entry.values)
        fact = fact_of(entry.values, source_id, entry.where, kind=entry.kind)
        base = (
            f"{entry.kind}:{values['id']}"
            if values.get("id")
            else f"{entry.kind}:{digest([fact.source, fact.text or fact.claim_id, fact.quote, values.get('said_by')])[:16]}"
        )
        if fact.text is None and fact.claim_id:
            if ids.prefixed("clm", fact.claim_id) in self.wrong:
                return
            self.refuse_withdrawn(self.lookup.claim(fact.claim_id))
        again = source_id in self.redrawn
        if not again and self.sync.unchanged(entry.file, base, values):
            return
        try:
            planned = plan(self.lookup, fact, entry.where)
        except anchoring.QuoteError:
            if self.sync.unchanged(entry.file, base, values):
                return  # its quote is only in an earlier text, which was reported when the text changed
            raise
        self.record(entry, base, planned, again)

    def refuse_withdrawn(self, claim_id: str) -> None:
        """Raise DataError where neither a file nor a person asserts a claim any more."""
        by_person = (
            "SELECT 1 FROM claims LEFT JOIN runs ON runs.id = run_id WHERE claims.id = :id AND status <> 'retracted' AND runs.kind IS NOT 'ingest' UNION ALL"
            " SELECT 1 FROM assertions LEFT JOIN runs ON runs.id = run_id WHERE claim_id = :id AND status <> 'retracted' AND runs.kind IS NOT 'ingest'"
        )
        if claim_id in self.stated or self.run.connection.execute(by_person, {"id": claim_id}).fetchone():
            return
        known = [row[0].removeprefix("clm-") for row in self.run.connection.execute("SELECT id FROM claims WHERE status <> 'retracted'")]
        raise DataError(
            f"neither a file nor a person asserts the claim {claim_id} any more",
            where="claim",
            remedy=did_you_mean(claim_id.removeprefix("clm-"), set(known) - {claim_id.removeprefix("clm-")}),
        )

    def record(self, entry: Entry, base: str, planned: Plan, again: bool) -> None:
        """Record the rows of a fact, each with its own origin and the id that it got when it was first recorded."""
        values, snapshot = as_first_spelt(entry.values), self.lookup.snapshot_text(planned.assertions[0]["source_id"])
        span = anchoring.Span(planned.passage["start_char"], planned.passage["end_char"])
        snapshots.put_passage(self.run, snapshot.snapshot_id, snapshot.text, span)
        if planned.claim:
            self.refuse_other(entry.file, base, planned.claim)
            self.sync.want(Address(entry.file, f"{base}/claim", "claims"), planned.claim, values, again=again)
        if planned.quantity:
            self.sync.want(Address(entry.file, f"{base}/quantity", "quantities"), planned.quantity, values, again=again)
        self.keep_retracted(entry, planned)
        for row in self.chained(entry.file, base, planned.assertions):
            address = Address(entry.file, f"{base}/{row['id']}", "assertions")
            self.sync.adopt(address, row["id"])
            self.sync.want(address, row, values, again=again)
        for row in planned.participations:
            role = f"{base}/role {row['event_id']} {row['entity_id']} {row['role']}"
            self.sync.want(Address(entry.file, role, "participations"), row, values, again=again)

    def refuse_other(self, file: str, base: str, claim: Row) -> None:
        """Raise DataError where another entry states the claim with another triple or time."""
        others = "SELECT file || ', ' || entry FROM origins WHERE table_name = 'claims' AND row_id = ? AND NOT (file = ? AND entry = ?)"
        other = self.run.connection.execute(others, (claim["id"], file, f"{base}/claim")).fetchone()
        present = self.sync.row("claims", {"id": claim["id"]})
        if not other or present is None or present["status"] == "retracted":
            return
        unlike = [f"{column} {present[column]!r}, not {claim[column]!r}" for column in differing(self.run.connection, claim, present)]
        if unlike:
            raise DataError(
                f"the claim {claim['id']} ({display.shorten(present['text'])}) is stated by {other[0]} with {'; '.join(unlike)}",
                where="claim",
                remedy="leave subject, predicate, object and about out to use that claim, or word yours so that it says what differs",
            )

    def keep_retracted(self, entry: Entry, planned: Plan) -> None:
        """Let the assertions of a claim that a person retracted be retracted too."""
        present = self.sync.row("claims", {"id": planned.claim_id}) or {}
        if present.get("status") == "retracted":
            for row in planned.assertions:
                row["status"] = "retracted"
            self.sync.notes.append(f"{entry.where}: the claim {planned.claim_id} was retracted by a person and stays so")

    def chained(self, file: str, base: str, planned: list[Row]) -> list[Row]:
        """Return the assertions of an entry with the ids of the rows that it had before, as far as there are any."""
        known = [
            address
            for address in self.sync.by_entry.get((file, base), [])
            if address.table == "assertions" and address in self.sync.origins
        ]
        old = [row for row in (self.sync.row("assertions", {"id": self.sync.origins[address].row_id}) for address in known) if row]
        kept: dict[int, str] = {}
        for alike in (("level", "speaker_id"), ("level",)):
            for number, row in enumerate(planned):
                same = [earlier for earlier in old if all(earlier[column] == row[column] for column in alike)]
                if number not in kept and same:
                    kept[number] = same[0]["id"]
                    old.remove(same[0])
        renamed = {row["id"]: kept.get(number, row["id"]) for number, row in enumerate(planned)}
        return [
            row | {"id": renamed[row["id"]], "reported_in_id": renamed.get(row["reported_in_id"], row["reported_in_id"])} for row in planned
        ]

    def relation(self, entry: Entry) -> None:
        """Load a [[relation]], unless it is unchanged."""
        values = entry.values
        if {ids.prefixed("clm", values.get(end, "")) for end in ("from", "to")} & self.wrong:
            return
        row = plan_relation(self.lookup, values) | {"status": self.lookup.new_status("relations.status", values.get("status"))}
        for column in ("from_claim_id", "to_claim_id"):
            self.refuse_withdrawn(row[column])
        own_id = ids.relation_id(ids.prefixed("clm", values["from"]), row["relation"], ids.prefixed("clm", values["to"]))
        base = f"relation:{ids.prefixed('rel', values['id']) if values.get('id') else own_id}"
        if self.sync.unchanged(entry.file, base, values):
            return
        address = Address(entry.file, base, "relations")
        row["id"] = self.sync.kept_id(address, row["id"])
        self.sync.want(address, row, values)

    def affiliation(self, entry: Entry) -> None:
        """Load an [[affiliation]], unless it is unchanged. It is remembered under all its values, so a change of one makes another row."""
        values = entry.values
        claim_id = ids.prefixed("clm", values["claim_id"]) if values.get("claim_id") else None
        if claim_id in self.wrong:
            return
        if claim_id:
            self.refuse_withdrawn(self.lookup.claim(claim_id))
        own = [values.get("entity"), values.get("whole"), values.get("role"), claim_id, values.get("start_date"), values.get("end_date")]
        base = f"affiliation:{ids.prefixed('aff', values['id']) if values.get('id') else ids.affiliation_id(*own)}"
        address = Address(entry.file, base, "affiliations")
        if address in self.sync.seen:
            raise DataError("says the same as an entry before it", remedy="leave one of the two out")
        if self.sync.unchanged(entry.file, base, values):
            return
        row = plan_affiliation(self.lookup, values)
        row["id"] = self.sync.kept_id(address, row["id"])
        self.sync.want(address, row, values)

    def event_order(self, entry: Entry) -> None:
        """Load an [[event_order]], unless it is unchanged. It is remembered under its id, which is made from its values."""
        values = entry.values
        if ids.prefixed("clm", values.get("claim_id", "")) in self.wrong:
            return
        row = plan_event_order(self.lookup, values)
        if row["claim_id"]:
            self.refuse_withdrawn(row["claim_id"])
        base = f"event_order:{row['id']}"
        if not self.sync.unchanged(entry.file, base, values):
            self.sync.want(Address(entry.file, base, "event_order"), row, values)

    def distinct(self, entry: Entry) -> None:
        """Load a [[distinct]], unless it is unchanged. It is remembered under its id, which is made from its two entities."""
        row = plan_distinct(self.lookup, entry.values)
        base = f"distinct:{row['id']}"
        if not self.sync.unchanged(entry.file, base, entry.values):
            self.sync.want(Address(entry.file, base, "distinct_entities"), row, entry.values)

    def check_twins(self) -> None:
        """Collect a problem for each two claims of the files with the same text, and a note where a person recorded the other."""
        twins = (
            "SELECT mine.id, other.id, mine.text FROM claims AS mine JOIN claims AS other ON other.text = mine.text AND other.id <> mine.id"
            " WHERE mine.status <> 'retracted' AND other.status <> 'retracted'"
            " AND (mine.run_id = :run OR mine.id IN (SELECT row_id FROM revisions WHERE run_id = :run AND table_name = 'claims'))"
        )
        for mine, other, text in self.run.connection.execute(twins, {"run": self.run.id}).fetchall():
            if self.sync.has_origin("claims", other):
                remedy = f"state it once, and assert it again with [[assertion]] claim_id = {mine.removeprefix('clm-')!r}"
                self.problems.append(
                    DataError(f"the claims {mine} and {other} have the same words", where=display.shorten(text), remedy=remedy)
                )
            else:
                self.sync.notes.append(f"{mine} has the words of {other}, which a person recorded: kb merge {other} {mine} --reason …")
