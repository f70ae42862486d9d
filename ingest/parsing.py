"""Parse one curated file into its entries, and collect what is wrong with it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from kb.base.entries import checked, is_old_spelling
from kb.base.model import Row
from kb.errors import DataError, did_you_mean


@dataclass(frozen=True)
class Entry:
    """A table of a file, with its kind, its number in the file and its values."""

    file: str
    kind: str
    number: int
    values: Row
    old_spelling: bool = False

    @property
    def where(self) -> str:
        """The place of the entry, for messages."""
        name = self.values.get("id") or self.values.get("text") or self.values.get("quote") or self.values.get("starts")
        return f"{self.file}, [[{self.kind}]] {self.number}" + (f" ({str(name)[:60]})" if name else "")


def parse(path: Path, shown: str) -> Row:
    """Parse a TOML file, called `shown` in messages. Raises DataError where it is not UTF-8 or not TOML."""
    try:
        return tomllib.loads(path.read_bytes().decode("utf-8"))
    except UnicodeDecodeError as error:
        raise DataError(f"byte {error.start} is not UTF-8", where=shown, remedy="save the file as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise DataError(
            f"not TOML: {error}", where=shown, remedy="mend the line; words with quotes in them go between three quotes"
        ) from error


def tables(data: Row, kinds: tuple[str, ...], shown: str, problems: list[DataError]) -> list[Entry]:
    """Return the checked entries of a parsed file, and append to `problems` what is wrong, so that all of it is reported at once."""
    entries = []
    for kind, listed in data.items():
        if kind not in kinds:
            problems.append(DataError(f"unknown table [[{kind}]]", where=shown, remedy=did_you_mean(kind, kinds)))
            continue
        if not isinstance(listed, list) or not all(isinstance(values, dict) for values in listed):
            problems.append(DataError(f"{kind} should be [[{kind}]]", where=shown, remedy="write two brackets: there may be several"))
            continue
        for number, values in enumerate(listed, 1):
            try:
                entry = checked(kind, values, Entry(shown, kind, number, values).where, alone=False)
                entries.append(Entry(shown, kind, number, entry, is_old_spelling(kind, values)))
            except DataError as error:
                problems.append(error)
    return entries


@contextmanager
def collecting(problems: list[DataError]) -> Iterator[None]:
    """Append a DataError of the block to the problems."""
    try:
        yield
    except DataError as error:
        problems.append(error)
