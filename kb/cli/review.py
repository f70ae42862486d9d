"""An article in, its claims proposed, and a person's decision on each, at the terminal."""

from __future__ import annotations

import sqlite3
import sys
from pathlib import Path
from typing import Any

import click

from kb.cli import base_path, db_option, reading, writing


@click.command()
@click.argument("file", metavar="FILE")
@click.option("--title", help="Its title.  [default: what the article says]")
@click.option("--id", "source_id", help="Its id; that of a source that is there takes the article as its later text.")
@click.option("--kind", help="News, opinion, report …, a word of the vocabulary.")
@click.option("--author", "authors", multiple=True, help="Who wrote it, recorded if new. May be repeated.")
@click.option("--publisher", help="Who published it, recorded if new.")
@click.option("--published", help="When (EDTF); dates such as “yesterday” are counted from it.")
@click.option("--language", help="Language of the text (BCP 47).")
@click.option("--url", help="The publisher's own page.")
@click.option("--rights", help="Who holds the rights.")
@click.option("--model", help="The spaCy model to read with, or none.  [default: KB_MODEL, or the best installed]")
@click.option("--llm", "llm_name", metavar="NAME", help="Ask this language model, as set up with the package llm, instead of the rules.")
@click.option("--allow-private", is_flag=True, help="Let an address be one of this machine or its network.")
@click.option("--by", help="Who takes it in.  [default: KB_CONTRIBUTOR, or the account's name]")
@click.option("--dry-run", is_flag=True, help="Show what would be proposed, and record nothing.")
@db_option
def propose(
    file: str, model: str | None, llm_name: str | None, allow_private: bool, by: str | None, dry_run: bool, db: Path | None, **said: Any
) -> None:
    """Take an article in and propose its claims: FILE, an address (https://…), - for standard input, or the id of a source that is there.

    Plain text, Markdown, HTML, PDF and DOCX; a folder is taken in file by file, on all cores, and goes on where it was broken off. Nothing proposed counts as said until somebody accepts it: kb review.
    """
    from kb import reading as articles
    from kb import store, taking

    if Path(file).is_dir():
        folder(Path(file), db, by, model)
        return
    connection = writing(db)
    if held(connection, file):
        with store.run(connection, "propose", contributor=by) as run_id:
            new, known = taking.of_source(connection, run_id, file, model=model)
        click.echo(file)
        click.echo(f"{new} proposals, {known} that were there already", err=True)
        return
    document, where = article(file, allow_private)
    for line in articles.describe(document, given=[key for key, value in said.items() if value]):
        click.echo(f"  {line}", err=True)
    if sys.stdin.isatty() and sys.stdout.isatty():
        ask(document.missing, said)
    proposals = asked(connection, document, said, llm_name) if llm_name else None
    with store.run(connection, "propose", contributor=by) as run_id:
        done = taking.take(connection, run_id, document, said | {"retrieved_from": where}, model=model, proposals=proposals)
        if dry_run:
            connection.execute("ROLLBACK TO before_run")
    click.echo(done.taken.source_id)
    for line in (*done.taken.lines, f"{done.new} proposals, {done.known} that were there already; read by the tier “{done.tier}”"):
        click.echo(line, err=True)
    click.echo("nothing was recorded (--dry-run)" if dry_run else f"decide on them with: kb review {done.taken.source_id}", err=True)


def asked(connection: sqlite3.Connection, document: Any, said: dict[str, Any], name: str) -> list[Any]:
    """What a language model proposes; how many of its answers were dropped, and why, is told."""
    from kb import propose as proposing
    from kb.lookup import Lookup
    from kb.propose import language_model

    published = said.get("published") or document.metadata.get("published")
    ask = language_model.asking(name)
    made, dropped = proposing.asked(document.text, ask, Lookup(connection), anchor=str(published) if published else None)
    for reason, count in sorted(dropped.items()):
        click.echo(f"  dropped: {count} answers, {reason}", err=True)
    return made


def folder(path: Path, db: Path | None, by: str | None, model: str | None) -> None:
    """Every article of a folder, with progress; the ids of new sources on standard output, what was left out on standard error."""
    from kb import batch

    writing(db).close()
    files = batch.articles(path)
    if not files:
        raise click.UsageError(f"{path} holds no article: {', '.join(sorted(batch.ENDINGS))}")
    taken = known = proposals = 0
    problems = []
    with click.progressbar(length=len(files), label="articles", file=sys.stderr) as bar:
        for outcome in batch.take_all(base_path(db), files, contributor=by, model=model):
            bar.update(1)
            known += outcome.known
            proposals += outcome.new
            if outcome.problem:
                problems.append(f"{outcome.file}: {outcome.problem}")
            elif not outcome.known:
                taken += 1
                click.echo(outcome.source_id)
    for problem in problems:
        click.echo(problem, err=True)
    click.echo(f"{taken} articles taken in, {known} that were there already, {len(problems)} left out; {proposals} proposals", err=True)
    if problems and not (taken or known):
        sys.exit(1)


def held(connection: sqlite3.Connection, name: str) -> bool:
    """Whether a source of that id is there with a text."""
    return connection.execute("SELECT 1 FROM sources WHERE id = ? AND snapshot_id IS NOT NULL", (name,)).fetchone() is not None


def article(file: str, allow_private: bool) -> tuple[Any, str | None]:
    """The article in a file, at an address or on standard input, and where it was received from."""
    from kb import reading as articles

    if file.startswith(("http://", "https://")):
        fetched = articles.fetch(file, allow_private=allow_private)
        return articles.read(fetched.data, media_type=fetched.media_type, url=fetched.final_url), fetched.final_url
    if file == "-":
        return articles.read(articles.bytes_of(sys.stdin.buffer, "standard input")), None
    path = Path(file)
    return articles.read(articles.bytes_of(path), name=path.name), path.name


def ask(missing: tuple[str, ...], said: dict[str, Any]) -> None:
    """What the article does not say of itself; an empty answer leaves it open, but for the title."""
    for key in ("title", "authors", "published", "publisher", "url"):
        if key in missing and not said.get(key):
            answer = click.prompt(key.removesuffix("s"), default=None if key == "title" else "", show_default=False, err=True)
            said[key] = (answer,) if key == "authors" and answer else answer


@click.command()
@click.argument("source", required=False)
@click.option("--kind", help="Only claims of this kind.")
@click.option("--rule", help="Only what this rule found.")
@click.option("--by-place", is_flag=True, help="In the order of the text, rather than the surest first.")
@click.option("--list", "listing", is_flag=True, help="Only list what waits.")
@click.option("--report", "reporting", is_flag=True, help="Only show what was decided so far, by rule.")
@click.option("--by", help="Who decides.  [default: KB_CONTRIBUTOR, or the account's name]")
@db_option
def review(source: str | None, listing: bool, reporting: bool, by: str | None, db: Path | None, **only: Any) -> None:
    """Decide on proposed claims, one key each: a accept, e edit, r reject, l later, d drop the speaker, u undo, q quit.

    Each decision is recorded at once, as a run of its own; a report ends the batch.
    """
    from kb import review as queue

    if listing or reporting:
        connection = reading(db)
        if reporting:
            tell_tallies(queue.of_rules(connection))
        for waiting in () if reporting else queue.listed(connection, source=source, **only):
            click.echo(f"{waiting.id}  {waiting.confidence:.2f}  {waiting.speaker or '—'}: {waiting.exact}")
        return
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise click.UsageError("kb review asks at a terminal; in a script, use kb review --list, and /review on the site")
    from kb.cli.reviewing import Batch

    Batch(writing(db), by, source, only).run()


def tell_tallies(tallies: dict[str, Any]) -> None:
    """How many proposals of each rule were accepted, edited and rejected."""
    if not tallies:
        click.echo("nothing was decided yet")
    for rule, tally in tallies.items():
        share = f"{tally.precision:.0%} right as it stood" if tally.precision is not None else ""
        click.echo(f"{rule:<28} {tally.accepted:>4} accepted {tally.edited:>4} edited {tally.rejected:>4} rejected   {share}")
