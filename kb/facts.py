"""The one function that adds a sourced fact. Command line, files, imports and ingest all go through it.

    Fact (what somebody found in a text) -> plan() -> Plan (the rows it means) -> write() -> Added

plan() finds the words, the cues and the rows that are named, and refuses what is not there with the nearest that is. It writes
nothing. All offsets are code points from 0, end exclusive.
"""

from __future__ import annotations

import functools
import math
import sqlite3
from dataclasses import dataclass, field, replace
from typing import Any

from kb import anchor, ids
from kb.errors import DataError
from kb.lookup import Held, Lookup
from kb.tables import Row


@dataclass(frozen=True)
class Voice:
    """One holder of a claim. What is None takes its default: see `settled`."""

    speaker: str | None = None
    work: str | None = None
    act: str | None = None
    stance: str | None = None
    certainty: str | None = None
    cue: str | None = None
    cue_quote: str | None = None
    derivation: str | None = None
    said: str | None = None

    def settled(self, *, reporting: bool, speaker: str | None = None) -> Voice:
        """With defaults: who reports somebody else commits to nothing, everybody else affirms what is said."""
        defaults = ("reports", "uncommitted", "uncommitted") if reporting else ("asserts", "affirms", "certain")
        act, stance, certainty = (
            given or default for given, default in zip((self.act, self.stance, self.certainty), defaults, strict=True)
        )
        derivation = self.derivation or "explicit"
        return Voice(self.speaker or speaker, self.work, act, stance, certainty, self.cue, self.cue_quote, derivation, self.said)


@dataclass(frozen=True)
class Fact:
    """One claim, said in one place, by the author of that place and perhaps by somebody he reports.

    `author` is level 0; `voices` are the levels below, outermost first; `last` are speakers side by side who share the last
    voice. `claim_id` names a claim that is there (then `text` may be left out) or the id a new one is to have.
    """

    source: str
    quote: str
    text: str | None = None
    claim_id: str | None = None
    assertion_id: str | None = None
    prefix: str = ""
    suffix: str = ""
    within: str = ""
    kind: str = "factual"
    subject: str | None = None
    predicate: str | None = None
    object: str | None = None
    object_text: str | None = None
    event: str | None = None
    place: str | None = None
    about: str | None = None
    status: str = "reviewed"
    author: Voice = field(default_factory=Voice)
    voices: tuple[Voice, ...] = ()
    speakers: tuple[str, ...] = ()
    quantity: Row | None = None
    roles: tuple[Row, ...] = ()
    new_claim: bool = True  # whether the fact may bring a claim that is not there yet


@dataclass
class Plan:
    """The rows that a fact means. Assertions stand outermost first."""

    passage: Row
    claim: Row | None
    assertions: list[Row]
    claim_id: str
    quantity: Row | None = None
    participations: list[Row] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Added:
    """What came of a fact: ids, where the words stand, and whether anything is new."""

    assertion_id: str
    claim_id: str
    passage_id: str
    start: int
    end: int
    exact: str
    new_claim: bool
    new_assertion: bool
    notes: tuple[str, ...] = ()


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


def write(connection: sqlite3.Connection, made: Plan, run_id: str, recorded_at: str) -> Added:
    """Record a plan in the open run. What is there already is left as it is: the same fact twice is one fact."""
    put(connection, "passages", made.passage, ("id",), {"run_id": run_id})
    stamp = {"run_id": run_id, "recorded_at": recorded_at}
    new_claim = made.claim is not None and put_claim(connection, made, stamp)
    if made.quantity:
        put_quantity(connection, made.quantity, run_id)
    new = [put(connection, "assertions", row, ("id",), stamp) for row in made.assertions]
    tell_kept(connection, made, new, new_claim=new_claim)
    for row in made.participations:
        put(connection, "participations", row, tuple(row), {"run_id": run_id})
    innermost = made.assertions[-1]
    where = made.passage
    return Added(
        innermost["id"],
        made.claim_id,
        where["id"],
        where["start_char"],
        where["end_char"],
        where["exact"],
        new_claim,
        any(new),
        tuple(made.notes),
    )


ATTRIBUTES = ("act", "stance", "certainty", "derivation", "said")


def tell_kept(connection: sqlite3.Connection, made: Plan, new: list[bool], *, new_claim: bool) -> None:
    """A claim that somebody asserts anew is no longer taken back; an assertion that is there stays as it is, which is told."""
    if any(new) and not new_claim:
        sql = "UPDATE claims SET status = ? WHERE id = ? AND status = 'retracted'"
        if connection.execute(sql, (made.assertions[-1]["status"], made.claim_id)).rowcount:
            made.notes.append("the claim had been taken back; now that somebody asserts it, it counts again")
    for row in (row for row, is_new in zip(made.assertions, new, strict=True) if not is_new):
        status, *there = connection.execute(f"SELECT status, {', '.join(ATTRIBUTES)} FROM assertions WHERE id = ?", (row["id"],)).fetchone()
        if status == "retracted":
            made.notes.append(f"{row['id']} was taken back and stays so; take it up again with: kb correct {row['id']} status=reviewed")
        unlike = [f"{key} {kept!r}, not {row[key]!r}" for key, kept in zip(ATTRIBUTES, there, strict=True) if kept != row[key]]
        if unlike:
            made.notes.append(f"{row['id']} is there with {'; '.join(unlike)}; it was kept: change it with kb correct")


def put(connection: sqlite3.Connection, table: str, row: Row, key: tuple[str, ...], stamp: Row) -> bool:
    """Insert a row unless one with its key is there; whether it was inserted."""
    if connection.execute(find_sql(table, key), [row[column] for column in key]).fetchone():
        return False
    insert(connection, table, row | stamp)
    return True


@functools.cache
def find_sql(table: str, key: tuple[str, ...]) -> str:
    return f"SELECT 1 FROM {table} WHERE {' AND '.join(f'{column} = ?' for column in key)}"


def insert(connection: sqlite3.Connection, table: str, row: Row) -> None:
    connection.execute(insert_sql(table, tuple(row)), tuple(row.values()))


@functools.cache
def insert_sql(table: str, columns: tuple[str, ...]) -> str:
    return f"INSERT INTO {table}({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"


SAME_CLAIM = ("subject_id", "predicate_id", "object_id", "object_text", "about_time")


def put_claim(connection: sqlite3.Connection, made: Plan, stamp: Row) -> bool:
    """Record the claim, or find that it is there; refuse one of the same words with another triple or time."""
    assert made.claim is not None
    row = made.claim
    there = connection.execute(f"SELECT text, {', '.join(SAME_CLAIM)} FROM claims WHERE id = ?", (row["id"],)).fetchone()
    if there is None:
        insert(connection, "claims", row | stamp)
        return True
    if any(row[column] for column in SAME_CLAIM):
        for column, value in zip(SAME_CLAIM, there[1:], strict=True):
            if row[column] != value:
                raise DataError(
                    f"the claim {row['id']} ({anchor.shorten(there[0])}) is there with {column} {value!r}, not {row[column]!r}",
                    where="claim",
                    remedy="leave subject, predicate, object and time out to use that claim, word yours so that it says what differs, or kb correct that one",
                )
    if there[0] != row["text"]:
        raise DataError(
            f"the claim {row['id']} is there with other words: {anchor.shorten(there[0])}",
            where="claim",
            remedy="choose another id, or kb correct its text",
        )
    made.notes.append("the claim was there already; this is another assertion of it")
    return False


def put_quantity(connection: sqlite3.Connection, row: Row, run_id: str) -> None:
    there = connection.execute(f"SELECT {', '.join(QUANTITY_KEYS)} FROM quantities WHERE claim_id = ?", (row["claim_id"],)).fetchone()
    if there is None:
        insert(connection, "quantities", row | {"run_id": run_id})
    elif tuple(there[:-1]) != tuple(row[key] for key in QUANTITY_KEYS[:-1]):
        raise DataError(
            f"the claim {row['claim_id']} has another quantity already",
            where="quantity",
            remedy="two figures are two claims: word yours as another one",
        )
