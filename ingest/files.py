"""Find and parse the curated files under folders. Nothing here touches a base.

A file is called by the name of the folder that was read and its place there, such as ingest/actors.toml: so two folders read
into one base are told apart.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
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
        if not isinstance(listed, list) or not all(isinstance(said, dict) for said in listed):
            problems.append(DataError(f"{kind} should be [[{kind}]]", where=shown, remedy="write two brackets: there may be several"))
            continue
        for number, said in enumerate(listed, 1):
            try:
                entries.append(Entry(shown, kind, number, checked(kind, said, Entry(shown, kind, number, said).where)))
            except DataError as error:
                problems.append(error)
    return entries


@contextmanager
def collecting(problems: list[DataError]) -> Iterator[None]:
    """What is wrong in one part is told with the rest."""
    try:
        yield
    except DataError as error:
        problems.append(error)


def read_source(folder: Path, root: Path, problems: list[DataError]) -> SourceFolder:
    """One folder under sources/: source.toml, text.txt and claims.toml."""
    shown, claims_shown, text_shown = (named(folder / name, root) for name in ("source.toml", "claims.toml", "text.txt"))
    metadata: Row = {}
    entries: list[Entry] = []
    claims: list[Entry] = []
    received = None
    with collecting(problems):
        data = parse(folder / "source.toml", shown)
        entries = tables({kind: data.pop(kind) for kind in SOURCE if kind in data}, SOURCE, shown, problems)
        metadata = metadata_of(data, folder.name, shown, problems)
    if (folder / "text.txt").is_file():
        with collecting(problems):
            received = receive((folder / "text.txt").read_bytes(), text_shown)
    if (folder / "claims.toml").is_file():
        with collecting(problems):
            claims = tables(parse(folder / "claims.toml", claims_shown), ("claim", "assertion"), claims_shown, problems)
        if not (folder / "text.txt").is_file():
            problems.append(DataError("text.txt is missing beside claims.toml", where=named(folder, root), remedy="put the text there"))
    return SourceFolder(folder.name, shown, claims_shown, {"id": folder.name} | metadata, received, tuple(entries), tuple(claims))


def metadata_of(data: Row, name: str, shown: str, problems: list[DataError]) -> Row:
    """The keys of source.toml that stand before any table; each wrong one is told."""
    clean: Row = {}
    for key, value in data.items():
        if key not in KEYS["source"]:
            problems.append(DataError(f"unknown key {key!r}", where=shown, remedy=did_you_mean(key, [*KEYS["source"], *SOURCE])))
            continue
        with collecting(problems):
            clean |= checked("source", {key: value}, shown)
    if clean.get("id", name) != name:
        problems.append(
            DataError(f"id is {clean['id']!r}, but the folder is called {name!r}", where=shown, remedy="give both the same name")
        )
    return clean


def named(path: Path, root: Path) -> str:
    """What a file is called in messages and in `origins`."""
    return f"{root.resolve().name}/{path.relative_to(root).as_posix()}"


def read(root: Path) -> tuple[Curated, list[DataError]]:
    """Everything under a folder laid out like ingest/, and everything that is wrong with it."""
    remedy = "name a folder that holds sources/, actors.toml and so on"
    if not root.is_dir():
        raise UsageError("there is no such folder", where=str(root), remedy=remedy)
    problems: list[DataError] = []
    reference: list[Entry] = []
    files = set()
    for name, kinds in REFERENCE.items():
        if (root / name).is_file():
            shown = named(root / name, root)
            files.add(shown)
            with collecting(problems):
                reference += tables(parse(root / name, shown), kinds, shown, problems)
    for path in sorted(root.glob("*.toml")):
        if path.name not in REFERENCE:
            problems.append(DataError("unknown file", where=named(path, root), remedy=did_you_mean(path.name, REFERENCE)))
    sources = [read_source(path.parent, root, problems) for path in sorted(root.glob("sources/*/source.toml"))]
    files |= {file for source in sources for file in (source.file, source.claims_file)}
    for folder in sorted({path.parent for name in ("text.txt", "claims.toml") for path in root.glob(f"sources/*/{name}")}):
        if not (folder / "source.toml").is_file():
            remedy = "say there what the text is: title, kind, publisher"
            problems.append(DataError("source.toml is missing", where=named(folder, root), remedy=remedy))
    if not files and not problems:
        raise UsageError("there is nothing to read in this folder", where=str(root), remedy=remedy)
    return Curated(tuple(reference), tuple(sources), frozenset(files)), problems


def read_all(roots: Sequence[Path]) -> tuple[Curated, list[DataError]]:
    """Several folders as one reading: a claim stated in one may be asserted in another."""
    names = [root.resolve().name for root in roots]
    for root, name in zip(roots, names, strict=True):
        if names.count(name) > 1:
            raise UsageError(f"two folders are called {name}", where=str(root), remedy="rename one: a base tells them apart by name")
    parts = [read(root) for root in roots]
    together = Curated(
        tuple(entry for part, _ in parts for entry in part.reference),
        tuple(source for part, _ in parts for source in part.sources),
        frozenset(file for part, _ in parts for file in part.files),
    )
    problems = [problem for _, told in parts for problem in told]
    repeated(together, problems)
    return together, problems


def repeated(curated: Curated, problems: list[DataError]) -> None:
    """One id, one row: the same id twice is refused, whichever files and kinds it stands in."""
    seen: dict[tuple[str, str], str] = {}
    for source in curated.sources:
        if ("entity", source.id) in seen:
            problems.append(
                DataError(f"the source {source.id!r} is in {seen['entity', source.id]} too", where=source.file, remedy="rename one folder")
            )
        seen["entity", source.id] = source.file
    everything = [*curated.reference, *(entry for source in curated.sources for entry in source.claims)]
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
