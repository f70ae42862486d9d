"""Import files of sourced facts, and of all else that people write down, in TOML, spreadsheets and JSON Lines."""

from __future__ import annotations

import itertools
import json
import sqlite3
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from kb.base import entries, full_text
from kb.base.model import Row
from kb.base.runs import Run
from kb.base.store import refused
from kb.changes import restoring
from kb.changes.recording import KINDS, Recorded, record_entry
from kb.errors import DataError, KbError, SeveralProblemsError, UsageError, did_you_mean
from kb.errors.remedies import Note
from kb.exchange import edited_facts, fact_sheet, sheet_entries, sheets
from kb.exchange.edited_facts import Edited
from kb.exchange.sheet_entries import TYPE, WHY, Entry, known_kind
from kb.facts import Added, faults, from_entries
from kb.names.lookup import Lookup
from kb.texts import sentences

RDF = (".nq", ".nt", ".trig", ".ttl", ".jsonld", ".rdf")


@dataclass(frozen=True)
class Settings:
    """How a file is imported: whether wrong entries are skipped, what was retracted is restored, which columns are passed over, and how many entries are taken at most."""

    skip_bad: bool = False
    restore: bool = False
    ignored: tuple[str, ...] = ()
    most: int | None = None


STRICT = Settings()


@dataclass
class Imported:
    """What a file added: its facts, how many rows of each other kind are new, notices for people, and the entries that failed."""

    facts: list[Added] = field(default_factory=list)
    others: Counter[str] = field(default_factory=Counter)
    notices: list[str] = field(default_factory=list)
    failed: list[tuple[Entry, list[DataError]]] = field(default_factory=list)
    edited: Edited = field(default_factory=Edited)
    others_retracted: list[str] = field(default_factory=list)  # rows of other kinds than facts
    restored: int = 0
    headings: tuple[str, ...] = ()  # of a sheet, with the delimiter of its text
    delimiter: str = ","

    @property
    def retracted(self) -> list[str]:
        """The rows of the file that were there already, and are retracted."""
        return list(dict.fromkeys([*(assertion for added in self.facts for assertion in added.retracted), *self.others_retracted]))

    @property
    def new(self) -> int:
        """The number of facts with a new assertion."""
        return sum(added.new_assertion for added in self.facts)

    def take(self, done: Recorded, where: str) -> None:
        """Count what an entry became, and keep its notes with its place."""
        if done.fact:
            self.facts.append(done.fact)
            return
        self.others[done.kind] += done.new
        self.others_retracted += done.retracted
        self.notices += [Note(f"{where}: {note.what}", *note.remedies) for note in done.notes if isinstance(note, Note)]


class RefusedError(SeveralProblemsError):
    """A file of which something is wrong; `imported` holds the entries that failed."""

    def __init__(self, errors: Sequence[KbError], imported: Imported) -> None:
        super().__init__(errors)
        self.imported = imported


def read_entries(path: Path, text: str) -> Iterator[Entry]:
    """Yield each entry of a file of TOML or JSON Lines. Raises UsageError for another file format."""
    suffix = path.suffix.lower()
    if suffix == ".toml":
        yield from toml_entries(path, text)
    elif suffix in (".jsonl", ".ndjson"):
        yield from jsonl_entries(path, text)
    else:
        raise UsageError(
            f"{suffix or 'a file without an ending'} is not a format for facts",
            where=str(path),
            remedy="name it .toml, .csv, .tsv, .xlsx, .jsonl, .nq, .trig, .ttl, .nt, .jsonld or .rdf",
        )


def toml_entries(path: Path, text: str) -> Iterator[Entry]:
    """Yield the entries of a TOML file, whose key `source` at the top is the default of all that name a source."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"not TOML: {error}", where=str(path), remedy="mend the line") from error
    default = data.pop("source") if isinstance(data.get("source"), str) else None
    for kind, listed in data.items():
        if kind not in KINDS:
            raise DataError(f"unknown table [[{kind}]]", where=str(path), remedy=did_you_mean(kind, KINDS))
        if not isinstance(listed, list) or not all(isinstance(entry, dict) for entry in listed):
            raise DataError(
                f"{kind} is not a list of tables", where=str(path), remedy=f"begin each entry with [[{kind}]], in double brackets"
            )
    for kind in KINDS:
        for number, entry in enumerate(data.get(kind, []), 1):
            inherits = default and "source" in entries.keys_of(kind)
            yield Entry(kind, f"{path}, [[{kind}]] {number}", ({"source": default} if inherits else {}) | entry)


def jsonl_entries(path: Path, text: str) -> Iterator[Entry]:
    """Yield the entry of each line of a JSON Lines file, whose key `type` gives its kind (by default, claim)."""
    for number, line in enumerate(text.split("\n"), 1):  # JSON may hold other characters that end a line for Python
        if not line.strip():
            continue
        where = f"{path}, line {number}"
        try:
            entry = json.loads(line)
            if not isinstance(entry, dict):
                raise DataError("not a JSON object", where=where, remedy="write one JSON object a line")
            entry.pop(WHY, None)
            if fact_sheet.KEY in entry and TYPE not in entry:
                yield Entry(edited_facts.KIND, where, {key: cell_of(value) for key, value in entry.items()})
                continue
            yield Entry(known_kind(entry.pop(TYPE, "claim"), where), where, entry)
        except ValueError as error:
            wrong = DataError(f"not JSON: {error}", where=where, remedy="write one JSON object a line")
            yield Entry("claim", where, {}, (line,), wrong)
        except DataError as error:
            yield Entry("claim", where, {}, (line,), error)


def cell_of(value: object) -> str:
    """Return a value of JSON as the cell of a sheet."""
    return "" if value is None else ("yes" if value else "no") if isinstance(value, bool) else str(value)


def import_facts(run: Run, path: Path, data: str | bytes, settings: Settings = STRICT) -> Imported:
    """Record every entry of a file in the open run.

    Raises DataError, with the place of everything that is wrong, unless `settings` let bad rows be skipped. After a wrong entry only those
    of the same kind that follow it are looked at, as others may name it.
    """
    lookup = Lookup(run.connection, only_adding=True)
    imported = Imported()
    if sheets.is_sheet(path):
        sheet = sheet_entries.read(path, data, settings.ignored)
        imported.headings, imported.delimiter = tuple(sheet.sheet.headings), sheet.sheet.delimiter
        wrong_headings, listed = sheet.wrong, iter(sheet)
    else:
        text = data if isinstance(data, str) else sentences.receive(data, str(path)).text
        wrong_headings, listed = [], read_entries(path, text)
    with full_text.suspended(run.connection):
        listed = longest_mentions_first(at_most(listed, settings.most, path))
        for _, of_kind in itertools.groupby(listed, key=lambda entry: entry.kind):
            for entry in of_kind:
                import_entry(run, lookup, imported, entry)
            if (imported.failed or wrong_headings) and not settings.skip_bad:
                break
        if wrong_headings or (imported.failed and not settings.skip_bad):
            wrong = [*wrong_headings, *(error for _, errors in imported.failed for error in errors)]
            raise RefusedError(wrong, imported)
        if settings.restore:
            imported.restored = len(restoring.restore(run, imported.retracted))
    return imported


def import_entry(run: Run, lookup: Lookup, imported: Imported, entry: Entry) -> None:
    """Check and record one entry, or keep it with everything that is wrong with it. A wrong entry leaves nothing behind."""
    checked: Row | None = None
    run.connection.execute("SAVEPOINT entry")
    try:
        if entry.wrong:
            raise entry.wrong
        if entry.kind == edited_facts.KIND:
            with located(entry.where):
                imported.edited.take(run, entry.keys, entry.where)
            return
        checked = entries.checked(entry.kind, entry.keys, entry.where)
        if entries.is_old_spelling(entry.kind, entry.keys):
            imported.notices.append(f"{entry.where}: {entries.OLD_SPELLING}")
        with located(entry.where):
            imported.take(record_entry(run, entry.kind, checked, lookup), entry.where)
    except DataError as error:
        run.connection.execute("ROLLBACK TO entry")
        lookup.forget_rows()
        every = all_faults(lookup, entry, checked) if checked else []
        imported.failed.append((entry, every if len(every) > 1 else [error]))
    finally:
        run.connection.execute("RELEASE entry")


def all_faults(lookup: Lookup, entry: Entry, checked: Row) -> list[DataError]:
    """Return everything that planning finds wrong with a claim or an assertion, and nothing for other kinds."""
    if entry.kind not in ("claim", "assertion"):
        return []
    try:
        return faults.faults(lookup, from_entries.fact_of(checked, "", "", kind=entry.kind), entry.where)
    except DataError:
        return []  # a key is missing, which the first error says


def longest_mentions_first(read: Iterator[Entry]) -> Iterator[Entry]:
    """Yield the mentions last and the longest of them first, so that no name is taken for one that it is only part of."""
    mentions = []
    for entry in read:
        if entry.kind == "mention":
            mentions.append(entry)
        else:
            yield entry
    yield from sorted(mentions, key=lambda entry: -len(str(entry.keys.get("text", ""))))


def at_most(listed: Iterator[Entry], most: int | None, path: Path) -> Iterator[Entry]:
    """Yield the entries. Raises UsageError after `most` of them, where a number is given."""
    for number, entry in enumerate(listed, 1):
        if most is not None and number > most:
            raise UsageError(
                f"more than {most} entries",
                where=str(path),
                remedy="import it in parts, or at the command line of the machine that has the base",
            )
        yield entry


@contextmanager
def located(where: str) -> Iterator[None]:
    """Put the place of an entry in front of the errors that the block raises, as DataError."""
    try:
        yield
    except DataError as error:
        raise error.at(where) from None
    except sqlite3.Error as error:
        raise refused(error).at(where) from error
