"""Check what a text cites against what has changed in the base since."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from kb.cli import db_option, reading, terminal
from kb.cli.selecting import moment


@click.command("cite-check")
@click.argument("files", nargs=-1, required=True, metavar="FILE…", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--since", help="Check from this moment (ISO 8601) where a file does not say when it looked at what it cites.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@db_option
def cite_check(files: tuple[Path, ...], since: str | None, db: Path | None, *, as_json: bool) -> None:
    """Tell what has changed of what a text cites.

    The text is Markdown, LaTeX or BibTeX; it cites by permalinks, by ids such as clm-… and by the keys of our BibTeX export. What was corrected,
    retracted, merged or updated since it was looked at (urldate, or "accessed" beside it) is told with the difference, and the exit code is then 1.
    """
    from kb.exchange import cite_check as engine

    texts = [(str(file), file.read_bytes().decode("utf-8", errors="replace")) for file in files]
    report = engine.check(reading(db), texts, moment(since))
    for name, line, row_id in report.unknown:
        click.echo(f"{name}:{line}: {row_id} is no row of this base", err=True)
    if as_json:
        click.echo(json.dumps([each.as_dict() for each in report.checked], ensure_ascii=False, indent=1))
    else:
        for each in report.changed:
            terminal.line(f"{each.file}:{each.line}: {each.row_id}  {each.words}")
            for change in each.changes:
                why = f" ({change.reason})" if change.reason else ""
                which = "" if change.row_id == each.row_id else f"{change.row_id}: "
                terminal.line(f"{change.at}  {change.kind} by {change.by or 'an unknown program'}: {which}{change.difference}{why}", "  ")
    click.echo(f"{len(report.changed)} of {len(report.checked)} citations changed", err=True)
    if report.changed:
        sys.exit(1)
