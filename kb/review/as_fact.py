"""The fact that a proposal becomes when it is accepted, with the values that a person edited."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from kb.base.fields import CLAIM
from kb.base.model import Row
from kb.base.words import Act, Certainty, Stance
from kb.errors import DataError
from kb.facts import Fact, Voice
from kb.names.lookup import Lookup
from kb.review import suggested
from kb.review.places import cue_sentence, current_span, span_of_quote
from kb.review.queue import Waiting, find

# The keys of edits. Another value for one of PROPOSED makes the proposal edited; the others were not proposed.
PROPOSED = ("quote", "speaker", "act", "stance", "certainty", "kind", "cue")
ADDED = (*(name for name in CLAIM if name not in PROPOSED), "claim_id", "work", "said", "number", "role")
NOT_OF_FACT = ("text", "work", "said", "number", "role")
TRIPLE = ("subject", "predicate", "object", "object_text")
QUOTES = "\"'“”‘’«»„"


def claim_text(words: str) -> str:
    """Return a first wording of the claim for a person to edit: the words as a sentence, without the quotation marks around them."""
    plain = " ".join(words.split()).strip(QUOTES + " ,;:.")
    plain = re.sub(r"^that\s+", "", plain)
    if plain.count("“") != plain.count("”") or plain.count('"') % 2:
        plain = re.sub(r'["“”]', "", plain)
    return plain[:1].upper() + plain[1:]


def fact_of(lookup: Lookup, waiting: Waiting, values: Mapping[str, str], *, drop_speaker: bool) -> Fact:
    """Return the fact of a proposal with the edited values. Raises DataError where its speaker is no actor of the base."""
    own = Voice(
        act=values.get("act", waiting.act),
        stance=values.get("stance", waiting.stance),
        certainty=values.get("certainty", waiting.certainty),
        cue=values.get("cue", waiting.cue) or None,
        cue_quote=cue_sentence(lookup, waiting, values.get("quote", waiting.exact))
        if values.get("cue", waiting.cue) == waiting.cue
        else None,
        work=values.get("work"),
        said=values.get("said"),
    )
    quote = values.get("quote", waiting.exact)
    fields: dict[str, Any] = {key: values[key] for key in ADDED if key in values and key not in NOT_OF_FACT}
    fact = Fact(
        source=waiting.source_id,
        quote=quote,
        text=None if "claim_id" in values else values.get("text") or claim_text(quote),
        kind=values.get("kind", waiting.kind),
        quantity=quantity_of(waiting, values),
        at=current_span(lookup, waiting) if quote == waiting.exact else span_of_quote(lookup, waiting, quote),
        roles=roles_of(values) or suggested.roles(lookup, waiting, values.get("event")),
        **fields,
    )
    if drop_speaker or not (waiting.attributed or values.get("speaker")):
        return replace(fact, author=replace(own, cue=None if waiting.speaker else own.cue))
    speaker = values.get("speaker")
    if not speaker:
        raise DataError(
            f"who is {waiting.speaker!r}?" if waiting.speaker else "the text credits somebody whom it does not name",
            where="speaker",
            remedy="name an actor of the base, record a new one, or say on purpose that the document itself says it",
        )
    return replace(fact, voices=(*outer_voices(lookup, waiting, quote), replace(own, speaker=speaker)))


def quantity_of(waiting: Waiting, values: Mapping[str, str]) -> Row | None:
    """Return the number in the proposed words where there is only one and the text says what it counts, or None.

    The edit "number" with the value "none" leaves it out, and so does an edit that names a recorded claim.
    """
    quantities = waiting.found.get("quantities", ())
    if len(quantities) != 1 or values.get("number") == "none" or "claim_id" in values or not quantities[0]["measure"]:
        return None
    columns = {key: quantities[0][key] for key in ("comparison", "value", "minimum", "maximum", "unit", "measure")}
    return {**columns, "verbatim": quantities[0]["text"]}


def roles_of(values: Mapping[str, str]) -> tuple[Row, ...]:
    """Return the subject's part in the event, where a person chose one."""
    if not (values.get("role") and values.get("event") and values.get("subject")) or "claim_id" in values:
        return ()
    return ({"event": values["event"], "entity": values["subject"], "role": values["role"]},)


def outer_voices(lookup: Lookup, waiting: Waiting, quote: str) -> tuple[Voice, ...]:
    """Return the voices that report the speaker, outermost first, committed to nothing. Raises DataError where one is no actor yet."""
    connection = lookup.connection
    voices: list[Voice] = []
    parent_id = waiting.parent_id
    while parent_id:
        parent = find(connection, parent_id)
        speaker = suggested.speaker(lookup, parent)  # as a person may have settled the name for the whole text
        if parent.assertion_id:
            speaker = connection.execute("SELECT speaker_id FROM assertions WHERE id = ?", (parent.assertion_id,)).fetchone()[0]
        if not speaker:
            raise DataError(
                f"it is reported by {parent.speaker or 'somebody'!r}, who is not an actor of the base yet",
                where=parent_id,
                remedy="decide on that proposal first",
            )
        committed = {"act": Act.REPORTS, "stance": Stance.UNCOMMITTED, "certainty": Certainty.UNCOMMITTED}
        voices.insert(0, Voice(speaker=speaker, cue=parent.cue, cue_quote=cue_sentence(lookup, waiting, quote, parent), **committed))
        parent_id = parent.parent_id
    return tuple(voices)
