"""Read a file of facts, in TOML, JSON Lines or a spreadsheet, as entries to import. Nothing is looked up in a base."""

from __future__ import annotations

import json
import tomllib
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from kb.base import entries
from kb.changes.recording import KINDS
from kb.errors import DataError, UsageError, did_you_mean
from kb.exchange import edited_facts, fact_sheet, sheet_entries, sheets
from kb.exchange.sheet_entries import TYPE, WHY, Entry, known_kind
from kb.texts import sentences

LINES = (".jsonl", ".ndjson")
RDF = (".nq", ".nt", ".trig", ".ttl", ".jsonld", ".rdf")  # read whole, as rows of a base


@dataclass(frozen=True)
class Settings:
    """How a file is imported: whether wrong entries are skipped, what was retracted is restored, which columns are passed over, and how many entries are taken at most."""

    skip_bad: bool = False
    restore: bool = False
    ignored: tuple[str, ...] = ()
    most: int | None = None


STRICT = Settings()


@dataclass(frozen=True)
class Listed:
    """The entries of a file, which can be gone through again and again in the order in which they are imported.

    Of a sheet also what is wrong with its headings, the headings, and its delimiter. Entries of which the place is in `left_out` are passed over.
    """

    entries: Iterable[Entry]
    wrong: tuple[DataError, ...] = ()
    headings: tuple[str, ...] = ()
    delimiter: str = ","
    left_out: frozenset[str] = frozenset()

    def __iter__(self) -> Iterator[Entry]:
        return (entry for entry in self.entries if entry.where not in self.left_out)

    def without(self, failed: Iterable[Entry]) -> Listed:
        """Return the file without entries that are known to fail."""
        return replace(self, left_out=self.left_out | {entry.where for entry in failed})


@dataclass(frozen=True)
class Lines:
    """A file of JSON Lines, of which each entry is read when it is needed: all of them at once take several times the room of the file."""

    path: Path
    text: str

    def __iter__(self) -> Iterator[Entry]:
        return longest_mentions_first(jsonl_entries(self.path, self.text))


def read(path: Path, data: str | bytes, settings: Settings = STRICT) -> Listed:
    """Return the entries of a file. Raises DataError where it cannot be read, UsageError for another format or too many entries."""
    if sheets.is_sheet(path):
        sheet = sheet_entries.read(path, data, settings.ignored)
        listed = longest_mentions_first(at_most(iter(sheet), settings.most, path))
        return Listed(tuple(listed), tuple(sheet.wrong), tuple(sheet.sheet.headings), sheet.sheet.delimiter)
    text = data if isinstance(data, str) else sentences.receive(data, str(path)).text
    if path.suffix.lower() in LINES:
        lines = Lines(path, text)
        if settings.most is not None:
            deque(at_most(iter(lines), settings.most, path), maxlen=0)
        return Listed(lines)
    return Listed(tuple(longest_mentions_first(at_most(read_entries(path, text), settings.most, path))))


def read_entries(path: Path, text: str) -> Iterator[Entry]:
    """Yield each entry of a file of TOML. Raises UsageError for another file format."""
    suffix = path.suffix.lower()
    if suffix == ".toml":
        yield from toml_entries(path, text)
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
    for number, line in enumerate(lines_of(text), 1):
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
            yield Entry("claim", where, {}, (line,), (wrong,))
        except DataError as error:
            yield Entry("claim", where, {}, (line,), (error,))


def lines_of(text: str) -> Iterator[str]:
    """Yield each line of a text, of which LF alone is the end: JSON may hold other characters that end a line for Python."""
    start = 0
    while (end := text.find("\n", start)) >= 0:
        yield text[start:end]
        start = end + 1
    yield text[start:]


def cell_of(value: object) -> str:
    """Return a value of JSON as the cell of a sheet."""
    return "" if value is None else ("yes" if value else "no") if isinstance(value, bool) else str(value)


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
