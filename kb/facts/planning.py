"""The rows that a fact means: its words, cues and names are found, or refused with the nearest that is there. Nothing is written."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

from kb import anchor, ids
from kb.errors import DataError
from kb.facts.types import Fact, Plan, Voice
from kb.lookup import Held, Lookup
from kb.tables import Row


def plan(look: Lookup, fact: Fact, where: str = "") -> Plan:
    """The rows a fact means. Raises DataError, with the place and the remedy, when anything in it is not there."""
    try:
        held = look.held(fact.source)
        passage, span = plan_passage(held, fact)
        claim_id, claim = plan_claim(look, fact)
        made = Plan(passage, claim, plan_assertions(look, held, fact, claim_id, passage, span), claim_id)
        made.quantity = plan_quantity(look, held, fact, claim_id, span)
        made.participations = [plan_role(look, role, fact, claim_id) for role in fact.roles]
        if not span.exact:
            made.notes.append(f"the text writes the quote a little differently; its own characters were kept: {passage['exact']!r}")
    except DataError as error:
        raise (error.at(where) if where else error) from None
    return made


def plan_passage(held: Held, fact: Fact) -> tuple[Row, anchor.Span]:
    span = anchor.find(held.text, fact.quote, prefix=fact.prefix, suffix=fact.suffix, within=fact.within, where="quote")
    row = {
        "id": ids.passage_id(held.snapshot_id, span.start, span.end),
        "snapshot_id": held.snapshot_id,
        "section_id": held.section_at(span.start).id,
        "start_char": span.start,
        "end_char": span.end,
        "exact": span.of(held.text),
    }
    return row, span


def plan_claim(look: Lookup, fact: Fact) -> tuple[str, Row | None]:
    """(id, row): the row is None when the fact only points at a claim that is there."""
    if fact.text is None:
        if fact.claim_id is None:
            raise DataError("no claim: neither its text nor its id is given", where="claim", remedy="say what the words claim")
        return look.claim(fact.claim_id), None
    text = ids.collapse(fact.text)
    if not text:
        raise DataError("the claim has no words", where="claim", remedy="say what the words claim, in a sentence that stands alone")
    if not fact.claim_id and not look.claim_id_of_text(text):
        took_its_place = look.current_claim(ids.claim_id(text))
        if took_its_place != ids.claim_id(text):
            return took_its_place, None  # these words were merged into another claim
    row: Row = {
        "id": look.current_claim(ids.prefixed("clm", fact.claim_id))
        if fact.claim_id
        else look.claim_id_of_text(text) or ids.claim_id(text),
        "text": text,
        "kind": look.word("claims.kind", fact.kind),
        "subject_id": look.entity(fact.subject, "subject"),
        "predicate_id": look.predicate(fact.predicate),
        "object_id": look.entity(fact.object, "object"),
        "object_text": fact.object_text or None,
        "event_id": look.event(fact.event, "event"),
        "place_id": look.entity(fact.place, "place"),
        "about_time": fact.about or None,
        "status": look.word("claims.status", fact.status),
    }
    complete = (row["subject_id"], row["predicate_id"], row["object_id"] or row["object_text"])
    if any(complete) and not all(complete):
        raise DataError(
            "half a triple",
            where="subject, predicate, object",
            remedy="give subject, predicate and object (or object_text), or none of them",
        )
    if row["object_id"] and row["object_text"]:
        raise DataError("two objects", where="object, object_text", remedy="give the object as an id or as words, not both")
    if row["about_time"]:
        look.date(row["about_time"], "about")
    return row["id"], row


def plan_assertions(look: Lookup, held: Held, fact: Fact, claim_id: str, passage: Row, span: anchor.Span) -> list[Row]:
    """One row a voice, outermost first; speakers side by side share a level."""
    voices = list(fact.voices)
    own_speaker = held.section_at(span.start).speaker_id
    author = fact.author
    if voices and voices[0].speaker and author == Voice() and look.actor(voices[0].speaker, "speaker") == own_speaker:
        author = voices.pop(0)  # the author of the section, named outright, is level 0 and reports nobody
    reporting = bool(voices or fact.speakers)
    levels = [[author.settled(reporting=reporting, speaker=own_speaker)]]
    last = Voice()
    if fact.speakers and voices and voices[-1].speaker is None:
        last = voices.pop()
    levels += [[voice.settled(reporting=number + 1 < len(voices) or bool(fact.speakers))] for number, voice in enumerate(voices)]
    if fact.speakers:
        levels.append([replace(last, speaker=speaker).settled(reporting=False) for speaker in fact.speakers])
    rows: list[Row] = []
    parent: str | None = None
    for level, side_by_side in enumerate(levels):
        made = [plan_assertion(look, held, voice, claim_id, passage, span, level, parent) for voice in side_by_side]
        for row in made:
            named = ids.prefixed("ast", fact.assertion_id) if level == 0 and fact.assertion_id else None
            row["id"] = id_of_same(look, row) or named or free_id(look, row["id"])
            row["status"] = look.word("assertions.status", fact.status)
        rows += made
        parent = made[0]["id"]
    return rows


def plan_assertion(
    look: Lookup, held: Held, voice: Voice, claim_id: str, passage: Row, span: anchor.Span, level: int, parent: str | None
) -> Row:
    speaker = look.actor(voice.speaker, "speaker")
    cue = find_cue(held, voice, span) if voice.cue else None
    if voice.said:
        look.date(voice.said, "said")
    return {
        "id": ids.assertion_id(claim_id, passage["id"], speaker, parent),
        "claim_id": claim_id,
        "passage_id": passage["id"],
        "source_id": held.source_id,
        "level": level,
        "reported_in_id": parent,
        "speaker_id": speaker,
        "work_id": look.source(voice.work, "work"),
        "act": look.word("assertions.act", voice.act),
        "stance": look.word("assertions.stance", voice.stance),
        "certainty": look.word("assertions.certainty", voice.certainty),
        "cue": cue.of(held.text) if cue else None,
        "cue_start_char": cue.start if cue else None,
        "cue_end_char": cue.end if cue else None,
        "derivation": look.word("assertions.derivation", voice.derivation),
        "said": voice.said or None,
    }


def id_of_same(look: Lookup, row: Row) -> str | None:
    """The id of the assertion that is there with the same claim, words, speaker and chain, whoever named it."""
    same = "SELECT id FROM assertions WHERE claim_id = ? AND passage_id = ? AND speaker_id = ? AND reported_in_id IS ?"
    found = look.rows(
        f"{same} ORDER BY status = 'retracted', id", *(row[key] for key in ("claim_id", "passage_id", "speaker_id", "reported_in_id"))
    )
    return found[0][0] if found else None


def free_id(look: Lookup, minted: str) -> str:
    """The id minted, unless a row that was corrected since keeps it: then one minted from that."""
    while look.rows("SELECT 1 FROM assertions WHERE id = ?", minted):
        minted = ids.mint("ast", minted)
    return minted


def find_cue(held: Held, voice: Voice, span: anchor.Span) -> anchor.Span:
    """The cue nearest to the quote within its sentence, or within `cue_quote`."""
    if voice.cue_quote:
        around = anchor.find(held.text, voice.cue_quote, where="cue_quote")
        low, high = around.start, around.end
    else:
        low, high = held.sentence_around(span.start, span.end)
    found = [anchor.Span(low + cue.start, low + cue.end, cue.exact) for cue in anchor.occurrences(held.text[low:high], voice.cue or "")]
    if not found:
        raise DataError(
            f"the cue {anchor.shorten(voice.cue or '')} is not in the sentence of the quote",
            where="cue",
            remedy="copy it from the sentence, or give cue_quote: words elsewhere that hold the cue",
        )
    found = [cue for cue in found if anchor.whole_words(held.text, cue)] or found  # “said” is not the end of “aforesaid”
    return min(found, key=lambda cue: (max(cue.start - span.end, span.start - cue.end, 0), cue.start))


QUANTITY_KEYS = ("comparison", "value", "minimum", "maximum", "unit", "measure", "as_of", "verbatim")


def plan_quantity(look: Lookup, held: Held, fact: Fact, claim_id: str, span: anchor.Span) -> Row | None:
    if not fact.quantity:
        return None
    row: Row = {"claim_id": claim_id} | {key: fact.quantity.get(key) for key in QUANTITY_KEYS}
    look.word("quantities.comparison", row["comparison"])
    if row["as_of"]:
        look.date(row["as_of"], "quantity.as_of")
    for key in ("value", "minimum", "maximum"):
        row[key] = number(row[key], f"quantity.{key}")
    if not row["measure"] or not row["verbatim"]:
        raise DataError(
            "a quantity says what it measures, and how the text prints it", where="quantity", remedy="give measure and verbatim"
        )
    low, high = held.sentence_around(span.start, span.end)
    printed = anchor.occurrences(held.text[low:high], row["verbatim"])
    if not printed:
        raise DataError(
            f"{anchor.shorten(row['verbatim'])} is not in the sentence of the quote",
            where="quantity.verbatim",
            remedy="copy the number as the text prints it",
        )
    row["verbatim"] = printed[0].of(held.text[low:high])
    return row


def number(given: Any, where: str) -> float | None:
    if given is None or given == "":
        return None
    try:
        if math.isfinite(float(given)):
            return float(given)
    except (TypeError, ValueError, OverflowError):
        pass
    raise DataError(f"{given!r} is not a number", where=where, remedy="write it in plain units, such as 252000000000")


def plan_role(look: Lookup, role: Row, fact: Fact, claim_id: str) -> Row:
    return {
        "event_id": look.event(role.get("event") or fact.event, "roles.event", needed=True),
        "entity_id": look.entity(role.get("entity"), "roles.entity", needed=True),
        "role": look.word("participations.role", role.get("role")),
        "claim_id": claim_id,
    }
