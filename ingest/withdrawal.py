"""Withdraw the rows of entries that are no longer in the files: retract or delete those that nobody else states, uses or changed."""

from __future__ import annotations

import sqlite3

from ingest.origins import Address
from ingest.sync import Sync
from kb import changes
from kb.base.model import WITH_STATUS, Row, bound, matching, split_row_id
from kb.base.origins import content_digest
from kb.base.reviews import withdraw
from kb.base.row_by_id import table_of
from kb.base.words import Status

# The order of withdrawal: rows before those that they refer to.
ORDER = (
    *(
        "reviews",
        "event_order",
        "distinct_entities",
        "relations",
        "affiliations",
        "citations",
        "participations",
        "quantities",
        "mentions",
        "assertions",
        "claims",
    ),
    *("names", "identifiers", "source_authors", "sentences", "sections", "sources", "events", "things", "actors", "predicates"),
)


class Withdrawal:
    """The withdrawal, in one reading, of the rows at these addresses."""

    def __init__(self, sync: Sync, addresses: set[Address]) -> None:
        self.sync, self.connection = sync, sync.connection
        self.addresses = [address for address in sync.origins if address in addresses]
        self.rows = {(address.table, sync.origins[address].row_id) for address in self.addresses}
        self.row_ids = {row_id for _, row_id in self.rows}

    def run(self) -> None:
        """Withdraw the rows, except those of claims and assertions that a person changed."""
        self.keep_changed()
        for table in ORDER:
            of_table = [address for address in self.addresses if address.table == table]
            if table == "assertions":  # what is reported goes before who reports it
                of_table.sort(key=self.level, reverse=True)
            for address in of_table:
                self.withdraw(address)

    def level(self, address: Address) -> int:
        """Return the level of an assertion."""
        row = self.sync.row("assertions", {"id": self.sync.origins[address].row_id})
        return int(row["level"]) if row else 0

    def keep_changed(self) -> None:
        """Keep all rows of an entry of which a person changed one, since a chain and its claim stay or go together."""
        changed = {(address.file, address.base) for address in self.addresses if self.is_changed(address)}
        for file, base in sorted(changed):
            if not base.startswith(("claim:", "assertion:")):
                continue
            self.sync.notes.append(f"{file}: {base} is gone, but a person changed what it said; its rows were kept")
            for address in [address for address in self.addresses if (address.file, address.base) == (file, base)]:
                self.addresses.remove(address)
                self.sync.forget(address)

    def is_changed(self, address: Address) -> bool:
        """Return whether a row that is not retracted differs from what the files left."""
        origin, table = self.sync.origins[address], address.table
        row = self.sync.row(table, split_row_id(table, origin.row_id))
        return bool(row and origin.row_digest and row.get("status") != Status.RETRACTED and content_digest(row) != origin.row_digest)

    def withdraw(self, address: Address) -> None:
        """Retract or delete a row, unless another entry states it, something uses it, or a person changed it."""
        file, entry, table = address
        origin = self.sync.origins[address]
        self.sync.forget(address)
        if self.sync.has_origin(table, origin.row_id):
            return
        key = split_row_id(table, origin.row_id)
        row = self.sync.row(table, key)
        if row is None or row.get("status") == Status.RETRACTED or self.is_used(table, key, row):
            return
        if content_digest(row) != origin.row_digest:
            self.sync.notes.append(f"{file}: {entry} is gone, but {table} {origin.row_id} was added or changed by a person; kept")
            return
        self.sync.run.because(f"no longer in {file}")
        if table in WITH_STATUS:
            self.note_retracted(f"{file}: {entry} is gone", changes.retract(self.sync.run, origin.row_id))
        elif table == "reviews":
            with self.sync.moving(row["table_name"], "id", row["row_id"]):
                withdraw(self.connection, origin.row_id)
            self.sync.counts[table, "removed"] += 1
        else:
            self.delete(address, origin.row_id)

    def delete(self, address: Address, row_id: str) -> None:
        """Delete a row of a table without status, or note that it stays because something refers to it."""
        file, entry, table = address
        key = split_row_id(table, row_id)
        self.connection.execute("SAVEPOINT removal")
        try:
            self.connection.execute(f"DELETE FROM {table} WHERE {matching(key)}", bound(key))
            self.sync.counts[table, "removed"] += 1
        except sqlite3.IntegrityError as error:
            self.connection.execute("ROLLBACK TO removal")
            self.sync.notes.append(f"{file}: {entry} is gone, but {table} {row_id} stays: {error}")
        self.connection.execute("RELEASE removal")

    def note_retracted(self, reason: str, retracted: list[str]) -> None:
        """Count retracted rows, and note each that somebody else recorded, which depended on a row of the files."""
        of_files = {origin.row_id for origin in self.sync.origins.values()}
        for name in retracted:
            table = "quantities" if name.startswith("quantity of ") else table_of(self.connection, name)
            self.sync.counts[table, "removed" if table == "quantities" else "retracted"] += 1
            if table == "quantities" or (name not in of_files and name not in self.row_ids):
                self.sync.notes.append(f"{reason}, and with it {name}; kb undo {self.sync.run.id} would bring it back")

    def is_used(self, table: str, key: Row, row: Row) -> bool:
        """Return whether a row has a reason to stay although its entry is gone."""
        if table in ("sections", "sentences"):  # a text stays, and its parts with it
            return True
        if table in ("quantities", "participations"):  # they stay readable with a claim that is withdrawn itself
            return not self.sync.has_origin("claims", key["claim_id"])
        if table == "mentions":  # those of an earlier text stay with it
            return not self.exists("SELECT 1 FROM sources WHERE snapshot_id = ?", row["snapshot_id"])
        if table == "source_authors":  # a text stays although its file is gone, and keeps its authors
            gone = ("sources", key["source_id"]) in self.rows
            return gone and self.exists("SELECT 1 FROM snapshots WHERE source_id = ?", key["source_id"])
        column = {"claims": "claim_id", "assertions": "reported_in_id"}.get(table)  # somebody else asserts it, or is reported in it
        return bool(column) and self.exists(f"SELECT 1 FROM assertions WHERE {column} = ? AND status <> 'retracted'", key["id"])

    def exists(self, sql: str, *parameters: object) -> bool:
        """Return whether a SELECT has a row."""
        return bool(self.connection.execute(sql, parameters).fetchone())
