"""Export the base, or part of it, in each format."""

from __future__ import annotations

import inspect
import json
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from kb.ask import tables
from kb.base.selection import Selection
from kb.cli import db_option, progress, reading
from kb.cli.selecting import selected, selection_options
from kb.errors import UsageError
from kb.exchange.presets import catalogue
from kb.exchange.presets.loss import Loss
from kb.rdf.namespaces import DEFAULT_BASE

RDF = ("nt", "nq", "ttl", "trig", "jsonld", "rdf")
SHEETS = ("csv", "jsonl")
FORMATS = (*RDF, *SHEETS, *catalogue.names())


@click.command()
@click.argument("format_", metavar="FORMAT", type=click.Choice(FORMATS))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="The file to write, or the folder for formats of several files.  [default: standard output]",
)
@selection_options
@click.option(
    "--bare-triples",
    is_flag=True,
    help="For nt, ttl, rdf and jsonld: add the plain triples of facts that a source asserts in its own voice, certainly, and that no source denies. Who asserts them is lost.",
)
@click.option("--no-texts", is_flag=True, help="Leave the whole texts out. The export then cannot be loaded back as a base.")
@click.option("--base-iri", help=f"The IRI that the ids are appended to.  [default: the base's own, else {DEFAULT_BASE}]")
@click.option(
    "-f", "--file", "file_format", type=click.Choice(["csv", "xlsx", "jsonl"]), help="For facts: the kind of file.  [default: csv]"
)
@click.option(
    "--excel", is_flag=True, help="For csv: with a byte order mark, and an apostrophe before every text that a spreadsheet would compute."
)
@click.option(
    "--loss",
    type=click.Path(path_type=Path, dir_okay=False),
    help="For other programs' formats: write the loss report to this file as JSON.",
)
@db_option
def export(format_: str, output: Path | None, db: Path | None, **options: Any) -> None:
    """Export as RDF, as the claim sheet, or for other programs.

    FORMAT is one of nt, ttl, rdf, jsonld (triples), nq, trig (quads), csv and jsonl (the claim sheet), or a format of other programs:
    PRESETS. Such an export ends with a loss report on standard error, which says what was kept and what the format cannot hold.
    """
    if options["excel"] and format_ == "csv":
        format_ = "excel"
    if options["file_format"] in ("xlsx", "jsonl") and format_ == "facts":
        format_ = f"facts-{options['file_format']}"
    refuse_misplaced(format_, output, options)
    connection = reading(db)
    selection = selected(connection, options)
    if format_ in SHEETS:
        columns, rows = tables.claim_sheet(connection, selection)
        with opened(output, "w") as stream:
            count = tables.WRITERS[format_](stream, columns, rows)
        report(output, f"{count} rows of claim_sheet")
    elif format_ in RDF:
        export_triples(connection, format_, output, selection, options)
    else:
        export_preset(connection, format_, output, selection, options)


export.help = inspect.cleandoc(export.help or "").replace("PRESETS", ", ".join(catalogue.names()))


def refuse_misplaced(format_: str, output: Path | None, options: dict[str, Any]) -> None:
    """Raise UsageError for an option that the format has no use for, and for a place where it cannot be written."""
    from kb.exchange.presets import registry

    others = format_ in RDF or format_ in SHEETS
    if options["excel"] and format_ != "excel":
        raise UsageError(f"{format_} is not made for spreadsheets", where="--excel", remedy="use it with csv")
    if options["file_format"] and not format_.startswith("facts"):
        raise UsageError(f"{format_} is one kind of file", where="--file", remedy="use it with facts")
    if options["loss"] and others:
        raise UsageError(f"{format_} has no loss report", where="--loss", remedy="leave it out")
    several = not others and registry.find(format_).target == "folder"
    if several and output is None:
        raise UsageError(f"{format_} is several files", where="-o", remedy="name the folder to write them to")
    if output is not None and several and output.exists() and not output.is_dir():
        raise UsageError("is no folder", where=str(output), remedy="name a folder; one that is not there is made")
    if output is not None and not several and output.is_dir():
        raise UsageError("is a folder", where=str(output), remedy="name a file")


def export_triples(
    connection: sqlite3.Connection, format_: str, output: Path | None, selection: Selection, options: dict[str, Any]
) -> None:
    """Write RDF, and say where it may surprise."""
    from kb.rdf import export as rdf
    from kb.rdf import printing

    with opened(output, "wb") as stream:
        settings = rdf.Settings(options["base_iri"], options["bare_triples"], texts=not options["no_texts"], processes=printing.available())
        result = rdf.write(connection, format_, stream, selection, settings)
    report(output, f"{result.bytes:,} bytes")
    if result.replaced:
        characters = "1 character" if result.replaced == 1 else f"{result.replaced} characters"
        click.echo(f"{characters} that XML cannot carry stand there as U+FFFD; nt, nq, ttl and jsonld keep them. Which: kb check", err=True)
    if result.default_base:
        click.echo(
            f"the ids are under the default base {DEFAULT_BASE}; give --base-iri to publish them elsewhere, or record one: kb base-iri IRI",
            err=True,
        )
    if options["bare_triples"]:
        click.echo("bare triples do not say who affirms or denies them", err=True)


def export_preset(connection: sqlite3.Connection, name: str, output: Path | None, selection: Selection, options: dict[str, Any]) -> None:
    """Write a format of other programs, then the loss report."""
    from kb.exchange.presets import registry

    kind = registry.find(name).target
    if kind == "folder":
        loss = registry.export(connection, name, output, selection, options["base_iri"])
    else:
        with opened(output, "wb" if kind == "bytes" else "w") as stream:
            loss = registry.export(connection, name, stream, selection, options["base_iri"])
    tell_loss(loss, output, options["loss"])


def tell_loss(loss: Loss, output: Path | None, file: Path | None) -> None:
    """Print a loss report on standard error, and write it to a file as JSON where one is named."""
    if file:
        with tables.whole_file(file, "w") as stream:
            stream.write(json.dumps(loss.as_json(), ensure_ascii=False, indent=1) + "\n")
    for line in loss.lines():
        click.echo(f"{output}: {line}" if output else line, err=True)


@contextmanager
def opened(output: Path | None, mode: str) -> Iterator[Any]:
    """The stream to write to, which is standard output or a file that appears whole or not at all."""
    if output is None and sys.stdout.isatty():
        yield sys.stdout.buffer if "b" in mode else sys.stdout
        return
    with progress.bar("writing", size=True) as bar:
        if output is None:
            yield progress.Watched(sys.stdout.buffer if "b" in mode else sys.stdout, bar)
        else:
            with tables.whole_file(output, mode) as file:
                yield progress.Watched(file, bar)


def report(output: Path | None, words: str) -> None:
    """Print on standard error what was written to a file; nothing when it went to standard output."""
    if output is not None:
        click.echo(f"{output}: {words}", err=True)
