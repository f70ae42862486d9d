"""Query the base in SQL, by named questions and in SPARQL, search it, and show the history of a row."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from kb.base.model import DATES
from kb.base.rows import column_names
from kb.cli import db_option, naming, reading, terminal
from kb.errors import UsageError
from kb.texts.date_words import in_words

FORMATS = click.Choice(["table", "csv", "json", "jsonl"])


@click.command()
@click.argument("what", metavar="SQL|NAME", required=False)
@click.option("-p", "--param", "parameters", multiple=True, metavar="NAME=VALUE", help="A parameter of the question. May be repeated.")
@click.option("-f", "--format", "format_", type=FORMATS, default="table", show_default=True, help="How to print the rows.")
@db_option
def query(what: str | None, parameters: tuple[str, ...], format_: str, db: Path | None) -> None:
    """Ask in SQL or by a question's name; alone, list the questions.

    The parameters of a question that are not given with -p take the values of its example.
    """
    from kb.ask import queries, questions

    if what is None:
        print_questions(questions.load())
        return
    settings = {}
    for words in parameters:
        name, equals, value = words.partition("=")
        if not equals:
            raise UsageError(f"{words!r} is no parameter", where="--param", remedy="write -p name=value")
        settings[name] = value
    columns, rows = queries.ask(reading(db), what, settings)
    terminal.write_rows(columns, rows, format_)


def print_questions(listed: Iterable[Any]) -> None:
    """Print the named questions as a table at a terminal, or one a line in a pipe."""
    rows = [(question.name, question.title, ", ".join(parameter.name for parameter in question.parameters)) for question in listed]
    if terminal.is_terminal():
        terminal.write_rows(("name", "question", "parameters"), rows)
        return
    for name, title, parameters in rows:
        click.echo(f"{name:<28} {title}" + (f"  ({parameters})" if parameters else ""))


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
@click.option("--timeout", default=30.0, show_default=True, help="Seconds after which the query is stopped.")
@db_option
def sparql(text: str, format_: str, timeout: float, db: Path | None) -> None:
    """Ask in SPARQL: QUERY, or - for standard input.

    The triple that a claim is about stands only in the named graph of that claim: ask for it with GRAPH.
    """
    from kb.rdf import sparql as engine

    answer = engine.query(reading(db), sys.stdin.read() if text == "-" else text, timeout)
    if format_ == "table" and answer.kind == "select":
        terminal.write_rows(answer.variables, answer.rows)
    else:
        click.echo(answer.serialise(format_ if format_ != "table" else {"ask": "json", "graph": "ttl"}[answer.kind]), nl=False)


@click.command()
@click.argument("words", nargs=-1, required=True)
@click.option("-n", "--limit", type=click.IntRange(min=1), default=10, show_default=True, help="The most hits of each kind.")
@click.option("-f", "--format", "format_", type=FORMATS, default="table", show_default=True, help="How to print the rows.")
@db_option
def search(words: tuple[str, ...], limit: int, format_: str, db: Path | None) -> None:
    """Find claims, quotes, names and texts that contain all the words."""
    from kb.ask import search as engine

    hits = engine.find(reading(db), " ".join(words), limit)
    terminal.write_rows(("kind", "id", "words"), [(hit.kind, hit.id, hit.snippet) for hit in hits], format_)


@click.command("list")
@click.argument("what", type=click.Choice(["sources", "actors", "things", "events", "predicates"]))
@click.option("--kind", default="", help="Only those of this kind, a word of the vocabulary.")
@click.option("-f", "--format", "format_", type=FORMATS, default="table", show_default=True, help="How to print the rows.")
@db_option
def list_(what: str, kind: str, format_: str, db: Path | None) -> None:
    """List the sources, actors, things, events or predicates.

    For example: kb list actors --kind media
    """
    from kb.ask import listing
    from kb.names.lookup import Lookup

    connection = reading(db)
    if kind:
        if what == "predicates":
            raise UsageError("a predicate has no kind", where="--kind", remedy="leave it out")
        with naming():
            Lookup(connection).word(f"{what}.kind", kind)
    columns, rows = listing.listing(connection, what, kind)
    terminal.write_rows(columns, rows, format_)


@click.command()
@click.argument("row_id", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@db_option
def show(row_id: str, as_json: bool, db: Path | None) -> None:
    """Show a row, everything that belongs to it, and its history.

    The id of a row that was merged into another leads to that one.
    """
    from kb.ask import story

    connection = reading(db)
    shown = story.story(connection, row_id)
    if as_json:
        click.echo(json.dumps(shown.as_dict(), ensure_ascii=False, indent=1))
        return
    if shown.became:
        terminal.line(f"{row_id} was merged into {shown.became}: see kb show {shown.became}")
    terminal.write_record({name: with_words(shown.table, name, value) for name, value in shown.row.items()})
    for part, rows in shown.parts.items():
        click.echo(f"\n{part}")
        print_part(rows)
    click.echo("\nhistory")
    for change in shown.history:
        reason = f"  ({change['reason']})" if change.get("reason") else ""
        terminal.line(f"{change['at']}  {change['by']}  {change['run_id'] or ''}  {change['change']}{reason}", "  ")


def with_words(table: str, column: str, value: Any) -> Any:
    """The value of a column, for a date with its words beside it."""
    if value is None or column not in DATES.get(table, ()) or in_words(value) == value:
        return value
    return f"{value} ({in_words(value)})"


def dated(published: str | None) -> str:
    """The date of a source in words, to stand after its title."""
    return f", {in_words(published)}" if published else ""


def print_part(rows: Sequence[Mapping[str, Any]]) -> None:
    """Print the rows that belong to another row, as a table without empty columns at a terminal, or one a line in a pipe."""
    if terminal.is_terminal():
        columns = [column for column in (rows[0] if rows else ()) if any(row[column] is not None for row in rows)]
        terminal.write_rows(columns, [[row[column] for column in columns] for row in rows])
        return
    for row in rows:
        click.echo("  " + "  ".join(f"{key}={value}" for key, value in row.items() if value is not None))


@click.command()
@click.argument("row_id", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@db_option
def trace(row_id: str, as_json: bool, db: Path | None) -> None:
    """Trace a claim back to its words, its text and the bytes received.

    The id of an assertion, or of anything that claims are about, is traced too.
    """
    from kb.ask import tracing

    steps = tracing.trace(reading(db), row_id)
    if as_json:
        click.echo(json.dumps(steps, ensure_ascii=False, indent=1))
        return
    for step in steps:
        terminal.line(f"{step['claim_id']}  {step['claim']}")
        for words in (
            f"{step['assertion_id']}  {step['via']}: {step['act']}, {step['stance']}, {step['certainty']} ({step['status']})",
            step["in_sentence"],
            f"{step['section']} of {step['source_id']}, “{step['source_title']}”{dated(step['published'])}, characters {step['start_char']}-{step['end_char']}",
            f"{step['snapshot_id']}, sha256 {step['sha256']}",
            step["url"],
        ):
            if words:
                terminal.line(words, "  ")
        click.echo()
    if not steps:
        click.echo("no claim of the base is about it", err=True)


@click.command()
@click.option("--source", "source_id", help="Only this source.")
@click.option("--unread", is_flag=True, help="Only sentences without a claim and without a reason for that.")
@click.option("-f", "--format", "format_", type=FORMATS, default="table", show_default=True, help="How to print the rows.")
@db_option
def coverage(source_id: str | None, unread: bool, format_: str, db: Path | None) -> None:
    """List every sentence with its number of claims, or why it has none."""
    from kb.names.lookup import Lookup

    connection = reading(db)
    if source_id:
        with naming():
            source_id = Lookup(connection).source(source_id, "--source")
    cursor = connection.execute(
        "SELECT source_id, position, section, claims, coalesce(no_claim_reason, '') AS no_claim_reason, sentence FROM coverage"
        " WHERE (:source IS NULL OR source_id = :source) AND (NOT :unread OR (claims = 0 AND no_claim_reason IS NULL)) ORDER BY source_id, position",
        {"source": source_id, "unread": unread},
    )
    terminal.write_rows(column_names(cursor), cursor, format_)
