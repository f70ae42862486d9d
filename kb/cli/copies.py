"""Back a base up while it is in use, print or check the digest of all that it holds, and say under which IRI it is known."""

from __future__ import annotations

from pathlib import Path

import click

from kb.cli import db_option, reading, writing
from kb.errors import DataError


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@db_option
def backup(file: Path, db: Path | None) -> None:
    """Copy a base to a new file, also while others write to it.

    FILE is a base itself, readable by its owner alone; an existing file is never replaced.
    """
    from kb.base import copies

    click.echo(f"{file}: {copies.back_up(reading(db), file):,} bytes")


@click.command()
@click.argument("digest", required=False)
@db_option
def attest(digest: str | None, db: Path | None) -> None:
    """Print one digest of all that a base holds, or check one.

    Keep the digest elsewhere, or publish it: whoever changes a row, a text or the history later gets another one.
    """
    from kb.base import copies

    present = copies.attest(reading(db))
    if digest is not None and digest.strip().lower() != present:
        raise DataError(
            f"the base does not hold what it held: its digest is {present}",
            where=digest,
            remedy="compare it with the backup or dump of that time",
        )
    click.echo(present)


@click.command("base-iri")
@click.argument("iri", required=False)
@db_option
def base_iri(iri: str | None, db: Path | None) -> None:
    """Print the IRI that the ids are appended to, or record another one.

    A recorded one holds wherever the base is served or exported, and in its dumps. Links to the earlier one do not follow.
    """
    from kb.rdf import base_iri as engine

    click.echo(engine.base_of(reading(db)) if iri is None else engine.record(writing(db), iri))
