"""Put the rows of a dump, or of an RDF export, into a base: the same base again where it is empty, else what is new.

Ids, runs, times and statuses are kept as they are, and no run is written. What a base that is not empty holds already stays as
it is; what the rows say otherwise is told.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping

from kb import search
from kb.dump import columns_of
from kb.errors import DataError, did_you_mean
from kb.store import relinking, transaction
from kb.tables import COMPUTED, ORDER, Row, bound, key_of, matching, row_id

# Columns that may refer to rows loaded later: set once all rows are there.
LATER = {
    "actors": ("part_of_id",),
    "things": ("part_of_id",),
    "events": ("part_of_id", "place_id"),
    "sources": ("publisher_id", "snapshot_id"),
    "claims": ("merged_into_id",),
}
ABOUT_THE_ROW = ("run_id", "recorded_at")  # who recorded the same thing first, and when, is no disagreement
# A revision is the same one wherever its running number puts it.
REVISION = ("table_name", "row_id", "operation", "before", "after", "reason", "at", "run_id")


def load(connection: sqlite3.Connection, rows: Mapping[str, Iterable[Row]]) -> tuple[int, list[str]]:
    """Put rows in, by table, all of them or none; (number of rows put in, what differs from rows that are there).

    Each table's rows may be gone through more than once. Raises DataError when a law refuses a row.
    """
    with transaction(connection), search.suspended(connection):
        connection.execute("INSERT INTO change_context(one, restoring) VALUES (1, 1)")
        connection.execute("CREATE TEMP TABLE there_before AS SELECT id FROM entities")
        loading = Loading(connection)
        if loading.into_empty and any(True for _ in rows.get("vocabulary", ())):
            connection.execute("DELETE FROM vocabulary")  # a restored base has the words it had, no more and no less
        for table in ORDER:
            for row in in_order(table, rows.get(table, ())):
                loading.take(table, row)
        loading.finish()
        connection.execute("DROP TABLE temp.there_before")
        connection.execute("DELETE FROM change_context")
    return loading.count, loading.differing


def in_order(table: str, listed: Iterable[Row]) -> Iterator[Row]:
    """The rows, those that others of their table are reported in first."""
    if table == "proposals":
        yield from parents_first(listed)
        return
    if table != "assertions":
        yield from listed
        return
    levels = set()
    for row in listed:
        if not isinstance(row.get("level"), int):
            raise DataError("level is no whole number", where=f"assertions {row['id']}", remedy="mend the row, and load again")
        levels.add(row["level"])
    for level in sorted(levels):
        yield from (row for row in listed if row["level"] == level)


def parents_first(listed: Iterable[Row]) -> Iterator[Row]:
    """Proposals, each after the one whose words report it; one whose parent is nowhere comes last, for the law to refuse."""
    waiting, seen = list(listed), set[object]()
    while waiting:
        ready = [row for row in waiting if row.get("parent_id") is None or row["parent_id"] in seen] or waiting
        yield from ready
        seen.update(row["id"] for row in ready)
        waiting = [row for row in waiting if row["id"] not in seen]


class Loading:
    """One load in the open transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.into_empty = is_empty(connection)
        self.columns = {table: columns_of(connection, table) for table in ORDER}
        self.count = 0
        self.differing: list[str] = []
        self.held_before: set[str] = set()  # snapshots, whose sections stay as they are
        self.later: list[tuple[str, Row]] = []
        self.registry: list[Row] = []
        self.given_away: dict[str, list[str]] = {}  # by the claim that took their assertions: claims that were merged

    def take(self, table: str, row: Row) -> None:
        """Put one row in, unless it is there."""
        for column in row:
            if column not in self.columns[table]:
                raise DataError(f"unknown column {column!r}", where=table, remedy=did_you_mean(column, self.columns[table]))
        if table == "entities":
            if self.in_question(row):
                self.registry.append({key: row.get(key) for key in ("id", "status", "merged_into_id")})
        elif table == "revisions" and not self.into_empty:
            self.take_revision(row)
        elif table == "origins" and not self.into_empty:
            self.take_origin(row)
        elif found := self.there(table, row):
            self.compare(table, row, found)
        elif not self.divided_otherwise(table, row):
            self.put(table, self.in_our_section(row) if table == "passages" else row)

    def there(self, table: str, row: Row) -> Row | None:
        key = key_of(table, row)
        cursor = self.connection.execute(f"SELECT * FROM {table} WHERE {matching(key)}", bound(key))
        found = cursor.fetchone()
        return dict(zip((column[0] for column in cursor.description), found, strict=True)) if found else None

    def compare(self, table: str, row: Row, found: Row) -> None:
        if table == "snapshots":
            self.held_before.add(row["id"])
        ignored = (*COMPUTED.get(table, ()), *ABOUT_THE_ROW)
        unlike = [column for column in found if column not in ignored and found[column] != row.get(column)]
        if unlike and table != "vocabulary":
            self.differing.append(f"{table} {row_id(key_of(table, row))}: {', '.join(unlike)}")

    def put(self, table: str, row: Row) -> None:
        """Insert a row; what may refer to rows that come later is remembered."""
        left_out = (*COMPUTED.get(table, ()), *LATER.get(table, ()))
        kept = {column: value for column, value in row.items() if column not in left_out}
        where = f"{table} {row_id(key_of(table, row))}"
        merged = self.gave_it_away(row) if table == "assertions" else None
        insert(self.connection, table, kept | {"claim_id": merged} if merged else kept, where)
        if merged:
            with relinking(self.connection):
                update(self.connection, "UPDATE assertions SET claim_id = :claim_id WHERE id = :id", row, where)
        if table == "claims" and row.get("merged_into_id"):
            self.given_away.setdefault(row["merged_into_id"], []).append(row["id"])
        self.count += 1
        setting = {column: row[column] for column in LATER.get(table, ()) if row.get(column) is not None}
        if setting:
            self.later.append((table, {"id": row["id"]} | setting))

    def gave_it_away(self, row: Row) -> str | None:
        """A claim merged into that of this assertion, and not yet asserted here: it gets the assertion and gives it away, as it did then.

        Every claim had an assertion of its own before it was merged, so there is one for each.
        """
        if row.get("level") != 0 or self.awaits(row["claim_id"]):
            return None
        merged = list(self.given_away.get(row["claim_id"], ()))
        for claim_id in merged:  # grows as it is gone through: claims merged into those
            if self.awaits(claim_id):
                return claim_id
            merged += self.given_away.get(claim_id, ())
        return None

    def awaits(self, claim_id: str) -> bool:
        return bool(self.connection.execute("SELECT 1 FROM claims_awaiting_assertion WHERE claim_id = ?", (claim_id,)).fetchone())

    def divided_otherwise(self, table: str, row: Row) -> bool:
        """Whether the row divides a text that was there already, and so is divided already."""
        if table not in ("sections", "sentences") or row["snapshot_id"] not in self.held_before:
            return False
        self.differing.append(f"{table} {row['id']}: the text {row['snapshot_id']} is divided otherwise here")
        return True

    def in_our_section(self, row: Row) -> Row:
        """A passage of a text that was there already begins in a section of ours."""
        if row.get("snapshot_id") not in self.held_before:
            return row
        section = self.connection.execute(
            "SELECT id FROM sections WHERE snapshot_id = :snapshot_id AND start_char <= :start_char AND end_char > :start_char", row
        ).fetchone()
        return row | {"section_id": section[0]} if section else row

    def take_revision(self, row: Row) -> None:
        """History is added to history: under a new number, once."""
        same = " AND ".join(f"{column} IS :{column}" for column in REVISION)
        content = {column: row.get(column) for column in REVISION}
        if not self.connection.execute(f"SELECT 1 FROM revisions WHERE {same}", content).fetchone():
            insert(self.connection, "revisions", content, f"revisions {row['seq']}")
            self.count += 1

    def take_origin(self, row: Row) -> None:
        """What a file said there is remembered, unless it is remembered here."""
        known = "SELECT 1 FROM origins WHERE file = :file AND entry = :entry AND table_name = :table_name"
        if not self.connection.execute(known, row).fetchone():
            self.put("origins", row)

    def in_question(self, row: Row) -> bool:
        """Whether a place in the registry says more than that its row is in use."""
        if row.get("status", "current") != "current":
            return True
        return not self.into_empty and bool(
            self.connection.execute("SELECT 1 FROM temp.there_before WHERE id = ?", (row["id"],)).fetchone()
        )

    def finish(self) -> None:
        """Set what could refer to rows that were loaded later; then no claim may be without an assertion."""
        claims = sources_of_merges_first([row for table, row in self.later if table == "claims"])
        others = [(table, row) for table, row in self.later if table != "claims"]
        for table, row in [*others, *(("claims", row) for row in claims)]:
            setting = ", ".join(f"{column} = :{column}" for column in row if column != "id")
            update(self.connection, f"UPDATE {table} SET {setting} WHERE id = :id", row, f"{table} {row['id']}")
        for row in sources_of_merges_first(self.registry):
            self.settle(row)
        awaiting = [row[0] for row in self.connection.execute("SELECT claim_id FROM claims_awaiting_assertion ORDER BY claim_id")]
        if awaiting:
            raise DataError(
                f"{len(awaiting)} claims would be without an assertion: {', '.join(awaiting[:5])}",
                where="assertions",
                remedy="load their assertions with them; those of the same id that are there already are of another claim",
            )

    def settle(self, row: Row) -> None:
        """Merged or retracted, as the rows say; but not what was there before."""
        here = self.connection.execute("SELECT status, merged_into_id FROM entities WHERE id = ?", (row["id"],)).fetchone()
        if here is None:
            raise DataError("names an entity that has no row", where=f"entities {row['id']}", remedy="load that row with it")
        if here == (row["status"] or "current", row["merged_into_id"]):
            return
        if not self.into_empty and self.connection.execute("SELECT 1 FROM temp.there_before WHERE id = ?", (row["id"],)).fetchone():
            self.differing.append(f"entities {row['id']}: status, merged_into_id")
            return
        sql = "UPDATE entities SET status = :status, merged_into_id = :merged_into_id WHERE id = :id"
        update(self.connection, sql, row, f"entities {row['id']}")


def insert(connection: sqlite3.Connection, table: str, row: Row, where: str) -> None:
    values = ", ".join(f":{column}" for column in row)
    update(connection, f"INSERT INTO {table}({', '.join(row)}) VALUES ({values})", row, where)


def update(connection: sqlite3.Connection, sql: str, row: Row, where: str) -> None:
    """Run one statement; what the database refuses says which row it was."""
    try:
        connection.execute(sql, row)
    except (sqlite3.Error, OverflowError) as error:
        raise DataError(str(error), where=where, remedy="mend the row, and load again") from error


def sources_of_merges_first(rows: list[Row]) -> Iterator[Row]:
    """Who was merged into a row that was itself merged or retracted later comes before that row: one merges only into current rows."""
    waiting = {row["id"]: row for row in rows}
    pointed_at: dict[str, int] = {}
    for row in rows:
        pointed_at[row["merged_into_id"]] = pointed_at.get(row["merged_into_id"], 0) + 1
    ready = [row for row in rows if not pointed_at.get(row["id"])]
    for row in ready:  # grows as it is gone through
        yield row
        del waiting[row["id"]]
        target = row["merged_into_id"]
        pointed_at[target] -= 1
        if target in waiting and not pointed_at[target]:
            ready.append(waiting[target])
    yield from waiting.values()  # a ring of merges, for the database to refuse


def is_empty(connection: sqlite3.Connection) -> bool:
    """Whether nothing was ever recorded here."""
    return not connection.execute(
        "SELECT 1 FROM runs UNION ALL SELECT 1 FROM entities UNION ALL SELECT 1 FROM predicates LIMIT 1"
    ).fetchone()
