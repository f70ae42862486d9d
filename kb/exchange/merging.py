"""Bring the rows of another base together with those of this one, by what each base did to them since they were one.

    the two are equal                    nothing is written
    one base has the row alone           the row is inserted, or stays removed where the other removed it
    one base changed the row             the change is applied, with its revisions
    both did, or nobody knows            a conflict: the value here stays, and both are kept in `conflicts`

Columns that only make sense together stand or fall together. A status never conflicts: the one that says more goes before.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping

from kb.base import conflicts, reviews
from kb.base.conflicts import OPEN, Conflict
from kb.base.licences import stricter
from kb.base.model import COMPUTED, KEYS, ORDER, WITH_STATUS, Row, bound, matching, split_row_id
from kb.base.rows import first
from kb.base.words import Status
from kb.exchange.histories import Change, Histories, changed, name_of
from kb.exchange.insertion_order import in_order
from kb.exchange.loading import ABOUT_THE_ROW, LATER, Loading
from kb.exchange.merged_rows import MergedRows
from kb.exchange.rows_written import update

# Columns that only make sense together, beside the keys. Those of `quantities` all belong to one number.
TOGETHER: dict[str, tuple[tuple[str, ...], ...]] = {
    "sources": (("published", "published_basis"),),
    "things": (("latitude", "longitude"),),
    "events": (("date", "date_basis"),),
    "claims": (("object_id", "object_text"),),
    "assertions": (("passage_id", "cue", "cue_start_char", "cue_end_char"),),
    "proposals": (("status", "assertion_id"),),
    "relations": (("from_claim_id", "relation", "to_claim_id"),),
    "affiliations": (("entity_id", "whole_id", "role", "claim_id", "start_date", "end_date"),),
    "event_order": (("event_id", "relation", "other_event_id", "claim_id"),),
    "distinct_entities": (("entity_id", "other_id"),),
    "quantities": (("comparison", "value", "minimum", "maximum", "unit", "verbatim"),),
}
# Rows that are never changed, or are drawn by reading a text: a difference is reported, and no conflict.
REPORTED = ("vocabulary", "runs", "snapshots", "originals", "passages", "sections", "sentences", "reviews")
AFTERWARDS = {**LATER, "assertions": ("reported_in_id",), "sources": ("publisher_id", "snapshot_id"), "proposals": ("parent_id",)}
# A status that stands further on goes before the ones in front of it where both bases changed it.
RANK = (Status.PROPOSED, Status.RECORDED, Status.REVIEWED, Status.DISPUTED, Status.RETRACTED)


class Merging(Loading):
    """A load into a base that has rows, in an open transaction."""

    def __init__(self, connection: sqlite3.Connection, rows: Mapping[str, Iterable[Row]]) -> None:
        super().__init__(connection)
        self.histories = Histories(connection, rows["revisions"])
        self.gone_there = set(self.histories.gone("alone_there"))
        self.conflicts: list[Conflict] = []
        self.merged = {table: MergedRows(connection, table) for table in ("entities", "claims")}
        self.disputes: dict[tuple[str, str], list[Conflict]] = {}  # those that the other base has, as this one sees them
        for row in rows.get("conflicts", ()):
            dispute = conflicts.read(row, flipped=True)
            self.disputes.setdefault((dispute.table, dispute.row_id), []).append(dispute)

    def take_table(self, table: str, rows: Iterable[Row]) -> None:
        """Change the rows of the base first, since new ones may rest on what the other base changed."""
        if table in ("revisions", "conflicts"):
            return  # read beforehand
        if table in ("entities", "origins"):
            super().take_table(table, rows)
            return
        for row in rows:
            self.refuse_unknown_columns(table, row)
            present = self.present(table, row)
            if present is not None:
                self.bring_together(table, row, present)
        for row in in_order(table, rows):
            if self.present(table, row) is None:
                self.take_new(table, row)

    def take_new(self, table: str, row: Row) -> None:
        """Insert a row that the base does not have, unless it had it and removed it."""
        name = name_of(table, row)
        self.gone_there.discard((table, name))
        here, there = (self.histories.changes(side, table, name) for side in ("alone_here", "alone_there"))
        if self.histories.is_gone("alone_here", table, name):
            if changed(there, row) and here[-1].operation == "delete":
                self.dispute(table, name, (here, None, None), (there, row, held(table, row)))
        elif not self.divided_otherwise(table, row):
            self.put(table, self.in_our_section(row) if table == "passages" else row)

    def entity(self, row: Row) -> None:
        """Take the status of an entity: that of a new one as it is, that of another by what each base did to it."""
        present = first(self.connection.execute("SELECT * FROM entities WHERE id = ?", (row["id"],)))
        if present is None or not self.there_before(row["id"]):
            super().entity(row)
        else:
            self.bring_together("entities", row, present)

    def bring_together(self, table: str, row: Row, present: Row) -> None:
        """Apply what the other base changed in a row, and note what both did."""
        name = name_of(table, present)
        self.gone_there.discard((table, name_of(table, row)))
        here, there = (self.histories.changes(side, table, name) for side in ("alone_here", "alone_there"))
        ours, theirs = changed(here, present), changed(there, row)
        if table in REPORTED and not theirs - ours:
            self.compare(table, row, present)
            return
        taken, disputed = Row(), list[str]()
        for group in groups(table, present, row):
            decision = self.decide(
                (table, name), group, (present, row), (bool(ours & set(group)), bool(theirs & set(group))), (here, there)
            )
            if decision is None:
                disputed += group
            else:
                taken |= {column: decision.get(column) for column in group if decision.get(column) != present[column]}
                if decision is present and "merged_into_id" in group:
                    self.merged[table].other[present["id"]] = {column: row.get(column) for column in self.merged[table].columns}
        if table == "entities" and taken:
            taken = {column: row.get(column) for column in ("status", "merged_into_id")}
        self.apply(table, present, taken)
        if disputed:
            values = [{column: side.get(column) for column in disputed} for side in (present, row)]
            self.dispute(table, name, (here, present, values[0]), (there, row, values[1]))

    def decide(
        self,
        of: tuple[str, str],
        group: tuple[str, ...],
        rows: tuple[Row, Row],
        who: tuple[bool, bool],
        changes: tuple[list[Change], list[Change]],
    ) -> Row | None:
        """Return the row of the two whose values a group of columns gets, or None where both changed it. `who` says which bases did,
        and `changes` what each did to the row that the other does not know."""
        (table, name), (present, row), (ours, theirs), (here, there) = of, rows, who, changes
        if all(present[column] == row.get(column) for column in group):
            return present
        known = [each for each in conflicts.of_row(self.connection, table, name) if each.columns() & set(group)]
        settled = {each.id for each in known if each.status != OPEN}
        for dispute in self.disputes.get((table, name), ()):
            if dispute.columns() & set(group) and not ours:
                if dispute.status != OPEN and dispute.id not in settled:
                    return row
                if dispute.status == OPEN:
                    self.conflicts.append(dispute)
                    return present
        if ours != theirs:
            return row if theirs else present
        if not ours and (known or bool(here) != bool(there)):  # one side knows all that the other did, and took it back since
            return present if known or here else row
        return outranking(table, group, present, row)

    def apply(self, table: str, present: Row, taken: Row) -> None:
        """Set columns of a row that the other base changed. Those that may refer to new rows are set when all are there."""
        if not taken:
            return
        self.count += 1
        key = {column: present[column] for column in KEYS[table]}
        if "merged_into_id" in taken:
            moved = taken if table == "entities" else {"merged_into_id": taken.pop("merged_into_id")}
            self.merged[table].wanted[present["id"]] = moved
            if table == "entities":
                return
        if taken.get("status") == Status.REVIEWED and table in WITH_STATUS:
            self.reviewed.append((table, present["id"]))
        later = {column: taken.pop(column) for column in AFTERWARDS.get(table, ()) if column in taken}
        if later:
            self.later.append((table, key | later))
        if taken:
            setting = ", ".join(f"{column} = :{column}" for column in taken)
            update(
                self.connection,
                f"UPDATE {table} SET {setting} WHERE {matching(key)}",
                taken | bound(key),
                f"{table} {name_of(table, present)}",
            )

    def dispute(
        self, table: str, name: str, ours: tuple[list[Change], Row | None, Row | None], theirs: tuple[list[Change], Row | None, Row | None]
    ) -> None:
        """Note a conflict between the changes, rows and values of the two sides."""
        self.conflicts.append(Conflict(table, name, self.histories.side(*ours), self.histories.side(*theirs)))

    def finish(self) -> None:
        """Remove what the other base removed, set what refers to other rows, and let statuses follow from the reviews."""
        self.remove()
        self.count += self.histories.import_theirs()
        self.set_later([(table, row) for table, row in self.later if table != "claims"])
        for row in self.registry:
            self.merged["entities"].wanted[row["id"]] = {"status": row["status"] or "current", "merged_into_id": row["merged_into_id"]}
        for _, row in (each for each in self.later if each[0] == "claims"):
            self.merged["claims"].wanted[row["id"]] = {"merged_into_id": row["merged_into_id"]}
        for table, merged in self.merged.items():
            for name, present, wanted in merged.apply():
                sides = (
                    (self.histories.changes(side, table, name), None, values)
                    for side, values in (("alone_here", present), ("alone_there", wanted))
                )
                self.dispute(table, name, *sides)
        self.conflicts += (dispute for listed in self.disputes.values() for dispute in listed if dispute.status != OPEN)
        reviews.settle_rows(self.connection, self.reviewed)
        for of in self.reviews:
            reviews.follow(self.connection, of)
        self.refuse_awaiting()

    def remove(self) -> None:
        """Delete the rows that the other base removed, unless this base changed them."""
        for table, name in sorted(self.gone_there, key=lambda each: (-ORDER.index(each[0]), each[1])):
            if table in REPORTED and table != "reviews":
                continue
            key = split_row_id(table, name)
            present = first(self.connection.execute(f"SELECT * FROM {table} WHERE {matching(key)}", bound(key)))
            if present is None:
                continue
            here, there = (self.histories.changes(side, table, name) for side in ("alone_here", "alone_there"))
            if changed(here, present):
                self.dispute(table, name, (here, present, held(table, present)), (there, None, None))
                continue
            self.connection.execute("UPDATE change_context SET run_id = ?", (there[-1].run_id,))  # reviews go only with such a run
            update(self.connection, f"DELETE FROM {table} WHERE {matching(key)}", bound(key), f"{table} {name}")
            self.connection.execute("UPDATE change_context SET run_id = NULL")
            self.count += 1


def groups(table: str, present: Row, row: Row) -> Iterator[tuple[str, ...]]:
    """Yield the columns of a row that are compared, those that only make sense together as one."""
    left_out = {*KEYS[table], *COMPUTED.get(table, ()), *ABOUT_THE_ROW}
    together = (("status", "merged_into_id"),) if table == "entities" else TOGETHER.get(table, ())
    grouped = {column for group in together for column in group}
    yield from together
    if table == "entities":
        return
    yield from ((column,) for column in present if column not in left_out | grouped and (column in row or present[column] is not None))


def outranking(table: str, group: tuple[str, ...], present: Row, row: Row) -> Row | None:
    """Return the row that goes before where both bases changed a status or an access, None for other columns."""
    if table in WITH_STATUS and group == ("status",):
        return max(present, row, key=lambda each: RANK.index(each["status"]))
    if table == "sources" and group == ("access",):
        return row if stricter(row.get("access") or present["access"], present["access"]) else present
    return None


def held(table: str, row: Row) -> Row:
    """Return what a row holds, without what is computed."""
    return {column: value for column, value in row.items() if value is not None and column not in COMPUTED.get(table, ())}
