"""Ask at the terminal for the fields of a proposal, the same as those of the site, and for the kind of what is new."""

from __future__ import annotations

import sqlite3

import click

from kb import review as queue
from kb.names.lookup import Lookup
from kb.review import choosing

ASKED = (
    "text",
    "speaker",
    "stance",
    "certainty",
    "subject",
    "predicate",
    "object",
    "place",
    "event",
    "about",
    "quote",
    "cue",
    "act",
    "kind",
)
EMPTY = "-"


def prompted(connection: sqlite3.Connection, waiting: queue.Waiting) -> queue.Choice:
    """Return the choice that a person makes field by field. Enter keeps what is proposed, and a hyphen empties the field."""
    lookup = Lookup(connection)
    shown = choosing.fields(lookup, waiting)
    typed = typed_fields(lookup, waiting, shown)
    try:
        choice = choosing.choice_of(lookup, waiting, typed, make=False)
    except queue.FaultsError as error:
        for fault in error.faults:
            typed[f"{fault.field}-kind"] = kind_of(connection, fault, {**shown, **typed})
        return choosing.choice_of(lookup, waiting, typed, make=True)
    if queue.missing(lookup, waiting) and click.confirm("  record what is new too?", default=True):
        return choosing.choice_of(lookup, waiting, typed, make=True)
    return choice


def typed_fields(lookup: Lookup, waiting: queue.Waiting, shown: dict[str, str]) -> dict[str, str]:
    """Return the fields that a person types otherwise than they are shown. Enter keeps one, and a hyphen empties it."""
    typed: dict[str, str] = {}
    click.echo(f"  Enter keeps what is proposed, {EMPTY} empties a field")
    for name in ASKED:
        answer = click.prompt(f"  {name}", default=shown[name], show_default=bool(shown[name])).strip()
        if answer != shown[name]:
            typed[name] = "" if answer == EMPTY else answer
            if name == "object" and typed[name] and not lookup.by_name(typed[name]) and not lookup.by_id(typed[name]):
                typed["object-kind"] = choosing.IN_WORDS
    if len(waiting.found.get("quantities", ())) == 1 and not click.confirm("  record the number too?", default=True):
        typed["number"] = "none"
    return typed


def kind_of(connection: sqlite3.Connection, fault: queue.Fault, typed: dict[str, str]) -> str:
    """Ask what an unknown name would be. Raises the fault where it cannot be recorded here, or is not to be."""
    name = typed[fault.field]
    if fault.field not in choosing.MAKEABLE or not click.confirm(f"  the base has no “{name}”: record it?", default=True):
        raise queue.FaultsError([fault])
    kinds = choosing.kinds(connection, fault.field)
    proposed = typed.get(f"{fault.field}-kind") or ("actor person" if fault.field == "speaker" else kinds[0])
    return str(click.prompt("  what is it", type=click.Choice(kinds), default=proposed, show_choices=False))
