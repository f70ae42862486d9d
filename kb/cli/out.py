"""The base out, and in again whole."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from kb.cli import base_path, db_option, naming, reading, writing
from kb.errors import UsageError

FORMATS = ("nt", "nq", "ttl", "trig", "jsonld", "rdf", "csv", "jsonl")


@click.command()
@click.argument("format_", metavar="FORMAT", type=click.Choice(FORMATS))
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="The file to write.  [default: standard output]")
@click.option("--source", "sources", multiple=True, help="Only what this source says. May be repeated.")
@click.option("--actor", "actors", multiple=True, help="Only claims about or by this actor. May be repeated.")
@click.option("--claim", "claims", multiple=True, help="Only this claim. May be repeated.")
@click.option("--since", help="Only what was recorded since this moment (ISO 8601).")
@click.option(
    "--bare-triples",
    is_flag=True,
    help="Formats without graphs: add the plain edges of claims that someone affirms. Who says them is lost.",
)
@click.option("--no-texts", is_flag=True, help="Leave the whole texts out. The export then cannot be loaded back as a base.")
@click.option("--base-iri", help="The IRI that ids are put under.  [default: http://localhost:8001/]")
@db_option
def export(format_: str, output: Path | None, db: Path | None, **given: Any) -> None:
    """Export as triples (nt ttl rdf jsonld), quads (nq trig) or the claim sheet (csv jsonl)."""
    from kb import tabular
    from kb.lookup import Lookup

    connection = reading(db)
    look = Lookup(connection)
    with naming():
        chosen: dict[str, Any] = {
            "sources": [look.source(name, "--source") or "" for name in given["sources"]],
            "actors": [look.actor(name, "--actor") for name in given["actors"]],
            "claims": [look.claim(name) for name in given["claims"]],
            "since": moment(given["since"]),
        }
    if format_ in ("csv", "jsonl"):
        columns, rows = tabular.claim_sheet(connection, **chosen)
        with opened(output, "w") as stream:
            count = tabular.WRITERS[format_](stream, columns, rows)
        told(output, f"{count} rows of claim_sheet")
        return
    from kb.rdf import export as rdf

    with opened(output, "wb") as stream:
        done = rdf.write(
            connection, format_, stream, **chosen, base=given["base_iri"], bare_triples=given["bare_triples"], texts=not given["no_texts"]
        )
    told(output, f"{done.bytes:,} bytes")
    if done.default_base:
        click.echo("the ids are under the default base http://localhost:8001/; give --base-iri to publish them elsewhere", err=True)
    if given["bare_triples"]:
        click.echo("bare triples say nothing of who says them or who denies them", err=True)


def moment(since: str | None) -> str | None:
    """A moment as the base writes it (UTC, milliseconds), from an ISO 8601 date or time; without a zone it is UTC."""
    if since is None:
        return None
    try:
        given = datetime.datetime.fromisoformat(since)
    except ValueError as error:
        raise UsageError(f"{since!r} is no moment", where="--since", remedy="write it like 2026-11-21 or 2026-11-21T14:30:00Z") from error
    given = given.replace(tzinfo=given.tzinfo or datetime.UTC).astimezone(datetime.UTC)
    return given.replace(tzinfo=None).isoformat(timespec="milliseconds") + "Z"


@contextmanager
def opened(output: Path | None, mode: str) -> Iterator[Any]:
    """The stream to write to: a file, which appears whole or not at all, or standard output."""
    if output is None:
        yield sys.stdout.buffer if "b" in mode else sys.stdout
        return
    from kb import tabular

    with tabular.whole_file(output, mode) as file:
        yield file


def told(output: Path | None, words: str) -> None:
    if output is not None:
        click.echo(f"{output}: {words}", err=True)


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@db_option
def dump(folder: Path, db: Path | None) -> None:
    """Write the whole base, its history included, as sorted text files that diff and merge."""
    from kb import dump as engine

    click.echo(f"{folder}: {engine.dump(reading(db), folder)} rows")


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False, exists=True))
@db_option
def load(folder: Path, db: Path | None) -> None:
    """Read a dump: into an empty or new base the same base again, into another one an import."""
    from kb import checks, store
    from kb import dump as engine

    rows = engine.read(folder)
    path = base_path(db)
    new = not path.exists()
    if new:
        store.init(path)
    connection = writing(db)
    try:
        count, differing = engine.load(connection, rows)
    except BaseException:
        connection.close()
        if new:
            store.discard(path)
        raise
    click.echo(f"{path}: {count} rows")
    for line in differing:
        click.echo(f"there already, and says otherwise; kept: {line}", err=True)
    errors = [problem for problem in checks.check(connection) if problem.severity == "error"]
    for problem in errors:
        click.echo(str(problem), err=True)
    if errors:
        sys.exit(1)
