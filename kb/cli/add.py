"""Add sourced facts, one at a time or from a file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from kb.base import fields
from kb.base.model import QUANTITY_COLUMNS
from kb.cli import as_text, at_terminal, base_path, db_option, options, reading, writing
from kb.errors import did_you_mean


class InOrder(click.Command):
    """A command that keeps the order of its options, since --stance after --speaker is that speaker's, and before it the author's."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        parser = self.make_parser(ctx)
        values, _, order = parser.parse_args(args=list(args))
        given: dict[str, list[Any]] = {name: list(values.get(name) or []) for name in fields.VOICE}
        voices: list[dict[str, str]] = [{}]
        for parameter in order:
            if parameter.name in fields.VOICE:
                if parameter.name == "speaker":
                    voices.append({})
                voices[-1][parameter.name] = given[parameter.name].pop(0)
        ctx.meta["voices"] = voices
        return super().parse_args(ctx, args)


@click.command(cls=InOrder)
@options.fact
@options.voice
@click.option(
    "--role",
    "roles",
    multiple=True,
    metavar="[EVENT=]ENTITY:ROLE",
    help="Who plays which part in an event, by default that of --event. May be repeated.",
)
@click.option(
    "--quantity",
    multiple=True,
    metavar="KEY=VALUE",
    help="The number in the claim: comparison, value, minimum, maximum, unit, measure, as_of, verbatim. Repeat it for each.",
)
@click.option("--new-actor", multiple=True, metavar="ID:KIND:NAME", help="Record an actor first, such as radio-one:media:Radio One.")
@click.option("--new-thing", multiple=True, metavar="ID:KIND:NAME", help="Record a thing first.")
@click.option("--new-predicate", multiple=True, metavar="ID:LABEL", help="Record a predicate first.")
@options.by
@click.option("--reason", help="Why it is added.")
@click.option("--dry-run", is_flag=True, help="Show what would be recorded, and record nothing.")
@db_option
@click.pass_context
def add(ctx: click.Context, /, db: Path | None, **values: Any) -> None:
    """Add one fact: its source, its exact words and what they claim.

    Prints the id of the new assertion. At a terminal, it asks for what is missing.

    The options --act, --stance, --certainty and --cue describe the author where they stand before the first --speaker, and the speaker they
    follow where they stand after one.
    """
    from kb.api import Base

    if at_terminal():
        ask(values, db)
    for option in ("source", "quote"):
        if not values[option]:
            raise click.UsageError(f"--{option} is missing")
    if not values["text"] and not values["claim_id"]:
        raise click.UsageError("--claim is missing: say what the words claim")
    fact, new = fact_of(values, ctx.meta["voices"]), new_entities(values)
    with Base(writing(db), base_path(db)) as base:
        (added,) = base.add_all([fact], new=new, by=values["by"], reason=values["reason"], dry_run=values["dry_run"])
    click.echo(added.assertion_id)
    tell(added)
    if values["dry_run"]:
        click.echo("nothing was recorded (--dry-run)", err=True)


def fact_of(values: dict[str, Any], voices: list[dict[str, str]]) -> Any:
    """The fact that the options describe, the first voice being the author's."""
    from kb.facts import Fact, Voice

    plain = {name: values[name] for name in fields.FACT if values[name] is not None}
    author, *others = (Voice(**voice) for voice in voices)
    return Fact(
        **plain, author=author, voices=tuple(others), quantity=quantity_of(values["quantity"]), roles=tuple(map(role_of, values["roles"]))
    )


def role_of(words: str) -> dict[str, Any]:
    """The role that an option --role describes."""
    event, _, part = words.rpartition("=")
    entity, colon, role = part.rpartition(":")
    if not (colon and entity and role):
        raise click.UsageError(f"--role {words!r}: write ENTITY:ROLE, or EVENT=ENTITY:ROLE")
    return {"entity": entity, "role": role} | ({"event": event} if event else {})


def quantity_of(pairs: tuple[str, ...]) -> dict[str, Any] | None:
    """The number that the options --quantity describe, or None without one."""
    quantity: dict[str, Any] = {}
    for words in pairs:
        key, equals, value = words.partition("=")
        if not equals:
            raise click.UsageError(f"--quantity {words!r}: write KEY=VALUE")
        if key not in QUANTITY_COLUMNS:
            raise click.UsageError(f"--quantity {words!r}: no key {key!r}; {did_you_mean(key, QUANTITY_COLUMNS)}")
        quantity[key] = value
    return quantity or None


def new_entities(values: dict[str, Any]) -> list[Any]:
    """The entities that --new-actor and the like name, to be recorded in the same transaction as the fact."""
    from kb.names.entities import NewEntity

    entities = []
    for kind, shape in (("actor", 3), ("thing", 3), ("predicate", 2)):
        for words in values[f"new_{kind}"]:
            parts = words.split(":", shape - 1)
            if len(parts) != shape:
                raise click.UsageError(f"--new-{kind} {words!r}: write ID:{'KIND:NAME' if shape == 3 else 'LABEL'}")
            entry = {"id": parts[0], "kind": parts[1], "name": parts[2]} if shape == 3 else {"id": parts[0], "label": parts[1]}
            entities.append(NewEntity.of(kind, entry, f"--new-{kind}"))
    return entities


def tell(added: Any) -> None:
    """Print what was recorded on standard error, so that a pipe gets the id alone."""
    from kb.cli.wording import shell
    from kb.errors.remedies import worded

    click.echo(f"  {added.claim_id}{' (new)' if added.new_claim else ''}", err=True)
    click.echo(f"  quote at {added.start}-{added.end}: {added.exact}", err=True)
    for row in added.assertions:
        click.echo(f"  {'  ' * row['level']}{row['speaker_id']} {row['act']}, {row['stance']}, {row['certainty']}", err=True)
    for note in added.notes:
        click.echo(f"  {worded(note, shell)}", err=True)
    if not added.new_assertion:
        click.echo("  this fact was there already; nothing new was recorded", err=True)


def ask(values: dict[str, Any], db: Path | None) -> None:
    """Ask at the terminal for what is missing."""
    from kb.names.lookup import Lookup
    from kb.texts import anchoring, display

    connection = reading(db)
    lookup = Lookup(connection)
    if not values["source"]:
        sources = connection.execute("SELECT id, title FROM sources WHERE snapshot_id IS NOT NULL ORDER BY id").fetchall()
        for source_id, title in sources:
            click.echo(f"  {source_id}  {title}", err=True)
        values["source"] = click.prompt("source", default=sources[0][0] if len(sources) == 1 else None, err=True)
    while True:
        values["quote"] = values["quote"] or click.prompt("quote (the words as they stand in the text)", err=True)
        try:
            text = lookup.snapshot_text(values["source"]).text
            around = {name: values[name] or "" for name in ("prefix", "suffix", "within")}
            span = anchoring.find(text, values["quote"], **around)
            click.echo(f"  found: {display.in_context(text, span.start, span.end)}", err=True)
            break
        except anchoring.QuoteError as error:
            click.echo(as_text(error), err=True)
            values["quote"] = None
    if not values["text"] and not values["claim_id"]:
        values["text"] = click.prompt("claim (a sentence that can be understood on its own, in the positive)", err=True)
        for option in ("subject", "predicate", "object"):
            if not values[option] and not (option == "object" and values["object_text"]):
                values[option] = click.prompt(f"{option} (empty for none)", default="", show_default=False, err=True) or None
                if not values["subject"]:
                    break
    connection.close()
