"""Sourced facts in: one by one, or a file of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from kb.cli import at_terminal, db_option, reading, writing

VOICE_OPTIONS = ("speaker", "work", "act", "stance", "certainty", "cue", "said", "derivation")


class InOrder(click.Command):
    """Remembers in which order options were given: --stance after --speaker is that speaker's, before it the author's."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        parser = self.make_parser(ctx)
        values, _, order = parser.parse_args(args=list(args))
        given: dict[str, list[Any]] = {name: list(values.get(name) or []) for name in VOICE_OPTIONS}
        voices: list[dict[str, str]] = [{}]
        for parameter in order:
            if parameter.name in VOICE_OPTIONS:
                if parameter.name == "speaker":
                    voices.append({})
                voices[-1][parameter.name] = given[parameter.name].pop(0)
        ctx.meta["voices"] = voices
        return super().parse_args(ctx, args)


@click.command(cls=InOrder)
@click.option("--source", help="The source whose text says it.")
@click.option("--quote", help="The words that carry it, as they stand in the text.")
@click.option("--claim", "text", help="What the words claim: a sentence that stands alone, in the positive.")
@click.option("--claim-id", help="The id of a claim that is there, instead of its words; or the id a new one is to have.")
@click.option("--prefix", default="", help="Words right before the quote, when it occurs more than once.")
@click.option("--suffix", default="", help="Words right after the quote.")
@click.option("--within", default="", help="A longer stretch that holds the quote.")
@click.option("--subject", help="Whom or what it is about: an id or a name.")
@click.option("--predicate", help="The verb: an id or a label.")
@click.option("--object", "object_", help="The other end of the verb: an id or a name.")
@click.option("--object-text", help="The other end in words, only where nobody could ask about it.")
@click.option(
    "--kind",
    default="factual",
    show_default=True,
    help="factual, evaluation, causal, prediction, plan, conditional, norm, question or definition.",
)
@click.option("--event", help="The event it tells of.")
@click.option("--place", help="Where it is said to hold.")
@click.option("--about", help="When it is said to hold (EDTF).")
@click.option("--speaker", multiple=True, help="Whom the author reports; repeat from the outermost inward. What follows is theirs.")
@click.option("--work", multiple=True, help="The work the speaker said it in.")
@click.option("--act", multiple=True, help="How it is put: asserts, believes, warns, predicts …")
@click.option("--stance", multiple=True, help="affirms, denies or uncommitted.")
@click.option("--certainty", multiple=True, help="certain, probable, possible or uncommitted.")
@click.option("--cue", multiple=True, help="The words that show act or certainty.")
@click.option("--said", multiple=True, help="When it was said (EDTF).")
@click.option("--derivation", multiple=True, help="explicit, presupposed or implied.")
@click.option("--new-actor", multiple=True, metavar="ID:KIND:NAME", help="Record an actor first, such as radio-one:media:Radio One.")
@click.option("--new-thing", multiple=True, metavar="ID:KIND:NAME", help="Record a thing first.")
@click.option("--new-predicate", multiple=True, metavar="ID:LABEL", help="Record a predicate first.")
@click.option("--status", default="reviewed", show_default=True, help="reviewed, proposed or disputed.")
@click.option("--by", help="Who adds it.  [default: KB_CONTRIBUTOR, or the account's name]")
@click.option("--reason", help="Why it is added.")
@click.option("--dry-run", is_flag=True, help="Show what would be recorded, and record nothing.")
@db_option
@click.pass_context
def add(ctx: click.Context, /, db: Path | None, **given: Any) -> None:
    """Add one sourced fact; prints the id of its assertion.

    Options before the first --speaker (--act, --stance, --certainty, --cue) are the author's; those after a --speaker are that speaker's.
    """
    from kb import facts, settled, store
    from kb.lookup import Lookup

    given["object"] = given.pop("object_")
    if at_terminal():
        ask(given, db)
    for option in ("source", "quote"):
        if not given[option]:
            raise click.UsageError(f"--{option} is missing")
    if not given["text"] and not given["claim_id"]:
        raise click.UsageError("--claim is missing: say what the words claim")
    connection = writing(db)
    fact = fact_of(given, ctx.meta["voices"])
    with store.run(connection, "add", contributor=given["by"], reason=given["reason"]) as run_id:
        look = Lookup(connection)
        new_entities(look, run_id, given)
        made = facts.plan(look, fact)
        added = facts.write(connection, made, run_id, store.now())
        settled.refuse_unsettled(connection)
        if given["dry_run"]:
            connection.execute("ROLLBACK TO before_run")
    click.echo(added.assertion_id)
    tell(added, made.assertions)
    if given["dry_run"]:
        click.echo("nothing was recorded (--dry-run)", err=True)


def fact_of(given: dict[str, Any], voices: list[dict[str, str]]) -> Any:
    from kb.facts import Fact, Voice

    plain = (
        "source",
        "quote",
        "prefix",
        "suffix",
        "within",
        "text",
        "claim_id",
        "kind",
        "subject",
        "predicate",
        "object",
        "object_text",
        "event",
        "place",
        "about",
        "status",
    )
    author, *others = (Voice(**voice) for voice in voices)
    return Fact(**{key: given[key] for key in plain}, author=author, voices=tuple(others))


def new_entities(look: Any, run_id: str, given: dict[str, Any]) -> None:
    """What --new-actor and the like ask for, recorded in the same transaction as the fact."""
    from kb.entities import NewEntity, add_entity

    for kind, shape in (("actor", 3), ("thing", 3), ("predicate", 2)):
        for words in given[f"new_{kind}"]:
            parts = words.split(":", shape - 1)
            if len(parts) != shape:
                raise click.UsageError(f"--new-{kind} {words!r}: write ID:{'KIND:NAME' if shape == 3 else 'LABEL'}")
            said = {"id": parts[0], "kind": parts[1], "name": parts[2]} if shape == 3 else {"id": parts[0], "label": parts[1]}
            add_entity(look.connection, look, run_id, NewEntity.of(kind, said, f"--new-{kind}"))


def tell(added: Any, assertions: list[dict[str, Any]]) -> None:
    """What was recorded, for a person: on standard error, so that a pipe gets the id alone."""
    click.echo(f"  {added.claim_id}{' (new)' if added.new_claim else ''}", err=True)
    click.echo(f"  quote at {added.start}-{added.end}: {added.exact}", err=True)
    for row in assertions:
        click.echo(f"  {'  ' * row['level']}{row['speaker_id']} {row['act']}, {row['stance']}, {row['certainty']}", err=True)
    for note in added.notes:
        click.echo(f"  {note}", err=True)
    if not added.new_assertion:
        click.echo("  this fact was there already; nothing new was recorded", err=True)


def ask(given: dict[str, Any], db: Path | None) -> None:
    """Ask at the terminal for what is missing."""
    from kb import anchor
    from kb.lookup import Lookup

    connection = reading(db)
    look = Lookup(connection)
    if not given["source"]:
        held = connection.execute("SELECT id, title FROM sources WHERE snapshot_id IS NOT NULL ORDER BY id").fetchall()
        for source_id, title in held:
            click.echo(f"  {source_id}  {title}", err=True)
        given["source"] = click.prompt("source", default=held[0][0] if len(held) == 1 else None, err=True)
    while True:
        given["quote"] = given["quote"] or click.prompt("quote (the words as they stand in the text)", err=True)
        try:
            held_text = look.held(given["source"]).text
            span = anchor.find(held_text, given["quote"], prefix=given["prefix"], suffix=given["suffix"], within=given["within"])
            click.echo(f"  found: {anchor.in_context(held_text, span)}", err=True)
            break
        except anchor.QuoteError as error:
            click.echo(str(error), err=True)
            given["quote"] = None
    if not given["text"] and not given["claim_id"]:
        given["text"] = click.prompt("claim (a sentence that stands alone, in the positive)", err=True)
        for option in ("subject", "predicate", "object"):
            if not given[option] and not (option == "object" and given["object_text"]):
                given[option] = click.prompt(f"{option} (empty for none)", default="", show_default=False, err=True) or None
                if not given["subject"]:
                    break
    connection.close()


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--by", help="Who adds them.  [default: KB_CONTRIBUTOR, or the account's name]")
@click.option("--reason", help="Why they are added.")
@db_option
def import_(file: Path, by: str | None, reason: str | None, db: Path | None) -> None:
    """Add a file of sourced facts: TOML, CSV, JSON Lines, or RDF exported by this program.

    All of it or nothing: one entry that is wrong refuses the file.
    """
    from kb import dump, importing, store, text

    connection = writing(db)
    if file.suffix.lower() in importing.RDF:
        from kb.rdf import load as rdf

        count, differing = dump.load(connection, rdf.rows(file))
        click.echo(f"{count} rows")
        for line in differing:
            click.echo(f"there already, and says otherwise; kept: {line}", err=True)
        return
    words = text.receive(file.read_bytes(), str(file)).text
    with store.run(connection, "import", contributor=by, reason=reason or f"import of {file.name}") as run_id:
        done = importing.import_facts(connection, run_id, store.now(), file, words)
    click.echo(
        f"{done.new} new facts, {len(done.facts) - done.new} that were there already"
        + (f", {done.entities} new actors, things, events or predicates" if done.entities else "")
        + (f", {done.relations} new relations" if done.relations else "")
    )
