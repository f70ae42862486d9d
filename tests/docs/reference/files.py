"""Files of facts, and of what else a person writes down: the keys of each kind of entry, and the columns of CSV."""

from __future__ import annotations

from functools import cache

import click

from kb.base import entries, schema
from kb.exchange import sheet_entries
from tests.docs import markdown
from tests.docs.reference import commands

INTRODUCTION = """
`kb import` reads facts, and all else that people write down, from TOML, CSV and JSON Lines; `POST /api/record` takes the same objects as JSON, and
`base.record` in Python. A misspelt key is refused with the nearest that is known. The files under `ingest/` have the same entries and more.

A number, role, name, identifier, author, mention, citation or marked sentence names the row that it belongs to by its first key, except inside
that row's own entry.

- **TOML**: one table an entry, `[[claim]]`, `[[assertion]]`, `[[actor]]` and so on. A line `source = "…"` at the top holds for all.
- **JSON Lines**: one object a line. `"type": "actor"` says what it is; without it, it is a claim.
- **CSV**: one claim a line, in the columns [below](#columns-of-csv). A column `type` makes a line of another kind, whose keys are columns too.
- **RDF** that was exported here (`.nq .trig .ttl .nt .jsonld .rdf`) is read back into the rows it came from.

`kb export csv` and `kb export jsonl` write the view [claim_sheet](views.md#claim_sheet): they are for reading, and have other columns.
"""
CSV = """
A cell that holds a comma, a quotation mark or a line end stands in double quotes. One speaker below the author and one number fit in a line;
for longer chains use TOML or JSON Lines.
"""
# Which table describes an entry's keys; claims and their speakers are described by `kb add` first.
TABLES = {
    "claim": ("claims", "assertions", "sources"),
    "assertion": ("assertions", "claims", "sources"),
    "said_by": ("assertions",),
    "quantity": ("quantities",),
    "role": ("participations",),
    "relation": ("relations",),
    "affiliation": ("affiliations", "claims"),
    "event_order": ("event_order", "claims"),
    "distinct": ("distinct_entities",),
    "name": ("names",),
    "identifier": ("identifiers",),
    "author": ("source_authors",),
    "section": ("sections",),
    "sentence": ("sentences",),
    "mention": ("mentions",),
    "citation": ("citations",),
    "review": ("reviews",),
}
# Keys that are called otherwise than the column or option they fill.
ALIASES = {"claim": "claim_id", "about": "about_time", "from": "from_claim_id", "to": "to_claim_id", "other": "other_event_id"}
# Keys that neither an option nor a column describes.
MEANINGS = {
    "entity": "Whose it is: an id or a name.",
    "source": "The source that it stands in, or whose author it is: an id or a title.",
    "cue_quote": "A longer stretch of the text that holds the cue, when the cue does not stand in the sentence of the quote.",
    "said_by": "Whom the author reports, from the outermost speaker inward.",
    "speakers": "Several speakers side by side, who share the last level of the chain.",
    "quantity": "The number in the claim.",
    "roles": "Who plays which part in an event, as this claim has it.",
    "author": "Who wrote it, in order.",
    "authors": "The same by id or name; each is recorded if new.",
    "retrieved_from": "Where the text was received from.",
    "retrieved_at": "When the text was received (UTC).",
    "starts": "The first words of the section, which occur once; it goes on to the next section.",
    "whole": "Whether the words are the whole sentence.",
    "text": "The words as they stand in the text: every occurrence as a whole word.",
    "within": "A longer stretch that holds the words: only there.",
    "quote": "Words inside the sentence or passage.",
    "verdict": "Whether the words carry it: carries, does-not-carry or unsure.",
    "reviewer": "Who gave the review, a contributor.  [default: second-reader]",
    "assertion": "The id of the assertion that is reviewed.",
    "assertion_id": "The same, spelt out.",
    "relation_id": "The id of the relation that is reviewed.",
    "claim_id": "The id of the claim.",
    "note": "What the reviewer has to say.",
}


def page() -> str:
    parts = [f"## {kind}\n\n{entry(kind)}" for kind in entries.KEYS]
    columns = [csv_column(column) for column in sheet_entries.CSV_COLUMNS]
    csv = f"## Columns of CSV\n\n{CSV.strip()}\n\n" + markdown.table(["column", "key of a claim that it fills", "meaning"], columns)
    return markdown.page("Files of facts", INTRODUCTION, csv, *parts)


def entry(kind: str) -> str:
    rows = [(f"`{key}`", value(key, takes), meaning(kind, key)) for key, takes in entries.keys_of(kind).items()]
    return markdown.table(["key", "value", "meaning"], rows)


def value(key: str, takes: str) -> str:
    return f"{takes} ([{entries.NESTED[key]}](#{entries.NESTED[key]}))" if key in entries.NESTED else takes


def meaning(kind: str, key: str) -> str:
    """What a key means: the help of the option of the same name, or the description of the column it fills."""
    names = [key, ALIASES.get(key, key), f"{key}_id", f"{key}_char"]
    if kind in ("claim", "assertion", "said_by") and key not in ("quantity", "roles"):  # whose options are written otherwise
        of_option = next((options()[name] for name in names if name in options()), None)
        if of_option:
            return of_option
    described = schema.descriptions()
    for table in TABLES.get(kind, (f"{kind}s",)):
        columns = described[table][1]
        for name in names:
            if name in columns:
                return columns[name]
    return described[key][0] if key in described else MEANINGS.get(key, "")


def csv_column(column: str) -> tuple[str, str, str]:
    """(column, the key it fills, what that means)"""
    for entry_kind, path, keys in (("said_by", "said_by", sheet_entries.SPEAKER), ("quantity", "quantity", sheet_entries.QUANTITY)):
        if column in keys:
            return f"`{column}`", f"`{path}.{keys[column]}`", meaning(entry_kind, keys[column])
    return f"`{column}`", f"`{column}`", meaning("claim", column)


@cache
def options() -> dict[str, str]:
    """{key: help} of the options of `kb add`."""
    add = dict(commands.commands())["kb add"]
    return {(option.name or "").rstrip("_"): option.help or "" for option in add.params if isinstance(option, click.Option)}
