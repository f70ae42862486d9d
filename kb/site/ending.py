"""Ends the processes of a site with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kb.site import bounded
from kb.site.sparql import engine

if TYPE_CHECKING:
    from datasette.app import Datasette


def close(datasette: Datasette) -> None:
    """Datasette's hook shutdown."""
    engine.close(datasette)
    bounded.close(datasette)
