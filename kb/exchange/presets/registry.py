"""Find a preset by its name, and write an excerpt of a base through it."""

from __future__ import annotations

import sqlite3
from importlib import import_module
from pathlib import Path
from typing import IO, Any

from kb.ask.tables import opened
from kb.base.selection import EVERYTHING, Selection
from kb.errors import DataError, UsageError, did_you_mean
from kb.exchange.presets.catalogue import GROUP, OURS, names, offered
from kb.exchange.presets.loss import Loss
from kb.exchange.presets.preset import Excerpt, Preset
from kb.rdf.base_iri import base_of
from kb.rdf.export import one_state
from kb.rdf.selection import chosen


def find(name: str) -> Preset:
    """The preset of this name. Raises UsageError for an unknown one, DataError for a package that offers something else."""
    if name in OURS:
        module, _, attribute = OURS[name].partition(":")
        preset: Preset = getattr(import_module(f"kb.exchange.presets.{module}"), attribute or "PRESET")
        return preset
    others = offered()
    if name not in others:
        raise UsageError(f"there is no format {name!r}", remedy=did_you_mean(name, names()))
    found = others[name].load()
    if not isinstance(found, Preset):
        raise DataError(
            f"{others[name].value} is not a preset",
            where=f"entry point {GROUP}: {name}",
            remedy="uninstall the package, or tell its authors",
        )
    return found


def export(connection: sqlite3.Connection, name: str, target: Any, selection: Selection = EVERYTHING, base: str | None = None) -> Loss:
    """Write the base, or part of it, through a preset to a stream of the kind that it asks for, or to a folder, and return the loss report.

    Raises UsageError for an unknown preset, base IRI or id.
    """
    preset = find(name)
    if preset.target == "folder":
        Path(target).mkdir(parents=True, exist_ok=True)
    with one_state(connection), chosen(connection, selection):
        excerpt = Excerpt(connection, selection, base_of(connection, base), Loss(name))
        preset.write(excerpt, target)
    return excerpt.loss


def export_to(
    connection: sqlite3.Connection, name: str, target: str | Path | IO[Any], selection: Selection = EVERYTHING, base: str | None = None
) -> Loss:
    """Do as `export`, to a file that appears whole or not at all, or to a stream or folder."""
    kind = find(name).target
    if kind == "folder":
        return export(connection, name, target, selection, base)
    with opened(target, "wb" if kind == "bytes" else "w") as stream:
        return export(connection, name, stream, selection, base)
