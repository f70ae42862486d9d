"""The options that say which part of a base is meant, and the selection that they mean."""

from __future__ import annotations

import datetime
import sqlite3
from collections.abc import Mapping
from typing import Any

import click

from kb.base.selection import Selection
from kb.cli import naming
from kb.errors import UsageError

OPTIONS = (
    click.option("--source", "sources", multiple=True, help="Only what this source says. May be repeated."),
    click.option("--actor", "actors", multiple=True, help="Only claims about or by this actor. May be repeated."),
    click.option("--claim", "claims", multiple=True, help="Only this claim. May be repeated."),
    click.option("--since", help="Only what was recorded since this moment (ISO 8601)."),
)


def selection_options(command: Any) -> Any:
    """The four options, in their order."""
    for option in reversed(OPTIONS):
        command = option(command)
    return command


def selected(connection: sqlite3.Connection, options: Mapping[str, Any]) -> Selection:
    """The selection that the options mean, which name rows by id or by name."""
    from kb.names.lookup import Lookup

    lookup = Lookup(connection)
    with naming():
        return Selection.of(
            sources=[lookup.source(name, "--source") or "" for name in options["sources"]],
            actors=[lookup.actor(name, "--actor") for name in options["actors"]],
            claims=[lookup.claim(name) for name in options["claims"]],
            since=moment(options["since"]),
        )


def moment(since: str | None) -> str | None:
    """An ISO 8601 date or time as the base writes times (UTC, milliseconds); without a zone it is UTC. Raises UsageError."""
    if since is None:
        return None
    try:
        time = datetime.datetime.fromisoformat(since)
    except ValueError as error:
        raise UsageError(f"{since!r} is no moment", where="--since", remedy="write it like 2026-11-21 or 2026-11-21T14:30:00Z") from error
    time = time.replace(tzinfo=time.tzinfo or datetime.UTC).astimezone(datetime.UTC)
    return time.replace(tzinfo=None).isoformat(timespec="milliseconds") + "Z"
