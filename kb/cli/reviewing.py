"""A batch of decisions at the terminal: one proposal on the screen, one key each."""

from __future__ import annotations

import sqlite3
import textwrap
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import click

from kb import review as queue
from kb import store, undo
from kb.cli.review import tell_tallies
from kb.entities import NewEntity, add_entity
from kb.errors import KbError
from kb.lookup import Lookup
from kb.review.deciding import ADDED, PROPOSED

HELP = "a accept   e edit, then accept   n new actor as speaker   d drop the speaker: the document itself says it   s the same as a claim of the base   r reject   l later   u undo   q quit"
AROUND = 240  # characters of the text shown before and after the words


@dataclass
class Batch:
    """One person's batch: what was decided so far, and the runs to take back."""

    connection: sqlite3.Connection
    by: str | None
    source: str | None
    only: dict[str, Any]
    runs: list[str] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)

    def run(self) -> None:
        """Show one proposal after the other until none is left or the person quits; then tell what was decided."""
        click.echo(HELP)
        while (waiting := self.next()) is not None:
            self.show(waiting)
            if not self.decide(waiting):
                break
        self.finish()

    def next(self) -> queue.Waiting | None:
        listed = queue.listed(self.connection, source=self.source, limit=len(self.seen) + 1, **self.only)
        return next((one for one in listed if one.id not in self.seen), None)

    def show(self, waiting: queue.Waiting) -> None:
        counts = queue.progress(self.connection, self.source)
        done = counts["accepted"] + counts["edited"] + counts["rejected"]
        click.echo(
            click.style(
                f"\n{done} of {sum(counts.values())} decided · {waiting.source_id} · {waiting.rule} {waiting.confidence:.2f}", dim=True
            )
        )
        click.echo(self.in_context(waiting))
        click.echo(f"  claim    {queue.claim_text(waiting.exact)}")
        if waiting.attributed:
            why = waiting.found.get("speaker", {}).get("why", "")
            known = (
                f"{waiting.speaker_id} ({why})" if waiting.speaker_id else click.style("nobody of the base: e or n names one", fg="yellow")
            )
            click.echo(f"  speaker  {waiting.speaker or 'not named'} → {known}")
        click.echo(
            f"  {waiting.act}, {waiting.stance}, {waiting.certainty}; {waiting.kind}" + (f"; cue “{waiting.cue}”" if waiting.cue else "")
        )
        for date in waiting.found.get("dates", ()):
            click.echo(f"  date     {date['text']} = {date['edtf']} ({date['basis']})")
        for number in waiting.found.get("quantities", ()):
            click.echo(
                f"  number   {number['text']}: {number['comparison']} {number['value'] or ''} {number['unit'] or ''} {number['measure'] or ''}"
            )

        for note in waiting.found.get("notes", ()):
            click.echo(f"  note     {note}")
        for like in queue.suggestions(self.connection, waiting):
            text = self.connection.execute("SELECT text FROM claims WHERE id = ?", (like.claim_id,)).fetchone()[0]
            click.echo(f"  {like.relation:<8} {like.claim_id}: {text} ({like.why})")

    def in_context(self, waiting: queue.Waiting) -> str:
        """The words in their surroundings, the words themselves set off."""
        text = self.connection.execute("SELECT text FROM snapshots WHERE id = ?", (waiting.snapshot_id,)).fetchone()[0]
        before = text[max(0, waiting.start_char - AROUND) : waiting.start_char].replace("\n", " ")
        after = text[waiting.end_char : waiting.end_char + AROUND].replace("\n", " ")
        words = "»" + waiting.exact.replace("\n", " ") + "«"
        return textwrap.indent(textwrap.fill(f"{before}{words}{after}", 110), "  | ")

    def decide(self, waiting: queue.Waiting) -> bool:
        """One key, and what it does; False to stop. What is refused is told, and the proposal stays on the screen."""
        keys: dict[str, Callable[[], None]] = {
            "a": lambda: self.accept(waiting, {}),
            "e": lambda: self.accept(waiting, self.edited(waiting)),
            "n": lambda: self.accept(waiting, {}, new_actor=True),
            "d": lambda: self.drop(waiting),
            "s": lambda: self.same(waiting),
            "r": lambda: self.record(lambda _run: queue.reject(self.connection, waiting.id)),
            "l": lambda: self.record(lambda _run: queue.put_off(self.connection, waiting.id)),
            "u": self.take_back,
        }
        while True:
            click.echo("a e n d s r l u q ? ", nl=False)
            key = click.getchar(echo=False).lower()
            click.echo(key)
            if key == "q":
                return False
            if key not in keys:
                click.echo(HELP)
                continue
            try:
                keys[key]()
            except KbError as error:
                click.echo(str(error), err=True)
                continue
            if key == "l":
                self.seen.add(waiting.id)
            return True

    def record(self, work: Callable[[str], Any]) -> None:
        """One decision, one run."""
        with store.run(self.connection, "review", contributor=self.by) as run_id:
            decided = work(run_id)
        self.runs.append(run_id)
        click.echo(f"  {decided.status}" + (f": {decided.added.assertion_id}" if decided.added else ""))
        for note in decided.added.notes if decided.added else ():
            click.echo(f"  {note}")

    def accept(self, waiting: queue.Waiting, edits: dict[str, str], *, new_actor: bool = False, drop: bool = False) -> None:
        said = self.actor(waiting) if new_actor else None

        def work(run_id: str) -> Any:
            if said:
                add_entity(self.connection, Lookup(self.connection), run_id, NewEntity.of("actor", said, "speaker"))
                edits["speaker"] = said["id"]
            return queue.accept(self.connection, run_id, waiting.id, edits, drop_speaker=drop)

        self.record(work)

    def drop(self, waiting: queue.Waiting) -> None:
        question = f"{waiting.speaker or 'whoever is meant'} is credited with these words. Record them as the document's own?"
        if click.confirm(question, default=False):
            self.accept(waiting, {}, drop=True)
        else:
            click.echo("  left as it is")

    def same(self, waiting: queue.Waiting) -> None:
        """Another assertion of a claim that the base has."""
        found = queue.suggestions(self.connection, waiting)
        claim_id = click.prompt("  claim", default=found[0].claim_id if found else None)
        self.accept(waiting, {"claim_id": claim_id})

    def edited(self, waiting: queue.Waiting) -> dict[str, str]:
        """Ask for each part, with what is proposed as the answer that Enter gives."""
        proposed = {"text": queue.claim_text(waiting.exact), "quote": waiting.exact, "speaker": waiting.speaker_id or ""}
        proposed |= {key: getattr(waiting, key) or "" for key in ("act", "stance", "certainty", "kind", "cue")}
        edits = {}
        for key in (
            "text",
            "speaker",
            *(part for part in (*PROPOSED, *ADDED) if part not in ("text", "speaker", "claim_id", "work", "said", "number")),
        ):
            if key == "speaker" and not waiting.attributed:
                continue
            answer = click.prompt(f"  {key}", default=proposed.get(key, ""), show_default=bool(proposed.get(key)))
            if answer != proposed.get(key, "") or key in ("text", "speaker"):
                edits[key] = answer
        if len(waiting.found.get("quantities", ())) == 1 and not click.confirm("  record the number too?", default=True):
            edits["number"] = "none"
        return edits

    def actor(self, waiting: queue.Waiting) -> dict[str, str]:
        from kb.adding import slug

        name = click.prompt("  name", default=waiting.speaker or "")
        kind = click.prompt("  kind (person, government, organization, media, group …)", default="person")
        return {"name": name, "kind": kind, "id": click.prompt("  id", default=slug(name))}

    def take_back(self) -> None:
        """Undo the latest decision of this batch that still stands."""
        if not self.runs:
            click.echo("  nothing to undo in this batch")
            return
        latest = self.runs.pop()
        with store.run(self.connection, "undo", contributor=self.by, reason="decided otherwise"):
            for line in undo.undo(self.connection, latest):
                click.echo(f"  {line}")

    def finish(self) -> None:
        click.echo("\nThis batch:")
        tell_tallies(queue.of_run(self.connection, self.runs) if self.runs else {})
        waiting = queue.progress(self.connection, self.source)
        click.echo(f"{waiting['waiting'] + waiting['later']} proposals wait; see what no claim covers yet with: kb coverage --unread")
