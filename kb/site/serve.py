"""Datasette over one base, set up in one place for `kb serve` and for the tests."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kb.base import store
from kb.base.selection import EVERYTHING
from kb.errors import UsageError
from kb.rdf.namespaces import BaseIri

if TYPE_CHECKING:
    from datasette.app import Datasette

SETTINGS: dict[str, Any] = {
    "sql_time_limit_ms": 2000,
    "facet_time_limit_ms": 300,
    "suggest_facets": False,  # it would be the slowest part of a table page
    "max_returned_rows": 1000,
    "default_page_size": 100,
    "truncate_cells_html": 600,  # characters; most quotes are shorter
    "num_sql_threads": 4,
}
PUBLIC: dict[str, Any] = {"default_allow_sql": False, "allow_download": False}


@dataclass(frozen=True)
class Publication:
    """How a dataset presents itself: the IRI that names its nodes, its licence (an IRI) and its publisher (a name).

    Without `base_iri` the base's own names the nodes, and where it records none, the `address` at which the site is reached.
    """

    base_iri: str | None = None
    address: str | None = None
    license: str | None = None
    publisher: str | None = None

    def settings(self) -> dict[str, str | None]:
        """The settings of our plugin that say so. Raises UsageError for what is no IRI."""
        base = None if self.base_iri is None else BaseIri(self.base_iri)
        return {"base": base, "address": self.address, "license": self.license and iri_of(self.license), "publisher": self.publisher}


def app(  # an argument an option
    path: str | Path,
    *,
    public: bool = False,
    writers: Sequence[str] = (),
    roles: Mapping[str, str] | None = None,
    hosts: Sequence[str] = (),
    cors: bool | None = None,
    quote_share: int | None = None,
    publication: Publication | None = None,
    **options: Any,
) -> Datasette:
    """A Datasette that serves the base at `path`.

    `roles` are the roles of people besides root, by the ids with which they sign in (kb.site.guard.roles); `writers` are curators. With `public`, everyone sees the public
    edition (see edition.py), of a `selection` where one is given, which quotes not more than `quote_share` percent of a text that is open to quotes only. `hosts` are names that the site answers to besides localhost (see hosts.py). `cors` lets pages of other sites
    read this one; with None the public mode decides (see sparql_cors.py). `publication` says how the dataset presents itself. Other options go to Datasette, and its `settings` override ours.

    A base in a folder that is not writable is served read-only. Raises KbError for a file that is not a base.
    """
    from datasette.app import Datasette

    path = Path(path)
    store.connect(path, readonly=True).close()
    register()
    settings = {**SETTINGS, **(PUBLIC if public else {}), **(options.pop("settings", None) or {})}
    presented = (publication or Publication()).settings()
    ours = {"writers": list(writers), "roles": dict(roles or {}), "hosts": list(hosts), "cors": cors, **presented}
    options["config"] = with_plugin_settings(
        options.get("config") or {}, {name: value for name, value in ours.items() if value not in ([], {}, None)}
    )
    if public:
        return public_app(path, quote_share, settings, options)
    writable = os.access(path, os.W_OK) and os.access(path.resolve().parent, os.W_OK)
    files: dict[str, Any] = {"files": [str(path)]} if writable else {"immutables": [str(path)]}
    return Datasette(**files, settings=settings, **options)


def iri_of(license: str) -> str:
    """The IRI of a licence as it is. Raises UsageError for other text."""
    if not re.fullmatch(r"https?://[^\s<>\"{}|\\^`]+", license):
        raise UsageError(f"{license!r} is no IRI", where="--license", remedy="give one like https://creativecommons.org/licenses/by/4.0/")
    return license


def with_plugin_settings(config: dict[str, Any], ours: dict[str, Any]) -> dict[str, Any]:
    """The configuration of Datasette with these settings of our plugin. Lists are appended to those that it has."""
    plugins = config.get("plugins") or {}
    merged = {**(plugins.get("kb_site") or {})}
    for name, value in ours.items():
        merged[name] = [*merged.get(name, ()), *value] if isinstance(value, list) else value
    return {**config, "plugins": {**plugins, "kb_site": merged}}


def public_app(path: Path, quote_share: int | None, settings: dict[str, Any], options: dict[str, Any]) -> Datasette:
    """A Datasette over the public edition of the base, which is built now and again whenever the base has changed."""
    from datasette.app import Datasette

    from kb.site.guard.permissions import EDITION
    from kb.site.guard.public_edition import Edition

    edition = Edition(path, quote_share, options.pop("selection", EVERYTHING))
    datasette = Datasette(files=[str(edition.path)], settings=settings, **options)
    setattr(datasette, EDITION, edition)
    return datasette


def register() -> None:
    """Register the plugin with Datasette, unless it is registered with its hooks already.

    It is not where no entry point exists (a checkout, Datasette's test settings), nor where the entry point was loaded while this package
    was still being imported, and so had no hooks yet.
    """
    from datasette.plugins import pm

    plugin = sys.modules["kb.site"]
    if pm.get_hookcallers(plugin):
        return
    if pm.is_registered(plugin):
        pm.unregister(plugin)
    pm.register(plugin, name="kb_site")
