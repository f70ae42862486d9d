"""Propose the claims of a source that the base has, from the text that it holds."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path

import click


@dataclass(frozen=True)
class Reading:
    """How a text is read for proposals, who asks for it, and whether they are only shown."""

    model: str | None
    llm_name: str | None
    by: str | None
    dry_run: bool


def propose(connection: sqlite3.Connection, source: str, base: Path, how: Reading) -> None:
    """Propose the claims of a source that the base has. The text is read before the run is open, so that other writers do not wait."""
    from kb.base import runs
    from kb.base.row_by_id import whole_id
    from kb.base.worker_connection import on_base
    from kb.cli import receiving
    from kb.review import intake
    from kb.workers.worker import LONG

    with receiving.reader() as worker:
        proposals = worker.call(LONG, on_base, base, intake.proposals_of_source, source, model=how.model)
    reason = None
    if how.llm_name:
        proposals, reason = receiving.asked(connection, how.llm_name, proposals, *intake.text_of_source(connection, source))
    with runs.begin(connection, "propose", contributor=how.by, reason=reason, dry_run=how.dry_run) as run:
        new, known = intake.of_source(run, source, model=how.model, proposals=proposals)
    click.echo(whole_id(connection, source))
    click.echo(f"{new} proposals, {known} that were there already", err=True)
    if how.dry_run:
        click.echo(receiving.DRY, err=True)
