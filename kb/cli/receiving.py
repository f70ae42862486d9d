"""Receive an article from a file, an address or standard input, and read it in a process with limits on time and memory."""

from __future__ import annotations

import contextlib
import sqlite3
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from kb.workers.worker import LONG, Worker, ended_by_sigterm

DRY = "nothing was recorded (--dry-run)"


@contextlib.contextmanager
def reader() -> Iterator[Worker]:
    """Return a worker that reads articles and proposes claims. It ends with the block, or when the program is told to end."""
    with ended_by_sigterm(), Worker() as worker:
        yield worker


def article(worker: Worker, file: str, *, allow_private: bool, keep_all: bool) -> tuple[Any, str | None]:
    """Return the article in a file, at an address or on standard input, and where it was received from."""
    from kb import articles

    if file.startswith(("http://", "https://")):
        fetched = articles.fetch(file, allow_private=allow_private)
        how = {"media_type": fetched.media_type, "url": fetched.final_url}
        return worker.call(LONG, articles.read, fetched.data, keep_all=keep_all, **how), fetched.final_url
    if file == "-":
        return worker.call(LONG, articles.read, articles.bytes_of(sys.stdin.buffer, "standard input"), keep_all=keep_all), None
    path = Path(file)
    return worker.call(LONG, articles.read, articles.bytes_of(path), name=path.name, keep_all=keep_all), path.name


def asked(
    connection: sqlite3.Connection, name: str, by_rules: Sequence[Any], text: str, published: Any, language: Any
) -> tuple[list[Any], str]:
    """Return the proposals of a language model, checked by those of the rules, and the reason of the run that records them.

    Prints how many of its answers were dropped, and why.
    """
    from kb import propose as proposing
    from kb.names.lookup import Lookup
    from kb.propose import language_model

    lookup = Lookup(connection)
    anchor = lookup.date(str(published), "published") if published else None
    proposals, dropped = proposing.propose_by_language_model(
        text, language_model.prompter(name), lookup, anchor=anchor, language=str(language) if language else None, by_rules=by_rules
    )
    for reason, count in sorted(dropped.items()):
        click.echo(f"  dropped: {count} {'answer' if count == 1 else 'answers'}, {reason}", err=True)
    doubted = sum(bool(one.notes) for one in proposals)
    if doubted:
        click.echo(f"  marked: {doubted}, whose stance the rules read otherwise or did not check", err=True)
    return proposals, language_model.provenance(name)


def with_reference(connection: sqlite3.Connection, given: dict[str, Any]) -> dict[str, Any]:
    """Return the options of a source, filled from the reference that they name, and print what that says and no source holds."""
    named = given.pop("reference")
    if not named:
        return given
    from kb.exchange import referenced

    file, key = (
        (named, "") if Path(named).is_file() else (named.rpartition("#")[0] or named, named.rpartition("#")[2] if "#" in named else "")
    )
    if not Path(file).is_file():
        raise click.UsageError(f"--reference: there is no file {file}")
    values, lines = referenced.of_source(connection, Path(file).name, Path(file).read_bytes(), key)
    for line in lines:
        click.echo(line, err=True)
    return referenced.filled(values, given)
