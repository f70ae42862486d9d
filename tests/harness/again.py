"""What reading the curated files again must leave."""

from __future__ import annotations

from tests.reading import Desk, contents


def same_as_fresh(desk: Desk) -> None:
    """The base holds what a base read for the first time from these files holds, and nothing is wrong with it."""
    fresh = Desk(desk.folder, desk.db.with_name("fresh.db"))
    fresh.read_well()
    kept, new = contents(desk.db), contents(fresh.db)
    assert {name: rows for name, rows in kept.items() if rows != new[name]} == {
        name: rows for name, rows in new.items() if rows != kept[name]
    }
    assert not desk.faults()


def ids(desk: Desk) -> set[tuple[str, str]]:
    tables = ("claims", "assertions", "relations", "sections", "sentences", "mentions", "citations", "entities")
    return {(table, row_id) for table, row_id in desk.rows(" UNION ALL ".join(f"SELECT '{table}', id FROM {table}" for table in tables))}
