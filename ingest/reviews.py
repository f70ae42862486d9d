"""Turn [[review]] entries into rows: what a second reader found who read the claims of a source against its text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from ingest.files import SourceFolder
from ingest.origins import Address
from ingest.parsing import Entry
from ingest.sync import Sync
from kb.base.origins import digest
from kb.base.reviews import Reviewed, put_review, status_by_reviews, withdraw
from kb.base.row_by_id import row_of
from kb.base.runs import Run, ensure_contributor
from kb.base.words import Status
from kb.changes.reviewing import give_status
from kb.errors import DataError, actions
from kb.names.lookup import Lookup

SECOND_READER = "second-reader"  # who reviewed, where an entry names nobody
PREFIXES = {"": "", "clm-": "claims", "ast-": "assertions", "rel-": "relations", "men-": "mentions", "cit-": "citations"}


@dataclass
class Reviews:
    """Loads the reviews of one reading, after all rows that they are of."""

    run: Run
    sync: Sync
    lookup: Lookup

    def load(
        self, across: Sequence[Entry], folders: Sequence[SourceFolder], attempt: Callable[[Entry, Callable[[Entry], None]], None]
    ) -> None:
        """Load the reviews of rows that belong to no one source, such as relations, and those beside the claims of each source."""
        for entry in across:
            attempt(entry, partial(self.review, None))
        for folder in folders:
            for entry in folder.reviews:
                attempt(entry, partial(self.review, folder))

    def review(self, folder: SourceFolder | None, entry: Entry) -> None:
        """Load a [[review]]: of a claim, also of the assertions that the claim is stated with; of an assertion, also of those it is reported in."""
        values = entry.values
        of = self.row_named(values)
        base = f"review:{of[1]} {values.get('reviewer') or SECOND_READER}"
        if self.sync.unchanged(entry.file, base, values):
            return
        verdict = self.lookup.word("reviews.verdict", values.get("verdict"))
        if row_of(self.run.connection, *of)["status"] == Status.RETRACTED:
            self.sync.notes.append(f"{entry.where}: {of[1]} was retracted, so there is nothing to review")
            return
        rows = list(dict.fromkeys([of, *(("assertions", row_id) for row_id in (self.read_with(folder, of) if folder else ()))]))
        for each in rows:
            self.record(entry, f"{base}/{each[1]}", each, verdict)

    def read_with(self, folder: SourceFolder, of: Reviewed) -> list[str]:
        """Return the ids of the assertions that the entry of a claim, or of a further assertion, has in this source."""
        kind = {"claims": "claim:", "assertions": "assertion:"}.get(of[0])
        seen = [address for address in self.sync.seen if address.file == folder.claims_file and address in self.sync.origins]
        bases = {address.base for address in seen if address.table == of[0] and self.sync.origins[address].row_id == of[1]}
        found = [
            self.sync.origins[address].row_id
            for address in seen
            if address.table == "assertions" and kind and address.base in bases and address.base.startswith(kind)
        ]
        return sorted(row_id for row_id in found if row_of(self.run.connection, "assertions", row_id)["status"] != Status.RETRACTED)

    def row_named(self, values: dict[str, str]) -> Reviewed:
        """Return the table and id of the row that an entry names, with or without the prefix of its id."""
        name = values.get("id", "")
        for prefix, table in PREFIXES.items():
            for candidate in [table] if table else [found for found in PREFIXES.values() if found]:
                found = self.lookup.rows(f"SELECT id FROM {candidate} WHERE id = ?", prefix + name)
                if found:
                    return candidate, found[0][0]
        raise DataError(
            f"there is no row {name!r} to review", where="id", remedy=("name a claim, an assertion or a relation", actions.search())
        )

    def record(self, entry: Entry, entry_name: str, of: Reviewed, verdict: str) -> None:
        """Record the review of one row in place of what this entry said of it before, which a revision keeps."""
        connection, address = self.run.connection, Address(entry.file, entry_name, "reviews")
        by = replace(self.run, contributor=self.reviewer(entry.values.get("reviewer")))
        with self.sync.moving(of[0], "id", of[1]):
            known, before = status_by_reviews(connection, *of), row_of(connection, *of)["status"]
            earlier = self.sync.origins.get(address)
            if earlier:
                self.run.because(f"changed in {entry.where}")
                withdraw(connection, earlier.row_id)
            self.run.because(f"reviewed in {entry.file}")
            review_id = put_review(by, of, verdict, entry.values.get("note") or None)
            give_status(self.run, of, before, known)
        if review_id:
            self.sync.counts["reviews", "new"] += 1
            self.sync.seen.add(address)
            self.sync.remember(address, review_id, digest(entry.values), self.sync.row_digest("reviews", {"id": review_id}))

    def reviewer(self, name: str | None) -> str:
        """Return the id of the contributor who reviewed: the curators' second reader where an entry names nobody."""
        if name:
            return ensure_contributor(self.run.connection, name)
        sql = "INSERT INTO contributors(id, name, kind) SELECT ?, 'The curators’ second reader', 'group' WHERE NOT EXISTS (SELECT 1 FROM contributors WHERE id = ?)"
        self.run.connection.execute(sql, (SECOND_READER, SECOND_READER))
        return SECOND_READER
