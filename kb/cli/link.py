"""Record what connects facts, such as relations of claims, belonging, order in time, roles, numbers, mentions and names."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from kb.base import schema
from kb.base.entry_fields import ENTRY_FIELDS, EntryFields
from kb.cli import base_path, db_option, options, writing

BECAUSE = ("rationale", "no_claim_reason")  # options that give the reason of the entry itself
SEVERAL = ("comparable",)
NUMBERS = ("value", "minimum", "maximum")

EXAMPLES = {
    "relation": 'kb relate CLM-ONE contradicts CLM-OTHER --because "both count one month" --comparable same-time',
    "affiliation": "kb affiliate xi-jinping official-of china --claim-id CLM-ID --start-date 2013",
    "event_order": "kb order border-skirmishes before border-dialogue --claim-id CLM-ID",
    "distinct": 'kb distinct harbour-board harbour-office --reason "The Board decides; the Office carries it out."',
    "role": "kb take-part CLM-ID canal-company participant --event nationalisation-1956",
    "quantity": 'kb quantify CLM-ID --comparison at-least --minimum 1200 --unit people --measure "passengers in April" --verbatim "at least 1,200"',
    "mention": "kb mention SOURCE Beijing government-of-china --sense metonym",
    "citation": 'kb cite SOURCE "the Pentagon says in its report" --cited-text "Pentagon report" --cited pentagon-report-2020',
    "sentence": 'kb no-claim SOURCE "Harbour Gazette, 3 May 1956" --because "It only names the paper and the day."',
    "name": 'kb name canal-company "Suez Canal Company" --language en',
    "identifier": "kb identify china wikidata Q148",
    "author": "kb author SOURCE antonio-graceffo",
    "source": 'kb work pentagon-report-2020 "Military power report" report --published 2020-09',
}


def command(kind: str, name: str) -> click.Command:
    """The command that records an entry of a kind, with an argument for each field that identifies it and an option for each other."""
    known = ENTRY_FIELDS[kind]

    def record(db: Path | None, by: str | None, reason: str | None, dry_run: bool, **values: Any) -> None:
        own = {"reason": reason} if "reason" in known.others else {}
        record_one(db, kind, values | own, by=by, reason=reason, dry_run=dry_run)

    made = click.Command(name, params=[], callback=record, help=help_of(known, EXAMPLES[kind]))
    made.params = [
        *(click.Argument([field], metavar=field.upper().removesuffix("_ID")) for field in known.said),
        *(option(known, field) for field in known.others),
    ]
    options.by(made)
    if "reason" not in known.others:
        click.option("--reason", help="Why it is recorded, for the history.")(made)
    click.option("--dry-run", is_flag=True, help="Check it, and record nothing.")(made)
    db_option(made)
    return made


def help_of(known: EntryFields, example: str) -> str:
    """The help of the command, with its summary, what each argument is, and an example."""
    arguments = "\n".join(f"{field.upper().removesuffix('_ID'):<10} {said(known, field, words)}" for field, words in known.said.items())
    return f"{known.summary}\n\n\b\n{arguments}\n\nFor example: {example}"


def said(known: EntryFields, field: str, words: str) -> str:
    """What an argument is, which always has to be given, with the words that it may be."""
    return words.partition("  [default")[0] + listed(known, field)


def listed(known: EntryFields, field: str) -> str:
    """The words that a field takes, of those that every base has."""
    column = known.vocabulary.get(field)
    return f" One of: {', '.join((value for field_of, value, *_ in schema.vocabulary() if field_of == column))}." if column else ""


def option(known: EntryFields, field: str) -> click.Option:
    """The option for a field."""
    spelled = "--because" if field in BECAUSE else "--" + field.replace("_", "-")
    text, bracket, default = known.others[field].partition("  [default")
    words = text + listed(known, field) + (" May be repeated." if field in SEVERAL else "") + bracket + default
    kind = float if field in NUMBERS else str
    return click.Option([spelled, field], help=words, type=kind, multiple=field in SEVERAL, required=field in known.required)


def record_one(db: Path | None, kind: str, values: dict[str, Any], **run: Any) -> None:
    """Record one entry and print its ids, or the ids of the rows that say the same already."""
    from kb.api import Base
    from kb.cli.wording import shell
    from kb.errors.remedies import worded

    entry = {field: list(value) if isinstance(value, tuple) else value for field, value in values.items() if value not in (None, ())}
    with Base(writing(db), base_path(db)) as base:
        (done,) = base.record_all([(kind, entry)], **run)
    for row_id in done.ids:
        click.echo(row_id)
    for note in done.notes:
        click.echo(f"  {worded(note, shell)}", err=True)
    if not done.new:
        click.echo("  it was there already; nothing new was recorded", err=True)
    if run["dry_run"]:
        click.echo("nothing was recorded (--dry-run)", err=True)


relate = command("relation", "relate")
affiliate = command("affiliation", "affiliate")
order = command("event_order", "order")
distinct = command("distinct", "distinct")
take_part = command("role", "take-part")
quantify = command("quantity", "quantify")
mention = command("mention", "mention")
cite = command("citation", "cite")
no_claim = command("sentence", "no-claim")
name = command("name", "name")
identify = command("identifier", "identify")
author = command("author", "author")
work = command("source", "work")
