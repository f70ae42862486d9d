"""Decide on a proposal: accept it as it stands or edited, reject it, or put it off. Each runs in the open run."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from kb import changes, facts, store
from kb.errors import DataError, UsageError
from kb.facts import Added, Fact, Plan, Voice
from kb.lookup import Lookup
from kb.review.queue import Waiting, find
from kb.settled import refuse_unsettled
from kb.tables import Row

# What an edit may say. The first are what was proposed: another word there makes the proposal edited; the rest were not proposed.
PROPOSED = ("quote", "speaker", "act", "stance", "certainty", "kind", "cue")
ADDED = ("text", "claim_id", "subject", "predicate", "object", "object_text", "event", "place", "about", "work", "said", "number")
QUOTES = "\"'“”‘’«»„"


@dataclass(frozen=True)
class Decided:
    """What came of a decision: the proposal's new status and, where it was accepted, the fact."""

    proposal_id: str
    status: str
    added: Added | None = None


def claim_text(words: str) -> str:
    """A first wording of the claim: the words without the quotation marks around them, as a sentence. A person makes it stand alone."""
    plain = " ".join(words.split()).strip(QUOTES + " ,;:.")
    plain = re.sub(r"^that\s+", "", plain)
    if plain.count("“") != plain.count("”") or plain.count('"') % 2:
        plain = re.sub(r'["“”]', "", plain)
    return plain[:1].upper() + plain[1:]


def accept(
    connection: sqlite3.Connection, run_id: str, proposal_id: str, edits: Mapping[str, str] | None = None, *, drop_speaker: bool = False
) -> Decided:
    """Record what is proposed as a sourced fact.

    `edits` gives other words for PROPOSED or ADDED. Who is credited must be somebody of the base, unless `drop_speaker` says that the
    document itself is to be held to it. Raises UsageError for an unknown edit or a proposal decided on already, DataError for all
    that `kb add` refuses.
    """
    waiting = undecided(connection, proposal_id)
    given = {key: value for key, value in (edits or {}).items() if value}
    unknown = set(given) - {*PROPOSED, *ADDED}
    if unknown:
        raise UsageError(f"a proposal has no {', '.join(sorted(unknown))}", remedy=f"edit {', '.join((*PROPOSED, *ADDED))}")
    made = facts.plan(Lookup(connection), fact_of(connection, waiting, given, drop_speaker=drop_speaker))
    take_up_again(connection, made)
    added = facts.write(connection, made, run_id, store.now())
    refuse_unsettled(connection)
    status = "edited" if is_edited(waiting, given, added, connection, drop_speaker=drop_speaker) else "accepted"
    setting = "UPDATE proposals SET status = ?, assertion_id = ? WHERE id = ?"
    connection.execute(setting, (status, added.assertion_id, proposal_id))
    return Decided(proposal_id, status, added)


def take_up_again(connection: sqlite3.Connection, made: Plan) -> None:
    """The very fact may have been accepted before, and taken back: whoever accepts it now lets it count again, as it is put now."""
    row, put = made.assertions[-1], ("act", "stance", "certainty")
    there = connection.execute("SELECT status, act, stance, certainty FROM assertions WHERE id = ?", (row["id"],)).fetchone()
    if there and there[0] == "retracted":
        unlike = {key: row[key] for key, kept in zip(put, there[1:], strict=True) if row[key] != kept}
        changes.correct(connection, row["id"], {"status": row["status"], **unlike})


def reject(connection: sqlite3.Connection, proposal_id: str) -> Decided:
    """The words do not carry it."""
    return decide(connection, proposal_id, "rejected")


def put_off(connection: sqlite3.Connection, proposal_id: str) -> Decided:
    """Somebody is to look again later."""
    return decide(connection, proposal_id, "later")


def decide(connection: sqlite3.Connection, proposal_id: str, status: str) -> Decided:
    undecided(connection, proposal_id)
    connection.execute("UPDATE proposals SET status = ? WHERE id = ?", (status, proposal_id))
    return Decided(proposal_id, status)


def undecided(connection: sqlite3.Connection, proposal_id: str) -> Waiting:
    waiting = find(connection, proposal_id)
    if waiting.status not in ("waiting", "later"):
        raise UsageError(f"{proposal_id} was {waiting.status} already", remedy="undo that run first: kb undo RUN --reason …")
    return waiting


def is_edited(waiting: Waiting, given: Mapping[str, str], added: Added, connection: sqlite3.Connection, *, drop_speaker: bool) -> bool:
    """Whether what was recorded differs from what was proposed, as opposed to being told of more fully."""
    if drop_speaker and waiting.attributed:
        return True
    speaker = connection.execute("SELECT speaker_id FROM assertions WHERE id = ?", (added.assertion_id,)).fetchone()[0]
    proposed = {"quote": waiting.exact, "cue": waiting.cue} | {key: getattr(waiting, key) for key in ("act", "stance", "certainty", "kind")}
    other = any(key in given and given[key] != value for key, value in proposed.items())
    return other or ("speaker" in given and waiting.speaker_id is not None and speaker != waiting.speaker_id)


def fact_of(connection: sqlite3.Connection, waiting: Waiting, given: Mapping[str, str], *, drop_speaker: bool) -> Fact:
    """The fact that a proposal means, with what the edits say instead."""
    own = Voice(
        act=given.get("act", waiting.act),
        stance=given.get("stance", waiting.stance),
        certainty=given.get("certainty", waiting.certainty),
        cue=given.get("cue", waiting.cue),
        work=given.get("work"),
        said=given.get("said"),
    )
    quote = given.get("quote", waiting.exact)
    plain: dict[str, Any] = {key: given[key] for key in ADDED if key in given and key not in ("text", "work", "said", "number")}
    fact = Fact(
        source=waiting.source_id,
        quote=quote,
        text=None if "claim_id" in given else given.get("text") or claim_text(quote),
        kind=given.get("kind", waiting.kind),
        quantity=quantity_of(waiting, given),
        **(plain | around(connection, waiting, quote)),
    )
    if drop_speaker or not (waiting.attributed or given.get("speaker")):
        return replace(fact, author=replace(own, cue=None if waiting.speaker else own.cue))
    speaker = given.get("speaker") or waiting.speaker_id
    if not speaker:
        raise DataError(
            f"who is {waiting.speaker!r}?" if waiting.speaker else "the text credits somebody whom it does not name",
            where="speaker",
            remedy="name an actor of the base, record a new one, or say on purpose that the document itself says it",
        )
    return replace(fact, voices=(*outer_voices(connection, waiting), replace(own, speaker=speaker)))


def quantity_of(waiting: Waiting, given: Mapping[str, str]) -> Row | None:
    """The number in the words, where there is just one and the text says what it counts; "number" as "none" leaves it out.

    Two figures are two claims, and the number of a claim that is there already is not for a proposal to say.
    """
    found = waiting.found.get("quantities", ())
    if len(found) != 1 or given.get("number") == "none" or "claim_id" in given or not found[0]["measure"]:
        return None
    shown = {key: found[0][key] for key in ("comparison", "value", "minimum", "maximum", "unit", "measure")}
    return {**shown, "verbatim": found[0]["text"]}


def outer_voices(connection: sqlite3.Connection, waiting: Waiting) -> tuple[Voice, ...]:
    """Who reports the speaker, the outermost first; each of them only passes it on."""
    voices: list[Voice] = []
    parent_id = waiting.parent_id
    while parent_id:
        parent = find(connection, parent_id)
        speaker = parent.speaker_id
        if parent.assertion_id:
            speaker = connection.execute("SELECT speaker_id FROM assertions WHERE id = ?", (parent.assertion_id,)).fetchone()[0]
        if not speaker:
            raise DataError(
                f"it stands within what {parent.speaker or 'somebody'!r} says, who is nobody of the base yet",
                where=parent_id,
                remedy="decide on that proposal first",
            )
        voices.insert(0, Voice(speaker=speaker, act="reports", stance="uncommitted", certainty="uncommitted", cue=parent.cue))
        parent_id = parent.parent_id
    return tuple(voices)


def around(connection: sqlite3.Connection, waiting: Waiting, quote: str) -> dict[str, str]:
    """The words right before and after, so that the quote is found at its own place where it occurs more than once."""
    if quote != waiting.exact:
        return {}
    text = connection.execute("SELECT text FROM snapshots WHERE id = ?", (waiting.snapshot_id,)).fetchone()[0]
    return {"prefix": text[max(0, waiting.start_char - 60) : waiting.start_char], "suffix": text[waiting.end_char : waiting.end_char + 60]}
