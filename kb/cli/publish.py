"""Publish the public edition as files."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from kb.cli import base_path, db_option, progress, reading
from kb.cli.exchange import tell_loss
from kb.cli.selecting import selected, selection_options
from kb.rdf.namespaces import DEFAULT_BASE


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@selection_options
@click.option(
    "--quote-share",
    type=click.IntRange(0, 100),
    metavar="PERCENT",
    help="Quote not more of a text whose access is quotes; its other claims are there without words.  [default: no limit]",
)
@click.option(
    "--base-iri",
    metavar="IRI",
    help=f"The IRI that the ids are appended to, in citations and triples.  [default: the base's own, else {DEFAULT_BASE}]",
)
@click.option("--with-base", is_flag=True, help="Add the edition as a base too (data/kb.db), for Datasette Lite, pandas and sqlite3.")
@click.option("--loss", type=click.Path(path_type=Path, dir_okay=False), help="Write the loss report to this file as JSON.")
@db_option
def publish(folder: Path, quote_share: int | None, base_iri: str | None, with_base: bool, db: Path | None, **options: Any) -> None:
    """Publish the public edition as files, for any file server or none.

    The pages are those that everybody sees at kb serve --public, with a search that runs in the browser. An edition that stands in the
    folder is replaced as a whole. Ends with a report on standard error, which says what went out and what did not.
    """
    from kb.site.publishing.edition import Wanted
    from kb.site.publishing.edition import publish as write
    from kb.site.serve import Publication

    connection = reading(db)
    selection = selected(connection, options)
    connection.close()
    wanted = Wanted(selection, quote_share, Publication(base_iri), with_base)
    with progress.bar("writing pages") as bar:
        loss = write(base_path(db), folder, wanted, bar.advance)
    tell_loss(loss, folder, options["loss"])
    if any(what.startswith("pages that could not") for what in loss.lost):
        sys.exit(1)
