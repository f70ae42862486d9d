"""The formats of annotations and of references: ours first, then those of other packages, which offer a `Format` in the entry-point group `kb.formats`."""

from __future__ import annotations

from importlib.metadata import entry_points
from typing import Any

from kb.errors import DataError, UsageError, did_you_mean
from kb.exchange.formats import hypothesis, langextract, quote_sheet, references, web_annotation
from kb.exchange.formats.quoted import ANNOTATIONS, REFERENCES, Format, Quoted
from kb.exchange.formats.reference import Reference

GROUP = "kb.formats"
OURS = (hypothesis.FORMAT, web_annotation.FORMAT, langextract.FORMAT, quote_sheet.FORMAT, *references.FORMATS)
KINDS = (ANNOTATIONS, REFERENCES)  # each names whichever of its formats the file is of


def formats(holds: str = ANNOTATIONS) -> dict[str, Format]:
    """Return every format of annotations, or of references, by its name. A name of ours stays ours."""
    return {name: each for name, each in every().items() if each.holds == holds}


def every() -> dict[str, Format]:
    """Return every format by its name."""
    found = {each.name: each for each in OURS}
    for entry in entry_points(group=GROUP):
        offered = entry.load()
        if not isinstance(offered, Format):
            raise DataError(
                f"{entry.value} is not a format",
                where=f"entry point {GROUP}: {entry.name}",
                remedy="uninstall the package, or tell its authors",
            )
        found.setdefault(offered.name, offered)
    return found


def kind_of(name: str) -> str:
    """Return whether a name is one of annotations or of references. Raises UsageError for an unknown one."""
    if name in KINDS:
        return name
    known = every()
    if name not in known:
        remedy = f"{did_you_mean(name, (*KINDS, *known))}use one of: {', '.join((*KINDS, *known))}"
        raise UsageError(f"no format is called {name!r}", where="--as", remedy=remedy)
    return known[name].holds


def read(filename: str, data: bytes, name: str = ANNOTATIONS) -> list[Quoted]:
    """Return the quotes of a file in the format with this name, or in the first that it is of.

    Raises UsageError for a format that is unknown or holds none, DataError for a file that is of none or cannot be read.
    """
    return items(filename, data, name, ANNOTATIONS)


def read_references(filename: str, data: bytes, name: str = REFERENCES) -> list[Reference]:
    """Return the references of a file, as `read` does the quotes."""
    return items(filename, data, name, REFERENCES)


def items(filename: str, data: bytes, name: str, holds: str) -> list[Any]:
    """Return what a file holds, which must be of this kind."""
    if kind_of(name) != holds:
        raise UsageError(f"{name} holds no {holds}", where="--as", remedy=f"use one of: {', '.join((holds, *formats(holds)))}")
    known = formats(holds)
    chosen = [each for each in known.values() if name == each.name or (name == holds and each.is_of(filename, data))]
    if not chosen:
        labels = "; ".join(each.label for each in known.values())
        raise DataError(f"the file holds no {holds} that can be read", where=filename, remedy=f"give one of these: {labels}")
    return chosen[0].read(data)
