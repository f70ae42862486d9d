"""The formats of annotations: ours first, then those of other packages, which offer a `Format` in the entry-point group `kb.formats`."""

from __future__ import annotations

from importlib.metadata import entry_points

from kb.errors import DataError, UsageError
from kb.exchange.formats import hypothesis, langextract, quote_sheet, web_annotation
from kb.exchange.formats.quoted import Format, Quoted

GROUP = "kb.formats"
OURS = (hypothesis.FORMAT, web_annotation.FORMAT, langextract.FORMAT, quote_sheet.FORMAT)
ANY = "annotations"  # whichever of them the file is of


def formats() -> dict[str, Format]:
    """Return every format by its name. A name of ours stays ours."""
    found = {each.name: each for each in OURS}
    for entry in entry_points(group=GROUP):
        offered = entry.load()
        found.setdefault(offered.name, offered)
    return found


def read(filename: str, data: bytes, name: str = ANY) -> list[Quoted]:
    """Return the quotes of a file in the format with this name, or in the first that it is of.

    Raises UsageError for an unknown format, DataError for a file that is of none or cannot be read.
    """
    known = formats()
    if name != ANY and name not in known:
        raise UsageError(f"no format is called {name!r}", where="--as", remedy="use one of: " + ", ".join([ANY, *known]))
    chosen = [each for each in known.values() if name == each.name or (name == ANY and each.is_of(filename, data))]
    if not chosen:
        labels = "; ".join(each.label for each in known.values())
        raise DataError("the file holds no annotations that can be read", where=filename, remedy=f"give one of these: {labels}")
    return chosen[0].read(data)
