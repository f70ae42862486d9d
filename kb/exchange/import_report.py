"""What an import recorded or would record, and everything that is wrong with its file, as rows for people to look at."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from kb.base.runs import Run
from kb.errors import KbError
from kb.errors.remedies import Remedy
from kb.exchange import facts_files, listed_entries
from kb.exchange.facts_files import Imported
from kb.exchange.listed_entries import Listed, Settings
from kb.exchange.sheet_entries import Entry

RECORDED, THERE, RETRACTED, RESTORED = "recorded", "there already", "retracted, and stays so", "restored"


@dataclass(frozen=True)
class Fault:
    """What is wrong in one place of a file: row, column and value, as far as it has them, and the remedies."""

    row: str
    column: str
    value: str
    what: str
    remedies: tuple[Remedy, ...]


@dataclass
class Report:
    """The numbers of an import, its facts with what became of each, and its faults."""

    new: int = 0
    there: int = 0
    retracted: int = 0
    restored: int = 0
    corrected: int = 0
    taken_back: int = 0
    unchanged: int = 0
    skipped: int = 0
    others: dict[str, int] = field(default_factory=dict)
    facts: list[tuple[str, str, str]] = field(default_factory=list)  # claim, quote, what becomes of it
    faults: list[Fault] = field(default_factory=list)


@dataclass(frozen=True)
class Look:
    """What importing a file would do: its entries, what became of them in a trial, and the report on that."""

    listed: Listed
    imported: Imported
    report: Report


def look_at(run: Run, path: Path, data: str | bytes, settings: Settings) -> Look:
    """Read a file, import it, and report on it while its rows are there. For a trial, which may take long."""
    listed = listed_entries.read(path, data, settings)
    done = facts_files.import_entries(run, listed, settings)
    return Look(listed, done, report(run.connection, done, settings.restore))


def import_looked_at(run: Run, look: Look, settings: Settings) -> Report:
    """Import the entries that did not fail in the trial, whose quotes are not searched again: others wait for this to end."""
    failed = look.imported.failed
    done = facts_files.import_entries(run, look.listed.without([entry for entry, _ in failed]), settings, look.imported.anchors)
    done.failed = failed + done.failed
    return report(run.connection, done, settings.restore)


def report(connection: sqlite3.Connection, imported: Imported, restored: bool) -> Report:
    """Return the report of an import, in its run, while its rows are there also where nothing is kept."""
    said = Report(
        new=imported.new,
        there=imported.number - imported.new,
        retracted=len(imported.retracted) - imported.restored,
        restored=imported.restored,
        corrected=len(set(imported.edited.corrected)),
        taken_back=len(imported.edited.retracted),
        unchanged=imported.edited.unchanged,
        skipped=len(imported.failed),
        others={kind: number for kind, number in imported.others.items() if number},
        faults=[fault for entry, errors in imported.failed for fault in faults(errors, entry)],
    )
    for added in imported.facts:
        became = (RESTORED if restored else RETRACTED) if added.retracted else RECORDED if added.new_assertion else THERE
        (claim,) = connection.execute("SELECT text FROM claims WHERE id = ?", (added.claim_id,)).fetchone()
        said.facts.append((claim, added.exact, became))
    return said


def faults(errors: Iterable[KbError], entry: Entry | None = None) -> list[Fault]:
    """Return each error with its place, and with the value that stands there where the entry is given."""
    found = []
    for error in errors:
        places = error.where.split(", ")
        row = next((place for place in places if place.startswith(("row ", "line ", "[["))), "")
        column = places[-1] if len(places) > 1 and places[-1] != row else ""
        value = entry.keys.get(column, "") if entry else ""
        found.append(Fault(row.removeprefix("row "), column, value if isinstance(value, str) else "", error.what, tuple(error.remedies)))
    return found
