"""Decide at the terminal on all proposals of a sentence together, with the steps of the page for reviewing by sentence."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import click

from kb.base.snapshot_text import read_snapshot
from kb.cli import terminal
from kb.cli.review_fields import typed_sentence_fields
from kb.cli.review_session import Keys, ReviewSession
from kb.names.lookup import Lookup
from kb.propose.against import Suggestion
from kb.review import by_sentence, choosing, suggestions
from kb.review.by_sentence import ACCEPT, LATER, REJECT, Decision, Sentence


@dataclass
class SentenceSession(ReviewSession[Sentence]):
    """A session of decisions on all proposals of a sentence together. What was typed for a claim stays until its sentence is decided on."""

    HELP = "a accept the claims not left out, reject the others   m the same, and record what is new   e edit a claim   x leave a claim out, or take it again   c record the first relation shown, or not   + add a claim   y join two   0 it states nothing   l later   u undo   q quit"
    KEYS = "a m e x c + y 0 l u q ?"

    left_out: set[str] = field(default_factory=set)

    def next(self) -> Sentence | None:
        """The next sentence that was not put off in this session, or None."""
        places = by_sentence.queue(self.connection, self.chosen.source or "")
        at = next((place for place, _ in places if place not in self.seen), None)
        return by_sentence.find(self.connection, at) if at else None

    def show(self, sentence: Sentence) -> None:
        """Print a sentence and its numbered claims, each with who says it and how, as it would be recorded now."""
        click.echo()
        text = read_snapshot(self.connection, sentence.snapshot_id).text
        terminal.line(text[sentence.start : sentence.end].replace("\n", " "), "  | ", repeat=True)
        lookup = Lookup(self.connection)
        for number, waiting in enumerate(sentence.proposals, 1):
            shown = {**choosing.fields(lookup, waiting), **self.typed.get(waiting.id, {})}
            out = " (left out)" if waiting.id in self.left_out else ""
            terminal.line(
                f"{shown['speaker'] or 'The document'} {shown['stance']}, {shown['certainty']}: {shown['text']}{out}", f"  {number} "
            )
            triple = [shown[name] + (" (new)" if self.is_new(shown, name) else "") for name in ("subject", "predicate", "object")]
            if any(triple):
                terminal.line(" – ".join(part or "?" for part in triple), "    ")
            chosen = shown.get("related", "")
            for like in suggestions(self.connection, waiting):
                (text,) = self.connection.execute("SELECT text FROM claims WHERE id = ?", (like.claim_id,)).fetchone()
                terminal.line(f"{like.relation} {like.claim_id}: {text} ({like.why})", f"    {'+' if line_of(like) == chosen else '-'} ")

    @staticmethod
    def is_new(shown: dict[str, str], name: str) -> bool:
        """Whether a field names a row that the base lacks."""
        return bool(shown[name]) and shown[f"{name}-kind"] not in ("", choosing.IN_WORDS)

    def keys(self, sentence: Sentence) -> Keys:
        """Return what each key does with a sentence."""
        return {
            "a": lambda: self.decide_all(sentence),
            "m": lambda: self.decide_all(sentence, make=True),
            "e": lambda: self.edit_one(sentence),
            "x": lambda: self.left_out.symmetric_difference_update({self.which(sentence, "claim").id}),
            "c": lambda: self.relate_one(sentence),
            "+": lambda: self.add_one(sentence),
            "y": lambda: self.join_two(sentence),
            "0": lambda: self.in_a_run(
                lambda run: by_sentence.states_nothing(run, sentence.id, click.prompt("  why", default="states nothing"))
            ),
            "l": lambda: self.put_off(sentence),
            "u": self.take_back,
        }

    def decide_all(self, sentence: Sentence, *, make: bool = False) -> None:
        """Accept the claims that are not left out as they were typed, and reject the others, in one run."""
        decisions = [
            Decision(each.id, REJECT if each.id in self.left_out else ACCEPT, self.typed.get(each.id, {})) for each in sentence.proposals
        ]
        decided = self.in_a_run(lambda run: by_sentence.decide_all(run, decisions, make=make))
        accepted = sum(one.added is not None for one in decided)
        click.echo(f"  {accepted} accepted, {len(decided) - accepted} rejected")

    def put_off(self, sentence: Sentence) -> None:
        """Put the claims of a sentence off until later."""
        decisions = [Decision(each.id, LATER, {}) for each in sentence.proposals if each.status != LATER]
        self.in_a_run(lambda run: by_sentence.decide_all(run, decisions))
        self.seen.add(sentence.id)

    def edit_one(self, sentence: Sentence) -> None:
        """Keep what a person types for the fields of a claim, until the sentence is decided on."""
        waiting = self.which(sentence, "claim")
        self.typed[waiting.id] = typed_sentence_fields(Lookup(self.connection), waiting, self.typed.get(waiting.id, {}))

    def relate_one(self, sentence: Sentence) -> None:
        """Relate a claim to the first one of the base that it is like, when it is accepted, or no longer."""
        listed = {each.id: suggestions(self.connection, each) for each in sentence.proposals}
        related = [each for each in sentence.proposals if listed[each.id]]
        if not related:
            click.echo("  nothing in the base is like these claims")
            return
        waiting = related[0] if len(related) == 1 else self.which(sentence, "claim")
        typed = self.typed.setdefault(waiting.id, {})
        if typed.pop("related", "") == "" and listed[waiting.id]:
            typed["related"] = line_of(listed[waiting.id][0])

    def add_one(self, sentence: Sentence) -> None:
        """Add a claim for other words of the sentence, in the voice of one of its claims or of the document."""
        words = click.prompt("  words of the text")
        most = len(sentence.proposals)
        number = click.prompt(
            "  in the voice of claim (0: of the document)", type=click.IntRange(0, most), default=1 if most == 1 else None
        )
        like = sentence.proposals[number - 1].id if number else ""
        self.in_a_run(lambda run: by_sentence.add(run, sentence.id, words, like))

    def join_two(self, sentence: Sentence) -> None:
        """Join two claims into the first, whose quote then runs over both."""
        kept, other = self.which(sentence, "claim"), self.which(sentence, "join it with claim")
        quote = self.in_a_run(lambda run: by_sentence.join(run, sentence.id, kept.id, other.id))
        self.typed[kept.id] = self.typed.get(kept.id, {}) | {"quote": quote}

    def which(self, sentence: Sentence, question: str) -> Any:
        """Return the claim that a person means, without a question where there is only one."""
        if len(sentence.proposals) == 1:
            return sentence.proposals[0]
        return sentence.proposals[click.prompt(f"  {question}", type=click.IntRange(1, len(sentence.proposals))) - 1]


def line_of(like: Suggestion) -> str:
    """Return a suggested relation as the fields of a claim hold it."""
    return f"{like.relation} {like.claim_id}"
