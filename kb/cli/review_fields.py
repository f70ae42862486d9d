"""Ask at the terminal for the fields of a proposal, the same as those of the site, and for the kind and id of what is new."""

from __future__ import annotations

import contextlib
import sqlite3

import click

from kb.names.lookup import Lookup
from kb.review import Choice, Fault, FaultsError, Waiting, choosing, missing

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


def prompted(connection: sqlite3.Connection, waiting: Waiting, typed: dict[str, str]) -> Choice:
    """Return the choice that a person makes field by field. Enter keeps what is shown, and a hyphen empties the field.

    `typed` holds what was typed for it before, and receives what is typed now, so that nothing is lost where it cannot be recorded.
    """
    lookup = Lookup(connection)
    shown = choosing.fields(lookup, waiting)
    typed |= typed_fields(lookup, waiting, shown | typed)
    try:
        choice = choosing.choice_of(lookup, waiting, typed, make=False)
    except FaultsError as error:
        for fault in error.faults:
            typed |= described_new(connection, fault, shown | typed)
        return choosing.choice_of(lookup, waiting, typed, make=True)
    if missing(lookup, waiting) and click.confirm("  record what is new too?", default=True):
        return choosing.choice_of(lookup, waiting, typed, make=True)
    return choice


def typed_fields(lookup: Lookup, waiting: Waiting, shown: dict[str, str]) -> dict[str, str]:
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


def described_new(connection: sqlite3.Connection, fault: Fault, typed: dict[str, str]) -> dict[str, str]:
    """Ask what an unknown name would be, and its id. Raises the fault where it cannot be recorded here, or is not to be."""
    field = fault.field
    name = typed[field]
    if field not in choosing.MAKEABLE or not click.confirm(f"  the base has no “{name}”: record it?", default=True):
        raise FaultsError([fault])
    kinds = choosing.kinds(connection, field)
    proposed = typed.get(f"{field}-kind") or ("actor person" if field == "speaker" else kinds[0])
    kind = str(click.prompt("  what is it", type=click.Choice(kinds), default=proposed, show_choices=False))
    said = {f"{field}-kind": kind}
    if field in choosing.WITH_ID and kind != choosing.IN_WORDS:
        free = choosing.named(Lookup(connection), kind, name).id
        chosen = click.prompt("  id", default=free)
        said |= {f"{field}-id": chosen} if chosen != free else {}
    return said


def typed_sentence_fields(lookup: Lookup, waiting: Waiting, kept: dict[str, str]) -> dict[str, str]:
    """Return the fields that a person types otherwise than they are shown, with the kind and id of each name that the base lacks.

    Nothing is recorded. `kept` are the fields as they were typed before.
    """
    typed = kept | typed_fields(lookup, waiting, choosing.fields(lookup, waiting) | kept)
    try:
        choosing.choice_of(lookup, waiting, typed, make=True)
    except FaultsError as error:
        for fault in error.faults:
            with contextlib.suppress(FaultsError):  # left open: it is told again when the sentence is decided on
                typed |= described_new(lookup.connection, fault, choosing.fields(lookup, waiting) | typed)
    return typed
