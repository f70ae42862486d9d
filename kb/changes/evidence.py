"""What speaks against merging two rows: claims about different things are two claims, and entities that people, catalogues or dates keep apart are two."""

from __future__ import annotations

import sqlite3

from kb.base.dates import bounds
from kb.base.model import ENTITY_TABLES
from kb.base.row_by_id import row_of, table_of
from kb.errors import DataError
from kb.names.distinct import told_apart

# What a claim is about, and the columns that say it: the first that is filled counts.
ABOUT = {"subject": ("subject_id",), "predicate": ("predicate_id",), "object": ("object_id", "object_text"), "time": ("about_time",)}


# The column of an entity that dates it.
DATED = {"events": "date", "sources": "published"}
# A kind that says nothing, so that it differs from no other.
UNSAID_KIND = "other"


def refuse_against_evidence(connection: sqlite3.Connection, old_id: str, into_id: str) -> None:
    """Raise DataError where what the base holds of two rows of one table says that they are not the same."""
    said = [f"the {part} is {old} and {into}" for part, (old, into) in differences(connection, old_id, into_id).items()]
    if mark := marked(connection, old_id, into_id):
        said.insert(0, f"they are marked as not the same ({mark})")
    if said:
        claims = table_of(connection, old_id) == "claims"
        raise DataError(
            f"{old_id} and {into_id} {'are about different things' if claims else 'look like two'}: {'; '.join(said)}",
            remedy=f"keep both{' and relate them' if claims else ', or correct what is wrong'}; where they are one all the same,"
            " merge them despite the evidence, and say why",
        )


def marked(connection: sqlite3.Connection, old_id: str, into_id: str) -> str | None:
    """The reason for which two entities are marked as not the same, also by what was merged into them, or None."""
    return told_apart(connection, old_id).get(into_id)


def differences(connection: sqlite3.Connection, old_id: str, into_id: str) -> dict[str, tuple[str, str]]:
    """What two claims, or two entities, of one table say differently of what would be the same if they were one, as the value of each by its name."""
    table = table_of(connection, old_id)
    if table == "claims":
        return claim_differences(connection, old_id, into_id)
    return entity_differences(connection, table, old_id, into_id) if table in ENTITY_TABLES else {}


def claim_differences(connection: sqlite3.Connection, old_id: str, into_id: str) -> dict[str, tuple[str, str]]:
    """What two claims say differently, as the value of each by subject, predicate, object and time. What one leaves open differs from nothing."""
    old, into = (row_of(connection, "claims", claim_id) for claim_id in (old_id, into_id))
    found = {}
    for part, columns in ABOUT.items():
        first, second = (next((str(row[column]) for column in columns if row[column]), "") for row in (old, into))
        if first and second and first != second:
            found[part] = (first, second)
    return found


def entity_differences(connection: sqlite3.Connection, table: str, old_id: str, into_id: str) -> dict[str, tuple[str, str]]:
    """What tells two entities of a table apart, as the value of each by exact identifier, kind and date."""
    old, into = (row_of(connection, table, entity_id) for entity_id in (old_id, into_id))
    found = {f"{scheme} identifier": values for scheme, values in other_identifiers(connection, old_id, into_id).items()}
    kinds = str(old["kind"]), str(into["kind"])
    if kinds[0] != kinds[1] and UNSAID_KIND not in kinds:
        found["kind"] = kinds
    if table in DATED:
        dates = old[DATED[table]], into[DATED[table]]
        if dates[0] and dates[1] and apart(str(dates[0]), str(dates[1])):
            found["date"] = str(dates[0]), str(dates[1])
    return found


def other_identifiers(connection: sqlite3.Connection, old_id: str, into_id: str) -> dict[str, tuple[str, str]]:
    """The exact identifiers of two entities, by the catalogues that give both one and share none between them."""
    exact = (
        "SELECT scheme, group_concat(value, ', ') FILTER (WHERE entity_id = :old), group_concat(value, ', ') FILTER (WHERE entity_id = :into)"
        " FROM (SELECT * FROM identifiers WHERE match = 'exact' AND entity_id IN (:old, :into) ORDER BY value)"
        " GROUP BY scheme HAVING count(DISTINCT entity_id) = 2 AND count(*) = count(DISTINCT value) ORDER BY scheme"
    )
    return {scheme: (old, into) for scheme, old, into in connection.execute(exact, {"old": old_id, "into": into_id})}


def apart(first: str, second: str) -> bool:
    """Whether no day can be meant by both of two EDTF dates."""
    one, other = bounds(first), bounds(second)
    if one is None or other is None:
        return False
    return any(end is not None and start is not None and end < start for (_, end), (start, _) in ((one, other), (other, one)))
