"""A session of decisions at the terminal: what is shown in turn, one key for each decision, runs that can be taken back, a report at the end."""

from __future__ import annotations

import sqlite3
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar, Generic, TypeVar

import click

from kb.base import runs
from kb.base.runs import Run
from kb.changes import undoing
from kb.cli import as_text, review_drafts, terminal
from kb.errors import KbError
from kb.review import FaultsError, ProposalFilter, of_run, progress

Shown = TypeVar("Shown")
Keys = dict[str, Callable[[], object]]
QUIT = "q"


@dataclass
class ReviewSession(ABC, Generic[Shown]):
    """The decisions of one person in one sitting, with the runs that recorded them, which can be undone. `seen` holds the ids that were put off, `typed` the fields that were typed, which are kept beside the `base`."""

    HELP: ClassVar[str]  # what each key does
    KEYS: ClassVar[str]  # the keys, as the prompt lists them

    connection: sqlite3.Connection
    by: str | None
    chosen: ProposalFilter
    by_place: bool = False
    decided_in: list[str] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    base: Path | None = None
    typed: review_drafts.Typed = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Take up what was typed in an earlier session that ended before it was decided on."""
        if self.base:
            self.typed |= {one: fields for one, fields in review_drafts.read(self.base).items() if self.is_open(one)}

    def is_open(self, proposal_id: str) -> bool:
        """Whether a proposal waits for a decision."""
        sql = "SELECT 1 FROM proposals WHERE id = ? AND status IN ('waiting', 'later')"
        return self.connection.execute(sql, (proposal_id,)).fetchone() is not None

    def keep(self) -> None:
        """Keep what was typed for proposals that still wait, here and in another session of the same base."""
        if self.base:
            typed = review_drafts.read(self.base) | self.typed
            review_drafts.write(self.base, {one: fields for one, fields in typed.items() if self.is_open(one)})

    @abstractmethod
    def next(self) -> Shown | None:
        """Return what is to be decided on next and was not put off in this session, or None."""

    @abstractmethod
    def show(self, shown: Shown) -> None:
        """Print what is to be decided on."""

    @abstractmethod
    def keys(self, shown: Shown) -> Keys:
        """Return what each key does with what is shown, but for the one that quits."""

    def run(self) -> None:
        """Show one after the other until none is left or the person quits, then print what was decided."""
        terminal.line(self.HELP)
        while (shown := self.next()) is not None:
            self.show(shown)
            if not self.decide(self.keys(shown)):
                break
        self.finish()

    def decide(self, keys: Keys) -> bool:
        """Read a key and do what it stands for; returns False to stop.

        An error is printed, and the same stays on the screen with all that was typed.
        """
        while True:
            click.echo(f"{self.KEYS} ", nl=False)
            key = click.getchar(echo=False).lower()
            click.echo(key)
            if key == QUIT:
                return False
            if key not in keys:
                terminal.line(self.HELP)
                continue
            try:
                keys[key]()
            except FaultsError as error:
                for fault in error.faults:
                    click.echo(f"  {fault.field}: {as_text(fault.error)}", err=True)
            except KbError as error:
                click.echo(as_text(error), err=True)
            else:
                return True
            finally:
                self.keep()

    def in_a_run(self, work: Callable[[Run], Any]) -> Any:
        """Return the result of work that is recorded as one run of the session."""
        with runs.begin(self.connection, "review", contributor=self.by) as run:
            result = work(run)
        self.decided_in.append(run.id)
        return result

    def take_back(self) -> None:
        """Undo the latest decision of this session that still stands."""
        if not self.decided_in:
            click.echo("  nothing to undo in this batch")
            return
        latest = self.decided_in.pop()
        with runs.begin(self.connection, "undo", contributor=self.by, reason="decided otherwise") as run:
            for line in undoing.undo(run, latest):
                click.echo(f"  {line}")

    def finish(self) -> None:
        """Print what was decided in this session, and how many proposals wait."""
        click.echo("\nThis batch:")
        print_tallies(of_run(self.connection, self.decided_in) if self.decided_in else {})
        waiting = progress(self.connection, self.chosen.source)
        click.echo(f"{waiting['waiting'] + waiting['later']} proposals wait; see what no claim covers yet with: kb coverage --unread")


def print_tallies(tallies: Mapping[str, Any]) -> None:
    """How many proposals of each rule were accepted, edited and rejected."""
    if not tallies:
        click.echo("nothing was decided yet")
    elif terminal.is_terminal():
        rows = [
            (rule, tally.accepted, tally.edited, tally.rejected, None if tally.precision is None else f"{tally.precision:.0%}")
            for rule, tally in tallies.items()
        ]
        terminal.write_rows(("rule", "accepted", "edited", "rejected", "accepted as proposed"), rows)
    else:
        for rule, tally in tallies.items():
            share = f"{tally.precision:.0%} right as it stood" if tally.precision is not None else ""
            click.echo(f"{rule:<28} {tally.accepted:>4} accepted {tally.edited:>4} edited {tally.rejected:>4} rejected   {share}")
