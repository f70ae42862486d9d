"""A base of one's own: make it, give it texts, and actors, things, events and predicates."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kb.cli import base_path, db_option, writing


@click.command()
@click.argument("file", type=click.Path(path_type=Path), required=False)
@db_option
def init(file: Path | None, db: Path | None) -> None:
    """Make an empty base, FILE (or --db, KB_DB, kb.db)."""
    from kb import store

    path = file or base_path(db)
    store.init(path)
    click.echo(f"{path}: an empty base\nnext: kb --db {path} source add TEXT.txt --title TITLE --author NAME")


@click.group()
def source() -> None:
    """Texts: what the base holds and cites."""


@source.command("add")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--title", required=True, help="Its title.")
@click.option("--id", "source_id", help="Its id.  [default: made from the title]")
@click.option("--kind", help="News, opinion, report, book …, a word of the vocabulary.  [default: document]")
@click.option(
    "--author", "authors", multiple=True, help="Who wrote it: an actor's id, or a name, which is recorded if new. May be repeated."
)
@click.option("--publisher", help="Who published it: an actor's id, or a name, which is recorded if new.")
@click.option("--published", help="When (EDTF): 2021-10-23, 2021-10, 2021.")
@click.option("--published-basis", help="Where the date comes from: stated, url, metadata, external …  [default: stated]")
@click.option("--language", help="Language of the text (BCP 47), such as en.")
@click.option("--url", help="The publisher's own page.")
@click.option("--rights", help="Who holds the rights.")
@click.option("--note", help="Anything a reader should know.")
@click.option("--retrieved-from", help="Where the text was received from.  [default: the URL, or the file's name]")
@db_option
def source_add(file: Path, db: Path | None, **said: object) -> None:
    """Take a plain text in as a source: FILE, or - for standard input.

    The same text twice is recognised; another text of a source that is there (--id) becomes its new snapshot, and every quote
    is sought in it.
    """
    from kb import adding, store, text

    data = sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
    received = text.receive(data, "standard input" if str(file) == "-" else str(file))
    said["retrieved_from"] = said["retrieved_from"] or said["url"] or (None if str(file) == "-" else file.name)
    connection = writing(db)
    with store.run(connection, "source") as run_id:
        taken = adding.add_source(connection, run_id, received, {key: value for key, value in said.items() if value})
    click.echo(taken.source_id)
    for line in taken.lines:
        click.echo(line, err=True)


@click.command()
@click.argument("what", type=click.Choice(["actor", "thing", "event", "predicate"]))
@click.argument("entity_id", metavar="ID")
@click.argument("name")
@click.option("--kind", help="Its kind, a word of the vocabulary.")
@click.option("--part-of", "part_of", help="The larger whole it belongs to.")
@click.option("--description", help="What it is: reference data, never a source's claim.")
@click.option("--anonymity", help="For actors: named, unnamed-individual, unnamed-collective or unspecified.")
@click.option("--actuality", help="For events: occurred, ongoing, planned, predicted, hypothetical or did-not-happen.")
@click.option("--date", help="For events: when (EDTF).")
@click.option("--place", help="For events: where.")
@click.option("--alias", "aliases", multiple=True, help="Another name for it. May be repeated.")
@db_option
def new(what: str, entity_id: str, name: str, aliases: tuple[str, ...], db: Path | None, **said: object) -> None:
    """Add an actor, thing, event or predicate: kb new actor radio-one "Radio One" --kind media."""
    from kb import entities, store
    from kb.lookup import Lookup

    connection = writing(db)
    given = {key: value for key, value in said.items() if value} | {"id": entity_id, "label" if what == "predicate" else "name": name}
    if aliases:
        given["names"] = [{"name": alias, "kind": "alias"} for alias in aliases]
    with store.run(connection, "add") as run_id:
        added = entities.add_entity(connection, Lookup(connection), run_id, entities.NewEntity.of(what, given, what))
    click.echo(entity_id)
    if not added:
        click.echo("it was there already", err=True)
