"""The tables that hold a base's record: their keys, and an order in which each row's references come before it."""

from __future__ import annotations

from typing import Any

Row = dict[str, Any]

KEYS: dict[str, tuple[str, ...]] = {
    "vocabulary": ("field", "value"),
    "contributors": ("id",),
    "runs": ("id",),
    "predicates": ("id",),
    "actors": ("id",),
    "things": ("id",),
    "events": ("id",),
    "sources": ("id",),
    "entities": ("id",),
    "source_authors": ("source_id", "position"),
    "names": ("entity_id", "name", "kind"),
    "identifiers": ("entity_id", "scheme", "value"),
    "snapshots": ("id",),
    "originals": ("snapshot_id",),
    "sections": ("id",),
    "sentences": ("id",),
    "passages": ("id",),
    "mentions": ("id",),
    "claims": ("id",),
    "quantities": ("claim_id",),
    "assertions": ("id",),
    "proposals": ("id",),
    "participations": ("event_id", "entity_id", "role", "claim_id"),
    "relations": ("id",),
    "citations": ("id",),
    "revisions": ("seq",),
    "origins": ("file", "entry", "table_name", "row_id"),
}
ORDER = tuple(KEYS)
ENTITY_TABLES = ("actors", "things", "events", "sources")
WITH_STATUS = ("claims", "assertions", "relations", "mentions", "citations")
# Columns that triggers compute from others.
COMPUTED: dict[str, tuple[str, ...]] = {"events": ("earliest", "latest"), "claims": ("about_earliest", "about_latest")}


def key_of(table: str, row: Row) -> Row:
    """The key columns of a row, with their values."""
    return {column: row[column] for column in KEYS[table]}


def row_id(key: Row) -> str:
    """The key in one word, as revisions and origins write it: its parts joined by underscores."""
    return "_".join(str(value) for value in key.values())


def split_row_id(table: str, joined: str) -> Row:
    """The key that `row_id` joined. Ids hold no underscore; a name may, and stands between two parts that do not."""
    columns = KEYS[table]
    if table == "names":
        first, _, rest = joined.partition("_")
        middle, _, last = rest.rpartition("_")
        return dict(zip(columns, (first, middle, last), strict=True))
    return dict(zip(columns, joined.split("_", len(columns) - 1), strict=True))


def matching(key: Row) -> str:
    """The condition that a row has this key; bind it with `bound`."""
    return " AND ".join(f"{column} = :key_{column}" for column in key)


def bound(key: Row) -> Row:
    return {f"key_{column}": value for column, value in key.items()}
