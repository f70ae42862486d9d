"""Fetch the pages of sources again, and tell how they differ from the texts that the base holds."""

from __future__ import annotations

import json
import sqlite3
import sys
from typing import Any

import click

from kb.cli import terminal


def check(connection: sqlite3.Connection, source: str | None, *, allow_private: bool, as_json: bool) -> None:
    """Compare one source, or every source with an address, and end with 1 where something changed, 3 where a page could not be read."""
    from kb.cli import receiving
    from kb.cli.wording import shell
    from kb.errors import KbError
    from kb.review import fetched_again

    done, unread = [], 0
    with receiving.reader() as worker:
        for source_id, url in fetched_again.pages(connection, source):
            try:
                document, _ = receiving.article(worker, url, allow_private=allow_private, keep_all=False)
                done.append(fetched_again.compare(connection, source_id, document, url))
            except KbError as error:
                unread += 1
                click.echo(f"{source_id}: {error.text(shell)}", err=True)
                continue
            if not as_json:
                tell(done[-1])
    if as_json:
        click.echo(json.dumps([each.as_dict() for each in done], ensure_ascii=False, indent=1))
    changed = sum(each.changed for each in done)
    click.echo(f"{changed} of {len(done)} pages changed" + (f", {unread} could not be read" if unread else ""), err=True)
    if changed or unread:
        sys.exit(1 if changed else 3)


def tell(recheck: Any) -> None:
    """Print the edits of a page, and the claims whose words are not in it any more."""
    if not recheck.changed:
        terminal.line(f"{recheck.source_id}: as it was")
        return
    terminal.line(f"{recheck.source_id}: edited; {recheck.found} quotes are there still, {len(recheck.at_stake)} are not")
    for edit in recheck.edits:
        for mark, words in (("-", edit.before), ("+", edit.now)):
            if words:
                terminal.line(words, f"  {mark} ")
    for quote in recheck.at_stake:
        terminal.line(f"at stake: {quote.claim_id}, {quote.claim} ({quote.outcome}: “{quote.quote}”)", "  ")
    click.echo(f"  to take the text in: kb propose {recheck.url} --id {recheck.source_id}", err=True)
