"""The tables of a base with their keys, vocabulary columns and date columns, in an order in which rows can be inserted."""

from __future__ import annotations

from collections.abc import Iterable
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
    "affiliations": ("id",),
    "citations": ("id",),
    "event_order": ("id",),
    "distinct_entities": ("id",),
    "reviews": ("id",),
    "conflicts": ("id",),
    "revisions": ("seq",),
    "origins": ("file", "entry", "table_name", "row_id"),
}
ORDER = tuple(KEYS)
# What digests and attestations are of: also what holds for the base as a whole, which is no record of a run.
HELD = KEYS | {"settings": ("one",)}
# Tables whose ids are minted from content, by the prefix of those ids.
TABLE_OF_PREFIX = {
    "snp": "snapshots",
    "sec": "sections",
    "sen": "sentences",
    "psg": "passages",
    "men": "mentions",
    "clm": "claims",
    "ast": "assertions",
    "rel": "relations",
    "aff": "affiliations",
    "cit": "citations",
    "ord": "event_order",
    "dst": "distinct_entities",
    "prp": "proposals",
    "rvw": "reviews",
    "cfl": "conflicts",
    "run": "runs",
}
# The columns of `quantities` that describe a number.
QUANTITY_COLUMNS = ("comparison", "value", "minimum", "maximum", "unit", "measure", "as_of", "verbatim")
# Columns that hold an EDTF date.
DATES: dict[str, tuple[str, ...]] = {
    "sources": ("published", "updated"),
    "events": ("date",),
    "claims": ("about_time",),
    "assertions": ("said",),
    "quantities": ("as_of",),
    "affiliations": ("start_date", "end_date"),
}
ENTITY_TABLES = ("actors", "things", "events", "sources")
# Tables that dumps hold since a later version of the schema than the first.
SINCE = {"originals": 2, "proposals": 2, "affiliations": 5, "event_order": 5, "reviews": 5, "conflicts": 6, "distinct_entities": 7}
WITH_STATUS = ("claims", "assertions", "relations", "mentions", "citations")
TIMED = ("claims", "assertions", "proposals", "relations")  # tables with a column recorded_at
# Columns that triggers compute: the first and the last day of a date, by the table and column of the date.
BOUNDS = {("events", "date"): ("earliest", "latest"), ("claims", "about_time"): ("about_earliest", "about_latest")}
COMPUTED: dict[str, tuple[str, ...]] = {table: bounds for (table, _), bounds in BOUNDS.items()}
# Columns that hold words of the vocabulary.
WORDS: dict[str, list[str]] = {
    "contributors": ["kind"],
    "runs": ["kind"],
    "revisions": ["operation"],
    "entities": ["kind", "status"],
    "actors": ["kind", "anonymity"],
    "things": ["kind"],
    "events": ["kind", "actuality", "date_basis"],
    "sources": ["kind", "published_basis", "access"],
    "source_authors": ["role"],
    "names": ["kind"],
    "identifiers": ["scheme", "match"],
    "sections": ["kind"],
    "mentions": ["sense", "status"],
    "claims": ["kind", "status"],
    "quantities": ["comparison"],
    "assertions": ["act", "stance", "certainty", "derivation", "status"],
    "proposals": ["kind", "act", "stance", "certainty", "status"],
    "participations": ["role"],
    "relations": ["relation", "comparable", "status"],
    "affiliations": ["role"],
    "citations": ["status"],
    "event_order": ["relation"],
    "reviews": ["verdict"],
    "conflicts": ["status"],
}
# Of these, the columns that hold several words, as `joined_words` joins them.
SEVERAL_WORDS = frozenset({("relations", "comparable")})
# Columns that hold words of another column's field.
SHARED_WORDS = {
    "proposals.kind": "claims.kind",
    "proposals.act": "assertions.act",
    "proposals.stance": "assertions.stance",
    "proposals.certainty": "assertions.certainty",
}


def joined_words(words: Iterable[str]) -> str | None:
    """The text of a column of SEVERAL_WORDS: each word once, sorted, separated by blanks; None where there are none."""
    return " ".join(sorted(set(words))) or None


def key_of(table: str, row: Row) -> Row:
    """Return the key columns of a row with their values."""
    return {column: row[column] for column in KEYS[table]}


def row_id(key: Row) -> str:
    """Return a key as one string, its values joined by underscores, as revisions and origins write it."""
    return "_".join(str(value) for value in key.values())


def split_row_id(table: str, joined: str) -> Row:
    """Return the key that `row_id` joined.

    Ids hold no underscore. A name may, but stands between two values that do not.
    """
    columns = HELD[table]
    if table == "names":
        first, _, rest = joined.partition("_")
        middle, _, last = rest.rpartition("_")
        return dict(zip(columns, (first, middle, last), strict=True))
    return dict(zip(columns, joined.split("_", len(columns) - 1), strict=True))


def matching(key: Row) -> str:
    """Return the SQL condition that a row has this key. `bound` returns its parameters."""
    return " AND ".join(f"{column} = :key_{column}" for column in key)


def bound(key: Row) -> Row:
    """Return the parameters of the condition that `matching` returns."""
    return {f"key_{column}": value for column, value in key.items()}


def field_of(table: str, column: str) -> str:
    """Return the field of the vocabulary whose words a column holds."""
    return SHARED_WORDS.get(f"{table}.{column}", f"{table}.{column}")
