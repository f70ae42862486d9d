"""Tell what was corrected, retracted, merged or updated of the claims and sources that a text cites, since it cites them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from typing import Any

from kb.ask.story import describe_change
from kb.base.model import ENTITY_TABLES, Row
from kb.base.row_by_id import table_of
from kb.base.rows import dicts
from kb.errors import UsageError
from kb.exchange.cited import Cited, cited

# The rows that a cited row stands for: a claim with its number and its assertions, a source with its authors.
CLAIM = """
SELECT 'claims' AS table_name, :id AS row_id UNION ALL SELECT 'quantities', :id
UNION ALL SELECT 'assertions', id FROM assertions WHERE claim_id = :id"""
ASSERTION = f"""SELECT 'assertions' AS table_name, :id AS row_id
UNION ALL SELECT * FROM ({CLAIM.replace(":id", "(SELECT claim_id FROM assertions WHERE id = :id)")}) WHERE table_name <> 'assertions'"""
ENTITY = "SELECT :table AS table_name, :id AS row_id UNION ALL SELECT 'entities', :id"
REVISIONS = """
SELECT at, table_name, row_id, operation, before, after, revisions.reason, contributors.name AS by, run_id FROM revisions
LEFT JOIN runs ON runs.id = run_id LEFT JOIN contributors ON contributors.id = contributor_id
WHERE (table_name, row_id) IN ({rows}) AND at >= :since ORDER BY seq"""
UPDATES = """
SELECT relations.recorded_at AS at, claims.id, claims.text, rationale AS reason, contributors.name AS by, relations.run_id
FROM relations JOIN claims ON claims.id = from_claim_id LEFT JOIN runs ON runs.id = relations.run_id LEFT JOIN contributors ON contributors.id = contributor_id
WHERE to_claim_id = :id AND relation = 'updates' AND relations.status NOT IN ('proposed', 'retracted') AND relations.recorded_at >= :since
ORDER BY relations.id"""
PLACES = frozenset({"passage_id", "cue_start_char", "cue_end_char"})
UNSEEN = frozenset({"proposed", "recorded", "reviewed"})  # from one of these to another, nothing that is cited changes


@dataclass(frozen=True)
class Changed:
    """One change of what is cited: when, what kind of change, the difference in words, why and by whom."""

    at: str
    kind: str
    row_id: str
    difference: str
    reason: str | None
    by: str | None
    run_id: str | None


@dataclass(frozen=True)
class Checked:
    """One citation of a file, what it cites, and what has changed of it since `since`, or ever where that is none."""

    file: str
    line: int
    row_id: str
    words: str
    since: str | None
    changes: list[Changed] = field(default_factory=list)

    def as_dict(self) -> dict[str, Any]:
        """Return the citation as one JSON object."""
        return asdict(self)


@dataclass(frozen=True)
class Report:
    """Every citation of the files, and the ids in them that this base does not know, each with its file and line."""

    checked: list[Checked]
    unknown: list[tuple[str, int, str]]

    @property
    def changed(self) -> list[Checked]:
        """The citations of which something has changed."""
        return [each for each in self.checked if each.changes]


def check(connection: sqlite3.Connection, files: Iterable[tuple[str, str]], since: str | None = None) -> Report:
    """Check every citation in files given as (name, text).

    Each is checked since the day on which the file says it was looked at, which the entry of a BibTeX file among them may say for the others;
    else since `since` (ISO 8601), else since ever.
    """
    found = [(name, one) for name, text in files for one in cited(text)]
    days = {one.row_id: one.accessed for name, one in found if name.endswith(".bib") and one.accessed}
    report = Report([], [])
    for name, one in found:
        row_id, table = resolved(connection, one)
        if table is None:
            report.unknown.extend([(name, one.line, one.row_id)] if one.minted else [])
            continue
        day = one.accessed or days.get(one.row_id) or since
        changes = told_once(row_id, sorted(changes_of(connection, table, row_id, day or ""), key=lambda change: change.at))
        report.checked.append(Checked(name, one.line, row_id, words_of(connection, table, row_id), day, changes))
    return report


def told_once(row_id: str, changes: list[Changed]) -> list[Changed]:
    """Return the changes without those of assertions that came of the same change of their claim in the same run."""
    own = {(change.run_id, change.kind) for change in changes if change.row_id == row_id}
    return [change for change in changes if change.row_id == row_id or (change.run_id, change.kind) not in own]


def resolved(connection: sqlite3.Connection, one: Cited) -> tuple[str, str | None]:
    """Return the id that a citation means and its table, or none where this base has no such claim, assertion or entity."""
    if not one.minted and not connection.execute("SELECT 1 FROM entities WHERE id = ?", (one.row_id,)).fetchone():
        return one.row_id, None  # a key or an address of something else
    try:
        table = table_of(connection, one.row_id)
    except UsageError:
        return one.row_id, None
    return one.row_id, table if table in ("claims", "assertions", *ENTITY_TABLES) else None


def words_of(connection: sqlite3.Connection, table: str, row_id: str) -> str:
    """Return what a citation cites, in words."""
    sql = {
        "claims": "SELECT text FROM claims WHERE id = ?",
        "assertions": "SELECT text FROM claims JOIN assertions ON claim_id = claims.id WHERE assertions.id = ?",
    }.get(table, "SELECT label FROM entities WHERE id = ?")
    return str(connection.execute(sql, (row_id,)).fetchone()[0])


def changes_of(connection: sqlite3.Connection, table: str, row_id: str, since: str) -> Iterator[Changed]:
    """Yield each change of a cited row, and of the rows it stands for, that is not older than `since`."""
    rows = {"claims": CLAIM, "assertions": ASSERTION}.get(table, ENTITY)
    values = {"id": row_id, "table": table, "since": since}
    for revision in dicts(connection.execute(REVISIONS.format(rows=rows), values)):
        before, after = (quoted(connection, json.loads(revision[name] or "{}")) for name in ("before", "after"))
        if kind := kind_of(revision, before, after):
            told = describe_change(revision["operation"], before, after, belongs=revision["table_name"] == "quantities")
            yield Changed(revision["at"], kind, revision["row_id"], told, revision["reason"], revision["by"], revision["run_id"])
    if table == "claims":
        for row in dicts(connection.execute(UPDATES, values)):
            yield Changed(
                row["at"], "updated", row["id"], f"a later claim updates it: {row['text']}", row["reason"], row["by"], row["run_id"]
            )


def quoted(connection: sqlite3.Connection, row: Row) -> Row:
    """Return an earlier or later row with the words of its passage in place of where they stand."""
    shown = {name: value for name, value in row.items() if name not in PLACES}
    if row.get("passage_id"):
        exact = connection.execute("SELECT exact FROM passages WHERE id = ?", (row["passage_id"],)).fetchone()
        shown["quote"] = exact[0] if exact else row["passage_id"]
    return shown


def kind_of(revision: Row, before: Row, after: Row) -> str | None:
    """Return what sort of change a revision is, or None where nothing changed that a reader is told."""
    if revision["operation"] == "delete":
        return "retracted"
    differing = {name for name in before if before[name] != after.get(name)}
    if after.get("merged_into_id") != before.get("merged_into_id"):
        return "merged" if after.get("merged_into_id") else "restored"
    if "status" in differing and "retracted" in (before["status"], after["status"]):
        return "retracted" if after["status"] == "retracted" else "restored"
    if revision["table_name"] == "sources" and "snapshot_id" in differing:
        return "updated"
    if differing == {"status"} and {before["status"], after["status"]} <= UNSEEN:
        return None
    return "corrected" if differing - {"run_id"} else None
