"""Bring what the files say into the base, and remember what each entry said, so that people's work is never overwritten.

For each entry `origins` holds a digest of what it said and a digest of the row as the file left it:

    same digest                                  nothing is written, whatever people did since
    new entry                                    insert, or join the row that is there
    changed, row as the file left it             update (a revision keeps the old)
    changed, row changed by a person since       conflict: both versions told, the row kept, unless the change is to other rows
    gone                                         the row is retracted when no other entry says it, and nobody changed it
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from kb.errors import DataError
from kb.facts import insert
from kb.tables import WITH_STATUS, Row, bound, key_of, matching, row_id, split_row_id

STAMPED = {"claims", "assertions", "relations"}  # these say when they were recorded
NOT_CONTENT = {"run_id", "recorded_at", "earliest", "latest", "about_earliest", "about_latest", "merged_into_id", "snapshot_id"}
# What is taken back first stands first: nothing goes while something that stays refers to it.
GOING = (
    *("relations", "citations", "participations", "quantities", "mentions", "assertions", "claims"),
    *("names", "identifiers", "source_authors", "sentences", "sections", "sources", "events", "things", "actors", "predicates"),
)


def digest(said: object) -> str:
    return hashlib.sha256(json.dumps(said, sort_keys=True, ensure_ascii=False, default=str).encode()).hexdigest()


def content_digest(row: Row) -> str:
    return digest({column: value for column, value in row.items() if column not in NOT_CONTENT})


def know_folders(connection: sqlite3.Connection, files: frozenset[str]) -> None:
    """Files were once remembered without the folder they are in: they are those of the folder that holds the same source."""
    roots = {file.split("/", 1)[1]: file.split("/")[0] for file in files if file.endswith("/source.toml")}
    bare = [row[0] for row in connection.execute("SELECT DISTINCT file FROM origins WHERE file NOT LIKE '%/%' OR file LIKE 'sources/%'")]
    for root in {roots[file] for file in bare if file in roots}:
        connection.execute("UPDATE origins SET file = ? || '/' || file WHERE file NOT LIKE '%/%' OR file LIKE 'sources/%'", (root,))


@dataclass(frozen=True)
class Origin:
    """What an entry of a file was last read as."""

    row_id: str
    digest: str
    row_digest: str


class Sync:
    """One reading of some files into one base, in the open run."""

    def __init__(self, connection: sqlite3.Connection, run_id: str, recorded_at: str) -> None:
        self.connection, self.run_id, self.recorded_at = connection, run_id, recorded_at
        self.counts: Counter[tuple[str, str]] = Counter()
        self.conflicts: list[str] = []
        self.notes: list[str] = []
        self.seen: set[tuple[str, str, str]] = set()
        self.going: set[tuple[str, str]] = set()
        self.origins: dict[tuple[str, str, str], Origin] = {}
        self.by_entry: dict[tuple[str, str], list[tuple[str, str, str]]] = {}
        for file, entry, table, *rest in connection.execute("SELECT file, entry, table_name, row_id, digest, row_digest FROM origins"):
            self.origins[file, entry, table] = Origin(*rest)
            self.by_entry.setdefault((file, entry.split("/")[0]), []).append((file, entry, table))

    def unchanged(self, file: str, entry: str, said: object) -> bool:
        """Whether this entry said the same when last read; then all its rows count as seen and nothing more is to do."""
        same = self.says_the_same(file, entry, said)
        if same:
            self.seen.update(self.by_entry[file, entry])
        return same

    def says_the_same(self, file: str, entry: str, said: object) -> bool:
        known = self.by_entry.get((file, entry), [])
        new = digest(said)
        return bool(known) and all(self.origins[key].digest == new for key in known)

    def kept_id(self, file: str, entry: str, table: str, minted: str) -> str:
        """The id that the row of this entry got when it was first recorded, or the one minted for it now."""
        origin = self.origins.get((file, entry, table))
        return origin.row_id if origin else minted

    def adopt(self, file: str, entry: str, table: str, name: str) -> None:
        """What was remembered of this row under another entry of the same name is remembered under this one."""
        address, base = (file, entry, table), entry.split("/", maxsplit=1)[0]
        for known in self.by_entry.get((file, base), []):
            if address not in self.origins and known != address and known[2] == table and self.origins[known].row_id == name:
                self.connection.execute("UPDATE origins SET entry = ? WHERE file = ? AND entry = ? AND table_name = ?", (entry, *known))
                self.origins[address] = self.origins.pop(known)
                self.by_entry[file, base] = [address if one == known else one for one in self.by_entry[file, base]]
                return

    def want(self, file: str, entry: str, table: str, row: Row, said: object, *, again: bool = False) -> None:
        """Make the base say what this entry says. `row` holds content only, with the id it is to have.

        `again` looks at an entry that says the same as before, because what it rests on has changed.
        """
        address = (file, entry, table)
        self.seen.add(address)
        key = key_of(table, row)
        name = row_id(key)
        origin, new = self.origins.get(address), digest(said)
        if origin and origin.digest == new and not again:
            return
        there = self.row(table, key)
        left: str | None
        if there is None:
            self.insert(table, row)
            left = self.row_digest(table, key)
        elif origin is None or origin.row_id != name:
            left = self.join(table, key, row, there, f"{file}, {entry}")
        else:
            left = self.update(table, key, row, there, origin, f"{file}, {entry}")
        if left is None:
            return  # a conflict: what was remembered stays, so that it is told again
        self.remember(address, name, new, left)

    def insert(self, table: str, row: Row) -> None:
        stamp = {"run_id": self.run_id} | ({"recorded_at": self.recorded_at} if table in STAMPED else {})
        insert(self.connection, table, row | stamp)
        self.counts[table, "new"] += 1

    def join(self, table: str, key: Row, row: Row, there: Row, where: str) -> str:
        """A row that somebody else recorded, or that this file said before and took back."""
        if there.get("status") == "retracted" and table in WITH_STATUS:
            if self.retracted_by_files(table, key):
                self.change(table, key, {"status": row.get("status", "reviewed")}, "said again by the files")
                there = self.row(table, key) or there
            else:
                self.notes.append(f"{where}: {row_id(key)} was retracted by a person and stays so")
                return ""
        differing = {column: value for column, value in row.items() if there.get(column) != value}
        by_people = self.of_people(table, key, there)
        if differing and not by_people and not self.has_other_origin(table, key):
            self.change(table, key, differing, f"changed in {where}")
        elif differing:
            self.notes.append(f"{where}: joined {row_id(key)}, which says otherwise in {', '.join(differing)}; the row was kept")
        return "" if by_people else self.row_digest(table, key)  # no later edit of the file may change a person's row unasked

    def of_people(self, table: str, key: Row, there: Row) -> bool:
        """Whether somebody other than the files recorded the row, or changed it since."""
        recorded_by = self.connection.execute("SELECT kind FROM runs WHERE id = ?", (there.get("run_id"),)).fetchone()
        if not recorded_by or recorded_by[0] != "ingest":
            return True
        changed = (
            "SELECT 1 FROM revisions LEFT JOIN runs ON runs.id = run_id WHERE table_name = ? AND row_id = ? AND runs.kind IS NOT 'ingest'"
        )
        return bool(self.connection.execute(changed, (table, row_id(key))).fetchone())

    def has_other_origin(self, table: str, key: Row) -> bool:
        return bool(self.connection.execute("SELECT 1 FROM origins WHERE table_name = ? AND row_id = ?", (table, row_id(key))).fetchone())

    def update(self, table: str, key: Row, row: Row, there: Row, origin: Origin, where: str) -> str | None:
        """The row's new digest, or None after a conflict."""
        differing = {column: value for column, value in row.items() if there.get(column) != value}
        if differing and self.row_digest(table, key) != origin.row_digest:
            if content_digest(there | row) == origin.row_digest:
                return origin.row_digest  # of this row the file says what it said before
            shown = "; ".join(f"{column}: the file says {value!r}, the base {there.get(column)!r}" for column, value in differing.items())
            self.conflicts.append(
                f"{where}: {table} {origin.row_id} was changed by a person since, and now by the file. Kept as it is. {shown}"
            )
            return None
        if "text" in differing and table == "claims" and self.sources_of(key["id"]) > 1:
            self.conflicts.append(
                f"{where}: several sources assert {origin.row_id}; give the new wording a new id. Kept: {there['text']!r}"
            )
            return None
        if differing:
            self.change(table, key, differing, f"changed in {where}")
        return self.row_digest(table, key)

    def sources_of(self, claim_id: str) -> int:
        count: int = self.connection.execute(
            "SELECT count(DISTINCT source_id) FROM assertions WHERE claim_id = ? AND status <> 'retracted'", (claim_id,)
        ).fetchone()[0]
        return count

    def change(self, table: str, key: Row, new: Row, reason: str) -> None:
        self.because(reason)
        setting = ", ".join(f"{column} = :{column}" for column in new)
        self.connection.execute(f"UPDATE {table} SET {setting} WHERE {matching(key)}", bound(key) | new)
        self.counts[table, "retracted" if new == {"status": "retracted"} else "changed"] += 1

    def because(self, reason: str) -> None:
        """Why the rows that are changed next are changed; their revisions say so."""
        self.connection.execute("UPDATE change_context SET reason = ?", (reason,))

    def remember(self, address: tuple[str, str, str], name: str, new: str, left: str) -> None:
        origin = Origin(name, new, left)
        if self.origins.get(address) == origin:
            return
        file, entry, table = address
        self.connection.execute("DELETE FROM origins WHERE file = ? AND entry = ? AND table_name = ?", address)
        self.connection.execute(
            "INSERT INTO origins(file, entry, table_name, row_id, digest, row_digest) VALUES (?, ?, ?, ?, ?, ?)",
            (file, entry, table, name, new, left),
        )
        if address not in self.origins:
            self.by_entry.setdefault((file, entry.split("/")[0]), []).append(address)
        self.origins[address] = origin

    def row(self, table: str, key: Row) -> Row | None:
        cursor = self.connection.execute(f"SELECT * FROM {table} WHERE {matching(key)}", bound(key))
        found = cursor.fetchone()
        return dict(zip((column[0] for column in cursor.description), found, strict=True)) if found else None

    def row_digest(self, table: str, key: Row) -> str:
        return content_digest(self.row(table, key) or {})

    def retracted_by_files(self, table: str, key: Row) -> bool:
        """Whether the latest retraction of the row was the files' own doing."""
        found = self.connection.execute(
            "SELECT runs.kind FROM revisions LEFT JOIN runs ON runs.id = run_id WHERE table_name = ? AND row_id = ?"
            " AND json_extract(after, '$.status') = 'retracted' ORDER BY seq DESC LIMIT 1",
            (table, row_id(key)),
        ).fetchone()
        return bool(found and found[0] == "ingest")

    @contextmanager
    def moving(self, table: str, column: str, value: str) -> Iterator[None]:
        """Whatever is done meanwhile to the rows with this value is this reading's own doing."""
        found = self.connection.execute(f"SELECT id FROM {table} WHERE {column} = ?", (value,)).fetchall()
        before = {row[0]: self.row_digest(table, {"id": row[0]}) for row in found}
        yield
        self.moved(table, set(before), before)

    def moved(self, table: str, row_ids: set[str], before: dict[str, str]) -> None:
        """Rows that this reading itself moved to a new text still count as the file left them."""
        for address, origin in list(self.origins.items()):
            if address[2] == table and origin.row_id in row_ids and before.get(origin.row_id) == origin.row_digest:
                self.remember(address, origin.row_id, origin.digest, self.row_digest(table, {"id": origin.row_id}))

    def finish(self, files: frozenset[str], missing: frozenset[str]) -> None:
        """Take back what the files that were read, or that are there no more, say no longer."""
        gone = [address for address in self.origins if address not in self.seen and (address[0] in files or address[0] in missing)]
        self.going = {(address[2], self.origins[address].row_id) for address in gone}
        changed = {address[:2] for address in gone if self.changed_by_people(address)}
        entries = {(file, entry.split("/")[0]) for file, entry in changed if entry.startswith(("claim:", "assertion:"))}
        for file, entry in sorted(entries):  # a chain and its claim stay or go together
            self.notes.append(f"{file}: {entry} is gone, but a person changed what it said; its rows were kept")
            for address in [address for address in gone if address[0] == file and address[1].split("/")[0] == entry]:
                gone.remove(address)
                self.forget(address)
        for table in GOING:
            of_table = [address for address in gone if address[2] == table]
            if table == "assertions":  # what is reported goes before who reports it
                of_table.sort(key=lambda address: -(self.row(table, {"id": self.origins[address].row_id}) or {"level": 0})["level"])
            for address in of_table:
                self.take_back(address, self.origins[address])

    def changed_by_people(self, address: tuple[str, str, str]) -> bool:
        """Whether a row that the files recorded, and that counts still, is no longer as they left it."""
        origin, table = self.origins[address], address[2]
        there = self.row(table, split_row_id(table, origin.row_id))
        return bool(there and origin.row_digest and there.get("status") != "retracted" and content_digest(there) != origin.row_digest)

    def forget(self, address: tuple[str, str, str]) -> None:
        self.connection.execute("DELETE FROM origins WHERE file = ? AND entry = ? AND table_name = ?", address)
        self.origins.pop(address, None)

    def take_back(self, address: tuple[str, str, str], origin: Origin) -> None:
        file, entry, table = address
        self.forget(address)
        if self.connection.execute("SELECT 1 FROM origins WHERE table_name = ? AND row_id = ?", (table, origin.row_id)).fetchone():
            return
        key = split_row_id(table, origin.row_id)
        there = self.row(table, key)
        if there is None or there.get("status") == "retracted" or self.still_used(table, key, there):
            return
        if self.row_digest(table, key) != origin.row_digest:
            self.notes.append(f"{file}: {entry} is gone, but {table} {origin.row_id} was added or changed by a person; kept")
            return
        reason = f"no longer in {file}"
        if table in WITH_STATUS:
            self.change(table, key, {"status": "retracted"}, reason)
            return
        self.because(reason)
        self.connection.execute("SAVEPOINT removal")
        try:
            self.connection.execute(f"DELETE FROM {table} WHERE {matching(key)}", bound(key))
            self.counts[table, "removed"] += 1
        except sqlite3.IntegrityError as error:
            self.connection.execute("ROLLBACK TO removal")
            self.notes.append(f"{file}: {entry} is gone, but {table} {origin.row_id} stays: {error}")
        self.connection.execute("RELEASE removal")

    def still_used(self, table: str, key: Row, there: Row) -> bool:
        """Whether a row whose entry is gone has a reason of its own to stay."""
        if table in ("sections", "sentences"):  # a text stays, and its parts with it
            return True
        if table in ("quantities", "participations"):  # they stay readable with a claim that is itself taken back
            return not self.exists("SELECT 1 FROM origins WHERE table_name = 'claims' AND row_id = ?", key["claim_id"])
        if table == "mentions":  # those of an earlier text stay with it
            return not self.exists("SELECT 1 FROM sources WHERE snapshot_id = ?", there["snapshot_id"])
        if table == "source_authors":  # a text that stays, though its file is gone, keeps its authors
            gone = ("sources", key["source_id"]) in self.going
            return gone and self.exists("SELECT 1 FROM snapshots WHERE source_id = ?", key["source_id"])
        held = {"claims": "claim_id", "assertions": "reported_in_id"}.get(table)  # somebody else asserts it, or is reported in it
        return bool(held) and self.exists(f"SELECT 1 FROM assertions WHERE {held} = ? AND status <> 'retracted'", key["id"])

    def exists(self, sql: str, *parameters: object) -> bool:
        return bool(self.connection.execute(sql, parameters).fetchone())


def refuse_conflicts(sync: Sync) -> None:
    """Tell every conflict; the rest of the reading stands."""
    if sync.conflicts:
        raise DataError(
            f"{len(sync.conflicts)} of the files' changes meet changes that people made; the rows were kept as they are:\n"
            + "\n".join(f"  - {line}" for line in sync.conflicts),
            remedy="bring the file in line with the row, or the row in line with the file (kb correct), and read again",
        )
