"""Datasette over one base, set up in one place for `kb serve` and for the tests."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
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
PUBLIC: dict[str, Any] = {"default_allow_sql": False, "allow_download": False}


def app(
    path: str | Path,
    *,
    settings: dict[str, Any] | None = None,
    public: bool = False,
    writers: Sequence[str] = (),
    hosts: Sequence[str] = (),
    cors: bool | None = None,
    **options: Any,
) -> Datasette:
    """A Datasette that serves the base at `path`; `settings` go before ours, `options` go to Datasette as they are.

    `writers` are the ids of those who may add facts besides root, once they are signed in. With `public`, everybody is shown the public
    edition (see edition.py). `hosts` are names that the site answers to besides localhost (see hosts.py); `cors` lets pages of other sites read
    it, None where the public mode decides (see sparql_cors.py). Raises KbError for a file that is not a base. A base in a folder nobody may write to is served read-only.
    """
    from datasette.app import Datasette

    path = Path(path)
    store.connect(path, readonly=True).close()
    register()
    ours = {"writers": list(writers), "hosts": list(hosts), "cors": cors}
    options["config"] = with_ours(options.get("config") or {}, {name: value for name, value in ours.items() if value not in ([], None)})
    if public:
        return public_app(path, {**SETTINGS, **PUBLIC, **(settings or {})}, options)
    writable = os.access(path, os.W_OK) and os.access(path.resolve().parent, os.W_OK)
    files: dict[str, Any] = {"files": [str(path)]} if writable else {"immutables": [str(path)]}
    return Datasette(**files, settings={**SETTINGS, **(settings or {})}, **options)


def with_ours(config: dict[str, Any], ours: dict[str, Any]) -> dict[str, Any]:
    """The configuration with settings of our plugin; lists are added to what it says already."""
    plugins = config.get("plugins") or {}
    said = {**(plugins.get("kb_site") or {})}
    for name, value in ours.items():
        said[name] = [*said.get(name, ()), *value] if isinstance(value, list) else value
    return {**config, "plugins": {**plugins, "kb_site": said}}


def public_app(path: Path, settings: dict[str, Any], options: dict[str, Any]) -> Datasette:
    """A Datasette over the public edition of the base, which is made now and again whenever the base has changed."""
    from datasette.app import Datasette

    from kb.site.access import EDITION
    from kb.site.edition import Edition

    edition = Edition(path)
    made = Datasette(files=[str(edition.path)], settings=settings, **options)
    setattr(made, EDITION, edition)
    return made


def register() -> None:
    """Make Datasette know the plugin where no entry point told it (a checkout, Datasette's test settings), or where the entry point was
    read while this package was still being imported, and so before it had any hooks."""
    from datasette.plugins import pm

    plugin = sys.modules["kb.site"]
    if pm.get_hookcallers(plugin):
        return
    if pm.is_registered(plugin):
        pm.unregister(plugin)
    pm.register(plugin, name="kb_site")
