"""Create a base, and add texts, actors, things, events and predicates to it."""

from __future__ import annotations

import sqlite3
import sys
from pathlib import Path

import click

from kb.base import fields
from kb.cli import at_terminal, base_path, db_option, options, writing


@click.command()
@click.argument("file", type=click.Path(path_type=Path), required=False)
@click.option("--starter", is_flag=True, help="Record some fifty general predicates, each defined, to begin with.")
@click.option("--base-iri", metavar="IRI", help="The IRI that the ids are appended to, wherever the base is served or exported.")
@options.by
@db_option
def init(file: Path | None, starter: bool, base_iri: str | None, by: str | None, db: Path | None) -> None:
    """Make an empty base: FILE, or else --db, KB_DB or kb.db.

    Without --starter it is quite empty, as kb load needs it.
    """
    from kb import api

    path = file or base_path(db)
    with api.init(path, starter=starter, by=by, base_iri=base_iri) as base:
        count = base.query("SELECT count(*) AS predicates FROM predicates")[0]["predicates"]
    click.echo(
        f"{path}: {f'a base with {count} predicates' if starter else 'an empty base'}\nnext: kb --db {path} source add TEXT.txt --title TITLE --author NAME"
    )


@click.group()
def source() -> None:
    """Add a plain text as a source, or check its page."""


@source.command("add")
@click.argument("file", type=click.Path(path_type=Path))
@options.options(fields.SOURCE, title="Its title.  [required without --reference]")
@options.reference
@options.by
@db_option
def source_add(file: Path, by: str | None, db: Path | None, **values: object) -> None:
    """Add a plain text as a source: FILE, or - for standard input.

    A text that the base holds already is recognised. With --id of an existing source, a different text becomes its new snapshot, and
    every quote is located in it. With --reference, its title, authors, publisher, date, address and identifiers are those of an entry of a
    reference manager; what options say goes first.
    """
    from kb.base import runs
    from kb.cli import receiving
    from kb.cli.wording import shell
    from kb.errors.remedies import worded
    from kb.sources import adding
    from kb.texts import sentences

    data = sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
    where = "standard input" if str(file) == "-" else str(file)
    refuse_other_formats(data, where)
    received = sentences.receive(data, where)
    connection = writing(db)
    values = receiving.with_reference(connection, values)
    if not values.get("title"):
        raise click.UsageError("--title is missing")
    values["retrieved_from"] = values.get("retrieved_from") or values.get("url") or (None if str(file) == "-" else file.name)
    with runs.begin(connection, "source", contributor=by) as run:
        added = adding.add_source(run, received, {key: value for key, value in values.items() if value})
    click.echo(added.source_id)
    for line in added.lines:
        click.echo(worded(line, shell), err=True)


@source.command("check")
@click.argument("source_id", metavar="SOURCE", required=False)
@click.option("--allow-private", is_flag=True, help="Let an address be one of this machine or its network.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@db_option
def source_check(source_id: str | None, db: Path | None, *, allow_private: bool, as_json: bool) -> None:
    """Fetch the page of a source again, or of every source, and show what was edited and which claims are at stake.

    Nothing is recorded. The exit code is 1 where a page has changed, and 3 where one could not be read.
    """
    from kb.cli import recheck

    recheck.check(writing(db), source_id, allow_private=allow_private, as_json=as_json)


def refuse_other_formats(data: bytes, where: str) -> None:
    """Raise DataError for a file whose bytes show that it is no plain text, such as a saved web page, whose wrapping is no source's words."""
    from kb.articles import kinds
    from kb.errors import DataError

    kinds.refuse_other(data, where)
    kind = kinds.of_bytes(data, where)
    if kind:
        raise DataError(f"this is {kind}, not a plain text", where=where, remedy="take it in with: kb propose FILE")


@click.command()
@click.argument("what", type=click.Choice(["actor", "thing", "event", "predicate"]))
@click.argument("entity_id", metavar="ID")
@click.argument("name")
@click.option("--kind", help="Its kind, a word of the vocabulary.")
@click.option("--part-of", "part_of", help="The larger whole that it is part of.")
@click.option("--description", help="What it is: reference data, never a source's claim.")
@click.option("--anonymity", help="For actors: named, unnamed-individual, unnamed-collective or unspecified.")
@click.option("--actuality", help="For events: occurred, ongoing, planned, predicted, hypothetical or did-not-happen.")
@click.option("--date", help="For events: when (EDTF).")
@click.option("--place", help="For events: where.")
@click.option("--alias", "aliases", multiple=True, help="Another name for it. May be repeated.")
@options.by
@db_option
def new(what: str, entity_id: str, name: str, aliases: tuple[str, ...], by: str | None, db: Path | None, **values: object) -> None:
    """Add an actor, thing, event or predicate.

    For example: kb new actor radio-one "Radio One" --kind media

    An actor, thing or event has a kind. At a terminal, it is asked for where it is missing.
    """
    from kb.base import runs
    from kb.names import entities

    connection = writing(db)
    if what != "predicate" and not values["kind"] and at_terminal():
        values["kind"] = ask_kind(connection, what)
    entry = {key: value for key, value in values.items() if value} | {"id": entity_id, "label" if what == "predicate" else "name": name}
    if aliases:
        entry["names"] = [{"name": alias, "kind": "alias"} for alias in aliases]
    with runs.begin(connection, "add", contributor=by) as run:
        added = entities.add_entity(run, entities.NewEntity.of(what, entry, what))
    click.echo(entity_id)
    if not added:
        click.echo("it was there already", err=True)
    elif what != "predicate":
        tell_namesakes(connection, entity_id, name)


def tell_namesakes(connection: sqlite3.Connection, entity_id: str, name: str) -> None:
    """Print which others bear the name of a new entity, since the name alone is refused from now on where one of them is meant."""
    from kb.names import senses
    from kb.names.lookup import Lookup

    for other in dict.fromkeys(row[0] for row in Lookup(connection).by_name(name) if row[0] != entity_id):
        click.echo(f"{name!r} also names {senses.described(connection, other)}: give the id of the one that is meant", err=True)
        click.echo(f"  if they are the same: kb merge {entity_id} {other} --reason …", err=True)
        click.echo(f"  if not: kb distinct {entity_id} {other} --reason …", err=True)


def ask_kind(connection: sqlite3.Connection, what: str) -> str:
    """Ask at the terminal for the kind of an actor, thing or event, which is one of the words of its column."""
    words = [row[0] for row in connection.execute("SELECT value FROM vocabulary WHERE field = ? ORDER BY value", (f"{what}s.kind",))]
    return str(click.prompt("kind", type=click.Choice(words), err=True))
