"""Decide on a batch of proposals at the terminal, with one proposal on the screen and one key for each decision."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import click

from kb import review as queue
from kb.base import ids, runs
from kb.base.runs import Run
from kb.changes import undoing
from kb.cli import as_text, terminal
from kb.cli.review_fields import prompted
from kb.cli.wording import shell
from kb.errors import KbError
from kb.errors.remedies import worded
from kb.names.entities import NewEntity, add_entity
from kb.names.lookup import Lookup
from kb.review import by_sentence
from kb.texts.person_names import bare
from kb.texts.quantity_words import date_in_words, quantity_in_words

HELP = "a accept   m accept, and record what is new   e edit, then accept   n name a new speaker   d drop the speaker: the document itself says it   s same as an existing claim   r reject   l later   0 its sentence states nothing   + add a claim in the same voice   u undo   q quit"
MADE = ("speaker", "subject", "predicate", "object")
AROUND = 240  # characters of the text shown before and after the words


@dataclass
class Batch:
    """A batch of decisions by one person, with the runs that recorded them, which can be undone."""

    connection: sqlite3.Connection
    by: str | None
    chosen: queue.ProposalFilter
    by_place: bool
    decided_in: list[str] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)

    def run(self) -> None:
        """Show one proposal after the other until none is left or the person quits, then print what was decided."""
        terminal.line(HELP)
        while (waiting := self.next()) is not None:
            self.show(waiting)
            if not self.decide(waiting):
                break
        self.finish()

    def next(self) -> queue.Waiting | None:
        """The next proposal that was not put off in this batch, or None."""
        listed = queue.listed(self.connection, self.chosen, by_place=self.by_place, limit=len(self.seen) + 1)
        return next((waiting for waiting in listed if waiting.id not in self.seen), None)

    def show(self, waiting: queue.Waiting) -> None:
        """Print a proposal in its context, with everything that is proposed."""
        counts = queue.progress(self.connection, self.chosen.source)
        done = counts["accepted"] + counts["edited"] + counts["rejected"]
        click.echo()
        terminal.line(
            f"{done} of {sum(counts.values())} decided · {waiting.source_id} · {waiting.rule} {waiting.confidence:.2f}", style="dim"
        )
        terminal.line(self.in_context(waiting), "  | ", repeat=True)
        for lead, words in self.described(waiting):
            terminal.line(words, f"  {lead:<8} " if lead else "  ")

    def described(self, waiting: queue.Waiting) -> Iterator[tuple[str, str]]:
        """The lines that describe a proposal and the claims of the base that are like it, as (label, words)."""
        lookup = Lookup(self.connection)
        suggested = queue.suggested_values(lookup, waiting)
        yield "claim", suggested.get("text") or queue.claim_text(waiting.exact)
        if waiting.attributed:
            why = waiting.found.get("speaker", {}).get("why", "")
            speaker = suggested.get("speaker")
            known = f"{speaker} ({why})" if speaker else "not an actor of the base: press e or n to name one"
            yield "speaker", f"{waiting.speaker or 'not named'} → {known}"
        cue = f"; cue “{waiting.cue}”" if waiting.cue else ""
        yield "", f"{waiting.act}, {waiting.stance}, {waiting.certainty}; {waiting.kind}{cue}"
        for name in ("subject", "predicate", "object", "object_text", "place", "about", "event"):
            if name in suggested:
                yield name.replace("_text", ""), suggested[name]
        for new in queue.missing(lookup, waiting):
            yield "new", f"{new.field}: {new.entity.kind} {new.entity.id} “{new.name}” {new.entity.entry.get('kind', '')}".rstrip()
        for date in waiting.found.get("dates", ()):
            yield "date", f"{date['text']}: {date_in_words(date)}"
        for number in waiting.found.get("quantities", ()):
            yield "number", f"{number['text']}: {quantity_in_words(number)}"
        for note in waiting.found.get("notes", ()):
            yield "note", note
        for like in queue.suggestions(self.connection, waiting):
            text = self.connection.execute("SELECT text FROM claims WHERE id = ?", (like.claim_id,)).fetchone()[0]
            yield like.relation, f"{like.claim_id}: {text} ({like.why})"

    def in_context(self, waiting: queue.Waiting) -> str:
        """The words in their surroundings, between » and «."""
        text = self.connection.execute("SELECT text FROM snapshots WHERE id = ?", (waiting.snapshot_id,)).fetchone()[0]
        before = text[max(0, waiting.start_char - AROUND) : waiting.start_char].replace("\n", " ")
        after = text[waiting.end_char : waiting.end_char + AROUND].replace("\n", " ")
        words = "»" + waiting.exact.replace("\n", " ") + "«"
        return f"{before}{words}{after}"

    def decide(self, waiting: queue.Waiting) -> bool:
        """Read a key and do what it stands for; returns False to stop.

        An error is printed, and the proposal stays on the screen.
        """
        keys: dict[str, Callable[[], None]] = {
            "a": lambda: self.accept(waiting, {}),
            "m": lambda: self.accept(waiting, {}, make=MADE),
            "e": lambda: self.edit(waiting),
            "n": lambda: self.accept(waiting, {}, new_actor=True),
            "d": lambda: self.drop(waiting),
            "s": lambda: self.same(waiting),
            "r": lambda: self.record(lambda run: queue.reject(run, waiting.id)),
            "l": lambda: self.record(lambda run: queue.put_off(run, waiting.id)),
            "0": lambda: self.states_nothing(waiting),
            "+": lambda: self.add(waiting),
            "u": self.take_back,
        }
        while True:
            click.echo("a m e n d s r l 0 + u q ? ", nl=False)
            key = click.getchar(echo=False).lower()
            click.echo(key)
            if key == "q":
                return False
            if key not in keys:
                terminal.line(HELP)
                continue
            try:
                keys[key]()
            except KbError as error:
                click.echo(as_text(error), err=True)
                continue
            if key == "l":
                self.seen.add(waiting.id)
            return True

    def record(self, work: Callable[[Run], Any]) -> None:
        """Record one decision as a run of its own, and print its result."""
        with runs.begin(self.connection, "review", contributor=self.by) as run:
            decided = work(run)
        self.decided_in.append(run.id)
        click.echo(f"  {decided.status}" + (f": {decided.added.assertion_id}" if decided.added else ""))
        for note in decided.added.notes if decided.added else ():
            click.echo(f"  {worded(note, shell)}")

    def accept(
        self, waiting: queue.Waiting, edits: dict[str, str], *, new_actor: bool = False, drop: bool = False, make: tuple[str, ...] = ()
    ) -> None:
        """Accept a proposal with edits, after recording a new actor as its speaker, or the rows that it suggests, if wanted."""
        actor = self.actor(waiting) if new_actor else None

        def work(run: Run) -> Any:
            if actor:
                add_entity(run, NewEntity.of("actor", actor, "speaker"))
                edits["speaker"] = actor["id"]
            return queue.accept(run, waiting.id, edits, drop_speaker=drop, make=make)

        self.record(work)

    def edit(self, waiting: queue.Waiting) -> None:
        """Accept a proposal with the fields that a person corrects."""
        choice = prompted(self.connection, waiting)
        self.record(lambda run: queue.accept_as(run, waiting.id, choice))

    def states_nothing(self, waiting: queue.Waiting) -> None:
        """Mark the sentence of a proposal as stating nothing, which rejects all its proposals."""
        place = by_sentence.of_proposal(self.connection, waiting.id) or ""
        reason = click.prompt("  why", default="states nothing")
        with runs.begin(self.connection, "review", contributor=self.by) as run:
            decided = by_sentence.states_nothing(run, place, reason)
        self.decided_in.append(run.id)
        click.echo(f"  {len(decided)} rejected")

    def add(self, waiting: queue.Waiting) -> None:
        """Add a proposal for other words of the sentence in the voice of this one, as where it is split."""
        words = click.prompt("  words of the text")
        with runs.begin(self.connection, "review", contributor=self.by) as run:
            added = by_sentence.add(run, by_sentence.of_proposal(self.connection, waiting.id) or "", words, like=waiting.id)
        click.echo(f"  added: {added}")

    def drop(self, waiting: queue.Waiting) -> None:
        """Accept a proposal without its speaker, once the person confirms that."""
        question = f"{waiting.speaker or 'whoever is meant'} is credited with these words. Record them as the document's own?"
        if click.confirm(question, default=False):
            self.accept(waiting, {}, drop=True)
        else:
            click.echo("  left as it is")

    def same(self, waiting: queue.Waiting) -> None:
        """Accept a proposal as another assertion of a claim that the base has."""
        claims = queue.suggestions(self.connection, waiting)
        claim_id = click.prompt("  claim", default=claims[0].claim_id if claims else None)
        self.accept(waiting, {"claim_id": claim_id})

    def actor(self, waiting: queue.Waiting) -> dict[str, str]:
        """A new actor, as the person names it."""
        name = click.prompt("  name", default=bare(waiting.speaker or ""))
        kind = click.prompt("  kind (person, government, organization, media, group …)", default="person")
        return {"name": name, "kind": kind, "id": click.prompt("  id", default=ids.readable_id(name))}

    def take_back(self) -> None:
        """Undo the latest decision of this batch that still stands."""
        if not self.decided_in:
            click.echo("  nothing to undo in this batch")
            return
        latest = self.decided_in.pop()
        with runs.begin(self.connection, "undo", contributor=self.by, reason="decided otherwise") as run:
            for line in undoing.undo(run, latest):
                click.echo(f"  {line}")

    def finish(self) -> None:
        """Print what was decided in this batch, and how many proposals wait."""
        click.echo("\nThis batch:")
        print_tallies(queue.of_run(self.connection, self.decided_in) if self.decided_in else {})
        waiting = queue.progress(self.connection, self.chosen.source)
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
