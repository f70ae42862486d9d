"""Settle at the terminal who the actors of a text are, before its proposals are reviewed: one line for each name, and one key."""

from __future__ import annotations

import sqlite3

import click

from kb.base import runs
from kb.cli import as_text, terminal
from kb.errors import KbError
from kb.review import actors
from kb.review.actors import LEAVE, NEW, TAKE, NamedActor, Settling

HELP = "1 2 3 take that actor of the base   t take another   m make the new one   e edit the new one, then make it   l leave it open   q leave the rest open"


def settle(connection: sqlite3.Connection, source: str, by: str | None) -> str | None:
    """Ask about each actor that nobody has settled, and record the answers as one run, whose id is returned. None where nothing was settled."""
    listed = [actor for actor in actors.of_source(connection, source) if actor.known is None]
    if not listed:
        return None
    click.echo(f"Actors of this text who are not settled: {len(listed)}. What you say holds for all its proposals.")
    terminal.line(HELP)
    said: list[Settling] = []
    for actor in listed:
        answer = ask(actor)
        if answer is None:
            break
        said.append(answer)
    try:
        with runs.begin(connection, "review", contributor=by) as run:
            settled = actors.settle(run, source, said)
    except KbError as error:
        click.echo(as_text(error), err=True)
        return None
    click.echo(f"  settled: {settled}")
    return run.id if settled else None


def ask(actor: NamedActor) -> Settling | None:
    """Return what a person says of one name, or None to leave the rest open."""
    terminal.line(f"{actor.name}  ({actor.count} claims)")
    for number, one in enumerate(actor.candidates, 1):
        terminal.line(f"{one.id}: {', '.join(filter(None, (one.name, one.kind, one.description)))}", f"  {number} ")
    terminal.line(f"new: {actor.new.id}, {actor.kind}, {actor.name}", "  m ")
    while True:
        click.echo("1 2 3 t m e l q ? ", nl=False)
        key = click.getchar(echo=False).lower()
        click.echo(key)
        if key == "q":
            return None
        if answer := answered(actor, key):
            return answer
        terminal.line(HELP)


def answered(actor: NamedActor, key: str) -> Settling | None:
    """Return what a key says of a name, after asking for what it needs, or None where the key says nothing."""
    if key in "123" and int(key) <= len(actor.candidates):
        return Settling(actor.name, TAKE, actor.candidates[int(key) - 1].id)
    if key == "t":
        return Settling(actor.name, TAKE, click.prompt("  name or id"))
    if key == "e":
        name = click.prompt("  name", default=actor.name)
        kind = click.prompt("  kind, such as actor person or thing place", default=actor.kind)
        made = actor.new.id if name == actor.name else ""
        return Settling(actor.name, NEW, "", click.prompt("  id", default=made), name, kind)
    if key == "m":
        return Settling(actor.name, NEW, kind=actor.kind)
    return Settling(actor.name, LEAVE) if key == "l" else None
