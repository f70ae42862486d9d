"""Datasette over one base, set up in one place for `kb serve` and for the tests."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kb import store

if TYPE_CHECKING:
    from datasette.app import Datasette

SETTINGS: dict[str, Any] = {
    "sql_time_limit_ms": 2000,
    "facet_time_limit_ms": 300,
    "suggest_facets": False,  # the slowest part of a table page
    "max_returned_rows": 1000,
    "default_page_size": 100,
    "truncate_cells_html": 600,  # characters; most quotes are shorter
    "num_sql_threads": 4,
}


def app(path: str | Path, *, settings: dict[str, Any] | None = None, **options: Any) -> Datasette:
    """A Datasette that serves the base at `path`; `settings` go before ours, `options` go to Datasette as they are.

    Raises KbError for a file that is not a base. A base in a folder nobody may write to is served read-only.
    """
    from datasette.app import Datasette

    path = Path(path)
    store.connect(path, readonly=True).close()
    register()
    writable = os.access(path, os.W_OK) and os.access(path.resolve().parent, os.W_OK)
    files: dict[str, Any] = {"files": [str(path)]} if writable else {"immutables": [str(path)]}
    return Datasette(**files, settings={**SETTINGS, **(settings or {})}, **options)


def register() -> None:
    """Make Datasette know the plugin where no entry point told it: in a checkout, and under its test settings."""
    from datasette.plugins import pm

    plugin = sys.modules["kb.site"]
    if not pm.is_registered(plugin):
        pm.register(plugin, name="kb_site")
