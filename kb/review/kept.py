"""Keep what was found in the words of an accepted proposal and has no place in the fact itself: which entity each name there stands for."""

from __future__ import annotations

from typing import Any

from kb.base.runs import Run
from kb.base.snapshot_text import SnapshotText
from kb.base.words import Status
from kb.facts import Added
from kb.names.lookup import Lookup
from kb.propose.actors.candidates import NAME
from kb.review import suggested
from kb.review.queue import Waiting
from kb.sources import marking

SENSES = ("name", "metonym", "demonym", "role", "description")


def keep_mentions(run: Run, waiting: Waiting, added: Added, shift: int | None) -> int:
    """Record the mentions of entities that the base has inside the words of an accepted fact, and return how many are new.

    `shift` is how far the words of the proposal lie behind their place in the current text, in code points; None where they are not there.
    """
    if shift is None:
        return 0
    lookup = Lookup(run.connection)
    snapshot = lookup.snapshot_text(waiting.source_id)
    recorded = (
        "SELECT start_char, end_char FROM mentions WHERE snapshot_id = ? AND end_char > ? AND start_char < ? AND status <> 'retracted'"
    )
    longer = run.connection.execute(recorded, (snapshot.snapshot_id, added.start, added.end)).fetchall()
    new = 0
    for mention in waiting.found.get("mentions", ()):
        span = mention["start_char"] + shift, mention["end_char"] + shift
        entity = meant(lookup, mention, waiting.snapshot_id)
        if entity and holds(snapshot, added, span, mention["text"]) and not marking.inside(span, longer):
            sense = mention["matches"][0]["sense"]
            new += run.put("mentions", marking.mention_row(snapshot, span, entity, sense if sense in SENSES else NAME, Status.RECORDED))
    return new


def holds(snapshot: SnapshotText, added: Added, span: tuple[int, int], words: str) -> bool:
    """Whether a span has these words in the current text, inside the quote of the fact."""
    return added.start <= span[0] and span[1] <= added.end and snapshot.text[slice(*span)] == words


def meant(lookup: Lookup, mention: dict[str, Any], snapshot_id: str) -> str | None:
    """Return the entity of the base that a mention most likely stands for, recorded before or since the text was read, or None."""
    if not mention["matches"]:
        return None
    first = mention["matches"][0]
    if first["entity_id"] is None and first["sense"] in ("role", "description"):
        return None
    return suggested.known(lookup, {"id": first["entity_id"] or first["label"], "label": first["label"]}, snapshot_id)
