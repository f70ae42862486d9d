"""Load the rows of another base, table by table, in an open transaction: the rows that this base does not have are inserted."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable

from kb.base import figures
from kb.base.licences import access_under, refuse_stricter
from kb.base.model import COMPUTED, KEYS, ORDER, WITH_STATUS, Row, bound, key_of, matching, row_id
from kb.base.reviews import Reviewed, follow, settle_rows
from kb.base.rows import columns_of, first, merged_first
from kb.base.store import relinking
from kb.base.words import Status
from kb.errors import DataError, did_you_mean
from kb.exchange.insertion_order import in_order
from kb.exchange.rows_written import insert, is_empty, refuse_two_contents, update

# Columns that may refer to rows loaded later: set once all rows are there.
LATER = {
    "predicates": ("inverse_of_id",),
    "actors": ("part_of_id",),
    "things": ("part_of_id",),
    "events": ("part_of_id", "place_id"),
    "sources": ("publisher_id", "snapshot_id"),
    "claims": ("merged_into_id",),
}
ABOUT_THE_ROW = ("run_id", "recorded_at")  # who recorded a row first, and when, is not reported as a difference
# What an affiliation says: it is said once, whatever its id.
AFFILIATION = ("entity_id", "whole_id", "role", "claim_id", "start_date", "end_date")


class Loading:
    """A load of rows whose history is not known, or into an empty base. Rows of the base stay, and differences are reported."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.into_empty = is_empty(connection)
        self.columns = {table: columns_of(connection, table) for table in ORDER}
        self.count = 0
        self.differing: list[str] = []
        self.reviewed: list[Reviewed] = []  # rows whose status is reviewed
        self.reviews: list[Reviewed] = []  # the rows of which reviews were loaded
        self.numbers: list[str] = []  # claims whose number was loaded into a base that has other rows
        self.present_snapshots: set[str] = set()  # their sections stay unchanged
        self.later: list[tuple[str, Row]] = []
        self.registry: list[Row] = []
        self.renumbered: list[Row] = []  # revisions whose number another one has
        self.merged_claims: dict[str, list[str]] = {}  # by the claim that they were merged into

    def take_table(self, table: str, rows: Iterable[Row]) -> None:
        """Take the rows of one table, which may be iterated over more than once."""
        for row in in_order(table, rows):
            self.refuse_unknown_columns(table, row)
            self.take(table, row)

    def refuse_unknown_columns(self, table: str, row: Row) -> None:
        """Raise DataError where a row has a column that its table has not."""
        for column in row:
            if column not in self.columns[table]:
                raise DataError(f"unknown column {column!r}", where=table, remedy=did_you_mean(column, self.columns[table]))

    def take(self, table: str, row: Row) -> None:
        """Insert a row unless its key exists."""
        if table == "entities":
            self.entity(row)
        elif table == "revisions":
            self.take_revision(row)
        elif table == "origins" and not self.into_empty:
            self.take_origin(row)
        elif present := self.present(table, row):
            if table == "sources":
                row = row | {"access": row.get("access") or present["access"]}  # none in what is older than this column
                refuse_stricter(row["id"], row["access"], present["access"])
            self.compare(table, row, present)
        elif not self.divided_otherwise(table, row):
            self.put(table, self.in_our_section(row) if table == "passages" else row)

    def entity(self, row: Row) -> None:
        """Keep the status of an entity for when all rows are there."""
        self.count += not self.there_before(row["id"])  # it came with its actor, thing, event or source, as a row of its own
        if self.needs_status(row):
            self.registry.append({key: row.get(key) for key in ("id", "status", "merged_into_id")})

    def present(self, table: str, row: Row) -> Row | None:
        """Return the row of the base with the same key, or of an affiliation with the same values, or None."""
        key = key_of(table, row)
        found = first(self.connection.execute(f"SELECT * FROM {table} WHERE {matching(key)}", bound(key)))
        if found is None and table == "affiliations":
            same = " AND ".join(f"{column} IS :{column}" for column in AFFILIATION)
            content = {column: row.get(column) for column in AFFILIATION}
            found = first(self.connection.execute(f"SELECT * FROM affiliations WHERE {same}", content))
        return found

    def compare(self, table: str, row: Row, present: Row) -> None:
        """Report the columns in which a row differs from the row of the base with the same key. Raises DataError for one id of two contents."""
        refuse_two_contents(table, row, present)
        if table == "snapshots":
            self.present_snapshots.add(row["id"])
        ignored = (*COMPUTED.get(table, ()), *ABOUT_THE_ROW)
        if {present.get("status"), row.get("status")} <= {Status.RECORDED, Status.REVIEWED}:
            ignored += ("status",)  # follows from the reviews, which are loaded too
        unlike = [column for column in present if column not in ignored and present[column] != row.get(column)]
        if unlike and table != "vocabulary":
            self.differing.append(f"{table} {row_id(key_of(table, row))}: {', '.join(unlike)}")

    def put(self, table: str, row: Row) -> None:
        """Insert a row, leaving out columns that may refer to rows loaded later. `finish` sets those."""
        left_out = (*COMPUTED.get(table, ()), *LATER.get(table, ()))
        kept = {column: value for column, value in row.items() if column not in left_out}
        where = f"{table} {row_id(key_of(table, row))}"
        merged = self.first_claim(row) if table == "assertions" else None
        if table == "sources" and kept.get("access") is None:  # written before sources had an access
            kept["access"] = access_under(row.get("rights"))
        insert(self.connection, table, kept | {"claim_id": merged} if merged else kept, where)
        if merged:
            with relinking(self.connection):
                update(self.connection, "UPDATE assertions SET claim_id = :claim_id WHERE id = :id", row, where)
        if table == "claims" and row.get("merged_into_id"):
            self.merged_claims.setdefault(row["merged_into_id"], []).append(row["id"])
        self.count += 1
        if table == "reviews":
            self.reviews.append((row["table_name"], row["row_id"]))
        if table in WITH_STATUS and row.get("status") == Status.REVIEWED:
            self.reviewed.append((table, row["id"]))
        if table == "quantities" and not self.into_empty:
            self.numbers.append(row["claim_id"])
        setting = {column: row[column] for column in LATER.get(table, ()) if row.get(column) is not None}
        if setting:
            self.later.append((table, {"id": row["id"]} | setting))

    def first_claim(self, row: Row) -> str | None:
        """Return a merged claim that an assertion belonged to before the merge, where that claim has no assertion here yet.

        No claim may be without an assertion, and every merged claim once had one. So it gets the assertion first, which then moves on.
        """
        if row.get("level") != 0 or self.awaits(row["claim_id"]):
            return None
        merged = list(self.merged_claims.get(row["claim_id"], ()))
        for claim_id in merged:  # the loop extends the list: claims that were merged into those
            if self.awaits(claim_id):
                return claim_id
            merged += self.merged_claims.get(claim_id, ())
        return None

    def awaits(self, claim_id: str) -> bool:
        """Return whether a claim was inserted and has no assertion yet."""
        return bool(self.connection.execute("SELECT 1 FROM claims_awaiting_assertion WHERE claim_id = ?", (claim_id,)).fetchone())

    def divided_otherwise(self, table: str, row: Row) -> bool:
        """Return whether the row is a section or sentence of a text that the base had before, with its own sections and sentences."""
        if table not in ("sections", "sentences") or row["snapshot_id"] not in self.present_snapshots:
            return False
        self.differing.append(f"{table} {row['id']}: the text {row['snapshot_id']} is divided otherwise here")
        return True

    def in_our_section(self, row: Row) -> Row:
        """Return a passage with the section of the base in which it begins, where the base had its text before."""
        if row.get("snapshot_id") not in self.present_snapshots:
            return row
        section = self.connection.execute(
            "SELECT id FROM sections WHERE snapshot_id = :snapshot_id AND start_char <= :start_char AND end_char > :start_char", row
        ).fetchone()
        return row | {"section_id": section[0]} if section else row

    def take_revision(self, row: Row) -> None:
        """Insert a revision, or keep it for a new number where two people's dumps, merged line by line, gave theirs the same."""
        present = self.present("revisions", row)
        if present is None:
            self.put("revisions", row)
        elif any(present[column] != row.get(column) for column in present):
            self.renumbered.append({column: value for column, value in row.items() if column != "seq"})

    def take_origin(self, row: Row) -> None:
        """Insert an origin, unless the base has one for the same entry."""
        known = "SELECT 1 FROM origins WHERE file = :file AND entry = :entry AND table_name = :table_name"
        if not self.connection.execute(known, row).fetchone():
            self.put("origins", row)

    def needs_status(self, row: Row) -> bool:
        """Return whether the status of an entity has to be set or compared."""
        if row.get("status", "current") != "current":
            return True
        return self.there_before(row["id"])

    def there_before(self, entity_id: str) -> bool:
        """Return whether the base had an entity before the load."""
        return not self.into_empty and bool(
            self.connection.execute("SELECT 1 FROM temp.there_before WHERE id = ?", (entity_id,)).fetchone()
        )

    def finish(self) -> None:
        """Set the columns that refer to rows loaded later. Raises DataError if a claim is left without an assertion."""
        self.set_later([(table, row) for table, row in self.later if table != "claims"])
        self.set_later([("claims", row) for row in merged_first([row for table, row in self.later if table == "claims"])])
        for row in merged_first(self.registry):
            self.set_status(row)
        settle_rows(self.connection, self.reviewed)
        if not self.into_empty:
            for of in self.reviews:
                follow(self.connection, of)
        for row in sorted(self.renumbered, key=lambda row: row["at"]):
            self.put_revision(row)
        self.drop_unprinted_numbers()
        self.refuse_awaiting()

    def put_revision(self, row: Row) -> None:
        """Insert a revision under the next number, unless the base has it under another."""
        same = " AND ".join(f"{column} IS :{column}" for column in row)
        if not self.connection.execute(f"SELECT 1 FROM revisions WHERE {same}", row).fetchone():
            insert(self.connection, "revisions", row, f"revisions of {row['table_name']} {row['row_id']}")
            self.count += 1

    def set_later(self, rows: Iterable[tuple[str, Row]]) -> None:
        """Set the columns of rows by table, each row with its key."""
        for table, row in rows:
            setting = ", ".join(f"{column} = :{column}" for column in row if column not in KEYS[table])
            key = key_of(table, row)
            update(self.connection, f"UPDATE {table} SET {setting} WHERE {matching(key)}", row | bound(key), f"{table} {row_id(key)}")

    def refuse_awaiting(self) -> None:
        """Raise DataError where a claim has no assertion."""
        awaiting = [row[0] for row in self.connection.execute("SELECT claim_id FROM claims_awaiting_assertion ORDER BY claim_id")]
        if awaiting:
            raise DataError(
                f"{len(awaiting)} claims would be without an assertion: {', '.join(awaiting[:5])}",
                where="assertions",
                remedy="load their assertions with them; those of the same id that are there already are of another claim",
            )

    def drop_unprinted_numbers(self) -> None:
        """Delete loaded numbers that no sentence prints, where the assertion with that sentence is of another claim in this base."""
        for claim_id, verbatim in figures.unprinted(self.connection, json.dumps(self.numbers)):
            self.connection.execute("DELETE FROM quantities WHERE claim_id = ?", (claim_id,))
            self.count -= 1
            self.differing.append(f"quantities {claim_id}: no quote of the claim prints {verbatim!r} here")

    def set_status(self, row: Row) -> None:
        """Set the status and merged_into_id of an entity, unless the base had it before the load."""
        present = self.connection.execute("SELECT status, merged_into_id FROM entities WHERE id = ?", (row["id"],)).fetchone()
        if present is None:
            raise DataError("names an entity that has no row", where=f"entities {row['id']}", remedy="load that row with it")
        if present == (row["status"] or "current", row["merged_into_id"]):
            return
        if self.there_before(row["id"]):
            self.differing.append(f"entities {row['id']}: status, merged_into_id")
            return
        sql = "UPDATE entities SET status = :status, merged_into_id = :merged_into_id WHERE id = :id"
        update(self.connection, sql, row, f"entities {row['id']}")
