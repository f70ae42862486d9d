"""Propose the claims of articles, and list or decide on proposed claims at the terminal."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from kb.base import fields
from kb.cli import as_text, at_terminal, base_path, db_option, options, progress, reading, terminal, writing
from kb.cli.wording import shell
from kb.errors.remedies import worded


@click.command()
@click.argument("file", metavar="FILE")
@options.options(
    fields.SOURCE,
    title="Its title.  [default: what the article says]",
    published="When it was published (EDTF); a date such as “yesterday” is counted from it.",
)
@click.option("--model", help="The spaCy model to read with, or none.  [default: KB_MODEL, or the best installed]")
@click.option("--llm", "llm_name", metavar="NAME", help="Ask this language model, as set up with the package llm, instead of the rules.")
@click.option("--allow-private", is_flag=True, help="Let an address be one of this machine or its network.")
@click.option(
    "--keep-all", is_flag=True, help="Read also what is left out otherwise: blocks beside the article, deleted words, marks of notes."
)
@options.reference
@options.by
@click.option("--dry-run", is_flag=True, help="Show what would be proposed, and record nothing.")
@db_option
def propose(
    file: str,
    model: str | None,
    llm_name: str | None,
    allow_private: bool,
    keep_all: bool,
    by: str | None,
    dry_run: bool,
    db: Path | None,
    **said: Any,
) -> None:
    """Add an article, or a folder of them, and propose its claims.

    FILE is a file or folder, an address (https://…), - for standard input, or the id of an existing source. It may be plain text, Markdown,
    HTML or a saved web page (MHTML), PDF, DOCX, ODT, EPUB, an e-mail (EML) or subtitles (SRT, VTT). The files of a folder are read on all
    cores; run the command again to continue a folder that was interrupted.

    Words of the file that are not in the text (advertisements, deleted words, marks of notes) are listed; --keep-all reads them too.

    A proposed claim counts nowhere until somebody accepts it: kb review.
    """
    from kb.base import runs
    from kb.base.worker_connection import on_base
    from kb.cli import read_again, receiving
    from kb.review import folders, intake
    from kb.workers.worker import LONG

    if Path(file).is_dir():
        if said["reference"]:
            raise click.UsageError("--reference describes one article; give its file instead of the folder")
        if llm_name:
            raise click.UsageError("--llm asks about one article at a time; give its file instead of the folder")
        folder(Path(file), db, folders.Options(by, model, said["access"], keep_all))
        return
    connection = writing(db)
    if held(connection, file):
        if keep_all:
            raise click.UsageError("--keep-all reads a file or an address anew; give that instead of the id of its source")
        if said["reference"]:
            raise click.UsageError("--reference describes a source that is new; what one is recorded with is corrected: kb correct")
        read_again.propose(connection, file, base_path(db), read_again.Reading(model, llm_name, by, dry_run))
        return
    said = receiving.with_reference(connection, said)
    with receiving.reader() as worker:
        document, where = receiving.article(worker, file, allow_private=allow_private, keep_all=keep_all)
        tell_how_read(document, said)
        if at_terminal():
            ask(document.missing, said)
        proposals = worker.call(LONG, on_base, base_path(db), intake.proposals_for, document, said, model=model)
    reason = None
    if llm_name:
        proposals, reason = receiving.asked(connection, llm_name, proposals, *intake.text_to_read(connection, document, said))
    with runs.begin(connection, "propose", contributor=by, reason=reason, dry_run=dry_run) as run:
        done = intake.take(run, document, said | {"retrieved_from": said.get("retrieved_from") or where}, model=model, proposals=proposals)
    click.echo(done.source.source_id)
    read_by = f"the language model {llm_name}" if llm_name else f"the tier “{done.tier}”"
    for line in (*done.source.lines, f"{done.new} proposals, {done.known} that were there already; read by {read_by}"):
        click.echo(worded(line, shell), err=True)
    click.echo(receiving.DRY if dry_run else f"decide on them with: kb review {done.source.source_id}", err=True)


def tell_how_read(document: Any, said: dict[str, Any]) -> None:
    """Print what was read of an article, and what was left out."""
    from kb import articles

    for line in articles.describe(document, supplied=[key for key, value in said.items() if value]):
        click.echo(f"  {line}", err=True)
    if document.left_out:
        click.echo("  to read what was left out as well: --keep-all", err=True)


def folder(path: Path, db: Path | None, chosen: Any) -> None:
    """Propose the claims of every article in a folder, with a progress bar.

    Prints the ids of new sources on standard output, and the articles left out on standard error.
    """
    from kb.review import folders
    from kb.workers.worker import ended_by_sigterm

    writing(db).close()
    files = folders.article_files(path)
    if not files:
        raise click.UsageError(f"{path} holds no article: {', '.join(sorted(folders.ENDINGS))}")
    taken = known = proposals = 0
    problems = []
    with ended_by_sigterm(), progress.bar("reading articles", len(files)) as bar:
        for outcome in folders.take_all(base_path(db), files, chosen):
            bar.advance()
            known += outcome.known
            proposals += outcome.new
            if outcome.problem:
                problems.append(f"{outcome.file}: {as_text(outcome.problem)}")
            elif not outcome.known:
                taken += 1
                bar.echo(str(outcome.source_id))
    for problem in problems:
        click.echo(problem, err=True)
    click.echo(f"{taken} articles added, {known} that were there already, {len(problems)} left out; {proposals} proposals", err=True)
    if problems and not (taken or known):
        sys.exit(1)


def held(connection: sqlite3.Connection, name: str) -> bool:
    """Whether there is a source with this id, or with this id but for the tail of a digest, and a text."""
    from kb.base.row_by_id import whole_id

    sql = "SELECT 1 FROM sources WHERE id = ? AND snapshot_id IS NOT NULL"
    return connection.execute(sql, (whole_id(connection, name),)).fetchone() is not None


def source_of(db: Path | None, name: str | None) -> str | None:
    """The id of the source with this id, or with this id but for the tail of a digest; the name itself where there is none."""
    from kb.base.row_by_id import whole_id

    return whole_id(reading(db), name) if name else None


def ask(missing: tuple[str, ...], said: dict[str, Any]) -> None:
    """Ask for the metadata that the article lacks. An empty answer leaves it open, but a title is required."""
    for key in ("title", "authors", "published", "publisher", "url"):
        if key in missing and not said.get(key):
            answer = click.prompt(key.removesuffix("s"), default=None if key == "title" else "", show_default=False, err=True)
            said[key] = (answer,) if key == "authors" and answer else answer


@click.command()
@click.argument("source", metavar="[SOURCE|ID]", required=False)
@click.option("--verdict", help="With the ID of a row: record that you checked it: carries, does-not-carry or unsure.")
@click.option("--note", help="Why, in your words.")
@click.option("--kind", help="Only claims of this kind.")
@click.option("--rule", help="Only what this rule proposed.")
@click.option("--by-place", is_flag=True, help="In the order of the text, instead of the most certain first.")
@click.option("--one-by-one", is_flag=True, help="Decide on one claim after the other, as --kind, --rule and --by-place do.")
@click.option("--list", "listing", is_flag=True, help="List the proposals that wait, and decide on none.")
@click.option("--report", "reporting", is_flag=True, help="Show what was decided so far, by rule.")
@options.by
@db_option
def review(
    source: str | None,
    verdict: str | None,
    note: str | None,
    listing: bool,
    reporting: bool,
    by: str | None,
    db: Path | None,
    **chosen: Any,
) -> None:
    """Accept, edit or reject proposed claims, sentence by sentence; or record that you checked a row.

    For example: kb review CLM-ID --verdict carries --note "read against the print edition"

    A claim is checked with its quotes, an assertion alone. A row that somebody other than its author found carried by the words is reviewed;
    where reviewers differ it is disputed, and all reviews stay.

    With a SOURCE, the actors that it names come first: each is taken from the base, made or left open, for all its proposals at once.

    Then comes one sentence after the other, with its claims: a accepts those not left out and rejects the others, m also records what is new, e edits
    one, x leaves one out, c records the first relation shown, + adds one, y joins two, 0 says that the sentence states nothing, l puts it off, u undoes, q quits. With --one-by-one,
    --by-place, --kind or --rule comes one claim after the other: a, m, e, n name a new speaker, d drop the speaker, s same as an existing
    claim, c accept with the first relation shown, r reject, l, 0, + add a claim in the same voice, u, q. Each decision is recorded at once, as a run of its own; a report ends the session.
    """
    if verdict or note:
        record_review(source, verdict, note, by, db)
        return
    from kb.review import ProposalFilter, listed, of_rules

    by_place, one_by_one = chosen.pop("by_place"), chosen.pop("one_by_one")
    if reporting:
        from kb.cli.review_session import print_tallies

        print_tallies(of_rules(reading(db)))
        return
    source = source_of(db, source)
    if listing:
        print_waiting(listed(reading(db), ProposalFilter(source, **chosen), by_place=by_place))
        return
    if not at_terminal():
        raise click.UsageError("kb review asks at a terminal; in a script, use kb review --list, and /review on the site")
    from kb.cli import review_actors
    from kb.cli.review_proposals import ProposalSession
    from kb.cli.review_sentences import SentenceSession

    chosen_ones = ProposalFilter(source, **chosen)
    one_by_one = one_by_one or by_place or any(chosen.values())
    session = (ProposalSession if one_by_one else SentenceSession)(writing(db), by, chosen_ones, by_place, base=base_path(db))
    if source and (settled := review_actors.settle(session.connection, source, by)):
        session.decided_in.append(settled)
    session.run()


def record_review(row_id: str | None, verdict: str | None, note: str | None, by: str | None, db: Path | None) -> None:
    """Record a review of one row, and print the run and each row with its status."""
    from kb import changes
    from kb.base import runs
    from kb.cli.change import tell

    if not (row_id and verdict):
        raise click.UsageError("a review needs the ID of a row and a --verdict: carries, does-not-carry or unsure")
    connection = writing(db)
    with runs.begin(connection, "review", contributor=by, reason=note) as run:
        lines = changes.review(run, row_id, verdict, note)
    tell(run.id, lines, "you said that before; nothing was recorded")


def print_waiting(listed: Iterable[Any]) -> None:
    """Print the proposals that wait as a table at a terminal, or one a line in a pipe."""
    if terminal.is_terminal():
        rows = [(each.id, round(each.confidence, 2), each.speaker, each.exact) for each in listed]
        terminal.write_rows(("id", "confidence", "speaker", "words"), rows)
        return
    for each in listed:
        click.echo(f"{each.id}  {each.confidence:.2f}  {each.speaker or '—'}: {each.exact}")
