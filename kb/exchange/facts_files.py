"""Import files of sourced facts, and of all else that people write down, in TOML, spreadsheets and JSON Lines."""

from __future__ import annotations

import itertools
import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from kb.base import entries, full_text, laws_at_end
from kb.base.model import Row
from kb.base.runs import Run
from kb.base.store import refused
from kb.changes import restoring
from kb.changes.recording import Recorded, record_entry
from kb.errors import DataError, KbError, SeveralProblemsError
from kb.errors.remedies import Note
from kb.exchange import edited_facts
from kb.exchange.edited_facts import Edited
from kb.exchange.listed_entries import STRICT, Listed, Settings, read
from kb.exchange.sheet_entries import Entry
from kb.facts import Added, faults, from_entries
from kb.names.lookup import Lookup
from kb.texts.anchors import Anchors

FACTS = ("claim", "assertion")
MANY = 50  # facts from which on it pays to put the laws off
AT_ONCE = 2_500  # entries that are held at once
MOST_SHOWN = 200  # facts that a report lists one by one


@dataclass
class Imported:
    """What a file added: the first of its facts, how many it has and how many of them are new, and new rows of each other kind; notices for people, and the entries that failed."""

    facts: list[Added] = field(default_factory=list)
    number: int = 0
    new: int = 0
    facts_retracted: list[str] = field(default_factory=list)  # assertions that were there already, and are retracted
    others: Counter[str] = field(default_factory=Counter)
    notices: list[str] = field(default_factory=list)
    failed: list[tuple[Entry, list[DataError]]] = field(default_factory=list)
    edited: Edited = field(default_factory=Edited)
    others_retracted: list[str] = field(default_factory=list)  # rows of other kinds than facts
    restored: int = 0
    headings: tuple[str, ...] = ()  # of a sheet, with the delimiter of its text
    delimiter: str = ","
    anchors: Anchors = field(default_factory=Anchors)  # where its quotes were found

    @property
    def retracted(self) -> list[str]:
        """The rows of the file that were there already, and are retracted."""
        return list(dict.fromkeys([*self.facts_retracted, *self.others_retracted]))

    def take(self, done: Recorded, where: str) -> None:
        """Count what an entry became, and keep its notes with its place."""
        if done.fact:
            self.number += 1
            self.new += done.fact.new_assertion
            self.facts_retracted += done.fact.retracted
            if len(self.facts) < MOST_SHOWN:
                self.facts.append(done.fact)
            return
        self.others[done.kind] += done.new
        self.others_retracted += done.retracted
        self.notices += [Note(f"{where}: {note.what}", *note.remedies) for note in done.notes if isinstance(note, Note)]

    def add(self, others: Imported) -> None:
        """Take over the facts that were recorded together."""
        self.facts += others.facts[: MOST_SHOWN - len(self.facts)]
        self.number += others.number
        self.new += others.new
        self.facts_retracted += others.facts_retracted
        self.notices += others.notices


class RefusedError(SeveralProblemsError):
    """A file of which something is wrong; `imported` holds the entries that failed."""

    def __init__(self, errors: Sequence[KbError], imported: Imported) -> None:
        super().__init__(errors)
        self.imported = imported


def import_facts(run: Run, path: Path, data: str | bytes, settings: Settings = STRICT) -> Imported:
    """Record every entry of a file in the open run. Raises the errors of `read` and of `import_entries`."""
    return import_entries(run, read(path, data, settings), settings)


def import_entries(run: Run, listed: Listed, settings: Settings = STRICT, anchors: Anchors | None = None) -> Imported:
    """Record every entry that was read in the open run. `anchors` are where quotes of it were found already.

    Raises DataError, with the place of everything that is wrong, unless `settings` let bad rows be skipped. After a wrong entry only those
    of the same kind that follow it are looked at, as others may name it.
    """
    lookup = Lookup(run.connection, only_adding=True)
    lookup.anchors = anchors or lookup.anchors
    imported = Imported(headings=listed.headings, delimiter=listed.delimiter, anchors=lookup.anchors)
    with full_text.suspended(run.connection):
        for kind, of_kind in itertools.groupby(listed, key=lambda entry: entry.kind):
            while some := list(itertools.islice(of_kind, AT_ONCE)):
                if not (kind in FACTS and len(some) >= MANY and import_together(run, lookup, imported, some)):
                    for entry in some:
                        import_entry(run, lookup, imported, entry)
            if (imported.failed or listed.wrong) and not settings.skip_bad:
                break
        if listed.wrong or (imported.failed and not settings.skip_bad):
            wrong = [*listed.wrong, *(error for _, errors in imported.failed for error in errors)]
            raise RefusedError(wrong, imported)
        if settings.restore:
            imported.restored = len(restoring.restore(run, imported.retracted))
    return imported


def import_together(run: Run, lookup: Lookup, imported: Imported, facts: Sequence[Entry]) -> bool:
    """Record many facts, with one savepoint and one check of the laws for all of them, and return whether nothing was wrong.

    Where something is, nothing of them is left: recorded one by one, each wrong one is told apart with everything that is wrong with it.
    """
    if any(entry.wrong for entry in facts):
        return False
    done = Imported()
    run.connection.execute("SAVEPOINT together")
    try:
        with laws_at_end.checked_at_end(run.connection):
            for entry in facts:
                take(run, lookup, done, entry, entries.checked(entry.kind, entry.keys, entry.where))
    except (DataError, sqlite3.Error):
        run.connection.execute("ROLLBACK TO together")
        lookup.forget_rows()
        return False
    finally:
        run.connection.execute("RELEASE together")
    imported.add(done)
    return True


def import_entry(run: Run, lookup: Lookup, imported: Imported, entry: Entry) -> None:
    """Check and record one entry, or keep it with everything that is wrong with it. A wrong entry leaves nothing behind."""
    if entry.wrong:
        imported.failed.append((entry, [*entry.wrong, *beside(lookup, entry)]))
        return
    checked: Row | None = None
    run.connection.execute("SAVEPOINT entry")
    try:
        if entry.kind == edited_facts.KIND:
            with located(entry.where):
                imported.edited.take(run, entry.keys, entry.where)
            return
        checked = entries.checked(entry.kind, entry.keys, entry.where)
        take(run, lookup, imported, entry, checked)
    except DataError as error:
        run.connection.execute("ROLLBACK TO entry")
        lookup.forget_rows()
        every = all_faults(lookup, entry, checked) if checked else []
        imported.failed.append((entry, every if len(every) > 1 else [error]))
    finally:
        run.connection.execute("RELEASE entry")


def take(run: Run, lookup: Lookup, imported: Imported, entry: Entry, checked: Row) -> None:
    """Record an entry whose keys are checked. Raises DataError, with its place, for what is wrong with it."""
    if entries.is_old_spelling(entry.kind, entry.keys):
        imported.notices.append(f"{entry.where}: {entries.OLD_SPELLING}")
    with located(entry.where):
        imported.take(record_entry(run, entry.kind, checked, lookup), entry.where)


def beside(lookup: Lookup, entry: Entry) -> list[DataError]:
    """Return what is wrong with the rest of an entry of which a part cannot be read, so that everything is told at once."""
    try:
        every = all_faults(lookup, entry, entries.checked(entry.kind, entry.keys, entry.where))
    except DataError as error:
        every = [error] if entry.keys and entry.kind != edited_facts.KIND else []
    told = {error.where for error in entry.wrong}
    return [error for error in every if error.where not in told]


def all_faults(lookup: Lookup, entry: Entry, checked: Row) -> list[DataError]:
    """Return everything that planning finds wrong with a claim or an assertion, and nothing for other kinds."""
    if entry.kind not in FACTS:
        return []
    try:
        return faults.faults(lookup, from_entries.fact_of(checked, "", "", kind=entry.kind), entry.where)
    except DataError:
        return []  # a key is missing, which the first error says


@contextmanager
def located(where: str) -> Iterator[None]:
    """Put the place of an entry in front of the errors that the block raises, as DataError."""
    try:
        yield
    except DataError as error:
        raise error.at(where) from None
    except sqlite3.Error as error:
        raise refused(error).at(where) from error
