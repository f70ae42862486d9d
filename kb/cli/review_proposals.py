"""Decide at the terminal on one proposal after the other, with one key for each decision."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import click

from kb.base import ids, runs
from kb.base.runs import Run
from kb.cli import terminal
from kb.cli.review_fields import prompted
from kb.cli.review_session import Keys, ReviewSession
from kb.cli.wording import shell
from kb.errors.remedies import worded
from kb.names.entities import NewEntity, add_entity
from kb.names.lookup import Lookup
from kb.review import (
    Waiting,
    accept,
    accept_as,
    by_sentence,
    choosing,
    claim_text,
    listed,
    missing,
    progress,
    put_off,
    reject,
    suggested_values,
    suggestions,
)
from kb.texts.person_names import bare
from kb.texts.quantity_words import date_in_words, quantity_in_words

MADE = ("speaker", "subject", "predicate", "object")
AROUND = 240  # characters of the text shown before and after the words


@dataclass
class ProposalSession(ReviewSession[Waiting]):
    """A session of decisions on one proposal after the other. What was typed for one stays until it is decided on."""

    HELP = "a accept   m accept, and record what is new   e edit, then accept   n name a new speaker   d drop the speaker: the document itself says it   s same as an existing claim   c accept, with the first relation shown   r reject   l later   0 its sentence states nothing   + add a claim in the same voice   u undo   q quit"
    KEYS = "a m e n d s c r l 0 + u q ?"

    def next(self) -> Waiting | None:
        """The next proposal that was not put off in this batch, or None."""
        found = listed(self.connection, self.chosen, by_place=self.by_place, limit=len(self.seen) + 1)
        return next((waiting for waiting in found if waiting.id not in self.seen), None)

    def show(self, waiting: Waiting) -> None:
        """Print a proposal in its context, with everything that is proposed."""
        counts = progress(self.connection, self.chosen.source)
        done = counts["accepted"] + counts["edited"] + counts["rejected"]
        click.echo()
        terminal.line(
            f"{done} of {sum(counts.values())} decided · {waiting.source_id} · {waiting.rule} {waiting.confidence:.2f}", style="dim"
        )
        terminal.line(self.in_context(waiting), "  | ", repeat=True)
        for lead, words in self.described(waiting):
            terminal.line(words, f"  {lead:<8} " if lead else "  ")

    def described(self, waiting: Waiting) -> Iterator[tuple[str, str]]:
        """The lines that describe a proposal and the claims of the base that are like it, as (label, words)."""
        lookup = Lookup(self.connection)
        suggested = suggested_values(lookup, waiting)
        yield "claim", suggested.get("text") or claim_text(waiting.exact)
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
        for new in missing(lookup, waiting):
            place = f", with the place “{new.place.entry['name']}”" if new.place else ""
            yield "new", f"{new.field}: {new.entity.kind} {new.entity.id} “{new.name}” {new.entity.entry.get('kind', '')}".rstrip() + place
        for date in waiting.found.get("dates", ()):
            yield "date", f"{date['text']}: {date_in_words(date)}"
        for number in waiting.found.get("quantities", ()):
            yield "number", f"{number['text']}: {quantity_in_words(number)}"
        for note in waiting.found.get("notes", ()):
            yield "note", note
        for like in suggestions(self.connection, waiting):
            text = self.connection.execute("SELECT text FROM claims WHERE id = ?", (like.claim_id,)).fetchone()[0]
            yield like.relation, f"{like.claim_id}: {text} ({like.why})"

    def in_context(self, waiting: Waiting) -> str:
        """The words in their surroundings, between » and «."""
        text = self.connection.execute("SELECT text FROM snapshots WHERE id = ?", (waiting.snapshot_id,)).fetchone()[0]
        before = text[max(0, waiting.start_char - AROUND) : waiting.start_char].replace("\n", " ")
        after = text[waiting.end_char : waiting.end_char + AROUND].replace("\n", " ")
        words = "»" + waiting.exact.replace("\n", " ") + "«"
        return f"{before}{words}{after}"

    def keys(self, waiting: Waiting) -> Keys:
        """Return what each key does with a proposal."""
        return {
            "a": lambda: self.accept(waiting, {}),
            "m": lambda: self.accept(waiting, {}, make=MADE),
            "e": lambda: self.edit(waiting),
            "n": lambda: self.accept(waiting, {}, new_actor=True),
            "d": lambda: self.drop(waiting),
            "s": lambda: self.same(waiting),
            "c": lambda: self.relate(waiting),
            "r": lambda: self.record(lambda run: reject(run, waiting.id)),
            "l": lambda: self.put_off(waiting),
            "0": lambda: self.states_nothing(waiting),
            "+": lambda: self.add(waiting),
            "u": self.take_back,
        }

    def put_off(self, waiting: Waiting) -> None:
        """Put a proposal off until later, and show it no more in this session."""
        self.record(lambda run: put_off(run, waiting.id))
        self.seen.add(waiting.id)

    def record(self, work: Callable[[Run], Any]) -> None:
        """Record one decision as a run of its own, and print its result."""
        decided = self.in_a_run(work)
        click.echo(f"  {decided.status}" + (f": {decided.added.assertion_id}" if decided.added else ""))
        for note in decided.added.notes if decided.added else ():
            click.echo(f"  {worded(note, shell)}")

    def accept(
        self, waiting: Waiting, edits: dict[str, str], *, new_actor: bool = False, drop: bool = False, make: tuple[str, ...] = ()
    ) -> None:
        """Accept a proposal with edits, after recording a new actor as its speaker, or the rows that it suggests, if wanted."""
        actor = self.actor(waiting) if new_actor else None

        def work(run: Run) -> Any:
            if actor:
                add_entity(run, NewEntity.of("actor", actor, "speaker"))
                edits["speaker"] = actor["id"]
            return accept(run, waiting.id, edits, drop_speaker=drop, make=make)

        self.record(work)

    def edit(self, waiting: Waiting) -> None:
        """Accept a proposal with the fields that a person corrects."""
        choice = prompted(self.connection, waiting, self.typed.setdefault(waiting.id, {}))
        self.record(lambda run: accept_as(run, waiting.id, choice))

    def states_nothing(self, waiting: Waiting) -> None:
        """Mark the sentence of a proposal as stating nothing, which rejects all its proposals."""
        place = by_sentence.of_proposal(self.connection, waiting.id) or ""
        reason = click.prompt("  why", default="states nothing")
        decided = self.in_a_run(lambda run: by_sentence.states_nothing(run, place, reason))
        click.echo(f"  {len(decided)} rejected")

    def add(self, waiting: Waiting) -> None:
        """Add a proposal for other words of the sentence in the voice of this one, as where it is split."""
        words = click.prompt("  words of the text")
        with runs.begin(self.connection, "review", contributor=self.by) as run:
            added = by_sentence.add(run, by_sentence.of_proposal(self.connection, waiting.id) or "", words, like=waiting.id)
        click.echo(f"  added: {added}")

    def drop(self, waiting: Waiting) -> None:
        """Accept a proposal without its speaker, once the person confirms that."""
        question = f"{waiting.speaker or 'whoever is meant'} is credited with these words. Record them as the document's own?"
        if click.confirm(question, default=False):
            self.accept(waiting, {}, drop=True)
        else:
            click.echo("  left as it is")

    def same(self, waiting: Waiting) -> None:
        """Accept a proposal as another assertion of a claim that the base has."""
        claims = suggestions(self.connection, waiting)
        claim_id = click.prompt("  claim", default=claims[0].claim_id if claims else None)
        self.accept(waiting, {"claim_id": claim_id})

    def relate(self, waiting: Waiting) -> None:
        """Accept a proposal, record what is new, and relate it to the first claim of the base that it is like."""
        likes = suggestions(self.connection, waiting)
        if not likes:
            click.echo("  nothing in the base is like this claim")
            return
        typed = {"related": f"{likes[0].relation} {likes[0].claim_id}"}
        choice = choosing.choice_of(Lookup(self.connection), waiting, typed, make=True)
        self.record(lambda run: accept_as(run, waiting.id, choice))

    def actor(self, waiting: Waiting) -> dict[str, str]:
        """A new actor, as the person names it."""
        name = click.prompt("  name", default=bare(waiting.speaker or ""))
        kind = click.prompt("  kind (person, government, organization, media, group …)", default="person")
        return {"name": name, "kind": kind, "id": click.prompt("  id", default=ids.readable_id(name))}
