"""What templates are given, of every page and of Datasette's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kb.site.guard import headers
from kb.site.pages import asked_by_name

if TYPE_CHECKING:
    from datasette.app import Datasette
    from jinja2 import Environment


def prepare(env: Environment, datasette: Datasette) -> None:
    """Datasette's hook prepare_jinja2_environment, with the globals and filters of every page and those of the pages of questions."""
    headers.prepare(env, datasette)
    env.filters["picking"] = asked_by_name.picking
