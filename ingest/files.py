"""Find and parse the curated files under folders, without touching a base.

The name of a file begins with the folder that was read, as in ingest/actors.toml, so that two folders in one base are distinguished.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ingest.parsing import Entry, collecting, parse, tables
from kb.base.entries import KEYS, checked
from kb.base.model import Row
from kb.errors import DataError, UsageError, did_you_mean
from kb.texts.sentences import Received, receive

# The tables each file may hold.
REFERENCE = {
    "contributors.toml": ("contributor",),
    "predicates.toml": ("predicate",),
    "actors.toml": ("actor",),
    "things.toml": ("thing",),
    "events.toml": ("event",),
    "works.toml": ("source",),
    "relations.toml": ("relation",),
    "affiliations.toml": ("affiliation",),
    "event_order.toml": ("event_order",),
    "distinct.toml": ("distinct",),
    "reviews.toml": ("review",),
}
PROPERTIES = "predicate_properties.toml"  # symmetric, transitive and inverse_of for predicates of predicates.toml, in a file of their own
SOURCE = ("section", "sentence", "mention", "citation")


@dataclass(frozen=True)
class SourceFolder:
    """The folder of a source, with its metadata, its text if there is one, and its entries."""

    id: str
    file: str
    claims_file: str
    metadata: Row
    received: Received | None
    entries: tuple[Entry, ...]
    claims: tuple[Entry, ...]
    reviews_file: str = ""
    reviews: tuple[Entry, ...] = ()


@dataclass(frozen=True)
class Curated:
    """The content of the files that were read, in the order in which it is to be recorded."""

    reference: tuple[Entry, ...]
    sources: tuple[SourceFolder, ...]
    files: frozenset[str]

    def of(self, kind: str) -> list[Entry]:
        """Return the reference entries of a kind."""
        return [entry for entry in self.reference if entry.kind == kind]


def read_source(folder: Path, root: Path, problems: list[DataError]) -> SourceFolder:
    """Read a folder under sources/ with its source.toml, text.txt and claims.toml."""
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
    reviews_shown = named(folder / "reviews.toml", root)
    reviews: list[Entry] = []
    if (folder / "reviews.toml").is_file():
        with collecting(problems):
            reviews = tables(parse(folder / "reviews.toml", reviews_shown), ("review",), reviews_shown, problems)
    own = {"id": folder.name} | metadata
    return SourceFolder(folder.name, shown, claims_shown, own, received, tuple(entries), tuple(claims), reviews_shown, tuple(reviews))


def metadata_of(data: Row, name: str, shown: str, problems: list[DataError]) -> Row:
    """Return the checked metadata of a source.toml, whose keys come before its tables."""
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
    """Return the name of a file in messages and in `origins`."""
    return f"{root.resolve().name}/{path.relative_to(root).as_posix()}"


def read(root: Path) -> tuple[Curated, list[DataError]]:
    """Read a folder laid out like ingest/, and return (its content, its problems). Raises UsageError where there is nothing to read."""
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
    add_properties(root, reference, problems)
    for path in sorted(root.glob("*.toml")):
        if path.name not in REFERENCE and path.name != PROPERTIES:
            problems.append(DataError("unknown file", where=named(path, root), remedy=did_you_mean(path.name, REFERENCE)))
    sources = [read_source(path.parent, root, problems) for path in sorted(root.glob("sources/*/source.toml"))]
    files |= {file for source in sources for file in (source.file, source.claims_file, source.reviews_file)}
    for folder in sorted({path.parent for name in ("text.txt", "claims.toml") for path in root.glob(f"sources/*/{name}")}):
        if not (folder / "source.toml").is_file():
            remedy = "say there what the text is: title, kind, publisher"
            problems.append(DataError("source.toml is missing", where=named(folder, root), remedy=remedy))
    if not files and not problems:
        raise UsageError("there is nothing to read in this folder", where=str(root), remedy=remedy)
    return Curated(tuple(reference), tuple(sources), frozenset(files)), problems


def add_properties(root: Path, reference: list[Entry], problems: list[DataError]) -> None:
    """Add to the entries of predicates what the file of their properties says of them, as if it stood there."""
    if not (root / PROPERTIES).is_file():
        return
    shown = named(root / PROPERTIES, root)
    entries: list[Entry] = []
    with collecting(problems):
        entries = tables(parse(root / PROPERTIES, shown), ("predicate",), shown, problems)
    places = {entry.values.get("id"): place for place, entry in enumerate(reference) if entry.kind == "predicate"}
    for entry in entries:
        if (place := places.get(entry.values.get("id"))) is None:
            remedy = did_you_mean(str(entry.values.get("id")), map(str, places)) or "describe it in predicates.toml first"
            problems.append(DataError("no [[predicate]] of predicates.toml has this id", where=entry.where, remedy=remedy))
            continue
        reference[place] = replace(reference[place], values=reference[place].values | entry.values)


def read_all(roots: Sequence[Path]) -> tuple[Curated, list[DataError]]:
    """Read several folders together, since a claim that is stated in one may be asserted in another, and return (content, problems)."""
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
    problems = [problem for _, of_part in parts for problem in of_part]
    check_ids(together, problems)
    return together, problems


def check_ids(curated: Curated, problems: list[DataError]) -> None:
    """Append a problem for each malformed id, and for each id that is used twice, in whichever files and kinds of entries."""
    seen: dict[tuple[str, str], str] = {}
    for source in curated.sources:
        if ("entity", source.id) in seen:
            problems.append(
                DataError(f"the source {source.id!r} is in {seen['entity', source.id]} too", where=source.file, remedy="rename one folder")
            )
        seen["entity", source.id] = source.file
    named = (entry for entry in curated.reference if entry.kind != "review")  # whose id is that of another row
    everything = [*named, *(entry for source in curated.sources for entry in source.claims)]
    for entry in everything:
        own = entry.values.get("id")
        if not own:
            continue
        space = entry.kind if entry.kind in ("claim", "assertion", "relation", "affiliation", "event_order", "distinct") else "entity"
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
