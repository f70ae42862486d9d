"""A language model's claims as proposals: they wait in the queue, with the exact words of the text, until a person decides."""

from __future__ import annotations

import functools
import json
from typing import Any

from kb import propose, review
from kb.base.runs import Run
from kb.errors import DataError
from kb.names.lookup import Lookup
from kb.propose.language_model import NO_QUOTE
from kb.propose.proposal import Proposal
from kb.texts import anchoring

READ_TEXTS = 4  # whose reading by the rules is kept, since a model proposes several claims of one text


def put(run: Run, source: str, answer: dict[str, Any]) -> dict[str, Any]:
    """Put one claim into the queue of a source in the open run, and return what became of it.

    `answer` has the keys that kb propose --llm asks a model for, and is checked in the same way. Raises DataError where there is no such
    source or text, or the words are not in it.
    """
    lookup = Lookup(run.connection)
    snapshot = lookup.snapshot_text(source)
    span = anchoring.find(snapshot.text, answer["quote"], where="quote")
    given = {**answer, "quote": span.of(snapshot.text)}
    proposals, dropped = propose.propose_by_language_model(
        snapshot.text, lambda _: json.dumps([given]), lookup, by_rules=by_rules(snapshot.text)
    )
    if not proposals:
        reasons = [reason for reason in dropped if reason != NO_QUOTE] or ["the quote is not within one sentence"]
        remedy = "copy speaker, cue, subject, relation and object exactly from the sentence of the quote"
        raise DataError("; ".join(reasons), where="propose", remedy=remedy)
    new, known = review.record(run, snapshot.snapshot_id, proposals)
    notes = [note for proposal in proposals for note in proposal.notes]
    return {"new": new, "known": known, "quote": given["quote"], "status": "waiting for a person's decision", "notes": notes}


@functools.lru_cache(maxsize=READ_TEXTS)
def by_rules(text: str) -> tuple[Proposal, ...]:
    """What the rules propose of a text, by which a model's stance is checked."""
    return tuple(propose.propose(text))
