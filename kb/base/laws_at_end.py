"""The laws on new facts, checked on all the rows of an import at once instead of on each as it is inserted, at a fraction of the cost.

What is checked is taken from the triggers themselves, so that each law stands once, in the schema.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

LAST_ROWID = 2**63 - 1
TABLES = ("passages", "claims", "quantities", "assertions", "participations")
LAWS = (
    *(f"{table}_{what}" for table in TABLES for what in ("insert", "rowid")),
    *("passages_are_verbatim", "claims_get_bounds", "assertions_are_chained", "assertions_begin_purged"),
    *("claims_await", "claims_are_asserted"),
)
NEW_ROWS = "(NEW.rowid > ? OR NEW.rowid < 1)"  # none may begin below 1
# The end of every run checks that no claim is without an assertion; the keys of the tables, that no row is there twice.
KEPT_OTHERWISE = re.compile(
    r"(INSERT INTO|DELETE FROM) claims_awaiting_assertion|SELECT RAISE\(ABORT, '\w+: a row with this \w+.* is there already"
)
TRIGGER = re.compile(r"CREATE TRIGGER \w+ \w+ INSERT ON \w+\s*(?:WHEN (?P<condition>.+?))?\s*BEGIN\n(?P<body>.*)END", re.DOTALL)
RULE = re.compile(r"SELECT RAISE\(ABORT, (?P<message>'(?:[^']|'')*')\)\s+WHERE (?P<broken>.+)", re.DOTALL)
DATE = re.compile(r"(?P<into>INSERT INTO dates\(edtf\)) SELECT (?P<value>NEW\.\w+) WHERE (?P<condition>.+)", re.DOTALL)
FILL = re.compile(r"UPDATE (?P<table>\w+) SET (?P<values>.+) WHERE id = NEW\.id", re.DOTALL)


@dataclass
class Laws:
    """The laws of a table on its rows after a rowid, as SQL with that rowid as its only parameter.

    `first` and `last` write what the laws fill in, before and after the rules, and `rules` are those that a row may break.
    """

    table: str
    rules: list[str] = field(default_factory=list)
    first: list[str] = field(default_factory=list)
    last: list[str] = field(default_factory=list)

    def add(self, trigger: str) -> None:
        """Take what a trigger does for a new row. Raises ValueError for a statement that cannot be made one for all rows."""
        read = TRIGGER.fullmatch(trigger.strip().removesuffix(";"))
        if read is None:
            raise ValueError(f"not a trigger on inserts: {trigger}")
        where = NEW_ROWS + (f" AND ({read['condition']})" if read["condition"] else "")
        for statement in filter(None, (each.strip() for each in read["body"].split(";\n"))):
            if KEPT_OTHERWISE.match(statement):
                continue
            if rule := RULE.fullmatch(statement):
                when = f"({read['condition']}) AND " if read["condition"] else ""
                self.rules.append(f"WHEN {when}({rule['broken']}) THEN {rule['message']}")
            elif date := DATE.fullmatch(statement):
                self.first.append(
                    f"{date['into']} SELECT DISTINCT {date['value']} FROM {self.table} AS NEW WHERE {where} AND {date['condition']}"
                )
            elif fill := FILL.fullmatch(statement):
                self.last.append(f"UPDATE {fill['table']} AS NEW SET {fill['values']} WHERE {where}")
            else:
                raise ValueError(f"cannot be said of all rows at once: {statement}")

    def apply(self, connection: sqlite3.Connection, newest: int) -> None:
        """Let the laws hold for the rows after `newest`. Raises sqlite3.IntegrityError, as a trigger does, where one is broken."""
        for statement in self.first:
            connection.execute(statement, (newest,))
        broken = (
            f"SELECT CASE {' '.join(self.rules)} END AS broken FROM {self.table} AS NEW WHERE {NEW_ROWS} AND broken IS NOT NULL LIMIT 1"
        )
        for (message,) in connection.execute(broken, (newest,)):
            raise sqlite3.IntegrityError(message)
        for statement in self.last:
            connection.execute(statement, (newest,))


@contextmanager
def checked_at_end(connection: sqlite3.Connection) -> Iterator[None]:
    """Check the rows of facts that a block inserts all at once at its end.

    Inside a savepoint only, to which the caller goes back when anything is raised, sqlite3.IntegrityError for a broken law among it.
    """
    newest = {table: connection.execute(f"SELECT coalesce(max(rowid), 0) FROM {table}").fetchone()[0] for table in TABLES}
    if LAST_ROWID in newest.values():  # the rowids after it are random ones
        yield
        return
    listing = f"SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'trigger' AND name IN ({', '.join('?' * len(LAWS))})"
    triggers = connection.execute(listing, LAWS).fetchall()
    laws = {table: Laws(table) for table in TABLES}
    for name, table, sql in triggers:
        laws[table].add(sql)
        connection.execute(f"DROP TRIGGER {name}")
    yield
    for table, of_table in laws.items():
        of_table.apply(connection, newest[table])
    for _, _, sql in triggers:
        connection.execute(sql)
