"""Find and parse the curated files under a folder. Nothing here touches a base."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from kb.curated import KEYS, checked
from kb.errors import DataError, UsageError, did_you_mean
from kb.tables import Row
from kb.text import Received, receive

# The tables each file may hold.
REFERENCE = {
    "contributors.toml": ("contributor",),
    "predicates.toml": ("predicate",),
    "actors.toml": ("actor",),
    "things.toml": ("thing",),
    "events.toml": ("event",),
    "works.toml": ("source",),
    "relations.toml": ("relation",),
}
SOURCE = ("section", "sentence", "mention", "citation")


@dataclass(frozen=True)
class Entry:
    """One table of one file: its kind, what it says, and where it stands."""

    file: str
    kind: str
    number: int
    said: Row

    @property
    def where(self) -> str:
        name = self.said.get("id") or self.said.get("text") or self.said.get("quote") or self.said.get("starts")
        return f"{self.file}, [[{self.kind}]] {self.number}" + (f" ({str(name)[:60]})" if name else "")


@dataclass(frozen=True)
class SourceFolder:
    """One source: its metadata, its text if it is held, and the entries about it."""

    id: str
    file: str
    claims_file: str
    metadata: Row
    received: Received | None
    entries: tuple[Entry, ...]
    claims: tuple[Entry, ...]


@dataclass(frozen=True)
class Curated:
    """All that was read, in the order in which it is to be recorded."""

    reference: tuple[Entry, ...]
    sources: tuple[SourceFolder, ...]
    files: frozenset[str]

    def of(self, kind: str) -> list[Entry]:
        return [entry for entry in self.reference if entry.kind == kind]


def parse(path: Path, shown: str) -> Row:
    try:
        return tomllib.loads(path.read_bytes().decode("utf-8"))
    except UnicodeDecodeError as error:
        raise DataError(f"byte {error.start} is not UTF-8", where=shown, remedy="save the file as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise DataError(
            f"not TOML: {error}", where=shown, remedy="mend the line; words with quotes in them go between three quotes"
        ) from error


def tables(data: Row, kinds: tuple[str, ...], shown: str, problems: list[DataError]) -> list[Entry]:
    """The entries of one parsed file, each checked; what is wrong is collected, so that all of it can be told at once."""
    entries = []
    for kind, listed in data.items():
        if kind not in kinds:
            problems.append(DataError(f"unknown table [[{kind}]]", where=shown, remedy=did_you_mean(kind, kinds)))
            continue
        if not isinstance(listed, list):
            problems.append(DataError(f"[{kind}] should be [[{kind}]]", where=shown, remedy="write two brackets: there may be several"))
            continue
        for number, said in enumerate(listed, 1):
            try:
                entries.append(Entry(shown, kind, number, checked(kind, said, Entry(shown, kind, number, said).where)))
            except DataError as error:
                problems.append(error)
    return entries


def read_source(folder: Path, root: Path, problems: list[DataError]) -> SourceFolder | None:
    """One folder under sources/: source.toml, text.txt and claims.toml."""
    shown = (folder / "source.toml").relative_to(root).as_posix()
    claims_shown = (folder / "claims.toml").relative_to(root).as_posix()
    try:
        data = parse(folder / "source.toml", shown)
        entries = tables({kind: data.pop(kind) for kind in SOURCE if kind in data}, SOURCE, shown, problems)
        for key in data:
            if key not in KEYS["source"]:
                raise DataError(f"unknown key {key!r}", where=shown, remedy=did_you_mean(key, [*KEYS["source"], *SOURCE]))
        metadata = checked("source", data, shown)
        if metadata.get("id", folder.name) != folder.name:
            raise DataError(
                f"id is {metadata['id']!r}, but the folder is called {folder.name!r}", where=shown, remedy="give both the same name"
            )
        text = folder / "text.txt"
        received = receive(text.read_bytes(), text.relative_to(root).as_posix()) if text.is_file() else None
        claims = (
            tables(parse(folder / "claims.toml", claims_shown), ("claim", "assertion"), claims_shown, problems)
            if (folder / "claims.toml").is_file()
            else []
        )
    except DataError as error:
        problems.append(error)
        return None
    return SourceFolder(folder.name, shown, claims_shown, {"id": folder.name} | metadata, received, tuple(entries), tuple(claims))


def read(root: Path) -> tuple[Curated, list[DataError]]:
    """Everything under a folder laid out like ingest/, and everything that is wrong with it."""
    if not root.is_dir():
        raise UsageError("there is no such folder", where=str(root), remedy="name a folder that holds sources/, actors.toml and so on")
    problems: list[DataError] = []
    reference: list[Entry] = []
    files = set()
    for name, kinds in REFERENCE.items():
        if (root / name).is_file():
            files.add(name)
            try:
                reference += tables(parse(root / name, name), kinds, name, problems)
            except DataError as error:
                problems.append(error)
    for path in root.glob("*.toml"):
        if path.name not in REFERENCE:
            problems.append(DataError("unknown file", where=path.name, remedy=did_you_mean(path.name, REFERENCE)))
    sources = []
    for folder in sorted(path.parent for path in root.glob("sources/*/source.toml")):
        source = read_source(folder, root, problems)
        if source:
            sources.append(source)
            files |= {source.file, source.claims_file}
    for text in root.glob("sources/*/text.txt"):
        if not (text.parent / "source.toml").is_file():
            problems.append(
                DataError(
                    "source.toml is missing beside text.txt",
                    where=text.parent.relative_to(root).as_posix(),
                    remedy="say there what the text is: title, kind, publisher",
                )
            )
    repeated(reference, sources, problems)
    return Curated(tuple(reference), tuple(sources), frozenset(files)), problems


def repeated(reference: list[Entry], sources: list[SourceFolder], problems: list[DataError]) -> None:
    """One id, one row: the same id twice is refused, whichever files and kinds it stands in."""
    seen: dict[tuple[str, str], str] = {}
    everything = [*reference, *(entry for source in sources for entry in source.claims)]
    for entry in everything:
        own = entry.said.get("id")
        if not own:
            continue
        space = entry.kind if entry.kind in ("claim", "assertion", "relation") else "entity"
        if (space, own) in seen:
            problems.append(
                DataError(
                    f"the id {own!r} is used already by {seen[space, own]}",
                    where=entry.where,
                    remedy="choose another id, or join the two entries",
                )
            )
        elif not re.fullmatch(r"[a-z0-9][a-z0-9-]*", own):
            problems.append(DataError(f"{own!r} is not an id", where=entry.where, remedy="use a-z, 0-9 and hyphens"))
        seen.setdefault((space, own), entry.where)
