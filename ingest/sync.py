"""Write the entries of files into the base and remember each, so that a later reading never overwrites the work of people.

For each entry, `origins` holds a digest of the entry and a digest of the row as the file left it:

    entry unchanged                              nothing is written, whatever people did since
    new entry                                    the row is inserted, or joined with the one that exists
    entry changed, row as the file left it       the row is updated (a revision keeps the old values)
    entry changed, row changed by a person       conflict: both versions are reported, and the row is kept
    entry gone                                   the row is withdrawn (see ingest.withdrawal)
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from contextlib import contextmanager

from ingest.disputes import agree, is_settled
from ingest.origins import Address, Origin
from kb.base.model import ENTITY_TABLES, WITH_STATUS, Row, bound, key_of, matching, row_id
from kb.base.origins import content_digest, digest
from kb.base.reviews import status_by_reviews
from kb.base.rows import first
from kb.base.runs import Run
from kb.base.words import Status
from kb.changes import restoring


class Sync:
    """Writes the entries of one reading in an open run, and collects counts, notes and conflicts."""

    def __init__(self, run: Run) -> None:
        self.run, self.connection = run, run.connection
        self.counts: Counter[tuple[str, str]] = Counter()
        self.conflicts: list[str] = []
        self.notes: list[str] = []
        self.retracted: list[str] = []  # rows of the files that people took back
        self.seen: set[Address] = set()
        self.origins: dict[Address, Origin] = {}
        self.by_entry: dict[tuple[str, str], list[Address]] = {}
        for file, entry, table, *rest in self.connection.execute("SELECT file, entry, table_name, row_id, digest, row_digest FROM origins"):
            address = Address(file, entry, table)
            self.origins[address] = Origin(*rest)
            self.by_entry.setdefault((file, address.base), []).append(address)

    def unchanged(self, file: str, entry: str, content: object) -> bool:
        """Return whether an entry has the same content as when it was last read, and mark all its rows as seen if so."""
        same = self.has_same_digest(file, entry, content)
        if same:
            self.seen.update(self.by_entry[file, entry])
        return same

    def has_same_digest(self, file: str, entry: str, content: object) -> bool:
        """Return whether every row of an entry was recorded from the same content."""
        known = self.by_entry.get((file, entry), [])
        new = digest(content)
        return bool(known) and all(self.origins[key].digest == new for key in known)

    def kept_id(self, address: Address, minted: str) -> str:
        """Return the id that the row got when it was first recorded, or else the one that was minted now."""
        origin = self.origins.get(address)
        return origin.row_id if origin else minted

    def adopt(self, address: Address, name: str) -> None:
        """Move the origin of a row to this address from another with the same file, base and table."""
        siblings = self.by_entry.get((address.file, address.base), [])
        for known in siblings:
            if address not in self.origins and known != address and known.table == address.table and self.origins[known].row_id == name:
                sql = "UPDATE origins SET entry = ? WHERE file = ? AND entry = ? AND table_name = ?"
                self.connection.execute(sql, (address.entry, *known))
                self.origins[address] = self.origins.pop(known)
                self.by_entry[address.file, address.base] = [address if other == known else other for other in siblings]
                return

    def want(self, address: Address, row: Row, content: object, *, again: bool = False) -> None:
        """Insert or update the row of an entry. `row` holds its content and the id that it is to have. `content` is digested.

        `again` compares the row of an unchanged entry, too, because something that it depends on has changed.
        """
        self.seen.add(address)
        table = address.table
        key = key_of(table, row)
        name = row_id(key)
        origin, new = self.origins.get(address), digest(content)
        if origin and origin.digest == new and not again:
            return
        present = self.row(table, key)
        if row.get("status") == Status.RECORDED:  # the status of a recorded row follows from its reviews
            row = row | {"status": status_by_reviews(self.connection, table, name) or Status.RECORDED}
        left: str | None
        if present is None:
            self.insert(table, row)
            left = self.row_digest(table, key)
        elif origin is None or origin.row_id != name:
            left = self.join(address, row, present)
        else:
            left = self.update(address, row, present, origin)
        if left is None:
            return  # a conflict: the origin stays, so that it is reported again
        self.remember(address, name, new, left)

    def insert(self, table: str, row: Row) -> None:
        self.run.insert(table, row)
        self.counts[table, "new"] += 1

    def join(self, address: Address, row: Row, present: Row) -> str:
        """Join an entry with a present row, which somebody else recorded or the files withdrew, and return the row's digest.

        The digest is empty for a person's row, so that no later change of the file changes it.
        """
        table, where = address.table, f"{address.file}, {address.entry}"
        key = key_of(table, row)
        if present.get("status") == Status.RETRACTED and table in WITH_STATUS:
            if self.retracted_by_files(table, key):
                self.change(table, key, {"status": row.get("status", Status.RECORDED)}, "said again by the files")
                present = self.row(table, key) or present
            else:
                self.notes.append(f"{where}: {row_id(key)} was retracted by a person and stays so")
                return ""
        differing = {column: value for column, value in row.items() if present.get(column) != value}
        by_people = self.of_people(table, key, present)
        if differing and not by_people and not self.has_origin(table, row_id(key)):
            self.change(table, key, differing, f"changed in {where}")
        elif differing:
            self.notes.append(f"{where}: joined {row_id(key)}, which says otherwise in {', '.join(differing)}; the row was kept")
        return "" if by_people else self.row_digest(table, key)

    def of_people(self, table: str, key: Row, present: Row) -> bool:
        """Return whether somebody other than the files recorded the row, or changed it since."""
        recorded_by = self.connection.execute("SELECT kind FROM runs WHERE id = ?", (present.get("run_id"),)).fetchone()
        if not recorded_by or recorded_by[0] != "ingest":
            return True
        changed = "SELECT 1 FROM revisions LEFT JOIN runs ON runs.id = run_id WHERE table_name = ? AND row_id = ? AND coalesce(runs.kind, '') NOT IN ('ingest', 'upgrade')"
        return bool(self.connection.execute(changed, (table, row_id(key))).fetchone())

    def has_origin(self, table: str, name: str) -> bool:
        """Return whether some entry is the origin of the row whose id is `name`."""
        return bool(self.connection.execute("SELECT 1 FROM origins WHERE table_name = ? AND row_id = ?", (table, name)).fetchone())

    def update(self, address: Address, row: Row, present: Row, origin: Origin) -> str | None:
        """Update the row of a changed entry, and return its new digest, or None for a conflict with a person's change."""
        table, where = address.table, f"{address.file}, {address.entry}"
        key = key_of(table, row)
        differing = {column: value for column, value in row.items() if present.get(column) != value}
        if differing and self.row_digest(table, key) != origin.row_digest:
            if content_digest(present | row) == origin.row_digest:
                return origin.row_digest  # the file changed, but not for this row
            shown = "; ".join(f"{column}: the file says {value!r}, the base {present.get(column)!r}" for column, value in differing.items())
            line = f"{where}: {table} {origin.row_id} was changed by a person since, and now by the file. Kept as it is. {shown}"
            return self.conflict(table, present, differing, line)
        if "text" in differing and table == "claims" and self.sources_of(key["id"]) > 1:
            line = f"{where}: several sources assert {origin.row_id}; give the new wording a new id. Kept: {present['text']!r}"
            return self.conflict(table, present, differing, line)
        if differing:
            self.change(table, key, differing, f"changed in {where}")
        else:
            agree(self.run, table, origin.row_id)
        return self.row_digest(table, key)

    def conflict(self, table: str, present: Row, differing: Row, line: str) -> str | None:
        """Keep a row, report the conflict, and return None; or return the digest of a person's row where a person settled it."""
        if is_settled(self.run, table, present, differing):
            return ""
        self.conflicts.append(line)
        return None

    def sources_of(self, claim_id: str) -> int:
        """Return the number of sources that assert a claim."""
        count: int = self.connection.execute(
            "SELECT count(DISTINCT source_id) FROM assertions WHERE claim_id = ? AND status <> 'retracted'", (claim_id,)
        ).fetchone()[0]
        return count

    def change(self, table: str, key: Row, new: Row, reason: str) -> None:
        """Set columns of a row, with the reason of its revision, and count it."""
        self.run.because(reason)
        setting = ", ".join(f"{column} = :{column}" for column in new)
        self.connection.execute(f"UPDATE {table} SET {setting} WHERE {matching(key)}", bound(key) | new)
        self.counts[table, "retracted" if new == {"status": Status.RETRACTED} else "changed"] += 1

    def remember(self, address: Address, name: str, new: str, left: str) -> None:
        """Record the origin of a row: the digest of the entry, and the digest of the row as it is left."""
        origin = Origin(name, new, left)
        if self.origins.get(address) == origin:
            return
        self.connection.execute("DELETE FROM origins WHERE file = ? AND entry = ? AND table_name = ?", address)
        self.connection.execute(
            "INSERT INTO origins(file, entry, table_name, row_id, digest, row_digest) VALUES (?, ?, ?, ?, ?, ?)",
            (*address, name, new, left),
        )
        if address not in self.origins:
            self.by_entry.setdefault((address.file, address.base), []).append(address)
        self.origins[address] = origin

    def forget(self, address: Address) -> None:
        """Delete the origin of a row."""
        self.connection.execute("DELETE FROM origins WHERE file = ? AND entry = ? AND table_name = ?", address)
        self.origins.pop(address, None)

    def row(self, table: str, key: Row) -> Row | None:
        """Return the row with this key, or None."""
        return first(self.connection.execute(f"SELECT * FROM {table} WHERE {matching(key)}", bound(key)))

    def row_digest(self, table: str, key: Row) -> str:
        return content_digest(self.row(table, key) or {})

    def tell_retracted(self, files: Collection[str], *, restore: bool) -> None:
        """Find what these files say that is retracted, which is noted and stays so, or counts again with `restore`."""
        said = defaultdict[str, list[str]](list)
        for address, origin in self.origins.items():
            if address.file in files:
                said["entities" if address.table in ENTITY_TABLES else address.table].append(origin.row_id)
        gone = restoring.retracted(self.connection, ((table, said[table]) for table in restoring.TABLES))
        restored = set(restoring.restore(self.run, gone)) if restore else set()
        self.retracted = [row_id for row_id in gone if row_id not in restored]
        if restored:
            self.notes.append(f"{len(restored)} rows of these files were taken back and count again")
        if self.retracted:
            shown = ", ".join(self.retracted[:5]) + (", …" if len(self.retracted) > 5 else "")
            self.notes.append(
                f"{len(self.retracted)} rows of these files were taken back and stay so ({shown}); --restore lets them count again"
            )

    def retracted_by_files(self, table: str, key: Row) -> bool:
        """Return whether the latest retraction of the row was by a reading of files."""
        retraction = self.connection.execute(
            "SELECT runs.kind FROM revisions LEFT JOIN runs ON runs.id = run_id WHERE table_name = ? AND row_id = ?"
            " AND json_extract(after, '$.status') = 'retracted' ORDER BY seq DESC LIMIT 1",
            (table, row_id(key)),
        ).fetchone()
        return bool(retraction and retraction[0] == "ingest")

    @contextmanager
    def moving(self, table: str, column: str, value: str) -> Iterator[None]:
        """Count changes that the block makes to the rows with this value as the files' own."""
        rows = self.connection.execute(f"SELECT id FROM {table} WHERE {column} = ?", (value,)).fetchall()
        before = {row[0]: self.row_digest(table, {"id": row[0]}) for row in rows}
        yield
        self.moved(table, set(before), before)

    def moved(self, table: str, row_ids: set[str], before: dict[str, str]) -> None:
        """Renew the digests of rows that this reading moved to a new text, so that they count as the file left them."""
        for address, origin in list(self.origins.items()):
            if address.table == table and origin.row_id in row_ids and before.get(origin.row_id) == origin.row_digest:
                self.remember(address, origin.row_id, origin.digest, self.row_digest(table, {"id": origin.row_id}))
