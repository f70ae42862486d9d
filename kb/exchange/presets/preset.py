"""What a preset is, and the part of a base that it is given to write."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from kb.base.model import Row
from kb.base.rows import dicts
from kb.base.selection import Selection
from kb.exchange.presets.loss import Loss
from kb.rdf.namespaces import BaseIri
from kb.rdf.selection import ids_of

UNCOUNTED = "('proposed', 'retracted')"
NO_STATUS = "the format has no review status, so only rows that count are in it"
# What people record besides sources, entities, claims and assertions: the column that says whether a row is exported, and the table it names.
OF_CLAIMS = ("relations", "quantities", "participations", "mentions", "citations", "reviews")
BESIDES = {
    table: ("id", table) for table in ("relations", "mentions", "citations", "reviews", "affiliations", "event_order", "distinct_entities")
}
BESIDES |= dict.fromkeys(("quantities", "participations"), ("claim_id", "claims")) | dict.fromkeys(
    ("names", "identifiers"), ("entity_id", "entities")
)


@dataclass(frozen=True)
class Excerpt:
    """The part of a base that is exported, read from one state of it, with the report that the preset fills in.

    `selection` is what was asked for; `within` says it of single rows. `base` is the IRI that permalinks begin with.
    """

    connection: sqlite3.Connection
    selection: Selection
    base: BaseIri
    loss: Loss

    def rows(self, sql: str, *parameters: Any) -> Iterator[Row]:
        """The rows of a query, read as they are asked for."""
        return dicts(self.connection.execute(sql, parameters))

    def count(self, sql: str, *parameters: Any) -> int:
        """The number in the first column of the only row."""
        number: int = self.connection.execute(sql, parameters).fetchone()[0]
        return number

    def within(self, table: str, column: str) -> str:
        """The SQL condition that a column holds the id of a row of the table that is exported."""
        return f"{column} IN {ids_of(table)}" if self.selection else "1"

    def leave_out_uncounted(self) -> None:
        """Report the assertions and relations that are proposed or retracted, for presets without a review status."""
        claims = f"SELECT id FROM claims WHERE status IN {UNCOUNTED}"
        assertions = (
            f"SELECT count(*) FROM assertions WHERE (status IN {UNCOUNTED} OR claim_id IN ({claims})) AND {self.within('assertions', 'id')}"
        )
        relations = f"SELECT count(*) FROM relations WHERE status IN {UNCOUNTED} AND {self.within('relations', 'id')}"
        self.loss.lose("assertions that are proposed or retracted", NO_STATUS, self.count(assertions))
        self.loss.lose("relations that are proposed or retracted", NO_STATUS, self.count(relations))

    def leave_out(self, table: str, why: str, what: str | None = None) -> None:
        """Report every exported row of a table that has the key `id` as left out."""
        self.loss.lose(what or table, why, self.count(f"SELECT count(*) FROM {table} WHERE {self.within(table, 'id')}"))

    def leave_out_rest(self, why: str, *held: str) -> None:
        """Report the rows of every table of BESIDES that the format neither holds nor has been reported for."""
        for table, (column, owner) in BESIDES.items():
            if table not in held and table not in self.loss.lost:
                self.loss.lose(table, why, self.count(f"SELECT count(*) FROM {table} WHERE {self.within(owner, column)}"))


@dataclass(frozen=True)
class Preset:
    """A format of other programs: its name, what it is, and the function that writes an excerpt to a target.

    The target is a stream of text or of bytes, or a folder that exists.
    """

    name: str
    description: str
    write: Callable[[Excerpt, Any], None]
    target: Literal["text", "bytes", "folder"] = "text"
