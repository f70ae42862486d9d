"""Apply the merges of another base to entities or claims whose own merges may lie on the way."""

from __future__ import annotations

import sqlite3

from kb.base.model import Row
from kb.base.rows import first, merged_first


class MergedRows:
    """What the rows of `entities` or `claims` shall be merged into after a load."""

    def __init__(self, connection: sqlite3.Connection, table: str) -> None:
        self.connection, self.table = connection, table
        self.columns = ("status", "merged_into_id") if table == "entities" else ("merged_into_id",)
        self.wanted: dict[str, Row] = {}  # by id: the columns to set
        self.other: dict[str, Row] = {}  # by id: the columns of the other base, where those here stay

    def apply(self) -> list[tuple[str, Row, Row]]:
        """Set what is wanted, and return (id, columns here, columns there) of each row of a ring of merges, which stays as it is."""
        rings = {member for name in sorted(self.wanted) for member in self.ring(name)}
        disputed = [(name, self.present(name), self.wanted.pop(name, self.other.get(name))) for name in sorted(rings)]
        listed = self.with_those_on_the_way()
        free = "status = 'current', merged_into_id = NULL" if self.table == "entities" else "merged_into_id = NULL"
        for name in listed:  # a row is merged only into one that is current
            self.connection.execute(f"UPDATE {self.table} SET {free} WHERE id = ?", (name,))
        setting = ", ".join(f"{column} = :{column}" for column in self.columns)
        for row in merged_first([{"id": name} | columns for name, columns in sorted(listed.items())]):
            self.connection.execute(f"UPDATE {self.table} SET {setting} WHERE id = :id", row)
        return [(name, present, there) for name, present, there in disputed if there is not None and there != present]

    def present(self, name: str) -> Row:
        """Return the columns of a row as they are."""
        return first(self.connection.execute(f"SELECT {', '.join(self.columns)} FROM {self.table} WHERE id = ?", (name,))) or Row()

    def target(self, name: str) -> str | None:
        """Return what a row shall be merged into, or is."""
        return (self.wanted.get(name) or self.present(name)).get("merged_into_id")

    def ring(self, name: str) -> list[str]:
        """Return the rows that the merges lead through from this row back to it, or none where they do not lead back."""
        path = [name]
        while (at := self.target(path[-1])) is not None and at not in path:
            path.append(at)
        return path if at == name else []

    def with_those_on_the_way(self) -> dict[str, Row]:
        """Return what to set, with the rows that a wanted merge leads through and that are merged or retracted as they stand."""
        listed = dict(self.wanted)
        for name in self.wanted:
            at = self.target(name)
            while at is not None and at not in listed:
                listed[at] = self.present(at)
                at = self.target(at)
        return listed
