"""Draw the sections and sentences of a text, and redraw them where the files have changed.

A row that begins at the same offset keeps its id. Offsets are code points from 0, end exclusive.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.files import SourceFolder
from ingest.origins import Address
from ingest.sync import Sync
from kb.base import ids
from kb.base.entries import needed
from kb.base.model import Row
from kb.base.rows import dicts
from kb.errors import DataError
from kb.names.lookup import Lookup
from kb.sources import snapshots

PLACE = {"sections": ("position", "start_char", "end_char"), "sentences": ("position", "section_id", "start_char", "end_char")}


def checked_sections(folder: SourceFolder, lookup: Lookup) -> list[Row]:
    """Return the [[section]] entries of a source with the ids of their speakers. Raises DataError where one is wrong or none is there."""
    sections = [entry.values for entry in folder.entries if entry.kind == "section"]
    if not sections:
        raise DataError(
            "no [[section]]",
            where=folder.file,
            remedy='say at least: [[section]] kind = "body", starts = the first words, speaker = the author',
        )
    checked = []
    for number, section in enumerate(sections, 1):
        where = f"{folder.file}, [[section]] {number}"
        needed(section, ("kind", "starts", "speaker"), where)
        try:
            lookup.word("sections.kind", section["kind"])
            checked.append(section | {"speaker": lookup.actor(section["speaker"], "speaker")})
        except DataError as error:
            raise error.at(where) from None
    return checked


@dataclass
class Cut:
    """The sections and sentences of a snapshot, from a file. `content` is what the digest of each row is made from."""

    sync: Sync
    file: str
    snapshot: str
    content: object

    def draw(self, words: str, sections: Sequence[Row], exceptions: Sequence[Row]) -> None:
        """Draw the sections and sentences of the text `words`. `exceptions` are the [[sentence]] entries."""
        drawn = snapshots.plan_sections(self.snapshot, words, sections, self.file)
        going = self.settle_ids("sections", drawn)
        sentences = snapshots.plan_sentences(self.snapshot, words, drawn, exceptions, self.file)
        self.sync.run.because(f"sections and sentences drawn anew in {self.file}")
        self.park(going, drawn)
        self.place("sections", drawn)
        for row_id in self.settle_ids("sentences", sentences):
            self.sync.connection.execute("DELETE FROM sentences WHERE id = ?", (row_id,))
        self.place("sentences", sentences)
        self.move_passages(drawn)
        for row_id in going:
            self.sync.connection.execute("DELETE FROM sections WHERE id = ?", (row_id,))

    def present(self, table: str) -> list[Row]:
        """Return the rows that the snapshot has in a table."""
        sql = f"SELECT * FROM {table} WHERE snapshot_id = ? ORDER BY position"
        return list(dicts(self.sync.connection.execute(sql, (self.snapshot,))))

    def settle_ids(self, table: str, rows: list[Row]) -> list[str]:
        """Give planned rows the ids of present rows at their offsets, or else in their positions, and return the ids of rows to be deleted."""
        old = {row["start_char"]: row for row in self.present(table)}
        kept = {row["start_char"] for row in rows} & old.keys()
        in_place = {row["position"]: row for start, row in old.items() if start not in kept}
        used = {row["id"] for row in old.values()}
        for row in rows:
            if row["start_char"] in kept:
                row["id"] = old[row["start_char"]]["id"]
            elif row["position"] in in_place:
                row["id"] = in_place.pop(row["position"])["id"]
            else:
                while row["id"] in used:  # by a row that was first recorded at this offset
                    row["id"] = ids.mint(row["id"][:3], row["id"])
        return [row["id"] for row in in_place.values()]

    def park(self, going: list[str], drawn: list[Row]) -> None:
        """Move sections that will be deleted behind the others, until nothing refers to them."""
        last = max(len(drawn), len(self.present("sections")))
        for number, row_id in enumerate(going, 1):
            self.sync.connection.execute("UPDATE sections SET position = ? WHERE id = ?", (last + number, row_id))

    def place(self, table: str, rows: list[Row]) -> None:
        """Move the rows that stay, so that no two are ever in one position, and then give each row the content of the file."""
        old = {row["id"]: row for row in self.present(table)}
        staying = [row for row in rows if row["id"] in old]
        before = {row["id"]: self.sync.row_digest(table, {"id": row["id"]}) for row in staying}
        up = [row for row in staying if row["position"] <= old[row["id"]]["position"]]
        down = [row for row in reversed(staying) if row["position"] > old[row["id"]]["position"]]
        for row in up + down:
            new = {column: row[column] for column in PLACE[table]}
            if any(old[row["id"]][column] != value for column, value in new.items()):
                setting = ", ".join(f"{column} = :{column}" for column in new)
                self.sync.connection.execute(f"UPDATE {table} SET {setting} WHERE id = :id", new | {"id": row["id"]})
        self.sync.moved(table, set(before), before)
        for row in rows:
            address = Address(self.file, f"sections/{row['id']}", table)
            self.sync.adopt(address, row["id"])
            self.sync.want(address, row, self.content)

    def move_passages(self, drawn: list[Row]) -> None:
        """Give each passage the section in which it begins."""
        for row in drawn:
            self.sync.connection.execute(
                "UPDATE passages SET section_id = :id WHERE snapshot_id = :snapshot_id AND start_char >= :start_char AND start_char < :end_char"
                " AND section_id <> :id",
                row,
            )
