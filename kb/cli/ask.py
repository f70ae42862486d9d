"""Ask the base: SQL, named questions, SPARQL, full-text search, and the story of a row."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import click

from kb.cli import db_option, naming, reading
from kb.errors import UsageError

FORMATS = click.Choice(["table", "csv", "json", "jsonl"])


@click.command()
@click.argument("what", metavar="SQL|NAME", required=False)
@click.option("-p", "--param", "parameters", multiple=True, metavar="NAME=VALUE", help="A parameter of the question. May be repeated.")
@click.option("-f", "--format", "format_", type=FORMATS, default="table", show_default=True, help="How to print the rows.")
@db_option
def query(what: str | None, parameters: tuple[str, ...], format_: str, db: Path | None) -> None:
    """Ask in SQL, or by the NAME of a question; without either, list the questions."""
    from kb import asking, questions, tabular

    if what is None:
        for question in questions.load():
            click.echo(
                f"{question.name:<28} {question.title}"
                + ("  (" + ", ".join(parameter.name for parameter in question.parameters) + ")" if question.parameters else "")
            )
        return
    given = {}
    for words in parameters:
        name, equals, value = words.partition("=")
        if not equals:
            raise UsageError(f"{words!r} is no parameter", where="--param", remedy="write -p name=value")
        given[name] = value
    columns, rows = asking.ask(reading(db), what, given)
    tabular.WRITERS[format_](sys.stdout, columns, rows)


@click.command()
@click.argument("text", metavar="QUERY")
@click.option(
    "-f",
    "--format",
    "format_",
    type=click.Choice(["table", "csv", "tsv", "json", "ttl", "nt"]),
    default="table",
    show_default=True,
    help="How to print the answer.",
)
@click.option("--timeout", default=30.0, show_default=True, help="Seconds after which the query is ended.")
@db_option
def sparql(text: str, format_: str, timeout: float, db: Path | None) -> None:
    """Ask in SPARQL. Bare statements stand only in named graphs: ask for them with GRAPH."""
    from kb import tabular
    from kb.rdf import sparql as engine

    answer = engine.query(reading(db), sys.stdin.read() if text == "-" else text, timeout)
    if format_ == "table" and answer.kind == "select":
        tabular.write_table(sys.stdout, answer.variables, answer.rows)
    else:
        click.echo(answer.serialise(format_ if format_ != "table" else {"ask": "json", "graph": "ttl"}[answer.kind]), nl=False)


@click.command()
@click.argument("words", nargs=-1, required=True)
@click.option("-n", "--limit", type=click.IntRange(min=1), default=10, show_default=True, help="At most so many of each kind.")
@click.option("-f", "--format", "format_", type=FORMATS, default="table", show_default=True, help="How to print the rows.")
@db_option
def search(words: tuple[str, ...], limit: int, format_: str, db: Path | None) -> None:
    """Claims, quotes, names and texts that hold all the WORDS."""
    from kb import search as engine
    from kb import tabular

    hits = engine.find(reading(db), " ".join(words), limit)
    tabular.WRITERS[format_](sys.stdout, ("kind", "id", "words"), [(hit.kind, hit.id, hit.snippet) for hit in hits])


@click.command()
@click.argument("row_id", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@db_option
def show(row_id: str, as_json: bool, db: Path | None) -> None:
    """One row with what belongs to it and its whole history; old ids still answer."""
    from kb import history

    connection = reading(db)
    told = history.story(connection, row_id)
    if as_json:
        click.echo(json.dumps(told.as_dict(), ensure_ascii=False, indent=1))
        return
    if told.became:
        click.echo(f"{row_id} was merged into {told.became}: see kb show {told.became}")
    fields(told.row)
    for part, rows in told.parts.items():
        click.echo(f"\n{part}")
        for row in rows:
            click.echo("  " + "  ".join(f"{key}={value}" for key, value in row.items() if value is not None))
    click.echo("\nhistory")
    for change in told.history:
        click.echo(
            f"  {change['at']}  {change['by']}  {change['run_id'] or ''}  {change['change']}"
            + (f"  ({change['reason']})" if change.get("reason") else "")
        )


def fields(row: dict[str, Any]) -> None:
    width = max(len(key) for key in row)
    for key, value in row.items():
        if value is not None:
            click.echo(f"{key:<{width}}  {value}")


@click.command()
@click.argument("row_id", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@db_option
def trace(row_id: str, as_json: bool, db: Path | None) -> None:
    """From a claim, an assertion, or whatever claims name, back to the words, the text and the bytes."""
    from kb import history

    steps = history.trace(reading(db), row_id)
    if as_json:
        click.echo(json.dumps(steps, ensure_ascii=False, indent=1))
        return
    for step in steps:
        click.echo(f"{step['claim_id']}  {step['claim']}")
        click.echo(f"  {step['assertion_id']}  {step['via']}: {step['act']}, {step['stance']}, {step['certainty']} ({step['status']})")
        click.echo(f"  {step['in_sentence']}")
        click.echo(
            f"  {step['section']} of {step['source_id']}, “{step['source_title']}”, characters {step['start_char']}-{step['end_char']}"
        )
        click.echo(f"  {step['snapshot_id']}, sha256 {step['sha256']}" + (f"\n  {step['url']}" if step["url"] else "") + "\n")
    if not steps:
        click.echo("nothing in the base rests on it", err=True)


@click.command()
@click.option("--source", "source_id", help="Only this source.")
@click.option("--unread", is_flag=True, help="Only sentences that carry no claim and do not say why.")
@click.option("-f", "--format", "format_", type=FORMATS, default="table", show_default=True, help="How to print the rows.")
@db_option
def coverage(source_id: str | None, unread: bool, format_: str, db: Path | None) -> None:
    """Every sentence with the number of claims it carries, or why it carries none."""
    from kb import tabular
    from kb.lookup import Lookup

    connection = reading(db)
    if source_id:
        with naming():
            source_id = Lookup(connection).source(source_id, "--source")
    cursor = connection.execute(
        "SELECT source_id, position, section, claims, coalesce(no_claim_reason, '') AS no_claim_reason, sentence FROM coverage"
        " WHERE (:source IS NULL OR source_id = :source) AND (NOT :unread OR (claims = 0 AND no_claim_reason IS NULL)) ORDER BY source_id, position",
        {"source": source_id, "unread": unread},
    )
    tabular.WRITERS[format_](sys.stdout, [column[0] for column in cursor.description], cursor)
