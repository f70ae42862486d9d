"""Plan the rows of a fact: find its quote, cues and names, or raise DataError with the nearest that exists. Nothing is written."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kb.base import ids
from kb.base.model import Row
from kb.base.snapshot_text import SnapshotText
from kb.base.words import Status
from kb.errors import DataError
from kb.facts.fact import Fact, Plan, Voice
from kb.facts.quantities import plan_quantity
from kb.names.lookup import Lookup
from kb.texts import anchoring, characters, display
from kb.texts.anchors import Anchors


@dataclass(frozen=True)
class Quote:
    """A fact's quote in its source's text: the snapshot, the span there, and the row of `passages`."""

    snapshot: SnapshotText
    span: anchoring.Span
    passage: Row


def plan(lookup: Lookup, fact: Fact, where: str = "") -> Plan:
    """Return the rows of a fact. Raises DataError, with `where` in front of the field, where something that it names is not there."""
    try:
        lookup.new_status("claims.status", fact.status)
        quote = plan_passage(lookup, fact)
        claim_id, claim, recorded = plan_claim(lookup, fact)
        planned = Plan(quote.passage, claim, [], claim_id, claim_recorded=recorded)
        planned.assertions, planned.assertions_recorded = plan_assertions(lookup, fact, claim_id, quote)
        span = quote.span
        if fact.quantity:
            planned.quantity = plan_quantity(lookup, fact.quantity, claim_id, [quote.snapshot.sentence(span.start, span.end)])
        planned.participations = [plan_role(lookup, role, fact.event, claim_id) for role in fact.roles]
        if not span.exact:
            exact = quote.passage["exact"]
            planned.notes.append(f"the text writes the quote a little differently; its own characters were kept: {exact!r}")
    except DataError as error:
        raise (error.at(where) if where else error) from None
    return planned


def plan_passage(lookup: Lookup, fact: Fact) -> Quote:
    """Return the quote of a fact with its row of `passages`. Raises QuoteError where it does not occur, or more than once."""
    snapshot = lookup.snapshot_text(fact.source)
    span = span_of(lookup, snapshot, fact)
    row = {
        "id": ids.passage_id(snapshot.snapshot_id, span.start, span.end),
        "snapshot_id": snapshot.snapshot_id,
        "section_id": snapshot.section_at(span.start).id,
        "start_char": span.start,
        "end_char": span.end,
        "exact": span.of(snapshot.text),
    }
    return Quote(snapshot, span, row)


def span_of(lookup: Lookup, snapshot: SnapshotText, fact: Fact) -> anchoring.Span:
    """Return the span of a fact's quote: `fact.at`, verified, or else where the quote is found."""
    if fact.at is not None:
        return anchoring.verified(snapshot.text, *fact.at, fact.quote, where="quote")
    around = (fact.prefix, fact.suffix, fact.within)
    return lookup.anchors.find(snapshot.snapshot_id, snapshot.text, fact.quote, around, where="quote")


def plan_claim(lookup: Lookup, fact: Fact) -> tuple[str, Row | None, bool]:
    """Return (id, row of `claims`, whether the id is recorded), where the row is None for a claim that is recorded and only named."""
    if fact.text is None:
        if fact.claim_id is None:
            raise DataError("no claim: neither its text nor its id is given", where="claim", remedy="say what the words claim")
        return lookup.claim(fact.claim_id), None, True
    text = ids.collapse(fact.text)
    named = ids.prefixed("clm", fact.claim_id) if fact.claim_id else None
    if not named and (of_text := lookup.claim_id_of_text(text)):
        claim_id, recorded = of_text, True
    else:
        claim_id, recorded = lookup.current_claim(wanted := named or ids.claim_id(text))
        if claim_id != wanted and not named:
            return claim_id, None, True  # these words were merged into another claim
    row: Row = {"id": claim_id} | plan_claim_columns(lookup, fact)
    return claim_id, row, recorded


def plan_claim_columns(lookup: Lookup, fact: Fact) -> Row:
    """Return the columns of `claims` that state a claim, whether it is new or corrected. Raises DataError for an incomplete triple."""
    text = ids.collapse(fact.text or "")
    if not text:
        raise DataError("the claim has no words", where="claim", remedy="say what the words claim, in a sentence that stands alone")
    characters.refuse_unwritten(text, "claim")
    characters.refuse_unwritten(fact.object_text, "object_text")
    row: Row = {
        "text": text,
        "kind": lookup.word("claims.kind", fact.kind),
        "subject_id": lookup.entity(fact.subject, "subject"),
        "predicate_id": lookup.predicate(fact.predicate),
        "object_id": lookup.entity(fact.object, "object"),
        "object_text": fact.object_text or None,
        "event_id": lookup.event(fact.event, "event"),
        "place_id": lookup.entity(fact.place, "place"),
        "about_time": lookup.date(fact.about, "about") if fact.about else None,
        "status": lookup.word("claims.status", fact.status),
    }
    triple = (row["subject_id"], row["predicate_id"], row["object_id"] or row["object_text"])
    if any(triple) and not all(triple):
        raise DataError(
            "the triple is incomplete",
            where="subject, predicate, object",
            remedy="give subject, predicate and object (or object_text), or none of them",
        )
    if row["object_id"] and row["object_text"]:
        raise DataError("there are two objects", where="object, object_text", remedy="give the object as an id or as words, not both")
    return row


def plan_assertions(lookup: Lookup, fact: Fact, claim_id: str, quote: Quote) -> tuple[list[Row], set[str]]:
    """Return a row of `assertions` for each voice, outermost first, and the ids of those that are recorded. Speakers side by side share a level."""
    voices = list(fact.voices)
    own_speaker = quote.snapshot.section_at(quote.span.start).speaker_id
    author = fact.author
    if voices and voices[0].speaker and author == Voice() and lookup.actor(voices[0].speaker, "speaker") == own_speaker:
        author = voices.pop(0)  # the author of the section, named outright, is level 0 and reports nobody
    reporting = bool(voices or fact.speakers)
    levels = [[author.with_defaults(reporting=reporting, speaker=own_speaker)]]
    last = Voice()
    if fact.speakers and voices and voices[-1].speaker is None:
        last = voices.pop()
    levels += [[voice.with_defaults(reporting=number + 1 < len(voices) or bool(fact.speakers))] for number, voice in enumerate(voices)]
    if fact.speakers:
        levels.append([replace(last, speaker=speaker).with_defaults(reporting=False) for speaker in fact.speakers])
    rows: list[Row] = []
    recorded = set[str]()
    parent: str | None = None
    for level, side_by_side in enumerate(levels):
        chain = {"level": level, "reported_in_id": parent}
        of_level = [plan_assertion(lookup, quote, voice, claim_id, chain) for voice in side_by_side]
        for row in of_level:
            named = ids.prefixed("ast", fact.assertion_id) if level == 0 and fact.assertion_id else None
            row["id"], is_recorded = id_of(lookup, row, named)
            recorded |= {row["id"]} if is_recorded else set()
            row["status"] = lookup.word("assertions.status", fact.status)
        rows += of_level
        parent = of_level[0]["id"]
    return rows, recorded


def plan_assertion(lookup: Lookup, quote: Quote, voice: Voice, claim_id: str, chain: Row) -> Row:
    """Return the row of `assertions` for a voice. `chain` holds its level and reported_in_id."""
    voice_columns = plan_voice(lookup, voice)
    passage_id = quote.passage["id"]
    return {
        "id": ids.assertion_id(claim_id, passage_id, voice_columns["speaker_id"], chain["reported_in_id"]),
        "claim_id": claim_id,
        "passage_id": passage_id,
        "source_id": quote.snapshot.source_id,
        **chain,
        **voice_columns,
        **plan_cue(quote.snapshot, voice, quote.span, lookup.anchors),
    }


def plan_voice(lookup: Lookup, voice: Voice) -> Row:
    """Return the columns of `assertions` that describe a voice, without its cue, whether the assertion is new or corrected."""
    return {
        "speaker_id": lookup.actor(voice.speaker, "speaker"),
        "work_id": lookup.source(voice.work, "work"),
        "act": lookup.word("assertions.act", voice.act),
        "stance": lookup.word("assertions.stance", voice.stance),
        "certainty": lookup.word("assertions.certainty", voice.certainty),
        "derivation": lookup.word("assertions.derivation", voice.derivation),
        "said": lookup.date(voice.said, "said") if voice.said else None,
    }


def plan_cue(snapshot: SnapshotText, voice: Voice, span: anchoring.Span, anchors: Anchors | None = None) -> Row:
    """Return the columns of `assertions` for a cue in the characters of the text, all None where the voice has no cue."""
    if not voice.cue:
        return {"cue": None, "cue_start_char": None, "cue_end_char": None}
    cue = find_cue(snapshot, voice, span, anchors or Anchors())
    return {"cue": cue.of(snapshot.text), "cue_start_char": cue.start, "cue_end_char": cue.end}


SAME_ASSERTION = "claim_id = ? AND passage_id = ? AND speaker_id = ? AND reported_in_id IS ?"
SAME_OR_NAMED = f"SELECT id, status, 1 FROM assertions WHERE {SAME_ASSERTION} UNION ALL SELECT id, status, 0 FROM assertions WHERE id = ?"


def id_of(lookup: Lookup, row: Row, named: str | None = None) -> tuple[str, bool]:
    """Return the id of an assertion, and whether a row has it.

    It is that of the recorded assertion with the same claim, passage, speaker and chain, else `named`, else the minted one in the row, or one
    minted from that where a row that was corrected since has it.
    """
    wanted = named or row["id"]
    found = lookup.rows(SAME_OR_NAMED, row["claim_id"], row["passage_id"], row["speaker_id"], row["reported_in_id"], wanted)
    same = [(status == Status.RETRACTED, same_id) for same_id, status, is_same in found if is_same]
    if same:
        return min(same)[1], True
    if named:
        return named, bool(found)
    while found:
        wanted = ids.mint("ast", wanted)
        found = lookup.rows("SELECT 1 FROM assertions WHERE id = ?", wanted)
    return wanted, False


def find_cue(snapshot: SnapshotText, voice: Voice, span: anchoring.Span, anchors: Anchors) -> anchoring.Span:
    """Return the span of the cue nearest to the quote, within its sentence or within `cue_quote`. Raises DataError where there is none."""
    if voice.cue_quote:
        around = anchors.find(snapshot.snapshot_id, snapshot.text, voice.cue_quote, where="cue_quote")
        low, high = around.start, around.end
    else:
        low, high = snapshot.sentence_around(span.start, span.end)
    cues = [
        anchoring.Span(low + cue.start, low + cue.end, cue.exact) for cue in anchoring.occurrences(snapshot.text[low:high], voice.cue or "")
    ]
    if not cues:
        raise DataError(
            f"the cue {display.shorten(voice.cue or '')} is not in the sentence of the quote",
            where="cue",
            remedy="copy it from the sentence, or give cue_quote: words elsewhere that hold the cue",
        )
    cues = [cue for cue in cues if anchoring.whole_words(snapshot.text, cue)] or cues  # “said” is not the end of “aforesaid”
    return min(cues, key=lambda cue: (max(cue.start - span.end, span.start - cue.end, 0), cue.start))


def plan_role(lookup: Lookup, role: Row, event: str | None, claim_id: str) -> Row:
    """Return the row of `participations` for a role, by default in the event of the claim."""
    return {
        "event_id": lookup.event(role.get("event") or event, "roles.event", needed=True),
        "entity_id": lookup.entity(role.get("entity"), "roles.entity", needed=True),
        "role": lookup.word("participations.role", role.get("role")),
        "claim_id": claim_id,
    }
