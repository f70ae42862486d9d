"""Record the general predicates of schema/starter.toml, with which a base of one's own can begin."""

from __future__ import annotations

import tomllib

from kb.base import schema
from kb.base.entries import checked
from kb.base.model import Row
from kb.base.runs import Run
from kb.names.entities import NewEntity, add_entity


def predicates() -> list[Row]:
    """Return the entries of the starter predicates, each after the one that it is the inverse of."""
    listed = tomllib.loads(schema.read("starter.toml"))["predicate"]
    return [checked("predicate", entry, f"starter.toml, [[predicate]] {number}") for number, entry in enumerate(listed, 1)]


def add_starter(run: Run) -> int:
    """Record the starter predicates in the open run, and return how many are new."""
    return sum(add_entity(run, NewEntity.of("predicate", entry, "")) for entry in predicates())
