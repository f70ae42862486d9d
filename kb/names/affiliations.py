"""Plan what belongs to what: a row of `affiliations`, which rests on a claim or is reference data."""

from __future__ import annotations

from kb.base import ids
from kb.base.entries import needed
from kb.base.model import Row
from kb.errors import DataError
from kb.names.lookup import Lookup


def plan_affiliation(look: Lookup, said: Row) -> Row:
    """The row that an entry means; entities, role, claim and dates checked. An entry that names no claim is reference data."""
    needed(said, ("entity", "whole", "role"), "affiliation")
    entity, whole = look.entity(said["entity"], "entity", needed=True), look.entity(said["whole"], "whole", needed=True)
    if entity == whole:
        raise DataError("nothing belongs to itself", where="entity, whole", remedy="name two entities")
    claim = said.get("claim_id") or said.get("claim")
    row: Row = {
        "entity_id": entity,
        "whole_id": whole,
        "role": look.word("affiliations.role", said["role"]),
        "claim_id": look.claim(claim) if claim else None,
    }
    for column in ("start_date", "end_date"):
        row[column] = look.date(said[column], column) if said.get(column) else None
    return {"id": ids.prefixed("aff", said["id"]) if said.get("id") else ids.affiliation_id(*row.values())} | row
