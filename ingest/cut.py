"""Draw the sections and sentences of a text, and draw them anew when the files say so.

A row keeps its id while it begins where it did. Offsets are code points from 0, end exclusive.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.sync import Sync
from kb import ids, sources
from kb.tables import Row

WHERE_IT_IS = {"sections": ("position", "start_char", "end_char"), "sentences": ("position", "section_id", "start_char", "end_char")}
MINT = {"sections": ids.section_id, "sentences": ids.sentence_id}


@dataclass
class Cut:
    """One text as its file wants it drawn: `said` is what the digest of each row is taken from."""

    sync: Sync
    file: str
    snapshot: str
    said: object

    def draw(self, words: str, sections: Sequence[Row], exceptions: Sequence[Row]) -> None:
        drawn = sources.plan_sections(self.snapshot, words, sections, self.file)
        going = self.settle_ids("sections", drawn)
        sentences = sources.plan_sentences(self.snapshot, words, drawn, exceptions, self.file)
        self.sync.because(f"sections and sentences drawn anew in {self.file}")
        self.park(going, drawn)
        self.place("sections", drawn)
        for row_id in self.settle_ids("sentences", sentences):
            self.sync.connection.execute("DELETE FROM sentences WHERE id = ?", (row_id,))
        self.place("sentences", sentences)
        self.bring_passages_along(drawn)
        for row_id in going:
            self.sync.connection.execute("DELETE FROM sections WHERE id = ?", (row_id,))

    def there(self, table: str) -> list[Row]:
        cursor = self.sync.connection.execute(f"SELECT * FROM {table} WHERE snapshot_id = ? ORDER BY position", (self.snapshot,))
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def settle_ids(self, table: str, rows: list[Row]) -> list[str]:
        """Give each row wanted the id of the one that begins there, else of the one in its place; returns the ids of those that go."""
        old = {row["start_char"]: row for row in self.there(table)}
        kept = {row["start_char"] for row in rows} & old.keys()
        in_place = {row["position"]: row for start, row in old.items() if start not in kept}
        taken = {row["id"] for row in old.values()}
        for row in rows:
            if row["start_char"] in kept:
                row["id"] = old[row["start_char"]]["id"]
            elif row["position"] in in_place:
                row["id"] = in_place.pop(row["position"])["id"]
            else:
                while row["id"] in taken:  # a row that began here once keeps that id
                    row["id"] = ids.mint(row["id"][:3], row["id"])
        return [row["id"] for row in in_place.values()]

    def park(self, going: list[str], drawn: list[Row]) -> None:
        """Put sections that go out of the way, until nothing refers to them any more."""
        last = max(len(drawn), len(self.there("sections")))
        for number, row_id in enumerate(going, 1):
            self.sync.connection.execute("UPDATE sections SET position = ? WHERE id = ?", (last + number, row_id))

    def place(self, table: str, rows: list[Row]) -> None:
        """Move the rows that stay, so that no two ever stand in one position; then let each say what the file wants."""
        old = {row["id"]: row for row in self.there(table)}
        staying = [row for row in rows if row["id"] in old]
        before = {row["id"]: self.sync.row_digest(table, {"id": row["id"]}) for row in staying}
        back = [row for row in staying if row["position"] <= old[row["id"]]["position"]]
        forth = [row for row in reversed(staying) if row["position"] > old[row["id"]]["position"]]
        for row in back + forth:
            new = {column: row[column] for column in WHERE_IT_IS[table]}
            if any(old[row["id"]][column] != value for column, value in new.items()):
                setting = ", ".join(f"{column} = :{column}" for column in new)
                self.sync.connection.execute(f"UPDATE {table} SET {setting} WHERE id = :id", new | {"id": row["id"]})
        self.sync.moved(table, set(before), before)
        for row in rows:
            entry = f"sections/{row['id']}"
            self.sync.adopt(self.file, entry, table, row["id"])
            self.sync.want(self.file, entry, table, row, self.said)

    def bring_passages_along(self, drawn: list[Row]) -> None:
        """Each passage belongs to the section it begins in."""
        for row in drawn:
            self.sync.connection.execute(
                "UPDATE passages SET section_id = :id WHERE snapshot_id = :snapshot_id AND start_char >= :start_char AND start_char < :end_char"
                " AND section_id <> :id",
                row,
            )
