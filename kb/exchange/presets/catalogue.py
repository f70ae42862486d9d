"""The names of all presets, ours first, then those that installed packages offer under the entry-point group `kb.formats`.

A package adds one with `[project.entry-points."kb.formats"]` and a line `name = "package.module:PRESET"`, where PRESET is a Preset. This
module imports nothing of ours, so that the command knows the names at once.
"""

from __future__ import annotations

from importlib.metadata import EntryPoint, entry_points

GROUP = "kb.formats"
# name: the module here that offers it, and the name of the preset in it where it is not PRESET
OURS = {
    "bibtex": "bibtex",
    "ris": "ris",
    "csl": "csl",
    "annotations": "annotations",
    "hypothesis": "hypothesis",
    "graphml": "graphml",
    "edges": "edges",
    "geojson": "geojson",
    "ftm": "ftm",
    "quickstatements": "quickstatements",
    "facts": "facts",
    "facts-xlsx": "facts:WORKBOOK",
    "facts-jsonl": "facts:LINES",
    "excel": "excel",
    "xlsx": "xlsx",
    "parquet": "parquet",
    "obsidian": "obsidian",
    "nanopub": "nanopub",
}


def offered() -> dict[str, EntryPoint]:
    """What installed packages offer, by name; a name of ours stays ours."""
    return {each.name: each for each in entry_points(group=GROUP) if each.name not in OURS}


def names() -> tuple[str, ...]:
    """The names of all presets, ours first."""
    return (*OURS, *offered())
